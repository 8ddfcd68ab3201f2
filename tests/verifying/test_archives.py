"""Web archives: the copy closest to the wanted date, within a budget, and never for private hosts."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import Loopback, prose, redirect, reply

from citations.dates import DateParts
from verifier.fetching import (
    Access,
    ArchiveMode,
    FetchSettings,
    HttpFetcher,
    Limits,
    OfflineFetcher,
    PageRequest,
    Snapshot,
)
from verifier.fetching.archive_dates import days_of, distance_days, stamp_of
from verifier.fetching.archives import MAX_SILENCES, read_timemap
from verifier.fetching.settings import ArchiveEndpoints
from verifier.snapshots import SnapshotStore

ALLOWED = (ip_network("127.0.0.0/8"),)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LOST = "http://lost.example/pier"
NAMES = {"lost.example": ["93.184.215.14"], "127.0.0.1": ["127.0.0.1"], "inside.example": ["127.0.0.1"]}


async def names(host: str, port: int) -> Sequence[str]:
    """Know these names only."""
    del port
    if host not in NAMES:
        raise OSError(host)
    return NAMES[host]


def endpoints(site: Loopback) -> ArchiveEndpoints:
    """All the interfaces, on loopback."""
    return ArchiveEndpoints(
        availability=site.url("/available?url={url}&timestamp={stamp}"),
        cdx=site.url("/cdx?url={url}&closest={stamp}"),
        capture=site.url("/web/{stamp}id_/{url}"),
        shown=site.url("/web/{stamp}/{url}"),
        timemap=site.url("/timemap/{url}"),
    )


def fetch(
    site: Loopback,
    url: str = LOST,
    *more: str,
    wanted: DateParts = (2021, 3, 4),
    archive: ArchiveMode = ArchiveMode.GONE,
    look_ups: int = 20,
    store: SnapshotStore | None = None,
    days_later: float = 0,
) -> Snapshot:
    """Fetch a page through a proxy on loopback, as no test may reach the network."""
    settings = FetchSettings(
        robots=False,
        proxy=site.url(),
        archive=archive,
        archives=endpoints(site),
        archive_look_ups=look_ups,
        archive_rest_s=0.0,
        allow_private=ALLOWED,
        limits=Limits(second_look_s=0.01, rest_s=0.0),
    )
    got: list[Snapshot] = []
    fetcher = HttpFetcher(store or SnapshotStore(":memory:"), settings, resolver=names,
                          clock=lambda: NOW + timedelta(days=days_later))  # fmt: skip
    fetcher.fetch([PageRequest(url=each, wanted_at=wanted) for each in (url, *more)], got.append)
    return got[0]


def capture(site: Loopback, stamp: str, words: str = "harbour") -> None:
    """Put a copy into the archive."""
    site.pages[f"/web/{stamp}id_/{LOST}"] = reply(prose(200, about=words))


def availability(stamp: str) -> bytes:
    """What the availability interface says."""
    closest = {"available": True, "status": "200", "timestamp": stamp, "url": "http://elsewhere.example/"}
    return reply(json.dumps({"archived_snapshots": {"closest": closest}}), content_type="application/json")


def cdx(*stamps: str) -> bytes:
    """What the CDX interface says."""
    rows = [["timestamp", "original"], *([stamp, LOST] for stamp in stamps)]
    return reply(json.dumps(rows), content_type="application/json")


AVAILABLE = "/available?url=http%3A%2F%2Flost.example%2Fpier&timestamp=20210304120000"
CDX = "/cdx?url=http%3A%2F%2Flost.example%2Fpier&closest=20210304120000"
TIMEMAP = f"/timemap/{LOST}"


def test_a_lost_page_is_read_from_the_copy_closest_to_its_access_date() -> None:
    """Marked with its date and distance, and with what the page itself said."""
    with Loopback({AVAILABLE: availability("20210306050607")}) as site:
        capture(site, "20210306050607")

        snapshot = fetch(site)

        assert (snapshot.access, snapshot.live, snapshot.status) == (Access.ARCHIVED, Access.GONE, 404)
        assert snapshot.archived is not None
        assert snapshot.archived.captured == "2021-03-06T05:06:07Z"
        assert snapshot.archived.distance_days == 2
        assert snapshot.archived.url == site.url(f"/web/20210306050607/{LOST}")
        assert b"harbour council" in snapshot.body
        assert snapshot.reason.startswith("HTTP 404 X; read from an archived copy of 2021-03-06, 2 days")
        assert snapshot.failures == 1


def test_the_next_interface_is_asked_while_nothing_near_is_found() -> None:
    """The first may know only a copy of years ago."""
    with Loopback({AVAILABLE: availability("20120101000000"), CDX: cdx("20210301000000", "20200101000000")}) as site:
        for stamp in ("20120101000000", "20210301000000"):
            capture(site, stamp)

        archived = fetch(site).archived

        assert archived is not None
        assert archived.captured == "2021-03-01T00:00:00Z"


def test_a_copy_of_a_wall_is_passed_over() -> None:
    """Archives keep error pages too."""
    with Loopback({CDX: cdx("20210304000000", "20210101000000")}) as site:
        site.pages[f"/web/20210304000000id_/{LOST}"] = reply("<title>Page not found</title><h1>404</h1>")
        capture(site, "20210101000000")

        archived = fetch(site).archived

        assert archived is not None
        assert archived.captured == "2021-01-01T00:00:00Z"


def test_memento_is_asked_when_wayback_has_nothing() -> None:
    """Other archives hold other pages."""
    with Loopback() as site:
        copy = site.url("/kept/1")
        site.pages[TIMEMAP] = reply(
            f'<{LOST}>; rel="original",\n<{copy}>; rel="first memento"; datetime="Thu, 11 Mar 2021 10:00:00 GMT"',
            content_type="application/link-format",
        )
        site.pages["/kept/1"] = reply(prose(200), Memento_Datetime="Thu, 11 Mar 2021 10:00:00 GMT")

        archived = fetch(site).archived

        assert archived is not None
        assert (archived.url, archived.distance_days) == (copy, 7)


def test_without_a_copy_the_page_stays_gone() -> None:
    """And the reason says that it was looked for."""
    with Loopback() as site:
        snapshot = fetch(site)

        assert snapshot.access is Access.GONE
        assert "no archive" in snapshot.reason


def test_archives_are_never_told_of_private_hosts() -> None:
    """The names of an intranet are nobody's business."""
    with Loopback() as site:
        for url in (site.url("/lost"), "http://inside.example/lost", "http://wiki.corp/lost", "http://wiki/lost"):
            snapshot = fetch(site, url)

            assert snapshot.archived is None
        assert not any("/available" in request.target or "/cdx" in request.target for request in site.requests)


