"""A run of the fetcher: what is asked again and what is not, what is kept to itself, and what survives a kill."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from authority import server_context
from loopback import Answer, Loopback, Request, prose, redirect, reply, to_loopback
from pdf_files import pdf_file

from citations.errors import UnfinishedError
from verifier.fetching import (
    Access,
    ArchiveMode,
    FetchSettings,
    HostHeader,
    HttpFetcher,
    Limits,
    OfflineFetcher,
    PageRequest,
    Snapshot,
)
from verifier.fetching.clients import user_agent
from verifier.snapshots import SnapshotStore

ALLOWED = (ip_network("127.0.0.0/8"),)
SETTINGS = FetchSettings(robots=False, allow_private=ALLOWED, limits=Limits(second_look_s=0.01))
PAGE = reply(prose(500), ETag='"1"', Last_Modified="Sun, 01 Mar 2026 12:00:00 GMT")
NOT_SERVED = "the server does not serve the page to us"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Runs:
    """Runs of the fetcher on one store, at times that the test chooses."""

    def __init__(self, settings: FetchSettings = SETTINGS) -> None:
        self.store, self.settings, self.now = SnapshotStore(":memory:"), settings, NOW

    def __call__(self, *urls: str, days_later: float = 0) -> list[Snapshot]:
        """Fetch some pages, so many days after the last run."""
        self.now += timedelta(days=days_later)
        got: list[Snapshot] = []
        fetcher = HttpFetcher(self.store, self.settings, resolver=to_loopback, clock=lambda: self.now)
        fetcher.fetch([PageRequest(url=url) for url in urls], got.append)
        return got


def in_turn(*answers: bytes) -> Answer:
    """Give one answer after the other, then the last for ever."""
    left = list(answers)

    def answer(_: Request) -> bytes:
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


def test_a_young_page_is_not_asked_for_again() -> None:
    """The store is the cache."""
    with Loopback({"/": PAGE}) as site:
        runs = Runs()
        first, second = runs(site.url()), runs(site.url(), days_later=0.5)

        assert first == second
        assert len(site.requests) == 1


def test_an_old_page_is_asked_for_with_its_validators() -> None:
    """304 saves its bytes, and the page counts as read today."""

    def unchanged(request: Request) -> bytes:
        known = request.headers.get("if-none-match") == '"1"' and "if-modified-since" in request.headers
        return b"HTTP/1.1 304 Not Modified\r\n\r\n" if known else PAGE

    with Loopback({"/": unchanged}) as site:
        runs = Runs()
        first, second = runs(site.url())[0], runs(site.url(), days_later=2)[0]

        assert (second.access, second.body, second.sha256) == (first.access, first.body, first.sha256)
        assert second.fetched_at == "2026-03-03T12:00:00Z"
        assert len(site.requests) == 2


def test_a_page_that_was_kept_by_a_clock_ahead_of_ours_is_asked_for_again() -> None:
    """Its time lies years ahead; until then it would answer every run, however much the page changes."""
    with Loopback({"/": PAGE}) as site:
        run = Runs()
        run(site.url("/"))
        (again,) = run(site.url("/"), days_later=-1000)

    assert len(site.requests) == 2
    assert again.fetched_at[:4] == "2023"


def test_each_page_is_fetched_once() -> None:
    """However many notes cite it, with whatever fragment."""
    with Loopback({"/": PAGE}) as site:
        assert len(Runs()(site.url(), site.url() + "#:~:text=pier", site.url())) == 1
        assert len(site.requests) == 1


def test_a_failure_answers_no_later_run() -> None:
    """It is asked for again, and its history is kept until it is back."""
    with Loopback({"/": in_turn(*[reply("no", status=403)] * 2, PAGE)}) as site:
        runs = Runs()
        histories = [(one.access, one.failures, one.failure_days) for one in
                     (runs(site.url())[0], runs(site.url(), days_later=1)[0], runs(site.url())[0])]  # fmt: skip

        assert histories == [(Access.BLOCKED, 1, 1), (Access.BLOCKED, 2, 2), (Access.OK, 0, 0)]


def test_a_page_that_was_read_once_stands_in_while_its_server_is_in_trouble() -> None:
    """A CI job is never red because a server said 403, and the claim is still judged by what was read."""
    with Loopback({"/": in_turn(PAGE, reply("no", status=403))}) as site:
        runs = Runs()
        first, second = runs(site.url())[0], runs(site.url(), days_later=2)[0]

        assert second.access is Access.OK
        assert second.body == first.body
        assert second.fetched_at == first.fetched_at
        assert second.reason == "read on 2026-03-01; on 2026-03-03 it could not be: HTTP 403 X: " + NOT_SERVED
        assert second.failures == 1
        assert replayed(runs.store, site.url()) == second


def replayed(store: SnapshotStore, url: str) -> Snapshot:
    """Give what an offline run is told."""
    got: list[Snapshot] = []
    OfflineFetcher(store).fetch([PageRequest(url=url)], got.append)
    return got[0]


def test_a_page_that_was_read_once_does_not_stand_in_when_it_is_gone() -> None:
    """That is the article's fault, and news."""
    with Loopback({"/": in_turn(PAGE, reply("gone", status=410))}) as site:
        runs = Runs(FetchSettings(robots=False, allow_private=ALLOWED, archive=ArchiveMode.NONE))
        runs(site.url())

        assert runs(site.url(), days_later=2)[0].access is Access.GONE
        page = runs.store.good(site.url())
        assert page is not None
        assert page.body


