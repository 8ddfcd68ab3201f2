"""A check: one module that looks for faults of a few rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from citations.article import Article
from citations.claims import Claim
from citations.document import Position
from citations.records import Note
from verifier.audit import ClaimAudit, Offer, PageChange, SourceAudit, quotable
from verifier.findings import Finding, Rule
from verifier.sources import CitedSource, cited_sources

LONGEST_SHOWN = 300
"""Characters of an address that a message shows: three lines of a terminal, and more than nearly all of them have."""

FAIL_AFTER_DAYS = 3
"""Different days with a failure before a page is listed as long unreachable: a weekend's outage is shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInput:
    """What a check may look at. ``claims`` and ``sources`` are empty when only the article was read (``parse``).

    ``fail_after``: different days with a failure before a page is listed as long unreachable. ``codes``: those of all
    rules there are, empty where nobody says.
    """

    article: Article
    claims: tuple[ClaimAudit, ...] = ()
    sources: tuple[SourceAudit, ...] = ()
    offers: tuple[Offer, ...] = ()
    changes: tuple[PageChange, ...] = ()
    fail_after: int = FAIL_AFTER_DAYS
    codes: frozenset[str] = frozenset()


class Check(Protocol):
    """One kind of fault. A check only looks; it changes nothing and fetches nothing."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules whose findings this check yields."""
        ...

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the findings, in any order."""
        ...


def read_sources(given: CheckInput) -> Iterator[tuple[CitedSource, SourceAudit]]:
    """Yield each source that a note names and that could be read, note by note; notes that refer to others are left."""
    sources = {source.key or source.url: source for source in given.sources if source.access.readable}
    for cited in chain.from_iterable(cited_sources(given.article).values() if sources else ()):
        if cited.key in sources and cited.note.refers_to is None:
            yield cited, sources[cited.key]


def at_place(rule: Rule, position: Position, message: str, *, subject: str = "", label: str | None = None) -> Finding:
    """Give a finding of ``rule`` at a place of the article."""
    return _finding(rule, position, message, subject=subject or message, label=label)


def position_in(article: Article, line: int, column: int = 1, note: Note | None = None) -> Position:
    """Give a place by its line, called as the ``note`` or block there is; without a name where that is unsure."""
    here = [note.position] if note is not None else [block.position for block in article.blocks]
    named = {position.place for position in here if position.line == line}
    return Position(line=line, column=column, place=named.pop() if len(named) == 1 else "")


def named(note: Note) -> str:
    """Give the words that name a note in a message; one of a plain list of sources goes by its line."""
    if note.label:
        return f"note {note.label}"
    return f"the source {where(note.position)}"


def where(position: Position) -> str:
    """Give "on line 12", or "at paragraph 12" in a format without lines."""
    return f"at {position.place}" if position.place else f"on line {position.line}"


def listed(labels: Iterable[str]) -> str:
    """Give labels as a message lists them; those of a plain list of sources, which prints none, count as one."""
    found = dict.fromkeys(label for label in labels if label)
    return ", ".join(found) or "without a label"


def at_note(rule: Rule, note: Note, message: str, *, url: str = "") -> Finding:
    """Give a finding of ``rule`` about a note; a decision on it holds while the note's text and the URL stand."""
    return _finding(rule, note.position, message, label=note.label or None, subject=note.raw, url=url, path=note.path)


def at_claim(
    rule: Rule, claim: Claim, message: str, *, url: str = "", label: str | None = None, passage: str = ""
) -> Finding:
    """Give a finding of ``rule`` about a claim; a decision on it holds while claim, URL and passage stand."""
    return _finding(
        rule,
        claim.position,
        message,
        label=label if label is not None else next(iter(claim.labels), None),
        claim_id=claim.id,
        subject=claim.text,
        url=url,
        passage=quotable(passage),
    )


def _finding(rule: Rule, at: Position, message: str, **more: Any) -> Finding:
    return Finding(
        rule=rule.code,
        severity=rule.severity,
        line=at.line,
        column=at.column,
        place=at.place,
        message=message,
        help=rule.help,
        **more,
    )
