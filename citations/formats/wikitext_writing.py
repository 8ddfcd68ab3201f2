"""Writes what templates of a wiki print: citations, short notes, notes, markers by name, boxes."""

from collections.abc import Callable
from itertools import takewhile
from typing import Protocol

from citations.document import BlockKind
from citations.formats.prose import Prose, ProseWriter, SourceText
from citations.formats.reference_text import of_site, short_label, written_out
from citations.formats.wikitext_notes import WORK, NoteRegister, Works
from citations.formats.wikitext_templates import (
    LIST_GROUPS,
    NOTE_GROUP,
    NOTE_NAME,
    NOTE_TEXT,
    QUOTED,
    SIGNED,
    Role,
    Template,
    called_by,
    short_form,
    works_in,
)

STYLE = "wikitext-ref"


class Page(Protocol):
    """What the writer of templates needs from the page, since the arguments of templates are markup."""

    def inline(self, start: int, end: int, writer: ProseWriter, depth: int) -> None:
        """Write what the markup from ``start`` to ``end`` prints."""
        ...

    def rendered(self, start: int, end: int, depth: int) -> Prose:
        """Give what the markup from ``start`` to ``end`` prints."""
        ...

    def definitions(self, start: int, end: int, depth: int) -> None:
        """Keep the notes that the markup from ``start`` to ``end`` defines."""
        ...

    def begin(self, kind: BlockKind) -> ProseWriter:
        """End the block of the text that is being written, and give what the next one is written with."""
        ...

    def set_aside(self, prose: Prose, kind: BlockKind) -> None:
        """Keep a block that stands beside the text."""
        ...


