"""GitHub workflow commands: findings on the very lines of a pull request."""

from collections import Counter
from typing import Final

from reports.counting import counted
from reports.formats.base import Format, Located, Options, message_lines, open_findings
from reports.one_line import plain
from reports.values import Report

MOST_OF_A_KIND: Final = 10
"""Errors, and warnings, of one step that GitHub shows; it drops the rest without a word."""

MESSAGE_CHARACTERS: Final = 1_000
"""Of a message: GitHub cuts at 4 KiB; a thousand can be read beside the line."""

COMMANDS: Final = ("error", "warning")
"""The severities that are told, under the names that GitHub has for them too."""


def _render(report: Report, _: Options) -> str:
    """Give at most ten errors and ten warnings, a command a line, then how many more there are, and the coverage."""
    shown: Counter[str] = Counter()
    lines = []
    for article in report.articles:
        if article.error is not None and shown["error"] < MOST_OF_A_KIND:
            shown["error"] += 1
            lines.append(f"::error file={_property(article.path)}::{_data(article.error)}")
    left: Counter[str] = Counter()
    for found in open_findings(report):
        kind = found.finding.severity
        if kind not in COMMANDS:
            continue
        if shown[kind] < MOST_OF_A_KIND:
            shown[kind] += 1
            lines.append(_annotation(found))
        else:
            left[kind] += 1
    lines.append(f"::notice::{_data(_rest(report, left))}")
    return "\n".join(lines) + "\n"


def _annotation(found: Located) -> str:
    finding = found.finding
    place = f"file={_property(finding.path or found.article.path)},line={finding.line},col={finding.column}"
    title = f"{finding.rule} {finding.name}".strip()
    lines = message_lines(finding, MESSAGE_CHARACTERS, placed=True)
    return f"::{finding.severity} {place},title={_property(title)}::{_data(*lines)}"


def _rest(report: Report, left: Counter[str]) -> str:
    more = " and ".join(counted(left[kind], f"more {kind}") for kind in COMMANDS if left[kind])
    return report.coverage.words + (f". There are {more}: see the report" if more else "")


def _data(*lines: str) -> str:
    """Escape the lines of a message as the runner's own toolkit does; control characters are made visible before."""
    return "%0A".join(plain(line, MESSAGE_CHARACTERS).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("github", _render)
