"""``[^1]`` and its definition ``[^1]:``, as Markdown extensions write notes.

A label of several words (``[^Per Dahl]``) may as well be a remark in brackets: it needs its note.
"""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_NAME = r"[^\]\[\s]{1,100}(?:\x20[^\]\[\s]{1,60}){0,6}"
_MARKER = re.compile(rf"\[\^({_NAME})\]")
_HEAD = re.compile(rf"\s*\[\^({_NAME})\]:?\s*")


class _Caret:
    name = "caret"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text):
            words = " " in found[1]
            strength = Strength.LIKELY if words else Strength.CERTAIN
            yield in_text(draft, found.span(), (found[1],), style=self.name, strength=strength, dubious=words)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        strength = Strength.CERTAIN if ":" in found[0] else Strength.LIKELY
        return Head(label=found[1], end=found.end(), style=self.name, strength=strength)


STYLE = _Caret()
