"""SARIF 2.1.0: what code hosts and editors read, with the findings on the citing sentence."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from reports.formats.base import Format, Options, message_lines
from reports.one_line import PATH_CHARACTERS, plain, whole
from reports.values import ArticleReport, ClaimReport, FindingReport, Report, RuleReport

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOMEPAGE: Final = "https://github.com/provenote/provenote"
LEVELS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "info": "note"}
MAX_MESSAGE: Final = 2_000
"""Characters of a line of a message; code hosts cut longer ones themselves, in the middle of a word."""

DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")


def _render(report: Report, _: Options) -> str:
    """Give one run with the rules, the findings and what quietens them, by paths from where the check ran."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = _rules(report)
    index = {rule.code: number for number, rule in enumerate(rules)}
    unread = [article for article in report.articles if article.error is not None]
    return {
        "tool": {
            "driver": {
                "name": report.run.tool,
                "informationUri": HOMEPAGE,
                "version": report.run.version,
                "semanticVersion": report.run.version,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": plain(article.error or "", MAX_MESSAGE)},
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": relative_uri(article.path)}}}],
                    }
                    for article in unread
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [result for article in report.articles for result in _results(article, index)],
        "properties": {"coverage": report.coverage.words},
    }


def _rules(report: Report) -> list[RuleReport]:
    """Give the rules of the findings; one that the report does not describe is known by its code alone."""
    known = {rule.code: rule for rule in report.rules}
    for article in report.articles:
        for finding in article.findings:
            if finding.rule not in known:
                known[finding.rule] = RuleReport(
                    code=finding.rule, name=finding.name, severity=finding.severity, summary=""
                )
    return [known[code] for code in sorted(known)]


def _rule(rule: RuleReport) -> dict[str, Any]:
    summary = rule.summary or f"A finding of the rule {rule.code}."
    described: dict[str, Any] = {
        "id": rule.code,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": rule.explanation or summary},
        "help": {"text": rule.help or rule.explanation or summary},
        "defaultConfiguration": {"level": LEVELS.get(rule.severity, "warning")},
    }
    if rule.name:
        described["name"] = "".join(part.capitalize() for part in rule.name.split("-"))
    return described


def _results(article: ArticleReport, index: Mapping[str, int]) -> list[dict[str, Any]]:
    claims = {claim.id: claim for claim in article.claims}
    uri = relative_uri(article.path)
    return [
        _result(relative_uri(finding.path) if finding.path else uri, finding, claims.get(finding.claim or ""), index)
        for finding in article.findings
    ]


def _result(uri: str, finding: FindingReport, claim: ClaimReport | None, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(message_lines(finding, MAX_MESSAGE, placed=True))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": _region(finding, claim),
                }
            }
        ],
        "partialFingerprints": {"provenote/v1": finding.fingerprint},
        "suppressions": [_suppression(finding)] if finding.suppressed_by is not None else [],
    }


def _region(finding: FindingReport, claim: ClaimReport | None) -> dict[str, int]:
    """Give the citing sentence for a finding about a claim, else the line of the note."""
    start = {"startLine": max(finding.line, 1), "startColumn": max(finding.column, 1)}
    if claim is not None and (claim.line, claim.column) == (finding.line, finding.column):
        end = (claim.end_line, claim.end_column)
        if end > (finding.line, finding.column):
            return {**start, "endLine": end[0], "endColumn": max(end[1], 1)}
    return start


def _suppression(finding: FindingReport) -> dict[str, Any]:
    reason = finding.suppressed_by or ""
    if finding.decision is not None and not reason.startswith("inline"):
        reason = finding.decision.note or reason
        return {"kind": "external", "status": "accepted", "justification": plain(reason, MAX_MESSAGE)}
    kind = "inSource" if reason.startswith("inline") else "external"
    return {"kind": kind, "status": "accepted", "justification": plain(reason, MAX_MESSAGE)}


def relative_uri(path: str) -> str:
    """Give a path as a URI reference: ``/`` between folders, everything else encoded, a full path as ``file:``."""
    path = whole(path[:PATH_CHARACTERS])
    if DRIVE.match(path):
        return "file:///" + quote(path.replace("\\", "/"), safe="/:")
    clean = path.replace("\\", "/")
    while clean.startswith("./"):
        clean = clean[2:]
    encoded = quote(clean, safe="/")
    return f"file://{encoded}" if clean.startswith("/") else encoded or "."


FORMAT = Format("sarif", _render)
