"""What a page says about itself, and where it says it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extraction import read_source
from verifier.extraction.base import PageData
from verifier.extraction.bylines import names_in
from verifier.extraction.json_ld import lines_of, read_json_ld

CASES = Path(__file__).parents[1] / "cases" / "pages"


def _data(markup: str, url: str = "https://echo.example/news/late-ferry") -> PageData:
    return read_source(f"<html>{markup}".encode(), url=url, content_type="text/html").data


def test_reads_everything_of_a_news_page() -> None:
    """Each value with its source."""
    data = read_source((CASES / "newspaper.html").read_bytes(), url="https://echo.example/news/2025/03/09/harbour").data

    assert (data.title and data.title.value) == "Harbour bridge opens two years late"
    assert [author.value for author in data.authors] == ["Odile Marchbank", "Pim van Aalst"]
    assert (data.site_name and data.site_name.source) == "meta og:site_name"
    assert (data.published and data.published.value, data.modified and data.modified.value) == (
        "2025-03-09",
        "2025-03-11",
    )
    assert data.canonical_url == "https://echo.example/news/2025/03/09/harbour-bridge-opens"
    assert data.language == "en-GB"


@pytest.mark.parametrize(
    ("markup", "title", "source"),
    [
        pytest.param(
            "<title>Late ferry - The Echo</title><meta property=og:site_name content='The Echo'>",
            "Late ferry",
            "title element",
            id="the site's name at the end",
        ),
        pytest.param(
            "<title>Echo | Late ferry</title>",
            "Late ferry",
            "title element",
            id="at the beginning, known from the host",
        ),
        pytest.param(
            "<title>Late ferry: a story - in parts</title>",
            "Late ferry: a story - in parts",
            "title element",
            id="a title with dashes",
        ),
        pytest.param(
            "<title>Echo: Late ferry today</title><h1>Echo</h1><h1>Late ferry</h1>",
            "Late ferry",
            "h1",
            id="a logo is no title",
        ),
        pytest.param(
            "<title>Late ferry</title><meta property='og:title' content='Ferry late again'>",
            "Ferry late again",
            "meta og:title",
            id="for sharing",
        ),
        pytest.param(
            "<title>Late ferry</title><meta property='og:title' content='The Echo'>"
            "<meta property=og:site_name content='The Echo'>",
            "Late ferry",
            "title element",
            id="the site's name in the place of a title",
        ),
        pytest.param(
            "<title>Echo</title><h1>The Echo</h1><meta property=og:site_name content='The Echo'>",
            "The Echo",
            "h1",
            id="nothing but the site's name",
        ),
        pytest.param(
            "<title>Use - the ferry</title><h1>Use<a href='#use'>¶</a></h1>", "Use", "h1", id="a link to the heading"
        ),
        pytest.param("<p>No title at all", None, None, id="none"),
    ],
)
def test_finds_the_title(markup: str, title: str | None, source: str | None) -> None:
    """Without the site's name."""
    said = _data(markup).title

    assert (said and said.value, said and said.source) == (title, source)


