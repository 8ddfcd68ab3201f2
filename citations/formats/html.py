"""HTML and XHTML pages: blocks, links, raised type and the names that notes bear, with places in the source."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citations.comments import blank_comments, ignores_for
from citations.document import BlockKind, Document
from citations.drafts import Draft, Inline, InlineKind, LineTable, TextBuilder
from citations.formats.base import NotesReader, decode
from citations.formats.markup import attributes_of, link_role
from citations.formats.tags import Piece, pieces_of
from citations.links import unwrapped
from citations.scanning import scan

_BLOCKS_WORDS = (
    "p div section article aside header footer main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table "
    "tr td th caption figure figcaption pre hr address form fieldset details summary body html tbody "
    "thead tfoot center title head"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SKIPPED_WORDS = "script style template svg nav button select noscript object canvas audio video dialog"
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_VERBATIM_WORDS = "code pre kbd samp tt math"
_VERBATIM = frozenset(_VERBATIM_WORDS.split())
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_IS_ITALIC = re.compile(r"font-style\s{0,3}:\s{0,3}(?:italic|oblique)", re.IGNORECASE)
_EMPTY_WORDS = "br hr img input meta link wbr col area base embed source track"
_EMPTY = frozenset(_EMPTY_WORDS.split())
_CONTAINER_ID = re.compile(
    r"(?:user-content-|_+)?(?:fn|ftn|edn|foot-?note|end-?note|cite_note|sdfootnote|sdendnote)[-_:]?(?!ref)\w",
    re.IGNORECASE,
)
_CONTAINER_ROLES = ("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote")
_HEADING = re.compile(r"h[1-6]$")
_FOOTERS = frozenset({"footer", "site-footer", "page-footer", "site_footer", "colophon"})
"""Names and classes of the part of a page that every page of its site has at the end."""
_DATE_NAMES = frozenset(
    [
        "article:published_time",
        "date",
        "dc.date",
        "dcterms.date",
        "dc.date.issued",
        "datepublished",
        "citation_publication_date",
        "pubdate",
    ]
)
_ID = re.compile(r"\s(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{1,200})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_DEEPEST = 400
"""Open elements that are kept apart; deeper ones are read as if they closed no others. No real page is half as deep."""
_LOOKED_BACK = 60
"""Open elements among which a closing tag looks for its opening one."""
_NOTE_ATTRIBUTES = ("data-footnote", "data-footnote-content", "data-note", "data-footnote-text")
_COMMENT = re.compile(r"cmnt\d{1,5}$")
"""The names of comments in documents that Google Docs exports."""
_LEAST_NOTE = 12
"""Characters of an attribute that holds the text of a note; shorter values are names and numbers."""
_LONGEST_RAW = 200


class _Html(NotesReader):
    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".xht")

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        source, oddities = decode(data, name=name)
        lines = LineTable(source)
        text, remarks = blank_comments(source, lines)
        reader = html_drafts(text, lines)
        return scan(
            reader.drafts,
            format_name=self.name,
            lines=lines.count,
            title=_title(reader),
            dated=reader.dated,
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


@dataclass(slots=True)
class _Element:
    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)
    length: int = 0
    """Characters of the block's text when it was opened: where an inline begins."""
    block: int = 0
    counter: int | None = None
    label: str | None = None
    container: bool = False
    aside: bool = False
    used: bool = False
    dropped: bool = False


