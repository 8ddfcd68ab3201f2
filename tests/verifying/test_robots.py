"""robots.txt is honoured, its delay too, and no file of that name can do harm."""

import asyncio
import time
from ipaddress import ip_network
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import Loopback, fetched, prose, redirect, reply, to_loopback

from verifier.fetching import Access, FetchSettings, Limits, Snapshot
from verifier.fetching.addresses import system_resolver
from verifier.fetching.clients import Answer, Clients
from verifier.fetching.hosts import Hosts
from verifier.fetching.refusals import Refusal
from verifier.fetching.robots import rules_of

ALLOWED = (ip_network("127.0.0.0/8"),)
PAGE = reply(prose(500))
URL = "http://example.org/robots.txt"


def fetch(urls: list[str], *, robots: bool = True, **more: Any) -> list[Snapshot]:
    """Fetch some pages; every name leads to loopback."""
    settings = FetchSettings(robots=robots, allow_private=ALLOWED, **more)
    return fetched(*urls, settings=settings, resolver=to_loopback)


def test_a_page_that_programs_shall_leave_alone_is_left_alone() -> None:
    """It is not the article's fault, and not fetched."""
    with Loopback(
        {"/robots.txt": reply("User-agent: *\nDisallow: /x/\n", content_type="text/plain"), "/x/1": PAGE}
    ) as site:
        snapshot = fetch([site.url("/x/1")])[0]

        assert snapshot.access is Access.ROBOTS
        assert site.asked("/x/1") == 0


def test_a_person_could_open_it_so_there_is_a_switch() -> None:
    """``--no-robots`` asks for no file at all."""
    with Loopback({"/robots.txt": reply("User-agent: *\nDisallow: /\n"), "/x": PAGE}) as site:
        assert fetch([site.url("/x")], robots=False)[0].access is Access.OK
        assert site.asked("/robots.txt") == 0


def test_the_file_is_asked_for_once() -> None:
    """Not for every page of a site."""
    with Loopback({"/robots.txt": reply("User-agent: *\nAllow: /\n"), "/a": PAGE, "/b": PAGE}) as site:
        fetch([site.url("/a"), site.url("/b")])

        assert site.asked("/robots.txt") == 1


def test_the_place_that_a_redirect_leads_to_is_asked_too() -> None:
    """A site's rules hold however one gets there."""
    rules = reply("User-agent: provenote\nDisallow: /there\n", content_type="text/plain")
    with Loopback({"/robots.txt": rules, "/here": redirect("/there"), "/there": PAGE}) as site:
        assert fetch([site.url("/here")])[0].access is Access.ROBOTS


def test_a_crawl_delay_is_kept() -> None:
    """One request at a time, and so long between them."""
    rules = reply("User-agent: *\nCrawl-delay: 0.3\n", content_type="text/plain")
    with Loopback({"/robots.txt": rules, "/a": PAGE, "/b": PAGE, "/c": PAGE}) as site:
        fetch([site.url(path) for path in ("/a", "/b", "/c")])
        times = sorted(request.at for request in site.requests if request.target != "/robots.txt")

    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


def test_a_delay_is_kept_at_the_host_that_asks_for_it() -> None:
    """Its file may lie with another host; and a delay beyond the bound is kept up to it."""
    rules = reply("User-agent: *\nCrawl-delay: 9\n", content_type="text/plain")
    with Loopback() as site:
        there = site.url("/rules", host="other.example")
        site.pages |= {"one.example/robots.txt": redirect(there), "other.example/rules": rules, "/a": PAGE, "/b": PAGE}
        fetch([site.url(path, host="one.example") for path in ("/a", "/b")], limits=Limits(crawl_delay_s=0.3))
        times = sorted(request.at for request in site.requests if request.target in ("/a", "/b"))

    assert 0.29 <= times[1] - times[0] < 3


@pytest.mark.parametrize(("redirects", "access"), [(5, Access.ROBOTS), (6, Access.OK)])
def test_five_redirects_of_the_file_are_followed(redirects: int, access: Access) -> None:
    """As RFC 9309 asks; beyond that there is no file."""
    rules = reply("User-agent: *\nDisallow: /\n", content_type="text/plain")
    steps = ["/robots.txt", *(f"/{number}" for number in range(1, redirects)), "/rules"]
    pages = {one: redirect(other) for one, other in pairwise(steps)}
    with Loopback(pages | {"/rules": rules, "/a": PAGE}) as site:
        assert fetch([site.url("/a")])[0].access is access


def test_the_page_does_not_wait_because_the_file_was_asked_for() -> None:
    """The rules of resting cannot be kept before they are known."""
    with Loopback({"/robots.txt": reply("User-agent: *\nDisallow: /x\n"), "/a": PAGE}) as site:
        fetch([site.url("/a")], host_delays=(("127.0.0.1", 2.0),), limits=Limits(per_host=1))
        first, second = (request.at for request in site.requests)

    assert second - first < 1


