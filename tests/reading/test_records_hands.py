"""References in the hands of writers and citation styles: every one gives the same fields."""

import pytest

from citations.records import CitationRecord, read_reference

TITLE = "Rivers of Glass: How the Delta Froze"
OUTLET = "The Northern Ledger"
URL = "https://ledger.example.org/2021/03/rivers"
PUBLISHED = (2021, 3, 14)
ACCESSED = (2022, 5, 2)


def only(raw: str) -> CitationRecord:
    """Give the one record of a reference."""
    (record,) = read_reference(raw)
    return record


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(f"Ada Quill, '{TITLE}', {OUTLET}, 14 Mar 2021, 2 May 2022, <{URL}>", id="two bare dates"),
        pytest.param(
            f"[iv] Ada Quill, {TITLE}, *{OUTLET}*, 14th March 2021, 2nd May 2022,\n\n{URL}", id="no quotation marks"
        ),
        pytest.param(
            f"[^3]: Ada Quill, *{TITLE}*, {OUTLET}, 2021-03-14, accessed 2 May 2022, {URL}", id="title in italics"
        ),
        pytest.param(
            f"Ada Quill, “{TITLE},” {OUTLET}, March 14, 2021, {URL} (accessed May 2, 2022).", id="Chicago notes"
        ),
        pytest.param(f"Quill, Ada. “{TITLE}.” {OUTLET}, 14 Mar. 2021, {URL}. Accessed 2 May 2022.", id="MLA"),
        pytest.param(f"Quill, A. (2021, March 14). {TITLE}. {OUTLET}. Retrieved May 2, 2022, from {URL}", id="APA"),
        pytest.param(
            f"Quill, A. (2021) ‘{TITLE}’, {OUTLET}, 14 March. Available at: {URL} (Accessed: 2 May 2022).", id="Harvard"
        ),
        pytest.param(
            f"Quill, Ada. 2021. “{TITLE}.” {OUTLET}, March 14. Accessed May 2, 2022. {URL}.", id="Chicago author-date"
        ),
        pytest.param(f"Ada Quill, ‘{TITLE}’ {OUTLET} (14 March 2021) <{URL}> accessed 2 May 2022.", id="OSCOLA"),
        pytest.param(f"Ada Quill, {TITLE}, {OUTLET} (Mar. 14, 2021), {URL} (last visited May 2, 2022).", id="Bluebook"),
        pytest.param(
            f"7. Quill A. {TITLE}. {OUTLET} [Internet]. 2021 Mar 14 [cited 2022 May 2]. Available from: {URL}",
            id="Vancouver",
        ),
        pytest.param(
            f"QUILL, Ada. {TITLE}. {OUTLET} [online]. 14. 3. 2021 [accessed 02.05.2022]. Available at: {URL}",
            id="ISO 690",
        ),
        pytest.param(
            f"Quill, Ada: {TITLE}. In: {OUTLET}, 14. März 2021. URL: {URL} (abgerufen am 2. Mai 2022)", id="German"
        ),
        pytest.param(
            f"QUILL A. « {TITLE} ». {OUTLET} [En ligne]. 14 mars 2021. Disponible sur : < {URL} > "
            "(consulté le 2 mai 2022)",
            id="French",
        ),
        pytest.param(
            f"{{{{cite news |last=Quill |first=Ada |title={TITLE} |newspaper={OUTLET} "
            f"|date=14 March 2021 |url={URL} |access-date=2 May 2022}}}}",
            id="wiki template",
        ),
        pytest.param(
            f'Ada Quill, <i>{TITLE}</i>, {OUTLET}, 14 March 2021, visited on 2 May 2022, <a href="{URL}">{URL}</a>',
            id="HTML",
        ),
    ],
)
def test_reads_every_field_in_every_hand(raw: str) -> None:
    """Author, title, outlet, both dates and address come out, whatever the style."""
    record = only(raw)

    assert record.title == TITLE
    assert record.container_title == OUTLET
    assert record.url == URL
    assert record.issued is not None
    assert record.issued.parts == PUBLISHED
    assert record.accessed is not None
    assert record.accessed.parts == ACCESSED
    assert len(record.authors) == 1
    assert "quill" in record.authors[0].literal.casefold()


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        pytest.param(
            "Bo Finch, 'A Pact Against 'Frost'', The Ledger, 3 May 2020, <https://a.example.org>",
            "A Pact Against 'Frost'",
            id="marks within marks",
        ),
        pytest.param(
            "Bo Finch, ‘The Rivers’ Revenge’ The Ledger (3 May 2020) <https://a.example.org>",
            "The Rivers’ Revenge",
            id="apostrophe",
        ),
        pytest.param(
            "'Who froze the delta?', The Ledger, 3 May 2020, <https://a.example.org>",
            "Who froze the delta?",
            id="question",
        ),
        pytest.param(
            "‘Ice Road’ reopens: what to know, The Ledger, 3 May 2020, https://a.example.org",
            "‘Ice Road’ reopens: what to know",
            id="opens with a quotation",
        ),
        pytest.param(
            "North, South agree on ice, says minister, The Ledger, 3 May 2020, 4 May 2020, <https://a.example.org>",
            "North, South agree on ice, says minister",
            id="commas and no author",
        ),
    ],
)
def test_finds_the_end_of_an_odd_title(raw: str, title: str) -> None:
    """Marks within marks, apostrophes and commas do not cut a title short."""
    assert only(raw).title == title


