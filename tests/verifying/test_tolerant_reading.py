"""Pages in which the fast parser finds no text, although there is some, are mended and read."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extraction import html_pages, read_source
from verifier.extraction.base import PartKind, SourceText
from verifier.extraction.tolerant import MOST_CHARACTERS, mended

CLAIM = "The keeper of the lock counted four hundred barges in that winter."
XML = '<?xml version="1.0"?>'
XHTML = f'{XML}<html xmlns="http://www.w3.org/1999/xhtml">'


def _read(markup: str, content_type: str = "text/html") -> SourceText:
    return read_source(markup.encode(), url="https://lock.example/a", content_type=content_type)


def _main(source: SourceText) -> list[str]:
    return [source.text[part.start : part.end] for part in source.parts if part.kind is PartKind.MAIN]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            f"<html><frameset cols='20%,*'><frame src=a><noframes><body><p>{CLAIM}</p></body></noframes></frameset>",
            id="a frameset with noframes",
        ),
        pytest.param(f"<frameset><frame src=a><noframes>{CLAIM}</noframes></frameset>", id="noframes without a body"),
        pytest.param(f"<body><noframes><p>{CLAIM}</p></noframes>", id="noframes without a frameset"),
        pytest.param(f"<body><noembed><p>{CLAIM}</p></noembed>", id="noembed"),
        pytest.param(f"<body><plaintext>{CLAIM}", id="plaintext"),
        pytest.param(f"<body><object data=a.swf><p>{CLAIM}</p></object>", id="in the place of an object"),
        pytest.param(f"<body><applet code=a><p>{CLAIM}</p></applet>", id="in the place of an applet"),
        pytest.param(f"<body><canvas><p>{CLAIM}</p></canvas>", id="in the place of a drawing"),
        pytest.param(f"<body><video><p>{CLAIM}</p></video>", id="in the place of a film"),
        pytest.param(f"<body><iframe><p>{CLAIM}</p></iframe>", id="in the place of a frame"),
        pytest.param(f'<body><iframe srcdoc="<p>{CLAIM}</p>"></iframe>', id="a frame with its document"),
        pytest.param(f"<svg xmlns='http://www.w3.org/2000/svg'><text>{CLAIM}</text></svg>", id="a drawing with words"),
        pytest.param(f"<body><svg><foreignObject><p>{CLAIM}</p></foreignObject></svg>", id="a page within a drawing"),
        pytest.param(f"<body><template><p>{CLAIM}</p></template>", id="all of it in a template"),
        pytest.param(f"<body><noscript><p>{CLAIM}</p></noscript>", id="all of it without scripts"),
        pytest.param(f"{XHTML}<body><p><![CDATA[{CLAIM}]]></p></body></html>", id="XHTML with CDATA"),
        pytest.param(f"{XHTML}<head><script src='a.js'/></head><body><p>{CLAIM}</p></body></html>", id="script ended"),
        pytest.param(f"{XHTML}<head><title/></head><body><p>{CLAIM}</p></body></html>", id="a title ended at once"),
        pytest.param(f"{XHTML}<body><iframe src='a'/><p>{CLAIM}</p></body></html>", id="a frame ended at once"),
        pytest.param(
            f'{XML}<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p><![CDATA[{CLAIM}]]></h:p></h:body>'
            "</h:html>",
            id="XHTML with a prefix",
        ),
        pytest.param(
            f"{XML}<rss><channel><item><guid>7</guid><description><![CDATA[<p>{CLAIM}</p>]]></description></item>"
            "</channel></rss>",
            id="a feed, markup in CDATA, other text beside it",
        ),
        pytest.param(f"{XML}<doc><object><para>{CLAIM}</para></object></doc>", id="XML with a name of HTML"),
    ],
)
def test_reads_text_that_browsers_keep_back(markup: str) -> None:
    """A source that says the sentence must not look like one that lacks it."""
    source = _read(markup)

    assert CLAIM in "\n".join(_main(source)).split("\n")
    assert source.problem is None


def test_xml_in_which_html_would_lose_the_middle_is_read_as_xml() -> None:
    """A script ended at once swallows all up to the next script's end, title and authors too."""
    source = _read(
        f"{XHTML}<head><script src='a.js'/><title>Locks</title><meta name='author' content='Ida Quist'/></head>"
        f"<body><p>{CLAIM}</p><p>A caf&eacute; &amp; a mill stood by it.</p><script>x()</script><p>The end of it.</p>"
        "</body></html>",
        "application/xhtml+xml",
    )

    assert source.text.split("\n") == ["Locks", CLAIM, "A café & a mill stood by it.", "The end of it."]
    assert source.data.title is not None
    assert [author.value for author in source.data.authors] == ["Ida Quist"]


