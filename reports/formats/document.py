"""JSON: the one source of every other format, and the way back from it."""

import json
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from reports.documents import UnreadableReportError, from_document, to_document
from reports.formats.base import Options
from reports.values import DOCUMENT_VERSION, Report

SEVERITIES: Final = ("error", "warning", "info")

ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode

SPREAD_LEVELS: Final = 6
"""Levels that get lines of their own: report, articles, article, claims, claim, its sources (by eye)."""


@dataclass(frozen=True, slots=True)
class JsonFormat:
    """The whole report, by the shipped schema."""

    name: str = "json"
    suggested_file: str = "report.json"

    def render(self, report: Report, options: Options) -> str:
        """Give the document: keys in a fixed order, a line for each claim's source, characters as they are."""
        del options
        lines: list[str] = []
        _write(to_document(report), 0, lines)
        return "".join(lines) + "\n"


def _write(value: Any, level: int, lines: list[str]) -> None:
    """Add the text of a value to ``lines``, spread over lines down to the sources of a claim.

    What lies deeper, or is a plain list, is left to the encoder of the standard library, which is many times
    faster as long as it need not indent.
    """
    if level >= SPREAD_LEVELS or not isinstance(value, (dict, list)) or not value or _is_flat_list(value):
        lines.append(ENCODE(value))
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    start = "\n" + " " * (level + 1)
    before = opening + start
    if isinstance(value, dict):
        for key, part in value.items():
            lines.append(f"{before}{ENCODE(key)}: ")
            _write(part, level + 1, lines)
            before = "," + start
    else:
        for part in value:
            lines.append(before)
            _write(part, level + 1, lines)
            before = "," + start
    lines.append(f"\n{' ' * level}{closing}")


def _is_flat_list(value: dict[str, Any] | list[Any]) -> bool:
    return isinstance(value, list) and not any(isinstance(part, (dict, list)) for part in value)


def report_from_json(text: str) -> Report:
    """Give the report that a JSON document holds.

    Raises:
        UnreadableReportError: it is no JSON, of another version, or a value is missing or of the wrong type.
    """
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        problem = f"not JSON ({error})"
        raise UnreadableReportError(problem) from None
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(version, str) or version.split(".")[0] != DOCUMENT_VERSION.split(".")[0]:
        problem = f"expected a report of version {DOCUMENT_VERSION}, found version {version!r:.40}"
        raise UnreadableReportError(problem)
    report = from_document(Report, document)
    _check_severities(report)
    return report


def _no_constant(name: str) -> NoReturn:
    message = f"{name} is not a number"
    raise ValueError(message)


def _check_severities(report: Report) -> None:
    for number, article in enumerate(report.articles):
        for finding in article.findings:
            if finding.severity not in SEVERITIES:
                problem = f"report.articles[{number}]: a finding's severity should be one of {', '.join(SEVERITIES)}"
                raise UnreadableReportError(problem)


FORMAT = JsonFormat()
