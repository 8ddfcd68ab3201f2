"""Labels the lines of a page: which belong to its main text, and what the others are."""

from collections.abc import Sequence

from verifier.extraction.base import PartKind
from verifier.extraction.page_walk import Box, Line, Walked

TEXTY_CHARACTERS = 60
"""A line of this length or more with few links is taken for prose (measured with ``score.py pages``)."""

MOST_LINKED = 0.5
"""Share of a line that may be links before it is taken for navigation."""

CONTAINER_SHARE = 0.8
"""Share of the page's prose that the container of the main text holds at least."""

MISNAMED_SHARE = 0.4
"""A box whose class speaks of a sidebar, but that holds this share of all prose, is misnamed."""


def label_lines(page: Walked) -> list[PartKind]:
    """Give the label of each line of ``page.lines``."""
    texty = [_is_texty(line) for line in page.lines]
    _count(page, texty)
    _forgive_names(page.boxes)
    regions = _regions(page.boxes)
    container = _container(page, texty, regions)
    inside = _inside(page.boxes, container)
    return [_label(line, regions[line.box], inside) for line in page.lines]


def _is_texty(line: Line) -> bool:
    return len(line.text) >= TEXTY_CHARACTERS and line.linked <= MOST_LINKED * len(line.text)


def _count(page: Walked, texty: Sequence[bool]) -> None:
    """Fill in how much prose each box holds, its inner boxes included."""
    for line, prose in zip(page.lines, texty, strict=True):
        if prose:
            line.box.texty += len(line.text)
    for box in reversed(page.boxes):
        if box.texty and box.parent is not None:
            box.parent.texty += box.texty


def _forgive_names(boxes: Sequence[Box]) -> None:
    """Take the kind from boxes that hold much of the page's prose: they are named after something else."""
    most = MISNAMED_SHARE * boxes[0].texty
    for box in boxes:
        if box.kind is not None and (box.named or box.tag == "aside") and box.texty > most:
            box.kind = None


def _regions(boxes: Sequence[Box]) -> dict[Box, PartKind | None]:
    """Give the kind of each box, its own or the nearest outer one's."""
    kinds: dict[Box, PartKind | None] = {}
    for box in boxes:
        kinds[box] = box.kind or (kinds[box.parent] if box.parent is not None else None)
    return kinds


def _container(page: Walked, texty: Sequence[bool], regions: dict[Box, PartKind | None]) -> Box:
    """Give the innermost box that holds most of the prose outside of navigation, comments and the like."""
    prose: dict[Box, int] = {}
    for line, is_prose in zip(page.lines, texty, strict=True):
        if is_prose and regions[line.box] is None:
            prose[line.box] = prose.get(line.box, 0) + len(line.text)
    for box in reversed(page.boxes):
        if box in prose and box.parent is not None:
            prose[box.parent] = prose.get(box.parent, 0) + prose[box]
    least = CONTAINER_SHARE * prose.get(page.boxes[0], 0)
    return next((box for box in reversed(page.boxes) if least and prose.get(box, 0) >= least), page.boxes[0])


def _inside(boxes: Sequence[Box], container: Box) -> set[Box]:
    inside = {container}
    for box in boxes:
        if box.parent in inside:
            inside.add(box)
    return inside


def _label(line: Line, region: PartKind | None, inside: set[Box]) -> PartKind:
    if region is not None:
        return region
    if line.box not in inside and not line.level:
        return PartKind.RELATED
    if line.linked > MOST_LINKED * len(line.text) and not line.level:
        return PartKind.NAVIGATION
    return PartKind.MAIN
