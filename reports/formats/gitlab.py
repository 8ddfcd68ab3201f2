"""GitLab code quality: findings beside the changed lines of a merge request."""

import hashlib
import json
from collections import Counter
from typing import Any, Final

from reports.formats.base import Format, Located, Options, open_findings, told_with_place
from reports.one_line import plain, shown_path, whole
from reports.values import Report

SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}
MESSAGE_CHARACTERS: Final = 1_000
"""Of a message: more than any of ours, less than a page's idea of a title."""


def _render(report: Report, _: Options) -> str:
    """Give every finding that nothing quietens, worst first. The fingerprints are unique, and stay when lines move."""
    seen: Counter[str] = Counter()
    issues = [_issue(found, seen) for found in open_findings(report)]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(found: Located, seen: Counter[str]) -> dict[str, Any]:
    finding = found.finding
    path = shown_path(finding.path or found.article.path).replace("\\", "/").removeprefix("./")
    identity = f"{path}\x1f{finding.rule}\x1f{finding.fingerprint}"
    seen[identity] += 1
    mark = hashlib.sha256(whole(f"{identity}\x1f{seen[identity]}").encode()).hexdigest()
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": plain(f"{finding.rule} {told_with_place(finding)}", MESSAGE_CHARACTERS),
        "categories": ["Bug Risk"],
        "severity": SEVERITIES[finding.severity],
        "fingerprint": mark,
        "location": {"path": path, "lines": {"begin": max(finding.line, 1)}},
    }


FORMAT = Format("gitlab", _render)
