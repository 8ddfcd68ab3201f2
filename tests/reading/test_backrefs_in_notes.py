"""Notes that point to other notes."""

import time

import pytest

from citations.article import read_article
from citations.document import Position, RawNote
from citations.records import Note, NoteKind, read_notes

FIRST = "Ada Quill, *The Long Thaw* (Oslo: Fjord Press, 2001), 45."
SECOND = "Bo Finch, ‘Denial in the Delta’, The Echo, 3 May 2020, <https://b.example.org/y>"
TWO = (
    "Ada Quill, ‘Ice Roads’, The Ledger, 3 May 2020, https://a.example.org/1; "
    "Bo Finch, ‘Snow Roads’, The Echo, 4 May 2020, https://b.example.org/2"
)


def last(*raws: str, labels: tuple[str, ...] | None = None) -> Note:
    """Read notes labelled 1, 2, 3 (or as said) and give the last."""
    names = labels or tuple(str(number) for number in range(1, len(raws) + 1))
    return read_notes(
        [
            RawNote(label=label, raw=raw, position=Position(line=1, column=1), style="test")
            for label, raw in zip(names, raws, strict=True)
        ]
    )[-1]


@pytest.mark.parametrize(
    "raw", ["Ibid.", "ibid., 46.", "Ibidem, p. 3", "Id. at 7.", "Ebd., S. 12.", "Ebenda.", "See ibid.", "Там же."]
)
def test_the_same_again_is_the_note_before(raw: str) -> None:
    """Ibid. and its sisters mean the source of the note right before."""
    note = last(FIRST, SECOND, raw)

    assert (note.kind, note.refers_to) == (NoteKind.BACK_REFERENCE, ("2",))
    assert note.records[0].url == "https://b.example.org/y"


def test_ibid_after_ibid_leads_to_the_source_itself() -> None:
    """A chain of back references ends where the records are."""
    assert last(FIRST, SECOND, "Ibid.", "Ibid., 9.").refers_to == ("2",)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param((TWO,), id="two sources"),
        pytest.param(("This figure excludes the delta, which was not surveyed.",), id="a remark"),
        pytest.param((), id="no note"),
    ],
)
def test_the_same_again_without_one_source_before_is_ambiguous(before: tuple[str, ...]) -> None:
    """Nobody can say which source is meant, so none is."""
    note = last(*before, "Ibid.")

    assert note.refers_to == ()
    assert note.records == ()


@pytest.mark.parametrize(
    "raw",
    [
        "See note 1.",
        "Quill, supra note 1, at 50.",
        "See n. 1 above.",
        "Siehe Anm. 1.",
        "Voir note 1.",
        "Quill (n 1) 46.",
    ],
)
def test_a_numbered_pointer_leads_to_that_note(raw: str) -> None:
    """The author says which note is meant."""
    assert last(FIRST, SECOND, raw).refers_to == ("1",)


def test_a_number_finds_its_roman_label() -> None:
    """Writers count in figures where the notes are labelled i, ii, iii."""
    assert last(FIRST, SECOND, "See note 2 above.", labels=("i", "ii", "iii")).refers_to == ("ii",)


def test_a_pointer_to_no_note_is_ambiguous() -> None:
    """There is no note 9."""
    assert last(FIRST, "See note 9.").refers_to == ()


@pytest.mark.parametrize("raw", ["Finch, op. cit., p. 3.", "Bo Finch, loc. cit.", "FINCH, a. a. O., S. 3"])
def test_a_cited_work_is_found_by_its_author(raw: str) -> None:
    """One earlier source of that author: surely meant."""
    assert last(FIRST, SECOND, raw).refers_to == ("2",)


def test_a_cited_work_of_an_author_with_two_is_ambiguous() -> None:
    """Two earlier sources of one author, and no title to choose by."""
    other = "Bo Finch, ‘Another Delta’, The Echo, 9 May 2020, <https://b.example.org/z>"

    assert last(SECOND, other, "Finch, op. cit.").refers_to == ()
    assert last(SECOND, other, "Finch, ‘Denial’, op. cit.").refers_to in {("1",), ()}


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Quill, Long Thaw, 47; Finch, op. cit.", id="a short form and a cited work"),
        pytest.param(
            "Voir Quill, op. cit., p. 88 ; Finch, art. cit., p. 160.", id="French, a blank before the semicolon"
        ),
        pytest.param("Quill (wie Anm. 1), S. 4; Finch (Anm. 2), S. 9.", id="German, in brackets"),
    ],
)
def test_a_note_can_point_to_several_notes(raw: str) -> None:
    """Each part of it is a back reference of its own."""
    note = last(FIRST, SECOND, raw)

    assert note.refers_to == ("1", "2")
    assert [record.title for record in note.records] == ["The Long Thaw", "Denial in the Delta"]


