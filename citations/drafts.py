"""A file before its notes are found: blocks of visible text, with the inline marks that notes are made of.

A format's reader makes drafts, ``citations.scanning.scan`` finds markers and notes in them and gives the document.
A reader whose file says outright what is a marker and what is a note (DOCX, LaTeX) says so with an inline of kind
MARKER and with ``note=True``; the rest is for the note styles to find.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from unicodedata import normalize

from citations.document import Anchor, BlockKind, Position, place_of

_CONTROLS = "\x01\x03\x04\x05\x06\x07\x08\x7f"
"""Control characters without meaning in a text; LibreOffice sets some of them around the fields of Zotero."""
INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff" + _CONTROLS)
"""Characters that print nothing, such as soft hyphens."""
_VISIBLE = re.compile(rf"[^{''.join(sorted(INVISIBLE))}]+")
_SPACE = re.compile(r"[\t\r\n\f\v\u00a0\u2002-\u200a\u202f\u3000][ \t\r\n\f\v\u00a0\u2002-\u200a\u202f\u3000]*| {2,}")
"""White space that is not a single blank already."""


AUTOLINK = "autolink"
"""The role of a link whose text is its own address in angle brackets."""
LONGEST_RAW = 200
"""Characters of an inline's markup that are kept; markers are far shorter."""


class InlineKind(StrEnum):
    """What a stretch of a draft's text is, as far as notes care."""

    SUPERSCRIPT = "superscript"
    LINK = "link"
    VERBATIM = "verbatim"
    """Code and formulas: never searched for markers."""
    EMPHASIS = "emphasis"
    """Italics, or what the format has in their place."""
    MARKER = "marker"
    """A marker by the format's own syntax; ``label`` names its note. Its text is cut out of the block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A stretch of a draft's text, from ``start`` up to ``end``.

    ``position`` is where its markup begins in the file, ``raw`` that markup as written, up to ``LONGEST_RAW``
    characters. ``target`` is set for links, ``label`` for markers.
    """

    kind: InlineKind
    start: int
    end: int
    position: Position
    raw: str = ""
    target: str = ""
    label: str = ""
    role: str = ""
    """What the file says that a link is for: "noteref", "backlink", "autolink" (``<https://…>``) or nothing."""
    written: str = ""
    """A link's target as the file has it, if it begins wrongly and was repaired."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block as the file has it, markers still in its text.

    ``label``: the number or star printed before a list item, or the label of a note. ``note``: the format's own
    syntax says that this is a note. ``continues``: it belongs to the block before it (an indented paragraph of an
    item or note). ``ids``: names that links of the file can point to. ``row`` tells the rows of tables apart, ``None``
    outside one.
    ``rule_before``: a line or page break stands above it. ``last_line``: where it ends.
    """

    kind: BlockKind
    text: str
    anchors: tuple[Anchor, ...]
    inlines: tuple[Inline, ...] = ()
    level: int = 0
    label: str | None = None
    note: bool = False
    continues: bool = False
    ids: tuple[str, ...] = ()
    row: int | None = None
    chapter: int = 0
    rule_before: bool = False
    last_line: int = 0
    breaks: tuple[int, ...] = ()
    """Offsets of the text at which a new line begins in the file."""

    @property
    def position(self) -> Position:
        """Where the draft begins."""
        return self.anchors[0].position

    def position_at(self, offset: int) -> Position:
        """Give the place in the file of the character at ``offset`` of the text."""
        return place_of(offset, self.anchors)


