"""Dates as notes write them: precision kept, no day invented, both readings of an ambiguous one."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.months import MONTHS, SEASONS

DateParts = tuple[int, ...]
"""(year,), (year, month) or (year, month, day): as much as was written, like ``date-parts`` of CSL-JSON."""
DAY_PARTS = 3
"""Parts of a date that names a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as written. No reading: undated ("n.d.") or impossible ("31 June 2024"); two: ambiguous (03-06-2024)."""

    raw: str
    readings: tuple[DateParts, ...] = ()

    @property
    def parts(self) -> DateParts:
        """The likeliest reading, or ``()`` where there is none."""
        return self.readings[0] if self.readings else ()

    @property
    def is_day(self) -> bool:
        """Whether a day is named, and not a month or a year alone."""
        return len(self.parts) == DAY_PARTS

    @property
    def ambiguous(self) -> bool:
        """Whether the same words can be read as two different days."""
        return len(self.readings) > 1


DateInText = tuple[PartialDate, int, int]
"""A date and the characters of the text, from and up to, where it stands."""

_WINDOW = 44
"""Characters looked at before and after a year: the longest date in words ("17 a 19 de septiembre de") has fewer."""

_DASH = "[-\u2010-\u2015]"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|[ºª°]|\.?[oa](?=\s)|-?e|:e|\.)?"
_WORD = r"([^\W\d_]{3,12})"
_OF = r"(?:de\s|del\s|of\s|d['’]|den\s)?"
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_BEFORE = (
    # "22nd of June", "20 Jun,", "17–18 juin", "le 3. März", "5 de mayo de"
    re.compile(
        rf"(?<!\w)(\d{{1,2}}){_ORDINAL}(?:\s?(?:{_DASH}|/|a|to|and|und|et|y)\s?\d{{1,2}}{_ORDINAL})?"
        rf"[\s-]{{0,2}}{_OF}{_WORD}"
        rf"[.,]{{0,2}}[\s/-]?{_OF}\Z",
        re.IGNORECASE,
    ),
    # "June 22nd,", "May 3–4,"
    re.compile(
        rf"(?<!\w){_WORD}\.?\s(\d{{1,2}}){_ORDINAL}(?:\s?{_DASH}\s?\d{{1,2}}{_ORDINAL})?,?\s\Z",
        re.IGNORECASE,
    ),
    # "June", "May–June", "Spring/Summer", "marzo de", but no month in the name of a city, and no "data set"
    re.compile(
        rf"(?<!\w)(?<!Rio\sde\s)(?<!data\s){_WORD}\.?(?:\s?(?:{_DASH}|/|&|and)\s?[^\W\d_]{{3,12}}\.?)?"
        rf"(?:[,\s/-]\s?{_OF})?\Z",
        re.IGNORECASE,
    ),
    # "22.06.", "3/6/", "8. 6. "
    re.compile(r"(?<![\w./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?\Z"),
    # "Accessed 15 9 2024", as a word processor sets IEEE
    re.compile(r"(?<=[Aa]ccessed\s)(\d{1,2})(\s)(\d{1,2})\s\Z"),
)
_AFTER = (
    # "2024-06-22", "2024/6/2", "2024年6月22日", "2024. 6. 22"
    re.compile(r"(?:[-/.]|\s?年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})\s?(?:日|(?![\w-]))"),
    # "2024 Jun 22", "2015, Aug 6", "2011, December"
    re.compile(
        rf",?\s{_WORD}\.?(?:\s(\d{{1,2}}){_ORDINAL}(?!\d|\s?(?:1[4-9]|20)\d\d))?(?!\w|\s(?:1[4-9]|20)\d\d)",
        re.IGNORECASE,
    ),
    # "2024, 22 June", "2024, 22–23 June"
    re.compile(
        rf",\s(\d{{1,2}}){_ORDINAL}(?:\s?{_DASH}\s?\d{{1,2}}{_ORDINAL})?\s{_OF}{_WORD}(?!\w|\.?\s(?:1[4-9]|20)\d\d)",
        re.IGNORECASE,
    ),
    # month and day in figures, as programs set APA: "(2018, 10/19)"
    re.compile(r",\s(\d{1,2})[/\s](\d{1,2})(?=\))"),
    # "2024-06", "2024年6月"
    re.compile(r"(?:-(?=\d\d)|\s?年\s?)(0?[1-9]|1[0-2])(?:\s?月(?!\s?\d)|(?![\w-]))"),
)
_WORD_NEXT = re.compile(r"\s[^\W\d_]")
"""What follows a season that is the first word of a title: "2016, Winter roads"."""
_OPENING = ("", "(", "[")
"""What stands before a year that has no day or month before it."""
_GLUE = re.compile(r"(?!(?<!\w)c)[\w/]")
"""What glues a year to the word before it; a single "c" stands for copyright."""
_NUMBERED = re.compile(r"(?<![^\W_])[A-Z]{2,6}-\Z")
"""What stands before the year in the number of a report: "CVE-2021-1234", "TR-2016-04"."""
_LONGEST_LETTERS = len("UNESCO-")
_RANGE = re.compile(rf"\s?(?:{_DASH}|/)\s?((?:1[4-9]|20)\d\d|\d\d)(?!\d)")
_SUFFIX = re.compile(r"[a-z](?![\w.])")
_YEAR_SIGN = re.compile(r"年(?!\w)")
_SHORT_YEAR = re.compile(r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})\2(\d\d)(?![\w/-])")
_SHORT_WORDED = re.compile(r"(?<![\w./-])(\d{1,2})\s([^\W\d_]{3,9})\.?\s['’]?(\d\d)(?![\w:./-]|\s?(?:Uhr|[ap]\.?m))")
"""A day, a month in letters and a year of two figures: "4 Mar 19"."""
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each Japanese era."""
_OF_AN_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(元|\d{{1,2}})年(?:\s?(\d{{1,2}})月(?:\s?(\d{{1,2}})日)?)?")
_UNDATED = re.compile(
    r"(?<!\w)(?:n\.\s?d\.(?:-[a-z]\b)?|[Nn]o date(?:\s[a-z](?=\)))?|[Uu]ndated|s\.\s?[dfa]\.|o\.\s?[JjDd]\.|"
    r"u\.\s?[åd]\.|s/[fd](?=[)\].,;]|\s?\Z)|"
    r"(?<=[(\[])(?:z\.\s?[dj]\.|b\.\s?[dr]\.|S/[FD]|t\.\s?y\.|ohne Datum|sin fecha|sem data|"
    r"sans date|bez daty)(?=[)\]])|"
    r"[бБ]\.\s?г\.|[Бб]ез даты|(?<=[a-z]\.\s)N\.D\.(?=\s[A-Z])|(?<=[(\[])(?:N\.\s?D\.|S\.\s?[DFA]\.)(?=[)\]])|"
    r"(?<=[(\[])(?:in press|in preparation|forthcoming|submitted|im Druck|im Erscheinen|à paraître|en prensa)(?=[)\]]))"
)
"""In capitals only in brackets or behind a word and its stop: "N. D." and "S. A." are the initials of many people."""
_MONTHS_IN_A_YEAR = 12
_DAYS_IN_A_MONTH = 31
_PIVOT = 69
"""Two-digit years up to this are 20xx, above it 19xx, as POSIX reads them."""


