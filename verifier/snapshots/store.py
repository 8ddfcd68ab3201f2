"""The snapshot store: one SQLite file that is the cache, the evidence and the place where a killed run resumes.

A good page and the last answer are kept apart: a failure never overwrites a page that could be read, and only a good
page answers a later run. Equal bodies are kept once. Nothing secret is written: no cookies, no credentials, only
harmless headers, and a digest in place of each secret in a URL.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from citations.dates import DateParts
from citations.errors import UnfinishedError
from citations.links import host_of
from verifier.extraction.base import EXTRACTOR_VERSION, SourceText
from verifier.fetching.base import Access, Snapshot
from verifier.fetching.urls import kept
from verifier.snapshots import upkeep
from verifier.snapshots.history import Entry, Failures, failures_from_json, with_history
from verifier.snapshots.opening import IN_MEMORY, UnusableStoreError, failed, opened, opened_frozen, writing
from verifier.snapshots.rows import (
    as_kept,
    pack,
    snapshot_from_json,
    snapshot_to_json,
    text_from_row,
    text_to_row,
)

GOOD = (Access.OK, Access.PART_ONLY)

SOME_URLS = 500
"""URLs that are asked for in one statement."""


class SnapshotStore:
    """Pages by URL. Safe with several processes on one file, and when any of them is killed at any moment.

    Every ``put`` is one transaction in the write-ahead log: it is there whole, or not at all.
    """

    def __init__(self, path: str | Path, *, frozen: bool = False) -> None:
        """Open the store at ``path`` (``:memory:`` for one that is forgotten), making it where there is none.

        A ``frozen`` one is only read, from a place where nothing can be written; nobody may write it meanwhile.

        Raises:
            UnusableStoreError: the file is something else, or the directory cannot be written.
        """
        self.path = str(path)
        self._frozen = frozen
        self._db = opened_frozen(self.path) if frozen else opened(self.path)

    @classmethod
    def to_read(cls, path: str | Path) -> Self:
        """Open the store at ``path`` for a run that fetches nothing.

        None is made where there is none, and one on a disk that cannot be written is read as it stands.

        Raises:
            UnusableStoreError: the file is something else, or its last pages stand in a log that cannot be read here.
        """
        if not Path(path).exists():
            return cls(IN_MEMORY)
        try:
            return cls(path)
        except (UnusableStoreError, UnfinishedError):
            log = Path(f"{path}-wal")
            if log.exists() and log.stat().st_size:
                raise
            return cls(path, frozen=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file; what the database raised becomes an error that names it.

        Raises:
            UnfinishedError: the disk is full, or the file is damaged.
        """
        self.close()
        if isinstance(error, (sqlite3.Error, zlib.error)):
            raise failed(self.path, error) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def put(self, snapshot: Snapshot, text: SourceText | None = None, *, failed_at: str | None = None) -> Snapshot:
        """Keep a snapshot and give it as it is kept: with its hash, its harmless headers and the history of failures.

        A good page ends the history, unless it stands in for one that failed at ``failed_at``. ``text`` is its source
        text, where it has been read already.
        """
        url = kept(snapshot.url)
        snapshot = as_kept(snapshot, _sha256(snapshot.body))
        before = self._changed(snapshot, text) if failed_at is None else None
        with writing(self._db):
            self._keep_body(snapshot)
            if before is not None:
                row = (url, snapshot_to_json(before), before.sha256)
                self._db.execute("INSERT OR REPLACE INTO earlier VALUES (?, ?, ?)", row)
            fine = snapshot.access in GOOD and failed_at is None
            failures = Failures() if fine else self.failures(url).and_one(failed_at or snapshot.fetched_at)
            self._keep_page(url, snapshot, failures)
            if text is not None and snapshot.sha256 is not None:
                self._keep_text(snapshot.sha256, url, text)
        return with_history(snapshot, failures)

    def _changed(self, snapshot: Snapshot, text: SourceText | None) -> Snapshot | None:
        """Give the good page that is about to be replaced, ``None`` where its text stays the same.

        Many pages carry a number that is new with each answer; they would push out the version that said otherwise.
        """
        if snapshot.access not in GOOD or snapshot.sha256 is None:
            return None
        known = "SELECT good_sha256 FROM pages WHERE url = ? AND good_sha256 IS NOT NULL"
        row = self._db.execute(known, (kept(snapshot.url),)).fetchone()
        if row is None or row[0] == snapshot.sha256:
            return None
        before = self.good(snapshot.url)
        old = self.text_of(before) if before is not None else None
        new = text or _read(snapshot)
        return None if old is None or old.text == new.text else before

    def earlier(self, url: str) -> Snapshot | None:
        """Give the good page before the last good one, ``None`` where its text never changed."""
        row = self._db.execute("SELECT meta, sha256 FROM earlier WHERE url = ?", (kept(url),)).fetchone()
        return None if row is None else snapshot_from_json(url, row[0], sha256=row[1], body=self.body(row[1]))

    def _keep_body(self, snapshot: Snapshot) -> None:
        known = "SELECT 1 FROM bodies WHERE sha256 = ?"
        if snapshot.sha256 is not None and not self._db.execute(known, (snapshot.sha256,)).fetchone():
            self._db.execute("INSERT INTO bodies VALUES (?, ?)", (snapshot.sha256, pack(snapshot.body)))

    def _keep_page(self, url: str, snapshot: Snapshot, failures: Failures) -> None:
        slot = "last" if failures.count else "good"
        other = ", last = NULL, last_sha256 = NULL" if slot == "good" else ""
        history = json.dumps(asdict(failures)) if failures.count else None
        self._db.execute(
            f"INSERT INTO pages (url, host, {slot}, {slot}_sha256, failures) VALUES (?1, ?2, ?3, ?4, ?5) "  # noqa: S608
            f"ON CONFLICT (url) DO UPDATE SET {slot} = ?3, {slot}_sha256 = ?4, failures = ?5{other}",
            (url, host_of(url), snapshot_to_json(snapshot), snapshot.sha256, history),
        )

    def known(self, urls: Iterable[str]) -> set[str]:
        """Give those of the URLs, as they are kept, that something is kept for."""
        found: set[str] = set()
        asked = list(urls)
        for at in range(0, len(asked), SOME_URLS):
            some = asked[at : at + SOME_URLS]
            marks = ",".join("?" * len(some))
            found.update(row[0] for row in self._db.execute(f"SELECT url FROM pages WHERE url IN ({marks})", some))  # noqa: S608
        return found

    def get(self, url: str) -> Snapshot | None:
        """Give the last answer for a URL, good or not: what ``--offline`` shows. ``None`` where nothing is kept."""
        return self._read(url, "coalesce(last, good), CASE WHEN last IS NULL THEN good_sha256 ELSE last_sha256 END")

    def good(self, url: str) -> Snapshot | None:
        """Give the last page that could be read, however old. ``None`` where there never was one."""
        return self._read(url, "good, good_sha256")

    def current(self, url: str) -> Snapshot | None:
        """Give the good page when it is also the last answer: what may answer a run without a request."""
        return self._read(url, "CASE WHEN last IS NULL THEN good END, good_sha256")

    def _read(self, url: str, columns: str) -> Snapshot | None:
        row = self._db.execute(
            f"SELECT {columns}, failures FROM pages WHERE url = ?",  # noqa: S608 - the columns are ours
            (kept(url),),
        ).fetchone()
        if row is None or row[0] is None:
            return None
        snapshot = snapshot_from_json(url, row[0], sha256=row[1], body=self.body(row[1]))
        return with_history(snapshot, failures_from_json(row[2]))

    def body(self, sha256: str | None) -> bytes:
        """Give a body by its hash, ``b""`` where there is none."""
        row = self._db.execute("SELECT packed FROM bodies WHERE sha256 = ?", (sha256,)).fetchone() if sha256 else None
        return zlib.decompress(row[0]) if row else b""

    def failures(self, url: str) -> Failures:
        """Give the history of failures of a page."""
        row = self._db.execute("SELECT failures FROM pages WHERE url = ?", (kept(url),)).fetchone()
        return failures_from_json(row[0] if row else None)

    def source_text(self, url: str) -> SourceText | None:
        """Give the source text of the last answer, read anew where it was read by another version of the reader."""
        snapshot = self.get(url)
        return None if snapshot is None else self.text_of(snapshot)

    def text_of(self, snapshot: Snapshot) -> SourceText | None:
        """Give the source text of a snapshot, ``None`` where it has no body; it is kept for the next time."""
        if snapshot.sha256 is None or not snapshot.body:
            return None
        url = kept(snapshot.url)
        row = self._db.execute(
            "SELECT packed FROM texts WHERE sha256 = ? AND url = ? AND version = ?",
            (snapshot.sha256, url, EXTRACTOR_VERSION),
        ).fetchone()
        if row is not None:
            return text_from_row(row[0])
        text = _read(snapshot)
        if self._frozen:
            return text
        with writing(self._db):
            self._keep_text(snapshot.sha256, url, text)
        return text

    def _keep_text(self, sha256: str, url: str, text: SourceText) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?)", (sha256, url, EXTRACTOR_VERSION, text_to_row(text))
        )

    def put_copy(self, url: str, wanted: DateParts, snapshot: Snapshot) -> Snapshot:
        """Keep what web archives hold of a page, asked for by a date; also that they hold nothing."""
        snapshot = as_kept(snapshot, _sha256(snapshot.body))
        with writing(self._db):
            self._keep_body(snapshot)
            row = (kept(url), json.dumps(wanted), snapshot_to_json(snapshot), snapshot.sha256)
            self._db.execute("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?)", row)
        return snapshot

    def copy(self, url: str, wanted: DateParts) -> Snapshot | None:
        """Give the archived copy that was found for a date, ``None`` where nobody has looked yet."""
        row = self._db.execute(
            "SELECT meta, sha256 FROM copies WHERE url = ? AND wanted = ?", (kept(url), json.dumps(wanted))
        ).fetchone()
        return None if row is None else snapshot_from_json(url, row[0], sha256=row[1], body=self.body(row[1]))

    def urls(self, host: str | None = None) -> list[str]:
        """Give the URLs of everything kept, sorted; those of one host where one is named."""
        return upkeep.urls(self._db, host)

    def entries(self, host: str | None = None) -> Iterator[Entry]:
        """Yield a line for each URL, sorted."""
        return upkeep.entries(self._db, host)

    def damaged(self) -> Iterator[str]:
        """Yield what is wrong with the file, in words; nothing when every body still has its hash."""
        return upkeep.damaged(self._db)

    def prune(self, *, host: str | None = None, before: str | None = None) -> int:
        """Remove what belongs to a host, or what was last fetched before an ISO time; give the number of URLs."""
        count = upkeep.prune(self._db, host=host, before=before)
        if self.path != IN_MEMORY:
            upkeep.compact(self._db)
        return count


def _read(snapshot: Snapshot) -> SourceText:
    from verifier.extraction import read_source  # noqa: PLC0415 - the readers are heavy to import

    place = snapshot.final_url or snapshot.url
    return read_source(snapshot.body, url=place, content_type=dict(snapshot.headers).get("content-type", ""))


def _sha256(body: bytes) -> str | None:
    return hashlib.sha256(body).hexdigest() if body else None
