"""Dates that a source gives relative to its own date: "yesterday" in a story of 5 February is 4 February.

News leaves out its own year, and its month where it is clear. The source's own date comes from note and page, or from a
dateline in its text.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import chain, pairwise

from citations.dates import DAY_PARTS
from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.dates.days import DAYS
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.rounding import is_year
from verifier.matching.terms import WEEK, Term, term_of

LONGEST = 60
"""Most characters of a dateline, which may hold "Published", a weekday and the hour besides the date."""
LINES = 400
"""Sentences from the top of a page in which its date is looked for. It stands at the top or below the story."""

_SINCE = term_of("since").key
_UNDATED = 4
"""Stands for the year of a date without one: a leap year, and earlier than any year that counts as one in a text."""
_WEEKDAYS = tuple(map(str.lower, WEEK))
MONTHS_OF_A_YEAR = 12
_WEEK = timedelta(days=len(_WEEKDAYS))
_BEFORE = {"yesterday": 1, "last night": 1, "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0}
"""Words for a day, each with how many days before the story's date it lies."""
_RELATIVE = re.compile(rf"\b(?:{'|'.join((*_BEFORE, *_WEEKDAYS))})\b")
"""A word for a day, in lower case."""
_DATE = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\b")
"""What may be a date: a quick test before the words of a line are read."""


def told_by_dateline(located: Located, at: int) -> bool:
    """Whether the place gives a day of the claim relative to the story's date: "yesterday", "on Monday".

    The day on which the source appeared, by note or page, needs no such word.
    """
    content = located.claim.content
    day = _date_of([w.term for w in content[max(0, at - 2) : at + 3]])
    if day is None or content[at].term.value != day.day:
        return False
    if (day.year, day.month, day.day) in located.origin.issued and not names_other_year(located):
        return True
    words = {w for i in located.place for w in _RELATIVE.findall(located.source.sentence(i).lower())}
    return bool(words) and any(
        (told.month, told.day) == (day.month, day.day) and (_UNDATED in (story.year, day.year) or told.year == day.year)
        for story in _datelines(located)
        for told in _days_of(story, words)
    )


def _days_of(story: date, words: set[str]) -> Iterator[date]:
    """The days that the words mean in a story of the given date. A weekday may be the last one or the one after it."""
    for word in words:
        if word in _BEFORE:
            yield story - timedelta(days=_BEFORE[word])
        else:
            last = story - timedelta(days=(story.weekday() - _WEEKDAYS.index(word)) % len(_WEEKDAYS))
            yield from (last, last + _WEEK)


def _datelines(located: Located) -> Iterator[date]:
    """The source's dates by note and page, then the dates in short lines that hold hardly anything else."""
    for parts in located.origin.issued:
        if len(parts) == DAY_PARTS:
            with suppress(ValueError):  # no such day
                yield date(*parts)
    source = located.source
    for start, end in source.spans[:LINES]:
        line = source.folded.text[start:end]
        if len(line) <= LONGEST and _DATE.search(line):
            told = _date_of([term_of(w) for w in line.replace(",", " ").split()])
            if told is not None:
                yield told


def told_by_issue(located: Located, word: ClaimWord) -> bool:
    """Whether a year of the claim is the source's own and its best sentence names no other: news leaves it out."""
    return is_year(word) and word.term.value in issue_years(located) and not names_other_year(located)


def is_month_of_issue(located: Located, month: int) -> bool:
    """Whether the source appeared in the given month or the one before or after it, by note, page or dateline."""
    noted = (parts[1] for parts in located.origin.issued if len(parts) > 1)
    told = chain(noted, (story.month for story in _datelines(located)))
    return any((month - issued) % MONTHS_OF_A_YEAR in (0, 1, MONTHS_OF_A_YEAR - 1) for issued in told)


def names_other_year(located: Located) -> bool:
    """Whether the best sentence names a year that the claim lacks. "Since 2015" does not count: it lasts up to now."""
    line = [term for number in located.order[:1] for term in located.source.terms(number)]
    return any(
        looks_like_year(term.value) and term.key not in located.bits and before.key != _SINCE
        for before, term in pairwise(line)
    )


def issue_years(located: Located) -> set[int]:
    """Give the years in which the source appeared, by note and page."""
    return {parts[0] for parts in located.origin.issued}


def _date_of(terms: list[Term]) -> date | None:
    """The date in some terms: the first month, a day beside it, and a year if there is one. ``None`` without a day."""
    month = next((i for i, t in enumerate(terms) if t.kind == "month"), None)
    if month is None:
        return None
    beside = (*terms[max(0, month - 1) : month], *terms[month + 1 : month + 2])
    day = next((t.value for t in beside if t.value in DAYS), None)
    year = next((t.value for t in terms if looks_like_year(t.value)), _UNDATED)
    try:
        return None if day is None else date(int(year), int(terms[month].key[1:]), int(day))
    except ValueError:
        return None
