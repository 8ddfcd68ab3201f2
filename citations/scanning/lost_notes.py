"""Which likely markers count although no note has their label: their notes are missing, and will be reported."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from citations.labels import Numbering, numbering_of, try_number
from citations.links import ADDRESS
from citations.scanning.notes import Notes
from citations.scanning.series import Placed, fold_label, folded_labels
from citations.styles import bracket
from citations.styles.base import Candidate, Strength

_LEAST_COUNTED = 3
"""Markers with new labels that must count up from 1: two may be indices in code."""
_SHARE_COUNTED = 0.8
"""Share of the new labels that must be one more than the one before."""
_FARTHEST = 3
"""Times the largest label of a note that a marker without a note may reach: "[404]" among nine notes is none."""


def markers_without_notes(rest: Iterable[Placed], sure: Sequence[Placed], notes: Notes) -> list[Placed]:
    """Give those of the likely candidates in ``rest`` that are markers whose notes are missing.

    They are of a style in which other markers have notes; if no marker has one, of the style of the notes' labels. In
    an article without notes, they must count up from 1.
    """
    styles = {one.candidate.style for one in sure} or {entry.style for entry in notes.entries}
    numbers = [number for label in notes.labels if (number := try_number(label)) is not None]
    largest = max(numbers, default=0)
    likely = [one for one in rest if one.candidate.strength is Strength.LIKELY and not one.candidate.dubious]
    if not notes.labels:
        return _counted_from_one(likely)
    arabic = numbering_of([label for label in notes.labels if try_number(label) is not None]) is Numbering.ARABIC
    known = {fold_label(label) for label in notes.labels}
    return [
        one
        for one in likely
        if one.candidate.style in styles
        and _may_lack(one.candidate, known, largest)
        and all(
            label.isdigit() == arabic and (number := try_number(label)) is not None and number <= _FARTHEST * largest
            for label in one.candidate.labels
        )
    ]


def _may_lack(candidate: Candidate, known: set[str], largest: int) -> bool:
    """Whether a marker may lack its note: among nine notes, "[8, 10]" may be a list, "[8, 31]" is a range of values."""
    labels = folded_labels(candidate)
    if len(candidate.labels) == 1:
        return True
    return not known.isdisjoint(labels) and all((try_number(label) or 0) <= largest + 1 for label in labels)


def _counted_from_one(likely: Sequence[Placed]) -> list[Placed]:
    """Give the markers of those styles that count up from 1, in an article without any notes.

    Links to other sites, each of which is its own note, are one style. Indices in code come in any order, and lists
    in code hold several numbers.
    """
    by_style: dict[str, list[Placed]] = {}
    for one in likely:
        by_style.setdefault("" if ADDRESS.match(one.candidate.target) else one.candidate.style, []).append(one)
    chosen: list[Placed] = []
    for style, group in by_style.items():
        single = sum(len(one.candidate.labels) == 1 for one in group)
        if len({one.candidate.labels for one in group}) == 1 or 2 * single < len(group):
            continue
        numbers = [try_number(label) for one in group for label in one.candidate.labels]
        met = [number for number in dict.fromkeys(numbers) if number is not None]
        next_ones = sum(number == before + 1 for before, number in pairwise((0, *met)))
        sure = style != bracket.STYLE.name or all(one.candidate.ends_sentence for one in group)
        counts = met[:2] == [1, 2] and _SHARE_COUNTED * len(met) <= next_ones
        if counts and _bringing_new_labels(group) >= _LEAST_COUNTED - sure:
            chosen += group
    return chosen


def _bringing_new_labels(group: Sequence[Placed]) -> int:
    """Count the markers that name a label for the first time."""
    seen: set[str] = set()
    count = 0
    for one in group:
        count += not seen.issuperset(one.candidate.labels)
        seen.update(one.candidate.labels)
    return count
