"""Names whose place between the same two neighbours another word takes in the source."""

from dataclasses import replace
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import ROOT_OF_NAMES, are_of_one_name
from verifier.matching.details.own_sentences import WORTH
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, is_name, term_of

SLOT = 7
"""Words from one neighbour of a slot to the other, at most: further apart they belong to different statements."""
MOST_FILLING = 3
"""Words of another name: more are several names, of which the claim's may be the common one ("the New England states").
"""
REACH = 2
"""Neighbours of a name that are looked for on each side."""


def filled_slots(located: Located, strangers: tuple[ClaimWord, ...]) -> tuple[Rival, ...]:
    """Give the names whose slot another word fills.

    A slot is the place between a name's neighbours. The source has the slot if one located sentence has both
    neighbours, in order, and something else between them. If the name stands on the page, but not in that sentence or
    beside it, only another name counts, and the finding is not sure.
    """
    content = located.claim.content
    bits = [located.bits[w.term.key] for w in content]
    gone, mine = {w.term.key for w in strangers}, {located.key(w) for w in content}
    least = WORTH * located.coverage[located.order[0]]
    own = [i for i in located.place if located.coverage[i] >= least]
    out: dict[str, Rival] = {}
    for at, word in enumerate(content):
        key = word.term.key
        if not word.name or key in out or (key in located.gone and key not in gone):
            continue
        numbers = located.place if key in gone else [i for i in own if not _near(located, bits[at], i)]
        for number in numbers:
            mask = located.masks[number]
            slot = _slot(located, at, located.here if key in gone else mask)
            if not all(any(mask & bit for bit in bits[side]) for side in (slot.left, slot.right)):
                continue
            rival = _filling(located, at, number, slot, mine)
            if rival is not None and (key in gone or _names_other(located, rival)):
                out[key] = replace(rival, sure=key in gone and (slot.touches or _names_other(located, rival)))
                break
    return tuple(out.values())


class _Slot(NamedTuple):
    """Which words of the claim's content stand on the two sides of a name.

    ``last_of``, ``first_of``: the one on that side is the rest of the name, so that what fills the slot touches it.
    """

    left: slice
    right: slice
    last_of: bool
    first_of: bool

    @property
    def touches(self) -> bool:
        """Whether the rest of the name stands on one side."""
        return self.last_of or self.first_of


def _slot(located: Located, at: int, here: int) -> _Slot:
    """The neighbours of a name: on a side where the rest of it stands, if that is ``here``, only that."""
    content = located.claim.content
    behind = content[at + 1] if at + 1 < len(content) else None
    last_of = at > 0 and content[at].glued and _is_rest(located, content[at - 1], here)
    first_of = behind is not None and behind.glued and _is_rest(located, behind, here)
    left = slice(at - 1 if last_of else max(0, at - REACH), at)
    return _Slot(left, slice(at + 1, at + 1 + (1 if first_of else REACH)), last_of, first_of)


def _is_rest(located: Located, word: ClaimWord, here: int) -> bool:
    return word.name and bool(located.bits[word.term.key] & here)


def _near(located: Located, bit: int, number: int) -> bool:
    """Whether a name stands in a sentence, the one before it or the one after it."""
    return any(mask & bit for mask in located.masks[max(0, number - 1) : number + 2])


def _filling(located: Located, at: int, number: int, slot: _Slot, mine: set[str]) -> Rival | None:
    """What stands in the slot of the name at a place of the claim's content; ``mine``: the keys of all of that."""
    content = located.claim.content
    left, right = ({located.key(w) for w in content[side]} for side in (slot.left, slot.right))
    line = [t for t in located.source.terms(number) if t.kind != "stop"]
    for start, term in enumerate(line):
        if term.key in left:
            between = _between(line, start, right)
            others = tuple(t for t in between if t.key not in mine and t.kind != "number" and not t.denying)
            touching = [*between[: slot.last_of], *between[len(between) - slot.first_of :]]
            if others and len(others) <= MOST_FILLING and all(t in others for t in touching):
                return Rival(word=content[at], terms=others, sentence=number)
    return None


def _between(line: list[Term], start: int, right: set[str]) -> list[Term]:
    """The terms from a left neighbour up to the nearest right one, if it is near."""
    for end in range(start + 2, min(len(line), start + SLOT)):
        if line[end].key in right:
            return line[start + 1 : end]
    return []


def _names_other(located: Located, rival: Rival) -> bool:
    """Whether one of the words that fill a slot has a capital within its sentence, and none is the rest of the name."""
    keys, text = {t.key for t in rival.terms}, located.source.folded.text
    first, *rest = ((w, term_of(w).key in keys) for w in located.source.words(rival.sentence))
    name = rival.word.surface
    filling = [w for w, fills in (first, *rest) if fills]
    same = any(w[:ROOT_OF_NAMES] == name[:ROOT_OF_NAMES] or are_of_one_name(name, w, text) for w in filling)
    return not same and any(fills and is_name(w) for w, fills in rest)
