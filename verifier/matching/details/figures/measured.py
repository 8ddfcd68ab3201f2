"""Measures told in another way: "half an hour" for 30 minutes, "two years and four months", "the first quarter"."""

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
"""Share by which a measure in two units may differ from the same in one."""

_PARTS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "three-quarters": 0.75}
_ONE_OF = re.compile(r"\ban? (\w{1,20})(?: and a (half|quarter))?")
_PART_OF_ONE = re.compile(r"\b(half|quarter|three[ -]quarters) (?:of )?(?:an? )?(\w{1,20})")
_YEAR = "year"
_SPANS = (
    (re.compile(r"\byear (?:to|ended|ending)\b"), 12),
    (re.compile(r"\b(?:first|second) half\b"), 6),
    (re.compile(r"\b(?:first|second|third|fourth|last) quarter\b"), 3),
)
"""Spans of a year as businesses name them, each with its months."""
_MONTH = "|".join(name for name in MONTHS if len(name) > len("mar") or name == "may")
_FROM_TO = re.compile(rf"\b(?:from|between) ({_MONTH}) (?:to|and|until|till|through) ({_MONTH})\b")
_OF_A_YEAR = 12


def told_in_other_units(located: Located, at: int) -> bool:
    """Whether the place tells a measure of the claim in another unit or in several ("20 years" for two decades)."""
    content = located.claim.content
    unit = content[at + 1].term.key if at + 1 < len(content) else ""
    if unit not in UNITS:
        return False
    plain = [measure for i in located.place for measure in _counted(located, i)]
    worded = [measure for i in located.place for measure in _worded(located, i)]
    for first in (at, at - 2):  # of a measure in two units it may be the larger or the smaller
        joined = next(_joined([w.term for w in content[max(0, first) : first + 4]]), None) if first >= 0 else None
        if joined and any(abs(_in_unit(*one, joined[1]) - joined[0]) < WITHIN * joined[0] for one in plain + worded):
            return True
    values = (*(converted(*one, unit) or 0.0 for one in plain), *(_in_unit(*one, unit) for one in worded))
    hedge = hedge_of(located.claim, content[at])
    roughly = Hedge.ABOUT if hedge is Hedge.NONE else hedge
    return any(may_stand_for(content[at], value, roughly) for value in values if value)


def _in_unit(value: float, unit: str, to: str) -> float:
    """A measure in another unit, or in its own; 0.0 where the two cannot be compared."""
    return value if are_same(unit, to) else converted(value, unit, to) or 0.0


def _counted(located: Located, number: int) -> Iterator[tuple[float, str]]:
    """The figures of a sentence, each with the key of the word behind it."""
    yield from ((one.value, other.key) for one, other in pairwise(located.source.line(number)) if one.kind == "number")


def _worded(located: Located, number: int) -> Iterator[tuple[float, str]]:
    """The measures that a sentence tells in several words: "a decade" is one, "a year and a half" 1.5."""
    low = located.source.sentence(number).lower()
    yield from _joined(located.source.line(number))
    yield from ((1.0 + _PARTS.get(more, 0.0), stem(word)) for word, more in _ONE_OF.findall(low))
    yield from ((_PARTS[part], stem(word)) for part, word in _PART_OF_ONE.findall(low))
    yield from ((months / _OF_A_YEAR, _YEAR) for span, months in _SPANS if span.search(low))
    for first, last in _FROM_TO.findall(low):
        yield ((MONTHS[last] - MONTHS[first]) % _OF_A_YEAR + 1) / _OF_A_YEAR, _YEAR
    for _, end, value in spelled_numbers(low):
        yield from ((value, stem(word)) for word in WORD.findall(low, end)[:1])


def _joined(line: Sequence[Term]) -> Iterator[tuple[float, str]]:
    """The measures that a text gives in two units ("two years and four months"), in the larger one."""
    for one, unit, other, smaller in zip(line, line[1:], line[2:], line[3:], strict=False):
        if one.kind == "number" and other.kind == "number":
            more = converted(other.value, smaller.key, unit.key)
            if more is not None and more < 1:
                yield one.value + more, unit.key
