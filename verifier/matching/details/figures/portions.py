"""Which part of a whole: "most pupils" and "two thirds", where the source has 43 per cent of them."""

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
_SAYING_MOST = frozenset(("most", "majority"))
_NO_PORTION = re.compile(
    r"\b(?:first|second|other|latter|one|an?|past) half\b|-half\b|\bhalf(?: past| an?\b|-| time| dozen)"
)
"""A "half" that is no share of what is counted."""


class _Portion(NamedTuple):
    """A share of the claim at its first word: per cent, and how it is meant."""

    word: ClaimWord
    share: float
    hedge: Hedge


def other_portions(located: Located) -> tuple[Rival, ...]:
    """Give the shares that the claim tells in words for which its best sentence has only others, in per cent."""
    number = located.best(SAYS_IT)
    if number is None or PERCENT not in located.source.keys(number):
        return ()
    told = [(at, term) for at, term in enumerate(located.source.terms(number)) if term.kind != "stop"]
    mine = {one.term.key for one, unit in pairwise(located.claim.content) if unit.term.key == PERCENT}
    others = [at for (at, one), (_, unit) in pairwise(told) if unit.key == PERCENT and one.key not in mine]
    portions = list(_portions(located)) if others else []
    if not portions:
        return ()
    words, there = located.source.words(number), [share for i in located.place for share in shares_in(located, i)]
    apart = [p for p in portions if not any(_may_be(share, p) for share in there)]
    return tuple(rival_at(p.word, words, number, others[:1]) for p in apart)


def _portions(located: Located) -> Iterator[_Portion]:
    """The shares that the claim tells in words; "most" only where the source does not say so itself."""
    text = located.claim.text.lower()
    none = [m.span() for m in _NO_PORTION.finditer(text)]
    found = [(start, share) for start, _, share in shares(text) if not any(a <= start < b for a, b in none)]
    starts = {w.start: w for w in located.claim.words}
    yield from (_Portion(w, share, hedge_of(located.claim, w)) for at, share in found if (w := starts.get(at)))
    most = next(_MOST.finditer(text), None)
    word = starts.get(most.start()) if most else None
    if word and not any(_SAYING_MOST.intersection(located.source.low(i)) for i in located.place):
        yield _Portion(word, HALF, Hedge.ABOVE)


def _may_be(share: float, portion: _Portion) -> bool:
    """Whether a share of the source is what the claim tells; whoever tells a bound may be far from it."""
    if portion.hedge is Hedge.ABOVE:
        return share > portion.share
    if portion.hedge in (Hedge.BELOW, Hedge.NEARLY):
        return share < portion.share
    return abs(share - portion.share) <= (ABOUT if portion.hedge is Hedge.ABOUT else ROUGHLY)
