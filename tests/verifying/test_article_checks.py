"""Findings about the article itself: markers, notes, records and dates."""

from dataclasses import replace
from typing import Any

import pytest
from building import FULL, article, at, day, marker, note, source

from citations.article import read_article
from citations.dates import read_dates
from citations.document import Oddity, Sentence
from citations.records import NoteKind
from verifier.checks import check_article, check_audit
from verifier.checks.base import CheckInput
from verifier.checks.fields import publisher_against_host
from verifier.fetching.base import Access
from verifier.findings import Severity


def _codes(*notes: Any, **fields: Any) -> list[str]:
    return [finding.rule for finding in check_article(article(*notes, **fields))]


def test_a_marker_without_its_note_is_an_error() -> None:
    """Its claim has no source."""
    found = check_article(article(note("i", **FULL), markers=(marker("i"), marker("ii", line=4, column=9))))

    missing = [finding for finding in found if finding.rule == "N101"]
    assert [(one.severity, one.line, one.column, one.label) for one in missing] == [(Severity.ERROR, 4, 9, "ii")]


def test_each_missing_note_is_reported_once() -> None:
    """Ten markers with one missing note are one fault."""
    markers = tuple(marker("x", line=line) for line in range(1, 11))

    assert _codes(markers=markers).count("N101") == 1


def test_a_note_that_nothing_points_at_is_a_warning() -> None:
    """Often its marker was lost in an edit."""
    assert "N102" in _codes(note("i", **FULL), markers=())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "So [1] it was. [2]\n\n## Notes\n\n[1] Quill, Ice, 2001. [3]\n\n[2] Falk.\n\n[3] Holt.\n", id="marker"
        ),
        pytest.param(
            "So[^1] it was.[^2]\n\n[^1]: Quill.\n[^2]: "
            + "The owner denied it, " * 12
            + "as note 3 shows.\n[^3]: Holt.\n",
            id="in a long remark",
        ),
        pytest.param("So[^1] it was.[^2]\n\n[^1]: Quill.\n[^2]: See note 3.\n[^3]: Holt.\n", id="see note"),
    ],
)
def test_a_note_that_another_note_points_at_is_cited_there(text: str) -> None:
    """A reader is led to it, though not from the text."""
    found = check_article(read_article(text.encode(), name="a.md"))

    assert [one.message for one in found if one.rule == "N102"] == []


def test_labels_of_another_chapter_are_other_labels() -> None:
    """Labels may restart in each chapter."""
    notes = (note("1", chapter=0, **FULL), note("1", chapter=1, **FULL))

    assert "N103" not in _codes(*notes)


def test_the_second_note_with_a_label_is_an_error() -> None:
    """Converters keep one of the two without a word."""
    found = check_article(article(note("i", line=10, **FULL), note("i", line=12, **FULL)))

    assert [(one.line, one.message) for one in found if one.rule == "N103"] == [
        (12, "label i was given to a note before, on line 10")
    ]


def test_a_note_whose_marker_was_lost_is_reported_though_the_next_one_repeats_it() -> None:
    """An "ibid." leads to whatever stands above it, marked or not."""
    text = "So[^1] it was.[^3]\n\n[^1]: Quill, *Ice*.\n[^2]: Falk, *Snow*.\n[^3]: Ibid., 4.\n"

    found = check_article(read_article(text.encode(), name="a.md"))

    assert [one.label for one in found if one.rule == "N102"] == ["2"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param(("i", "ii", "iii"), 0, id="in order"),
        pytest.param(("i", "iii", "ii"), 2, id="swapped: both jumps"),
        pytest.param(("1", "2", "4"), 1, id="a gap"),
        pytest.param(("smith", "jones"), 0, id="words have no order"),
        pytest.param(("*", "**", "†", "‡"), 0, id="signs have several orders"),
    ],
)
def test_labels_out_of_order(labels: tuple[str, ...], expected: int) -> None:
    """A jump shows that a note was moved or lost."""
    assert _codes(*(note(label, **FULL) for label in labels)).count("N104") == expected


