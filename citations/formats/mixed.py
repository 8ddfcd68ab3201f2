"""Documents with two sorts of notes: real footnotes, and a list of sources typed by hand at the end."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from citations.document import Block, Document, Marker, Position
from citations.scanning.raw_notes import with_works
from citations.scanning.works import UNLABELLED
from citations.styles import author_date, author_page

_LEAST_TYPED = 2
"""Typed notes that have their typed markers, below which brackets and numbered lines are taken for plain text."""
_TYPED_STYLE = "bracket"
"""The one style of labels that is looked for beside real notes: a raised figure may be anything."""
_POINTS = ". "
"""What may stand behind a template that prints a work, and is no part of it."""
_LISTED_STYLES = frozenset({UNLABELLED, author_date.STYLE.name, author_page.STYLE.name})
"""The styles of notes that are found only in a list under a heading for sources."""


def has_typed_notes(typed: Document) -> bool:
    """Say whether what the note styles found beside real notes is a list of sources.

    It stands under a heading that says so, with no labels that the text could call; or half of it is called by markers.
    What would leave no text at all is none.
    """
    if not typed.blocks:
        return False
    if _is_list(typed):
        return True
    known = {(note.label, note.chapter) for note in typed.notes}
    found = {(marker.label, marker.chapter): marker.style for marker in typed.markers} if known else {}
    called = Counter(style for key, style in found.items() if key in known)
    return called[_TYPED_STYLE] >= max(_LEAST_TYPED, len(typed.notes) / 2)


def _is_list(typed: Document) -> bool:
    styles = {*(note.style for note in typed.notes), *(marker.style for marker in typed.markers)}
    return bool(typed.notes) and styles <= _LISTED_STYLES


def merged(native: Document, typed: Document) -> Document:
    """Give the typed document with the real notes and markers of ``native`` put into it, lists kept apart.

    Both were read from the same file; the blocks are those of ``typed``, without its notes and markers. The labels of
    a list of sources, names and years, are like no others.
    """
    shift = 0 if _is_list(typed) else 1 + max((note.chapter for note in native.notes), default=0)
    kept = {note.raw.rstrip(_POINTS) for note in native.notes}
    listed = [replace(one, chapter=one.chapter + shift) for one in typed.notes if one.raw.rstrip(_POINTS) not in kept]
    order = sorted(range(len(typed.blocks)), key=lambda index: _key(typed.blocks[index].position))
    starts = [_key(typed.blocks[index].position) for index in order]
    moved = [_moved(marker, native, typed.blocks, order, starts) for marker in native.markers]
    markers = [*moved, *(replace(one, chapter=one.chapter + shift) for one in typed.markers)]
    return replace(
        typed,
        title=native.title,
        markers=tuple(sorted(markers, key=lambda one: (one.block, one.offset))),
        notes=with_works((*native.notes, *listed), {marker.label for marker in typed.markers}),
    )


def _key(position: Position) -> tuple[int, int]:
    return position.line, position.column


def _moved(
    marker: Marker, native: Document, blocks: Sequence[Block], order: Sequence[int], starts: Sequence[tuple[int, int]]
) -> Marker:
    """Give a real marker at its place among the blocks that are left: in its own, else at the end of one before."""
    place = _key(native.blocks[marker.block].position_at(marker.offset))
    at = bisect_right(starts, place) - 1
    if at < 0:
        return replace(marker, block=0, offset=0)
    block = blocks[order[at]]
    anchors = [_key(anchor.position) for anchor in block.anchors]
    number = max(bisect_right(anchors, place) - 1, 0)
    anchor = block.anchors[number]
    end = block.anchors[number + 1].offset if number + 1 < len(block.anchors) else len(block.text)
    same_line = anchor.position.line == place[0]
    offset = anchor.offset + place[1] - anchor.position.column if same_line else end
    return replace(marker, block=order[at], offset=min(max(offset, 0), end))
