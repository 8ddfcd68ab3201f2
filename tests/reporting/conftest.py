"""Shared by the tests of the reports: the example, and where it stands."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent))  # the example stands beside the tests, which are no package

from example_audit import RULES, example_audit, example_decisions, report_of

from citations.errors import CitationError
from reports.cli.main import main
from reports.values import Report


@pytest.fixture(scope="session")
def example() -> Report:
    """The example audit with three decisions on it."""
    return report_of(example_audit(), decisions=example_decisions(), rules=RULES)


@pytest.fixture
def in_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder is a copy of the example, and nothing is known of this user."""
    shutil.copytree(Path(__file__).parents[2] / "examples", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("PROVENOTE_REVIEWER", raising=False)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command in a folder of its own; what the user did wrong is raised."""
    monkeypatch.chdir(tmp_path)

    def running(*arguments: str, given: str | None = None) -> Result:
        result = CliRunner().invoke(main, list(arguments), input=given, standalone_mode=False)
        if isinstance(result.exception, CitationError):
            raise result.exception
        assert result.exception is None, result.exception
        return result

    return running
