"""The snapshot store: one SQLite file that is the cache, the evidence and the place where a killed run resumes.

A good page and the last answer are kept apart: a failure never overwrites a page that could be read, and only a good
page answers a later run. Equal bodies are kept once. Nothing secret is written: no cookies, no credentials, only
harmless headers, and a digest in place of each secret in a URL.
"""

import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from citations.dates import DateParts
from citations.errors import CitationError, UnfinishedError
from verifier.extraction.base import EXTRACTOR_VERSION, SourceText
from verifier.fetching.base import Access, Snapshot
from verifier.fetching.urls import host_of, kept
from verifier.snapshots.history import Entry, Failures, failures_from_json, falls_to, with_history
from verifier.snapshots.rows import (
    as_kept,
    pack,
    snapshot_from_json,
    snapshot_to_json,
    text_from_row,
    text_to_row,
)
from verifier.snapshots.schema import SCHEMA, SCHEMA_VERSION

GOOD = (Access.OK, Access.PART_ONLY)

WAIT_MS = 30_000
"""How long one process waits for another that is writing."""

LOG_PAGES = 16_384
"""Pages of 4 KiB in the log before they are moved into the file, which waits for the disk and holds up a run."""

SOME_URLS = 500
"""URLs that are asked for in one statement."""

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
"""Errors that pass by themselves."""

LOG_TRIES, LOG_PAUSE_S = 100, 0.05
"""How often, and after how many seconds, the log is turned on again while another process does the same."""