def test_two_notes_for_one_page_that_agree_are_information() -> None:
    """Differences of typography are no disagreement."""
    other = {**FULL, "title": "A Title", "url": "https://HERALD.example/a#x"}

    assert [code for code in _codes(note("i", **FULL), note("ii", **other)) if code in ("N106", "N107")] == ["N106"]


def test_a_page_that_many_notes_cite_is_named_once() -> None:
    """A line for each of them would drown what is wrong."""
    found = check_article(article(*(note(label, **FULL) for label in ("1", "2", "3"))))

    assert [(one.label, one.message) for one in found if one.rule == "N106"] == [
        ("2", "notes 2, 3 cite the same page as note 1")
    ]


def test_what_is_left_of_broken_addresses_is_no_page() -> None:
    """The address of any page may begin so."""
    broken = [note(label, **{**FULL, "title": title, "url": "https://www"}) for label, title in ("1A", "2B")]

    assert not {"N106", "N107"}.intersection(_codes(*broken))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "a.org",
            "So[fn:1] it was,[fn:3] and is.[fn:2]\n\n* Notes\n\n[fn:1] Quill.\n\n[fn:2] Holt.\n\n[fn:3] Falk.\n",
            id="Org",
        ),
        pytest.param(
            "a.md", "So[^1] it was,[^3] and is.[^2]\n\n[^3]: Falk.\n[^1]: Quill.\n[^2]: Holt.\n", id="Markdown"
        ),
    ],
)
def test_numbers_that_are_names_of_notes_have_no_order(name: str, text: str) -> None:
    """A new note gets the next free number, wherever it stands, and readers see others."""
    assert "N104" not in [one.rule for one in check_article(read_article(text.encode(), name=name))]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"title": "Something else"}, id="title"),
        pytest.param({"issued": day("3 Mar 2025", (2025, 3, 3))}, id="date"),
    ],
)
def test_two_notes_for_one_page_that_disagree_are_a_warning(other: dict[str, Any]) -> None:
    """One of them must be wrong."""
    assert "N107" in _codes(note("i", **FULL), note("ii", **{**FULL, **other}))


def test_remarks_on_one_page_cannot_disagree() -> None:
    """What stands in a title's place in a remark may be the author's own sentence."""
    remark = note("ii", kind=NoteKind.MIXED, **{**FULL, "title": "As the Herald has it, nobody was there"})

    assert [code for code in _codes(note("i", **FULL), remark) if code in ("N106", "N107")] == ["N106"]


def test_a_date_without_a_reading_does_not_disagree() -> None:
    """Undated and dated notes of one page can both be right."""
    other = {**FULL, "issued": day("n.d.")}

    assert "N107" not in _codes(note("i", **FULL), note("ii", **other))


def test_an_unresolved_back_reference_is_a_warning() -> None:
    """A reader must know which source is meant."""
    assert "N105" in _codes(note("i", "Ibid.", refers_to=(), records=(), kind=NoteKind.BACK_REFERENCE))


def test_ibid_behind_a_source_that_was_not_read_is_no_fault() -> None:
    """The author did nothing wrong: it leads to the note before, which has a year and no sign of a remark."""
    ibid = note("ii", "Id. at 12.", refers_to=(), records=(), kind=NoteKind.BACK_REFERENCE)
    unread = note("i", "Quill v. Finch, 12 Marrow 34 (2004).", records=(), kind=NoteKind.COMMENTARY)
    remark = note("i", "Nobody knows why.", records=(), kind=NoteKind.COMMENTARY)

    assert "N105" not in _codes(unread, ibid)
    assert "N105" in _codes(remark, ibid)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"title": None}, "R201", id="no title"),
        pytest.param({}, "R202", id="no author"),
        pytest.param({"issued": None, "accessed": None}, "R203", id="no date"),
        pytest.param({"issued": day("31 June 2026")}, "R204", id="31 June"),
        pytest.param({"issued": day("02-03-2026", (2026, 3, 2), (2026, 2, 3))}, "R205", id="two readings"),
        pytest.param({"accessed": day("1 Mar 2026", (2026, 3, 1))}, "R206", id="read before it appeared"),
        pytest.param({"url": "https://herald.example/2026/02/02/a"}, "R207", id="another month in the URL"),
        pytest.param(
            {"url": "https://herald.example/2026/03/06/a", "issued": day("3 Mar 2026", (2026, 3, 3))},
            "R207",
            id="three days before a Friday",
        ),
        pytest.param({"accessed": day("2 Mar 2026", (2026, 3, 2))}, "R209", id="the same day twice"),
    ],
)
def test_faults_of_one_record(change: dict[str, Any], code: str) -> None:
    """Each fault has its rule."""
    assert code in _codes(note("i", **{**FULL, **change}))


