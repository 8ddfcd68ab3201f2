"""Lines of authors at the top of an article, whose superscripts point to institutes and not to notes."""

import re
from collections.abc import Sequence

from citations.document import BlockKind
from citations.drafts import Draft, InlineKind

_FIRST_BLOCKS = 8
"""Blocks at the top of a file among which a line of authors' names may stand."""
_NAME_PARTS = frozenset(["de", "van", "von", "der", "den", "la", "le", "di", "da", "and", "et", "und", "y", "e", "&"])
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,2}")
_BETWEEN = " ,;|·•*†‡"


def byline_blocks(drafts: Sequence[Draft]) -> frozenset[int]:
    """Give the indexes of the lines of authors, and of the lines of institutes right below them."""
    found: set[int] = set()
    for index, draft in enumerate(drafts[:_FIRST_BLOCKS]):
        if draft.kind is BlockKind.HEADING:
            continue
        if index - 1 in found if _opens_raised(draft) else _is_byline(draft):
            found.add(index)
    return frozenset(found)


def _is_byline(draft: Draft) -> bool:
    """Whether a block consists of names with superscripts."""
    spans = [(one.start, one.end) for one in draft.inlines if one.kind is InlineKind.SUPERSCRIPT]
    spans += [found.span() for found in _RAISED.finditer(draft.text)]
    if not spans:
        return False
    text = draft.text
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    words = re.split(rf"[\s{_BETWEEN}]+", text.strip(_BETWEEN))
    return len(words) > 1 and all(word[:1].isupper() or word in _NAME_PARTS for word in words)


def _opens_raised(draft: Draft) -> bool:
    first = next((one for one in draft.inlines if one.kind is InlineKind.SUPERSCRIPT), None)
    return (first is not None and first.start == 0) or _RAISED.match(draft.text) is not None
