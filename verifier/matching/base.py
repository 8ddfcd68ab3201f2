"""What matching takes and gives: a question (claim and context), passages, misses and a match."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from citations.claims import ClaimKind, Quotation
from citations.dates import DateParts


class Verdict(StrEnum):
    """What follows for a claim, or for one citation of it. We say what the source says, never "false"."""

    SUPPORTED = "supported"
    REVIEW = "review"
    PARTLY = "partly"
    DETAIL_DIFFERS = "detail-differs"
    NOT_FOUND = "not-found"
    NOT_CHECKED = "not-checked"


class MissKind(StrEnum):
    """What sort of detail a source lacks or has otherwise."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    QUOTE = "quote"
    WORD = "word"


class Aspect(StrEnum):
    """What of the matter a source has otherwise, where the words alone do not tell."""

    ROLE = "role"
    """Who did it, to whom, or of whom it is told."""
    SPEAKER = "speaker"
    """Who says or knows it."""
    REASON = "reason"
    DOUBT = "doubt"
    """The source only thinks it possible."""
    EXTENT = "extent"
    """How much of it, or how many."""
    CONTRARY = "contrary"
    """The other way round."""


ASPECT_WORDS: Mapping[str, str] = {
    Aspect.ROLE: "who did it",
    Aspect.SPEAKER: "who says it",
    Aspect.REASON: "the reason",
    Aspect.DOUBT: "how sure it is",
    Aspect.EXTENT: "how much of it",
    Aspect.CONTRARY: "the contrary",
}
"""What stands before a detail that a person reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How note and page name a source: who wrote it, where it appeared (a paper, a site, a publisher), and when."""

    authors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    issued: tuple[DateParts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim as matching needs it. Only ``text`` must be there; the rest helps to find and to judge it.

    ``fragment`` is a cited text directive (decoded parts: start, then perhaps end); ``page`` a page locator.
    ``quotes`` is ``None`` where nobody has read the quotations of the text yet: matching then reads them itself.
    """

    text: str
    context: tuple[str, ...] = ()
    sentence: str = ""
    kind: ClaimKind = ClaimKind.FACT
    quotes: tuple[Quotation, ...] | None = None
    needs_context: bool = False
    fragment: tuple[str, ...] = ()
    page: str | None = None
    origin: Origin = Origin()


class Passage(NamedTuple):
    """Characters of the source text, and that text. ``part`` is the kind of part of the page they lie in.

    This and :class:`Miss` are tuples, since a claim makes some twenty of them, and a frozen dataclass takes four times
    as long to make.
    """

    start: int
    end: int
    text: str
    part: str | None = None
    page: int | None = None


class Miss(NamedTuple):
    """A detail of the claim that its source lacks, or has otherwise.

    ``text`` is the claim's, at ``start`` to ``end`` of the claim's text; ``found`` is what the source has instead
    (``None`` when merely absent), at ``found_start`` to ``found_end`` of the source text. ``aligned``: the rival
    stands in the same slot; ``elsewhere``: the claim's own detail stands somewhere else in the source; ``aspect``: what
    of the matter that changes, where it is known.
    """

    kind: MissKind
    text: str
    start: int
    end: int
    found: str | None = None
    found_start: int | None = None
    found_end: int | None = None
    aligned: bool = False
    elsewhere: bool = False
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One feature of the score: its value and its weight in the logistic model."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What one source says to one claim. ``score``: 0 to 1, how sure that it supports the whole claim.

    ``reason`` belongs to not-checked ("language", "opinion", "empty") or explains a verdict in a word or two;
    ``matched`` are spans of the claim's text whose words stand in the evidence; ``candidates`` are the places that
    lost, best first; ``fragment_found`` is ``None`` when no text directive was cited.
    """

    verdict: Verdict
    score: float
    evidence: tuple[Passage, ...] = ()
    missing: tuple[Miss, ...] = ()
    reason: str | None = None
    fragment_found: bool | None = None
    matched: tuple[tuple[int, int], ...] = ()
    features: tuple[Weighed, ...] = field(default=(), repr=False)
    candidates: tuple[Passage, ...] = field(default=(), repr=False)
    rule: str = ""
    """The name of the verdict rule that decided."""


class Scorer(Protocol):
    """An optional judge, used only when the user names one."""

    @property
    def name(self) -> str:
        """What the audit names it by, with the hash of its model."""
        ...

    def score(self, premises: Sequence[str], claim: str) -> float:
        """Give the probability, 0 to 1, that the premises entail the claim."""
        ...
