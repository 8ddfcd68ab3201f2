"""Books, chapters, theses and serials: what academic hands print around a title."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.records import CitationRecord, read_reference
from citations.records.wording.access_words import ACCESS_BEFORE, ACCESS_STEMS


def only(raw: str) -> CitationRecord:
    """Give the one record of a reference."""
    (record,) = read_reference(raw)
    return record


@pytest.mark.parametrize(
    ("raw", "editors"),
    [
        pytest.param("Quill, A., & Finch, B. (Eds.). (1999). Cold hands. Oslo: Fjord Press.", 2, id="APA"),
        pytest.param("Ada Quill and Bo Finch, editors. Cold Hands. Fjord Press, 1999.", 2, id="after a comma"),
        pytest.param("Quill, A., et al. (Eds.). (1999). Cold hands. Oslo: Fjord Press.", 1, id="and others"),
        pytest.param("Quill, Ada, ed. Cold Hands. Oslo: Fjord Press, 1999.", 1, id="Chicago"),
    ],
)
def test_keeps_editors_apart_from_authors(raw: str, editors: int) -> None:
    """Who collected a volume did not write it."""
    record = only(raw)

    assert record.authors == ()
    assert len(record.editors) == editors
    assert (record.title or "").casefold() == "cold hands"


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        pytest.param(
            "Quill, A. (1987). How ice can guide a river. Complex Rivers, 1, 495-502.",
            "How ice can guide a river",
            id="a title that reads like a sentence",
        ),
        pytest.param(
            "Ada Quill, The Frost Speeches, 1832–1858, ed. Bo Finch (Oslo: Fjord Press, 1989), 28.",
            "The Frost Speeches, 1832–1858",
            id="an editor behind the title",
        ),
        pytest.param(
            "Finch, Bo B. Purity in Ice: Frost in the Cold Age. 2nd ed. Oslo: Fjord Press, 2002.",
            "Purity in Ice: Frost in the Cold Age",
            id="an initial ends the author",
        ),
        pytest.param(
            "Quill, A. (2001). The honest frost. A path to a cold heart. Oslo: Fjord.",
            "The honest frost. A path to a cold heart",
            id="a subtitle behind a full stop",
        ),
        pytest.param("Quill, A. (2005). Nine rivers [DVD]. Oslo: Fjord Films.", "Nine rivers", id="a medium"),
        pytest.param(
            "Quill, A. 1978. The frost charters (Studies in Ice 20). Oslo: Fjord Press.",
            "The frost charters",
            id="a series with its number",
        ),
        pytest.param(
            "Quill, A. and Finch, B., Glaciers of the delta: past, present, and future. Ice Notes, 2010. 25(5): p. 2.",
            "Glaciers of the delta: past, present, and future",
            id="commas in a title before a full stop",
        ),
        pytest.param(
            "[7] A. Quill, B. Finch, Melting of thin ice near the salt transition, Phys. Riv. Lett. 96, 216407 (2006).",
            "Melting of thin ice near the salt transition",
            id="an abbreviated serial with its volume",
        ),
        pytest.param(
            "[8] N. W. Quill and N. D. Finch, Solid Ice (Fjord Press, 1976).", "Solid Ice", id="initials like n.d."
        ),
        pytest.param("Quill, A. (1986). Ice Vision, Fjord Press.", "Ice Vision", id="a house behind a comma"),
        pytest.param(
            "A. Quill and B. Finch, The Design of Cold Rivers, Fjord Press, Reading, MA, 1974.",
            "The Design of Cold Rivers",
            id="a house with its city and state",
        ),
        pytest.param(
            "Quill A., 2013. The ice from cover to cover, New York: Fjord University Press.",
            "The ice from cover to cover",
            id="a city and a house behind a comma",
        ),
        pytest.param(
            "Quill, A. (1995). Anatomy of the delta. I. The northern loop. Ice Research Reviews 20, 91–127.",
            "Anatomy of the delta. I. The northern loop",
            id="the number of a part",
        ),
        pytest.param(
            "Quill, A., Outcomes of early thaw with mitomycin C. Northern Journal of Ice, 1998. 126(6): p. 755-762.",
            "Outcomes of early thaw with mitomycin C",
            id="a letter at its end",
        ),
        pytest.param(
            "Quill, A. (2000). Finch's (1997) suggestion to thaw the delta. Journal of Ice, 78(1), 29-37.",
            "Finch's (1997) suggestion to thaw the delta",
            id="a year within it",
        ),
        pytest.param(
            "Quill, A. (2012). Why rivers matter (Policy Brief 2012-01PBL). Washington, DC: Ice Council.",
            "Why rivers matter",
            id="the number of a paper",
        ),
        pytest.param("Quill, Ada, director. Thaw. DVD. Oslo: Fjord Films, 2008.", "Thaw", id="a film"),
        pytest.param("Ghost Rivers. Ed. Bo Finch. Oslo: Fjord Press, 2008.", "Ghost Rivers", id="no author"),
        pytest.param("Seneca. Cold Letters. Trans. B. Finch. Oslo: Fjord, 1908.", "Cold Letters", id="one name"),
        pytest.param("Barry Quill, Digital Ice Design 1987.", "Digital Ice Design", id="a year without a comma"),
        pytest.param(
            "Quill, A. (forthcoming). Introducing ice to children. Journal of Cold.",
            "Introducing ice to children",
            id="not out yet",
        ),
        pytest.param("2010. “The thaw of Finch.” Ice Notes 6(2): 1-12.", "The thaw of Finch", id="a year first"),
        pytest.param(
            "Finch, Bo. Novice. A Cold Portrait. Oslo und Bergen, 1893.", "Novice. A Cold Portrait", id="a subtitle"
        ),
        pytest.param("Ada Quill, On Frost, Paris, Fleuve, 2010.", "On Frost", id="city and publisher"),
        pytest.param(
            "Quill, A. (2013). The charter of ice. What towns on the delta made of it. https://a.example.org",
            "The charter of ice. What towns on the delta made of it",
            id="a subtitle before the link",
        ),
        pytest.param(
            "Quill A K 1987 Weights of Ice (Lectures on Frost vol 2) (Oslo: Fjord Press)",
            "Weights of Ice",
            id="a series in brackets with its volume",
        ),
        pytest.param(
            "Quill, A., Salt and thin ice in Bergen, Norway. Frostology, v. 24, pp. 851-854. 1996.",
            "Salt and thin ice in Bergen, Norway",
            id="a full stop before the serial and commas before that",
        ),
        pytest.param(
            "Quill, Ada, The Thaw, Bo Finch (ed.), 2 vols. (Oslo: Fjord Press, 1986).",
            "The Thaw",
            id="an editor with the word behind",
        ),
        pytest.param(
            "Ada Quill, Thin Proofs, Fjord Publishing Company, Bergen 1980.", "Thin Proofs", id="house and city"
        ),
        pytest.param(
            "Good frost. (1996, September). Delta Magazine, 44(1), p. 8", "Good frost", id="a title before its date"
        ),
    ],
)
def test_ends_a_title_where_the_rest_begins(raw: str, title: str) -> None:
    """A title ends before editors, editions, series, media and serials, and takes its subtitle with it."""
    assert only(raw).title == title


@pytest.mark.parametrize(
    ("raw", "publisher"),
    [
        pytest.param("Ada Quill. Cold Proofs. PhD thesis, University of Ice, 1991.", "University of Ice", id="thesis"),
        pytest.param(
            "Ada Quill. Cold Proofs. Technical Report TR-93-3, Fjord Laboratories, 1993.",
            "Fjord Laboratories",
            id="report",
        ),
        pytest.param("Ada Quill. Cold Proofs. Preprint, 1996.", None, id="preprint"),
        pytest.param("Quill, A. (1996). Cold proofs. Unpublished manuscript.", None, id="manuscript"),
    ],
)
def test_names_no_container_for_a_thesis_or_report(raw: str, publisher: str | None) -> None:
    """The kind of a text is not where it came out; the institution behind it is its publisher."""
    record = only(raw)

    assert (record.title or "").casefold() == "cold proofs"
    assert (record.container_title, record.publisher) == (None, publisher)


@pytest.mark.parametrize(
    ("raw", "container", "authors"),
    [
        pytest.param("Quill A F 1986 Physical Ice Letters 33 467-476", "Physical Ice Letters", 1, id="full words"),
        pytest.param("[3] A. Quill, C.-M. Wren, Ice Lett. 2010, 10, 1979.", "Ice Lett", 2, id="year, volume, page"),
        pytest.param(
            "A. Quill, B. Finch, Int. J. Ice A16, 707-718 (2001).", "Int. J. Ice", 2, id="volume, pages, year"
        ),
    ],
)
def test_reads_a_serial_without_a_title(raw: str, container: str, authors: int) -> None:
    """Physicists leave the title out; the serial is neither it nor one more author."""
    record = only(raw)

    assert (record.title, record.container_title, len(record.authors)) == (None, container, authors)


def test_reads_authors_without_a_title() -> None:
    """A name and a year before a link are no title."""
    record = only("Quill, Ada (2002), https://a.example.org (20.09.2005).")

    assert (record.title, [name.literal for name in record.authors]) == (None, ["Quill, Ada"])


def test_reads_letters_with_an_accent_of_their_own() -> None:
    """Text out of a PDF writes é as two characters."""
    record = only("Ada Quill, Le\u0301on Finch, and Cy Wren. Thin ice holds. Journal of Ice, 8(1):2-7, 1998.")

    assert record.title == "Thin ice holds"


def test_takes_pages_for_no_year() -> None:
    """Pages behind a volume can look like years."""
    record = only('Quill, A. "Thin ice". Ice Lett. 63, 1510-1512, (1993).')

    assert record.issued is not None
    assert record.issued.parts == (1993,)


def test_keeps_the_partners_of_a_publishing_house() -> None:
    """A comma between partners ends no name."""
    record = only("Quill, Ada. On Thin Ice. Oslo: Holm, Finch and Wren, 1960.")

    assert record.publisher == "Holm, Finch and Wren"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            "Quill, A. (1983). A theory of frost. In Finch, B., & Wren, C. (Eds.), Cold Learning: An Icy Way. "
            "Fjord Publishing Company, Oslo.",
            id="behind In and editors",
        ),
        pytest.param(
            "Quill, A. (2007), “A theory of frost”, Cold Learning: An Icy Way (3rd ed.), Oslo: "
            "Fjord Publishing Company",
            id="before the city",
        ),
        pytest.param(
            "Quill, Ada (1978). A theory of frost. In Finch, Bo, Wren, Cy M., and Tern, Di W., editors, "
            "Cold Learning: An Icy Way. Fjord Publishing Company.",
            id="editors between commas",
        ),
    ],
)
def test_does_not_take_a_subtitle_for_a_publisher(raw: str) -> None:
    """What stands behind a colon in a container's name is no publisher behind a city."""
    record = only(raw)

    assert (record.container_title, record.publisher) == ("Cold Learning: An Icy Way", "Fjord Publishing Company")


