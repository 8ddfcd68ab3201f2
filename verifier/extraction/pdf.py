"""Reads PDF files, page by page, with the numbers of the pages."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from verifier.extraction.base import PageData, Part, PartKind, Said, SourceText
from verifier.extraction.page_dates import read_date
from verifier.extraction.page_walk import fold_space
from verifier.extraction.paragraphs import join_lines
from verifier.extraction.sniffing import is_pdf

MOST_PAGES = 500
"""Pages read of one file; at 2 to 5 ms each this is about two seconds."""

MOST_CHARACTERS = 5_000_000
"""Characters read of one file."""

SCANNED_CHARACTERS = 20
"""Characters a page, on average, under which a file is taken for a scan: page numbers and stamps are shorter."""

_LINE_END_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen that parts a word at a line end."""

_PARTED = re.compile(rf"(\w{{1,60}}){_LINE_END_HYPHEN}(?:\r?\n)?(\w{{1,60}})")

_ONE_AT_A_TIME = threading.Lock()
"""PDFium may not be entered by two threads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReader:
    """Reads PDF. A word that is parted at a line end is joined, unless the page has it with its hyphen elsewhere."""

    name: str = "pdf"

    def accepts(self, body: bytes, content_type: str) -> bool:
        """Whether the signature stands near the beginning, whatever the bytes are called."""
        del content_type
        return is_pdf(body)

    def read(self, body: bytes, *, url: str, content_type: str) -> SourceText:
        """Give the text of the pages, one part each."""
        del url, content_type
        import pypdfium2  # noqa: PLC0415 - slow to load, and most sources are web pages

        with _ONE_AT_A_TIME:
            try:
                document = pypdfium2.PdfDocument(body)
            except pypdfium2.PdfiumError as error:
                encrypted = "password" in str(error).lower()
                return SourceText(text="", kind=self.name, problem="encrypted" if encrypted else "a broken PDF")
            try:
                return _source_text(self.name, len(document), _texts(document, pypdfium2.PdfiumError), _data(document))
            finally:
                document.close()


def _texts(document: Any, broken: type[Exception]) -> Iterator[str]:
    """Yield the text of each page; a broken page has none, and does not spoil the others."""
    for index in range(min(len(document), MOST_PAGES)):
        try:
            raw = document[index].get_textpage().get_text_range()
        except broken:
            raw = ""
        yield "\n".join(join_lines(without_parted_words(raw).splitlines()))


def without_parted_words(text: str) -> str:
    """Give the text of a page with the words joined that line ends parted; it marks them with U+FFFE."""

    def joined(parted: re.Match[str]) -> str:
        compound = f"{parted[1]}-{parted[2]}"
        return compound if compound in text else parted[1] + parted[2]

    return _PARTED.sub(joined, text).replace(_LINE_END_HYPHEN, "-")


def _source_text(kind: str, pages: int, texts: Iterator[str], data: PageData) -> SourceText:
    parts: list[Part] = []
    kept: list[str] = []
    at = read = 0
    for number, text in enumerate(texts, start=1):
        if at + len(text) > MOST_CHARACTERS:
            break
        read = number
        if text:
            kept.append(text)
            parts.append(Part(start=at, end=at + len(text), kind=PartKind.MAIN, page=number))
            at += len(text) + 1
    problem = None if read == pages else f"only the first {read} of {pages} pages were read"
    if at < SCANNED_CHARACTERS * max(read, 1):
        problem = "scanned: its pages have no text" if pages else "a PDF without pages"
    return SourceText(text="\n".join(kept), kind=kind, parts=tuple(parts), data=data, problem=problem)


def _data(document: Any) -> PageData:
    """Give title, author and dates of the file's own record; it is often that of a template, so nobody relies on it."""
    said = document.get_metadata_dict()
    title, author = fold_space(said.get("Title", ""))[:500], fold_space(said.get("Author", ""))[:200]
    created = read_date(said.get("CreationDate", "").removeprefix("D:"))
    return PageData(
        title=Said(value=title, source="PDF title") if title else None,
        authors=(Said(value=author, source="PDF author"),) if author else (),
        published=Said(value=created, source="PDF creation date") if created else None,
    )


READER = PdfReader()
