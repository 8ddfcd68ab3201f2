"""The fetcher that never opens a connection: it replays the store."""

from collections.abc import Callable, Sequence

from verifier.fetching.base import Access, PageRequest, Snapshot
from verifier.snapshots.store import SnapshotStore

NEVER = "1970-01-01T00:00:00Z"
"""The time of an answer that was never got; constant, so that equal stores give equal reports."""


class OfflineFetcher:
    """Answers each page with what the last run over the network was told, failures included."""

    def __init__(self, store: SnapshotStore) -> None:
        self._store = store

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Call ``on_done`` for each page; one that was never fetched is not-checked."""
        for url in dict.fromkeys(request.url for request in requests):
            on_done(self._store.get(url) or _never_fetched(url))

    def fetch_archived(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Call ``on_done`` with the archived copies that were found online."""
        for request in requests:
            copy = self._store.copy(request.url, request.wanted_at)
            if copy is not None:
                on_done(copy)


def _never_fetched(url: str) -> Snapshot:
    reason = "it was never fetched, and this run is offline"
    return Snapshot(url=url, access=Access.NOT_CHECKED, reason=reason, fetched_at=NEVER)
