"""What a file holds before anything is made of it: blocks, sentences, markers and notes, with their places.

Every text here is what a reader sees: markers are cut out, markup is gone, runs of white space are one blank.
Every place is a place in the original file, for editors, annotations and reports.
"""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the body without its markers. ``block`` counts from 0; the span is of the block's text."""

    text: str
    block: int
    start: int
    end: int
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or cell of the body. ``level`` is a heading's (1 to 6), else 0."""

    kind: BlockKind
    text: str
    position: Position
    level: int = 0
    sentences: tuple[Sentence, ...] = ()


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
    ``path`` is set where the note stands in another file than the article.
    """

    label: str
    raw: str
    position: Position
    style: str
    chapter: int = 0
    urls: tuple[str, ...] = ()
    path: str | None = None
