"""Reads foreign bytes in a process of its own, which has limits on its time and memory.

A library of compiled code decides for itself how much memory it takes, and nothing within a process can stop it. So the
work is done apart, and a process that takes too much is ended. Both sides stand here: ``ReaderApart`` asks, and
``serve`` runs in the other process.
"""

import atexit
import faulthandler
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

SECONDS = 20
"""Processor time for one file. A manual of 458 pages takes 0.9, 500 pages of 10,000 characters each 1.2."""

BY_THE_CLOCK = 3
"""Times ``SECONDS`` that a file may take by the clock: others may use the processor, and Windows does not count its
time."""

MEBIBYTES = 256
"""Memory of the process, the file included. The largest of 150 manuals takes 23, a file of 50 MiB 135 at its peak."""

MOST_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer that are taken. Five million characters, written in ASCII, are 30 MiB at most."""

MEMORY_GONE, BROKEN = 12, 13
"""Exit codes of the process: its own code found no memory, and it has a mistake."""

LATE = 1
"""Exit code of a process that its watchdog ended; ``faulthandler`` leaves no choice."""

A_MOMENT = 5.0
"""Seconds that a process may take from the end of its output to its end."""

_SIZE_BYTES = 8
"""Bytes that say how long a file is; they stand before it."""
_END = b"\n"
"""The line behind the last value: no JSON value is an empty line."""

_START = """
import sys
sys.path[:] = sys.argv[4:]
from citations.apart import serve
serve(sys.argv[1], seconds=int(sys.argv[2]), mebibytes=int(sys.argv[3]))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The values that were read, and why there are no more: ``None`` when the work was done."""

    values: tuple[object, ...]
    ended: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may take: seconds of processor time, and MiB of memory for the process that reads it."""

    seconds: int = SECONDS
    mebibytes: int = MEBIBYTES


class ReaderApart:
    """A function that runs in a process of its own; the process is started once and reads one file after the other.

    ``work`` names the function as "module:function". It takes the bytes and yields values that JSON can hold. What it
    yielded before it was ended is kept. Threads wait for one another.
    """

    def __init__(self, work: str, limits: Limits = Limits()) -> None:
        self._work = work
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        atexit.register(self.close)

    def read(self, body: bytes) -> Answer:
        """Give what ``work`` yields for these bytes.

        A process that was ended is asked once more, as a new one, if it had read other files before: what it kept of
        them counts towards its memory, and equal bytes should give equal answers.

        Raises:
            KeyboardInterrupt: Ctrl+C ended the process.
            OSError: no process can be started.
        """
        with self._lock:
            used = self._process is not None
            answer = self._asked(body)
            return self._asked(body) if used and answer.ended else answer

    def close(self) -> None:
        """End the process; the next file starts a new one."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _asked(self, body: bytes) -> Answer:
        process = self._process = self._process or _started(self._work, self._limits)
        values: list[object] = []
        try:
            for line in _lines(process, body):
                if line == _END:
                    return Answer(values=tuple(values))
                values.append(json.loads(line))
            with suppress(subprocess.TimeoutExpired):
                process.wait(A_MOMENT)
        except BaseException:
            self.close()
            raise
        self.close()
        return Answer(values=tuple(values), ended=_why(process.returncode, self._limits))


def _started(work: str, limits: Limits) -> subprocess.Popen[bytes]:
    """Start the process. It gets our own places of modules, because ``-I`` keeps those of the environment from it."""
    here = str(Path(__file__).resolve().parents[1])
    arguments = [work, str(limits.seconds), str(limits.mebibytes), *filter(None, sys.path), here]
    return subprocess.Popen(  # noqa: S603 - our own program; what is foreign goes through its standard input
        [sys.executable, "-I", "-W", "ignore", "-c", _START, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _lines(process: subprocess.Popen[bytes], body: bytes) -> Iterator[bytes]:
    """Hand a file over and yield the lines of the answer. The last is ``_END``, unless the process ended before."""
    assert process.stdin is not None  # noqa: S101 - it was started with pipes
    assert process.stdout is not None  # noqa: S101
    try:
        process.stdin.write(len(body).to_bytes(_SIZE_BYTES, "big"))
        process.stdin.write(body)
        process.stdin.flush()
    except BrokenPipeError:
        return
    left = MOST_ANSWER
    while left > 0:
        line = process.stdout.readline(left)
        if not line.endswith(b"\n"):
            return
        left -= len(line)
        yield line


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that waits or works; nothing happens to one that has ended."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was not handed over cannot be flushed any more
                pipe.close()


def _why(code: int, limits: Limits) -> str:
    """Say in words why a process ended before its work was done, by its return code.

    Raises:
        KeyboardInterrupt: Ctrl+C ended it.
    """
    if code == -signal.SIGINT:
        raise KeyboardInterrupt
    if code in (LATE, -getattr(signal, "SIGXCPU", LATE)):
        return f"it needs more than {limits.seconds} s of processor time"
    if code == BROKEN:
        return "reading it raised an error"
    return f"it needs more than {limits.mebibytes} MiB of memory, or breaks what reads it"


def serve(work: str, *, seconds: int, mebibytes: int) -> None:
    """Read files from standard input, one after the other, until it ends; write a line of JSON for each value."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C goes to this process too and should end it at once
    source, target = sys.stdin.buffer, sys.stdout.buffer
    with Path(os.devnull).open("w", encoding="ascii") as nowhere:
        _limit_memory(mebibytes)
        while size := source.read(_SIZE_BYTES):
            faulthandler.dump_traceback_later(seconds * BY_THE_CLOCK, exit=True, file=nowhere)
            _limit_time(seconds)
            _answer(work, source.read(int.from_bytes(size, "big")), target)
            faulthandler.cancel_dump_traceback_later()


def _answer(work: str, body: bytes, target: BinaryIO) -> None:
    """Write what the function yields, line by line, so that what was read is kept if this process is ended."""
    module, _, name = work.partition(":")
    try:
        for value in getattr(import_module(module), name)(body):
            target.write(json.dumps(value).encode("ascii") + b"\n")
            target.flush()
    except MemoryError:
        os._exit(MEMORY_GONE)
    except Exception:  # noqa: BLE001 - whatever it is, the other process is told that there is no more
        os._exit(BROKEN)
    target.write(_END)
    target.flush()


def _limit_memory(mebibytes: int) -> None:
    """Let the system refuse memory above this, and leave no core file behind. Windows has no such limit.

    Data are counted, not addresses: allocators reserve addresses by the gigabyte. macOS takes the limit and does not
    hold it.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows does not have it

        _limit(resource.RLIMIT_DATA, mebibytes * 1024 * 1024)
        _limit(resource.RLIMIT_CORE, 0)


def _limit_time(seconds: int) -> None:
    """Give this process so much processor time from now on. Windows has no such limit."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows does not have it

        _limit(resource.RLIMIT_CPU, int(time.process_time()) + 1 + seconds)


def _limit(kind: int, most: int) -> None:
    """Set a limit of this process, or the highest that the system allows it."""
    import resource  # noqa: PLC0415 - Windows does not have it

    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
