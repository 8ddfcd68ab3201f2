"""What a user can set about fetching, and the limits that hold however hostile a server is."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

IPNetwork = IPv4Network | IPv6Network

DAY_S = 86_400.0
MIB = 1 << 20


class ArchiveMode(StrEnum):
    """For which pages a web archive is asked."""

    GONE = "gone"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostHeader:
    """A request header for one host, such as a subscription's cookie. It comes from the environment, never a file.

    ``host`` is the name, or ``name:port`` where the port is not 443.
    """

    host: str
    name: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a server may cost us. Seconds, bytes and counts as the names say."""

    connect_s: float = 10.0
    read_s: float = 14.0
    """Between two pieces of an answer: short enough that a second try fits into ``timeout_s``."""
    wire_bytes: int = 5 * MIB
    decoded_bytes: int = 10 * MIB
    large_bytes: int = MIB
    """A body above this takes one of ``large_bodies`` places, so that memory stays bounded."""
    large_bodies: int = 2
    head_bytes: int = 256 << 10
    hops: int = 10
    url_characters: int = 16_384
    retries: int = 2
    retry_after_s: float = 8.0
    """A server that asks for more patience than this is left for the next run."""
    in_flight: int = 48
    hosts: int = 128
    """Hosts worked on at the same time; most of them rest at any moment."""
    per_host: int = 2
    rest_s: float = 0.05
    crawl_delay_s: float = 30.0
    """The longest ``Crawl-delay`` that is kept in full."""
    second_look_s: float = 1.0
    """The least pause before a page that seemed gone is looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveEndpoints:
    """Where web archives are asked. ``{url}`` and ``{stamp}`` are filled in."""

    availability: str = "https://archive.org/wayback/available?url={url}&timestamp={stamp}"
    cdx: str = (
        "https://web.archive.org/cdx/search/cdx?url={url}&closest={stamp}&sort=closest&output=json"
        "&fl=timestamp,original&filter=statuscode:200&limit=5"
    )
    capture: str = "https://web.archive.org/web/{stamp}id_/{url}"
    shown: str = "https://web.archive.org/web/{stamp}/{url}"
    timemap: str = "https://timetravel.mementoweb.org/timemap/link/{url}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How pages are fetched. ``allow_private``, ``proxy`` and ``host_headers`` must come from the command line only.

    ``timeout_s``: one page with all its redirects and retries; waiting out of politeness is not counted.
    ``max_age_s``: a stored page younger than this answers without a request; an older one is asked for with its
    validators. ``host_delays``: host and seconds between two requests to it. ``contact``: an address that the user
    agent names, so that a site's owner can write to somebody. ``max_time_s``: seconds, counted from the first page of
    a fetcher, after which nothing more is asked for; ``None`` is without end.
    """

    timeout_s: float = 30.0
    max_time_s: float | None = None
    max_age_s: float = DAY_S
    allow_private: tuple[IPNetwork, ...] = ()
    proxy: str | None = None
    ca_bundle: Path | None = None
    contact: str = ""
    host_delays: tuple[tuple[str, float], ...] = ()
    host_headers: tuple[HostHeader, ...] = ()
    robots: bool = True
    archive: ArchiveMode = ArchiveMode.GONE
    archives: ArchiveEndpoints = ArchiveEndpoints()
    archive_look_ups: int = 200
    archive_rest_s: float = 1.0
    limits: Limits = Limits()

    def is_recent(self, fetched_at: str, now: datetime) -> bool:
        """Whether what was fetched then still answers. A time ahead of ``now`` was told by a clock that was wrong."""
        return 0 <= (now - datetime.fromisoformat(fetched_at)).total_seconds() <= self.max_age_s
