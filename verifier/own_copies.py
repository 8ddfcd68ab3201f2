"""The user's own copies of sources: files in a directory, each for a URL or a note.

A list, ``sources.toml``, says which file stands for what; a file that it does not name stands for the note whose
label is the file's name (``4.pdf`` for note 4), in a folder of an article's name for a note of that article.

Nothing outside the directory is ever read or written: the list may come from a pull request.
"""

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

from citations.errors import CitationError
from citations.links import canonical_url
from verifier.fetching.base import Access, Snapshot
from verifier.files import real_path, trouble
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

ABOUT_THE_FOLDER = "readme"
"""The name, without its ending, of a file that describes the folder and is no copy."""

MOST_FOLDERS = 1_000
"""Folders of articles that are looked into: more than any repository here has articles with copies."""


class OwnCopyError(CitationError):
    """A copy or the list of copies that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCopies:
    """The copies of a directory: paths by canonical URL, and by an article and the label of its note.

    An article is named by the last parts of its path (``("essays", "bridge.md")``), with or without its ending; ``()``
    is any article.
    """

    by_url: Mapping[str, Path]
    by_note: Mapping[tuple[tuple[str, ...], str], Path]

    def path_for(self, *, url: str = "", label: str = "", article: str = "") -> Path | None:
        """Give the copy for a URL, else for a note of an article; ``None`` where there is none."""
        found = self.by_url.get(canonical_url(url)) if url and self.by_url else None
        return found or self._of_note(label, article)

    def _of_note(self, label: str, article: str) -> Path | None:
        if not label or not self.by_note:
            return None
        return next((self.by_note[name, label] for name in _names_of(article) if (name, label) in self.by_note), None)

    def refuse_shared(self, sources: Iterable[CitedSource]) -> None:
        """Refuse a copy that stands for notes of several articles by their label alone.

        Raises:
            OwnCopyError: there is one, which would be compared with claims that it is not the source of.
        """
        first: dict[Path, CitedSource] = {}
        for source in sources if self.by_note else ():
            path = self._of_note(source.label, source.article)
            if path is None or path != self.path_for(url=source.url, label=source.label, article=source.article):
                continue
            other = first.setdefault(path, source)
            if other.article != source.article and other.key != source.key:
                whose = f"note {source.label} of {other.article} or of {source.article}"
                message = f"{path} could be the copy for {whose}"
                place = path.parent / Path(source.article).stem / path.name
                next_step = f"move it into a folder of its article's name ({place}), or list its url in {LIST_NAME}"
                raise OwnCopyError(message, next_step)

    def of_no_note(self, sources: Iterable[CitedSource]) -> list[Path]:
        """Give the copies that lie loose in the directory and are named by a label that no note has."""
        loose = {label: path for (article, label), path in self.by_note.items() if article == ()}
        labels = {source.label for source in sources} if loose else set()
        return [path for label, path in loose.items() if label not in labels and path not in self.by_url.values()]

    def snapshot_for(self, source: CitedSource) -> Snapshot | None:
        """Give the user's copy of a source as a snapshot, ``None`` where there is none.

        Raises:
            OwnCopyError: the copy cannot be read.
        """
        path = self.path_for(url=source.url, label=source.label, article=source.article)
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


NO_COPIES = OwnCopies(by_url={}, by_note={})
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
        if directory.is_file():
            message = f"cannot read own copies in {directory}: it is a file"
            raise OwnCopyError(message, "name the folder it stands in")
        message = f"cannot read own copies in {directory}: there is no such folder"
        raise OwnCopyError(message, "check its path and its spelling")
    by_url, by_note = _listed(directory)
    listed = {*by_url.values(), *by_note.values(), directory / LIST_NAME}
    for folder in _folders(directory):
        for path in sorted(folder.iterdir(), key=lambda one: (one.suffix.lower() not in CONTENT_TYPES, one)):
            hidden = path.name.startswith(".") or path.stem.lower() == ABOUT_THE_FOLDER
            if not hidden and path not in listed and path.is_file() and not path.is_symlink():
                by_note.setdefault((folder.relative_to(directory).parts, path.stem), path)
    return OwnCopies(by_url=by_url, by_note=by_note)


def _folders(directory: Path) -> Iterator[Path]:
    """Yield a directory and those below it; links are not followed, and what is hidden is passed by."""
    below = os.walk(directory)
    for name, folders, _ in islice(below, MOST_FOLDERS):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield Path(name)


def _names_of(article: str) -> Iterator[tuple[str, ...]]:
    """Yield the names that an article may have in a list or as a folder, the most exact first; ``()`` at the end."""
    parts = PurePath(article).parts
    for at in range(len(parts)):
        yield parts[at:]
        yield (*parts[at:-1], PurePath(article).stem)
    yield ()


def _listed(directory: Path) -> tuple[dict[str, Path], dict[tuple[tuple[str, ...], str], Path]]:
    """Give the copies that the list of a directory names: by canonical URL, and by the note of an article."""
    by_url: dict[str, Path] = {}
    by_note: dict[tuple[tuple[str, ...], str], Path] = {}
    for number, entry in enumerate(entries(list_text(directory), directory / LIST_NAME), start=1):
        path = inside(directory, entry["file"], f"entry {number}")
        if not path.is_file():
            message = f"{directory / LIST_NAME}: entry {number}: there is no file {entry['file']}"
            raise OwnCopyError(message, "paths count from the folder of the list")
        if "url" in entry:
            by_url[canonical_url(entry["url"])] = path
        if "note" in entry:
            by_note[PurePath(entry.get("article", "")).parts, entry["note"]] = path
    return by_url, by_note


def list_text(directory: Path) -> str:
    """Give the text of the list of a directory, ``""`` where there is none.

    Raises:
        OwnCopyError: it cannot be read.
    """
    path = inside(directory, LIST_NAME, LIST_NAME)
    if not path.exists():
        return ""
    try:
        return _read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"cannot read {path}: it is not UTF-8"
        raise OwnCopyError(message) from error


def entries(text: str, path: Path) -> list[dict[str, str]]:
    """Give the entries of a list; ``path`` is what messages name.

    Raises:
        OwnCopyError: it breaks its form.
    """
    try:
        listed = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"cannot read {path}: {error}"
        raise OwnCopyError(message) from error
    found = listed.get("source", [])
    if set(listed) - {"source"} or not isinstance(found, list):
        message = f"{path}: expected [[source]] tables and nothing else"
        raise OwnCopyError(message)
    for number, entry in enumerate(found, start=1):
        if not _is_entry(entry):
            message = f"{path}: entry {number}: expected file, and url or note (of an article), each a text"
            raise OwnCopyError(message)
    return found


def _is_entry(entry: Any) -> bool:
    if not isinstance(entry, dict) or not all(isinstance(value, str) and value for value in entry.values()):
        return False
    keys = set(entry)
    named = "url" in keys or "note" in keys
    return (
        "file" in keys
        and named
        and keys <= {"url", "note", "article", "file"}
        and ("article" not in keys or "note" in keys)
    )


def inside(directory: Path, name: str, what: str) -> Path:
    """Give the path of a file in the directory, links followed, so that nothing outside is touched.

    Raises:
        OwnCopyError: it lies outside, or cannot be a path.
    """
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
        message = f"cannot read {path}: {trouble(error)}"
        raise OwnCopyError(message) from error
