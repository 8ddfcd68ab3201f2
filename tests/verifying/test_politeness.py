"""Being a good guest: rests are counted from the end of an answer, and patience is given where it is asked for."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import Loopback, Request, fetched, prose, reply

from verifier.fetching import Access, FetchSettings, Limits
from verifier.fetching.politeness import LONGEST_REST_S, HostGate, backoff, retry_after

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALLOWED = (ip_network("127.0.0.0/8"),)
PLAIN = FetchSettings(robots=False, allow_private=ALLOWED)
PAGE = reply(prose(500))


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        pytest.param("3", 3.0, id="seconds"),
        pytest.param(" 120 ", 120.0, id="blanks around"),
        pytest.param(format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0, id="a date ahead"),
        pytest.param(format_datetime(NOW - timedelta(days=1), usegmt=True), None, id="a date of the past"),
        pytest.param("Sun, 01 Mar 2026 12:01:30 -0000", 90.0, id="a date without a zone"),
        pytest.param("-5", None, id="negative"),
        pytest.param("soon", None, id="words"),
        pytest.param("1.5e99", None, id="no whole number"),
        pytest.param("9" * 400, None, id="without end"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_reads_how_long_a_server_wants_us_to_wait(said: str, seconds: float | None) -> None:
    """What makes no sense counts as not said."""
    assert retry_after({"retry-after": said}, NOW) == seconds


@given(st.text(max_size=80))
def test_whatever_retry_after_says_it_is_a_time_or_nothing(said: str) -> None:
    """A header is foreign text."""
    wait = retry_after({"retry-after": said}, NOW)

    assert wait is None or wait >= 0


def test_pauses_double_and_vary() -> None:
    """Many clients that failed together must not come back together."""
    assert backoff(1, lambda: 0.5) == 2 * backoff(0, lambda: 0.5)
    assert backoff(0, lambda: 0.0) < backoff(0, lambda: 0.9)


def test_a_place_rests_from_the_end_of_its_answer() -> None:
    """A slow server gets more rest than a fast one, not less."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await asyncio.sleep(seconds)

    async def two_requests() -> None:
        gate = HostGate(Limits(per_host=1), 0.05, sleep)
        await gate.enter()
        await asyncio.sleep(0.05)
        gate.leave(0.05)
        await gate.enter()

    asyncio.run(two_requests())

    assert sum(slept) == pytest.approx(0.05, abs=0.02)


def test_a_slow_answer_lengthens_the_rest() -> None:
    """It shows a busy server."""

    async def rest_after(took_s: float) -> float:
        waited: list[float] = []

        async def sleep(seconds: float) -> None:
            waited.append(seconds)
            gate.rest_s = 0
            await asyncio.sleep(min(seconds, 0.001))
            if len(waited) > 1:
                raise asyncio.CancelledError

        gate = HostGate(Limits(per_host=1), 0.05, sleep)
        await gate.enter()
        gate.leave(took_s)
        with suppress(asyncio.CancelledError):
            await gate.enter()
        return waited[0]

    assert asyncio.run(rest_after(0.2)) == pytest.approx(0.05, abs=0.01)
    assert asyncio.run(rest_after(3.0)) == pytest.approx(3.0, abs=0.01)
    assert asyncio.run(rest_after(25.0)) == pytest.approx(LONGEST_REST_S, abs=0.01)


def test_a_delay_that_a_site_asks_for_is_counted_from_the_end_of_an_answer() -> None:
    """Between two requests, one at a time: the other place must not be taken as soon as the first is given back."""

    async def between() -> float:
        gate = HostGate(Limits(per_host=2), 0.01, asyncio.sleep)
        gate.slow_down(0.2)
        await gate.enter()
        await asyncio.sleep(0.15)
        gate.leave(0.15)
        ended = asyncio.get_running_loop().time()
        await gate.enter()
        return asyncio.get_running_loop().time() - ended

    assert asyncio.run(between()) >= 0.19


def test_the_longer_patience_counts() -> None:
    """Two pages of a host may be told different times, the shorter one last."""

    async def waited() -> float:
        gate = HostGate(Limits(), 0, asyncio.sleep)
        gate.pause(0.3)
        gate.pause(0.05)
        began = asyncio.get_running_loop().time()
        await gate.enter()
        return asyncio.get_running_loop().time() - began

    assert asyncio.run(waited()) >= 0.29


