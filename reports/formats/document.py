"""JSON: the one source of every other format, and the way back from it."""

import json
from dataclasses import dataclass
from typing import Final, NoReturn

from reports.documents import UnreadableReportError, from_document, to_document
from reports.formats.base import Options
from reports.values import DOCUMENT_VERSION, Report

SEVERITIES: Final = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class JsonFormat:
    """The whole report, by the shipped schema."""

    name: str = "json"
    suggested_file: str = "report.json"

    def render(self, report: Report, options: Options) -> str:
        """Give the document: keys in a fixed order, one blank a level, characters as they are."""
        del options
        return json.dumps(to_document(report), ensure_ascii=False, indent=1) + "\n"


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
