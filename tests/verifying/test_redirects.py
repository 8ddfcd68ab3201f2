"""Redirects by hand: the chain is kept, circles are found, cookies live no longer than their chain."""

from ipaddress import ip_network

import pytest
from loopback import Loopback, Request, fetched, prose, redirect, reply

from verifier.fetching import Access, FetchSettings, Hop, HttpFetcher, PageRequest, Snapshot
from verifier.fetching.cookies import MAX_COOKIES, ChainCookies
from verifier.fetching.refusals import Refusal
from verifier.fetching.urls import fetchable, redirect_target, same_site
from verifier.fetching.visits import is_next_page
from verifier.snapshots import SnapshotStore

SETTINGS = FetchSettings(robots=False, allow_private=(ip_network("127.0.0.0/8"),))
PAGE = reply(prose(500))


def fetch(url: str, settings: FetchSettings = SETTINGS) -> Snapshot:
    """Fetch one page."""
    return fetched(url, settings=settings)[0]


def test_every_step_of_the_way_is_kept() -> None:
    """The chain shows where a citation really leads."""
    with Loopback({"/a": redirect("/b", 301), "/b": redirect("c?x=1", 307), "/c?x=1": PAGE}) as site:
        snapshot = fetch(site.url("/a"))

        assert snapshot.access is Access.OK
        assert snapshot.final_url == site.url("/c?x=1")
        assert snapshot.chain == (
            Hop(url=site.url("/a"), status=301),
            Hop(url=site.url("/b"), status=307),
            Hop(url=site.url("/c?x=1"), status=200),
        )


def test_ten_redirects_are_followed_and_eleven_are_not() -> None:
    """A chain of that length is a trap or a fault."""
    pages = {f"/{step}": redirect(f"/{step + 1}") for step in range(20)}
    with Loopback(pages | {"/10": PAGE}) as site:
        assert fetch(site.url("/0")).access is Access.OK
    with Loopback(pages | {"/11": PAGE}) as site:
        assert fetch(site.url("/0")).access is Access.BAD_REDIRECT


def test_a_circle_is_called_one_at_once() -> None:
    """It need not be walked ten times."""
    with Loopback({"/a": redirect("/b"), "/b": redirect("/a")}) as site:
        snapshot = fetch(site.url("/a"))

        assert snapshot.access is Access.BAD_REDIRECT
        assert "circle" in snapshot.reason
        assert len(site.requests) == 2


def test_the_same_place_again_is_allowed_when_a_cookie_was_set() -> None:
    """Some sites send their readers round once, until the cookie comes back."""

    def door(request: Request) -> bytes:
        return PAGE if "seen=1" in request.headers.get("cookie", "") else redirect("/", Set_Cookie="seen=1; Path=/")

    with Loopback({"/": door}) as site:
        assert fetch(site.url("/")).access is Access.OK


def test_cookies_die_with_their_chain() -> None:
    """Two citations of one site must not know of each other."""
    with Loopback({"/a": reply(prose(500), Set_Cookie="who=1"), "/b": PAGE}) as site:
        with SnapshotStore(":memory:") as store:
            requests = [PageRequest(url=site.url(path)) for path in ("/a", "/b")]
            HttpFetcher(store, SETTINGS).fetch(requests, lambda _: None)

        assert not any("cookie" in request.headers for request in site.requests)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("a=1", {"https://x.example.org/": "a=1"}, id="its own host only"),
        pytest.param("a=1; Domain=example.org", {"https://example.org/": "a=1"}, id="the named domain"),
        pytest.param("a=1; Domain=org", {"https://x.example.org/": ""}, id="never a whole top level"),
        pytest.param("a=1; Domain=other.example", {"https://other.example/": ""}, id="never a stranger"),
        pytest.param("a=1; Secure", {"http://x.example.org/": ""}, id="secure ones over TLS only"),
        pytest.param("a=" + "x" * 5000, {"https://x.example.org/": ""}, id="too long"),
        pytest.param("nonsense", {"https://x.example.org/": ""}, id="no pair"),
        pytest.param("=1", {"https://x.example.org/": ""}, id="no name"),
        pytest.param("a=\u00e9", {"https://x.example.org/": ""}, id="letters that no header may hold"),
        pytest.param("a=1\x00b", {"https://x.example.org/": ""}, id="signs that no header may hold"),
    ],
)
def test_a_cookie_goes_only_where_it_may(line: str, told: dict[str, str]) -> None:
    """As in a browser, but for paths."""
    cookies = ChainCookies()

    cookies.learn("https://x.example.org/page", line)

    assert {url: cookies.header_for(url) for url in told} == told


def test_a_site_cannot_fill_the_memory_with_cookies() -> None:
    """A chain of redirects may set a new one with each header of each answer."""
    cookies = ChainCookies()

    for number in range(10_000):
        cookies.learn("https://x.example.org/page", f"a{number}=1")

    assert cookies.header_for("https://x.example.org/").count("=") == MAX_COOKIES


@pytest.mark.parametrize(
    "location",
    [
        "",
        "   ",
        "file:///etc/passwd",
        "data:text/html,hello",
        "javascript:alert(1)",
        "ftp://example.org/",
        "http://[::1",
    ],
)
def test_redirects_that_lead_nowhere_on_the_web_are_bad(location: str) -> None:
    """None of these is a page."""
    with pytest.raises(Refusal) as refused:
        redirect_target("http://example.org/a", location)

    assert refused.value.access is Access.BAD_REDIRECT


