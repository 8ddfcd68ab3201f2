"""Which of the dates in a note is the date of publication, and which an access date without a word for it."""

import re

from citations.dates import PartialDate
from citations.months import MONTHS
from citations.records.regions.cuts import Cuts
from citations.records.regions.date_places import DatePlace
from citations.records.wording.words import LOWER

_NO_DATE = re.compile(
    r"(?:§|(?<!\d\s)\bpp?\.?|\bno\.?|\bnr\.?|n°|\bvol\.?|№|\bISSN|\bRFC|(?<![.\])»”]\s)[-–]|:|\bS\.|\bpages?|"
    r"\bat|\babs/|\b(?:from|since|than|until|seit|bis))\s?\Z|/\Z",
    re.IGNORECASE,
)
"""What stands before a number that is not a year. A dash after a full stop divides parts, as in Russian lists."""
_PAGES_AFTER = re.compile(
    r"\s?[-–]\s?\d{1,3}(?!\d)|,\s\d{3,4}\s\((?:1[4-9]|20)\d\d\)|\d|\s?\(\d{1,3}\)\s?:|\s?年(?=\w)|"
    r"\s\((?:1[4-9]|20)\d\d\)"
)
VOLUME_OF_YEAR = re.compile(r"(?:19|20)\d\d\s[A-Z][\w.&’' ]{3,50}?\s\d{1,5}(?:,\s\d{1,5})?\s\((?:19|20)\d\d\)")
"""A serial that counts its volumes by years, with page and year after it: "2017 Quay L. Rev. 1775 (2017)"."""
_DAY_MONTH = re.compile(
    r"(?<!\w)(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s([^\W\d_]{3,12})|([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|"
    r"th)?|([^\W\d_]{3,12})\s?\((\d{1,2})\))\.?(?=[\s,.;)\]]|\Z)"
)
_DAY_LAST = re.compile(r"(?<!\w)(\d{1,2})\s([^\W\d_]{3,12})()()()()\.?\s?\Z")
"""A day and month at the end, which the words before it can hide: "Northern Ledger 4 January"."""
_LAST = re.compile(r"\.?\s?(?:\Z|\ue000)")
_LONGEST_DAY = len(" 31st September. ")
_MEETING_OF_YEAR = re.compile(
    r"\s(?:(?:[A-Z][\w/&’-]*|of|on|and|the|for)\s){1,6}?(?:Conference|Symposium|Workshop|Congress|Meeting)\b"
)
"""What follows the year that a meeting opens its name with: "2007 Ice Society Conference on Frost"."""
_WORD_NEXT = re.compile(r"\s[^\W\d_]|:\s(?:The|An?|Der|Die|Das|Les?|La|El|Il)\s")
"""What a year that is part of a name has after it: "Climate Change 2021: The Physical Basis"."""
_NAME_NEXT = re.compile(r"\s[A-Z]")
_WORD_BEFORE = re.compile(r"[^\W\d_]\s\Z")


_OF_A_TITLE = re.compile(r":\s[A-Z][^.:;\d]{3,120}\([A-Z][^():]{2,40}:\s")
"""A subtitle and the imprint after the years that a book is about: "A History, 1830–1930: Ice and Steam (Oslo: …"."""


def is_year_here(text: str, date: DatePlace) -> bool:
    """Whether a number that could be a year is one here: not a page, a volume, another number or part of a name."""
    if len(date.date.parts) != 1:
        return _YEAR_AND_NUMBER.fullmatch(date.date.raw) is None or not _OF_SERIES.search(
            text, max(0, date.start - len("Working Paper ")), date.start
        )
    volume = VOLUME_OF_YEAR.match(text, date.start)
    if not date.date.raw[:4].isdigit():
        return not (text[: date.start].endswith("the ") and _NAME_NEXT.match(text, date.end))
    announced = _NO_DATE.search(text, max(0, date.start - 8), date.start)
    if announced and _AFTER_CITY.search(text, max(0, date.start - _LONGEST_CITY), date.start):
        announced = None
    if announced and _OF_ISSUE.search(text, max(0, date.start - len("1234/")), date.start):
        announced = None
    subject = date.is_period and _OF_A_TITLE.match(text, date.end)
    if volume or announced or subject or _PAGES_AFTER.match(text, date.end) or _MEETING_OF_YEAR.match(text, date.end):
        return False
    inside_words = _WORD_BEFORE.search(text, max(0, date.start - 2), date.start)
    return not (inside_words and _WORD_NEXT.match(text, date.end))


