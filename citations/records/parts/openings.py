"""How a note without a marked title opens: with authors, an organisation, a year, or the title itself."""

import re

from citations.links import host_of
from citations.records.names.families import joins_names
from citations.records.names.lists import AuthorList, read_authors
from citations.records.names.persons import OFFICE_FIRST
from citations.records.parts.bodies import BODY_WORDS, ORG_WORDS, body_before_stop
from citations.records.regions.date_places import DatePlace
from citations.records.regions.region import CREDITED_NEXT, Region, left_behind, outlet_in_capitals, skip_editors
from citations.records.titles.end_signs import site_after_dash
from citations.records.wording.clauses import sentences
from citations.records.wording.words import EDITORS, IN_MARK, LOWER, PLACE, PUBLISHER, RUNS

_SEPARATOR = re.compile(r"\s?(?:[,\s]{0,2}\(?(?:eds?|hg|hrsg|org)\b\.?\)?)?\s?([.:,;])?", re.IGNORECASE)


DASH_BEHIND = re.compile(r"\s[-–—]\s(?=[A-ZÀ-Þ«“\"‘\[])")
"""A dash after authors whose family name stands first, as Portuguese lists write them: "QUILL, Ana – O cais."."""
_ROLE_SIGNS = {".": ".", ",": ",", ":": ":", ")": "."}
"""What the sign that ends "(ed.)" says of what follows: a bracket divides like a full stop."""


def separator_after(text: str, place: int, end: int) -> str:
    """Give the sign that ends a list of authors at ``place``: "." (also for ";"), ",", ":" or ``""`` for none."""
    editors = EDITORS.match(text, place, end)
    match = _SEPARATOR.match(text, place, end)
    if match and match[1]:
        return "." if match[1] == ";" else match[1]
    if editors:
        return _ROLE_SIGNS.get(editors[0].rstrip()[-1], "")
    return "." if text[place - 1 : place] == "." and not text[place : place + 1].isalnum() else ""


_MOST_NAME_WORDS = 6
"""Words of the longest single name that is taken for an author without initials."""
_CAPITALS_IN_NAME = 4
"""Words with a capital in the longest name without initials; a headline in title case soon has more."""
_HOST_ALONE = re.compile(r"(?:[\w-]{2,40}\.){1,3}[a-z]{2,6}(?=\s?[,(]|\s?\Z)")
"""A site in the position of a title: the words before it are the title."""


_BODY_AND_REPORT = re.compile(
    r"[A-Z]{2,6},\s[^:]{0,60}\b(?:Outlook|Report|Review|Survey|Index|Statistics|Bulletin|Yearbook|"
    r"Perspectives|Assessment)\b|"
    r"[^,:]{4,60}\s(?:Outlook|Report|Survey|Index|Statistics|Yearbook|Assessment|Plan|Strategy)\Z"
)
"""The letters of a body before its report, or a report, which look like names of persons."""


def leaves_a_title(region: Region, authors: AuthorList, separator: str) -> bool:
    """Whether the words at the beginning can be authors, and a title is left after them."""
    text = region.text
    body = skip_editors(text, authors.end, region.head_end)
    place = None if authors.sure or separator == "," else PLACE.match(text, body, region.head_end)
    one = len(authors.names) == 1 and authors.form == "family-capitals"  # "Cold Tide API : a reference"
    site = separator == "," and (one or not authors.sure) and _names_host(region, body)
    subtitled = separator == ":" and (one or not authors.sure) and _is_subtitled(region, authors, body)
    held = separator == "," and not authors.sure and _IN_OUTLET.match(text, body) is not None
    held = held or (not authors.sure and _names_outlet_in_capitals(region, authors, separator))
    held = held or (separator == ":" and _BODY_AND_REPORT.match(text, region.start, authors.end) is not None)
    house = sentences(text, place.end(), region.head_end)[:1] if place else []
    held = held or (separator == ":" and not authors.sure and site_after_dash(region) is not None)
    if site or subtitled or held or (house and PUBLISHER.search(text, *house[0])):
        return False  # "CIA World Factbook. Washington, DC: …": what looks like a name is the title
    if not left_behind(region, body) or (not authors.sure and CREDITED_NEXT.match(text, body)):
        return False
    if body <= _first_date(region):
        words = text[authors.names[0][0] : authors.end].split()
        if authors.sure:
            return True
        if (
            _HOST_ALONE.match(text, body, region.head_end)
            or sum(word[0].isupper() for word in words) > _CAPITALS_IN_NAME
        ):
            return False
        return 1 < len(words) <= _MOST_NAME_WORDS
    return False


