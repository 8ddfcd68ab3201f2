"""The user's own copies of sources: files in a directory, each for a URL or a note.

A list, ``sources.toml``, says which file stands for what; a file that it does not name stands for the note whose
label is the file's name (``4.pdf`` for note 4).

Nothing outside the directory is ever read or written: the list may come from a pull request.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from citations.errors import CitationError
from citations.links import canonical_url
from verifier.fetching.base import Access, Snapshot
from verifier.files import real_path, write_whole
from verifier.sources import CitedSource

LIST_NAME = "sources.toml"
"""The file in the directory that says which copy stands for which source."""

CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
}
"""The kinds of copy that can be laid down, by the ending of the file name."""

MOST_BYTES = 50 * 1024 * 1024
"""Bytes of a copy: a scanned book is larger, and could not be read anyway."""

LIST_HEAD = "# The user's own copies of sources: which file stands for which URL or note.\n"

_ENTRY = re.compile(r"^\[\[\s?source\s?\]\]", re.MULTILINE)
_ODD_CHARACTERS = re.compile(r"[^A-Za-z0-9._-]+")


class OwnCopyError(CitationError):
    """A copy or the list of copies that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCopies:
    """The copies of a directory: paths by canonical URL, and by the label of a note."""

    directory: Path
    by_url: Mapping[str, Path]
    by_label: Mapping[str, Path]

    def path_for(self, *, url: str = "", label: str = "") -> Path | None:
        """Give the copy for a URL, else for a note's label; ``None`` where there is none."""
        found = self.by_url.get(canonical_url(url)) if url else None
        return found or (self.by_label.get(label) if label else None)

    def snapshot_for(self, source: CitedSource) -> Snapshot | None:
        """Give the user's copy of a source as a snapshot, ``None`` where there is none.

        Raises:
            OwnCopyError: the copy cannot be read.
        """
        path = self.path_for(url=source.url, label=source.label)
        if path is None:
            return None
        body = _read(path)
        return Snapshot(
            url=source.key,
            access=Access.OK if body.strip() else Access.EMPTY,
            reason="your own copy",
            fetched_at="",
            headers=(("content-type", CONTENT_TYPES.get(path.suffix.lower(), "")),),
            body=body,
            sha256=sha256(body).hexdigest(),
            own_copy=str(path),
        )

    def body_of(self, snapshot: Snapshot) -> bytes:
        """Give the bytes of a copy again: a folder of scanned books is larger than memory.

        Raises:
            OwnCopyError: the copy cannot be read any more.
        """
        return _read(Path(snapshot.own_copy)) if snapshot.own_copy is not None else b""


NO_COPIES = OwnCopies(directory=Path(), by_url={}, by_label={})
"""No directory was named."""


def read_own_copies(directory: Path) -> OwnCopies:
    """Give the copies of a directory: those of its list, and for other notes the files that are named by their labels.

    A file of a kind that is not read counts too where there is no other for its note: whoever laid it down is told
    that it cannot be read, rather than nothing.

    Raises:
        OwnCopyError: the directory is missing, or the list breaks its form, names a file outside of the directory,
            or one that is not there.
    """
    if not directory.is_dir():
        message = f"cannot read own copies in {directory}: there is no such folder"
        raise OwnCopyError(message, "check its path and its spelling")
    by_url, by_label = _listed(directory)
    others = {*directory.iterdir()} - {*by_url.values(), *by_label.values(), directory / LIST_NAME}
    for path in sorted(others, key=lambda one: (one.suffix.lower() not in CONTENT_TYPES, one)):
        if path.is_file() and not path.is_symlink():
            by_label.setdefault(path.stem, path)
    return OwnCopies(directory=directory, by_url=by_url, by_label=by_label)


def _listed(directory: Path) -> tuple[dict[str, Path], dict[str, Path]]:
    """Give the copies that the list of a directory names: by canonical URL, and by the label of a note."""
    by_url: dict[str, Path] = {}
    by_label: dict[str, Path] = {}
    for number, entry in enumerate(_entries(_list_text(directory), directory / LIST_NAME), start=1):
        path = _inside(directory, entry["file"], f"entry {number}")
        if not path.is_file():
            message = f"{directory / LIST_NAME}: entry {number}: there is no file {entry['file']}"
            raise OwnCopyError(message)
        if "url" in entry:
            by_url[canonical_url(entry["url"])] = path
        if "note" in entry:
            by_label[entry["note"]] = path
    return by_url, by_label


