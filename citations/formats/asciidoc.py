"""AsciiDoc: ``footnote:[…]``, ``footnote:id[…]``, ``footnoteref:[id,…]``, and ``<<key>>`` with a bibliography.

The label of a note is the number that Asciidoctor prints; an id without a note stands for itself.
"""

import re

from citations.document import BlockKind, Document, Oddity
from citations.formats.asciidoc_inline import CITE, InlineReader
from citations.formats.assembly import DocumentBuilder, Flow, remarks_behind, with_lists_apart
from citations.formats.parts import parts_elsewhere
from citations.formats.prose import ProseWriter, SourceText, read_text

_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"([=~^+-])\1{2,}[ \t]*$")
_LEVELS = "=-~^+"
_FENCE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|```\w{0,20})[ \t]*$")
_SKIPPED_FENCES = frozenset("-.+/`")
_ATTRIBUTE = re.compile(r":(!?[\w][\w-]{0,60}!?):(?:[ \t]+(.*))?$")
_BLOCK_ATTRIBUTES = re.compile(r"\[[^\[\]\n]{0,400}\][ \t]*$|\[\[[^\[\]\n]{1,200}\]\][ \t]*$")
_MACRO = re.compile(r"(?:include|image|toc|ifdef|ifndef|ifeval|endif|video|audio|indexterm|indexterm2)::?\S{0,300}?\[")
_TITLE = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(
    r"[ \t]*(?:\*{1,6}|-|(\.{1,6}|\d{1,4}\.)|[a-zA-Z]\.|<\d{1,3}>|<\.>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r"[ \t]*[^\s:].{0,300}?:{2,4}(?:[ \t]+|$)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_CELL = re.compile(r"(?:^|(?<=\s))(?:\d{1,3}(?:\.\d{1,3})?[+*]|\.\d{1,3}\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?\|")
_RULE = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*)[ \t]*$")
_QUOTE_ATTRIBUTES = re.compile(r"\[(?:quote|verse)\b")
_REVISION = re.compile(
    r"(?:v[\w.-]{1,20},?[ \t]*)?(\d{4}-\d{1,2}-\d{1,2}|\d{1,2} \w{3,12} \d{4}|\w{3,12} \d{1,2}, \d{4})"
)


class _Asciidoc:
    """AsciiDoc, as Asciidoctor reads it."""

    name = "asciidoc"

    def read(self, data: bytes, *, name: str) -> Document:
        return with_lists_apart(_File(*read_text(data, name=name)).read(), CITE)


