"""Directions that run opposite ways: the claim says "rose" where the located sentence says "fell"."""

from collections.abc import Iterable

from verifier.matching.claim_words import ClaimWord
from verifier.matching.figures import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import OPPOSITES

WORTH = 0.75
"""Share of the best sentence's coverage that a sentence needs to be taken for the claim's own."""
SURE_SHARE = 0.5
"""Share of the claim that the sentence must cover: below it, it is about something else."""

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
    out = []
    for at, word in enumerate(located.claim.words):
        for side, against in _SIDES.get(word.surface.lower(), ()):
            rival = _opposite(located, at, side, against, about)
            if rival is not None:
                out.append(rival)
                break
    return tuple(out)


def _opposite(
    located: Located, at: int, side: Iterable[str], against: frozenset[str], about: list[int]
) -> Rival | None:
    word = located.claim.words[at]
    side = frozenset(side)
    near = _near_keys(located, at)
    for number in about:
        surfaces = [w.lower() for w in located.source.words[number]]
        if not side.isdisjoint(surfaces) or against.isdisjoint(surfaces) or not near:
            return None
        for place, surface in enumerate(surfaces):
            if surface in against and not _denied(located, number, place):
                around = located.source.words[number][max(0, place - 3) : place + 4]
                if near & {term_of(w).key for w in around}:
                    return Rival(word=word, terms=(term_of(located.source.words[number][place]),), sentence=number)
    return None


def _near_keys(located: Located, at: int) -> set[str]:
    words: tuple[ClaimWord, ...] = located.claim.words[max(0, at - 3) : at + 4]
    return {located.key(w) for w in words if w.weight and w.start != located.claim.words[at].start}


def _denied(located: Located, number: int, place: int) -> bool:
    before: list[Term] = [term_of(w) for w in located.source.words[number][max(0, place - 3) : place]]
    return any(t.denying for t in before)
