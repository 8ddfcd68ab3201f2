"""Read the parts of one source: choose the reader for its form, then check what it found."""

import re

from citations.dates import PartialDate
from citations.records.names.lists import read_authors
from citations.records.parts.day_first import read_day_first, read_entry, read_visit_first
from citations.records.parts.marked import emphasised_title, read_linked, read_marked, title_quote
from citations.records.parts.misplaced import name_writer
from citations.records.parts.plain import read_plain
from citations.records.parts.settling import settle_container
from citations.records.parts.untitled import read_serial_in_italics
from citations.records.regions.cuts import Cuts
from citations.records.regions.date_places import DatePlace
from citations.records.regions.region import Parts, Region
from citations.records.sheets.sheet import LINK, Sheet
from citations.records.wording.access_words import ACCESS_BEFORE
from citations.records.wording.clauses import Place, skip_lead, trim
from citations.records.wording.kinds import KIND_FIRST
from citations.records.wording.words import EDITORS, LOWER


def read_parts(sheet: Sheet, start: int, end: int, cuts: Cuts) -> Parts:
    """Give the parts of the text of ``sheet`` from ``start`` to ``end``."""
    region, leading = _region(sheet, start, end, cuts)
    parts, marked = _read(region)
    parts.issued = parts.issued or leading
    name_writer(region, parts)
    _part_from_dates(region, parts)
    _part_from_title(region, parts, marked=marked)
    _part_name_and_month(sheet.text, parts)
    _drop_translation(region, parts)
    settle_container(sheet.text, cuts, parts)
    _read_after_link(region, parts)
    _read_after_access(region, parts)
    if parts.authors and _edited(sheet.text, parts.authors[-1], end):
        parts.authors, parts.editors = (), parts.authors
    return parts


def _region(sheet: Sheet, start: int, end: int, cuts: Cuts) -> tuple[Region, DatePlace | None]:
    """Give the region of a source without a link, date, label or topic before it, and that date."""
    text = sheet.text
    place = _first_sign(text, start, end)
    if cuts.cuts and cuts.cuts[0].kind == "link" and cuts.cuts[0].start <= place:
        place = skip_lead(text, cuts.cuts[0].end, end)
    head_end = cuts.end_from(place, end)
    part = text[place:head_end]
    retrieved = any(map(part.__contains__, _RETRIEVED_STEMS)) and _RETRIEVED.search(text, place, head_end)
    head_end = retrieved.start() if retrieved else head_end
    leading = _leading_year(text, place, cuts)
    place = skip_lead(text, leading.end + 1, end) if leading else place
    label = KIND_FIRST.match(text, place, end)
    place = label.end() if label else place
    place = _behind_topic(sheet, place, end)
    return Region(sheet, cuts, place, head_end, end), leading


def _read(region: Region) -> tuple[Parts, bool]:
    """Give the parts of a region, and whether its title is marked or a day stands before it."""
    parts = read_linked(region) or read_day_first(region) or read_visit_first(region) or read_entry(region)
    if parts is not None:
        return parts, True
    untitled = read_serial_in_italics(region)
    if untitled is not None:
        return untitled, True
    quoted = emphasised_title(region) or title_quote(region)
    return (read_marked(region, quoted), True) if quoted else (read_plain(region), False)


def _part_from_title(region: Region, parts: Parts, *, marked: bool) -> None:
    """Drop a title that is not one, and take the day off the end of a title without quotation marks."""
    parts.title = parts.title and _linked_words(region, parts.title)
    if parts.title is not None and _is_no_title(region.text, parts.title, marked=marked):
        parts.title = None
    if parts.title is not None and not marked:
        parts.issued = parts.issued or _day_that_ends(region.text, parts.title, region.cuts)
        parts.title = _without_day(region.text, parts.title, parts.issued) if parts.issued else parts.title


