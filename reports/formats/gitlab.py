"""GitLab code quality: findings beside the changed lines of a merge request."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from reports.formats.base import Located, Options, open_findings, whole
from reports.one_line import plain, shown_path
from reports.values import Report

SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}
MESSAGE_CHARACTERS: Final = 1_000
"""Of a message: more than any of ours, less than a page's idea of a title."""


@dataclass(frozen=True, slots=True)
class GitlabFormat:
    """Every finding that nothing quietens, worst first."""

    name: str = "gitlab"

    def render(self, report: Report, options: Options) -> str:
        """Give the list; the fingerprints are unique in it, as GitLab asks, and stay when lines move."""
        del options
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
        "description": plain(f"{finding.rule} {finding.message}", MESSAGE_CHARACTERS),
        "categories": ["Bug Risk"],
        "severity": SEVERITIES[finding.severity],
        "fingerprint": mark,
        "location": {"path": path, "lines": {"begin": max(finding.line, 1)}},
    }


FORMAT = GitlabFormat()