def _is_subtitled(region: Region, authors: AuthorList, body: int) -> bool:
    """Whether a subtitle follows the colon, so that the words before it are no name: small letters, or "A", "How".

    Styles that name the medium set no colon after authors.
    """
    text = region.text
    if region.cuts.medium and body < region.cuts.medium.start < region.head_end:
        return True
    long = len(text[authors.names[0][0] : authors.end].split()) > len(("given", "family"))
    return text[body : body + 1].islower() or (long and _OPENS_SUBTITLE.match(text, body) is not None)


def _names_outlet_in_capitals(region: Region, authors: AuthorList, separator: str) -> bool:
    """Whether only an outlet in capitals follows a comma, or ends what follows a colon: then no author stands there."""
    outlet = outlet_in_capitals(region, authors.end, dated=separator == ":")
    return outlet is not None and (separator == ":" or (separator == "," and outlet[0] == authors.end))


_IN_OUTLET = re.compile(r"(?:su|in|dans|en|auf|på)\s[A-Z]")
"""What leads to an outlet: the words before it are the title."""
_OPENS_SUBTITLE = re.compile(r"(?:An?|How|Why|What|When|Where|Toward|Towards|From|Une?|Eine?|Un|Una|Um|Uma)\s")


def _names_host(region: Region, body: int) -> bool:
    """Whether the only word left before the link is in its host: "Heat Map, Strider, <link>"."""
    left = _YEAR_BEHIND.sub("", region.text[body : region.head_end]).strip(" .,;:").casefold()
    if region.cuts.target is None or not left.isalnum():
        return False
    return left in host_of(region.cuts.target.url).split(".")


_YEAR_BEHIND = re.compile(r"\s\(\d{4}\)[\s.,]*\Z")


def _first_date(region: Region) -> int:
    dates = [date.start for date in region.cuts.inside(region.start, region.head_end)]
    return min(dates, default=region.head_end)


def year_after_authors(region: Region, authors: AuthorList | None) -> DatePlace | None:
    """Give the date right after the authors: in brackets, or between full stops, or after a comma."""
    text = region.text
    for date in region.cuts.inside(region.start, min(region.head_end, region.start + _LONGEST_OPENING)):
        before = text[region.start : date.start].rstrip(" \t\n([©")
        if not before.rstrip(".,;: ") or _is_no_year(region, before, date):
            continue
        opened = text[max(region.start, date.start - 2) : date.start].rstrip().endswith(("(", "["))
        between = words_between(text, authors, date) if authors else None
        known = between is not None and only_names(between, opened=opened)
        if authors is not None and not known and authors.sure and separator_after(text, authors.end, date.start):
            return None
        if opened:
            closed = _CLOSED.match(text, date.end, region.head_end)
            return date if closed and (known or _is_opening(region, before.rstrip(".,;: "), date)) else None
        of_title = len(date.date.parts) == 1 and _WORD_NEXT.match(text, date.end)  # "Quay Inc., 2022 Annual Report"
        marked = authors is not None and (authors.sure or (before.endswith((",", ".", ";")) and not of_title))
        if (known and marked) or (len(date.date.parts) <= 1 and _divides(region, before, date)):
            return date
        if authors is not None or len(date.date.parts) > 1:
            return None
    return None


