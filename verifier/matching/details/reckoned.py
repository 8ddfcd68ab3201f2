"""Figures that a reader reckons from two others of one sentence: their difference, their sum, a share of one."""

from itertools import combinations, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.fractions import shares
from verifier.matching.locate import Located
from verifier.matching.numbers import is_ordinal, looks_like_year
from verifier.matching.opposites import FALLING, RISING
from verifier.matching.rounding import Hedge, hedge_of, is_year, may_stand_for
from verifier.matching.terms import TermKind
from verifier.matching.vocabulary import listed

MOST_FIGURES = 8
"""Figures of a sentence that are reckoned with: a table has many, and any two of them make a third."""

_COMPARING = (
    frozenset(
        listed(
            """by more less fewer added adds off took takes short ahead behind above below further extra longer shorter
            difference gap margin between lead later earlier older younger saved cheaper dearer"""
        )
    )
    | RISING
    | FALLING
)
"""Words with which a figure tells how far two others are apart."""


def is_reckoned(located: Located, word: ClaimWord) -> bool:
    """Whether the claim's best sentence has two figures from which a reader has the claim's.

    Their difference where the claim compares ("six miles further": 22 for 16), their sum (two and five for seven), or a
    share of one of them (a third of 2.1 million for 700,000).
    """
    if is_ordinal(word.surface.lower()) or is_year(word):
        return False
    value, hedge = word.term.value or 0.0, hedge_of(located.claim, word)
    compares = not _COMPARING.isdisjoint(w.surface.lower() for w in located.claim.words)
    if not located.order:
        return False
    number = located.order[0]
    figures = figures_of(located, number)
    apart = [abs(one - other) for one, other in combinations(figures, 2)] if compares else []
    if any(gap == value or may_stand_for(word, gap, hedge) for gap in apart):
        return True
    if any(one + other == value for one, other in pairwise(figures)):
        return True
    parts = (share * one / 100 for _, _, share in shares(located.source.sentence(number)) for one in figures)
    return any(may_stand_for(word, part, Hedge.ABOUT) for part in parts)


def figures_of(located: Located, number: int) -> list[float]:
    """Give the first figures of a sentence in order, days and years left out."""
    line = located.line(number)
    counts = (
        one.value
        for one, beside in pairwise([*line, line[-1]] if line else [])
        if one.value is not None and one.value > 0 and beside.kind is not TermKind.MONTH
    )
    return [value for value in counts if not looks_like_year(value)][:MOST_FIGURES]
