"""OpenDocument text (ODT, and its flat form). The label of a note is the one that the program printed last.

A place is a paragraph (counted from 1 through the whole text, tables included) and a character in it. A repeated
label begins a new chapter, since numbers may restart with a chapter or page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from citations.document import BlockKind, Document, Position
from citations.drafts import InlineKind
from citations.formats.archive import Archive
from citations.formats.assembly import DocumentBuilder, with_lists_apart
from citations.formats.names import names
from citations.formats.prose import Prose, ProseWriter
from citations.formats.xmltree import attribute, child, descendants, local, parse_xml

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_SKIPPED = names(
    "annotation annotation-end tracked-changes table-of-content illustration-index table-index "
    "alphabetical-index object-index user-index hidden-text hidden-paragraph ruby-text forms "
    "sequence-decls variable-decls script desc title note-citation math"
)
"""Elements whose text is not part of the running text."""
_BLANKS = frozenset({"s", "tab", "soft-page-break"})
_LISTED = re.compile(r"[\[(]?(?P<label>[^\s:\])]{1,40})[\]):.]{0,2}\s")
"""The short name or number before a work in a list that the program generated: "Ber04: ", "[1] "."""
_BRACKETS = " []()"
_WORK = "odt-bibliography"
_MAX_PARENTS = 20
"""Steps up the chain of styles, which can run in a circle."""
_MAX_LEVEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Package:
    content: etree._Element
    parents: dict[str, str]
    """The parent of each paragraph style; names as in the file (``Heading_20_1``)."""
    raised: frozenset[str]
    """The styles of text that stands above the line."""
    italic: frozenset[str]
    """The styles of text in italics."""
    numbered: frozenset[str]
    """The styles of lists whose outer items are numbered 1, 2, 3."""


class _Odt:
    """Text documents of LibreOffice and its kin."""

    name = "odt"

    def read(self, data: bytes, *, name: str) -> Document:
        return with_lists_apart(_Body(_open(data, name)).read(), "odt-endnote")


def _open(data: bytes, name: str) -> _Package:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        root = parse_xml(data, name=name, part="the flat document")
        return _Package(
            content=root,
            parents=dict(_parents(root)),
            raised=_set_so(root, "text-position", "super"),
            italic=_set_so(root, "font-style", "italic"),
            numbered=_numbered(root),
        )
    archive = Archive(data, name=name, kind="OpenDocument file")
    manifest = archive.read(_MANIFEST)
    if manifest is not None:
        listed = parse_xml(manifest, name=name, part=_MANIFEST, allow_doctype=True)
        if next(descendants(listed, "encryption-data"), None) is not None:
            archive.fail("the file is encrypted with a password", "save a copy without a password")
    content = parse_xml(archive.require(_CONTENT), name=name, part=_CONTENT)
    parents = dict(_parents(content))
    styles = archive.read(_STYLES)
    numbered = _numbered(content)
    italic = _set_so(content, "font-style", "italic")
    if styles is not None:
        root = parse_xml(styles, name=name, part=_STYLES)
        parents |= dict(_parents(root))
        numbered |= _numbered(root)
        italic |= _set_so(root, "font-style", "italic")
    return _Package(
        content=content,
        parents=parents,
        raised=_set_so(content, "text-position", "super"),
        italic=italic,
        numbered=numbered,
    )


def _works(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the paragraphs of generated lists of works, each with the short name of the work."""
    marked = {"".join(map(str, one.itertext())).strip(_BRACKETS) for one in descendants(root, "bibliography-mark")}
    for body in (one for made in descendants(root, "bibliography") for one in descendants(made, "index-body")):
        for paragraph in body:
            head = _LISTED.match("".join(map(str, paragraph.itertext())))
            if head and head["label"] in marked:
                yield paragraph, head["label"]


def _parents(root: etree._Element) -> Iterator[tuple[str, str]]:
    for style in descendants(root, "style"):
        if attribute(style, "family") == "paragraph":
            yield attribute(style, "name") or "", attribute(style, "parent-style-name") or ""


