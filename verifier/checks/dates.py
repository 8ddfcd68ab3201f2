"""Dates that cannot be, or do not fit each other: R204 to R210, R213, A601."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from citations.dates import DateParts, PartialDate
from citations.document import Position
from citations.records import CitationRecord, Note, announces_access
from verifier.checks.base import CheckInput, at_note, at_place, listed, named
from verifier.findings import Finding, Rule, Severity

IMPOSSIBLE_DATE = Rule(
    code="R204",
    name="impossible-date",
    severity=Severity.WARNING,
    summary="a date that is not in the calendar",
    explanation="31 June does not exist: a digit is wrong, and nobody can tell which. Undated is not impossible.",
    help="look the date up on the page",
)
AMBIGUOUS_DATE = Rule(
    code="R205",
    name="ambiguous-date",
    severity=Severity.INFO,
    summary="a date that can be read as two days",
    explanation=(
        "03-06-2024 is 3 June for some readers and 6 March for others. Both readings are kept in every check. Where "
        "another date of the notes shows the order (25-06-2024), it is not reported."
    ),
    help="write the month as a word, or the date as 2024-06-03",
)
ACCESSED_BEFORE_PUBLISHED = Rule(
    code="R206",
    name="accessed-before-published",
    severity=Severity.WARNING,
    summary="the page was read before it was published",
    explanation=(
        "One of the two dates is wrong, or they stand in the other order. It is reported only where every reading of "
        "both dates says so. It errs on pages that were republished with a later date."
    ),
    help="check both dates; the order is published, then accessed",
)
DATE_AGAINST_URL = Rule(
    code="R207",
    name="date-mismatch",
    severity=Severity.WARNING,
    summary="the note's date of publication is not the one in the URL",
    explanation=(
        "News sites write the day of publication into the path. A difference of more than one day (time zones) shows a "
        "wrong month or a copied access date. A Sunday in the path is that of the printed paper, whose pieces appear "
        "some days before it; folders of uploaded files are passed over. It errs on sites that move old pages into new "
        "folders."
    ),
    help="look the date up on the page",
)
UNLABELLED_DATES = Rule(
    code="R208",
    name="unlabelled-dates",
    severity=Severity.INFO,
    summary="two dates without a word that says which is which",
    explanation="They are read as published, then accessed. A reader has to guess the same.",
    help='write "accessed" before the second date',
)
SAME_TWO_DATES = Rule(
    code="R209",
    name="same-two-dates",
    severity=Severity.INFO,
    summary="published and accessed on the same day",
    explanation="Possible, but often the access date was copied where the date of publication belongs.",
    help="look the date of publication up on the page",
)
SINGLE_DATE = Rule(
    code="R210",
    name="single-date",
    severity=Severity.INFO,
    summary="one bare date where the other notes have two",
    explanation="It cannot be told for certain whether the page was published or read on that day.",
    help="add the other date, or a word that says which one this is",
)
DATE_FORMAT = Rule(
    code="R213",
    name="date-format",
    severity=Severity.INFO,
    summary="dates are written in several ways",
    explanation=(
        "A matter of form: one way to write dates is easier to read and to sort. Days of publication and of visits are "
        "compared apart; years and months without a day are passed over, and so are short months in full (March, June) "
        "beside longer ones that are cut short, unless one as short is cut as well."
    ),
    help="write all dates of the notes in one way",
)
ARTICLE_BEFORE_SOURCE = Rule(
    code="A601",
    name="date-order",
    severity=Severity.WARNING,
    summary="the article is dated before what it cites",
    explanation=(
        "An article cannot cite what was published, or was read, after it appeared. It is reported only where every "
        "reading of the article's date says so. It errs where an article was revised and kept its first date."
    ),
    help="correct the article's date, or say when it was revised",
)

URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)")
UPLOADED = re.compile(r"/(?:uploads?|files|media|assets|attachments?)/", re.IGNORECASE)
"""Folders in which the date of a path is the day somebody laid a file there, not the one it was published on."""
_NUMERIC = re.compile(r"\s{0,3}(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\s{0,3}")
LAST_MONTH = 12
"""A greater figure of a date is a day, and shows where the days stand."""
ACCESS_WORDS = re.compile(
    r"access|retriev|visit|view|consult|abgeruf|abruf|zugriff|letzter|consultad|acess|visto|geraadpleegd|bezocht|"
    r"hämtad|läst|lest|besøgt|luettu|viitattu|дата обращения|просмотр|read on|updated|published|posted",
    re.IGNORECASE,
)
ONE_DAY_APART = 1
"""Days between note and URL that a time zone explains."""
BEFORE_SUNDAY = 4
"""Days by which a piece of a Sunday paper appears before the Sunday that its path bears; most do from Wednesday on."""


@dataclass(frozen=True, slots=True)
class DateCheck:
    """Holds the dates of notes against the calendar, each other, their URL and the article's own date."""

    rules: tuple[Rule, ...] = field(
        default=(
            IMPOSSIBLE_DATE,
            AMBIGUOUS_DATE,
            ACCESSED_BEFORE_PUBLISHED,
            DATE_AGAINST_URL,
            UNLABELLED_DATES,
            SAME_TWO_DATES,
            SINGLE_DATE,
            DATE_FORMAT,
            ARTICLE_BEFORE_SOURCE,
        )
    )

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the findings of each note, then those of the notes together."""
        notes = [note for note in given.article.notes if note.refers_to is None]
        settled = _one_order(date for note in notes for record in note.records for date in _dates(record))
        for note in notes:
            for record in note.records:
                yield from _calendar(note, record, settled=settled)
                yield from _order(note, record)
                yield from _against_url(note, record)
        yield from _unlabelled(notes)
        yield from _single(notes)
        yield from _formats(notes)
        yield from _article_date(given)


CHECK = DateCheck()


def _dates(record: CitationRecord) -> list[PartialDate]:
    return [date for date in (record.issued, record.accessed) if date is not None]


def _one_order(dates: Iterable[PartialDate]) -> bool:
    """Whether the other dates in figures tell in which order all are written: 25/03/2024 beside 03/06/2024."""
    figures = [found for date in dates if (found := _NUMERIC.fullmatch(date.raw))]
    first, second = (any(int(found[part]) > LAST_MONTH for found in figures) for part in (1, 2))
    return first is not second


def _calendar(note: Note, record: CitationRecord, *, settled: bool) -> Iterator[Finding]:
    for date in _dates(record):
        if not date.readings and re.search(r"\d", date.raw):
            yield at_note(IMPOSSIBLE_DATE, note, f"{date.raw} is not a day in the calendar ({named(note)})")
        elif date.ambiguous and not (settled and _NUMERIC.fullmatch(date.raw)):
            days = " or ".join("-".join(f"{part:02}" for part in parts) for parts in date.readings)
            yield at_note(AMBIGUOUS_DATE, note, f"{date.raw} can be read as {days} ({named(note)})")


def _order(note: Note, record: CitationRecord) -> Iterator[Finding]:
    if record.issued is None or record.accessed is None:
        return
    if _surely_before(record.accessed, record.issued):
        message = f"{named(note)} was accessed {record.accessed.raw}, before it was published {record.issued.raw}"
        yield at_note(ACCESSED_BEFORE_PUBLISHED, note, message)
    elif record.issued.parts == record.accessed.parts and len(record.issued.parts) == 3:  # noqa: PLR2004 - a full day
        message = f"{named(note)} was published and accessed on the same day, {record.issued.raw}"
        yield at_note(SAME_TWO_DATES, note, message)


def _surely_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether every reading of ``one`` lies before every reading of ``other``, at the precision both have."""
    pairs = [(mine, theirs) for mine in one.readings for theirs in other.readings]
    return bool(pairs) and all(mine[: len(theirs)] < theirs[: len(mine)] for mine, theirs in pairs)


