"""By how much, from what and to what: "fell by 900 million" is not what a source says that has "to 900 million"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.opposites import FALLING, RISING
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import ARTICLES, HEDGES

REACH = 6
"""Words before "by", "to" or "from" among which the verb of the change stands ("fell from 1.4 billion to"), and between
what something comes from and what it comes to."""

_BY, _FROM, _WAYS = "by", "from", ("by", "to", "from")
_TO = frozenset(("to", "into"))
_UP = "up"
"""Before a "to" it makes a bound of it, not a level."""
_STANDING = frozenset(("stood", "stands", "stand", "remained", "remains", "remain"))
"""Verbs behind which an "at" tells a level: "stood at 54 per cent"."""
_CHANGING = RISING | FALLING
_BETWEEN = HEDGES | ARTICLES | frozenset(("than", "at", "only", "just", "$", "€", "£"))
"""Words that stand between one of those and its figure: "by about 5%", "to more than $2bn"."""


class _Change(NamedTuple):
    """Where "by", "to" or "from" stands behind a verb of change, the figure that it carries, and whether it rises."""

    at: int
    figure: int
    rising: bool


def other_changes(located: Located) -> tuple[Rival, ...]:
    """Give the words for a difference or a bound of a change for which the claim's own sentence has another one.

    That is "by", "to" or "from" before the same figure, where both change the same way; a figure that has both in the
    sentence has no rival. What "stood at" a figure did not change by it. Also what something comes to in the claim and
    from in the source.
    """
    said, ends = _changes(located.claim.surfaces), _ends(located)
    own = own_sentence(located) if said or ends else None
    if own is None:
        return ()
    return (*_other_ways(located, own, said, ends), *_exchanged_ends(located, own, ends))


def _other_ways(
    located: Located, number: int, said: Sequence[_Change], ends: Sequence[tuple[int, int]]
) -> Iterator[Rival]:
    """The "by", "to" or "from" of the claim for which a sentence has another one before the same figure.

    Not what has grown from 340 to 510, where the source has it grow to 340 and stand at 510 later.
    """
    words, told = located.claim.words, located.source.words(number)
    keys = [t.key for t in located.source.terms(number)]
    ended = {start for start, end in ends if located.key(words[end]) in keys}
    theirs = _changes(told)
    for ours in (change for change in said if change.figure not in ended):
        key = located.key(words[ours.figure])
        others = [o for o in theirs if keys[o.figure] == key and o.rising == ours.rising]
        if words[ours.at].surface == _BY:
            others += [o for o in _levels(told, rising=ours.rising) if keys[o.figure] == key]
        if others and all(told[o.at] != words[ours.at].surface for o in others):
            yield rival_at(words[ours.at], told, number, (others[0].at, others[0].figure))


def _exchanged_ends(located: Located, number: int, ends: Sequence[tuple[int, int]]) -> Iterator[Rival]:
    """What the claim has something come to, where a sentence has it come from that, and has what it comes from as well.

    Sure for figures only: a road from one town to another is the road back, too.
    """
    words, told = located.claim.words, located.source.words(number)
    keys = [t.key for t in located.source.terms(number)] if ends else []
    starts = {keys[i]: i for i in _behind(told, {_FROM})} if ends else {}
    for start, end in ends:
        first, last = located.key(words[start]), located.key(words[end])
        if last in starts and first in keys and first not in starts:
            yield rival_at(words[end], told, number, (starts[last] - 1, starts[last]), sure=words[end].figure)


def _ends(located: Located) -> list[tuple[int, int]]:
    """Where the claim has from what and to what something changes or goes ("from a deficit to a surplus")."""
    if _FROM not in located.claim.low:
        return []
    surfaces = located.claim.surfaces
    starts, ends = list(_behind(surfaces, {_FROM})), list(_behind(surfaces, _TO))
    return [(i, j) for i in starts for j in ends if abs(i - j) <= REACH]


def _behind(words: Sequence[str], ways: AbstractSet[str]) -> Iterator[int]:
    """The places of the words of weight right behind some prepositions."""
    for place in (_carried(words, at) for at, word in enumerate(words) if word.lower() in ways):
        if term_of(words[place]).kind not in {"stop", "negation"}:
            yield place


def _changes(words: Sequence[str]) -> list[_Change]:
    """The changes that a text tells with a figure."""
    out = []
    for at in (i for i, word in enumerate(words) if word in _WAYS and words[max(0, i - 1)] != _UP):
        verb = next((w for w in reversed(words[max(0, at - REACH) : at]) if w.lower() in _CHANGING), None)
        figure = _carried(words, at)
        if verb is not None and term_of(words[figure]).kind == "number":
            out.append(_Change(at, figure, verb.lower() in RISING))
    return out


def _carried(words: Sequence[str], at: int) -> int:
    """Where the figure behind a place stands, or the place itself."""
    return next((i for i in range(at + 1, len(words)) if words[i].lower() not in _BETWEEN), at)


def _levels(words: Sequence[str], *, rising: bool) -> Iterator[_Change]:
    """The figures at which something stood, however it had come to that."""
    for at in range(1, len(words) - 1):
        if words[at] == "at" and words[at - 1] in _STANDING:
            yield _Change(at, _carried(words, at), rising)
