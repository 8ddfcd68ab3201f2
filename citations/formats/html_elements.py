"""The open elements of an HTML page: what a tag closes, numbers of list items, elements around a block."""

import re
from dataclasses import dataclass, field

from citations.formats import html_signs as signs
from citations.formats.html_tags import Piece

_DEEPEST = 400
"""Open elements that are kept; deeper ones are ignored. No real page is half as deep."""
_LOOKED_BACK = 60
"""Innermost elements among which a closing tag finds its opening one, and that decide what a block is."""
_CLOSES = {
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"tr"}),
    "dd": frozenset({"dt", "dd"}),
    "dt": frozenset({"dt", "dd"}),
}
"""The elements that an opening tag closes implicitly."""
_STOPS = frozenset({"ol", "ul", "dl", "table"})
_NUMBER = re.compile(r"\d{1,6}")


@dataclass(slots=True)
class Element:
    """An open element. ``start`` is its offset in the source, ``counter`` the number of a list's latest item."""

    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)
    length: int = 0
    """Length of the block's text when the element was opened."""
    block: int = 0
    counter: int | None = None
    label: str | None = None
    container: bool = False
    aside: bool = False
    used: bool = False
    dropped: bool = False
    note: bool = False
    """The element holds a note within the text."""
    labelled_from: int | None = None
    """Where the label that such a note pops up over begins in the text around it."""


class Elements:
    """The open elements, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Element] = []

    @property
    def full(self) -> bool:
        """Whether so many elements are open that no further one is kept."""
        return len(self._open) >= _DEEPEST

    def near(self) -> list[Element]:
        """Give the innermost elements, the outer ones first."""
        return self._open[-_LOOKED_BACK:]

    def named(self, name: str) -> Element | None:
        """Give the innermost element of this name, ``None`` where none is open."""
        return next((one for one in reversed(self._open) if one.name == name), None)

    def place_of(self, name: str) -> int | None:
        """Give the place of the element that a closing tag closes; that of a heading closes any heading."""
        closed = signs.HEADINGS if name in signs.HEADINGS else {name}
        return next((at for at in self._innermost() if self._open[at].name in closed), None)

    def at(self, place: int) -> Element:
        """Give the element at a place."""
        return self._open[place]

    def since(self, place: int) -> list[Element]:
        """Give the elements from a place on."""
        return self._open[place:]

    def open(self, piece: Piece, attributes: dict[str, str], *, length: int, block: int) -> Element:
        """Open an element and give it; ``length`` and ``block`` say where in the text it begins."""
        element = Element(name=piece.name, start=piece.start, attributes=attributes, length=length, block=block)
        if piece.name in signs.BLOCKS:
            # The footer of a quotation says whose words these are.
            element.aside = signs.is_footer(piece.name, attributes) and not self._is_in_quotation()
        if piece.name == "ol":
            start = attributes.get("start", "1")
            element.counter = int(start) - 1 if _NUMBER.fullmatch(start) else 0
        if piece.name == "li":
            element.container = True
            element.label = self._item_label(attributes)
        elif piece.name in signs.BLOCKS:
            element.container = signs.is_note_block(attributes)
        self._open.append(element)
        return element

    def close(self, place: int) -> None:
        """Close the elements from a place on."""
        del self._open[place:]

    def close_implied(self, name: str) -> None:
        """Close what an opening tag closes implicitly: a paragraph, the item or cell before."""
        if self._open and self._open[-1].name == "p":
            self._open.pop()
        for place in self._innermost():
            if self._open[place].name in _STOPS:
                return
            if self._open[place].name in _CLOSES.get(name, ()):
                del self._open[place:]
                return

    def _is_in_quotation(self) -> bool:
        return any(one.name == "blockquote" for one in self.near())

    def _item_label(self, attributes: dict[str, str]) -> str | None:
        """Give the number shown before a list item, ``None`` in a list without numbers."""
        outer = next((one for one in reversed(self._open) if one.name in {"ol", "ul"}), None)
        if outer is None or outer.counter is None:
            return None
        value = attributes.get("value", "")
        outer.counter = int(value) if _NUMBER.fullmatch(value) else outer.counter + 1
        return str(outer.counter)

    def _innermost(self) -> range:
        """Give the places of the innermost elements, the innermost first."""
        return range(len(self._open) - 1, max(len(self._open) - _LOOKED_BACK, -1), -1)