def read_dates(text: str) -> tuple[DateInText, ...]:
    """Give the dates in ``text`` in their order, each with the characters it takes; they never overlap.

    A word for "undated" is a date without a reading, and so is a day that no calendar has. Numbers that only
    look like a year (1400 to 2099) are dates too: whoever knows the place of a number in a note must choose.
    """
    found: list[DateInText] = []
    end = 0
    for date in sorted(_candidates(text), key=lambda date: (date[1], -date[2])):
        if date[1] >= end:
            found.append(date)
            end = date[2]
    return tuple(found)


def _candidates(text: str) -> Iterator[DateInText]:
    for match in _YEAR.finditer(text):
        date = _date_around(text, match)
        # A year that is glued to a word or a path belongs to it, unless the word is a month ("25 July2016").
        if date[1] < match.start() or not _is_glued(text, match.start()):
            yield date
    for match in _SHORT_YEAR.finditer(text):
        first, _, second, short = match.groups()
        year = int(short) + (2000 if int(short) <= _PIVOT else 1900)
        yield _date(text, match.start(), match.end(), _orders(year, int(first), int(second), match[2]))
    for match in _SHORT_WORDED.finditer(text):
        day, word, short = int(match[1]), match[2].lower(), int(match[3])
        if word in MONTHS and 1 <= day <= _DAYS_IN_A_MONTH:
            year = short + (2000 if short <= _PIVOT else 1900)
            yield _date(text, match.start(), match.end(), _real(year, MONTHS[word], day))
    for match in _OF_AN_ERA.finditer(text):
        yield _date(text, match.start(), match.end(), _of_an_era(match))
    for match in _UNDATED.finditer(text):
        yield _date(text, match.start(), match.end(), ())


def _is_glued(text: str, year: int) -> bool:
    """Whether the word or the path before a year goes on in it."""
    if year == 0:
        return False
    return (
        _GLUE.match(text, year - 1) is not None
        or _NUMBERED.search(text, max(0, year - _LONGEST_LETTERS), year) is not None
    )


