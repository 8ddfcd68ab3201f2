"""Figures that the source gives as former ones: claim "now 4 MB", source "16 MB (previously 4 MB)"."""

import re
from collections.abc import Sequence

from verifier.matching.details.dates.days import is_day_in
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import listed

_FORMERLY = re.compile(
    r"\b(?:previously|formerly|originally|(?:up|down) from|compared (?:with|to))\s"
    r"(?:about |around |just |only )?[$€£]?(?P<figure>\d[\d.,]{0,15}\d|\d)"
)
"""A former figure: "previously 4", "down from $12"."""
_MARKS = frozenset(("previously", "formerly", "originally", "from", "compared"))
"""Words of which any former figure has one: a quick test before the pattern."""
_OF_THE_PAST = frozenset(
    listed("previously formerly originally from compared than against was were had been before after earlier")
)
"""Words with which a claim may itself speak of the past."""


def former_figures(located: Located) -> tuple[Rival, ...]:
    """Give the claim's figures that its own sentence gives as former ones, with the figure that it gives for now.

    Empty for a claim that may speak of the past itself. A sentence without another figure gives none.
    """
    figures = {located.key(w): w for w in located.claim.content if w.figure}
    if not figures or not _OF_THE_PAST.isdisjoint(located.claim.low):
        return ()
    out: list[Rival] = []
    for number in own_sentences(located):
        former = _former(located, number)
        said = sorted(former & figures.keys())
        now = _figure_of_now(located.source.line(number), former) if said else None
        if now is not None:
            out += [Rival(word=figures[key], terms=(now,), sentence=number) for key in said]
    return tuple(out)


def _figure_of_now(line: Sequence[Term], former: set[str]) -> Term | None:
    """The first figure of a sentence that is not a former one, nor a year or a day."""
    others = ((at, term) for at, term in enumerate(line) if term.kind == "number" and term.key not in former)
    return next((t for at, t in others if not looks_like_year(t.value) and not is_day_in(line, at)), None)


def is_told_of_the_past(located: Located, key: str, number: int) -> bool:
    """Whether the claim may speak of the past and the sentence gives the figure with this key as a former one."""
    return not _OF_THE_PAST.isdisjoint(located.claim.low) and key in _former(located, number)


def _former(located: Located, number: int) -> set[str]:
    """The keys of the figures that a sentence gives as former ones."""
    if _MARKS.isdisjoint(located.source.low(number)):
        return set()
    return {term_of(m["figure"]).key for m in _FORMERLY.finditer(located.source.sentence(number))}
