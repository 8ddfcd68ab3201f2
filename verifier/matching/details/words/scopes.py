"""Extent: the claim has "in every river", the source "in at least four rivers"."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.details.words.opposing import read_directions
from verifier.matching.locate import SAYS_IT, SPEAKS_OF_IT, Located
from verifier.matching.numbers import SPELLED
from verifier.matching.stems import is_past
from verifier.matching.vocabulary import ALL, SOME

_ALL = ALL | {"always", "everyone", "everybody"}
_WHOLLY = _ALL | frozenset(
    ("any", "both", "whole", "entire", "entirely", "throughout", "across", "total", "none", "no")
)
"""Words with which a sentence can mean the whole."""
_PARTLY = SOME | frozenset(("part", "parts", "partly", "least", "sometimes", "often", "mainly", "mostly"))
_BUT_FOR = frozenset(("except", "but", "apart", "besides"))
"""Words with which the claim itself takes something out of its "all"."""
_ONLY = frozenset(("only", "just"))


def widened(located: Located) -> tuple[Rival, ...]:
    """Give the "all" of a claim whose best sentence speaks of a part, where none about the same speaks of the whole.

    Or another sentence of the place, about the same, speaks of few: "only four of them have reopened".
    """
    words = located.claim.words
    if _ALL.isdisjoint(located.claim.low) or not _BUT_FOR.isdisjoint(located.claim.low):
        return ()
    read = read_directions(located.claim.low)
    said = [w for w, low in zip(words, read, strict=True) if low in _ALL and not _is_joined(located, w.end)]
    best = located.best(SAYS_IT) if said else None
    if best is None:
        return ()
    about = (i for i in located.place if located.covers(i, SPEAKS_OF_IT))
    if any(not _WHOLLY.isdisjoint(read_directions(located.source.low(i))) for i in about):
        return ()
    told = read_directions(located.source.low(best))
    part = [at for at, word in enumerate(told) if word in _PARTLY or _tells_few(told, at)]
    if part:
        return (rival_at(said[0], located.source.words(best), best, part[:1]),)
    return tuple(rival_at(said[0], located.source.words(i), i, (at,)) for i, at in _few(located))[:1]


def _is_joined(located: Located, end: int) -> bool:
    """Whether a word of the claim that ends at an offset is part of another: "all-female"."""
    return located.claim.text[end : end + 1] == "-"


def _few(located: Located) -> Iterator[tuple[int, int]]:
    """Where sentences of the place with the claim's last word, or a verb of it in the past, tell of few."""
    content = located.claim.content
    told_of = [content[-1], *(w for w in content if w.plain and is_past(w.surface))]
    bits = reduce(or_, (located.bits[w.term.key] for w in told_of))
    for number in (i for i in located.place if located.masks[i] & bits):
        told = located.source.low(number)
        if _WHOLLY.isdisjoint(told):
            yield from ((number, at) for at in range(len(told)) if _tells_few(told, at))


def _tells_few(words: Sequence[str], at: int) -> bool:
    """Whether a word in lower case tells of few: "few", "only four", "the only one"."""
    if words[at] not in _ONLY:
        return words[at] == "few"
    counted = "".join(words[at + 1 : at + 2])
    return counted[:1].isdigit() or counted in SPELLED or words[max(0, at - 1)] == "the"
