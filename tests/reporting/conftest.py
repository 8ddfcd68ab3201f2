"""Shared by the tests of the reports: the example, and snapshots kept as plain files."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the example stands beside the tests, which are no package

from example_audit import RULES, example_audit, example_decisions, report_of

from reports.values import Report

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = os.environ.get("UPDATE_SNAPSHOTS") == "1"


@pytest.fixture(scope="session")
def example() -> Report:
    """The example audit with three decisions on it."""
    return report_of(example_audit(), decisions=example_decisions(), rules=RULES)


@pytest.fixture
def same_as_snapshot() -> Callable[[str, str], None]:
    """Compare a text whole with a file of ``snapshots/``; UPDATE_SNAPSHOTS=1 writes the file instead."""

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / name
        if UPDATE:
            file.write_text(text, encoding="utf-8", newline="")
        assert file.is_file(), f"no snapshot {name}: run once with UPDATE_SNAPSHOTS=1 and read what it wrote"
        with file.open(encoding="utf-8", newline="") as stored:
            assert text == stored.read()

    return compare
