"""The file formats that an article can have: one module a member, and the choice among them."""

import importlib
from pathlib import PurePath

from citations.errors import UnreadableArticleError
from citations.formats.base import Format

FORMATS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("markdown", "citations.formats.markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")),
    ("html", "citations.formats.html", (".html", ".htm", ".xhtml", ".xht")),
    ("plain", "citations.formats.plaintext", (".txt", ".text", "")),
    ("docx", "citations.formats.docx", (".docx", ".docm", ".dotx")),
    ("wikitext", "citations.formats.wikitext", (".wiki", ".mediawiki", ".wikitext", ".mw")),
)
"""Name, module and file name endings of each format; a module is imported when a file of its kind is read.

Each module has a ``FORMAT`` of the protocol. To add a format: one module, one line here, one case file.
"""

_SIGNATURES: tuple[tuple[bytes, str], ...] = ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"))


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
    known = {entry[0] for entry in FORMATS}
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    signed = next((kind for signature, kind in _SIGNATURES if start.startswith(signature) and kind in known), None)
    if signed:
        return signed
    for format_name, _, suffixes in FORMATS:
        if suffix and suffix in suffixes:
            return format_name
    if start[:15].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    return "plain" if suffix else "markdown"
