"""Build records from the parts that were found, with the place of every field and the text that no rule understood."""

import re
from collections.abc import Iterable

from citations.dates import PartialDate
from citations.links import Link, doi_in_url, doi_url, split_archive
from citations.records.leftover import unread_words
from citations.records.names.forms import to_name
from citations.records.pages import find_pages
from citations.records.parts.reader import read_parts
from citations.records.parts.settling import name_outlet
from citations.records.regions.cuts import Cuts, find_cuts
from citations.records.regions.date_places import DatePlace
from citations.records.regions.issued import second_bare
from citations.records.regions.region import Parts
from citations.records.sheets.sheet import Sheet
from citations.records.splitting.remarks import describes, is_remark
from citations.records.splitting.sources import SHORT_FORM, Part
from citations.records.values import CitationRecord, FieldSpan, Name
from citations.records.wording.clauses import Place
from citations.records.wording.hosts import host_shares_word, path_spells
from citations.records.wording.words import LOCATOR, SERIAL

_ARCHIVED = re.compile(r"\barchiv", re.IGNORECASE)


def build_record(sheet: Sheet, part: Part) -> CitationRecord:
    """Give the record of one source; its ``start`` and ``end`` take in the whole part.

    Without a link the DOI leads to the source. The spans come last: every field notes its own as it is read.
    """
    cuts = find_cuts(sheet, part.lead, part.stop)
    parts = read_parts(sheet, part.lead, part.stop, cuts)
    _drop_remark(sheet, cuts, parts)
    name_outlet(sheet, cuts, parts)
    fields = _Fields(sheet)
    link, archive = _choose_links(sheet, cuts, parts)
    doi = _doi(cuts, link, fields)
    fields.link("URL", link)
    fields.link("archive-url", None if archive is link else archive)
    return CitationRecord(
        start=sheet.place(part.start) if part.start else 0,
        end=sheet.place(part.end),
        type=_type(sheet, parts, cuts, part),
        title=fields.words("title", parts.title),
        container_title=fields.words("container-title", parts.container),
        publisher=fields.words("publisher", parts.publisher),
        authors=fields.names("author", parts.authors),
        editors=fields.names("editor", parts.editors),
        issued=fields.date("issued", parts.issued),
        accessed=fields.date("accessed", cuts.accessed or second_bare(sheet.text, cuts, parts.issued)),
        isbn=cuts.isbn[0] if cuts.isbn and fields.words("ISBN", cuts.isbn[1:]) else None,
        page=fields.words("page", _page(sheet, parts, cuts, part)),
        url=link.url if link else doi_url(doi) if doi else None,
        fragment=link.fragment if link else None,
        archive_url=archive.url if archive else _short_archive(sheet, part, fields),
        doi=doi,
        spans=tuple(fields.spans),
        unread=unread_words(sheet, part, fields.spans, cuts),
    )


def _short_archive(sheet: Sheet, part: Part, fields: "_Fields") -> str | None:
    """Give the address of an archived copy as law reviews print it, without its scheme: "[perma.cc/AB12-CD34]"."""
    found = _PERMA.search(sheet.text, part.lead, part.stop) if "perma.cc/" in sheet.text else None
    return f"https://{fields.words('archive-url', found.span())}" if found else None


_PERMA = re.compile(r"(?<![\w/.])perma\.cc/[A-Z0-9]{4}-[A-Z0-9]{4}(?!\w)")


def extra_links(sheet: Sheet, records: Iterable[CitationRecord]) -> list[Link]:
    """Give the links of a note that are in no record: not the address, the archived copy or a part of a title."""
    taken = [(span.start, span.end) for record in records for span in record.spans]
    known = {record.doi for record in records if record.doi}
    return [
        link
        for link in sheet.links
        if not any(start <= link.start < end for start, end in taken) and doi_in_url(link.url) not in known
    ]


def _drop_remark(sheet: Sheet, cuts: Cuts, parts: Parts) -> None:
    """Drop a title that is a sentence of the author's own: without author, date or quotation marks, before a link."""
    if parts.title is not None and SHORT_FORM.fullmatch(sheet.text, *parts.title):
        parts.title = None
    if parts.title is None or parts.authors or parts.editors or cuts.medium or not cuts.links:
        return
    words = sheet.text[slice(*parts.title)]
    link = cuts.links[0][0]
    outlet = sheet.text[slice(*parts.container)] if parts.container else ""
    named = len(outlet.split()) <= _OUTLET_WORDS and (SERIAL.search(outlet) or host_shares_word(link, outlet))
    told = not (parts.issued or cuts.accessed or named or path_spells(link, words))
    if not sheet.sets_off(*parts.title) and (is_remark(words) if told else describes(words)):
        parts.title = parts.container = parts.publisher = None


