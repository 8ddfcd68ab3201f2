"""What is cut out together with markers: commas between them, and brackets such as "(see [1], p. 4)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from citations.scanning.markers import Accepted
from citations.styles.base import SIGNAL

_SEPARATORS = frozenset([",", ";", "·", "&", "-", "–", "—"])
"""What separates two markers."""
_OPENS = re.compile(
    rf"\s?\((?:{SIGNAL}|(?:(?:{SIGNAL})\s)?(?:(?:foot|end)?note|source|ref|reference|fn|anm|quelle))[.,]{{0,2}}\s?$",
    re.IGNORECASE,
)
"""An opening bracket with a word that refers to a source: "(see [1])"."""
_CLOSES = re.compile(r"(?:,?\s(?:pp?|S|s|ch|sec|fig|с|стр)\.\s?\d[\d–-]{0,12})?\)")
_LONGEST_SIGNAL = 24


def with_surroundings(text: str, found: Sequence[Accepted]) -> Iterator[Accepted]:
    """Yield the markers of a text, each widened to what is cut out with it: "¹, ²" leaves no comma behind."""
    edge = -1
    for one in _with_brackets(text, _with_separators(text, found)):
        yield one if one.start >= edge else replace(one, start=edge)
        edge = one.end


def _with_separators(text: str, found: Sequence[Accepted]) -> list[Accepted]:
    wide: list[Accepted] = []
    for one, following in pairwise((*found, None)):
        if one is None:
            break
        divided = following is not None and text[one.end : following.start].strip() in _SEPARATORS
        wide.append(replace(one, end=following.start) if following is not None and divided else one)
    return wide


def _with_brackets(text: str, found: Sequence[Accepted]) -> Iterator[Accepted]:
    """Yield the markers; if they fill round brackets, but for a "see" or a page, these are included."""
    group: list[Accepted] = []
    for one, following in pairwise((*found, None)):
        if one is None:
            return
        group.append(one)
        if following is not None and following.start == one.end:
            continue
        first, last = group[0], group[-1]
        opens = _OPENS.search(text[max(first.start - _LONGEST_SIGNAL, 0) : first.start])
        closes = _CLOSES.match(text, last.end)
        if opens and closes:
            group[0] = replace(first, start=first.start - len(opens[0]))
            group[-1] = replace(group[-1], end=closes.end())
        yield from group
        group = []
