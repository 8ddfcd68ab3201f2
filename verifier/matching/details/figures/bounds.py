"""Bounds given by the next whole number: "over 64" on one side and "65 and over" on the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.fractions import COUNT
from verifier.matching.locate import Located
from verifier.matching.numbers import count_of

OVER, LEAST = "over|more than|above|older than", "at least|(?:no|not) (?:fewer|less) than"
UNDER, MOST = "under|less than|fewer than|below|younger than", "up to|at most|(?:no|not) more than"
"""Words before the figure of a bound, as alternatives of a pattern. ``LEAST`` and ``MOST`` include the figure."""
_MORE, _LESS = r"(?:over|older|above|more|up|upwards)", r"(?:under|younger|below|less|fewer)"
_BOUND = re.compile(
    rf"\b(?:(?:(?P<over>{OVER})|(?P<least>{LEAST})|(?P<under>{UNDER})|{MOST})"
    rf" (?P<ahead>{COUNT})|(?P<behind>{COUNT}) (?:years )?(?:and|or) (?:(?P<upward>{_MORE})|{_LESS}))\b(?![.,-]?\d)"
)
"""A bound with its words before the figure ("over 64") or behind it ("65 and over")."""


class _Bound(NamedTuple):
    """A bound in a text. ``start``: the offset of its figure. ``last``: the last whole number that it includes.

    "Over 64" and "65 and over" have the figures 64 and 65. Both are lower bounds with 65 as ``last``.
    """

    start: int
    figure: int
    lower: bool
    last: int


def told_by_next(located: Located, word: ClaimWord) -> bool:
    """Whether a figure of the claim is a bound that the place gives by the next whole number."""
    said = next((b for b in _bounds(located.claim.text) if b.start == word.start), None)
    if said is None:
        return False
    told = (bound for number in located.place for bound in _bounds(located.source.sentence(number)))
    return any(b.figure != said.figure and (b.lower, b.last) == (said.lower, said.last) for b in told)


def _bounds(text: str) -> Iterator[_Bound]:
    """The bounds of a text."""
    for found in _BOUND.finditer(text.lower()):
        figure = "ahead" if found["ahead"] else "behind"
        lower = bool(found["over"] or found["least"] or found["upward"])
        strictly = bool(found["over"]) - bool(found["under"])
        count = count_of(found[figure])
        yield _Bound(found.start(figure), count, lower, count + strictly)
