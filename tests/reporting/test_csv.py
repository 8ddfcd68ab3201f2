"""CSV: reads back as written, and a spreadsheet runs nothing of it."""

import csv
from io import StringIO

import pytest
from example_audit import report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render
from reports.formats.table import COLUMNS, cell


@pytest.mark.parametrize("text", ["plain", *HOSTILE], ids=lambda text: ascii(text)[:20])
def test_comes_back_row_by_row(text: str) -> None:
    """Line ends, quotation marks and commas in a page do not move a cell."""
    rows = list(csv.reader(StringIO(render(report_of(hostile_audit(text)), "csv"), newline="")))

    assert len(rows) == 1 + 7
    assert all(len(row) == len(COLUMNS) for row in rows)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1"], ids=ascii)
def test_formulas_are_defused(text: str) -> None:
    """A cell that begins like a formula begins with an apostrophe."""
    assert str(cell(text)).startswith("'")
