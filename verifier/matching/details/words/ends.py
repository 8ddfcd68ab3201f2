"""Ends and bounds: the claim has "since 2010", the source "until 2010"; likewise "at least" and "at most"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from verifier.matching.details.figures.bounds import LEAST, MOST, OVER, UNDER
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.terms import Term
from verifier.matching.vocabulary import HEDGES_ABOVE, HEDGES_BELOW, NEGATIONS

REACH = 10
"""Words before a month, a year or a figure that are looked at for its end ("until the end of") and a "not"."""
TURNED_WITHIN = 4
"""Words before an end among which a "not" turns it round ("may not rise by more than"); farther off it may be of
something else, and leaves open what is meant."""

_OF_TIMES = re.compile(
    r"\b(?:(?P<upward>from|since)|(?P<downward>until|till))"
    r"(?: (?:the|end|beginning|early|mid|late|of|spring|summer|autumn|winter|\d\w*)){0,3}$"
)
"""The end of a time, with a part of the month or year or the number of a day behind it."""
_OF_FIGURES = re.compile(
    rf"\b(?:(?P<upward>{LEAST}|{OVER}|exceeding)|(?P<downward>{MOST}|{UNDER}|nearly|almost))"
    r"(?: (?:an?|the|[$€£])){0,2}$"
)
"""A bound of a figure: the exact one lies above it or below."""
_OF_ENDS = HEDGES_ABOVE | HEDGES_BELOW | {"from", "since", "until", "till", "up", "older", "younger"}
"""Words of which a text has at least one if it tells an end."""
_LEADING = NEGATIONS | {"at"}
"""Words of a bound that do not make a bound by themselves."""


class _End(NamedTuple):
    """The words that tell an end or a bound, and whether what is meant lies after it or above it."""

    places: tuple[int, ...]
    upward: bool


def other_ends(located: Located) -> tuple[Rival, ...]:
    """Give the claim's ends whose contrary its own sentences have before the same time or figure.

    Nothing is given if one of these sentences has the time or figure with the same end, or with none.
    """
    claim = located.claim
    if _OF_ENDS.isdisjoint(claim.low):
        return ()
    ours = [(w, end) for at, w in enumerate(claim.words) if (end := _end(claim.low, at, w.term)) is not None]
    own = own_sentences(located) if ours else []
    out = []
    for word, end in ours:
        key = located.key(word)
        told = [
            (number, _end(located.source.low(number), place, term))
            for number in own
            for place, term in enumerate(located.source.terms(number))
            if term.key == key
        ]
        contrary = [(number, other) for number, other in told if other is not None and other.upward != end.upward]
        if contrary and len(contrary) == len(told):
            number, other = contrary[0]
            marked = next(at for at in end.places if claim.low[at] not in _LEADING)
            out.append(rival_at(claim.words[marked], located.source.words(number), number, other.places))
    return tuple(out)


def _end(low: Sequence[str], at: int, term: Term) -> _End | None:
    """The end that is told before a time or a figure, among words in lower case."""
    if term.kind == "month" or looks_like_year(term.value):
        ends = _OF_TIMES
    elif term.kind == "number":
        ends = _OF_FIGURES
    else:
        return None
    opening = max(0, at - REACH)
    before = " ".join(low[opening:at])
    found = ends.search(before)
    if found is None:
        return None
    first = at - len(before[found.start() :].split())
    turning = [i for i in range(opening, first) if low[i] in NEGATIONS]
    if any(first - i > TURNED_WITHIN for i in turning):
        return None
    said = found["upward"] or found["downward"]
    places = (*turning, *range(first, first + len(said.split())))
    return _End(places, upward=(found["upward"] is not None) != bool(turning))
