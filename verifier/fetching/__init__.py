"""Fetches pages as a patient person would: politely, safely, with the reason where one cannot be read."""

from typing import TYPE_CHECKING, Any

from verifier.fetching.base import Access, ArchivedCopy, Fetcher, Hop, PageRequest, Snapshot
from verifier.fetching.settings import ArchiveMode, FetchSettings, HostHeader, Limits

if TYPE_CHECKING:
    from verifier.fetching.fetcher import HttpFetcher
    from verifier.fetching.offline import OfflineFetcher

__all__ = [
    "Access",
    "ArchiveMode",
    "ArchivedCopy",
    "FetchSettings",
    "Fetcher",
    "Hop",
    "HostHeader",
    "HttpFetcher",
    "Limits",
    "OfflineFetcher",
    "PageRequest",
    "Snapshot",
]

LATE = {"HttpFetcher": "verifier.fetching.fetcher", "OfflineFetcher": "verifier.fetching.offline"}
"""What is imported when first asked for: a command that fetches nothing must not load the network's libraries."""


def __getattr__(name: str) -> Any:
    if name not in LATE:
        raise AttributeError(name)
    from importlib import import_module  # noqa: PLC0415 - see LATE

    return getattr(import_module(LATE[name]), name)
