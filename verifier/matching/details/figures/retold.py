"""Finds figures that the source gives in another way: in letters, not rounded, as a share, in another unit."""

import re
from collections.abc import Callable
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import low_behind
from verifier.matching.details.dates.clock import told_by_clock
from verifier.matching.details.dates.datelines import told_by_dateline, told_by_issue
from verifier.matching.details.dates.retold_years import (
    between_years,
    counted_from,
    in_short,
    within_years,
    year_of_month,
    year_otherwise,
)
from verifier.matching.details.figures.bounds import told_by_next
from verifier.matching.details.figures.measured import told_in_other_units
from verifier.matching.details.figures.measures import are_apart, kinds_of
from verifier.matching.details.figures.reckoned import is_reckoned
from verifier.matching.details.figures.shares import told_as_fraction, told_as_rest, told_in_per_cent
from verifier.matching.details.figures.sorts import SIGNS
from verifier.matching.folding import base_letters
from verifier.matching.forms import ROOT
from verifier.matching.locate import Located
from verifier.matching.numbers import (
    FOREIGN_COUNTS,
    SCALES,
    looks_like_year,
    rounds_to,
    scaled_by_next,
    spelled,
    spelled_numbers,
)
from verifier.matching.rounding import Hedge, hedge_of, is_year, may_stand_for
from verifier.matching.terms import LETTERED_SCALES, Term, term_of

_END = Term("", "stop")
"""Added behind the last word of a sentence, so that each word has one behind it."""
_TIMES = {"twice": ("double", "doubling", "twofold"), "thrice": ("triple", "treble", "threefold")}
"""Other words for "twice" and "thrice", by their beginnings."""
_LETTER = re.compile(r"\(([A-Za-z])\)")
"""The letter of a paragraph behind its number ("401(k)")."""
_METRES = frozenset(("m", "metre", "metres", "meter", "meters"))
_MILLION, _HUNDRED = 1e6, 100
_CENTS = frozenset(("cent", "cents", "pence", "p"))


