"""reStructuredText: footnotes and citations (``[1]_``, ``[#]_``, ``[#name]_``, ``[*]_``, ``[CIT]_``).

The label is what stands in the source; nameless notes have the number that Docutils prints.
"""

import re

from citations.document import BlockKind, Document, Oddity
from citations.formats.assembly import DocumentBuilder, Flow, remarks_behind
from citations.formats.names import names
from citations.formats.parts import parts_elsewhere
from citations.formats.prose import ProseWriter, SourceText, read_text
from citations.formats.rst_inline import LABEL, InlineReader, Names, folded
from citations.formats.rst_lines import Line, body_end, is_adornment, lines_of
from citations.formats.rst_notes import NoteLabels
from citations.formats.rst_tables import Table, table_at

STYLE = "rst-footnote"
_NOTE = re.compile(rf"([ \t]*)\.\.[ \t]+\[({LABEL})\](?:[ \t]+|$)")
_TARGET = re.compile(r"[ \t]*\.\.[ \t]+_(?!_)(`[^`]{1,200}`|(?:\\:|[^:\n`]){1,200}):(?:[ \t]+|$)")
_NAMELESS = re.compile(r"[ \t]*(?:\.\.[ \t]+__:|__)[ \t]+")
_SUBSTITUTION = re.compile(r"[ \t]*\.\.[ \t]+\|([^|\n]{1,100})\|[ \t]+(replace|unicode|date|image)::[ \t]*")
_DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]+([\w:+.-]{1,60}?)::(?:[ \t]+|$)")
_EXPLICIT = re.compile(r"[ \t]*\.\.(?:[ \t]|$)")
_ITEM = re.compile(r"[ \t]*([-*+•‣⁃]|\(?(?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,8}|#)[.)])[ \t]+(?=\S)")
_NOTE_LINE = re.compile(
    r"(?:\n[ \t]*){2,9}(?:[-*+•]|\d{1,4}\.)[ \t]+(?=\S)"
    r"|\n[ \t]*(?:__|\.\.[ \t]+__:|\.\.[ \t]+_[^\n]{1,200}:)[ \t]+\S[^\n]*"
    r"|\n[ \t]*\.\.[ \t]+[\w-]{1,40}::[^\n]*|:(?=:[ \t]*\n)"
)
"""Within a note: the sign of a list item, a directive, "::" before verbatim text, or the target of a nameless link."""
_FIELD = re.compile(r":([^:\n]{1,60}):(?:[ \t]+|$)")
_HEADER = re.compile(r"([A-Z][\w-]{0,40}):(?:[ \t]+|$)")
_TITLE_FIELDS = frozenset({"title"})
_DATE_FIELDS = frozenset({"date", "created", "published"})
_ARGUMENT_IS_TEXT = names(
    "note warning tip important attention caution danger error hint seealso admonition epigraph highlights"
    " pull-quote topic sidebar versionadded versionchanged deprecated todo glossary footer header"
)
"""Directives whose first line is text like the rest of their content."""
_NO_TEXT = names(
    "code code-block sourcecode highlight literalinclude include raw math image figure csv-table graphviz digraph"
    " graph uml plantuml mermaid plot toctree contents sectnum productionlist doctest testcode testoutput testsetup"
    " testcleanup ipython jupyter-execute prompt index meta role default-role title bibliography autosummary"
)
"""Directives whose content is no prose; that of all others, known or not, is read as text."""
_CAPTIONED = frozenset({"figure", "table", "csv-table"})
_TRANSITION = 4


class _Rst:
    """reStructuredText, as Docutils and Sphinx read it."""

    name = "rst"

    def read(self, data: bytes, *, name: str) -> Document:
        return _File(*read_text(data, name=name)).read()


