"""Sources that name no title: a serial and its volume, a newspaper and its day, names and a year."""

import re

from citations.records.names.families import FAMILIES, short_form, split_families
from citations.records.names.lists import read_authors
from citations.records.regions.issued import choose_issued
from citations.records.regions.region import Parts, Region
from citations.records.wording.clauses import Place, sentences, trim
from citations.records.wording.words import CAPITAL, ISSUE, SERIAL


def read_untitled(region: Region) -> Parts | None:
    """Read "A. Quill, B. Finch, J. Cold. Res. 2010, 72, 899": a serial right after the authors, without a title."""
    text = region.text
    for form in (_SERIAL_BEHIND, _SERIAL_AND_YEAR):
        serial = form.search(text, region.start, region.head_end)
        authors = read_authors(text, region.start, serial.start()) if serial else None
        if not (serial and authors and authors.sure) or text[authors.end : serial.start()].strip(" .,;"):
            continue
        if form is _SERIAL_AND_YEAR or "." in serial[1] or _SHORT_SERIAL.fullmatch(serial[1]):
            issued = choose_issued(text, region.cuts, None, serial.end(1), region.end)
            return Parts(authors=authors.names, container=trim(text, *serial.span(1)), issued=issued)
    return None


def read_serial_in_italics(region: Region) -> Parts | None:
    """Read "A. Quill, B. Finch, *Cold Res.* **12**, 34 (2010)": authors, a serial in italics, no title."""
    text = region.text
    serial = next((one for one in region.sheet.emphasis if one.start > region.start), None)
    if serial is None or not _VOLUME_PAGE_YEAR.match(text, serial.end, region.head_end):
        return None
    authors = read_authors(text, region.start, serial.start)
    if authors is None or not authors.sure or text[authors.end : serial.start].strip(" .,;"):
        return None
    issued = choose_issued(text, region.cuts, None, serial.end, region.end)
    return Parts(authors=authors.names, container=(serial.start, serial.end), issued=issued)


_VOLUME_PAGE_YEAR = re.compile(
    r",?\s(?:vol\.\s)?[A-Z]?\d{1,4}(?:\s?\(\d{1,4}\))?,\s(?:pp?\.\s)?[A-Z]?\d{1,6}(?:\s?[-–]\s?[A-Z]?\d{1,6})?"
    r"\s\((?:1[89]|20)\d\d\)"
)
"""Volume, page and the year in a bracket right after a serial, as physicists write them."""


def read_shortest(region: Region) -> Parts | None:
    """Read "Quill & Finch 1998, p. 12", "Quill, op. cit., p. 12": names, and nothing that could be a title."""
    before = _CITED_BEFORE.fullmatch(region.text, region.start, region.end)
    if before is not None:
        return Parts(authors=split_families(region.text, *before.span(1)) or (before.span(1),))
    short = short_form(region.text, region.start, region.end)
    year = next((date for date in region.cuts.dates if short and 0 < date.start - short[1] <= len(", (")), None)
    return Parts(authors=short[0], issued=year) if short and year else None


def read_issue(region: Region) -> Parts | None:
    """Read "The Northern Herald, 3 May 1907, p. 1": a newspaper, its day and a page, without a title."""
    outlet = _OUTLET.match(region.text, region.start, region.head_end)
    date = outlet and next((one for one in region.cuts.dates if one.start == outlet.end()), None)
    if not outlet or date is None or not date.is_day:
        return None
    alone = ISSUE.fullmatch(region.text, region.start, region.head_end) and _NAMED_PAPER.match(outlet[1])
    if not alone and not _PAGE_ALONE.fullmatch(region.text, date.end, region.head_end):
        return None
    return Parts(container=trim(region.text, *outlet.span(1)), issued=date)


