"""Functions that a process of its own runs in the tests: they do with it what foreign bytes may do."""

import os
import time
from collections.abc import Iterator


def lengths(body: bytes) -> Iterator[object]:
    """Yield the number of bytes of each line, and the process that counted."""
    yield [len(line) for line in body.splitlines()]
    yield os.getpid()


def greedy(body: bytes) -> Iterator[object]:
    """Take as many MiB as the first line says, after a first value."""
    yield "first"
    yield len(bytearray(int(body) * 1024 * 1024))


def hoarding(body: bytes) -> Iterator[object]:
    """Keep as many MiB for good."""
    HOARD.append(bytearray(int(body) * 1024 * 1024))
    yield os.getpid()


HOARD: list[bytearray] = []


def never_done(body: bytes) -> Iterator[object]:
    """Work for ever, or sleep for ever."""
    yield os.getpid()
    while True:
        if body == b"sleep":
            time.sleep(1)


def mistaken(body: bytes) -> Iterator[object]:
    """Raise at once."""
    yield 1 // len(body[:0])
