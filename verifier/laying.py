"""Lays the user's own copies of sources into their folder: what a reviewer saved or pasted in the place of a page."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from citations.links import canonical_url
from verifier.files import write_whole
from verifier.own_copies import (
    CONTENT_TYPES,
    LIST_NAME,
    MOST_BYTES,
    OwnCopyError,
    entries,
    inside,
    list_text,
)

LIST_HEAD = "# The user's own copies of sources: which file stands for which URL or note.\n"

_ENTRY = re.compile(r"^\[\[\s?source\s?\]\]", re.MULTILINE)
_ODD_CHARACTERS = re.compile(r"[^A-Za-z0-9._-]+")


def lay_own_copy(
    directory: Path, *, file_name: str, data: bytes, url: str = "", label: str = "", article: str = ""
) -> Path:
    """Lay a copy of a source into the directory and into its list, and give its path.

    Exactly one of ``url`` and ``label`` says what it is a copy of; ``article`` is the name of the one whose note a
    label means. A copy of the same source is replaced; a file of that name which stands for another source is left
    alone and the new one gets a number. Both files are written whole or not at all.

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
    listed = list_text(directory)
    source = {"url": url} if url else {"note": label} | ({"article": article} if article else {})
    name = _free_name(directory, listed, _plain_name(file_name), source)
    path = inside(directory, name, file_name)
    write_whole(path, data)
    write_whole(directory / LIST_NAME, _with_entry(listed, name, source).encode())
    return path


def _plain_name(file_name: str) -> str:
    """Give a file name without folders and odd characters, with an ending that can be read."""
    base = re.split(r"[/\\]", file_name)[-1]
    stem, dot, ending = base.rpartition(".")
    if not dot or f".{ending.lower()}" not in CONTENT_TYPES:
        message = f"cannot lay down {file_name}: expected a name that ends in {', '.join(CONTENT_TYPES)}"
        raise OwnCopyError(message)
    plain = _ODD_CHARACTERS.sub("-", stem).strip("-.")[:80]
    return f"{plain or 'source'}.{ending.lower()}"


def _free_name(directory: Path, listed: str, name: str, source: Mapping[str, str]) -> str:
    """Give the name, numbered where the file stands for another source or is one that nobody listed."""
    own = {entry["file"] for entry in entries(listed, directory / LIST_NAME) if _is_same(entry, source)}
    stem, _, ending = name.rpartition(".")
    number = 1
    while name not in own and (directory / name).exists():
        number += 1
        name = f"{stem}-{number}.{ending}"
    return name


def _is_same(entry: Mapping[str, str], source: Mapping[str, str]) -> bool:
    if "url" in source:
        return "url" in entry and canonical_url(entry["url"]) == canonical_url(source["url"])
    return all(entry.get(key) == source.get(key) for key in ("note", "article"))


def _with_entry(listed: str, name: str, source: Mapping[str, str]) -> str:
    """Give the list with one more entry, or with the entry of the same source replaced; the rest stays as it is."""
    starts = [match.start() for match in _ENTRY.finditer(listed)]
    blocks = [listed[start:end] for start, end in zip(starts, [*starts, len(listed)][1:], strict=True)]
    head = listed[: starts[0]] if starts else listed or LIST_HEAD
    kept = [block for block in blocks if not any(_is_same(entry, source) for entry in _of_block(block))]
    lines = "".join(f"{key} = {_quoted(value)}\n" for key, value in {**source, "file": name}.items())
    before = "".join([head, *kept]).rstrip("\n")
    return f"{before}\n\n[[source]]\n{lines}".lstrip("\n")


def _of_block(block: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = tomllib.loads(block).get("source", [])
    return entries


def _quoted(value: str) -> str:
    """Give a TOML string. Lone surrogates cannot stand in a file and become question marks."""
    clean = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
