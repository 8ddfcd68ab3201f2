"""Word files: the notes that Word prints, under the numbers it prints, with their places."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.document import BlockKind, Document
from citations.errors import UnreadableArticleError
from citations.formats.docx import FORMAT

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "documents"


def run(text: str) -> str:
    """Give a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def reference(number: int, kind: str = "footnote") -> str:
    """Give a run with a reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Give a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def note(number: int, text: str, kind: str = "footnote") -> str:
    """Give a note with its own mark, as Word writes it."""
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'


def word_file(
    body: str, *, footnotes: str = "", endnotes: str = "", settings: str = "", styles: str = "", links: str = ""
) -> bytes:
    """Give a Word file with these parts."""
    parts = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{RELATION}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {W} {R}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {W} {R}>{endnotes}</w:endnotes>",
        "word/settings.xml": f"<w:settings {W}>{settings}</w:settings>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/_rels/footnotes.xml.rels": f"<Relationships>{links}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """Give a ZIP package of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(path, content)
    return out.getvalue()


def read(data: bytes) -> Document:
    """Read a Word file."""
    return FORMAT.read(data, name="article.docx")


def labels(document: Document) -> list[str]:
    """Give the labels of the markers."""
    return [marker.label for marker in document.markers]


def test_numbers_notes_in_reading_order_not_by_their_xml_ids() -> None:
    """Word numbers when it prints; the ids in the XML tell only when a note was made."""
    body = paragraph(run("First."), reference(7), run(" Second"), reference(2), run("."))
    document = read(word_file(body, footnotes=note(2, "made first") + note(7, "made later")))

    assert [(one.label, one.raw) for one in document.notes] == [("1", "made later"), ("2", "made first")]
    assert labels(document) == ["1", "2"]
    assert document.blocks[0].text == "First. Second."
    assert [marker.offset for marker in document.markers] == [6, 13]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param("", ["1", "2", "3"], id="decimal when nothing is said"),
        pytest.param('<w:numFmt w:val="lowerRoman"/>', ["i", "ii", "iii"], id="roman"),
        pytest.param('<w:numFmt w:val="chicago"/>', ["*", "†", "‡"], id="signs"),
        pytest.param('<w:numFmt w:val="upperLetter"/><w:numStart w:val="26"/>', ["Z", "AA", "BB"], id="letters"),
        pytest.param('<w:numStart w:val="12"/>', ["12", "13", "14"], id="a later start"),
        pytest.param('<w:numStart w:val="9999999999999"/>', ["1", "2", "3"], id="a start beyond all sense"),
        pytest.param('<w:numFmt w:val="none"/>', ["1", "2", "3"], id="nothing printed"),
    ],
)
def test_prints_numbers_as_the_document_asks(settings: str, expected: list[str]) -> None:
    """The label is what stands on paper: notation and start come from the settings."""
    body = paragraph(run("a"), reference(1), run("b"), reference(2), run("c"), reference(3))
    footnotes = note(1, "x") + note(2, "y") + note(3, "z")
    document = read(word_file(body, footnotes=footnotes, settings=f"<w:footnotePr>{settings}</w:footnotePr>"))

    assert labels(document) == expected
    assert [one.label for one in document.notes] == expected


def test_starts_again_in_each_section_and_keeps_the_lists_apart() -> None:
    """Numbers that restart would be double labels, so a section's notes are a list of their own."""
    restart = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = (
        paragraph(run("One."), reference(1), properties=restart)
        + paragraph(run("Two."), reference(2), run("Three."), reference(3))
        + restart
    )
    document = read(word_file(body, footnotes=note(1, "x") + note(2, "y") + note(3, "z")))

    assert [(one.label, one.chapter) for one in document.notes] == [("1", 0), ("1", 1), ("2", 1)]
    assert [(one.label, one.chapter) for one in document.markers] == [("1", 0), ("1", 1), ("2", 1)]


