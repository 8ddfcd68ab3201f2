"""Reads plain text: lines folded, nothing taken for markup."""

from verifier.extraction.base import Part, PartKind, Reader, SourceText
from verifier.extraction.charset import decode
from verifier.extraction.paragraphs import join_lines
from verifier.extraction.sniffing import binary_type


def _read(body: bytes, _: str, content_type: str) -> SourceText:
    """Give the text, one line a paragraph: lines wrapped at a fixed width are joined again."""
    decoded = decode(body, content_type)
    text = "\n".join(join_lines(decoded.text.replace("\f", "\n\n").splitlines()))
    parts = (Part(start=0, end=len(text), kind=PartKind.MAIN),) if text else ()
    return SourceText(text=text, kind="text", parts=parts, encoding=decoded.encoding)


READER = Reader(accepts=lambda body, _: binary_type(body) is None, read=_read)
