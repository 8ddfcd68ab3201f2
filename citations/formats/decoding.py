"""Text files: bytes into text, whatever wrote them."""

import codecs

from citations.errors import UnreadableArticleError

MAX_TEXT_BYTES = 64 * 1024 * 1024
"""An article of one megabyte is already a book; past this the file is something else."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 4096
_BINARY_SHARE = 0.02
"""Share of control characters in a sample from which a file is no text; text has none, an image about a tenth."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x0b\x1b\x85")


def decode(data: bytes, *, name: str) -> str:
    """Give the text of a file with plain line ends: by its byte order mark, as UTF-8, else as Windows-1252.

    Windows-1252 reads every byte, so mixed encodings spoil letters but lose no note.

    Raises:
        UnreadableArticleError: the file is too large or no text.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise UnreadableArticleError(name, f"it is larger than {MAX_TEXT_BYTES // 1024**2} MiB")
    text = _marked(data)
    if text is None:
        _refuse_binary(data, name)
        text = _unmarked(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> str | None:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return data.decode(encoding, errors="replace") if encoding else None


def _unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        # A file that is UTF-8 but for a few bytes keeps its letters; an old file would be replaced all over.
        mixed = text.count("\ufffd") * 2 < sum(not one.isascii() for one in text)
        return text if mixed else data.decode("cp1252", errors="replace")


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE_BYTES]
    controls = sum(1 for byte in sample if byte < ord(" ") and byte not in _TEXT_CONTROLS)
    if controls > len(sample) * _BINARY_SHARE:
        raise UnreadableArticleError(name, "it is a binary file, not text", "say what it is with --input-format")