def test_keeps_every_title_once() -> None:
    """The one for sharing is often not the heading, and a note may give either; readers quote the heading."""
    titles = _data(
        "<title>Late ferry ‹ Echo</title><meta property='og:title' content='Ferry late again'><h1>Late ferry</h1>"
    ).titles

    assert [(said.value, said.source) for said in titles] == [
        ("Late ferry", "h1"),
        ("Ferry late again", "meta og:title"),
    ]


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        pytest.param(
            '<meta name="author" content="By Odile Marchbank and Pim van Aalst">',
            ["Odile Marchbank", "Pim van Aalst"],
            id="meta",
        ),
        pytest.param(
            '<meta name="citation_author" content="Marchbank, O."><meta name="citation_author" content="Fenn, I.">',
            ["Marchbank, O.", "Fenn, I."],
            id="several metas",
        ),
        pytest.param(
            '<meta name="author" content="https://social.example/echo"><a rel="author">Odile Marchbank</a>',
            ["Odile Marchbank"],
            id="an address is no name",
        ),
        pytest.param(
            '<p class="byline">Von Odile Marchbank, Lowmarsh</p>', ["Odile Marchbank", "Lowmarsh"], id="German byline"
        ),
        pytest.param(
            "<p>Par Odile Marchbank et Pim van Aalst</p>",
            ["Odile Marchbank", "Pim van Aalst"],
            id="French byline without a class",
        ),
        pytest.param(
            '<p class="post-author">Dec. 9, 2025 &middot; Odile Marchbank on behalf of the crew</p>',
            ["Odile Marchbank"],
            id="a date before",
        ),
        pytest.param('<meta name="author" content="Odile Marchbank (om)">', ["Odile Marchbank"], id="a sign behind it"),
        pytest.param('<a rel="author">View more posts</a>', [], id="the words of a link"),
        pytest.param(
            '<meta name="author" content="The Echo"><meta property="og:site_name" content="The Echo">'
            '<p class="byline">By Odile Marchbank</p>',
            ["Odile Marchbank"],
            id="the site first, the writer below",
        ),
        pytest.param(
            '<meta name="author" content="The Echo"><meta property="og:site_name" content="The Echo">',
            ["The Echo"],
            id="only the site",
        ),
        pytest.param(
            '<meta name="author" content="odile.marchbank"><p class="byline">Pim van Aalst</p>',
            ["Pim van Aalst"],
            id="whoever put it up, the writer below",
        ),
        pytest.param('<meta name="author" content="marchbank94">', ["marchbank94"], id="only a login"),
        pytest.param('<meta name="author" content="publisher">', [], id="what a template calls it"),
        pytest.param('<p class="byline">Von <a href="/om"></a></p>', [], id="a byline without a name"),
        pytest.param('<p class="author">Theme: Dark Tide by Aalst</p>', [], id="who made the looks"),
        pytest.param('<p class="author">marchbank94</p>', [], id="an account in small letters"),
        pytest.param('<p itemprop="author">Marchbank94</p>', ["Marchbank94"], id="an account with digits"),
        pytest.param(
            '<div itemscope itemtype="https://schema.org/DiscussionForumPosting"><p itemprop="author">Odile</p>'
            '<div itemscope itemtype="https://schema.org/Comment"><p itemprop="author">Pim van Aalst</p></div></div>',
            ["Odile"],
            id="who opened the thread, not who answers",
        ),
        pytest.param('<p class="author">admin</p>', [], id="an account is no name"),
        pytest.param('<div class="comments"><p class="author">Odile Marchbank</p></div>', [], id="a reader's comment"),
        pytest.param("<p>By the time the ferry came, everybody had gone home, said Odile.</p>", [], id="a sentence"),
    ],
)
def test_finds_the_authors(markup: str, names: list[str]) -> None:
    """By the surest source that names any."""
    assert [author.value for author in _data(markup).authors] == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("By Odile Marchbank | 9 March 2025", ["Odile Marchbank"], id="a date behind"),
        pytest.param("Odile Marchbank for The Echo", ["Odile Marchbank"], id="an office behind"),
        pytest.param("Authored by: Odile Marchbank", ["Odile Marchbank"], id="another word for written"),
        pytest.param("Text: Odile Marchbank, Fotos: 12", ["Odile Marchbank", "Fotos"], id="a label before"),
        pytest.param("Odile Marchbank March 2, 2026", ["Odile Marchbank"], id="a month right behind the name"),
        pytest.param("Odile Marchbank Last updated on 9 March 2025", ["Odile Marchbank"], id="a last change behind"),
        pytest.param("Odile Marchbank Reviewed by Pim van Aalst", ["Odile Marchbank"], id="another part behind"),
        pytest.param("von Odile Marchbank Stand: 9. März 2025", ["Odile Marchbank"], id="a German label behind"),
        pytest.param("Odile Marchbank vor 5 Stunden", ["Odile Marchbank"], id="how long ago"),
        pytest.param("Erstellt von Odile Marchbank", ["Odile Marchbank"], id="made, in German"),
        pytest.param("Bild © Echo", [], id="whose picture it is"),
        pytest.param("Foto: Echo/Odile Marchbank", [], id="who took it"),
        pytest.param("Odile Marchbank © The Echo", ["Odile Marchbank"], id="whose text it is"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_takes_names_out_of_bylines(byline: str, names: list[str]) -> None:
    """What stands around the names is cut off."""
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("script", "count"),
    [
        pytest.param('{"@type": "Article"}', 1, id="one"),
        pytest.param('[{"@type": "Article"}, {"@type": "Person"}]', 2, id="a list"),
        pytest.param('{"@graph": [{"@type": "Article", "author": {"@type": "Person"}}]}', 2, id="a graph"),
        pytest.param('<!-- {"@type": "Article"} -->', 1, id="in a comment"),
        pytest.param('/*<![CDATA[*/ {"@type": "Article"} /*]]>*/', 1, id="in a CDATA section"),
        pytest.param('{"@type": "Article", "headline": "a\nb",}', 1, id="a line end in a text, a comma too many"),
        pytest.param('{"@type": "Article"};', 1, id="a semicolon behind"),
        pytest.param('{"@type": "Article"', 0, id="cut off"),
        pytest.param("[" * 100_000, 0, id="too deep"),
    ],
)
def test_reads_sloppy_json_ld(script: str, count: int) -> None:
    """Pages write it by hand."""
    assert len(read_json_ld([script])) == count