def _is_no_year(region: Region, before: str, date: DatePlace) -> bool:
    """Whether a date after the words ``before`` is a period, or part of a number or of a title."""
    text = region.text
    if _is_period(date) or _TO_ANOTHER.match(text, date.end):
        return True
    glued = _GLUED.search(text, max(region.start, date.start - 2), date.start)
    return any((glued, _NUMBERED.search(before), _IN_WORDS.match(text, date.end)))


_WORD_NEXT = re.compile(r"\s[^\W\d_]")
_GLUED = re.compile(r"\w\(\Z")
"""A bracket that no blank divides from letters: the year is part of a number, "COM(2019) 12"."""
_TO_ANOTHER = re.compile(r"\s?[-–]\s?(?:[^\W\d_]{3,9}\.?\s)?\d{4}\)")
"""What makes a year one end of a period in a title: "(autumn 1873–winter 1874)"."""
_NUMBERED = re.compile(
    r"\b(?:[Rr]esolution|[Dd]ecision|[Rr]ecommendation|[Dd]irective|[Rr]egulation|[Cc]omment)\s(?:[Nn]o\.\s)?[\d/.-]+\Z"
)
"""What makes a year in a bracket part of a number: "Resolution 2468 (2019)"."""
_IN_WORDS = re.compile(r"\s?年\w")
"""What makes a year the first word of a Chinese or Japanese title."""
_CLOSED = re.compile(r"[a-z]?(?:[^()]{0,12})[)\]]")
_LONGEST_OPENING = 2_000
"""Characters up to the year after the authors; sixty names have fewer."""
_LONGEST_YEAR = len("2011–12a")


def _is_period(date: DatePlace) -> bool:
    """Whether a date is the years of a life or a period: "(1838–1916)"."""
    raw = date.date.raw
    return len(raw) > _LONGEST_YEAR and len(date.date.parts) == 1 and raw[:4].isdigit() and "/" not in raw


_MOST_BETWEEN = 400
"""Characters of a list of authors that may stand unread between its beginning and the year."""
_LIST_WORDS = frozenset(
    ("and", "und", "et", "al", "de", "la", "del", "van", "von", "der", "den", "di", "da", "ed", "eds", "jr", "others")
)


def only_names(words: str, *, opened: bool) -> bool:
    """Whether all words between a list of authors and a year can be names: of persons, or a body that ends the list."""
    if not words:
        return True
    if opened and words.startswith("…") and len(words) < _MOST_BETWEEN:
        return True  # the last of a list that an ellipsis cut may be a body
    parts = re.findall(r"[^\W\d_]+", words)
    goes_on = words.startswith((",", "&", ";", "…", ".", "and ")) or _INITIAL.match(words)
    if not goes_on or len(words) > _MOST_BETWEEN:
        return False
    return all(not part[0].islower() or part in _LIST_WORDS for part in parts) and bool(_INITIAL.search(words))


_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z](?:[.,]|\Z)")


_LEGAL_FORM_LAST = re.compile(r",\s(?:Inc|Ltd|LLC|Corp|GmbH|AG|plc|S\.A|B\.V)\.?\Z")
_BRACKETED = re.compile(r"\s?[(\[][^()\[\]]{0,80}[)\]]")


def _divides(region: Region, before: str, date: DatePlace) -> bool:
    """Whether a year that no bracket marks stands between an organisation and a title ("Bureau. 2011. Title")."""
    text, medium = region.text, region.cuts.medium
    if medium and medium.start < date.start:
        return False
    nothing = not text[date.end : region.head_end].strip(" .,;:)")
    if nothing and not date.date.parts and len(before.split()) <= BODY_WORDS:
        return True  # "Solar Rivers n.d. <link>"
    if nothing and before.endswith(".") and read_authors(text, region.start, date.start) is None:
        return body_before_stop(region) is None
    bare = _LEGAL_FORM_LAST.sub("", _BRACKETED.sub("", before.rstrip(".,;: ")))
    named = sentences(before, 0, len(before))
    department = len(named) == _TWO and _OFFICE.match(before, named[1][0])
    of_country = before.endswith(".") and bare.count(",") == 1 and _BODY.search(bare.partition(",")[0])
    if len(bare.split()) > ORG_WORDS or ":" in bare or (len(named) > 1 and not department):
        return False
    if "," in bare and not of_country:
        return False
    marked = before.endswith((".", ",", ":")) or not date.date.parts
    marked = marked or (PUBLISHER.search(bare) is not None and text[date.end : date.end + 1] == ",")
    return marked and bool(_YEAR_END.match(text, date.end, region.head_end))


