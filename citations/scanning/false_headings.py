"""Blocks that are marked up as headings but are none: text in the type of headings, and notes."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from citations.document import BlockKind
from citations.drafts import Draft
from citations.styles import linked
from citations.styles.base import Strength, bare_label, is_label

_LONGEST_USUAL = 150
"""Characters: if the median heading of a level is longer, the level is used as a type size.

In the articles of the notes benchmark the median is 5 to 80 for headings, and 190 and more for text set so.
"""


def without_false_headings(found: Iterable[Draft]) -> list[Draft]:
    """Give the drafts with such blocks as paragraphs."""
    drafts = list(found)
    lengths: dict[int, list[int]] = {}
    for draft in drafts:
        if draft.kind is BlockKind.HEADING and draft.text:
            lengths.setdefault(draft.level, []).append(len(draft.text))
    type_sizes = {level for level, sizes in lengths.items() if median(sizes) > _LONGEST_USUAL}
    return [
        replace(draft, kind=BlockKind.PARAGRAPH, level=0)
        if draft.kind is BlockKind.HEADING and (draft.level in type_sizes or _is_note(draft))
        else draft
        for draft in drafts
    ]


def _is_note(draft: Draft) -> bool:
    """Whether a heading is a note: it opens with a link back to the text, or is nothing but a label that is a link.

    Some pages set notes in the small type of low headings; Texinfo writes "(1)" above the text of a note.
    """
    head = linked.STYLE.find_head(draft)
    if head is None:
        return False
    return head.strength is Strength.CERTAIN or (bool(draft.ids) and is_label(bare_label(draft.text)))
