"""Lists that bare figures count and that no marker, or hardly one, points into: what becomes of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from citations.markers import Accepted
from citations.notes import Notes
from citations.works import UNLABELLED


def unproved_runs(notes: Notes, accepted: Mapping[int, Sequence[Accepted]]) -> frozenset[int]:
    """Give where lists begin that stand under no heading and to less than half of whose figures markers point.

    They are the steps of a manual, a list of changes or a table, and belong to the text.
    """
    marked = _marked(accepted.values())
    sizes = Counter(entry.run for entry in notes.entries if entry.run is not None)
    called = Counter(entry.run for entry in notes.entries if (entry.chapter, entry.label) in marked)
    return frozenset(run for run, size in sizes.items() if 2 * called[run] < size)


def without_numbers(notes: Notes, accepted: Mapping[int, Sequence[Accepted]]) -> Notes:
    """Give the notes, those of a counted list of sources without labels where the text points at none of them."""
    marked = _marked(accepted.values())
    called = {entry.chapter for entry in notes.entries if (entry.chapter, entry.label) in marked}
    return replace(
        notes,
        entries=tuple(
            replace(entry, label="", style=UNLABELLED) if entry.counted and entry.chapter not in called else entry
            for entry in notes.entries
        ),
    )


def _marked(accepted: Iterable[Sequence[Accepted]]) -> set[tuple[int, str]]:
    """Give the labels to which markers point, each with its chapter."""
    return {(one.chapter, label) for found in accepted for one in found for label in one.labels}
