"""``[^1]`` and its definition ``[^1]:``, as Markdown extensions write notes."""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_MARKER = re.compile(r"\[\^([^\]\[\s]{1,100})\]")
_HEAD = re.compile(r"\s*\[\^([^\]\[\s]{1,100})\]:?\s*")


class _Caret:
    name = "caret"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text):
            yield in_text(draft, found.span(), (found[1],), style=self.name, strength=Strength.CERTAIN)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        strength = Strength.CERTAIN if ":" in found[0] else Strength.LIKELY
        return Head(label=found[1], end=found.end(), style=self.name, strength=strength)


STYLE = _Caret()
