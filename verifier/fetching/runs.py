"""One run over the network: every host in its turn, a second look at what seemed gone, then web archives."""

import asyncio
import re
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from verifier.extraction.base import SourceText
from verifier.fetching.archives import Archives
from verifier.fetching.base import Access, PageRequest, Snapshot, iso
from verifier.fetching.chains import Tools
from verifier.fetching.clients import Clients
from verifier.fetching.refusals import Refusal
from verifier.fetching.urls import fetchable, origin
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

TIME_UP = "the time set with --max-time was up"

OnDone = Callable[[Snapshot], None]
Look = Callable[[PageRequest], Coroutine[Any, Any, None]]


class Run:
    """One run over the network. Nothing is asked for after ``until``, by the clock of the loop."""

    def __init__(
        self,
        store: SnapshotStore,
        tools: Tools,
        clients: Clients,
        archives: Archives,
        on_done: OnDone,
        *,
        until: float | None = None,
    ) -> None:
        self._store, self._tools, self._clients, self._archives = store, tools, clients, archives
        self._on_done, self._until = on_done, until
        self._lost: list[tuple[PageRequest, Snapshot]] = []
        self._doubtful: dict[str, tuple[PageRequest, str]] = {}
        """The pages that seemed gone at the first look, and what showed it, by URL."""

    async def all(self, requests: Sequence[PageRequest]) -> None:
        """Fetch everything, look again at what seemed gone, then ask the archives for what is lost or closed."""
        await self._by_host(requests, self._first_look)
        if self._doubtful:
            await self._tools.sleep(self._tools.settings.limits.second_look_s)
            await self._by_host([request for request, _ in self._doubtful.values()], self._second_look)
        for request, live in self._lost:
            copied = await self._in_time(self._look_in_archives(request, live))
            if not copied:
                self._on_done(self._store.put(replace(live, reason=f"{live.reason}; no archive was asked: {TIME_UP}")))

    async def copies(self, requests: Sequence[PageRequest]) -> None:
        """Report the archived copy of each page."""
        for request in requests:
            await self._in_time(self._report_copy(request))

    async def _report_copy(self, request: PageRequest) -> None:
        copy, _ = await self.copy_of(request)
        self._on_done(copy)

    async def _in_time(self, work: Coroutine[Any, Any, None]) -> bool:
        """Do a piece of work and say so; false where the time was up before its end."""
        if self._time_is_up():
            work.close()
            return False
        try:
            async with asyncio.timeout_at(self._until):
                await work
        except TimeoutError:
            if not self._time_is_up():
                raise
            return False
        return True

    def _time_is_up(self) -> bool:
        return self._until is not None and asyncio.get_running_loop().time() >= self._until

    def _leave(self, request: PageRequest) -> None:
        """Report a page that there was no time for. It failed in nothing, so nothing of it is stored."""
        known, now = self._store.good(request.url), iso(self._tools.now())
        if known is not None:
            self._on_done(replace(known, reason=f"read on {known.fetched_at[:10]}; on {now[:10]} {TIME_UP}"))
            return
        self._on_done(Snapshot(url=request.url, access=Access.NOT_CHECKED, reason=TIME_UP, fetched_at=now))

    async def _by_host(self, requests: Sequence[PageRequest], look: Look) -> None:
        """Work through the pages: so many hosts at a time, and at each of them so many pages."""
        limits = self._tools.settings.limits
        queues: dict[str, deque[PageRequest]] = defaultdict(deque)
        for request in requests:
            queues[_place(request.url)].append(request)
        waiting = deque(queues.items())

        async def work_through(queue: deque[PageRequest]) -> None:
            while queue:
                request = queue.popleft()
                if not await self._in_time(look(request)):
                    self._leave(request)

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
            self._doubtful[request.url] = (request, visited.snapshot.reason)
        else:
            self._settle(request, visited)

    def _seen_gone_before(self, url: str) -> bool:
        """Whether an earlier run has seen the same, which is a second look already."""
        last = self._store.get(url)
        return last is not None and (last.live or last.access) in SECOND_LOOK

    async def _second_look(self, request: PageRequest) -> None:
        _, first_reason = self._doubtful[request.url]
        visited = await visit(request, self._tools, self._store.good(request.url))
        if visited.snapshot.access not in (*SECOND_LOOK, *GOOD):
            reason = f"{visited.snapshot.reason}; a moment before: {first_reason}"
            visited = replace(visited, snapshot=replace(visited.snapshot, reason=reason))
        self._settle(request, visited)

    def _settle(self, request: PageRequest, visited: Visited) -> None:
        """Report what came, or put that off until the archives have been asked. It is stored at once either way."""
        if not self._archives.wants(visited.snapshot) or self._stand_in(visited.snapshot) is not None:
            self._keep(visited)
            return
        self._store.put(visited.snapshot)
        self._lost.append((request, replace(visited.snapshot, body=b"")))

    async def _look_in_archives(self, request: PageRequest, live: Snapshot) -> None:
        """Report a lost page with the archived copy that stands in for it, or with what was missed."""
        copy, text = await self.copy_of(request)
        if copy.access is not Access.ARCHIVED:
            self._on_done(self._store.put(replace(live, reason=f"{live.reason}; {copy.reason}")))
            return
        both = replace(copy, reason=f"{live.reason}; {copy.reason}", live=live.access, status=live.status)
        self._on_done(self._store.put(replace(both, chain=live.chain, fetched_at=live.fetched_at), text))

    async def copy_of(self, request: PageRequest) -> tuple[Snapshot, SourceText | None]:
        """Give the archived copy for a request: kept ones do not change; that there is none may."""
        kept_copy = self._store.copy(request.url, request.wanted_at)
        if kept_copy is not None and (
            kept_copy.access is Access.ARCHIVED
            or self._tools.settings.is_recent(kept_copy.fetched_at, self._tools.now())
        ):
            return kept_copy, None
        copy, text = await self._archives.copy_of(request.url, request.wanted_at)
        return self._store.put_copy(request.url, request.wanted_at, copy), text

    def _keep(self, visited: Visited) -> None:
        """Store what came and report it. Where only the moment was bad, an older good page stands in."""
        snapshot = visited.snapshot
        known = self._stand_in(snapshot)
        if known is None:
            self._on_done(self._store.put(snapshot, visited.text))
            return
        reason = f"read on {known.fetched_at[:10]}; on {snapshot.fetched_at[:10]} it could not be: {snapshot.reason}"
        self._on_done(self._store.put(replace(known, reason=reason), failed_at=snapshot.fetched_at))

    def _stand_in(self, snapshot: Snapshot) -> Snapshot | None:
        """Give the older good page for an answer that may be otherwise tomorrow, ``None`` where there is none."""
        return self._store.good(snapshot.url) if snapshot.access in PASSING else None


PLAIN_ORIGIN = re.compile(r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?::(?!80[/?]|443[/?])[1-9]\d{0,4})?(?=[/?])")
"""An origin that stands in its URL as it is; reading two thousand URLs whole would hold up the first request."""


def _place(url: str) -> str:
    """Give the origin of a URL; those that cannot be asked share a place."""
    plain = PLAIN_ORIGIN.match(url)
    if plain is not None:
        return plain[0]
    try:
        return origin(fetchable(url))
    except Refusal:
        return ""