def _against_url(note: Note, record: CitationRecord) -> Iterator[Finding]:
    match = URL_DATE.search(record.url or "")
    if match is None or record.issued is None or not record.issued.readings:
        return
    if UPLOADED.search(match.string[: match.start() + 1]):
        return
    said = tuple(int(part) for part in match.groups() if part)
    if len(said) == 2 and not match.string[match.end() :].strip("/"):  # noqa: PLR2004 - no day, and no page behind it
        return  # the fourth report of a year
    if not _in_calendar(said) or any(_near(said, reading) for reading in record.issued.readings):
        return
    message = f"{named(note)} says published {record.issued.raw}, its URL says {match[0].strip('/')}"
    yield at_note(DATE_AGAINST_URL, note, message, url=record.url or "")


def _in_calendar(parts: DateParts) -> bool:
    return 1 <= parts[1] <= 12 and (len(parts) < 3 or 1 <= parts[2] <= 31)  # noqa: PLR2004 - months and days


def _near(one: DateParts, other: DateParts) -> bool:
    """Whether the date in a path and another agree as far as both go, are a day apart, or lead up to a Sunday."""
    size = min(len(one), len(other))
    if one[:size] == other[:size]:
        return True
    if size != 3:  # noqa: PLR2004 - full days
        return False
    later = _day_number(one) - _day_number(other)
    return abs(later) <= ONE_DAY_APART or (0 < later <= BEFORE_SUNDAY and _day_number(one) % 7 == _SUNDAY)


def _day_number(parts: DateParts) -> int:
    """A running number in which the last day of any month and the first of the next are at most a few apart."""
    year, month, day = parts
    before = year - (month < 3)  # noqa: PLR2004 - the civil calendar's formula counts years from March
    return 365 * before + before // 4 - before // 100 + before // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day


_SUNDAY = _day_number((2023, 1, 1)) % 7
"""What is left of the number of a Sunday, divided by the days of a week."""


