"""The tables of reStructuredText: drawn with bars, or set between lines of ``====  ====``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citations.formats.rst_lines import Line, is_adornment

_GRID_BORDER = re.compile(r"[ \t]*\+(?:[-=]+\+)+[ \t]*$")
_SIMPLE_BORDER = re.compile(r"[ \t]*={2,}(?:[ \t]+={2,})+[ \t]*$")
_BAR = re.compile(r"(?<![^\s|])\||\|(?=[ \t]*$)", re.MULTILINE)

Cell = list[tuple[int, int]]
"""The spans of a cell's lines in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a table, and the line ``after`` it."""

    rows: tuple[tuple[Cell, ...], ...]
    after: int


def table_at(text: str, lines: Sequence[Line], at: int) -> Table | None:
    """Give the table that begins with a line, ``None`` if none does."""
    line = lines[at]
    if _GRID_BORDER.match(text, line.start, line.end):
        return _grid(text, lines, at)
    return _simple(text, lines, at) if _SIMPLE_BORDER.match(text, line.start, line.end) else None


def _grid(text: str, lines: Sequence[Line], at: int) -> Table:
    """Give a table drawn with ``+---+``: a cell is the stretch between bars, over the lines of its row."""
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    while at < len(lines) and text[lines[at].start : lines[at].end].lstrip()[:1] in {"+", "|"}:
        line = lines[at]
        at += 1
        if text.startswith("+", line.start + line.indent):
            rows.append(tuple(cells))
            cells = []
            continue
        bars = [found.start() for found in _BAR.finditer(text, line.start + line.indent, line.end)]
        for index, (left, right) in enumerate(pairwise(bars)):
            if index == len(cells):
                cells.append([])
            cells[index].append((left + 1, right))
    return Table(rows=(*rows, tuple(cells)), after=at)


def _simple(text: str, lines: Sequence[Line], at: int) -> Table:
    """Give a table between lines of ``====  ====``; a row without a first cell goes on with the one above."""
    border = lines[at]
    offsets = [found.start() for found in re.finditer("=+", text[border.start : border.end])]
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    at += 1
    while at < len(lines):
        line = lines[at]
        at += 1
        if _SIMPLE_BORDER.match(text, line.start, line.end) or is_adornment(text, line):
            rows.append(tuple(cells))
            cells = []
            if at >= len(lines) or lines[at].blank:
                break
            continue
        stops = [*(line.start + offset for offset in offsets[1:]), line.end]
        if text[line.start : min(stops[0], line.end)].strip() or not cells:
            rows.append(tuple(cells))
            cells = [[] for _ in offsets]
        for cell, offset, stop in zip(cells, offsets, stops, strict=False):
            cell.append((min(line.start + offset, line.end), min(stop, line.end)))
    return Table(rows=(*rows, tuple(cells)), after=at)
