"""The notes of a LaTeX file: counters of footnotes and endnotes, and the entries of its bibliography."""

import re
from dataclasses import dataclass, field

from citations.document import Position
from citations.formats.assembly import DocumentBuilder
from citations.formats.counters import count_in, printed
from citations.formats.prose import Prose

FOOTNOTE, ENDNOTE, SIDENOTE = "latex-footnote", "latex-endnote", "latex-sidenote"
CITE, BOX_NOTE = "latex-cite", "latex-box-note"
_NOTATIONS = {
    "arabic": "decimal",
    "roman": "lowerRoman",
    "Roman": "upperRoman",
    "alph": "lowerLetter",
    "Alph": "upperLetter",
    "fnsymbol": "chicago",
}
"""The notation that each LaTeX command prints a number in, by its name in word processors."""
_NOTATION = re.compile(r"\\(arabic|roman|Roman|alph|Alph|fnsymbol)\b")


@dataclass(slots=True)
class NoteCounter:
    """A counter and the notes that it numbers, whose style is ``style``."""

    style: str
    number: int = 0
    chapter: int = 0
    notation: str = "arabic"
    notes: list[tuple[str, int, Prose, Position]] = field(default_factory=list)

    def step(self) -> str:
        """Count one more note, and give its label."""
        self.number += 1
        return self.label

    @property
    def label(self) -> str:
        """The label of the note that was counted last."""
        return printed(self.number, _NOTATIONS[self.notation])

    def label_of(self, number: str) -> str:
        """Give the printed label for a number in an option; an option that is no number is the label itself."""
        count = count_in(number)
        return number.strip() if count is None else printed(count, _NOTATIONS[self.notation])

    def keep(self, label: str, text: Prose, at: Position) -> None:
        """Keep the text of a note."""
        self.notes.append((label, self.chapter, text, at))

    def start_chapter(self) -> None:
        """Begin a new list at 1, as books do with each chapter."""
        if self.number:
            self.number = 0
            self.chapter += 1

    def set_notation(self, definition: str) -> None:
        """Take the notation from a definition of the command that prints the number."""
        found = _NOTATION.search(definition)
        if found:
            self.notation = found[1]

    def write(self, draft: DocumentBuilder) -> None:
        """Append the notes to the draft, in reading order."""
        for label, chapter, text, at in self.notes:
            draft.add_note(label, text, style=self.style, at=at, chapter=chapter)
