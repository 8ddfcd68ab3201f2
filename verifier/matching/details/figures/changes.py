"""Checks by how much, from what and to what something changes: "fell by 900 million" is not "fell to 900 million"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.opposites import FALLING, RISING
from verifier.matching.terms import is_name, term_of
from verifier.matching.vocabulary import ARTICLES, HEDGES

REACH = 6
"""How many words before "by", "to" or "from" the verb of change may stand ("fell from 1.4 billion to"), and how many
words "from" and "to" may lie apart."""

_BY, _FROM, _WAYS = "by", "from", ("by", "to", "from")
_TO = frozenset(("to", "into"))
_UP = "up"
""""Up to" is a bound, and its "to" names no level."""
_STANDING = frozenset(("stood", "stands", "stand", "remained", "remains", "remain"))
"""Verbs with an "at" that names a level: "stood at 54 per cent"."""
_CHANGING = RISING | FALLING
"""Words of rising and falling, in lower case."""
_BETWEEN = HEDGES | ARTICLES | frozenset(("than", "at", "only", "just", "$", "€", "£"))
"""Words that may stand between "by", "to" or "from" and its figure: "by about 5%", "to more than $2bn"."""


class _Change(NamedTuple):
    """A change with its figure. ``at``: the place of "by", "to" or "from". ``figure``: the place of its figure."""

    at: int
    figure: int
    rising: bool


def other_changes(located: Located) -> tuple[Rival, ...]:
    """Give the claim's "by", "to" or "from" if its own sentence has another one before the same figure.

    Claim "fell by 900 million", source "fell to 900 million": "to" is the rival of "by". Both must rise or both fall. A
    sentence that has the claim's word before the figure too gives no rival. "Stood at 900 million" is a rival of "by".

    Also give what the claim has behind "to" and the source behind "from" ("from 34 to 42", "from 42 to 34").
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

    The "from" figure of a pair counts only if the sentence lacks the "to" figure: claim "grew from 340 to 510", source
    "grew to 340, and stood at 510 later" agree.
    """
    words, told_words = located.claim.words, located.source.words(number)
    keys = [t.key for t in located.source.terms(number)]
    starts_with_end = {start for start, end in ends if located.key(words[end]) in keys}
    told = _changes(told_words)
    for change in (change for change in said if change.figure not in starts_with_end):
        way, key = words[change.at], located.key(words[change.figure])
        others = [o for o in told if keys[o.figure] == key and o.rising == change.rising]
        if way.surface == _BY:
            others += [o for o in _levels(told_words, rising=change.rising) if keys[o.figure] == key]
        if others and all(told_words[o.at] != way.surface for o in others):
            yield rival_at(way, told_words, number, (others[0].at, others[0].figure))


def _exchanged_ends(located: Located, number: int, ends: Sequence[tuple[int, int]]) -> Iterator[Rival]:
    """What stands behind the claim's "to", if a sentence has it behind "from", and the claim's start behind no "from".

    Sure for figures only: a road from one town to another is also the road back.
    """
    if not ends:
        return
    words, told_words = located.claim.words, located.source.words(number)
    keys = [t.key for t in located.source.terms(number)]
    told_starts = {keys[i]: i for i in (*_behind(told_words, {_FROM}), *_names_from(told_words))}
    for start, end in ends:
        first, last = located.key(words[start]), located.key(words[end])
        if last in told_starts and first in keys and first not in told_starts:
            at = told_starts[last]
            yield rival_at(words[end], told_words, number, (at - 1, at), sure=words[end].figure)


def _names_from(words: Sequence[str]) -> Iterator[int]:
    """The places of names between a "from" and its "to", as in "from the Danish capital Copenhagen to"."""
    for at in (i for i, word in enumerate(words) if word == _FROM):
        end = next((i for i in range(at + 1, min(len(words), at + REACH)) if words[i] in _TO), at)
        yield from (i for i in range(at + 1, end) if is_name(words[i]))


def _ends(located: Located) -> list[tuple[int, int]]:
    """The places in the claim of the words behind each "from" and the "to" near it ("from a deficit to a surplus")."""
    if _FROM not in located.claim.low:
        return []
    surfaces = located.claim.surfaces
    starts, ends = list(_behind(surfaces, {_FROM})), list(_behind(surfaces, _TO))
    return [(i, j) for i in starts for j in ends if abs(i - j) <= REACH]


def _behind(words: Sequence[str], ways: AbstractSet[str]) -> Iterator[int]:
    """The places of the words with weight right behind the given prepositions."""
    for place in (_carried(words, at) for at, word in enumerate(words) if word.lower() in ways):
        if term_of(words[place]).kind not in {"stop", "negation"}:
            yield place


def _changes(words: Sequence[str]) -> list[_Change]:
    """The changes of a text that have a figure."""
    out = []
    for at in (i for i, word in enumerate(words) if word in _WAYS and words[max(0, i - 1)] != _UP):
        verb = next((w for w in reversed(words[max(0, at - REACH) : at]) if w.lower() in _CHANGING), None)
        figure = _carried(words, at)
        if verb is not None and term_of(words[figure]).kind == "number":
            out.append(_Change(at, figure, verb.lower() in RISING))
    return out


def _carried(words: Sequence[str], at: int) -> int:
    """The place of the next word that is not in ``_BETWEEN``, or the place ``at`` itself if there is none."""
    return next((i for i in range(at + 1, len(words)) if words[i].lower() not in _BETWEEN), at)


def _levels(words: Sequence[str], *, rising: bool) -> Iterator[_Change]:
    """The figures at which something stood, as changes in the given direction."""
    for at in range(1, len(words) - 1):
        if words[at] == "at" and words[at - 1] in _STANDING:
            yield _Change(at, _carried(words, at), rising)
