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
    _count(page)
    total = page.boxes[0].texty or 1
    _forgive_names(page.boxes, total)
    prose = _count_prose(page)
    container = _container(page.boxes, prose)
    labels: dict[int, PartKind | None] = {}
    return [_label(line, container, labels) for line in page.lines]


def _is_texty(line: Line) -> bool:
    return len(line.text) >= TEXTY_CHARACTERS and line.linked <= MOST_LINKED * len(line.text)


def _count(page: Walked) -> None:
    """Fill in how much text and prose each box holds, its inner boxes included."""
    for line in page.lines:
        line.box.characters += len(line.text)
        if _is_texty(line):
            line.box.texty += len(line.text)
    for box in reversed(page.boxes):
        if box.parent is not None:
            box.parent.characters += box.characters
            box.parent.texty += box.texty


def _forgive_names(boxes: Sequence[Box], total: int) -> None:
    """Take the kind from boxes that hold much of the page's prose, or its body: they are named after something else."""
    for box in boxes:
        if box.kind is not None and (box.named or box.tag == "aside") and box.texty > MISNAMED_SHARE * total:
            box.kind = None


def _count_prose(page: Walked) -> dict[int, int]:
    """Give the prose outside of navigation, comments and the like, for each box by its identity."""
    prose: dict[int, int] = {}
    kinds = {id(box): kind for box, kind in zip(page.boxes, _inherited(page.boxes), strict=True)}
    for line in page.lines:
        if _is_texty(line) and kinds[id(line.box)] is None:
            prose[id(line.box)] = prose.get(id(line.box), 0) + len(line.text)
    for box in reversed(page.boxes):
        own = prose.get(id(box), 0)
        if own and box.parent is not None:
            prose[id(box.parent)] = prose.get(id(box.parent), 0) + own
    return prose


def _inherited(boxes: Sequence[Box]) -> list[PartKind | None]:
    kinds: dict[int, PartKind | None] = {}
    for box in boxes:
        above = kinds[id(box.parent)] if box.parent is not None else None
        kinds[id(box)] = box.kind or above
    return [kinds[id(box)] for box in boxes]


def _container(boxes: Sequence[Box], prose: dict[int, int]) -> Box:
    """Give the innermost box that holds most of the prose, preferring one marked as the main part."""
    total = prose.get(id(boxes[0]), 0)
    best = boxes[0]
    for box in boxes:
        held = prose.get(id(box), 0)
        if held >= CONTAINER_SHARE * total and total:
            best = box
    return best


def _label(line: Line, container: Box, labels: dict[int, PartKind | None]) -> PartKind:
    kind = _region(line.box, container, labels)
    if kind is not None:
        return kind
    if line.linked > MOST_LINKED * len(line.text) and not line.level:
        return PartKind.NAVIGATION
    return PartKind.MAIN


def _region(box: Box, container: Box, labels: dict[int, PartKind | None]) -> PartKind | None:
    """Give the label of a box: its own or an outer one's kind; outside the container it is at best related."""
    path: list[Box] = []
    at: Box | None = box
    while at is not None and id(at) not in labels:
        path.append(at)
        at = at.parent
    for step in reversed(path):
        above = labels[id(step.parent)] if step.parent is not None else PartKind.RELATED
        if step is container:
            labels[id(step)] = None
        else:
            labels[id(step)] = step.kind or above
    return labels[id(box)]
