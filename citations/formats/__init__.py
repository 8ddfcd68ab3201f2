"""The file formats that an article can have: one module a member, and the choice among them."""

import importlib
import re
from pathlib import PurePath

from citations.errors import UnreadableArticleError
from citations.formats.base import Format

FORMATS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("markdown", "citations.formats.markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")),
    ("html", "citations.formats.html", (".html", ".htm", ".xhtml", ".xht")),
    ("plain", "citations.formats.plaintext", (".txt", ".text", "")),
    ("docx", "citations.formats.docx", (".docx", ".docm", ".dotx")),
    ("wikitext", "citations.formats.wikitext", (".wiki", ".mediawiki", ".wikitext", ".mw")),
    ("latex", "citations.formats.latex", (".tex", ".ltx", ".latex", ".rnw")),
    ("rst", "citations.formats.rst", (".rst", ".rest")),
    ("org", "citations.formats.org", (".org",)),
    ("asciidoc", "citations.formats.asciidoc", (".adoc", ".asciidoc", ".asc")),
    ("epub", "citations.formats.epub", (".epub",)),
    ("odt", "citations.formats.odt", (".odt", ".fodt", ".ott")),
    ("pdf", "citations.formats.pdf", (".pdf",)),
    ("bibtex", "citations.formats.bibtex", (".bib",)),
)
"""Name, module and file name endings of each format; a module is imported when a file of its kind is read.

Each module has a ``FORMAT`` of the protocol. To add a format: one module, one line here, one case file.
"""

_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_WIKI_SIGNS = 5
"""References, templates and links in the first part of a file that make it wiki markup."""
_MARKDOWN_SIGNS = re.compile(rb"(?m)^#{1,6} \S|\]\(https?://|^\[\^[^\]\n]{1,40}\]:")
_PACKAGES: tuple[tuple[bytes, str], ...] = (
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"META-INF/container.xml", "epub"),
    (b"word/document", "docx"),
    (b"word/styles.xml", "docx"),
)
"""What a ZIP package holds in plain sight, as a member's name or its stored type, and the format that says so."""
_NAMES_AT_THE_END = 1_000_000
"""Bytes at the end of a package in which the names of its members are looked for; an office file has some thousand."""


def format_for(name: str, data: bytes, wanted: str | None = None) -> Format:
    """Give the format of the file ``name``: the one asked for, else by its ending, else by its first bytes.

    Raises:
        UnreadableArticleError: no format is called ``wanted``.
    """
    for format_name, module, _ in FORMATS:
        if format_name == (wanted or _guess(name, data)):
            found: Format = importlib.import_module(module).FORMAT
            return found
    known = ", ".join(entry[0] for entry in FORMATS)
    raise UnreadableArticleError(name, f"there is no input format {wanted!r}", f"choose one of: {known}")


def _guess(name: str, data: bytes) -> str:
    suffix = PurePath(name).suffix.lower()
    start = data[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if signed := "pdf" if start.startswith(b"%PDF-") else _package_kind(start, data):
        return signed
    if suffix in _TEXT_SUFFIXES:
        return _text_kind(start)
    for format_name, _, suffixes in FORMATS:
        if suffix and suffix in suffixes:
            return format_name
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
