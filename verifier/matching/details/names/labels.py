"""Who speaks in a transcript: the label before a colon at the beginning of a line ("MARTA LIND: The mill burns.")."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from verifier.matching.locate import Located
from verifier.matching.terms import WORD

LINES_BACK = 12
"""Lines of one speech in which its label is looked for; a longer speech is a text of its own."""
MOST_LABELS = 500
"""Labels of a source that are read."""

_NAME = r"[A-ZÀ-Þ][\w.'-]{1,30}(?: [A-ZÀ-Þ][\w.'-]{0,30}){0,4}"
_LABEL = re.compile(rf"^(?P<name>{_NAME})(?:, [A-ZÀ-Þ]{{2,20}}| \([\w ]{{1,30}}\))?:(?=\s)", re.MULTILINE)
""" "MARTA LIND:", "Marta Lind, HOST:", "Lind (laughs):"."""


class Label(NamedTuple):
    """The label of a speech: its words in lower case, and its offset in the folded source."""

    words: tuple[str, ...]
    start: int


def label_of(located: Located, number: int) -> Label | None:
    """Give the label under which a sentence of a transcript is spoken, ``None`` elsewhere."""
    text = located.source.folded.text
    for start in _line_starts(text, located.source.spans[number][0]):
        match = _LABEL.match(text, start)
        if match is not None:
            return Label(_words(match), start)
    return None


def has_label(located: Located, name: Collection[str]) -> bool:
    """Whether a name, by its words in lower case, has a speech: else colons stand after headings."""
    labels = islice(_LABEL.finditer(located.source.folded.text), MOST_LABELS)
    return any(not set(_words(match)).isdisjoint(name) for match in labels)


def _words(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(match["name"]))


def _line_starts(text: str, offset: int) -> Iterator[int]:
    """Where the line of an offset begins, and the lines before it, the nearest first."""
    for _ in range(LINES_BACK):
        start = text.rfind("\n", 0, offset) + 1
        yield start
        if not start:
            return
        offset = start - 1
