"""From a URL to the page it leads to: redirects and retries by hand, every step kept."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from verifier.fetching.base import Access, Hop, Snapshot
from verifier.fetching.clients import REDIRECTS, Answer
from verifier.fetching.cookies import ChainCookies
from verifier.fetching.deadlines import Deadline
from verifier.fetching.hosts import Hosts
from verifier.fetching.politeness import Sleep, backoff, retry_after
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import FetchSettings, HostHeader
from verifier.fetching.urls import origin, redirect_target

TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524)
"""Statuses that often pass: too early, too many requests, and servers in trouble."""


class Desk(asyncio.Lock):
    """Where pages are read, one at a time; large ones in one thread of its own, beside the connections.

    More threads would not be faster, and each keeps the memory of the largest page it has seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.side_room = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a chain is made with: the hosts of the run, the settings, and what tests replace."""

    hosts: Hosts
    settings: FetchSettings
    sleep: Sleep
    random: Callable[[], float]
    now: Callable[[], datetime]
    desk: Desk = field(default_factory=Desk)


class Chain:
    """The requests from one URL to its page. ``hops`` are the answers so far, also where a refusal ended the way."""

    def __init__(self, start: str, tools: Tools, known: Snapshot | None = None, *, robots: bool = True) -> None:
        """Begin at ``start``. ``robots``: whether robots.txt is asked."""
        self.hops: list[Hop] = []
        self.url = start
        self._tools = tools
        self._known = known
        self._robots = robots
        self._cookies = ChainCookies()
        self._seen: set[tuple[str, int]] = set()
        self._origins = {origin(start)}
        self._deadline = Deadline(tools.settings.timeout_s)

    @property
    def desk(self) -> Desk:
        """Where the pages of this run are read."""
        return self._tools.desk

    async def follow(self, url: str, kind: str = "http") -> Answer:
        """Give the answer at the end of the redirects that begin at ``url``.

        Raises:
            Refusal: the way ends before a page.
        """
        limit = self._tools.settings.limits.hops
        while True:
            if len(self.hops) > limit:
                raise Refusal(Access.BAD_REDIRECT, f"more than {limit} redirects")
            self._step_to(url)
            if self._robots:
                await self._tools.hosts.check_robots(url)
            answer = await self._ask(url)
            self.hops.append(Hop(url=url, status=answer.status, kind=kind))
            if answer.status not in REDIRECTS:
                return answer
            url = redirect_target(url, answer.headers.get("location", ""))
            kind = "http"

    def _step_to(self, url: str) -> None:
        """Note the next URL. One that was visited before is a loop, unless a cookie was set since."""
        self.url = url
        self._origins.add(origin(url))
        step = (url, self._cookies.changes)
        if step in self._seen:
            raise Refusal(Access.BAD_REDIRECT, f"the redirects go round in a circle at {url[:200]}")
        self._seen.add(step)

    async def _ask(self, url: str) -> Answer:
        tools, headers = self._tools, self._headers(url)
        for attempt in range(tools.settings.limits.retries + 1):
            last = attempt == tools.settings.limits.retries
            pause = backoff(attempt, tools.random)
            try:
                answer = await tools.hosts.get(url, self._deadline, cookies=self._cookies, headers=headers)
            except Refusal as refusal:
                if last or not refusal.again or not await self._deadline.pause(pause, tools.sleep):
                    raise
                continue
            if last or answer.status not in TRY_AGAIN or not await self._patience(url, answer, pause):
                return answer
        raise AssertionError  # the last attempt returns or raises

    async def _patience(self, url: str, answer: Answer, pause: float) -> bool:
        """Wait as long as the server asks, else ``pause`` seconds; false, without waiting, where that is too long."""
        tools = self._tools
        asked = retry_after(answer.headers, tools.now())
        if asked is not None:
            if asked > tools.settings.limits.retry_after_s:
                return False
            tools.hosts.gate(url).pause(asked)
            pause = asked
        return await self._deadline.pause(pause, tools.sleep)

    def _headers(self, url: str) -> list[tuple[str, str]]:
        """Give the validators of what we have, and the user's headers for this host while the way stays there."""
        headers: list[tuple[str, str]] = []
        known = self._known
        if known is not None and known.final_url == url:
            kept = dict(known.headers)
            asked = (("If-None-Match", kept.get("etag")), ("If-Modified-Since", kept.get("last-modified")))
            headers += [(name, value) for name, value in asked if value]
        if len(self._origins) == 1:
            headers += [(each.name, each.value) for each in self._tools.settings.host_headers if _meant(each, url)]
        return headers


def _meant(header: HostHeader, url: str) -> bool:
    place = header.host.lower().removesuffix(":443")
    return origin(url) == f"https://{place}"
