r"""LaTeX: ``\footnote`` and its parts, endnotes, and ``\cite`` with a bibliography in the same file.

Nothing is run: commands of the writer's own without arguments are put in, all others print their arguments.
The label of a footnote is its number as printed, that of a reference its key, since the number depends on the style.
A ``\cite`` is a marker only where its bibliography is read, in the file or beside it; else one is an oddity.
"""

import re
from collections.abc import Iterable, Sequence

from citations.document import BlockKind, Document, Oddity, Position
from citations.formats import latex_signs as signs
from citations.formats.assembly import with_lists_apart
from citations.formats.base import NotesReader
from citations.formats.counters import count_in
from citations.formats.latex_notes import BOX_NOTE, CITE, ENDNOTE, FOOTNOTE, SIDENOTE, NoteCounter
from citations.formats.latex_printed import Handler, PrintingWalk
from citations.formats.latex_text import MAX_DEPTH
from citations.formats.masking import MASKED
from citations.formats.parts import parts_elsewhere
from citations.formats.prose import ProseWriter, read_text

_DEFINITION = re.compile(r"\\(?:re)?newcommand\*?\s{0,9}\{?\s{0,9}\\([a-zA-Z]{1,40})\s{0,9}\}?\s{0,9}(?=\{)")
_BOOK = re.compile(r"\\documentclass[^{}]{0,300}\{(?:book|report|memoir|scrbook|scrreprt|amsbook)\}")
_ALIAS = re.compile(
    r"\\(?:(?:(?:re)?newcommand|providecommand)\*?|def)\s{0,9}\{?\s{0,9}\\(?P<name>[a-zA-Z]{1,40})\s{0,9}\}?"
    r"(?:\s{0,9}\[\d\](?:\[[^\]\n]{0,40}\])?|(?:#\d){1,3})?"
    rf"\s{{0,9}}\{{[\s~{MASKED}]{{0,9}}\\(?P<is>[a-zA-Z]{{1,40}})\s{{0,9}}"
    rf"(?:(?:\[#\d\]){{0,2}}\{{[^{{}}#]{{0,40}}#\d\s{{0,9}}\}})?[\s{MASKED}]{{0,9}}\}}"
    r"|\\let\s{0,9}\\(?P<let>[a-zA-Z]{1,40})\s{0,9}=?\s{0,9}\\(?P<for>[a-zA-Z]{1,40})"
)
"""A command of the writer's own that is another one by a shorter name, with its arguments or without."""
_LABEL = re.compile(r"\\label\{([^{}\n]{1,100})\}")
_NAME = re.compile(r"\\(?:label|ref|getrefnumber)\{([^{}\n]{1,100})\}")
"""The name of a note, or a reference to it."""
_ASIDE_CLASS = re.compile(r"\\documentclass[^{}]{0,300}\{tufte-\w{1,20}\}")
"""A class of documents that sets footnotes aside: its side notes count on with them."""
_AS_ENDNOTES = re.compile(
    r"\\let\s{0,9}\\footnote\s{0,9}=?\s{0,9}\\endnote\b|\\renewcommand\*?\{?\\footnote\}?\{\\endnote\}"
)
_ABOUT_ALL = re.compile(r"(?:\([^()\n]{0,300}\)){1,2}(?=[\[{])")
"""The words before and behind all sources of a command that cites several."""
_ENDS_BLANK = re.compile(r"(?:\\[ ,;:]|~)\s{0,9}$")
_ENDS_AS_WRITTEN = re.compile(r"\\xspace\s{0,9}$")
"""The end of a command of the writer's own: a blank, or one where the text has one behind the command."""
_BOXES = frozenset({"minipage", "threeparttable"})
_IN_THE_LINE = frozenset({"CJK", "CJK*", "otherlanguage*"})
"""Environments that change the script or the language of some words of a line."""
_SETTING = re.compile(r"\{[^\s\\{}]{0,40}\}")
"""One word in braces right behind the name of an environment: what it is given, and no text."""
_TABLE_NOTES = "tablenotes"
_TABLE_NOTE_END = re.compile(rf"\\item\b|\\end\{{{_TABLE_NOTES}\}}")
_AUTHORS = re.compile(
    r"\\bibitem\[\{?(?P<authors>[^\[\]{}()\\]{1,100})\([^()\n]{0,60}\)[^\[\]{}]{0,200}\}?\]\{(?P<key>[^{}\n]{1,100})\}"
)
"""The label of an entry that is cited by author and year: the authors stand before the year in brackets."""
_MAX_DEFINITIONS = 2000
_ROOM = 100_000
"""Characters of definitions put in beyond the length of the file: a long one, used often, would fill the memory."""
_NOTES = {
    "footnote": FOOTNOTE,
    "sidenote": SIDENOTE,
    "sidefootnote": SIDENOTE,
    "tablefootnote": FOOTNOTE,
    "endnote": ENDNOTE,
    "pagenote": ENDNOTE,
}


