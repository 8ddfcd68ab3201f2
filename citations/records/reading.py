"""Read the notes of an article, and bare reference strings, into records."""

from collections.abc import Sequence

from citations.document import RawNote
from citations.links import doi_in_url, doi_url, split_archive
from citations.records.cuts import Cuts, DatePlace, find_cuts, label_end
from citations.records.names import to_name
from citations.records.segments import Parts, read_parts
from citations.records.sheet import Sheet, read_sheet
from citations.records.values import CitationRecord, FieldSpan, Name, Note


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
    sheet = read_sheet(raw)
    return (_read_record(sheet, label_end(sheet.text), len(sheet.text)),)


def _read_record(sheet: Sheet, start: int, end: int) -> CitationRecord:
    cuts = find_cuts(sheet, start, end)
    parts = read_parts(sheet, start, end, cuts)
    return _record(sheet, start, end, cuts, parts)


def _record(sheet: Sheet, start: int, end: int, cuts: Cuts, parts: Parts) -> CitationRecord:
    spans: list[FieldSpan] = []

    def words(field: str, place: tuple[int, int] | None) -> str | None:
        if place is None:
            return None
        span = sheet.span(*place)
        spans.append(FieldSpan(field=field, start=span.start, end=span.end))
        return sheet.words(*place) or None

    title = words("title", parts.title)
    container = words("container-title", parts.container)
    publisher = words("publisher", parts.publisher)
    authors = tuple(name for place in parts.authors if (name := _name(words("author", place))))
    link = cuts.links[0][0] if cuts.links else None
    if link:
        spans.append(FieldSpan(field="URL", start=link.start, end=link.end))
    accessed = cuts.accessed or _second_bare(cuts, parts)
    return CitationRecord(
        start=sheet.place(start),
        end=sheet.place(end),
        url=link.url if link else None,
        fragment=link.fragment if link else None,
        title=title,
        authors=authors,
        container_title=container,
        publisher=publisher,
        issued=parts.issued.date if parts.issued else None,
        accessed=accessed.date if accessed else None,
        doi=cuts.doi[0] if cuts.doi else None,
        isbn=cuts.isbn[0] if cuts.isbn else None,
        spans=tuple(spans),
    )


def _name(words: str | None) -> Name | None:
    return to_name(words) if words else None


def _second_bare(cuts: Cuts, parts: Parts) -> DatePlace | None:
    """Give the second of two bare days: first published, second accessed."""
    if parts.issued is None:
        return None
    first = parts.issued
    return next(
        (date for date in cuts.dates if date.start > first.end and min(len(date.date.parts), len(first.date.parts)) == _DAY),
        None,
    )


_DAY = 3
"""Parts of a date that names a day."""
