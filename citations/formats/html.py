"""HTML and XHTML pages: blocks, links, superscripts and the ids of notes, with places in the source."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citations.comments import blank_comments, ignores_for
from citations.document import BlockKind, Document
from citations.drafts import Draft, InlineKind, LineTable
from citations.formats import html_signs as signs
from citations.formats.base import NotesReader, decode
from citations.formats.html_elements import Element, Elements
from citations.formats.html_notes import Building, NotesWithin
from citations.formats.html_tags import Piece, attributes_of, pieces_of
from citations.frontmatter import read_front_matter
from citations.links import unwrapped
from citations.scanning import scan

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_DEEPEST_SKIPPED = 400
"""Nested elements of one name that are counted within a skipped element."""
_DATED_ABOVE = 400
"""Blocks at the top of a page among which a ``time`` element is taken for its date."""


class _Html(NotesReader):
    name = "html"

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        source, oddities = decode(data, name=name)
        lines = LineTable(source)
        text, remarks = blank_comments(source, lines)
        front, start = read_front_matter(text)
        page = read_html(" " * start + text[start:], lines)
        return scan(
            page.drafts,
            format_name=self.name,
            lines=lines.count,
            title=front.title or _title(page),
            dated=front.dated or page.dated,
            ignores=ignores_for(remarks, page.drafts),
            oddities=oddities,
            whole_is_notes=whole_is_notes,
            labels=labels,
        )


FORMAT = _Html()


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """What is read out of an HTML text; ``title`` and ``dated`` (date and line) are what its head says."""

    drafts: tuple[Draft, ...]
    title: str | None
    dated: tuple[str, int] | None


def read_html(text: str, lines: LineTable) -> HtmlPage:
    """Give what is read out of an HTML text, whose lines are ``lines``."""
    return _Reader(text, lines).read()


def _title(page: HtmlPage) -> str | None:
    first = next((draft for draft in page.drafts if draft.kind is BlockKind.HEADING and draft.level == 1), None)
    return first.text if first else page.title


class _Reader:
    """Reads an HTML text, tag by tag, into drafts."""

    def __init__(self, text: str, lines: LineTable) -> None:
        self._drafts: list[Draft] = []
        self._title: str | None = None
        self._dated: tuple[str, int] | None = None
        self._text = text
        self._lines = lines
        self._open = Elements()
        self._skipped: list[str] = []
        self._block = Building.begin(text, lines)
        self._notes = NotesWithin(text)
        self._ids: list[str] = []
        self._started = 0
        self._row = 0
        self._rule = False
        self._last_break = -1

    def read(self) -> HtmlPage:
        """Read the whole text."""
        for piece in pieces_of(self._text):
            if self._skipped:
                self._skip(piece)
            else:
                self._take(piece)
        self._block = self._notes.end(self._block, self._open.since(0), len(self._text))
        self._flush(len(self._text))
        return HtmlPage(drafts=tuple(self._drafts), title=self._title, dated=self._dated)

    def _take(self, piece: Piece) -> None:
        if piece.kind == "text":
            self._words(piece.start, piece.end)
        elif piece.kind == "open":
            self._opening(piece)
        else:
            self._closing(piece)

    def _skip(self, piece: Piece) -> None:
        """Skip what is not text: scripts, menus, buttons. A skipped inline element ends with its block."""
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
        last, builder = start, self._block.builder
        for entity in _ENTITY.finditer(self._text, start, end) if "&" in self._text[start:end] else ():
            builder.add(self._text[last : entity.start()], last)
            builder.add_as(html.unescape(entity[0]), entity.start())
            last = entity.end()
        builder.add(self._text[last:end], last)

    def _opening(self, piece: Piece) -> None:
        name = piece.name
        if name in signs.SKIPPED and not piece.attributes.endswith("/"):
            self._skipped.append(name)
            return
        attributes = attributes_of(piece.attributes) if piece.attributes.strip(" /") else {}
        if attributes and name not in signs.EMPTY and signs.is_unseen(attributes, in_note=self._notes.is_open):
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
            self._block.builder.add_as("“", piece.start)
        if not signs.APART.isdisjoint(attributes.get("class", "").split()):
            self._block.builder.blank(piece.start)
        if name == "time" and self._dated is None and attributes.get("datetime") and len(self._drafts) < _DATED_ABOVE:
            self._dated = (attributes["datetime"], self._lines.line(piece.start))
        if name not in signs.EMPTY and not self._open.full:
            self._element(piece, attributes)

    def _is_note_within(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether an element holds a note in place of its marker; a tooltip does only over a label."""
        if name in signs.BLOCKS and not self._block.builder.length:
            return False
        return signs.is_note_within(name, attributes) or (signs.is_popup(attributes) and self._own_label() != "")

    def _own_label(self) -> str:
        """Give the text of the innermost element so far if it is a label, else ``""``."""
        around = self._open.near()[-1:]
        return self._block.label_from(around[0].length) if around and around[0].block == len(self._drafts) else ""

    def _open_note(self, piece: Piece, attributes: dict[str, str]) -> None:
        """Begin a note within the text, in place of its marker."""
        if self._open.full:
            return
        label, outer = self._own_label() if signs.is_popup(attributes) else "", self._open.near()[-1:]
        element = self._element(piece, attributes)
        element.note = True
        if label:
            element.label, element.labelled_from = label, outer[0].length
        self._block = self._notes.begin(self._block)

    def _element(self, piece: Piece, attributes: dict[str, str]) -> Element:
        return self._open.open(piece, attributes, length=self._block.builder.length, block=len(self._drafts))

    def _is_comment(self, attributes: dict[str, str]) -> bool:
        """Whether a link leads to a comment in a page of Google Docs. The box of the comment itself is dropped."""
        if signs.COMMENT.match(attributes.get("id", "")):
            box = self._open.named("div")
            if box is not None:
                box.dropped = True
            return True
        return signs.COMMENT.match(attributes.get("href", "")[1:]) is not None

    def _closing(self, piece: Piece) -> None:
        name = piece.name
        if name == "q":
            self._block.builder.add_as("”", piece.start)
        place = self._open.place_of(name)
        if place is None:
            if name in signs.BLOCKS:
                self._flush(piece.start)
            return
        element = self._open.at(place)
        if name in signs.VERBATIM:
            self._shut(element, piece)
        self._block = self._notes.end(self._block, self._open.since(place), piece.end)
        if name in signs.BLOCKS and not element.note:
            self._flush(piece.start)
        self._open.close(place)
        if name == "span" and "label" in element.attributes.get("class", "").split():
            self._block.builder.blank(piece.start)
        if name not in signs.VERBATIM and not element.note:
            self._shut(element, piece)

    def _shut(self, element: Element, piece: Piece) -> None:
        """Make an inline of an element that closes, if its kind matters for notes."""
        start = element.length if element.block == len(self._drafts) else 0
        attributes, block = element.attributes, self._block
        if self._notes.take_attribute(block, element, piece.end, start):
            return
        if element.name == "sup":
            block.add_inline(InlineKind.SUPERSCRIPT, element, piece.end, start)
        elif element.name in signs.VERBATIM or "math" in attributes.get("class", "").split():
            block.add_inline(InlineKind.VERBATIM, element, piece.end, start)
        elif signs.is_italic(element.name, attributes):
            block.add_inline(InlineKind.EMPHASIS, element, piece.end, start)
        elif element.name == "a" and "href" in attributes:
            self._shut_link(element, piece, start)

    def _shut_link(self, element: Element, piece: Piece, start: int) -> None:
        """Make an inline of a link; one without words is a marker if it leads to a note."""
        attributes, block = element.attributes, self._block
        role, target = signs.link_role(attributes), unwrapped(attributes["href"].strip())
        empty = not block.builder.text_from(start).strip() and target[1:] not in self._ids
        if not role and empty and signs.leads_to_note(attributes):
            role = "noteref"
        block.add_inline(InlineKind.LINK, element, piece.end, start, target=target, role=role)

    def _line_break(self, piece: Piece) -> None:
        """Begin a new line, or a new block if a second break follows the first."""
        if self._last_break == self._block.builder.length > 0:
            self._flush(piece.start)
        else:
            self._block.builder.blank(piece.start)
            self._block.builder.new_line()
            self._last_break = self._block.builder.length

    def _meta(self, attributes: dict[str, str], piece: Piece) -> None:
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name in signs.DATE_NAMES and attributes.get("content"):
            self._dated = self._dated or (attributes["content"], self._lines.line(piece.start))

    def _flush(self, end: int) -> None:
        """End the block that is being built, if it has text; within a note a blank is enough."""
        if self._notes.is_open:
            self._block.builder.blank(end)
            return
        if self._notes.found or self._block.builder.text_from(0).strip():
            self._put(end)
            self._ids = []
            self._rule = False
        if self._block.builder.length or self._block.inlines:
            self._block = Building.begin(self._text, self._lines)
        self._last_break = -1
        self._started = end

    def _put(self, end: int) -> None:
        near = self._open.near()
        names = [element.name for element in near]
        if "title" in names and "body" not in names:
            self._title = self._title or self._block.builder.text_from(0).strip()
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
        draft = self._block.builder.draft(kind, inlines=tuple(self._block.inlines), start=self._started, end=end)
        self._drafts.append(
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
        self._drafts += self._notes.found
        self._notes.found = []
