"""An "only" that the source has not: "carries only trains" where the source has "carries trains and cyclists"."""

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located

LISTED_WITHIN = 4
"""Words behind a member of a list among which its "and" stands."""

_ONLY = frozenset(("only", "solely", "exclusively"))
_JOINING = frozenset(("and", "or"))


def only_of_more(located: Located) -> tuple[Rival, ...]:
    """Give the word behind an "only" of the claim, if its best sentence joins another to it, and has no "only".

    The other may be left out for good reason ("only adults" of "men and women"), so a person decides.
    """
    words, low = located.claim.words, located.claim.low
    number = located.best(SAYS_IT) if not _ONLY.isdisjoint(low) else None
    if number is None or not _ONLY.isdisjoint(located.source.low(number)):
        return ()
    terms = located.source.terms(number)
    for at, word in enumerate(words[1:], 1):
        if low[at - 1] not in _ONLY or not word.weight or word.figure:
            continue
        key = located.key(word)
        for place in (i for i, term in enumerate(terms) if term.key == key):
            other = _joined_to(located, number, place)
            if other is not None and terms[other].kind == "word" and terms[other].key not in located.bits:
                return (rival_at(word, located.source.words(number), number, (other,), sure=False),)
    return ()


def _joined_to(located: Located, number: int, place: int) -> int | None:
    """Where the last word stands that a list joins to the word at a place: "trains and boats"."""
    told, words = located.source.low(number), located.source.words(number)
    ahead = range(place + 1, min(len(told) - 1, place + 1 + LISTED_WITHIN))
    joining = next((i for i in ahead if told[i] in _JOINING), None)
    if joining is None:
        return None
    near = joining == place + 1 or f"{words[place]}, {words[place + 1]}" in located.source.sentence(number)
    return joining + 1 if near else None