def test_a_part_that_leads_nowhere_makes_the_whole_unsure() -> None:
    """A reader cannot tell which sources are meant."""
    assert last(FIRST, SECOND, "Quill, op. cit.; Nobody, op. cit.").refers_to == ()


def test_a_remark_behind_a_back_reference_changes_nothing() -> None:
    """The first sentence says which source is meant."""
    note = last(
        FIRST, SECOND, "See note 2 above. I thank the archivist, Ms. Holt, who let me see the roll on 3 May 2019."
    )

    assert (note.kind, note.refers_to) == (NoteKind.BACK_REFERENCE, ("2",))


@pytest.mark.parametrize("raw", ["Quill, Long Thaw, 47.", "Quill, *Thaw*.", "Quill, 50–51."])
def test_a_short_form_is_the_note_it_shortens(raw: str) -> None:
    """Author and telling words of an earlier title, without a date."""
    note = last(FIRST, SECOND, raw)

    assert (note.kind, note.refers_to) == (NoteKind.SHORT_FORM, ("1",))
    assert note.records[0].title == "The Long Thaw"


@pytest.mark.parametrize("raw", [SECOND, "Ida Brand, ‘Note 3 and After’, The Echo, 2 May 2021, https://c.example.org"])
def test_a_full_reference_points_nowhere(raw: str) -> None:
    """A note that names its source is no back reference."""
    assert last(FIRST, raw).refers_to is None


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        pytest.param("The owner denied this for years, see note 1 and n. 2; nobody else did.", ("1", "2"), id="words"),
        pytest.param("In 3 notes he denied it; note 9 is not there, and note 3 is this.", (), id="none of them"),
        pytest.param("See note 1.", ("1",), id="a back reference too"),
    ],
)
def test_knows_the_notes_that_a_note_calls_by_number(raw: str, names: tuple[str, ...]) -> None:
    """A remark of any length can lead to another note."""
    assert last(FIRST, SECOND, raw).names == names


def test_takes_linear_time_over_thousands_of_back_references() -> None:
    """A long article points back from every other note, and each pointer is looked up, not searched for."""
    raws = ["Quill, A., ‘Ice’, The Echo, 3 May 2020, https://a.example.org", "Ibid.", "Quill, op. cit.", "See note 1."]
    began = time.process_time()

    last(*(raws * 1500))

    assert time.process_time() - began < 20


def test_a_collection_is_found_by_its_editor() -> None:
    """Who edited a volume names it in short forms, as an author does."""
    note = last("Wren, C., ed. Cold Hands. Oslo: Fjord Press, 1999.", SECOND, "Wren, op. cit., 12.")

    assert note.refers_to == ("1",)


DATED = "Quill, A., & Finch, B. (2018). *The Long Thaw of the North*. Fjord Press."


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Quill & Finch 2018, p. 12.", id="names and year"),
        pytest.param("(Quill and Finch 2018, p. 12)", id="in brackets"),
        pytest.param("See Quill et al. 2018, 14.", id="behind a signal, the others cut"),
        pytest.param("Quill (2018), 15–16.", id="year in brackets"),
    ],
)
def test_a_name_a_year_and_a_page_are_the_earlier_note_of_that_year(raw: str) -> None:
    """Author–date short forms in notes lead to the source as those with a title do."""
    note = last(DATED, SECOND, raw)

    assert (note.kind, note.refers_to) == (NoteKind.SHORT_FORM, ("1",))
    assert note.records[0].title == "The Long Thaw of the North"


@pytest.mark.parametrize("raw", ["Quill 2019, p. 12.", "Wren 2018, p. 12.", "Quill & Wren 2018, p. 12."])
def test_another_year_or_name_leads_nowhere(raw: str) -> None:
    """A source that no earlier note names stands for itself: a list beside the notes may have it."""
    assert last(DATED, SECOND, raw).refers_to is None


