"""The blocks of a Markdown text, line by line: headings, items, quotations, cells, definitions of notes and links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from citations.document import BlockKind
from citations.formats.markdown_code import Fences, numbers_in_brackets
from citations.formats.markdown_html import PART_TAG, OpenParts
from citations.formats.markdown_tokens import fold_label

_HEADING = re.compile(
    r" {0,3}(?P<signs>#{1,6})(?:(?:\s+|(?<=##)(?=[A-Z]))(?P<text>.*?))?(?:\s+#{1,50})?(?:\s*\{[#.:][^{}]{0,300}\})?\s*$"
)
"""A heading. After two signs or more the blank is often forgotten: "##References"."""
_HEADING_ATTRIBUTES = re.compile(r"\s{1,50}\{[#.:][^{}]{0,300}\}\s{0,50}$")
_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}(?:(?:-\s?){3,200}|(?:\*\s?){3,200}|(?:_\s?){3,200}|_)$")
"""A rule across the page, or what a converter left of one."""
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_ITEM = re.compile(r"(?P<indent>\s*)(?P<sign>[-*+]|(?P<number>\d{1,9})[.)])(?P<gap>\s+)(?=\S)")
_DEFINITION = re.compile(r" {0,3}\[\^[^\]\s]{1,100}(?:\x20[^\]\s]{1,60}){0,6}\]:")
_REFERENCE = re.compile(
    r" {0,3}\[(?P<label>[^\]\[^][^\]\[]{0,200})\]:\s*<?(?P<target>[^\s<>]{1,2000})>?(?:\s+(?:\"[^\"]*\"|"
    r"'[^']*'|\(.*\)))?\s*$"
)
_TABLE_RULE = frozenset("|:- \t")
_GRID_RULE = re.compile(r"\s{0,3}\+(?:[-=:]{1,500}\+){1,100}\s*$")
_TERM_IS = re.compile(r"\s{0,3}[:~]\s{1,5}(?=\S)")
"""The sign before the definition of a term, or before the caption of a table."""
_SIGNED = re.compile(r"\s{0,3}(?:[†‡]{1,3}|(?:\\\*){1,3})\s?(?=[^\s*†‡])")
"""The symbol that opens a note at the foot of a page."""
_SETTING = re.compile(
    r"(?:\s{0,3}(?:\{:?[\s#.:\w][^{}]{0,300}\}|\([\w:.-]{1,80}\)="
    r"|import\s[\w{*][^\n]{0,300}\sfrom\s['\"][^'\"\n]{1,300}['\"];?)"
    r"|\s{0,12}:{3,50}(?:\s*\{[^{}]{0,300}\}|\s*[\w-]{0,50})\s*:*)\s*$"
)
"""A line that is not shown: it gives a block a name or class, imports something, or opens or closes a division."""
_BLOCK_TAG = re.compile(r"</?(?:p|div|blockquote|section|aside|article|details|center)[\s/>]", re.IGNORECASE)
"""A tag that begins or ends a block in browsers, wherever it stands."""
_LONE_TAG = re.compile(r"</?\w{1,10}(?:\s[^<>]{0,300})?>")
_NAMED_TAG = re.compile(r"\s(?:id|name)\s?=")
_BOX = re.compile(
    r"\s{0,20}(?:(?:!!!|\?\?\?\+?)\s?[\w-]{1,30}(?:\s{1,3}[\w-]{1,30}){0,4}|===[+!]?(?=\s\"))"
    r"(?:\s{1,3}\"(?P<title>[^\"]{0,200})\")?\s*$"
)
"""The line that opens a box or tab of MkDocs, whose content is indented like code."""
_CALLOUT = re.compile(r"\s?\[![\w-]{1,30}\][+-]?\s*")
"""The sign that makes a quotation a box in GitHub or Obsidian; the title of the box follows."""
_TASK = re.compile(r"\[[ xX]\]\s+(?=\S)")
"""The check box of a task in a list."""
_BOX_SIGNS = frozenset({"!!!", "???", "==="})
_PROPERTY = re.compile(
    r"\s*(?:id|collapsed|heading|background-color|icon|public|template|created-at|updated-at|(?:hl|ls|logseq)[.-][\w.-]{1,30})"
    r"::\s\S{1,80}\s*$"
)
"""A property that Logseq keeps in a line below a block, which the page does not show: "id:: 64af-1"."""
_CODE_INDENT = 4


@dataclass(slots=True)
class Chunk:
    """A block: its lines, each as a pair of text and offset in the file, and what is known of it."""

    kind: BlockKind
    lines: list[tuple[str, int]] = field(default_factory=list)
    level: int = 0
    label: str | None = None
    continues: bool = False
    row: int | None = None
    rule_before: bool = False


class Splitter:
    """Splits a Markdown text into chunks, line by line; ``references`` are its link definitions by folded label."""

    def __init__(self, text: str, start: int) -> None:
        self.chunks: list[Chunk] = []
        self.references: dict[str, str] = {}
        self._current: Chunk | None = None
        self._fence = ""
        self._fences = Fences(text)
        self._container = 0
        self._in_note = False
        self._in_html = False
        """Within a block of HTML, which goes on to the next blank line; indented lines in it are not code."""
        self._boxed = 0
        """How many boxes of MkDocs are open, one within another."""
        self._rule = False
        self._row = 0
        self._counter = 0
        self._parts = OpenParts()
        self._used = numbers_in_brackets(text) if "]: " in text else frozenset()
        """Numbers in brackets that are no links: a line like a link definition for such a number is a note."""
        for offset, line in _lines(text, start):
            self._line(line, offset)

    def _line(self, line: str, offset: int) -> None:
        stripped = line.strip()
        if self._boxed and stripped:
            line, offset = self._unboxed(line, offset)
        if stripped[:3] in _BOX_SIGNS and not self._fence and self._box(line, offset):
            return
        fence = _FENCE.match(line)
        if self._fence or fence:
            self._code(line, offset, fence["fence"] if fence else "")
        elif not stripped:
            self._current = None
            self._in_html = False
        elif not ("::" in line and _PROPERTY.match(line)) and not self._special(line, offset, stripped):
            self._text(line, offset)

    def _box(self, line: str, offset: int) -> bool:
        """Read a line that opens a box, whose title is text; give whether it is one."""
        box = _BOX.match(line)
        if box is None:
            return False
        self._close()
        if box["title"]:
            self._open(BlockKind.PARAGRAPH)
            self._append(box["title"], offset + box.start("title"))
            self._close()
        self._boxed += 1
        return True

    def _unboxed(self, line: str, offset: int) -> tuple[str, int]:
        """Give a line without the indentation of the boxes around it, and its new offset; less of it closes boxes."""
        while self._boxed and not line.startswith(" " * _CODE_INDENT * self._boxed):
            self._boxed -= 1
        indent = _CODE_INDENT * self._boxed
        return line[indent:], offset + indent

    def _code(self, line: str, offset: int, fence: str) -> None:
        """Read a line of a fenced block: it is skipped, unless the block belongs to a note or list item."""
        if not self._fence:
            if not self._fences.is_closed(fence, offset + len(line)):
                self._text(line, offset)
                return
            if self._in_note and self._current is None and not line[:1].isspace():
                self._leave()
            self._fence = fence
            self._current = None
        elif fence.startswith(self._fence) and not line.strip().strip(fence[0]):
            self._fence = ""
            self._current = None
        elif self._container and self.chunks and line.strip():
            if self._current is None:
                self._open(BlockKind.PARAGRAPH, continues=True)
            self._append(line, offset)

    def _special(self, line: str, offset: int, stripped: str) -> bool:
        """Read a line that is a block of its own; give whether it was one."""
        if self._heading(line, offset, stripped):
            return True
        ruled = stripped[0] in "-*_" and _RULE.match(line) is not None
        if ruled or (stripped[0] in "{:(i" and _SETTING.match(line)):
            self._close()
            self._rule = self._rule or ruled
            return True
        if stripped[0] == "[":
            return self._bracketed(line, offset)
        if stripped[0] == "<" and self._tagged(line, offset, stripped):
            return True
        if (
            _GRID_RULE.match(line)
            or stripped[0] == "|"
            or (self._row and "|" in stripped)
            or (set(stripped) <= _TABLE_RULE and "|" in stripped)
        ):
            self._table(line, offset, stripped)
            return True
        self._row = 0
        return False

    def _heading(self, line: str, offset: int, stripped: str) -> bool:
        """Read a heading, or the underline that makes one of the paragraph above; give whether it was one."""
        heading = _HEADING.match(line) if stripped[0] == "#" else None
        if heading is None:
            return stripped[0] in "=-" and _UNDERLINE.match(line) is not None and self._underline(stripped)
        self._open(BlockKind.HEADING, level=len(heading["signs"]))
        if heading["text"]:
            self._append(heading["text"], offset + heading.start("text"))
        self._close()
        return True

    def _underline(self, stripped: str) -> bool:
        chunk = self._current
        if chunk is None or chunk.kind is not BlockKind.PARAGRAPH or chunk.continues or len(chunk.lines) > 3:  # noqa: PLR2004 - no heading has four lines
            return False
        chunk.kind, chunk.level = BlockKind.HEADING, 1 if stripped[0] == "=" else 2
        last, offset = chunk.lines[-1]
        chunk.lines[-1] = _HEADING_ATTRIBUTES.sub("", last), offset
        self._close()
        return True

    def _bracketed(self, line: str, offset: int) -> bool:
        """Read the definition of a note or of a link target; give whether it was one."""
        if _DEFINITION.match(line):
            self._open(BlockKind.PARAGRAPH)
            self._append(line.lstrip(), offset + len(line) - len(line.lstrip()))
            self._container = 2
            self._in_note = True
            return True
        found = _REFERENCE.match(line)
        if found is None or (self._current is not None and not self._current.lines[0][0].lstrip().startswith("[")):
            return False
        if found["label"] in self._used:
            self._open(BlockKind.PARAGRAPH)
            self._append(line.strip(), offset + len(line) - len(line.lstrip()))
            self._close()
            return True
        self.references.setdefault(fold_label(found["label"]), found["target"])
        return True

    def _html_parts(self, line: str, offset: int) -> None:
        """Read a line of a list or table in HTML: each item and cell begins a block."""
        for part in self._parts.of_line(line):
            if part.kind is not None:
                self._open(part.kind, label=part.label, row=part.row)
                self._append(line[part.start : part.end], offset + part.start)
            elif not line.startswith("</li", part.start):
                self._close()

    def _tagged(self, line: str, offset: int, stripped: str) -> bool:
        """Read a line that begins with the HTML tag of a list, table or other block; give whether it was one."""
        if PART_TAG.match(stripped):
            self._in_html = True
            self._html_parts(line, offset)
            return True
        if self._container or not _BLOCK_TAG.match(stripped):
            return False
        self._close()
        self._in_html = True
        if not _LONE_TAG.fullmatch(stripped) or _NAMED_TAG.search(stripped):
            self._text(line, offset)
        return True

    def _table(self, line: str, offset: int, stripped: str) -> None:
        self._close()
        self._leave()
        if set(stripped) <= _TABLE_RULE or stripped[0] == "+":
            self._row += 1
            return
        self._row += 1
        for cell in re.finditer(r"(?:[^|\\]|\\.|\\$){1,20000}", line):
            if cell[0].strip():
                self._open(BlockKind.CELL, row=self._row)
                self._append(cell[0].strip(), offset + cell.start() + len(cell[0]) - len(cell[0].lstrip()))
        self._current = None

    def _text(self, line: str, offset: int) -> None:
        """Read a line of a paragraph, quotation or list item."""
        kind = BlockKind.PARAGRAPH
        while line.lstrip().startswith(">") and len(line) - len(line.lstrip()) < _CODE_INDENT:
            at = line.index(">") + 1
            offset, line, kind = offset + at, line[at:], BlockKind.QUOTE
        callout = _CALLOUT.match(line) if kind is BlockKind.QUOTE and self._current is None else None
        if callout:
            self._callout_title(line[callout.end() :], offset + callout.end())
        elif not line.strip():
            self._close()
        else:
            self._words(line, offset, kind)

    def _callout_title(self, title: str, offset: int) -> None:
        if title:
            self._open(BlockKind.QUOTE)
            self._append(title, offset)
        self._close()

    def _words(self, line: str, offset: int, kind: BlockKind) -> None:
        """Read a line with words, without the signs of a quotation around it; ``kind`` says whether it is quoted."""
        indent = _width_of_indent(line)
        if kind is BlockKind.PARAGRAPH and _SIGNED.match(line):
            self._open(kind)
        term = _TERM_IS.match(line)
        if term and kind is BlockKind.PARAGRAPH and not self._container:
            self._open(BlockKind.ITEM)
            self._append(line[term.end() :], offset + term.end())
            return
        item = _ITEM.match(line)
        if item and self._is_item(item, indent):
            self._item(item, line, offset)
        elif self._current is not None and kind is (self._current.kind if kind is BlockKind.QUOTE else kind):
            self._append(line, offset)
        elif self._container and indent >= min(self._container, 2):
            self._open(kind, continues=True)
            self._append(line, offset)
        elif not self._is_code(line, indent, kind):
            self._leave()
            self._open(kind)
            self._append(line, offset)

    def _is_code(self, line: str, indent: int, kind: BlockKind) -> bool:
        """Whether a line is indented code; a line that opens with a bracket may be a note."""
        indented = indent >= _CODE_INDENT and kind is BlockKind.PARAGRAPH and not self._in_html
        return indented and not line.lstrip().startswith("[")

    def _is_item(self, item: re.Match[str], indent: int) -> bool:
        if indent >= _CODE_INDENT and not self._container:
            return False
        if self._current is None or self._current.kind is BlockKind.ITEM:
            return True
        return item["number"] in {None, "1"} or self._container > 0

    def _item(self, item: re.Match[str], line: str, offset: int) -> None:
        """Read the first line of a list item; within a note it belongs to the note, whatever its number."""
        if self._in_note and item["indent"]:
            self._open(BlockKind.ITEM, continues=True)
            self._append(line[item.end() :], offset + item.end())
            return
        self._in_note = False
        label = "*" if item["sign"] == "*" else item["number"]
        if item["number"] is not None:
            in_list = self._container > 0 and self._counter > 0
            number = int(item["number"])
            lazy = in_list and number == 1 and self._counter >= 1 and not self._blank_since_list()
            self._counter = self._counter + 1 if lazy else number
            label = str(self._counter)
        self._open(BlockKind.ITEM, label=label)
        if not _SETTING.match(line, item.end()):
            task = _TASK.match(line, item.end()) if label is None or label == "*" else None
            start = task.end() if task else item.end()
            self._append(line[start:], offset + start)
        self._container = max(item.end(), 2)

    def _blank_since_list(self) -> bool:
        """Whether text of another kind stands between this item and the list before it."""
        last = self.chunks[-1] if self.chunks else None
        return last is None or not (last.kind is BlockKind.ITEM or last.continues)

    def _open(
        self,
        kind: BlockKind,
        *,
        level: int = 0,
        label: str | None = None,
        continues: bool = False,
        row: int | None = None,
    ) -> None:
        self._current = Chunk(kind=kind, level=level, label=label, continues=continues, row=row, rule_before=self._rule)
        self._rule = False
        if kind is BlockKind.HEADING:
            self._leave()
        self.chunks.append(self._current)

    def _leave(self) -> None:
        """Leave the list item or note: what follows belongs to neither."""
        self._container = 0
        self._in_note = False

    def _append(self, line: str, offset: int) -> None:
        if self._current is not None:
            self._current.lines.append((line, offset))

    def _close(self) -> None:
        self._current = None


def _width_of_indent(line: str) -> int:
    """Give the columns of white space before a line; a tab counts four."""
    indent = len(line) - len(line.lstrip(" \t"))
    return indent + 3 * line[:indent].count("\t")


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield each line after ``start`` with its offset, without its end."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, text[start:end].rstrip("\r")
        start = end + 1