def test_a_refresh_is_followed_when_the_page_is_nothing_else() -> None:
    """A page that keeps itself up to date refreshes too, and is the page."""
    sends_on = '<html><head><meta http-equiv="refresh" content="1;url=/there"></head><body>Moved</body></html>'
    newsroom = prose(500).replace("<head>", '<head><meta http-equiv="refresh" content="20; url=/there">')
    with Loopback({"/old": reply(sends_on), "/live": reply(newsroom), "/there": PAGE}) as site:
        followed, stayed = fetch(site.url("/old")), fetch(site.url("/live"))

        assert [hop.kind for hop in followed.chain] == ["http", "meta-refresh"]
        assert followed.access is Access.OK
        assert stayed.final_url == site.url("/live")


def test_a_refresh_after_a_minute_leaves_time_to_read() -> None:
    """Its readers have the page before them."""
    page = prose(15).replace("<head>", '<head><meta http-equiv="refresh" content="60; url=/there">')
    with Loopback({"/brief": reply(page), "/there": PAGE}) as site:
        assert fetch(site.url("/brief")).final_url == site.url("/brief")


@pytest.mark.parametrize("target", ["data:text/html,hello", "javascript:go()", "/round"])
def test_a_refresh_to_nowhere_is_a_bad_redirect(target: str) -> None:
    """As it would be for a redirect."""
    page = f'<html><head><meta http-equiv="refresh" content="0; url={target}"></head><body>Moved</body></html>'
    back = page.replace(target, "/old")
    with Loopback({"/old": reply(page), "/round": reply(back)}) as site:
        assert fetch(site.url("/old")).access in (Access.BAD_REDIRECT, Access.OK)
        assert len(site.requests) <= 2


def test_a_header_refresh_counts_as_well() -> None:
    """Old servers send it as a header."""
    with Loopback({"/old": reply("moved", Refresh="0; url=/there"), "/there": PAGE}) as site:
        assert fetch(site.url("/old")).final_url == site.url("/there")


@pytest.mark.parametrize(
    ("other", "is_next"),
    [
        ("https://example.org/story?page=2", True),
        ("https://example.org/story/2", True),
        ("https://example.org/story/page/2/", True),
        ("https://example.org/story-2.html", True),
        ("https://example.org/story_p2", True),
        ("https://example.org/another-story", False),
        ("https://example.org/2024/06/another", False),
        ("https://elsewhere.example/story?page=2", False),
        ("https://example.org/story-of-1982", False),
    ],
)
def test_a_further_page_is_told_from_the_next_article(other: str, is_next: bool) -> None:  # noqa: FBT001 - a table
    """Both are called "next" in the markup."""
    assert is_next_page("https://example.org/story", other) is is_next


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        pytest.param("HTTP://Example.ORG/A", "http://example.org/A", id="case"),
        pytest.param("example.org/a b", "http://example.org/a%20b", id="no scheme, a blank"),
        pytest.param("localhost:80/x", "http://localhost/x", id="host and port are no scheme"),
        pytest.param("https://example.org:443/", "https://example.org/", id="the usual port"),
        pytest.param("http://user:pw@example.org/", "http://example.org/", id="credentials stay at home"),
        pytest.param("http://b\u00fccher.example/\u00fc", "http://xn--bcher-kva.example/%C3%BC", id="other letters"),
        pytest.param("http://example.org/100%/%zz", "http://example.org/100%/%zz", id="stray percent signs"),
        pytest.param("http://example.org/a\n/b", "http://example.org/a/b", id="a broken line"),
        pytest.param("http://example.org/#:~:text=x y", "http://example.org/", id="a text fragment"),
    ],
)
def test_urls_are_made_fetchable(url: str, asked: str) -> None:
    """As people write them, and as servers want them."""
    assert fetchable(url) == asked


@pytest.mark.parametrize(
    "url",
    ["", "http://", "http:///x", "http://exa mple.org/", "http://h:99999/", "http://[::1/x", "mailto:a@example.org",
     "http://" + "a" * 64 + ".example/", "http:\\\\example.org\\x", "http://example.org/" + "a" * 20_000,
     "http://\u2665\ufe0f.example/", "http://a<b>.example/", "http://127.0.1.999/", "http://example.12/"],
)  # fmt: skip
def test_what_can_be_no_url_is_invalid(url: str) -> None:
    """The article's own fault, told without a request."""
    with pytest.raises(Refusal) as refused:
        fetchable(url)

    assert refused.value.access is Access.INVALID_URL


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("https://news.paper.co.uk/a", "https://www.paper.co.uk/b", True, id="below a country's registry"),
        pytest.param("https://paper.co.uk/a", "https://other.co.uk/", False, id="two names of one registry"),
        pytest.param("https://a.paper.example/", "https://b.paper.example/", True, id="two hosts of a name"),
        pytest.param("https://paper.example/", "https://paper.test/", False, id="two top levels"),
        pytest.param("https://co.example.org/", "https://org.example.org/", True, id="a label like a registry's"),
        pytest.param("http://10.1.2.3/", "http://11.1.2.3/", False, id="addresses"),
    ],
)
def test_sites_are_told_apart_by_the_names_that_owners_register(one: str, other: str, *, same: bool) -> None:
    """A redirect to another owner's home page is another finding than one to the site's own."""
    assert same_site(one, other) is same