@pytest.mark.parametrize(
    ("second", "access"),
    [
        pytest.param(reply("no", status=404), Access.GONE, id="the second look agrees"),
        pytest.param(PAGE, Access.OK, id="it was a bad moment"),
        pytest.param(reply("no", status=403), Access.BLOCKED, id="nobody knows"),
    ],
)
def test_one_failure_is_not_death(second: bytes, access: Access) -> None:
    """A page that seems gone is looked at again at the end of the run."""
    with Loopback({"/": in_turn(reply("no", status=404), second)}) as site:
        snapshot = Runs()(site.url())[0]

        assert snapshot.access is access
        assert len(site.requests) == 2


def test_an_earlier_run_counts_as_the_first_look() -> None:
    """It need not be asked twice in every run."""
    with Loopback({"/": reply("no", status=404)}) as site:
        runs = Runs()
        runs(site.url())
        runs(site.url(), days_later=1)

        assert len(site.requests) == 3


def test_an_offline_run_gives_what_the_run_before_gave() -> None:
    """Byte for byte, failures included."""
    with Loopback({"/a": PAGE, "/b": redirect("/c?token=secret"), "/c?token=secret": PAGE}) as site:
        runs, urls = Runs(), [site.url(path) for path in ("/a", "/b", "/lost")]

        online = sorted(runs(*urls), key=lambda one: one.url)

        assert [replayed(runs.store, url) for url in urls] == online
        assert not any("secret" in str(one.final_url) for one in online)


def test_a_disk_that_fills_up_in_the_middle_is_told_as_such(tmp_path: Path) -> None:
    """Pages are fetched by groups of tasks, and a group of errors says nothing to the one who waits."""
    filled = 0

    def fill(_: Snapshot) -> None:
        nonlocal filled
        filled += 1
        store._db.execute("PRAGMA max_page_count=1")

    def fetch(store: SnapshotStore, urls: Sequence[str]) -> None:
        with store:
            HttpFetcher(store, SETTINGS, resolver=to_loopback).fetch([PageRequest(url=url) for url in urls], fill)

    with Loopback(pages={f"/{n}": reply(os.urandom(50_000).hex()) for n in range(6)}) as server:
        store = SnapshotStore(tmp_path / "store.sqlite")
        with pytest.raises(UnfinishedError, match=r"store\.sqlite failed: .*full"):
            fetch(store, [server.url(f"/{n}") for n in range(6)])

    assert filled
    with SnapshotStore(tmp_path / "store.sqlite") as kept_store:
        assert len(kept_store.urls()) == filled


def test_a_good_page_over_tls_is_read(tmp_path: Path) -> None:
    """With an authority of the user's own; without it the certificate is refused."""
    context, bundle = server_context(tmp_path, "pages.example")
    with Loopback({"/": PAGE}, tls=context) as site:
        trusted = Runs(FetchSettings(robots=False, allow_private=ALLOWED, ca_bundle=bundle))
        assert trusted(site.url("/", "pages.example"))[0].access is Access.OK

        stranger = trusted(site.url("/", "other.example"))[0]
        assert stranger.access is Access.TLS_ERROR
        assert "other.example" in stranger.reason
        assert Runs()(site.url("/", "pages.example"))[0].access is Access.TLS_ERROR


