"""Italics of notes: formats that have them as structure lose them in plain text, where they tell title from outlet."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article
from citations.formats import format_for
from citations.records.sheets.sheet import read_sheet

BODY = "The weir gave way in the night."
OPENING, NAME, END = "A. Quill, Stones and sand, and what they cost, ", "Rock, Paper, River", ", 3 May 2019."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(note: str) -> bytes:
    """Give a Word file of one sentence with one footnote, whose runs are given."""
    body = f'<w:p><w:r><w:t>{BODY}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    style = '<w:style w:type="character" w:styleId="Slanted"><w:rPr><w:i/></w:rPr></w:style>'
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{note}</w:p></w:footnote></w:footnotes>',
        "word/styles.xml": f"<w:styles {W}>{style}</w:styles>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """Give a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def open_document(note: str) -> bytes:
    """Give a flat OpenDocument file of one sentence with one note, whose markup is given."""
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for one, path in [("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible")]
    )
    style = '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
    cited = f"<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{note}</text:p>"
    return (
        f"<office:document {spaces}>{style}<office:body><office:text><text:p>{BODY}{cited}</text:note-body>"
        "</text:note></text:p></office:text></office:body></office:document>"
    ).encode()


def marked(opening: str, closing: str, before: str, after: str = "\n") -> bytes:
    """Give a text of one sentence with one note that has the outlet's name between two signs."""
    return f"{BODY}{before}{OPENING}{opening}{NAME}{closing}{END}{after}".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.md", marked("*", "*", "[^1]\n\n[^1]: "), id="Markdown"),
        pytest.param("a.md", marked("_", "_", "^[", "]\n"), id="a note within the text"),
        pytest.param("a.md", marked("<em>", "</em>", "[^1]\n\n[^1]: "), id="tags in Markdown"),
        pytest.param("a.txt", marked("<i>", "</i>", "[1]\n\nNotes\n\n[1] "), id="tags in plain text"),
        pytest.param(
            "a.html", marked("<i>", "</i>", '<a href="#n1">1</a><ol><li id="n1">', "</li></ol>"), id="HTML, a list"
        ),
        pytest.param(
            "a.html",
            marked(
                '<span style="font-style: italic">', "</span>", '<sup>1</sup><h2>Notes</h2><p>1. <a name="x">', "</p>"
            ),
            id="HTML, set by style",
        ),
        pytest.param("a.wiki", marked("''", "''", "<ref>", "</ref>\n"), id="wiki"),
        pytest.param("a.wiki", marked("''[[", "]]''", "<ref>", "</ref>\n"), id="wiki, a link"),
        pytest.param("a.tex", marked("\\emph{", "}", "\\footnote{", "}\n"), id="LaTeX"),
        pytest.param("a.tex", marked("{\\it ", "}", "\\footnote{", "}\n"), id="LaTeX, old"),
        pytest.param("a.org", marked("/", "/", "[fn:1]\n\n[fn:1] "), id="org"),
        pytest.param("a.rst", marked("*", "*", " [1]_\n\n.. [1] "), id="reStructuredText"),
        pytest.param("a.adoc", marked("_", "_", "footnote:[", "]\n"), id="AsciiDoc"),
        pytest.param(
            "a.docx",
            word_file(run(" " + OPENING) + run(NAME[:4], "<w:i/>") + run(NAME[4:], "<w:i/>") + run(END)),
            id="Word, in two runs",
        ),
        pytest.param(
            "a.docx",
            word_file(run(OPENING) + run(NAME, '<w:rStyle w:val="Slanted"/>') + run(END, '<w:i w:val="0"/>')),
            id="Word, by a style",
        ),
        pytest.param(
            "a.fodt", open_document(f'{OPENING}<text:span text:style-name="T1">{NAME}</text:span>{END}'), id="ODT"
        ),
    ],
)
def test_reads_the_outlet_that_stands_in_italics(name: str, data: bytes) -> None:
    """The note's text is as without them; only the italics tell where the title ends and a name with commas begins."""
    (note,) = read_article(data, name=name).notes

    assert note.raw == f"{OPENING}{NAME}{END}"
    assert note.records[0].container_title == NAME
    assert note.records[0].title == "Stones and sand, and what they cost"


@pytest.mark.parametrize(
    ("note", "title"),
    [
        pytest.param("B. Finch, *Rivers of wool: a tale, retold* (Glen Press, 2004).", "Rivers of wool: a tale, retold",
                     id="a book"),
        pytest.param("Finch B. *Alnus incana* in wet valleys. Forest Journal 2019;4:12.", "Alnus incana in wet valleys",
                     id="a species at the start of a title"),
        pytest.param("*See also* B. Finch, ‘Rivers of wool’, Hill Post, 3 May 2019.", "Rivers of wool", id="a signal"),
        pytest.param("*B. Finch, ‘Rivers of wool’, Hill Post, 3 May 2019.*", "Rivers of wool", id="all of the note"),
    ],
)  # fmt: skip
def test_takes_italics_for_a_name_only_where_they_are_one(note: str, title: str) -> None:
    """Words of another language, signals such as "see" and notes that are all in italics name nothing."""
    (read,) = read_article(f"{BODY}[^1]\n\n[^1]: {note}\n".encode(), name="a.md").notes

    assert read.records[0].title == title


def test_takes_an_outlet_alone_with_its_date_for_no_title() -> None:
    """Italics are the title's as well as the outlet's; with nothing else in the note its words decide."""
    (read,) = read_article(f"{BODY}[^1]\n\n[^1]: *The Hill Post*, 3 May 2019, p. 4.\n".encode(), name="a.md").notes

    assert (read.records[0].title, read.records[0].container_title) == (None, "The Hill Post")


_TEXTS = st.lists(
    st.sampled_from(
        ["*", "_", "**", " ", "\n", "ab", "c.", "<i>", "</i>", "[^1]", "[^1]: ", "\n\n", "](x)", "[", "`", "1. "]
    )
).map("".join)


@given(text=_TEXTS, name=st.sampled_from(["a.md", "a.html", "a.txt", "a.org", "a.rst", "a.adoc", "a.wiki", "a.tex"]))
def test_whatever_the_markup_italics_are_places_in_the_note(text: str, name: str) -> None:
    """Every stretch holds words of the note; its text, and so what no rule understood, stays as it was."""
    data = f"x[^1] [1] <a href='#n'>1</a>{text}\n\n[^1]: y {text}\n<p id='n'>1 {text}</p>".encode()
    notes = format_for(name, data).read(data, name=name).notes

    for note in notes:
        for span in note.emphasis:
            assert note.raw[span.start : span.end].strip() == note.raw[span.start : span.end] != ""
        assert read_sheet(note.raw, note.emphasis).text == read_sheet(note.raw).text
