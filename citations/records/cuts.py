"""What can be cut out of a note by its form alone: label, links, access dates, identifiers, the medium."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from citations.dates import PartialDate, read_dates
from citations.links import Link, find_dois, find_isbn
from citations.records.sheet import LINK, Sheet
from citations.records.words import (
    ACCESS_AFTER,
    ACCESS_BEFORE,
    ACCESS_STEMS,
    ARCHIVED_BEFORE,
    ARCHIVED_STEMS,
    LINK_BEFORE,
    MEDIUM,
    MEDIUM_SENTENCE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in a sheet's text that is understood: ``start`` and ``end`` with the words that announce it."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DatePlace:
    """A date and its place in a sheet's text."""

    date: PartialDate
    start: int
    end: int


@dataclass(slots=True)
class Cuts:
    """Everything that was cut out of a part of a sheet. ``dates`` are those without a word that says accessed."""

    links: list[tuple[Link, int]] = field(default_factory=list)
    accessed: DatePlace | None = None
    dates: list[DatePlace] = field(default_factory=list)
    doi: tuple[str, int, int] | None = None
    isbn: tuple[str, int, int] | None = None
    medium: Cut | None = None
    cuts: list[Cut] = field(default_factory=list)

    def first(self, *kinds: str) -> int | None:
        """Give the start of the first cut of ``kinds``."""
        return min((cut.start for cut in self.cuts if cut.kind in kinds), default=None)

    def inside(self, start: int, end: int) -> Iterator[DatePlace]:
        """Yield the dates that lie between two places."""
        return (date for date in self.dates if start <= date.start and date.end <= end)


_LABEL = re.compile(
    r"\s*(?:\[\^[\w-]{1,30}\]:?|\[\s?[0-9ivxlcdmIVXLCDM]{1,8}\s?\][.:]?(?=\s|[^\s(])|\((?!(?:1[4-9]|20)\d\d\))\d{1,4}\)(?=\s)|"
    r"\^\d{1,4}\^?(?=\s)|(?:\*\s)?(?:\^|↑|Jump up to:)\s?"
    r"(?:(?:[a-z]{1,2}\s|\d{1,2}(?:\.\d{1,2})?\s?)(?=[a-z\d]{1,2}\s|\W|[A-Z])){0,20}"
    r"|(?!(?:1[4-9]|20)\d\d\.)\d{1,4}[.)](?=\s|[^\s\d])|[ivxlc]{1,7}[.)](?=\s)|[†‡§¶*•·▪●►]{1,3}(?=\s)|\[[^\[\]()]{2,60}\s?\((?:19|20)\d\d[a-z]?\)[^\[\]()]{0,40}\](?=\s)|\[[A-Z][A-Za-z+]{1,20}[\d:-][\w+:.-]{0,14}\]:?(?=\s)|\[?[A-Z][\w-]{1,20}(?:\set\sal\.?)?\s(?:19|20)\d\d[a-z]?\]\s(?=\W?[A-Z])|\[\\?\[[^\[\]]{1,8}\]\]\(#[^)\s]{0,30}\))\s*"
)
_NUMBER_LABEL = re.compile(r"\s*\d{1,3}\s(?=[A-Z][\w'’-]+(?:\s[A-Z]{1,2}\b|,\s[A-Z]\.))")


def _leave_quoted_links(text: str, cuts: Cuts) -> None:
    """Leave links in the text that a post quotes: nothing announces them, and an announced one follows a date."""
    spans = [cut for cut in cuts.cuts if cut.kind == "link"]
    announced = next((i for i, cut in enumerate(spans) if text[cut.start : cuts.links[i][1]].strip(" <[(")), 0)
    if announced and _DATED.search(text, cuts.links[announced - 1][1], spans[announced].start):
        cuts.cuts = [cut for cut in cuts.cuts if cut not in spans[:announced]]
        cuts.links = cuts.links[announced:] + cuts.links[:announced]


_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_ANNOUNCEMENT = frozenset(",.;)”’\"'»]")
"""What stands before a link that nothing announces; asked first, since the words that do are many."""
_LOOK_BACK = 60
"""Characters before a date or link in which its announcement stands."""
_BRACKET_DATE = re.compile(r"[\s.,;]{0,3}[\[(]\s?\Z")
_CLOSING = re.compile(r"\s{0,2}[\])>]")
_AFTER_YEAR = re.compile(r"\d\[\s?\Z")
"""A square bracket right behind a date, as Chinese lists set the day of a visit: "2025[2026-06-18]"."""
_OPENED = re.compile(r"[\[(]\s?\Z")
_WEB_DATE = re.compile(r"(?<=[.,]\s)Web\.\s\Z")


def label_end(text: str) -> int:
    """Give where the text of a bare reference begins after its label ("[ii] ", "[^3]: ", "12. "), 0 for none."""
    match = _LABEL.match(text) or _NUMBER_LABEL.match(text)
    return match.end() if match else 0


