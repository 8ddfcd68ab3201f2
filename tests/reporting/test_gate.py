"""The gate: which findings count, and when a run fails."""

from dataclasses import replace

import pytest
from example_audit import report_of

from reports.configuration import Configuration, configuration_from
from reports.gate import apply_configuration, fails, lacks_coverage
from reports.values import Report
from verifier.audit import ArticleAudit, Audit
from verifier.findings import Finding, Severity

WARNING = Finding(rule="C501", severity=Severity.WARNING, line=1, column=1, message="not found")


def _report(*findings: Finding) -> Report:
    article = ArticleAudit(path="a.md", article=None, findings=findings)
    return report_of(Audit(version="0", started_at="2026-01-01T00:00:00Z", command="", articles=(article,)))


@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [("error", False), ("warning", True), ("never", False)],
)
def test_a_warning_fails_only_when_warnings_do(fail_on: str, *, expected: bool) -> None:
    """The default gate is for errors."""
    assert fails(_report(WARNING), fail_on=fail_on, min_checked=0) is expected


def test_a_run_that_never_fails_lacks_nothing() -> None:
    """Its log must not say that too little was checked, when that has no part in how it ends."""
    report = _report(WARNING)
    uncovered = replace(report, coverage=replace(report.coverage, percent=10.0))

    assert lacks_coverage(uncovered, fail_on="error", min_checked=50)
    assert not lacks_coverage(uncovered, fail_on="never", min_checked=50)


def test_what_was_accepted_does_not_fail() -> None:
    """A decision or an inline ignore quietens the gate."""
    quiet = replace(WARNING, suppressed_by="decision: accept")

    assert not fails(_report(quiet), fail_on="warning", min_checked=0)


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        pytest.param((), (), True, id="everything counts unless said otherwise"),
        pytest.param((), ("C5",), False, id="a beginning names a family"),
        pytest.param(("C501",), ("C5",), True, id="the longer code wins"),
        pytest.param(("N",), (), False, id="select leaves the others out"),
        pytest.param(("C501",), ("C501",), False, id="a tie is ignored"),
    ],
)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...], *, kept: bool) -> None:
    """As in other linters: codes or their beginnings."""
    article = ArticleAudit(path="a.md", article=None, findings=(WARNING,))

    found = apply_configuration(article, Configuration(select=select, ignore=ignore)).findings

    assert bool(found) is kept


def test_severities_can_be_set_by_rule() -> None:
    """A repository may be stricter than the defaults."""
    article = ArticleAudit(path="a.md", article=None, findings=(WARNING,))
    configuration = Configuration(severity=(("C501", Severity.ERROR),))

    assert apply_configuration(article, configuration).findings[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        pytest.param('[severity]\nC501 = "error"\nC5 = "info"', Severity.ERROR, id="the longer code wins"),
        pytest.param('[severity]\nC5 = "info"\nC501 = "error"', Severity.ERROR, id="in whatever order"),
        pytest.param(
            '[severity]\nC501 = "error"\n[per-path]\n"b/*" = { severity = { C5 = "info" } }',
            Severity.ERROR,
            id="of other articles",
        ),
        pytest.param(
            '[severity]\nC501 = "error"\n[per-path]\n"a/*" = { severity = { C5 = "info" } }',
            Severity.INFO,
            id="what is set for an article goes over what holds everywhere",
        ),
        pytest.param(
            '[severity]\nC5 = "error"\n[per-path]\n"a/*" = { severity = { R2 = "info" } }',
            Severity.ERROR,
            id="and is added to it",
        ),
    ],
)
def test_which_severity_holds(text: str, severity: Severity) -> None:
    """The more exact one: of two codes the longer, of two places the article's own."""
    configuration = configuration_from(text, name="provenote.toml")
    article = ArticleAudit(path="a/b.md", article=None, findings=(WARNING,))

    assert configuration is not None
    assert apply_configuration(article, configuration).findings[0].severity is severity


def test_could_not_check_never_fails_unless_strict() -> None:
    """A CI job is not red because a server said 403."""
    finding = Finding(rule="L305", severity=Severity.INFO, line=1, column=1, message="blocked")
    article = ArticleAudit(path="a.md", article=None, findings=(finding,))

    assert apply_configuration(article, Configuration()).findings[0].severity is Severity.INFO
    assert apply_configuration(article, Configuration(strict=True)).findings[0].severity is Severity.ERROR
