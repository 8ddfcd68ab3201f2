"""Being a good guest: how often a host is asked, and how long to wait when it asks for patience."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from verifier.fetching.settings import FetchSettings, Limits

Sleep = Callable[[float], Awaitable[None]]

SLOW_S = 1.0
"""An answer slower than this shows a busy server; the slot then rests as long as the answer took."""

LONGEST_REST_S = 5.0
"""The longest rest that a slow answer causes."""

TIMER_S = 0.001
"""Timers fire up to so much late, and an answer is noticed later than it came: nobody is asked too soon by it."""

FIRST_PAUSE_S = 0.5
"""Before the first retry; doubled for each further one, with jitter."""

SECONDS = re.compile(r"\d{1,9}")


class HostGate:
    """The two places at one host. A place rests after each answer, counted from its end."""

    def __init__(self, limits: Limits, rest_s: float, sleep: Sleep) -> None:
        self.rest_s = rest_s
        self._sleep = sleep
        self._free: asyncio.Queue[float] = asyncio.Queue()
        self._not_before = 0.0
        self._one_at_a_time = False
        for _ in range(limits.per_host):
            self._free.put_nowait(0.0)

    def slow_down(self, seconds: float) -> None:
        """Keep this long between two requests, one at a time, as ``Crawl-delay`` asks."""
        if seconds > self.rest_s:
            self.rest_s = seconds
            self._one_at_a_time = True

    def pause(self, seconds: float) -> None:
        """Ask nothing for that long, as ``Retry-After`` asks."""
        self._not_before = max(self._not_before, asyncio.get_running_loop().time() + seconds)

    async def enter(self) -> None:
        """Wait for a place that has rested."""
        loop = asyncio.get_running_loop()
        ready = await self._free.get()
        try:
            while (wait := max(ready, self._not_before) - loop.time()) > TIMER_S:
                await self._sleep(wait - TIMER_S)
        except BaseException:
            self._free.put_nowait(ready)
            raise
        if self._one_at_a_time:
            self._not_before = loop.time() + self.rest_s

    def leave(self, took_s: float, ended: float | None = None, *, rests: bool = True) -> None:
        """Give the place back; it rests from ``ended`` on, by the clock of the loop; ``None`` is now.

        It does not rest when what was asked for is the rules of resting themselves.
        """
        if not rests:
            self._free.put_nowait(0.0)
            return
        rest = self.rest_s if took_s < SLOW_S else max(self.rest_s, min(took_s, LONGEST_REST_S))
        end = (asyncio.get_running_loop().time() if ended is None else ended) + rest
        self._free.put_nowait(end)
        if self._one_at_a_time:
            self._not_before = max(self._not_before, end)


def rest_for(host: str, settings: FetchSettings) -> float:
    """Give the seconds of rest that the user or the default wants at a host."""
    return max(settings.limits.rest_s, dict(settings.host_delays).get(host, 0.0))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds that a server asks to wait, ``None`` where it does not say so in a way that makes sense.

    Seconds or a date; a date of the past, a negative number and words count as not said.
    """
    said = headers.get("retry-after", "").strip()
    if SECONDS.fullmatch(said):
        return float(said)
    try:
        moment = parsedate_to_datetime(said[:64])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=now.tzinfo)
    wait = (moment - now).total_seconds()
    return wait if wait > 0 else None


def backoff(attempt: int, random: Callable[[], float]) -> float:
    """Give the pause before retry number ``attempt`` (from 0): doubling, half of it by chance."""
    return FIRST_PAUSE_S * 2.0**attempt * (0.5 + random())
