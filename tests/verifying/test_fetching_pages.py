"""The fetcher above its transport, with pages that respx answers: what is asked for, and what is made of it."""

import gc

import httpx
import respx

from verifier.fetching import Access, ArchiveMode, FetchSettings, HttpFetcher, Limits, PageRequest, Snapshot
from verifier.snapshots import SnapshotStore

PROSE = "The ferry to the island of Fell leaves at nine and returns before the evening, on every day but Sunday. " * 12
PAGE = f"<html><head><title>The ferry</title></head><body><main><p>{PROSE}</p></main></body></html>"


class Answered(httpx.AsyncBaseTransport):
    """A transport whose answers a router gives, as a stream like those of the network."""

    def __init__(self, router: respx.MockRouter) -> None:
        self._router = router

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Give the router's answer."""
        answer = await self._router.async_handler(request)
        return httpx.Response(answer.status_code, headers=answer.headers, stream=httpx.ByteStream(answer.content))


def _fetch(router: respx.MockRouter, *urls: str, robots: bool = False) -> list[Snapshot]:
    """Fetch pages that the router answers, in the place of the network."""
    settings = FetchSettings(robots=robots, archive=ArchiveMode.NONE, limits=Limits(second_look_s=0.0))
    got: list[Snapshot] = []
    with SnapshotStore(":memory:") as store:
        fetcher = HttpFetcher(store, settings, transport_for=lambda _: Answered(router))
        fetcher.fetch([PageRequest(url=url) for url in urls], got.append)
    return got


def test_a_page_is_asked_for_once_with_an_honest_name() -> None:
    """GET only, with our name and address, without cookies."""
    router = respx.MockRouter()
    route = router.get("https://a.example/ferry").respond(200, html=PAGE)

    (snapshot,) = _fetch(router, "https://a.example/ferry")

    assert snapshot.access is Access.OK
    assert route.call_count == 1
    sent = route.calls.last.request
    assert sent.headers["user-agent"].startswith("provenote/")
    assert sent.headers["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in sent.headers


def test_a_redirect_is_followed_by_hand_and_kept() -> None:
    """The chain is evidence."""
    router = respx.MockRouter()
    router.get("https://a.example/old").respond(301, headers={"Location": "/new"})
    router.get("https://a.example/new").respond(200, html=PAGE)

    (snapshot,) = _fetch(router, "https://a.example/old")

    assert snapshot.final_url == "https://a.example/new"
    assert [(hop.url, hop.status) for hop in snapshot.chain] == [
        ("https://a.example/old", 301),
        ("https://a.example/new", 200),
    ]


def test_a_page_that_robots_txt_closes_is_not_asked_for() -> None:
    """And the reason is its own answer."""
    router = respx.MockRouter(assert_all_called=False)
    router.get("https://a.example/robots.txt").respond(200, text="User-agent: *\nDisallow: /private/\n")
    page = router.get("https://a.example/private/page").respond(200, html=PAGE)

    (snapshot,) = _fetch(router, "https://a.example/private/page", robots=True)

    assert snapshot.access is Access.ROBOTS
    assert not page.called


def test_a_page_that_is_gone_is_looked_at_twice() -> None:
    """One failure is not death."""
    router = respx.MockRouter()
    route = router.get("https://a.example/lost").respond(404, html="<h1>Not found</h1>")

    (snapshot,) = _fetch(router, "https://a.example/lost")

    assert (snapshot.access, route.call_count) == (Access.GONE, 2)


def test_no_page_is_held_until_it_is_looked_at_again() -> None:
    """An archive has a thousand dead links, and each of their pages may have ten megabytes."""
    held: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        del request
        held.append(sum(1 for one in gc.get_objects() if isinstance(one, Snapshot) and b"lost pier" in one.body))
        return httpx.Response(404, html="<h1>The lost pier</h1>")

    router = respx.MockRouter()
    router.get("https://a.example/lost").mock(side_effect=answer)

    _fetch(router, "https://a.example/lost")

    assert held == [0, 0]