class UnusableStoreError(CitationError):
    """A file that cannot serve as a snapshot store."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        super().__init__(f"cannot use {path} as a snapshot store: {problem}", "name another file with --snapshots")


def default_store_path() -> Path:
    """Give the store in the user's cache directory: never in a work tree, where it might be published."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only when no path is named

    return user_cache_path("provenote", appauthor=False) / "snapshots.sqlite"


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
        try:
            if frozen:
                place = f"file:{quote(str(Path(path).absolute()))}?mode=ro&immutable=1"
                self._db = sqlite3.connect(place, isolation_level=None, uri=True)
                self._check_version()
                return
            if self.path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, isolation_level=None, timeout=WAIT_MS / 1000)
            self._prepare()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
                raise self._failed(error) from error
            raise UnusableStoreError(self.path, str(error)) from error
        except OSError as error:
            raise UnusableStoreError(self.path, error.strerror or str(error)) from error

    @classmethod
    def to_read(cls, path: str | Path) -> Self:
        """Open the store at ``path`` for a run that fetches nothing.

        None is made where there is none, and one on a disk that cannot be written is read as it stands.

        Raises:
            UnusableStoreError: the file is something else, or its last pages stand in a log that cannot be read here.
        """
        if not Path(path).exists():
            return cls(":memory:")
        try:
            return cls(path)
        except (UnusableStoreError, UnfinishedError):
            log = Path(f"{path}-wal")
            if log.exists() and log.stat().st_size:
                raise
            return cls(path, frozen=True)

    def _check_version(self) -> None:
        found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if found != SCHEMA_VERSION:
            raise UnusableStoreError(self.path, f"it was written by another version (format {found})")

    def _prepare(self) -> None:
        self._begin_log()
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
        found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if found == SCHEMA_VERSION:
            return
        if found > SCHEMA_VERSION:
            raise UnusableStoreError(self.path, f"it was written by a newer version (format {found})")
        with self._writing():
            for statement in SCHEMA.split(";"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")

    def _begin_log(self) -> None:
        """Turn the write-ahead log on: two processes that do so at once are not made to wait, but refused."""
        for left in reversed(range(LOG_TRIES)):
            try:
                self._db.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if not left or error.sqlite_errorcode & 0xFF not in BUSY:
                    raise
                time.sleep(LOG_PAUSE_S)
            else:
                return

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file; what the database raised becomes an error that names it.

        Raises:
            UnfinishedError: the disk is full, or the file is damaged.
        """
        self.close()
        if isinstance(error, (sqlite3.Error, zlib.error)):
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> UnfinishedError:
        message = f"the snapshot store {self.path} failed: {error}"
        next_step = "make room on its disk, look at it with provenote snapshots verify, or name another file"
        return UnfinishedError(message, next_step)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:  # a full disk has ended it already
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def put(self, snapshot: Snapshot, text: SourceText | None = None, *, failed_at: str | None = None) -> Snapshot:
        """Keep a snapshot and give it as it is kept: with its hash, its harmless headers and the history of failures.

        A good page ends the history, unless it stands in for one that failed at ``failed_at``. ``text`` is its source
        text, where it has been read already.
        """
        url = kept(snapshot.url)
        snapshot = as_kept(snapshot, _sha256(snapshot.body))
        before = self._changed(snapshot, text) if failed_at is None else None
        with self._writing():
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
        with self._writing():
            self._keep_text(snapshot.sha256, url, text)
        return text

    def _keep_text(self, sha256: str, url: str, text: SourceText) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?)", (sha256, url, EXTRACTOR_VERSION, text_to_row(text))
        )

    def put_copy(self, url: str, wanted: DateParts, snapshot: Snapshot) -> Snapshot:
        """Keep what web archives hold of a page, asked for by a date; also that they hold nothing."""
        snapshot = as_kept(snapshot, _sha256(snapshot.body))
        with self._writing():
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
        where, values = ("WHERE host = ?", (host,)) if host else ("", ())
        return [row[0] for row in self._db.execute(f"SELECT url FROM pages {where} ORDER BY url", values)]  # noqa: S608

    def entries(self, host: str | None = None) -> Iterator[Entry]:
        """Yield a line for each URL, sorted."""
        for url in self.urls(host):
            row = self._db.execute(
                "SELECT coalesce(last, good), failures, (SELECT length(packed) FROM bodies WHERE sha256 = "
                "CASE WHEN last IS NULL THEN good_sha256 ELSE last_sha256 END) FROM pages WHERE url = ?",
                (url,),
            ).fetchone()
            if row is not None:
                meta = json.loads(row[0])
                count = failures_from_json(row[1]).count
                yield Entry(
                    url=url,
                    access=Access(meta["access"]),
                    fetched_at=meta["fetched_at"],
                    size=row[2] or 0,
                    failures=count,
                    final_url=meta["final_url"],
                )

    def _every_earlier(self) -> list[Snapshot]:
        rows = self._db.execute("SELECT url, meta, sha256 FROM earlier").fetchall()
        return [snapshot_from_json(url, meta, sha256=sha256, body=b"") for url, meta, sha256 in rows]

    def damaged(self) -> Iterator[str]:
        """Yield what is wrong with the file, in words; nothing when every body still has its hash."""
        for (line,) in self._db.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield f"the file is damaged: {line}"
        for (sha256,) in self._db.execute("SELECT sha256 FROM bodies").fetchall():
            try:
                found = hashlib.sha256(self.body(sha256)).hexdigest()
            except zlib.error:
                found = "unreadable"
            if found != sha256:
                yield f"the body {sha256} has changed: it is now {found}"
        missing = (
            "SELECT url FROM pages WHERE good_sha256 IS NOT NULL AND good_sha256 NOT IN (SELECT sha256 FROM bodies)"
        )
        for (url,) in self._db.execute(missing):
            yield f"the body of {url} is missing"

    def prune(self, *, host: str | None = None, before: str | None = None) -> int:
        """Remove what belongs to a host, or what was last fetched before an ISO time; give the number of URLs.

        A page belongs to the host that was asked and to the one that answered. With neither host nor time, only
        bodies and texts that nothing names any more are removed.
        """
        doomed = [
            entry.url
            for entry in (self.entries() if host or before else ())
            if falls_to(entry, host=host, before=before)
        ]
        with self._writing():
            self._db.executemany("DELETE FROM pages WHERE url = ?", [(url,) for url in doomed])
            self._db.executemany("DELETE FROM texts WHERE url = ?", [(url,) for url in doomed])
            self._db.executemany("DELETE FROM copies WHERE url = ?", [(url,) for url in doomed])
            gone = [one.url for one in self._every_earlier() if falls_to(one, host=host, before=before)]
            self._db.executemany("DELETE FROM earlier WHERE url = ?", [(url,) for url in (*doomed, *gone)])
            if host is not None:
                copies = self._db.execute("SELECT DISTINCT url FROM copies").fetchall()
                self._db.executemany(
                    "DELETE FROM copies WHERE url = ?", [one for one in copies if host_of(one[0]) == host]
                )
            self._db.execute(
                "DELETE FROM bodies WHERE sha256 NOT IN (SELECT good_sha256 FROM pages WHERE good_sha256 IS NOT NULL "
                "UNION SELECT last_sha256 FROM pages WHERE last_sha256 IS NOT NULL "
                "UNION SELECT sha256 FROM copies WHERE sha256 IS NOT NULL UNION SELECT sha256 FROM earlier)"
            )
            self._db.execute("DELETE FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM bodies)")
        if self.path != ":memory:":
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return len(doomed)


def _read(snapshot: Snapshot) -> SourceText:
    from verifier.extraction import read_source  # noqa: PLC0415 - the readers are heavy to import

    place = snapshot.final_url or snapshot.url
    return read_source(snapshot.body, url=place, content_type=dict(snapshot.headers).get("content-type", ""))


def _sha256(body: bytes) -> str | None:
    return hashlib.sha256(body).hexdigest() if body else None
