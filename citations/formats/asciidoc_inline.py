"""The inline markup of AsciiDoc, with its notes."""

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from citations.document import Marker, Position
from citations.drafts import InlineKind
from citations.formats.assembly import DocumentBuilder
from citations.formats.prose import Emphasis, ProseWriter, SourceText

STYLE, CITE = "asciidoc-footnote", "asciidoc-cite"
MAX_DEPTH = 8
"""Notes and links within one another; two in use."""
_ALTERNATIVES = (
    r"\\(?P<escape>[*_`#^~{<\[\]+(]|footnote|http|link|https)",
    r"(?P<omitted>\[multiblock footnote omitted\])",
    r"\^?footnote(?P<ref>ref)?:(?P<id>[\w-]{0,80})\[",
    r"(?P<anchor>\[\[\[[\w:.-]{1,80}(?:,[^\[\]\n]{0,80})?\]\]\]|\[\[[^\[\]\n]{1,200}\]\])",
    r"<<(?P<cross>[^<>\n]{1,300})>>",
    r"(?P<link>link:|mailto:|xref:)(?P<target>[^\s\[\]]{1,2000})\[",
    r"(?P<url>(?:https?|ftp)://[^\s<>\[\]]{1,2000})(?P<words>\[)?",
    r"image:(?P<image>[^\s:\[\]][^\s\[\]]{0,500})\[(?P<alt>[^\[\]\n]{0,300})\]",
    # text that is passed through: pass:[…], +++…+++, ++…++
    r"(?:pass:\w{0,10}|kbd:|btn:|menu:\S{1,60}?|stem:|latexmath:)\[(?P<passed>[^\[\]\n]{0,500})\]",
    r"\+\+\+(?P<raw>[^+\n]{1,1000})\+\+\+",
    r"\+\+(?P<literal>[^+\n]{1,500})\+\+",
    r"\{(?P<attribute>[\w][\w-]{0,60})\}",
    r"(?P<quote>[\"']`|`[\"'](?!(?!footnote)\w)|``(?=\S)|(?<=\S)'')",
    r"(?P<sign>(?<![\w)])\((?:C|R|TM)\)|(?<=[\s\w])--(?=[\s\w])|\.\.\.)",
    r"\[[^\[\]\n]{0,100}\](?P<marked>##|#(?=\S))",
    r"(?P<hard> [+\\]$)",
    r"(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)",
    r"(?P<script>[\^~][^\s^~]{1,200}[\^~])",
    r"(?P<emphasis>\*{1,2}|_{1,2}|`{1,2}|#{1,2}|\^|~|\+{1,2})",
)
"""The pieces of markup; the first that fits counts."""
_TOKEN = re.compile("|".join(_ALTERNATIVES), re.MULTILINE)
_ITALICS = frozenset(["_", "__"])
_OMITTED = "omitted"
"""The label of a note that pandoc dropped because it has several paragraphs; only its marker is left."""
_SIGNS = {"(C)": "©", "(R)": "®", "(TM)": "™", "--": "—", "...": "…"}
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’", "``": "“", "''": "”"}
_ENTRY = re.compile(r"\[\[\[([\w:.-]{1,80})(?:,[ \t]*([^\[\]\n]{1,80}))?\]\]\]")
_BUILT_IN = {
    "nbsp": " ",
    "zwsp": "",
    "sp": " ",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "plus": "+",
    "apos": "'",
    "quot": '"',
    "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“",
    "rdquo": "”",
    "deg": "°",
    "startsb": "[",
    "endsb": "]",
    "vbar": "|",
    "empty": "",
    "blank": "",
    "caret": "^",
    "asterisk": "*",
    "tilde": "~",
    "backtick": "`",
}
"""Attributes that every document has."""
_NOTE = re.compile(r"footnote(?:ref)?:[\w-]{0,80}\[")
_LONGEST_NOTE = 20_000
"""Characters of the longest note; a longer one is text behind an unclosed bracket."""
_LONGEST_OPEN = 1_000
"""Characters within which the end of a note is looked for if a bracket in it is not closed."""
_CLOSING = re.compile(r"(?<!\\)\]")
_CONTINUED = re.compile(r" (?:\+ )?\\\n")
"""The end of a line that an attribute's value continues beyond."""
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\[\]]{1,2000}")
_REST_OF_URL = re.compile(r"[^\s<>\[\]]{0,2000}(?=\[)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
"""An HTML tag in text that is passed through."""
_LINK_SETTINGS = re.compile(r"\^?(?:(?:^|,)\s?(?:window|role|opts|id|title|rel)=[^\]]{0,200})?\s{0,9}\Z")
"""Settings behind the words of a link: a window of its own ("^"), a role."""
_ROOM = 100_000
"""Characters that attributes may add beyond the length of the file: a long one, used often, would fill the memory."""


class InlineReader:
    """Writes the text of stretches of the source, and adds their notes to the draft."""

    def __init__(self, source: SourceText, draft: DocumentBuilder) -> None:
        self._source = source
        self._text = source.text
        self._draft = draft
        self._attributes: dict[str, tuple[int, int]] = {}
        self._room = len(source.text) + _ROOM
        self._used: Position | None = None
        self._entries = {found[1]: (found[2] or found[1]).strip() for found in _ENTRY.finditer(source.text)}
        self._labels: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._early: set[Position] = set()
        self._number = 0
        self._in_notes = 0
        self._ends = _bracket_ends(source.text)
        self._notes = [*_outermost(self._ends, (found.end() - 1 for found in _NOTE.finditer(source.text)))]
        self._readers: dict[str, Callable[[re.Match[str], ProseWriter, int], int]] = {
            "escape": self._escape,
            "cross": self._cross,
            "target": self._link,
            "url": self._link,
            "attribute": self._attribute,
            "passed": self._passed,
            "raw": self._passed,
        }

    def define(self, name: str, start: int, end: int) -> None:
        """Set an attribute to the source from ``start`` to ``end``."""
        self._attributes[name] = (start, end)

    def settled(self, markers: Iterable[Marker]) -> list[Marker]:
        """Give the markers; those that named a note before its definition get the label of the note."""
        return [
            replace(one, label=self._labels.get(one.label, one.label)) if one.position in self._early else one
            for one in markers
        ]

    def is_in_note(self, at: int) -> bool:
        """Whether an offset of the source lies within a note, which may run over lines."""
        before = bisect_left(self._notes, (at, 0)) - 1
        return before >= 0 and at <= self._notes[before][1]

    def write(self, start: int, end: int, writer: ProseWriter, depth: int = 0) -> None:
        """Write the source from ``start`` to ``end``. A list item that begins with ``[[[key]]]`` is a note."""
        entry = _ENTRY.match(self._text, start, end) if depth == 0 else None
        if entry is not None:
            text = ProseWriter()
            self.write(entry.end(), end, text, 1)
            label = self._entries[entry[1]]
            self._draft.add_note(label, text.finish(), style=CITE, at=self._source.position(start))
            return
        emphasis = Emphasis(self._text, start, end, writer, _ITALICS)
        at = start if depth <= MAX_DEPTH else end
        while token := _TOKEN.search(self._text, at, end):
            self._source.copy(writer, at, token.start())
            at = max(self._token(token, end, writer, depth, emphasis), token.start() + 1)
        self._source.copy(writer, at, max(end, at))

    def _token(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int, emphasis: Emphasis) -> int:
        kind = next((one for one in self._readers if token[one] is not None), None)
        if kind is not None:
            return self._readers[kind](token, writer, depth)
        if token["id"] is not None:
            return self._note(token, end, writer, depth)
        if token["omitted"]:
            writer.mark(_OMITTED, token[0], STYLE, self._source.position(token.start()))
        if token["quote"] or token["sign"]:
            text = _QUOTES.get(token[0]) or _SIGNS[token[0]]
            writer.add(text, self._source.position(token.start()))
        elif token["emphasis"] and not emphasis.is_sign(*token.span()):
            self._source.copy(writer, *token.span())
        elif token["entity"]:
            writer.add(html.unescape(token[0]), self._source.position(token.start()))
        elif token["script"]:
            first = writer.next_offset
            self.write(token.start() + 1, token.end() - 1, writer, depth + 1)
            if token[0][0] == "^":
                writer.span(InlineKind.SUPERSCRIPT, first)
        elif token["literal"]:
            self._source.copy(writer, *token.span("literal"))
        elif token["marked"]:
            emphasis.open(token["marked"])
        elif token["hard"]:
            writer.blank()
        return token.end()

    def _escape(self, token: re.Match[str], writer: ProseWriter, depth: int) -> int:
        del depth
        self._source.copy(writer, *token.span("escape"))
        return token.end()

    def _passed(self, token: re.Match[str], writer: ProseWriter, depth: int) -> int:
        """Write text that is passed through, without its HTML tags."""
        del depth
        first = writer.next_offset
        at, end = token.span("raw" if token["raw"] is not None else "passed")
        for tag in _TAG.finditer(self._text, at, end):
            self._source.copy(writer, at, tag.start())
            at = tag.end()
        self._source.copy(writer, at, end)
        writer.span(InlineKind.VERBATIM, first)
        return token.end()

    def _attribute(self, token: re.Match[str], writer: ProseWriter, depth: int) -> int:
        """Write the value of an attribute; its markup is read only if it is an address or holds a note."""
        name, at = token["attribute"].lower(), self._source.position(token.start())
        start, end = self._attributes.get(name, (0, 0))
        value = self._text[start:end] if name in self._attributes else _BUILT_IN.get(name)
        if value is None or len(value) > self._room:
            self._source.copy(writer, *token.span())
            return token.end()
        self._room -= len(value)
        if _ADDRESS.fullmatch(value):
            rest = _REST_OF_URL.match(self._text, token.end())
            after = rest.end() if rest else token.end()
            return self._linked(value + self._text[token.end() : after], after, at, writer, depth)
        if _NOTE.search(value) and self._used is None:
            self._used = at
            self.write(start, end, writer, depth + 1)
            self._used = None
        else:
            writer.add(_CONTINUED.sub(" ", value), at)
        return token.end()

    def _linked(self, target: str, after: int, at: Position, writer: ProseWriter, depth: int) -> int:
        """Write a link whose address begins with an attribute: its words in brackets, else the address."""
        start, stop = writer.length, self._ends.get(after)
        words = _LINK_SETTINGS.sub("", self._text[after + 1 : stop]) if stop is not None else ""
        if words.strip():
            self.write(after + 1, after + 1 + len(words), writer, depth + 1)
        else:
            writer.add(target, at)
        writer.link(target, start)
        return after if stop is None else stop + 1

    def _cross(self, token: re.Match[str], writer: ProseWriter, depth: int) -> int:
        """Read ``<<key>>``: a marker if the bibliography has the key, else a link within the file.

        In a note the marker is a part of its words.
        """
        del depth
        key, _, words = token["cross"].partition(",")
        label = self._entries.get(key.strip())
        at = self._source.position(token.start())
        if label is not None:
            writer.mark(label, token[0], CITE, at)
            if self._in_notes:
                writer.add(f"[{label}]", at)
        else:
            writer.add(words.strip() or f"[{key}]", at)
        return token.end()

    def _link(self, token: re.Match[str], writer: ProseWriter, depth: int) -> int:
        target = token["url"] or token["target"]
        start = writer.length
        if token["url"] and not token["words"]:
            shown = target.rstrip(".,;:!?)'\"*_") if target[-1] in ".,;:!?)'\"*_" else target
            if target.count("(") > shown.count(")") and target[len(shown) :].startswith(")"):
                shown += ")"
            self._source.copy(writer, token.start("url"), token.start("url") + len(shown))
            writer.link(shown, start)
            return token.start("url") + len(shown)
        stop = self._ends.get(token.end() - 1)
        if stop is None:
            self._source.copy(writer, *token.span())
            return token.end()
        words = _LINK_SETTINGS.sub("", self._text[token.end() : stop])
        if words.strip():
            self.write(token.end(), token.end() + len(words), writer, depth + 1)
        else:
            self._source.copy(writer, *token.span("url" if token["url"] else "target"))
        if token["link"] != "xref:":
            writer.link(target, start)
        return stop + 1

    def _note(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        stop = self._closing(token.end() - 1, end)
        if stop is None:
            self._source.copy(writer, *token.span())
            return token.end()
        begin, name = token.end(), token["id"]
        if token["ref"]:
            name, comma, _ = self._text[begin:stop].partition(",")
            begin += len(name) + len(comma)
            name = name.strip()
        words = self._text[begin:stop].strip()
        raised = token[0][0] == "^"  # the number of a note is raised anyway, but writers may do so themselves
        at = self._source.position(token.start() + raised)
        known = bool(name) and self._texts.get(name) == words
        label = self._label(name, words)
        if name and label == name:
            self._early.add(self._used or at)
        writer.mark(label, self._text[token.start() + raised : stop + 1], STYLE, self._used or at)
        if words and not known:
            text = ProseWriter()
            place = len(self._draft.notes)
            self._in_notes += 1
            self.write(begin, stop, text, depth + 1)
            self._in_notes -= 1
            self._draft.add_note(label, text.finish(), style=STYLE, at=at, place=place)
        return stop + 1 + (raised and self._text.startswith("^", stop + 1))

    def _closing(self, opening: int, end: int) -> int | None:
        """Give the closing bracket of a note: the partner of its opening one, or else the next there is."""
        stop = self._ends.get(opening)
        if stop is None:
            found = _CLOSING.search(self._text, opening, min(end, opening + _LONGEST_OPEN))
            stop = found.start() if found else None
        return stop if stop is not None and stop < end and stop - opening <= _LONGEST_NOTE else None

    def _label(self, name: str, words: str) -> str:
        """Give the number of a note; its id if its text has not been read yet."""
        if name in self._labels:
            return self._labels[name]
        if name and not words:
            return name
        self._number += 1
        label = str(self._number)
        if name:
            self._labels[name] = label
            self._texts[name] = words
        return label


def _outermost(ends: dict[int, int], opened: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the closed brackets that lie in no other one; ``opened`` ascends."""
    last = -1
    for start in opened:
        if start > last and start in ends:
            last = ends[start]
            yield start, last


def _bracket_ends(text: str) -> dict[int, int]:
    """Give where each bracket closes, by where it opens; a paragraph ends all that are open.

    An escaped closing bracket closes an open one behind a blank, which is text, but never that of a macro.
    """
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for found in re.finditer(r"\\\]|[\[\]]|\n[ \t]*\n|\+\+[^+\n]{1,500}\+\+", text):
        if found[0] == "[":
            open_at.append(found.start())
        elif found[0][0] == "+":
            continue
        elif found[0][0] == "\n":
            open_at.clear()
        elif open_at and (found[0] == "]" or text[open_at[-1] - 1].isspace()):
            ends[open_at.pop()] = found.start()
    return ends