@pytest.mark.parametrize("archive", [ArchiveMode.NONE, ArchiveMode.GONE])
def test_a_blocked_page_is_looked_up_only_on_request(archive: ArchiveMode) -> None:
    """A look-up tells a third party what an unpublished draft cites."""
    with Loopback({AVAILABLE: availability("20210306050607"), "/pier": reply("no", status=403)}) as site:
        capture(site, "20210306050607")

        assert fetch(site, archive=archive).access is Access.BLOCKED
        assert not any(request.target.endswith(AVAILABLE) for request in site.requests)
        assert fetch(site, archive=ArchiveMode.ALL).access is Access.ARCHIVED


def test_no_archive_is_asked_for_a_closed_page_that_was_read_before() -> None:
    """The page as we read it ourselves is nearer than a copy, and nobody has to be told what a draft cites."""
    pages = {AVAILABLE: availability("20210306050607"), "/pier": reply(prose(500))}
    with Loopback(pages) as site, SnapshotStore(":memory:") as store:
        capture(site, "20210306050607")
        first = fetch(site, archive=ArchiveMode.ALL, store=store)
        site.pages["/pier"] = reply("no", status=403)
        second = fetch(site, archive=ArchiveMode.ALL, store=store, days_later=40)

        assert (second.access, second.fetched_at) == (Access.OK, first.fetched_at)
        assert not any(request.target.endswith(AVAILABLE) for request in site.requests)


def test_the_budget_is_kept() -> None:
    """And said to be spent."""
    with Loopback() as site:
        snapshot = fetch(site, look_ups=2)

        assert sum("lost.example%2F" in request.target or "/web/" in request.target for request in site.requests) <= 2
        assert "budget" in snapshot.reason


