"""Tells days from counts by the month beside them."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located
from verifier.matching.rounding import is_year
from verifier.matching.terms import Term

DAYS = range(1, 32)
"""Days of a month."""


def is_day_in(line: Sequence[Term], at: int) -> bool:
    """Whether a figure is a day: 1 to 31, with a month before it, behind it, or behind its range ("17-18 June").

    ``line``: the terms of a sentence without stopwords.
    """
    beside = (*line[max(0, at - 1) : at], *line[at + 1 : at + 3])
    return line[at].value in DAYS and any(t.kind == "month" for t in beside)


def is_by_month(content: Sequence[ClaimWord], at: int) -> bool:
    """Whether a month stands beside a figure of the claim, so that it is meant as a day or year, even in "34 April"."""
    return any(w.term.kind == "month" for w in content[max(0, at - 1) : at + 2])


def is_date(located: Located, word: ClaimWord) -> bool:
    """Whether a word of the claim is part of a date: a year, a month, or a figure beside a month."""
    content = located.claim.content
    at = next((i for i, w in enumerate(content) if w.start == word.start), 0)
    return is_year(word) or is_by_month(content, at)
