"""Foreign bytes are read in a process that is ended when it takes too much, and says so."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from citations.apart import Limits, ReaderApart

MEASURED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without signals")


@pytest.fixture
def apart() -> Iterator[Callable[..., ReaderApart]]:
    """Make readers that are closed after the test."""
    made: list[ReaderApart] = []

    def make(work: str, **limits: int) -> ReaderApart:
        made.append(ReaderApart(f"readers_apart:{work}", Limits(**limits)))
        return made[-1]

    yield make
    for one in made:
        one.close()


@MEASURED
def test_the_next_file_is_read_after_one_that_was_too_much(apart: Callable[..., ReaderApart]) -> None:
    """One bad source must not cost the others."""
    reader = apart("greedy", mebibytes=64)

    told = [reader.read(b"1"), reader.read(b"4000"), reader.read(b"1")]

    assert [len(answer.values) for answer in told] == [2, 1, 2]
    assert told[1].ended == "it needs more than 64 MiB of memory, or breaks what reads it"
    assert told[0].ended is told[2].ended is None


@MEASURED
def test_what_earlier_files_left_in_memory_fails_no_file(apart: Callable[..., ReaderApart]) -> None:
    """Whether a file can be read must not hang on what was read before it."""
    reader = apart("hoarding", mebibytes=64)

    told = [reader.read(b"20") for _ in range(6)]

    assert all(answer.ended is None for answer in told)
    assert 1 < len({answer.values for answer in told}) < len(told)


def test_one_process_reads_many_files(apart: Callable[..., ReaderApart]) -> None:
    """A process takes a twentieth of a second to start; empty files and long ones are told apart."""
    reader = apart("lengths")

    told = [reader.read(body).values for body in (b"a\nbcd", b"", b"x" * 3_000_000)]

    assert [values[0] for values in told] == [[1, 3], [], [3_000_000]]
    assert len({values[1] for values in told}) == 1


def test_threads_get_their_own_answers(apart: Callable[..., ReaderApart]) -> None:
    """Pages are read beside the loop while the checks ask for kept ones."""
    reader = apart("lengths")

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda size: reader.read(b"x" * size).values[0], range(1, 60)))

    assert told == [[size] for size in range(1, 60)]


@pytest.mark.timeout(30)
@pytest.mark.parametrize("how", ["work", "sleep"])
def test_a_file_that_takes_too_long_is_given_up(apart: Callable[..., ReaderApart], how: str) -> None:
    """Processor time is counted where the system does, and time by the clock everywhere."""
    answer = apart("never_done", seconds=1).read(how.encode())

    assert answer.ended == "it needs more than 1 s of processor time"
    assert len(answer.values) == 1


def test_a_mistake_of_ours_ends_no_run(apart: Callable[..., ReaderApart]) -> None:
    """A reader never raises on foreign bytes."""
    assert apart("mistaken").read(b"").ended == "reading it raised an error"


@SIGNALS
@pytest.mark.timeout(30)
def test_ctrl_c_reaches_the_reader(apart: Callable[..., ReaderApart]) -> None:
    """The terminal sends it to both processes; nobody waits for a file that nobody wants any more."""
    reader = apart("never_done")

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(reader.read, b"sleep")
        while reader._process is None:
            time.sleep(0.01)
        time.sleep(0.5)
        reader._process.send_signal(signal.SIGINT)

        assert isinstance(reading.exception(), KeyboardInterrupt)


PROGRAM = """
import os, sys
sys.path[:0] = sys.argv[1:]
from citations.apart import ReaderApart
reader = ReaderApart("readers_apart:lengths")
print(reader.read(b"").values[1], flush=True)
if sys.stdin.read(1) == "k":
    os.kill(os.getpid(), 9)
"""


@SIGNALS
@pytest.mark.timeout(30)
@pytest.mark.parametrize("how", ["killed", "ended"])
def test_no_reader_is_left_behind(how: str) -> None:
    """It ends with the process that asked, whichever way that goes."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", PROGRAM, str(root), str(root / "tests" / "support")]

    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        reader = int(asking.stdout.readline())
        assert _runs(reader)
        asking.communicate("k" if how == "killed" else "e")

    for _ in range(200):
        if not _runs(reader):
            break
        time.sleep(0.02)
    assert not _runs(reader)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or ") Z " not in state.read_text()
