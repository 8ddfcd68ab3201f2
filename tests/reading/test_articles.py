"""Reading whole articles: the real one, notes in other files, dates, comments, and files that are none."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from citations.article import read_article
from citations.errors import UnreadableArticleError
from citations.formats import format_for

SHARED = Path(__file__).parents[2] / ".." / "shared"
SEED = SHARED / "seeds" / "article.md"


@pytest.mark.skipif(not SEED.exists(), reason="the real example is not here")
def test_reads_the_real_article_as_a_careful_reader_does() -> None:
    """54 sentences, nine notes, nine markers and nine claims, each where the reader found it."""
    expected = json.loads((SHARED / "seeds" / "expected.json").read_text(encoding="utf-8"))

    read = read_article(SEED.read_bytes(), name="article.md")

    sentences = [sentence.text for block in read.blocks if not block.level for sentence in block.sentences]
    places = [(marker.label, marker.position.line, marker.position.column) for marker in read.markers]
    assert sentences == [sentence["text"] for sentence in expected["sentences"]]
    assert places == [(one["label"], one["line"], one["column"]) for one in expected["markers"]]
    assert [claim.sentence for claim in read.claims] == [one["claim"] for one in expected["markers"]]
    assert [(note.label, note.raw, note.position.line) for note in read.notes] == [
        (note["label"], note["raw"], note["line"]) for note in expected["notes"]
    ]
    assert read.published is not None
    assert (read.published.raw, read.published_line) == ("03-06-2024", 85)
    assert {oddity.kind for oddity in read.oddities} >= {"broken-paragraph", "url-has-spaces"}


def test_takes_notes_from_another_file() -> None:
    """Publishers keep endnotes apart; their places are places in that file."""
    read = read_article(b"So it was.[1] So it is.[2]\n", name="a.md", notes_files=[("n.md", b"1. Holt\n2. Falk\n")])

    assert [(note.label, note.raw, note.path) for note in read.notes] == [("1", "Holt", "n.md"), ("2", "Falk", "n.md")]
    assert len(read.claims) == 2


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        pytest.param("So it was.[1]", "1. Holt", id="only one"),
        pytest.param("So it was.[14] So it is.[15]", "14. Holt\n15. Falk", id="a later chapter"),
        pytest.param("So it was.14 So it is.15", "14. Holt\n15. Falk", id="bare figures"),
        pytest.param("So it was. [iv] So it is. [v]", "iv. Holt\nv. Falk", id="roman"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_knows_the_markers_of_notes_in_another_file(body: str, notes: str, name: str) -> None:
    """What is a marker is told by the notes, wherever they stand."""
    labels = [line.partition(".")[0] for line in notes.splitlines()]

    read = read_article(body.encode(), name=name, notes_files=[("n.md", notes.encode())])

    assert [marker.label for marker in read.markers] == labels
    assert [note.label for note in read.notes] == labels


def _package(*members: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for member, data in members:
            kind = zipfile.ZIP_STORED if member == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(member, data, compress_type=kind)
    return out.getvalue()


@pytest.mark.parametrize("name", ["article", "article.bin", "article.doc", "article.md", "article.txt"])
@pytest.mark.parametrize(
    ("members", "kind"),
    [
        pytest.param([("[Content_Types].xml", b"<T/>"), ("word/document.xml", b"<d/>")], "docx", id="Word"),
        pytest.param([("mimetype", b"application/epub+zip"), ("a.xhtml", b"<a/>")], "epub", id="EPUB"),
        pytest.param([("mimetype", b"application/vnd.oasis.opendocument.text")], "odt", id="OpenDocument"),
        pytest.param([("META-INF/container.xml", b"<c/>"), ("a.xhtml", b"<a/>")], "epub", id="EPUB without a type"),
    ],
)
def test_a_package_is_known_by_what_is_in_it(name: str, members: list[tuple[str, bytes]], kind: str) -> None:
    """Downloads and attachments lose their endings, or get wrong ones."""
    assert format_for(name, _package(*members)).name == kind


def test_another_package_is_refused() -> None:
    """A spreadsheet is no article."""
    data = _package(("[Content_Types].xml", b"<T/>"), ("xl/workbook.xml", b"<w/>"))

    with pytest.raises(UnreadableArticleError, match="binary"):
        read_article(data, name="article")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Macintosh"])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.rst", "a.org", "a.html"])
def test_line_ends_change_nothing(name: str, end: str) -> None:
    """Neither what is read nor where it stands."""
    text = (
        "A title\n=======\n\nThe ferry sank.[1]\nIt rose in June.[2]\n\nNotes\n-----\n\n[1] Holt, 1913.\n\n[2] Falk.\n"
    )
    if name == "a.html":
        text = (
            "<p>The ferry sank.[1]\nIt rose in June.[2]</p>\n<h2>Notes</h2>\n<p>[1] Holt, 1913.</p>\n<p>[2] Falk.</p>\n"
        )
    plain, read = (read_article(one.encode(), name=name) for one in (text, text.replace("\n", end)))

    assert [(one.label, one.raw, one.position) for one in read.notes] == [
        (one.label, one.raw, one.position) for one in plain.notes
    ]
    assert [(one.label, one.position) for one in read.markers] == [(one.label, one.position) for one in plain.markers]
    assert [one.text for one in read.claims] == [one.text for one in plain.claims]


def test_takes_links_for_notes_when_asked() -> None:
    """On the web the link is the note; its sentence is the claim."""
    text = b"The [price](https://a.example/p) rose by 5%. It [fell](https://b.example/) later.\n"

    plain, linked = read_article(text, name="a.md"), read_article(text, name="a.md", inline_links=True)

    assert plain.notes == ()
    assert [claim.text for claim in linked.claims] == ["The price rose by 5%.", "It fell later."]
    assert [note.raw for note in linked.notes] == ["price <https://a.example/p>", "fell <https://b.example/>"]


def test_links_that_share_the_article_are_no_notes() -> None:
    """They lead to a form of a network, with the article's own address in it."""
    share = "https://www.facebook.com/sharer/sharer.php?u=https://a.example/"
    text = f"It sank in [1911](https://b.example/).\n\nShare on [Facebook]({share}).\n".encode()

    assert [one.raw for one in read_article(text, name="a.md", inline_links=True).notes] == [
        "1911 <https://b.example/>"
    ]


