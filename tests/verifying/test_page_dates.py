"""Dates are read in the forms and languages of pages, and none is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.extraction import read_source
from verifier.extraction.page_dates import date_in_url, read_date


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param("2025-03-09T07:15:00+01:00", "2025-03-09", id="ISO with a time"),
        pytest.param("20250309", "2025-03-09", id="ISO packed"),
        pytest.param("20250309T071500Z", "2025-03-09", id="ISO packed with a time"),
        pytest.param("Sun, 09 Mar 2025 07:15:00 GMT", "2025-03-09", id="as mail has it"),
        pytest.param("March 9, 2025", "2025-03-09", id="American"),
        pytest.param("9th March 2025", "2025-03-09", id="British"),
        pytest.param("Sonntag, 9. März 2025, 8 Uhr", "2025-03-09", id="German"),
        pytest.param("le 9 août 2024 à 8h", "2024-08-09", id="French"),
        pytest.param("9 de marzo de 2025", "2025-03-09", id="Spanish"),
        pytest.param("9 marca 2025", "2025-03-09", id="Polish"),
        pytest.param("9. marts 2025", "2025-03-09", id="Danish"),
        pytest.param("9. leden 2025", "2025-01-09", id="Czech, in the case of headings"),
        pytest.param("9 марта 2025 г.", "2025-03-09", id="Russian"),
        pytest.param("2025. március 9., vasárnap", "2025-03-09", id="Hungarian"),
        pytest.param("2025. márc. 9. 8:15", "2025-03-09", id="Hungarian, cut short"),
        pytest.param("9 Μαρτίου 2025", "2025-03-09", id="Greek"),
        pytest.param("2025年3月9日", "2025-03-09", id="Japanese and Chinese"),
        pytest.param("2025년 3월 9일", "2025-03-09", id="Korean"),
        pytest.param("09.03.2025, 08:15", "2025-03-09", id="numbers with dots"),
        pytest.param("09.03.25", "2025-03-09", id="a short year"),
        pytest.param("25/12/2024", "2024-12-25", id="the day first, as it must be"),
        pytest.param("1741504500", "2025-03-09", id="seconds since 1970"),
        pytest.param("1741504500000", "2025-03-09", id="milliseconds since 1970"),
        pytest.param("2025-03", "2025-03", id="a month stays a month"),
        pytest.param("31 June 2024", None, id="a day that never was"),
        pytest.param("2077-01-01", None, id="a number and no year"),
        pytest.param("12 March 1874", None, id="a day before the web"),
        pytest.param("Chapter 12, verse 3", None, id="no date"),
        pytest.param("1.2.3.4", None, id="an address"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_reads_the_dates_that_pages_write(value: str, found: str | None) -> None:
    """ISO 8601, to the precision given."""
    assert read_date(value) == found


@pytest.mark.parametrize(("language", "found"), [("en-US", "2024-06-03"), ("en-GB", "2024-03-06"), ("", "2024-03-06")])
def test_bare_numbers_are_read_as_the_place_writes_them(language: str, found: str) -> None:
    """06/03/2024 is March or June."""
    assert read_date("06/03/2024", language) == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        pytest.param("https://a.example/2024/06/21/ferry", "2024-06-21", id="folders"),
        pytest.param("https://a.example/news/2024-06-21-ferry.html", "2024-06-21", id="hyphens"),
        pytest.param("https://a.example/20240621/ferry", "2024-06-21", id="packed"),
        pytest.param("https://a.example/2024/06/ferry", None, id="only a month"),
        pytest.param("https://a.example/id/20249921/", None, id="a number"),
        pytest.param("https://a.example/?d=2024/06/21", None, id="a query"),
    ],
)
def test_reads_the_day_in_a_url(url: str, found: str | None) -> None:
    """News sites name it in the path."""
    assert date_in_url(url) == found


@pytest.mark.parametrize(
    ("body", "value", "source"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2025-03-09">',
            "2025-03-09",
            "meta article:published_time",
            id="meta",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2025-03-09"}</script>',
            "2025-03-09",
            "JSON-LD datePublished",
            id="JSON-LD",
        ),
        pytest.param(
            '<meta name="my.publish.date" content="9 Mar 2025">',
            "2025-03-09",
            "meta my.publish.date",
            id="a meta that nobody listed",
        ),
        pytest.param('<meta name="expires" content="2025-03-09"><h1>A</h1>', None, None, id="another sort of date"),
        pytest.param(
            '<span itemprop="datePublished" content="2025-03-09">Sunday</span>',
            "2025-03-09",
            "microdata",
            id="microdata",
        ),
        pytest.param(
            "<p>Published: 9 March 2025, updated 10 March 2025</p>", "2025-03-09", "line with a label", id="a label"
        ),
        pytest.param(
            '<meta name="x.firstPublished" content="2019-01-02"><p itemprop="datePublished" content="2025-03-09">Today',
            "2025-03-09",
            "microdata",
            id="what is marked in the page, before a meta that nobody listed",
        ),
        pytest.param(
            "<h2>Another story <span>24.04.2023</span></h2><ul><li><b>Datum</b> 09.03.2025</li></ul>",
            "2025-03-09",
            "line with a label",
            id="the word date for a label",
        ),
        pytest.param(
            "<p>Erschienen am</p><p>9. März 2025</p>",
            "2025-03-09",
            "line with a label",
            id="a label on the line before",
        ),
        pytest.param(
            '<article><time datetime="2025-03-09">Sunday</time></article>', "2025-03-09", "time element", id="time"
        ),
        pytest.param(
            '<div class="related"><time datetime="2020-01-02"></time></div><time datetime="2025-03-09"></time>',
            "2025-03-09",
            "time element",
            id="not the time of another page",
        ),
        pytest.param(
            "<h1>Late ferry</h1><p>Lowmarsh, 9 March 2025</p>",
            "2025-03-09",
            "line by the title",
            id="a line by the title",
        ),
        pytest.param(
            "<h1>Late ferry</h1><p>The owner told the court of it on 3 October 2022 and on four other days.</p>",
            None,
            None,
            id="a sentence by the title that mentions a day",
        ),
        pytest.param("<p>A first line.</p><p>9 March 2025</p>", "2025-03-09", "dateline", id="a line that is a date"),
    ],
)
def test_says_where_the_date_of_a_page_came_from(body: str, value: str | None, source: str | None) -> None:
    """Every source is wrong sometimes, so a report says which it was."""
    published = read_source(f"<html><title>Late ferry</title>{body}".encode(), url="https://a.example/x").data.published

    assert (published and published.value, published and published.source) == (value, source)


def test_a_moment_near_midnight_is_the_day_of_the_url() -> None:
    """The data are in another time zone than the desk."""
    body = b'<meta property="article:published_time" content="2024-12-31T23:05:00Z"><p>A text.'

    published = read_source(body, url="https://a.example/2025/01/01/new-year").data.published

    assert published is not None
    assert (published.value, published.source) == ("2025-01-01", "URL")


@given(st.text(alphabet="0123456789-/. TZ年月日марта,thMrch", max_size=60))
def test_any_text_is_a_date_or_none(value: str) -> None:
    """What comes back is a real day or month."""
    found = read_date(value)

    assert found is None or date.fromisoformat(f"{found}-01"[:10])
