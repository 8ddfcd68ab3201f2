"""AsciiDoc: footnotes under the numbers that Asciidoctor prints, references by their keys."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.document import BlockKind, Document
from citations.formats.asciidoc import FORMAT

CASE = Path(__file__).parents[1] / "cases" / "articles" / "mill.adoc"


def read(text: str) -> Document:
    """Read AsciiDoc."""
    return FORMAT.read(text.encode(), name="article.adoc")


@pytest.fixture(scope="module")
def mill() -> Document:
    """The article with every form of note in it."""
    return FORMAT.read(CASE.read_bytes(), name=str(CASE))


def test_reads_every_kind_of_note(mill: Document) -> None:
    """A note with an id is printed once; entries of the bibliography go by their printed labels."""
    assert [(one.label, one.raw) for one in mill.notes] == [
        ("1", "J. Doe, Wheels, the company [sic], 2019."),
        ("2", "Ledger, p. 4."),
        ("3", "Spare part."),
        ("4", "In a letter."),
        ("5", "Table."),
        ("doe", "J. Doe. Mills. https://mills.example"),
        ("2", "R. Roe."),
    ]
    assert mill.notes[0].urls == ("https://wheels.example/a_b",)
    assert mill.notes[-1].chapter != mill.notes[1].chapter


def test_finds_every_marker_in_reading_order(mill: Document) -> None:
    """A note used twice has two markers; an id without a note is kept."""
    assert [one.label for one in mill.markers] == ["1", "2", "2", "doe", "3", "lost", "4", "5"]


def test_gives_clean_prose(mill: Document) -> None:
    """Attributes are put in, signs of emphasis are gone, listings are no prose."""
    assert mill.title == "The Water Mill"
    assert mill.dated == ("2021-05-04", 3)
    assert [(one.kind, one.text) for one in mill.blocks[2:9]] == [
        (
            BlockKind.PARAGRAPH,
            (
                "The wheel of Upper Slaughter turns 12 times a minute. It was built in 1801. The owner said “it never"
                " stops.” Others doubt it, or a_b. See below."
            ),
        ),
        (BlockKind.QUOTE, "It hums."),
        (BlockKind.CELL, "Year"),
        (BlockKind.CELL, "Sacks"),
        (BlockKind.CELL, "1801"),
        (BlockKind.CELL, "900"),
        (BlockKind.CELL, "more"),
    ]


def test_leads_back_to_lines_and_columns(mill: Document) -> None:
    """Reports point into the source, also after markup was cut out."""
    lines = CASE.read_text().splitlines()
    block = mill.blocks[2]

    for word in ("wheel", "turns", "built", "owner", "Others"):
        place = block.position_at(block.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("footnote:[a ", id="notes left open"),
        pytest.param("footnote:[", id="notes within notes"),
        pytest.param("*a _b `c ", id="emphasis left open"),
        pytest.param("----\n", id="listings"),
        pytest.param("....\n----\n", id="fences left open"),
        pytest.param("|===\n|a |b\n", id="tables"),
        pytest.param("https://a[", id="links left open"),
        pytest.param("<<a", id="references left open"),
        pytest.param("a::", id="terms"),
    ],
)
def test_reads_hostile_repetition_in_linear_time(piece: str) -> None:
    """Five thousand of anything are read at once; a quadratic walk would take minutes."""
    begin = time.perf_counter()
    read("Word. " + piece * 5_000)

    assert time.perf_counter() - begin < 5


@given(st.text(alphabet="ab :[]*_`#^~|=\n-+.<>\\{}'\"", max_size=300))
def test_reads_any_text(text: str) -> None:
    """Foreign source gives a document, whatever it is."""
    document = read("x" + text.replace("ab", "footnote:["))

    for marker in document.markers:
        assert 0 <= marker.offset <= len(document.blocks[marker.block].text)


@pytest.mark.parametrize(
    "early",
    [pytest.param("footnoteref:[pump]", id="footnoteref"), pytest.param("footnote:pump[]", id="footnote")],
)
def test_an_id_named_before_its_note_has_the_number_of_that_note(early: str) -> None:
    """The note may be written out where it is used for the second time."""
    document = read(f"The pump was bought.{early} It ran.footnote:[A letter.] It broke.footnote:pump[Quill, Pumps.]\n")

    assert [(one.label, one.raw) for one in document.notes] == [("1", "A letter."), ("2", "Quill, Pumps.")]
    assert [one.label for one in document.markers] == ["2", "1", "2"]


@pytest.mark.parametrize(
    ("attribute", "raw"),
    [
        pytest.param("footnote:salt[Sold by the *sack*.]", "Sold by the sack.", id="with an id"),
        pytest.param("footnote:[Sold by \\\nthe sack.]", "Sold by the sack.", id="over two lines"),
    ],
)
def test_reads_a_note_that_an_attribute_holds(attribute: str, raw: str) -> None:
    """Manuals keep their notes at the top, where they do not interrupt the text."""
    document = read(f"= Salt\n:fn-salt: {attribute}\n\nSalt was dear.{{fn-salt}} It was good.\n")

    assert [(one.raw, one.position.line) for one in document.notes] == [(raw, 2)]
    assert [(one.label, one.position.line) for one in document.markers] == [("1", document.blocks[-1].position.line)]
    assert document.blocks[-1].text == "Salt was dear. It was good."


def test_a_note_of_an_attribute_that_is_used_twice_is_one_note() -> None:
    """Its id makes it one; the markers stand where the attribute is used."""
    document = read(":fn: footnote:salt[By the sack.]\n\nDear.{fn} Good.{fn}\n")

    assert [one.raw for one in document.notes] == ["By the sack."]
    assert [(one.label, one.position.line, one.position.column) for one in document.markers] == [
        ("1", 3, 6),
        ("1", 3, 16),
    ]


def test_a_note_ends_at_the_first_bracket_where_its_own_has_no_partner() -> None:
    """A half-open range in a note does not swallow it."""
    document = read("So it is.footnote:[The range [0, 1) is meant.] More.\n")

    assert [one.raw for one in document.notes] == ["The range [0, 1) is meant."]
    assert document.blocks[0].text == "So it is. More."


def test_a_link_may_begin_with_an_attribute() -> None:
    """Manuals name their site once, at the top."""
    document = read(":url: https://pump.example\n\nSold.footnote:[See {url}/a.html[the page].] Again {url}[here].\n")

    assert [(one.raw, one.urls) for one in document.notes] == [("See the page.", ("https://pump.example/a.html",))]
    assert [(one.text, one.url) for one in document.links] == [("here", "https://pump.example")]


def test_attributes_that_print_one_another_end() -> None:
    """The text is bounded by the size of the file."""
    document = read(f":a: {'x' * 50_000} footnote:[{{a}}{{a}}]\n\n" + "{a}" * 10_000)

    assert sum(len(block.text) for block in document.blocks) < 400_000


def test_a_key_in_a_note_is_printed_there() -> None:
    """The note leads on to the bibliography; its words are kept."""
    document = read("So it is.footnote:[See <<berg>>, ch. 4.]\n\n* [[[berg]]] Berg, Salt, 1999.\n")

    assert [(one.label, one.raw, one.marks) for one in document.notes] == [
        ("1", "See [berg], ch. 4.", ("berg",)),
        ("berg", "Berg, Salt, 1999.", ()),
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param('"`It hums.`"footnote:[A.]', "“It hums.”", id="a quotation before a note"),
        pytest.param(":u: https://a.example/x\n\nSee {u}[the book^].", "See the book.", id="a link in a new window"),
        pytest.param("See https://a.example/x[the book,window=_blank].", "See the book.", id="a link with settings"),
        pytest.param("See https://a.example/x[the book, in red].", "See the book, in red.", id="a comma in its words"),
        pytest.param("It +++<u>hums</u>+++ so.", "It hums so.", id="tags that are passed through"),
        pytest.param("If pass:[a < b] holds.", "If a < b holds.", id="a sign that is no tag"),
    ],
)
def test_prints_the_words_without_their_signs(markup: str, text: str) -> None:
    """What a reader never sees is no part of a claim or a note."""
    assert read(f"{markup}\n").blocks[-1].text == text


def test_reads_headings_that_are_underlined() -> None:
    """Older files have them, with settings for the date below the title; the line is no fence of code."""
    document = read("The Mill\n========\n:revdate: 2021-05-04\n\nFirst part\n----------\n\nIt turns.\n")

    assert (document.title, document.dated) == ("The Mill", ("2021-05-04", 3))
    assert [(one.kind, one.text) for one in document.blocks[1:]] == [
        (BlockKind.HEADING, "First part"),
        (BlockKind.PARAGRAPH, "It turns."),
    ]


def test_a_note_that_the_writer_raises_leaves_no_sign_behind() -> None:
    """The number of a note is raised anyway; the signs around it stood in the claim."""
    document = read("The wheel^footnote:[Log, 1911.]^ broke. It sank^footnote:w[Deed.] and rose^footnote:w[]^.")

    assert [note.raw for note in document.notes] == ["Log, 1911.", "Deed."]
    assert [block.text for block in document.blocks] == ["The wheel broke. It sank and rose."]
    assert [(one.label, one.position.column) for one in document.markers] == [("1", 11), ("2", 49), ("2", 76)]
