"""``¹``, ``²³``, ``¹,²``: labels in the raised digits of Unicode. Behind a figure or a unit they are exponents."""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.labels import split_labels
from citations.styles.base import EXPONENT_BASE, Candidate, Head, Strength, after_head, in_text

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED + "⁻˒", "0123456789-,")
_MARKER = re.compile(rf"[{_RAISED}]{{1,4}}(?:[⁻˒,–-][{_RAISED}]{{1,4}}){{0,30}}")


class _Raised:
    name = "raised-digit"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text):
            before = draft.text[max(found.start() - 6, 0) : found.start()]
            labels = split_labels(found[0].translate(_PLAIN))
            if EXPONENT_BASE.search(before):
                yield in_text(
                    draft, found.span(), labels, style=self.name, strength=Strength.WEAK, weight=2, dubious=True
                )
            else:
                yield in_text(draft, found.span(), labels, style=self.name)

    def find_head(self, draft: Draft) -> Head | None:
        found = re.match(rf"\s*([{_RAISED}]{{1,4}})(?=\S|\s)", draft.text)
        if found is None:
            return None
        end = after_head(draft, found.end())
        return Head(label=found[1].translate(_PLAIN), end=end, style=self.name, strength=Strength.LIKELY)


STYLE = _Raised()
