"""Records made of the parts that were found, with the place of every field and what no rule understood."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from citations.dates import DAY_PARTS, PartialDate, read_dates
from citations.links import Link, doi_in_url, doi_url, split_archive
from citations.records.cuts import Cuts, DatePlace, find_cuts
from citations.records.names import to_name
from citations.records.region import Parts
from citations.records.remarks import describes, is_remark
from citations.records.segments import read_parts
from citations.records.sheet import LINK, Sheet
from citations.records.splitting import Part
from citations.records.templates import Template
from citations.records.values import CitationRecord, FieldSpan, Name
from citations.records.words import ABBREVIATIONS, LOCATOR

Place = tuple[int, int]

_PAGES = re.compile(
    r"(?:\bpp?\.?|\bpages?|\bpgs?\.?|\bS\.|\bSeiten?|\bs\.|\b[СсC]\.|"
    r":)\s?([A-Za-z]?\d{1,6}(?:\s?[-–]\s?[A-Za-z]?\d{1,6})?)(?![\w/]|\.\d)"
)
_BARE_PAGE = re.compile(r"\),\s(\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\.?\s*\Z")
_CONNECTING = (
    "and in at on from the a of und et y i de du al editors editor available accessed retrieved url online doi isbn "
    "www archived archive the original by see also"
)
_SMALL_WORDS = ABBREVIATIONS | frozenset(_CONNECTING.split())
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ARCHIVE_WORDS = re.compile(r"\b(?:archived|archiviert|archivé|archivado|archiviato|perma)\b", re.IGNORECASE)


def build_record(sheet: Sheet, part: Part) -> CitationRecord:
    """Give the record of one source; its ``start`` and ``end`` take in the whole part."""
    cuts = find_cuts(sheet, part.lead, part.stop)
    parts = read_parts(sheet, part.lead, part.stop, cuts)
    _drop_remark(sheet, cuts, parts)
    fields = _Fields(sheet)
    title = fields.words("title", parts.title)
    container = fields.words("container-title", parts.container)
    publisher = fields.words("publisher", parts.publisher)
    authors = tuple(to_name(words) for place in parts.authors if (words := fields.words("author", place)))
    editors = tuple(to_name(words) for place in parts.editors if (words := fields.words("editor", place)))
    link, archive = _choose_links(sheet, cuts, parts)
    if link is not None:
        fields.add("URL", link.start, link.end)
    if archive is not None and archive is not link:
        fields.add("archive-url", archive.start, archive.end)
    accessed = cuts.accessed or _second_bare(sheet, cuts, parts)
    fields.date("issued", parts.issued)
    fields.date("accessed", accessed)
    doi = _doi(cuts, link, fields)
    if cuts.isbn:
        fields.words("ISBN", cuts.isbn[1:])
    page = _page(sheet, parts, cuts, part, fields)
    return CitationRecord(
        start=sheet.place(part.start) if part.start else 0,
        end=sheet.place(part.end),
        type=_type(sheet, parts, cuts, part),
        url=link.url if link else doi_url(doi) if doi else None,
        fragment=link.fragment if link else None,
        archive_url=archive.url if archive else None,
        title=title,
        authors=authors,
        editors=editors,
        container_title=container,
        publisher=publisher,
        issued=parts.issued.date if parts.issued else None,
        accessed=accessed.date if accessed else None,
        doi=doi,
        isbn=cuts.isbn[0] if cuts.isbn else None,
        page=page,
        spans=tuple(fields.spans),
        unread=_unread(sheet, part, fields.spans, cuts),
    )


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
    """Leave a title out that is a sentence of the author's own: no author, date or marks, but a link behind it."""
    if parts.title is None or parts.authors or parts.editors or cuts.accessed or cuts.medium or not cuts.links:
        return
    if parts.issued and not describes(sheet.text[slice(*parts.title)]):
        return
    marked = any(span.start <= parts.title[0] + 1 and parts.title[1] - 1 <= span.end for span in sheet.emphasis)
    quoted = parts.title[0] > 0 and sheet.text[parts.title[0] - 1] in "\"“‘'«„"
    if not marked and not quoted and is_remark(sheet.text[parts.title[0] : parts.title[1]]):
        parts.title = parts.container = parts.publisher = None


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
        span = self.sheet.span(*place)
        self.add(field, span.start, span.end)
        return words

    def date(self, field: str, date: DatePlace | None) -> None:
        """Note the place of a date."""
        if date is not None:
            self.words(field, (date.start, date.end))


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
    chosen = live[0][0]
    if not archives and len(live) > 1 and _ARCHIVE_WORDS.search(sheet.text, live[0][1], live[1][1]):
        return chosen, live[1][0]
    return chosen, archives[0] if archives else None


