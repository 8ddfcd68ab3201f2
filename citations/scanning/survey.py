"""What is seen in the blocks of a file before it is known which of them are notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength

_LEAST_WEIGHT = 4
"""The weight of a candidate that may be a marker where it stands: not behind a blank in mid-sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The drafts of a file with what the note styles see in each: three sequences of the same length.

    ``heads``: the label that may open a note, ``None`` where none does. ``candidates``: what may be markers.
    """

    drafts: Sequence[Draft]
    heads: Sequence[Head | None]
    candidates: Sequence[Sequence[Candidate]]


def is_marked(found: Sequence[Candidate]) -> bool:
    """Whether a block with these candidates has a certain marker: then it is text, and neither note nor source."""
    return any(one.strength is Strength.CERTAIN for one in found)


def marked_labels(candidates: Sequence[Sequence[Candidate]], covered: frozenset[int] = frozenset()) -> dict[str, int]:
    """Give the labels that markers in the text may point to, each with the first block where one stands.

    ``covered`` are the indexes of blocks that are not text.
    """
    marked: dict[str, int] = {}
    for index, found in enumerate(candidates):
        if index in covered:
            continue
        for candidate in found:
            if candidate.start > 0 and candidate.weight >= _LEAST_WEIGHT:
                for label in candidate.labels:
                    marked.setdefault(label, index)
    return marked
