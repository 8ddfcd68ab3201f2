"""Tells what kind of thing some bytes are, by the bytes first: Content-Type is often wrong."""

import re

SNIFFED = 1_024
"""Bytes looked at. Enough for every signature below, and for a page that opens with a licence comment."""

_SIGNATURES = (
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"BZh", "application/x-bzip2"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"SQLite format 3", "a database"),
)
_OFFICE = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint file"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis", "an OpenDocument file"),
)
_TAG = re.compile(
    rb"\s*<(?:!doctype|html|head|body|title|meta|link|script|style|div|p|h[1-6]|table|article|section|main|nav|header"
    rb"|span|a|b|i|br|ul|ol|img|iframe|form|font|center|noscript|frameset|base|svg|rss|feed|pre|blockquote"
    rb"|\?xml)(?=[\s>/])",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"\s*(?:<!--(?:(?!-->).){0,900}-->|<\?[^>]{0,300}>)", re.DOTALL)
_BINARY = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b\x08")

MOST_CONTROL = 0.02
"""Share of control characters from which bytes are taken for a binary file; text has none, damaged text a few."""


def is_pdf(body: bytes) -> bool:
    """Say whether the bytes are a PDF. Readers allow some junk before the signature."""
    return b"%PDF-" in body[:SNIFFED] and not looks_like_html(body)


def looks_like_html(body: bytes) -> bool:
    """Say whether the bytes open with markup, comments and white space before it left aside."""
    head = _readable(body[:SNIFFED])
    while opening := _COMMENT.match(head):
        if opening.end() == 0 or _TAG.match(head):
            break
        head = head[opening.end() :]
    return _TAG.match(head) is not None


def binary_type(body: bytes) -> str | None:
    """Name the type of bytes that are no text, such as ``image/png`` or "a Word document"; ``None`` for text."""
    head = body[:SNIFFED]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            if len(signature) == 2 and _plain(head):  # noqa: PLR2004 - two letters open many a text ("BM", "MZ")
                continue
            return _inside_zip(body) if name == "application/zip" else name
    if head[4:8] == b"ftyp":
        return "a video or an image"
    if head[:4] == b"RIFF":
        return "image/webp" if head[8:12] == b"WEBP" else "audio or video"
    if _plain(head) or _wide(head):
        return None
    return "binary data"


def _inside_zip(body: bytes) -> str:
    sample = body[:8_192] + body[-8_192:]
    return next((name for mark, name in _OFFICE if mark in sample), "application/zip")


def _plain(head: bytes) -> bool:
    return sum(byte in _BINARY for byte in head) <= MOST_CONTROL * len(head)


def _wide(head: bytes) -> bool:
    """Say whether this may be UTF-16: a mark, or every second byte empty."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    sample = head[: len(head) // 2 * 2]
    most = 0.4 * len(sample)
    return bool(sample) and max(sample[::2].count(0), sample[1::2].count(0)) >= most / 2 and 0 in sample


def _readable(head: bytes) -> bytes:
    """Give the bytes without a mark, and UTF-16 as if it were ASCII, so that the signatures can be found."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