def find_cuts(sheet: Sheet, start: int, end: int) -> Cuts:
    """Give what can be cut out of the text of ``sheet`` from ``start`` to ``end``."""
    text = sheet.text
    cuts = Cuts()
    _cut_links(sheet, start, end, cuts)
    _leave_quoted_links(text, cuts)
    _cut_identifiers(text, start, end, cuts)
    part = text[start:end]
    part = _BLANK_IN_DAY.sub(r"\1.-", part) if "- " in part else part
    dates = [DatePlace(date, start + first, start + last) for date, first, last in read_dates(part)]
    dates = [_with_day_behind_letter(text, date, end) for date in dates if not _is_version(text, date)]
    dates = _undated(text, start, end, dates) or _of_issue(text, start, end)
    doi_spans = [cut for cut in cuts.cuts if cut.kind in {"doi", "isbn"}]
    dates = [date for date in dates if not any(cut.start <= date.start < cut.end for cut in doi_spans)]
    _sort_dates(text, start, end, dates, cuts)
    cuts.medium = _find_medium(text, start, end)
    if cuts.medium:
        cuts.cuts.append(cuts.medium)
    cuts.cuts.sort(key=lambda cut: cut.start)
    return cuts


def _is_version(text: str, date: DatePlace) -> bool:
    """Whether a date is the version of data or a program: "Ice Corpus (2022.1.6) [Data set]"."""
    return text[date.start - 1 : date.start] == "(" and _VERSION_END.match(text, date.end) is not None


def _with_day_behind_letter(text: str, date: DatePlace, end: int) -> DatePlace:
    """Give a date with the day that a letter parts from its year, as APA tells works of one year apart."""
    year = date.date.raw.rstrip(_LETTERS)
    if len(date.date.parts) != 1 or date.date.raw == year or not text.startswith(", ", date.end):
        return date
    behind = text[date.end : min(end, date.end + _LOOK_BACK)]
    fuller = next((one for one in read_dates(f"{year}{behind}") if one[1] == 0 and len(one[0].parts) > 1), None)
    return DatePlace(fuller[0], date.start, date.end + fuller[2] - len(year)) if fuller else date


