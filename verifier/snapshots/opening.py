"""Opens the file of a snapshot store: makes it, waits for other processes, and refuses what is something else."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from citations.errors import CitationError, UnfinishedError
from verifier.snapshots.schema import SCHEMA, SCHEMA_VERSION

IN_MEMORY = ":memory:"
"""The path of a store that is forgotten with the run."""

WAIT_MS = 30_000
"""How long one process waits for another that is writing."""

LOG_PAGES = 16_384
"""Pages of 4 KiB in the log before they are moved into the file, which waits for the disk and holds up a run."""

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
"""Errors that pass by themselves."""

BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Errors of a file that nothing can be read out of."""

LOG_TRIES, LOG_PAUSE_S = 100, 0.05
"""How often, and after how many seconds, the log is turned on again while another process does the same."""


class UnusableStoreError(CitationError):
    """A file that cannot serve as a snapshot store."""

    def __init__(self, path: str, problem: str, next_step: str = "name another file with --snapshots") -> None:
        self.path = path
        super().__init__(f"cannot use {path} as a snapshot store: {problem}", next_step)


def default_store_path() -> Path:
    """Give the store in the user's cache directory: never in a work tree, where it might be published."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only when no path is named

    return user_cache_path("provenote", appauthor=False) / "snapshots.sqlite"


def opened(path: str) -> sqlite3.Connection:
    """Give the open file of a store, with its tables.

    Raises:
        UnusableStoreError: the file is something else, or the directory cannot be written.
        UnfinishedError: there is no room for it.
    """
    try:
        if path != IN_MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, isolation_level=None, timeout=WAIT_MS / 1000)
        _prepare(database, path)
    except sqlite3.Error as error:
        raise _refused(path, error) from error
    except OSError as error:
        raise UnusableStoreError(path, error.strerror or str(error)) from error
    return database


def opened_frozen(path: str) -> sqlite3.Connection:
    """Give the open file of a store that is only read, from a place where nothing can be written.

    Raises:
        UnusableStoreError: the file is something else.
    """
    try:
        place = f"file:{quote(str(Path(path).absolute()))}?mode=ro&immutable=1"
        database = sqlite3.connect(place, isolation_level=None, uri=True)
        found, _ = _said_of_itself(database)
    except sqlite3.Error as error:
        raise _refused(path, error) from error
    if found != SCHEMA_VERSION:
        raise UnusableStoreError(path, f"it was written by another version (format {found})")
    return database


def failed(path: str, error: Exception) -> UnfinishedError:
    """Give the error for a store that fails in the midst of a run."""
    message = f"the snapshot store {path} failed: {error}"
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in BROKEN:
        return UnfinishedError(message, DELETE_IT)
    next_step = "make room on its disk, look at it with provenote snapshots verify, or name another file"
    return UnfinishedError(message, next_step)


DELETE_IT = "name another file with --snapshots; if it was a store, delete it: its pages are fetched again"


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """Make what is written inside one step: it is there whole, or not at all."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # a full disk has ended it already
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _refused(path: str, error: sqlite3.Error) -> CitationError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return failed(path, error)
    return UnusableStoreError(path, str(error), DELETE_IT) if code in BROKEN else UnusableStoreError(path, str(error))


def _prepare(database: sqlite3.Connection, path: str) -> None:
    found, tables = _said_of_itself(database)
    if found > SCHEMA_VERSION:
        raise UnusableStoreError(path, f"it was written by a newer version (format {found})")
    if not found and tables:
        raise UnusableStoreError(path, "it is the database of another program")
    _begin_log(database)
    database.execute("PRAGMA synchronous=NORMAL")
    database.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
    if found == SCHEMA_VERSION:
        return
    with writing(database):
        for statement in SCHEMA.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _said_of_itself(database: sqlite3.Connection) -> tuple[int, int]:
    """Give the version that a file carries and the number of its tables, at one moment: others may be making them."""
    query = "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"
    found, tables = database.execute(query).fetchone()
    return int(found), int(tables)


def _begin_log(database: sqlite3.Connection) -> None:
    """Turn the write-ahead log on: two processes that do so at once are not made to wait, but refused."""
    for left in reversed(range(LOG_TRIES)):
        try:
            database.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if not left or error.sqlite_errorcode & 0xFF not in BUSY:
                raise
            time.sleep(LOG_PAUSE_S)
        else:
            return