class LineTable:
    """Turns offsets of a text into lines and columns; ``count`` is the number of its lines."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
        self._length = len(text)

    @property
    def count(self) -> int:
        """The number of lines; a line end at the very end begins no new one."""
        return len(self._starts) - (self._starts[-1] == self._length and self._length > 0)

    def position(self, offset: int) -> Position:
        """Give the line and column, from 1, of the character at ``offset`` (from 0)."""
        line = bisect_right(self._starts, offset)
        return Position(line=line, column=offset - self._starts[line - 1] + 1)

    def line(self, offset: int) -> int:
        """Give the line, from 1, of the character at ``offset``."""
        return bisect_right(self._starts, offset)

    def lines(self) -> list[tuple[int, int]]:
        """Give where each line begins and ends, in a text whose lines end in a line feed alone."""
        return list(zip(self._starts, [*(start - 1 for start in self._starts[1:]), self._length], strict=True))


class TextBuilder:
    """Collects the visible text of one block from pieces of a source text, folding white space as it goes.

    ``length`` is the number of characters so far; spans of inlines are taken from it.
    """

    def __init__(
        self, lines: LineTable, segments: tuple[tuple[int, int], ...] = ((0, 0),), *, wrapped: bool = False
    ) -> None:
        """Read offsets through ``segments``: pairs of an offset as given and the offset in the source.

        ``wrapped``: a line end in the source is a blank and begins no line that people see, as in HTML.
        """
        self._lines = lines
        self._pieces: list[str] = []
        self._anchors: list[tuple[int, int]] = []
        self._blank = True
        self._breaks: list[int] = []
        self._moved = False
        self._wrapped = wrapped
        self._segments = segments
        self._given = [given for given, _ in segments]
        self.length = 0

    def add(self, text: str, offset: int) -> None:
        """Add ``text``, which stands as it is at ``offset`` of the source."""
        start = 0
        for space in _SPACE.finditer(text):
            self._put(text[start : space.start()], offset + start)
            self.blank(offset + space.start())
            if "\n" in space[0] or "\r" in space[0]:
                self._moved = True
                if not self._wrapped:
                    self.new_line()
            start = space.end()
        self._put(text[start:], offset + start)

    def add_as(self, text: str, offset: int) -> None:
        """Add ``text``, for which something else is written at ``offset`` (an entity, an escape)."""
        if text.isspace():
            self.blank(offset)
        else:
            self._put(text, offset)

    def blank(self, offset: int) -> None:
        """Add one blank, unless the text so far ends with one or is empty."""
        if not self._blank:
            self._put(" ", offset)
            self._blank = True

    def text_from(self, start: int) -> str:
        """Give the text so far, from the offset ``start`` on."""
        pieces, at = [], self.length
        for piece in reversed(self._pieces):
            if at <= start:
                break
            pieces.append(piece)
            at -= len(piece)
        return "".join(reversed(pieces))[max(start - at, 0) :]

    def new_line(self) -> None:
        """Note that what follows begins on a new line."""
        self._moved = True
        if self.length and (not self._breaks or self._breaks[-1] != self.length):
            self._breaks.append(self.length)

    def draft(self, kind: BlockKind, *, inlines: tuple[Inline, ...] = (), start: int = 0, end: int = 0) -> Draft:
        """Give the draft; ``start`` and ``end`` say where the block stands in the source if it has no text."""
        text = "".join(self._pieces).rstrip()
        if len(text) < self.length:
            inlines = tuple(
                replace(one, start=min(one.start, len(text)), end=min(one.end, len(text))) for one in inlines
            )
        anchors = self._anchors or [(0, start)]
        return Draft(
            kind=kind,
            text=text,
            anchors=tuple(Anchor(offset=at, position=self._lines.position(place)) for at, place in anchors),
            inlines=inlines,
            last_line=self._lines.line(max(end - 1, start, 0)),
            breaks=tuple(place for place in self._breaks if place < len(text)),
        )

    def _put(self, text: str, offset: int) -> None:
        if not (text.isascii() and text.isprintable()):
            if not INVISIBLE.isdisjoint(text):
                for piece in _VISIBLE.finditer(text):
                    self._put(piece[0], offset + piece.start())
                return
            text = normalize("NFC", text)  # an accent that is written apart is part of its letter
        if self._blank and text[:1] == " ":
            text, offset = text[1:], offset + 1
        if not text:
            return
        given, source = self._segments[bisect_right(self._given, offset) - 1 if len(self._given) > 1 else 0]
        offset += source - given
        if self._moved or not self._anchors or self._anchors[-1][1] + self.length - self._anchors[-1][0] != offset:
            self._anchors.append((self.length, offset))
            self._moved = False
        self._pieces.append(text)
        self.length += len(text)
        self._blank = text[-1] == " "
