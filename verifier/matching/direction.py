"""Directions that run opposite ways: the claim says "rose" where the located sentence says "fell"."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.figures import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import OPPOSITES, VOTING

WORTH = 0.75
"""Share of the best sentence's coverage that a sentence needs to be taken for the claim's own."""
SURE_SHARE = 0.4
"""Share of the claim that the sentence must cover: below it, it is about something else."""

IN_FAVOUR = "favour"
"""What such a "for" is read as."""
REACH = 5
"""Words on each side of a direction that say what it is the direction of."""

_SIDES: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
for _one, _other in OPPOSITES:
    for _side, _against in ((_one, _other), (_other, _one)):
        for _word in _side - _against:
            _SIDES.setdefault(_word, []).append((_side, _against - _side))


def turned_round(located: Located) -> tuple[Rival, ...]:
    """Give the words of the claim for which the located sentence has an opposite beside the same words."""
    if not located.order:
        return ()
    top = located.coverage[located.order[0]]
    if top < SURE_SHARE * located.claim.total:
        return ()
    about = [i for i in located.order[:3] if located.coverage[i] >= WORTH * top]
    surfaces = _sides_taken([w.surface for w in located.claim.words])
    said = set(surfaces)
    out = []
    for at, surface in enumerate(surfaces):
        for side, against in _SIDES.get(surface, ()):
            # a claim that has both sides ("left or right") is no plain direction
            rival = _opposite(located, at, side, against, about) if against.isdisjoint(said) else None
            if rival is not None:
                out.append(rival)
                break
    return tuple(out)


def _sides_taken(words: Sequence[str]) -> list[str]:
    """The words in lower case, "for" told from other uses where it follows a vote ("voted for")."""
    low = [w.lower() for w in words]
    if "for" not in low:
        return low
    return [IN_FAVOUR if w == "for" and at and low[at - 1] in VOTING else w for at, w in enumerate(low)]


def _opposite(
    located: Located, at: int, side: frozenset[str], against: frozenset[str], about: list[int]
) -> Rival | None:
    """What runs the other way in the sentence beside the words that the claim has about word ``at``."""
    word = located.claim.words[at]
    said = located.claim.words
    left, right = _keys_of(located, said[max(0, at - REACH) : at]), _keys_of(located, said[at + 1 : at + REACH + 1])
    if not left | right:
        return None
    for number in about:
        surfaces = _sides_taken(located.source.words(number))
        if against.isdisjoint(surfaces):
            return None
        words = located.source.words(number)
        mine = _places(surfaces, side)
        # with one side only in the sentence, a passive may turn the words about it round
        sides = (left, right) if mine else (left | right, left | right)
        own = max((_shared(words, i, *sides) for i in mine), default=0)
        for place in _places(surfaces, against):
            if _shared(words, place, *sides) > own and not _denied(located, number, place):
                return Rival(word=word, terms=(term_of(words[place]),), sentence=number)
    return None


def _places(surfaces: list[str], listed: frozenset[str]) -> list[int]:
    return [at for at, surface in enumerate(surfaces) if surface in listed]


def _keys_of(located: Located, words: Sequence[ClaimWord]) -> set[str]:
    return {located.key(w) for w in words if w.weight}


def _shared(words: Sequence[str], at: int, left: set[str], right: set[str]) -> int:
    """How many of the claim's words about its direction stand about a place of a sentence, on the same side of it."""
    before = {term_of(w).key for w in words[max(0, at - REACH) : at]}
    behind = {term_of(w).key for w in words[at + 1 : at + REACH + 1]}
    return len(left & before) + len(right & behind)


def _denied(located: Located, number: int, place: int) -> bool:
    before: list[Term] = [term_of(w) for w in located.source.words(number)[max(0, place - 3) : place]]
    return any(t.denying for t in before)
