"""Years that the source gives in another way: "three years later", a century, the second of "1970-72", "last year"."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import low_behind
from verifier.matching.details.dates.datelines import issue_years
from verifier.matching.locate import Located
from verifier.matching.numbers import ONES, count_of, looks_like_year
from verifier.matching.rounding import decade, hedge_of, is_year, may_stand_for
from verifier.matching.stems import stem
from verifier.matching.terms import term_of

RELATIVE_YEAR = re.compile(
    r"\b(?:last|this|next|following|previous|same|that) year\b"
    r"|\b(?:last|this|next|that) (?:spring|summer|autumn|fall|winter)\b"
    r"|\b(?:a|one|the) year (?:later|earlier|before|after)\b|\byear-on-year\b"
)
"""A year that a source gives relative to its own or to another one, in lower case."""
_YEARS = {"year": 1, "decade": 10, "centur": 100}
"""The beginnings of words for spans of years, each with its years."""
_YEARS_AWAY = re.compile(
    rf"\b(?P<count>a|{'|'.join(ONES)}|\d{{1,2}}) (?P<span>{'|'.join(_YEARS)})(?:y|ies|s)? "
    r"(?P<way>earlier|before|later|after)\b"
)
_YEARS_PAST = re.compile(
    rf"\b(?P<last>(?:past|last) )?(?P<count>a|{'|'.join(ONES)}|\d{{1,2}}) "
    rf"(?P<span>{'|'.join(_YEARS)})(?:y|ies|s)?(?(last)| ago)\b"
)
"""A span of years that a source counts back from its own year: "six years ago", "for the past nine years"."""
_LASTING = re.compile(rf"\bfor (?P<count>{'|'.join(ONES)}|\d{{1,2}}) years\b")
_ENDING = re.compile(r"\b(?:until|till|closed in|ended in|to) (\d{4})\b")
_BEGINNING = re.compile(r"\b(?:from|since|in) (\d{4})\b")
"""The length of a span of years, and a year that may be its end or its beginning."""
_CENTURY, _DECADE, _YEAR = stem("century"), stem("decades"), stem("years")
_BORN = re.compile(r"\bborn\b[^.;]{0,60}?\b(1\d\d\d|20\d\d)\b")
MOST_BIRTHS = 20
"""Most births of a source from which an age is counted."""
_WAS = term_of("was").key
"""In "was 29 when" the figure is an age."""
_AGED = frozenset(map(stem, ("aged", "age")))
"""Beside a figure they make it an age."""


def in_short(located: Located, word: ClaimWord) -> bool:
    """Whether the source has a year as the second one of a span: 1972 in "1970-72"."""
    value = word.term.value
    return looks_like_year(value) and f"{int(value) % 100:02d}" in located.source.short_years


def within_years(located: Located, at: int) -> bool:
    """Whether the place has a year of the century that the claim names, or its best sentence one of the decade.

    1834 is in "the 1830s", 1743 is "eighteenth-century". "The 19th century" stands for "the 1800s".
    """
    content = located.claim.content
    named = content[at].term.value
    if _CENTURY in (w.term.key for w in content[at + 1 : at + 2]):
        years, where = range(int(named) * 100 - 99, int(named) * 100 + 1), located.place
    else:
        years, where = decade(content[at]), located.order[:1]
    if any(t.value in years for i in where for t in located.source.line(i)):
        return True
    hundreds = content[at].surface.endswith("00s")
    lines = (pairwise(located.source.line(i)) for i in located.place if hundreds)
    return any(one.value * 100 == named + 100 and other.key == _CENTURY for line in lines for one, other in line)


def counted_from(located: Located, word: ClaimWord) -> bool:
    """Whether the place gives a year of the claim by counting from another year that the source has.

    "Three years later" counts on and "earlier" back. "Three years before" or "after" may count either way.
    """
    if not is_year(word):
        return False
    year = int(word.term.value)
    sentences = map(located.source.sentence, located.place)
    for low in (s.lower() for s in sentences if any(f" {span}" in s for span in _YEARS)):
        if year in (*_ends_of_spans(low), *_counted_back(located, low)):
            return True
        for told in _YEARS_AWAY.finditer(low):
            away = count_of(told["count"]) * _YEARS[told["span"]]
            counted_from_years = {"later": (year - away,), "earlier": (year + away,)}
            if located.source.has(*map(str, counted_from_years.get(told["way"], (year - away, year + away)))):
                return True
    return False


def _counted_back(located: Located, low: str) -> Iterator[int]:
    """The years that a sentence gives by counting back from the source's own year ("six years ago")."""
    for told in _YEARS_PAST.finditer(low):
        away = count_of(told["count"]) * _YEARS[told["span"]]
        yield from (issued - away for issued in issue_years(located))


def _ends_of_spans(low: str) -> Iterator[int]:
    """The other end of each span of years whose length and one end a sentence has: 1968 for "28 years, until 1996"."""
    for told in _LASTING.finditer(low):
        years = count_of(told["count"])
        yield from (int(end) - years for end in _ENDING.findall(low))
        yield from (int(start) + years for start in _BEGINNING.findall(low))


def between_years(located: Located, at: int) -> bool:
    """Whether the place has two years as far apart as the claim says ("for 29 years", "aged 73", "four decades").

    For an age one of the two may be the year of a birth anywhere in the source, and a year less will do: the birthday
    may have been still to come.
    """
    words, content = located.claim.words, located.claim.content
    word = content[at]
    beside = [w.term.key for w in content[at + 1 : at + 2]]
    before = [w.term.key for w in words if w.end <= word.start][-2:]
    aged = not _AGED.isdisjoint((*before, *beside)) or (before[-1:] == [_WAS] and low_behind(located, word) == "when")
    in_decades = _DECADE in beside
    if not (aged or in_decades or _YEAR in beside):
        return False
    hedge = hedge_of(located.claim, word)
    told = [t.value for i in located.place for t in located.source.line(i) if looks_like_year(t.value)]
    spans = [abs(other - one) for one, other in combinations(told, 2)]
    if in_decades:
        spans = [round(span / _YEARS["decade"]) for span in spans]
    if aged:
        births = [float(year) for year in _BORN.findall(located.source.lowered)[:MOST_BIRTHS]]
        spans += [year - birth for birth in births for year in told]
        spans += [span - 1 for span in spans]
    return any(span == word.term.value or may_stand_for(word, span, hedge) for span in spans)


def year_otherwise(located: Located, year: int) -> bool:
    """Whether a source of about that time gives the year relative to its own ("last year")."""
    if _is_of_about(located, year):
        return any(RELATIVE_YEAR.search(located.source.sentence(i).lower()) for i in located.place)
    return False


def year_of_month(located: Located, at: int) -> bool:
    """Whether a source of about that time has the claim's month without a year: news leaves its own year out."""
    content = located.claim.content
    month = content[at - 1] if at and content[at].glued else None
    if month is None or month.term.kind != "month":
        return False
    year, key = int(content[at].term.value), month.term.key
    if not _is_of_about(located, year):
        return False
    around = [
        line[max(0, i - 2) : i + 3]
        for line in (located.source.line(number) for number in located.place)
        for i, term in enumerate(line)
        if term.key == key
    ]
    return bool(around) and not any(looks_like_year(t.value) for line in around for t in line)


def _is_of_about(located: Located, year: int) -> bool:
    """Whether the source names the year before or after the given one, or appeared in one of them."""
    beside = (year - 1, year + 1)
    return located.source.has(*map(str, beside)) or not issue_years(located).isdisjoint(beside)
