"""JSON: the one source of every other format, and the way back from it."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from io import StringIO
from typing import Any, Final, NoReturn

from reports.documents import SPARSE, UnreadableReportError, fields_of, from_document, to_document
from reports.formats.base import SEVERITIES, Format, Options
from reports.values import DOCUMENT_VERSION, Report

ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode

Write = Callable[[str], object]
"""Takes the next piece of the text."""

SPREAD_LEVELS: Final = 6
"""Levels that get lines of their own: report, articles, article, claims, claim, its sources (by eye)."""


def _render(report: Report, _: Options) -> str:
    """Give the document: keys in a fixed order, a line for each claim's source, characters as they are."""
    text = StringIO()
    _write(report, 0, text.write)
    text.write("\n")
    return text.getvalue()


def _write(value: Any, level: int, write: Write) -> None:
    """Write the text of a value, spread over lines down to the sources of a claim.

    What lies deeper is made a document one source at a time and left to the encoder of the standard library: it
    is many times faster as long as it need not indent, and a document of everything would double the memory.
    """
    kind: Any = type(value)
    spreads = level < SPREAD_LEVELS
    if spreads and dataclasses.is_dataclass(value) and kind not in SPARSE:
        parts = [(f"{ENCODE(plan.key)}: ", getattr(value, plan.name)) for plan in fields_of(kind)]
        _spread("{}", parts, level, write)
    elif spreads and isinstance(value, Mapping) and value:
        _spread("{}", [(f"{ENCODE(key)}: ", part) for key, part in value.items()], level, write)
    elif spreads and isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
        _spread("[]", [("", part) for part in value], level, write)
    elif isinstance(value, tuple):
        write(ENCODE([to_document(part) for part in value]))
    else:
        write(ENCODE(to_document(value)))


def _spread(brackets: str, parts: list[tuple[str, Any]], level: int, write: Write) -> None:
    start = "\n" + " " * (level + 1)
    before = brackets[0] + start
    for key, part in parts:
        write(before + key)
        if part is None or isinstance(part, (str, int, float)):
            write(ENCODE(part))
        else:
            _write(part, level + 1, write)
        before = "," + start
    write(f"\n{' ' * level}{brackets[1]}")


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
    if not isinstance(document, dict) or "version" not in document:
        problem = "it is JSON, but no report of provenote: it has no version"
        raise UnreadableReportError(problem)
    version = document["version"]
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


FORMAT = Format("json", _render)
