"""The sources of one run in one place: the user's own copies first, then what was fetched."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verifier.extraction.base import SourceText
from verifier.fetching.base import Access, PageRequest, Snapshot
from verifier.own_copies import OwnCopies
from verifier.snapshots.store import GOOD, SnapshotStore
from verifier.sources import CitedSource

NO_WORD = re.compile(r"[\W_]+")


def words_of(text: str) -> str:
    """Give the words of a text alone, in lower case: other marks and blanks make no change of a page."""
    return NO_WORD.sub(" ", text.casefold()).strip()


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A page as it was read before its text changed; ``folded`` are its words alone."""

    fetched_at: str
    text: SourceText

    @cached_property
    def folded(self) -> str:
        """The words of the text, in lower case."""
        return words_of(self.text.text)


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
        self._own_keys: set[str] = set()
        self._copies: dict[str, PageRequest] = {}

    def has_own(self, source: CitedSource) -> bool:
        """Whether the user laid a copy of this source beside the article."""
        if source.key not in self._own_keys:
            snapshot = self._own.snapshot_for(source)
            if snapshot is None:
                return False
            self._own_keys.add(source.key)
            self._snapshots[source.key] = replace(snapshot, body=b"")
        return True

    def refuse_shared(self, sources: Iterable[CitedSource]) -> None:
        """Refuse a copy of the user's that stands for notes of several articles by their label alone.

        Raises:
            OwnCopyError: there is one.
        """
        self._own.refuse_shared(sources)

    def expect(self, requests: Sequence[PageRequest]) -> None:
        """Remember what is fetched for, so that the right archived copy is found again."""
        self._requests.update((request.url, request) for request in requests)

    def deliver(self, snapshot: Snapshot) -> None:
        """Take what the fetcher brought; the body stays in the store."""
        self._snapshots[snapshot.url] = replace(snapshot, body=b"")

    def snapshot(self, key: str) -> Snapshot | None:
        """Give the snapshot of a source by its key, without its body; ``None`` when the run has none."""
        return self._snapshots.get(key)

    def copy(self, request: PageRequest) -> tuple[str, Snapshot] | None:
        """Give the archived copy that was found for a date and a key to its text; ``None`` where there is none."""
        found = self._store.copy(request.url, request.wanted_at)
        if found is None or found.access is not Access.ARCHIVED:
            return None
        key = " ".join((request.url, "as of", "-".join(str(part) for part in request.wanted_at)))
        self._copies[key], self._snapshots[key] = request, replace(found, body=b"")
        return key, self._snapshots[key]

    def earlier(self, key: str) -> Earlier | None:
        """Give what the page of a source said before its text changed, ``None`` where nothing else is known of it."""
        snapshot = self._snapshots.get(key)
        if key in self._own_keys or snapshot is None or snapshot.access not in GOOD:
            return None
        before = self._store.earlier(key)
        text = self._store.text_of(before) if before is not None and before.sha256 != snapshot.sha256 else None
        return Earlier(fetched_at=before.fetched_at, text=text) if before is not None and text is not None else None

    def source_text(self, key: str) -> SourceText:
        """Give the text of a source; an empty one where nothing is kept of it."""
        return self._text(key) or SourceText(text="", kind="text", problem="nothing is kept of it")

    def _text(self, key: str) -> SourceText | None:
        if key in self._own_keys:
            return self._read_copy(self._snapshots[key])
        if key in self._copies:
            request = self._copies[key]
            found = self._store.copy(request.url, request.wanted_at)
            return self._store.text_of(found) if found is not None else None
        snapshot = self._snapshots[key]
        if snapshot.access is Access.ARCHIVED and key in self._requests:
            copy = self._store.copy(key, self._requests[key].wanted_at)
            return self._store.text_of(copy) if copy is not None else None
        return self._store.source_text(key)

    def _read_copy(self, snapshot: Snapshot) -> SourceText:
        from verifier.extraction import read_source  # noqa: PLC0415 - the readers are heavy to import

        body, content_type = self._own.body_of(snapshot), dict(snapshot.headers).get("content-type", "")
        return read_source(body, url=snapshot.url, content_type=content_type, own=True)
