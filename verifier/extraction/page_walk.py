"""One walk over the tree of a page: its text in lines, the boxes they lie in, and the elements that describe it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.base import PartKind, words
from verifier.extraction.regions import ROLE_REGIONS, TAG_REGIONS, named_region

_SKIPPED = words(
    "script style svg math iframe object embed canvas audio video map frameset applet -comment head link meta "
    "title base input img source track area param col wbr"
)
_BLOCKS = words(
    "html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript "
    "ol optgroup option p pre plaintext section select summary table tbody tfoot thead tr ul textarea xmp "
    "listing datalist search"
)
_CELLS = frozenset({"td", "th"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MAIN_TAGS = frozenset({"main", "article"})
_LINES_KEPT = frozenset({"pre", "plaintext", "textarea", "listing", "xmp"})
_DESCRIBING = ("itemprop", "property", "datetime", "rel", "data-timestamp")
_BYLINE = re.compile(r"author|byline|autor|auteur|writer|publish|pubdate|date|posted|time|contributor", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)

MOST_MARKS = 2_000
"""Elements kept for their attributes; a listing of a thousand items says nothing more about the page after that."""


class Box:
    """An element that holds lines. ``parent`` is ``None`` for the whole page; boxes stand in document order."""

    __slots__ = ("characters", "hidden", "kind", "main", "named", "parent", "tag", "texty")

    def __init__(self, tag: str, parent: "Box | None") -> None:
        self.tag = tag
        self.parent = parent
        self.kind: PartKind | None = None
        self.named = False
        """The kind was read from a class or id, which is less sure than a tag or role."""
        self.main = False
        self.hidden = False
        self.characters = 0
        self.texty = 0


@dataclass(slots=True)
class Line:
    """One line of the page's text. ``linked`` counts the characters of it that are links; ``level`` is a heading's."""

    text: str
    box: Box
    linked: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """An element that may describe the page. ``line`` is the number of lines before it."""

    node: LexborNode
    tag: str
    attributes: dict[str, str | None]
    box: Box
    line: int


@dataclass(slots=True)
class Walked:
    """What one walk found, in the order of the page."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


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
    home: Box


class _Walker:
    def __init__(self) -> None:
        self.found = Walked()
        self.box = self.line_box = Box("", None)
        self.found.boxes.append(self.box)
        self.pieces: list[str] = []
        self.links = 0
        self.linked = 0
        self.breaks = 0

    def run(self, root: LexborNode) -> None:
        """Visit every node once. A text on the stack names what to do when an element ends."""
        pending: list[LexborNode | _Pulled | str] = [root]
        while pending:
            item = pending.pop()
            if isinstance(item, LexborNode):
                if item.next is not None:
                    pending.append(item.next)
                self._enter(item, pending)
            elif isinstance(item, str):
                self._leave(item)
            else:
                self._put_back(item)
        self._flush()

    def _enter(self, node: LexborNode, pending: list["LexborNode | _Pulled | str"]) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._add_text(node.text_content or "")
            return
        if tag in _SKIPPED:
            return
        if tag == "br":
            self._add_break()
            return
        attributes = node.attributes
        child = node.child
        if tag == "template":
            if "shadowrootmode" not in attributes:
                return
            child = child or None
        if tag in _BLOCKS or tag in _CELLS:
            self._open_box(tag, attributes)
            pending.append("cell" if tag in _CELLS else "box")
        elif "hidden" in attributes or _is_hidden(attributes.get("style")):
            pending.append(self._pull())
        elif tag == "a":
            self.links += 1
            pending.append("link")
        elif tag == "sup":
            self._raise(node)
        if attributes:
            self._note(node, tag, attributes)
        if child is not None:
            pending.append(child)

    def _leave(self, what: str) -> None:
        if what == "link":
            self.links -= 1
            return
        if what == "cell":
            self.pieces.append(" ")
        else:
            self._flush()
        self.box = self.box.parent or self.box

    def _add_text(self, text: str) -> None:
        if text.isspace():
            self.pieces.append(" ")
            return
        if self.links:
            self.linked += len(text)
        self.breaks = 0
        self.line_box = self.box
        if self.box.tag in _LINES_KEPT and "\n" in text:
            for line in text.split("\n"):
                self.pieces.append(line)
                self._flush()
        else:
            self.pieces.append(text)

    def _add_break(self) -> None:
        """A lone line break is a blank, as it stands within sentences too; two in a row end the line."""
        self.breaks += 1
        self.pieces.append(" ")
        if self.breaks > 1:
            self._flush()

    def _raise(self, node: LexborNode) -> None:
        """Set raised figures apart from figures before them: ``10^2`` and ``2024^3`` are not 102 and 20243."""
        before = self.pieces[-1][-1:] if self.pieces else ""
        first = (node.text(deep=True) or "")[:1]
        if before.isdigit() and first.isdigit():
            self.pieces.append("^")

    def _open_box(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag not in _CELLS:
            self._flush()
        box = Box(tag, self.box)
        self.box = box
        self.found.boxes.append(box)
        box.kind = TAG_REGIONS.get(tag)
        if tag in _MAIN_TAGS:
            box.main = True
        if attributes:
            _describe(box, attributes)

    def _pull(self) -> _Pulled:
        pulled = _Pulled(self.pieces, self.linked, self.box)
        self.pieces, self.linked = [], 0
        box = Box("span", self.box)
        box.hidden = True
        self.box = box
        self.found.boxes.append(box)
        return pulled

    def _put_back(self, pulled: _Pulled) -> None:
        self._flush()
        self.pieces, self.linked, self.box = pulled.pieces, pulled.linked, pulled.home
        self.line_box = self.box

    def _note(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        describes = tag in {"time", "address"} or any(name in attributes for name in _DESCRIBING) or _is_byline(names)
        if describes and len(self.found.marks) < MOST_MARKS:
            self.found.marks.append(Mark(node, tag, attributes, self.box, len(self.found.lines)))

    def _flush(self) -> None:
        if not self.pieces:
            return
        text = fold_space("".join(self.pieces))
        if text:
            level = _LEVELS.get(self.line_box.tag, 0)
            self.found.lines.append(Line(text, self.line_box, min(self.linked, len(text)), level))
        self.pieces.clear()
        self.linked = self.breaks = 0


def _describe(box: Box, attributes: dict[str, str | None]) -> None:
    """Read what role, class, id, microdata and style say about a box."""
    role = attributes.get("role")
    if role:
        box.kind = ROLE_REGIONS.get(role, box.kind)
        box.main = box.main or role in _MAIN_TAGS
    if attributes.get("itemprop") in {"articleBody", "mainEntity", "mainContentOfPage"}:
        box.main = True
    if "hidden" in attributes or _is_hidden(attributes.get("style")):
        box.hidden = True
    if box.kind is None and not box.main and ("class" in attributes or "id" in attributes):
        box.kind = named_region(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
        box.named = box.kind is not None


def _is_hidden(style: str | None) -> bool:
    return style is not None and _NOT_SHOWN.search(style[:500]) is not None


@lru_cache(maxsize=8_192)
def _is_byline(names: str) -> bool:
    return _BYLINE.search(names[:400]) is not None