@pytest.mark.parametrize(
    ("text", "raw", "line"),
    [
        pytest.param("---\ntitle: T\ndate: 2024-05-06\n---\n\nText.\n", "2024-05-06", 3, id="front matter"),
        pytest.param("+++\ndate = 2024-05-06T09:00:00+01:00\n+++\n\nText.\n", "2024-05-06", 2, id="with its hour"),
        pytest.param("# T\n\nPublished on 6 May 2024\n\nText.\n", "6 May 2024", 3, id="a line of its own"),
        pytest.param(
            "# T\n\nText.[1]\n\nNotes\n\n[1] A.\n\nUploaded: 6 May 2024\n", "6 May 2024", 9, id="after the notes"
        ),
    ],
)
def test_finds_the_articles_own_date(text: str, raw: str, line: int) -> None:
    """An article that is older than what it cites has a wrong date somewhere."""
    read = read_article(text.encode(), name="a.md")

    assert read.published is not None
    assert (read.published.raw, read.published_line) == (raw, line)


def test_what_somebody_published_does_not_date_the_article() -> None:
    """A short paragraph may open with who published what, and when."""
    text = "# T\n\nThe harbour authority published its own report in June 2017.[^1]\n\n[^1]: Holt, Quays.\n"

    assert read_article(text.encode(), name="a.md").published is None


def test_a_comment_names_the_rules_that_it_quietens() -> None:
    """It holds for the note or paragraph beside it, and its reason is kept."""
    text = b"<!-- provenote: ignore C501, N102 -- agreed with the desk -->\nSo it was.[^1]\n\n[^1]: Holt.\n"

    (ignore,) = read_article(text, name="a.md").ignores

    assert ignore.rules == ("C501", "N102")
    assert ignore.reason == "agreed with the desk"
    assert (ignore.line, ignore.first_line, ignore.last_line) == (1, 2, 2)


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        pytest.param("ignore", (), id="every rule"),
        pytest.param("ignore -- agreed", (), id="every rule, with a reason"),
        pytest.param("ignore c501", ("C501",), id="small letters"),
        pytest.param("ignore C5", ("C5",), id="half a code"),
        pytest.param("ignore C501; N102", ("C501", "N102"), id="semicolon"),
        pytest.param("ignore figures", ("FIGURES",), id="a word"),
    ],
)
def test_a_comment_never_ignores_more_than_it_names(written: str, rules: tuple[str, ...]) -> None:
    """A code that is misspelt must not open the gate for all rules."""
    text = f"<!-- provenote: {written} -->\nSo it was.[^1]\n\n[^1]: Holt.\n"

    (ignore,) = read_article(text.encode(), name="a.md").ignores

    assert ignore.rules == rules


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t\n", "empty", id="white space"),
        pytest.param(bytes(range(256)) * 40, "binary", id="binary"),
        pytest.param(b"x" * (20 * 2**20 + 1), "larger than 20 MB", id="too large"),
    ],
)
def test_says_plainly_why_a_file_cannot_be_read(data: bytes, problem: str) -> None:
    """One message that names the file, the trouble and the next step."""
    with pytest.raises(UnreadableArticleError, match=problem) as caught:
        read_article(data, name="a.md")

    assert caught.value.name == "a.md"
    assert caught.value.help_text


