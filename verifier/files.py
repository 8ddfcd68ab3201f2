"""Writes files whole or not at all, and says why one cannot be read."""

import os
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

REPLACE_TRIES, REPLACE_PAUSE_S = 40, 0.025
"""How often, and after how many seconds, a file is put in its place again where another program has the old one open.

Windows refuses that, for the milliseconds in which somebody reads; no other system does.
"""


def write_whole(path: Path, data: bytes, *, provided: Callable[[], bool] = lambda: True) -> bool:
    """Write a file so that a reader sees the old one or the new one, and a crash leaves no half of it.

    ``provided`` is asked when all is written but not yet in its place; the answer comes back, and where it is false the
    old file stays. A link is followed and its target written; permissions of a file that is there stay. What is no
    regular file (a pipe, a terminal, ``/dev/null``) is written to and never replaced.

    Raises:
        OSError: it cannot be written; the old file stays as it was.
    """
    mode = path.stat().st_mode if path.exists() else stat.S_IFREG | (0o666 & ~_umask())
    if not stat.S_ISREG(mode):
        path.write_bytes(data)
        return True
    place = real_path(path)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=temporary_prefix(place), suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(mode))
        wanted = provided()
        if wanted:
            _put_in_place(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)
    return wanted


def trouble(error: OSError | ValueError) -> str:
    """Give why a file cannot be read, in our words where it is not there or no file, else in those of the system."""
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "it is a folder"
    return getattr(error, "strerror", None) or str(error)


def real_path(path: Path) -> Path:
    """Give a path with its links followed. A link that leads to itself stays, where ``Path.resolve`` would raise."""
    return Path(os.path.realpath(path))


def temporary_prefix(path: Path) -> str:
    """Give how the names of the files begin that are written before they take the place of ``path``."""
    return f".{path.name[:40]}."


def _put_in_place(temporary: Path, place: Path) -> None:
    for left in reversed(range(REPLACE_TRIES)):
        try:
            temporary.replace(place)
            break
        except PermissionError:
            if not left:
                raise
            time.sleep(REPLACE_PAUSE_S)
    with suppress(OSError):  # the new name too is flushed to the disk, where the system can
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _umask() -> int:
    """Give the umask, which can only be read by setting it."""
    current = os.umask(0o077)
    os.umask(current)
    return current
