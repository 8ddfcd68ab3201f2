"""Documents with two sorts of notes: those of the format's own syntax, and a list of sources typed by hand."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from citations.document import Block, Document, Marker, Position
from citations.scanning.raw_notes import with_works
from citations.scanning.works import UNLABELLED
from citations.styles import author_date, author_page, bracket

_LEAST_TYPED = 2
"""Typed notes with typed markers that make a list; fewer brackets and numbered lines are plain text."""
_TYPED_STYLE = bracket.STYLE.name
"""The only style of typed labels that counts beside notes of the format: a superscript may be anything."""
_POINTS = ". "
"""What may follow a template that prints a work, without being a part of it."""
_LISTED_STYLES = frozenset({UNLABELLED, author_date.STYLE.name, author_page.STYLE.name})
"""Styles of notes that occur only in a list under a heading for sources."""


def has_typed_notes(typed: Document) -> bool:
    """Whether the notes that were typed beside notes of the format are a list of sources.

    They are if they stand under a heading for sources without numbers as labels, or if markers point to half of them.
    They are not if no text would be left beside them.
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
    """Give ``typed`` with the notes and markers of ``native`` added; both were read from the same file.

    The blocks are those of ``typed``, from which the typed notes were cut out. Numbered typed notes get a chapter of
    their own; the labels of a list by author and year cannot be confused with others.
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
    """Give a marker of ``native`` with its place in ``blocks``: in its own block, or at the end of the one before."""
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
