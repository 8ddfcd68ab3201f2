"""GitHub annotations: escaped, worst first, and few enough to be shown."""

import pytest
from example_audit import large_audit, report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_no_page_speaks_a_command(text: str) -> None:
    """Every line is one of ours: a page cannot add an annotation, set a variable or hide one."""
    lines = render(report_of(hostile_audit(text)), "github").splitlines()
    plain = render(report_of(hostile_audit("plain")), "github").splitlines()

    assert [line.split(" ")[0].split("::")[1] for line in lines] == [
        line.split(" ")[0].split("::")[1] for line in plain
    ]


def test_shows_ten_errors_and_ten_warnings_at_most() -> None:
    """GitHub drops what is more without a word; so the rest is counted."""
    lines = render(report_of(large_audit(200)), "github").splitlines()

    errors = [line for line in lines if line.startswith("::error ")]
    warnings = [line for line in lines if line.startswith("::warning ")]
    assert len(errors) == len(warnings) == 10
    assert lines.index(errors[-1]) < lines.index(warnings[0])
    assert "more errors and" in lines[-1]
