"""Finds whether a reader can reckon the claim's figure from two others of the source: a difference, a sum, a share."""

import math
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice, pairwise, permutations, product
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import low_behind
from verifier.matching.details.dates.days import is_day_in
from verifier.matching.details.figures.fractions import WHOLE, shares
from verifier.matching.details.figures.measures import PERCENT
from verifier.matching.locate import Located
from verifier.matching.numbers import MULTIPLES, is_ordinal, looks_like_year
from verifier.matching.opposites import FALLING, RISING
from verifier.matching.rounding import Hedge, hedge_of, is_year, may_stand_for
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import listed

SENTENCES = 3
"""How many of the best sentences are reckoned with. A text can give the two figures in different sentences."""
SMALL = 10
"""The largest number that is reckoned from one sentence only. Any text has two small numbers that far apart."""
LARGE = 100
"""A number above this that is exactly the sum of two figures of one sentence of the place is no coincidence."""
PART_AND_WHOLE = 2
"""If a sentence has just so many counts, one may be a share of the other. With more there are too many pairs."""
MOST_FIGURES = 8
"""Most figures of a sentence that are reckoned with. A table has many, and any two of them make a third."""

COMPARING = (
    frozenset(
        listed(
            """by more less fewer added adds off took takes short ahead behind above below further extra longer shorter
            still left leaves leaving remaining remain remains shortfall wrong within
            difference gap margin between lead later earlier older younger slower faster higher lower
            better worse saved cheaper dearer lost lose loses losing up down
            mehr weniger höher niedriger billiger teurer älter jünger später früher unterschied vorsprung rückstand
            plus moins écart différence avance retard más menos diferencia più meno differenza"""
        )
    )
    | RISING
    | FALLING
)
"""Words in a claim whose figure may be a difference, in English, German, French, Spanish and Italian."""
_TIMES = frozenset(("times", "fold"))
"""Words behind a figure that says how many times as much something is."""


class Figure(NamedTuple):
    """A figure of a sentence. ``percent``: it is followed by "per cent"."""

    value: float
    percent: bool


def is_reckoned(located: Located, at: int) -> bool:
    """Whether a reader can reckon the claim's figure from two figures of its best sentences.

    The claim's figure may be their difference, if the claim compares ("six miles further" for 22 and 16); their sum
    (seven for two and five in one sentence); a share of one of them (700,000 for a third of 2.1 million); the share
    that one is of the other; or how many times one is the other. Never an ordinal, a year or a day.
    """
    content = located.claim.content
    word = content[at]
    if is_ordinal(word.low) or is_year(word) or is_day_in([w.term for w in content], at):
        return False
    if _is_of_own(located, word):
        return True
    best = dict.fromkeys((*located.order[:SENTENCES], *located.chosen))
    told = [figures_of(located, number) for number in best]
    if not COMPARING.isdisjoint(located.claim.low) and _is_gap(located, word, told):
        return True
    if _counts_times(located, word):
        return _is_factor(located, word, told)
    summed = told if word.term.key in located.gone else told[:1]
    if word.term.key in located.gone and word.term.value > LARGE:
        summed = [*told, *(figures_of(located, number) for number in located.place)]
    if any(_equal(one.value + other.value, word) for figures in summed for one, other in _added(figures, word)):
        return True
    per_cent = PERCENT in (w.term.key for w in content[at + 1 : at + 2])
    return _is_share(located, word, told) if per_cent else _is_part(located, word, told)


def _is_of_own(located: Located, word: ClaimWord) -> bool:
    """Whether the figure is sum or difference of two others of the claim that the place has too.

    "28 cars: 26 entries and two wildcards" stands for the source's 26 and two.
    """
    told = [w for w in located.claim.content if w.term.kind == "number" and located.bits[w.term.key] & located.here]
    pairs = combinations([w.term.value for w in told[:MOST_FIGURES]], 2)
    return any(_equal(first + second, word) or _equal(abs(first - second), word) for first, second in pairs)


def _equal(value: float, word: ClaimWord) -> bool:
    """Whether a value is the claim's figure, but for errors of floating point (3.6 - 3.2 is 0.4)."""
    return math.isclose(value, word.term.value)


def _added(told: Sequence[Figure], word: ClaimWord) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of a sentence's figures that may be added up: neighbours, and for a large sum any two large ones."""
    yield from pairwise(told)
    if word.term.value > SMALL:
        yield from combinations((figure for figure in told if figure.value > SMALL), 2)


