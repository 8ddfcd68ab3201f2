"""What the store knows of a page besides its answer: the failures, the line in a list, whether ``prune`` removes it."""

import json
from dataclasses import dataclass, replace

from citations.links import host_of
from verifier.fetching.base import Access, Snapshot

MAX_DAYS = 60
"""Days of failure that are remembered; ``--fail-after`` asks for a handful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """The failures of a page since it last could be read; ``last_at`` is that of the newest."""

    first_at: str | None = None
    last_at: str | None = None
    count: int = 0
    days: tuple[str, ...] = ()

    def and_one(self, at: str) -> "Failures":
        """Give the history with one more failure. One moment counts once, however often it is reported."""
        if at == self.last_at:
            return self
        days = self.days if at[:10] in self.days else (*self.days, at[:10])[-MAX_DAYS:]
        return Failures(first_at=self.first_at or at, last_at=at, count=self.count + 1, days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of ``snapshots list``: what is kept for a URL. ``size`` is of the packed body, in bytes."""

    url: str
    access: Access
    fetched_at: str
    size: int
    failures: int
    final_url: str | None = None


def falls_to(page: Entry | Snapshot, *, host: str | None, before: str | None) -> bool:
    """Whether a page is what ``prune`` was asked to remove."""
    old = before is None or page.fetched_at < before
    theirs = host is None or host in (host_of(page.url), host_of(page.final_url or ""))
    return (host is not None or before is not None) and old and theirs


def failures_from_json(text: str | None) -> Failures:
    """Give the history that was written, an empty one for ``None``."""
    if text is None:
        return Failures()
    row = json.loads(text)
    return Failures(first_at=row["first_at"], last_at=row["last_at"], count=row["count"], days=tuple(row["days"]))


def with_history(snapshot: Snapshot, failures: Failures) -> Snapshot:
    """Give the snapshot with its history of failures."""
    return replace(
        snapshot,
        first_failed_at=failures.first_at,
        failures=failures.count,
        failure_days=len(failures.days),
    )
