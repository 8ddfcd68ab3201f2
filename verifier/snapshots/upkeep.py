"""What a person does with a snapshot store: list it, look for damage, remove pages for good."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator

from citations.links import host_of
from verifier.fetching.base import Access
from verifier.snapshots.history import Entry, failures_from_json, falls_to
from verifier.snapshots.opening import writing
from verifier.snapshots.rows import snapshot_from_json


def urls(database: sqlite3.Connection, host: str | None = None) -> list[str]:
    """Give the URLs of everything kept, sorted; those of one host where one is named."""
    where, values = ("WHERE host = ?", (host,)) if host else ("", ())
    return [row[0] for row in database.execute(f"SELECT url FROM pages {where} ORDER BY url", values)]  # noqa: S608


def entries(database: sqlite3.Connection, host: str | None = None) -> Iterator[Entry]:
    """Yield a line for each URL, sorted."""
    for url in urls(database, host):
        row = database.execute(
            "SELECT coalesce(last, good), failures, (SELECT length(packed) FROM bodies WHERE sha256 = "
            "CASE WHEN last IS NULL THEN good_sha256 ELSE last_sha256 END) FROM pages WHERE url = ?",
            (url,),
        ).fetchone()
        if row is not None:
            meta = json.loads(row[0])
            yield Entry(
                url=url,
                access=Access(meta["access"]),
                fetched_at=meta["fetched_at"],
                size=row[2] or 0,
                failures=failures_from_json(row[1]).count,
                final_url=meta["final_url"],
            )


def damaged(database: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the file, in words; nothing when every body still has its hash."""
    for (line,) in database.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for sha256, packed in database.execute("SELECT sha256, packed FROM bodies"):
        try:
            found = hashlib.sha256(zlib.decompress(packed)).hexdigest()
        except zlib.error:
            found = "unreadable"
        if found != sha256:
            yield f"the body {sha256} has changed: it is now {found}"
    missing = "SELECT url FROM pages WHERE good_sha256 IS NOT NULL AND good_sha256 NOT IN (SELECT sha256 FROM bodies)"
    for (url,) in database.execute(missing):
        yield f"the body of {url} is missing"


def prune(database: sqlite3.Connection, *, host: str | None = None, before: str | None = None) -> int:
    """Remove what belongs to a host, or what was last fetched before an ISO time; give the number of URLs.

    A page belongs to the host that was asked and to the one that answered. With neither host nor time, only
    bodies and texts that nothing names any more are removed.
    """
    asked = entries(database) if host or before else ()
    doomed = [(entry.url,) for entry in asked if falls_to(entry, host=host, before=before)]
    with writing(database):
        for table in ("pages", "texts", "copies", "earlier"):
            database.executemany(f"DELETE FROM {table} WHERE url = ?", doomed)  # noqa: S608 - the names are ours
        database.executemany("DELETE FROM earlier WHERE url = ?", _earlier_of(database, host, before))
        database.executemany("DELETE FROM copies WHERE url = ?", _copies_of(database, host))
        database.execute(UNNAMED_BODIES)
        database.execute("DELETE FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM bodies)")
    return len(doomed)


UNNAMED_BODIES = (
    "DELETE FROM bodies WHERE sha256 NOT IN (SELECT good_sha256 FROM pages WHERE good_sha256 IS NOT NULL "
    "UNION SELECT last_sha256 FROM pages WHERE last_sha256 IS NOT NULL "
    "UNION SELECT sha256 FROM copies WHERE sha256 IS NOT NULL UNION SELECT sha256 FROM earlier)"
)


def compact(database: sqlite3.Connection) -> None:
    """Give the room of what was removed back to the disk, so that nothing of it can be read out of the file."""
    database.execute("VACUUM")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _earlier_of(database: sqlite3.Connection, host: str | None, before: str | None) -> list[tuple[str]]:
    rows = database.execute("SELECT url, meta, sha256 FROM earlier").fetchall()
    kept = (snapshot_from_json(url, meta, sha256=sha256, body=b"") for url, meta, sha256 in rows)
    return [(one.url,) for one in kept if falls_to(one, host=host, before=before)]


def _copies_of(database: sqlite3.Connection, host: str | None) -> list[tuple[str]]:
    if host is None:
        return []
    copies = database.execute("SELECT DISTINCT url FROM copies").fetchall()
    return [(url,) for (url,) in copies if host_of(url) == host]
