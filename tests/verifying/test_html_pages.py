"""A page is read whole, line by line, and each stretch is labelled with the part of the page it lies in."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extraction import read_source
from verifier.extraction.base import PartKind, SourceText

CASES = Path(__file__).parents[1] / "cases" / "pages"


def _read(body: str, url: str = "https://echo.example/a") -> SourceText:
    return read_source(body.encode(), url=url, content_type="text/html")


def _parts(source: SourceText, kind: PartKind) -> str:
    return "\n".join(source.text[part.start : part.end] for part in source.parts if part.kind is kind)


@pytest.fixture(scope="module")
def newspaper() -> SourceText:
    """Give a page with everything that a news page has."""
    return read_source((CASES / "newspaper.html").read_bytes(), url="https://echo.example/news/2025/03/09/harbour")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Harbour bridge opens two years late | The Lowmarsh Echo", PartKind.TITLE, id="title"),
        pytest.param(
            "The swing bridge over the Lowmarsh harbour opened on Sunday, two years after the date that the council "
            "had promised.",
            PartKind.MAIN,
            id="a link within, a soft hyphen, a line break of the source",
        ),
        pytest.param(
            "It cost 41 million crowns, the treasurer said, and weighs 2,400 tonnes. "
            "A second sentence stands on the next line of the same paragraph.",
            PartKind.MAIN,
            id="no-break spaces, a lone line break",
        ),
        pytest.param("Year Crossings", PartKind.MAIN, id="the cells of a row are one line"),
        pytest.param("2024 None at all", PartKind.MAIN, id="the next row another"),
        pytest.param("The last one at midnight.", PartKind.MAIN, id="list items"),
        pytest.param("News", PartKind.NAVIGATION, id="navigation"),
        pytest.param(
            "We use cookies to make this site a little worse for everybody who visits it.",
            PartKind.NOTICE,
            id="cookies",
        ),
        pytest.param("A ferry that nobody wanted to see again was sold for scrap", PartKind.RELATED, id="teasers"),
        pytest.param(
            "I have crossed it twice already and it wobbles, says a reader from the old town.",
            PartKind.COMMENTS,
            id="comments",
        ),
        pytest.param("Copyright The Lowmarsh Echo. All rights reserved, as always.", PartKind.NOTICE, id="footer"),
        pytest.param("The swing bridge carries its first tram on Sunday.", PartKind.METADATA, id="description"),
        pytest.param("Only the data has this sentence about the bridge keeper.", PartKind.METADATA, id="JSON-LD body"),
    ],
)
def test_labels_each_line_of_a_page(newspaper: SourceText, line: str, kind: PartKind) -> None:
    """The whole page is kept, as extractors of main text lose sentences; the label says where a hit lies."""
    assert line in _parts(newspaper, kind).split("\n")


def test_neither_scripts_nor_styles_are_text(newspaper: SourceText) -> None:
    """Nobody reads them."""
    assert "nobody reads it" not in newspaper.text
    assert "color: red" not in newspaper.text


def test_what_the_page_shows_is_not_said_twice_by_its_data(newspaper: SourceText) -> None:
    """A JSON-LD body repeats the page; only what the page lacks is added."""
    assert newspaper.text.count("The swing bridge over the Lowmarsh harbour opened on Sunday.") <= 1
    assert newspaper.text.count("We waited long enough") == 1


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        pytest.param("<p class='article__teaser-text'>", PartKind.MAIN, id="the first lines of an article"),
        pytest.param("<aside>", PartKind.MAIN, id="a word explained"),
        pytest.param("<div class=teaser><a href='/b'>More</a>", PartKind.RELATED, id="one that leads elsewhere"),
        pytest.param("<div class=c-read_also><a href='/b'>More</a>", PartKind.RELATED, id="a name of two words"),
        pytest.param("<div data-hook=related-posts><a href='/b'>More</a>", PartKind.RELATED, id="a name for programs"),
        pytest.param("<aside role=doc-endnotes><a href='#r1'>1</a>", PartKind.MAIN, id="notes of the text"),
        pytest.param("<div id='keeper-promoted-to-head-of-all-bridges'><a>1</a>", PartKind.MAIN, id="a headline"),
    ],
)
def test_a_teaser_of_other_pages_leads_there(opening: str, kind: PartKind) -> None:
    """German editors call the first lines of an article its teaser, and headlines become the names of elements."""
    told = "The keeper of the swing bridge has had no day off since the tram began to cross it in March."
    article = "<p>The swing bridge over the harbour opened on Sunday, two years late, and at twice the price.</p>" * 9

    assert told in _parts(_read(f"<article>{opening}{told}</p></div></aside>{article}</article>"), kind)


def test_the_posts_of_a_forum_are_its_main_text() -> None:
    """Where there is nothing but comments, they are what the page is about."""
    source = read_source((CASES / "forum.html").read_bytes(), url="https://board.example/t/1")

    assert "Use tar as our grandfathers did" in _parts(source, PartKind.MAIN)


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        pytest.param("<p>one<br><br>two</p>", ["one", "two"], id="two line breaks end a line"),
        pytest.param("<div>one<p>two</p>three</div>", ["one", "two", "three"], id="text around blocks"),
        pytest.param("<p>10<sup>2</sup> and 2024<sup>3</sup>", ["10^2 and 2024^3"], id="raised figures stay apart"),
        pytest.param("<p>the 19<sup>th</sup> of CO<sub>2</sub>", ["the 19th of CO2"], id="other raised words do not"),
        pytest.param("<p>opened,<sup>2</sup> late<sup>3</sup> in May", ["opened, late in May"], id="marks of notes"),
        pytest.param(
            "<p>in 2024<sup><a href='#f'>3</a></sup> and", ["in 2024 and"], id="a linked mark behind a figure"
        ),
        pytest.param("<p>it<sup>[<i>citation needed</i>]</sup> opened", ["it opened"], id="an editor's mark"),
        pytest.param("<p>it opened <a href='#n4'>[4]</a> late", ["it opened late"], id="a mark that is a link"),
        pytest.param("<p>It opened.<sup>4</sup> On", ["It opened. On"], id="a mark between two sentences"),
        pytest.param("<p>It opened.<a href='#n4'>[4]</a><a href='#n5'>[5]</a> On", ["It opened. On"], id="two of them"),
        pytest.param("<p>It opened.<sup>4</sup><p>On", ["It opened.4", "On"], id="a mark behind a paragraph stays"),
        pytest.param("<p>5 km<sup>2</sup> or 9 metres<sup>2</sup> of", ["5 km2 or 9 metres2 of"], id="measures"),
        pytest.param("<p>au XVIII<sup>e</sup> siècle", ["au XVIIIe siècle"], id="ordinals"),
        pytest.param(
            "<p>the <a>works<span class='sr-only'> (opens in a new tab)</span></a> began",
            ["(opens in a new tab)", "the works began"],
            id="words for those who listen do not break a sentence",
        ),
        pytest.param("<pre>one\ntwo</pre>", ["one", "two"], id="preformatted lines"),
        pytest.param(
            "<p>The bridge <span style='display: none'>tooltip</span>opened.</p>",
            ["tooltip", "The bridge opened."],
            id="hidden words do not break a sentence",
        ),
        pytest.param("<p>Over<wbr>flow and un&#8203;seen", ["Overflow and unseen"], id="places where words may break"),
        pytest.param("<p>de&#108;eg&#x61;tes&nbsp;met&period;", ["delegates met."], id="references without need"),
        pytest.param("<p>a &lt;b&gt; c", ["a <b> c"], id="signs that look like markup"),
        pytest.param("<p>one<p>two<li>three", ["one", "two", "three"], id="end tags left out"),
        pytest.param("<select><option>A<option>B</select><p>two", ["A", "B", "two"], id="choices"),
        pytest.param(
            "<div><template shadowrootmode=open><p>shown</template><template><p>kept back</template></div>",
            ["shown"],
            id="a shadow tree is shown, a template is not",
        ),
        pytest.param("<noscript><p>without scripts</noscript><p>two", ["without scripts", "two"], id="noscript"),
    ],
)
def test_reads_markup_as_a_reader_sees_it(markup: str, lines: list[str]) -> None:
    """One line a block."""
    assert _read(f"<html><body>{markup}").text.split("\n") == lines


def test_a_layout_table_is_not_one_line() -> None:
    """Tables once laid out whole pages: a cell with more than a few words stands alone."""
    long = "A sentence of the main column, and then another one that goes on for quite a while. " * 3
    source = _read(f"<table><tr><td><a href=/>Home</a></td><td>{long}</td><td>Adverts</td></tr></table>")

    assert long.strip() in source.text.split("\n")[0]
    assert source.text.split("\n")[-1] == "Adverts"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            '<meta http-equiv=refresh content="0; url=/there">', (0.0, "https://echo.example/there"), id="plain"
        ),
        pytest.param(
            "<meta http-equiv=Refresh content=\"5;URL='there?a=1'\">",
            (5.0, "https://echo.example/there?a=1"),
            id="quoted",
        ),
        pytest.param(
            '<base href="https://b.example/x/"><meta http-equiv=refresh content="1;url=y">',
            (1.0, "https://b.example/x/y"),
            id="base",
        ),
        pytest.param('<meta http-equiv=refresh content="30">', None, id="the same page again"),
        pytest.param('<meta http-equiv=refresh content="0;url=javascript:x()">', None, id="no web address"),
        pytest.param('<meta http-equiv=refresh content="0;url=http://[::1">', None, id="a broken address"),
        pytest.param(
            '<noscript><meta http-equiv=refresh content="0;url=/js"></noscript>', None, id="only without scripts"
        ),
    ],
)
def test_finds_where_a_page_sends_its_readers(head: str, expected: tuple[float, str] | None) -> None:
    """A page that is only a refresh is followed by the fetcher, within its rules."""
    assert _read(f"<html><head>{head}</head><body>x").signs.refresh == expected


def test_finds_the_signs_of_access() -> None:
    """The fetcher decides what follows from them."""
    source = _read(
        '<html><head><meta name="citation_pdf_url" content="/full.pdf"><link rel="next" href="?page=2">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script></head>'
        "<body><p>Six words of the first part.</p>"
    )

    assert source.signs.free is False
    assert source.signs.pdf_url == "https://echo.example/full.pdf"
    assert source.signs.next_url == "https://echo.example/a?page=2"
    assert source.signs.main_words == 6


TAGS = ["p", "div", "b", "a", "table", "td", "span", "br", "h1", "script", "nav", "sup", "template", "svg", "li", "pre"]


@settings(max_examples=150)
@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
            st.text(max_size=8),
            st.sampled_from(
                ["<!--", "-->", "<![CDATA[", "&#x110000;", "&#0;", "<p class='comment' id=x style='display:none'>"]
            ),
        ),
        max_size=30,
    )
)
def test_any_markup_is_read(pieces: list[str]) -> None:
    """The parts cover the text, but for the line ends between them, whatever the markup."""
    source = _read("".join(pieces))

    covered = sum(part.end - part.start for part in source.parts)
    assert len(source.text) - covered <= max(0, len(source.parts) - 1)
    assert "\n\n" not in source.text


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        pytest.param('role=""', PartKind.MAIN, id="an empty one, as page builders leave it"),
        pytest.param("role", PartKind.MAIN, id="one without a value"),
        pytest.param('role="banner"', PartKind.NAVIGATION, id="the head of the site"),
    ],
)
def test_a_role_says_what_a_region_is(role: str, kind: PartKind) -> None:
    """And an empty one says nothing: the text below it is no menu."""
    text = "The ferry to Sandey carries eleven cars and leaves at seven every morning except Sunday."
    rest = "<p>It was built in the yard of Lowmoor, and three captains have had it since that summer.</p>" * 2

    source = _read(f"<body><div {role}><p>{text}</p></div>{rest}</body>")

    assert text in _parts(source, kind)