def test_headers_of_the_user_go_to_their_host_over_tls_and_nowhere_else(tmp_path: Path) -> None:
    """A pull request must not be able to lead them elsewhere."""
    context, bundle = server_context(tmp_path, "pages.example", "other.example")
    pages: dict[str, Answer] = {"/page": PAGE, "/inside": redirect("/page")}
    with Loopback(pages, tls=context) as site, Loopback({"/page": PAGE}) as plain:
        site.pages["/away"] = redirect(site.url("/back", "other.example"))
        site.pages["/back"] = redirect(site.url("/page", "pages.example"))
        named = HostHeader(host=f"pages.example:{site.port}", name="Cookie", value="subscription=1")
        settings = FetchSettings(robots=False, allow_private=ALLOWED, ca_bundle=bundle, host_headers=(named,))

        def told(server: Loopback, url: str) -> list[bool]:
            del server.requests[:]
            Runs(settings)(url)
            return ["subscription=1" in request.headers.get("cookie", "") for request in server.requests]

        assert told(site, site.url("/inside", "pages.example")) == [True, True]
        assert told(site, site.url("/page", "other.example")) == [False]
        assert told(site, site.url("/away", "pages.example")) == [True, False, False]
        assert told(plain, plain.url("/page", "pages.example")) == [False]
        assert "subscription" not in repr(settings)


def test_the_agent_says_who_asks() -> None:
    """Honestly, and with an address to write to; a contact cannot add lines."""
    agent = user_agent("desk@example.org\r\nX-Evil: 1")

    assert agent.startswith("provenote/")
    assert "desk@example.org" in agent
    assert "\n" not in agent


PAPER = 'name="citation_title" content="Herons"><meta name="citation_author" content="Marchbank, O."'
ABSTRACT = prose(60).replace("<head>", '<head><meta name="citation_pdf_url" content="/full.pdf">')


def test_an_abstract_leads_to_its_pdf() -> None:
    """What a claim rests on stands in the paper; the way there is kept."""
    paper = reply(pdf_file([["The survey counted 41 herons in the upper valley."]]), content_type="application/pdf")
    with Loopback({"/abstract": reply(ABSTRACT), "/full.pdf": paper}) as site:
        snapshot = Runs()(site.url("/abstract"))[0]

        assert snapshot.access is Access.OK
        assert snapshot.body.startswith(b"%PDF")
        assert (snapshot.final_url, [hop.kind for hop in snapshot.chain]) == (site.url("/full.pdf"), ["http", "pdf"])


@pytest.mark.parametrize(
    ("words", "meta", "access"),
    [
        pytest.param(900, 'name="citation_pdf_url" content="/full.pdf"', Access.OK, id="the page is the text itself"),
        pytest.param(
            60,
            'name="citation_pdf_url" content="http://elsewhere.example/full.pdf"',
            Access.PART_ONLY,
            id="the paper lies with somebody else",
        ),
        pytest.param(400, PAPER, Access.PART_ONLY, id="an abstract without a paper"),
        pytest.param(900, PAPER, Access.OK, id="a paper as a page"),
        pytest.param(
            400, 'name="citation_title" content="Herons"', Access.OK, id="a site that has the field everywhere"
        ),
        pytest.param(400, 'property="og:type" content="books.book"', Access.PART_ONLY, id="a page about a book"),
        pytest.param(60, 'property="og:type" content="article"', Access.OK, id="any other page"),
    ],
)
def test_a_page_about_a_work_is_not_the_work(words: int, meta: str, access: Access) -> None:
    """What a paper or a book says does not stand there; no step leads to a PDF of another site."""
    page = prose(words).replace("<head>", f"<head><meta {meta}>")
    with Loopback({"/page": reply(page)}) as site:
        snapshot = Runs()(site.url("/page"))[0]

        assert (snapshot.access, snapshot.final_url) == (access, site.url("/page"))
        assert len(site.requests) == 1


def test_validators_are_sent_to_the_page_that_they_are_of() -> None:
    """A redirect that has learnt of them might say "not modified" of itself."""
    with Loopback({"/old": redirect("/new"), "/new": PAGE}) as site:
        runs = Runs()
        runs(site.url("/old"))
        runs(site.url("/old"), days_later=2)
        asked = [(one.target, "if-none-match" in one.headers) for one in site.requests]

    assert asked == [("/old", False), ("/new", False), ("/old", False), ("/new", True)]


def test_an_abstract_whose_paper_is_closed_is_a_part_only() -> None:
    """One step on the same site, no further."""
    landing = reply(ABSTRACT)
    with Loopback({"/abstract": landing, "/full.pdf": reply("no", status=403)}) as site:
        snapshot = Runs()(site.url("/abstract"))[0]

        assert snapshot.access is Access.PART_ONLY
        assert "/full.pdf" in snapshot.reason


