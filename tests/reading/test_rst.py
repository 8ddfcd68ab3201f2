"""reStructuredText: every form of note reference, under the label in the source or the number Docutils prints."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.document import BlockKind, Document
from citations.formats.rst import FORMAT

CASE = Path(__file__).parents[1] / "cases" / "articles" / "kiln.rst"


def read(text: str) -> Document:
    """Read reStructuredText."""
    return FORMAT.read(text.encode(), name="article.rst")


@pytest.fixture(scope="module")
def kiln() -> Document:
    """The article with every form of note in it."""
    return FORMAT.read(CASE.read_bytes(), name=str(CASE))


def test_reads_every_kind_of_note(kiln: Document) -> None:
    """Nameless notes take the numbers that no note has by hand, as Docutils counts."""
    assert [(one.label, one.raw) for one in kiln.notes] == [
        ("1", "J. Doe, Kilns, 2001, https://kilns.example/a_b_. Second paragraph."),
        ("long", "See the survey."),
        ("4", "First nameless."),
        ("5", "Second nameless."),
        ("*", "By order."),
        ("Roe2001", 'I. Roe, "Lime", 2001.'),
        ("2", "Never used."),
    ]
    assert kiln.notes[1].urls == ("https://survey.example/kilns",)


def test_finds_every_marker_in_reading_order(kiln: Document) -> None:
    """Markers in notices, tables and lists count; those in code do not; one without a note is kept."""
    assert [one.label for one in kiln.markers] == ["1", "long", "4", "5", "Roe2001", "*", "1", "missing", "1"]


def test_gives_clean_prose(kiln: Document) -> None:
    """Links show their words, substitutions their text, and verbatim blocks are no prose."""
    assert kiln.title == "The Lime Kiln"
    assert kiln.dated == ("2021-05-04", 2)
    assert [(one.kind, one.text) for one in kiln.blocks] == [
        (BlockKind.HEADING, "The Lime Kiln"),
        (
            BlockKind.PARAGRAPH,
            (
                "The kiln burned for 40 years, longer than any other in the county. It used coal from pit_a and, later,"
                " gas. Its owner was Ida Roe; see the survey and a map."
            ),
        ),
        (BlockKind.PARAGRAPH, "It is closed today."),
        (BlockKind.PARAGRAPH, "Output:"),
        (BlockKind.CELL, "Year"),
        (BlockKind.CELL, "Tons"),
        (BlockKind.CELL, "1850"),
        (BlockKind.CELL, "312"),
        (BlockKind.CELL, "A"),
        (BlockKind.CELL, "B"),
        (BlockKind.CELL, "one"),
        (BlockKind.CELL, "two"),
        (BlockKind.HEADING, "Notes"),
        (BlockKind.ITEM, "A list"),
        (BlockKind.ITEM, "of items"),
    ]
    assert [one.url for one in kiln.links] == ["https://survey.example/kilns", "https://map.example/k"]


def test_leads_back_to_lines_and_columns(kiln: Document) -> None:
    """Reports point into the source, also after a line end."""
    lines = CASE.read_text().splitlines()
    block = kiln.blocks[1]

    for word in ("burned", "longer", "county", "coal", "later"):
        place = block.position_at(block.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("A [1]_.", ["1"], id="number"),
        pytest.param("A [#]_ b [#]_.", ["1", "2"], id="nameless without notes"),
        pytest.param("A [*]_ b [*]_.", ["*", "†"], id="symbols"),
        pytest.param("见 [1]_甚。", ["1"], id="no blank in Chinese"),
        pytest.param("A [1]_b and [x y]_ and [1].", [], id="no references"),
        pytest.param("A ``[1]_`` b.", [], id="code"),
        pytest.param("A https://a.example/[1]_ b.", [], id="within an address"),
    ],
)
def test_knows_a_reference_when_it_sees_one(text: str, labels: list[str]) -> None:
    """Only what Docutils would make a reference is a marker, but for languages without blanks."""
    assert [one.label for one in read(text).markers] == labels


def test_takes_no_heed_of_capitals_in_names() -> None:
    """Docutils compares names without them; the label is as the note has it."""
    document = read("A [#github]_ b.\n\n.. [#GitHub] Note.\n")

    assert [one.label for one in document.markers] == ["GitHub"]
    assert [one.label for one in document.notes] == ["GitHub"]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("``a ", id="literals left open"),
        pytest.param("`a ", id="phrases left open"),
        pytest.param("*a ", id="stars"),
        pytest.param("|a ", id="bars"),
        pytest.param(".. [1] x\n", id="notes"),
        pytest.param("+--+--+\n| a | b |\n", id="tables"),
        pytest.param("== ==\na b\n", id="simple tables"),
        pytest.param("a\n=\n", id="headings"),
        pytest.param(".. a::\n\n", id="directives"),
        pytest.param("x_y_z_ ", id="underscores"),
        pytest.param(" a\n", id="indented lines"),
    ],
)
def test_reads_hostile_repetition_in_linear_time(piece: str) -> None:
    """Five thousand of anything are read at once; a quadratic walk would take minutes."""
    begin = time.perf_counter()
    read("Word. " + piece * 5_000)

    assert time.perf_counter() - begin < 5


def test_reads_ever_deeper_indentation() -> None:
    """Each directive may hold the next one."""
    begin = time.perf_counter()
    read("\n".join(" " * depth + ".. note::\n" for depth in range(600)))

    assert time.perf_counter() - begin < 5


@given(st.text(alphabet="ab .:[]_#*`|\n-=+1<>\\", max_size=300))
def test_reads_any_text(text: str) -> None:
    """Foreign source gives a document, whatever it is."""
    document = read("x" + text)

    for marker in document.markers:
        assert 0 <= marker.offset <= len(document.blocks[marker.block].text)


def test_reads_text_at_every_depth() -> None:
    """Fields below the first text, terms, and what follows a verbatim block within an item are text with markers."""
    document = read(
        ":Author: Nobody\n\nIntro.\n\n:Default: None. [#]_\n\n"
        "- Item::\n\n      code [#]_\n\n  More. [#]_\n\nterm\n  Its sense::\n\n    code\n\n  And more. [#]_\n\n"
        ".. [#] A.\n\n   - b\n\n   - c__\n\n   __ https://c.example/\n.. [#] See :pep:`8`.\n.. [#] `7`:rfc:\n"
    )

    assert [block.text for block in document.blocks] == [
        "Intro.",
        "None.",
        "Item:",
        "More.",
        "term Its sense:",
        "And more.",
    ]
    assert [(note.raw, note.urls) for note in document.notes] == [
        ("A. b c", ("https://c.example/",)),
        ("See PEP 8.", ("https://peps.python.org/pep-0008/",)),
        ("RFC 7", ("https://www.rfc-editor.org/rfc/rfc7",)),
    ]
    assert [marker.label for marker in document.markers] == ["1", "2", "3"]


def test_an_interactive_session_is_no_prose() -> None:
    """What a program printed claims nothing."""
    document = read("It runs [1]_.\n\n>>> 1 + 1\n2\n\n.. [1] Holt.\n")

    assert [one.text for one in document.blocks] == ["It runs."]
