"""Tells whether a claim's rounded figure or bound ("about 400", "more than 20") may stand for one of the source."""

from collections.abc import Iterable
from enum import Enum
from itertools import islice

from verifier.matching.claim_words import ClaimWord, ClaimWords
from verifier.matching.numbers import looks_like_year, rounds_to, unit_of
from verifier.matching.vocabulary import ARTICLES, HEDGES, HEDGES_ABOVE, HEDGES_BELOW, HEDGES_NEARLY

MOST_ABOVE, MOST_BELOW, MOST_SHORT = 0.5, 0.25, 0.12
"""Share of a bound by which the exact figure may lie above "more than", below "less than", or short of "nearly". "More
than 1,000" may be 1,400 and "less than 1,000" may be 760, but "nearly 1,000" is not 870: whoever says "nearly" leaves
less room."""
ROUGHLY, ABOUT = 3.0, 4.0
"""Percentage points by which a share may differ from the claim's fraction, without and with "about": "seven in ten" may
be 67 to 73 per cent, and "about a third" may be 30 per cent."""


class Hedge(Enum):
    """How a claim means a figure: exactly, roughly, as a lower bound, as an upper bound, or as nearly reached."""

    NONE = 0
    ABOUT = 1
    ABOVE = 2
    BELOW = 3
    NEARLY = 4


_UPPER = {Hedge.BELOW: MOST_BELOW, Hedge.NEARLY: MOST_SHORT}
"""The share by which the exact figure may lie below each kind of upper bound."""


def hedge_of(claim: ClaimWords, word: ClaimWord) -> Hedge:
    """Give how a claim means a figure, by the two words before it ("about", "more than"). Articles are skipped."""
    at = claim.places[word.start]
    nearest_first = (w.low for w in reversed(claim.words[:at]) if w.surface[0].isalnum() and w.low not in ARTICLES)
    before = frozenset(islice(nearest_first, 2))
    if before.isdisjoint(HEDGES):
        return Hedge.NONE
    if not before.isdisjoint(HEDGES_ABOVE):
        return Hedge.ABOVE
    if not before.isdisjoint(HEDGES_NEARLY):
        return Hedge.NEARLY
    return Hedge.ABOUT if before.isdisjoint(HEDGES_BELOW) else Hedge.BELOW


def may_stand_for(word: ClaimWord, exact: float, hedge: Hedge) -> bool:
    """Whether a figure of the claim, if no year, may stand for an exact one: 31,000 for 31,241, "over 3" for 3.3."""
    rough = word.term.value
    if is_year(word) or not rough:
        return False
    if hedge is Hedge.ABOVE:
        return rough <= exact < rough + min(unit_of(rough), MOST_ABOVE * rough)
    if hedge in _UPPER:
        return rough - min(unit_of(rough), _UPPER[hedge] * rough) < exact <= rough
    return rounds_to(exact, rough, hedged=hedge is Hedge.ABOUT)


def may_be_share(exact: float, said: float, hedge: Hedge) -> bool:
    """Whether an exact share may be the one the claim gives as a fraction: 38 per cent for "more than a third".

    Both shares are in per cent.
    """
    if hedge is Hedge.ABOVE:
        return said <= exact + ROUGHLY and exact < said * (1 + MOST_ABOVE)
    if hedge in _UPPER:
        return said * (1 - _UPPER[hedge]) < exact <= said + ROUGHLY
    return abs(exact - said) <= (ABOUT if hedge is Hedge.ABOUT else ROUGHLY)


def is_year(word: ClaimWord) -> bool:
    """Whether a figure of the claim can be a year. With a comma ("1,000") it cannot."""
    return "," not in word.surface and looks_like_year(word.term.value)


def are_years(forms: Iterable[str]) -> bool:
    """Whether all forms of a figure look like years. "2024" is no exact figure for "about 2,100"."""
    return all(form.isdecimal() and looks_like_year(float(form)) for form in forms)


def decade(word: ClaimWord) -> range:
    """Give the ten years of a decade named by the claim ("the 1930s"), an empty range for any other word."""
    first = int(word.term.value)
    return range(first, first + 10) if word.surface.endswith("0s") else range(0)