class _Latex(NotesReader):
    """LaTeX source, or a part of one."""

    name = "latex"

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        del whole_is_notes
        document = _File(*read_text(data, name=name), keys=any(not label.isdigit() for label in labels)).read()
        for style in (ENDNOTE, CITE, BOX_NOTE, SIDENOTE):
            document = with_lists_apart(document, style)
        return document


class _File(PrintingWalk):
    """The walk through one file."""

    def __init__(self, text: str, oddities: tuple[Oddity, ...], *, keys: bool) -> None:
        super().__init__(text, oddities)
        self._endnotes = NoteCounter(style=ENDNOTE)
        self._footnotes = self._endnotes if _AS_ENDNOTES.search(self._markup) else NoteCounter(style=FOOTNOTE)
        self._box_notes = NoteCounter(style=BOX_NOTE, notation="alph")
        self._sidenotes = self._footnotes if _ASIDE_CLASS.search(self._markup) else NoteCounter(style=SIDENOTE)
        self._boxes = 0
        self._in_table_notes = False
        self._entries = NoteCounter(style=CITE)
        self._has_bibliography = keys or r"\bibitem" in self._markup
        self._is_book = _BOOK.search(self._markup) is not None
        self._definitions = self._read_definitions()
        self._room = len(text) + _ROOM
        self._readers = self._handlers()
        self._aliases = self._read_aliases()
        self._cites = 0
        self._in_notes = 0
        self._named: dict[str, tuple[str, int]] = {}
        self._authors = {found["key"]: found["authors"] for found in _AUTHORS.finditer(self._markup)}

    def read(self) -> Document:
        """Give the document."""
        draft = self._flow.draft
        start = self._markup.find(r"\begin{document}")
        end = self._markup.find(r"\end{document}", max(start, 0))
        self._preamble(max(start, 0))
        self._inline(max(start, 0), end if end >= 0 else len(self._markup), self._flow.writer, 0)
        self._flow.flush()
        lists = (self._footnotes, self._sidenotes, self._box_notes, self._endnotes, self._entries)
        for counter in {id(one): one for one in lists}.values():
            counter.write(draft)
        if self._cites and not self._has_bibliography:
            named = ", ".join(found[1].strip() for found in signs.BIBLIOGRAPHY.finditer(self._markup))
            text = "the article cites a bibliography that is not in this file" + (f": {named}" if named else "")
            draft.oddities.append(Oddity(kind="bibliography-elsewhere", text=text, line=1, column=1))
        draft.oddities += parts_elsewhere("latex", self._markup[max(start, 0) : end if end >= 0 else None])
        draft.lines = self._source.count
        return draft.finish()

    def _preamble(self, end: int) -> None:
        title = re.compile(r"\\title\s{0,9}(?=[\[{])").search(self._markup)
        if title is not None:
            option = self._latex.option(title.end(), len(self._markup))
            argument = self._latex.argument(option[2] if option else title.end(), len(self._markup))
            if argument is not None:
                self._flow.draft.title = self._rendered(argument[0], argument[1], 0).text or None
        for found in re.compile(r"\\renewcommand\*?\s{0,9}\{?\\the(footnote|endnote)\}?\s{0,9}(?=\{)").finditer(
            self._markup, 0, end
        ):
            self._set_notation(found[1], found.end())

    def _read_definitions(self) -> dict[str, tuple[int, int]]:
        """Give where the text of commands without arguments stands, by their names."""
        out: dict[str, tuple[int, int]] = {}
        for found in _DEFINITION.finditer(self._markup):
            after = self._latex.group_end(found.end())
            if after is not None and len(out) < _MAX_DEFINITIONS:
                out[found[1]] = (found.end() + 1, after - 1)
        return out

    def _read_aliases(self) -> dict[str, str]:
        """Give the commands that make notes and citations by the names that the writer gave them."""
        known = frozenset(name for name, reader in self._readers.items() if reader in (self._note, self._cite))
        pairs = (
            (found["name"] or found["let"], found["is"] or found["for"]) for found in _ALIAS.finditer(self._markup)
        )
        return {name: meant for name, meant in pairs if meant in known and name not in known}

    # -- commands --------------------------------------------------------------------------------------

    def _handlers(self) -> dict[str, Handler]:
        """Give what reads each command that is more than its arguments."""
        notes = {base + ending: self._note for base in _NOTES for ending in ("", "mark", "text")}
        return {
            **dict.fromkeys(self._definitions, self._own_command),
            **self._printers(),
            **dict.fromkeys(signs.CITES | signs.FOOT_CITES, self._cite),
            **dict.fromkeys(signs.SECTIONS, self._heading),
            **dict.fromkeys(["setcounter", "renewcommand", "newcommand", "providecommand", "def"], self._definition),
            **dict.fromkeys(["begin", "end"], self._environment),
            **notes,
            "footref": self._footnote_reference,
            "bibitem": self._bibitem,
            "item": self._item_or_note,
            "tnote": self._table_mark,
            **dict.fromkeys(["textcquote", "blockcquote"], self._cited_quotation),
        }

    def _command(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        return self._readers.get(self._word(token), self._setting)(token, end, writer, depth)

    def _word(self, token: re.Match[str]) -> str:
        """Give the name of a command, of the writer's own the one that it stands for."""
        return self._aliases.get(token["word"], token["word"])

    def _own_command(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Put in what a command of the writer's own, without arguments, stands for."""
        start, stop = self._definitions[token["word"]]
        self._room -= stop - start + 1
        if self._room < 0:
            return token.end()
        text = self._rendered(start, stop, max(depth, MAX_DEPTH - 4)).text
        writer.add(text, self._source.position(token.start()))
        if _ENDS_AS_WRITTEN.search(self._markup, start, stop):
            return token.end()
        if _ENDS_BLANK.search(self._markup, start, stop):
            writer.blank()
        return self._latex.skip_blanks(token.end(), end)

    def _definition(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Pass over a definition, and take the number of a counter or the notation of notes from it."""
        del writer, depth
        after = token.end()
        name = self._latex.argument(after, end)
        if name is None:
            return after
        what = self._markup[name[0] : name[1]].strip("\\ ")
        if not what or self._markup[name[0]] == "\\":
            # The name of a command without braces around it: \newcommand\x{…}.
            found = re.compile(r"\\?([a-zA-Z@]{1,40})\}?").match(self._markup, name[0], end)
            what, after = (found[1], found.end()) if found else (what, name[2])
        else:
            after = name[2]
        after = self._latex.past_options(after, end)
        if what.removeprefix("the") in {"footnote", "endnote"}:
            self._set_notation(what.removeprefix("the"), after)
        value = self._latex.argument(after, end)
        if value is None:
            return after
        counter = {"footnote": self._footnotes, "endnote": self._endnotes}.get(what)
        count = count_in(self._markup[value[0] : value[1]])
        if counter is not None and count is not None:
            counter.number = count
        return value[2]

    def _set_notation(self, counter: str, at: int) -> None:
        value = self._latex.argument(at, len(self._markup))
        if value is not None:
            text = self._markup[value[0] : value[1]]
            (self._footnotes if counter == "footnote" else self._endnotes).set_notation(text)

    def _heading(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        word = token["word"]
        argument = self._latex.argument(self._past_option(token.end(), end), end)
        if argument is None or depth > 0:
            writer.blank()
            return token.end()
        self._flow.flush()
        if word == "chapter" and self._is_book:
            self._footnotes.start_chapter()
            self._endnotes.start_chapter()
            self._flow.chapter = self._footnotes.chapter
        self._flow.writer = self._heading_writer(argument)
        self._flow.flush(BlockKind.HEADING, level=signs.SECTIONS[word])
        return argument[2]

    def _heading_writer(self, argument: tuple[int, int, int]) -> ProseWriter:
        writer = ProseWriter()
        self._inline(argument[0], argument[1], writer, 1)
        return writer

    def _environment(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        word = token["word"]
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        name = self._markup[argument[0] : argument[1]].strip()
        after = argument[2]
        if word == "begin" and name in signs.NO_PROSE:
            stop = self._markup.find(f"\\end{{{name}}}", after, end)
            writer.blank()
            return after if stop < 0 else stop + len(name) + len("\\end{}")
        if word == "begin":
            after = self._past_option(after, end)
            for _ in range(signs.BEGIN_ARGUMENTS.get(name, 1 if name == "thebibliography" else 0)):
                setting = self._latex.argument(after, end)
                after = setting[2] if setting else after
            while word_given := _SETTING.match(self._markup, after, end):
                after = word_given.end()
        if name in _BOXES:
            self._boxes = max(self._boxes + (1 if word == "begin" else -1), 0) if name == "minipage" else self._boxes
            self._box_notes.start_chapter()
        elif name == _TABLE_NOTES:
            self._in_table_notes = word == "begin"
        if name in _IN_THE_LINE:
            return after
        if depth == 0:
            self._counted = word == "begin" and name == "enumerate"
            self._flow.flush(then=_kind_inside(name) if word == "begin" else BlockKind.PARAGRAPH)
        else:
            writer.blank()
        return after

    # -- notes -----------------------------------------------------------------------------------------

    def _note(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        word = self._word(token)
        style = _NOTES[word.removesuffix("mark").removesuffix("text")]
        counter = {FOOTNOTE: self._footnotes, SIDENOTE: self._sidenotes}.get(style, self._endnotes)
        if self._boxes and word == "footnote":
            counter = self._box_notes
        option = self._latex.option(token.end(), end)
        after = option[2] if option else token.end()
        argument = None if word.endswith("mark") else self._latex.argument(after, end)
        if argument is None and not word.endswith("mark"):
            return after
        label = self._label_of(word, option, counter)
        at = self._source.position(token.start())
        if not word.endswith("text"):
            writer.mark(label, self._markup[token.start() : after], counter.style, at, chapter=counter.chapter)
        if argument is None:
            return after
        if named := _LABEL.search(self._markup, *argument[:2]):
            self._named[named[1]] = (label, counter.chapter)
        place = len(counter.notes)
        self._in_notes += 1
        text = self._rendered(argument[0], argument[1], depth)
        self._in_notes -= 1
        # A note within this one was counted, and kept, while this one was read.
        counter.notes.insert(place, (label, counter.chapter, text, at))
        return argument[2]

    def _label_of(self, word: str, option: tuple[int, int, int] | None, counter: NoteCounter) -> str:
        """Give the label of a note: by its name or number where the command says one, else the next in the row."""
        if option and (named := _NAME.search(self._markup, *option[:2])):
            return self._named.get(named[1], (named[1], 0))[0]
        if option:
            return counter.label_of(self._markup[option[0] : option[1]])
        return counter.label if word.endswith("text") else counter.step()

    def _table_mark(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read the mark of a note below its table."""
        del depth
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        self._box_notes.number += 1
        at = self._source.position(token.start())
        label, raw = self._markup[argument[0] : argument[1]].strip(), self._markup[token.start() : argument[2]]
        writer.mark(label, raw, BOX_NOTE, at, chapter=self._box_notes.chapter)
        return argument[2]

    def _item_or_note(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read an item of a list; of the notes below a table one is a note, which has its label in brackets."""
        option = self._latex.option(token.end(), end) if self._in_table_notes else None
        if option is None:
            return self._item(token, end, writer, depth)
        following = _TABLE_NOTE_END.search(self._markup, option[2], end)
        stop = following.start() if following else end
        text = self._rendered(option[2], stop, depth)
        label = self._rendered(option[0], option[1], depth).text
        self._box_notes.keep(label, text, self._source.position(token.start()))
        return stop

    def _cited_quotation(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        r"""Read ``\textcquote[4]{key}{words}``: a quotation, and behind it the reference to its source."""
        after = self._latex.past_options(token.end(), end)
        key = self._latex.argument(after, end)
        after = self._latex.past_options(key[2] if key else after, end)
        words = self._latex.argument(after, end)
        if key is None or words is None:
            return after
        self._quoted(words, writer, depth)
        self._cite(token, key[2], writer, depth)
        return words[2]

    def _footnote_reference(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read a reference to a footnote by its name: another marker of that note."""
        del depth
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        name = self._markup[argument[0] : argument[1]].strip()
        label, chapter = self._named.get(name, (name, self._footnotes.chapter))
        at = self._source.position(token.start())
        writer.mark(label, self._markup[token.start() : argument[2]], self._footnotes.style, at, chapter=chapter)
        return argument[2]

    def _reference(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write the number of a note that was read before, as "see note 3" prints it."""
        argument = self._latex.argument(token.end(), end)
        named = self._named.get(self._markup[argument[0] : argument[1]].strip()) if argument else None
        if argument is None or named is None:
            return super()._reference(token, end, writer, depth)
        writer.add(named[0], self._source.position(token.start()))
        return argument[2]

    def _cite(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read a citation: a marker of its entries. In a note it is printed by its keys and page."""
        word = self._word(token)
        about = _ABOUT_ALL.match(self._markup, token.end(), end) if word.endswith("cites") else None
        after, page = about.end() if about else token.end(), ""
        while (option := self._latex.option(after, end)) is not None:
            page = self._rendered(option[0], option[1], depth).text
            after = option[2]
        argument = self._latex.argument(after, end)
        if argument is None or self._markup[argument[0] - 1] != "{":
            return after
        keys = [key.strip() for key in self._markup[argument[0] : argument[1]].split(",")]
        while word.endswith("cites") and (following := self._next_group(argument[2], end)):
            argument = following
            keys += [key.strip() for key in self._markup[argument[0] : argument[1]].split(",")]
        raw = self._markup[token.start() : argument[2]]
        at = self._source.position(token.start())
        self._cites += 1
        printed = ", ".join(filter(None, ["; ".join(keys), page]))
        if self._in_notes:
            writer.add(printed, at)
        elif word in signs.NAMING_CITES:
            writer.add(" and ".join(self._authors.get(key, key) for key in keys), at)
        else:
            writer.cut()
        if word in signs.FOOT_CITES:
            label = self._footnotes.step()
            writer.mark(label, raw, self._footnotes.style, at, chapter=self._footnotes.chapter)
            text = ProseWriter()
            text.add(printed, at)
            self._mark_keys(keys, raw, at, text)
            self._footnotes.keep(label, text.finish(), at)
        else:
            self._mark_keys(keys, raw, at, writer)
        return argument[2]

    def _next_group(self, at: int, end: int) -> tuple[int, int, int] | None:
        """Give the keys of the next source of a command that cites several, each with pages of its own."""
        while self._markup[at : at + 1] == "[" and (option := self._latex.option(at, end)) is not None:
            at = option[2]
        return self._latex.argument(at, end) if self._markup[at : at + 1] == "{" else None

    def _mark_keys(self, keys: Iterable[str], raw: str, at: Position, writer: ProseWriter) -> None:
        for key in filter(None, keys if self._has_bibliography else ()):
            writer.mark(key, raw, CITE, at)

    def _bibitem(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read an entry of the bibliography, up to the next one or the end of the list.

        One that pandoc set is a paragraph like any other: the text cites it in words, by author and year.
        """
        del writer
        key = self._latex.argument(self._past_option(token.end(), end), end)
        if key is None or depth > 0:
            return token.end()
        if "\\citeproctext" in self._markup[token.end() : key[0]]:
            return key[2]
        stops = [self._markup.find(sign, key[2], end) for sign in ("\\bibitem", "\\end{thebibliography}")]
        stop = min([one for one in stops if one >= 0], default=end)
        text = self._rendered(key[2], stop, 0)
        label = self._markup[key[0] : key[1]].strip()
        self._entries.keep(label, text, self._source.position(key[0]))
        return stop


def _kind_inside(environment: str) -> BlockKind:
    if environment in {"quote", "quotation", "displayquote", "verse"}:
        return BlockKind.QUOTE
    if environment.startswith(("tabular", "longtable")):
        return BlockKind.CELL
    return BlockKind.PARAGRAPH


FORMAT = _Latex()
