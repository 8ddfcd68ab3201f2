"""``(4)``, ``(1, 3)``: labels in round brackets. Counts and enumerations look alike, so only a series counts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from citations.drafts import Draft
from citations.labels import split_labels
from citations.styles.base import Candidate, Strength, WithoutHeads, in_text

_MARKER = re.compile(
    r"(?<=[\w.,;:!?%”\"'’»)。」』])\s?[(（](?P<labels>\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}|[ivxlc]{1,6})[)）]"
)
_CLOSERS = '.,;:!?)”"’»'
GLUED = 3
"""The weight right behind a word, where pages of the manual bear their section: "printf(3)"; no proof of a note.

In scripts that put no blanks between words it is the only place there is.
"""
_CLOSING = 5
"""The weight at the end of a sentence or clause: elsewhere a label may count the parts of an enumeration."""
_STOPPED = 6
_ENDED = '.!?)”"’»'
"""What stands before a marker that follows a sentence; behind ":" or "," an enumeration begins."""


class _Parenthesis(WithoutHeads):
    name = "parenthesis"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        text = draft.text
        for found in _MARKER.finditer(text) if "(" in text or "（" in text else ():
            start = found.start("labels") - 1
            labels = split_labels(found["labels"])
            if any(not _is_ascending(one, other) for one, other in pairwise(labels)):
                continue  # a score: "(2-1)"
            yield in_text(
                draft,
                (start, found.end()),
                labels,
                style=self.name,
                strength=Strength.WEAK,
                weight=_weight(draft, found, start),
                dubious=True,
            )


def _is_ascending(one: str, other: str) -> bool:
    """Whether a number follows a smaller one, as the labels of one bracket do."""
    return int(one) < int(other)


def _weight(draft: Draft, found: re.Match[str], start: int) -> int:
    text = draft.text
    if start == found.start():
        before = text[start - 1]
        return (GLUED if before.isascii() else _CLOSING) if before.isalnum() else _STOPPED
    closes = text[found.end() : found.end() + 1] in {"", *_CLOSERS} or found.end() + 1 in draft.breaks
    return _CLOSING if closes or text[start - 2 : start - 1] in set(_ENDED) else 1


STYLE = _Parenthesis()