def test_keeps_footnotes_and_endnotes_with_equal_numbers_apart() -> None:
    """A file may number both kinds 1, 2, 3."""
    body = paragraph(run("Foot"), reference(1), run(" and end"), reference(1, "endnote"))
    document = read(
        word_file(
            body,
            footnotes=note(1, "at the foot"),
            endnotes=note(1, "at the end", "endnote"),
            settings='<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>',
        )
    )

    assert {(one.label, one.chapter, one.raw) for one in document.notes} == {
        ("1", 0, "at the foot"),
        ("1", 1, "at the end"),
    }
    assert [(one.label, one.chapter) for one in document.markers] == [("1", 0), ("1", 1)]


def test_takes_the_mark_that_the_writer_chose_and_does_not_count_it() -> None:
    """A star has no number, and the next note is still the first."""
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    starred = f'<w:footnote w:id="1"><w:p>{run("*")}{run(" thanks")}</w:p></w:footnote>'
    document = read(
        word_file(paragraph(run("Title"), star, run(" text"), reference(2)), footnotes=starred + note(2, "x"))
    )

    assert [(one.label, one.raw) for one in document.notes] == [("*", "thanks"), ("1", "x")]
    assert document.blocks[0].text == "Title text"


def test_keeps_odd_notes_as_data() -> None:
    """A reference without its note and a note without a reference are for the checks to report."""
    document = read(word_file(paragraph(run("Lost."), reference(5)), footnotes=note(9, "nobody asks for me")))

    assert labels(document) == ["1"]
    assert [(one.label, one.raw) for one in document.notes] == [("unreferenced 1", "nobody asks for me")]


def test_passes_over_deleted_and_hidden_text_with_its_notes() -> None:
    """A tracked deletion is not printed, and Word does not count its note."""
    deleted = f"<w:del>{run('gone')}{reference(1)}</w:del>"
    inserted = f"<w:ins>{run('here')}{reference(2)}</w:ins>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    document = read(word_file(paragraph(deleted, inserted, hidden), footnotes=note(1, "old") + note(2, "new")))

    assert document.blocks[0].text == "here"
    assert [(one.label, one.raw) for one in document.notes] == [("1", "new")]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param(f'<w:hyperlink r:id="r1">{run("a paper")}</w:hyperlink>', id="a relation"),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://one.example/a"'
            ' </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("a paper")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            id="a field",
        ),
        pytest.param(
            f'<w:fldSimple w:instr="HYPERLINK &quot;https://one.example/a&quot;">{run("a paper")}</w:fldSimple>',
            id="a simple field",
        ),
    ],
)
def test_finds_where_links_in_notes_lead(link: str) -> None:
    """The text of a link in Word need not show its address."""
    relation = '<Relationship Id="r1" TargetMode="External" Target="https://one.example/a" Type="x/hyperlink"/>'
    footnotes = f'<w:footnote w:id="1"><w:p>{run("See ")}{link}{run(".")}</w:p></w:footnote>'
    document = read(word_file(paragraph(run("Text"), reference(1)), footnotes=footnotes, links=relation))

    assert document.notes[0].raw == "See a paper."
    assert document.notes[0].urls == ("https://one.example/a",)


def test_reads_headings_lists_tables_and_text_boxes() -> None:
    """Claims stand in tables and boxes too, and a place is the paragraph counted through all of them."""
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="My head"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>'
    )
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:pict></w:r>"
    body = (
        paragraph(run("On Bees"), properties='<w:pStyle w:val="T"/>')
        + paragraph(run("Hives .... 3"), properties='<w:pStyle w:val="Toc1"/>')
        + paragraph(run("Hives"), properties='<w:pStyle w:val="Mine"/>')
        + paragraph(run("Point."), properties='<w:numPr><w:numId w:val="3"/></w:numPr>')
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('Cell'), reference(1))}</w:tc></w:tr></w:tbl>"
        + paragraph(run("Beside."), box)
    )
    document = read(word_file(body, styles=styles, footnotes=note(1, "x")))

    assert document.title == "On Bees"
    assert [(one.kind, one.text, one.level, one.position.line) for one in document.blocks] == [
        (BlockKind.HEADING, "On Bees", 1, 1),
        (BlockKind.HEADING, "Hives", 2, 3),
        (BlockKind.ITEM, "Point.", 0, 4),
        (BlockKind.CELL, "Cell", 0, 5),
        (BlockKind.PARAGRAPH, "Beside.", 0, 6),
        (BlockKind.PARAGRAPH, "In a box.", 0, 7),
    ]
    assert document.markers[0].position.place == "paragraph 5"
    assert document.markers[0].position.column == 5


