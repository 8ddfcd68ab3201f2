"""Checks values against their times: "30,601 in 2022" is wrong if the source has "941 in 2022, 30,601 in 2023"."""

from collections.abc import Iterator, Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.dates.days import is_day_in
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import NEARLY_AS_GOOD, Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.rounding import Hedge, is_year, may_stand_for
from verifier.matching.terms import Term

FEWEST = 2
"""Least values with their times that make a series. A sentence with one alone may just not mention the claim's."""
REACH = 2
"""Words of weight from a value to its time, at most: "92 percent in 2019"."""
Pair = tuple[Term, Term]
"""A value and its time (a year or a month)."""


def other_times(located: Located) -> tuple[Rival, ...]:
    """Give the times of the claim whose value belongs to another time in a series of the claim's own sentence.

    The claim's time must stand in that series too, with another value.
    """
    said = list(_said(located.claim.content))
    if not said:
        return ()
    least = NEARLY_AS_GOOD * located.coverage[located.order[0]]
    out = []
    for number in (i for i in located.place if located.coverage[i] >= least):
        series = list(_series(located.source.line(number)))
        if len(series) < FEWEST:
            continue
        for value, time in said:
            times = [t for v, t in series if v.key == value.term.key or may_stand_for(value, v.value, Hedge.ABOUT)]
            if times and time.term.key in {t.key for _, t in series} - {t.key for t in times}:
                out.append(Rival(word=time, terms=(times[0],), sentence=number))
    return tuple(out)


def _said(content: Sequence[ClaimWord]) -> Iterator[tuple[ClaimWord, ClaimWord]]:
    """The values of the claim with their times. If the claim has one of each, they may stand apart."""
    terms = [w.term for w in content]
    values = [w for at, w in enumerate(content) if w.figure and not is_year(w) and not is_day_in(terms, at)]
    times = [w for w in content if is_year(w) or w.term.kind == "month"]
    if len(values) == len(times) == 1:
        yield values[0], times[0]
        return
    for at, word in enumerate(content):
        if word in values:
            behind = [w for w in content[at + 1 : at + 1 + REACH] if w in times or w in values]
            if behind and behind[0] in times:
                yield word, behind[0]


def _series(line: Sequence[Term]) -> Iterator[Pair]:
    """The values of a sentence with the time behind each."""
    for at, term in enumerate(line):
        if term.kind != "number" or looks_like_year(term.value) or is_day_in(line, at):
            continue
        for other in line[at + 1 : at + 1 + REACH]:
            if other.kind == "month" or looks_like_year(other.value):
                yield term, other
            if other.kind in {"number", "month"}:
                break