def test_a_page_that_is_given_up_gives_its_place_back() -> None:
    """Two of them would close a host for the rest of the run."""

    async def run() -> None:
        gate = HostGate(Limits(per_host=1), 0, asyncio.sleep)
        gate.pause(0.1)
        given_up = asyncio.ensure_future(gate.enter())
        await asyncio.sleep(0.02)
        given_up.cancel()
        await asyncio.wait_for(gate.enter(), 2)

    asyncio.run(run())


def test_the_patience_that_one_page_asks_for_holds_for_its_host() -> None:
    """A server that says "too many requests" means all of them."""

    def first_too_much(request: Request) -> bytes:
        return reply("slow down", status=429, Retry_After="1") if site.asked(request.target) == 1 else PAGE

    with Loopback({"/a": first_too_much, "/b": PAGE, "/c": PAGE, "/d": PAGE}) as site:
        settings = FetchSettings(robots=False, allow_private=ALLOWED)
        fetched(*map(site.url, ("/a", "/b", "/c", "/d")), settings=settings)
        times = sorted(request.at for request in site.requests)

    assert times[2] - times[0] >= 0.95, "the first two were under way"


def test_no_more_than_two_requests_are_at_a_host_at_once() -> None:
    """And each place rests: ten pages at two places take at least four rests."""
    running, peak = 0, 0

    def count(_: Request) -> bytes:
        nonlocal peak
        peak = max(peak, len(site.requests))
        return PAGE

    with Loopback({f"/{number}": count for number in range(10)}, delay_s=0.01) as site:
        fetched(*(site.url(f"/{number}") for number in range(10)), settings=PLAIN)
        times = sorted(request.at for request in site.requests)

    assert running == 0
    assert times[-1] - times[0] >= 4 * 0.05
    assert all(later - earlier >= 0.045 for earlier, later in zip(times, times[2:], strict=False))


def test_a_delay_for_a_host_is_kept() -> None:
    """``--host-delay`` for a site that is known to be touchy."""
    with Loopback({f"/{number}": PAGE for number in range(3)}) as site:
        settings = FetchSettings(robots=False, allow_private=ALLOWED, host_delays=(("127.0.0.1", 0.3),))
        fetched(*(site.url(f"/{number}") for number in range(3)), settings=settings)
        times = sorted(request.at for request in site.requests)

    assert times[2] - times[0] >= 0.29


def test_a_page_that_was_too_much_at_first_is_had_by_waiting() -> None:
    """429 with Retry-After is an invitation, not an end."""

    def once(request: Request) -> bytes:
        return reply("slow down", status=429, Retry_After="1") if site.asked(request.target) == 1 else PAGE

    with Loopback({"/": once}) as site:
        (snapshot,) = fetched(site.url("/"), settings=PLAIN)
        first, second = (request.at for request in site.requests)

    assert snapshot.access is Access.OK
    assert second - first >= 1


@pytest.mark.parametrize("seconds", [20, 3600], ids=["within the time of a page", "an hour"])
@pytest.mark.parametrize("times", [1, 2], ids=["said once", "said twice"])
def test_more_patience_than_we_have_is_left_for_another_run(seconds: int, times: int) -> None:
    """It is not waited for: the page is rate-limited, which is nobody's fault. Some proxies say it once more."""
    said = f"Retry-After: {seconds}\r\n".encode() * times
    answer = reply("slow down", status=429).replace(b"Content-Type:", said + b"Content-Type:")
    with Loopback({"/": answer}) as site:
        (snapshot,) = fetched(site.url("/"), settings=PLAIN)

        assert snapshot.access is Access.RATE_LIMITED
        assert len(site.requests) == 1


@pytest.mark.parametrize(
    ("status", "access"),
    [
        (503, Access.TEMPORARY),
        (429, Access.RATE_LIMITED),
        (408, Access.TEMPORARY),
        (425, Access.TEMPORARY),
        (522, Access.TEMPORARY),
    ],
)
def test_trouble_is_tried_three_times_and_no_more(status: int, access: Access) -> None:
    """Two retries, with a pause before each."""

    async def no_wait(_: float) -> None:
        await asyncio.sleep(0)

    with Loopback({"/": reply("trouble", status=status)}) as site:
        settings = FetchSettings(robots=False, allow_private=ALLOWED, limits=Limits(rest_s=0))
        (snapshot,) = fetched(site.url("/"), settings=settings, sleep=no_wait)

        assert snapshot.access is access
        assert len(site.requests) == 3