def told_otherwise(located: Located, at: int) -> bool:
    """Whether the source gives the figure in any other way, a year also by another year ("last year", "2018-19")."""
    content = located.claim.content
    word, value = content[at], content[at].term.value
    if is_given_or_reckoned(located, at) or within_years(located, at):
        return True
    if is_year(word):
        return year_otherwise(located, int(value)) or year_of_month(located, at)
    before = content[at - 1].term.value if at and word.glued else 0.0
    if looks_like_year(before) and value < 100:  # noqa: PLR2004 - the second year of 2018-19
        return str(int(before // 100 * 100 + value)) in located.source.folded.text
    return False


def is_given_or_reckoned(located: Located, at: int) -> bool:
    """Whether the source gives the figure in another form, or gives others from which a reader reckons it."""
    return is_given_otherwise(located, at) or told_as_rest(located, at) or is_reckoned(located, at)


def is_given_otherwise(located: Located, at: int) -> bool:
    """Whether the source gives the very figure in another form, so that nothing has to be reckoned."""
    word = located.claim.content[at]
    return any(way(located, word) for way in _WAYS_OF_A_WORD) or any(way(located, at) for way in _WAYS_AMONG_WORDS)


def _written_otherwise(located: Located, word: ClaimWord) -> bool:
    """Whether one side has in letters what the other has in digits ("two hundred", 200)."""
    forms = (*spelled(word.term.value), *_TIMES.get(word.low, ()))
    sentences = (located.source.sentence(i).lower() for i in located.place) if forms else ()
    if any(form in sentence for sentence in sentences for form in forms):
        return True
    if _scaled_by_next(located, word):
        return True
    if not word.surface[0].isalpha():
        return False
    for start, end, value in spelled_numbers(located.claim.text):
        if start <= word.start < end:
            return located.source.has(f"{value:g}", f"{value:,.0f}") or has_in_digits(located, value)
    return False


def _in_one_word(located: Located, at: int) -> bool:
    """Whether the place has a count and the thing counted as one word: "dreimonatig" for "drei Monate"."""
    content = located.claim.content
    count, counted = base_letters(content[at].low), content[at + 1 : at + 2]
    if count not in FOREIGN_COUNTS or not counted:
        return False
    joined = count + counted[0].term.key[:ROOT]
    return any(base_letters(w).startswith(joined) for i in located.place for w in located.source.words(i))


def is_spelled_out(located: Located, word: ClaimWord) -> bool:
    """Whether the source has a figure in letters anywhere. Anywhere, since a figure in digits is looked for so too."""
    return any(form in located.source.lowered for form in spelled(word.term.value))


def _scaled_by_next(located: Located, word: ClaimWord) -> bool:
    """Whether claim and place have the same figure if one takes its scale from the next ("1.2 to 1.7 million")."""
    said = (value for start, value in scaled_by_next(located.claim.text) if start == word.start)
    if any(has_in_digits(located, value) for value in said):
        return True
    sentences = map(located.source.sentence, located.place)
    return any(value == word.term.value for sentence in sentences for _, value in scaled_by_next(sentence))


def _in_money(located: Located, word: ClaimWord) -> bool:
    """Whether the place has cents as a part of the whole ("$0.75" for 75 cents), or millions by an "M" ("$145 M")."""
    value = word.term.value
    forms = [f"{sign}{value / _MILLION:,g} M" for sign in SIGNS] if value >= _MILLION else []
    if low_behind(located, word) in _CENTS or (value < _HUNDRED and not _CENTS.isdisjoint(located.claim.low)):
        forms += [f"{sign}{value / _HUNDRED:.2f}" for sign in SIGNS]
    return any(form in located.source.sentence(i) for i in located.place for form in forms)


def _in_metres(located: Located, word: ClaimWord) -> bool:
    """Whether one side has "200m" and the other "200 metres". For a claim "200m" a bare "200" will do.

    With another unit on the other side the "m" stands for millions.
    """
    surface = word.surface
    digits = surface.removesuffix("m")
    if surface != digits:
        pairs = (pair for i in located.place for pair in pairwise([*located.source.words(i), "the"]))
        units = (unit for one, unit in pairs if one == digits)
        return any(unit in _METRES or term_of(unit).kind != "word" for unit in units)
    return low_behind(located, word) in _METRES and any(f"{digits}m" in located.source.words(i) for i in located.place)


def _with_letter(located: Located, word: ClaimWord) -> bool:
    """Whether one side has "401(k)" and the other "401k". The letter is no scale there."""
    digits, letter = word.low[:-1], word.low[-1]
    if digits.isdigit() and letter.isalpha():
        return any(f"{digits}({letter})" in located.source.sentence(i).lower() for i in located.place)
    bracket = _LETTER.match(located.claim.text, word.end)
    told = f"{word.low}{bracket[1].lower()}" if bracket else None
    return any(told in located.source.low(i) for i in located.place)


def has_in_digits(located: Located, value: float) -> bool:
    """Whether the place has a value of the claim in digits, exact or before it was rounded.

    The value may also take any scale that the claim has elsewhere: "from four million to six and a half" means 6.5
    million.
    """
    said = [value, *(value * SCALES[w] for w in LETTERED_SCALES if w in located.claim.text)]
    told = {t.value for i in located.place for t in located.source.line(i) if t.kind == "number"}
    return any(exact == rough or rounds_to(exact, rough, hedged=False) for exact in told for rough in said)


def _rounded(located: Located, at: int) -> bool:
    """Whether a figure of the place is the claim's before it was rounded, or two are a range with the claim's inside.

    A figure that looks like a year must count the same thing. A range will do only for a hedged figure ("about 15").
    """
    content = located.claim.content
    word = content[at]
    rough, hedge = word.term.value, hedge_of(located.claim, word)
    counted = {located.key(w) for w in content[at + 1 : at + 2]}
    kinds = kinds_of(*counted)
    lines = [located.source.line(i) for i in located.place]
    exact = ((t.value, after.key) for line in lines for t, after in pairwise([*line, _END]) if t.kind == "number")
    if any(
        may_stand_for(word, value, hedge) and (not looks_like_year(value) or after in counted)
        for value, after in exact
        if value != rough and not are_apart(kinds, kinds_of(after))
    ):
        return True
    ended = ([*line, _END, _END] for line in lines if hedge is not Hedge.NONE)
    ranges = (three for line in ended for three in zip(line, line[1:], line[2:], strict=False))
    return any(
        (low.value or rough) < rough < high.value and not are_apart(kinds, kinds_of(after.key))
        for low, high, after in ranges
    )


_WAYS_OF_A_WORD: tuple[Callable[[Located, ClaimWord], bool], ...] = (
    _written_otherwise,
    _in_metres,
    _with_letter,
    in_short,
    told_in_per_cent,
    _in_money,
    counted_from,
    told_by_issue,
    told_by_clock,
    told_by_next,
)
"""The ways to give a figure in another form that are read from the figure itself."""
_WAYS_AMONG_WORDS: tuple[Callable[[Located, int], bool], ...] = (
    _in_one_word,
    _rounded,
    told_as_fraction,
    told_in_other_units,
    between_years,
    told_by_dateline,
)
"""Those that also ask what stands beside the figure in the claim; they are given its place there."""
