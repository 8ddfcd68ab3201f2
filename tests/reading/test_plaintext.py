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


CHAPTERS = """{gap}                 CHAPTER I

The guild met in 1381.[A] It had forty members.[B]


FOOTNOTES:

[A] Court Roll, No. 3.

[B] Thorne, Guild Life, p. 61.
{gap}                 CHAPTER II

The chandlers came later.[A] Their rules are lost.[B]


FOOTNOTES:

[A] Court Roll, No. 9.

[B] Thorne, pp. 70-75.
"""


@pytest.mark.parametrize("gap", ["\n", "\n\n\n\n"], ids=["close", "far apart"])
def test_the_notes_of_a_chapter_end_where_the_next_one_begins(gap: str) -> None:
    """Books typed by hand mark no headings, so nothing but the markers of the next notes says that text goes on."""
    read = read_article(CHAPTERS.format(gap=gap).encode(), name="a.txt")

    assert [note.label for note in read.notes] == ["A", "B", "A", "B"]
    assert [(claim.labels, claim.chapter, claim.text) for claim in read.claims] == [
        (("A",), 0, "The guild met in 1381."),
        (("B",), 0, "It had forty members."),
        (("A",), 1, "The chandlers came later."),
        (("B",), 1, "Their rules are lost."),
    ]


def test_a_title_far_below_a_note_is_no_part_of_it() -> None:
    """Three empty lines part chapters; a title in the middle of its line is indented, as the rest of a note is."""
    read = read_article(CHAPTERS.format(gap="\n\n\n\n").encode(), name="a.txt")

    assert read.notes[1].raw == "Thorne, Guild Life, p. 61."


def test_a_table_of_contents_that_ends_with_the_notes_is_none_of_them() -> None:
    """The chapters below it have numbers, as notes have, but their text has markers of the real notes."""
    text = (
        "CONTENTS\n\nI. THE START\nII. THE FORD\n\nFOOTNOTES\n\n\nI. THE START\n\nThe road was cut in 1640.[1]\n\n"
        "II. THE FORD\n\nThere is a cross.[2]\n\nFOOTNOTES\n\n[1] Sessions, roll 3.\n\n[2] Farrar, Diary.\n"
    )

    read = read_article(text.encode(), name="a.txt")

    assert [(note.label, note.raw) for note in read.notes] == [("1", "Sessions, roll 3."), ("2", "Farrar, Diary.")]
    assert [claim.text for claim in read.claims] == ["The road was cut in 1640.", "There is a cross."]


def test_notes_may_say_what_they_are_without_brackets() -> None:
    """Old books that were typed list them below each chapter; the text marks them by their numbers alone."""
    text = (
        "CHAPTER I\n\nGas came in 1834,[1] and a quarrel.[2]\n\n"
        "Footnote 1: Mercury, December 1.\n\nFootnote 2: Of the\nQuay and the Town.\n\n    A second paragraph.\n\n"
        "CHAPTER II\n\nThe main burst.[3]\n\nFootnote 3: Holm, p. 40.\n"
    )

    read = read_article(text.encode(), name="a.txt")

    assert [(note.label, note.raw) for note in read.notes] == [
        ("1", "Mercury, December 1."),
        ("2", "Of the Quay and the Town. A second paragraph."),
        ("3", "Holm, p. 40."),
    ]
    assert [claim.labels for claim in read.claims] == [("1",), ("2",), ("3",)]


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


ONE_LINE_EACH = """The Ferry of Orrin
The council sold the ferry in 1911, and the boats that were left on the river went to those who sailed them.[1]
The New Owners
Their names are known from a single list, which a clerk of the harbour kept by him until the day on which he died.[2]
Notes
[1] A. Quill, “The Ferry”, Orrin Herald, 3 May 2011, in which the sale is told at length by those who were there.
Available at https://example.org/ferry
[2] Harbour list, 1912, which the archive of the town has kept since the death of the clerk; no page of it is counted.
"""


def test_long_lines_are_paragraphs_without_blank_lines_between_them() -> None:
    """So word processors save a text: a heading is no part of the sentence below it, a note keeps its second line."""
    read = read_article(ONE_LINE_EACH.encode(), name="a.txt")

    assert [claim.text.split()[0] for claim in read.claims] == ["The", "Their"]
    assert [block.text for block in read.blocks[::2]] == ["The Ferry of Orrin", "The New Owners"]
    assert [note.label for note in read.notes] == ["1", "2"]
    assert read.notes[0].raw.endswith("https://example.org/ferry")


def test_a_margin_before_every_line_makes_no_paragraph_part_of_a_note() -> None:
    """Texts that were printed keep the margin of their pages."""
    text = "A ferry.[1]\n\nThe Boats\n\nTwo boats.[2]\n\n[1] Quill.\n\n[2] Orrin.\n\nThe town kept both of them."
    plain = FORMAT.read(text.encode(), name="a.txt")
    printed = FORMAT.read("\n".join(f"      {line}" for line in text.split("\n")).encode(), name="a.txt")

    assert [note.raw for note in printed.notes] == [note.raw for note in plain.notes] == ["Quill.", "Orrin."]
    assert [block.kind for block in printed.blocks] == [block.kind for block in plain.blocks]


def test_a_line_that_names_the_notes_needs_no_blank_line_above_or_below() -> None:
    """Nor a colon, where a label opens the line below it."""
    text = "The ferry was sold.¹ The boats were not.²\nNotes\n1. Quill, The Ferry.\n2. Orrin, The Boats.\n"
    document = FORMAT.read(text.encode(), name="a.txt")

    assert [note.raw for note in document.notes] == ["Quill, The Ferry.", "Orrin, The Boats."]
    assert [block.text for block in document.blocks] == ["The ferry was sold. The boats were not."]


def test_a_marker_that_is_the_last_line_of_a_paragraph_opens_nothing() -> None:
    """A narrow column may break before it, and before another one above."""
    text = (
        "It sank in a night of which the log\n[1] says nothing, and nobody was found\n[2]\n\n[1] Log.\n\n[2] Quill.\n"
    )
    document = FORMAT.read(text.encode(), name="a.txt")

    assert [marker.label for marker in document.markers] == ["1", "2"]
    assert [note.raw for note in document.notes] == ["Log.", "Quill."]