@pytest.mark.parametrize(
    ("raw", "author"),
    [
        pytest.param(
            "The Icy Consulting Group. On Frost. Oslo: Fjord Press, 1968.", "The Icy Consulting Group", id="body"
        ),
        pytest.param("Frostine. The Thaw. Edited by Bo Finch. Oslo: Fjord Press, 1903.", "Frostine", id="one name"),
    ],
)
def test_reads_the_author_of_a_book_from_its_three_sentences(raw: str, author: str) -> None:
    """A book is author, title and "City: Publisher"; with two sentences it would have no author."""
    assert [name.literal for name in only(raw).authors] == [author]
    assert only("On Frost. Oslo: Fjord Press, 1968.").authors == ()


@pytest.mark.parametrize(
    "words",
    ["accessed ", "Retrieved on ", "last visited: ", "consulté le ", "zuletzt geprüft am ", "abgerufen am ", "Stand: "],
)
def test_looks_for_every_word_that_announces_an_access_date(words: str) -> None:
    """The letters that are looked for first stand in each of the words."""
    assert ACCESS_BEFORE.search(words)
    assert any(stem in words.lower() for stem in ACCESS_STEMS)


@pytest.mark.parametrize(
    "piece",
    [
        *("3 May 1999 (1999). ", "http://a ", "10 1999 ", "Ab, Cd and Ef, ", "In Quill, A., ", "(a "),
        *("| ", "[[", ", THE ICE ", "Dep’t of ", "1- Apr- ", "A. B., ", "; Ice", "Ab-", "A ", "Quill & "),
    ],
)
@pytest.mark.parametrize("opening", ["", "Berg, "])
def test_reads_long_rows_of_one_piece_in_linear_time(opening: str, piece: str) -> None:
    """A hostile note costs what its length says: four times as long, not sixteen times the work."""
    took = []
    for length in (4_000, 16_000):
        start = time.process_time()
        read_reference(opening + piece * (length // len(piece)) + " 5 May 2019 <https://a.example>")
        took.append(time.process_time() - start)

    assert took[1] < max(10 * took[0], 0.5)


_PIECES = st.sampled_from(
    ["Quill, A.", "(Eds.)", "(1999).", "In", "Cold: Ice", "PhD thesis,", "Oslo: Fjord Press", "vol. 3", "12(4), 5-6",
     ", ed. Bo Finch", "[DVD].", "et al.", "“", "”", "N. D.", "to appear", "\ue000", "(", ")", ".", ","]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25))
def test_reads_any_order_of_pieces(pieces: list[str]) -> None:
    """Whatever stands where, there is a record, and its fields lie in the reference."""
    raw = " ".join(pieces)

    for record in read_reference(raw):
        assert all(0 <= span.start <= span.end <= len(raw) for span in record.spans)
