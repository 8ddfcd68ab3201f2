"""The gate: which findings count, how severe they are here, and whether a run fails."""

from dataclasses import replace
from pathlib import Path

from reports.configuration import Configuration, for_path
from reports.values import Report
from verifier.audit import ArticleAudit
from verifier.files import real_path
from verifier.findings import Finding, Severity

STRICT_RULES = frozenset({"L305", "L308"})
"""Rules that only say that something could not be checked: errors with ``--strict``, never otherwise."""


def apply_configuration(article: ArticleAudit, configuration: Configuration, root: Path | None = None) -> ArticleAudit:
    """Give the article with the findings that count in this repository, at the severities that hold there.

    ``root`` is the folder of the configuration, which the patterns of ``per-path`` count from.
    """
    local = _local(article.path, configuration, root)
    kept = [_at_severity(finding, local) for finding in article.findings if _counts(finding.rule, local)]
    return replace(article, findings=tuple(kept))


def is_looked_at(rule: str, path: str, configuration: Configuration, root: Path | None = None) -> bool:
    """Whether findings of a rule count in the article at ``path``."""
    return _counts(rule, _local(path, configuration, root))


def _local(path: str, configuration: Configuration, root: Path | None) -> Configuration:
    return for_path(configuration, _below(root, path))


def _below(root: Path | None, path: str) -> str:
    """Give an article's path below the folder of the configuration, however it was written; its own one outside."""
    try:
        return real_path(Path(path)).relative_to(real_path(root or Path())).as_posix()
    except ValueError:
        return path


def _counts(rule: str, configuration: Configuration) -> bool:
    """Whether a rule is looked at: the longest code that names it decides between ``select`` and ``ignore``."""
    selected = max((len(code) for code in configuration.select if rule.startswith(code)), default=-1)
    ignored = max((len(code) for code in configuration.ignore if rule.startswith(code)), default=-1)
    if ignored >= 0:
        return selected > ignored
    return not configuration.select or selected >= 0


def severity_here(rule: str, default: Severity, configuration: Configuration) -> Severity:
    """Give the severity of a rule in this repository: the last entry that names it, else ``default``.

    The entries of one file are sorted, so the longer of two codes comes later; those of ``per-path`` come last.
    """
    severity = Severity.ERROR if configuration.strict and rule in STRICT_RULES else default
    for code, named in configuration.severity:
        if rule.startswith(code):
            severity = named
    return severity


def _at_severity(finding: Finding, configuration: Configuration) -> Finding:
    severity = severity_here(finding.rule, finding.severity, configuration)
    return finding if severity is finding.severity else finding.at(severity)


def fails(report: Report, *, fail_on: str, min_checked: float) -> bool:
    """Whether the run fails: an open finding at or above ``fail_on``, or too few claims checked (in percent)."""
    if fail_on == "never":
        return False
    threshold = Severity(fail_on).rank
    findings = (finding for article in report.articles for finding in article.findings)
    worst = max((Severity(one.severity).rank for one in findings if one.suppressed_by is None), default=-1)
    return worst >= threshold or lacks_coverage(report, fail_on=fail_on, min_checked=min_checked)


def lacks_coverage(report: Report, *, fail_on: str, min_checked: float) -> bool:
    """Whether too few claims were checked (in percent, as the report shows it) for a run to pass."""
    return fail_on != "never" and report.coverage.percent < min_checked