def _second_bare(sheet: Sheet, cuts: Cuts, parts: Parts) -> DatePlace | None:
    """Give the second of two bare days: first published, second accessed."""
    first = parts.issued
    if first is None or len(first.date.parts) != DAY_PARTS:
        return None
    return next(
        (
            date
            for date in cuts.dates
            if date.start > first.end and len(date.date.parts) == DAY_PARTS and not _revised(sheet.text, date)
        ),
        None,
    )


def _revised(text: str, date: DatePlace) -> bool:
    """Whether a word before a date says that the source was changed then, or of which day an issue or a letter is."""
    return _REVISED.search(text, max(0, date.start - _LOOK_BACK), date.start) is not None


_LOOK_BACK = 30
"""Characters before a date in which the word for it stands."""
_REVISED = re.compile(
    r"\b(?:du|vom|v\.|of|from|del|dated)\s\Z|\b(?:updated|modified|revised|amended|edited|corrected|filed|issued|granted|adopted|released|aired|signed|rev\.)(?:\son)?:?\s\(?\Z",
    re.IGNORECASE,
)


def _doi(cuts: Cuts, link: Link | None, fields: _Fields) -> str | None:
    if cuts.doi is not None:
        fields.words("DOI", cuts.doi[1:])
        return cuts.doi[0]
    for one in (link, _other_name(fields.sheet, cuts)):
        doi = doi_in_url(one.url) if one else None
        if doi and one:
            fields.add("DOI", one.start, one.end)
            return doi
    return None


def _other_name(sheet: Sheet, cuts: Cuts) -> Link | None:
    """Give the second link, if it is only another name for the first: "<link> or https://doi.org/…"."""
    if len(cuts.links) < len(("address", "DOI")):
        return None
    (_, first), (second, place) = cuts.links[:2]
    return second if _SAME_SOURCE.fullmatch(sheet.text, first + 1, place) else None


_SAME_SOURCE = re.compile(r"[\s,.;)]{0,4}(?:or|oder|ou|o|and|und|also|doi)?:?\s{0,2}[<(\[]?", re.IGNORECASE)


def _page(sheet: Sheet, parts: Parts, cuts: Cuts, part: Part, fields: _Fields) -> str | None:
    """Give the pages as printed, looked for behind the title and away from dates."""
    after = parts.title[1] if parts.title else part.lead
    bare = _BARE_PAGE.search(sheet.text, after, part.stop)
    if bare:
        return fields.words("page", bare.span(1))
    for match in _PAGES.finditer(sheet.text, after, part.stop):
        taken = any(cut.start < match.end(1) and match.start(1) < cut.end for cut in cuts.cuts)
        dated = any(
            date.start < match.end(1) and match.start(1) < date.end and len(date.date.parts) > 1 for date in cuts.dates
        )
        if not taken and not dated:
            return fields.words("page", match.span(1))
    return None


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


