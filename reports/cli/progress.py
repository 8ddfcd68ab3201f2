"""Progress on long work: one line on a terminal, nothing at all elsewhere."""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.pipeline import Progress

QUIET_SECONDS = 1.0
"""Work that is done sooner needs no progress."""
REFRESH_SECONDS = 0.1
USUAL_COLUMNS = 80
"""The width of a terminal that does not tell its own."""


def progress_printer(*, wanted: bool) -> "Callable[[Progress], None]":
    """Give a function that shows progress on stderr, with counts and the time left.

    It is silent where nobody looks, and on a terminal that cannot write a line anew.
    """
    if not wanted or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return _ignore
    line = _Line()
    return line.show


def _ignore(progress: "Progress") -> None:
    del progress


class _Line:
    """One line that is written again and again."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = 0.0
        self._stage = ""

    def show(self, progress: "Progress") -> None:
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._started = progress.stage, now
        last = progress.done >= progress.total
        if now - self._started < QUIET_SECONDS or (now - self._shown < REFRESH_SECONDS and not last):
            return
        self._shown = now
        text = "" if last else self._text(progress, now)
        sys.stderr.write(f"\r\x1b[K{text[: _columns() - 1]}")
        sys.stderr.flush()

    def _text(self, progress: "Progress", now: float) -> str:
        left = (now - self._started) / progress.done * (progress.total - progress.done) if progress.done else 0
        name = "".join(character if character.isprintable() else "?" for character in progress.name)
        return f"{progress.stage} {progress.done} of {progress.total}, about {_duration(left)} left: {name}"


def _columns() -> int:
    """Give the width of the terminal: of a line that runs over its edge, only the last piece could be taken back."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or USUAL_COLUMNS
    except (OSError, ValueError):
        return USUAL_COLUMNS


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
