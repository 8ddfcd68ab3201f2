"""Web archives: the copy of a page that is closest to the date on which the author read it.

The Wayback Machine is asked by its availability and CDX interfaces, further archives by Memento (TimeMap).
Look-ups tell a third party what an article cites; so they have modes, a budget and a pace of their own, and are never
made for hosts of a private network.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any
from urllib.parse import quote

from citations.dates import DateParts
from citations.links import host_of
from verifier.extraction.base import SourceText
from verifier.fetching.access import judge
from verifier.fetching.addresses import Resolver, is_allowed, is_excepted
from verifier.fetching.archive_dates import distance_days, moment_of, stamp_of
from verifier.fetching.base import Access, ArchivedCopy, Snapshot, iso
from verifier.fetching.chains import Chain, Tools
from verifier.fetching.clients import Answer
from verifier.fetching.refusals import Refusal
from verifier.fetching.seen import Seen
from verifier.fetching.settings import ArchiveMode
from verifier.fetching.urls import fetchable
from verifier.fetching.visits import read

LOST = (Access.GONE, Access.SOFT_404)
CLOSED = (
    Access.BLOCKED,
    Access.PAYWALL,
    Access.RATE_LIMITED,
    Access.TEMPORARY,
    Access.REFUSED,
    Access.TOO_SLOW,
    Access.BAD_REDIRECT,
    Access.TLS_ERROR,
    Access.PROTOCOL_ERROR,
    Access.JS_NEEDED,
    Access.EMPTY,
    Access.ROBOTS,
)
ASKED_FOR = {ArchiveMode.GONE: LOST, ArchiveMode.ALL: LOST + CLOSED, ArchiveMode.NONE: ()}
"""For which answers of the page itself an archive is asked."""

NEAR_DAYS = 30
"""A copy this near to the wanted date is taken without asking further interfaces."""

MAX_CANDIDATES = 3
"""Copies that are tried; archives keep walls and error pages too."""

MAX_SILENCES = 3
"""An interface that failed so often in a row is not asked again in this run."""

IN_PATH = ":/?&=%~+,;@!$'()*-._"
"""Characters that are not encoded in a URL at the end of an archive's own path."""

MAX_ENTRIES = 5_000
"""Entries of a TimeMap that are looked at."""

PRIVATE_ENDINGS = frozenset({"local", "localhost", "internal", "intranet", "lan", "corp", "home", "private", "onion"})