def _part_from_dates(region: Region, parts: Parts) -> None:
    """Drop a title that is only a date, and an issue date that is only the year in the name of an outlet in italics."""
    whole = next((date for date in region.cuts.dates if (date.start, date.end) == parts.title), None)
    if whole is not None and not region.sheet.sets_off(whole.start, whole.end):
        parts.title, parts.issued = None, parts.issued or whole
    if parts.container is None or parts.issued is None:
        return
    inside = parts.container[0] < parts.issued.start < parts.container[1]
    if inside and any(one.start <= parts.container[0] and parts.issued.end <= one.end for one in region.sheet.emphasis):
        parts.issued = next((date for date in region.cuts.dates if date.start > parts.container[1]), None)


def _drop_translation(region: Region, parts: Parts) -> None:
    """Drop a publisher that is italics in a bracket right after the title: they are its translation."""
    if parts.title is None or parts.publisher is None or region.text[parts.title[1] : parts.publisher[0]] != " (":
        return
    if any((one.start, one.end) == parts.publisher for one in region.sheet.emphasis):
        parts.publisher = None


def _linked_words(region: Region, title: Place) -> Place:
    """Give the words of a link at the end of a title, if words in small letters lead up to them: they are the title."""
    text = region.text
    last = next((one for one in region.sheet.emphasis if title[0] < one.start and one.end == title[1]), None)
    if last is None or not text.startswith(LINK, last.end) or not _LEADS_UP.search(text, title[0], last.start):
        return title
    return last.start, last.end


_LEADS_UP = re.compile(rf"\S\s[{LOWER}]{{2,}}\s\Z")
"""What stands before a link in a sentence of the author's own: "Ada Quill at the Herald ranks <link>"."""


def _is_no_title(text: str, place: Place, *, marked: bool) -> bool:
    """Whether words in the position of a title are the author's own, or only say what kind of text it is."""
    figure = _FIGURE.search(text, *place)
    if figure and ACCESS_BEFORE.match(text, place[0], figure.start()):
        return True  # "zuletzt abgerufen am 11/22"
    if not marked and _PLACE_ALONE.fullmatch(text, *place):
        return True
    whole = (_EMPTY_TITLE, _GENRE_ALONE, _LEADS_TO, _HOUR)
    opening = (_GOES_ON, _MORE_ON) if marked else (_GOES_ON, _MORE_ON, _OWN_WORK, _HELD_BY)
    return any(one.fullmatch(text, *place) for one in whole) or any(one.match(text, *place) for one in opening)


_FIGURE = re.compile(r"\d")
_PLACE_ALONE = re.compile(
    r"(?:(?:pp?|ss?|ch|chap|cap|kap|paras?|fn|n|rn|rz|nos?|vol)\.?\s\d{1,3}|\d{1,4}(?=\s?[–-]))"
    r"(?:\s?[-–,]\s?\d{1,4}){0,3}(?:\s?ff?\.?)?",
    re.IGNORECASE,
)
"""Pages or a chapter, after a short form that has no title of its own: "Quill (1983), ch. 2"."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?\s?[Mm]\.?|\s?Uhr|\s?h)?(?:\s[A-Z][A-Za-z]{1,8}){0,2}")
"""The hour of a post or a piece of news, with its zone: "9:37 p.m. Eastern"."""


def _behind_topic(sheet: Sheet, place: int, end: int) -> int:
    """Give where the source begins after italics that say what a note is on: "*On ice*: Ada Quill, *Cold Rivers*"."""
    text = sheet.text
    topic = next((one for one in sheet.emphasis if place - 1 <= one.start <= place), None)
    if topic is None or text[topic.end : topic.end + 2] != ": ":
        return place
    authors = read_authors(text, topic.end + 2, end)
    title = authors.end + 2 if authors and text[authors.end : authors.end + 2] == ", " else end
    return topic.end + 2 if any(one.start == title for one in sheet.emphasis) else place


def _part_name_and_month(text: str, parts: Parts) -> None:
    """Settle whether a month is part of an author's name or of the date: "Quill, Jan. 2018."."""
    issued = parts.issued
    if issued is None or not issued.date.parts or all(end <= issued.start for _, end in parts.authors):
        return
    start, end = parts.authors[-1]
    family = text[start:end].partition(",")[0]
    if " " in family:
        parts.authors = (*parts.authors[:-1], (start, start + len(family)))
        return
    year = issued.date.parts[0]
    place = issued.end - len(str(year))
    parts.issued = DatePlace(PartialDate(raw=str(year), readings=((year,),)), place, issued.end)


