"""Claims of a whole for which the source tells of a part: "all 48 mills" where it has 29 of them."""

from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.vocabulary import ALL

SURE_SHARE = 0.5
"""Share of the claim that its best sentence must cover to be held against "all": below, it is about something else."""

REACH = 2
"""Words of weight from a part to its whole: "nine of its members", "nine of the region's twelve"."""


def parts_of_wholes(located: Located) -> tuple[Rival, ...]:
    """Give the figures behind "all" for which the best sentence names a part, or counts fewer of the same thing."""
    best = located.order[0]
    if located.coverage[best] < SURE_SHARE * located.claim.total:
        return ()
    line = located.line(best)
    out = []
    for whole, thing in _wholes(located):
        key = whole.term.key if whole.term in line else located.key(thing)
        ends = [at for at, term in enumerate(line) if term.key == key]
        before = [term for at in ends for term in line[max(0, at - REACH) : at] if term.value is not None]
        parts = tuple(term for term in before if 1 < (term.value or 0.0) < (whole.term.value or 0.0))
        if parts:
            out.append(Rival(word=whole, terms=parts[:1], sentence=best))
    return tuple(out)


def _wholes(located: Located) -> list[tuple[ClaimWord, ClaimWord]]:
    """The figures that follow "all", each with what they count."""
    words = located.claim.words
    after = {b.start for a, b in pairwise(words) if a.surface.lower() in ALL}
    return [(a, b) for a, b in pairwise(located.claim.content) if a.figure and a.start in after]
