"""Markers and notes that do not find each other: N101 to N104, N108."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citations.document import Marker
from citations.formats import markdown, org
from citations.labels import Numbering, numbering_of, try_number
from citations.records import Note
from citations.styles import caret
from verifier.checks.base import CheckInput, at_note, at_place, named, where
from verifier.findings import Finding, Rule, Severity

MARKER_WITHOUT_NOTE = Rule(
    code="N101",
    name="marker-without-note",
    severity=Severity.ERROR,
    summary="a marker in the text points at a note that is not there",
    explanation=(
        "A reader who follows the marker finds nothing, so its claim has no source. It errs where a number in "
        "brackets only looks like a marker, and where the notes stand in a file that was not named."
    ),
    help="add the note, correct the label, or name the file with the notes: --notes FILE",
)
NOTE_WITHOUT_MARKER = Rule(
    code="N102",
    name="note-without-marker",
    severity=Severity.WARNING,
    summary="a note that nothing in the text and no other note points at",
    explanation=(
        "Often the marker was lost in an edit, and the sentence it stood behind now has no source. An article in "
        "which no marker was found at all says so once: a conversion may have lost them, and no claim is checked. "
        'An "ibid." in the next note is no marker: it would still stand below it. '
        "It errs where a list of further reading is numbered like notes, and where such a list is all there is."
    ),
    help=(
        "put its marker behind the sentence it belongs to, or delete the note; where all markers were lost, convert "
        "the article anew, or take the links in its text for notes (--inline-links)"
    ),
)
DOUBLE_LABEL = Rule(
    code="N103",
    name="double-label",
    severity=Severity.ERROR,
    summary="two notes have the same label",
    explanation=(
        "The marker can mean either note; common converters keep one and drop the other without a word. It errs where "
        "labels restart in a part of the text that has no heading of its own."
    ),
    help="give each note a label of its own",
)
OUT_OF_ORDER = Rule(
    code="N104",
    name="out-of-order-label",
    severity=Severity.WARNING,
    summary="a label breaks the order of its list",
    explanation=(
        "Notes are numbered in the order of their markers; a jump back or a gap shows that a note was moved, lost or "
        "misnumbered. Labels that are words or signs (* † **) are never reported, nor are those of footnotes in Org "
        "and Markdown, where a number is a name that is never printed."
    ),
    help="check that the notes around it still belong to their markers",
)
MARKER_FORM = Rule(
    code="N108",
    name="marker-form",
    severity=Severity.INFO,
    summary="markers of one article have several forms",
    explanation=(
        "Two forms of marker show that text came from two tools or hands; links of the rarer form often lead nowhere. "
        "It is only a matter of form."
    ),
    help="write all markers in one form",
)

NAMED = frozenset({(org.FORMAT.name, org.STYLE), (markdown.FORMAT.name, caret.STYLE.name)})
"""Formats and their notes whose labels are names: what readers see is counted anew."""
LONGEST_SHOWN = 40
"""Characters of a marker that a message shows; a longer one is markup that tells a reader nothing."""
_LINK = re.compile(r"<\w+ ")
"""An element with attributes: readers of the page see none of it, and the label tells as much."""


@dataclass(frozen=True, slots=True)
class MarkerCheck:
    """Holds markers and notes against each other, label by label and chapter by chapter."""

    rules: tuple[Rule, ...] = field(
        default=(MARKER_WITHOUT_NOTE, NOTE_WITHOUT_MARKER, DOUBLE_LABEL, OUT_OF_ORDER, MARKER_FORM)
    )

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the faults of form, one for a label or a pair of notes; a plain list of sources has no labels."""
        markers, notes = given.article.markers, [note for note in given.article.notes if note.label]
        yield from _without_note(markers, notes)
        yield from _without_marker(markers, notes) if markers else _without_markers(given.article.notes)
        yield from _doubles(notes)
        yield from _out_of_order([note for note in notes if (given.article.format, note.style) not in NAMED])
        yield from _forms(markers)


CHECK = MarkerCheck()


def _without_note(markers: Sequence[Marker], notes: Sequence[Note]) -> Iterator[Finding]:
    known = {(note.chapter, note.label) for note in notes}
    reported: set[tuple[int, str]] = set()
    for marker in markers:
        key = (marker.chapter, marker.label)
        if key not in known and key not in reported:
            reported.add(key)
            message = f"marker {_shown(marker)} points at no note: there is no note {marker.label}"
            yield at_place(MARKER_WITHOUT_NOTE, marker.position, message, label=marker.label)


def _without_markers(notes: Sequence[Note]) -> Iterator[Finding]:
    """Yield one finding for all notes of an article in which no marker was found."""
    if notes:
        them = f"any of the {len(notes)} notes" if len(notes) > 1 else named(notes[0])
        message = f"no marker in the text points at {them}: were markers lost, or does the text stand elsewhere?"
        yield at_note(NOTE_WITHOUT_MARKER, notes[0], message)


def _without_marker(markers: Sequence[Marker], notes: Sequence[Note]) -> Iterator[Finding]:
    used = {(marker.chapter, marker.label) for marker in markers}
    named = {(note.chapter, label) for note in notes for label in note.names}
    known = {(note.chapter, note.label) for note in notes}
    elsewhere = {label for chapter, label in named - known}  # the works of all chapters may have a list of their own
    used |= named
    for note in notes:
        if (note.chapter, note.label) not in used and note.label not in elsewhere:
            yield at_note(NOTE_WITHOUT_MARKER, note, f"no marker in the text points at note {note.label}")


def _doubles(notes: Sequence[Note]) -> Iterator[Finding]:
    first: dict[tuple[int, str], Note] = {}
    for note in notes:
        earlier = first.setdefault((note.chapter, note.label), note)
        if earlier is not note:
            message = f"label {note.label} was given to a note before, {where(earlier.position)}"
            yield at_note(DOUBLE_LABEL, note, message)


def _out_of_order(notes: Sequence[Note]) -> Iterator[Finding]:
    last: dict[tuple[int, str | None], int] = {}
    numbering = numbering_of([note.label for note in notes])
    if numbering is Numbering.SYMBOLS:
        return
    for note in notes:
        number = try_number(note.label, numbering)
        place = (note.chapter, note.path)
        if number is None:
            continue
        before = last.get(place)
        if before is not None and number != before + 1 and number != before:
            yield at_note(OUT_OF_ORDER, note, f"note {note.label} stands right behind note number {before}")
        last[place] = number


def _forms(markers: Sequence[Marker]) -> Iterator[Finding]:
    forms = Counter(marker.style for marker in markers)
    if len(forms) < 2:  # noqa: PLR2004 - two forms are what the rule is about
        return
    usual = forms.most_common(1)[0][0]
    odd = [marker for marker in markers if marker.style != usual]
    labels = ", ".join(dict.fromkeys(marker.label for marker in odd))
    message = f"markers {labels} have another form ({_shown(odd[0])}) than the others"
    yield at_place(MARKER_FORM, odd[0].position, message, label=odd[0].label, subject=message)


def _shown(marker: Marker) -> str:
    """Give a marker as it is written, where that is no line of markup."""
    return marker.label if len(marker.raw) > LONGEST_SHOWN or _LINK.search(marker.raw) else marker.raw
