"""GitLab code quality: the fields it asks for, and fingerprints that are unique and stay."""

import json

from example_audit import large_audit, report_of

from reports.formats import render
from reports.values import Report


def test_every_issue_has_what_gitlab_needs(example: Report) -> None:
    """Description, check name, fingerprint, severity, path and first line are required."""
    for issue in json.loads(render(example, "gitlab")):
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")


def test_fingerprints_are_unique() -> None:
    """GitLab shows only one of the issues that share a fingerprint."""
    marks = [issue["fingerprint"] for issue in json.loads(render(report_of(large_audit(500)), "gitlab"))]

    assert len(marks) == len(set(marks)) > 100
