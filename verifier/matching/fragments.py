"""Finds the text fragment that a link cites (``#:~:text=``): a quotation to look for before anything else."""

import re
from collections.abc import Sequence

from verifier.matching.folding import fold
from verifier.matching.source import SourceIndex

LONGEST = 300
"""Characters of each part of a fragment that are looked for."""
FARTHEST = 20_000
"""Most characters from the start of a fragment to its end. What is longer is not one passage."""


def find_fragment(parts: Sequence[str], index: SourceIndex) -> tuple[int, int] | None:
    """Give start and end of the place that a text directive names, as offsets in the folded text.

    ``parts``: the words at its start, then perhaps those at its end. Case, blanks and punctuation do not matter.
    ``None`` if the source does not have them.
    """
    start = _find(parts[0], index, 0)
    if start is None or len(parts) == 1:
        return start
    end = _find(parts[-1], index, start[1])
    if end is None or end[1] - start[0] > FARTHEST:
        return None
    return start[0], end[1]


def _find(words: str, index: SourceIndex, after: int) -> tuple[int, int] | None:
    """Start and end of some words in the folded text, from offset ``after`` on."""
    pieces = re.findall(r"\w+", fold(words[:LONGEST]).lower())
    if not pieces:
        return None
    match = re.compile(r"\b" + r"\W{1,4}".join(map(re.escape, pieces)) + r"\b").search(index.lowered, after)
    return match.span() if match else None
