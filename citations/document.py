"""What a file holds before anything is made of it: blocks, sentences, markers and notes, with their places.

Every text here is what a reader sees: markers are cut out, markup is gone, runs of white space are one blank.
Every place is a place in the original file, for editors, annotations and reports.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A place in the original file, line and column counted from 1 (columns in characters).

    Formats without lines count what they have: paragraphs for DOCX and ODT, lines of the extracted text of a
    page for PDF. ``place`` then says it in words ("paragraph 12", "page 3") and is empty for text formats.
    """

    line: int
    column: int
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters from ``start`` up to and without ``end``, of the text that the holder names."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block is; only prose can hold claims."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"
    CAPTION = "caption"
    ASIDE = "aside"
    """The footer of a page: notes may stand there, but no text that needs notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the body without its markers. ``block`` counts from 0; the span is of the block's text."""

    text: str
    block: int
    start: int
    end: int
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The character at ``offset`` of a block's text stands at ``position`` of the file; the next ones follow it."""

    offset: int
    position: Position


def place_of(offset: int, anchors: Sequence[Anchor]) -> Position:
    """Give the place in the file of the character at ``offset`` of a text with these anchors, the first at 0."""
    anchor = anchors[bisect_right(anchors, offset, key=lambda one: one.offset) - 1]
    base = anchor.position
    return Position(line=base.line, column=base.column + offset - anchor.offset, place=base.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or cell of the body. ``level`` is a heading's (1 to 6), else 0.

    ``anchors`` ascend from offset 0. There is one wherever the text of the block stops following the text of the file:
    at a line end, a cut marker, markup. ``sentences`` are filled in after the file was read.
    """

    kind: BlockKind
    text: str
    anchors: tuple[Anchor, ...]
    level: int = 0
    chapter: int = 0
    sentences: tuple[Sentence, ...] = ()

    @property
    def position(self) -> Position:
        """Where the block begins."""
        return self.anchors[0].position

    def position_at(self, offset: int) -> Position:
        """Give the place in the file of the character at ``offset`` (0 to the length of the text)."""
        return place_of(offset, self.anchors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The ``[i]`` in the text. ``block`` and ``offset`` say where it stood in the block's text.

    ``raw`` is the marker as it was written; ``style`` is the name of the note style that found it;
    ``chapter`` tells apart labels that restart (0 for the first or only list of notes).
    """

    label: str
    raw: str
    style: str
    block: int
    offset: int
    position: Position
    chapter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RawNote:
    """A note before it is parsed. ``raw`` is its text after the label, white space folded.

    ``urls`` are targets of links in the note whose address the visible text does not show, in order.
    ``path`` is set where the note stands in another file than the article. ``marks`` are the labels of other notes
    to which markers in this one point. ``emphasis`` is what of ``raw`` the format sets in italics.
    """

    label: str
    raw: str
    position: Position
    style: str
    chapter: int = 0
    urls: tuple[str, ...] = ()
    path: str | None = None
    marks: tuple[str, ...] = ()
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A ``provenote: ignore C501 -- reason`` comment; ``rules`` empty means every rule.

    It holds for findings on lines from ``first_line`` to ``last_line`` (the note or paragraph it stands beside).
    """

    rules: tuple[str, ...]
    reason: str
    first_line: int
    last_line: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something a reader of the file noticed and kept as data, for a check to report.

    ``kind`` is one of the words documented where it is made (such as "broken-paragraph", "url-has-spaces").
    ``path`` is set where it stands in another file than the article.
    """

    kind: str
    text: str
    line: int
    column: int
    label: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineLink:
    """A link in the body that leads to another site; ``offset`` is the end of its words in the block's text."""

    text: str
    url: str
    block: int
    offset: int
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as its format's reader gives it: the body in blocks, with markers and notes found and cut out.

    ``loose`` is body text after the notes (a bio, an upload date, a disclaimer), kept apart from ``blocks`` because
    it holds no claims. ``lines`` counts the lines of the file (paragraphs or pages where it has none).
    """

    format: str
    title: str | None
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[RawNote, ...]
    loose: tuple[Block, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    lines: int = 0
    links: tuple[InlineLink, ...] = ()
    dated: tuple[str, int] | None = None
    """The article's own date as its front matter or metadata gives it, and the line where it stands."""
    wrapped: bool = False
    """Lines are wrapped by the layout, also within long addresses."""
