"""Notes that point to other notes, led to what they mean: "ibid.", "see note 3", and keys of a bibliography."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citations.records.backrefs import NoteIndex, Pointer, find_pointer, labels_named
from citations.records.values import CitationRecord, Note, NoteKind


def resolve(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Give the notes with their back references led to the notes they mean; these never leave their chapter."""
    labels: dict[int, list[str]] = {}
    for note in notes:
        labels.setdefault(note.chapter, []).append(note.label)
    indexes = {chapter: NoteIndex(tuple(names)) for chapter, names in labels.items()}
    by_label = {(note.chapter, note.label): note for note in reversed(notes)}
    by_style: dict[str, dict[str, Note]] = {}
    for note in notes:
        by_style.setdefault(note.style, {}).setdefault(note.label, note)
    resolved = []
    for note in notes:
        index = indexes[note.chapter]
        names = _names(note, index)
        named = replace(note, names=names) if names != note.names else note
        pointer = find_pointer(note.raw, index)
        linked = any(record.url for record in note.records)
        if pointer is not None and not (pointer.short and linked):
            targets = [by_label[note.chapter, label] for label in pointer.labels if (note.chapter, label) in by_label]
            named = _pointing(named, pointer, targets)
        elif works := [*_works(note, by_style)]:
            named = _pointing(named, Pointer(tuple(dict.fromkeys(work.label for work in works))), works)
        resolved.append(named)
        index.add(note.label, _holder(named), named.records)
    return tuple(resolved)


def _names(note: Note, index: NoteIndex) -> tuple[str, ...]:
    """Give the labels of the other notes that a note's text refers to, by a marker or by number."""
    labels = dict.fromkeys((*note.names, *labels_named(note.raw, index)))
    return tuple(label for label in labels if label != note.label)


def _works(note: Note, by_style: dict[str, dict[str, Note]]) -> Iterator[Note]:
    """Yield what the markers within a note name in a list of another kind: the entries of a bibliography."""
    for label in note.names:
        yield from (listed[label] for style, listed in by_style.items() if style != note.style and label in listed)


def _pointing(note: Note, pointer: Pointer, targets: Sequence[Note]) -> Note:
    """Give a note with the records of those it points to, or with its own where it links to a page itself."""
    several = pointer.partly or _ANOTHER.match(note.raw)
    another = several and any(record.title and (record.authors or record.issued) for record in note.records)
    if another or any(record.url for record in note.records):
        return replace(note, kind=NoteKind.MIXED, refers_to=pointer.labels)
    records: tuple[CitationRecord, ...] = tuple(record for target in targets for record in target.records)
    kind = NoteKind.SHORT_FORM if pointer.short else NoteKind.BACK_REFERENCE
    return replace(note, kind=kind, refers_to=pointer.labels, records=records)


_ANOTHER = re.compile(
    r"\s*(?:Id|Ibid)\.(?:\sat\s[\d–,\s-]{1,20})?;\s(?:see|cf\.|but see|accord|compare)\s", re.IGNORECASE
)
"""A back reference and another source after it: "Id. at 12; see Ada Quill, Cold Rivers …"."""


def _holder(note: Note) -> str | None:
    """Give the label of the note that holds the records, ``None`` where no note surely does."""
    if note.refers_to is None:
        return note.label if note.records else None
    sure = len(note.refers_to) == 1 and note.kind is not NoteKind.MIXED
    return note.refers_to[0] if sure else None
