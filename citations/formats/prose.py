"""Writing the text that people see together with its places in the file, its markers, links and styled stretches."""

import re
from dataclasses import dataclass, replace
from unicodedata import normalize

from citations.document import Anchor, Oddity, Position, Span
from citations.drafts import INVISIBLE, InlineKind, LineTable
from citations.formats.base import decode
from citations.links import ADDRESS

_UNSEEN = "".join(sorted(INVISIBLE))
_PIECE = re.compile(rf"\s+|[{_UNSEEN}]+|[^\s{_UNSEEN}]+")
"""White space, signs that print nothing, or a word."""
_CLOSERS = frozenset(".,;:)。，、；：）")
"""A blank before a marker is cut out with it if one of these follows: "signed [1]." becomes "signed."."""
_LONGEST_EMPHASIS = 1500
"""Characters of the longest emphasis; it rarely spans more than a sentence."""
_BEFORE_EMPHASIS = frozenset("([{<'\"-/:“‘«„*_~+^")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marker that was cut out of the text; ``offset`` is where it stood."""

    label: str
    raw: str
    style: str
    offset: int
    position: Position
    chapter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link, with its words from ``start`` to ``end`` of the text."""

    url: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Clean text with its anchors, the markers cut out of it, and the links in it."""

    text: str
    anchors: tuple[Anchor, ...]
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    spans: tuple[tuple[InlineKind, int, int], ...] = ()
    """Superscripts, italics and verbatim text: kind, start and end."""
    breaks: tuple[int, ...] = ()
    """Offsets at which the writer began a new line within a paragraph."""

    @property
    def hidden_urls(self) -> tuple[str, ...]:
        """The addresses of other sites that the text does not show, each once, in order."""
        urls = (link.url for link in self.links if ADDRESS.match(link.url))
        return tuple(dict.fromkeys(url for url in urls if url not in self.text and url.rstrip("/") not in self.text))

    @property
    def emphasis(self) -> tuple[Span, ...]:
        """What stands in italics."""
        return tuple(Span(start=start, end=end) for kind, start, end in self.spans if kind is InlineKind.EMPHASIS)


class ProseWriter:
    """Collects the text of one block or note, piece by piece, folding white space as it goes."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._anchors: list[Anchor] = []
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._spans: list[tuple[InlineKind, int, int]] = []
        self._blank = False
        self._after_mark = False
        self._breaks: list[int] = []
        self._line = False

    @property
    def length(self) -> int:
        """How many characters have been written."""
        return self._length

    @property
    def next_offset(self) -> int:
        """Where the next word will begin: a blank may be due before it."""
        return self._length + (1 if self._blank and self._length else 0)

    def add(self, text: str, at: Position) -> None:
        """Write text that stands at ``at`` within one line of the file; a line end in it is one that people see."""
        for piece in _PIECE.finditer(text):
            word = piece[0]
            if word[0] in INVISIBLE:
                continue
            if word.isspace():
                self._blank = True
                self._line |= "\n" in word
                continue
            self._write(word if word.isascii() else normalize("NFC", word), at, piece.start())

    def blank(self) -> None:
        """Write a blank, unless one stands there already or the text is empty."""
        self._blank = True

    def mark(self, label: str, raw: str, style: str, at: Position, *, chapter: int = 0) -> None:
        """Note that a marker was cut out here."""
        mark = Mark(label=label, raw=raw, style=style, offset=self._length, position=at, chapter=chapter)
        self._marks.append(mark)
        self._after_mark = True

    def cut(self) -> None:
        """Note that something without words was cut out here; blanks are treated as around a marker."""
        self._after_mark = True

    def link(self, url: str, start: int) -> None:
        """Make a link of the text from ``start`` on."""
        self._links.append(Link(url=url, start=start, end=self._length))

    def span(self, kind: InlineKind, start: int) -> None:
        """Mark the text from ``start`` on as a superscript, italics or verbatim."""
        if start < self._length:
            self._spans.append((kind, start, self._length))

    def append(self, prose: Prose, at: Position, *, start: int = 0) -> None:
        """Write other prose from its offset ``start`` on, as if it stood at ``at``; its marks are not taken over."""
        text = prose.text[start:].lstrip()
        shift = self.next_offset - len(prose.text) + len(text)
        self.add(text, at)
        self._links += [replace(one, start=max(one.start + shift, 0), end=one.end + shift) for one in prose.links]
        self._spans += [(kind, max(first + shift, 0), end + shift) for kind, first, end in prose.spans if end > start]

    def finish(self) -> Prose:
        """Give what was written; text and anchors are empty if no word was written."""
        return Prose(
            text="".join(self._parts),
            anchors=tuple(self._anchors),
            marks=tuple(self._marks),
            links=tuple(self._links),
            spans=tuple(self._spans),
            breaks=tuple(self._breaks),
        )

    def _write(self, word: str, at: Position, shift: int) -> None:
        if self._blank and self._length and not (self._after_mark and word[0] in _CLOSERS):
            self._parts.append(" ")
            self._length += 1
        if self._line and self._length:
            self._breaks.append(self._length)
        self._blank = self._line = self._after_mark = False
        column = at.column + shift
        last = self._anchors[-1] if self._anchors else None
        if (
            last is None
            or last.position.line != at.line
            or last.position.column + self._length - last.offset != column
            or last.position.place != at.place
        ):
            position = Position(line=at.line, column=column, place=at.place)
            self._anchors.append(Anchor(offset=self._length, position=position))
        self._parts.append(word)
        self._length += len(word)


class SourceText(LineTable):
    """The text of a file with its lines, from which stretches are written."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def copy(self, writer: ProseWriter, start: int, end: int) -> None:
        """Write the characters from ``start`` to ``end`` as they stand, line ends as blanks."""
        while start < end:
            position = self.position(start)
            stop = self.text.find("\n", start, end) + 1 or end
            writer.add(self.text[start:stop], position)
            start = stop


def read_text(data: bytes, *, name: str) -> tuple[str, tuple[Oddity, ...]]:
    """Give the text of a text file with plain line ends, and what was odd about its encoding.

    Raises:
        UnreadableArticleError: the file is empty, binary or too large.
    """
    text, oddities = decode(data, name=name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), oddities


class Emphasis:
    """Tells signs of emphasis in one stretch of text from stars and slashes that are text.

    A sign opens before a word and closes after one, and counts only in pairs: "C++" and "and/or" have no pair.
    ``italics`` are the signs whose stretches are marked as italics in the writer.
    """

    def __init__(self, text: str, start: int, end: int, writer: ProseWriter, italics: frozenset[str]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._writer = writer
        self._italics = italics
        self._open: dict[str, int] = {}

    def open(self, sign: str) -> None:
        """Open a stretch here that ``sign`` closes."""
        self._open[sign] = self._writer.next_offset

    def is_sign(self, start: int, end: int) -> bool:
        """Whether the characters from ``start`` to ``end`` are a sign of emphasis, which opens or closes a stretch."""
        sign = self._text[start:end]
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        if sign in self._open and not before.isspace() and not (after.isascii() and after.isalnum()):
            begun = self._open.pop(sign)
            if sign in self._italics:
                self._writer.span(InlineKind.EMPHASIS, begun)
            return True
        if after.isspace() or not (before.isspace() or before in _BEFORE_EMPHASIS):
            return False
        partner = re.compile(rf"(?<=\S){re.escape(sign)}(?![A-Za-z0-9])")
        if partner.search(self._text, end + 1, min(self._end, end + _LONGEST_EMPHASIS)) is None:
            return False
        self._open[sign] = self._writer.next_offset
        return True
