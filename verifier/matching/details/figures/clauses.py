"""A figure from another clause: "opened to guests in 1869" where the source has "built in 1869, and opened in 1870"."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.figures.sorts import sort_in_claim, sorts_of
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.terms import WORD, Term, term_of

LEAST_OF_OTHER = 2
"""Words of the claim that only the clause with the rival has."""
BEFORE = 2
"""Sentences before its own in which the claim's subject may stand ("It was opened in 1870")."""
MOST_CLAUSES = 12
"""Clauses of a sentence that are compared. A longer sentence is a list, in which no clause belongs to the next."""

_MONTH = "@month"
"""The sort of a month."""


class _Clause(NamedTuple):
    """The keys of a clause's words, and its figures with their sort."""

    keys: frozenset[str]
    figures: tuple[tuple[str, Term], ...]


def figures_of_other_clauses(located: Located) -> tuple[Rival, ...]:
    """Give the figure of a claim of one clause that its sentence has in one clause, and all its words in another.

    That other clause has a figure of the same sort, which is the rival: of a date its year. A claim with a word that
    neither the sentence nor the two before it have (its subject may stand there) is told freely, and has none.
    """
    number = located.best(SAYS_IT)
    if number is None or located.gone or CLAUSE.search(located.claim.text):
        return ()
    told = reduce(or_, located.masks[max(0, number - BEFORE) : number + 1])
    figures = (
        [w for w in located.claim.content if _sort_of(located, w)] if told.bit_count() == len(located.bits) else []
    )
    if not figures:
        return ()
    clauses = list(_clauses(located.source.sentence(number)))
    if not 1 < len(clauses) <= MOST_CLAUSES:
        return ()
    rest = {located.key(w) for w in located.claim.content if not _sort_of(located, w)}
    rivals = [r for w in figures if (r := _rival(located, w, rest, clauses)) is not None]
    return (max(rivals, key=lambda rival: rival.terms[0].value),) if rivals else ()


def _rival(located: Located, word: ClaimWord, rest: set[str], clauses: Sequence[_Clause]) -> Rival | None:
    key, sort = located.key(word), _sort_of(located, word)
    having = [clause for clause in clauses if key in clause.keys]
    if len(having) != 1 or not rest.isdisjoint(having[0].keys):
        return None
    said = {located.key(w) for w in located.claim.content}
    for clause in clauses:
        others = [term for its, term in clause.figures if its == sort and term.key not in said]
        elsewhere = set().union(*(other.keys for other in clauses if other is not clause))
        if others and len(rest & clause.keys - elsewhere) >= LEAST_OF_OTHER:
            return Rival(word=word, terms=(others[0],), sentence=located.order[0])
    return None


def _sort_of(located: Located, word: ClaimWord) -> str:
    """The sort of a figure or month of the claim, nothing for another word."""
    if word.term.kind == "month":
        return _MONTH
    return sort_in_claim(located, word) if word.term.kind == "number" else ""


def _clauses(sentence: str) -> Iterator[_Clause]:
    for text in CLAUSE.split(sentence):
        words = WORD.findall(text)
        terms = [term_of(w) for w in words]
        months = [(_MONTH, term) for term in terms if term.kind == "month"]
        figures = [(sort, term) for _, sort, term in sorts_of(words)]
        yield _Clause(frozenset(t.key for t in terms if t.kind != "stop"), (*figures, *months))
