"""Plain text: paragraphs, hard-wrapped lines, remarks, and other markup in files called .txt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.article import read_article
from citations.formats import format_for
from citations.formats.plaintext import FORMAT


def test_lines_of_a_paragraph_are_one_text_with_their_places() -> None:
    """Hard-wrapped text is common in plain files; each line keeps its own place."""
    document = FORMAT.read(b"First line\nsecond line.[1]\n\n[1] Note\n    goes on.\n", name="a.txt")

    assert document.blocks[0].text == "First line second line."
    assert document.blocks[0].position_at(11).line == 2
    assert (document.markers[0].position.line, document.markers[0].position.column) == (2, 13)
    assert document.notes[0].raw == "Note goes on."


def test_notes_on_lines_of_their_own_need_no_blank_lines() -> None:
    """One note a line is how lists of notes are typed; a wrapped line that begins with a figure is none."""
    text = b"A.[1] B.[2]\n\nNotes\n[1] Holt, p.\n9 of the book\n[2] Falk\n"

    document = FORMAT.read(text, name="a.txt")

    assert [(note.label, note.raw) for note in document.notes] == [("1", "Holt, p. 9 of the book"), ("2", "Falk")]


def test_a_line_can_be_a_remark_to_the_program() -> None:
    """Plain text has no comments, so a line that says so is one; it is no part of the text."""
    read = read_article(b"provenote: ignore C510 -- known\nThe tower is 40 m high.\n", name="a.txt")

    assert [block.text for block in read.blocks] == ["The tower is 40 m high."]
    assert read.ignores[0].rules == ("C510",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Just text.\n\nMore text.\n", "plain", id="plain"),
        pytest.param("# Head\n\nText [here](https://a.example).\n", "markdown", id="Markdown"),
    ],
)
def test_a_text_file_may_hold_markup(text: str, name: str) -> None:
    """What is written in a file counts more than its name."""
    assert format_for("a.txt", text.encode()).name == name


@settings(max_examples=100)
@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]) | st.sampled_from("\n\r\t\f"), max_size=400))
def test_any_text_gives_a_document(text: str) -> None:
    """No text raises."""
    document = FORMAT.read(f"x\n{text}".encode(), name="a.txt")

    assert document.lines >= 1
