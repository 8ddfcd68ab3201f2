"""The cited text fragment: a quotation to look for first."""

import re
from collections.abc import Sequence

from verifier.matching.folding import fold
from verifier.matching.source import SourceIndex

LONGEST = 300
"""Characters of a fragment's part that are looked for."""
FARTHEST = 20_000
"""Characters between the start and the end of a fragment: more is no passage."""


def find_fragment(parts: Sequence[str], index: SourceIndex) -> tuple[int, int] | None:
    """Give the place that a text directive names (its start, then perhaps its end), blanks and case folded.

    Offsets are of the folded text.
    """
    start = _find(parts[0], index, 0)
    if start is None or len(parts) == 1:
        return start
    end = _find(parts[-1], index, start[1])
    if end is None or end[1] - start[0] > FARTHEST:
        return None
    return start[0], end[1]


def _find(words: str, index: SourceIndex, after: int) -> tuple[int, int] | None:
    pieces = re.findall(r"\w+", fold(words[:LONGEST]).lower())
    if not pieces:
        return None
    match = re.compile(r"\b" + r"\W{1,4}".join(map(re.escape, pieces)) + r"\b").search(index.lowered, after)
    return match.span() if match else None
