"""Shared by the tests of the reports: the example, and where it stands."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the example stands beside the tests, which are no package

from example_audit import RULES, example_audit, example_decisions, report_of

from reports.values import Report


@pytest.fixture(scope="session")
def example() -> Report:
    """The example audit with three decisions on it."""
    return report_of(example_audit(), decisions=example_decisions(), rules=RULES)