class HtmlReader:
    """Reads an HTML text into drafts. ``title`` and ``dated`` are what its head says."""

    def __init__(self, text: str, lines: LineTable) -> None:
        self.drafts: list[Draft] = []
        self.title: str | None = None
        self.dated: tuple[str, int] | None = None
        self._text = text
        self._lines = lines
        self._open: list[_Element] = []
        self._skipped: list[str] = []
        self._builder = TextBuilder(lines)
        self._inlines: list[Inline] = []
        self._ids: list[str] = []
        self._started = 0
        self._row = 0
        self._rule = False
        self._notes: list[tuple[str, str, int]] = []
        self._last_break = -1
        self._names: set[str] | None = None

    def read(self) -> None:
        """Read the whole text into ``drafts``."""
        for piece in pieces_of(self._text):
            if self._skipped:
                self._skip(piece)
            elif piece.kind == "text":
                self._words(piece.start, piece.end)
            elif piece.kind == "open":
                self._opening(piece)
            else:
                self._closing(piece)
        self._flush(len(self._text))

    def _skip(self, piece: Piece) -> None:
        """Leave out what people do not see as text: scripts, menus, buttons."""
        if piece.name != self._skipped[-1]:
            return
        if piece.kind == "close":
            self._skipped.pop()
        elif len(self._skipped) < _DEEPEST:
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
        if name in _SKIPPED and not piece.attributes.endswith("/"):
            self._skipped.append(name)
            return
        attributes = attributes_of(piece.attributes) if piece.attributes.strip(" /") else {}
        if name == "a" and self._is_comment(attributes):
            self._skipped.append(name)
        elif name == "br":
            self._line_break(piece)
        elif name == "meta":
            self._meta(attributes, piece)
        elif name in _BLOCKS:
            self._flush(piece.start)
            self._close_implied(name)
            self._rule = self._rule or name == "hr"
            self._row += name == "tr"
        self._ids += [attributes[key] for key in ("id", "name", "xml:id") if attributes.get(key) and name != "meta"]
        if name == "q":
            self._builder.add_as("“", piece.start)
        if name == "time" and self.dated is None and attributes.get("datetime") and len(self.drafts) < _DEEPEST:
            self.dated = (attributes["datetime"], self._lines.line(piece.start))
        if name not in _EMPTY and len(self._open) < _DEEPEST:
            self._open.append(self._element(piece, attributes))

    def _is_comment(self, attributes: dict[str, str]) -> bool:
        """Whether a link leads to a comment of a word processor on the web; the comment itself is left out."""
        if _COMMENT.match(attributes.get("id", "")):
            box = next((one for one in reversed(self._open) if one.name == "div"), None)
            if box is not None:
                box.dropped = True
            return True
        return _COMMENT.match(attributes.get("href", "")[1:]) is not None

    def _element(self, piece: Piece, attributes: dict[str, str]) -> _Element:
        element = _Element(
            name=piece.name,
            start=piece.start,
            attributes=attributes,
            length=self._builder.length,
            block=len(self.drafts),
        )
        if piece.name in _BLOCKS:
            element.aside = _is_footer(piece.name, attributes)
        if piece.name == "ol":
            start = attributes.get("start", "1")
            element.counter = int(start) - 1 if re.fullmatch(r"\d{1,6}", start) else 0
        if piece.name == "li":
            element.container = True
            element.label = self._item_label(attributes)
        elif piece.name in _BLOCKS:
            said = " ".join(attributes.get(key, "") for key in ("role", "epub:type", "class")).split()
            element.container = _CONTAINER_ID.match(attributes.get("id", "")) is not None or any(
                role in said for role in _CONTAINER_ROLES
            )
        return element

    def _item_label(self, attributes: dict[str, str]) -> str | None:
        """Give the number that is shown before a list item, ``None`` in a list of bullets."""
        outer = next((one for one in reversed(self._open) if one.name in {"ol", "ul"}), None)
        if outer is None or outer.counter is None:
            return None
        value = attributes.get("value", "")
        outer.counter = int(value) if re.fullmatch(r"\d{1,6}", value) else outer.counter + 1
        return str(outer.counter)

    def _close_implied(self, name: str) -> None:
        """Close what an opening tag closes without saying so: a paragraph, the item or cell before."""
        closes = {
            "li": ("li",),
            "td": ("td", "th"),
            "th": ("td", "th"),
            "tr": ("tr",),
            "dd": ("dt", "dd"),
            "dt": ("dt", "dd"),
        }
        stops = {"ol", "ul", "dl", "table"}
        if self._open and self._open[-1].name == "p":
            self._open.pop()
        for index in self._innermost():
            if self._open[index].name in stops:
                return
            if self._open[index].name in closes.get(name, ()):
                del self._open[index:]
                return

    def _closing(self, piece: Piece) -> None:
        name = piece.name
        if name == "q":
            self._builder.add_as("”", piece.start)
        index = next((at for at in self._innermost() if self._open[at].name == name), None)
        if index is not None and name in _VERBATIM:
            self._shut(self._open[index], piece)
        if name in _BLOCKS:
            self._flush(piece.start)
        if index is not None:
            element = self._open[index]
            del self._open[index:]
            if name not in _VERBATIM:
                self._shut(element, piece)

    def _innermost(self) -> range:
        """Give the places of the open elements that a closing tag may close, the last one first."""
        return range(len(self._open) - 1, max(len(self._open) - _LOOKED_BACK, -1), -1)

    def _shut(self, element: _Element, piece: Piece) -> None:
        """Make the inline of an element that closes."""
        start = element.length if element.block == len(self.drafts) else 0
        attributes = element.attributes
        note = next((attributes[key] for key in _NOTE_ATTRIBUTES if len(attributes.get(key, "")) > _LEAST_NOTE), None)
        if note is not None and element.name not in _BLOCKS and not self._leads_to_note(attributes):
            self._attribute_note(element, piece, note, start)
        elif element.name == "sup":
            self._inline(InlineKind.SUPERSCRIPT, element, piece, start)
        elif element.name in _VERBATIM or "math" in attributes.get("class", "").split():
            self._inline(InlineKind.VERBATIM, element, piece, start)
        elif element.name in _ITALIC or _IS_ITALIC.search(attributes.get("style", "")):
            self._inline(InlineKind.EMPHASIS, element, piece, start)
        elif element.name == "a" and "href" in attributes:
            target = unwrapped(attributes["href"].strip())
            self._inline(InlineKind.LINK, element, piece, start, target=target, role=link_role(attributes))

    def _inline(
        self,
        kind: InlineKind,
        element: _Element,
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

    def _leads_to_note(self, attributes: dict[str, str]) -> bool:
        """Whether an element links to a part of the page, which then holds the note that its attribute repeats."""
        target = attributes.get("href", "")
        if not target.startswith("#"):
            return False
        if self._names is None:
            self._names = set(_ID.findall(self._text))
        return target[1:] in self._names

    def _attribute_note(self, element: _Element, piece: Piece, note: str, start: int) -> None:
        """Take a note whose whole text stands in an attribute of its marker."""
        label = self._builder.text_from(start).strip(" []()") or f"^{len(self._notes) + 1}"
        self._inline(InlineKind.MARKER, element, piece, start, label=label)
        self._notes.append((label, html.unescape(re.sub(r"<[^<>]{0,500}>", " ", note)), element.start))

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
        if name in _DATE_NAMES and attributes.get("content"):
            self.dated = self.dated or (attributes["content"], self._lines.line(piece.start))

    def _flush(self, end: int) -> None:
        """End the block that is being built, if it has any text."""
        if self._builder.length and self._builder.text_from(0).strip():
            self._put(end)
            self._ids = []
            self._rule = False
        if self._builder.length or self._inlines:
            self._builder = TextBuilder(self._lines)
            self._inlines = []
        self._last_break = -1
        self._started = end

    def _put(self, end: int) -> None:
        names = [element.name for element in self._open[-_LOOKED_BACK:]]
        if "title" in names and "body" not in names:
            self.title = self.title or self._builder.text_from(0).strip()
            return
        if any(one.dropped for one in self._open[-_LOOKED_BACK:]):
            return
        kind, level = _kind(names)
        if kind is not BlockKind.HEADING and any(one.aside for one in self._open[-_LOOKED_BACK:]):
            kind = BlockKind.ASIDE
        container = next((one for one in reversed(self._open[-_LOOKED_BACK:]) if one.container), None)
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
        for label, text, place in self._notes:
            builder = TextBuilder(self._lines)
            builder.add_as(" ".join(text.split()), place)
            note = builder.draft(BlockKind.PARAGRAPH, start=place, end=place)
            self.drafts.append(replace(note, note=True, label=label))
        self._notes = []


def _is_footer(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is what stands below the article on every page of a site."""
    said = " ".join(attributes.get(key, "") for key in ("id", "class")).lower().split()
    return name == "footer" or attributes.get("role") == "contentinfo" or not _FOOTERS.isdisjoint(said)


def _kind(names: list[str]) -> tuple[BlockKind, int]:
    """Give the kind of a block by the elements around it, and its level as a heading."""
    for name in reversed(names):
        if _HEADING.match(name):
            return BlockKind.HEADING, int(name[1])
        if name in {"td", "th"}:
            return BlockKind.CELL, 0
        if name in {"figcaption", "caption"}:
            return BlockKind.CAPTION, 0
        if name in {"li", "dd", "dt"}:
            return BlockKind.ITEM, 0
    return (BlockKind.QUOTE if "blockquote" in names else BlockKind.PARAGRAPH), 0
