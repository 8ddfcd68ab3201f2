"""``--max-time``: fetches in portions until the time is up, then answers from what was fetched before."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from verifier.fetching.base import Access, Fetcher, PageRequest, Snapshot

PORTION = 64
"""Pages asked for between two looks at the clock: enough hosts to be busy, and done in a few seconds as a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """When to stop, by a clock that counts seconds."""

    now: Callable[[], float]
    until: float

    @property
    def is_up(self) -> bool:
        """Whether the time is over."""
        return self.now() >= self.until


class TimedFetcher:
    """A fetcher that begins no further portion after ``seconds``; what is left is answered by ``otherwise``."""

    def __init__(self, fetcher: Fetcher, *, otherwise: Fetcher, seconds: float, clock: Callable[[], float]) -> None:
        self._fetcher = fetcher
        self._otherwise = otherwise
        self._seconds = seconds
        self._clock = _Clock(now=clock, until=clock() + seconds)

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Call ``on_done`` for each page; one that was not reached in time and never before is not-checked."""
        waiting = deque(_by_turns(requests))
        while waiting and not self._clock.is_up:
            portion = [waiting.popleft() for _ in range(min(PORTION, len(waiting)))]
            self._fetcher.fetch(portion, on_done)
        if waiting:
            self._otherwise.fetch(tuple(waiting), lambda snapshot: on_done(self._late(snapshot)))

    def _late(self, snapshot: Snapshot) -> Snapshot:
        if snapshot.access is not Access.NOT_CHECKED:
            return snapshot
        return replace(snapshot, reason=f"not reached within the {self._seconds:g} seconds of --max-time")


def _by_turns(requests: Sequence[PageRequest]) -> Iterator[PageRequest]:
    """Yield one page of each host, then the next of each: a portion is not all of one host, which may be slow."""
    queues: dict[str, deque[PageRequest]] = defaultdict(deque)
    for request in requests:
        queues[_host(request.url)].append(request)
    while queues:
        for host in list(queues):
            yield queues[host].popleft()
            if not queues[host]:
                del queues[host]


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
