"""One change of a decisions file at a time, on every system."""

import fcntl
import importlib.util
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from reports.decisions import locking
from verifier.files import write_whole


class FakeMsvcrt(ModuleType):
    """The two names of Windows's runtime that are used: bytes of a file are locked, or the call fails at once."""

    LK_NBLCK = 2

    @staticmethod
    def locking(handle: int, mode: int, size: int) -> None:
        """Lock the file, or raise as Windows does."""
        assert (mode, size) == (FakeMsvcrt.LK_NBLCK, 1)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PermissionError(13, "permission denied") from error


@pytest.fixture(params=["this system", "Windows"])
def module(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The locking of this system, and that of Windows over a stand-in for its runtime."""
    if request.param == "this system":
        yield locking
        return
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    monkeypatch.setitem(sys.modules, "msvcrt", FakeMsvcrt("msvcrt"))
    spec = importlib.util.spec_from_file_location("locking_on_windows", locking.__file__)
    assert spec is not None
    assert spec.loader is not None
    other = importlib.util.module_from_spec(spec)
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        spec.loader.exec_module(other)
    yield other


def test_a_second_change_waits_and_then_says_who_is_in_the_way(
    tmp_path: Path, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows, two people on a shared folder: one after the other."""
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "a.md.decisions.toml"
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.05)

    with module.locked(path), pytest.raises(TimeoutError), module.locked(path):
        pytest.fail("both hold it")


def test_the_lock_is_given_up_after_a_change_and_after_a_failed_one(tmp_path: Path, module: ModuleType) -> None:
    """A change that raises must not lock everybody else out."""
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "a.md.decisions.toml"

    with pytest.raises(ZeroDivisionError), module.locked(path):
        raise ZeroDivisionError
    with module.locked(path):
        write_whole(path, b"version = 1\n")

    assert [one.name for one in path.parent.iterdir()] == [path.name]
