"""Checks shares given in words: claim "most pupils" or "two thirds of them", source "43 per cent"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.fractions import shares
from verifier.matching.details.figures.measures import PERCENT
from verifier.matching.details.figures.shares import shares_in
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.rounding import ABOUT, ROUGHLY, Hedge, hedge_of

HALF = 50.0
"""Per cent."""

_MOST = re.compile(r"\bmost of\b|\bmajority\b|^most (?:people|\w{1,20}s)\b")
"""A "most" of a number of things, in a claim in lower case. "The most expensive" is none."""
_SAYING_MOST = frozenset(("most", "majority"))
"""Words with which the source itself may say "most"."""
_NO_PORTION = re.compile(
    r"\b(?:first|second|other|latter|one|an?|past) half\b|-half\b|\bhalf(?: past| an?\b|-| time| dozen)"
)
"""A "half" that is no share of a number of things."""


class _Portion(NamedTuple):
    """A share of the claim: its first word, its value in per cent, and how it is meant ("more than half")."""

    word: ClaimWord
    share: float
    hedge: Hedge


def other_portions(located: Located) -> tuple[Rival, ...]:
    """Give the claim's shares in words for which its best sentence has only other shares, in per cent."""
    number = located.best(SAYS_IT)
    if number is None or PERCENT not in located.source.keys(number):
        return ()
    line = [(at, term) for at, term in enumerate(located.source.terms(number)) if term.kind != "stop"]
    said = {figure.term.key for figure, unit in pairwise(located.claim.content) if unit.term.key == PERCENT}
    others = [at for (at, figure), (_, unit) in pairwise(line) if unit.key == PERCENT and figure.key not in said]
    portions = list(_portions(located)) if others else []
    if not portions:
        return ()
    words, told = located.source.words(number), [share for i in located.place for share in shares_in(located, i)]
    apart = [p for p in portions if not any(_may_be(share, p) for share in told)]
    return tuple(rival_at(p.word, words, number, others[:1]) for p in apart)


def _portions(located: Located) -> Iterator[_Portion]:
    """The shares that the claim gives in words. "Most" counts only if the place does not say so itself."""
    text = located.claim.text.lower()
    no_portions = [m.span() for m in _NO_PORTION.finditer(text)]
    found = [(start, share) for start, _, share in shares(text) if not any(a <= start < b for a, b in no_portions)]
    starts = {w.start: w for w in located.claim.words}
    yield from (_Portion(w, share, hedge_of(located.claim, w)) for at, share in found if (w := starts.get(at)))
    most = next(_MOST.finditer(text), None)
    word = starts.get(most.start()) if most else None
    if word and not any(_SAYING_MOST.intersection(located.source.low(i)) for i in located.place):
        yield _Portion(word, HALF, Hedge.ABOVE)


def _may_be(share: float, portion: _Portion) -> bool:
    """Whether a share of the source, in per cent, may be the claim's. A bound may be far from the exact share."""
    if portion.hedge is Hedge.ABOVE:
        return share > portion.share
    if portion.hedge in (Hedge.BELOW, Hedge.NEARLY):
        return share < portion.share
    return abs(share - portion.share) <= (ABOUT if portion.hedge is Hedge.ABOUT else ROUGHLY)
