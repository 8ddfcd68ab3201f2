"""The values that matching takes and returns: question, passage, miss, match; and the protocol of a scorer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from citations.claims import ClaimKind, Quotation
from citations.dates import DateParts


class Verdict(StrEnum):
    """The result for a claim, or for one citation of it. It says what the source says, never that a claim is false."""

    SUPPORTED = "supported"
    REVIEW = "review"
    PARTLY = "partly"
    DETAIL_DIFFERS = "detail-differs"
    NOT_FOUND = "not-found"
    NOT_CHECKED = "not-checked"


class MissKind(StrEnum):
    """What kind of detail the source lacks or gives differently."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    QUOTE = "quote"
    WORD = "word"


class Aspect(StrEnum):
    """Which side of the statement differs, for misses whose words alone do not show it."""

    ROLE = "role"
    """Who did it, to whom, or about whom it is said."""
    SPEAKER = "speaker"
    """Who says it or knows it."""
    REASON = "reason"
    DOUBT = "doubt"
    """The claim states what the source only calls possible."""
    EXTENT = "extent"
    """How much, or how many."""
    CONTRARY = "contrary"
    """The source says the opposite."""


ASPECT_WORDS: Mapping[str, str] = {
    Aspect.ROLE: "who did it",
    Aspect.SPEAKER: "who says it",
    Aspect.REASON: "the reason",
    Aspect.DOUBT: "how sure it is",
    Aspect.EXTENT: "how much of it",
    Aspect.CONTRARY: "the contrary",
}
"""The words that reports print before such a miss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What note and page say about a source: its authors, where it appeared (paper, site, publisher), and when."""

    authors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    issued: tuple[DateParts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim as matching takes it. Only ``text`` is required; the rest helps to locate and to judge it.

    ``fragment``: the cited text directive, decoded (start, then perhaps end). ``page``: the page locator. ``quotes``:
    the quotations in the text; with ``None`` matching finds them itself.
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
    """A stretch of the source: its offsets, its text, and the part of the page (title, main, …) it lies in.

    This and :class:`Miss` are tuples because a claim creates about twenty of them, and a frozen dataclass takes four
    times as long to create.
    """

    start: int
    end: int
    text: str
    part: str | None = None
    page: int | None = None


class Miss(NamedTuple):
    """A detail of the claim that the source lacks or gives differently.

    ``text``: the claim's words, at ``start`` to ``end`` of the claim. ``found``: what the source has instead, at
    ``found_start`` to ``found_end`` of the source text; ``None`` if the detail is merely absent. ``aligned``: what was
    found stands in the same slot of the sentence. ``elsewhere``: the claim's own detail stands somewhere else in the
    source. ``aspect``: which side of the statement changes, if known.
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
    """One feature of the score, with its value and its weight in the logistic model."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What one source says about one claim. ``score``: 0 to 1, how likely the source supports the whole claim.

    ``reason``: why a claim was not checked ("language", "opinion", "empty"), or a word or two that explain a verdict.
    ``matched``: the spans of the claim whose words stand in the evidence. ``candidates``: the places that were not
    chosen, best first. ``fragment_found``: ``None`` if the note cites no text directive.
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
    """The name of the verdict rule that applied."""


class Scorer(Protocol):
    """An optional judge, used only if the user names one."""

    @property
    def name(self) -> str:
        """The name written to the audit, with the hash of the model."""
        ...

    def score(self, premises: Sequence[str], claim: str) -> float:
        """Give the probability, 0 to 1, that the premises entail the claim."""
        ...
