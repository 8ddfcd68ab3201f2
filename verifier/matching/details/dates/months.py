"""Finds another month beside the same day, year or word: claim "3 May", source "3 March"."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.dates.datelines import is_month_of_issue
from verifier.matching.details.dates.days import DAYS
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import AS_GOOD, Located
from verifier.matching.rounding import is_year
from verifier.matching.terms import Term

_MONTHS = range(1, 13)
_TO_YEAR = re.compile(r",?[ ]?(?:of )?")
"""What may stand between a month and its year: "May, 2011", "May of 2011". In "in May to eleven years" there is no
year."""


def other_months(located: Located) -> tuple[Rival, ...]:
    """Give the months of the claim for which its own sentence has another one beside the same day, year or word.

    Not if the place has the claim's month beside the same, whatever it dates there ("Press release, 18 May"). Without a
    day, not if the claim's month stands in or next to that sentence: two events of one year have two months.
    """
    content = located.claim.content
    out = []
    for at, word in enumerate(content):
        beside = _beside(located, at) if word.term.kind == "month" else set()
        rival = (_rival(located, word, beside) or _of_same_day(located, at)) if beside else None
        if rival is not None:
            out.append(rival)
    return tuple(out)


def is_lost_month(located: Located, at: int) -> bool:
    """Whether the source lacks a month of the claim: by name, in digits in the place, and as the month of its issue."""
    content = located.claim.content
    word = content[at]
    if word.term.kind != "month" or word.term.key not in located.gone:
        return False
    month = int(word.term.key[1:])
    beside = {w.term.value for w in content[max(0, at - 1) : at + 3] if w.term.kind == "number"}
    lines = (located.source.line(i) for i in located.place)
    told = any(month in date and not beside.isdisjoint(date) for line in lines for date in _in_digits(line))
    return not told and not is_month_of_issue(located, month)


def _in_digits(line: list[Term]) -> Iterator[list[float]]:
    """Runs of figures in a sentence, which may be a date: "10/12/2019"."""
    for of_figures, terms in groupby(line, key=lambda t: t.kind == "number"):
        if of_figures:
            yield [t.value for t in terms]


def _beside(located: Located, at: int) -> set[str]:
    """The keys of a month's neighbours: the day or word before it ("the end of May"), and the figure behind it."""
    content = located.claim.content
    before = content[at - 1 : at] if content[at].glued else ()
    start, text = content[at].end, located.claim.text
    behind = [
        w for w in content[at + 1 : at + 2] if w.term.kind == "number" and _TO_YEAR.fullmatch(text, start, w.start)
    ]
    return {located.key(w) for w in (*before, *behind)}


def _rival(located: Located, word: ClaimWord, beside: set[str]) -> Rival | None:
    """Another month beside the same neighbours in one of the best sentences, unless the claim's stands there too."""
    bit = located.bits[word.term.key]
    dated = any(key[0] == "#" and float(key[1:]) in DAYS for key in beside)
    lines = map(located.source.line, located.place)
    if any(month.key == word.term.key for line in lines for month in _months_of(line, beside)):
        return None
    best = located.coverage[located.order[0]]
    for number in located.order[:3]:
        if located.coverage[number] < AS_GOOD * best:
            break
        near = located.masks[max(0, number - 1) : number + 2]
        if not dated and any(mask & bit for mask in near):  # if there is a day, a month nearby is of another date
            continue
        for month in _months_of(located.source.line(number), beside):
            return Rival(word=word, terms=(month,), sentence=number)
    return None


def _of_same_day(located: Located, at: int) -> Rival | None:
    """The month that the place has with the claim's day and year, unless it also has the claim's month with them.

    Day and year are enough, however little else of the claim the sentence has.
    """
    content = located.claim.content
    word, beside = content[at], content[max(0, at - 1) : at + 3]
    day = next((w for w in beside if w.term.value in DAYS), None)
    year = next((w for w in beside if is_year(w)), None)
    if day is None or year is None:
        return None
    both = {located.key(day), located.key(year)}
    told = [(*month, number) for number in located.place for month in _months_with(located.source.line(number), both)]
    if not told or any(key == word.term.key for key, _, _ in told):
        return None
    _, month, number = told[0]
    return Rival(word=word, terms=(month,), sentence=number)


def _months_with(line: list[Term], both: set[str]) -> Iterator[tuple[str, Term]]:
    """The months that stand with both keys (a day, a year) in a sentence, by name or in digits, each with its key."""
    for three in zip(line, line[1:], line[2:], strict=False):
        if both <= {t.key for t in three}:
            month = next((t for t in three if t.key not in both), min(three, key=lambda t: t.value))
            if month.kind == "month":
                yield month.key, month
            elif month.kind == "number" and month.value in _MONTHS:
                yield f"@{month.value:.0f}", month


def _months_of(line: list[Term], beside: set[str]) -> Iterator[Term]:
    """The months next to one of the given keys in a sentence, and those behind it with a day between."""
    for neighbour, month in (*pairwise(line), *pairwise(line[::-1])):
        if neighbour.key in beside and month.kind == "month":
            yield month
    for neighbour, day, month in zip(line, line[1:], line[2:], strict=False):
        if neighbour.key in beside and day.value in DAYS and month.kind == "month":
            yield month
