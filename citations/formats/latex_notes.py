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
"""What a command for the number of a note prints, by the names that word processors have for it."""
_NOTATION = re.compile(r"\\(arabic|roman|Roman|alph|Alph|fnsymbol)\b")


@dataclass(slots=True)
class NoteCounter:
    """One counter: ``style`` is that of the notes it numbers."""

    style: str
    number: int = 0
    chapter: int = 0
    notation: str = "arabic"
    notes: list[tuple[str, int, Prose, Position]] = field(default_factory=list)

    def step(self) -> str:
        """Count one further, and give the label that is printed."""
        self.number += 1
        return self.label

    @property
    def label(self) -> str:
        """The label of the note that was counted last."""
        return printed(self.number, _NOTATIONS[self.notation])

    def label_of(self, number: str) -> str:
        """Give the label for a number that the writer set, as it stands if it is none."""
        count = count_in(number)
        return number.strip() if count is None else printed(count, _NOTATIONS[self.notation])

    def keep(self, label: str, text: Prose, at: Position) -> None:
        """Keep the text of a note."""
        self.notes.append((label, self.chapter, text, at))

    def start_chapter(self) -> None:
        """Begin a list of its own at 1, as books do with each chapter."""
        if self.number:
            self.number = 0
            self.chapter += 1

    def set_notation(self, definition: str) -> None:
        """Take the notation from the definition of the command that prints the number."""
        found = _NOTATION.search(definition)
        if found:
            self.notation = found[1]

    def write(self, draft: DocumentBuilder) -> None:
        """Append the notes to the draft, in reading order."""
        for label, chapter, text, at in self.notes:
            draft.add_note(label, text, style=self.style, at=at, chapter=chapter)