class _File:
    """The walk through the lines of one file."""

    def __init__(self, text: str, oddities: tuple[Oddity, ...]) -> None:
        self._source = SourceText(text)
        self._text = text
        self._lines = lines_of(text)
        self._flow = Flow(DocumentBuilder("rst", oddities))
        self._flow.draft.remarks = remarks_behind("..", text)
        self._names = Names()
        self._inline = InlineReader(self._source, self._names, self._mark)
        self._adornments: list[str] = []
        self._begin: int | None = None
        self._end = 0
        self._literal_at: int | None = None
        labels = [found[2] for found in map(self._match_note, self._lines) if found]
        self._names.notes = frozenset(labels)
        self._labels = NoteLabels(labels)

    def read(self) -> Document:
        """Give the document."""
        draft = self._flow.draft
        self._collect_names()
        at = self._header()
        while at < len(self._lines):
            at = self._block(at)
        self._flush()
        draft.oddities += parts_elsewhere("rst", self._text)
        draft.lines = self._source.count
        return draft.finish()

    # -- names and metadata ----------------------------------------------------------------------------

    def _match_note(self, line: Line) -> re.Match[str] | None:
        return _NOTE.match(self._text, line.start, line.end)

    def _collect_names(self) -> None:
        """Collect all link targets and substitutions, which may be defined after their use."""
        for index, line in enumerate(self._lines):
            if line.blank or self._text[line.start + line.indent] not in "._":
                continue
            stop = self._lines[body_end(self._lines, index) - 1].end
            if found := _TARGET.match(self._text, line.start, line.end):
                address = "".join(self._text[found.end() : stop].split())
                self._names.targets.setdefault(folded(found[1].strip("`").replace("\\:", ":")), address)
            elif found := _NAMELESS.match(self._text, line.start, line.end):
                self._names.anonymous.append("".join(self._text[found.end() : stop].split()))
            elif (found := _SUBSTITUTION.match(self._text, line.start, line.end)) and found[2] == "replace":
                self._names.substitutions[folded(found[1])] = " ".join(self._text[found.end() : stop].split())

    def _header(self) -> int:
        """Read the ``Key: value`` lines at the top of a proposal, and give the line after them."""
        at = 0
        while at < len(self._lines) and (
            _HEADER.match(self._text, self._lines[at].start, self._lines[at].end) or (at and self._lines[at].indent)
        ):
            if self._lines[at].blank:
                break
            found = _HEADER.match(self._text, self._lines[at].start, self._lines[at].end)
            if found:
                self._field(found[1], found.end(), self._lines[at])
            at += 1
        return at if at > 1 else 0

    def _field(self, name: str, at: int, line: Line) -> None:
        draft = self._flow.draft
        value = self._text[at : line.end].strip()
        if name.lower() in _TITLE_FIELDS and value and draft.title is None:
            draft.title = value
        if name.lower() in _DATE_FIELDS and value and draft.dated is None:
            draft.dated = (value, self._source.position(line.start).line)

    # -- blocks ----------------------------------------------------------------------------------------

    def _block(self, at: int) -> int:
        """Read what stands at a line, and give the line after it."""
        line = self._lines[at]
        if line.blank:
            self._flush()
            return at + 1
        if self._literal_at is not None and self._begin is None:
            quoted_at, self._literal_at = self._literal_at, None
            if line.indent > quoted_at:
                return body_end(self._lines, at, indent=quoted_at)
        if self._begin is None:
            taken = self._special(at, line)
            if taken > at:
                return taken
        elif self._is_underline(at):
            return self._heading(at - 1, at + 1, self._text[line.start])
        self._paragraph_line(line)
        return at + 1

    def _special(self, at: int, line: Line) -> int:
        """Read a block that is no paragraph, and give the line after it; ``at`` itself for a paragraph."""
        text, start, end = self._text, line.start, line.end
        if _EXPLICIT.match(text, start, end) or _NAMELESS.match(text, start, end):
            return self._explicit(at, line)
        table = table_at(text, self._lines, at)
        if table is not None:
            return self._table(table)
        if is_adornment(self._text, line) and line.indent == 0:
            return self._overline(at, line)
        if text.startswith(">>> ", start + line.indent):
            return self._session(at)
        if found := _FIELD.match(text, start + line.indent, end):
            return self._listed_field(at, found)
        return at

    def _listed_field(self, at: int, field: re.Match[str]) -> int:
        """Read a field: above all text it is metadata of the file, below it is a list item."""
        line = self._lines[at]
        if all(block.kind is BlockKind.HEADING for block in self._flow.draft.blocks):
            self._field(field[1], field.end(), line)
            return body_end(self._lines, at)
        if field.end() < line.end:
            self._flow.kind = BlockKind.ITEM
            self._begin, self._end, self._indent = field.end(), line.end, line.indent
        return at + 1

    def _session(self, at: int) -> int:
        """Pass over an interactive session, which ends with a blank line."""
        while at < len(self._lines) and not self._lines[at].blank:
            at += 1
        return at

    def _paragraph_line(self, line: Line) -> None:
        start = line.start + line.indent
        item = _ITEM.match(self._text, line.start, line.end)
        first_line = self._begin is None
        if item and (first_line or self._flow.kind is BlockKind.ITEM):
            self._flush()
            self._flow.begin_item(item[1], counts="#" in item[1])
            start = item.end()
        elif self._text.startswith("| ", start):
            self._flush()
            start += 2
        elif first_line and line.indent and self._flow.kind is BlockKind.PARAGRAPH:
            self._flow.kind = BlockKind.QUOTE
        if self._begin is None:
            self._begin = start
        self._end, self._indent = line.end, start - line.start

    def _flush(self) -> None:
        """End the paragraph; after two colons at its end, verbatim text follows."""
        if self._begin is not None:
            end = self._end
            text = self._text[self._begin : end].rstrip()
            if text.endswith("::"):
                self._literal_at = self._indent
                end = self._begin + len(text) - (1 if text[:-2].strip() and not text[:-2][-1].isspace() else 2)
            self._write(self._begin, end, self._flow.writer)
            self._begin = None
        self._flow.flush()

    def _write(self, start: int, end: int, writer: ProseWriter) -> None:
        self._inline.write(start, end, writer)

    def _mark(self, label: str, at: int, writer: ProseWriter) -> None:
        writer.mark(self._labels.of_reference(label), f"[{label}]_", STYLE, self._source.position(at))

    def _explicit(self, at: int, line: Line) -> int:
        """Read a block that ".." opens: a note or directive. Targets are known already; comments are passed over."""
        self._flush()
        stop = body_end(self._lines, at)
        if note := self._match_note(line):
            self._note(note, self._lines[stop - 1].end)
            return stop
        if _SUBSTITUTION.match(self._text, line.start, line.end):
            return stop
        directive = _DIRECTIVE.match(self._text, line.start, line.end)
        if directive is None:
            return stop
        name = directive[1].lower()
        if name in _CAPTIONED or name == "rubric":
            writer = ProseWriter()
            first = directive.end() if name != "figure" else self._figure_caption(at + 1, stop)
            last = line.end if name != "figure" else self._paragraph_end(first, stop)
            self._write(first, last, writer)
            self._flow.draft.add_block(writer.finish(), BlockKind.CAPTION)
        if name in _NO_TEXT or name.startswith("auto"):
            return stop
        if directive.end() < line.end and name in _ARGUMENT_IS_TEXT:
            self._write(directive.end(), line.end, self._flow.writer)
            self._flow.flush()
        return self._past_options(at + 1, stop)

    def _past_options(self, at: int, stop: int) -> int:
        while at < stop and _FIELD.match(self._text, self._lines[at].start + self._lines[at].indent):
            at += 1
        return at

    def _figure_caption(self, at: int, stop: int) -> int:
        at = self._past_options(at, stop)
        while at < stop and self._lines[at].blank:
            at += 1
        return self._lines[at].start if at < stop else self._lines[stop - 1].end

    def _paragraph_end(self, start: int, stop: int) -> int:
        gap = self._text.find("\n\n", start, self._lines[stop - 1].end)
        return self._lines[stop - 1].end if gap < 0 else gap

    def _note(self, note: re.Match[str], end: int) -> None:
        writer = ProseWriter()
        self._write_note(note.end(), end, writer)
        position = self._source.position(note.start() + len(note[1]))
        self._flow.draft.add_note(self._labels.of_note(note[2]), writer.finish(), style=STYLE, at=position)

    def _write_note(self, start: int, end: int, writer: ProseWriter) -> None:
        """Write the text of a note without the signs of its list items and the addresses of its nameless links."""
        for line in _NOTE_LINE.finditer(self._text, start, end):
            self._write(start, line.start(), writer)
            writer.blank()
            start = line.end()
        self._write(start, end, writer)

    # -- headings --------------------------------------------------------------------------------------

    def _is_underline(self, at: int) -> bool:
        """Whether a line underlines a title: a paragraph of one line."""
        line, title = self._lines[at], self._lines[at - 1]
        if self._begin is None or self._begin < title.start or title.indent or not is_adornment(self._text, line):
            return False
        width = len(self._text[line.start : line.end].rstrip())
        return width >= min(_TRANSITION, len(self._text[title.start : title.end].rstrip()))

    def _overline(self, at: int, line: Line) -> int:
        """Read a heading between two lines, or pass over a transition."""
        if at + 2 < len(self._lines) and not self._lines[at + 1].blank:
            below = self._lines[at + 2]
            if self._text[below.start : below.end].rstrip() == self._text[line.start : line.end].rstrip():
                return self._heading(at + 1, at + 3, self._text[line.start] * 2)
        long_enough = line.end - line.start >= _TRANSITION
        alone = at + 1 >= len(self._lines) or self._lines[at + 1].blank
        return at + 1 if long_enough and alone else at

    def _heading(self, at: int, after: int, adornment: str) -> int:
        self._begin = None
        self._flow.kind = BlockKind.PARAGRAPH
        if adornment not in self._adornments:
            self._adornments.append(adornment)
        line = self._lines[at]
        self._write(line.start + line.indent, line.end, self._flow.writer)
        self._flow.flush(BlockKind.HEADING, level=min(self._adornments.index(adornment) + 1, 6))
        return after

    # -- tables ----------------------------------------------------------------------------------------

    def _table(self, table: Table) -> int:
        """Add the cells of a table, and give the line after it."""
        for row in table.rows:
            for cell in row:
                writer = ProseWriter()
                for start, end in cell:
                    writer.blank()
                    self._write(start, end, writer)
                self._flow.draft.add_block(writer.finish(), BlockKind.CELL)
        return table.after


FORMAT = _Rst()