_TWO = 2
"""Sentences of "Norway. Ministry of Ice"."""
_OFFICE = re.compile(r"(?:Department|Ministry|Office|Bureau|Division|Parliament|Senate|Committee|Commission)\b")
"""What a body of a country begins with, as libraries enter it: "Norway. Ministry of Ice"."""
_BODY = re.compile(r"\b(?:Department|Ministry|Office|Bureau|Agency|Commission|Council|Authority|Institute)\b")
"""What the name of a body contains, whose country or branch stands after a comma: "Cabinet Office, Norway"."""
_YEAR_END = re.compile(r"[a-z]?[.:,]\s")


def words_between(text: str, authors: AuthorList, date: DatePlace) -> str:
    """Give the words between a list of authors and a date, ``""`` when only punctuation stands there."""
    place = skip_editors(text, authors.end, date.start) if authors.end < date.start else date.start
    return text[place : date.start].strip(" .,;:([©")


def _is_opening(region: Region, before: str, date: DatePlace) -> bool:
    """Whether the words before a year in brackets are the author or the title, and not everything but the outlet."""
    rest = _PAGES_ONLY.sub("", region.text[date.end : region.head_end].strip(" .,;:)]"))
    if _REMARK.match(rest):
        return False
    return not IN_MARK.search(before) and (bool(rest) or not _DIVIDED.search(before))


_DIVIDED = re.compile(r",|\s\|\s|\w{3}[.?!][”’\"']?\s")
"""A sign between a title and its outlet."""


_REMARK = re.compile(rf"[(\[][{LOWER}]{{3,}}\s")
"""A remark in brackets after the date: "(noting that …)"."""
_PAGES_ONLY = re.compile(
    r"\A(?:(?:pp?|S|s|vol|paras?|ch|chapter|art|at)?\.?\s?\d[\d\s.–-]*|\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?[Mm]\.?)?"
    r"(?:\s[A-Z]{2,4})?)\Z"
)
"""Pages, or the hour of a post: nothing that could be a title."""


def names_an_author(region: Region, last: int, body: int) -> bool:
    """Whether words before a year that are no person's name are an organisation, not the title."""
    text = region.text
    rest = text[body : region.head_end].strip(" .,;:")
    words = text[region.start : last].split()
    if not rest or len(words) > ORG_WORDS or _SERIAL_ISSUE.fullmatch(rest):
        return False
    medium = region.cuts.medium
    if joins_names(text, region.start, last) or (medium and body + 2 < medium.start < region.head_end):
        return True  # "Board (2015) Rules for quays [Online]": words between year and medium are the title
    if len(sentences(text, body, region.head_end)) > 1 or _names_a_body(text[region.start : last], rest):
        return True
    runs = RUNS.search(text, region.start, last) is not None  # "Roads to nowhere. (2016). The Frost Line"
    return len(words) + runs <= len(rest.split())


_SERIAL_ISSUE = re.compile(r"[^\W\d_][^.,;:()\d]{2,80},\s\d{1,4},?\s?\(\d{1,4}\),?\s(?:pp?\.\s?)?[\d–,\s-]{1,20}")
"""Nothing but a serial with issue and pages: the words before its date are the title."""


def _names_a_body(words: str, rest: str) -> bool:
    """Whether words are the name of an institution, with a title and not just a publisher after it."""
    named = PUBLISHER.search(words) or _OFFICE_FIRST.fullmatch(words)
    return len(words.split()) <= BODY_WORDS and named is not None and ": " not in rest


_OFFICE_FIRST = re.compile(OFFICE_FIRST)
