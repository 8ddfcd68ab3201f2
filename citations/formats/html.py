"""HTML and XHTML pages: blocks, links, raised type and the names that notes bear, with places in the source."""

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from citations.comments import blank_comments, ignores_for
from citations.document import BlockKind, Document
from citations.drafts import Draft, Inline, InlineKind, LineTable, TextBuilder
from citations.formats import html_signs as signs
from citations.formats.base import NotesReader, decode
from citations.formats.html_elements import Element, Elements
from citations.formats.markup import link_role
from citations.formats.tags import Piece, attributes_of, pieces_of
from citations.frontmatter import read_front_matter
from citations.links import unwrapped
from citations.scanning import scan
from citations.styles.base import bare_label, is_label

_ID = re.compile(r"\s(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{1,200})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_DEEPEST_SKIPPED = 400
"""Elements of one name within each other that are counted in what nobody sees."""
_DATED_ABOVE = 400
"""Blocks at the top of a page among which a time is its date."""
_LONGEST_LABEL = 6
"""Characters of the raised label before a note within the text."""
_NEAREST = 4
"""Inlines before a note within the text among which its marker is: a label is a link, raised, in italics, or all."""
_LONGEST_RAW = 200


class _Html(NotesReader):
    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".xht")

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        source, oddities = decode(data, name=name)
        lines = LineTable(source)
        text, remarks = blank_comments(source, lines)
        front, start = read_front_matter(text)
        reader = html_drafts(" " * start + text[start:], lines)
        return scan(
            reader.drafts,
            format_name=self.name,
            lines=lines.count,
            title=front.title or _title(reader),
            dated=front.dated or reader.dated,
            ignores=ignores_for(remarks, reader.drafts),
            oddities=oddities,
            whole_is_notes=whole_is_notes,
            labels=labels,
        )


FORMAT = _Html()


def html_drafts(text: str, lines: LineTable) -> "HtmlReader":
    """Give what is read out of an HTML text: its drafts, title and date."""
    reader = HtmlReader(text, lines)
    reader.read()
    return reader


def _title(reader: "HtmlReader") -> str | None:
    first = next((draft for draft in reader.drafts if draft.kind is BlockKind.HEADING and draft.level == 1), None)
    return first.text if first else reader.title