def test_half_a_character_in_json_ld_is_replaced() -> None:
    r"""JSON may hold "\ud800" alone, which no file and no database takes: reports and snapshots would fail."""
    thing = r'{"@type": "Article", "headline": "A pier \ud83d\ude00 \ud800", "author": "Ann \udc00 Bell", '
    markup = f'<script type="application/ld+json">{thing}"articleBody": "It is \\ud800 open."}}</script><p>More.</p>'

    source = read_source(markup.encode(), url="https://a.example/x")

    assert source.text == "More.\nIt is \ufffd open."
    assert [said.value for said in source.data.titles] == ["A pier \U0001f600 \ufffd"]
    assert [said.value for said in source.data.authors] == ["Ann \ufffd Bell"]


def test_an_article_body_is_read_as_lines() -> None:
    """Some have markup in them, some references."""
    assert lines_of("<p>One &amp; two.</p><p>Three<br/>four</p>") == ["One & two.", "Three", "four"]


def test_keeps_every_name_of_the_site_once() -> None:
    """An archive of papers names itself and the journal; an address is no name."""
    sites = _data(
        "<meta property='og:site_name' content='Paper Store'><meta name=citation_journal_title content='Marsh Stud.'>"
        "<meta name='application-name' content='https://store.example'><meta name='dc.publisher' content='Paper store'>"
    ).site_names

    assert [said.value for said in sites] == ["Paper Store", "Marsh Stud."]


def test_the_name_of_a_site_is_no_title_of_a_page() -> None:
    """Templates put the whole title of the window in its place; a home page may be called like its site."""
    title = "<title>Late ferry | Echo</title><h1>Late ferry</h1>"

    named = [
        [said.value for said in _data(f"{markup}<meta property='og:site_name' content='{site}'>").site_names]
        for markup, site in ((title, "Late ferry | Echo"), (title, "Echo |"), ("<h1>Echo</h1>", "Echo"))
    ]

    assert named == [["Echo"], ["Echo"], ["Echo"]]


def test_the_root_of_a_site_is_nobodys_own_address() -> None:
    """A mistake of templates."""
    assert _data('<link rel="canonical" href="https://echo.example/">').canonical_url is None


@settings(max_examples=100)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["@type", "@id", "@graph", "author", "name", "datePublished", "headline"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_ld_is_read(value: object) -> None:
    """Whatever stands in the place of a text, nothing is raised."""
    data = _data(f'<script type="application/ld+json">{json.dumps(value)}</script><p>A text.')

    assert isinstance(data, PageData)