def _bare_pairs(notes: Sequence[Note]) -> list[Note]:
    """The notes with two full dates and no word beside them that says which is which."""
    return [
        note
        for note in notes
        if any(record.issued and record.accessed and not _announced(note, record) for record in note.records)
        and not ACCESS_WORDS.search(_around(note))
    ]


def _announced(note: Note, record: CitationRecord) -> bool:
    """Say whether a word beside the access date, or brackets around it, show what it is."""
    span = next((span for span in record.spans if span.field == "accessed"), None)
    return span is None or announces_access(note.raw, span.start, span.end)


def _around(note: Note) -> str:
    """The note's text without its URLs and titles, whose words say nothing about the dates."""
    text = note.raw
    cut = [span for record in note.records for span in record.spans if span.field in ("title", "URL")]
    for span in sorted(cut, key=lambda span: -span.start):
        text = text[: span.start] + " " + text[span.end :]
    return text


def _unlabelled(notes: Sequence[Note]) -> Iterator[Finding]:
    bare = _bare_pairs(notes)
    if bare:
        labels = listed(note.label for note in bare)
        message = f"two dates without a word that says which is which, in notes {labels}"
        yield at_place(UNLABELLED_DATES, bare[0].position, message, label=bare[0].label or None)


def _single(notes: Sequence[Note]) -> Iterator[Finding]:
    usual = len(_bare_pairs(notes))
    for note in notes:
        lone = [record for record in note.records if record.url and len(_dates(record)) == 1]
        if lone and usual * 2 > len(notes) and not ACCESS_WORDS.search(_around(note)):
            message = f"{named(note)} has one date, {_dates(lone[0])[0].raw}: published or accessed?"
            yield at_note(SINGLE_DATE, note, message)


_MONTH = re.compile(r"([^\W\d_]{3,})(\.?)")
_CUT_OF_FOUR = re.compile(r"(?<!\w)(?:jun|jul)(?!\w)", re.IGNORECASE)
_CUT_OF_FIVE = re.compile(r"(?<!\w)(?:mar|apr)(?!\w)", re.IGNORECASE)
"""Short months that are cut: American newspapers cut none of them, students of literature those of five letters."""
_WHOLE_IN_THREE = frozenset({"may", "mai", "maj"})


def _longest_whole(raws: Sequence[str]) -> int:
    """Give the length up to which these dates may write a month in full although they cut longer ones short."""
    letters = 5 if not any(map(_CUT_OF_FIVE.search, raws)) else 4
    return letters if not any(map(_CUT_OF_FOUR.search, raws)) else 3


def _shapes(raw: str, *, whole: int) -> tuple[str, ...]:
    """Give how a date is written, figures as 9: two ways where its month is one that may be whole or cut short."""
    figures = re.sub(r"(?<!9)99?(?!9)", "9", re.sub(r"\d", "9", raw.strip()))
    month = _MONTH.search(figures)
    if month is None:
        return (figures,)
    word = month[1].casefold()
    cut = bool(month[2]) or word == "sept" or (len(word) <= len("Jan") and word not in _WHOLE_IN_THREE)
    either = word in _WHOLE_IN_THREE or (not cut and len(word) <= whole)
    forms = ("Mon", "Month") if either else ("Mon",) if cut else ("Month",)
    return tuple(f"{figures[: month.start()]}{form}{figures[month.end() :]}" for form in forms)


def _formats(notes: Sequence[Note]) -> Iterator[Finding]:
    told: set[int] = set()
    records = [(note, record) for note in notes for record in note.records]
    for kind in (
        [(note, record.issued) for note, record in records],
        [(note, record.accessed) for note, record in records],
    ):
        dates = [(note, date) for note, date in kind if date is not None and date.is_day]
        whole = _longest_whole([date.raw for _, date in dates])
        shapes = [_shapes(date.raw, whole=whole) for _, date in dates]
        usual = Counter(shape for several in shapes for shape in several).most_common(1)
        odd = [one for one, several in zip(dates, shapes, strict=True) if usual[0][0] not in several]
        if len(odd) * 2 >= len(dates):
            continue
        for note, date in odd:
            if id(note) not in told:
                told.add(id(note))
                yield at_note(DATE_FORMAT, note, f"{named(note)} writes a date as “{date.raw}”, unlike the others")


def _article_date(given: CheckInput) -> Iterator[Finding]:
    published = given.article.published
    if published is None or not published.readings:
        return
    late = [
        (note, date)
        for note in given.article.notes
        for record in note.records
        for date in _dates(record)
        if date.readings and _surely_before(published, date)
    ]
    if late:
        note, date = max(late, key=lambda pair: pair[1].parts)
        position = Position(line=given.article.published_line or 1, column=1)
        message = f"the article is dated {published.raw}, but {named(note)} is of {date.raw}"
        yield at_place(ARTICLE_BEFORE_SOURCE, position, message)
