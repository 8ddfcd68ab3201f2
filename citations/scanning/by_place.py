"""Lists of sources without labels whose places the text cites as numbers: ``[2]`` means the second bullet."""

from collections.abc import Collection, Sequence

from citations.styles import bracket, circled, raised, superscript
from citations.styles.base import Candidate

_STYLES = frozenset(style.STYLE.name for style in (bracket, circled, raised, superscript))
"""Styles whose markers are numbers apart from the words; bare figures and links are too easily something else."""
_FEWEST = 2
"""Sources in such a list: a lone ``[1]`` beside one source may be anything."""


def is_cited_by_place(candidates: Sequence[Sequence[Candidate]], covered: Collection[int], count: int) -> bool:
    """Whether the text cites a list of ``count`` sources by their places.

    It does if the numbers of one style, in the order in which they are first met, are exactly 1, 2, … ``count``.
    ``covered`` are the indexes of blocks that are not text.
    """
    if count < _FEWEST:
        return False
    met: dict[str, dict[str, None]] = {}
    for index, found in enumerate(candidates):
        for one in found if index not in covered else ():
            if one.style in _STYLES and not one.dubious:
                met.setdefault(one.style, {}).update(dict.fromkeys(one.labels))
    expected = [str(number) for number in range(1, count + 1)]
    return any(list(labels) == expected for labels in met.values())
