"""One walk over the tree of a page: its text in lines, and the boxes they lie in.

Every page is walked, node by node, so the loop is written for speed: it asks each node for as little as it can.
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.base import PartKind
from verifier.extraction.note_marks import is_linked_mark, is_raised_mark, opening_text
from verifier.extraction.regions import ROLE_REGIONS, TAG_REGIONS, named_region
from verifier.extraction.tag_kinds import BLOCK, CELLS, KEEP, KIND_OF_NUMBER, LINK, MARK, STYLED, TEXT

_OTHERS = frozenset({PartKind.COMMENTS, PartKind.RELATED, PartKind.NAVIGATION})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MAIN_TAGS = frozenset({"main", "article"})
_MAIN_PROPERTIES = frozenset({"articleBody", "mainEntity", "mainContentOfPage"})
_OF_THE_TEXT = frozenset({"doc-endnotes", "doc-endnote", "doc-footnote", "doc-pullquote", "note"})
"""Roles of what stands apart from a text and belongs to it."""
_NAMES = frozenset({"class", "id", "data-hook", "data-testid", "data-component"})
"""Attributes that name an element; where classes are made by a program, only the last three do."""
_LINES_KEPT = frozenset({"pre", "plaintext", "textarea", "listing", "xmp"})
_UNSEEN = (
    "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphens, blanks without width, marks of direction, joiners of words."""
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_ONLY_HEARD = ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "screenreader")
"""Parts of classes by which sites keep words for those who listen to a page."""

LONGEST_CELL = 200
"""Characters of a table cell from which it is a line of its own: tables once laid out whole pages."""

_BREAK = "\x1f"
"""Stands for a line break until the line ends. It counts as white space, so a lone one becomes a blank."""
_BREAKS = re.compile(r"\x1f\s*\x1f")


class Box:
    """An element that holds lines. ``parent`` is ``None`` for the whole page; boxes stand in document order."""

    __slots__ = ("kind", "linked", "main", "parent", "tag", "texty")

    def __init__(self, tag: str, parent: "Box | None", kind: PartKind | None = None) -> None:
        self.tag = tag
        self.parent = parent
        self.kind = kind
        self.main = False
        self.texty = 0
        self.linked = 0


@dataclass(slots=True)
class Line:
    """One line of the page's text. ``linked`` counts the characters of it that are links; ``level`` is a heading's."""

    text: str
    box: Box
    linked: int
    level: int = 0


@dataclass(slots=True)
class Walked:
    """What one walk found, in the order of the page.

    ``places`` are the boxes by the identity of their nodes, ``declared`` the meta and script elements in the body.
    """

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    places: dict[int, Box] = field(default_factory=dict)
    declared: list[LexborNode] = field(default_factory=list)

    def box_of(self, node: LexborNode) -> Box:
        """Give the innermost box that ``node`` lies in, or is."""
        at: LexborNode | None = node
        while at is not None:
            box = self.places.get(at.mem_id)
            if box is not None:
                return box
            at = at.parent
        return self.boxes[0]

    def is_elsewhere(self, node: LexborNode) -> bool:
        """Say whether ``node`` lies in comments, menus or teasers, whose names and dates are not the page's."""
        box = self.box_of(node)
        while box.parent is not None:
            if box.kind in _OTHERS and not box.main:
                return True
            box = box.parent
        return False


def walk(tree: LexborHTMLParser) -> Walked:
    """Give the lines and boxes of a page. Depth costs nothing: the walk keeps its own stack."""
    walker = _Walker()
    if tree.root is not None:
        walker.run(tree.root)
    return walker.found


def fold_space(text: str) -> str:
    """Give the text with each run of white space as one blank and characters that nobody sees taken out."""
    folded = " ".join(text.split())
    return folded if folded.isascii() else " ".join(_INVISIBLE.sub("", folded).split())


@dataclass(slots=True)
class _Pulled:
    """A line put aside while hidden words in its middle are read, so that they do not break its sentence."""

    pieces: list[str]
    linked: int


