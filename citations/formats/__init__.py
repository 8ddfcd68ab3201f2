"""The file formats that an article can have: one module a member, and the choice among them."""

import importlib
import re
from pathlib import PurePath
from typing import NamedTuple

from citations.errors import UnreadableArticleError
from citations.formats.base import Format


class _Member(NamedTuple):
    """A format before its module is imported: it is imported when a file of its kind is read."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    """Endings of file names, with their dot."""


FORMATS: tuple[_Member, ...] = (
    _Member("markdown", "citations.formats.markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")),
    _Member("html", "citations.formats.html", (".html", ".htm", ".xhtml", ".xht")),
    _Member("plain", "citations.formats.plaintext", (".txt", ".text")),
    _Member("docx", "citations.formats.docx", (".docx", ".docm", ".dotx")),
    _Member("wikitext", "citations.formats.wikitext", (".wiki", ".mediawiki", ".wikitext", ".mw")),
    _Member("latex", "citations.formats.latex", (".tex", ".ltx", ".latex", ".rnw")),
    _Member("rst", "citations.formats.rst", (".rst", ".rest")),
    _Member("org", "citations.formats.org", (".org",)),
    _Member("asciidoc", "citations.formats.asciidoc", (".adoc", ".asciidoc", ".asc")),
    _Member("epub", "citations.formats.epub", (".epub",)),
    _Member("odt", "citations.formats.odt", (".odt", ".fodt", ".ott")),
    _Member("pdf", "citations.formats.pdf", (".pdf",)),
    _Member("bibtex", "citations.formats.bibtex", (".bib",)),
)
"""The formats. Each module holds a ``FORMAT`` of the protocol. To add one: a module, a line here, a case file."""

_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_WIKI_SIGNS = 5
"""Number of references, templates and links in the first 8 KiB that make a text file wiki markup."""
_MARKDOWN_SIGNS = re.compile(rb"(?m)^#{1,6} \S|\]\(https?://|^\[\^[^\]\n]{1,40}\]:")
_PACKAGES: tuple[tuple[bytes, str], ...] = (
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"META-INF/container.xml", "epub"),
    (b"word/document", "docx"),
    (b"word/styles.xml", "docx"),
)
"""Bytes that an uncompressed part of a ZIP package has (the name of a member, a media type), and its format."""
_NAMES_AT_THE_END = 1_000_000
"""Bytes at the end of a package that are searched for names of members; those of an office file take a few thousand."""


def format_for(name: str, data: bytes, wanted: str | None = None) -> Format:
    """Give the format of the file ``name``: the one asked for, else by its ending, else by its first bytes.

    Raises:
        UnreadableArticleError: no format is called ``wanted``.
    """
    chosen = wanted or _guess(name, data)
    for member in FORMATS:
        if member.name == chosen:
            found: Format = importlib.import_module(member.module).FORMAT
            return found
    known = ", ".join(member.name for member in FORMATS)
    raise UnreadableArticleError(name, f"there is no input format {wanted!r}", f"choose one of: {known}")


def _guess(name: str, data: bytes) -> str:
    """Give the name of the format that a file has: what is in it counts for packages and .txt, else its ending."""
    suffix = PurePath(name).suffix.lower()
    start = data[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if signed := "pdf" if start.startswith(b"%PDF-") else _package_kind(start, data):
        return signed
    if suffix in _TEXT_SUFFIXES:
        return _text_kind(start)
    for member in FORMATS:
        if suffix and suffix in member.suffixes:
            return member.name
    if b"<office:document" in start:
        return "odt"
    if start[:15].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    return "plain" if suffix else "markdown"


def _package_kind(start: bytes, data: bytes) -> str | None:
    """Give the format of a ZIP package, whatever its file is called; ``None`` for another kind of file."""
    if not start.startswith(b"PK\x03\x04"):
        return None
    seen = data[:200] + data[-_NAMES_AT_THE_END:]
    return next((kind for sign, kind in _PACKAGES if sign in seen), None)


def _text_kind(start: bytes) -> str:
    """Give the markup that a file called .txt is really written in, judged by its first part."""
    wiki = start.count(b"<ref") + start.count(b"{{") + len(re.findall(rb"\[\[[^\]\n]{1,200}\]\]", start))
    if wiki >= _WIKI_SIGNS:
        return "wikitext"
    return "markdown" if len(_MARKDOWN_SIGNS.findall(start)) > 1 else "plain"
