"""An opposite or another name between the same words: "a lower risk of" for the source's "a higher risk of"."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import alike_about
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.details.words.comparisons import is_mirrored
from verifier.matching.details.words.contraries import IN_ORDER, is_other_order
from verifier.matching.details.words.opposing import WORDS_KEPT, is_denied, read_directions, sides_of
from verifier.matching.locate import Located
from verifier.matching.terms import Term, is_name, term_of
from verifier.matching.vocabulary import VOTING

LEAST_ALIKE = 2
"""Words of weight that must be the same without a break, about opposites no names: "lived in" and "died in" stand
before any town."""
_READ_WITH_OTHERS = VOTING | {"up", "down"}
"""Words that count as opposites only with their neighbours ("voted for", "down 6%")."""


class _Told(NamedTuple):
    """The words of a text: as written, with their directions read, and as they are compared."""

    words: Sequence[str]
    read: Sequence[str]
    terms: Sequence[Term]


def swapped_words(located: Located) -> tuple[Rival, ...]:
    """Give the claim's words for which the source has an opposite between the same words.

    That may be in any sentence of the place: the same words around it show that it speaks of the same.
    """
    said = _Told(located.claim.surfaces, read_directions(located.claim.low), [w.term for w in located.claim.words])
    turning = [(at, against) for at, word in enumerate(said.read) if (against := _against(word))]
    opposites = _READ_WITH_OTHERS.union(*(against for _, against in turning))
    out: dict[int, Rival] = {}
    for number in (i for i in located.place if not opposites.isdisjoint(located.source.low(i))):
        told = _told(located, number)
        for at, against in turning:
            for i in (i for i, word in enumerate(told.read) if word in against):
                if said.read[at] in IN_ORDER and is_other_order(located, at, told.terms[i + 1 :]):
                    continue
                if _alike(said, at, told, i) >= LEAST_ALIKE and is_denied(said.terms, at) == is_denied(told.terms, i):
                    out.setdefault(at, rival_at(located.claim.words[at], told.words, number, (i,)))
    swapped = tuple(r for at, r in out.items() if not _stands_so(located, said, at))
    return () if swapped and is_mirrored(located) else swapped


@lru_cache(maxsize=WORDS_KEPT)
def _against(word: str) -> frozenset[str]:
    """All words that run against a word."""
    return frozenset().union(*(against for _, against in sides_of(word)))


def swapped_names(located: Located, strangers: Sequence[ClaimWord]) -> tuple[Rival, ...]:
    """Give the names that the source has nowhere and for which it has another name between the same words.

    The other name has as many words: "Comic-Con" is short for "Comic Book Convention".
    """
    gone = {w.term.key for w in strangers}
    rivals = (_other_name(located, at) for at, w in enumerate(located.claim.words) if w.name and w.term.key in gone)
    return tuple(rival for rival in rivals if rival is not None)


def _other_name(located: Located, at: int) -> Rival | None:
    words = located.claim.words
    said = located.claim.low
    for number in (i for i in located.place if located.masks[i].bit_count() >= LEAST_ALIKE):
        told, low = located.source.words(number), located.source.low(number)
        for i in (i for i, word in enumerate(told) if is_name(word) and term_of(word).key not in located.bits):
            alike = sum(words[j].weight > 0 for j in alike_about(said, at, low, i))
            if alike >= LEAST_ALIKE and not any(_is_part(said[at], other) for other in low[i : i + 2]):
                return rival_at(words[at], told, number, (i,))
    return None


def _is_part(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _told(located: Located, number: int) -> _Told:
    source = located.source
    return _Told(source.words(number), read_directions(source.low(number)), source.terms(number))


def _stands_so(located: Located, said: _Told, at: int) -> bool:
    """Whether the place has the claim's own word between the same words."""
    for told in (_told(located, i) for i in located.place):
        places = (i for i, word in enumerate(told.read) if word == said.read[at])
        if any(_alike(said, at, told, i) >= LEAST_ALIKE for i in places):
            return True
    return False


def _alike(said: _Told, at: int, told: _Told, place: int) -> int:
    """How many words of weight, names left out, are the same beside two places."""
    same = alike_about(said.read, at, told.read, place)
    return sum(term_of(said.read[i]).kind != "stop" and not is_name(said.words[i]) for i in same)
