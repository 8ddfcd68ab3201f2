"""Claims of a whole for which the source tells of a part: "all 48 mills" where it has 29 of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.numbers import PART
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import ALL

_BOTH = "both"
REACH = 2
"""Words of weight from a part to its whole: "nine of its members", "nine of the region's twelve"."""


def parts_of_wholes(located: Located) -> tuple[Rival, ...]:
    """Give the figures behind "all" for which the best sentence names a part, or counts fewer of the same thing.

    Of those for which another sentence of the place counts a part only, a person has to tell.
    """
    wholes = _wholes(located)
    return (*_in_best(located, wholes), *_counted(located, wholes)) if wholes else ()


def _in_best(located: Located, wholes: Sequence[tuple[ClaimWord, ClaimWord]]) -> Iterator[Rival]:
    best = located.best(SAYS_IT)
    if best is None:
        return
    line = located.source.line(best)
    for whole, thing in wholes:
        key = whole.term.key if whole.term in line else located.key(thing)
        ends = [at for at, term in enumerate(line) if term.key == key]
        before = [term for at in ends for term in line[max(0, at - REACH) : at]]
        parts = tuple(term for term in before if 1 < term.value < whole.term.value)
        if parts:
            yield Rival(word=whole, terms=parts[:1], sentence=best)


def _counted(located: Located, wholes: Sequence[tuple[ClaimWord, ClaimWord]]) -> Iterator[Rival]:
    """The figures of which a sentence of the place counts a part: "two of the four" for "all four".

    It may speak of another part of the story than the claim, so a person looks.
    """
    for whole, _ in wholes:
        for number in sorted(located.place, key=located.coverage.__getitem__, reverse=True):
            told = PART.findall(located.source.sentence(number))
            parts = (term_of(part) for part, of in told if term_of(of).key == whole.term.key)
            part = next((t for t in parts if 0 < t.value < whole.term.value), None)
            if part is not None:
                yield Rival(word=whole, terms=(part,), sentence=number, sure=False)
                break


def _wholes(located: Located) -> list[tuple[ClaimWord, ClaimWord]]:
    """The figures that follow "all", each with what they count; "both" is all two."""
    words, content = located.claim.words, located.claim.content
    after = {b.start for a, b in pairwise(words) if a.low in ALL}
    all_two = ((a._replace(term=term_of("two")), b) for a, b in pairwise(words) if a.low == _BOTH and b.plain)
    return [*((a, b) for a, b in pairwise(content) if a.figure and a.start in after), *all_two]