def test_a_page_that_is_given_up_takes_the_rules_from_no_other() -> None:
    """All pages of a site wait for one file; the time of one of them may be up meanwhile."""

    async def run(site: Loopback) -> Refusal:
        settings = FetchSettings(allow_private=ALLOWED)
        async with Clients(settings, system_resolver) as clients:
            hosts = Hosts(clients, settings, asyncio.sleep)
            given_up = asyncio.ensure_future(hosts.check_robots(site.url("/a")))
            await asyncio.sleep(0.05)
            given_up.cancel()
            with pytest.raises(Refusal) as refused:
                await hosts.check_robots(site.url("/b"))
            return refused.value

    with Loopback({"/robots.txt": reply("User-agent: *\nDisallow: /\n")}, delay_s=0.2) as site:
        assert asyncio.run(run(site)).access is Access.ROBOTS


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(reply("gone", status=404), id="none"),
        pytest.param(reply("trouble", status=500), id="a server in trouble"),
        pytest.param(reply("<html><body>Welcome</body></html>"), id="a web page"),
        pytest.param(reply(b"\xff\xfe\x00\x01" * 500), id="no text"),
        pytest.param(b"nonsense", id="no HTTP"),
    ],
)
def test_without_rules_the_page_is_fetched(answer: bytes) -> None:
    """A single page that an article cites is tried when its site says nothing readable."""
    with Loopback({"/robots.txt": answer, "/a": PAGE}) as site:
        assert fetch([site.url("/a")])[0].access is Access.OK


def test_patterns_that_are_slow_to_match_are_left_out() -> None:
    """Wildcards multiply: a file of them must not hold up a run."""
    body = ("User-agent: *\n" + "Disallow: /" + "*a" * 900 + "b\n" + "Disallow: /**********x\n" * 1000).encode()
    rules = rules_of(Answer(url=URL, status=200, body=body))

    began = time.monotonic()
    rules.allows("http://example.org/" + "a" * 8000)

    assert time.monotonic() - began < 1


@given(st.binary(max_size=400), st.text(max_size=60))
def test_whatever_the_file_holds_there_is_an_answer(body: bytes, path: str) -> None:
    """It is foreign text."""
    rules = rules_of(Answer(url=URL, status=200, body=b"User-agent: *\n" + body))

    assert rules.allows(f"http://example.org/{path}") in (True, False)
    assert rules.delay_s >= 0


@pytest.mark.parametrize(
    ("status", "body"),
    [
        pytest.param(404, b"User-agent: *\nDisallow: /\n", id="an error page in the form of rules"),
        pytest.param(
            200, b"<html><body>User-agent: *<br>\nDisallow: /\n</body></html>", id="a web page that quotes rules"
        ),
        pytest.param(200, b"<pre>\nUser-agent: *\nDisallow: /\n</pre>", id="a web page with rules line by line"),
        pytest.param(200, b"User-agent: *\nAllow: /\nSitemap: http://example.org/map\n", id="nothing is forbidden"),
    ],
)
def test_what_is_no_file_of_rules_forbids_nothing(status: int, body: bytes) -> None:
    """Sites answer with anything at that address; only rules are rules."""
    assert rules_of(Answer(url=URL, status=status, body=body)).allows("http://example.org/x")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("# padding\n" * 40_000 + "User-agent: *\nDisallow: /x\n", id="at the end of a long file"),
        pytest.param("User-agent: *\nDisallow: /********x\n", id="with stars that say no more than one"),
        pytest.param("User-agent: *\nDisallow: /" + "*a" * 7 + "\nDisallow: /x\n", id="below one that is left out"),
    ],
)
def test_a_rule_is_found_wherever_it_stands(body: str) -> None:
    """RFC 9309 wants 500 KiB of the file read, and bounds on a line must not lose the others."""
    rules = rules_of(Answer(url=URL, status=200, body=body.encode()))

    assert not rules.allows("http://example.org/x")
    assert rules.allows("http://example.org/y")


def test_a_rule_of_many_wildcards_is_left_out() -> None:
    """No site needs seven in one line, and each multiplies the time that a URL takes."""
    body = b"User-agent: *\nDisallow: /" + b"*a" * 7 + b"\n"

    assert rules_of(Answer(url=URL, status=200, body=body)).allows("http://example.org/" + "a" * 9)


@pytest.mark.parametrize(("said", "seconds"), [("2.5", 2.5), ("-3", 0.0), ("nan", 0.0), ("soon", 0.0)])
def test_a_delay_is_a_time_that_can_be_waited_for(said: str, seconds: float) -> None:
    """It is foreign text, and a rest below zero would ask a host faster than any other."""
    body = f"User-agent: *\nCrawl-delay: {said}\n".encode()

    assert rules_of(Answer(url=URL, status=200, body=body)).delay_s == seconds


@pytest.mark.timeout(10)
def test_a_file_of_line_ends_is_read_at_once() -> None:
    """Half a mebibyte of them took minutes."""
    body = b"\n" * (500 << 10) + b"User-agent: *\nDisallow: /a\n"

    rules = rules_of(Answer(url="https://a.example/robots.txt", status=200, body=body[-(500 << 10) :]))

    assert not rules.allows("https://a.example/a")
