"""The sources of one run in one place: the user's own copies first, then what was fetched."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.extraction.base import SourceText
from verifier.fetching.base import Access, PageRequest, Snapshot
from verifier.own_copies import OwnCopies
from verifier.snapshots import SnapshotStore
from verifier.sources import CitedSource


class StoreLibrary:
    """Snapshots without their bodies by key, and their texts when they are asked for.

    Only what this run was given counts: a page that an earlier run stored is not looked at unless the fetcher
    delivers it.
    """

    def __init__(self, store: SnapshotStore, own: OwnCopies) -> None:
        self._store = store
        self._own = own
        self._requests: dict[str, PageRequest] = {}
        self._snapshots: dict[str, Snapshot] = {}
        self._own_snapshots: dict[str, Snapshot] = {}

    def has_own(self, source: CitedSource) -> bool:
        """Whether the user laid a copy of this source beside the article."""
        if source.key not in self._own_snapshots:
            snapshot = self._own.snapshot_for(source)
            if snapshot is None:
                return False
            self._own_snapshots[source.key] = snapshot
            self._snapshots[source.key] = replace(snapshot, body=b"")
        return True

    def expect(self, requests: Sequence[PageRequest]) -> None:
        """Remember what is fetched for, so that the right archived copy is found again."""
        self._requests.update((request.url, request) for request in requests)

    def deliver(self, snapshot: Snapshot) -> None:
        """Take what the fetcher brought; the body stays in the store."""
        self._snapshots[snapshot.url] = replace(snapshot, body=b"")

    def snapshot(self, key: str) -> Snapshot | None:
        """Give the snapshot of a source by its key, without its body; ``None`` when the run has none."""
        return self._snapshots.get(key)

    def source_text(self, key: str) -> SourceText:
        """Give the text of a source; an empty one where nothing is kept of it."""
        return self._text(key) or SourceText(text="", kind="text", problem="nothing is kept of it")

    def _text(self, key: str) -> SourceText | None:
        own = self._own_snapshots.get(key)
        if own is not None:
            return self._read(own)
        snapshot = self._snapshots[key]
        if snapshot.access is Access.ARCHIVED and key in self._requests:
            copy = self._store.copy(key, self._requests[key].wanted_at)
            return self._store.text_of(copy) if copy is not None else None
        return self._store.source_text(key)

    @staticmethod
    def _read(snapshot: Snapshot) -> SourceText:
        from verifier.extraction import read_source  # noqa: PLC0415 - the readers are heavy to import

        content_type = dict(snapshot.headers).get("content-type", "")
        return read_source(snapshot.body, url=snapshot.final_url or snapshot.url, content_type=content_type)
