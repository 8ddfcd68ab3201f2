"""Labels the lines of a page: which belong to its main text, and what the others are.

Recall comes first: a line is main text unless something speaks against it. What speaks against it is the region that
it lies in (a tag, a role, a class), and being one of many short links.
"""

from collections.abc import Sequence

from verifier.extraction.base import PartKind
from verifier.extraction.page_walk import Box, Line, Walked

# All limits were chosen on wcxb.dev and fundus.dev; run ``score.py pages`` on both again before changing one.

TEXTY_CHARACTERS = 60
"""Characters of a line from which it is taken for prose, if few of them are links."""

MOST_LINKED = 0.5
"""Share of a line that may be links before it is no prose."""

TITLE_CHARACTERS = 25
"""Characters from which a link that fills its line may be the title of an item, and is no navigation."""

MISNAMED_SHARE = 0.4
"""A box whose class, role or tag speaks of a sidebar, but that holds this share of all prose, is none."""

LITTLE_PROSE = 800
"""Characters of prose outside of all regions under which the comments or teasers of a page are its main text."""


def label_lines(page: Walked) -> list[PartKind]:
    """Give the label of each line of ``page.lines``."""
    texty = [_is_texty(line) for line in page.lines]
    _count(page, texty)
    _forgive_names(page.boxes)
    regions = _regions(page.boxes)
    main_kinds = _main_kinds(page, texty, regions)
    return [_label(line, regions[line.box], main_kinds) for line in page.lines]


def _is_texty(line: Line) -> bool:
    return len(line.text) >= TEXTY_CHARACTERS and line.linked <= MOST_LINKED * len(line.text)


def _count(page: Walked, texty: Sequence[bool]) -> None:
    """Fill in how much prose and how much of links each box holds, its inner boxes included."""
    for line, prose in zip(page.lines, texty, strict=True):
        if prose:
            line.box.texty += len(line.text)
        line.box.linked += line.linked
    for box in reversed(page.boxes):
        if (box.texty or box.linked) and box.parent is not None:
            box.parent.texty += box.texty
            box.parent.linked += box.linked


def _forgive_names(boxes: Sequence[Box]) -> None:
    """Take the kind from boxes that hold much of the page's prose, and from teasers that lead to no other page.

    The first lines of an article are called its teaser too, and an aside may explain a word of it.
    """
    most = MISNAMED_SHARE * boxes[0].texty
    for box in boxes:
        leads_nowhere = box.kind is PartKind.RELATED and box.texty and not box.linked
        if leads_nowhere or (box.kind is not None and box.texty > most):
            box.kind = None


def _regions(boxes: Sequence[Box]) -> dict[Box, PartKind | None]:
    """Give the kind of each box, its own or the nearest outer one's."""
    kinds: dict[Box, PartKind | None] = {}
    for box in boxes:
        kinds[box] = box.kind or (kinds[box.parent] if box.parent is not None else None)
    return kinds


def _main_kinds(page: Walked, texty: Sequence[bool], regions: dict[Box, PartKind | None]) -> set[PartKind | None]:
    """Give the kinds of region that are main text: on a forum the comments are, on a front page the teasers."""
    prose: dict[PartKind | None, int] = {}
    for line, is_prose in zip(page.lines, texty, strict=True):
        if is_prose:
            kind = regions[line.box]
            prose[kind] = prose.get(kind, 0) + len(line.text)
    outside = prose.get(None, 0)
    others = {kind for kind in (PartKind.COMMENTS, PartKind.RELATED) if prose.get(kind, 0) > outside}
    return {None, *others} if outside < LITTLE_PROSE else {None}


def _label(line: Line, region: PartKind | None, main_kinds: set[PartKind | None]) -> PartKind:
    if region is not None and region not in main_kinds:
        return region
    if line.linked > MOST_LINKED * len(line.text) and not line.level and len(line.text) < TITLE_CHARACTERS:
        return PartKind.NAVIGATION
    return PartKind.MAIN