_YEAR_AND_NUMBER = re.compile(r"\d{4}[-–]\d\d")
_OF_SERIES = re.compile(r"\b(?:[Pp]aper|[Rr]eport|[Rr]ep\.|[Bb]rief|[Nn]ote|[Nn]o\.?|[Nn]r\.?|WP)\s\Z")
"""What stands before the number of a paper in its series, whose first half is a year: "Working Paper 2016-04"."""
_AFTER_CITY = re.compile(r"(?:;\s|\()[A-Z][^;:()]{2,50}(?::\s[A-Z][^;:()]{2,50})?:\s\Z")
"""House, city and a colon before the year: "Quay House; London, UK: 2020", "(Oslo: Quay House: 1960)"."""
_LONGEST_CITY = 110
"""Characters of a city with its country, or with a house."""
_OF_ISSUE = re.compile(r"(?<!\d)\d{1,3}/\Z")
"""The number of an issue before its year: "no. 9/2002"."""
_IMPRINT = re.compile(r"\([^():]{2,60}:\s[^()]{2,80},\s\Z")
"""What stands before the year in "(Oslo: Ice House, 2003)": that year and no other is when a book came out."""
_LONGEST_IMPRINT = 150
"""Characters of city and publisher."""
_MOST_DAYS = 31


def day_month(text: str, start: int, end: int, cuts: Cuts) -> re.Match[str] | None:
    """Give the first day and month without a year ("January 6", "4 October") that stands for itself."""
    worded = text[end - 1 : end].isalpha() or text[end - 1 : end] == "."
    last = _DAY_LAST.search(text, max(start, end - _LONGEST_DAY), end) if worded else None
    found: list[re.Match[str]] = [*_DAY_MONTH.finditer(text, start, end), *([last] if last else ())]
    for match in found:
        if (match[2] or match[3] or match[5]).lower() not in MONTHS:
            continue
        if not 1 <= int(_month_and_day(match)[1]) <= _MOST_DAYS:
            continue
        if any(date.start < match.end() and match.start() < date.end for date in cuts.dates):
            continue
        if not match[5] and not _stands_alone(text, match):
            continue
        if not any(cut.start < match.end() and match.start() < cut.end for cut in cuts.cuts):
            return match
    return None


def _month_and_day(match: re.Match[str]) -> tuple[str, str]:
    """Give the words for month and day: "4 October", "October 4" or, as some styles write it, "October(4)"."""
    word, day = next((a, b) for a, b in ((match[2], match[1]), (match[3], match[4]), (match[5], match[6])) if a)
    return word, day


def choose_issued(text: str, cuts: Cuts, year: DatePlace | None, after: int, end: int) -> DatePlace | None:
    """Give the date of publication: the fullest that agrees with the year after the authors, else the first.

    ``year`` is the date between authors and title; dates before ``after`` belong to authors or title.
    """
    outside = [date for date in cuts.inside(after, end) if is_year_here(text, date)]
    outside = [date for date in outside if not text.endswith(_FILED, 0, date.start)] or outside
    if year is None:
        bracketed = bool(outside) and text[outside[0].end : outside[0].end + 1] == ")"
        imprint = None if bracketed else next((date for date in outside if _ends_imprint(text, after, date)), None)
        year = imprint or next((date for date in outside if not date.is_period), outside[0] if outside else None)
    if year is None or len(year.date.parts) != 1:
        return year
    fuller = next(
        (d for d in outside if len(d.date.parts) > 1 and d.date.parts[0] == year.date.parts[0] and not _is_meeting(d)),
        None,
    )
    if fuller is not None:
        return fuller
    return _with_day(year, day_month(text, after, end, cuts))


