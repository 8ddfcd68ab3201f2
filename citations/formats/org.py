"""Org: ``[fn:name]`` with its definition, ``[fn:: inline]`` and ``[fn:name: inline]`` notes.

The label is the name in the source. A note without a name is numbered; numbers that are names are left out.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from citations.document import BlockKind, Document, Oddity
from citations.drafts import InlineKind
from citations.formats.assembly import DocumentBuilder, Flow, remarks_behind
from citations.formats.base import NotesReader
from citations.formats.parts import parts_elsewhere
from citations.formats.prose import Emphasis, ProseWriter, SourceText, read_text

STYLE, CITE = "org-footnote", "org-cite"
_CITED_KEY = re.compile(r"@([\w:.#$%&+?<>~/-]{1,200})")
MAX_DEPTH = 10
"""Notes within notes; one in use."""
_DEFINITION = re.compile(r"\[fn:([\w-]{1,80})\][ \t]*")
_HEADING = re.compile(r"(\*{1,20})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED|COMMENT)[ \t]+)?(?:\[#\w\][ \t]+)?")
_TAGS = re.compile(r"[ \t]+:[\w@#%:]{1,200}:[ \t]*$")
_KEYWORD = re.compile(r"[ \t]*#\+([\w-]{1,40})(?:\[[^\]\n]{0,200}\])?:[ \t]*(.*)$")
_BLOCK = re.compile(r"[ \t]*#\+(begin|end)_(\w{1,40})", re.IGNORECASE)
_CLOSING = re.compile(r"[ \t]*(#\+end_\w{1,40}|:END:)", re.IGNORECASE)
_DRAWER = re.compile(r"[ \t]*:([\w-]{1,40}):[ \t]*$")
_ITEM = re.compile(r"(?:[ \t]*(?:[-+]|(\d{1,4}[.)])|[a-zA-Z][.)])|[ \t]+\*)[ \t]+(?:\[[ X-]\][ \t]+)?")
_EMPTY_ITEMS = frozenset("-+")
_COMMENT = re.compile(r"[ \t]*#(?: |$)")
_FIXED = re.compile(r"[ \t]*:(?: |$)")
_RULE = re.compile(r"[ \t]*-{5,}[ \t]*$")
_PLANNING = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
_TABLE_RULE = re.compile(r"[ \t]*\|[-+|]{2,}[ \t]*$")
_TOKEN = re.compile(
    r"\[fn:(?P<note>[\w-]{0,80})(?P<inline>:|(?=\]))"
    r"|\[cite(?:/[\w/-]{1,40})?:(?P<cite>[^\[\]]{1,600})\]"
    r"|\[\[(?P<target>[^\[\]]{1,2000})\](?:\[(?P<words>(?:[^\[\]]|\[[^\[\]]{0,200}\]){1,1000})\])?\]"
    r"|<(?P<bare>(?:https?|ftp|mailto):[^<>\s]{1,2000})>"
    r"|(?P<url>(?:https?|ftp)://[^\s\[\]<>]{1,2000})"
    r"|(?<![\w])(?P<code>[=~])(?P<coded>[^\s=~](?:[^\n=~]{0,500}[^\s=~])?)(?P=code)(?![\w])"
    r"|\\(?P<entity>[a-zA-Z]{2,12})(?:\{\})?|(?P<dropped>@@[\w-]{1,20}:[^@\n]{0,500}@@|\{\{\{[^{}\n]{0,300}\}\}\}"
    r"|<<<?[^<>\n]{1,200}>>>?|\\\\(?=[ \t]*$)|(?:^|(?<=\]\s))[ \t]*#\+(?:begin|end)_\w{1,40}[^\n]{0,200}$)"
    r"|[\^_]\{(?P<script>[^{}\n]{1,200})\}"
    r"|(?P<emphasis>[*/_+])",
    re.MULTILINE,
)
_ITALICS = frozenset("/")
_ENTITIES = {
    "nbsp": " ",
    "ndash": "–",
    "mdash": "—",
    "hellip": "…",
    "dots": "…",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "shy": "",
    "laquo": "«",
    "raquo": "»",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
}
_NO_PROSE = frozenset({"src", "example", "export", "comment", "latex", "html", "equation", "ditaa", "plantuml"})


class _Org(NotesReader):
    """Org files, of Emacs and its kin."""

    name = "org"

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        del whole_is_notes
        return _File(*read_text(data, name=name), keys=any(not label.isdigit() for label in labels)).read()


class _File:
    """The walk through one file."""

    def __init__(self, text: str, oddities: tuple[Oddity, ...], *, keys: bool) -> None:
        self._has_bibliography = keys
        self._source = SourceText(text)
        self._text = text
        self._flow = Flow(DocumentBuilder("org", oddities))
        self._flow.draft.remarks = remarks_behind("#", text)
        self._lines = self._source.lines()
        self._begin: int | None = None
        self._end = 0
        self._uses = Counter(found[1] for found in re.finditer(r"\[fn:([\w-]{1,80})", text))
        self._openings: dict[str, list[int]] = {}
        for opening in re.finditer(rf"^{_DEFINITION.pattern}", text, re.MULTILINE):
            self._openings.setdefault(opening[1], []).append(opening.start())
        self._number = 0
        self._cites = 0
        self._brackets = _bracket_ends(text)
        self._closings: dict[str, list[int]] = {}
        for at in range(len(self._lines)):
            if found := _CLOSING.match(text, *self._lines[at]):
                self._closings.setdefault(found[1].lower(), []).append(at)

    def read(self) -> Document:
        """Give the document."""
        draft = self._flow.draft
        at = 0
        while at < len(self._lines):
            at = self._line(at)
        self._flush()
        if self._cites:
            text = "the article cites a bibliography that is not in this file"
            draft.oddities.append(Oddity(kind="bibliography-elsewhere", text=text, line=1, column=1))
        # Org counts notes in the order of their first use, wherever they are written.
        used: dict[str, int] = {}
        for place, marker in enumerate(draft.markers):
            used.setdefault(marker.label, place)
        draft.notes.sort(key=lambda note: used.get(note.label, len(draft.markers)))
        draft.oddities += parts_elsewhere("org", self._text)
        draft.lines = self._source.count
        return draft.finish()

    # -- blocks ----------------------------------------------------------------------------------------

    def _line(self, at: int) -> int:
        """Read the block at a line, and give the line after it."""
        start, end = self._lines[at]
        line = self._text[start:end]
        bare = line.strip()
        if not bare or bare in _EMPTY_ITEMS or _RULE.match(line):
            self._flush()
        elif self._begin is None and (found := self._definition_at(start, end)):
            return self._definition(at, found.end(), found[1])
        elif found := _HEADING.match(line):
            self._heading(start + found.end(), end, len(found[1]))
        elif bare.startswith("|"):
            self._row(start, end)
        elif bare[0] in "#:" and (after := self._keyword_or_drawer(at, line)) > at:
            return after
        elif not _PLANNING.match(line):
            self._paragraph_line(start, end)
        return at + 1

    def _paragraph_line(self, start: int, end: int) -> None:
        item = _ITEM.match(self._text, start, end)
        if item:
            self._flush()
            self._flow.begin_item(item[1] or "", counts=False)
            start = item.end()
        if self._begin is None:
            self._begin = start
        self._end = end

    def _flush(self, then: BlockKind | None = None) -> None:
        if self._begin is not None:
            self._inline(self._begin, self._end, self._flow.writer, 0)
            self._begin = None
        kept = BlockKind.QUOTE if self._flow.kind is BlockKind.QUOTE else BlockKind.PARAGRAPH
        self._flow.flush(then=then or kept)

    def _heading(self, start: int, end: int, level: int) -> None:
        self._flush(BlockKind.PARAGRAPH)
        tags = _TAGS.search(self._text, start, end)
        self._inline(start, tags.start() if tags else end, self._flow.writer, 0)
        self._flow.flush(BlockKind.HEADING, level=min(level, 6))

    def _row(self, start: int, end: int) -> None:
        self._flush()
        if _TABLE_RULE.match(self._text, start, end):
            return
        bars = [found.start() for found in re.compile(r"\|").finditer(self._text, start, end)]
        for left, right in pairwise([*bars, end]):
            self._inline(left + 1, right, self._flow.writer, 0)
            self._flow.flush(BlockKind.CELL)

    def _keyword_or_drawer(self, at: int, line: str) -> int:
        """Read a keyword, or pass over a block or drawer, and give the line after it; ``at`` if there is none."""
        if block := _BLOCK.match(line):
            self._flush()
            name = block[2].lower()
            if block[1].lower() == "begin" and name in _NO_PROSE:
                return self._past(at, f"#+end_{name}")
            opens_quote = block[1].lower() == "begin" and name in {"quote", "verse"}
            self._flow.kind = BlockKind.QUOTE if opens_quote else BlockKind.PARAGRAPH
            return at + 1
        if keyword := _KEYWORD.match(line):
            self._flush()
            self._keyword(keyword[1].lower(), keyword[2].strip(), at)
            return at + 1
        if _DRAWER.match(line) and line.strip().upper() != ":END:":
            after = self._past(at, ":end:")
            return after if after > at + 1 else at
        return at + 1 if _COMMENT.match(line) or _FIXED.match(line) else at

    def _past(self, at: int, closing: str) -> int:
        """Give the line after the next ``closing`` line, or the next line if there is none."""
        lines = self._closings.get(closing, [])
        index = bisect_right(lines, at)
        return lines[index] + 1 if index < len(lines) else at + 1

    def _keyword(self, key: str, value: str, at: int) -> None:
        draft = self._flow.draft
        if key == "title" and value:
            draft.title = f"{draft.title} {value}" if draft.title else value
        elif key == "date" and value and draft.dated is None:
            draft.dated = (value, at + 1)
        elif key == "caption" and value:
            start, end = self._lines[at]
            writer = ProseWriter()
            self._inline(end - len(self._text[start:end].partition(":")[2].lstrip()), end, writer, 0)
            self._flow.set_aside(writer.finish(), BlockKind.CAPTION)

    # -- notes -----------------------------------------------------------------------------------------

    def _definition_at(self, start: int, end: int) -> re.Match[str] | None:
        """Give the opening of a note. Of two lines that open one note, uncited elsewhere, the first is its marker."""
        found = _DEFINITION.match(self._text, start, end)
        if found is None:
            return None
        places = self._openings.get(found[1], [])
        cites = len(places) > 1 and self._uses[found[1]] == len(places) and start == places[0]
        return None if cites else found

    def _definition(self, at: int, begin: int, label: str) -> int:
        """Read a note: it ends at the next one, at a heading, or at two empty lines."""
        self._flush(BlockKind.PARAGRAPH)
        after = at + 1
        empty = 0
        stop = self._lines[at][1]
        while after < len(self._lines):
            start, end = self._lines[after]
            line = self._text[start:end]
            if _DEFINITION.match(line) or _HEADING.match(line) or (empty and _KEYWORD.match(line)):
                break
            empty = 0 if line.strip() else empty + 1
            if empty > 1:
                break
            stop = end if line.strip() else stop
            after += 1
        writer = ProseWriter()
        self._inline(begin, max(stop, begin), writer, 1)
        position = self._source.position(self._lines[at][0])
        self._flow.draft.add_note(label, writer.finish(), style=STYLE, at=position)
        return after

    def _note(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read a marker, with its note if it is an inline one, and give the place after it."""
        stop = self._brackets.get(token.start(), end)
        if stop >= end or not (token["note"] or token["inline"]):
            self._source.copy(writer, token.start(), token.end())
            return token.end()
        label = token["note"] or self._next_number()
        at = self._source.position(token.start())
        writer.mark(label, self._text[token.start() : stop + 1], STYLE, at)
        if token["inline"]:
            text = ProseWriter()
            place = len(self._flow.draft.notes)
            self._inline(token.end(), stop, text, depth + 1)
            self._flow.draft.add_note(label, text.finish(), style=STYLE, at=at, place=place)
        return stop + 1

    def _next_number(self) -> str:
        self._number += 1
        while str(self._number) in self._uses:
            self._number += 1
        return str(self._number)

    # -- inline markup ---------------------------------------------------------------------------------

    def _inline(self, start: int, end: int, writer: ProseWriter, depth: int) -> None:
        """Write what the source from ``start`` to ``end`` prints."""
        emphasis = Emphasis(self._text, start, end, writer, _ITALICS)
        at = start if depth <= MAX_DEPTH else end
        while token := _TOKEN.search(self._text, at, end):
            self._source.copy(writer, at, token.start())
            at = token.end()
            if token["note"] is not None:
                at = self._note(token, end, writer, depth)
            elif token["cite"]:
                self._cite(token, writer)
            elif token["target"] or token["bare"]:
                self._link(token, writer, depth)
            elif token["code"]:
                first = writer.next_offset
                self._source.copy(writer, *token.span("coded"))
                writer.span(InlineKind.VERBATIM, first)
            elif token["script"]:
                first = writer.next_offset
                self._inline(*token.span("script"), writer, depth + 1)
                if token[0][0] == "^":
                    writer.span(InlineKind.SUPERSCRIPT, first)
            elif not token["dropped"]:
                self._sign(token, emphasis, writer)
        self._source.copy(writer, at, max(end, at))

    def _cite(self, token: re.Match[str], writer: ProseWriter) -> None:
        """Read a citation: a marker for each key, if the entries of its bibliography are known."""
        keys = [found[1] for found in _CITED_KEY.finditer(token["cite"])]
        self._cites += not self._has_bibliography
        writer.cut()
        for key in keys if self._has_bibliography else ():
            writer.mark(key, token[0], CITE, self._source.position(token.start()))

    def _sign(self, token: re.Match[str], emphasis: Emphasis, writer: ProseWriter) -> None:
        """Write a special character; pass over the signs of emphasis."""
        if token["entity"] in _ENTITIES:
            writer.add(_ENTITIES[token["entity"]] or "", self._source.position(token.start()))
            if not _ENTITIES[token["entity"]].strip():
                writer.blank()
        elif not token["emphasis"] or not emphasis.is_sign(*token.span()):
            self._source.copy(writer, *token.span())

    def _link(self, token: re.Match[str], writer: ProseWriter, depth: int) -> None:
        start = writer.length
        if token["words"]:
            self._inline(*token.span("words"), writer, depth + 1)
        else:
            self._source.copy(writer, *token.span("bare" if token["bare"] else "target"))
        writer.link("".join((token["bare"] or token["target"]).split()), start)


def _bracket_ends(text: str) -> dict[int, int]:
    """Give where each bracket closes, by where it opens; a paragraph ends all that are open."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for found in re.finditer(r"[\[\]]|\n[ \t]*\n", text):
        if found[0] == "[":
            open_at.append(found.start())
        elif found[0] != "]":
            open_at.clear()
        elif open_at:
            ends[open_at.pop()] = found.start()
    return ends


FORMAT = _Org()
