"""Vague numbers: "dozens of people" where the source has 640 of them, "one bridge" where it has two."""

import re
from collections.abc import Iterator
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import SCALES
from verifier.matching.terms import Term

_SIZES = {
    "dozens": (20, 200),
    "scores": (35, 300),
    "hundreds": (150, 3_000),
    "thousands": (1_500, 100_000),
    "millions": (1_500_000, 1_000_000_000),
}
"""How many may be meant: a little fewer than two of them, and more than are told by the next larger word."""
_ONCE = "once"
_ONE = frozenset(("one", _ONCE, "single"))
_ALSO_ONE = _ONE | {"an", "another", "sole"}
_COMPARING = frozenset(("more", "less", "in", "out"))
"""Behind "one person" or "one metre" they compare, or tell a share."""
_TIMES = {"tens": 10, "dozens": 12, "hundreds": 100}
_SIZE = re.compile(rf"\b(?:(?P<times>{'|'.join(_TIMES)}) of )?(?P<size>{'|'.join(_SIZES)})\b")


def other_sizes(located: Located) -> tuple[Rival, ...]:
    """Give the vague numbers of the claim for which its own sentences count the same thing otherwise."""
    out: list[Rival] = []
    if _SIZES.keys().isdisjoint(located.claim.low):
        return ()
    for found in _SIZE.finditer(located.claim.text.lower()):
        word, thing = _at(located, found.start("size")), _next_of_weight(located, found.end())
        if word is not None and thing is not None:
            told = list(_counts(located, located.key(thing)))
            least, most = (size * _TIMES.get(found["times"], 1) for size in _SIZES[found["size"]])
            if told and not any(least <= term.value <= most for term, _ in told):
                out.append(Rival(word=word, terms=(told[0][0],), sentence=told[0][1]))
    return tuple(out)


def more_than_one(located: Located) -> tuple[Rival, ...]:
    """Give the "one" or "once" of the claim for which its own sentences count more of the same thing, and no one."""
    if _ONE.isdisjoint(located.claim.low):
        return ()
    out: list[Rival] = []
    words = located.claim.words
    for at, word in enumerate(words):
        thing = at + 1 + (word.low == _ONCE)  # "one term", "once a week"
        if word.low not in _ONE or not words[thing:] or not words[thing].plain or words[thing].low in SCALES:
            continue
        key = located.key(words[thing])
        told = list(_counts(located, key))
        compares = any(w.low.endswith("er") or w.low in _COMPARING for w in words[thing + 1 : thing + 2])
        if told and not compares and all(term.value > 1 for term, _ in told) and not _has_one(located, key):
            out.append(Rival(word=word, terms=(told[0][0],), sentence=told[0][1]))
    return tuple(out)


def _has_one(located: Located, key: str) -> bool:
    """Whether the place has "one", "once a" or "another" before a word."""
    return any(
        term.key == key and not _ALSO_ONE.isdisjoint(located.source.low(i)[max(0, at - 2) : at])
        for i in located.place
        for at, term in enumerate(located.source.terms(i))
    )


def _at(located: Located, offset: int) -> ClaimWord | None:
    return next((w for w in located.claim.words if w.start == offset), None)


def _next_of_weight(located: Located, offset: int) -> ClaimWord | None:
    return next((w for w in located.claim.content if w.start >= offset), None)


def _counts(located: Located, key: str) -> Iterator[tuple[Term, int]]:
    """The figures before a word in the claim's own sentences, each with its sentence."""
    for number in own_sentences(located):
        for one, other in pairwise(located.source.line(number)):
            if one.kind == "number" and other.key == key:
                yield one, number
