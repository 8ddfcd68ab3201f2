"""``[^1]`` and its definition ``[^1]:``, as Markdown extensions write notes.

A label of several words (``[^Per Dahl]``) may as well be a remark, one of signs a pattern: they need their notes.
"""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_NAME = r"[^\]\[\s]{1,100}(?:\x20[^\]\[\s]{1,60}){0,6}"
_MARKER = re.compile(rf"\^?\[\^({_NAME})\]")
_SIGNS = re.compile(r"\W|\w-\w(?!\w)|.{0,40}(?:[\\\"'()*]|a-[fz]|A-[FZ]|0-9)")
"""What a pattern of a program leaves out in such brackets: "[^a-z]", "[^/]"."""
_HEAD = re.compile(rf"\s*\[\^({_NAME})\]:?\s*")


class _Caret:
    name = "caret"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text):
            dubious = " " in found[1] or _SIGNS.match(found[1]) is not None
            strength = Strength.LIKELY if dubious else Strength.CERTAIN
            yield in_text(draft, found.span(), (found[1],), style=self.name, strength=strength, dubious=dubious)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        strength = Strength.CERTAIN if ":" in found[0] else Strength.LIKELY
        return Head(label=found[1], end=found.end(), style=self.name, strength=strength)


STYLE = _Caret()