def _pairs(told: list[list[Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures in the best sentence, then those of two large figures of one sort in different sentences.

    Small numbers stand in every sentence, so that any small difference can be found between two of them.
    """
    yield from combinations(told[0], 2)
    for figures, others in combinations(told, 2):
        large = product((f for f in figures if f.value > SMALL), (f for f in others if f.value > SMALL))
        yield from ((a, b) for a, b in large if a.percent == b.percent)


def _is_gap(located: Located, word: ClaimWord, told: list[list[Figure]]) -> bool:
    """Whether the claim's figure is the difference of two figures.

    A difference with a decimal may also be that of another figure of the claim and one of any of these sentences ("5.6
    points better than last year's 37 per cent").
    A rounded difference counts for the best sentence, for a large one also between sentences. In the other sentences
    only an exact difference counts, or a hedged large one ("about 40").
    """
    hedge, large = hedge_of(located.claim, word), word.term.value > SMALL
    pairs = _pairs(told) if large else combinations(told[0], 2)
    gaps = [abs(a.value - b.value) for a, b in pairs]
    if not word.term.value.is_integer():
        mine = [w.term.value for w in located.claim.content if w.figure and w is not word]
        gaps += [abs(a - b.value) for a in mine for b in chain.from_iterable(told)]
    if any(_equal(gap, word) or may_stand_for(word, gap, hedge) for gap in gaps):
        return True
    within = (abs(a.value - b.value) for figures in told for a, b in combinations(figures, 2))
    roughly = large and hedge is not Hedge.NONE
    return any(_equal(gap, word) or (roughly and may_stand_for(word, gap, hedge)) for gap in within)


def _counts_times(located: Located, word: ClaimWord) -> bool:
    """Whether a figure says how many times as much something is ("three times", "twice")."""
    return low_behind(located, word) in _TIMES or word.low in MULTIPLES


def _is_factor(located: Located, word: ClaimWord, told: list[list[Figure]]) -> bool:
    """Whether one of two figures is the other times the claim's: 40 is "more than three times" 12."""
    hedge = _roughly(hedge_of(located.claim, word))
    factors = (max(pair).value / min(pair).value for pair in _pairs(told))
    return any(may_stand_for(word, factor, hedge) for factor in factors)


def _is_share(located: Located, word: ClaimWord, told: list[list[Figure]]) -> bool:
    """Whether a sentence has two counts of which one is this share of the other ("of 2.7 million, 1.9 was insured").

    One of the two must be a figure of the claim, or the sentence must have no other count. If the claim compares, the
    share may also be the change from one count of the best sentence to the next.
    """
    hedge = _roughly(hedge_of(located.claim, word))
    counts = [[f.value for f in figures if not f.percent] for figures in told]
    said = {w.term.value for w in located.claim.content if w.figure and w is not word}
    with_said = (pair for values in counts for pair in combinations(values, 2) if not said.isdisjoint(pair))
    pairs = (*with_said, *(pair for pair in counts if len(pair) == PART_AND_WHOLE))
    if any(may_stand_for(word, WHOLE * min(pair) / max(pair), hedge) for pair in pairs):
        return True
    changes = [] if COMPARING.isdisjoint(located.claim.low) else [(a, b) for a, b in pairwise(counts[0]) if a and b]
    return any(may_stand_for(word, WHOLE * abs(a - b) / base, hedge) for a, b in changes for base in (a, b))


def _is_part(located: Located, word: ClaimWord, told: list[list[Figure]]) -> bool:
    """Whether the claim's figure is a share that the source gives of another figure: 855,000 for 45% of 1.9 million.

    A share in words ("two thirds") is a rough one.
    """
    hedge = hedge_of(located.claim, word)
    sentences = map(located.source.sentence, located.order[:SENTENCES])
    in_words = [share / WHOLE for sentence in sentences for _, _, share in shares(sentence)]
    roughly = (share * figure.value for share in in_words for figure in chain.from_iterable(told))
    if any(may_stand_for(word, part, _roughly(hedge)) for part in roughly):
        return True
    pairs = (pair for figures in told for pair in permutations(figures, 2))
    parts = (a.value * b.value / WHOLE for a, b in pairs if a.percent and not b.percent)
    return any(_equal(part, word) or (hedge is not Hedge.NONE and may_stand_for(word, part, hedge)) for part in parts)


def _roughly(hedge: Hedge) -> Hedge:
    """The hedge of a reckoned figure, or of one in words: "about" if the claim has none."""
    return Hedge.ABOUT if hedge is Hedge.NONE else hedge


def figures_of(located: Located, number: int) -> list[Figure]:
    """Give the first ``MOST_FIGURES`` figures of a sentence, in order, without days, years and ordinals ("third")."""
    terms = [(word, term) for word in located.source.words(number) if (term := term_of(word)).kind != "stop"]
    told = (
        Figure(term.value, beside.key == PERCENT)
        for (word, term), (_, beside) in pairwise([*terms, *terms[-1:]])
        if term.value > 0 and beside.kind != "month"
        if not is_ordinal(word.lower()) and ("," in word or not looks_like_year(term.value))
    )
    return list(islice(told, MOST_FIGURES))
