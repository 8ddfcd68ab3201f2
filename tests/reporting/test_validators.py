"""Validators from the formats' own worlds: html-validate for the page, the SARIF Multitool for SARIF.

They are programs of Node's world; ``.ci/run`` installs them and names their folder in PROVENOTE_NODE_TOOLS.
"""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from example_audit import RULES, example_audit, example_decisions, report_of
from hostile_audit import hostile_audit

from reports.formats import render
from reports.values import Report

TOOLS = Path(os.environ.get("PROVENOTE_NODE_TOOLS", "/nonexistent"))
HOSTILE = "</script>]]><!-- \x00\x1b[31m \ud800 =cmd() ::error:: &amp; <b onclick=x>"
EXAMPLE = report_of(example_audit(), decisions=example_decisions(), rules=RULES)
REPORTS = {
    "example": EXAMPLE,
    "two articles alike": replace(EXAMPLE, articles=(EXAMPLE.articles[0], replace(EXAMPLE.articles[0], path="b.md"))),
    "hostile": report_of(hostile_audit(HOSTILE), rules=RULES),
}
pytestmark = pytest.mark.skipif(
    not (TOOLS / "html-validate").exists(), reason="PROVENOTE_NODE_TOOLS names no folder with html-validate"
)


def _run(*line: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in line], capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_the_page_is_legal_html(report: Report, tmp_path: Path) -> None:
    """Also with the texts of a hostile page in it."""
    page = tmp_path / "report.html"
    page.write_text(render(report, "html"), encoding="utf-8")
    settings = tmp_path / "settings.json"
    settings.write_text(
        json.dumps({"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]}), encoding="utf-8"
    )

    done = _run(TOOLS / "html-validate", "--config", settings, page)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_the_multitool_finds_no_error_in_sarif(report: Report, tmp_path: Path) -> None:
    """It knows more than the schema does."""
    file, result = tmp_path / "report.sarif", tmp_path / "result.sarif"
    file.write_text(render(report, "sarif"), encoding="utf-8")

    _run(TOOLS / "sarif-multitool", "validate", file, "--output", result, "--log", "ForceOverwrite")

    found = json.loads(result.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    assert [one["message"] for one in found if one.get("level", "warning") == "error"] == []
