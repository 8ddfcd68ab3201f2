"""Lists that bare figures count and that no marker, or hardly one, points into: what becomes of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from citations.scanning.markers import Accepted
from citations.scanning.notes import Notes
from citations.scanning.works import UNLABELLED
from citations.styles import bare_digit

_FEW = 3
"""Figures of a list that stand by chance in most longer texts, all but one of them."""


def unproved_runs(notes: Notes, accepted: Mapping[int, Sequence[Accepted]]) -> frozenset[int]:
    """Give where lists begin that stand under no heading and to less than half of whose figures markers point.

    They are the steps of a manual, a list of changes or a table, and belong to the text. To each of a few figures a
    marker must point, if no marker is more than a figure itself. Nor may a list take the markers of a surer one that
    has all of its labels.
    """
    marked = _marked(accepted.values())
    written = _marked([one for one in found if one.style != bare_digit.STYLE.name] for found in accepted.values())
    sizes = Counter(entry.run for entry in notes.entries if entry.run is not None)
    called = Counter(entry.run for entry in notes.entries if (entry.chapter, entry.label) in marked)
    sure = {entry.run for entry in notes.entries if (entry.chapter, entry.label) in written}
    return frozenset(
        run
        for run, size in sizes.items()
        if 2 * called[run] < size
        or (size <= _FEW and called[run] < size and run not in sure)
        or _robs(run, notes, marked)
    )


def _robs(run: int, notes: Notes, marked: Collection[tuple[int, str]]) -> bool:
    """Whether markers point at a label of a run nowhere but in its own chapter, and a surer list bears them all."""
    own = {entry.label for entry in notes.entries if entry.run == run}
    surer: dict[int, set[str]] = {}
    for entry in notes.entries:
        if entry.run is None and entry.label in own:
            surer.setdefault(entry.chapter, set()).add(entry.label)
    return any(
        labels == own and not any((chapter, label) in marked for label in labels) for chapter, labels in surer.items()
    )


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
