"""A limit that a denial loses: "no side effects" where the source has "no serious side effects"."""

from collections.abc import Iterator, Sequence

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import listed

_LIMITING = frozenset(
    listed(
        """big certain clear considerable conclusive critical direct documented fatal firm formal further grave great
        immediate important known large lasting legal  main major marked material new notable obvious official
        other permanent public real relevant serious severe sharp significant similar strong substantial sudden visible
        widespread"""
    )
)
"""Words that leave some of the kind where "no" stands before them."""
_DENYING = frozenset(("no", "any", "without"))
"""Words before such a limit: "no serious effects", "not find any serious effects"."""
_ADVERB = "ly"


def lost_limits(located: Located) -> tuple[Rival, ...]:
    """Give the thing that the claim denies at all, if its source denies it only with a limit. A person looks."""
    words = located.claim.words
    if _DENYING.isdisjoint(located.claim.low):
        return ()
    for at, word in enumerate(words[:-1]):
        thing = words[at + 1]
        if word.low not in _DENYING or not thing.weight or thing.low in _LIMITING:
            continue
        key = located.key(thing)
        told = [(i, place) for i in located.place for place in _denied(located.source.low(i), key)]
        limited = [(i, place) for i, place in told if located.source.low(i)[place] in _LIMITING]
        if limited and len(limited) == len(told):
            number, place = limited[0]
            return (rival_at(thing, located.source.words(number), number, (place, place + 1), sure=False),)
    return ()


def _denied(low: Sequence[str], key: str) -> Iterator[int]:
    """Where the first word of a thing that a sentence denies stands, or the limit before it."""
    for at in (i for i, word in enumerate(low) if word in _DENYING):
        first = at + 2 if "".join(low[at + 1 : at + 2]).endswith(_ADVERB) else at + 1
        yield from (first for word in low[first : first + 2] if term_of(word).key == key)
