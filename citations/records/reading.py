"""Read the notes of an article, and bare reference strings, into records."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citations.dates import DateParts
from citations.document import RawNote, Span
from citations.links import Link, canonical_url, split_archive, unwrapped
from citations.records.building import build_record, extra_links
from citations.records.resolving import resolve
from citations.records.sheets.labels import label_end
from citations.records.sheets.sheet import Sheet, read_sheet
from citations.records.splitting.remarks import is_commentary
from citations.records.splitting.sources import split_sources
from citations.records.templates import build_from_template, find_templates
from citations.records.values import CitationRecord, FieldSpan, Note, NoteKind

_LONGEST = 20_000
"""Characters of a note that are read for records; what follows is kept as unread. Notes have some hundreds."""
_MIXED_WORDS = 4
"""Words outside every field from which on a note is commentary and source at once."""
_FEW_WORDS = 3
"""The same beside nothing but a link, where the words run on: "The code is at <link>"."""


def read_notes(notes: Sequence[RawNote]) -> tuple[Note, ...]:
    """Give the notes of an article with their records, in the same order.

    All notes are read together, because the other notes show whether a date without a word is an access date,
    and because "ibid." is another note.
    """
    read = [_read_note(note) for note in notes]
    read = _settle_bare_dates(read)
    return resolve(read)


def read_reference(raw: str) -> tuple[CitationRecord, ...]:
    """Give the records of one reference string, one for each source that it names; a label before it is skipped."""
    return _read_records(raw, skip_label=True)


def _read_records(
    raw: str,
    *,
    skip_label: bool,
    every_link: bool = False,
    emphasis: Sequence[Span] = (),
    targets: Sequence[str] = (),
) -> tuple[CitationRecord, ...]:
    """Give the records of ``raw``; with ``every_link`` also one for each link that stands in no other."""
    templates = find_templates(raw)
    if templates:
        starts = [0, *(template.end for template in templates[:-1])]
        ends = [*starts[1:], len(raw)]
        return tuple(
            build_from_template(raw, template, start, end)
            for template, start, end in zip(templates, starts, ends, strict=True)
        )
    sheet = read_sheet(raw[:_LONGEST], emphasis, targets)
    parts = split_sources(sheet, label_end(sheet.text) if skip_label else 0)
    records = tuple(build_record(sheet, part) for part in parts)
    if len(raw) > _LONGEST:
        last = records[-1]
        rest = f"{last.unread} {' '.join(raw[_LONGEST:].split())}".strip()
        records = (*records[:-1], replace(last, end=len(raw), unread=rest))
    if every_link and len(sheet.links) > len(records):
        return _with_extra(records, sheet, len(raw))
    return records


def _read_note(note: RawNote) -> Note:
    records: tuple[CitationRecord, ...] = ()
    if not is_commentary(note.raw):
        records = _read_records(
            note.raw,
            skip_label=False,
            every_link=True,
            emphasis=note.emphasis,
            targets=[unwrapped(url) for url in note.urls],
        )
    records = _with_hidden(records, note)
    records = tuple(record for record in records if _says_something(record))
    return Note(
        label=note.label,
        raw=note.raw,
        position=note.position,
        style=note.style,
        chapter=note.chapter,
        path=note.path,
        kind=_kind(records),
        records=records,
        names=note.marks,
    )


def _says_something(record: CitationRecord) -> bool:
    return bool(record.url or record.title or record.authors or record.container_title or record.doi or record.isbn)


def _with_extra(records: tuple[CitationRecord, ...], sheet: Sheet, end: int) -> tuple[CitationRecord, ...]:
    """Give the records and one more for each link that stands in none: every link of a note is a page to check."""
    known = {_without_scheme(record.url) for record in records if record.url}
    known |= {_without_scheme(record.archive_url) for record in records if record.archive_url}
    extra: list[CitationRecord] = []
    for link in extra_links(sheet, records):
        address = _without_scheme(link.url)
        if address not in known and split_archive(link.url) is None:
            known.add(address)
            extra.append(_of_link(link, end))
    return (*records, *extra)


def _without_scheme(url: str) -> str:
    """Give an address without its scheme: "www.quay.example" and "https://www.quay.example" are one page."""
    scheme, divider, rest = canonical_url(url).partition("://")
    return rest if divider else scheme


def _of_link(link: Link, end: int) -> CitationRecord:
    """Give a record that is only a link; its place is after the others, so that they share the note's text."""
    return CitationRecord(start=end, end=end, url=link.url, fragment=link.fragment)


