"""Notes as historians and lawyers of several countries write them, by the page and without a link."""

import pytest

from citations.records import read_reference


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "Maren Hall, Zahlen und Zeiten. Zur Statistik der Fähren, in: Blätter für Häfen 14 (1999), H. 2, S. 33–58.",
            ("Maren Hall", "Zahlen und Zeiten. Zur Statistik der Fähren", "Blätter für Häfen", None, "33–58"),
            id="German article: the year belongs to the journal",
        ),
        pytest.param(
            "Karl Wehr, Der Deich. Eine Geschichte, in: Nordblätter 12 (2001), S. 3–9.",
            ("Karl Wehr", "Der Deich. Eine Geschichte", "Nordblätter", None, "3–9"),
            id="German article: a title that begins with its article is no second author",
        ),
        pytest.param(
            "Hans Krug, Fähren der Elbe, 2. Aufl., Hamburg 1987, S. 112.",
            ("Hans Krug", "Fähren der Elbe", None, None, "112"),
            id="German book: the edition ends no sentence",
        ),
        pytest.param(
            "Le Petit Courrier, 3 mai 1907, p. 1.",
            (None, None, "Le Petit Courrier", None, "1"),
            id="newspaper, day and page",
        ),
        pytest.param(
            "Nordblatt, 21.3.1962, S. 4.", (None, None, "Nordblatt", None, "4"), id="German newspaper, day and page"
        ),
        pytest.param(
            "Parish accounts 2020-2023, p. 12.",
            (None, "Parish accounts 2020-2023", None, None, "12"),
            id="a page ends no sentence",
        ),
        pytest.param(
            "Ковров П. А. Городской транспорт. — М.: Наука, 1978. — 312 с.",
            ("Ковров П. А.", "Городской транспорт", None, "Наука", None),
            id="Russian book",
        ),
        pytest.param(
            "Ковров П. А. Транспорт Яра. СПб.: Лань, 1978. С. 12.",
            ("Ковров П. А.", "Транспорт Яра", None, "Лань", "12"),
            id="Russian book: capitals behind the initials",
        ),
        pytest.param(
            "Ковров П. А. Записки // Вестник путей. — 1916. — № 4. — С. 12–19.",
            ("Ковров П. А.", "Записки", "Вестник путей", None, "12–19"),
            id="Russian article",
        ),
        pytest.param(
            "Nord. Stat. § 626.19, subd. 1(c) (2022).",
            (None, "Nord. Stat. § 626.19, subd. 1(c)", None, None, None),
            id="section of a code",
        ),
        pytest.param(
            "U.S. Const. amend. IV.", (None, "U.S. Const. amend. IV", None, None, None), id="article of a constitution"
        ),
    ],
)
def test_reads_the_fields_of_a_printed_source(raw: str, expected: tuple[str | None, ...]) -> None:
    """Author, title, container, publisher and page each stand where that hand puts them."""
    (record,) = read_reference(raw)

    author = record.authors[0].literal if record.authors else None
    assert (author, record.title, record.container_title, record.publisher, record.page) == expected


@pytest.mark.parametrize(
    "raw", ["Letter from the Board of Antiquities, 5 May 2021.", "Council minutes, 5 May 2021, item 4."]
)
def test_a_day_alone_makes_no_newspaper(raw: str) -> None:
    """Without a page the words before a day are the title of a document."""
    (record,) = read_reference(raw)

    assert record.title is not None
