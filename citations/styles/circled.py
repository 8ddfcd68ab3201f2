"""``①``: a figure in a circle, as Chinese and Japanese notes bear it. Lists within a sentence are counted so, too."""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.labels import label_number
from citations.styles.base import Candidate, Head, Strength, in_text

_CIRCLED = "①-⑳"
_MARKER = re.compile(rf"(?<=[^\s：:；;、(（])[{_CIRCLED}]")
_HEAD = re.compile(rf"\s{{0,3}}([{_CIRCLED}])[.．、]?\s{{0,3}}(?=\S)")


class _Circled:
    name = "circled"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in () if draft.text.isascii() else _MARKER.finditer(draft.text):
            yield in_text(draft, found.span(), (str(label_number(found[0])),), style=self.name, dubious=True)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        return Head(label=str(label_number(found[1])), end=found.end(), style=self.name, strength=Strength.LIKELY)


STYLE = _Circled()
