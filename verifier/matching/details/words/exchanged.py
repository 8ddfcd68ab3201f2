"""Two things of one sentence in each other's place: "restored by Finch and paid for by Laske"."""

from collections import Counter
from itertools import product

from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located

MOST_WORDS = 3
"""Words of the longest thing that is searched for in the other's place."""
LEAST_SAME = 5
"""Other words that claim and sentence must share in the same order. With fewer an exchange comes about by chance."""
_END = "."
"""Fills the places before the first word and after the last one."""
_BY = "by"
"""If only one side has it, that side is a passive, which tells the same in the other order."""


def exchanged_parts(located: Located) -> tuple[Rival, ...]:
    """Give the first word that stands in a chosen sentence where the claim has another, and that one where it stands.

    All other words that the two share are in the same order: who tells it anew seldom keeps that. A person looks.
    """
    words = {located.key(w): w for w in located.claim.content}
    for number in located.chosen:
        if located.masks[number].bit_count() < LEAST_SAME + 2:
            continue
        one, other = _exchanged(*_once_in_both(located, number), {key for key, w in words.items() if w.name})
        sorts = {words[key].figure for key in (*one, *other)}
        if (
            len(sorts) == 1
            and _takes_its_place(located, number, one, other)
            and (_BY in located.claim.low) == (_BY in located.source.low(number))
        ):
            terms = {t.key: t for t in located.source.line(number)}
            return (Rival(word=words[one[0]], terms=tuple(terms[k] for k in other), sentence=number),)
    return ()


def _takes_its_place(located: Located, number: int, one: list[str], other: list[str]) -> bool:
    """Whether the first has the word before it, or behind it, in a sentence that the second has in the claim.

    The "Baku 2015 European Games" are "the European Games of 2015 in Baku".
    """
    said = ["", *map(located.key, located.claim.words), ""]  # both at an end stand beside nothing that tells
    told = [_END, *(t.key for t in located.source.terms(number)), _END]
    before = said[said.index(other[0]) - 1] == told[told.index(one[0]) - 1]
    return before or said[said.index(other[-1]) + 1] == told[told.index(one[-1]) + 1]


def _once_in_both(located: Located, number: int) -> tuple[list[str], list[str]]:
    """The words that claim and sentence have once each: in the claim's order, and in the sentence's."""
    said = Counter(map(located.key, located.claim.content))
    told = Counter(t.key for t in located.source.line(number))
    once = {key for key in said if said[key] == told[key] == 1}
    return [key for key in said if key in once], [key for key in told if key in once]


def _exchanged(ours: list[str], theirs: list[str], names: set[str]) -> tuple[list[str], list[str]]:
    """What stands first and last of where the two differ, if each has the other's place there; else nothing.

    Something stands between them, and before and behind them if none is a name: other words are easily moved to an end.
    """
    differing = [i for i, (mine, other) in enumerate(zip(ours, theirs, strict=True)) if mine != other]
    if not differing:
        return [], []
    first, last = differing[0], differing[-1] + 1
    mine, other = ours[first:last], theirs[first:last]
    for a, b in product(range(1, MOST_WORDS + 1), repeat=2):
        end = len(mine) - b
        if a < end and len(ours) - a - b >= LEAST_SAME and other == mine[end:] + mine[a:end] + mine[:a]:
            inside = first > 0 and last < len(ours)
            return (mine[:a], mine[end:]) if inside or not names.isdisjoint(mine[:a] + mine[end:]) else ([], [])
    return [], []
