"""Builds small values for tests: what matters to a test is named, the rest has a plain default."""

from typing import Any

from citations.article import Article
from citations.claims import Claim
from citations.dates import PartialDate
from citations.document import Marker, Position, Span
from citations.records import CitationRecord, FieldSpan, Note
from verifier.audit import Citation, ClaimAudit, SourceAudit
from verifier.fetching.base import Access
from verifier.matching.base import Match, Passage, Verdict


def at(line: int, column: int = 1) -> Position:
    """Give a position."""
    return Position(line=line, column=column)


def day(raw: str, *readings: tuple[int, ...]) -> PartialDate:
    """Give a date with its readings."""
    return PartialDate(raw=raw, readings=readings)


def record(raw: str = "", **fields: Any) -> CitationRecord:
    """Give a record; the span of its title is found in ``raw``."""
    title = fields.get("title")
    start = raw.find(title) if title else -1
    spans = (FieldSpan(field="title", start=start, end=start + len(title)),) if title and start >= 0 else ()
    return CitationRecord(start=0, end=len(raw), spans=spans, **fields)


def note(label: str, raw: str = "", *, line: int = 10, **fields: Any) -> Note:
    """Give a note; without ``records`` it has one whose fields are those given, in the form ``record(...)`` takes."""
    known = ("kind", "refers_to", "chapter", "path", "records")
    own = {name: fields.pop(name) for name in known if name in fields}
    own.setdefault("records", (record(raw, **fields),))
    return Note(label=label, raw=raw, position=at(line), style="bracket", **own)


def marker(label: str, *, line: int = 1, column: int = 1, style: str = "superscript", chapter: int = 0) -> Marker:
    """Give a marker."""
    return Marker(
        label=label, raw=f"[{label}]", style=style, block=0, offset=0, position=at(line, column), chapter=chapter
    )


def article(*notes: Note, **fields: Any) -> Article:
    """Give an article with these notes, and a marker for each unless ``markers`` says otherwise."""
    fields.setdefault("markers", tuple(marker(one.label, chapter=one.chapter) for one in notes))
    values: dict[str, Any] = {"path": "a.md", "format": "markdown", "title": None, "blocks": (), "claims": ()}
    return Article(notes=notes, **{**values, **fields})


def claim(text: str, *labels: str, number: int = 1, line: int = 3, **fields: Any) -> Claim:
    """Give a claim that is a whole sentence."""
    return Claim(
        id=f"c{number}",
        labels=labels or ("i",),
        text=text,
        sentence=text,
        span=Span(start=0, end=len(text)),
        position=at(line),
        block=0,
        **fields,
    )


def source(url: str = "https://a.example/", *labels: str, **fields: Any) -> SourceAudit:
    """Give a source that could be read."""
    values: dict[str, Any] = {"access": Access.OK, "reason": "HTTP 200 OK", "fetched_at": "2026-01-02T03:04:05Z"}
    return SourceAudit(url=url, key=url, labels=labels or ("i",), **{**values, **fields})


def judged(
    said: Claim, verdict: Verdict, *, cited: SourceAudit | None = None, passage: str = "", **fields: Any
) -> ClaimAudit:
    """Give a claim with one citation, judged; further fields are those of the match."""
    evidence = (Passage(start=0, end=len(passage), text=passage),) if passage else ()
    match = Match(verdict=verdict, score=0.5, evidence=evidence, **fields)
    citation = Citation(label=said.labels[0], source=cited or source(), verdict=verdict, reason=None, match=match)
    return ClaimAudit(claim=said, verdict=verdict, reason=None, score=0.5, citations=(citation,))


FULL: dict[str, Any] = {
    "title": "A title",
    "container_title": "Herald",
    "url": "https://herald.example/a",
    "issued": day("2 Mar 2026", (2026, 3, 2)),
    "accessed": day("5 Mar 2026", (2026, 3, 5)),
}
"""The fields of a note with which nothing is wrong."""
