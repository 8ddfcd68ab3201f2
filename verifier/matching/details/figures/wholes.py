"""Finds a whole in the claim where the source has a part: claim "all 48 mills", source "29 of the 48 mills"."""

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
"""Words of weight from a part to its whole, at most: "nine of its members", "nine of the region's twelve"."""
OWNED_WITHIN = 3
"""Words after "all" within which its owner stands: "all of the hotel's"."""


def parts_of_wholes(located: Located) -> tuple[Rival, ...]:
    """Give the figures behind "all" for which the best sentence has a part, or counts fewer of the same thing.

    If another sentence of the place has the part ("two of the four"), the rival is unsure.
    """
    wholes = _wholes(located)
    return (*_in_best(located, wholes), *_counted(located, wholes)) if wholes else ()


def _in_best(located: Located, wholes: Sequence[tuple[ClaimWord, ClaimWord]]) -> Iterator[Rival]:
    """The figures of which the best sentence has a smaller one right before the whole or the thing counted."""
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

    Unsure, since that sentence may tell of something else than the claim.
    """
    for whole, _ in wholes:
        for number in sorted(located.place, key=located.coverage.__getitem__, reverse=True):
            told = PART.findall(located.source.sentence(number))
            parts = (term_of(part) for part, of in told if term_of(of).key == whole.term.key)
            part = next((t for t in parts if 0 < t.value < whole.term.value), None)
            if part is not None:
                yield Rival(word=whole, terms=(part,), sentence=number, sure=False)
                break


def _behind_all(words: Sequence[ClaimWord]) -> Iterator[int]:
    """The places after each "all", and after the owner that follows it: "all of the hotel's 397 rooms"."""
    for at in (i + 1 for i, word in enumerate(words[:-1]) if word.low in ALL):
        yield at
        owner = next((i for i in range(at, min(len(words) - 1, at + OWNED_WITHIN)) if words[i].weight), at)
        if words[owner].low.endswith("'s"):
            yield owner + 1


def _wholes(located: Located) -> list[tuple[ClaimWord, ClaimWord]]:
    """The figures behind "all", each with what it counts. "Both" reads as "all two"."""
    words, content = located.claim.words, located.claim.content
    after_all = {words[at].start for at in _behind_all(words)}
    counted = ((figure, thing) for figure, thing in pairwise(content) if figure.figure and figure.start in after_all)
    pairs = ((word, thing) for word, thing in pairwise(words) if word.low == _BOTH and thing.plain)
    return [*counted, *((both._replace(term=term_of("two")), thing) for both, thing in pairs)]
