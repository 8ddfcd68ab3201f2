"""Progress on long work: one line on a terminal, elsewhere a line a minute."""

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
LOGGED_SECONDS = 60.0
"""Between two lines of a log. CI systems stop a job that is silent for ten minutes."""
USUAL_COLUMNS = 80
"""The width of a terminal that does not tell its own."""


def progress_printer(*, wanted: bool) -> "Callable[[Progress], None]":
    """Give a function that shows progress on stderr, with counts and the time left.

    In a log, and on a terminal that cannot write a line anew, that is a line a minute: short work is silent there.
    """
    if not wanted:
        return _ignore
    in_place = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return _Line().show if in_place else _Log().show


def _ignore(progress: "Progress") -> None:
    del progress


class _Clock:
    """Since when a stage is under way, and when it was last shown."""

    def __init__(self) -> None:
        self._started = self._shown = time.monotonic()
        self._stage = ""

    def _at(self, progress: "Progress") -> float:
        """Give the time; a new stage begins with it."""
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._started = progress.stage, now
        return now

    def _text(self, progress: "Progress", now: float) -> str:
        left = (now - self._started) / progress.done * (progress.total - progress.done) if progress.done else 0
        return f"{progress.stage} {progress.done} of {progress.total}, about {_duration(left)} left"


class _Log(_Clock):
    """A line now and then."""

    def show(self, progress: "Progress") -> None:
        now = self._at(progress)
        if now - self._shown >= LOGGED_SECONDS and progress.done < progress.total:
            self._shown = now
            sys.stderr.write(f"provenote: {self._text(progress, now)}\n")
            sys.stderr.flush()


class _Line(_Clock):
    """One line that is written again and again."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = 0.0

    def show(self, progress: "Progress") -> None:
        now = self._at(progress)
        last = progress.done >= progress.total
        if now - self._started < QUIET_SECONDS or (now - self._shown < REFRESH_SECONDS and not last):
            return
        self._shown = now
        text = "" if last else f"{self._text(progress, now)}: {_printable(progress.name)}"
        sys.stderr.write(f"\r\x1b[K{text[: _columns() - 1]}")
        sys.stderr.flush()


def _printable(name: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in name)


def _columns() -> int:
    """Give the width of the terminal: of a line that runs over its edge, only the last piece could be taken back."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or USUAL_COLUMNS
    except (OSError, ValueError):
        return USUAL_COLUMNS


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
