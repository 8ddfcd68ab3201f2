"""Writes files whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path

NEW_FILE_MODE = 0o644
"""Permissions of a file that was not there before: readable for all, as editors make them."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, and a crash leaves no half of it.

    A link is followed and its target written; permissions of a file that is there stay. What is no regular file
    (a pipe, a terminal, ``/dev/null``) is written to and never replaced.

    Raises:
        OSError: it cannot be written; the old file stays as it was.
    """
    place = path.resolve()
    mode = place.stat().st_mode if place.exists() else stat.S_IFREG | NEW_FILE_MODE
    if not stat.S_ISREG(mode):
        place.write_bytes(data)
        return
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(stat.S_IMODE(mode))
        Path(temporary).replace(place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
