"""Finds another unit or currency with the same figure: claim "26 months", source "26 weeks"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.measured import told_in_other_units
from verifier.matching.details.figures.measures import MONEY, PERCENT, UNITS, are_rivals
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import NEARLY_AS_GOOD, SPEAKS_OF_IT, Located
from verifier.matching.numbers import is_ordinal
from verifier.matching.rounding import hedge_of, may_stand_for
from verifier.matching.terms import LETTERED_SCALES, Term, term_of

_SHARE = re.compile(
    r"\b(?P<figure>\w{1,20}(?:[.,]\w{1,20}){0,5})[ -]?(?:%|per ?cent(?:age)?\b)(?P<points>[ -]points?\b)?"
)
"""A figure in per cent, or in percentage points."""


def other_units(located: Located) -> tuple[Rival, ...]:
    """Give the units of the claim for which its own sentences have the same figure with another unit of the same kind.

    A figure that they also have with the claim's own unit, or another spelling of it, has no rival. A person decides
    if the place gives the same in other units ("the past decade" for "ten years", whatever else took ten hours), or if
    the claim itself has the figure with both units ("for two hours, two weeks before the vote").
    """
    out = []
    pairs = list(_with_units(located))
    for figure, unit in pairs:
        told = list(_units_at(located, figure))
        if told and all(are_rivals(unit.term.key, term.key) for term, _ in told):
            term, number = told[0]
            others = {u.term.key for f, u in pairs if f.term.key == figure.term.key and u is not unit}
            in_both = any(term.key in others for term, _ in told)
            sure = located.covers(number, SPEAKS_OF_IT) and not in_both and not _is_told_in_others(located, figure)
            out.append(Rival(word=unit, terms=(term,), sentence=number, sure=sure))
    return tuple(out)


def _is_told_in_others(located: Located, figure: ClaimWord) -> bool:
    """Whether the place gives a figure with its unit in other units."""
    at = next((i for i, word in enumerate(located.claim.content) if word.start == figure.start), None)
    return at is not None and told_in_other_units(located, at)


def _with_units(located: Located) -> Iterator[tuple[ClaimWord, ClaimWord]]:
    """The figures of the claim, each with the unit behind it or the sign of money before it."""
    words = (w for w in located.claim.words if w.weight or w.term.key in UNITS)  # one letter weighs nothing: "10 g"
    for word, behind in pairwise(words):
        clock = located.claim.text[max(0, word.start - 1) : word.start] == ":"
        counts = not clock and not is_ordinal(word.low)  # "6:56 hours", "at the eleventh hour"
        figure = word.figure or word.low in LETTERED_SCALES  # "a hundred yards"
        with_unit = behind.glued and behind.term.key in UNITS and behind.term.key != PERCENT
        if figure and counts and with_unit:
            yield word, behind
        elif behind.figure and word.end == behind.start and word.term.key in UNITS:
            yield behind, word


def _units_at(located: Located, figure: ClaimWord) -> Iterator[tuple[Term, int]]:
    """The units behind a figure and the signs of money before it, each with the number of its sentence.

    Read in the sentences nearly as good as the best one. For a figure in digits those chosen as evidence do, too.
    """
    hedge = hedge_of(located.claim, figure)
    least = NEARLY_AS_GOOD * located.coverage[located.order[0]]
    evidence = located.chosen if figure.surface[0].isdigit() else ()
    for number in (i for i in located.place if located.coverage[i] >= least or i in evidence):
        line = located.source.line(number)
        for at, term in enumerate(line):
            if term.key == figure.term.key or may_stand_for(figure, term.value, hedge):
                yield from ((unit, number) for unit in _behind(line, at) if unit.key in UNITS)
                yield from ((sign, number) for sign in line[max(0, at - 1) : at] if sign.key in MONEY)


def _behind(line: list[Term], at: int) -> list[Term]:
    """The term behind a figure. For the first of two figures that share a unit it is the one behind the second."""
    behind = line[at + 1 : at + 2]
    return line[at + 2 : at + 3] if behind and behind[0].kind == "number" else behind


def other_points(located: Located) -> tuple[Rival, ...]:
    """Give the claim's "percentage points" that its own sentences have as "per cent", and the other way round."""
    in_percent = any(w.term.key == PERCENT for w in located.claim.content)
    said = {m.end("figure"): m for m in _SHARE.finditer(located.claim.text)} if in_percent else {}
    figures = [(w, unit, said[w.end]) for w, unit in pairwise(located.claim.content) if w.figure and w.end in said]
    own = own_sentences(located) if figures else []
    told = [(number, m) for number in own for m in _SHARE.finditer(located.source.sentence(number))]
    out = []
    for word, unit, share in figures:
        same = [(number, m) for number, m in told if term_of(m["figure"]).key == word.term.key]
        if same and all(bool(m["points"]) != bool(share["points"]) for _, m in same):
            number, other = same[0]
            places = located.source.places(number, other.end("figure"), other.end())
            out.append(rival_at(unit, located.source.words(number), number, places))
    return tuple(out)
