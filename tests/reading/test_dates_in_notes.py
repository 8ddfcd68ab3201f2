"""Dates as people write them in notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.dates import read_dates

DAY = (2021, 3, 14)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("14 March 2021", id="English, day first"),
        pytest.param("March 14, 2021", id="English, month first"),
        pytest.param("14th of March 2021", id="ordinal"),
        pytest.param("14 Mar, 2021", id="comma before the year"),
        pytest.param("14 de març de 2021", id="Catalan"),
        pytest.param("2021 Mar 14", id="Vancouver"),
        pytest.param("2021, March 14", id="APA"),
        pytest.param("2021-03-14", id="ISO"),
        pytest.param("2021/3/14", id="year first with strokes"),
        pytest.param("14.03.2021", id="figures with full stops"),
        pytest.param("14. 3. 2021", id="figures with full stops and blanks"),
        pytest.param("14/03/2021", id="no month has 14"),
        pytest.param("03/14/2021", id="month first, no month has 14"),
        pytest.param("14 mars 2021", id="French"),
        pytest.param("14. März 2021", id="German"),
        pytest.param("14 de marzo de 2021", id="Spanish"),
        pytest.param("14 de março de 2021", id="Portuguese"),
        pytest.param("14 marzo 2021", id="Italian"),
        pytest.param("14 maart 2021", id="Dutch"),
        pytest.param("14. marts 2021", id="Danish"),
        pytest.param("14. mars 2021", id="Norwegian"),
        pytest.param("den 14 mars 2021", id="Swedish"),
        pytest.param("14. maaliskuuta 2021", id="Finnish"),
        pytest.param("14 марта 2021 г.", id="Russian"),
        pytest.param("14–16 March 2021", id="several days: the first"),
        pytest.param("25 pages, 14March2021", id="no blanks"),
        pytest.param("2021年3月14日", id="Chinese and Japanese figures"),
        pytest.param("令和3年3月14日", id="Japanese era"),
    ],
)
def test_reads_one_day_in_many_hands(words: str) -> None:
    """The same day comes out of every way to write it, and only one reading of it."""
    ((date, _, _),) = read_dates(words)

    assert date.readings == (DAY,)


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        pytest.param("March 2021", ((2021, 3),), id="month"),
        pytest.param("May–June 2018", ((2018, 5),), id="months: the first"),
        pytest.param("Spring 2013", ((2013,),), id="a season dates to the year"),
        pytest.param("Herbst 1999", ((1999,),), id="German season"),
        pytest.param("2016, Winter roads", ((2016,),), id="a season that is the first word of a title"),
        pytest.param("data set, 2016", ((2016,),), id="a word that is a month in another language"),
        pytest.param("c2019", ((2019,),), id="the year of a copyright"),
        pytest.param("2021 年 3 月", ((2021, 3),), id="Chinese month"),
        pytest.param("1994年", ((1994,),), id="Japanese year"),
        pytest.param("平成14年", ((2002,),), id="year of an era"),
        pytest.param("s/f", (), id="undated in Spanish"),
        pytest.param("1739–40", ((1739,),), id="range with a short year"),
        pytest.param("2004a", ((2004,),), id="letter of author-date styles"),
        pytest.param("2019–2020", ((2019,),), id="range of years"),
        pytest.param("n.d.", (), id="undated"),
        pytest.param("s. d.", (), id="undated in French"),
        pytest.param("31 June 2024", (), id="no such day"),
        pytest.param("2023-02-29", (), id="no leap year"),
        pytest.param("13/13/2020", (), id="no such month"),
        pytest.param("03-06-2024", ((2024, 6, 3), (2024, 3, 6)), id="day or month first"),
        pytest.param("05/05/2020", ((2020, 5, 5),), id="the same both ways"),
        pytest.param("12/25/19", ((2019, 12, 25),), id="year of two figures"),
    ],
)
def test_keeps_the_precision_that_was_written(words: str, readings: tuple[tuple[int, ...], ...]) -> None:
    """No day is invented, an impossible day has no reading, and an ambiguous one keeps both."""
    ((date, _, _),) = read_dates(words)

    assert date.readings == readings
    assert date.ambiguous == (len(readings) > 1)


def test_gives_the_places_of_two_dates() -> None:
    """Each date says where it stands, so that a note can be taken apart around it."""
    text = "The Outlet, 2 May 2020, 3 June 2020, here"

    dates = read_dates(text)

    assert [text[start:end] for _, start, end in dates] == ["2 May 2020", "3 June 2020"]


def test_a_day_keeps_the_year_behind_it() -> None:
    """The year before a day ends a title, where the day has a year of its own."""
    dates = read_dates("Storm Report 2019, 12 June 2020")

    assert [date.parts for date, _, _ in dates] == [(2019,), (2020, 6, 12)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://example.org/2014/05/page", id="path of a link"),
        pytest.param("form x2014", id="glued to a word"),
        pytest.param("in 14200 cases", id="part of a number"),
    ],
)
def test_takes_no_number_for_a_year_that_is_part_of_something(text: str) -> None:
    """A year stands by itself."""
    assert read_dates(text) == ()


@given(st.text(alphabet=st.sampled_from("0123456789 /.-,MayJune 2024stnd()д年"), max_size=80) | st.text(max_size=80))
def test_any_text_gives_dates_within_it_that_do_not_overlap(text: str) -> None:
    """Whatever the text, no error, and places that rise and stay inside."""
    end = 0
    for date, start, stop in read_dates(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip() == date.raw
        end = stop


def test_the_year_in_the_number_of_a_report_is_no_date() -> None:
    """A flaw is called by the year in which it was found; that is no day of the page about it."""
    assert read_dates("CVE-2021-12345") == ()
