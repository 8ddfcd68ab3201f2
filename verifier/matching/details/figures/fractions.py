"""Reads shares given in words: "two thirds", "one in five", "half"."""

import re
from collections.abc import Iterator

from verifier.matching.numbers import ONES, ORDINALS, count_of

WHOLE = 100.0
"""Per cent."""

COUNT = rf"{'|'.join(sorted(ONES, key=len, reverse=True))}|\d{{1,3}}(?:,\d{{3}}){{0,4}}"
"""A count in letters or in digits, as alternatives of a pattern. Longer words come first: "sixteen" before "six"."""
_FROM_FIFTH = ("fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4} | {part: ORDINALS[part] for part in _FROM_FIFTH}
_FRACTION = re.compile(
    rf"\b(?:(?P<parts>a|{COUNT})[ -](?P<part>{'|'.join(_PARTS)})s?"
    rf"|(?P<some>{COUNT}) (?:(?:\w{{1,20}} )?in|of the|(?:in|of|out of)(?: every)?) (?P<all>{COUNT})"
    r"|(?P<half>half|halv(?:e[sd]?|ing)))\b"
)
"""A share in words: "two thirds", "one in five", "one school in six", "half"."""


def shares(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield the start and end of each fraction in a text, with the share in per cent."""
    for found in _FRACTION.finditer(text.lower()):
        some, whole = 1, 2
        if found["part"]:
            some, whole = count_of(found["parts"]), _PARTS[found["part"]]
        elif found["all"]:
            some, whole = count_of(found["some"]), count_of(found["all"])
        if whole:
            yield found.start(), found.end(), WHOLE * some / whole
