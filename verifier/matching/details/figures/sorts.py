"""What sort of thing a figure tells, so that only figures of one sort are held against each other."""

from collections.abc import Iterator, Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.measures import MONEY, PERCENT
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.terms import Term, term_of

YEAR, SUM = "@year", "@money"
"""Sorts that are no key of a word: "three years" are no calendar year."""
SIGNS = frozenset("$£€")
"""Currencies that stand before their figure."""
ALONE = "@alone"
"""The sort of a figure behind which no word of weight stands."""


def sorts_of(words: Sequence[str]) -> Iterator[tuple[int, str, Term]]:
    """Yield the figures of some words, each with its place and its sort."""
    terms = [term_of(w) for w in words]
    for at, term in enumerate(terms):
        if term.kind == "number":
            yield at, _sort(words[at - 1] if at else "", words[at], term, _behind(words, terms, at)), term


def sort_in_claim(located: Located, word: ClaimWord) -> str:
    """Give the sort of a figure of the claim."""
    words, at = located.claim.words, located.claim.places[word.start]
    before = words[at - 1].surface if at else ""
    behind = _behind(located.claim.low, [w.term for w in words], at)
    return _sort(before, word.surface, word.term, behind)


def _behind(words: Sequence[str], terms: Sequence[Term], at: int) -> Term | None:
    """The term behind a figure: of "per cent" the second word."""
    at += 2 if words[at + 1 : at + 2] in (["per"], ("per",)) else 1
    return terms[at] if at < len(terms) else None


def _sort(before: str, surface: str, term: Term, behind: Term | None) -> str:
    """What a figure tells: money, a year, or how much of what stands behind it."""
    if behind is not None and behind.key == PERCENT:
        return PERCENT
    if before in SIGNS or (behind is not None and behind.key in MONEY):
        return SUM
    if surface.isdigit() and looks_like_year(term.value):
        return YEAR
    return behind.key if behind is not None and behind.kind in ("word", "month") else ALONE
