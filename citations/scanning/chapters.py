"""Which list of notes a marker belongs to, in an article whose labels restart with each chapter."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import repeat

from citations.document import BlockKind
from citations.drafts import Draft
from citations.labels import try_number
from citations.scanning.notes import Notes
from citations.scanning.regions import LARGEST_STEP
from citations.scanning.series import Placed
from citations.styles import declared
from citations.styles.base import Candidate


class Chapters:
    """Assigns markers to lists of notes (chapters). It must be asked once, with all markers in reading order."""

    def __init__(self, drafts: Sequence[Draft], notes: Notes) -> None:
        self._last = max((entry.chapter for entry in notes.entries), default=0)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._sizes = [0] * (self._last + 1)
        for entry in notes.entries:
            if entry.chapter == len(self._starts):
                self._starts.append(entry.parts[0][0])
                self._ends.append(0)
            self._ends[entry.chapter] = entry.parts[0][0]
            self._sizes[entry.chapter] = max(self._sizes[entry.chapter], try_number(entry.label) or 0)
        self._chapter = 0
        self._seen = 0
        self._headings = [index for index, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING]
        self._at = 0
        self._declared: dict[str, list[tuple[int, int]]] = {}
        for entry in notes.entries if self._last else ():
            if entry.style == declared.STYLE.name:
                self._declared.setdefault(entry.label, []).append((entry.parts[0][0], entry.chapter))

    def of(self, markers: Sequence[Placed]) -> list[int]:
        """Give the chapter of each marker; the markers are in reading order.

        Markers that count beyond the end of their list belong to a later, longer one, from its first marker on: the
        notes of the first list are then marked otherwise in the text ("[n 1]").
        """
        if self._last == 0:
            return [0] * len(markers)
        chapters: list[int] = []
        begun = 0
        within = bool(markers) and self._starts[0] < markers[-1].index
        for place, one in enumerate(markers):
            number = try_number(one.candidate.labels[0]) or 0
            seen, chapter = self._seen, self._chapter
            chapters.append(self._of(one.index, one.candidate, within=within))
            if self._chapter != chapter:
                begun = place
            elif number == seen + 1 > self._sizes[chapter] + LARGEST_STEP:
                longer = (later for later in range(chapter + 1, self._last + 1) if self._sizes[later] >= number)
                self._chapter = next(longer, chapter)
                chapters[begun:] = repeat(self._chapter, len(chapters) - begun)
        return chapters

    def _of(self, index: int, candidate: Candidate, *, within: bool) -> int:
        """Give the chapter of the next marker; ``within``: lists of notes stand between the chapters of the text."""
        if candidate.style == declared.STYLE.name and candidate.labels[0] in self._declared:
            # The format puts such a note behind the block with its marker.
            own = self._declared[candidate.labels[0]]
            return own[min(bisect_left(own, (index, 0)), len(own) - 1)][1]
        if within:
            following = min(bisect_left(self._starts, index), self._last)
            # The notes of a chapter may stand below each of its sections.
            return following - (following > 0 and index < self._ends[following - 1])
        number = try_number(candidate.labels[0]) or 0
        parted = bisect_left(self._headings, index) > bisect_left(self._headings, self._at)
        full = self._chapter < self._last and self._seen >= self._sizes[self._chapter]
        if number == 1 and full and (self._seen > 1 or parted):
            self._chapter += 1
            self._seen = 0
        self._seen = max(self._seen, number)
        self._at = index
        return self._chapter