_FILED = (" filed ", " filed on ")
"""What stands before the day of a patent that comes long before it is issued."""


def _is_meeting(date: DatePlace) -> bool:
    """Whether a date spans several days: it is the date of a meeting, not of a publication."""
    return _SEVERAL_DAYS.search(date.date.raw) is not None


_SEVERAL_DAYS = re.compile(r"(?<!\d)(?<!\d-)\d{1,2}\s?[–-]\s?(?:[^\W\d_]{3,9}\.?\s)?\d{1,2}(?![\d–-])")


def _ends_imprint(text: str, after: int, date: DatePlace) -> bool:
    """Whether a year ends city and publisher in a bracket."""
    return _IMPRINT.search(text, max(after, date.start - _LONGEST_IMPRINT), date.start) is not None


def _with_day(year: DatePlace, day: re.Match[str] | None) -> DatePlace:
    """Give ``year`` with the day that stands apart from it ("2018. … January 6."), or as it is."""
    if day is None:
        return year
    word, number = _month_and_day(day)
    parts = (year.date.parts[0], MONTHS[word.lower()], int(number))
    return DatePlace(PartialDate(raw=f"{day[0].strip(' .')} {parts[0]}", readings=(parts,)), day.start(), day.end())


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether punctuation divides the day from the words before it."""
    if match[1] and _LAST.match(text, match.end()):
        return True  # "Northern Ledger 4 January."
    return text[: match.start()].rstrip()[-1:] in {*",.([’”'\":;])!?"}


def second_bare(text: str, cuts: Cuts, first: DatePlace | None) -> DatePlace | None:
    """Give the second of two bare days, on which a link was opened; the first is that of publication."""
    if first is None or not cuts.links:
        return None
    if not first.is_day:
        link = cuts.links[0][1]  # "Quill, A. (2003): Cold rivers. <link>, 12.04.2005"
        return next((date for date in cuts.inside(link, len(text)) if _behind_link(text, link, date)), None)
    return next(
        (date for date in cuts.dates if date.start > first.end and date.is_day and not _told(text, date)),
        None,
    )


def _behind_link(text: str, link: int, date: DatePlace) -> bool:
    """Whether only punctuation stands between a link and a day, and no word says that the page appeared then."""
    return date.is_day and not date.announced and not text[link + 1 : date.start].strip(" ,;.()[]>")


def _told(text: str, date: DatePlace) -> bool:
    """Whether words before a date say what happened then, whose day it is, or tell of another source."""
    if date.announced:
        return True
    if _TELLING.search(text, max(0, date.start - _LONGEST_REMARK), date.start):
        return True
    return _TOLD.search(text, max(0, date.start - _LOOK_BACK), date.start) is not None


_LONGEST_REMARK = 150
"""Characters of a remark in brackets before the date in it."""
_TELLING = re.compile(rf"[(\[][{LOWER}]{{3,}}\s[^()\[\]]{{3,}}\s\(?\Z")
"""A remark in brackets, as "(enclosing Memorandum 2 (" before the date of that memorandum."""
_LOOK_BACK = 30
"""Characters before a date in which the word for it stands."""
_TOLD = re.compile(
    rf"\b(?:du|v\.|of|from|dated|rev\.)\s\Z|(?<![^\W\d_])[{LOWER}]{{3,}}(?:\s(?:on|am|le|el|il|den|på|op))?:?\s\(?\Z"
)
"""A word in small letters right before a date tells what happened then: "aired", "held on", "last updated:"."""
