"""Finds "one" where the source counts more: claim "one bridge", source "two bridges"; "once" for "three times"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import SCALES
from verifier.matching.terms import Term

_ONCE, _NUMBER = "once", "number"
_ONE = frozenset(("one", _ONCE, "single"))
_ALSO_ONE = _ONE | {"an", "another", "sole"}
"""Words before a thing in the source that count it as one."""
_COMPARING = frozenset(("more", "less", "in", "out"))
"""Behind "one person" or "one metre" these words compare or make a share ("one person in ten")."""


def more_than_one(located: Located) -> tuple[Rival, ...]:
    """Give the "one" or "once" of the claim for which its own sentences count more of the same thing.

    Not if any of these counts is one or less, or the place has "one", "once" or "another" before the thing.
    """
    if _ONE.isdisjoint(located.claim.low):
        return ()
    out: list[Rival] = []
    words = located.claim.words
    for at, word in enumerate(words):
        thing = at + 1 + (word.low == _ONCE)  # "one term", "once a week"
        if word.low not in _ONE or not _is_counted(words, at, thing):
            continue
        key = located.key(words[thing])
        told = list(_counts(located, key))
        if told and all(term.value > 1 for term, _ in told) and not _has_one(located, key):
            out.append(Rival(word=word, terms=(told[0][0],), sentence=told[0][1]))
    return tuple(out)


def _is_counted(words: Sequence[ClaimWord], at: int, thing: int) -> bool:
    """Whether the "one" at ``at`` counts the word at ``thing``. Not in "number one", "one million" or "one in ten"."""
    if thing >= len(words) or not words[thing].plain or words[thing].low in SCALES:
        return False
    if at and words[at - 1].low == _NUMBER:
        return False
    return not any(w.low.endswith("er") or w.low in _COMPARING for w in words[thing + 1 : thing + 2])


def _has_one(located: Located, key: str) -> bool:
    """Whether the place has "one", "once a" or "another" before the word with this key."""
    return any(
        term.key == key and not _ALSO_ONE.isdisjoint(located.source.low(i)[max(0, at - 2) : at])
        for i in located.place
        for at, term in enumerate(located.source.terms(i))
    )


def _counts(located: Located, key: str) -> Iterator[tuple[Term, int]]:
    """The figures before the word with this key in the claim's own sentences, each with its sentence."""
    for number in own_sentences(located):
        for one, other in pairwise(located.source.line(number)):
            if one.kind == "number" and other.key == key:
                yield one, number
