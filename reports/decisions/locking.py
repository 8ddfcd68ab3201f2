"""The lock of a decisions file: it is held for the time of a change, and given up when its process ends, however.

It lies in no file of the work tree. Where the system can lock a folder, the one of the decisions file is locked;
Windows cannot, so there it is a file of the user's temporary folder.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verifier.files import real_path

LONGEST_WAIT = 10.0
"""Seconds to wait for another process's change, which takes milliseconds."""
_PAUSE = 0.02
"""Seconds between two tries; a change takes about as long."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a decisions file, whose folder must be there.

    Raises:
        TimeoutError: another process held it for ``LONGEST_WAIT`` seconds.
        OSError: the folder cannot be opened.
    """
    handle = _opened(path)
    try:
        until = time.monotonic() + LONGEST_WAIT
        while not _try_lock(handle):
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)  # which gives the lock up as well


if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile

    def _opened(path: Path) -> int:
        name = hashlib.sha256(str(real_path(path)).encode(errors="surrogatepass")).hexdigest()[:32]
        return os.open(Path(tempfile.gettempdir()) / f"provenote-{name}.lock", os.O_RDWR | os.O_CREAT)

    def _try_lock(handle: int) -> bool:
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _opened(path: Path) -> int:
        return os.open(path.parent, os.O_RDONLY)

    def _try_lock(handle: int) -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
