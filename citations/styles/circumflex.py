"""``sank.^4``: a label that plain text raises with a circumflex, and the note ``^4 Deed of sale``.

An exponent (``10^2``, ``x^2``) looks the same: a marker stands behind a sentence or a word, and needs a note.
"""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.labels import split_labels
from citations.styles.base import Candidate, Head, Strength, in_text

_MARKER = re.compile(
    r"(?:(?<=[.,;:!?\"”’»)])|(?<=[^\W\d_]{3}))\^(?P<labels>\d{1,3}(?:[,–-]\d{1,3}){0,9})(?![\w^({]|[.,]\d)"
)
_HEAD = re.compile(r"\s{0,3}\^(?P<label>\d{1,3})[.:)]?\s{1,3}(?=\S)")


class _Circumflex:
    name = "circumflex"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text) if "^" in draft.text else ():
            yield in_text(draft, found.span(), split_labels(found["labels"]), style=self.name, dubious=True)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        return Head(label=found["label"], end=found.end(), style=self.name, strength=Strength.LIKELY)


STYLE = _Circumflex()
