"""Labels of notes in a reStructuredText file, with its automatic numbers and symbols."""

from collections import deque
from collections.abc import Iterable

_SYMBOLS = "*†‡§¶#♠♥♦♣"


class NoteLabels:
    """Gives the labels of references and notes. Names are their own labels, in any case; other notes are counted.

    As in Docutils, a nameless note gets the next number that no note has explicitly, and nameless references belong
    to the nameless notes in order.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        """Take the labels of all notes of the file as written, in order."""
        known = list(labels)
        by_hand = {label for label in known if label.isdigit()}
        numbers: list[str] = []
        number = 0
        for label in known:
            if not label.startswith("#"):
                continue
            number += 1
            while str(number) in by_hand:
                number += 1
            if label == "#":
                numbers.append(str(number))
        self._spelled = {label.lower(): label for label in reversed(known)}
        self._last = number
        self._by_hand = by_hand
        self._notes = deque(numbers)
        self._references = deque(numbers)
        self._note_symbols = 0
        self._reference_symbols = 0

    def of_reference(self, label: str) -> str:
        """Give the label of the next reference in the text."""
        if label == "*":
            self._reference_symbols += 1
            return _symbol(self._reference_symbols)
        if label == "#":
            return self._references.popleft() if self._references else self._next_number()
        return self._spelled.get(label.lower(), label).removeprefix("#")

    def of_note(self, label: str) -> str:
        """Give the label of the next note of the file."""
        if label == "*":
            self._note_symbols += 1
            return _symbol(self._note_symbols)
        if label == "#":
            return self._notes.popleft()
        return label.removeprefix("#")

    def _next_number(self) -> str:
        self._last += 1
        while str(self._last) in self._by_hand:
            self._last += 1
        return str(self._last)


def _symbol(count: int) -> str:
    times, index = divmod(count - 1, len(_SYMBOLS))
    return _SYMBOLS[index] * (times + 1)
