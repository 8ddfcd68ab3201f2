"""The inline markup of reStructuredText: note references, links, literals, emphasis."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from citations.drafts import InlineKind
from citations.formats.prose import Emphasis, ProseWriter, SourceText

LABEL = r"\d{1,6}|#[\w.+:-]{0,80}|\*|[^\W\d_][\w.+:-]{0,80}"
"""What stands in the brackets of a note: a number, ``#``, ``#name``, ``*`` or the name of a citation."""
_NOT_WORD_AFTER = r"(?=[\s.,;:!?/\\'\")\]}>”’»—–-]|\Z)"
_TOKEN = re.compile(
    rf"\\(?P<escape>.)|``(?P<literal>[^\n`][^`]{{0,1000}}(?:`(?!`)[^`]{{0,1000}})?)``"
    rf"|(?::(?P<named>[\w+.-]{{1,30}}(?::[\w+.-]{{1,20}})?):)?`(?P<phrase>[^`]{{1,1500}})`(?P<reference>__?)?(?P<role>:[\w+.-]{{1,30}}:)?"
    rf"|\[(?P<note>\d{{1,6}}(?=\]_(?!_))|(?:{LABEL})(?=\]_(?![A-Za-z_])))\]_"
    r"|\|(?P<substitution>[^\s|](?:[^|\n]{0,80}[^\s|])?)\|(?:__?(?!\w))?"
    r"|(?P<url>(?:https?|ftp)://(?:[^\s<>`\\]|\\(?=\S)){1,2000})"
    r"|(?P<emphasis>\*{1,2})"
    rf"|(?<![\w`])(?P<name>[^\W_][\w.+-]{{0,80}}?)__?{_NOT_WORD_AFTER}",
    re.DOTALL,
)
_NUMBERED = {
    "pep": ("PEP {}", "https://peps.python.org/pep-{:04}/"),
    "rfc": ("RFC {}", "https://www.rfc-editor.org/rfc/rfc{}"),
}
"""Roles whose text is the number of a document, with patterns of its name and address."""
_ITALICS = frozenset("*")
_UNPRINTED = ("raw", "cite", "footcite")
"""Roles that do not print their text."""
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_EMBEDDED = re.compile(r"\s*<([^<>]{1,1500})>\s*\Z")


@dataclass(slots=True)
class Names:
    """What names in the file stand for: addresses of link targets, texts of substitutions."""

    targets: dict[str, str] = field(default_factory=dict)
    anonymous: list[str] = field(default_factory=list)
    substitutions: dict[str, str] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    """The labels of the notes of the file, as written."""
    used: int = 0

    def target(self, name: str) -> str:
        """Give the address of a link target, ``""`` for a place in this file or an unknown name."""
        return self.targets.get(folded(name), "")

    def next_anonymous(self) -> str:
        """Give the address of the next nameless target; they are used in order."""
        self.used += 1
        return self.anonymous[self.used - 1] if self.used <= len(self.anonymous) else ""


def folded(name: str) -> str:
    """Give a name as it is compared: case and white space do not matter."""
    return " ".join(name.lower().split())


