"""``(4)``: a label in round brackets. Counts and enumerations look alike, so only a series of all notes counts."""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_MARKER = re.compile(r"(?<=[\w.,;:!?”\"'’»)])\s?\((?P<label>\d{1,3}|[ivxlc]{1,6})\)")
_CLOSERS = '.,;:!?)”"’»'


class _Parenthesis:
    name = "parenthesis"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        text = draft.text
        for found in _MARKER.finditer(text) if "(" in text else ():
            start = found.start("label") - 1
            glued = start == found.start()
            ends = text[found.end() : found.end() + 1] in {"", *_CLOSERS}
            yield in_text(
                draft,
                (start, found.end()),
                (found["label"],),
                style=self.name,
                strength=Strength.WEAK,
                weight=6 if glued else 4 if ends or text[start - 2 : start - 1] in set(_CLOSERS) else 1,
                dubious=True,
            )

    def find_head(self, draft: Draft) -> Head | None:
        """Give nothing: notes that begin "(4)" are read as those in square brackets are."""
        del draft
        return None


STYLE = _Parenthesis()
