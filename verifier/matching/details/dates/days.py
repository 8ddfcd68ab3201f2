"""Days, told from counts by the month beside them."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located
from verifier.matching.rounding import is_year
from verifier.matching.terms import Term

DAYS = range(1, 32)
"""Days of a month."""


def is_day_in(line: Sequence[Term], at: int) -> bool:
    """Whether a figure of a sentence, stopwords left out, is a day: a month stands beside it, or behind its range."""
    beside = (*line[max(0, at - 1) : at], *line[at + 1 : at + 3])
    return line[at].value in DAYS and any(t.kind == "month" for t in beside)


def is_by_month(content: Sequence[ClaimWord], at: int) -> bool:
    """Whether a month touches a figure of the claim: it is a day or a year, whatever its value ("34 April")."""
    return any(w.term.kind == "month" for w in content[max(0, at - 1) : at + 2])


def is_date(located: Located, word: ClaimWord) -> bool:
    """Whether a word of the claim is a part of a date: a year, a month, or a figure beside one."""
    content = located.claim.content
    at = next((i for i, w in enumerate(content) if w.start == word.start), 0)
    return is_year(word) or is_by_month(content, at)
