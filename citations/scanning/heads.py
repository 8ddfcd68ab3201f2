"""The label that opens each block of a file, if it is a note: its own, or that of the links which lead to it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from citations.document import BlockKind
from citations.drafts import Draft
from citations.labels import is_successor
from citations.scanning.bylines import byline_blocks
from citations.styles import STYLES, author_date, caret, linked, symbol
from citations.styles.base import Candidate, Head, Strength, bare_label, is_label

TABLE = "table"
"""The style of a label that fills a table cell; it counts only in a table under a heading for notes."""
_AROUND = f" {linked.BACK_SIGNS}"
_LAST_FIGURES = re.compile(r"\d{1,5}$")
_NEAR = 4
"""Blocks from one note of a list to the next at most: a note of five paragraphs is long."""
_SAMPLE = 200
"""Characters at the start of a block among which a note has a letter."""
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_FEW_LETTERS = 2
"""Single letters that a note may have, such as the "p." or "S." of a page."""


def find_heads(drafts: Sequence[Draft], candidates: Sequence[Sequence[Candidate]]) -> list[Head | None]:
    """Give for each block its label as a note, or ``None``: the label of links to the block, else the one it prints.

    A figure that opens a block to which links lead ("5 people saw it") is its label only if all such blocks print one.
    """
    heads = _without_bullets(drafts, _without_called([opening_head(draft) for draft in drafts]), candidates)
    labels = _targeted(drafts, _targets(candidates))
    labels = {index: _own_number(heads[index], label) for index, label in labels.items()}
    labels |= _beside(drafts, labels)
    printed = {index for index, label in labels.items() if _prints(heads[index], label)}
    for index in byline_blocks(drafts) - labels.keys():
        heads[index] = None
    for index, label in labels.items():
        own = heads[index]
        bare = own is not None and drafts[index].text[: own.end].strip() == label and label.isalnum()
        shown = index in printed and (not bare or len(printed) == len(labels))
        end = own.end if own is not None and (shown or own.style == linked.STYLE.name) else 0
        heads[index] = Head(label=label, end=end, style=linked.STYLE.name, strength=Strength.CERTAIN)
        if end == 0 and _is_label_cell(heads, index, label):
            heads[index - 1] = None
    return heads


def _own_number(own: Head | None, label: str) -> str:
    """Give the label of a note to which ``label`` links: the number that it prints with a link back, else ``label``."""
    numbered = own is not None and own.strength is Strength.CERTAIN and own.label.isdigit() and label.isdigit()
    return own.label if own is not None and numbered else label


def _is_label_cell(heads: Sequence[Head | None], index: int, label: str) -> bool:
    """Whether the table cell before this one prints the label."""
    before = heads[index - 1] if index else None
    return before is not None and before.style == TABLE and before.label == label


def _targets(candidates: Sequence[Sequence[Candidate]]) -> dict[str, tuple[str, int]]:
    """Give the ids that labels in the text link to, each with the label and block of its first link."""
    targets: dict[str, tuple[str, int]] = {}
    for index, found in enumerate(candidates):
        for candidate in found:
            if candidate.target and candidate.strength is Strength.CERTAIN and len(candidate.labels) == 1:
                targets.setdefault(candidate.target, (candidate.labels[0], index))
    return targets


def _without_called(heads: Sequence[Head | None]) -> list[Head | None]:
    """Give the heads without those that are markers: "[^1]" opens a block, but "[^1]:" elsewhere defines the note."""
    carets = [head for head in heads if head is not None and head.style == caret.STYLE.name]
    defined = {head.label for head in carets if head.strength is Strength.CERTAIN}
    called = {id(head) for head in carets if head.strength < Strength.CERTAIN and head.label in defined}
    return [None if id(head) in called else head for head in heads]


def _without_bullets(
    drafts: Sequence[Draft], heads: Sequence[Head | None], candidates: Sequence[Sequence[Candidate]]
) -> list[Head | None]:
    """Give the heads without the stars that are bullets of lists.

    A star opens a note if the text above has a star, and it is no item among others or is followed by a note with the
    next symbol. But if no star stands in the text between two such items, they are a list.
    """
    stars = [index for index, found in enumerate(candidates) for one in found if one.labels == (symbol.BULLET,)]
    first = stars[0] if stars else len(drafts)
    bullets = {
        index
        for index, (draft, head) in enumerate(zip(drafts, heads, strict=True))
        if head is not None and head.label == draft.label == symbol.BULLET
    }
    alone = sorted(index for index in bullets if index > first and not _is_listed(drafts, heads, index))
    called = all(bisect_left(stars, one) < bisect_left(stars, other) for one, other in pairwise(alone))
    listed = bullets.difference(alone) if called else bullets
    return [None if index in listed else head for index, head in enumerate(heads)]


def _is_listed(drafts: Sequence[Draft], heads: Sequence[Head | None], index: int) -> bool:
    """Whether another item with a star stands next to an item, and no note with the next symbol follows it."""
    beside = (*drafts[max(index - 1, 0) : index], *drafts[index + 1 : index + 2])
    following = heads[index + 1] if index + 1 < len(heads) else None
    counted = following is not None and is_successor(following.label, symbol.BULLET)
    return not counted and any(one.label == symbol.BULLET for one in beside)


def _prints(own: Head | None, label: str) -> bool:
    return own is not None and own.end > 0 and own.label.casefold() == label.casefold()


def _targeted(drafts: Sequence[Draft], targets: dict[str, tuple[str, int]]) -> dict[int, str]:
    """Give the blocks that labels link to, with these labels; from below a block only if its id is that of a note."""
    labels: dict[int, str] = {}
    for index, draft in enumerate(drafts):
        if draft.kind is BlockKind.HEADING:
            continue
        for name in draft.ids:
            label, place = targets.get(name, ("", len(drafts)))
            if place < index or (label and place != index and linked.is_note_name(name)):
                labels[index] = label
                break
    return labels


def _beside(drafts: Sequence[Draft], labels: dict[int, str]) -> dict[int, str]:
    """Give the blocks with the id of a note to which nothing links, if they stand near one to which something does."""
    found: dict[int, str] = {}
    taken = set(labels.values())
    for places in (range(len(drafts)), range(len(drafts) - 1, -1, -1)):
        near = -1
        for index in places:
            if drafts[index].kind is BlockKind.HEADING:
                near = -1
            elif index in labels or index in found:
                near = index
            elif near >= 0 and abs(index - near) <= _NEAR:
                label = _label_by_name(drafts[index])
                if label and label not in taken:
                    found[index] = label
                    taken.add(label)
                    near = index
    return found


def _label_by_name(draft: Draft) -> str:
    """Give the label of a block with the id of a note: its number in a list, else the last figures of the id."""
    name = next((name for name in draft.ids if linked.is_note_name(name)), "")
    number = _LAST_FIGURES.search(name)
    if name and draft.label and draft.label.isdigit():
        return draft.label
    return number[0] if number else ""


def opening_head(draft: Draft) -> Head | None:
    """Give the surest label that opens a block. Author and year do not count, since they open many sentences."""
    best: Head | None = None
    if draft.kind is BlockKind.HEADING:
        return None
    cell = bare_label(draft.text.strip(_AROUND).rstrip(".")) if draft.kind is BlockKind.CELL else ""
    if is_label(cell):
        return Head(label=cell, end=len(draft.text), style=TABLE, strength=Strength.WEAK)
    for style in STYLES:
        head = style.find_head(draft) if style is not author_date.STYLE else None
        if head is not None and (best is None or head.strength > best.strength):
            best = head
    if best is not None and best.strength < Strength.CERTAIN and _only_figures(draft.text[best.end : _SAMPLE]):
        return None
    return best


def _only_figures(text: str) -> bool:
    """Whether only figures or single letters follow a label: it is then a table or the head of an index."""
    if _TWO_LETTERS.search(text) or not text.strip(_AROUND):
        return False
    letters = sum(character.isalpha() for character in text)
    return not letters or (letters > _FEW_LETTERS and all(len(word) == 1 for word in text.split()))
