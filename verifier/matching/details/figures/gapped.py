"""Two figures of one sentence, the second with its subject only: "Halm has 14 schools and Orsa 22"."""

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
"""Words of weight besides its figure and unit that a clause has which leaves its verb to the one before it."""
_ONE = "one"


class _Clause(NamedTuple):
    """A clause with one figure: its words as written and their terms, where the figure stands, whether it is a year."""

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
        """The kinds of its unit."""
        return kinds_about(self.terms, self.at)


class _Gap(NamedTuple):
    """Two figures, the keys of what the second one is of, and the key of what stands for that with the first one."""

    first: str
    second: Term
    of_second: frozenset[str]
    of_first: str


def exchanged_figures(located: Located) -> tuple[Rival, ...]:
    """Give the figures of the claim that its own sentence has of another, with the one that it has of what is claimed.

    "The south has 14 schools", where "the north has 14 schools and the south 22".
    """
    figures = {located.key(w): w for w in located.claim.content if w.figure}
    own = own_sentence(located) if figures else None
    if own is None:
        return ()
    others = (gap for gap in _gaps_of(located, own) if gap.first in figures and gap.second.key not in figures)
    return tuple(Rival(word=figures[gap.first], terms=(gap.second,), sentence=own) for gap in others)


def is_of_second(located: Located, number: int, key: str) -> bool:
    """Whether a sentence has a figure of what the claim names, behind another one of something else."""
    return any(gap.second.key == key for gap in _gaps_of(located, number))


def _gaps_of(located: Located, number: int) -> Iterator[_Gap]:
    """The gaps of a sentence of which the claim names what the second figure is of, and not what the first is of."""
    if sum(t.kind == "number" for t in located.source.line(number)) > 1:
        mine = {located.key(w) for w in located.claim.content}
        yield from (
            gap for gap in _gaps(located.source.sentence(number)) if gap.of_second <= mine and gap.of_first not in mine
        )


def _gaps(sentence: str) -> Iterator[_Gap]:
    """The clauses with a figure that have nothing besides but what takes the place of something in the one before."""
    for one, other in pairwise(filter(None, map(_clause, CLAUSE.split(sentence)))):
        shared = {t.key for t in one.terms} & {t.key for t in other.terms} | UNITS.keys()
        left = [i for i, t in enumerate(other.terms) if t.kind == "word" and t.key not in shared]
        own = [i for i, t in enumerate(one.terms) if t.kind == "word" and t.key not in shared]
        alike = one.year == other.year and not are_apart(one.kinds, other.kinds)
        if alike and one.figure.key != other.figure.key and 0 < len(left) <= MOST_LEFT and own:
            of_second = frozenset(other.terms[i].key for i in left)
            yield _Gap(one.figure.key, other.figure, of_second, one.terms[_parallel(one, own, other, left[0])].key)


def _parallel(one: _Clause, own: list[int], other: _Clause, at: int) -> int:
    """Where the first clause has what the second has at a place: behind the same word, else on that side."""
    before = _preposition(other, at)
    same = [i for i in own if before and _preposition(one, i) == before]
    return next(iter(same or [i for i in own if (i > one.at) == (at > other.at)] or own))


def _preposition(clause: _Clause, at: int) -> str:
    """The function word right before a word, if there is one."""
    return clause.words[at - 1].lower() if at and clause.terms[at - 1].kind == "stop" else ""


def _clause(text: str) -> _Clause | None:
    """A clause with one figure that is neither an ordinal nor part of a day, nor a "one", which is often a pronoun."""
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
