"""The fetcher: brings pages into the store, many hosts at a time and each host politely.

fetch: what the store can answer -> the rest, host by host -> a second look at what seemed gone -> web archives.
"""

import asyncio
import random as chance
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime
from typing import Any

from verifier.fetching.addresses import Resolver, system_resolver
from verifier.fetching.archives import Archives, Budget
from verifier.fetching.base import PageRequest, Snapshot
from verifier.fetching.chains import Tools
from verifier.fetching.clients import Clients, TransportFor
from verifier.fetching.hosts import Hosts
from verifier.fetching.politeness import Sleep
from verifier.fetching.runs import OnDone, Run
from verifier.fetching.settings import ArchiveMode, FetchSettings
from verifier.fetching.urls import kept
from verifier.snapshots.store import SnapshotStore


def utc_now() -> datetime:
    """Give the time, in UTC."""
    return datetime.now(UTC)


class HttpFetcher:
    """Fetches over the network. ``clock``, ``sleep``, ``random`` and ``resolver`` are what tests replace."""

    def __init__(
        self,
        store: SnapshotStore,
        settings: FetchSettings,
        *,
        resolver: Resolver = system_resolver,
        clock: Callable[[], datetime] = utc_now,
        sleep: Sleep = asyncio.sleep,
        random: Callable[[], float] = chance.random,
        transport_for: TransportFor | None = None,
    ) -> None:
        self._store, self._settings, self._transport_for = store, settings, transport_for
        self._resolver, self._clock, self._sleep, self._random = resolver, clock, sleep, random
        self._until: float | None = None
        self._budget = Budget(settings.archive_look_ups)

    def fetch(self, requests: Sequence[PageRequest], on_done: OnDone) -> None:
        """Fetch each page once and call ``on_done`` as each is stored, in any order.

        What there was no time for is not-checked, and not stored; where an older page is kept, that stands in.

        Raises:
            KeyboardInterrupt: the user stopped it; what was stored stays stored.
        """
        wanted = {kept(request.url): request for request in reversed(requests)}
        known = self._store.known(wanted)
        asked = []
        for place, request in reversed(wanted.items()):
            fresh = self._fresh(request) if place in known else None
            if fresh is None:
                asked.append(request)
            else:
                on_done(fresh)
        if asked:
            _finish(self._run(lambda run: run.all(asked), on_done))

    def fetch_archived(self, requests: Sequence[PageRequest], on_done: OnDone) -> None:
        """Call ``on_done`` with the archived copy of each page, whatever the page itself says now.

        Its access is archived, or not-checked where there is no copy or the settings ask for none. It is meant for a
        page that may have changed since it was cited.
        """
        if self._settings.archive is not ArchiveMode.NONE and requests:
            _finish(self._run(lambda run: run.copies(requests), on_done))

    def _fresh(self, request: PageRequest) -> Snapshot | None:
        """Give what the store has, when it was read and is young enough: a failure never answers."""
        known = self._store.current(request.url)
        if known is None or not self._settings.is_recent(known.fetched_at, self._clock()):
            return None
        return known

    async def _run(self, work: Callable[[Run], Awaitable[None]], on_done: OnDone) -> None:
        most_s = self._settings.max_time_s
        if self._until is None and most_s is not None:
            self._until = asyncio.get_running_loop().time() + most_s
        async with Clients(self._settings, self._resolver, self._transport_for) as clients:
            hosts = Hosts(clients, self._settings, self._sleep)
            tools = Tools(hosts=hosts, settings=self._settings, sleep=self._sleep, random=self._random, now=self._clock)
            with tools.desk.side_room:
                await work(
                    Run(
                        self._store,
                        tools,
                        clients,
                        Archives(tools, self._resolver, self._budget),
                        on_done,
                        until=self._until,
                    )
                )


def _finish(work: Coroutine[Any, Any, None]) -> None:
    """Do the work. Of what failed in groups of tasks the first error is raised: it says what happened, a group not."""
    try:
        asyncio.run(work)
    except BaseExceptionGroup as group:
        first: BaseException = group
        while isinstance(first, BaseExceptionGroup):
            first = first.exceptions[0]
        raise first from group
