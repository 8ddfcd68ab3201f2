"""What can be cut out of a note by its form alone: links, dates of access, identifiers, the medium."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Literal

from citations.links import Link, find_dois, find_isbn
from citations.records.regions.date_places import DatePlace, dates_between, year_of_issue
from citations.records.sheets.sheet import LINK, Sheet
from citations.records.wording.access_words import (
    ACCESS_AFTER,
    ACCESS_BEFORE,
    ACCESS_STEMS,
    ARCHIVED_BEFORE,
    ARCHIVED_STEMS,
    LINK_BEFORE,
)
from citations.records.wording.kinds import MEDIUM, MEDIUM_SENTENCE

CutKind = Literal["link", "access", "doi", "isbn", "medium"]
_ENDS: frozenset[CutKind] = frozenset({"link", "access", "doi", "isbn"})
"""Cuts that end the words of a source. The medium does not: it stands among them."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in a sheet's text that is understood: ``start`` and ``end`` with the words that announce it."""

    kind: CutKind
    start: int
    end: int


@dataclass(slots=True)
class Cuts:
    """Everything that was cut out of a part of a sheet. ``dates`` are those without a word that says accessed.

    ``target`` is the link to the source, printed (in ``links``) or behind words: its host can name the outlet.
    """

    target: Link | None = None
    links: list[tuple[Link, int]] = field(default_factory=list)
    accessed: DatePlace | None = None
    dates: list[DatePlace] = field(default_factory=list)
    doi: tuple[str, int, int] | None = None
    isbn: tuple[str, int, int] | None = None
    medium: Cut | None = None
    cuts: list[Cut] = field(default_factory=list)

    def inside(self, start: int, end: int) -> Iterator[DatePlace]:
        """Yield the dates that lie between two places."""
        return (date for date in self.dates if start <= date.start and date.end <= end)

    def end_from(self, place: int, default: int, kinds: Container[CutKind] = _ENDS) -> int:
        """Give where the first cut of these kinds from ``place`` on begins, ``default`` for none."""
        return min((cut.start for cut in self.cuts if cut.kind in kinds and cut.start >= place), default=default)


def _leave_quoted_links(text: str, cuts: Cuts) -> None:
    """Leave links in the text that a post quotes: nothing announces them, and an announced one follows a date."""
    spans = [cut for cut in cuts.cuts if cut.kind == "link"]
    announced = next((i for i, cut in enumerate(spans) if text[cut.start : cuts.links[i][1]].strip(" <[(")), 0)
    if announced and _DATED.search(text, cuts.links[announced - 1][1], spans[announced].start):
        cuts.cuts = [cut for cut in cuts.cuts if cut not in spans[:announced]]
        cuts.links = cuts.links[announced:] + cuts.links[:announced]


_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_ANNOUNCEMENT = frozenset(",.;)”’\"'»]")
"""What stands before a link that no words announce: checked first, for speed."""
_LOOK_BACK = 60
"""Characters before a date or link in which its announcement stands."""
_BRACKET_DATE = re.compile(r"[\s.,;]{0,3}[\[(]\s?\Z")
_CLOSING = re.compile(r"\s{0,2}[\])>]")
_AFTER_YEAR = re.compile(r"\d\[\s?\Z")
"""A square bracket right after a date, as Chinese lists set the day of a visit: "2025[2026-06-18]"."""
_OPENED = re.compile(r"[\[(]\s?\Z")
_WEB_DATE = re.compile(r"(?<=[.,]\s)Web\.\s\Z")