def _with_hidden(records: tuple[CitationRecord, ...], note: RawNote) -> tuple[CitationRecord, ...]:
    """Give the records with the addresses of links that the visible text does not show, in their order.

    An archived copy goes to the record before; a link too many becomes a record of its own, so that none is lost.
    """
    filled = list(records)
    for url in note.urls:
        page, _, fragment = unwrapped(url).partition("#:~:text=")
        page = page.partition("#")[0]
        archived = split_archive(page) is not None and any(record.url for record in filled)
        empty = next((i for i, record in enumerate(filled) if not _own_url(record)), None)
        if archived:
            place = max(i for i, record in enumerate(filled) if record.url)
            filled[place] = replace(filled[place], archive_url=filled[place].archive_url or page)
        elif empty is not None:
            filled[empty] = replace(filled[empty], url=page, fragment=fragment or None)
        elif all(record.url != page for record in filled):
            end = len(note.raw)
            filled.append(CitationRecord(start=end, end=end, url=page, fragment=fragment or None))
    return tuple(filled)


def _own_url(record: CitationRecord) -> bool:
    """Whether a record has an address that the note prints or links, and not one made from its DOI."""
    return record.url is not None and (record.doi is None or any(span.field == "URL" for span in record.spans))


def _kind(records: tuple[CitationRecord, ...]) -> NoteKind:
    if not records:
        return NoteKind.COMMENTARY
    if all(record.url and not (record.title or record.authors or record.container_title) for record in records):
        unread = " ".join(record.unread for record in records)
        words = re.findall(r"[^\W\d_]{2,}", unread)
        return NoteKind.MIXED if len(words) >= _MIXED_WORDS or _runs(unread, _FEW_WORDS) else NoteKind.BARE_URL
    if any(_runs(record.unread, _MIXED_WORDS) for record in records):
        return NoteKind.MIXED
    return NoteKind.SOURCE


def _runs(unread: str, least: int) -> bool:
    """Whether ``least`` words or more that no field took are running text: most begin with a small letter."""
    words = re.findall(r"[^\W\d_]{2,}", unread)
    return len(words) >= least and sum(word[0].islower() for word in words) * 2 >= len(words)


def _settle_bare_dates(notes: list[Note]) -> list[Note]:
    """Read the one bare date of a record as accessed when it is the access date of another note."""
    days: dict[DateParts, set[int]] = {}
    for number, note in enumerate(notes):
        for record in note.records:
            if record.accessed is not None and record.accessed.is_day:
                days.setdefault(record.accessed.parts, set()).add(number)
    if not days:
        return notes
    settled = []
    for number, note in enumerate(notes):
        records = tuple(_settled(record, days, number) for record in note.records)
        settled.append(note if records == note.records else replace(note, records=records))
    return settled


def _settled(record: CitationRecord, days: dict[DateParts, set[int]], number: int) -> CitationRecord:
    if record.accessed is not None or record.issued is None or not record.url:
        return record
    others = days.get(record.issued.parts, set()) - {number}
    if not others:
        return record
    spans = tuple(
        FieldSpan(field="accessed", start=span.start, end=span.end) if span.field == "issued" else span
        for span in record.spans
    )
    return replace(record, issued=None, accessed=record.issued, spans=spans)