def test_the_second_page_of_an_article_is_read_with_the_first() -> None:
    """And an article of three pages is read in part."""
    first = prose(60, about="first").replace("<head>", '<head><link rel="next" href="/story?page=2">')
    second = prose(60, about="second")
    third = second.replace("<head>", '<head><link rel="next" href="/story?page=3">')
    with Loopback({"/story": reply(first), "/story?page=2": in_turn(reply(second), reply(third))}) as site:
        whole, part = Runs()(site.url("/story"))[0], Runs()(site.url("/story"))[0]

        assert whole.access is Access.OK
        assert b"first council" in whole.body
        assert b"second council" in whole.body
        assert [hop.kind for hop in whole.chain] == ["http", "next"]
        assert part.access is Access.PART_ONLY


RUN = """
import sys
from ipaddress import ip_network
from verifier.fetching import FetchSettings, HttpFetcher, PageRequest
from verifier.snapshots import SnapshotStore
settings = FetchSettings(robots=False, allow_private=(ip_network("127.0.0.0/8"),))
with SnapshotStore(sys.argv[1]) as store:
    requests = [PageRequest(url=url) for url in sys.argv[2:]]
    HttpFetcher(store, settings).fetch(requests, lambda snapshot: print(snapshot.url, flush=True))
"""


def test_a_run_that_is_killed_resumes_without_fetching_again(tmp_path: Path) -> None:
    """Killed 15 times at random moments: no stored page is lost, none is asked for again."""
    chance = random.Random(7)  # noqa: S311 - no secret
    path = tmp_path / "store.sqlite"
    with Loopback({f"/{number}": reply(prose(500)) for number in range(120)}, delay_s=0.005) as site:
        urls = [site.url(f"/{number}") for number in range(120)]
        stored: set[str] = set()
        for _ in range(15):
            del site.requests[:]
            command = [sys.executable, "-c", RUN, str(path), *urls]
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
                assert run.stdout is not None
                for _ in range(len(stored) + 1):
                    run.stdout.readline()
                time.sleep(chance.random() * 0.1)
                os.kill(run.pid, signal.SIGKILL)
                run.stdout.read()
            assert not stored & {site.url(request.target) for request in site.requests}
            with SnapshotStore(path) as store:
                assert stored <= set(store.urls())
                stored = set(store.urls())
                assert not list(store.damaged())

    assert len(stored) >= 15


def test_after_max_time_nothing_more_is_asked_for() -> None:
    """What was read in time is judged; the rest is not checked, and has not failed."""
    pages: dict[str, Answer] = {f"/{number}": PAGE for number in range(40)}
    with Loopback(pages=pages, delay_s=0.05) as server:
        runs = Runs(replace(SETTINGS, max_time_s=0.4))
        got = runs(*(server.url(target) for target in pages))
        asked = len(server.requests)

    read = [one for one in got if one.access is Access.OK]
    left = [one for one in got if one.access is Access.NOT_CHECKED]
    assert len(got) == len(pages)
    assert 2 <= len(read) <= asked <= len(read) + 2 < len(pages)
    assert {one.reason for one in left} == {"the time set with --max-time was up"}
    assert len(left) == len(pages) - len(read)
    assert [runs.store.get(one.url) for one in left] == [None] * len(left)


def test_max_time_ends_the_patience_that_a_site_asks_for() -> None:
    """A long delay between two requests would else hold up a run for as long as there are pages."""
    robots = reply("User-agent: *\nCrawl-delay: 20\n", content_type="text/plain")
    with Loopback(pages={"/robots.txt": robots, "/a": PAGE, "/b": PAGE}) as server:
        began = time.monotonic()
        got = Runs(replace(SETTINGS, robots=True, max_time_s=0.5))(server.url("/a"), server.url("/b"))

    assert time.monotonic() - began < 3
    assert sorted(one.access for one in got) == [Access.NOT_CHECKED, Access.OK]


def test_a_page_that_seemed_gone_when_the_time_was_up_is_not_called_gone() -> None:
    """It needs a second look, and there was none."""
    with Loopback() as server:
        limits = replace(SETTINGS.limits, second_look_s=0.3)
        (got,) = Runs(replace(SETTINGS, limits=limits, max_time_s=0.2))(server.url("/a"))

    assert got.access is Access.NOT_CHECKED


def test_what_there_is_no_time_for_is_answered_by_an_older_page() -> None:
    """It is what a server in trouble gets too."""
    with Loopback(pages={"/a": PAGE}) as server:
        runs = Runs()
        runs(server.url("/a"))
        runs.settings = replace(SETTINGS, max_time_s=0.0)
        (got,) = runs(server.url("/a"), days_later=3)

    assert got.access is Access.OK
    assert got.reason == "read on 2026-03-01; on 2026-03-04 the time set with --max-time was up"
    assert got.failures == 0