def _unread(sheet: Sheet, part: Part, spans: Iterable[FieldSpan], cuts: Cuts) -> str:
    """Give the words of the part that are in no field and in nothing that was cut out, in order."""
    start, end = sheet.place(part.start) if part.start else 0, sheet.place(part.end)
    known = [(span.start, span.end) for span in spans]
    known += [
        (found.start, found.end)
        for found in (sheet.span(cut.start, cut.end) for cut in cuts.cuts if cut.kind in {"access", "medium"})
    ]
    known += [_announcement(sheet, cut.start, cut.end) for cut in cuts.cuts if cut.kind in {"link", "doi", "isbn"}]
    pieces, place = [], start
    for first, last in [*sorted(known), (end, end)]:
        if first > place:
            pieces.append(sheet.raw[place : min(first, end)])
        place = max(place, last)
    return " ".join(piece for raw in pieces if (piece := _meaningful(raw)))


def _announcement(sheet: Sheet, start: int, end: int) -> Place:
    """Give the place in ``raw`` of a link with the words that announce it, but nothing of another link."""
    if end > start and sheet.text[end - 1] == LINK:
        return sheet.place(start), sheet.place(end - 1)
    return sheet.place(start), sheet.place(end - 1) + 1 if end > start else sheet.place(end)


def _meaningful(words: str) -> str:
    """Give what of ``words`` says something, ``""`` for punctuation and connecting words alone."""
    trimmed = " ".join(words.split()).strip(" ,.;:()[]<>{}\"'“”‘’«»*_–—-\\/&")
    if all(word.lower() in _SMALL_WORDS for word in _WORD.findall(trimmed)):
        return ""
    return trimmed


def build_from_template(raw: str, template: Template, start: int, end: int) -> CitationRecord:
    """Give the record of a citation template; ``start`` and ``end`` are the characters of ``raw`` it answers for."""
    values: dict[str, str] = {}
    for field in template.fields:
        values.setdefault(field.name, field.words)
    doi = values.get("DOI")
    page_url, _, fragment = values.get("URL", "").partition("#:~:text=")
    outside = f"{raw[start : template.start]} {raw[template.end : end]}"
    return CitationRecord(
        start=start,
        end=end,
        url=page_url.partition("#")[0] or (doi_url(doi) if doi else None),
        fragment=fragment or None,
        archive_url=values.get("archive-url"),
        title=values.get("title"),
        authors=_template_authors(template),
        container_title=values.get("container-title"),
        publisher=values.get("publisher"),
        issued=_date(values.get("issued")),
        accessed=_date(values.get("accessed")),
        doi=doi,
        isbn=values.get("ISBN"),
        page=values.get("page"),
        spans=tuple(_template_spans(template)),
        unread=_meaningful(outside),
    )


def _template_authors(template: Template) -> tuple[Name, ...]:
    """Give the authors of a template: those named whole, then those whose names have a field for each part."""
    whole = [to_name(field.words) for field in template.fields if field.name == "author"]
    parts: dict[str, dict[str, str]] = {}
    for field in template.fields:
        part = field.name.rstrip("0123456789")
        if part in _NAME_PARTS:
            parts.setdefault(field.name.removeprefix(part), {})[part] = field.words
    persons = [
        Name(literal=" ".join(filter(None, (one.get("given"), one.get("family")))), **one) for one in parts.values()
    ]
    return (*whole, *persons)


_NAME_PARTS = frozenset({"family", "given"})


def _template_spans(template: Template) -> Iterator[FieldSpan]:
    """Yield the places of a template's fields; of two fields for one thing, such as work and website, the first."""
    seen: set[str] = set()
    for field in template.fields:
        author = field.name == "author" or field.name.rstrip("0123456789") in _NAME_PARTS
        if author or field.name not in seen:
            seen.add(field.name)
            yield FieldSpan(field="author" if author else field.name, start=field.start, end=field.end)


def _date(words: str | None) -> PartialDate | None:
    if words is None:
        return None
    dates = read_dates(words)
    return replace(dates[0][0], raw=words) if dates else PartialDate(raw=words)