def test_knows_words_own_styles_where_the_file_does_not_define_them() -> None:
    """Writers of small files leave the styles out, and Word knows its own by their ids."""
    ids = ("Title", "Heading2", "TOC1", "Quote", "Odd")
    body = "".join(paragraph(run(f"In {one}."), properties=f'<w:pStyle w:val="{one}"/>') for one in ids)

    document = read(word_file(body))

    assert document.title == "In Title."
    assert [(one.kind, one.level) for one in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.QUOTE, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_takes_a_number_of_another_note_as_a_marker() -> None:
    """Word's cross-reference to a note prints its number; the claim there stands on that note too."""
    field = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\h ">{run("1")}</w:fldSimple>'
    document = read(word_file(paragraph(run("One."), reference(1), run(" Again."), field), footnotes=note(1, "x")))

    assert labels(document) == ["1", "1"]
    assert document.blocks[0].text == "One. Again."


def test_finds_notes_that_were_typed_where_there_are_no_others() -> None:
    """Converters and writers leave raised figures and a numbered list instead of real notes."""
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    body = (
        paragraph(run("Bees dance."), raised.format(1), run(" They hum."), raised.format(2))
        + paragraph(run("Notes"), properties='<w:outlineLvl w:val="0"/>')
        + paragraph(run("J. Doe, Dances, 2001, https://one.example/."), properties=item)
        + paragraph(run("R. Roe, Hives, 2002, https://two.example/."), properties=item)
    )
    document = read(
        packed(
            {
                "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
                "word/numbering.xml": numbering,
            }
        )
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "J. Doe, Dances, 2001, https://one.example/."),
        ("2", "R. Roe, Hives, 2002, https://two.example/."),
    ]
    assert labels(document) == ["1", "2"]
    assert document.blocks[0].text == "Bees dance. They hum."


def test_finds_notes_that_stand_on_lines_of_one_paragraph() -> None:
    """What is pasted from a page keeps its line ends."""
    body = paragraph(run("Bees dance [1]. They hum [2].")) + paragraph(
        run("[1] J. Doe, Dances."), "<w:r><w:br/></w:r>", run("[2] R. Roe, Hives.")
    )
    document = read(word_file(body))

    assert [(one.label, one.raw) for one in document.notes] == [("1", "J. Doe, Dances."), ("2", "R. Roe, Hives.")]
    assert labels(document) == ["1", "2"]


def test_keeps_real_notes_beside_typed_ones() -> None:
    """Remarks go into footnotes and sources into a list: both are notes, each in a list of its own."""
    body = (
        paragraph(run("Bees dance [1] in the dark."), reference(1), run(" They hum [2] loudly"), reference(2), run("."))
        + paragraph(run("References"), properties='<w:outlineLvl w:val="0"/>')
        + paragraph(run("[1] J. Doe, Dances, 2001, https://one.example/."))
        + paragraph(run("[2] R. Roe, Hives, 2002, https://two.example/."))
    )
    document = read(word_file(body, footnotes=note(1, "A remark.") + note(2, "Another.")))

    assert document.blocks[0].text == "Bees dance in the dark. They hum loudly."
    assert [(one.label, one.chapter, one.offset) for one in document.markers] == [
        ("1", 1, 10),
        ("1", 0, 23),
        ("2", 1, 32),
        ("2", 0, 39),
    ]
    assert [(one.label, one.chapter, one.raw[:9]) for one in document.notes] == [
        ("1", 0, "A remark."),
        ("2", 0, "Another."),
        ("1", 1, "J. Doe, D"),
        ("2", 1, "R. Roe, H"),
    ]


