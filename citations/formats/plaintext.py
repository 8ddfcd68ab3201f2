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
"""A rule across the page, or what a converter left of one."""
_RULE_SIGNS = frozenset("-_*=~—–")
"""The first characters of rules and underlines; checked first for speed, since most lines begin with a letter."""
_BULLET_SIGNS = frozenset("-*•·‣o")
_NOTE_SIGNS = frozenset("†‡*")
_SIGNS = re.compile(r"#{1,6}(?=\s)")
_BULLET = re.compile(r"\s{0,30}(?P<sign>[-*•·‣o])\s+(?=\S)")
_SIGNED = re.compile(r"\s{0,3}(?:†{1,3}|‡{1,3}|\*{2,3})\s?(?=[^\s*†‡])")
"""The symbol that opens a note at the foot of a page."""
_UNDERLINE = re.compile(r"(?:={3,200}|-{3,200}|~{3,200})\s*$")
_WIKI_HEADING = re.compile(r"(?P<signs>={2,6})\s?(?P<words>[^=\s][^=]{0,100}?)\s?(?P=signs)\s*$")
"""A heading of DokuWiki; more signs mean a higher level."""
_QUOTED = re.compile(r"(?!>>>\s)(?:>[ \t]?){1,20}")
"""What precedes each quoted line of a mail. Three signs and a blank are Python's prompt."""
_WIDEST, _NARROWEST = 100, 50
"""Characters: no line of a text that was wrapped for a page is wider than the first; a full line reaches the second."""
_SECTION = re.compile(r"\s{0,9}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5})\.\s{1,5}[A-Z][^.!?]{1,60}$")
"""A line that reads like the heading of a section."""
_SECTION_LEVEL = 6
_ENDED = re.compile(r"[.!?:”\"’)\]]\d{0,3}\s*$")
_INDENT = 2
"""Blanks before a paragraph that make it a part of the note above."""
_LABELLED = re.compile(r"\s{0,9}(?:[^\w\s\"“‘«„]|\d|(?:[ivxlcIVXLC]{1,8}|[a-zA-Z])[\]).:])")
"""The beginning of a note or list item, to which more lines may belong."""
_CONTINUED = re.compile(r"\s{0,9}(?:https?://|www\.)")
_FIRST_LINE = re.compile(r"(?:^|\n[ \t\r]{0,80}\n)(?P<indent>[ \t]{0,40})(?=\S)")
_PARTED = 4
"""Empty lines between chapters: the centred title of a chapter is not a part of the note above."""


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
    """Whether the text is wrapped: lines within paragraphs are short, and a third of them are nearly full."""
    widths = [end - start for chunk in chunks for start, end in chunk.lines[:-1]]
    return bool(widths) and max(widths) <= _WIDEST and 3 * sum(width >= _NARROWEST for width in widths) > len(widths)


def _margin(text: str) -> int:
    """Give the indentation of most paragraphs, which is the margin of a printed text."""
    indents = Counter(len(found["indent"]) for found in _FIRST_LINE.finditer(text))
    return max(indents, key=lambda indent: indents[indent], default=0)


def _has_whole_lines(text: str) -> bool:
    """Whether each line is a whole paragraph: most of the lines that are not short are longer than any page is wide."""
    widths = [len(line) for line in text.split("\n")]
    return 2 * sum(width > _WIDEST for width in widths) > sum(width >= _NARROWEST for width in widths)


class _Splitter:
    """Splits a text into chunks, and takes out the lines that are ignore comments."""

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
        """Whether a line begins a paragraph, in a text in which each paragraph is one long line."""
        if self._current is None or line[0].islower() or _CONTINUED.match(line):
            return False
        start, end = self._current.lines[-1]
        return max(end - start, len(line)) > _NARROWEST and not _LABELLED.match(self._text, self._current.lines[0][0])

    def _ruled(self, line: str, stripped: str) -> bool:
        """Read a rule or the underline of a heading; give whether the line was one."""
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
        """Read a line with words; ``sign`` is its first character that is not blank."""
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
        """Read a quoted line, without the signs before it; an empty one ends a paragraph."""
        if not words.strip():
            self._current = None
            return
        if self._current is None or self._current.kind is not BlockKind.QUOTE:
            self._open(BlockKind.QUOTE)
        self._add(offset, offset + len(words))

    def _heading(self, line: str, offset: int, sign: str) -> tuple[int, int, int] | None:
        """Give the level of a heading and the span of its words in the line, ``None`` for any other line."""
        if sign == "#":
            signs = _SIGNS.match(line)
            return (len(signs[0]), signs.end(), len(line)) if signs else None
        if sign == "=":
            wiki = _WIKI_HEADING.match(line)
            return (_SECTION_LEVEL + 1 - len(wiki["signs"]), *wiki.span("words")) if wiki else None
        return (_SECTION_LEVEL, 0, len(line)) if self._is_section(line, offset) else None

    def _is_section(self, line: str, offset: int) -> bool:
        """Whether a line is a numbered heading right above its text: the next word would have fitted on it."""
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
