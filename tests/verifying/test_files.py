"""Files are written whole or not at all, and stay the kind of file they were."""

import os
import stat
from pathlib import Path

import pytest

from verifier.files import write_whole


def test_a_new_file_is_readable_for_all(tmp_path: Path) -> None:
    """As an editor would make it."""
    write_whole(tmp_path / "a.txt", b"new")

    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o644


def test_permissions_of_an_old_file_stay(tmp_path: Path) -> None:
    """A private article is not made public by a fix."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)

    write_whole(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Its target is written."""
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")

    write_whole(tmp_path / "link.txt", b"new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_what_is_no_regular_file_is_never_replaced(tmp_path: Path) -> None:
    """A report written to a device or a pipe must not take its place."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"report")
        assert os.read(reader, 100) == b"report"
    finally:
        os.close(reader)

    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the disk fails in the last moment."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fails(handle: int) -> None:
        del handle
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="no space left"):
        write_whole(path, b"new")

    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old"


def test_a_file_that_somebody_has_open_is_replaced_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that another program reads; that takes milliseconds."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    refused = []
    real = Path.replace

    def replace(source: Path, target: Path) -> Path:
        if len(refused) < 3:
            refused.append(1)
            raise PermissionError(13, "the file is used by another process")
        return real(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("verifier.files.REPLACE_PAUSE_S", 0.001)
    write_whole(path, b"new")

    assert path.read_bytes() == b"new"


def test_what_is_not_wanted_any_more_is_not_put_in_place(tmp_path: Path) -> None:
    """Whoever writes can look once more, when all but the last step is done."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    written = write_whole(path, b"new", provided=lambda: False)

    assert not written
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
