"""The running text of LaTeX: quotation marks, dashes, accents, formulas, paragraphs and cells."""

import re
from abc import ABC, abstractmethod

from citations.document import BlockKind, Oddity
from citations.drafts import InlineKind
from citations.formats import latex_signs as signs
from citations.formats.assembly import DocumentBuilder, Flow, remarks_behind
from citations.formats.latex_source import LatexSource
from citations.formats.masking import FILLER, MASKED, UNPRINTED, VERBATIM, mask_end
from citations.formats.prose import Prose, ProseWriter, SourceText

_SIGNS = (
    r"\\(?P<word>[a-zA-Z@]{1,40})\*?|\\(?P<sign>[^a-zA-Z@])|(?P<quote>``|''|\"[`']|[`'])|(?P<dash>--{1,2})"
    r"|(?P<math>\${1,2})|(?P<break>\n[ \t]*\n\s*)|[{}~&]"
    rf"|[{MASKED}]"
)
_TOKEN = re.compile(_SIGNS)
_GERMAN = re.compile(r"\\(?:usepackage|documentclass)\s{0,9}\[[^\[\]]{0,300}german|\\usepackage\{n?german\}")
_GERMAN_TOKEN = re.compile(rf"{_SIGNS}|(?P<short>\"[aouAOUsz<>|\"=~-])")
"""The tokens of babel's German, where a straight quotation mark opens umlauts and hyphens."""
_SHORT = dict(
    zip('aouAOUsz<>|"=~-', ["ä", "ö", "ü", "Ä", "Ö", "Ü", "ß", "ß", "«", "»", "", "", "-", "-", ""], strict=True)
)
_LISTING = re.compile(
    r"\\begin\s{0,9}\{(?:[vV]erbatim\*?|lstlisting|minted|alltt)\}(?:\[[^\]\n]{0,300}\]|\{\w{1,30}\})?"
)
_QUOTES = {"``": "“", "''": "”", "`": "‘", "'": "’", '"`': "„", "\"'": "“"}
_DASHES = {"--": "–", "---": "—"}
MAX_DEPTH = 25
"""Notes, captions and headings within one another; two or three in use."""


class TextWalk(ABC):
    """Reads running text; a subclass says what each command prints."""

    def __init__(self, text: str, oddities: tuple[Oddity, ...]) -> None:
        self._source = SourceText(text)
        self._latex = LatexSource(text)
        self._markup = self._latex.markup
        self._tokens = _GERMAN_TOKEN if _GERMAN.search(self._markup) else _TOKEN
        self._flow = Flow(DocumentBuilder("latex", oddities))
        self._counted = False
        """Whether the list that is open counts its items."""
        self._in_quotation = False
        self._flow.draft.remarks = remarks_behind("%", text)

    @abstractmethod
    def _command(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write what a command prints, and give the place after it."""

    def _inline(self, start: int, end: int, writer: ProseWriter, depth: int) -> None:
        """Write what the source from ``start`` to ``end`` prints."""
        at = start if depth <= MAX_DEPTH else end
        while at < end:
            # A block that ends inside goes on with a new writer.
            here = self._flow.writer if depth == 0 else writer
            token = self._tokens.search(self._markup, at, end)
            self._source.copy(here, at, token.start() if token else end)
            if token is None:
                return
            at = max(self._token(token, end, here, depth), token.end())

    def _rendered(self, start: int, end: int, depth: int) -> Prose:
        writer = ProseWriter()
        self._inline(start, end, writer, depth + 1)
        return writer.finish()

    def _token(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        if token["word"]:
            return self._command(token, end, writer, depth)
        if token["sign"]:
            return self._sign(token, end, writer)
        if token["math"]:
            return self._math(token.start(), token["math"], token["math"], end, writer)
        position = self._source.position(token.start())
        if token["quote"]:
            writer.add(_QUOTES[token["quote"]], position)
        elif self._tokens is _GERMAN_TOKEN and token["short"]:
            writer.add(_SHORT[token["short"][1]], position)
        elif token["dash"]:
            writer.add(_DASHES[token["dash"]], position)
        elif token["break"]:
            self._end_paragraph(writer, depth)
        elif token[0] == "&":
            self._end_cell(writer, depth)
        elif token[0] == "~":
            writer.blank()
        elif token[0] in {UNPRINTED, VERBATIM, FILLER}:
            return self._hidden(token.start(), writer, depth)
        return token.end()

    def _end_paragraph(self, writer: ProseWriter, depth: int) -> None:
        if depth == 0:
            self._flow.flush(then=self._flow.kind if self._flow.kind is BlockKind.QUOTE else BlockKind.PARAGRAPH)
        else:
            writer.blank()

    def _end_cell(self, writer: ProseWriter, depth: int) -> None:
        if depth == 0 and self._flow.kind is BlockKind.CELL:
            self._flow.flush(then=BlockKind.CELL)
        else:
            writer.blank()

    def _hidden(self, at: int, writer: ProseWriter, depth: int) -> int:
        """Pass over a masked stretch, but write the words of ``verb`` and of a listing within a note."""
        stop = mask_end(self._markup, at)
        if self._markup[at] == VERBATIM:
            begin = self._source.text.find(self._source.text[stop - 1], at, stop - 1) + 1
            first = writer.next_offset
            self._source.copy(writer, begin, stop - 1)
            writer.span(InlineKind.VERBATIM, first)
        elif depth > 0 and (listing := _LISTING.match(self._source.text, at, stop)):
            writer.blank()
            first = writer.next_offset
            self._source.copy(writer, listing.end(), self._source.text.rfind("\\end", at, stop))
            writer.span(InlineKind.VERBATIM, first)
            writer.blank()
        return stop

    def _math(self, at: int, opening: str, closing: str, end: int, writer: ProseWriter) -> int:
        """Write an inline formula as it stands; pass over a displayed one."""
        begin = at + len(opening)
        stop = self._markup.find(closing, begin, min(end, self._latex.paragraph_end(at)))
        if stop < 0:
            self._source.copy(writer, at, begin)
            return begin
        if opening in {"$", "\\("}:
            first = writer.next_offset
            self._source.copy(writer, begin, stop)
            writer.span(InlineKind.VERBATIM, first)
        else:
            writer.blank()
        return stop + len(closing)

    def _sign(self, token: re.Match[str], end: int, writer: ProseWriter) -> int:
        sign = token["sign"]
        if sign in "([":
            return self._math(token.start(), f"\\{sign}", "\\)" if sign == "(" else "\\]", end, writer)
        if sign in signs.ACCENT_LETTERS:
            return self._accent(sign, token, end, writer)
        if sign == "\\":
            if self._flow.kind is BlockKind.CELL and writer is self._flow.writer:
                self._flow.flush(then=BlockKind.CELL)
            writer.blank()
            option = self._latex.option(token.end(), end)
            return option.after if option else token.end()
        writer.add(signs.SIGNS.get(sign, ""), self._source.position(token.start()))
        return token.end()

    def _accent(self, accent: str, token: re.Match[str], end: int, writer: ProseWriter) -> int:
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        letter = self._markup[argument.start : argument.end].strip("{}")
        writer.add(signs.accented(accent, letter), self._source.position(token.start()))
        return argument.after
