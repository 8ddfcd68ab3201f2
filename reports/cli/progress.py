"""Progress on long work: one line on a terminal, elsewhere a line a minute."""

import os
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from reports.one_line import plain

if TYPE_CHECKING:
    from verifier.pipeline import Progress

QUIET_SECONDS = 1.0
"""Work that is done sooner needs no progress."""
REFRESH_SECONDS = 0.1
BEAT_SECONDS = 1.0
"""Between two looks at the clock while nothing new is told: a large article is read and judged in one piece."""
LOGGED_SECONDS = 60.0
"""Between two lines of a log. CI systems stop a job that is silent for ten minutes."""
USUAL_COLUMNS = 80
"""The width of a terminal that does not tell its own."""


@contextmanager
def progress_shown(*, wanted: bool) -> "Iterator[Callable[[Progress], None]]":
    """Give a function that is told of progress, which is shown on stderr while the block runs, with the time left.

    In a log, and on a terminal that cannot write a line anew, that is a line a minute: short work is silent there.
    """
    if not wanted:
        yield lambda _: None
        return
    in_place = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    shown, ended = _Line() if in_place else _Log(), Event()
    beating = Thread(target=_beat, args=(shown, ended), daemon=True)
    beating.start()
    try:
        yield shown.tell
    finally:
        ended.set()
        beating.join()
        shown.end()


def _beat(shown: "_Shown", ended: Event) -> None:
    while not ended.wait(BEAT_SECONDS):
        shown.beat()


class _Shown(ABC):
    """What was told last, since when its stage is under way, and when anything was shown."""

    def __init__(self, first_after_s: float, again_after_s: float) -> None:
        self._first_after_s, self._again_after_s = first_after_s, again_after_s
        self._lock = Lock()
        self._started = self._shown = time.monotonic()
        self._last: Progress | None = None

    def tell(self, progress: "Progress") -> None:
        """Take what is new, and show it when it is time to."""
        with self._lock:
            now = time.monotonic()
            if self._last is None or progress.stage != self._last.stage:
                self._started = now
            self._last = progress
            self._show_when_due(progress, now, self._again_after_s)

    def beat(self) -> None:
        """Show once more what was told last, with the time that it takes."""
        with self._lock:
            if self._last is not None:
                self._show_when_due(self._last, time.monotonic(), max(self._again_after_s, BEAT_SECONDS))

    @abstractmethod
    def end(self) -> None:
        """Take back what should not stay."""

    def _show_when_due(self, progress: "Progress", now: float, pause_s: float) -> None:
        if now - self._started >= self._first_after_s and now - self._shown >= pause_s:
            self._shown = now
            self._write(_text(progress, now - self._started), progress.name)
            sys.stderr.flush()

    @abstractmethod
    def _write(self, text: str, name: str) -> None:
        """Write how far the work is, and what it is at."""


class _Log(_Shown):
    """A line now and then."""

    def __init__(self) -> None:
        super().__init__(0, LOGGED_SECONDS)

    def end(self) -> None:
        """Leave the lines where they are."""

    def _write(self, text: str, name: str) -> None:
        del name
        sys.stderr.write(f"provenote: {text}\n")


class _Line(_Shown):
    """One line that is written again and again."""

    def __init__(self) -> None:
        super().__init__(QUIET_SECONDS, REFRESH_SECONDS)
        self._shown = -REFRESH_SECONDS
        self._is_there = False

    def end(self) -> None:
        """Leave an empty line to what comes."""
        if self._is_there:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _write(self, text: str, name: str) -> None:
        whole = f"{text}: {plain(name)}" if name else text
        sys.stderr.write(f"\r\x1b[K{whole[: _columns() - 1]}")
        self._is_there = True


def _text(progress: "Progress", took_s: float) -> str:
    """Give how far a stage is: with the time left once something is done, before that with the time it took."""
    counts = f"{progress.stage} {progress.done} of {progress.total}"
    if not progress.done:
        return f"{counts} for {_duration(took_s)}"
    return f"{counts}, about {_duration(took_s / progress.done * (progress.total - progress.done))} left"


def _columns() -> int:
    """Give the width of the terminal: of a line that runs over its edge, only the last piece could be taken back."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or USUAL_COLUMNS
    except (OSError, ValueError):
        return USUAL_COLUMNS


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
