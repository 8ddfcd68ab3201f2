"""The open elements of an HTML page: what a tag closes, the numbers of list items, what stands around a block."""

import re
from dataclasses import dataclass, field

from citations.formats import html_signs as signs
from citations.formats.html_tags import Piece

_DEEPEST = 400
"""Open elements that are kept apart; deeper ones are read as if they closed no others. No real page is half as deep."""
_LOOKED_BACK = 60
"""Open elements among which a closing tag looks for its opening one, and which a block asks about its place."""
_CLOSES = {
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"tr"}),
    "dd": frozenset({"dt", "dd"}),
    "dt": frozenset({"dt", "dd"}),
}
"""What an opening tag closes without saying so."""
_STOPS = frozenset({"ol", "ul", "dl", "table"})
_NUMBER = re.compile(r"\d{1,6}")


@dataclass(slots=True)
class Element:
    """An element that is open, with where it began; ``counter`` is the number of a list's latest item."""

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
    note: bool = False
    """It holds a note within the text."""
    labelled_from: int | None = None
    """Where the label of such a note begins in the text around it, if it is what the note pops up over."""


class Elements:
    """The elements that are open at a place of the page, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Element] = []

    @property
    def full(self) -> bool:
        """Whether so many elements are open that no further one is kept apart."""
        return len(self._open) >= _DEEPEST

    def near(self) -> list[Element]:
        """Give the innermost elements, the outer ones first."""
        return self._open[-_LOOKED_BACK:]

    def named(self, name: str) -> Element | None:
        """Give the innermost element of this name, ``None`` where none is open."""
        return next((one for one in reversed(self._open) if one.name == name), None)

    def place_of(self, name: str) -> int | None:
        """Give the place of the element that a closing tag of this name closes; one of a heading closes any heading."""
        closed = signs.HEADINGS if name in signs.HEADINGS else {name}
        return next((at for at in self._innermost() if self._open[at].name in closed), None)

    def at(self, place: int) -> Element:
        """Give the element at a place."""
        return self._open[place]

    def since(self, place: int) -> list[Element]:
        """Give the elements from a place on."""
        return self._open[place:]

    def open(self, piece: Piece, attributes: dict[str, str], *, length: int, block: int) -> Element:
        """Give the element that an opening tag opens, and keep it; ``length`` and ``block`` are where it stands."""
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
        """Close what an opening tag closes without saying so: a paragraph, the item or cell before."""
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
        """Give the number that is shown before a list item, ``None`` in a list of bullets."""
        outer = next((one for one in reversed(self._open) if one.name in {"ol", "ul"}), None)
        if outer is None or outer.counter is None:
            return None
        value = attributes.get("value", "")
        outer.counter = int(value) if _NUMBER.fullmatch(value) else outer.counter + 1
        return str(outer.counter)

    def _innermost(self) -> range:
        """Give the places of the open elements that a closing tag may close, the last one first."""
        return range(len(self._open) - 1, max(len(self._open) - _LOOKED_BACK, -1), -1)
