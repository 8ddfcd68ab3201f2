"""The hosts of one run: their gates, their robots.txt, and how many requests are under way in all."""

import asyncio
from collections.abc import Sequence

from citations.links import host_of
from verifier.fetching.base import Access
from verifier.fetching.clients import Answer, Clients
from verifier.fetching.cookies import ChainCookies
from verifier.fetching.deadlines import Deadline
from verifier.fetching.politeness import HostGate, Sleep, rest_for
from verifier.fetching.refusals import Refusal
from verifier.fetching.robots import RobotsRules, rules_of
from verifier.fetching.settings import FetchSettings
from verifier.fetching.urls import origin, redirect_target

ROBOTS_HOPS = 5
"""Redirects of a robots.txt that are followed, as RFC 9309 asks."""

ROBOTS_S = 6.0
"""Longest wait for a robots.txt: a silent host shall not take much longer than a silent page."""


class Hosts:
    """Every request of a run goes through here, the polite way."""

    def __init__(self, clients: Clients, settings: FetchSettings, sleep: Sleep) -> None:
        self._clients, self._settings, self._sleep = clients, settings, sleep
        self._gates: dict[str, HostGate] = {}
        self._rules: dict[str, asyncio.Task[RobotsRules]] = {}
        self._in_flight = asyncio.Semaphore(settings.limits.in_flight)

    def gate(self, url: str) -> HostGate:
        """Give the gate of a URL's host: one for all its ports and schemes, since one machine may serve them."""
        host = host_of(url)
        if host not in self._gates:
            self._gates[host] = HostGate(self._settings.limits, rest_for(host, self._settings), self._sleep)
        return self._gates[host]

    async def get(
        self,
        url: str,
        deadline: Deadline,
        *,
        cookies: ChainCookies | None = None,
        headers: Sequence[tuple[str, str]] = (),
        rests: bool = True,
    ) -> Answer:
        """Give the answer to one GET, asked when the host has rested."""
        gate = self.gate(url)
        await gate.enter()
        loop = asyncio.get_running_loop()
        began, ended = loop.time(), None
        try:
            async with self._in_flight:
                began = loop.time()
                async with deadline.running():
                    answer = await self._clients.get(url, cookies=cookies, headers=headers)
            ended = answer.ended_at
            return answer
        finally:
            ended = ended or loop.time()
            gate.leave(ended - began, ended, rests=rests)

    async def check_robots(self, url: str) -> None:
        """Pass when the site lets us fetch the page.

        Raises:
            Refusal: robots, or denied-address where the site itself must not be reached.
        """
        if not self._settings.robots:
            return
        place = origin(url)
        if place not in self._rules:
            self._rules[place] = asyncio.ensure_future(self._read_rules(place))
        rules = await asyncio.shield(self._rules[place])
        if not rules.allows(url):
            raise Refusal(Access.ROBOTS, f"{place}/robots.txt asks programs to leave this page alone")

    async def _read_rules(self, place: str) -> RobotsRules:
        """Give the rules of an origin; none where its file cannot be had, since the page itself is tried next."""
        deadline, url = Deadline(ROBOTS_S), f"{place}/robots.txt"
        try:
            for _ in range(ROBOTS_HOPS + 1):
                answer = await self.get(url, deadline, rests=False)
                if "location" not in answer.headers or answer.status < 300:  # noqa: PLR2004 - redirects begin here
                    rules = rules_of(answer)
                    self.gate(place).slow_down(min(rules.delay_s, self._settings.limits.crawl_delay_s))
                    return rules
                url = redirect_target(url, answer.headers["location"])
        except Refusal:
            return RobotsRules()
        return RobotsRules()
