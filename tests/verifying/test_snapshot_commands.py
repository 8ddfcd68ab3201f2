"""``provenote snapshots``: what is kept can be looked at, carried out and removed."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from command import PROGRAM
from kept_pages import URL, good

from reports.cli.commands.snapshots import COMMAND
from verifier.extraction.base import SourceText
from verifier.snapshots import SnapshotStore


def run(*arguments: str) -> tuple[int, str]:
    """Run ``provenote snapshots`` and give its exit code and output."""
    result = CliRunner().invoke(COMMAND, list(arguments), standalone_mode=False)
    assert result.exception is None, result.exception
    return result.return_value, result.output


def test_snapshots_can_be_looked_at_and_removed(tmp_path: Path) -> None:
    """What is kept about a site can be listed, shown and removed on its owner's request."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())
        store.put(good("https://other.example/a", b"other", at="2025-01-01T00:00:00Z"))
        store.put(replace(good("https://third.example/a"), final_url="https://other.example/b"))

    assert "https://other.example/a" in run("list", "--snapshots", str(path))[1]
    assert "https://other.example" not in run("list", "--host", "example.org", "--snapshots", str(path))[1]
    assert "SHA-256" in run("show", URL, "--snapshots", str(path))[1]
    assert "The pier is being repaired." in run("show", URL, "--text", "--snapshots", str(path))[1]
    assert "provenote snapshots list" in run("prune", "--host", "none.example", "--snapshots", str(path))[1]
    assert "--host and --before remove pages" in run("prune", "--snapshots", str(path))[1]
    assert "removed 2 pages" in run("prune", "--host", "https://Other.example/", "--snapshots", str(path))[1]
    with SnapshotStore(path) as store:
        assert store.urls() == [URL]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals to open here")
def test_a_page_cannot_steer_the_terminal_that_shows_it(tmp_path: Path) -> None:
    """Its text may rename the window, hide lines or turn them round; a program that reads on gets it as it is."""
    path = tmp_path / "store.sqlite"
    text = "Closed \x1b]0;owned\x07 since \u202emorf"
    with SnapshotStore(path) as store:
        store.put(good(), SourceText(text=text, kind="text"))
    command = [PROGRAM, "snapshots", "show", URL, "--text", "--snapshots", path]

    ours, theirs = os.openpty()
    subprocess.run(command, stdout=theirs, check=True, timeout=60)
    shown = os.read(ours, 1_000).decode()
    read_on = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    os.close(ours)
    os.close(theirs)

    assert shown.rstrip() == "Closed �]0;owned� since �morf"
    assert read_on.rstrip("\n") == text


def test_pages_are_not_exported_over_the_store_that_they_lie_in(tmp_path: Path) -> None:
    """The first page would be written where the others are read from."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())

    result = CliRunner().invoke(
        COMMAND, ["export", "--warc", str(path), "--snapshots", str(path)], standalone_mode=False
    )

    assert "that is the snapshot store" in str(result.exception)
    with SnapshotStore(path) as store:
        assert store.urls() == [URL]


@pytest.mark.parametrize("day", ["soon", "2026", "31.01.2026", "zzz"])
def test_pages_are_removed_by_a_day_and_by_no_other_word(tmp_path: Path, day: str) -> None:
    """Every page is older than "soon" when days are compared as words: a slip must not empty the store."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())

    result = CliRunner().invoke(COMMAND, ["prune", "--before", day, "--snapshots", str(path)], standalone_mode=False)

    assert "expected a day such as" in str(result.exception)
    with SnapshotStore(path) as store:
        assert store.urls() == [URL]


def test_verify_finds_a_body_that_was_changed(tmp_path: Path) -> None:
    """Evidence that was tampered with is no evidence."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())
        store.put(good("https://other.example/a", b"other"))
    assert run("verify", "--snapshots", str(path))[0] == 0

    with sqlite3.connect(path) as database:
        database.execute("UPDATE bodies SET packed = (SELECT packed FROM bodies LIMIT 1)")
    code, output = run("verify", "--snapshots", str(path))

    assert code == 1
    assert "has changed" in output
