"""Finds the claim's figures and months that the source has in no form, neither written otherwise nor in other words."""

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.dates.months import is_lost_month
from verifier.matching.details.figures.retold import is_spelled_out, told_otherwise
from verifier.matching.locate import Located

LARGEST_COUNT = 10
"""Largest number in letters that may count things which the source lists without a number."""


def lost_figures(located: Located) -> tuple[tuple[ClaimWord, ...], tuple[ClaimWord, ...]]:
    """Give the figures and months that the source has in no form: first the sharp ones, then small counts in letters.

    Apart, because a count such as "two reasons" is no sharp miss: a source that lists the reasons does not count them.
    """
    content = located.claim.content
    gone = [(at, word) for at, word in enumerate(content) if word.term.key in located.gone]
    lost = {
        word.term.key: word
        for at, word in gone
        if (word.figure and not (located.stands_together and _is_told(located, at))) or is_lost_month(located, at)
    }
    sharp = tuple(w for w in lost.values() if not _counts_a_list(w))
    return sharp, tuple(w for w in lost.values() if _counts_a_list(w))


def _is_told(located: Located, at: int) -> bool:
    """Whether the source has the figure at ``at`` in letters or in other words."""
    return is_spelled_out(located, located.claim.content[at]) or told_otherwise(located, at)


def _counts_a_list(word: ClaimWord) -> bool:
    """Whether a word is a small number in letters."""
    return word.term.kind == "number" and word.surface.isalpha() and word.term.value <= LARGEST_COUNT