def _day_that_ends(text: str, title: Place, cuts: Cuts) -> DatePlace | None:
    """Give the day that a title without marks ends with ("HC Deb 4 March 2019"): a source without another date."""
    days = (date for date in cuts.dates if title[0] < date.start and date.is_day)
    return next((day for day in days if day.end == title[1] or _COLUMN.fullmatch(text, day.end, title[1])), None)


_COLUMN = re.compile(
    r",?\s(?:[Vv]ol(?:ume)?\.?\s\d{1,4},?\s?)?(?:c{1,2}|cols?\.?|columns?)?\s?\d{1,5}[WSwsAa]{0,2}"
    r"(?:[-–]\d{1,5})?\W{0,2}"
)
"""Volume and columns after the day of a parliament's debate."""


def _without_day(text: str, title: Place, day: DatePlace) -> Place:
    """Give a title without the day after it where a word divides the two ("Talk with the mayor on 4 June 2017")."""
    if day.start < title[0] or (day.end != title[1] and day.start > title[1] + 1):
        return title
    divider = _DIVIDER.search(text, title[0], day.start)
    return (title[0], divider.start(divider.lastindex or 0)) if divider else title


_DIVIDER = re.compile(
    r"(?<=\w),?\s(?:am|on|dated|den|le|el|op|il|em)\s\Z|"
    r"\sv\.?\s[^,]{2,80}(,\s(?:judge?ment|ruling|decision|order)\sof\s)\Z"
)
"""Words before a day on which something happened. After "of" or "vom" the day is part of the name."""


_RETRIEVED = re.compile(
    r"(?:(?<=[.,;!?)\]]\s)|(?<=[.!?)]))(?:retrieved|downloaded|obtained|accessed|repéré|recuperado|abgerufen)\s"
    r"(?:from|at|à|de|von)\s"
    r"(?=(?:the\s)?[A-Z])",
    re.IGNORECASE,
)
"""Where the author says from which database the copy comes; that is not the outlet."""


_RETRIEVED_STEMS = ("etrieved", "ownloaded", "btained", "ccessed", "epéré", "ecuperado", "bgerufen")
"""Letters, some of which are in every word that ``_RETRIEVED`` knows: checked first, for speed."""
_ET_AL = re.compile(r",?\s(?:et\.?\sal\b\.?|u\.\s?a\.|and others)")


def _edited(text: str, last: Place, end: int) -> bool:
    """Whether the word for editors follows the last name of a list, or ends it."""
    others = _ET_AL.match(text, last[1], end)
    word = EDITORS.match(text, others.end() if others else last[1], end) or _ENDS_EDITED.search(text, *last)
    return word is not None and word[0].count("(") == word[0].count(")") and not _SPEAKS.search(word[0])


def _leading_year(text: str, start: int, cuts: Cuts) -> DatePlace | None:
    """Give a date that opens a source: in brackets, a year before a full stop, or the only day of a list of links."""
    date = next((date for date in cuts.dates if start <= date.start <= start + 1), None)
    if date is None or not date.date.parts:
        return None
    bracketed = text[start : date.start] == "(" and _BRACKET_BEHIND.match(text, date.end)
    stopped = date.start == start and len(date.date.parts) == 1 and _STOP_BEHIND.match(text, date.end)
    listed = date.is_day and [date] == cuts.dates and _SIGN_BEHIND.match(text, date.end)
    return date if bracketed or stopped or listed else None


_SIGN_BEHIND = re.compile(r"\)?(?:[:,.]|\s?[–—-])\s(?=\W?[^\W\d_])")
"""What stands between a day and the title after it: "2019-11-02 – Who pays?"."""
_BRACKET_BEHIND = re.compile(r"\)[.,:]?\s")
_STOP_BEHIND = re.compile(r"\.\s[\"“‘«„A-Z]")
_SPEAKS = re.compile(
    r"host|writ|,\s?dir\.|narrat|present|speak|creat|perform|compos|artist|photogr|instruct|lectur|teach|"
    r"develop|design|guest",
    re.IGNORECASE,
)
"""What the author of a broadcast, a speech or a work of art did."""
_ENDS_EDITED = re.compile(rf"(?=[,(])(?:{EDITORS.pattern})\Z", re.IGNORECASE)