def test_words_marked_within_the_text_of_xml_do_not_break_its_lines() -> None:
    """In a vocabulary that nobody knows, an element beside text is a word, and any other a line."""
    source = _read(
        f"{XML}<book><title>Locks</title><sec><title>Winter</title><para>The <place>lower</place> lock "
        "<![CDATA[froze & burst]]>.</para><para>Nobody <who/>paid.</para></sec></book>"
    )

    assert source.text.split("\n") == ["Locks", "Winter", "The lower lock froze & burst.", "Nobody paid."]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<body><div id=root></div><script>draw('The lock')</script>", id="a page made by its scripts"),
        pytest.param("<body><template><p>{{ item.title }} was counted</p></template>", id="a template to be filled in"),
        pytest.param("<html><head><style>p { color: red }</style></head></html>", id="a style alone"),
        pytest.param("<html><body></body></html>", id="an empty page"),
        pytest.param("<html>", id="hardly a page"),
    ],
)
def test_finds_no_words_where_there_are_none(markup: str) -> None:
    """Such a page needs scripts, or is empty, and must go on looking so."""
    assert _read(markup).text == ""


def test_a_page_that_reads_well_is_not_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mending takes ten times as long; careful writers of XHTML wrap their scripts in CDATA as a matter of course."""

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError

    monkeypatch.setattr("verifier.extraction.tolerant.mended", refuse)
    scripts = "<script>//<![CDATA[\nx()\n//]]></script><style>/*<![CDATA[*/ p {} /*]]>*/</style><script><![CDATA[y]]>"

    assert CLAIM in _read(f"{XHTML}<head>{scripts}</script></head><body><p>{CLAIM}</p><br/></body></html>").text


def test_a_page_that_the_fast_parser_gives_up_on_is_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the reason: its text is read from what was mended."""
    parse = html_pages.LexborHTMLParser
    asked: list[str] = []

    def give_up_once(markup: str) -> object:
        asked.append(markup)
        if len(asked) == 1:
            message = "cannot parse"
            raise html_pages.SelectolaxError(message)
        return parse(markup)

    monkeypatch.setattr(html_pages, "LexborHTMLParser", give_up_once)

    assert CLAIM in _read(f"<html><body><p>{CLAIM}</p>").text


def test_declared_entities_are_never_expanded() -> None:
    """XML that declares entities is read as the words it is written with."""
    bomb = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 30))

    assert "lol" * 2 not in mended(f'{XML}<!DOCTYPE a [<!ENTITY a0 "lol">{bomb}]><a>&a29;</a>', is_xml=True)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<!-- c --><?XML version='1.0'?><a><object>{CLAIM}</object></a>", id="a prolog in the middle"),
        pytest.param(f"{XML}<!DOCTYPE a [<!ENTITY b 'c'>]><a><object>{CLAIM}</object></a>", id="XML not read as XML"),
        pytest.param("https://lock.example/a.xml", id="an address"),
    ],
)
def test_nothing_is_said_on_the_way(markup: str) -> None:
    """BeautifulSoup warns of much that is odd, and a page's oddities are not the user's business."""
    assert isinstance(mended(markup, is_xml=True), str)
    assert isinstance(mended(markup, is_xml=False), str)


SECONDS = 8
"""Far above what any of these needs (1 s), far below what it costs to mend them whole."""


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<template>" * 100_000 + CLAIM, id="templates in templates"),
        pytest.param("<frameset><noframes>" + "<b><p>" * 50_000 + CLAIM, id="formatting in noframes"),
        pytest.param("<iframe>a</iframe>" * 100_000, id="frames"),
        pytest.param(XML + "<a>" + "<![CDATA[" * 300_000, id="CDATA never closed"),
        pytest.param(XML + "<a>" + "&lt;div&gt;" * 300_000, id="markup written as text"),
        pytest.param(XML + "<a><![CDATA[" + "<b><p>" * 200_000 + "]]>", id="markup in CDATA"),
        pytest.param(XML + "<a>" + "&nbsp;" * 600_000, id="references"),
        pytest.param(XML + "<script " * 200_000, id="scripts never ended"),
        pytest.param(XML + "<a>" + "x<b/>" * 90_000, id="a very mixed text"),
        pytest.param("<div id=root></div><script>" + "x<y;" * 400_000 + "</script>", id="a long script"),
    ],
)
def test_mends_in_bounded_time(markup: str) -> None:
    """What is handed over is cut, in characters and in tags."""
    start = time.process_time()

    _read(markup)

    assert time.process_time() - start < SECONDS


def test_mends_the_beginning_of_a_long_page() -> None:
    """What lies behind the limit is left out."""
    assert len(mended("<canvas>" + "x" * (3 * MOST_CHARACTERS), is_xml=False)) < 2 * MOST_CHARACTERS


PIECES = ["<a>", "</a>", "<h:p>", "<title/>", "<script/>", "<![CDATA[", "]]>", "<noframes>", "<template>", "&eacute;"]


@settings(max_examples=150)
@given(pieces=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=25), is_xml=st.booleans())
def test_any_markup_is_mended(pieces: list[str], is_xml: bool) -> None:  # noqa: FBT001 - made up, not handed over
    """Whatever the markup: a text, and never an error."""
    assert isinstance(mended("".join(pieces), is_xml=is_xml), str)
    assert _read(XML + "".join(pieces), "application/xml").kind in {"html", "unknown"}