class TemplateWriter:
    """Writes the templates of one page, and collects its ``notes`` and the ``works`` that it lists."""

    def __init__(self, page: Page, source: SourceText, text: str) -> None:
        self.notes = NoteRegister()
        self.works = Works()
        self._page = page
        self._source = source
        self._text = text
        self._writers: dict[Role, Callable[[Template, ProseWriter, int], None]] = {
            Role.CITATION: self._citation,
            Role.SHORT_TEXT: self._call,
            Role.SHORT_NOTE: self._short_note,
            Role.NOTE: self._note_template,
            Role.NAMED: self._named,
            Role.LIST: self._note_list,
            Role.WRAPPER: self._one,
            Role.FIRST: self._one,
            Role.MEASURE: self._measure,
            Role.JOINED: self._joined,
            Role.QUOTATION: self._quotation,
            Role.UNKNOWN: self._unknown,
        }

    def write(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Write what a template prints, and collect its notes and works."""
        if template.sign is not None:
            writer.add(template.sign, self._source.position(template.start))
        elif template.role in self._writers:
            self._writers[template.role](template, writer, depth)

    def _citation(self, template: Template, writer: ProseWriter, depth: int) -> None:
        at = self._source.position(template.start)
        fields = of_site(self._fields(template, depth), template.site)
        writer.add(written_out(fields), at)
        if depth == 0 and (label := short_label(fields)):
            self.works.listed.setdefault(label, (written_out(fields), at))

    def _one(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Write the one positional argument that is printed: the first or the last."""
        if template.positional:
            one = template.positional[0 if template.role is Role.FIRST else -1]
            self._page.inline(one.start, one.end, writer, depth + 1)

    def _fields(self, template: Template, depth: int) -> dict[str, str]:
        return {one.name: self._page.rendered(one.start, one.end, depth).text for one in template.arguments}

    def _value(self, template: Template, *names: str) -> str:
        argument = template.argument(*names)
        return self._text[argument.start : argument.end].strip().strip("\"'") if argument else ""

    def _joined(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Write all positional arguments, such as day, month and year of a date."""
        for number, one in enumerate(template.positional):
            if number:
                writer.blank()
            self._page.inline(one.start, one.end, writer, depth + 1)

    def _measure(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Write the figures that were given with their units: "4 km", "4 to 5 km", "6 ft 2 in".

        Figures and words take turns there. What follows out of turn says what the wiki makes of them in other units.
        """
        words = [self._text[one.start : one.end].strip() for one in template.positional]
        in_turn = takewhile(
            lambda number: words[number].lstrip("+-−")[:1].isdigit() == (number % 2 == 0), range(len(words))
        )
        given = [template.positional[number] for number in in_turn]
        if len(given) > 1 and len(given) % 2:
            given.pop()  # how many places are rounded to
        unit = template.argument("u", "ul")
        for number, one in enumerate([*given, unit] if unit else given):
            if number:
                writer.blank()
            self._page.inline(one.start, one.end, writer, depth + 1)

    def _quotation(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Write a quotation and, behind a dash, its author; in the text, each is a block of its own."""
        words = template.argument(*QUOTED)
        if words is None:
            return
        writer = self._page.begin(BlockKind.QUOTE) if depth == 0 else writer
        self._page.inline(words.start, words.end, writer, depth + 1)
        signed = [argument for name in SIGNED if (argument := template.argument(name))]
        notes = [one for one in signed if self._text[one.start : one.end].lstrip().startswith("<ref")]
        named = [one for one in signed if one not in notes]
        if named:
            writer = self._page.begin(BlockKind.QUOTE) if depth == 0 else writer
        for number, one in enumerate(named):
            writer.add(", " if number else " — ", self._source.position(one.start))
            self._page.inline(one.start, one.start + len(self._text[one.start : one.end].rstrip()), writer, depth + 1)
        for one in notes:
            self._page.inline(one.start, one.end, writer, depth + 1)
        if depth == 0:
            self._page.begin(BlockKind.PARAGRAPH)

    def _short_note(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Read ``{{sfn|Smith|2010|p=5}}``: a note that is printed once, however often it is written."""
        writing = ProseWriter()
        at = self._source.position(template.start)
        self._call(template, writing, depth + 1)
        if writing.length:
            writing.add(".", at)
        text = writing.finish()
        use = self.notes.use(self._value(template, *NOTE_GROUP), f"\1{text.text}")
        raw = self._text[template.start : template.end]
        writer.mark(use.label, raw, "wikitext-sfn", at, chapter=use.chapter)
        self.notes.keep(use, text, at)

    def _call(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Write a work by author and year; within a note, with a marker of the work."""
        at = self._source.position(template.start)
        for number, fields in enumerate(works_in(self._fields(template, depth))):
            writer.add(f"{'; ' if number else ''}{short_form(fields).rstrip('.')}", at)
            if depth > 0:
                label = called_by(fields)
                self.works.called[label] = None
                writer.mark(label, self._text[template.start : template.end], WORK, at)

    def _note_template(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Read ``{{efn|text|name=x}}``: a note of a group of its own."""
        at = self._source.position(template.start)
        group = self._value(template, *NOTE_GROUP) or template.group
        use = self.notes.use(group, self._value(template, *NOTE_NAME))
        writer.mark(use.label, self._text[template.start : template.end], STYLE, at, chapter=use.chapter)
        argument = template.argument(*NOTE_TEXT)
        if argument is not None:
            self.notes.keep(use, self._page.rendered(argument.start, argument.end, depth), at)

    def _named(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Read ``{{r|one|two}}``: markers by the names of their notes."""
        del depth
        at = self._source.position(template.start)
        for argument in template.positional:
            name = self._text[argument.start : argument.end].strip()
            if name:
                use = self.notes.use(self._value(template, *NOTE_GROUP), name)
                raw = self._text[template.start : template.end]
                writer.mark(use.label, raw, STYLE, at, chapter=use.chapter)

    def _note_list(self, template: Template, writer: ProseWriter, depth: int) -> None:
        del writer
        for argument in template.arguments:
            self._page.definitions(argument.start, argument.end, depth)
        self.notes.close(self._value(template, *NOTE_GROUP) or LIST_GROUPS.get(template.name, ""))

    def _unknown(self, template: Template, writer: ProseWriter, depth: int) -> None:
        """Read an unknown template: a single argument is text; of others, only the notes in them are read.

        Only the wiki knows what such a template prints, but notes in its arguments are numbered with all others.
        """
        named = [one for one in template.arguments if one.named]
        if not named and len(template.positional) == 1:
            only = template.positional[0]
            writer.add(template.lead, self._source.position(template.start))
            self._page.inline(only.start, only.end, writer, depth + 1)
            return
        for argument in template.arguments:
            value = ProseWriter()
            self._page.inline(argument.start, argument.end, value, depth + 1)
            prose = value.finish()
            if prose.marks:
                self._page.set_aside(prose, BlockKind.CELL)
