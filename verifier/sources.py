"""Which sources an article names: one for each distinct page, one for each record without a link."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from citations.article import Article
from citations.dates import DateParts
from citations.links import canonical_url, split_directives, url_problem
from citations.records import CitationRecord, Note
from verifier.fetching.base import PageRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """One source as one note names it.

    ``key`` tells sources apart: the canonical URL, or the article and its note for a record without a link. ``url`` is
    what to fetch, ``""`` without a link; ``article`` is the path of what cites it; ``problem`` says why it is not a web
    address; ``excluded`` that a pattern of the user's leaves it out. ``fragment`` holds the words of a cited text
    directive, ``page`` a page locator.
    """

    key: str
    label: str
    note: Note
    record: CitationRecord
    url: str = ""
    article: str = ""
    problem: str | None = None
    excluded: bool = False
    fragment: tuple[str, ...] = ()
    page: str | None = None
    wanted_at: DateParts = ()


def cited_sources(article: Article, excluded: Container[str] = ()) -> dict[tuple[int, str], tuple[CitedSource, ...]]:
    """Give the sources that each note names, by chapter and label, in the order of the note.

    Where a label was given twice both notes count. ``excluded`` are the notes that are left out, as they were written.
    """
    found: dict[tuple[int, str], tuple[CitedSource, ...]] = {}
    for note in article.notes:
        left_out = note.raw in excluded
        named = tuple(
            _source(article.path, note, record, index, excluded=left_out) for index, record in enumerate(note.records)
        )
        key = (note.chapter, note.label)
        found[key] = found.get(key, ()) + named
    return found


def _source(article: str, note: Note, record: CitationRecord, index: int, *, excluded: bool) -> CitedSource:
    address = record.url or record.archive_url or ""
    directives = split_directives(record.fragment) if record.fragment else ()
    return CitedSource(
        key=canonical_url(address) if address else f"{article}: {_named(note)}" + (f" ({index + 1})" if index else ""),
        label=note.label,
        note=note,
        record=record,
        url=canonical_url(address) if address else "",
        article=article,
        problem=url_problem(address) if address else None,
        excluded=excluded,
        fragment=tuple(part for part in (directives[0].start, directives[0].end) if part) if directives else (),
        page=record.page,
        wanted_at=next((date.parts for date in (record.accessed, record.issued) if date and date.parts), ()),
    )


def _named(note: Note) -> str:
    """Give the key of a source without a link: labels may begin anew with a chapter, and a plain list has none."""
    if not note.label:
        return f"line {note.position.line}"
    return f"note {note.label}" + (f" of list {note.chapter + 1}" if note.chapter else "")


def page_requests(sources: Iterable[CitedSource], own: frozenset[str]) -> list[PageRequest]:
    """Give one request for each distinct page, in the order of first mention; ``own`` are keys with a user's copy."""
    requests: dict[str, PageRequest] = {}
    for source in sources:
        fetchable = source.url and not source.problem and not source.excluded and source.key not in own
        if fetchable and source.key not in requests:
            requests[source.key] = PageRequest(url=source.url, wanted_at=source.wanted_at)
    return list(requests.values())
