"""Days, told from counts by the month beside them."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located
from verifier.matching.rounding import is_year
from verifier.matching.terms import Term

LAST_DAY = 31
"""Days of a month, at most."""


def is_day_in(line: Sequence[Term], at: int) -> bool:
    """Whether a figure of a sentence, stopwords left out, is a day: a month stands beside it, or behind its range."""
    beside = (*line[max(0, at - 1) : at], *line[at + 1 : at + 3])
    return line[at].value in range(1, LAST_DAY + 1) and any(t.kind == "month" for t in beside)


def is_date(located: Located, word: ClaimWord) -> bool:
    """Whether a figure is a part of a date: a year, or a day beside a month."""
    if is_year(word):
        return True
    content = located.claim.content
    at = next((i for i, w in enumerate(content) if w.start == word.start), 0)
    around = content[max(0, at - 1) : at + 2]
    return any(w.term.kind == "month" for w in around)