class InlineReader:
    """Writes what a stretch of the source prints.

    ``on_note`` gets the label of each note reference as written, the place of its bracket, and the writer.
    """

    def __init__(self, source: SourceText, names: Names, on_note: Callable[[str, int, ProseWriter], None]) -> None:
        self._source = source
        self._names = names
        self._on_note = on_note
        self._readers: dict[str, Callable[[re.Match[str], ProseWriter], None]] = {
            "note": self._note,
            "literal": self._literal,
            "phrase": self._phrase,
            "url": self._address,
            "escape": self._escape,
            "substitution": self._substitution,
            "name": self._name,
        }

    def write(self, start: int, end: int, writer: ProseWriter) -> None:
        """Write the source from ``start`` to ``end``."""
        emphasis = Emphasis(self._source.text, start, end, writer, _ITALICS)
        at = start
        while token := _TOKEN.search(self._source.text, at, end):
            self._source.copy(writer, at, token.start())
            at = token.end()
            kind = next((one for one in self._readers if token[one]), None)
            if kind is not None:
                self._readers[kind](token, writer)
            elif not token["emphasis"] or not emphasis.is_sign(*token.span()):
                self._source.copy(writer, token.start(), token.end())
        self._source.copy(writer, at, end)

    def _note(self, token: re.Match[str], writer: ProseWriter) -> None:
        following = self._source.text[token.end() : token.end() + 1]
        if following.isascii() and following.isalpha() and token["note"] not in self._names.notes:
            self._source.copy(writer, token.start(), token.end())
            return
        self._on_note(token["note"], token.start(), writer)

    def _literal(self, token: re.Match[str], writer: ProseWriter) -> None:
        start = writer.next_offset
        self._source.copy(writer, token.start("literal"), token.end("literal"))
        writer.span(InlineKind.VERBATIM, start)

    def _escape(self, token: re.Match[str], writer: ProseWriter) -> None:
        if not token["escape"].isspace():
            self._source.copy(writer, token.start("escape"), token.end("escape"))

    def _address(self, token: re.Match[str], writer: ProseWriter) -> None:
        self._copy_unescaped(*token.span(), writer)

    def _copy_unescaped(self, start: int, end: int, writer: ProseWriter) -> None:
        """Write text in which nothing but a backslash has a meaning."""
        for escape in _ESCAPE.finditer(self._source.text, start, end):
            self._source.copy(writer, start, escape.start())
            start = escape.end() if escape[1].isspace() else escape.start(1)
        self._source.copy(writer, start, end)

    def _substitution(self, token: re.Match[str], writer: ProseWriter) -> None:
        text = self._names.substitutions.get(folded(token["substitution"]))
        if text is None:
            self._source.copy(writer, token.start(), token.end())
        else:
            writer.add(text, self._source.position(token.start()))

    def _phrase(self, token: re.Match[str], writer: ProseWriter) -> None:
        """Write a phrase in backquotes: a link with its address or name, or the text of a role."""
        role = (token["named"] or (token["role"] or "").strip(":")).lower()
        if role in _NUMBERED and token["phrase"].isdecimal():
            self._numbered(role, token["phrase"], token, writer)
            return
        if role.startswith(_UNPRINTED):
            writer.cut()
            return
        embedded = _EMBEDDED.search(token["phrase"])
        first, stop = token.span("phrase")
        start = writer.length
        shown = first + embedded.start() if embedded else stop
        self._copy_unescaped(first, shown if shown > first else stop, writer)
        if not token["reference"]:
            return
        address = "".join(embedded[1].split()) if embedded else ""
        if embedded and token["reference"] == "_":
            self._names.targets.setdefault(folded(token["phrase"][: embedded.start()]), address)
        elif not embedded and token["reference"] == "_":
            address = self._names.target(token["phrase"])
        elif not embedded:
            address = self._names.next_anonymous()
        if address:
            writer.link(address, start)

    def _numbered(self, series: str, number: str, token: re.Match[str], writer: ProseWriter) -> None:
        """Write the number in a role as the name of a document, with a link to it."""
        words, address = _NUMBERED[series]
        writer.add(words.format(int(number)), self._source.position(token.start("phrase")))
        writer.link(address.format(int(number)), writer.length - len(words.format(int(number))))

    def _name(self, token: re.Match[str], writer: ProseWriter) -> None:
        """Write a word with an underscore behind it: a link if the word is a target, else unchanged."""
        start = writer.length
        anonymous = token[0].endswith("__") and bool(self._names.anonymous)
        if not anonymous and folded(token["name"]) not in self._names.targets:
            self._source.copy(writer, token.start(), token.end())
            return
        self._source.copy(writer, token.start("name"), token.end("name"))
        address = self._names.next_anonymous() if anonymous else self._names.target(token["name"])
        if address:
            writer.link(address, start)
