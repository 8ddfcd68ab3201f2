"""The text of Word paragraphs: runs, fields, links, tracked changes, and the note references in them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from citations.document import Position
from citations.drafts import InlineKind
from citations.formats.docx_package import is_on
from citations.formats.names import names
from citations.formats.prose import Prose, ProseWriter
from citations.formats.xmltree import attribute, child, local, value

_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?:\\[^l]\s+)*"?([^"\s]+)"?', re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)", re.IGNORECASE)
_NOTE_REFERENCE = re.compile(r"^\s*(?:NOTEREF|FTNREF)\b", re.IGNORECASE)
"""A field that prints the number of another reference's note, and so cites the note again."""
_MAX_INSTRUCTION = 4000
"""Characters of a field's instruction that are kept; an address is rarely longer, an embedded record often is."""
_WRAPPERS = names(
    "ins moveTo smartTag customXml sdt sdtContent dir bdo fldSimple oMath oMathPara ruby rubyBase hyperlink"
    " r e num den sup sub deg d f sSup sSub sSubSup rad nary fName func acc bar box groupChr limLow limUpp lim m"
    " mr eqArr borderBox sPre"
)
"""Elements whose content is part of the running text (the short ones are those of formulas)."""
_DELETED = frozenset({"del", "moveFrom"})
_NOTE_KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_SYMBOL_FONT_BASE = 0xF000
"""Symbol fonts lie in a private area from here on; the sign itself is the low byte."""