@pytest.mark.parametrize(
    ("raw", "authors"),
    [
        pytest.param("Ada Quill and Bo Finch, ‘T one’, The Ledger, 3 May 2020", ["Ada Quill", "Bo Finch"], id="two"),
        pytest.param(
            "Ada Quill, Bo Finch, and Cy Wren, ‘T one’, The Ledger, 3 May 2020",
            ["Ada Quill", "Bo Finch", "Cy Wren"],
            id="three",
        ),
        pytest.param(
            "Quill, A. B., Finch, B., & Wren, C. (2020). Ice and fire. Journal of Cold, 3(2), 4–9.",
            ["Quill, A. B.", "Finch, B.", "Wren, C."],
            id="APA",
        ),
        pytest.param(
            "Quill AB, Finch B. Ice and fire in the delta. J Cold. 2020;3(2):4-9.",
            ["Quill AB", "Finch B"],
            id="Vancouver",
        ),
        pytest.param(
            "Institute of Ice (2020) Ice Survey. Available at: https://a.example.org",
            ["Institute of Ice"],
            id="organisation",
        ),
        pytest.param(
            "A. van der Quill. Ice and fire in the delta. Journal of Cold, 3:4–9, 2020.",
            ["A. van der Quill"],
            id="particle",
        ),
    ],
)
def test_tells_the_authors_apart(raw: str, authors: list[str]) -> None:
    """Each author is a name of its own, an organisation one name."""
    assert [name.literal for name in only(raw).authors] == authors


def test_reads_a_book() -> None:
    """City, publisher and year of a book stand in brackets or after the title."""
    record = only("Ada Quill, *The Long Thaw* (Oslo: Fjord Press, 2001), 45–47.")

    assert (record.title, record.publisher, record.container_title) == ("The Long Thaw", "Fjord Press", None)
    assert (record.type, record.page) == ("book", "45–47")


def test_reads_a_chapter_with_its_editors() -> None:
    """The container begins behind the editors."""
    record = only("Quill, A. (2011). Ice. In B. Finch & C. Wren (Eds.), Handbook of cold (pp. 3–9). Oslo: Fjord Press.")

    assert (record.title, record.container_title, record.publisher) == ("Ice", "Handbook of cold", "Fjord Press")


def test_reads_an_archived_pair() -> None:
    """The live address is the source, the other its archived copy."""
    archive = "https://web.archive.org/web/20210401000000/https://a.example.org/x"
    record = only(f"Ada Quill, ‘Ice’, The Ledger, 3 May 2020, https://a.example.org/x, archived at {archive}.")

    assert (record.url, record.archive_url) == ("https://a.example.org/x", archive)


def test_makes_the_address_of_a_doi() -> None:
    """A DOI without an address can be fetched, but no place in the note is claimed for the address."""
    record = only("Quill A. Ice in the delta. J Cold. 2020;3(2):4-9. doi:10.1234/cold.5")

    assert (record.doi, record.url) == ("10.1234/cold.5", "https://doi.org/10.1234/cold.5")
    assert "URL" not in {span.field for span in record.spans}


def test_keeps_a_text_fragment_apart() -> None:
    """The fragment keeps its raw spaces and is no part of the address."""
    record = only("'Ice', Ledger, 3 May 2020, <https://a.example.org/x#:~:text=It is cold,in the delta.>")

    assert record.url == "https://a.example.org/x"
    assert record.fragment == "It is cold,in the delta."


def test_keeps_both_readings_of_an_ambiguous_date() -> None:
    """Nobody but the author knows which of the two days is meant."""
    record = only("Ada Quill, ‘Ice’, The Ledger, 03/06/2020, https://a.example.org")

    assert record.issued is not None
    assert record.issued.ambiguous


@pytest.mark.parametrize(
    "title", [pytest.param('"The northern quay"', id="double"), pytest.param("'Quays'", id="single")]
)
def test_takes_the_title_of_a_markdown_link_for_no_part_of_its_address(title: str) -> None:
    """What a browser shows over a link stands behind the address in marks: it is no page to ask for."""
    record = only(f"Quill, A. (2012). Cold harbours. Retrieved from [Quay](https://quay.example/2013/a/ {title}).")

    assert record.url == "https://quay.example/2013/a/"
    assert record.title == "Cold harbours"
