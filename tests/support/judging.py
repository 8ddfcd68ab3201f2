"""One claim judged against one page, as most tests of verdicts do it."""

from verifier.matching import index_source, judge
from verifier.matching.base import Match, Question

REST = " The harbour board met on Monday. Nobody was hurt in Ellory that day."
"""What else stands on a page: a claim of one sentence is seldom all that its source says."""


def judged_against(claim: str, page: str) -> Match:
    """Give what a page says to a claim."""
    return judge(Question(text=claim), index_source(page))
