"""Sentences whose second clause leaves its verb out: in "Halm has 14 schools and Orsa 22", 22 is the figure of Orsa.

A claim "Orsa has 14 schools" has all its words in that sentence, and is wrong all the same.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.figures.measures import UNITS, are_apart, kinds_about
from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import MULTIPLES, is_ordinal, looks_like_year
from verifier.matching.terms import WORD, Term, term_of

MOST_LEFT = 3
"""Most words of weight, besides figure and unit, that only the clause without a verb has."""
_ONE = "one"


class _Clause(NamedTuple):
    """A clause with one figure. ``at``: the place of the figure. ``year``: whether it looks like a year."""

    words: list[str]
    terms: list[Term]
    at: int
    year: bool

    @property
    def figure(self) -> Term:
        """The one figure."""
        return self.terms[self.at]

    @property
    def kinds(self) -> set[str]:
        """The kinds of the figure's unit (length, money, …)."""
        return kinds_about(self.terms, self.at)


class _Gap(NamedTuple):
    """The figures of two clauses, each with what it belongs to: 14 with Halm (``of_first``), 22 with Orsa.

    ``first`` and ``of_first`` are keys, ``of_second`` is a set of keys.
    """

    first: str
    second: Term
    of_second: frozenset[str]
    of_first: str


def exchanged_figures(located: Located) -> tuple[Rival, ...]:
    """Give the claim's figures that belong to something else in its own sentence, with the figure that belongs to it.

    Claim "the south has 14 schools", source "the north has 14 schools and the south 22": 22 is the rival of 14.
    """
    figures = {located.key(w): w for w in located.claim.content if w.figure}
    own = own_sentence(located) if figures else None
    if own is None:
        return ()
    wrong = (gap for gap in _gaps_of(located, own) if gap.first in figures and gap.second.key not in figures)
    return tuple(Rival(word=figures[gap.first], terms=(gap.second,), sentence=own) for gap in wrong)


def is_of_second(located: Located, number: int, key: str) -> bool:
    """Whether the figure with this key is the second one of a gap, and so belongs to what the claim names."""
    return any(gap.second.key == key for gap in _gaps_of(located, number))


def _gaps_of(located: Located, number: int) -> Iterator[_Gap]:
    """The gaps of a sentence whose second figure belongs to what the claim names, and whose first one does not."""
    if sum(t.kind == "number" for t in located.source.line(number)) > 1:
        said = {located.key(w) for w in located.claim.content}
        gaps = _gaps(located.source.sentence(number))
        yield from (gap for gap in gaps if gap.of_second <= said and gap.of_first not in said)


def _gaps(sentence: str) -> Iterator[_Gap]:
    """Pairs of neighbouring clauses with a figure each, the second of which has few words that the first lacks.

    These few ("Orsa") take the place of something in the first clause ("Halm").
    """
    for first, second in pairwise(filter(None, map(_clause, CLAUSE.split(sentence)))):
        alike = first.year == second.year and not are_apart(first.kinds, second.kinds)
        if not alike or first.figure.key == second.figure.key:
            continue
        shared = {t.key for t in first.terms} & {t.key for t in second.terms} | UNITS.keys()
        only_second = [i for i, t in enumerate(second.terms) if t.kind == "word" and t.key not in shared]
        only_first = [i for i, t in enumerate(first.terms) if t.kind == "word" and t.key not in shared]
        if 0 < len(only_second) <= MOST_LEFT and only_first:
            of_second = frozenset(second.terms[i].key for i in only_second)
            of_first = first.terms[_parallel(first, only_first, second, only_second[0])].key
            yield _Gap(first.figure.key, second.figure, of_second, of_first)


def _parallel(first: _Clause, only_first: list[int], second: _Clause, at: int) -> int:
    """The place in the first clause that matches place ``at`` of the second.

    That is the word behind the same preposition, else the first one on the same side of the figure, else the first one.
    """
    before = _preposition(second, at)
    same = [i for i in only_first if before and _preposition(first, i) == before]
    return next(iter(same or [i for i in only_first if (i > first.at) == (at > second.at)] or only_first))


def _preposition(clause: _Clause, at: int) -> str:
    """The function word right before a place, "" if there is none."""
    return clause.words[at - 1].lower() if at and clause.terms[at - 1].kind == "stop" else ""


def _clause(text: str) -> _Clause | None:
    """The clause, if it has exactly one figure and no month. Ordinals, "twice" and "one" (a pronoun, too) do not do."""
    words = WORD.findall(text)
    terms = list(map(term_of, words))
    figures = [i for i, t in enumerate(terms) if t.kind == "number"]
    if len(figures) != 1 or any(t.kind == "month" for t in terms):
        return None
    at = figures[0]
    figure = words[at].lower()
    if is_ordinal(figure) or figure in MULTIPLES or figure == _ONE:
        return None
    return _Clause(words, terms, at, figure.isdigit() and looks_like_year(terms[at].value))
