"""Who speaks in a transcript: the label before a colon at the beginning of a line ("MARTA LIND: The mill burns.")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.matching.locate import Located
from verifier.matching.terms import WORD
from verifier.matching.vocabulary import listed

LINES_BACK = 12
"""Lines of one speech in which its label is looked for; a longer speech is a text of its own."""
LEAST_TIMES = 2
"""Times that a label which is not all in capitals opens a line: else it is a heading ("Background: …")."""

_LABEL = re.compile(r"(?P<label>[A-ZÀ-Þ][\w.'-]{1,30}(?: [A-ZÀ-Þ][\w.'-]{0,30}){0,3}):(?=\s)")
_NO_NAMES = frozenset(listed("host interviewer interviewee moderator question answer speaker narrator voice man woman"))
"""Labels that name nobody."""


class Label(NamedTuple):
    """The label of a speech: its words in lower case, and its offset in the folded source."""

    words: tuple[str, ...]
    start: int


def label_of(located: Located, number: int) -> Label | None:
    """Return the label under which a sentence of a transcript is spoken, ``None`` elsewhere."""
    text = located.source.folded.text
    for start in _line_starts(text, located.source.spans[number][0]):
        match = _LABEL.match(text, start)
        if match is not None:
            label = match["label"]
            words = tuple(word.lower() for word in WORD.findall(label))
            times = text.count(f"\n{label}:") + text.startswith(f"{label}:")
            names_somebody = _NO_NAMES.isdisjoint(words) and (label.isupper() or times >= LEAST_TIMES)
            return Label(words, start) if names_somebody else None
    return None


def _line_starts(text: str, offset: int) -> Iterator[int]:
    """Where the line of an offset begins, and the lines before it, the nearest first."""
    for _ in range(LINES_BACK):
        start = text.rfind("\n", 0, offset) + 1
        yield start
        if not start:
            return
        offset = start - 1
