"""Bounds of whole numbers told by the next one: "over 64" for "65 and over", "up to six" for "under seven"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.fractions import COUNT
from verifier.matching.locate import Located
from verifier.matching.numbers import count_of

OVER, LEAST = "over|more than|above|older than", "at least|(?:no|not) (?:fewer|less) than"
UNDER, MOST = "under|less than|fewer than|below|younger than", "up to|at most|(?:no|not) more than"
"""Words before the figure of a bound, as alternatives of a pattern; the second ones of each take the figure in."""
_MORE, _LESS = r"(?:over|older|above|more|up|upwards)", r"(?:under|younger|below|less|fewer)"
_BOUND = re.compile(
    rf"\b(?:(?:(?P<over>{OVER})|(?P<least>{LEAST})|(?P<under>{UNDER})|{MOST})"
    rf" (?P<ahead>{COUNT})|(?P<behind>{COUNT}) (?:years )?(?:and|or) (?:(?P<upward>{_MORE})|{_LESS}))\b(?![.,-]?\d)"
)
"""A bound before its figure or behind it; the figure belongs to it or not ("at least", "over")."""


class _Bound(NamedTuple):
    """Where the figure of a bound stands in a text, whether it is a lower one, and the last number within it."""

    start: int
    figure: int
    lower: bool
    last: int


def told_by_next(located: Located, word: ClaimWord) -> bool:
    """Whether a figure of the claim is a bound that the place tells by the next whole number."""
    mine = next((b for b in _bounds(located.claim.text) if b.start == word.start), None)
    if mine is None:
        return False
    told = (bound for number in located.place for bound in _bounds(located.source.sentence(number)))
    return any(b.figure != mine.figure and (b.lower, b.last) == (mine.lower, mine.last) for b in told)


def _bounds(text: str) -> Iterator[_Bound]:
    for found in _BOUND.finditer(text.lower()):
        figure = "ahead" if found["ahead"] else "behind"
        lower = bool(found["over"] or found["least"] or found["upward"])
        strictly = bool(found["over"]) - bool(found["under"])
        count = count_of(found[figure])
        yield _Bound(found.start(figure), count, lower, count + strictly)
