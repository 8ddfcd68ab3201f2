"""From drafts to a document: find the notes, find the markers that point to them, cut both out of the body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from citations.document import Block, BlockKind, Document, Ignore, Oddity, RawNote
from citations.drafts import Draft
from citations.links import ADDRESS
from citations.scanning.body import block_of, body_of, broken_paragraphs_joined
from citations.scanning.broken_targets import with_whole_targets
from citations.scanning.false_headings import without_false_headings
from citations.scanning.link_faults import link_faults
from citations.scanning.lost_names import with_lost_names
from citations.scanning.markers import Accepted, choose_markers, marks_in_notes
from citations.scanning.notes import Notes, find_notes
from citations.scanning.raw_notes import raw_note, with_works
from citations.scanning.regions import is_title
from citations.scanning.slicing import at_announcement, lines_width, split_lines
from citations.scanning.unmarked_lists import unproved_runs, without_numbers
from citations.scanning.worded_notes import with_worded_notes
from citations.sections import is_notes_heading
from citations.styles import find_candidates
from citations.styles.base import Candidate

_TRIES = 3
"""How often notes and markers are looked for: once a false list is left out, another may be left without markers."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)]{0,3}$")


def scan(
    drafts: Sequence[Draft],
    *,
    format_name: str,
    lines: int,
    title: str | None = None,
    ignores: tuple[Ignore, ...] = (),
    oddities: tuple[Oddity, ...] = (),
    dated: tuple[str, int] | None = None,
    whole_is_notes: bool = False,
    labels: Sequence[str] = (),
    called: Sequence[str] = (),
) -> Document:
    """Give the document that these drafts make, with the markers and notes of every style found and cut out.

    ``whole_is_notes``: the file holds nothing but notes, like one given with ``--notes``. ``labels``: the labels of
    notes in such files beside this one. ``called``: works that notes found by the format cite by author and year.
    """
    pieces = with_lost_names(list(_pieces(drafts)))
    candidates = find_candidates(pieces)
    notes, accepted = _paired(pieces, candidates, whole_is_notes=whole_is_notes, labels=labels, called=called)
    body, broken = broken_paragraphs_joined(body_of(pieces, notes, accepted))
    return Document(
        format=format_name,
        title=title or _title(body.blocks),
        blocks=tuple(body.blocks),
        markers=tuple(body.markers),
        links=tuple(body.links),
        notes=_raw_notes(pieces, candidates, notes, accepted, called),
        loose=tuple(block_of(pieces[index]) for index in sorted(notes.loose) if pieces[index].text),
        ignores=ignores,
        oddities=(*oddities, *broken, *link_faults(pieces, notes.entries)),
        lines=lines,
        dated=dated,
    )


def _paired(
    pieces: Sequence[Draft],
    candidates: Sequence[Sequence[Candidate]],
    *,
    whole_is_notes: bool,
    labels: Sequence[str],
    called: Sequence[str],
) -> tuple[Notes, dict[int, list[Accepted]]]:
    """Give the notes, and the markers by their draft; a list that its markers do not confirm is taken for text."""
    refused: frozenset[int] = frozenset()
    for _ in range(_TRIES):
        notes = find_notes(pieces, candidates, whole_is_notes=whole_is_notes, called=called, refused=refused)
        notes = replace(notes, elsewhere=tuple(labels))
        accepted = choose_markers(pieces, candidates, notes)
        unproved = unproved_runs(notes, accepted)
        if not unproved:
            break
        refused |= unproved
    return without_numbers(notes, accepted), accepted


def _raw_notes(
    pieces: Sequence[Draft],
    candidates: Sequence[Sequence[Candidate]],
    notes: Notes,
    accepted: dict[int, list[Accepted]],
    called: Sequence[str],
) -> tuple[RawNote, ...]:
    """Give the notes as they stand, each with the labels of the notes that it cites itself."""
    found = [one for ones in accepted.values() for one in ones]
    marks = marks_in_notes(candidates, notes, {one.style for one in found})
    listed = [
        replace(note, marks=own) if own else note
        for note, own in zip((raw_note(pieces, entry) for entry in notes.entries), marks, strict=True)
    ]
    marked = {*called, *(label for one in found for label in one.labels)}
    return with_works((*listed, *_linked_notes(accepted, listed)), marked)


def _linked_notes(accepted: dict[int, list[Accepted]], notes: Iterable[RawNote]) -> Iterator[RawNote]:
    """Yield a note for each marker without one that links to its source itself: ``[[1]](https://…)``."""
    labels = {note.label for note in notes}
    for found in accepted.values():
        for one in found:
            if ADDRESS.match(one.target) and len(one.labels) == 1 and one.labels[0] not in labels:
                labels.add(one.labels[0])
                yield RawNote(label=one.labels[0], raw=one.target, position=one.position, style=one.style)


def _pieces(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, split where their lines are notes or references of their own."""
    title = ""
    whole = list(with_worded_notes(with_whole_targets(without_false_headings(drafts))))
    width = lines_width(whole)
    for draft in chain.from_iterable(map(at_announcement, whole)):
        if draft.kind is BlockKind.HEADING or is_title(draft):
            title = draft.text
        yield from split_lines(draft, title=title, width=width)


def _title(blocks: Sequence[Block]) -> str | None:
    """Give the highest heading, ``None`` if it is one of several below the first sentence: then it heads a section."""
    headings = [
        block for block in blocks if block.kind is BlockKind.HEADING and block.text and not is_notes_heading(block.text)
    ]
    if not headings:
        return None
    title = min(headings, key=lambda block: block.level)
    before = takewhile(lambda block: block is not title, blocks)
    alone = sum(block.level == title.level for block in headings) == 1
    return title.text if alone or not any(_SENTENCE_END.search(block.text) for block in before) else None