_OPENING = re.compile(r"[\s,.;:*]*(?=[—–_-]{2,8}(?:[.,:]|\s\()|[—–_-]{3,8}\s[A-Z])")
"""What stands before the stroke that repeats the authors above."""


def _first_sign(text: str, start: int, end: int) -> int:
    stroke = _OPENING.match(text, start, end)
    return stroke.end() if stroke else skip_lead(text, start, end)


_EMPTY_TITLE = re.compile(
    r"\W*+(?:and|or|und|oder|et|ou|y|e|at|see|available|archived|link|url|vs?)?\W*+", re.IGNORECASE
)


_MORE_ON = re.compile(r"for\s")
"""Words after a link that say why it is given: "See <link> for a list of codes"."""
_OWN_WORK = re.compile(r"(?:We|I)\s(?:also\s|have\s)?(?:obtained|downloaded|collected|retrieved|gathered|compiled)\s")
"""How authors say where their data are from."""
_HELD_BY = re.compile(r"[iI]n:\s")
"""What leads to the work that holds a chapter without a title: "Quill, in: Finch/Wren, Eisrecht, 3. Aufl."."""
_LEADS_TO = re.compile(r"[^\ue000]{2,60}\s(?:vgl|siehe|s|see|cf|voir|ver|vedi|zie)\.?:?")
"""Words that lead to a link and name no source: "Zu diesem Abschnitt vgl."."""
_GOES_ON = re.compile(r"(?:and|und|et|or|oder|sowie|as well as)\s[^\W\d_]")
"""How words begin that lead from one link to the next: "and the police's own figures"."""
_GENRE_ALONE = re.compile(
    r"(?:pers(?:onal|\.)\scomm(?:unication|\.)?|private communication|"
    r"(?:own|authors?['’]s?(?:\sown)?)\s(?:calculations?|compilations?|elaborations?|illustrations?|estimates?)|"
    r"eigene\s(?:Berechnung(?:en)?|Darstellung|Zusammenstellung|Erhebung)|elabora(?:ción|zione)\spropri?a|"
    r"to be (?:presented|published) (?:at|in) [^.]{2,120}|"
    r"\((?:preprint|working paper|manuscript)\b[^()]{0,40}\))",
    re.IGNORECASE,
)
"""Words that only say what kind of source it is."""
_AFTER_DASH = re.compile(rf"(?:\s?[–—-]|,\ssu)\s(?![{LOWER}]+\s)([^\ue000]{{2,120}}?)\.?\s?\Z")
"""The outlet after a link, after a dash or the word of the Italian Wikipedia; small words there are a remark."""


def _read_after_link(region: Region, parts: Parts) -> None:
    """Read the container after the link, where DIN 1505 puts it after a dash."""
    if parts.container or parts.publisher or not region.cuts.cuts:
        return
    last = max(cut.end for cut in region.cuts.cuts)
    match = _AFTER_DASH.search(region.text, last, region.end)
    if match and not match[1].startswith("Текст"):
        parts.container = match.span(1)


def _read_after_access(region: Region, parts: Parts) -> None:
    """Read the title after the access date, where Vancouver style puts the title of a page on a site."""
    medium, cuts = region.cuts.medium, region.cuts.cuts
    link = next((cut for cut in cuts if cut.kind == "link"), None)
    access = next((cut for cut in reversed(cuts) if cut.kind == "access" and link and cut.end <= link.start), None)
    if medium is None or access is None or medium.end > access.start or parts.authors:
        return
    page = trim(region.text, access.end, link.start) if link else None
    if page and re.search(r"[^\W\d_]{2}", region.text[page[0] : page[1]]):
        parts.container = parts.container or parts.title
        parts.title = page
