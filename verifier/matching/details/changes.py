"""By how much or to what: "fell by 900 million" is not what a source says that has "fell to 900 million"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.matching.details.beside import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.opposites import FALLING, RISING
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import ARTICLES, HEDGES

REACH = 6
"""Words before "by", "to" or "from" among which the verb of the change stands ("fell from 1.4 billion to")."""

_BY, _WAYS = "by", ("by", "to", "from")
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
    sentence has no rival. What "stood at" a figure did not change by it.
    """
    words = located.claim.words
    said = _changes(located.claim.surfaces)
    own = own_sentence(located) if said else None
    if own is None:
        return ()
    told = located.source.words(own)
    theirs = _changes(told)
    out = []
    for ours in said:
        key = located.key(words[ours.figure])
        others = [o for o in theirs if term_of(told[o.figure]).key == key and o.rising == ours.rising]
        if words[ours.at].surface == _BY:
            others += [o for o in _levels(told, rising=ours.rising) if term_of(told[o.figure]).key == key]
        if others and all(told[o.at] != words[ours.at].surface for o in others):
            out.append(rival_at(words[ours.at], told, own, (others[0].at, others[0].figure)))
    return tuple(out)


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