def _dated(label: str, issued: str, accessed: str = "2 December 2026") -> Any:
    dates = {name: read_dates(raw)[0][0] for name, raw in (("issued", issued), ("accessed", accessed))}
    return note(label, **{**FULL, **dates})


@pytest.mark.parametrize(
    ("issued", "odd"),
    [
        pytest.param(("November 18, 2024", "May 4, 2024", "March 7, 2023"), (), id="visits in another form"),
        pytest.param(("Dec. 19, 2025", "Jan. 2, 2025", "March 4, 2025", "June 4, 2020"), (), id="short months in full"),
        pytest.param(("1 Nov. 2023", "4 Mar. 2022", "24 July 2019"), (), id="June and July whole where March is cut"),
        pytest.param(("21 Oktober 2021", "3 Mai 2020", "Oktober 2021"), (), id="a month without its day"),
        pytest.param(("28 September 2020", "13 May 2026", "3 October 2021"), (), id="May is short and long"),
        pytest.param(("2024, July 16", "2023, November 3", "2022, March 10", "2024"), (), id="a year alone"),
        pytest.param(("19 Jun 2024", "20 Jun 2024", "22 June 2024"), ("3",), id="June and Jun"),
        pytest.param(("November 18, 2024", "August 8, 2024", "7 March 2024"), ("3",), id="the day first"),
        pytest.param(("18 November 2024", "8 August 2024", "Dec 7, 2024"), ("3",), id="cut short"),
    ],
)
def test_dates_in_another_form(issued: tuple[str, ...], odd: tuple[str, ...]) -> None:
    """Styles have one form for days of publication and may have another for visits, and cut no short month."""
    notes = [_dated(str(number), raw) for number, raw in enumerate(issued, start=1)]

    found = check_audit(CheckInput(article=article(*notes)))

    assert tuple(one.label for one in found if one.rule == "R213") == odd


def test_the_order_of_a_date_is_told_by_the_others() -> None:
    """Nobody writes 25/03/2026 in one note and 03/25/2026 in the next."""
    unclear = note("1", **{**FULL, "issued": day("02/03/2026", (2026, 3, 2), (2026, 2, 3))})
    clear = note("2", **{**FULL, "issued": day("25/03/2026", (2026, 3, 25))})

    assert "R205" in _codes(unclear)
    assert "R205" not in {one.rule for one in check_audit(CheckInput(article=article(unclear, clear)))}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"url": "https://herald.example/2026/03/03/a"}, id="a day apart: time zones"),
        pytest.param({"url": "https://herald.example/2026/03/a"}, id="the month agrees"),
        pytest.param(
            {"url": "https://herald.example/2026/03/08/a", "issued": day("5 Mar 2026", (2026, 3, 5))},
            id="three days before a Sunday: the printed paper's",
        ),
        pytest.param({"url": "https://herald.example/2026/13/99/a"}, id="no date at all"),
        pytest.param({"url": "https://board.example/reports/2026/4"}, id="the fourth report of the year"),
        pytest.param(
            {"url": "https://herald.example/wp-content/uploads/2025/07/a.pdf"}, id="when a file was laid there"
        ),
        pytest.param(
            {"issued": day("Mar 2026", (2026, 3)), "accessed": day("1 Mar 2026", (2026, 3, 1))}, id="month only"
        ),
        pytest.param({"issued": day("n.d."), "accessed": None}, id="undated"),
    ],
)
def test_what_is_no_fault_of_dates(change: dict[str, Any]) -> None:
    """A rule that cries wolf is switched off."""
    dated = {"R204", "R206", "R207"}

    assert not dated & set(_codes(note("i", **{**FULL, **change})))


