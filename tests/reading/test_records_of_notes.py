"""The notes of an article, read together."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.document import Position, RawNote
from citations.exports import record_to_json
from citations.records import Note, NoteKind, read_notes, read_reference

SHARED = Path(__file__).parents[2].parent / "shared"


def notes(*raws: str, urls: tuple[str, ...] = ()) -> tuple[Note, ...]:
    """Read notes that are labelled 1, 2, 3."""
    return read_notes(
        [
            RawNote(label=str(number), raw=raw, position=Position(line=number, column=1), style="test", urls=urls)
            for number, raw in enumerate(raws, 1)
        ]
    )


def test_one_bare_date_is_the_access_date_of_the_other_notes() -> None:
    """A date without a word means what the article's other notes make of it."""
    first, second, third = notes(
        "Ada Quill, 'Ice', The Ledger, 3 May 2020, 9 May 2020, <https://a.example.org/1>",
        "'Frost', The Ledger, 9 May 2020, <https://a.example.org/2>",
        "'Thaw', The Ledger, 5 May 2020, <https://a.example.org/3>",
    )

    assert first.records[0].issued is not None
    assert second.records[0].issued is None
    assert second.records[0].accessed is not None
    assert second.records[0].accessed.parts == (2020, 5, 9)
    assert third.records[0].accessed is None
    assert third.records[0].issued is not None


def test_tells_several_sources_of_one_note_apart() -> None:
    """Each source is a record, and the records share the note's text between them."""
    (note,) = notes(
        "See Ada Quill, “Ice Roads,” The Ledger, May 3, 2020, https://a.example.org/x; "
        "and Bo Finch, “Snow Roads,” The Echo, May 4, 2020, https://b.example.org/y."
    )

    assert [record.title for record in note.records] == ["Ice Roads", "Snow Roads"]
    assert [record.url for record in note.records] == ["https://a.example.org/x", "https://b.example.org/y"]
    assert "".join(note.raw[record.start : record.end] for record in note.records) == note.raw


@pytest.mark.parametrize(
    ("raw", "kind", "records"),
    [
        pytest.param("Ada Quill, ‘Ice’, The Ledger, 3 May 2020.", NoteKind.SOURCE, 1, id="source"),
        pytest.param("https://a.example.org/x", NoteKind.BARE_URL, 1, id="link alone"),
        pytest.param("The code is at https://a.example.org/x", NoteKind.MIXED, 1, id="a link in a sentence"),
        pytest.param("Source: https://a.example.org/x", NoteKind.BARE_URL, 1, id="a link behind its word"),
        pytest.param("https://a.example.org/x and https://b.example.org/y", NoteKind.BARE_URL, 2, id="links alone"),
        pytest.param("This figure excludes the delta, which was not surveyed.", NoteKind.COMMENTARY, 0, id="remark"),
        pytest.param(
            "The ministry later denied this. Bo Finch, ‘Denial’, The Echo, 3 May 2020, <https://a.example.org/x>",
            NoteKind.MIXED,
            1,
            id="remark, then source",
        ),
        pytest.param(
            "For a fuller account see Bo Finch, ‘Denial’, The Echo, 3 May 2020, https://a.example.org/x, "
            "which the ministry disputes.",
            NoteKind.MIXED,
            1,
            id="source within a remark",
        ),
    ],
)
def test_says_what_a_note_is_for(raw: str, kind: NoteKind, records: int) -> None:
    """Sources, links alone and the author's own remarks are different things to check."""
    (note,) = notes(raw)

    assert (note.kind, len(note.records)) == (kind, records)


def test_a_remark_is_kept_beside_its_source() -> None:
    """What no field took is in ``unread``, so nothing is lost silently."""
    (note,) = notes(
        "The ministry later denied this. Bo Finch, ‘Denial’, The Echo, 3 May 2020, <https://a.example.org/x>"
    )

    assert note.records[0].unread == "The ministry later denied this"
    assert note.records[0].title == "Denial"
    assert [name.literal for name in note.records[0].authors] == ["Bo Finch"]


@pytest.mark.parametrize(
    "raw",
    [
        "Die Protokolle der Jahre 1959 bis 1961 sind verbrannt. Für Hinweise danke ich Frau Dr. Falk.",
        "The minutes of 1959 were burned in the fire at the mill. I thank Ms. Ida Holt.",
    ],
)
def test_thanks_behind_a_remark_make_it_no_source(raw: str) -> None:
    """Names of helpers are no names of authors."""
    (note,) = read_notes([RawNote(label="1", raw=raw, position=Position(line=1, column=1), style="test")])

    assert (note.kind, note.records) == (NoteKind.COMMENTARY, ())


