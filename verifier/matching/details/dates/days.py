"""Days, told from counts by the month beside them."""

from collections.abc import Sequence

from verifier.matching.terms import Term

LAST_DAY = 31
"""Days of a month, at most."""


def is_day_in(line: Sequence[Term], at: int) -> bool:
    """Whether a figure of a sentence, stopwords left out, is a day: a month stands beside it, or behind its range."""
    beside = (*line[max(0, at - 1) : at], *line[at + 1 : at + 3])
    return line[at].value in range(1, LAST_DAY + 1) and any(t.kind == "month" for t in beside)