def _date(text: str, start: int, end: int, readings: tuple[DateParts, ...]) -> DateInText:
    return PartialDate(raw=text[start:end].strip(), readings=readings), start, end


def _date_around(text: str, match: re.Match[str]) -> DateInText:
    """Read the date whose year ``match`` is: with what stands before it, else after it, else the year alone."""
    year, start, end = int(match[1]), match.start(), match.end()
    iso = _AFTER[0].match(text, end, end + _WINDOW)
    alone = iso is not None or text[max(start - 1, 0) : start] in _OPENING
    before = None if alone else _read_before(text, start, year)
    if before is not None:
        return _date(text, before[0], end, before[1])
    after = _read_after(text, end, year)
    if after is not None:
        return _date(text, start, after[0], after[1])
    rest = _RANGE.match(text, end)
    if rest is not None and _is_later(year, rest[1]):
        end = rest.end()
    suffix = _SUFFIX.match(text, end) or _YEAR_SIGN.match(text, end)
    return _date(text, start, suffix.end() if suffix else end, ((year,),))


def _is_later(year: int, other: str) -> bool:
    """Whether ``other`` ("2016" or "16") ends a range of years that begins with ``year``."""
    last = int(other) if len(other) == len("2016") else year // 100 * 100 + int(other)
    return year < last


def _read_before(text: str, end: int, year: int) -> tuple[int, tuple[DateParts, ...]] | None:
    low = max(0, end - _WINDOW)
    day_first = _BEFORE[0].search(text, low, end)
    if day_first and int(day_first[1]) <= _DAYS_IN_A_MONTH and (month := MONTHS.get(day_first[2].lower())):
        return day_first.start(), _real(year, month, int(day_first[1]))
    month_first = _BEFORE[1].search(text, low, end)
    if month_first and (month := MONTHS.get(month_first[1].lower())):
        return month_first.start(), _real(year, month, int(month_first[2]))
    numeric = _BEFORE[3].search(text, low, end) or _BEFORE[4].search(text, low, end)
    if numeric:
        return numeric.start(), _orders(year, int(numeric[1]), int(numeric[3]), numeric[2])
    month_only = _BEFORE[2].search(text, low, end)
    if month_only:
        word = month_only[1].lower()
        if word in MONTHS:
            return month_only.start(), ((year, MONTHS[word]),)
        if word in SEASONS and "." not in month_only[0]:
            return month_only.start(), ((year,),)
    return None


def _read_after(text: str, start: int, year: int) -> tuple[int, tuple[DateParts, ...]] | None:
    end = min(len(text), start + _WINDOW)
    iso, month_first, day_first, numeric, month_only = (pattern.match(text, start, end) for pattern in _AFTER)
    if iso:
        return iso.end(), _real(year, int(iso[1]), int(iso[2]))
    if month_first:
        word = month_first[1].lower()
        if word in MONTHS:
            month, day = MONTHS[word], month_first[2]
            return month_first.end(), _real(year, month, int(day)) if day else ((year, month),)
        if word in SEASONS and _WORD_NEXT.match(text, month_first.end(1)) is None:
            return month_first.end(1), ((year,),)
    if day_first and day_first[2].lower() in MONTHS:
        return day_first.end(), _real(year, MONTHS[day_first[2].lower()], int(day_first[1]))
    if numeric:
        return numeric.end(), _orders(year, int(numeric[1]), int(numeric[2]), "/")
    return (month_only.end(), ((year, int(month_only[1])),)) if month_only else None


def _orders(year: int, first: int, second: int, separator: str) -> tuple[DateParts, ...]:
    """Give the readings of a date in figures, day first before month first; full stops are always day first."""
    day_first = _real(year, second, first)
    if separator == "." and day_first:
        return day_first
    month_first = _real(year, first, second)
    return tuple(dict.fromkeys(day_first + month_first))


def _of_an_era(date: re.Match[str]) -> tuple[DateParts, ...]:
    """Give the reading of a date whose years a Japanese era counts; month and day may be missing."""
    year = _ERAS[date[1]] + (1 if date[2] == "元" else int(date[2]))
    if date[3] is None:
        return ((year,),)
    month = int(date[3])
    if date[4] is not None:
        return _real(year, month, int(date[4]))
    return ((year, month),) if 1 <= month <= _MONTHS_IN_A_YEAR else ()


def _real(year: int, month: int, day: int) -> tuple[DateParts, ...]:
    """Give the day as the only reading, or none where the calendar does not have it."""
    if not 1 <= month <= _MONTHS_IN_A_YEAR or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ()
    return ((year, month, day),)
