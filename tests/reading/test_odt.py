"""OpenDocument text: notes where they stand, labels as printed, places by paragraph."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.document import BlockKind, Document
from citations.errors import UnreadableArticleError
from citations.formats.odt import FORMAT

NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def content(body: str, styles: str = "") -> str:
    """Give the content part."""
    return (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def note(label: str, text: str, kind: str = "footnote") -> str:
    """Give a note as it stands in the text."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


def packed(parts: dict[str, str]) -> bytes:
    """Give a ZIP package of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in parts.items():
            package.writestr(path, text)
    return out.getvalue()


def read(body: str, styles: str = "") -> Document:
    """Read an ODT file with this body."""
    return FORMAT.read(packed({"content.xml": content(body, styles)}), name="article.odt")


def test_reads_notes_under_their_printed_labels() -> None:
    """The program writes what it printed last, in whatever notation."""
    link = '<text:a xlink:href="https://one.example/a">here</text:a>'
    document = read(
        f"<text:p>One.{note('i', f'First, {link}.')} Two"
        f"{note('*', 'Second.')}.{note('1', 'At the end.', 'endnote')}</text:p>"
    )

    assert [(one.label, one.raw, one.urls) for one in document.notes] == [
        ("i", "First, here.", ("https://one.example/a",)),
        ("*", "Second.", ()),
        ("1", "At the end.", ()),
    ]
    assert [(one.label, one.offset) for one in document.markers] == [("i", 4), ("*", 8), ("1", 9)]
    assert document.blocks[0].text == "One. Two."


def test_keeps_lists_apart_that_count_from_one_again() -> None:
    """Numbers that restart with a page, and endnotes numbered like footnotes, are lists of their own."""
    document = read(
        f"<text:p>A{note('1', 'a')} B{note('1', 'b')} C{note('1', 'c', 'endnote')}</text:p>",
    )

    assert len({(one.label, one.chapter) for one in document.notes}) == 3
    assert [(one.label, one.chapter) for one in document.markers] == [
        (one.label, one.chapter) for one in document.notes
    ]


def test_reads_headings_lists_tables_boxes_and_quotations() -> None:
    """Claims stand in all of them; deleted text, comments and tables of contents are none of it."""
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/>'
    )
    document = read(
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:p text:style-name="Title">On Geese</text:p>'
        "<text:table-of-content><text:p>Flight 3</text:p></text:table-of-content>"
        '<text:h text:outline-level="2">Flight</text:h>'
        '<text:p text:style-name="P1">They<text:s text:c="3"/>fly.<office:annotation><text:p>hm</text:p>'
        "</office:annotation></text:p>"
        '<text:list><text:list-item><text:p text:style-name="P2">Point.</text:p></text:list-item></text:list>'
        f"<table:table><table:table-row><table:table-cell><text:p>Cell{note('1', 'x')}</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:p>Beside.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>",
        styles,
    )

    assert document.title == "On Geese"
    assert [(one.kind, one.text, one.level, one.position.line) for one in document.blocks] == [
        (BlockKind.HEADING, "On Geese", 1, 1),
        (BlockKind.HEADING, "Flight", 2, 2),
        (BlockKind.QUOTE, "They fly.", 0, 3),
        (BlockKind.ITEM, "Point.", 0, 4),
        (BlockKind.CELL, "Cell", 0, 5),
        (BlockKind.PARAGRAPH, "Beside.", 0, 6),
        (BlockKind.PARAGRAPH, "In a box.", 0, 7),
    ]
    assert document.markers[0].position.place == "paragraph 5"


def test_takes_a_reference_to_a_note_as_a_marker() -> None:
    """A cross-reference prints the number of the note again."""
    document = read(
        f'<text:p>One.{note("1", "x")} Again.<text:note-ref text:note-class="footnote">1</text:note-ref></text:p>'
    )

    assert [one.label for one in document.markers] == ["1", "1"]


def test_finds_notes_that_were_typed_where_there_are_no_others() -> None:
    """Raised figures and a numbered list stand for real notes."""
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/>'
        '</style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
        ' style:num-format="1"/></text:list-style>'
    )
    raised = '<text:span text:style-name="T1">{}</text:span>'
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    document = read(
        f"<text:p>Geese fly.{raised.format(1)} They rest.{raised.format(2)}</text:p>"
        '<text:h text:outline-level="1">Notes</text:h><text:list text:style-name="L1">'
        + item.format("J. Doe, Geese, 2001, https://one.example/.")
        + item.format("R. Roe, Flight, 2002, https://two.example/.")
        + "</text:list>",
        styles,
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "J. Doe, Geese, 2001, https://one.example/."),
        ("2", "R. Roe, Flight, 2002, https://two.example/."),
    ]
    assert [one.label for one in document.markers] == ["1", "2"]


def test_finds_notes_that_stand_on_lines_of_one_paragraph() -> None:
    """What is pasted from a page keeps its line ends."""
    document = read(
        "<text:p>Geese fly [1]. They rest [2].</text:p>"
        "<text:p>[1] J. Doe, Geese.<text:line-break/>[2] R. Roe, Flight.</text:p>"
    )

    assert [(one.label, one.raw) for one in document.notes] == [("1", "J. Doe, Geese."), ("2", "R. Roe, Flight.")]


def test_reads_the_flat_form() -> None:
    """The same document as one XML file, for version control."""
    document = FORMAT.read(b"<?xml version='1.0'?>" + content("<text:p>Flat.</text:p>").encode(), name="a.fodt")

    assert document.blocks[0].text == "Flat."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "damaged or cut off", id="empty"),
        pytest.param(packed({"content.xml": content("<text:p>a</text:p>")})[:200], "cut off", id="half a file"),
        pytest.param(packed({"word/document.xml": "<a/>"}), "no content.xml", id="another package"),
        pytest.param(
            packed({"content.xml": "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"}),
            "document type",
            id="entity",
        ),
        pytest.param(packed({"content.xml": " " * 40_000_000}), "unpacked", id="bomb"),
        pytest.param(
            packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "noise"}),
            "encrypted with a password",
            id="password",
        ),
    ],
)
def test_says_why_a_file_cannot_be_read(data: bytes, words: str) -> None:
    """A broken or hostile file ends in one clear error."""
    with pytest.raises(UnreadableArticleError, match=words):
        FORMAT.read(data, name="article.odt")


@given(st.binary(max_size=200), st.integers(0, 900))
def test_gives_a_document_or_the_one_error_whatever_the_bytes(noise: bytes, at: int) -> None:
    """A file damaged anywhere is read or refused, never met with another exception."""
    whole = packed({"content.xml": content(f"<text:p>Text.{note('1', 'x')}</text:p>")})
    try:
        FORMAT.read(whole[:at] + noise + whole[at + len(noise) :], name="article.odt")
    except UnreadableArticleError:
        return


def test_a_comment_within_a_note_is_no_part_of_it() -> None:
    """Editors comment notes too; what they ask the author is not what the note says."""
    comment = "<office:annotation><text:p>Which one?</text:p></office:annotation>"

    assert read(f"<text:p>One.{note('1', f'Gazette,{comment} p. 3.')}</text:p>").notes[0].raw == "Gazette, p. 3."


@pytest.mark.parametrize("goes_on", ['text:continue-numbering="true"', 'text:continue-list="list1"'])
def test_a_list_may_go_on_below_a_heading(goes_on: str) -> None:
    """Sources that are numbered through are often listed by kind."""
    numbered = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        "</text:list-style>"
    )
    source = "<text:list-item><text:p>{}</text:p></text:list-item>"
    document = read(
        "<text:p>It sank [1]. It rose [2].</text:p><text:h>Sources</text:h>"
        f'<text:list text:style-name="L1">{source.format("Holt, Deeds, 1911.")}</text:list>'
        '<text:h text:outline-level="2">Online</text:h>'
        f'<text:list text:style-name="L1" {goes_on}>{source.format("Marr, Letters, 1912.")}</text:list>',
        numbered,
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "Holt, Deeds, 1911."),
        ("2", "Marr, Letters, 1912."),
    ]


def test_reads_the_works_that_the_program_lists() -> None:
    """Marks name them by a short name; a mark whose work is in no list is text."""
    marks = [f"<text:bibliography-mark>[{name}]</text:bibliography-mark>" for name in ("Ber04", "Hol11")]
    listed = "<text:p>Ber04: A. Berg, <text:span>Quays</text:span>, 2004.</text:p>"
    document = read(
        f"<text:p>It sank {marks[0]}. It rose {marks[1]}.</text:p><text:bibliography><text:index-body>"
        f"<text:index-title><text:p>Works</text:p></text:index-title>{listed}</text:index-body></text:bibliography>"
    )

    assert [(one.label, one.raw) for one in document.notes] == [("Ber04", "A. Berg, Quays, 2004.")]
    assert [one.label for one in document.markers] == ["Ber04"]
    assert document.blocks[0].text == "It sank. It rose [Hol11]."


def test_a_name_given_twice_breaks_no_file() -> None:
    """LibreOffice gives two lists one ``xml:id`` when it saves some Word files, which XML forbids."""
    lists = '<text:list xml:id="list1"><text:list-item><text:p>Item.</text:p></text:list-item></text:list>'

    document = read(f"<text:p>One.{note('1', 'First.')}</text:p>{lists}{lists}")

    assert [one.raw for one in document.notes] == ["First."]
    assert [one.text for one in document.blocks] == ["One.", "Item.", "Item."]
