"""Numbered lists into which hardly any marker points, and which are therefore no notes."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from citations.scanning.markers import Accepted
from citations.scanning.notes import Notes
from citations.scanning.works import UNLABELLED
from citations.styles import bare_digit

_FEW = 3
"""Figures so few that all but one of them stand by chance in most longer texts."""


def unproved_runs(notes: Notes, accepted: Mapping[int, Sequence[Accepted]]) -> frozenset[int]:
    """Give the runs of bare figures (by their first draft) that are no notes, for lack of markers.

    Markers must point to half of the figures of a list under no heading; otherwise it is a manual's steps, a list of
    changes or a table. If all markers are bare figures, too, and the list is short, they must point to every figure.
    And a list must not take the markers of a surer one with the same labels.
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
    """Whether a surer list has all labels of a run, but no markers, since they are assigned to the run."""
    own = {entry.label for entry in notes.entries if entry.run == run}
    surer: dict[int, set[str]] = {}
    for entry in notes.entries:
        if entry.run is None and entry.label in own:
            surer.setdefault(entry.chapter, set()).add(entry.label)
    return any(
        labels == own and not any((chapter, label) in marked for label in labels) for chapter, labels in surer.items()
    )


def without_numbers(notes: Notes, accepted: Mapping[int, Sequence[Accepted]]) -> Notes:
    """Give the notes; numbered sources to which no marker points lose their numbers as labels."""
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
    """Give chapter and label of all notes to which markers point."""
    return {(one.chapter, label) for found in accepted for one in found for label in one.labels}
