"""Which list of notes a marker belongs to, in an article whose labels begin anew."""

from bisect import bisect_left
from collections.abc import Sequence

from citations.document import BlockKind
from citations.drafts import Draft
from citations.labels import try_number
from citations.notes import Notes
from citations.styles import declared
from citations.styles.base import Candidate


class Chapters:
    """Tells to which list of notes a marker belongs, where the labels begin anew."""

    def __init__(self, drafts: Sequence[Draft], notes: Notes) -> None:
        self._last = max((entry.chapter for entry in notes.entries), default=0)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._sizes = [0] * (self._last + 1)
        self._body = max((i for i in range(len(drafts)) if i not in notes.outside), default=0)
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

    def of(self, index: int, candidate: Candidate) -> int:
        """Give the chapter of a marker; markers are asked for in reading order."""
        if self._last == 0:
            return 0
        if candidate.style == declared.STYLE.name and candidate.labels[0] in self._declared:
            # The format puts such a note behind the block with its marker.
            own = self._declared[candidate.labels[0]]
            return own[min(bisect_left(own, (index, 0)), len(own) - 1)][1]
        if self._starts[0] < self._body:
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