_BLANK_IN_DAY = re.compile(r"((?<!\d)\d{1,2}-\s?[A-Z][a-z]{2,8})-\s(?=(?:19|20)\d\d(?!\d))")
"""A day as one program sets it, with a blank behind each hyphen: "11- Apr- 2021"."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _undated(text: str, start: int, end: int, dates: list[DatePlace]) -> list[DatePlace]:
    """Give the dates with words for "no date" as they stand in brackets: a stop may lack, a letter may follow."""
    if not any(sign in text for sign in _UNDATED_STEMS):
        return dates
    bare = [DatePlace(PartialDate(raw=one[0]), *one.span()) for one in _UNDATED.finditer(text, start, end)]
    taken = {date.start for date in bare}
    return sorted([*bare, *(date for date in dates if date.start not in taken)], key=lambda date: date.start)


def _of_issue(text: str, start: int, end: int) -> list[DatePlace]:
    """Give the year in the number of an issue, where a note has no other date: "Harbour Post, no. 9/2002"."""
    issue = _ISSUE.search(text, start, end) if "/" in text else None
    if issue is None:
        return []
    return [DatePlace(PartialDate(raw=issue[1], readings=((int(issue[1]),),)), *issue.span(1))]


_ISSUE = re.compile(
    r"(?:(?<!\w)(?:[Nn]r|[Nn]o|[Nn]um|[Nn]úm|[Hh]eft|H|č|sz|[Ff]asc|vol)\.?|n[°º]|№)\s?\d{1,3}(?:[-–/]\d{1,3})?/((?:19|20)\d\d)(?![\d/-])"
)
_UNDATED = re.compile(r"(?<=[(\[])(?:n\.\s?d\.?|s\.\s?[df]\.?|z\.\s?[dj]\.?)(?:-?[a-z])?(?=[)\]])")
"""Such words, as programs and typing leave them: "(n.d)", "(z.d.-d)", "(s. f.-b)"."""
_UNDATED_STEMS = ("(n.", "(s.", "(z.", "[n.", "[s.", "[z.")
_VERSION_END = re.compile(r"\)\s\[(?:data\s?set|(?:computer\s)?software|database)\]", re.IGNORECASE)
_OPENING_BRACKET = re.compile(r"[\[(]")


def _find_medium(text: str, start: int, end: int) -> Cut | None:
    sentence = MEDIUM_SENTENCE.search(text, start, end)
    if sentence:
        return Cut("medium", sentence.start() - 1, sentence.end() - 1)
    for opening in _OPENING_BRACKET.finditer(text, start + 1, end):
        medium = MEDIUM.match(text, opening.start(), end)
        if medium:
            first = medium.start()
            return Cut("medium", first - 1 if first > start and text[first - 1].isspace() else first, medium.end())
    return None


def _cut_links(sheet: Sheet, start: int, end: int, cuts: Cuts) -> None:
    text = sheet.text
    place = text.find(LINK, start, end)
    floor = start
    while place >= 0:
        first = _announced(text, floor, place)
        closing = _CLOSING.match(text, place + 1, end)
        last = closing.end() if closing else place + 1
        cuts.links.append((sheet.link_at(place), place))
        cuts.cuts.append(Cut("link", first, last))
        floor = last
        place = text.find(LINK, place + 1, end)


def _announced(text: str, floor: int, place: int) -> int:
    """Give where the words that announce a link begin ("Available at:"), its own place where there are none."""
    bare = text[max(floor, place - _LOOK_BACK) : place].rstrip(" \t\n<[(")
    if bare[-1:] in _NO_ANNOUNCEMENT:
        return max(floor, place - _LOOK_BACK) + len(bare) if bare else place
    before = LINK_BEFORE.search(text, max(floor, place - _LOOK_BACK), place)
    return before.start() if before else place


def _cut_identifiers(text: str, start: int, end: int, cuts: Cuts) -> None:
    part = text[start:end]
    if "10." in part:
        for doi, first, last in find_dois(part):
            if cuts.doi is None:
                cuts.doi = (doi, start + first, start + last)
            host = _DOI_HOST.search(text, max(start, start + first - _LOOK_BACK), start + first)
            place = host.start() if host else start + first
            cuts.cuts.append(Cut("doi", _announced(text, start, place), start + last))
    if "ISBN" in part:
        isbn = find_isbn(part)
        if isbn:
            cuts.isbn = (isbn[0], start + isbn[1], start + isbn[2])
            cuts.cuts.append(Cut("isbn", start + isbn[1], start + isbn[2]))


_DOI_HOST = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/\Z")
"""The host before a DOI, where it is printed as words: "doi:doi.org/10.1000/1"."""


def _sort_dates(text: str, start: int, end: int, dates: list[DatePlace], cuts: Cuts) -> None:
    """Tell the access date, which has a word or stands in brackets after a link, from the other dates.

    The day on which a copy was archived is neither.
    """
    first_link = cuts.links[0][1] if cuts.links else None
    archives = any(stem in text for stem in ARCHIVED_STEMS)
    lowered = text[start:end].lower() if dates else ""
    stems = tuple(stem for stem in ACCESS_STEMS if stem in lowered)
    seen = start
    for date in dates:
        archived = ARCHIVED_BEFORE.search(text, max(start, date.start - _LOOK_BACK), date.start) if archives else None
        if archived:
            cuts.cuts.append(_in_brackets(text, archived.start(), date.end, start, end))
            continue
        clause = _access_clause(text, date, (start, end), first_link, stems)
        if clause is None:
            cuts.dates.append(date)
            continue
        cuts.cuts.append(clause)
        if cuts.accessed is None or _AS_OF.match(text, seen):
            cuts.accessed, seen = date, clause.start


def announces_access(text: str, start: int, end: int) -> bool:
    """Whether a word beside the date from ``start`` to ``end`` says that the page was seen then, or brackets do."""
    low = max(0, start - _LOOK_BACK)
    if ACCESS_BEFORE.search(text, low, start) or ACCESS_AFTER.match(text, end):
        return True
    return _BRACKET_DATE.search(text, low, start) is not None and _CLOSING.match(text, end) is not None


_AS_OF = re.compile(r"[\s(\[]{0,2}(?:stand|as of)\b", re.IGNORECASE)
"""The day that a page's contents are of: the day of a visit where no other word names that."""


def _access_clause(
    text: str, date: DatePlace, within: tuple[int, int], first_link: int | None, stems: tuple[str, ...]
) -> Cut | None:
    """Give the whole clause of an access date with its brackets, ``None`` for any other date.

    ``stems`` are letters of words for "accessed" that stand in the text: looked for first, for speed.
    """
    start, end = within
    low = max(start, date.start - _LOOK_BACK)
    lowered = text[low : date.start].lower()
    before = ACCESS_BEFORE.search(text, low, date.start) if any(stem in lowered for stem in stems) else None
    first, last = (before.start(), date.end) if before else (date.start, date.end)
    after = None if before else ACCESS_AFTER.match(text, date.end, end)
    if after:
        last = after.end()
    if not before and not after:
        bracket = _BRACKET_DATE.search(text, low, date.start)
        in_bracket = bracket and _CLOSING.match(text, date.end, end)
        after_link = first_link is not None and (date.start > first_link or _AFTER_YEAR.search(text, low, date.start))
        web = _WEB_DATE.search(text, low, date.start)
        if not (in_bracket and after_link and len(date.date.parts) != 1) and not web:
            return None
        first = web.start() if web else first
    return _in_brackets(text, first, last, start, end)


def _in_brackets(text: str, first: int, last: int, start: int, end: int) -> Cut:
    """Give the clause of a date from ``first`` to ``last`` with the brackets around it."""
    opening = _OPENED.search(text, max(start, first - 3), first)
    if opening:
        first = opening.start()
        closing = _CLOSING.match(text, last, end)
        last = closing.end() if closing else last
    return Cut("access", first, last)
