"""``*``, ``†``, ``(‡)``: labels of printers, for articles with a few notes at the foot of the page."""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_SIGNS = r"\*{1,3}|†{1,3}|‡{1,3}"
_MARKER = re.compile(rf"(?<=[^\W_]|[.,;:!?”\"’'»)])(?:\s?\((?P<round>{_SIGNS})\)|(?:{_SIGNS})(?=\s|$|[.,;:!?)”\"’]))")
_GLOB = re.compile(r"\*(?:\s[a-z]|[;:,)])")
"""A star behind a stop with which no sentence ends: that of names of files, "core.* is read"."""
BULLET = "*"
"""The one sign that opens items of lists as well as notes; a format's reader gives it as the label of the item."""
_HEAD = re.compile(
    rf"\s{{0,3}}(?!\*[^\s*][^*]{{0,80}}\*(?:\s|$))(?:\((?P<round>{_SIGNS})\)|(?P<label>{_SIGNS}|§{{1,2}}|¶))\s{{0,3}}(?=[^\s*†‡])"
)
"""What opens a note, unless another star closes what it opens: "*tag* or emphasis"."""


class _Symbol:
    name = "symbol"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        text = draft.text
        for found in _MARKER.finditer(text) if "*" in text or "†" in text or "‡" in text else ():
            if _GLOB.match(text, found.start()) and text[found.start() - 1] == ".":
                continue
            start = found.end() - len(found[0].lstrip())
            labels = (found["round"] or found[0],)
            yield in_text(draft, (start, found.end()), labels, style=self.name, dubious=True)

    def find_head(self, draft: Draft) -> Head | None:
        if draft.label == BULLET:
            return Head(label=BULLET, end=0, style=self.name, strength=Strength.WEAK)
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        return Head(label=found["round"] or found["label"], end=found.end(), style=self.name, strength=Strength.WEAK)


STYLE = _Symbol()
