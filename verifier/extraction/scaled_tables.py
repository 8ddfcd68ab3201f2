"""Writes the scale that the head of a column or row names beside its figures: "Passengers (thousand)" over 148.0.

A row is read as one line, away from the head of its columns, where 148.0 is no longer 148,000.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.note_marks import short_text

_WORDS = r"thousands?|millions?|billions?|trillions?|mn|bn|mio\.?|mrd\.?|tsd\.?|['’]?000s?"
_GERMAN = re.compile("mio|mrd|tsd", re.IGNORECASE)
_SCALE = re.compile(
    rf"(?:\A|[(\[;:–—]\s?|,\s|\bin\s)(?:in\s)?(?:(?:(?-i:[A-Z]{{3}})|(?:US)?[$€£¥])\s?)?({_WORDS})"
    r"((?:\s[^\W\d_]{2,20}[23]?){0,4})\s?[)\]]?\s?\Z",
    re.IGNORECASE,
)
"""A scale and what it counts, at the end of a head: "Subsidy (million crowns)", "Cars, thousand", "US$ million"."""
_BARE = re.compile(r"[+−–-]?\s?[$€£¥]?\s?(?:\d{1,3}(?:[ ,.]\d{3})+|\d{1,15})(?:[.,]\d{1,9})?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

MOST_TABLES = 200
MOST_CELLS = 20_000
"""Tables of a page, and cells of a table, that are looked at."""

WIDEST = 100
"""Columns and rows that one cell may span."""

MOST_COLUMNS = 1_000
"""Columns of a row that are looked at: cells that span columns and rows could else make millions of them."""


@dataclass(frozen=True, slots=True)
class _Cell:
    node: LexborNode
    column: int
    width: int
    text: str

    @property
    def scale(self) -> str:
        """The scale that it names, with what is counted in it, ``""`` for none."""
        found = None if self.is_bare else _SCALE.search(self.text)
        return f"{_singular(found[1])}{found[2]}" if found else ""

    @property
    def is_bare(self) -> bool:
        """Whether it holds a figure and nothing else."""
        return _BARE.fullmatch(self.text) is not None


def write_scales(tree: LexborHTMLParser) -> None:
    """Put the scale of its column or row behind each bare figure in the tables of a page."""
    for table in tree.css("table")[:MOST_TABLES]:
        rows = list(_rows(table))
        if any(cell.scale for cells in rows for cell in cells):
            _write(rows)


def _write(rows: list[list[_Cell]]) -> None:
    columns: dict[int, str] = {}
    in_head = True
    for cells in rows:
        figures = [cell for cell in cells if cell.is_bare]
        begins = len(cells) > 1 and all(cell.node.tag == "th" for cell in cells)
        if (in_head or begins) and all(_YEAR.fullmatch(cell.text) for cell in figures):
            columns = columns if in_head else {}
            in_head = True
            columns |= _named(cells, figures)
            continue
        in_head = False
        for cell in figures:
            scale = columns.get(cell.column) or cells[0].scale
            if scale:
                cell.node.insert_child(f" {scale}")


def _named(cells: list[_Cell], years: list[_Cell]) -> dict[int, str]:
    """Give the scales by the columns that a row of heads names them for."""
    named = {cell.column + at: cell.scale for cell in cells if cell.scale for at in range(cell.width)}
    of_all = years and list(named) == [0]  # "Thousand persons" before a column for each year
    return dict.fromkeys((cell.column for cell in years), named[0]) if of_all else named


def _rows(table: LexborNode) -> Iterator[list[_Cell]]:
    """Yield the rows of a table that have cells, those of tables within it left out."""
    taken: dict[int, int] = {}
    seen = 0
    for number, row in enumerate(_children(table, "tr")):
        cells: list[_Cell] = []
        column = 0
        for node in _children(row, "td", "th"):
            while taken.get(column, 0) > number:
                column += 1
            if column >= MOST_COLUMNS:
                break
            width, height = _span(node, "colspan"), _span(node, "rowspan")
            if height > 1:
                taken |= dict.fromkeys(range(column, column + width), number + height)
            cells.append(_Cell(node, column, width, " ".join(short_text(node).split())))
            column += width
        seen += len(cells)
        if seen > MOST_CELLS:
            return
        if cells:
            yield cells


def _children(node: LexborNode, *tags: str) -> Iterator[LexborNode]:
    """Yield the children with one of some tags, those within a head, body or foot of a table too."""
    child = node.child
    while child is not None:
        if child.tag in tags:
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _children(child, *tags)
        child = child.next


def _span(node: LexborNode, name: str) -> int:
    said = node.attributes.get(name) or ""
    return min(max(int(said), 1), WIDEST) if said.isascii() and said.isdigit() and len(said) <= len(str(WIDEST)) else 1


def _singular(word: str) -> str:
    """Give a scale as it stands behind a figure."""
    if "000" in word:
        return "thousand"
    return word.capitalize() if _GERMAN.match(word) else word.lower().removesuffix("s")
