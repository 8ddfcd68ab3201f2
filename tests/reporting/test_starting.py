"""A command starts fast: its help, and a mistake in its options, wait for nothing that only an audit needs."""

import json
import os
import subprocess
import sys
import time
from io import StringIO

import pytest
from click.testing import CliRunner

from reports.cli.commands.explain import COMMAND as EXPLAIN
from reports.cli.main import COMMANDS
from reports.cli.progress import progress_shown
from reports.format_names import FORMAT_NAMES
from reports.formats import FORMATS
from verifier.pipeline import Progress

HEAVY = (
    "httpx",
    "lxml",
    "bs4",
    "jinja2",
    "selectolax",
    "pypdfium2",
    "rich",
    "citations.records.reading",
    "verifier.pipeline",
    "rapidfuzz",
)
"""Modules that take most of the half second which the audit's own code needs to load."""

PROGRAM = """
import json, sys
from reports.cli.main import exit_code
exit_code([sys.argv[1], "--help"])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_loads_nothing_that_only_its_work_needs(command: str) -> None:
    """Whoever asks for help waits a tenth of a second, not a half."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, command], capture_output=True, text=True, check=True)

    loaded = json.loads(done.stdout.splitlines()[-1])
    assert "Usage: provenote" in done.stdout
    assert sorted(set(HEAVY) & set(loaded)) == (["rapidfuzz"] if command == "match" else [])


@pytest.mark.parametrize(("terminal", "shown"), [("xterm", True), ("dumb", False)])
def test_progress_is_for_terminals_that_can_write_a_line_anew(
    monkeypatch: pytest.MonkeyPatch, terminal: str, *, shown: bool
) -> None:
    """On others it would be a heap of escape codes."""
    written = StringIO()
    monkeypatch.setattr(written, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setattr("reports.cli.progress.QUIET_SECONDS", 0)

    with progress_shown(wanted=True) as tell:
        tell(Progress(stage="fetching", done=1, total=9, name="https://a.example/"))

    assert ("fetching 1 of 9" in written.getvalue()) is shown


def test_progress_in_a_log_is_a_line_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """CI systems stop a job that is silent for ten minutes; a line a page would hide what was found."""
    written, minute = StringIO(), iter([0.0, *range(0, 150, 10)])
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr("time.monotonic", lambda: next(minute))

    with progress_shown(wanted=True) as tell:
        for done in range(1, 16):
            tell(Progress(stage="fetching", done=done, total=15, name="https://a.example/\x1b[2J"))

    assert written.getvalue().splitlines() == [
        "provenote: fetching 7 of 15, about 1 min 9 s left",
        "provenote: fetching 13 of 15, about 18 s left",
    ]


def test_progress_keeps_to_one_line_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs over the edge cannot be taken back, and fills the screen."""
    written = StringIO()
    monkeypatch.setattr(written, "isatty", lambda: True)
    monkeypatch.setattr(written, "fileno", lambda: 2)
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((40, 24)))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("reports.cli.progress.QUIET_SECONDS", 0)

    with progress_shown(wanted=True) as tell:
        tell(Progress(stage="fetching", done=1, total=9, name="https://a.example/" + "x" * 90))

    line, empty = written.getvalue().split("\r\x1b[K")[1:]
    assert (0 < len(line) < 40, empty) == (True, "")


def test_progress_goes_on_while_one_large_thing_is_worked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book of ten megabytes is read in one piece: whoever waits for it sees that something happens."""
    written = StringIO()
    monkeypatch.setattr(written, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setenv("TERM", "xterm")
    for name, seconds in (("QUIET_SECONDS", 0.2), ("BEAT_SECONDS", 0.05)):
        monkeypatch.setattr(f"reports.cli.progress.{name}", seconds)

    with progress_shown(wanted=True) as tell:
        tell(Progress(stage="reading", done=0, total=1, name="book.md"))
        before = written.getvalue()
        time.sleep(0.5)

    assert before == ""
    assert "reading 0 of 1 for 0 s: book.md" in written.getvalue()
    assert written.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("columns", "longest"), [("60", 60), ("200", 100)])
def test_explanations_keep_to_the_width_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, columns: str, longest: int
) -> None:
    """Folded at a hundred columns and again at the terminal's edge, a text is a flight of stairs."""
    monkeypatch.setenv("COLUMNS", columns)

    lines = CliRunner().invoke(EXPLAIN, ["C502"]).stdout.splitlines()

    assert 0.8 * longest < max(map(len, lines)) <= longest


def test_the_formats_offered_are_the_formats_there_are() -> None:
    """The names stand apart from the formats, so that the help need not load them; both lists must stay one."""
    assert tuple(one.name for one in FORMATS) == FORMAT_NAMES


def test_an_interruption_while_modules_load_ends_without_a_traceback() -> None:
    """Ctrl+C may come before the command line is there to answer it."""
    program = """
import sys
class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == "reports.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from reports.cli.start import run
run()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (130, "provenote: interrupted\n")


def test_a_command_is_not_held_up_by_looking_for_cycles_that_are_not_there() -> None:
    """Looking through a large report again and again takes a quarter of the time of writing it."""
    program = "import gc; from reports.cli.main import exit_code; exit_code(['--help']); print(gc.get_threshold()[0])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert int(done.stdout.splitlines()[-1]) >= 10_000