def test_words_that_lead_to_the_next_link_are_no_title() -> None:
    """They go on after the first address: "and the police's own figures"."""
    raw = "Cf. <https://a.example/1> and the police's own figures <https://b.example/2>."

    first = read_reference(raw)[0]

    assert (first.url, first.title) == ("https://a.example/1", None)


@pytest.mark.parametrize(
    "archived",
    [
        "Archived from the original on 3 May 2020.",
        "Archived from the original (PDF) on 3 May 2020.",
        "(archived 3 May 2020)",
        "Archiviert vom Original am 3. Mai 2020.",
        "Архивировано из оригинала 3 мая 2020.",
    ],
)
def test_the_day_of_an_archived_copy_is_no_day_of_the_page(archived: str) -> None:
    """Neither was it published then, nor did the author look at it."""
    (record,) = read_reference(f"“Old ferries”. Nordic Ferry Board. {archived} Retrieved 4 May 2021.")

    assert (record.issued, record.accessed and record.accessed.raw, record.unread) == (None, "4 May 2021", "")


def test_a_link_that_is_announced_as_an_archived_copy_is_one_whatever_its_host() -> None:
    """Many libraries keep copies at addresses of their own."""
    (record,) = read_reference(
        "Ada Quill, “Ice,” 3 May 2019, https://a.example.org/x. Archived at https://copies.example/7."
    )

    assert (record.url, record.archive_url) == ("https://a.example.org/x", "https://copies.example/7")


def test_takes_the_address_that_the_visible_text_does_not_show() -> None:
    """In HTML and DOCX the address is behind the title."""
    (note,) = notes("Ada Quill, ‘Ice’, The Ledger, 3 May 2020.", urls=("https://a.example.org/x#:~:text=cold",))

    assert note.records[0].url == "https://a.example.org/x"
    assert note.records[0].fragment == "cold"


@pytest.mark.parametrize(
    ("raw", "target", "title"),
    [
        pytest.param("www.quay.example/a", "https://www.quay.example/a", None, id="without its scheme"),
        pytest.param("quay.example", "https://quay.example/", None, id="the host alone"),
        pytest.param(
            "Ada Quill, “Ice”, quay.example/tides/… (2018)",
            "https://quay.example/tides/2018/ice",
            "Ice",
            id="cut short",
        ),
        pytest.param("Ada Quill, “Ice”, www.quay.example/a", "https://quay.example/a", "Ice", id="another www"),
    ],
)
def test_words_that_are_their_own_address_are_one_link(raw: str, target: str, title: str | None) -> None:
    """Articles show addresses without their scheme: two records for one page would be checked and told of twice."""
    (note,) = notes(raw, urls=(target,))

    (record,) = note.records
    assert record.url == target
    assert record.title == title


def test_a_host_within_a_sentence_is_no_link_of_its_own() -> None:
    """What a title says of a site is part of the title, though it is the target of another link too."""
    (note,) = notes("Free mooring course for beginners by quay.example (B. Finch)", urls=("https://quay.example/",))

    assert note.records[0].title == "Free mooring course for beginners by quay.example (B. Finch)"


def test_the_host_of_a_hidden_link_tells_of_the_outlet() -> None:
    """A list of links in HTML shows no address; where it leads says as much as one that is printed."""
    (note,) = notes("kaje: Lotse Finch: „Nicht mehr viel“ (26. April 2024).", urls=("https://www.kaje.example/1",))

    (record,) = note.records
    assert record.title == "Lotse Finch: „Nicht mehr viel“"
    assert [author.literal for author in record.authors] == ["kaje"]
    assert record.url == "https://www.kaje.example/1"


def test_spans_give_the_words_of_the_fields() -> None:
    """Every field can be shown in the note it was read from, through its markup."""
    raw = "Ada Quill, *Ice* & more, **The Ledger**, 3 May 2020, <https://a.example.org/x>"
    (note,) = notes(raw)
    places = {span.field: raw[span.start : span.end] for span in note.records[0].spans}

    assert places["author"] == "Ada Quill"
    assert places["issued"] == "3 May 2020"
    assert places["URL"] == "<https://a.example.org/x>"


PIECES = (
    "Ada Quill, | Finch, B. |(2020). |‘Ice’ |“Snow,” |'Frost' |The Ledger, |3 May 2020 |accessed "
    "|https://a.example.org/x |<https://b.example.org/y#:~:text=a b> |; |See also |Ibid., |doi:10.1234/ab |In: "
    "|[Internet]. |Oslo: Press |*Title* |Running words that say more. |12(3): 4–5 |et al. "
    "|{{cite web |url=|}}|[1] |n.d. "
)
WORDS = st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map("".join)


