"""Reads PDF files, page by page, with the numbers of the pages."""

from dataclasses import dataclass
from typing import Any

from verifier.extraction.base import Part, PartKind, SourceText
from verifier.extraction.page_walk import fold_space
from verifier.extraction.sniffing import is_pdf

MOST_PAGES = 500
"""Pages read of one file; at 2 to 5 ms each this is about two seconds."""

MOST_CHARACTERS = 5_000_000
"""Characters read of one file."""

SCANNED_CHARACTERS = 20
"""Characters a page, on average, under which a file is taken for a scan: page numbers and stamps are shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReader:
    """Reads PDF. Words that are parted at a line end are joined; a hyphen of their own is kept where it is clear."""

    name: str = "pdf"

    def accepts(self, body: bytes, content_type: str) -> bool:
        """Whether the signature stands near the beginning, whatever the bytes are called."""
        del content_type
        return is_pdf(body)

    def read(self, body: bytes, *, url: str, content_type: str) -> SourceText:
        """Give the text of the pages, one part each."""
        del url, content_type
        import pypdfium2  # noqa: PLC0415 - slow to load, and most sources are web pages

        try:
            document = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError as error:
            encrypted = "password" in str(error).lower()
            return SourceText(text="", kind=self.name, problem="encrypted" if encrypted else "a broken PDF")
        try:
            return self._of(document)
        finally:
            document.close()

    def _of(self, document: Any) -> SourceText:
        count = len(document)
        texts: list[str] = []
        characters = 0
        for index in range(min(count, MOST_PAGES)):
            text = "\n".join(page_lines(_page_text(document, index)))
            characters += len(text)
            if characters > MOST_CHARACTERS:
                break
            texts.append(text)
        problem = None
        if characters < SCANNED_CHARACTERS * len(texts):
            problem = "scanned: pages without text"
        elif len(texts) < count:
            problem = f"only the first {len(texts)} of {count} pages were read"
        return _joined(self.name, texts, problem)


def _page_text(document: Any, index: int) -> str:
    import pypdfium2  # noqa: PLC0415 - as above

    try:
        page = document[index]
        text: str = page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:  # one broken page does not spoil the others
        return ""
    return text


def page_lines(text: str) -> list[str]:
    """Give the paragraphs of a page: lines joined, words parted at a line end put together."""
    lines: list[str] = []
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = fold_space(raw.replace("\ufffe", "\u00ad\n").replace("\u0002", "-"))
        if not line:
            continue
        lines.append(line)
    return lines


def _joined(kind: str, texts: list[str], problem: str | None) -> SourceText:
    parts: list[Part] = []
    at = 0
    kept = [(number, text) for number, text in enumerate(texts, start=1) if text]
    for number, text in kept:
        parts.append(Part(start=at, end=at + len(text), kind=PartKind.MAIN, page=number))
        at += len(text) + 1
    return SourceText(text="\n".join(text for _, text in kept), kind=kind, parts=tuple(parts), problem=problem)


READER = PdfReader()