def _numbered(root: etree._Element) -> frozenset[str]:
    numbers = (next(descendants(one, "list-level-style-number"), None) for one in descendants(root, "list-style"))
    outer = [one for one in numbers if one is not None and attribute(one, "level") == "1"]
    return frozenset(
        attribute(parent, "name") or ""
        for one in outer
        if attribute(one, "num-format") == "1" and (parent := one.getparent()) is not None
    )


def _set_so(root: etree._Element, property_name: str, value: str) -> frozenset[str]:
    """Give the names of the styles with a text property whose value begins with ``value``."""
    return frozenset(
        attribute(style, "name") or ""
        for style in descendants(root, "style")
        if any((attribute(one, property_name) or "").startswith(value) for one in descendants(style, "text-properties"))
    )


class _Body:
    """Reads the body from top to bottom, and its notes on the way."""

    def __init__(self, package: _Package) -> None:
        self._package = package
        self._draft = DocumentBuilder("odt")
        self._paragraph = 0
        self._chapters: dict[str, int] = {}
        self._seen: set[tuple[str, int, str]] = set()
        self._counts: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._label: str | None = None
        self._writer = ProseWriter()
        self._at = Position(line=1, column=1)
        self._boxes: list[etree._Element] = []
        self._listed = dict(_works(package.content))
        self._works = frozenset(self._listed.values())

    def read(self) -> Document:
        """Give the document."""
        body = next(descendants(self._package.content, "text"), None)
        for element in body if body is not None else ():
            self._block(element, BlockKind.PARAGRAPH)
        self._draft.lines = self._paragraph
        return self._draft.finish()

    def _block(self, element: etree._Element, kind: BlockKind) -> None:
        name = local(element)
        if element in self._listed:
            self._work(self._listed[element], element)
        elif name in {"p", "h"}:
            self._read_paragraph(element, kind)
        elif name == "list" and attribute(element, "style-name") in self._package.numbered:
            self._numbered_list(element)
        elif name not in _SKIPPED:
            inside = {"list-item": BlockKind.ITEM, "list-header": BlockKind.ITEM, "table-cell": BlockKind.CELL}
            for one in element:
                self._block(one, inside.get(name, kind))

    def _numbered_list(self, element: etree._Element) -> None:
        """Read a list with numbers, which stand before the first paragraph of each item."""
        style = attribute(element, "style-name") or ""
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list") is not None
        count = self._numbers.get(style, 0) if goes_on else 0
        for item in element:
            if local(item) == "list-item":
                count += 1
                self._label = str(count)
            self._block(item, BlockKind.ITEM)
        self._numbers[style] = count

    def _read_paragraph(self, element: etree._Element, kind: BlockKind) -> None:
        self._paragraph += 1
        style = self._style(attribute(element, "style-name") or "")
        level = 0
        if local(element) == "h":
            kind, level = BlockKind.HEADING, _level(attribute(element, "outline-level"))
        elif style == "title":
            kind, level = BlockKind.HEADING, 1
        elif kind is BlockKind.PARAGRAPH and style in {"quotations", "quote", "block text"}:
            kind = BlockKind.QUOTE
        elif style == "caption":
            kind = BlockKind.CAPTION
        self._writer, self._boxes = ProseWriter(), []
        self._at = Position(line=self._paragraph, column=1, place=f"paragraph {self._paragraph}")
        self._inline(element)
        prose, boxes = self._writer.finish(), self._boxes
        label, self._label = self._label, None
        self._draft.add_block(prose, kind, level=level, label=label)
        if style == "title" and self._draft.title is None:
            self._draft.title = prose.text
        for box in boxes:
            for one in box:
                self._block(one, BlockKind.PARAGRAPH)

    def _style(self, name: str) -> str:
        """Give the built-in style that a paragraph style derives from and that says what the paragraph is."""
        for _ in range(_MAX_PARENTS):
            plain = name.replace("_20_", " ").lower()
            if plain in {"title", "quotations", "quote", "block text", "caption"} or not name:
                return plain
            name = self._package.parents.get(name, "")
        return ""

    # -- inline ----------------------------------------------------------------------------------------

    def _inline(self, element: etree._Element) -> None:
        self._text(element.text)
        for one in element:
            self._element(one)
            self._text(one.tail)

    def _element(self, element: etree._Element) -> None:
        name = local(element)
        if name == "note":
            self._note(element)
        elif name == "note-ref":
            self._note_reference(element)
        elif name == "bibliography-mark":
            self._mark_of_work(element)
        elif name == "a":
            start = self._writer.length
            self._inline(element)
            self._writer.link(attribute(element, "href") or "", start)
        elif name in _BLANKS:
            self._text(" ")
        elif name == "line-break":
            self._writer.add("\n", self._at)
            self._advance(1)
        elif name == "text-box":
            self._boxes.append(element)
        elif name not in _SKIPPED:
            start = self._writer.next_offset
            self._inline(element)
            if attribute(element, "style-name") in self._package.raised:
                self._writer.span(InlineKind.SUPERSCRIPT, start)
            if attribute(element, "style-name") in self._package.italic:
                self._writer.span(InlineKind.EMPHASIS, start)

    def _text(self, text: str | None) -> None:
        if text:
            # Line ends in the XML are blanks, and the place is the character that the program shows.
            self._writer.add(text.replace("\n", " "), self._at)
            self._advance(len(text))

    def _advance(self, width: int) -> None:
        self._at = replace(self._at, column=self._at.column + width)

    def _note(self, element: etree._Element) -> None:
        kind = "endnote" if attribute(element, "note-class") == "endnote" else "footnote"
        citation, body = child(element, "note-citation"), child(element, "note-body")
        label = " ".join("".join(map(str, citation.itertext())).split()) if citation is not None else ""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        label = label or str(self._counts[kind])
        chapter = self._chapters.get(kind, 0)
        if (kind, chapter, label) in self._seen:
            chapter += 1
            self._chapters[kind] = chapter
        self._seen.add((kind, chapter, label))
        style, at = f"odt-{kind}", self._at
        self._writer.mark(label, label, style, at, chapter=chapter)
        self._advance(len(label))
        if body is not None:
            place = replace(at, place=f"{kind} {label}")
            self._draft.add_note(label, self._note_text(body, place), style=style, at=place, chapter=chapter)

    def _mark_of_work(self, element: etree._Element) -> None:
        """Read a mark with the short name of a work; it is text if the generated list does not have the work."""
        printed = "".join(map(str, element.itertext()))
        label = printed.strip(_BRACKETS)
        if label in self._works:
            self._writer.mark(label, printed, _WORK, self._at)
            self._advance(len(printed))
        else:
            self._inline(element)

    def _work(self, label: str, element: etree._Element) -> None:
        self._paragraph += 1
        at = Position(line=self._paragraph, column=1, place=f"paragraph {self._paragraph}")
        work, writer = self._note_text(element, at), ProseWriter()
        head = _LISTED.match(work.text)
        writer.append(work, at, start=head.end() if head else 0)
        self._draft.add_note(label, writer.finish(), style=_WORK, at=at)

    def _note_text(self, body: etree._Element, at: Position) -> Prose:
        """Give the text of a note, its paragraphs joined."""
        outer = self._writer, self._at, self._boxes
        self._writer, self._at, self._boxes = ProseWriter(), at, []
        for paragraph in descendants(body, "p", "h"):
            if not any(local(one) in _SKIPPED for one in paragraph.iterancestors()):
                self._writer.blank()
                self._inline(paragraph)
        prose = self._writer.finish()
        self._writer, self._at, self._boxes = outer
        return prose

    def _note_reference(self, element: etree._Element) -> None:
        """Read a cross-reference to the number of a note, which cites the note again."""
        label = " ".join("".join(map(str, element.itertext())).split())
        kind = "endnote" if attribute(element, "note-class") == "endnote" else "footnote"
        if label and attribute(element, "reference-format") in {None, "text"}:
            self._writer.mark(label, label, f"odt-{kind}", self._at, chapter=self._chapters.get(kind, 0))
            self._advance(len(label))
        else:
            self._inline(element)


def _level(value: str | None) -> int:
    known = {str(level): level for level in range(1, _MAX_LEVEL)}
    return known.get(value or "1", _MAX_LEVEL)


FORMAT = _Odt()
