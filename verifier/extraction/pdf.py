"""Reads PDF files, page by page, with the numbers of the pages."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from citations.apart import ReaderApart
from verifier.extraction.base import PageData, Part, PartKind, Reader, Said, SourceText
from verifier.extraction.page_dates import read_date
from verifier.extraction.page_walk import fold_space
from verifier.extraction.paragraphs import is_cut, join_lines
from verifier.extraction.pdf_text import MOST_CHARACTERS
from verifier.extraction.running_lines import without_running_lines
from verifier.extraction.sniffing import is_pdf

SCANNED_CHARACTERS = 20
"""Characters a page, on average, under which a file is taken for a scan: page numbers and stamps are shorter."""

MOST_PARTED = 500
"""Words parted at line ends that are looked up in the text of their page; a page of print has under a hundred."""

_LINE_END_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen that parts a word at a line end."""

_PARTED = re.compile(rf"(\w{{1,60}}){_LINE_END_HYPHEN}(?:\r?\n)?(\w{{1,60}})")

_PDFIUM = ReaderApart("verifier.extraction.pdf_text:read_pages")


def _read(body: bytes, *_: str) -> SourceText:
    """Give the text of the pages, one part each."""
    try:
        answer = _PDFIUM.read(body)
    except OSError as error:
        return SourceText(text="", kind="pdf", problem=f"the PDF was not read: no process can be started ({error})")
    if not answer.values:
        return SourceText(text="", kind="pdf", problem=f"the PDF was not read: {answer.ended}")
    told: Any = answer.values[0]
    if "problem" in told:
        return SourceText(text="", kind="pdf", problem=told["problem"])
    pages = [without_parted_words(str(raw)).splitlines() for raw in answer.values[1:]]
    return _source_text(pages, told["pages"], _data(told["data"]), answer.ended)


def without_parted_words(text: str) -> str:
    """Give the text of a page with the words joined that line ends parted; PDFium marks these with U+FFFE.

    The hyphen stays in a word that the page also has with its hyphen within a line.
    """
    looked_up = 0

    def joined(parted: re.Match[str]) -> str:
        nonlocal looked_up
        looked_up += 1
        compound = f"{parted[1]}-{parted[2]}"
        return compound if looked_up <= MOST_PARTED and compound in text else parted[1] + parted[2]

    return _PARTED.sub(joined, text).replace(_LINE_END_HYPHEN, "-")


def _source_text(pages: Sequence[Sequence[str]], number_of_pages: int, data: PageData, ended: str | None) -> SourceText:
    """Give the text page by page; what runs along the pages stands once, before them.

    ``ended`` says why there are no more pages, ``None`` if nothing kept them from being read.
    """
    pages, running = without_running_lines(pages)
    text = "\n".join(map(fold_space, running))[:MOST_CHARACTERS]
    parts = [Part(start=0, end=len(text), kind=PartKind.NOTICE)] if text else []
    first, read, before = len(text), 0, ""
    for number, lines in enumerate(pages, start=1):
        page = "\n".join(join_lines(lines))
        if len(text) + len(page) > MOST_CHARACTERS:
            ended = f"it has more than {MOST_CHARACTERS:,} characters"
            break
        read = number
        if page:
            if text:
                text += " " if before and is_cut(before, page) else "\n"
            parts.append(Part(start=len(text), end=len(text) + len(page), kind=PartKind.MAIN, page=number))
            text += page
            before = page
    problem = None
    if read < number_of_pages:
        why = f": {ended}" if ended else ""
        some = f"only the first {read} of {number_of_pages} pages were read" if read else "no page of the PDF was read"
        problem = some + why
    if len(text) - first < SCANNED_CHARACTERS * read or not number_of_pages:
        problem = "scanned: its pages have no text" if number_of_pages else "a PDF without pages"
    return SourceText(text=text, kind="pdf", parts=tuple(parts), data=data, problem=problem)


def _data(said: Mapping[str, str]) -> PageData:
    """Give title, author and dates of the file's own record; it is often that of a template, so nobody relies on it."""
    title, author = fold_space(said.get("Title", ""))[:500], fold_space(said.get("Author", ""))[:200]
    created = read_date(said.get("CreationDate", "").removeprefix("D:"))
    return PageData(
        titles=(Said(value=title, source="PDF title"),) if title else (),
        authors=(Said(value=author, source="PDF author"),) if author else (),
        published=Said(value=created, source="PDF creation date") if created else None,
    )


READER = Reader(accepts=lambda body, _: is_pdf(body), read=_read)