def find_cuts(sheet: Sheet, start: int, end: int) -> Cuts:
    """Give what can be cut out of the text of ``sheet`` from ``start`` to ``end``."""
    text = sheet.text
    cuts = Cuts()
    _cut_links(sheet, start, end, cuts)
    _leave_quoted_links(text, cuts)
    cuts.target = cuts.links[0][0] if cuts.links else sheet.target
    _cut_identifiers(text, start, end, cuts)
    _sort_dates(sheet, start, end, cuts)
    cuts.dates = cuts.dates or year_of_issue(text, start, end)
    cuts.medium = _find_medium(text, start, end)
    if cuts.medium:
        cuts.cuts.append(cuts.medium)
    cuts.cuts.sort(key=lambda cut: cut.start)
    return cuts


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
    """Give where the words that announce a link begin ("Available at:"), or the place of the link if there are none."""
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
            cuts.cuts.append(Cut("doi", _announced(text, start, start + first), start + last))
    if "ISBN" in part:
        isbn = find_isbn(part)
        if isbn:
            cuts.isbn = (isbn[0], start + isbn[1], start + isbn[2])
            cuts.cuts.append(Cut("isbn", start + isbn[1], start + isbn[2]))


def _sort_dates(sheet: Sheet, start: int, end: int, cuts: Cuts) -> None:
    """Find the access date among the dates: a word announces it, or it stands in brackets after a link.

    The day on which a copy was archived is neither. If the words of the link are a title, a day in brackets
    after it is the date of the page.
    """
    text = sheet.text
    numbers = [cut for cut in cuts.cuts if cut.kind in {"doi", "isbn"}]
    dates = dates_between(text, start, end)
    dates = [date for date in dates if not any(cut.start <= date.start < cut.end for cut in numbers)]
    first_link = cuts.links[0][1] if cuts.links else None
    if any(one.end == first_link for one in sheet.emphasis):
        first_link = None
    archives = any(map(text.__contains__, ARCHIVED_STEMS))
    lowered = text[start:end].lower() if dates else ""
    stems = tuple(filter(lowered.__contains__, ACCESS_STEMS))
    seen = start
    for date in dates:
        archived = ARCHIVED_BEFORE.search(text, max(start, date.start - _LOOK_BACK), date.start) if archives else None
        if archived:
            cuts.cuts.append(_in_brackets(text, archived.start(), date.end, start, end))
            continue
        clause = _access_clause(text, date, (start, end), first_link, stems) or _behind_fetched(text, date, cuts)
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
"""The day up to which a page is current: it counts as the access date if there is no other."""


def _access_clause(
    text: str, date: DatePlace, within: tuple[int, int], first_link: int | None, stems: tuple[str, ...]
) -> Cut | None:
    """Give the whole clause of an access date with its brackets, ``None`` for any other date.

    ``stems`` are letters of words for "accessed" that stand in the text: checked first, for speed.
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
        in_bracket = bracket and not date.announced and _CLOSING.match(text, date.end, end)
        after_link = first_link is not None and (date.start > first_link or _AFTER_YEAR.search(text, low, date.start))
        web = _WEB_DATE.search(text, low, date.start)
        if not (in_bracket and after_link and len(date.date.parts) != 1) and not web:
            return None
        first = web.start() if web else first
    return _in_brackets(text, first, last, start, end)


def _behind_fetched(text: str, date: DatePlace, cuts: Cuts) -> Cut | None:
    """Give a day right after a link that "Retrieved from" announces, ``None`` for any other date."""
    links = (cut for cut in cuts.cuts if date.is_day and cut.kind == "link" and cut.end <= date.start)
    fetched = any(
        _COMMA_AT_MOST.fullmatch(text, link.end, date.start) and _FETCHED.match(text, link.start, link.end)
        for link in links
    )
    return Cut("access", date.start, date.end) if fetched else None


_COMMA_AT_MOST = re.compile(r"[,.;]?\s(?:on\s)?")
_FETCHED = re.compile(
    r"(?:retrieved|accessed|viewed|downloaded|abgerufen|consultée?|récupérée?|repérée?|recuperado|consultado|obtido|"
    r"tratto|geraadpleegd|hämtad|hentet)\b",
    re.IGNORECASE,
)
"""How words begin that announce a link as one that the author opened."""


def _in_brackets(text: str, first: int, last: int, start: int, end: int) -> Cut:
    """Give the clause of a date from ``first`` to ``last`` with the brackets around it."""
    opening = _OPENED.search(text, max(start, first - 3), first)
    if opening:
        first = opening.start()
        closing = _CLOSING.match(text, last, end)
        last = closing.end() if closing else last
    return Cut("access", first, last)