def _entity_bomb() -> bytes:
    declared = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return packed({"word/document.xml": f"{declared}<w:document {W}><w:body>&x;</w:body></w:document>"})


def _encrypted_member() -> bytes:
    data = bytearray(word_file(paragraph(run("a"))))
    for signature, shift in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + shift] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "damaged or cut off", id="empty"),
        pytest.param(b"plain text", "damaged or cut off", id="no package"),
        pytest.param(word_file(paragraph(run("a")))[:900], "damaged or cut off", id="half a file"),
        pytest.param(packed({"mimetype": "x"}), "no word/document.xml", id="another package"),
        pytest.param(packed({"word/document.xml": "<w:p"}), "broken", id="cut XML"),
        pytest.param(packed({"word/document.xml": "<a>" * 400}), "broken", id="nested too deep"),
        pytest.param(_entity_bomb(), "document type", id="external entity"),
        pytest.param(_encrypted_member(), "encrypted", id="encrypted members"),
        pytest.param(packed({"word/document.xml": " " * 40_000_000}), "unpacked", id="bomb"),
        pytest.param(packed({"word/document.xml": " " * 2_000_000}), "ZIP bomb", id="smaller bomb"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted with a password",
            id="encrypted file",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old binary", id="old Word file"),
    ],
)
def test_says_why_a_file_cannot_be_read(data: bytes, words: str) -> None:
    """A broken or hostile file ends in one clear error, within bounded memory."""
    with pytest.raises(UnreadableArticleError) as caught:
        read(data)

    assert words in str(caught.value)
    assert "article.docx" in str(caught.value)


def test_reads_a_file_with_notes_but_no_body_and_the_reverse() -> None:
    """Both are odd, and both are data."""
    only_notes = read(word_file("", footnotes=note(1, "alone")))
    only_body = read(
        packed({"word/document.xml": f"<w:document {W}><w:body>{paragraph(run('a'))}</w:body></w:document>"})
    )

    assert [one.raw for one in only_notes.notes] == ["alone"]
    assert only_notes.blocks == ()
    assert [one.text for one in only_body.blocks] == ["a"]
    assert only_body.notes == ()


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_gives_a_document_or_the_one_error_whatever_the_bytes(noise: bytes, at: int) -> None:
    """A file damaged anywhere is read or refused, never met with another exception."""
    whole = word_file(paragraph(run("Some text."), reference(1)), footnotes=note(1, "x"))
    try:
        document = read(whole[:at] + noise + whole[at + len(noise) :])
    except UnreadableArticleError:
        return

    assert all(marker.block < len(document.blocks) for marker in document.markers)


def test_reads_every_note_of_the_measured_files() -> None:
    """Real files by their writers' hands: as many notes as the XML has references."""
    if not SHARED.is_dir():
        pytest.skip("development data is not here")
    counts = {}
    with tarfile.open(SHARED / "files.tar.xz") as archive:
        for member in archive:
            if member.name.endswith(("output__Talking.docx", "utils__template.docx")):
                stream = archive.extractfile(member)
                assert stream is not None
                counts[member.name.rpartition("__")[2]] = len(read(stream.read()).notes)

    assert counts == {"Talking.docx": 65, "template.docx": 23}


def test_a_cell_with_nothing_but_a_marker_is_no_note() -> None:
    """The last column of a table often says which note each row is from."""
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(run(year))}</w:tc><w:tc>{paragraph(run(mark))}</w:tc></w:tr>"
        for year, mark in (("1901", "[1]"), ("1902", "[2]"))
    )
    text = paragraph(run("It sank.[1] All live.[2]")) + f"<w:tbl>{rows}</w:tbl>"

    document = read(word_file(text + paragraph(run("[1] Log.")) + paragraph(run("[2] Roll."))))

    assert [(one.label, one.raw) for one in document.notes] == [("1", "Log."), ("2", "Roll.")]
    assert labels(document) == ["1", "2", "1", "2"]
