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
"""A heading; behind two signs and more the blank that others need is often forgotten: "##References"."""
_HEADING_ATTRIBUTES = re.compile(r"\s{1,50}\{[#.:][^{}]{0,300}\}\s{0,50}$")
_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}(?:(?:-\s?){3,200}|(?:\*\s?){3,200}|(?:_\s?){3,200}|_)$")
"""A line across the page, or what a converter left of one."""
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
"""What stands before the definition of a term, and before the caption of a table."""
_SIGNED = re.compile(r"\s{0,3}(?:[†‡]{1,3}|(?:\\\*){1,3})\s?(?=[^\s*†‡])")
"""What opens a note at the foot of a page, on a line of its own."""
_SETTING = re.compile(
    r"(?:\s{0,3}(?:\{:?[\s#.:\w][^{}]{0,300}\}|\([\w:.-]{1,80}\)="
    r"|import\s[\w{*][^\n]{0,300}\sfrom\s['\"][^'\"\n]{1,300}['\"];?)"
    r"|\s{0,12}:{3,50}(?:\s*\{[^{}]{0,300}\}|\s*[\w-]{0,50})\s*:*)\s*$"
)
"""A line that names a block, gives it a class or loads a part of the page, or that opens or closes a division.

Nothing of it is shown.
"""
_BLOCK_TAG = re.compile(r"</?(?:p|div|blockquote|section|aside|article|details|center)[\s/>]", re.IGNORECASE)
"""What begins or ends a block, as browsers see it, wherever it stands."""
_LONE_TAG = re.compile(r"</?\w{1,10}(?:\s[^<>]{0,300})?>")
_NAMED_TAG = re.compile(r"\s(?:id|name)\s?=")
_BOX = re.compile(
    r"\s{0,20}(?:(?:!!!|\?\?\?\+?)\s?[\w-]{1,30}(?:\s{1,3}[\w-]{1,30}){0,4}|===[+!]?(?=\s\"))"
    r"(?:\s{1,3}\"(?P<title>[^\"]{0,200})\")?\s*$"
)
"""What opens a box or a tab of MkDocs, whose text is indented like code."""
_CALLOUT = re.compile(r"\s?\[![\w-]{1,30}\][+-]?\s*")
"""What makes a quotation a box of GitHub or Obsidian, before the title of the box."""
_TASK = re.compile(r"\[[ xX]\]\s+(?=\S)")
"""The box of a task in a list, ticked or not."""
_BOX_SIGNS = frozenset({"!!!", "???", "==="})
_CODE_INDENT = 4


@dataclass(slots=True)
class Chunk:
    """Lines of one block: pairs of their text and the offset where it stands in the file."""

    kind: BlockKind
    lines: list[tuple[str, int]] = field(default_factory=list)
    level: int = 0
    label: str | None = None
    continues: bool = False
    row: int | None = None
    rule_before: bool = False


class Splitter:
    """Splits a Markdown text into chunks, line by line; ``references`` are its link definitions."""

    def __init__(self, text: str, start: int) -> None:
        self.chunks: list[Chunk] = []
        self.references: dict[str, str] = {}
        self._current: Chunk | None = None
        self._fence = ""
        self._fences = Fences(text)
        self._container = 0
        self._in_note = False
        self._in_html = False
        """A block of HTML goes on to the next blank line, and indented lines in it are no code."""
        self._boxed = 0
        """Boxes of MkDocs around the line, one within the other."""
        self._rule = False
        self._row = 0
        self._counter = 0
        self._parts = OpenParts()
        self._used = numbers_in_brackets(text) if "]: " in text else frozenset()
        """Numbers in brackets that are no links: what looks like the definition of a link of that name is a note."""
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
        elif not self._special(line, offset, stripped):
            self._text(line, offset)

    def _box(self, line: str, offset: int) -> bool:
        """Take a line that opens a box, of which people see the title; whether it is one."""
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
        """Give a line without the indent of the boxes that it stands in, and its new offset; they end before others."""
        while self._boxed and not line.startswith(" " * _CODE_INDENT * self._boxed):
            self._boxed -= 1
        indent = _CODE_INDENT * self._boxed
        return line[indent:], offset + indent

    def _code(self, line: str, offset: int, fence: str) -> None:
        """Skip a fenced block, unless it is the content of a note or list item."""
        if not self._fence:
            if not self._fences.is_closed(fence, offset + len(line)):
                self._text(line, offset)
                return
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
        """Take a line that is a block of its own; whether it was one."""
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
        """Take a heading, or the line below a paragraph that makes it one; whether it was one."""
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
        """Take the definition of a note or of a link target."""
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
        """Take a line of a list or table that is written in HTML: each item and cell begins a block."""
        for part in self._parts.of_line(line):
            if part.kind is not None:
                self._open(part.kind, label=part.label, row=part.row)
                self._append(line[part.start : part.end], offset + part.start)
            elif not line.startswith("</li", part.start):
                self._close()

    def _tagged(self, line: str, offset: int, stripped: str) -> bool:
        """Take a list in HTML, or a line that begins with the tag of another block, which ends a paragraph."""
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
        """Take a line of a paragraph, quotation or list item."""
        kind = BlockKind.PARAGRAPH
        while line.lstrip().startswith(">") and len(line) - len(line.lstrip()) < _CODE_INDENT:
            at = line.index(">") + 1
            offset, line, kind = offset + at, line[at:], BlockKind.QUOTE
        callout = _CALLOUT.match(line) if kind is BlockKind.QUOTE and self._current is None else None
        if callout:
            offset, line = offset + callout.end(), line[callout.end() :]
            if line:
                self._open(kind)
                self._append(line, offset)
            self._close()
            return
        if not line.strip():
            self._close()
            return
        indent = len(line) - len(line.lstrip(" \t"))
        if line[:indent].count("\t"):
            indent += 3 * line[:indent].count("\t")
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
        elif (
            indent >= _CODE_INDENT
            and kind is BlockKind.PARAGRAPH
            and not self._in_html
            and not line.lstrip().startswith("[")
        ):
            return
        else:
            self._leave()
            self._open(kind)
            self._append(line, offset)

    def _is_item(self, item: re.Match[str], indent: int) -> bool:
        if indent >= _CODE_INDENT and not self._container:
            return False
        if self._current is None or self._current.kind is BlockKind.ITEM:
            return True
        return item["number"] in {None, "1"} or self._container > 0

    def _item(self, item: re.Match[str], line: str, offset: int) -> None:
        """Take the first line of a list item; within a note it is a part of the note, whatever its number."""
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
        """Note that what follows stands in no list item and no note."""
        self._container = 0
        self._in_note = False

    def _append(self, line: str, offset: int) -> None:
        if self._current is not None:
            self._current.lines.append((line, offset))

    def _close(self) -> None:
        self._current = None


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield each line after ``start`` with its offset, without its end."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, text[start:end].rstrip("\r")
        start = end + 1