_SYMBOL_LETTERS = str.maketrans(
    "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
)
"""The Greek letters of the font called Symbol, by the keys they lie on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReference:
    """A reference to a note; ``custom`` is the mark that the writer chose instead of a number."""

    kind: str
    xml_id: str
    position: Position
    custom: str | None = None


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    is_note_reference: bool = False
    start: int = 0


class ParagraphReader:
    """Reads paragraphs of one part; complex fields may run over several of them.

    ``on_note`` gives the label and list of a reference, or ``None`` where it is to be passed over.
    ``on_page`` is called wherever a page ends. ``italic`` are the styles of text in italics.
    """

    def __init__(
        self,
        links: dict[str, str],
        on_note: Callable[[NoteReference], tuple[str, int] | None],
        on_page: Callable[[], None],
        italic: frozenset[str] = frozenset(),
    ) -> None:
        self._links = links
        self._italic = italic
        self._on_note = on_note
        self._on_page = on_page
        self._fields: list[_Field] = []
        self._writer = ProseWriter()
        self._at = Position(line=1, column=1)
        self._boxes: list[etree._Element] = []

    def read(self, paragraph: etree._Element, at: Position) -> tuple[Prose, tuple[etree._Element, ...]]:
        """Give the text of a paragraph that stands at ``at``, and the contents of text boxes anchored in it."""
        self._writer = ProseWriter()
        self._at = at
        self._boxes = []
        self._children(paragraph)
        return self._writer.finish(), tuple(self._boxes)

    def _children(self, element: etree._Element) -> None:
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name == "hyperlink":
                self._hyperlink(one)
            elif name == "fldSimple":
                self._simple_field(one)
            elif name == "AlternateContent":
                self._children(next((kind for kind in one if local(kind) in {"Choice", "Fallback"}), one))
            elif name in {"drawing", "pict", "object", "txbxContent"}:
                self._collect_boxes(one)
            elif name in _NOTE_KINDS:
                self._note(one, None)
            elif name in _WRAPPERS:
                self._children(one)
            elif name not in _DELETED:
                self._token(name, one)

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return
        start = self._writer.next_offset
        self._run_content(run)
        if value(child(properties, "vertAlign")) == "superscript":
            self._writer.span(InlineKind.SUPERSCRIPT, start)
        italic = child(properties, "i")
        by_style = italic is None and value(child(properties, "rStyle")) in self._italic
        if by_style or is_on(italic):
            self._writer.span(InlineKind.EMPHASIS, start)

    def _run_content(self, run: etree._Element) -> None:
        reference = next((one for one in run if local(one) in _NOTE_KINDS), None)
        if reference is None or attribute(reference, "customMarkFollows") not in {"1", "true", "on"}:
            self._children(run)
        else:
            self._note(reference, "".join(_plain(one) for one in run).strip() or "*")

    def _note(self, element: etree._Element, custom: str | None) -> None:
        if not self._visible:
            return
        kind = _NOTE_KINDS[local(element)]
        reference = NoteReference(kind=kind, xml_id=attribute(element, "id") or "", position=self._at, custom=custom)
        numbered = self._on_note(reference)
        if numbered is not None:
            label, chapter = numbered
            self._mark(label, chapter, f"docx-{kind}")

    def _mark(self, label: str, chapter: int, style: str) -> None:
        self._writer.mark(label, label, style, self._at, chapter=chapter)
        self._advance(len(label))

    def _hyperlink(self, element: etree._Element) -> None:
        target = self._links.get(attribute(element, "id") or "", "")
        anchor = attribute(element, "anchor")
        if _ADDRESS.match("".join(map(str, element.itertext()))):
            # Writers paste addresses right behind a word, where they could not be told from it.
            self._writer.blank()
        start = self._writer.length
        self._children(element)
        if target:
            self._writer.link(f"{target}#{anchor}" if anchor and "#" not in target else target, start)

    def _simple_field(self, element: etree._Element) -> None:
        self._fields.append(_Field(instruction=attribute(element, "instr") or ""))
        self._open_result()
        self._children(element)
        self._close_field()

    def _token(self, name: str, one: etree._Element) -> None:
        if name == "fldChar":
            self._field_sign(attribute(one, "fldCharType"))
        elif name == "instrText":
            if self._fields and len(self._fields[-1].instruction) < _MAX_INSTRUCTION:
                self._fields[-1].instruction += one.text or ""
        elif name == "lastRenderedPageBreak" or (name == "br" and attribute(one, "type") == "page"):
            self._on_page()
            self._writer.blank()
        elif self._visible:
            self._text(_plain(one))

    def _text(self, text: str) -> None:
        field = self._fields[-1] if self._fields else None
        if field is not None and field.is_note_reference and text.strip():
            self._mark(text.strip(), 0, "docx-cross-reference")
            return
        self._writer.add(text, self._at)
        self._advance(len(text))

    def _field_sign(self, sign: str | None) -> None:
        if sign == "begin":
            self._fields.append(_Field())
        elif sign == "separate" and self._fields:
            self._open_result()
        elif sign == "end" and self._fields:
            self._close_field()

    def _open_result(self) -> None:
        field = self._fields[-1]
        field.in_result = True
        field.is_note_reference = bool(_NOTE_REFERENCE.match(field.instruction))
        field.start = self._writer.length

    def _close_field(self) -> None:
        field = self._fields.pop()
        link = _HYPERLINK.match(field.instruction)
        if link and field.in_result and not link[1].startswith("\\"):
            # A field may go on over paragraphs: what it links here begins no later than the text does.
            self._writer.link(link[1], min(field.start, self._writer.length))

    @property
    def _visible(self) -> bool:
        return all(field.in_result for field in self._fields)

    def _advance(self, width: int) -> None:
        self._at = Position(line=self._at.line, column=self._at.column + width, place=self._at.place)

    def _collect_boxes(self, element: etree._Element) -> None:
        if local(element) == "txbxContent":
            self._boxes.append(element)
            return
        for one in element:
            self._collect_boxes(one)


def _plain(element: etree._Element) -> str:
    """Give the text of one child of a run."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name in {"tab", "ptab"}:
        return " "
    if name in {"br", "cr"}:
        return "\n"
    if name == "noBreakHyphen":
        return "-"
    if name == "sym":
        return _symbol(attribute(element, "char") or "", attribute(element, "font") or "")
    return ""


def _symbol(code: str, font: str) -> str:
    try:
        number = int(code, 16)
        sign = chr(number - _SYMBOL_FONT_BASE if number >= _SYMBOL_FONT_BASE else number)
    except (ValueError, OverflowError):
        return ""
    if font.lower() == "symbol":
        sign = sign.translate(_SYMBOL_LETTERS)
    return sign if sign.isprintable() else ""


def deleted_references(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield kind and id of the notes whose reference stands in text that a tracked change deletes."""
    for element in root.iter():
        if local(element) in _DELETED:
            for one in element.iter():
                kind = _NOTE_KINDS.get(local(one))
                if kind:
                    yield kind, attribute(one, "id") or ""