_OUTLET_WORDS = 5
"""Words of the longest outlet after a headline; more are a sentence of the author's own."""


class _Fields:
    """The spans of the fields of one record, gathered while it is made."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.spans: list[FieldSpan] = []

    def add(self, field: str, start: int, end: int) -> None:
        """Note the place of a field, in characters of ``raw``."""
        self.spans.append(FieldSpan(field=field, start=start, end=end))

    def words(self, field: str, place: Place | None) -> str | None:
        """Give the words at a place of the sheet's text and note it, ``None`` for no place or no words."""
        words = self.sheet.words(*place) if place else ""
        if not words or place is None:
            return None
        self.add(field, *self.sheet.bounds(*place))
        return words

    def names(self, field: str, places: Iterable[Place]) -> tuple[Name, ...]:
        """Give the names at some places and note each."""
        return tuple(to_name(words) for place in places if (words := self.words(field, place)))

    def link(self, field: str, link: Link | None) -> None:
        """Note the place of a link."""
        if link is not None:
            self.add(field, link.start, link.end)

    def date(self, field: str, date: DatePlace | None) -> PartialDate | None:
        """Give a date and note its place, ``None`` for none."""
        if date is None:
            return None
        self.words(field, (date.start, date.end))
        return date.date


def _choose_links(sheet: Sheet, cuts: Cuts, parts: Parts) -> tuple[Link | None, Link | None]:
    """Give the link to the source and the link to its archived copy; a link within the title is neither.

    A note that gives only an archived copy means that copy: it is both.
    """
    title = parts.title or (0, 0)
    outside = [(link, place) for link, place in cuts.links if not title[0] <= place < title[1]] or cuts.links
    archives = [link for link, _ in outside if split_archive(link.url)]
    live = [(link, place) for link, place in outside if link not in archives]
    if not live:
        return (archives[0], archives[0]) if archives else (None, None)
    if not archives and len(live) > 1 and _ARCHIVED.search(sheet.text, live[0][1], live[1][1]):
        return live[0][0], live[1][0]
    return live[0][0], archives[0] if archives else None


def _doi(cuts: Cuts, link: Link | None, fields: _Fields) -> str | None:
    if cuts.doi is not None:
        fields.words("DOI", cuts.doi[1:])
        return cuts.doi[0]
    for one in (link, _other_name(fields.sheet, cuts)):
        doi = doi_in_url(one.url) if one and "10." in one.url else None
        if doi:
            fields.link("DOI", one)
            return doi
    return None


def _other_name(sheet: Sheet, cuts: Cuts) -> Link | None:
    """Give the second link, if it is only another name for the first: "<link> or https://doi.org/…"."""
    if len(cuts.links) < len(("address", "DOI")):
        return None
    (_, first), (second, place) = cuts.links[:2]
    return second if _SAME_SOURCE.fullmatch(sheet.text, first + 1, place) else None


_SAME_SOURCE = re.compile(r"[\s,.;)]{0,4}(?:or|oder|ou|o|and|und|also|doi)?:?\s{0,2}[<(\[]?", re.IGNORECASE)


def _page(sheet: Sheet, parts: Parts, cuts: Cuts, part: Part) -> Place | None:
    """Give the place of the pages, looked for after the title."""
    start = parts.title[1] if parts.title else part.lead
    return find_pages(sheet.text, start, part.stop, cuts, parts.issued)


def _type(sheet: Sheet, parts: Parts, cuts: Cuts, part: Part) -> str:
    """Give the CSL type as far as the form shows it."""
    if parts.kind:
        return parts.kind
    if parts.container:
        locator = LOCATOR.match(sheet.text, max(parts.container[1], 0), part.stop)
        if parts.publisher:
            return "chapter"
        return "article-journal" if locator else "webpage" if cuts.links else "article"
    if cuts.isbn or (parts.publisher and not cuts.links):
        return "book"
    return "webpage" if cuts.links else "document"
