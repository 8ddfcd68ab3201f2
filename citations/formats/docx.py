"""Word files (DOCX): read from the XML, with the note numbers that Word prints.

A place is a paragraph (counted from 1 through the whole text, tables included) and a character in it. Hidden text and
text deleted by a tracked change are left out. If the writer gave several notes the same mark (``*``), each gets a
chapter of its own, so that each marker finds its note. Unreferenced notes are kept as "unreferenced 1" and so on.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from citations.document import BlockKind, Document, Position
from citations.formats.assembly import DocumentBuilder, with_lists_apart
from citations.formats.docx_lists import ListCounter
from citations.formats.docx_numbering import BUILT_IN, NoteCounter, read_numbering
from citations.formats.docx_package import (
    PLAIN,
    ParagraphStyle,
    Part,
    WordPackage,
    open_package,
    properties_meaning,
    undefined_style,
)
from citations.formats.docx_text import NoteReference, ParagraphReader, deleted_references
from citations.formats.prose import Prose, ProseWriter
from citations.formats.xmltree import attribute, child, descendants, local, value

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class _Docx:
    """The format of Word since 2007, in its transitional and strict spellings."""

    name = "docx"

    def read(self, data: bytes, *, name: str) -> Document:
        return _Body(open_package(data, name=name)).read()


class _Body:
    """Reads the body from top to bottom, and numbers the notes by their references."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._draft = DocumentBuilder("docx")
        self._paragraph = 0
        self._section = 0
        self._page = 0
        self._marks: Counter[str] = Counter()
        self._lists = ListCounter(package.numbering)
        self._counters = {"footnote": NoteCounter(), "endnote": NoteCounter()}
        base = read_numbering(package.settings, BUILT_IN)
        self._sections = [*(read_numbering(one, base) for one in _sections(package.document.root)), base]
        self._references: list[tuple[NoteReference, str, int]] = []
        self._reader = ParagraphReader(package.document.links, self._number, self._next_page, package.italic)

    def read(self) -> Document:
        """Give the document."""
        body = child(self._package.document.root, "body")
        for element in body if body is not None else ():
            self._block(element, in_table=False)
        self._draft.lines = self._paragraph
        self._add_notes()
        return with_lists_apart(self._draft.finish(), "docx-endnote")

    def _block(self, element: etree._Element, *, in_table: bool) -> None:
        name = local(element)
        if name == "p":
            self._read_paragraph(element, in_table=in_table)
        elif name in {"tbl", "tr", "tc"}:
            for one in element:
                self._block(one, in_table=True)
        elif name in _WRAPPERS:
            for one in element:
                self._block(one, in_table=in_table)

    def _read_paragraph(self, element: etree._Element, *, in_table: bool) -> None:
        self._paragraph += 1
        properties = child(element, "pPr")
        style = self._style(properties)
        at = Position(line=self._paragraph, column=1, place=f"paragraph {self._paragraph}")
        prose, boxes = self._reader.read(element, at)
        if not style.is_contents:
            kind = BlockKind.CELL if in_table and style.kind is BlockKind.PARAGRAPH else style.kind
            label = self._lists.label(child(properties, "numPr")) if prose.text else None
            self._draft.add_block(prose, kind, level=style.level, chapter=self._section, label=label)
            if style.is_title and self._draft.title is None and prose.text:
                self._draft.title = prose.text
        for box in boxes:
            for one in box:
                self._block(one, in_table=False)
        if child(properties, "sectPr") is not None:
            self._section += 1
            self._next_page()

    def _style(self, properties: etree._Element | None) -> ParagraphStyle:
        direct = properties_meaning(properties)
        if direct != PLAIN:
            return direct
        key = value(child(properties, "pStyle"))
        return self._package.styles[key] if key in self._package.styles else undefined_style(key)

    def _number(self, reference: NoteReference) -> tuple[str, int]:
        if reference.custom is not None:
            label = reference.custom
            chapter = self._marks[label]
            self._marks[label] += 1
        else:
            section = self._sections[min(self._section, len(self._sections) - 1)]
            numbering = section.footnote if reference.kind == "footnote" else section.endnote
            counter = self._counters[reference.kind]
            label, chapter = counter.count(numbering, section=self._section, page=self._page)
        self._references.append((reference, label, chapter))
        return label, chapter

    def _next_page(self) -> None:
        self._page += 1

    def _add_notes(self) -> None:
        deleted = set(deleted_references(self._package.document.root))
        unreferenced = 0
        for kind, part in (("footnote", self._package.footnotes), ("endnote", self._package.endnotes)):
            notes = dict(_notes(part, kind)) if part is not None else {}
            links, italic = part.links if part is not None else {}, self._package.italic
            for reference, label, chapter in self._references:
                if reference.kind == kind and reference.xml_id in notes:
                    custom = reference.custom is not None
                    place = replace(reference.position, place=f"{kind} {label}")
                    prose = _note_text(notes[reference.xml_id], links, italic, place, label if custom else "")
                    self._draft.add_note(label, prose, style=f"docx-{kind}", at=place, chapter=chapter)
            used = {one.xml_id for one, _, _ in self._references if one.kind == kind}
            for xml_id, element in notes.items():
                if xml_id in used or (kind, xml_id) in deleted:
                    continue
                place = Position(line=max(self._paragraph, 1), column=1, place=f"{kind} without a reference")
                prose = _note_text(element, links, italic, place, "")
                if prose.text:
                    unreferenced += 1
                    label = f"unreferenced {unreferenced}"
                    self._draft.add_note(label, prose, style=f"docx-{kind}", at=place)


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of each section, in order; earlier versions kept by tracked changes are passed over."""
    for element in descendants(root, "sectPr"):
        parent = element.getparent()
        if parent is not None and local(parent) in {"pPr", "body"}:
            yield element


def _notes(part: Part, kind: str) -> Iterator[tuple[str, etree._Element]]:
    for element in part.root:
        if local(element) == kind and attribute(element, "type") not in _SEPARATORS:
            yield attribute(element, "id") or "", element


def _note_text(
    element: etree._Element, links: dict[str, str], italic: frozenset[str], at: Position, mark: str
) -> Prose:
    """Give the text of a note, its paragraphs joined, without the mark at its beginning."""
    reader = ParagraphReader(links, lambda _: None, lambda: None, italic)
    whole = ProseWriter()
    for paragraph in descendants(element, "p"):
        prose, _ = reader.read(paragraph, at)
        start = len(mark) if mark and not whole.length and prose.text.startswith(mark) else 0
        whole.blank()
        whole.append(prose, at, start=start)
    return whole.finish()


FORMAT = _Docx()
