"""What fetching takes and gives: a request for a page, the answer about access, and the protocol of a fetcher."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from citations.dates import DateParts


class Access(StrEnum):
    """Whether the source could be read. Only GONE, SOFT_404 and INVALID_URL are the article's fault."""

    OK = "ok"
    ARCHIVED = "archived"
    PART_ONLY = "part-only"
    GONE = "gone"
    SOFT_404 = "soft-404"
    BLOCKED = "blocked"
    PAYWALL = "paywall"
    RATE_LIMITED = "rate-limited"
    TEMPORARY = "temporary"
    REFUSED = "refused"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    BAD_REDIRECT = "bad-redirect"
    DENIED_ADDRESS = "denied-address"
    TLS_ERROR = "tls-error"
    PROTOCOL_ERROR = "protocol-error"
    NOT_TEXT = "not-text"
    EMPTY = "empty"
    JS_NEEDED = "js-needed"
    ROBOTS = "robots"
    INVALID_URL = "invalid-url"
    NO_LINK = "no-link"
    NOT_CHECKED = "not-checked"

    @property
    def readable(self) -> bool:
        """Whether there is a text to judge against (a part of it, for PART_ONLY)."""
        return self in (Access.OK, Access.ARCHIVED, Access.PART_ONLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """One page to fetch: its URL without fragment, and the date to look for in archives (access, else publication)."""

    url: str
    wanted_at: DateParts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a chain: the URL and the status it answered. ``kind``: http, meta-refresh, next or pdf."""

    url: str
    status: int
    kind: str = "http"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedCopy:
    """A copy of a page in a web archive. ``distance_days`` is from the wanted date, ``None`` when none was named."""

    url: str
    captured: str
    distance_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A page as it was fetched, or why it was not. Times are ISO 8601 in UTC, to the second.

    ``reason`` says in plain words what showed the access ("HTTP 404 Not Found", "title says 'Page not found'").
    ``body`` is the decoded body, ``b""`` where there is none; ``sha256`` is of ``body``. ``first_failed_at`` and
    ``failures`` count earlier runs that failed for this URL, on ``failure_days`` different days.
    """

    url: str
    access: Access
    reason: str
    fetched_at: str
    final_url: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    chain: tuple[Hop, ...] = ()
    body: bytes = b""
    sha256: str | None = None
    archived: ArchivedCopy | None = None
    live: Access | None = None
    """What the page itself answered, when an archived copy was read instead."""
    first_failed_at: str | None = None
    failures: int = 0
    failure_days: int = 0
    own_copy: str | None = None
    """Path of the user's own copy of the source, when that was read instead of the page."""


def iso(moment: datetime) -> str:
    """Give a time as snapshots write it: UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Fetcher(Protocol):
    """Brings pages into the snapshot store. A failure is stored as a snapshot, never raised."""

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Fetch each page once and call ``on_done`` as each is stored, in any order.

        Raises:
            KeyboardInterrupt: the user stopped it; what was stored stays stored.
        """
        ...

    def fetch_archived(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Look for the archived copy of each page closest to its wanted date, whatever the page itself says now.

        ``on_done`` gets each as it is stored: archived, or not-checked where there is none. A page that archives are
        not to be asked about is left out.
        """
        ...
