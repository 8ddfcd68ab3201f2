"""Tells what kind of thing some bytes are, by the bytes first: Content-Type is often wrong."""

import re
import unicodedata

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
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"8BPS", "a Photoshop file"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"AT&TFORM", "a DjVu file"),
    (b"MThd", "audio/midi"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a video"),
    (b"\x00\x00\x01\xba", "a video"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"OTTO\x00", "a font"),
    (b"\x00asm", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
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
_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})
_BINARY = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b\x08")
_CONTROLS = bytes(sorted(_BINARY - {0}))

MOST_CONTROL = 0.02
"""Share of control characters from which bytes are taken for a binary file; text has none, damaged text a few."""

MOST_CONTROL_INSIDE = 0.05
"""The same share in the middle of a file, NUL bytes not counted; random bytes have 0.1, damaged pages far less."""

LEAST_INSIDE = 128
"""Bytes behind the beginning that are enough to tell."""

LEAST_EMPTY = 0.4
"""Share of every second byte that is NUL in UTF-16 without a mark: Latin letters, or at least the markup, have it."""

MOST_ODD = 0.02
"""Share of characters that nobody writes (controls, places without a letter) in what may be UTF-16."""


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
    readable = _wide(head) or (_plain(head) and not _binary_inside(body))
    return None if readable else "binary data"


def is_damaged(body: bytes) -> bool:
    """Say whether bytes that open with markup go on as something else: half a download, a file with a false head."""
    return _binary_inside(body) and not _wide(body[:SNIFFED])


def _inside_zip(body: bytes) -> str:
    sample = body[:8_192] + body[-8_192:]
    return next((name for mark, name in _OFFICE if mark in sample), "application/zip")


def _plain(head: bytes) -> bool:
    return sum(byte in _BINARY for byte in head) <= MOST_CONTROL * len(head)


def _binary_inside(body: bytes) -> bool:
    start = max(SNIFFED, len(body) // 2)
    sample = body[start : start + SNIFFED]
    if len(sample) < LEAST_INSIDE:
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > MOST_CONTROL_INSIDE * len(sample)


def _wide(head: bytes) -> bool:
    """Say whether this is UTF-16: a mark, or every second byte empty, and characters that people write."""
    sample = head[: len(head) // 2 * 2]
    if not sample:
        return False
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        little = sample[:1] == b"\xff"
    else:
        first, second = sample[::2].count(0), sample[1::2].count(0)
        if max(first, second) < LEAST_EMPTY * len(sample) / 2:
            return False
        little = second > first
    text = sample.decode("utf-16-le" if little else "utf-16-be", "replace").lstrip("\ufeff")
    odd = sum(unicodedata.category(character) in _ODD and not character.isspace() for character in text)
    return odd + text.count("\ufffd") <= MOST_ODD * len(text)


def _readable(head: bytes) -> bytes:
    """Give the bytes without a mark, and UTF-16 as if it were ASCII, so that the signatures can be found."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