@given(WORDS | st.text(max_size=120))
@settings(max_examples=300)
def test_no_word_of_any_note_is_lost(raw: str) -> None:
    """Whatever the note: records share it without a gap, and places of fields lie within their record."""
    records = read_reference(raw)

    assert "".join(raw[record.start : record.end] for record in records) == raw
    for record in records:
        for span in record.spans:
            assert record.start <= span.start < span.end <= record.end
        for word in record.unread.split():
            assert word in raw


@given(st.lists(WORDS | st.text(max_size=60), max_size=6))
@settings(max_examples=100)
def test_any_notes_can_be_read_together(raws: list[str]) -> None:
    """Whatever the notes, one comes out for each, with its text unchanged."""
    read = notes(*raws)

    assert [note.raw for note in read] == raws
    for note in read:
        assert set(note.refers_to or ()) <= {other.label for other in read}


@pytest.mark.parametrize(
    "piece",
    [
        "Ada Quill, ",
        "'a ",
        "“A”, ",
        "A. ",
        "http://a.example.org ",
        "; ",
        "(2020). ",
        "In: ",
        "[1] ",
        "*a* ",
        "See also A",
        "12, ",
        "{{cite web|",
        "A, ",
        "1999 ",
        "Paris, ",
        "王, ",
        "X v. Y ",
        "(Oslo: ",
        "e\u0301 ,",
    ],
)
def test_takes_linear_time_over_a_hostile_note(piece: str) -> None:
    """A note of a hundred thousand characters of one sort is read in seconds at most."""
    raw = piece * (100_000 // len(piece))
    began = time.process_time()

    notes(raw)

    assert time.process_time() - began < 10


@pytest.mark.skipif(not (SHARED / "seeds" / "expected.json").exists(), reason="the seed article is not here")
def test_reads_every_field_of_the_seed_article() -> None:
    """The nine notes that the project began with: title, outlet, authors, dates, address, fragment."""
    expected = json.loads((SHARED / "seeds" / "expected.json").read_text(encoding="utf-8"))["notes"]
    read = read_notes(
        [
            RawNote(label=n["label"], raw=n["raw"], position=Position(line=n["line"], column=1), style="s")
            for n in expected
        ]
    )

    for note, want in zip(read, expected, strict=True):
        found = record_to_json(note.records[0])
        assert found["title"] == want["title"]
        assert found["container-title"] == want["container_title"]
        assert found["URL"] == want["fetch_URL"]
        assert _day(found.get("issued")) == want["issued"]
        assert _day(found.get("accessed")) == want["accessed"]
        assert len(found.get("author", [])) == len(want["author"])
        assert note.records[0].unread == ""
    assert read[5].records[0].fragment == "Direct Threat to South Korea,the added Russian security umbrella."


def _day(date: dict[str, list[list[int]]] | None) -> str | None:
    return "-".join(f"{part:02d}" for part in date["date-parts"][0]) if date else None


@pytest.mark.parametrize(
    ("raw", "titles"),
    [
        pytest.param(
            "Case C-345/06 Gottfried Hafen EU:C:2009:140, para 4; Case C-17/03 Quay and Others EU:C:2005:362, para 8.",
            ["Gottfried Hafen", "Quay and Others"],
            id="cases",
        ),
        pytest.param(
            "Nora Vance, “The Empty Quay”; Otto Brandt, “The Full Quay.”",
            ["The Empty Quay", "The Full Quay"],
            id="titles in quotation marks and nothing else",
        ),
        pytest.param(
            "Ferry Board, Annual Report (Oslo: Ferry Board, 2020), 14; Harbour Board, Tides (Oslo: Ice House, 2018).",
            ["Annual Report", "Tides"],
            id="books with their imprints",
        ),
        pytest.param(
            "Nora Vance, ‘Ferries at law’ (2019) 135 LQR 34; cf Otto Brandt, Ferry Law (2nd edn, OUP 2018) ch 3.",
            ["Ferries at law", "Ferry Law"],
            id="a signal between two sources with their years",
        ),
        pytest.param("The Mariner, 15 May 2025; The Tide Press, 16 May 2025.", [None, None], id="two newspapers"),
        pytest.param(
            "Compare “Traffic up,” Coastal Courier, May 3, 2018, with “Traffic down,” Harbour Weekly, May 4, 2018.",
            ["Traffic up", "Traffic down"],
            id="one source held against another",
        ),
        pytest.param(
            "Otto Brandt, The Open Sound, 135 ICE L. REV. 13 (2022); Nora Vance, The Quay, 18 TIDE L. REV. 7 (2020).",
            ["The Open Sound", "The Quay"],
            id="volumes of law reviews",
        ),
        pytest.param(
            "Nora Vance, *A Harbour Life*, Kade: Quay Press, 2012; Otto Brandt, *Harbours of Old*, Delft: Tide, 2002.",
            ["A Harbour Life", "Harbours of Old"],
            id="two books with their imprints in commas",
        ),
        pytest.param(
            "See Brandt, supra note 2; Nora Vance, How Are Pilots Managing Dissension?, TIDE (Feb. 23, 2021).",
            ["How Are Pilots Managing Dissension?"],
            id="a short form before a source",
        ),
        pytest.param(
            "Otto Brandt, “Dealers,” Tide Law Review 8, no. 8 (2018): 23; 17 C.F.R. § 1.1 et. seq.; Nora Vance, "
            "“Harbours,” Quay Law Journal 49 (1988): 347; and 15 U.S.C. §§ 78e, 78f, and 78l.",
            ["Dealers", "17 C.F.R. § 1.1 et. seq.", "Harbours", "15 U.S.C. §§ 78e, 78f, and 78l"],
            id="places in a code among articles",
        ),
        pytest.param(
            "Otto Brandt, The Open Sound (Quayside Press, 1971), 19; Nora Vance, “Harbours before 1800”, Tide History "
            "12 (1998): 4-19.",
            ["The Open Sound", "Harbours before 1800"],
            id="a book with its house and year, then an article",
        ),
        pytest.param(
            "Brandt, Salt Trade, 44; Vance, Cod and Kings, 12.", ["Salt Trade", "Cod and Kings"], id="short forms"
        ),
        pytest.param("Brandt (2008), pp. 3-9; Vance et al. (2012), pp. 4-6", [None, None], id="names and years"),
    ],
)
def test_a_semicolon_between_two_whole_sources_divides_them(raw: str, titles: list[str]) -> None:
    """Each side names a source by itself, so each is one to check, with or without a link."""
    (note,) = read_notes([RawNote(label="1", raw=raw, position=Position(line=1, column=1), style="test")])

    assert [record.title for record in note.records] == titles


def test_a_source_behind_a_back_reference_is_read_too() -> None:
    """The note points back and names another work, which is to be checked like any other."""
    raw = "Id. at 4; see Brad Quill, Consequences, in THE QUAY COMPANION TO TIDES 444, 444 (John Finch ed., 2010)."

    _, second = notes("Nora Vance, *Harbours* (Oslo: Quay House, 2018), 14.", raw)

    assert (second.kind, second.refers_to) == (NoteKind.MIXED, ("1",))
    assert [record.title for record in second.records] == ["Consequences"]


def test_an_address_that_leads_to_its_archived_copy_is_read_as_both() -> None:
    """The words of the link say where the page was, its target where the copy is kept."""
    (record,) = read_reference('"Tides and Quays," (2014) [http://tides.example/quay.pdf](https://perma.cc/J95Z-89FQ).')

    assert (record.url, record.archive_url) == ("http://tides.example/quay.pdf", "https://perma.cc/J95Z-89FQ")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("See Nora Vance's excellent post at https://vance.example/why for more.", id="praise"),
        pytest.param("The full text is available here: https://ferries.example/act-of-1921.", id="where it is"),
        pytest.param("Stats are updated monthly at https://crowd.example/about/.", id="how often it changes"),
        pytest.param("See <https://tides.example/data> for additional discussion of data.", id="what for"),
        pytest.param("We obtained data in June 2023 from https://tides.example/data.", id="where data are from"),
        pytest.param("My earlier article on tides: https://vance.example/tides", id="the author's own"),
    ],
)
def test_words_that_say_what_a_link_leads_to_are_no_title(raw: str) -> None:
    """They are the author's own, and no page bears them as its title."""
    (note,) = read_notes([RawNote(label="1", raw=raw, position=Position(line=1, column=1), style="test")])

    assert [record.title for record in note.records] == [None]


@pytest.mark.parametrize(
    "raw",
    [
        "Emphasis added.",
        "My translation.",
        "Name changed to protect her identity.",
        "I owe this point to a conversation with Nora Vance.",
        "Hervorhebung im Original.",
        "C'est nous qui soulignons.",
    ],
)
def test_what_the_author_says_of_the_text_is_no_source(raw: str) -> None:
    """Such a note names nothing that could be looked up, and must not be reported as lacking a date."""
    (note,) = read_notes([RawNote(label="1", raw=raw, position=Position(line=1, column=1), style="test")])

    assert note.kind is NoteKind.COMMENTARY


def test_a_hidden_link_to_an_archive_is_the_copy_of_the_page_before() -> None:
    """Pages of an encyclopedia hide both addresses behind words: the second is no source of its own."""
    (note,) = notes(
        "Ada Quill, “Ice”, The Ledger, 3 May 2020. Archived from the original.",
        urls=("https://a.example.org/x", "https://web.archive.org/web/20200504000000/https://a.example.org/x"),
    )

    (record,) = note.records
    assert record.url == "https://a.example.org/x"
    assert record.archive_url == "https://web.archive.org/web/20200504000000/https://a.example.org/x"
