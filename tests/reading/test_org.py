"""Org: named, inline and nameless notes, under the names in the source."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.document import BlockKind, Document
from citations.formats.org import FORMAT

CASE = Path(__file__).parents[1] / "cases" / "articles" / "ferry.org"


def read(text: str) -> Document:
    """Read Org."""
    return FORMAT.read(text.encode(), name="article.org")


@pytest.fixture(scope="module")
def ferry() -> Document:
    """The article with every form of note in it."""
    return FORMAT.read(CASE.read_bytes(), name=str(CASE))


def test_reads_every_kind_of_note(ferry: Document) -> None:
    """A note without a name has the number of its turn; 2 is a name here. The order is that of their use."""
    assert [(one.label, one.raw) for one in ferry.notes] == [
        ("capacity", "Survey, 2001, https://survey.example/x. A second paragraph."),
        ("1", 'J. Doe, "Ferries", the company, 2019.'),
        ("fuel", "Twelve tons [a year]."),
        ("2", "Ledger."),
        ("3", "Short."),
        ("spare", "Never used."),
    ]
    assert ferry.notes[1].urls == ("https://ferry.example/a_b",)


def test_finds_every_marker_in_reading_order(ferry: Document) -> None:
    """A note used twice has two markers, an unknown name is kept, code and comments have none."""
    assert [one.label for one in ferry.markers] == ["capacity", "1", "fuel", "capacity", "lost", "2", "3"]


def test_gives_clean_prose(ferry: Document) -> None:
    """Settings, drawers, code and signs of emphasis are gone; signs that are meant stay."""
    assert ferry.title == "The Ferry"
    assert ferry.dated == ("<2021-05-04 Tue>", 2)
    assert [(one.kind, one.text) for one in ferry.blocks] == [
        (BlockKind.HEADING, "The crossing"),
        (
            BlockKind.PARAGRAPH,
            (
                "The ferry carries 300 people, the largest load on the river. It runs on diesel and C++ is unknown"
                " there. The fare is 2 crowns and/or a smile."
            ),
        ),
        (BlockKind.QUOTE, "It never sank."),
        (BlockKind.CELL, "Year"),
        (BlockKind.CELL, "Trips"),
        (BlockKind.CELL, "1950"),
        (BlockKind.CELL, "900"),
        (BlockKind.ITEM, "one item"),
        (BlockKind.ITEM, "another"),
        (BlockKind.PARAGRAPH, "After the notes."),
    ]


def test_leads_back_to_lines_and_columns(ferry: Document) -> None:
    """Reports point into the source, also after markup was cut out."""
    lines = CASE.read_text().splitlines()
    block = ferry.blocks[1]

    for word in ("carries", "largest", "river", "diesel", "crowns"):
        place = block.position_at(block.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("[fn::a ", id="notes left open"),
        pytest.param("[fn:a:", id="notes within notes"),
        pytest.param("[[a][b ", id="links left open"),
        pytest.param("*a /b _c ", id="emphasis left open"),
        pytest.param("#+begin_src\n", id="code left open"),
        pytest.param(":a:\n", id="drawers left open"),
        pytest.param("[fn:1] a\n", id="notes"),
        pytest.param("|a", id="bars"),
        pytest.param("=a ", id="code signs"),
    ],
)
def test_reads_hostile_repetition_in_linear_time(piece: str) -> None:
    """Five thousand of anything are read at once; a quadratic walk would take minutes."""
    begin = time.perf_counter()
    read("Word. " + piece * 5_000)

    assert time.perf_counter() - begin < 5


@given(st.text(alphabet="ab [fn:]*/_=~|\n-+#<>\\{}", max_size=300))
def test_reads_any_text(text: str) -> None:
    """Foreign source gives a document, whatever it is."""
    document = read("x" + text.replace("ab", "[fn:"))

    for marker in document.markers:
        assert 0 <= marker.offset <= len(document.blocks[marker.block].text)
