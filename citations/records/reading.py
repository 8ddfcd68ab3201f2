"""Read the notes of an article, and bare reference strings, into records."""

from collections.abc import Sequence

from citations.document import RawNote
from citations.links import find_links
from citations.records.values import CitationRecord, FieldSpan, Note


def read_notes(notes: Sequence[RawNote]) -> tuple[Note, ...]:
    """Give the notes of an article with their records, in the same order.

    All notes are read together, because a date without a word means what the article's other notes make of it,
    and because "ibid." is another note.
    """
    return tuple(
        Note(
            label=note.label,
            raw=note.raw,
            position=note.position,
            style=note.style,
            chapter=note.chapter,
            path=note.path,
            records=read_reference(note.raw),
        )
        for note in notes
    )


def read_reference(raw: str) -> tuple[CitationRecord, ...]:
    """Give the records of one reference string, one for each source that it names."""
    return tuple(
        CitationRecord(
            start=0,
            end=len(raw),
            url=link.url,
            fragment=link.fragment,
            spans=(FieldSpan(field="URL", start=link.start, end=link.end),),
        )
        for link in find_links(raw)
    )
