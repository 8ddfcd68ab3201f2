"""What a note says about its sources: the values, and the reading of notes and bare references."""

from citations.records.cuts import announces_access
from citations.records.persons import is_person
from citations.records.reading import read_notes, read_reference
from citations.records.values import CitationRecord, FieldSpan, Name, Note, NoteKind

__all__ = [
    "CitationRecord",
    "FieldSpan",
    "Name",
    "Note",
    "NoteKind",
    "announces_access",
    "is_person",
    "read_notes",
    "read_reference",
]
