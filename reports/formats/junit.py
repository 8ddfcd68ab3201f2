"""JUnit XML: one test case a citation, for CI systems that show test results.

Two schemas are in use and they disagree: ``timestamp`` and ``hostname`` are required by one, so they have fixed
values; ``file`` and ``line`` fail both, so the place stands in the name and in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reports.formats.base import Format, Options, legal_xml, message_lines
from reports.one_line import plain
from reports.places import Placed, located
from reports.values import ArticleReport, CitationReport, ClaimReport, FindingReport, Report
from verifier.matching.base import Verdict

TIMESTAMP: Final = "1970-01-01T00:00:00"
"""Fixed, so that equal reports are equal files."""

HOSTNAME: Final = "localhost"
NAME_CHARACTERS: Final = 120
MESSAGE_CHARACTERS: Final = 500
TEXT_CHARACTERS: Final = 2_000
SUITE_CHARACTERS: Final = 100_000
"""Of a name, a message, a text and the output of a suite (by eye: CI systems show names in a list)."""


@dataclass(slots=True, kw_only=True)
class Case:
    """One test case. ``failures`` make it red; ``skipped`` is the reason why it was not checked."""

    name: str
    failures: list[tuple[str, str, str]] = field(default_factory=list)
    skipped: str | None = None
    said: list[str] = field(default_factory=list)


def _render(report: Report, _: Options) -> str:
    """Give a suite for each article: errors fail a case, warnings, which fail no gate, stand in the suite's output."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for number, article in enumerate(report.articles):
        lines += _suite(number, article)
    lines.append("</testsuites>")
    return legal_xml("\n".join(lines) + "\n")


def _suite(number: int, article: ArticleReport) -> Iterator[str]:
    cases = list(_cases(article))
    failed = sum(1 for case in cases if case.failures)
    skipped = sum(1 for case in cases if case.skipped is not None and not case.failures)
    errors = int(article.error is not None)
    package = quoteattr(plain(article.path, TEXT_CHARACTERS) or "article")
    yield (
        f'<testsuite name={package} package={package} id="{number}" timestamp="{TIMESTAMP}" hostname="{HOSTNAME}" '
        f'tests="{len(cases) + errors}" failures="{failed}" errors="{errors}" skipped="{skipped}" time="0">'
    )
    yield "<properties/>"
    if article.error is not None:
        message = quoteattr(plain(article.error, MESSAGE_CHARACTERS))
        yield f'<testcase name="read the article" classname={package} time="0">'
        yield f'<error type="unreadable" message={message}/></testcase>'
    for case in cases:
        yield from _case(case, package)
    said = [plain(article.coverage.words, TEXT_CHARACTERS), *(line for case in cases for line in case.said)]
    yield f"<system-out>{escape(plain_lines(said, SUITE_CHARACTERS))}</system-out>"
    yield "<system-err></system-err>"
    yield "</testsuite>"


def _case(case: Case, package: str) -> Iterator[str]:
    yield f'<testcase name={quoteattr(case.name)} classname={package} time="0">'
    if case.failures:
        kind, message, text = _one_failure(case)
        yield f"<failure type={quoteattr(kind)} message={quoteattr(message)}>{escape(text)}</failure>"
    elif case.skipped is not None:
        yield f"<skipped message={quoteattr(case.skipped)}/>"
    yield "</testcase>"


def _one_failure(case: Case) -> tuple[str, str, str]:
    """Give all failures of a case as one: one of the schemas allows no second."""
    kind, message, _ = case.failures[0]
    return kind, message, plain_lines([text for _, _, text in case.failures] + case.said)


def plain_lines(lines: list[str], limit: int = TEXT_CHARACTERS * 2) -> str:
    """Give the lines together, cut to what a CI system can show."""
    return "\n".join(lines)[:limit]


def _cases(article: ArticleReport) -> Iterator[Case]:
    """Yield a case for each citation, then one for each finding about no claim. Names are unique."""
    about: dict[tuple[str, str | None], list[FindingReport]] = {}
    rest: list[FindingReport] = []
    claims = {claim.id: claim for claim in article.claims if claim.sources}
    for finding in article.findings:
        if finding.claim in claims:
            labels = {source.label for source in claims[finding.claim].sources}
            label = finding.label if finding.label in labels else claims[finding.claim].sources[0].label
            about.setdefault((finding.claim, label), []).append(finding)
        else:
            rest.append(finding)
    names: dict[str, int] = {}
    for claim in article.claims:
        for citation in claim.sources:
            findings = about.pop((claim.id, citation.label), [])
            yield _citation_case(article, claim, citation, findings, names)
    for finding in rest:
        if finding.suppressed_by is None and finding.severity != "info":
            name = f"{_place(finding.path or article.path, finding)} {finding.rule} {finding.message}"
            case = Case(name=_unique(name, names))
            _add(case, article, finding)
            yield case


def _citation_case(
    article: ArticleReport,
    claim: ClaimReport,
    citation: CitationReport,
    findings: list[FindingReport],
    names: dict[str, int],
) -> Case:
    label = plain(citation.label, NAME_CHARACTERS)
    name = f"{_place(article.path, claim)} note {label}: {plain(claim.text, NAME_CHARACTERS)}"
    case = Case(name=_unique(name, names))
    if citation.verdict == Verdict.NOT_CHECKED:
        case.skipped = plain(citation.words, MESSAGE_CHARACTERS)
    for finding in findings:
        if finding.suppressed_by is None:
            _add(case, article, finding)
    return case


def _add(case: Case, article: ArticleReport, finding: FindingReport) -> None:
    said = "\n".join(message_lines(finding, TEXT_CHARACTERS))
    text = f"{_place(finding.path or article.path, finding)} {finding.rule} {said}"
    if finding.severity == "error":
        case.failures.append((finding.rule, plain(finding.message, MESSAGE_CHARACTERS), text))
    else:
        case.said.append(f"{finding.severity}: {text}")


def _place(path: str, at: Placed) -> str:
    return f"{located(plain(path, NAME_CHARACTERS), at)}:"


def _unique(name: str, names: dict[str, int]) -> str:
    clean = plain(name, NAME_CHARACTERS * 3)
    names[clean] = names.get(clean, 0) + 1
    return clean if names[clean] == 1 else f"{clean} ({names[clean]})"


FORMAT = Format("junit", _render)
