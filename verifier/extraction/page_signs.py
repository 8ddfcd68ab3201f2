"""What the markup of a page shows about access to it: free or not, a refresh to elsewhere, a PDF, a next page.

Walls are told by their words, which is the fetcher's business; here stands only what the markup declares.
"""

import re
from collections.abc import Iterable
from typing import Any

from verifier.extraction.base import PageSigns
from verifier.extraction.head import Head, absolute
from verifier.extraction.json_ld import JsonObject, about_page

_REFRESH = re.compile(
    r"\s{0,9}(\d{0,6}(?:\.\d{0,6})?)\s{0,9}(?:[;,\s]\s{0,9}(?:url\s{0,9}=\s{0,9})?(.{0,4000}))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_PDF_METAS = ("citation_pdf_url", "eprints.document_url", "bepress_citation_pdf_url")
_WORK_METAS = (*_PDF_METAS, "eprints.title", "bepress_citation_title")
_BOOKS = frozenset({"book", "books.book"})
"""What pages about a book say that they are of (``og:type``)."""


def read_signs(head: Head, main_words: int) -> PageSigns:
    """Give the signs of a page whose main text has ``main_words`` words."""
    pdf = head.said(*_PDF_METAS)
    return PageSigns(
        free=_free(about_page(head.objects)),
        refresh=read_refresh(head.refresh, head.base),
        pdf_url=absolute(pdf[0].value, head.base) if pdf else None,
        next_url=head.link("next"),
        names_work=_names_work(head),
        main_words=main_words,
    )


def _names_work(head: Head) -> bool:
    """Say whether a page declares a paper or a book; some sites have ``citation_title`` everywhere, but no author."""
    paper = "citation_title" in head.metas and not {"citation_author", "citation_authors"}.isdisjoint(head.metas)
    return paper or bool(head.said(*_WORK_METAS)) or not _BOOKS.isdisjoint(head.metas.get("og:type", ()))


def read_refresh(content: str, base: str) -> tuple[float, str] | None:
    """Give the seconds and the absolute address of a meta refresh; ``None`` for one that only loads the page again."""
    match = _REFRESH.match(content)
    if match is None or not match[2]:
        return None
    address = match[2].strip()
    quote = address[:1] if address[:1] in "\"'" else ""
    if quote:
        address = address[1:].partition(quote)[0]
    url = absolute(address, base)
    seconds = match[1].strip(".")
    return (float(seconds) if seconds else 0.0, url) if url else None


def _free(things: Iterable[JsonObject]) -> bool | None:
    """Give what the first object that speaks of it says; "False" and addresses of the vocabulary count too."""
    for thing in things:
        said: Any = thing.get("isAccessibleForFree")
        if isinstance(said, bool):
            return said
        if isinstance(said, str) and said.strip():
            return said.rsplit("/", 1)[-1].strip().lower() in {"true", "yes", "1"}
    return None