class HtmlReader:
    """Reads an HTML text into drafts. ``title`` and ``dated`` are what its head says."""

    def __init__(self, text: str, lines: LineTable) -> None:
        self.drafts: list[Draft] = []
        self.title: str | None = None
        self.dated: tuple[str, int] | None = None
        self._text = text
        self._lines = lines
        self._open = Elements()
        self._skipped: list[str] = []
        self._builder = TextBuilder(lines, wrapped=True)
        self._inlines: list[Inline] = []
        self._ids: list[str] = []
        self._started = 0
        self._row = 0
        self._rule = False
        self._notes: list[Draft] = []
        self._noted = 0
        self._outer: list[tuple[TextBuilder, list[Inline]]] = []
        """What is being built around the notes within the text that are open."""
        self._last_break = -1
        self._names: set[str] | None = None

    def read(self) -> None:
        """Read the whole text into ``drafts``."""
        for piece in pieces_of(self._text):
            if self._skipped:
                self._skip(piece)
            else:
                self._take(piece)
        self._close_notes(0, len(self._text))
        self._flush(len(self._text))

    def _take(self, piece: Piece) -> None:
        if piece.kind == "text":
            self._words(piece.start, piece.end)
        elif piece.kind == "open":
            self._opening(piece)
        else:
            self._closing(piece)

    def _skip(self, piece: Piece) -> None:
        """Leave out what people do not see as text: scripts, menus, buttons; what is within a block ends with it."""
        if piece.name in signs.BLOCKS and self._skipped[0] not in signs.SKIPPED | signs.BLOCKS:
            self._skipped = []
            self._take(piece)
            return
        if piece.name != self._skipped[-1]:
            return
        if piece.kind == "close":
            self._skipped.pop()
        elif len(self._skipped) < _DEEPEST_SKIPPED:
            self._skipped.append(piece.name)

    def _words(self, start: int, end: int) -> None:
        last = start
        for entity in _ENTITY.finditer(self._text, start, end) if "&" in self._text[start:end] else ():
            self._builder.add(self._text[last : entity.start()], last)
            self._builder.add_as(html.unescape(entity[0]), entity.start())
            last = entity.end()
        self._builder.add(self._text[last:end], last)

    def _opening(self, piece: Piece) -> None:
        name = piece.name
        if name in signs.SKIPPED and not piece.attributes.endswith("/"):
            self._skipped.append(name)
            return
        attributes = attributes_of(piece.attributes) if piece.attributes.strip(" /") else {}
        if attributes and name not in signs.EMPTY and signs.is_unseen(attributes, in_note=bool(self._outer)):
            self._skipped.append(name)
            return
        if name == "a" and self._is_comment(attributes):
            self._skipped.append(name)
        elif self._is_note_within(name, attributes):
            self._open_note(piece, attributes)
            return
        elif name == "br":
            self._line_break(piece)
        elif name == "meta":
            self._meta(attributes, piece)
        elif name in signs.BLOCKS:
            self._flush(piece.start)
            self._open.close_implied(name)
            self._rule = self._rule or name == "hr"
            self._row += name == "tr"
        self._ids += [attributes[key] for key in ("id", "name", "xml:id") if attributes.get(key) and name != "meta"]
        if name == "q":
            self._builder.add_as("“", piece.start)
        if not signs.APART.isdisjoint(attributes.get("class", "").split()):
            self._builder.blank(piece.start)
        if name == "time" and self.dated is None and attributes.get("datetime") and len(self.drafts) < _DATED_ABOVE:
            self.dated = (attributes["datetime"], self._lines.line(piece.start))
        if name not in signs.EMPTY and not self._open.full:
            self._element(piece, attributes)

    def _is_note_within(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether an element holds a note at the place of its marker; of what pops up, only behind a label."""
        if name in signs.BLOCKS and not self._builder.length:
            return False
        return signs.is_note_within(name, attributes) or (signs.is_popup(attributes) and self._own_label() != "")

    def _own_label(self) -> str:
        """Give the label that is all the text so far of the innermost element, ``""`` if it has other words."""
        around = self._open.near()[-1:]
        if not around or around[0].block != len(self.drafts):
            return ""
        label = bare_label(self._builder.text_from(around[0].length))
        return label if is_label(label) else ""

    def _element(self, piece: Piece, attributes: dict[str, str]) -> Element:
        return self._open.open(piece, attributes, length=self._builder.length, block=len(self.drafts))

    def _is_comment(self, attributes: dict[str, str]) -> bool:
        """Whether a link leads to a comment of a word processor on the web; the comment itself is left out."""
        if signs.COMMENT.match(attributes.get("id", "")):
            box = self._open.named("div")
            if box is not None:
                box.dropped = True
            return True
        return signs.COMMENT.match(attributes.get("href", "")[1:]) is not None

    def _closing(self, piece: Piece) -> None:
        name = piece.name
        if name == "q":
            self._builder.add_as("”", piece.start)
        place = self._open.place_of(name)
        if place is None:
            if name in signs.BLOCKS:
                self._flush(piece.start)
            return
        element = self._open.at(place)
        if name in signs.VERBATIM:
            self._shut(element, piece)
        self._close_notes(place, piece.end)
        if name in signs.BLOCKS and not element.note:
            self._flush(piece.start)
        self._open.close(place)
        if name not in signs.VERBATIM and not element.note:
            self._shut(element, piece)

    def _shut(self, element: Element, piece: Piece) -> None:
        """Make the inline of an element that closes."""
        start = element.length if element.block == len(self.drafts) else 0
        attributes = element.attributes
        note = self._note_in(element, start)
        if note is not None and element.name not in signs.BLOCKS and not self._leads_to_note(attributes):
            self._attribute_note(element, piece, note, start)
        elif element.name == "sup":
            self._inline(InlineKind.SUPERSCRIPT, element, piece, start)
        elif element.name in signs.VERBATIM or "math" in attributes.get("class", "").split():
            self._inline(InlineKind.VERBATIM, element, piece, start)
        elif signs.is_italic(element.name, attributes):
            self._inline(InlineKind.EMPHASIS, element, piece, start)
        elif element.name == "a" and "href" in attributes:
            target = unwrapped(attributes["href"].strip())
            self._inline(InlineKind.LINK, element, piece, start, target=target, role=link_role(attributes))

    def _inline(
        self,
        kind: InlineKind,
        element: Element,
        piece: Piece,
        start: int,
        *,
        target: str = "",
        role: str = "",
        label: str = "",
    ) -> None:
        if self._builder.length <= start and kind is not InlineKind.MARKER:
            return
        self._inlines.append(
            Inline(
                kind=kind,
                start=start,
                end=self._builder.length,
                position=self._lines.position(element.start),
                raw=self._text[element.start : min(piece.end, element.start + _LONGEST_RAW)],
                target=target,
                role=role,
                label=label,
            )
        )

    def _open_note(self, piece: Piece, attributes: dict[str, str]) -> None:
        """Begin a note that stands within the text, where its marker is."""
        if self._open.full:
            return
        label, outer = self._own_label() if signs.is_popup(attributes) else "", self._open.near()[-1:]
        element = self._element(piece, attributes)
        element.note = True
        if label:
            element.label, element.labelled_from = label, outer[0].length
        self._outer.append((self._builder, self._inlines))
        self._builder, self._inlines = TextBuilder(self._lines, wrapped=True), []

    def _close_notes(self, place: int, end: int) -> None:
        """End the notes within the text that are open from the element at ``place`` on."""
        for element in reversed(self._open.since(place) if self._outer else ()):
            if element.note:
                start, inlines, builder = element.start, self._inlines, self._builder
                self._builder, self._inlines = self._outer.pop()
                if builder.text_from(0).strip() and not self._repeats_note():
                    draft = builder.draft(BlockKind.PARAGRAPH, inlines=tuple(inlines), start=start, end=end)
                    self._mark_note(draft, element, Piece("close", start, end))

    def _repeats_note(self) -> bool:
        """Whether the marker before a note within the text leads to a list that has the note as well."""
        last = next((one for one in reversed(self._inlines[-_NEAREST:]) if one.kind is InlineKind.LINK), None)
        if last is None or self._builder.text_from(last.end).strip():
            return False
        return self._leads_to_note({"href": last.target})

    def _mark_note(self, draft: Draft, element: Element, piece: Piece) -> None:
        """Keep a note that stands within the text; its marker is the raised label before it, if there is one."""
        raised = next((one for one in reversed(self._inlines[-_NEAREST:]) if one.kind is InlineKind.SUPERSCRIPT), None)
        start, label = self._builder.length, ""
        if raised is not None and not self._builder.text_from(raised.end).strip():
            label = self._builder.text_from(raised.start).strip(" []()")
            if 0 < len(label) <= _LONGEST_LABEL:
                start = raised.start
                self._inlines = [one for one in self._inlines if one.end <= start]
        if element.label is not None and element.labelled_from is not None:
            label, start = element.label, element.labelled_from
        elif start == self._builder.length:
            label = self._next_label()
        self._inline(InlineKind.MARKER, element, piece, start, label=label)
        self._notes.append(replace(draft, note=True, label=label))

    def _next_label(self) -> str:
        """Give the label of a note that prints none: ``^1``, ``^2`` in reading order."""
        self._noted += 1
        return f"^{self._noted}"

    def _leads_to_note(self, attributes: dict[str, str]) -> bool:
        """Whether an element links to a part of the page, which then holds the note that its attribute repeats."""
        target = attributes.get("href", "")
        if not target.startswith("#"):
            return False
        if self._names is None:
            self._names = set(_ID.findall(self._text))
        return target[1:] in self._names

    def _note_in(self, element: Element, start: int) -> str | None:
        """Give the note that an attribute of a marker holds; what pops up over other words than a label is none."""
        attributes = element.attributes
        if "title" in attributes and not signs.is_title_of_note(element.name, attributes):
            attributes = {key: value for key, value in attributes.items() if key != "title"}
        for keys in (signs.NOTE_ATTRIBUTES, signs.POPUP_ATTRIBUTES):
            note = next((attributes[key] for key in keys if len(attributes.get(key, "")) > signs.LEAST_NOTE), None)
            if note is None:
                continue
            if keys is signs.NOTE_ATTRIBUTES or is_label(bare_label(self._builder.text_from(start))):
                return note
        return None

    def _attribute_note(self, element: Element, piece: Piece, note: str, start: int) -> None:
        """Take a note whose whole text stands in an attribute of its marker."""
        label = self._builder.text_from(start).strip(" []()") or self._next_label()
        self._inline(InlineKind.MARKER, element, piece, start, label=label)
        builder = TextBuilder(self._lines, wrapped=True)
        builder.add_as(" ".join(html.unescape(re.sub(r"<[^<>]{0,500}>", " ", note)).split()), element.start)
        draft = builder.draft(BlockKind.PARAGRAPH, start=element.start, end=element.start)
        self._notes.append(replace(draft, note=True, label=label))

    def _line_break(self, piece: Piece) -> None:
        """Begin a new line, or with a second break right behind the first a new block."""
        if self._last_break == self._builder.length > 0:
            self._flush(piece.start)
        else:
            self._builder.blank(piece.start)
            self._builder.new_line()
            self._last_break = self._builder.length

    def _meta(self, attributes: dict[str, str], piece: Piece) -> None:
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name in signs.DATE_NAMES and attributes.get("content"):
            self.dated = self.dated or (attributes["content"], self._lines.line(piece.start))

    def _flush(self, end: int) -> None:
        """End the block that is being built, if it has any text; within a note a new line begins."""
        if self._outer:
            self._builder.blank(end)
            return
        if self._notes or self._builder.text_from(0).strip():
            self._put(end)
            self._ids = []
            self._rule = False
        if self._builder.length or self._inlines:
            self._builder = TextBuilder(self._lines, wrapped=True)
            self._inlines = []
        self._last_break = -1
        self._started = end

    def _put(self, end: int) -> None:
        near = self._open.near()
        names = [element.name for element in near]
        if "title" in names and "body" not in names:
            self.title = self.title or self._builder.text_from(0).strip()
            return
        if any(one.dropped for one in near):
            return
        kind, level = signs.kind_of(names)
        if kind is not BlockKind.HEADING and any(one.aside for one in near):
            kind = BlockKind.ASIDE
        around = [one for one in near if one.container]
        # A list within an item is a part of it, as the lists in notes are.
        outer = next((one for one in around if one.name == "li" and one.used), None)
        container = outer or (around[-1] if around else None)
        draft = self._builder.draft(kind, inlines=tuple(self._inlines), start=self._started, end=end)
        self.drafts.append(
            replace(
                draft,
                level=level,
                ids=tuple(self._ids),
                label=container.label if container and not container.used else None,
                continues=container is not None and container.used,
                row=self._row if kind is BlockKind.CELL else None,
                rule_before=self._rule,
            )
        )
        if container is not None:
            container.used = True
        self.drafts += self._notes
        self._notes = []