class _Walker:
    def __init__(self) -> None:
        self.found = Walked()
        self.box = Box("", None)
        self.found.boxes.append(self.box)
        self.pieces: list[str] = []
        """The line being read. The list is emptied and filled, never replaced."""
        self.pulled: list[_Pulled] = []
        self.linked = 0

    def run(self, root: LexborNode) -> None:  # noqa: C901, PLR0912 - one loop over all nodes, without a call for each
        """Visit every node once, and come back to each element at its end, by the ending that stands beside it."""
        above: list[tuple[LexborNode, str | None]] = []
        pieces = self.pieces
        kind_of, unknown = KIND_OF_NUMBER.get, (0, "")
        links = 0
        node: LexborNode | None = root
        while node is not None or above:
            if node is None:
                node, ending = above.pop()
                if ending == "link":
                    links -= 1
                elif ending is not None:
                    self._leave(ending)
                node = node.next
                continue
            kind, tag = kind_of(node.tag_id, unknown)
            if kind == TEXT:
                if not node.is_empty_text_node and not (text := node.text_content or "").isspace():
                    pieces.append(text)
                    self.linked += len(text) if links else 0
                elif pieces:
                    pieces.append(" ")
                node = node.next
                continue
            ending = None
            if kind == BLOCK:
                if pieces:
                    self._flush()
                self._open_box(node, tag)
                ending = "box"
            elif kind == LINK and not (pieces and is_linked_mark(node)):
                links += 1
                ending = "link"
            elif kind == MARK and not (tag == "sup" and pieces and is_raised_mark(node, pieces[-1])):
                ending = self._enter(node, tag)
            elif kind:
                if kind == KEEP:
                    self.found.declared.append(node)
                node = node.next
                continue
            above.append((node, ending))
            node = node.child
        if pieces:
            self._flush()
        _clean(self.found.lines)

    def _enter(self, node: LexborNode, tag: str) -> str | None:
        """Open an element within a line, and give what is to be done at its end."""
        if tag in STYLED:
            attributes = node.attributes
            if attributes and (
                "hidden" in attributes or _is_hidden(attributes.get("style")) or _is_aside(node, attributes)
            ):
                self._pull()
                return "pulled"
        elif tag == "br":
            self.pieces.append(_BREAK)
        elif tag in CELLS:
            self.pieces.append(" ")
            self._open_box(node, tag)
            return "cell"
        else:
            self._raise(node)
        return None

    def _leave(self, ending: str) -> None:
        if self.pieces:
            if ending == "cell" and sum(map(len, self.pieces)) <= LONGEST_CELL:
                self.pieces.append(" ")
            else:
                self._flush()
        self.box = self.box.parent or self.box
        if ending == "pulled":
            pulled = self.pulled.pop()
            self.pieces.extend(pulled.pieces)
            self.linked = pulled.linked

    def _raise(self, node: LexborNode) -> None:
        """Set raised figures apart from figures before them: ``10^2`` and ``2024^3`` are not 102 and 20243."""
        before = self.pieces[-1][-1:] if self.pieces else ""
        if before.isdigit() and opening_text(node)[:1].isdigit():
            self.pieces.append("^")

    def _open_box(self, node: LexborNode, tag: str) -> None:
        box = self.box = Box(tag, self.box, TAG_REGIONS.get(tag))
        self.found.boxes.append(box)
        self.found.places[node.mem_id] = box
        if tag in _MAIN_TAGS:
            box.main = True
        attributes = node.attributes
        if attributes:
            _describe(box, attributes)

    def _pull(self) -> None:
        self.pulled.append(_Pulled(self.pieces.copy(), self.linked))
        self.pieces.clear()
        self.linked = 0
        self.box = Box("span", self.box)
        self.box.kind = PartKind.METADATA
        self.found.boxes.append(self.box)

    def _flush(self) -> None:
        """End the line; two line breaks in a row, and the lines of preformatted text, make several of it."""
        joined = "".join(self.pieces)
        self.pieces.clear()
        linked, self.linked = self.linked, 0
        box = self.box
        level = _LEVELS.get(box.tag, 0)
        if box.tag in _LINES_KEPT:
            lines = joined.split("\n")
        elif _BREAK in joined:
            lines = _BREAKS.split(joined)
        else:
            text = joined.strip()
            if "  " in text or not text.isprintable():  # of white space, only the blank is printable
                text = " ".join(text.split())
            if text:
                self.found.lines.append(Line(text, box, min(len(text), linked), level))
            return
        for line in lines:
            text = " ".join(line.split())
            if text:
                self.found.lines.append(Line(text, box, linked * len(text) // len(joined), level))


def _clean(lines: list[Line]) -> None:
    """Take characters that nobody sees out of the lines, after one look at all of them: few pages have any."""
    whole = "\n".join(line.text for line in lines)
    if whole.isascii() or not any(character in whole for character in _UNSEEN):
        return
    for line in lines:
        line.text = fold_space(line.text)
    lines[:] = [line for line in lines if line.text]


def _describe(box: Box, attributes: dict[str, str | None]) -> None:
    """Read what role, names, microdata say about a box."""
    kind: PartKind | None = None
    for name, value in attributes.items():
        if name in _NAMES:
            kind = kind or named_region(value or "")
        elif name == "role":
            box.kind = None if value in _OF_THE_TEXT else ROLE_REGIONS.get(value or "", box.kind)
            box.main = box.main or value in _MAIN_TAGS
        elif name == "itemprop" and value in _MAIN_PROPERTIES:
            box.main = True
    if kind is not None and box.kind is None and not box.main:
        box.kind = kind


def _is_hidden(style: str | None) -> bool:
    return style is not None and _NOT_SHOWN.search(style[:500]) is not None


def _is_aside(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether words in brackets are there only for those who listen to a page: "(opens in a new window)"."""
    names = attributes.get("class")
    return (
        names is not None and any(part in names for part in _ONLY_HEARD) and opening_text(node).lstrip().startswith("(")
    )
