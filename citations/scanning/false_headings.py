"""Blocks that are marked as headings and are none: text set in a heading's type, and labels of notes."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from citations.document import BlockKind
from citations.drafts import Draft
from citations.styles import linked
from citations.styles.base import Strength, bare_label, is_label

_LONGEST_USUAL = 150
"""Characters: where half of the headings of one level are longer, the level is a size of type.

In the articles of the notes benchmark the middle heading of a level has 5 to 80; of text set so, 190 and more.
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
    """Whether a heading opens with a label that leads back to the text, or is all a label that leads there.

    So the notes of a page are set in small type, and so Texinfo writes "(1)" above the text of a note.
    """
    head = linked.STYLE.find_head(draft)
    if head is None:
        return False
    return head.strength is Strength.CERTAIN or (bool(draft.ids) and is_label(bare_label(draft.text)))