LINK = re.compile(r"<([^<>]{1,4000})>([^<]{0,1000})")
DATETIME = re.compile(r"datetime=\"([^\"]{1,60})\"")
CAPTURE = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A copy that an archive says it has. ``bare`` is where its bytes are, ``shown`` where people see it."""

    stamp: str
    bare: str
    shown: str


class Budget:
    """The look-ups that are left for one command, whatever it asks archives about."""

    def __init__(self, left: int) -> None:
        self.left = left

    @property
    def is_spent(self) -> bool:
        """Whether nothing more is asked."""
        return self.left <= 0


class Archives:
    """The web archives, as one run asks them."""

    def __init__(self, tools: Tools, resolver: Resolver, budget: Budget) -> None:
        self._tools, self._resolver, self._budget = tools, resolver, budget
        self._endpoints = tools.settings.archives
        self._silent: Counter[str] = Counter()

    def wants(self, snapshot: Snapshot) -> bool:
        """Whether the settings ask for a copy of a page that answered so."""
        return snapshot.access in ASKED_FOR[self._tools.settings.archive]

    async def copy_of(self, url: str, wanted: DateParts) -> tuple[Snapshot, SourceText | None]:
        """Give the readable copy closest to a date as an archived snapshot, or a not-checked one that says why not."""
        blank = Snapshot(url=url, access=Access.NOT_CHECKED, reason="", fetched_at=iso(self._tools.now()))
        try:
            place = fetchable(url)
        except Refusal as refusal:
            return replace(blank, reason=refusal.reason), None
        if await self._is_internal(place):
            return replace(blank, reason="archives are not asked about hosts of a private network"), None
        for candidate in islice(await self._candidates(place, wanted), MAX_CANDIDATES):
            found = await self._fetch(blank, candidate, wanted)
            if found is not None:
                return found
        spent = (
            "the budget for archive look-ups is spent"
            if self._budget.is_spent
            else "no archive that was asked has a copy"
        )
        return replace(blank, reason=spent), None

    async def _is_internal(self, url: str) -> bool:
        """Whether a host belongs to a private network: by its addresses, or by its name when it has none."""
        host = host_of(url).removesuffix(".")
        try:
            found = await self._resolver(host, 0)
        except (OSError, UnicodeError):
            found = ()
        if found:
            excepted = self._tools.settings.allow_private
            return not all(is_allowed(each) and not is_excepted(each, excepted) for each in found)
        return "." not in host or host.rsplit(".", 1)[1] in PRIVATE_ENDINGS

    async def _candidates(self, url: str, wanted: DateParts) -> Iterator[Candidate]:
        """Give what the archives have, closest first; the next interface is asked while nothing near is found."""
        stamp = stamp_of(wanted, self._tools.now())
        found: dict[str, Candidate] = {}
        for ask in (self._availability, self._cdx, self._timemap):
            for candidate in await ask(url, stamp):
                found.setdefault(candidate.stamp, candidate)
            if any((distance_days(each, wanted) or 0) <= NEAR_DAYS for each in found):
                break
        target = moment_of(stamp) or self._tools.now()

        def apart(candidate: Candidate) -> float:
            taken = moment_of(candidate.stamp)
            return abs((taken - target).total_seconds()) if taken is not None else float("inf")

        return iter(sorted(found.values(), key=apart))

    def _wayback(self, stamp: str, url: str) -> Candidate:
        ends = self._endpoints
        filled = {"stamp": stamp, "url": url}
        return Candidate(stamp=stamp, bare=ends.capture.format(**filled), shown=ends.shown.format(**filled))

    async def _availability(self, url: str, stamp: str) -> list[Candidate]:
        said = _json(await self._ask(self._endpoints.availability, url, stamp))
        snapshots = said.get("archived_snapshots") if isinstance(said, dict) else None
        closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
        taken = str(closest.get("timestamp")) if isinstance(closest, dict) else ""
        good = isinstance(closest, dict) and str(closest.get("status", "200")) == "200"
        return [self._wayback(taken, url)] if good and moment_of(taken) else []

    async def _cdx(self, url: str, stamp: str) -> list[Candidate]:
        rows = _json(await self._ask(self._endpoints.cdx, url, stamp))
        if not isinstance(rows, list):
            return []
        taken = [str(row[0]) for row in rows[1:] if isinstance(row, list) and row]
        return [self._wayback(each, url) for each in taken[:MAX_CANDIDATES] if moment_of(each)]

    async def _timemap(self, url: str, stamp: str) -> list[Candidate]:
        answer = await self._ask(self._endpoints.timemap, url, stamp)
        if answer is None or answer.status != 200:  # noqa: PLR2004 - OK
            return []
        return list(read_timemap(answer.body.decode("utf-8", "replace")))

    async def _ask(self, endpoint: str, url: str, stamp: str) -> Answer | None:
        """Give an archive's answer, ``None`` where it is not asked, or does not answer."""
        if self._budget.is_spent or self._silent[endpoint] >= MAX_SILENCES:
            return None
        self._budget.left -= 1
        in_query = "?" in endpoint.partition("{url}")[0]
        place = endpoint.format(url=quote(url, safe="" if in_query else IN_PATH), stamp=stamp)
        try:
            answer = await self._chain(place).follow(fetchable(place))
        except Refusal:
            self._silent[endpoint] += 1
            return None
        self._silent[endpoint] = 0
        return answer

    def _chain(self, place: str) -> Chain:
        self._tools.hosts.gate(place).slow_down(self._tools.settings.archive_rest_s)
        return Chain(fetchable(place), self._tools, robots=False)

    async def _fetch(
        self, blank: Snapshot, candidate: Candidate, wanted: DateParts
    ) -> tuple[Snapshot, SourceText | None] | None:
        """Give a copy as a snapshot, ``None`` where it cannot be had or read."""
        if self._budget.is_spent:
            return None
        self._budget.left -= 1
        try:
            answer = await self._chain(candidate.bare).follow(fetchable(candidate.bare))
        except Refusal:
            return None
        text = await read(answer, self._tools.desk)
        if not judge(Seen(asked=answer.url, answer=answer, text=text)).access.readable:
            return None
        stamp = _memento_stamp(answer) or candidate.stamp
        return _snapshot(blank, candidate, answer, stamp, distance_days(stamp, wanted)), text


def _snapshot(blank: Snapshot, candidate: Candidate, answer: Answer, stamp: str, distance: int | None) -> Snapshot:
    taken = moment_of(stamp)
    captured = iso(taken) if taken else stamp
    shown = candidate.shown.replace(candidate.stamp, stamp)
    away = "" if distance is None else f", {distance} {'day' if distance == 1 else 'days'} from the wanted date"
    return replace(
        blank,
        access=Access.ARCHIVED,
        reason=f"read from an archived copy of {captured[:10]}{away}",
        final_url=shown,
        status=answer.status,
        headers=tuple(answer.headers.items()),
        body=answer.body,
        archived=ArchivedCopy(url=shown, captured=captured, distance_days=distance),
    )


def read_timemap(text: str) -> Iterator[Candidate]:
    """Yield the mementos of a TimeMap in link format (RFC 7089)."""
    for link in islice(LINK.finditer(text), MAX_ENTRIES):
        said = DATETIME.search(link[2])
        if "memento" not in link[2] or said is None:
            continue
        stamp = _stamp_in(said[1])
        if not stamp:
            continue
        bare = re.sub(r"/(\d{14})/", r"/\1id_/", link[1], count=1) if "web.archive.org" in link[1] else link[1]
        yield Candidate(stamp=stamp, bare=bare, shown=link[1])


def _memento_stamp(answer: Answer) -> str:
    """Give when a copy was taken, by its header or its address; ``""`` where neither says."""
    found = CAPTURE.search(answer.url)
    return _stamp_in(answer.headers.get("memento-datetime", "")) or (found[1] if found else "")


def _stamp_in(said: str) -> str:
    """Give a date of HTTP as archives stamp it, ``""`` for none."""
    try:
        return parsedate_to_datetime(said).strftime("%Y%m%d%H%M%S")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _json(answer: Answer | None) -> Any:
    if answer is None or answer.status != 200:  # noqa: PLR2004 - OK
        return None
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
