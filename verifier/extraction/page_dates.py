"""Reads dates as pages write them: ISO 8601, RFC 822, numbers, and words in some twenty languages."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from citations.months import MONTHS
from verifier.extraction.base import words

EARLIEST = 1990
"""Years before the web are years that a page is about, not when it was published."""

LATEST = 2068
"""Years from here on are times of other clocks, numbers of articles, or the far end of a range."""

LONGEST_VALUE = 200
"""Characters of a value that are looked at."""

_MORE_MONTHS = (
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    (
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου "
        "ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου"
    ),
    "jän feb mrz apr mai jun jul aug sept okt nov dez",
)
"""Names that pages have and notes hardly ever: Polish and Czech in the case of headings, Slovak, Greek, Hungarian
and German cut short."""
_MONTH_OF = MONTHS | {name: number for line in _MORE_MONTHS for number, name in enumerate(line.split(), start=1)}

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?=\D|T|\Z|\d{6}(?!\d)|\d{4}(?!\d))")
_EAST = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = re.compile(
    r"(?<![\w.])(\d{1,2})(?:st|nd|rd|th|\.|er|º|°)?\s{0,2}(?:de |of |-|/)?\s{0,2}([^\W\d_]{3,12})\.?,?\s{0,2}"
    r"(?:de |del |-|/)?\s{0,2}((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?<!\w)([^\W\d_]{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[.,]?\s{1,2}([^\W\d_]{3,12})\.?\s{1,2}(\d{1,2})(?!\d)")
"""As Hungarian writes them: 2023. március 14."""
_NUMBERS = re.compile(r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-])")
_EPOCH = re.compile(r"\s{0,9}(\d{10})(?:\d{3})?(?:\.\d{1,6})?\s{0,9}\Z")
_YEAR_MONTH = re.compile(r"\s{0,9}((?:19|20)\d\d)-(\d{2})\s{0,9}\Z")
_IN_URL = re.compile(
    r"[/_.-]((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2([0-2]?\d|3[01])(?=[/_.-]|\Z|[a-z])", re.IGNORECASE
)
_WRITTEN = (_ISO, _SLASHED, _EAST, _DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _NUMBERS)
_WITH_WORDS = ((_DAY_FIRST, 3, 2, 1), (_MONTH_FIRST, 3, 1, 2), (_YEAR_FIRST, 1, 2, 3))
"""Patterns with the groups of the year, of the month's name and of the day."""
_MONTH_FIRST_PLACES = words("en-us en-ca en-ph")


def read_date(value: str, language: str = "") -> str | None:
    """Give the first date of a value as ISO 8601, ``None`` where there is none or it cannot be a publication's.

    Today's date plays no part, so that equal bytes are read alike on any day. Of numbers alone, ``06/03/2024`` is
    June for an American page and March for the others, unless only one of the two can be.
    """
    return next(dates_in(value, language), None)


def dates_in(value: str, language: str = "") -> Iterator[str]:
    """Yield the dates of a text, as ISO 8601, in the order of their forms (ISO first, bare numbers last)."""
    value = value[:LONGEST_VALUE]
    for year, month, day in _candidates(value, month_first=language.lower() in _MONTH_FIRST_PLACES):
        found = _real(year, month, day)
        if found is not None and EARLIEST <= found.year <= LATEST:
            yield found.isoformat()
    partial = _YEAR_MONTH.match(value)
    if partial and int(partial[1]) >= EARLIEST and 1 <= int(partial[2]) <= 12:  # noqa: PLR2004 - months
        yield f"{partial[1]}-{partial[2]}"


def find_date_place(text: str) -> tuple[int, int] | None:
    """Give where the first thing written like a date stands in a text, real or not."""
    spans = [match.span() for pattern in _WRITTEN if (match := pattern.search(text[:LONGEST_VALUE]))]
    return min(spans, default=None)


def date_in_url(url: str) -> str | None:
    """Give the day that a URL names in its path, as news sites have it: ``/2024/06/21/``; ``None`` for none."""
    match = _IN_URL.search(url.partition("?")[0][:2_000])
    if match is None:
        return None
    found = _real(int(match[1]), int(match[3]), int(match[4]))
    return found.isoformat() if found is not None and found.year >= EARLIEST else None


def _candidates(value: str, *, month_first: bool) -> Iterator[tuple[int, int, int]]:
    epoch = _EPOCH.match(value)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1]), tz=UTC)
        yield moment.year, moment.month, moment.day
    for pattern in (_ISO, _SLASHED, _EAST, _PACKED):
        for match in pattern.finditer(value):
            yield int(match[1]), int(match[2]), int(match[3])
    for pattern, year, name, day in _WITH_WORDS:
        for match in pattern.finditer(value):
            month = _MONTH_OF.get(match[name].lower())
            if month:
                yield int(match[year]), month, int(match[day])
    for match in _NUMBERS.finditer(value):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0  # noqa: PLR2004 - two digits
        swap = second > 12 or (month_first and match[2] == "/" and first <= 12)  # noqa: PLR2004 - months
        yield (year, first, second) if swap else (year, second, first)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