class _File:
    """The walk through the lines of one file."""

    def __init__(self, text: str, oddities: tuple[Oddity, ...]) -> None:
        self._source = SourceText(text)
        self._text = text
        self._flow = Flow(DocumentBuilder("asciidoc", oddities))
        self._flow.draft.remarks = remarks_behind("//", text)
        self._lines = self._source.lines()
        self._fences: dict[str, list[int]] = {}
        self._inline = InlineReader(self._source, self._flow.draft)
        self._begin: int | None = None
        self._end = 0
        self._in_table = False
        self._quoted = False

    def read(self) -> Document:
        """Give the document."""
        draft = self._flow.draft
        at = self._header()
        while at < len(self._lines):
            at = self._line(at)
        self._flush()
        draft.oddities += parts_elsewhere("asciidoc", self._text)
        draft.lines = self._source.count
        draft.markers = self._inline.settled(draft.markers)
        return draft.finish()

    def _header(self) -> int:
        """Read title, author, revision and attributes at the top, and give the line after them."""
        at = 0
        while at < len(self._lines):
            start, end = self._lines[at]
            line = self._text[start:end]
            if line.strip() and not line.startswith("//") and not _ATTRIBUTE.match(line):
                break
            at = max(self._attribute(at), at + 1)
        if at == len(self._lines) or not re.match(r"[=#][ \t]+\S", self._text[slice(*self._lines[at])]):
            return at
        start, end = self._lines[at]
        self._inline.write(start + 2, end, self._flow.writer)
        self._flow.draft.title = self._flow.writer.finish().text or None
        self._flow.flush(BlockKind.HEADING, level=1)
        at += 1
        while at < len(self._lines) and (line := self._text[slice(*self._lines[at])]).strip():
            revision, after = _REVISION.match(line), self._attribute(at)
            if after == at and revision and self._flow.draft.dated is None:
                self._flow.draft.dated = (revision[1], at + 1)
            at = max(after, at + 1)
        return at

    def _attribute(self, at: int) -> int:
        """Read an attribute entry, and give the line after it; ``at`` itself if the line is none."""
        start, end = self._lines[at]
        found = _ATTRIBUTE.match(self._text, start, end)
        if found is None:
            return at
        after = at + 1
        while self._text.endswith(" \\", start, end) and after < len(self._lines):
            end = self._lines[after][1]
            after += 1
        name, first = found[1].lower(), found.start(2) if found[2] else end
        value = self._text[first:end].rstrip()
        self._inline.define(name, first, first + len(value))
        if name in {"date", "revdate", "docdate"} and value and self._flow.draft.dated is None:
            self._flow.draft.dated = (value, at + 1)
        return after

    # -- blocks ----------------------------------------------------------------------------------------

    def _line(self, at: int) -> int:
        """Read the block at a line, and give the line after it."""
        start, end = self._lines[at]
        line = self._text[start:end]
        if not line.strip():
            self._flush()
        elif line.strip() == "+":
            kind = self._flow.kind
            self._flush()
            self._flow.kind = kind  # what follows belongs to the item
        elif self._begin is not None and self._inline.is_in_note(start):
            self._end = end
        elif line.startswith(("|===", ",===", "!===")):
            self._flush()
            self._in_table = not self._in_table
        elif self._is_underline(at, line):
            self._setext(at)
        elif fence := _FENCE.match(line):
            return self._fence(at, fence[1])
        elif line.startswith("//"):
            return at + 1
        elif self._begin is None and (after := self._attribute(at)) > at:
            self._flush()
            return after
        elif self._in_table and _CELL.search(line):
            self._row(start, end)
        else:
            self._text_line(start, end, line)
        return at + 1

    def _text_line(self, start: int, end: int, line: str) -> None:
        heading = _HEADING.match(line)
        if heading and not self._in_table:
            self._flush()
            self._inline.write(start + heading.end(), end, self._flow.writer)
            self._flow.flush(BlockKind.HEADING, level=len(heading[1]))
        elif _BLOCK_ATTRIBUTES.match(line) or (self._begin is None and _RULE.match(line)):
            self._flush()
            self._quoted = _QUOTE_ATTRIBUTES.match(line) is not None
        elif _MACRO.match(line):
            self._flush()
        elif self._begin is None and (title := _TITLE.match(line)):
            writer = ProseWriter()
            self._inline.write(start + title.end(), end, writer)
            self._flow.draft.add_block(writer.finish(), BlockKind.CAPTION)
        else:
            self._paragraph_line(start, end)

    def _paragraph_line(self, start: int, end: int) -> None:
        item = None
        if self._begin is None or self._flow.kind is BlockKind.ITEM:
            item = _ITEM.match(self._text, start, end) or _TERM.match(self._text, start, end)
        if item:
            self._flush()
            sign = item[1] if item.re is _ITEM else None
            self._flow.begin_item(sign or "", counts=sign == ".")
            if item.re is _ITEM:
                start = item.end()
            elif item.end() < end:
                self._inline.write(start, item.end() - len(item[0]) + len(item[0].rstrip(": \t")), self._flow.writer)
                self._flow.flush(then=BlockKind.ITEM)
                start = item.end()
            else:
                end = start + len(item[0].rstrip(": \t"))
        elif self._begin is None:
            self._flow.kind = BlockKind.CELL if self._in_table else self._flow.kind
            if self._quoted:
                self._flow.kind = BlockKind.QUOTE
            admonition = _ADMONITION.match(self._text, start, end)
            start = admonition.end() if admonition else start
        if self._begin is None:
            self._begin = start
        self._end = end

    def _flush(self) -> None:
        if self._begin is not None:
            self._inline.write(self._begin, self._end, self._flow.writer)
            self._begin = None
            self._quoted = False
        self._flow.flush()

    def _is_underline(self, at: int, line: str) -> bool:
        """Whether a line underlines a title: a paragraph of one line of nearly the same length."""
        if self._begin is None or at == 0 or not _UNDERLINE.match(line):
            return False
        start, end = self._lines[at - 1]
        return self._begin == start and abs(len(line.rstrip()) - len(self._text[start:end].rstrip())) <= 1

    def _setext(self, at: int) -> None:
        start, end = self._lines[at - 1]
        self._begin = None
        self._inline.write(start, end, self._flow.writer)
        level = _LEVELS.index(self._text[self._lines[at][0]]) + 1
        self._flow.flush(BlockKind.HEADING, level=level)

    def _fence(self, at: int, fence: str) -> int:
        """Read the fence of a block, and give the line after it; a verbatim block is passed over."""
        self._flush()
        if fence[0] not in _SKIPPED_FENCES or fence == "--":
            self._quoted = fence[0] == "_"
            return at + 1
        if not self._fences:
            self._find_fences()
        sign = "```" if fence.startswith("```") else fence
        later = self._fences[sign]
        index = next((one for one in range(len(later)) if later[one] > at), len(later))
        del later[:index]
        return later[0] + 1 if later else at + 1

    def _find_fences(self) -> None:
        for at in range(len(self._lines)):
            found = _FENCE.match(self._text, *self._lines[at])
            if found:
                sign = "```" if found[1].startswith("```") else found[1]
                self._fences.setdefault(sign, []).append(at)

    def _row(self, start: int, end: int) -> None:
        """Read a line of a table; a cell may go on in the lines after it."""
        bars = [*_CELL.finditer(self._text, start, end)]
        if self._begin is not None:
            self._end = max(bars[0].start(), self._begin)
        for cell, stop in zip(bars, [*(bar.start() for bar in bars[1:]), end], strict=True):
            self._flush()
            self._begin, self._end = cell.end(), stop
            self._flow.kind = BlockKind.CELL


FORMAT = _Asciidoc()