def test_an_archive_that_does_not_answer_is_left_alone() -> None:
    """Many lost pages must not knock at a door that stays shut."""
    with Loopback() as site:
        urls = [f"{LOST}-{number}" for number in range(10)]
        for url in urls:
            site.pages[f"/available?url={quote(url, safe='')}&timestamp=20210304120000"] = redirect("data:,")
        fetch(site, *urls)

        assert sum("/available?" in request.target for request in site.requests) == MAX_SILENCES


def test_a_copy_that_was_found_is_not_asked_for_again() -> None:
    """Copies do not change; and an offline run finds it too."""
    with Loopback({AVAILABLE: availability("20210306050607")}) as site, SnapshotStore(":memory:") as store:
        capture(site, "20210306050607")
        first, second = fetch(site, store=store), fetch(site, store=store, days_later=400)

        assert first.archived == second.archived
        assert sum(request.target.endswith(AVAILABLE) for request in site.requests) == 1
        got: list[Snapshot] = []
        OfflineFetcher(store).fetch([PageRequest(url=LOST)], got.append)
        assert got == [second]


def test_a_copy_says_itself_when_it_was_taken() -> None:
    """An archive may lead on to the copy that it has; its header is nearer to the truth than what was asked for."""
    with Loopback({AVAILABLE: availability("20210306050607")}) as site:
        taken = {"Memento_Datetime": "Mon, 08 Mar 2021 09:10:11 GMT"}
        site.pages[f"/web/20210306050607id_/{LOST}"] = reply(prose(200, about="harbour"), **taken)

        copy = fetch(site).archived

        assert copy is not None
        assert (copy.captured, copy.distance_days) == ("2021-03-08T09:10:11Z", 4)


def test_the_copy_of_a_page_that_is_still_there_can_be_asked_for() -> None:
    """Before a claim is called not found on a page that is newer than the note."""
    with Loopback({AVAILABLE: availability("20210306050607")}) as site, SnapshotStore(":memory:") as store:
        capture(site, "20210306050607")
        settings = FetchSettings(archives=endpoints(site), allow_private=ALLOWED, archive_rest_s=0.0)
        request = PageRequest(url=LOST, wanted_at=(2021, 3, 4))
        got: list[Snapshot] = []

        HttpFetcher(store, settings, resolver=names, clock=lambda: NOW).fetch_archived([request], got.append)
        OfflineFetcher(store).fetch_archived([request], got.append)

        assert [one.access for one in got] == [Access.ARCHIVED, Access.ARCHIVED]
        assert got[0].archived == got[1].archived


@pytest.mark.parametrize(
    ("wanted", "stamp"),
    [
        ((2021, 3, 4), "20210304120000"),
        ((2021, 2), "20210214120000"),
        ((2020,), "20200701120000"),
        ((), "20260301120000"),
        ((2021, 2, 31), "20260301120000"),
    ],
)
def test_a_date_becomes_a_stamp(wanted: DateParts, stamp: str) -> None:
    """The middle of what it covers."""
    assert stamp_of(wanted, NOW) == stamp


@pytest.mark.parametrize(
    ("stamp", "wanted", "days"),
    [
        ("20210306050607", (2021, 3, 4), 2),
        ("20210301050607", (2021, 3, 4), 3),
        ("20210306050607", (2021,), 0),
        ("20200101050607", (2021,), 366),
        ("20210306050607", (), None),
        ("nonsense", (2021,), None),
    ],
)
def test_the_distance_is_counted_in_days_from_the_wanted_date(stamp: str, wanted: DateParts, days: int | None) -> None:
    """None within it."""
    assert distance_days(stamp, wanted) == days


@given(st.lists(st.integers(), max_size=4))
def test_any_numbers_are_a_date_or_none(parts: list[int]) -> None:
    """Notes hold impossible dates."""
    assert days_of(tuple(parts)) is None or len(parts) in (1, 2, 3)


@given(st.text(max_size=300))
def test_any_timemap_is_read(text: str) -> None:
    """Foreign text."""
    list(read_timemap(text))
