"""Measures given in another unit or in words: "half an hour" for 30 minutes, "two years and four months"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.matching.details.figures.measures import UNITS, are_same, converted
from verifier.matching.locate import Located
from verifier.matching.numbers import MONTHS, spelled_numbers
from verifier.matching.rounding import Hedge, hedge_of, may_stand_for
from verifier.matching.stems import stem
from verifier.matching.terms import WORD, Term

WITHIN = 0.01
"""Share by which a measure in two units may differ from the same measure in one unit."""

_Measure = tuple[float, str]
"""A value and the key of its unit."""

_PARTS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "three-quarters": 0.75}
_ONE_OF = re.compile(r"\b(?:an?|the (?:past|last|previous)) (\w{1,20})(?: and a (half|quarter))?")
"""One of a unit, perhaps with a part of another: "a decade", "a year and a half"."""
_PART_OF_ONE = re.compile(r"\b(half|quarter|three[ -]quarters) (?:of )?(?:an? )?(\w{1,20})")
"""A part of a unit: "half an hour"."""
_YEAR = "year"
_SPANS = (
    (re.compile(r"\byear (?:to|ended|ending)\b"), 12),
    (re.compile(r"\b(?:first|second) half\b"), 6),
    (re.compile(r"\b(?:first|second|third|fourth|last) quarter\b"), 3),
)
"""Parts of a year as businesses name them, each with its length in months."""
_MONTH = "|".join(name for name in MONTHS if len(name) > len("mar") or name == "may")
_FROM_TO = re.compile(rf"\b(?:from|between) ({_MONTH}) (?:to|and|until|till|through) ({_MONTH})\b")
"""A span of months, both included: "from March to May" are three."""
_MONTHS_OF_A_YEAR = 12


def told_in_other_units(located: Located, at: int) -> bool:
    """Whether the place gives a measure of the claim in another unit or in several ("20 years" for "two decades")."""
    content = located.claim.content
    unit = content[at + 1].term.key if at + 1 < len(content) else ""
    if unit not in UNITS:
        return False
    in_figures = [measure for i in located.place for measure in _counted(located, i)]
    in_words = [measure for i in located.place for measure in _worded(located, i)]
    for first in (at, at - 2):  # the figure may be the larger or the smaller part of a measure in two units
        joined = next(_joined([w.term for w in content[first : first + 4]]), None) if first >= 0 else None
        if joined and any(_is_same_measure(measure, joined) for measure in in_figures + in_words):
            return True
    values = (*(converted(*m, unit) or 0.0 for m in in_figures), *(_in_unit(*m, unit) for m in in_words))
    hedge = hedge_of(located.claim, content[at])
    roughly = Hedge.ABOUT if hedge is Hedge.NONE else hedge
    return any(may_stand_for(content[at], value, roughly) for value in values if value)


def _is_same_measure(told: _Measure, said: _Measure) -> bool:
    """Whether a measure of the source is the claim's, but for a share of ``WITHIN``."""
    value, unit = said
    return abs(_in_unit(*told, unit) - value) < WITHIN * value


def _in_unit(value: float, unit: str, to: str) -> float:
    """The value of a measure in the unit ``to``, 0.0 if the two units cannot be compared."""
    return value if are_same(unit, to) else converted(value, unit, to) or 0.0


def _counted(located: Located, number: int) -> Iterator[_Measure]:
    """The figures of a sentence, each with the key of the word behind it."""
    line = located.source.line(number)
    yield from ((term.value, behind.key) for term, behind in pairwise(line) if term.kind == "number")


def _worded(located: Located, number: int) -> Iterator[_Measure]:
    """The measures that a sentence gives in words: "a decade" is one, "a year and a half" 1.5 years."""
    low = located.source.sentence(number).lower()
    yield from _joined(located.source.line(number))
    yield from ((1.0 + _PARTS.get(more, 0.0), stem(word)) for word, more in _ONE_OF.findall(low))
    yield from ((_PARTS[part], stem(word)) for part, word in _PART_OF_ONE.findall(low))
    yield from ((months / _MONTHS_OF_A_YEAR, _YEAR) for span, months in _SPANS if span.search(low))
    for first, last in _FROM_TO.findall(low):
        yield ((MONTHS[last] - MONTHS[first]) % _MONTHS_OF_A_YEAR + 1) / _MONTHS_OF_A_YEAR, _YEAR
    for _, end, value in spelled_numbers(low):
        yield from ((value, stem(word)) for word in WORD.findall(low, end)[:1])


def _joined(line: Sequence[Term]) -> Iterator[_Measure]:
    """The measures that a text gives in two units ("two years and four months"), in the larger unit."""
    for count, unit, second, smaller in zip(line, line[1:], line[2:], line[3:], strict=False):
        if count.kind == "number" and second.kind == "number":
            more = converted(second.value, smaller.key, unit.key)
            if more is not None and more < 1:
                yield count.value + more, unit.key
