"""Reads plain text: lines folded, nothing taken for markup."""

from dataclasses import dataclass

from verifier.extraction.base import Part, PartKind, SourceText
from verifier.extraction.charset import decode
from verifier.extraction.page_walk import fold_space
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
        text = "\n".join(paragraphs(decoded.text))
        parts = (Part(start=0, end=len(text), kind=PartKind.MAIN),) if text else ()
        return SourceText(text=text, kind=self.name, parts=parts, encoding=decoded.encoding)


WRAPPED = 45
"""Characters of a line from which it may go on in the next one; shorter lines are headings, verse or lists."""


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text. A line goes on in the next when it is long and ends without a full stop."""
    found: list[str] = []
    goes_on = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = fold_space(raw)
        if line and goes_on:
            found[-1] = f"{found[-1]} {line}"
        elif line:
            found.append(line)
        goes_on = WRAPPED <= len(line) <= 2 * WRAPPED + 30 and line[-1] not in ":;|}]>"
    return found


READER = TextReader()
