"""Plain text: paragraphs between blank lines, hard-wrapped or not; notes at the foot of pages or at the end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from citations.comments import Remark, blank_comments, ignores_for, remark_in
from citations.document import BlockKind, Document
from citations.drafts import Draft, LineTable
from citations.formats.base import NotesReader, decode
from citations.formats.doubled_brackets import with_doubled_brackets
from citations.formats.markdown_inline import InlineReader, joined_lines
from citations.formats.text_pages import without_page_edges
from citations.frontmatter import read_front_matter
from citations.scanning import scan

_RULE = re.compile(r"\s{0,30}(?:(?:[-_*=~—–]\s?){3,200}|[_*])$")
"""A line across the page, or what was left of one."""
_RULE_SIGNS = frozenset("-_*=~—–")
"""What such lines begin with, and the line below a heading; asked first, since most lines begin with a letter."""
_BULLET_SIGNS = frozenset("-*•·‣o")
_NOTE_SIGNS = frozenset("†‡*")
_SIGNS = re.compile(r"#{1,6}(?=\s)")
_BULLET = re.compile(r"\s{0,30}(?P<sign>[-*•·‣o])\s+(?=\S)")
_SIGNED = re.compile(r"\s{0,3}(?:†{1,3}|‡{1,3}|\*{2,3})\s?(?=[^\s*†‡])")
"""What opens a note at the foot of a page, on a line of its own."""
_UNDERLINE = re.compile(r"(?:={3,200}|-{3,200}|~{3,200})\s*$")
_WIKI_HEADING = re.compile(r"(?P<signs>={2,6})\s?(?P<words>[^=\s][^=]{0,100}?)\s?(?P=signs)\s*$")
"""A heading of DokuWiki, the highest with the most signs."""
_QUOTED = re.compile(r"(?!>>>\s)(?:>[ \t]?){1,20}")
"""What stands before each line that a mail quotes; three such signs alone are a prompt of Python."""
_WIDEST, _NARROWEST = 100, 50
"""Characters of the lines of a text that was set for a page: full ones are a third of those that go on."""
_SECTION = re.compile(r"\s{0,9}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5})\.\s{1,5}[A-Z][^.!?]{1,60}$")
"""A line that reads like the heading of a section."""
_SECTION_LEVEL = 6
_ENDED = re.compile(r"[.!?:”\"’)\]]\d{0,3}\s*$")
_INDENT = 2
"""Blanks before a line that make a paragraph under a label part of its note."""
_LABELLED = re.compile(r"\s{0,9}(?:[^\w\s\"“‘«„]|\d|(?:[ivxlcIVXLC]{1,8}|[a-zA-Z])[\]).:])")
"""What a note or an item begins with: more lines may belong to it."""
_CONTINUED = re.compile(r"\s{0,9}(?:https?://|www\.)")
_FIRST_LINE = re.compile(r"(?:^|\n[ \t\r]{0,80}\n)(?P<indent>[ \t]{0,40})(?=\S)")
_PARTED = 4
"""Line ends without words that part chapters: the title of one, set in the middle of its line, continues nothing."""


@dataclass(slots=True)
class _Chunk:
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    rule_before: bool = False
    continues: bool = False
    label: str | None = None
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Offsets of the lines in the text: where each begins and ends."""


class _PlainText(NotesReader):
    name = "plain"

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        source, oddities = decode(data, name=name)
        lines = LineTable(source)
        text, remarks = blank_comments(source, lines)
        text = without_page_edges(text)
        front, start = read_front_matter(text)
        splitter = _Splitter(text, start, lines)
        reader = InlineReader(lines, markdown=False)
        drafts = list(
            with_doubled_brackets(draft for chunk in splitter.chunks for draft in _drafts(chunk, text, reader))
        )
        document = scan(
            drafts,
            format_name=self.name,
            lines=lines.count,
            title=front.title,
            dated=front.dated,
            ignores=ignores_for((*remarks, *splitter.remarks), drafts),
            oddities=oddities,
            whole_is_notes=whole_is_notes,
            labels=labels,
        )
        return replace(document, wrapped=_is_wrapped(splitter.chunks))


FORMAT = _PlainText()


def _drafts(chunk: _Chunk, text: str, reader: InlineReader) -> Iterator[Draft]:
    if chunk.kind is BlockKind.QUOTE:
        words, segments = joined_lines((text[start:end], start) for start, end in chunk.lines)
    else:
        words, segments = text[chunk.lines[0][0] : chunk.lines[-1][1]], ((0, chunk.lines[0][0]),)
    for draft in reader.read(words, segments, chunk.kind):
        if draft.text:
            yield replace(
                draft,
                level=chunk.level,
                rule_before=chunk.rule_before,
                continues=chunk.continues,
                label=chunk.label,
            )


def _is_wrapped(chunks: Sequence[_Chunk]) -> bool:
    """Whether all lines that go on in another one end where the page does."""
    widths = [end - start for chunk in chunks for start, end in chunk.lines[:-1]]
    return bool(widths) and max(widths) <= _WIDEST and 3 * sum(width >= _NARROWEST for width in widths) > len(widths)


def _margin(text: str) -> int:
    """Give the blanks before the first lines of most paragraphs: the margin that a printed text keeps."""
    indents = Counter(len(found["indent"]) for found in _FIRST_LINE.finditer(text))
    return max(indents, key=lambda indent: indents[indent], default=0)


