"""The notes of a wiki article: numbered in the order of their first use, by group, as the wiki prints them."""

from dataclasses import dataclass, field

from citations.document import Position
from citations.formats.assembly import DocumentBuilder
from citations.formats.counters import counted_letters
from citations.formats.prose import Prose, ProseWriter

WORK = "wikitext-work"
"""The style of works that short notes call by author and year."""


@dataclass(slots=True)
class _Entry:
    label: str
    chapter: int
    texts: list[tuple[Prose, Position]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteUse:
    """The use of a note by a marker: the printed label, and the key under which the note's text is kept."""

    label: str
    chapter: int
    key: tuple[str, int, str]


@dataclass(slots=True)
class Works:
    """The works that a page lists, and which of them its short notes call by author and year."""

    listed: dict[str, tuple[str, Position]] = field(default_factory=dict)
    called: dict[str, None] = field(default_factory=dict)

    def write(self, draft: DocumentBuilder) -> None:
        """Append the works that are cited to the draft, as notes."""
        for label in self.called:
            if label in self.listed:
                text, at = self.listed[label]
                writer = ProseWriter()
                writer.add(text, at)
                draft.add_note(label, writer.finish(), style=WORK, at=at)


class NoteRegister:
    """Labels notes in the order of their use, and adds them to the draft at the end."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, int, str], _Entry] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._chapters: dict[str, int] = {}

    def use(self, group: str, name: str) -> NoteUse:
        """Give the use of a note by a marker; without a name, it is a new note."""
        key = self._key(group, name)
        entry = self._entries.get(key)
        if entry is None or not entry.label:
            number = self._counts.get(key[:2], 0) + 1
            self._counts[key[:2]] = number
            entry = entry or _Entry(label="", chapter=key[1])
            entry.label = _label(group, number)
            # Notes are printed in the order of their first use, wherever their text was written.
            self._entries.pop(key, None)
            self._entries[key] = entry
        return NoteUse(label=entry.label, chapter=entry.chapter, key=key)

    def keep(self, use: NoteUse, text: Prose, at: Position) -> None:
        """Keep the text of a note that the article points to. A second, different text makes a second note."""
        self._keep(self._entries[use.key], text, at)

    def define(self, group: str, name: str, text: Prose, at: Position) -> None:
        """Keep the text of a note that a list of notes defines; the article need not use it."""
        key = self._key(group, name)
        self._keep(self._entries.setdefault(key, _Entry(label="", chapter=key[1])), text, at)

    def _key(self, group: str, name: str) -> tuple[str, int, str]:
        return group, self._chapters.get(group, 0), name or f"\0{len(self._entries)}"

    def close(self, group: str) -> None:
        """End the list of a group, which the wiki prints here; numbers restart at 1 after it."""
        if self._counts.get((group, self._chapters.get(group, 0))):
            self._chapters[group] = self._chapters.get(group, 0) + 1

    def write(self, draft: DocumentBuilder, style: str) -> None:
        """Append the notes to the draft. One that the text never uses goes by its name."""
        unused = 0
        for (_, _, name), entry in self._entries.items():
            label = entry.label or name
            if label.startswith("\0"):
                unused += 1
                label = f"unreferenced {unused}"
            for text, at in entry.texts:
                draft.add_note(label, text, style=style, at=at, chapter=entry.chapter)

    @staticmethod
    def _keep(entry: _Entry, text: Prose, at: Position) -> None:
        if text.text and all(text.text != known.text for known, _ in entry.texts):
            entry.texts.append((text, at))


def _label(group: str, number: int) -> str:
    """Give what the wiki prints: a bare number, a letter for the built-in groups, else "note 1"."""
    if group in {"", "decimal"}:
        return str(number)
    if group in {"lower-alpha", "upper-alpha"}:
        letters = counted_letters(number)
        return letters if group == "lower-alpha" else letters.upper()
    return f"{group} {number}"