@pytest.mark.parametrize(
    ("encoding", "odd"),
    [
        pytest.param("utf-8-sig", False, id="byte order mark"),
        pytest.param("utf-16", False, id="utf-16"),
        pytest.param("utf-32", False, id="utf-32"),
        pytest.param("cp1252", True, id="windows-1252, which is odd"),
    ],
)
def test_reads_other_encodings(encoding: str, odd: bool) -> None:  # noqa: FBT001 - a table
    """Old files are read as they were meant; a guess is reported."""
    read = read_article("Café “Mühle”.[^1]\r\n\r\n[^1]: Holt.\r\n".encode(encoding), name="a.md")

    assert read.blocks[0].text == "Café “Mühle”."
    assert read.notes[0].position.line == 3
    assert any(oddity.kind == "encoding" for oddity in read.oddities) is odd


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        pytest.param("Паром затонул в тысяча девятьсот одиннадцатом году, и никто не погиб.", "cp1251", id="Cyrillic"),
        pytest.param(
            "渡し船は千九百十一年に沈みましたが、誰も死にませんでした。橋はその後に売られました。",
            "shift_jis",
            id="Japanese",
        ),
        pytest.param("Το πλοίο βυθίστηκε το χίλια εννιακόσια έντεκα και κανείς δεν πέθανε.", "cp1253", id="Greek"),
    ],
)
def test_reads_texts_of_other_scripts_in_older_encodings(words: str, encoding: str) -> None:
    """Their bytes tell that no Western encoding is meant; a page may say which it is, and then nothing is a guess."""
    text = f"{words} {words}[1]\n\n[1] Holt.\n"
    assert words in read_article(text.encode(encoding), name="a.txt").blocks[0].text
    page = f'<html><head><meta charset="{encoding.replace("cp", "windows-")}"></head><body><p>{words}</p></body></html>'
    declared = read_article(page.encode(encoding), name="a.html")
    assert declared.blocks[0].text == words
    assert declared.oddities == ()


def test_an_unknown_format_is_named_with_the_known_ones() -> None:
    """The next step is to choose one of them."""
    with pytest.raises(UnreadableArticleError, match="no input format 'word'") as caught:
        read_article(b"x", name="a.md", input_format="word")

    assert "markdown" in caught.value.help_text


LIST = "## Sources\n\n- Board, “Losses”, 1913, https://a.example/\n- Falk, A. Rises. 1914. https://b.example/\n"


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param("The ferry sank in 1912.", ["", ""], id="a list that nothing points into"),
        pytest.param("The ferry sank (Falk, 1914).", ["", "Falk 1914"], id="cited by author and year"),
    ],
)
def test_a_list_of_sources_has_labels_only_where_the_text_uses_them(body: str, labels: list[str]) -> None:
    """Nobody who lists further reading gave his sources labels, so none can be missing or double."""
    read = read_article(f"# T\n\n{body}\n\n{LIST}".encode(), name="a.md")

    assert [note.label for note in read.notes] == labels


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("heading", ["References\n", "# References\n\n"], ids=["no blank line", "heading"])
def test_references_may_have_a_line_each(name: str, heading: str) -> None:
    """Plain text and quick Markdown leave out the blank lines between them; a broken line is no reference."""
    lines = "Holt, A. (2019). Bees in\nParks. Town Press.\nJones, C. 2020. https://a.example/\nMeyer, D. 2018. Hives.\n"

    read = read_article(f"Bees are few (Holt, 2019). Jones (2020) agrees.\n\n{heading}{lines}".encode(), name=name)

    assert [note.label for note in read.notes] == ["Holt 2019", "Jones 2020", "Meyer 2018"]
    assert read.notes[0].raw == "Holt, A. (2019). Bees in Parks. Town Press."


def test_a_double_label_or_a_gap_ends_no_list_of_notes() -> None:
    """Else the rest of the list would be lost, or taken for that of another chapter."""
    notes = "".join(f"[{label}] Holt {number}, 2001.\n" for number, label in enumerate("12246"))

    read = read_article(f"One.[1] Two.[2] Four.[4] Six.[6]\n\n{notes}".encode(), name="a.md")

    assert [note.label for note in read.notes] == list("12246")
    assert {note.chapter for note in read.notes} == {0}


def test_rows_of_figures_are_no_notes() -> None:
    """A table in plain text begins its lines with numbers, too."""
    table = "  blocks   edges\n  ------   -----\n       1       2\n       2       6\n"
    text = f"One.[1] Two.[2]\n\n{table}\n[1] Holt, 2001.\n[2] Falk, 2002.\n"

    read = read_article(text.encode(), name="a.txt")

    assert [note.raw for note in read.notes] == ["Holt, 2001.", "Falk, 2002."]


def test_an_only_marker_with_a_wrong_label_is_a_marker() -> None:
    """Nothing else in the text shows that it is one, but the note is written the same way."""
    read = read_article(b"So it was.[2]\n\n## Notes\n\n[1] Holt, 2001.\n", name="a.md")

    assert [marker.label for marker in read.markers] == ["2"]
    assert [claim.text for claim in read.claims] == ["So it was."]