def _has_whole_lines(text: str) -> bool:
    """Whether most lines longer than a narrow page are longer than a wide one, too: each is a whole paragraph."""
    widths = [len(line) for line in text.split("\n")]
    return 2 * sum(width > _WIDEST for width in widths) > sum(width >= _NARROWEST for width in widths)


class _Splitter:
    """Splits a text into chunks; lines that are remarks to this program are taken out."""

    def __init__(self, text: str, start: int, lines: LineTable) -> None:
        self.chunks: list[_Chunk] = []
        self.remarks: list[Remark] = []
        self._text = text
        self._current: _Chunk | None = None
        self._rule = False
        self._seen = start
        self._gap = 0
        """Line ends since the last line with words."""
        self._whole_lines = _has_whole_lines(text[start:])
        self._margin = _margin(text[start:])
        for found in re.finditer(r"[^\n\f]{1,1000000}|\f", text[start:]):
            self._line(found[0], start + found.start(), lines)

    def _line(self, line: str, offset: int, lines: LineTable) -> None:
        stripped = line.strip()
        self._gap += self._text.count("\n", self._seen, offset)
        self._seen = offset + len(line)
        if self._gap > 1:
            self._current = None
        remark = remark_in(stripped, lines.line(offset)) if "provenote:" in stripped else None
        if remark is not None:
            self.remarks.append(remark)
        elif line == "\f" or (stripped[:1] in _RULE_SIGNS and self._ruled(line, stripped)):
            self._rule = self._rule or line == "\f"
            self._current = None
        elif stripped:
            if self._whole_lines and self._is_whole(line):
                self._current = None
            self._words(line, offset, stripped[0])

    def _is_whole(self, line: str) -> bool:
        """Whether a line is a paragraph of its own, as is the one above it, where each paragraph is one long line."""
        if self._current is None or line[0].islower() or _CONTINUED.match(line):
            return False
        start, end = self._current.lines[-1]
        return max(end - start, len(line)) > _NARROWEST and not _LABELLED.match(self._text, self._current.lines[0][0])

    def _ruled(self, line: str, stripped: str) -> bool:
        """Take a line of signs: across the page, or below a heading; whether it was one."""
        if self._is_underline(stripped) and self._current is not None:
            self._current.kind, self._current.level = BlockKind.HEADING, 1 if stripped[0] == "=" else 2
        elif _RULE.match(line):
            self._rule = True
        else:
            return False
        return True

    def _is_underline(self, stripped: str) -> bool:
        current = self._current
        return current is not None and len(current.lines) == 1 and _UNDERLINE.match(stripped) is not None

    def _words(self, line: str, offset: int, sign: str) -> None:
        """Take a line with words, the first of whose signs is ``sign``."""
        quoted = _QUOTED.match(line) if line[0] == ">" else None
        if quoted:
            self._quoted(line[quoted.end() :], offset + quoted.end())
            return
        if self._current is not None and self._current.kind is BlockKind.QUOTE:
            self._current = None
        heading = self._heading(line, offset, sign)
        if heading is not None:
            level, start, end = heading
            self._open(BlockKind.HEADING, level=level)
            self._add(offset + start, offset + end)
            self._current = None
            return
        bullet = _BULLET.match(line) if sign in _BULLET_SIGNS else None
        if bullet:
            self._open(BlockKind.ITEM, label=bullet["sign"] if bullet["sign"] == "*" else None)
            offset, line = offset + bullet.end(), line[bullet.end() :]
        elif self._current is None or (sign in _NOTE_SIGNS and _SIGNED.match(line)):
            indent = len(line) - len(line.lstrip()) - self._margin
            self._open(BlockKind.PARAGRAPH, continues=indent >= _INDENT and self._gap < _PARTED)
        self._add(offset, offset + len(line))

    def _quoted(self, words: str, offset: int) -> None:
        """Take a line that is quoted, without the signs before it; one with no words ends a paragraph."""
        if not words.strip():
            self._current = None
            return
        if self._current is None or self._current.kind is not BlockKind.QUOTE:
            self._open(BlockKind.QUOTE)
        self._add(offset, offset + len(words))

    def _heading(self, line: str, offset: int, sign: str) -> tuple[int, int, int] | None:
        """Give the level of a heading, and where its words begin and end in the line; ``None`` for another line."""
        if sign == "#":
            signs = _SIGNS.match(line)
            return (len(signs[0]), signs.end(), len(line)) if signs else None
        if sign == "=":
            wiki = _WIKI_HEADING.match(line)
            return (_SECTION_LEVEL + 1 - len(wiki["signs"]), *wiki.span("words")) if wiki else None
        return (_SECTION_LEVEL, 0, len(line)) if self._is_section(line, offset) else None

    def _is_section(self, line: str, offset: int) -> bool:
        """Whether a line heads the text right below it: it is numbered, and short though more would fit on it."""
        if not _SECTION.match(line):
            return False
        if self._current is not None and not _ENDED.search(self._text, *self._current.lines[-1]):
            return False
        after = self._text[offset + len(line) + 1 : offset + len(line) + 1 + _WIDEST].partition("\n")[0]
        return after[:1].isupper() and len(line) + len(after.partition(" ")[0]) < _NARROWEST <= len(after)

    def _open(self, kind: BlockKind, *, level: int = 0, continues: bool = False, label: str | None = None) -> None:
        self._current = _Chunk(kind=kind, level=level, rule_before=self._rule, continues=continues, label=label)
        self._rule = False
        self.chunks.append(self._current)

    def _add(self, start: int, end: int) -> None:
        if self._current is not None:
            self._current.lines.append((start, end))
            self._gap = 0
