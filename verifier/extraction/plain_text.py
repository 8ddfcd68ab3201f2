"""Reads plain text: lines folded, nothing taken for markup."""

from dataclasses import dataclass

from verifier.extraction.base import Part, PartKind, SourceText
from verifier.extraction.charset import decode
from verifier.extraction.paragraphs import join_lines
from verifier.extraction.sniffing import binary_type


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReader:
    """Reads what is neither a page nor a PDF but text all the same: notes, mail, JSON, CSV."""

    name: str = "text"

    def accepts(self, body: bytes, content_type: str) -> bool:
        """Whether these bytes are text, whatever they are called."""
        del content_type
        return binary_type(body) is None

    def read(self, body: bytes, *, url: str, content_type: str) -> SourceText:
        """Give the text, one line a paragraph: lines wrapped at a fixed width are joined again."""
        del url
        decoded = decode(body, content_type)
        text = "\n".join(join_lines(decoded.text.replace("\f", "\n\n").splitlines()))
        parts = (Part(start=0, end=len(text), kind=PartKind.MAIN),) if text else ()
        return SourceText(text=text, kind=self.name, parts=parts, encoding=decoded.encoding)


READER = TextReader()
