r"""LaTeX: ``\footnote`` and its parts, endnotes, and ``\cite`` with a bibliography in the same file.

LaTeX is not run. A command that the writer defines without arguments is replaced by its definition; an unknown
command prints its arguments. The label of a footnote is the number that is printed; the label of a reference is its
key, because its number depends on the style of the bibliography. A ``\cite`` is a marker only if its bibliography is
read, from this file or with ``--notes``; otherwise the document gets the oddity "bibliography-elsewhere".
"""

import re
from collections.abc import Iterable, Sequence

from citations.document import BlockKind, Document, Oddity, Position
from citations.formats import latex_signs as signs
from citations.formats.assembly import with_lists_apart
from citations.formats.base import NotesReader
from citations.formats.counters import count_in
from citations.formats.latex_commands import OwnCommands
from citations.formats.latex_notes import BOX_NOTE, CITE, ENDNOTE, FOOTNOTE, SIDENOTE, NoteCounter
from citations.formats.latex_printed import Handler, PrintingWalk
from citations.formats.latex_source import Argument
from citations.formats.latex_text import MAX_DEPTH
from citations.formats.parts import parts_elsewhere
from citations.formats.prose import ProseWriter, read_text

_TITLE = re.compile(r"\\title\s{0,9}(?=[\[{])")
_NUMBER_FORMAT = re.compile(r"\\renewcommand\*?\s{0,9}\{?\\the(footnote|endnote)\}?\s{0,9}(?=\{)")
"""The redefinition of the command that prints the number of a note."""
_BARE_NAME = re.compile(r"\\?([a-zA-Z@]{1,40})\}?")
"""The name of a command that is being defined, without braces around it."""
_BOOK = re.compile(r"\\documentclass[^{}]{0,300}\{(?:book|report|memoir|scrbook|scrreprt|amsbook)\}")
_LABEL = re.compile(r"\\label\{([^{}\n]{1,100})\}")
_NAME = re.compile(r"\\(?:label|ref|getrefnumber)\{([^{}\n]{1,100})\}")
"""What names a note, or refers to a named one."""
_ASIDE_CLASS = re.compile(r"\\documentclass[^{}]{0,300}\{tufte-\w{1,20}\}")
"""A document class that prints footnotes in the margin: side notes and footnotes share one counter."""
_AS_ENDNOTES = re.compile(
    r"\\let\s{0,9}\\footnote\s{0,9}=?\s{0,9}\\endnote\b|\\renewcommand\*?\{?\\footnote\}?\{\\endnote\}"
)
_ABOUT_ALL = re.compile(r"(?:\([^()\n]{0,300}\)){1,2}(?=[\[{])")
"""The words before and after all sources of a command that cites several."""
_BOXES = frozenset({"minipage", "threeparttable"})
_IN_THE_LINE = frozenset({"CJK", "CJK*", "otherlanguage*"})
"""Environments within a line, which change the language of some words."""
_SETTING = re.compile(r"\{[^\s\\{}]{0,40}\}")
"""One word in braces right after the name of an environment: a setting, and not text."""
_TABLE_NOTES = "tablenotes"
_TABLE_NOTE_END = re.compile(rf"\\item\b|\\end\{{{_TABLE_NOTES}\}}")
_AUTHORS = re.compile(
    r"\\bibitem\[\{?(?P<authors>[^\[\]{}()\\]{1,100})\([^()\n]{0,60}\)[^\[\]{}]{0,200}\}?\]\{(?P<key>[^{}\n]{1,100})\}"
)
"""The label of an entry that is cited by author and year, as natbib writes it: ``[Berg(2004)]``."""
_DEEPEST_COMMANDS = 4
"""Commands of the writer's own within one another."""
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
        self._own = OwnCommands(self._latex)
        self._readers = self._handlers()
        known = frozenset(name for name, reader in self._readers.items() if reader in (self._note, self._cite))
        self._aliases = self._own.new_names(known)
        self._cites = 0
        self._in_notes = 0
        self._named: dict[str, tuple[str, int]] = {}
        self._authors = {found["key"]: found["authors"] for found in _AUTHORS.finditer(self._markup)}

    def read(self) -> Document:
        """Give the document."""
        draft = self._flow.draft
        start = self._markup.find(r"\begin{document}")
        end = self._markup.rfind(r"\end{document}", max(start, 0))  # an example within may hold one, too
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
        title = _TITLE.search(self._markup)
        if title is not None:
            option = self._latex.option(title.end(), len(self._markup))
            argument = self._latex.argument(option.after if option else title.end(), len(self._markup))
            if argument is not None:
                self._flow.draft.title = self._rendered(argument.start, argument.end, 0).text or None
        for found in _NUMBER_FORMAT.finditer(self._markup, 0, end):
            self._set_notation(found[1], found.end())

    # -- commands --------------------------------------------------------------------------------------

    def _handlers(self) -> dict[str, Handler]:
        """Give the method that reads each command which does more than print its arguments."""
        notes = {base + ending: self._note for base in _NOTES for ending in ("", "mark", "text")}
        return {
            **dict.fromkeys(self._own.names, self._own_command),
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
        """Give the name of a command; for a new name of the writer, the command that it stands for."""
        return self._aliases.get(token["word"], token["word"])

    def _own_command(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write the definition of a command that the writer defined without arguments."""
        own = self._own.use(token["word"])
        if own is None:
            return token.end()
        text = self._rendered(own.start, own.end, max(depth, MAX_DEPTH - _DEEPEST_COMMANDS)).text
        writer.add(text, self._source.position(token.start()))
        if own.keeps_blank:
            return token.end()
        if own.ends_blank:
            writer.blank()
        return self._latex.skip_blanks(token.end(), end)

    def _definition(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Pass over a definition; keep the count or the notation that it sets for notes."""
        del writer, depth
        after = token.end()
        name = self._latex.argument(after, end)
        if name is None:
            return after
        what = self._markup[name.start : name.end].strip("\\ ")
        if not what or self._markup[name.start] == "\\":
            # The name of a command without braces around it: \newcommand\x{…}.
            found = _BARE_NAME.match(self._markup, name.start, end)
            what, after = (found[1], found.end()) if found else (what, name.after)
        else:
            after = name.after
        after = self._latex.past_options(after, end)
        if what.removeprefix("the") in {"footnote", "endnote"}:
            self._set_notation(what.removeprefix("the"), after)
        value = self._latex.argument(after, end)
        if value is None:
            return after
        counter = {"footnote": self._footnotes, "endnote": self._endnotes}.get(what)
        count = count_in(self._markup[value.start : value.end])
        if counter is not None and count is not None:
            counter.number = count
        return value.after

    def _set_notation(self, counter: str, at: int) -> None:
        value = self._latex.argument(at, len(self._markup))
        if value is not None:
            text = self._markup[value.start : value.end]
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
        return argument.after

    def _heading_writer(self, argument: Argument) -> ProseWriter:
        writer = ProseWriter()
        self._inline(argument.start, argument.end, writer, 1)
        return writer

    def _environment(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        word = token["word"]
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        name = self._latex.text_of(argument)
        after = argument.after
        if word == "begin" and name in signs.NO_PROSE:
            stop = self._markup.find(f"\\end{{{name}}}", after, end)
            writer.blank()
            return after if stop < 0 else stop + len(name) + len("\\end{}")
        if word == "begin":
            after = self._past_option(after, end)
            for _ in range(signs.BEGIN_ARGUMENTS.get(name, 1 if name == "thebibliography" else 0)):
                setting = self._latex.argument(after, end)
                after = setting.after if setting else after
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
        after = option.after if option else token.end()
        argument = None if word.endswith("mark") else self._latex.argument(after, end)
        if argument is None and not word.endswith("mark"):
            return after
        label = self._label_of(word, option, counter)
        at = self._source.position(token.start())
        if not word.endswith("text"):
            writer.mark(label, self._markup[token.start() : after], counter.style, at, chapter=counter.chapter)
        if argument is None:
            return after
        if named := _LABEL.search(self._markup, argument.start, argument.end):
            self._named[named[1]] = (label, counter.chapter)
        place = len(counter.notes)
        self._in_notes += 1
        text = self._rendered(argument.start, argument.end, depth)
        self._in_notes -= 1
        # A note within this one was counted, and kept, while this one was read.
        counter.notes.insert(place, (label, counter.chapter, text, at))
        return argument.after

    def _label_of(self, word: str, option: Argument | None, counter: NoteCounter) -> str:
        """Give the label of a note: by the name or number in the command's option, else the next number."""
        if option and (named := _NAME.search(self._markup, option.start, option.end)):
            return self._named.get(named[1], (named[1], 0))[0]
        if option:
            return counter.label_of(self._markup[option.start : option.end])
        return counter.label if word.endswith("text") else counter.step()

    def _table_mark(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read the mark of a note below its table."""
        del depth
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        self._box_notes.number += 1
        at = self._source.position(token.start())
        label, raw = self._latex.text_of(argument), self._markup[token.start() : argument.after]
        writer.mark(label, raw, BOX_NOTE, at, chapter=self._box_notes.chapter)
        return argument.after

    def _item_or_note(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read an item of a list; among the notes below a table, an item with a label in brackets is a note."""
        option = self._latex.option(token.end(), end) if self._in_table_notes else None
        if option is None:
            return self._item(token, end, writer, depth)
        following = _TABLE_NOTE_END.search(self._markup, option.after, end)
        stop = following.start() if following else end
        text = self._rendered(option.after, stop, depth)
        label = self._rendered(option.start, option.end, depth).text
        self._box_notes.keep(label, text, self._source.position(token.start()))
        return stop

    def _cited_quotation(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        r"""Read ``\textcquote[4]{key}{words}``: a quotation that is followed by a reference to its source."""
        after = self._latex.past_options(token.end(), end)
        key = self._latex.argument(after, end)
        after = self._latex.past_options(key.after if key else after, end)
        words = self._latex.argument(after, end)
        if key is None or words is None:
            return after
        self._quoted(words, writer, depth)
        self._cite(token, key.after, writer, depth)
        return words.after

    def _footnote_reference(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read a reference to a named footnote, which is another marker of that note."""
        del depth
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        name = self._latex.text_of(argument)
        label, chapter = self._named.get(name, (name, self._footnotes.chapter))
        at = self._source.position(token.start())
        writer.mark(label, self._markup[token.start() : argument.after], self._footnotes.style, at, chapter=chapter)
        return argument.after

    def _reference(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write the number of a note that was read before, as "see note 3" prints it."""
        argument = self._latex.argument(token.end(), end)
        named = self._named.get(self._latex.text_of(argument)) if argument else None
        if argument is None or named is None:
            return super()._reference(token, end, writer, depth)
        writer.add(named[0], self._source.position(token.start()))
        return argument.after

    def _cite(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read a citation: a marker of each entry that it names. In a note, its keys and pages are printed."""
        word = self._word(token)
        about = _ABOUT_ALL.match(self._markup, token.end(), end) if word.endswith("cites") else None
        after, page = about.end() if about else token.end(), ""
        while (option := self._latex.option(after, end)) is not None:
            page = self._rendered(option.start, option.end, depth).text
            after = option.after
        group = self._latex.argument(after, end)
        if group is None or self._markup[group.start - 1] != "{":
            return after
        keys, after = self._cited_keys(group, end, several=word.endswith("cites"))
        raw = self._markup[token.start() : after]
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
            self._foot_cite(keys, printed, raw, at, writer)
        else:
            self._mark_keys(keys, raw, at, writer)
        return after

    def _cited_keys(self, group: Argument, end: int, *, several: bool) -> tuple[list[str], int]:
        """Give the keys of a citation and the place after it; a command for ``several`` has a group for each source."""
        groups = [group]
        while several and (following := self._next_group(groups[-1].after, end)):
            groups.append(following)
        keys = [key.strip() for one in groups for key in self._markup[one.start : one.end].split(",")]
        return keys, groups[-1].after

    def _foot_cite(self, keys: Sequence[str], printed: str, raw: str, at: Position, writer: ProseWriter) -> None:
        """Write a citation in a footnote of its own: the marker of the footnote here, those of the entries in it."""
        label = self._footnotes.step()
        writer.mark(label, raw, self._footnotes.style, at, chapter=self._footnotes.chapter)
        text = ProseWriter()
        text.add(printed, at)
        self._mark_keys(keys, raw, at, text)
        self._footnotes.keep(label, text.finish(), at)

    def _next_group(self, at: int, end: int) -> Argument | None:
        """Give the next group of keys of a command that cites several sources, each with pages of its own."""
        while self._markup[at : at + 1] == "[" and (option := self._latex.option(at, end)) is not None:
            at = option.after
        return self._latex.argument(at, end) if self._markup[at : at + 1] == "{" else None

    def _mark_keys(self, keys: Iterable[str], raw: str, at: Position, writer: ProseWriter) -> None:
        for key in filter(None, keys if self._has_bibliography else ()):
            writer.mark(key, raw, CITE, at)

    def _bibitem(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read an entry of the bibliography, up to the next one or the end of the list.

        An entry that pandoc wrote is read as a paragraph, since the text cites it in words, by author and year.
        """
        del writer
        key = self._latex.argument(self._past_option(token.end(), end), end)
        if key is None or depth > 0:
            return token.end()
        if "\\citeproctext" in self._markup[token.end() : key.start]:
            return key.after
        stops = [self._markup.find(sign, key.after, end) for sign in ("\\bibitem", "\\end{thebibliography}")]
        stop = min([one for one in stops if one >= 0], default=end)
        text = self._rendered(key.after, stop, 0)
        label = self._latex.text_of(key)
        self._entries.keep(label, text, self._source.position(key.start))
        return stop


def _kind_inside(environment: str) -> BlockKind:
    if environment in {"quote", "quotation", "displayquote", "verse"}:
        return BlockKind.QUOTE
    if environment.startswith(("tabular", "longtable")):
        return BlockKind.CELL
    return BlockKind.PARAGRAPH


FORMAT = _Latex()