_CITED_BEFORE = re.compile(
    rf"({FAMILIES}),?\s(?:op|loc|art|ob)\.?\s?cit\.?(?:,?\s(?:(?:pp?|S|s|ch|chap|nota?)\.?\s)?\d[\d\s,–-]{{0,20}})?[.;\s]*"
)
"""Family names and "op. cit.", perhaps with a page: which work of theirs it is, a note before this one says."""
_NAMED_PAPER = re.compile(
    rf"(?:The|Le|La|El|Il|De|Der|Die|Das)\s{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,3}}\Z|.*(?:{SERIAL.pattern})"
)
"""The name of a newspaper where no page stands after its day: by its article or by its words."""
_OUTLET = re.compile(rf"({CAPITAL}[\w’'-]*(?:\s(?:[\w’'-]+|&)){{0,6}}),\s(?:(?:le|vom|den|of)\s)?")
_ON_PAGE = r"(?:(?:pp?|S|s|с|С|cols?|Sp|sec|sect)\.?\s?)?[A-Z]?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_PAGE_ALONE = re.compile(rf"[,:]\s{_ON_PAGE}(?:,\s{_ON_PAGE}){{0,2}}\.?\s?")
_SHORT_SERIAL = re.compile(r"(?:[A-Z][a-z]{0,4}\s){1,4}[A-Z][a-z]{0,4}")
"""A serial in short words without full stops: "J Appl Frost"."""
_SERIAL_BEHIND = re.compile(
    r",\s((?:[A-Z][\w&]{0,12}\.?\s){0,5}?[A-Z][\w&]{0,12}\.?),?\s(?:vol\.\s)?[A-Z]?\d{1,4}(?:,\s|\s\(\d)"
    r"(?:\d{1,4},\s)?[A-Z]?\d{1,6}"
)
"""An abbreviated serial, then year or volume and more figures."""
_SERIAL_AND_YEAR = re.compile(
    rf"(?<=[.,])\s((?:J\.?\s)?{CAPITAL}[^\W\d_]+\.?,?(?:\s(?:{CAPITAL}[^\W\d_]+\.?,?|of|&)){{0,6}}(?:\s[A-H])?),?\s"
    r"(?=(?:19|20)\d\d[,;]\s?\d{1,4}(?:\s?\(\d{1,4}\))?[,:]\s?[A-Z]?\d)"
)
"""The same with year, volume and page after it, and no comma before it: "Quill, A. J. Cold Res. 2010, 72, 899"."""


_SERIAL_ALONE = re.compile(
    r"([^\W\d_][^,;:()?!\ue000\d]{1,40}(?::\s[^,;:()?!\ue000\d]{1,40}?)??[^\W\d_.]\.?(?:\s[A-Z])?),?\s"
    r"(?!(?:19|20)\d\d,\s(?:\d{1,2}\.?\s[A-Z]|(?:19|20)\d\d|p))[A-Z]?(?:vol\.?\s?)?\d{1,4}"
    r"(?:\s?\(\d{1,4}\))?(?:,\s|:\s?|\s)"
    r"(?:no\.\s?\d{1,4},?\s)?(?:\(?(?:19|20)\d\d\)?[\s,:]{1,2})?(?:pp?\.?\s?)?[A-Z]?\d{1,7}(?!\d|\s?pp?\b)"
)


def serial_alone(text: str, start: int, end: int) -> Place | None:
    """Give the serial of a source that names no title: volume and pages follow the first words of all."""
    found = _SERIAL_ALONE.match(text, start, end)
    if found is None:
        named = _SERIAL_NAME.match(text, start, end)
        return trim(text, *named.span()) if named and not text[named.end() : end].strip(" .,;()0123456789") else None
    if len(sentences(text, *found.span(1))) > 1:
        return None
    return found.span(1)


_SERIAL_NAME = re.compile(
    r"(?:The\s)?(?:(?:\w+\s){0,2}Journal|Annals|Proceedings|Transactions|Bulletin|Revue|Zeitschrift|Revista)\s"
    r"(?:of|for|de|d[’']|des|für|del)\b"
    r"[^,;:.()?!\ue000\d]{3,80}"
)
"""The name of a serial that says so itself, where nothing else is left to be the title."""