def test_an_article_cannot_cite_what_was_not_yet_there() -> None:
    """Reported only where both readings of its date lie before."""
    ambiguous = day("02-01-2026", (2026, 1, 2), (2026, 2, 1))
    found = check_article(article(note("i", **FULL), published=ambiguous, published_line=40))

    assert [(one.rule, one.line) for one in found if one.rule == "A601"] == [("A601", 40)]


def test_an_article_dated_after_its_sources_is_fine() -> None:
    """One reading that fits is enough."""
    ambiguous = day("03-04-2026", (2026, 4, 3), (2026, 3, 4))

    assert "A601" not in _codes(note("i", **{**FULL, "accessed": None}), published=ambiguous, published_line=40)


@pytest.mark.parametrize(
    ("name", "host", "agrees"),
    [
        pytest.param("Herald", "www.herald.example", True, id="one word"),
        pytest.param("The Herald", "herald.example", True, id="with an article"),
        pytest.param("First Light", "firstlight.example", False, id="written apart"),
        pytest.param("The First Light", "thefirstlight.example", True, id="three words, which no name is in one"),
        pytest.param("First Light", "first-light.example", True, id="a host with a hyphen"),
        pytest.param("Centre for Rail Studies", "crs.example", False, id="initials"),
        pytest.param("Valley News", "mountain.example", False, id="nothing in common"),
        pytest.param("Südliche Zeitung", "www.suedliche.example", True, id="two dots, spelt with an e"),
        pytest.param("Вести", "vesti.example", True, id="another script is not compared"),
        pytest.param("Valley News", "t.example", True, id="a host too short to tell"),
    ],
)
def test_publisher_and_host(name: str, host: str, *, agrees: bool) -> None:
    """Only a hint, so every spelling that agrees stays silent."""
    assert (publisher_against_host(name, host) is None) is agrees


def test_an_uncited_quotation_is_information() -> None:
    """It is listed, and never fails a run."""
    sentence = Sentence(text="He called it “a late train”.", block=0, start=0, end=28, position=at(7))
    found = check_article(article(note("i", **FULL), uncited=(sentence,)))

    assert [(one.severity, one.line) for one in found if one.rule == "C509"] == [(Severity.INFO, 7)]


def test_an_article_without_notes_is_told_so_once() -> None:
    """It says what to try, and nothing else."""
    found = check_article(article())

    assert [one.rule for one in found] == ["A602"]
    assert "--notes" in found[0].help


@pytest.mark.parametrize(
    ("kind", "text", "next_step"),
    [
        pytest.param("url-has-spaces", "https://a.example/#:~:text=two words", "blanks as %20", id="a blank"),
        pytest.param("url-broken", "http//a.example/", "https://", id="a beginning without its colon"),
    ],
)
def test_a_broken_url_is_a_warning_with_what_mends_it(kind: str, text: str, next_step: str) -> None:
    """Other programs cut it, or cannot open it."""
    oddity = Oddity(kind=kind, text=text, line=9, column=4, label="i")

    (one,) = [one for one in check_article(article(note("i", **FULL), oddities=(oddity,))) if one.rule == "L304"]

    assert (one.severity, one.line, one.column, one.label) == (Severity.WARNING, 9, 4, "i")
    assert next_step in one.help


def test_every_rule_says_why_it_matters_and_what_to_do() -> None:
    """``provenote explain`` prints it."""
    from verifier.checks import RULES

    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert len(rule.explanation) > 40, rule.code
        assert rule.help, rule.code


