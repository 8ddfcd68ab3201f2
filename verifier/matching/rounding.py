"""Figures that a claim gives in round, or as a bound: which exact ones of a source they may stand for."""

from collections.abc import Iterable
from enum import Enum
from itertools import islice

from verifier.matching.claim_words import ClaimWord, ClaimWords
from verifier.matching.numbers import looks_like_year, rounds_to, unit_of
from verifier.matching.vocabulary import ARTICLES, HEDGES, HEDGES_ABOVE, HEDGES_BELOW, HEDGES_NEARLY

MOST_ABOVE, MOST_BELOW, MOST_SHORT = 0.5, 0.25, 0.12
"""Share of a bound by which the exact figure may lie beyond it: "more than 1,000" may be 1,400, "less than 1,000" 760,
"nearly 1,000" is not 870. Who says "more than" leaves room; who says "nearly" does not."""
ROUGHLY, ABOUT = 3.0, 4.0
"""Per cent of the whole by which a share may differ from the fraction that a claim gives: seven in ten are 67 to 73,
"about a third" are 30 too."""


class Hedge(Enum):
    """How a claim means a figure: just so, roughly, as a lower bound, as an upper bound, as one that is nearly met."""

    NONE = 0
    ABOUT = 1
    ABOVE = 2
    BELOW = 3
    NEARLY = 4


_UPPER = {Hedge.BELOW: MOST_BELOW, Hedge.NEARLY: MOST_SHORT}
"""How far below each upper bound the exact figure may lie."""


def hedge_of(claim: ClaimWords, word: ClaimWord) -> Hedge:
    """Give how a claim means a figure, by the two words before it but for an article ("about", "more than a")."""
    behind = next(i for i, w in enumerate(claim.words) if w.start >= word.start)
    ahead = (w.low for w in reversed(claim.words[:behind]) if w.surface[0].isalnum() and w.low not in ARTICLES)
    before = frozenset(islice(ahead, 2))
    if before.isdisjoint(HEDGES):
        return Hedge.NONE
    if not before.isdisjoint(HEDGES_ABOVE):
        return Hedge.ABOVE
    if not before.isdisjoint(HEDGES_NEARLY):
        return Hedge.NEARLY
    return Hedge.ABOUT if before.isdisjoint(HEDGES_BELOW) else Hedge.BELOW


def may_stand_for(word: ClaimWord, exact: float, hedge: Hedge) -> bool:
    """Whether a figure of a claim, but a year, may stand for an exact one: 31,000 for 31,241, "over 3" for 3.3."""
    rough = word.term.value
    if is_year(word) or not rough:
        return False
    if hedge is Hedge.ABOVE:
        return rough <= exact < rough + min(unit_of(rough), MOST_ABOVE * rough)
    if hedge in _UPPER:
        return rough - min(unit_of(rough), _UPPER[hedge] * rough) < exact <= rough
    return rounds_to(exact, rough, hedged=hedge is Hedge.ABOUT)


def may_be_share(exact: float, told: float, hedge: Hedge) -> bool:
    """Whether a share in per cent may be the one that a claim tells as a fraction: 38 for "more than a third"."""
    if hedge is Hedge.ABOVE:
        return told <= exact + ROUGHLY and exact < told * (1 + MOST_ABOVE)
    if hedge in _UPPER:
        return told * (1 - _UPPER[hedge]) < exact <= told + ROUGHLY
    return abs(exact - told) <= (ABOUT if hedge is Hedge.ABOUT else ROUGHLY)


def is_year(word: ClaimWord) -> bool:
    """Whether a figure of a claim can be a year: "1,000" is none."""
    return "," not in word.surface and looks_like_year(word.term.value)


def are_years(forms: Iterable[str]) -> bool:
    """Whether a source writes a figure only as years are written: "2024" is no exact figure for "about 2,100"."""
    return all(form.isdecimal() and looks_like_year(float(form)) for form in forms)


def decade(word: ClaimWord) -> range:
    """Give the years of a decade that a claim names ("the 1930s"); none for any other word."""
    first = int(word.term.value)
    return range(first, first + 10) if word.surface.endswith("0s") else range(0)
