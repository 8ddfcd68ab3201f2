"""EPUB books: the spine in order, notes in other members, places that name the member."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.document import Document
from citations.errors import UnreadableArticleError
from citations.formats.epub import FORMAT

CONTAINER = '<container><rootfiles><rootfile full-path="book/package.opf"/></rootfiles></container>'


def page(body: str) -> str:
    """Give a member."""
    head = '<?xml version="1.0"?><!DOCTYPE html><html xmlns:epub="x"><head><title>t</title></head>'
    return f"{head}<body>{body}</body></html>"


def package(*members: str, last: str = "") -> str:
    """Give a package file whose spine has these members; ``last`` is one that is not linear."""
    items = "".join(
        f'<item id="i{one}" href="{one}" media-type="application/xhtml+xml"/>' for one in filter(None, [*members, last])
    )
    spine = f'<itemref idref="i{last}" linear="no"/>' if last else ""
    spine += "".join(f'<itemref idref="i{one}"/>' for one in members)
    return (
        f"<package><metadata><title>On Hares</title><date>2021-05-04</date></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def book(spine: str, **members: str) -> bytes:
    """Give an EPUB file; members by their names without ending."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("book/package.opf", spine)
        for name, text in members.items():
            archive.writestr(f"book/{name}.xhtml", text)
    return out.getvalue()


def read(data: bytes) -> Document:
    """Read an EPUB file."""
    return FORMAT.read(data, name="book.epub")


def chapter(number: int, notes: str, *, own_notes: bool = True) -> str:
    """Give a chapter with one marker, and its note if it has it itself."""
    note = f'<aside epub:type="footnote" id="fn1"><p>Note of chapter {number}.</p></aside>' if own_notes else ""
    return page(
        f"<h1>Chapter {number}</h1><p>Hares run {number} miles an hour."
        f'<a epub:type="noteref" href="{notes}#fn1">1</a> They rest.</p>{note}'
    )


def test_keeps_the_notes_of_each_chapter_apart() -> None:
    """Each member may use the same names and numbers for its notes."""
    document = read(book(package("a.xhtml", "b.xhtml"), a=chapter(1, ""), b=chapter(2, "")))

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "Note of chapter 1."),
        ("1", "Note of chapter 2."),
    ]
    assert len({(one.label, one.chapter) for one in document.notes}) == 2
    assert [(one.label, one.chapter) for one in document.markers] == [
        (one.label, one.chapter) for one in document.notes
    ]
    assert [one.position.place for one in document.markers] == ["a.xhtml", "b.xhtml"]


def test_finds_notes_in_a_member_of_their_own() -> None:
    """Links between members lead to the notes, wherever the spine has them."""
    notes = page('<ol><li id="fn1" epub:type="endnote"><p>Far away.</p></li></ol>')
    spine = package("a.xhtml", last="notes.xhtml")
    document = read(book(spine, a=chapter(1, "notes.xhtml", own_notes=False), notes=notes))

    assert [(one.label, one.raw) for one in document.notes] == [("1", "Far away.")]
    assert [one.label for one in document.markers] == ["1"]
    assert document.notes[0].position.place == "notes.xhtml"
    assert document.title == "On Hares"
    assert document.dated == ("2021-05-04", 1)


def test_a_note_beside_its_paragraph_loses_its_star() -> None:
    """The notes at the end print no label of their own; the star is one all the same."""
    text = page(
        '<p>It sank.<a epub:type="noteref" href="b.xhtml#n1">1</a> It burnt.<a epub:type="noteref" href="#s">*</a></p>'
        '<aside epub:type="footnote" id="s"><p>* Twice.</p></aside>'
    )
    notes = page('<h1>Notes</h1><ol><li id="n1">A deed.</li></ol>')
    document = read(book(package("a.xhtml", "b.xhtml"), a=text, b=notes))
    assert [(note.label, note.raw) for note in document.notes] == [("*", "Twice."), ("1", "A deed.")]


def test_reads_notes_whose_markers_are_pictures() -> None:
    """Readers on phones show such a note above the text; the name that the picture leads to has its number."""
    mark = '<a epub:type="noteref" href="#n{0}" id="r{0}"><sup><img alt="note" src="n.png"/></sup></a>'
    note = '<aside epub:type="footnote" id="n{0}"><p><a href="#r{0}">◎</a>Register, fol. {0}.</p></aside>'
    text = f"<p>The first was of rope.{mark.format(1)} It fell.{mark.format(2)}</p>{note.format(1)}{note.format(2)}"

    document = read(book(package("a.xhtml"), a=page(text)))

    assert [(one.label, one.raw) for one in document.notes] == [("1", "Register, fol. 1."), ("2", "Register, fol. 2.")]
    assert [(one.label, one.offset) for one in document.markers] == [("1", 22), ("2", 31)]
    assert document.blocks[0].text == "The first was of rope. It fell."


def test_reports_a_member_that_is_missing() -> None:
    """What can be read is read; the rest is an oddity."""
    document = read(book(package("a.xhtml", "b.xhtml"), a=chapter(1, "")))

    assert [one.kind for one in document.oddities] == ["missing-member"]


def _locked() -> bytes:
    out = io.BytesIO(book(package("a.xhtml"), a=chapter(1, "")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("META-INF/encryption.xml", '<encryption><CipherReference URI="book/a.xhtml"/></encryption>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"PK", "cut off", id="half a file"),
        pytest.param(_locked(), "encrypted by its seller", id="copy protection"),
        pytest.param(book(package("a.xhtml"), a=page("")), "no text", id="pictures only"),
        pytest.param(book(package("a.xhtml"), a=" " * 40_000_000), "unpacked", id="bomb"),
        pytest.param(book("<package>", a=""), "broken", id="broken package"),
        pytest.param(
            book("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><package>&x;</package>"),
            "document type",
            id="external entity",
        ),
    ],
)
def test_says_why_a_book_cannot_be_read(data: bytes, words: str) -> None:
    """A broken, locked or hostile book ends in one clear error."""
    with pytest.raises(UnreadableArticleError, match=words):
        read(data)


def test_never_resolves_entities_of_a_member() -> None:
    """A member is read as HTML, where entities of a document type mean nothing."""
    hostile = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>Text &x; here.</p></body></html>'
    )
    document = read(book(package("a.xhtml"), a=hostile))

    assert "&x;" in document.blocks[-1].text


@given(st.binary(max_size=200), st.integers(0, 900))
def test_gives_a_document_or_the_one_error_whatever_the_bytes(noise: bytes, at: int) -> None:
    """A file damaged anywhere is read or refused, never met with another exception."""
    whole = book(package("a.xhtml"), a=chapter(1, ""))
    try:
        read(whole[:at] + noise + whole[at + len(noise) :])
    except UnreadableArticleError:
        return