def test_a_dead_link_is_reported_at_its_own_note() -> None:
    """Labels may begin anew in each chapter, and a plain list of sources has none."""
    notes = (
        note("1", "Board. https://a.example/", line=9, url="https://a.example/"),
        note("1", "Holt. https://b.example/", line=19, url="https://b.example/", chapter=1),
        note("", "https://c.example/", line=23, url="https://c.example/"),
        note("", "https://d.example/", line=24, url="https://d.example/"),
    )
    lost = tuple(
        source(f"https://{name}.example/", label, access=Access.GONE) for name, label in (("b", "1"), ("d", ""))
    )

    found = [one for one in check_audit(CheckInput(article=article(*notes), sources=lost)) if one.rule == "L301"]

    assert [(one.line, one.label) for one in found] == [(19, "1"), (24, None)]


def test_a_source_without_a_label_goes_by_its_line() -> None:
    """No message has a hole where the label should be."""
    notes = (note("", "Holt, “Rises”", line=23, title="Rises"), note("", "Falk, “Falls”", line=24, title="Falls"))

    found = check_audit(CheckInput(article=article(*notes, markers=())))

    assert any(one.message == "the source on line 23 names no author" for one in found)
    assert not any("note  " in one.message or one.label == "" for one in found)


@pytest.mark.parametrize(
    "host",
    [
        "doi.org",
        "www.jstor.org",
        "web.archive.org",
        "openlibrary.org",
        "bit.ly",
        "lake.substack.com",
        "repository.ost.example",
    ],
)
def test_a_host_that_carries_what_others_publish_says_nothing_about_their_names(host: str) -> None:
    """A DOI of a journal is no sign that the journal's name is wrong."""
    url = f"https://{host}/1"
    cited = note("1", f"Holt, “Rises”, Lake Journal, {url}", url=url, title="Rises", container_title="Lake Journal")

    assert "R214" not in {one.rule for one in check_audit(CheckInput(article=article(cited)))}


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        pytest.param("The Tolls of Lowmarsh", "Tolls of Lowmarsh", False, id="an article"),
        pytest.param("Tolls: A History of the Road", "Tolls", False, id="a subtitle left out"),
        pytest.param("Federal Standard for Tolls, Publication 199", "FST PUB 199", False, id="a short form"),
        pytest.param("The Tolls of Lowmarsh", "The Trolls of Lowmarsh", True, id="a wrong word"),
    ],
)
def test_notes_on_one_page_disagree_on_its_title(one: str, other: str, *, disagree: bool) -> None:
    """Only where they name different works: authors shorten what they cite again."""
    notes = [note(label, **{**FULL, "title": title}) for label, title in (("1", one), ("2", other))]

    assert ("N107" in _codes(*notes)) is disagree


@pytest.mark.parametrize(
    ("first", "second", "disagree"),
    [
        pytest.param("#tolls", "#piers", False, id="two sections"),
        pytest.param("#tolls", "#tolls", True, id="the same section"),
        pytest.param("#:~:text=one", "#:~:text=two", True, id="two quotations"),
    ],
)
def test_sections_of_one_page_have_titles_of_their_own(first: str, second: str, *, disagree: bool) -> None:
    """A page of many entries is cited by the entry."""
    notes = [
        note(label, f"“{title}”, {FULL['url']}{part}.", **{**FULL, "title": title})
        for label, title, part in (("1", "How the tolls were set", first), ("2", "Why the piers were moved", second))
    ]

    assert ("N107" in _codes(*notes)) is disagree


def test_a_message_shows_no_line_of_markup() -> None:
    """An editor knows the label, not what the page builder wrote around it."""
    long = replace(marker("2", line=4), raw='<sup class="footnote footnote-number"><a href="#footnote-10">2</a></sup>')

    found = check_article(article(note("1", **FULL), markers=(marker("1"), long)))

    assert "marker 2 points at no note: there is no note 2" in [one.message for one in found]