def test_a_letter_tells_two_sources_of_one_year_apart() -> None:
    """Without it a short form is ambiguous, and reported as such."""
    first = "Quill, A. (2018a). *The Long Thaw*. Fjord Press."
    second = "Quill, A. (2018b). *The Short Thaw*. Fjord Press."

    assert last(first, second, "Quill 2018b, 12.").refers_to == ("2",)
    assert last(first, second.replace("2018b", "2018a"), "Quill 2018a, 12.").refers_to == ()


def test_the_words_of_a_title_tell_two_works_of_one_author_apart() -> None:
    """A name alone would mean either work; the words of a title name one of them."""
    other = "Ada Quill, *Rivers in Winter* (Oslo: Fjord Press, 2004), 12."

    assert last(FIRST, other, "Quill, Long Thaw, op. cit., p. 3.").refers_to == ("1",)
    assert last(FIRST, other, "Quill, op. cit., p. 3.").refers_to == ()


@pytest.mark.parametrize(
    ("before", "labels"),
    [
        pytest.param((FIRST,), ("1",), id="one work"),
        pytest.param((FIRST, "Ibid., 9."), ("1",), id="one work, called again"),
        pytest.param((FIRST, SECOND), (), id="two works"),
    ],
)
def test_the_work_cited_without_a_name_is_the_only_one(before: tuple[str, ...], labels: tuple[str, ...]) -> None:
    """The words "op. cit." alone say which work is meant only where no other was cited."""
    assert last(*before, "Op. cit., p. 46.").refers_to == labels


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("*The Long Thaw*, 46.", id="a title and a page"),
        pytest.param("“Long Thaw,” p. 46.", id="without its article"),
        pytest.param("The Long Thaw.", id="alone"),
        pytest.param("Quill et al., *Long Thaw*, 46.", id="with others"),
        pytest.param("Quill and Finch, *Long Thaw*, 46.", id="with a second author"),
        pytest.param("*Berg*, 12 F.2d at 36; *accord* Holm, *supra* note 1.", id="a number behind supra"),
    ],
)
def test_a_title_without_its_author_is_the_earlier_note(raw: str) -> None:
    """Nothing else stands in the note, and one earlier title begins so."""
    assert last(FIRST, SECOND, raw).refers_to == ("1",)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Long Thaws in the North.", id="other words"),
        pytest.param("Thaw.", id="a single word"),
        pytest.param("The Long Thaw 46.", id="a figure that may be part of a title"),
    ],
)
def test_words_that_begin_no_title_lead_nowhere(raw: str) -> None:
    """They may be a source of their own."""
    assert last(FIRST, SECOND, raw).refers_to is None


def test_a_source_beside_a_back_reference_is_kept() -> None:
    """The note points to another one, and to a source of its own."""
    note = last(FIRST, SECOND, "See supra note 1, at 118; cf. Ann Berg, Dams, 12 Harv. L. Rev. 34 (1911).")

    assert (note.kind, note.refers_to) == (NoteKind.MIXED, ("1",))
    assert [record.container_title for record in note.records] == ["Harv. L. Rev"]


def test_what_links_to_a_page_is_no_short_form() -> None:
    """Two links may have the same words, and each leads to its own page."""
    text = f"Ice.[^1] Snow.[^2]\n\n[^1]: {FIRST}\n[^2]: [The Long Thaw](https://c.example.org/thaw)\n"

    note = read_article(text.encode(), name="ice.md").notes[1]

    assert (note.refers_to, [record.url for record in note.records]) == (None, ["https://c.example.org/thaw"])


@pytest.mark.parametrize(
    "raw",
    [
        "Fjord Press, ‘The Long Thaw’ (note 1), p. 9.",
        "A Quill, ‘The Long Thaw’ (n 1) 45.",
        "“Thaw”, Fjord Press (see note 1).",
    ],
)
def test_a_note_in_brackets_behind_a_title_is_meant(raw: str) -> None:
    """Whatever is said of the source again, the bracket names the note that tells it in full."""
    note = last(FIRST, SECOND, raw)

    assert (note.kind, note.refers_to) == (NoteKind.BACK_REFERENCE, ("1",))


def test_a_note_in_brackets_is_not_meant_behind_a_source_told_in_full() -> None:
    """It is a note of the book then."""
    assert last(FIRST, SECOND, "A Stevens, *Torts* (OUP 2009) 45 (n 1).").kind is NoteKind.SOURCE