def lay_own_copy(directory: Path, *, file_name: str, data: bytes, url: str = "", label: str = "") -> Path:
    """Lay a copy of a source into the directory and into its list, and give its path.

    Exactly one of ``url`` and ``label`` says what it is a copy of. A copy of the same source is replaced; a file of
    that name which stands for another source is left alone and the new one gets a number. Both files are written
    whole or not at all.

    Raises:
        OwnCopyError: neither or both of ``url`` and ``label``, an ending that cannot be read, or too much data.
    """
    if bool(url) == bool(label):
        message = f"cannot lay down {file_name}: expected either a URL or the label of a note"
        raise OwnCopyError(message)
    if len(data) > MOST_BYTES:
        message = f"cannot lay down {file_name}: it has more than {MOST_BYTES // 2**20} MiB"
        raise OwnCopyError(message)
    directory.mkdir(parents=True, exist_ok=True)
    listed = _list_text(directory)
    name = _free_name(directory, listed, _plain_name(file_name), url=url, label=label)
    path = _inside(directory, name, file_name)
    write_whole(path, data)
    write_whole(directory / LIST_NAME, _with_entry(listed, name, url=url, label=label).encode())
    return path


def _list_text(directory: Path) -> str:
    path = _inside(directory, LIST_NAME, LIST_NAME)
    if not path.exists():
        return ""
    try:
        return _read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"cannot read {path}: it is not UTF-8"
        raise OwnCopyError(message) from error


def _entries(text: str, path: Path) -> list[dict[str, str]]:
    try:
        listed = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"cannot read {path}: {error}"
        raise OwnCopyError(message) from error
    entries = listed.get("source", [])
    if set(listed) - {"source"} or not isinstance(entries, list):
        message = f"{path}: expected [[source]] tables and nothing else"
        raise OwnCopyError(message)
    for number, entry in enumerate(entries, start=1):
        wrong = not isinstance(entry, dict) or set(entry) - {"url", "note", "file"} or "file" not in entry
        if wrong or len(entry) == 1 or not all(isinstance(value, str) and value for value in entry.values()):
            message = f"{path}: entry {number}: expected file, and url or note, each a text"
            raise OwnCopyError(message)
    return entries


def _inside(directory: Path, name: str, what: str) -> Path:
    """Give the path of a file in the directory, links followed, so that nothing outside is touched."""
    root = real_path(directory)
    try:
        path = real_path(directory / name)
    except (OSError, ValueError) as error:
        message = f"{directory}: {what}: {name!r} cannot be a file name"
        raise OwnCopyError(message) from error
    if path == root or not path.is_relative_to(root):
        message = f"{directory}: {what}: {name!r} lies outside of the folder"
        raise OwnCopyError(message)
    return directory / name


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}"
        raise OwnCopyError(message) from error


def _plain_name(file_name: str) -> str:
    """Give a file name without folders and odd characters, with an ending that can be read."""
    base = re.split(r"[/\\]", file_name)[-1]
    stem, dot, ending = base.rpartition(".")
    if not dot or f".{ending.lower()}" not in CONTENT_TYPES:
        message = f"cannot lay down {file_name}: expected a name that ends in {', '.join(CONTENT_TYPES)}"
        raise OwnCopyError(message)
    plain = _ODD_CHARACTERS.sub("-", stem).strip("-.")[:80]
    return f"{plain or 'source'}.{ending.lower()}"


def _free_name(directory: Path, listed: str, name: str, *, url: str, label: str) -> str:
    """Give the name, numbered where the file stands for another source or is one that nobody listed."""
    own = {entry["file"] for entry in _entries(listed, directory / LIST_NAME) if _is_same(entry, url, label)}
    stem, _, ending = name.rpartition(".")
    number = 1
    while name not in own and (directory / name).exists():
        number += 1
        name = f"{stem}-{number}.{ending}"
    return name


def _is_same(entry: Mapping[str, str], url: str, label: str) -> bool:
    if url:
        return "url" in entry and canonical_url(entry["url"]) == canonical_url(url)
    return entry.get("note") == label


def _with_entry(listed: str, name: str, *, url: str, label: str) -> str:
    """Give the list with one more entry, or with the entry of the same source replaced; the rest stays as it is."""
    starts = [match.start() for match in _ENTRY.finditer(listed)]
    blocks = [listed[start:end] for start, end in zip(starts, [*starts, len(listed)][1:], strict=True)]
    head = listed[: starts[0]] if starts else listed or LIST_HEAD
    kept = [block for block in blocks if not any(_is_same(entry, url, label) for entry in _of_block(block))]
    named = f"url = {_quoted(url)}" if url else f"note = {_quoted(label)}"
    before = "".join([head, *kept]).rstrip("\n")
    return f"{before}\n\n[[source]]\n{named}\nfile = {_quoted(name)}\n".lstrip("\n")


def _of_block(block: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = tomllib.loads(block).get("source", [])
    return entries


def _quoted(value: str) -> str:
    """Give a TOML string. Lone surrogates cannot stand in a file and become question marks."""
    clean = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
