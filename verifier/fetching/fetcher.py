"""The fetcher: brings pages into the store, many hosts at a time and each host politely.

fetch: what the store can answer -> the rest, host by host -> a second look at what seemed gone -> web archives.
"""

import asyncio
import random as chance
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from verifier.fetching.addresses import Resolver, system_resolver
from verifier.fetching.base import Access, PageRequest, Snapshot
from verifier.fetching.chains import Tools
from verifier.fetching.clients import Clients
from verifier.fetching.hosts import Hosts
from verifier.fetching.politeness import Sleep
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import FetchSettings
from verifier.fetching.urls import fetchable, kept, origin
from verifier.fetching.visits import Visited, visit
from verifier.snapshots.store import GOOD, SnapshotStore

SECOND_LOOK = (Access.GONE, Access.SOFT_404)
"""What is an error of the article, and so is looked at twice."""

PASSING = (
    Access.BLOCKED,
    Access.RATE_LIMITED,
    Access.TEMPORARY,
    Access.REFUSED,
    Access.TOO_SLOW,
    Access.TLS_ERROR,
    Access.PROTOCOL_ERROR,
)
"""What may be otherwise tomorrow: a page that was read once can still be judged by what it said."""

OnDone = Callable[[Snapshot], None]


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
    ) -> None:
        self._store, self._settings = store, settings
        self._resolver, self._clock, self._sleep, self._random = resolver, clock, sleep, random

    def fetch(self, requests: Sequence[PageRequest], on_done: OnDone) -> None:
        """Fetch each page once and call ``on_done`` as each is stored, in any order.

        Raises:
            KeyboardInterrupt: the user stopped it; what was stored stays stored.
        """
        wanted = {kept(request.url): request for request in reversed(requests)}
        asked = []
        for request in reversed(wanted.values()):
            fresh = self._fresh(request)
            if fresh is None:
                asked.append(request)
            else:
                on_done(fresh)
        if asked:
            asyncio.run(self._run(asked, on_done))

    def _fresh(self, request: PageRequest) -> Snapshot | None:
        """Give what the store has, when it was read and is young enough: a failure never answers."""
        known = self._store.current(request.url)
        if known is None:
            return None
        age = self._clock() - datetime.fromisoformat(known.fetched_at)
        return known if age.total_seconds() <= self._settings.max_age_s else None

    async def _run(self, requests: Sequence[PageRequest], on_done: OnDone) -> None:
        async with Clients(self._settings, self._resolver) as clients:
            hosts = Hosts(clients, self._settings, self._sleep)
            tools = Tools(hosts=hosts, settings=self._settings, sleep=self._sleep, random=self._random, now=self._clock)
            await Run(self._store, tools, clients, on_done).all(requests)


class Run:
    """One run over the network."""

    def __init__(self, store: SnapshotStore, tools: Tools, clients: Clients, on_done: OnDone) -> None:
        self._store, self._tools, self._clients, self._on_done = store, tools, clients, on_done
        self._doubtful: dict[str, tuple[PageRequest, Snapshot]] = {}

    async def all(self, requests: Sequence[PageRequest]) -> None:
        """Fetch everything, then look again at what seemed gone."""
        await self._by_host(requests, self._first_look)
        if self._doubtful:
            await self._tools.sleep(self._tools.settings.limits.second_look_s)
            await self._by_host([request for request, _ in self._doubtful.values()], self._second_look)

    async def _by_host(self, requests: Sequence[PageRequest], look: Callable[[PageRequest], Awaitable[None]]) -> None:
        """Work through the pages: so many hosts at a time, and at each of them so many pages."""
        limits = self._tools.settings.limits
        queues: dict[str, deque[PageRequest]] = defaultdict(deque)
        for request in requests:
            queues[_place(request.url)].append(request)
        waiting = deque(queues.items())

        async def work_through(queue: deque[PageRequest]) -> None:
            while queue:
                await look(queue.popleft())

        async def serve_hosts() -> None:
            while waiting:
                place, queue = waiting.popleft()
                async with asyncio.TaskGroup() as pages:
                    for _ in range(min(limits.per_host, len(queue))):
                        pages.create_task(work_through(queue))
                await self._clients.forget(place)

        async with asyncio.TaskGroup() as hosts:
            for _ in range(min(limits.hosts, len(waiting))):
                hosts.create_task(serve_hosts())

    async def _first_look(self, request: PageRequest) -> None:
        visited = await visit(request, self._tools, self._store.good(request.url))
        if visited.snapshot.access in SECOND_LOOK and not self._seen_gone_before(request.url):
            self._doubtful[request.url] = (request, visited.snapshot)
        else:
            self._keep(visited)

    def _seen_gone_before(self, url: str) -> bool:
        """Whether an earlier run has seen the same, which is a second look already."""
        last = self._store.get(url)
        return last is not None and (last.live or last.access) in SECOND_LOOK

    async def _second_look(self, request: PageRequest) -> None:
        _, first = self._doubtful[request.url]
        visited = await visit(request, self._tools, self._store.good(request.url))
        if visited.snapshot.access not in (*SECOND_LOOK, *GOOD):
            reason = f"{visited.snapshot.reason}; a moment before: {first.reason}"
            visited = replace(visited, snapshot=replace(visited.snapshot, reason=reason))
        self._keep(visited)

    def _keep(self, visited: Visited) -> None:
        """Store what came and report it. Where only the moment was bad, an older good page stands in."""
        snapshot = visited.snapshot
        known = self._store.good(snapshot.url) if snapshot.access in PASSING else None
        if known is None:
            self._on_done(self._store.put(snapshot, visited.text))
            return
        reason = f"read on {known.fetched_at[:10]}; on {snapshot.fetched_at[:10]} it could not be: {snapshot.reason}"
        self._on_done(self._store.put(replace(known, reason=reason), failed_at=snapshot.fetched_at))


def _place(url: str) -> str:
    """Give the origin of a URL; those that cannot be asked share a place."""
    try:
        return origin(fetchable(url))
    except Refusal:
        return ""
