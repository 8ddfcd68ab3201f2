"""The findings as the page shows them: what was decided on each, and which to begin with."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Final

from reports.formats.base import ANOTHER_PAGE, DECISION_CHARACTERS, SEVERITIES, Located, decided_words, open_findings
from reports.formats.webpage.facts import safe_link
from reports.one_line import plain
from reports.values import ArticleReport, FindingReport, Report

SUMMARY_CHARACTERS: Final = 220
"""Of a claim in a list (by eye, at 360 pixels)."""

FIRST_TO_FIX: Final = 3
"""Things that are told before all else: as many as stand side by side on a screen."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with what was decided on it, in words. ``explained``: the page says what its rule is about."""

    finding: FindingReport
    decided: str
    url: str | None
    explained: bool = False


@dataclass(frozen=True, slots=True)
class FirstView:
    """One of the things to fix first, and where on the page it is told in full."""

    path: str
    finding: FindingReport
    href: str
    claim: str


def other_findings(article: ArticleReport) -> list[FindingReport]:
    """Give the findings about no claim, open ones first, then worst first, information last of all."""
    known = {claim.id for claim in article.claims}
    others = [finding for finding in article.findings if finding.claim not in known]
    return sorted(
        others,
        key=lambda one: (one.severity == "info", one.suppressed_by is not None, SEVERITIES.index(one.severity)),
    )


def is_waiting(view: FindingView) -> bool:
    """Whether the finding is open, and more than information."""
    return view.finding.suppressed_by is None and view.finding.severity != "info"


def finding_view(finding: FindingReport, explained: Container[str] = ()) -> FindingView:
    """Give a finding with its decision in words."""
    decided = ""
    if finding.decision is not None:
        decided = decided_words(finding.decision)
    elif finding.suppressed_by is not None:
        reason = plain(finding.suppressed_by, DECISION_CHARACTERS)
        decided = f"ignored in the article: {reason[7:].strip()}" if reason.startswith("inline:") else reason
    return FindingView(
        finding=finding,
        decided=decided,
        url=safe_link(finding.url),
        explained=finding.rule in explained,
    )


def first_to_fix(report: Report, pages: Mapping[int, str]) -> list[FirstView]:
    """Give the three open findings to begin with; ``pages`` are the files of the articles, by number from 1.

    Of a note whose link leads to another page nothing else is told: it follows from that.
    """
    numbers = {id(article): number for number, article in enumerate(report.articles, 1)}
    made: list[FirstView] = []
    astray: set[tuple[int, str | None]] = set()
    for found in open_findings(report):
        number = numbers[id(found.article)]
        if found.finding.severity == "info" or len(made) == FIRST_TO_FIX:
            break
        if (number, found.finding.label) in astray:
            continue
        if found.finding.name == ANOTHER_PAGE:
            astray.add((number, found.finding.label))
        made.append(_first(found, f"{pages.get(number, '')}#", f"a{number}"))
    return made


def _first(found: Located, page: str, prefix: str) -> FirstView:
    finding, article = found.finding, found.article
    place = next((at for at, claim in enumerate(article.claims, 1) if claim.id == finding.claim), None)
    claim = plain(article.claims[place - 1].text, SUMMARY_CHARACTERS) if place is not None else ""
    if place is None:
        others = [id(other) for other in other_findings(article)]
        anchor = f"{prefix}-f{others.index(id(finding)) + 1}"
    else:
        anchor = f"{prefix}-{place}"
    return FirstView(path=finding.path or article.path, finding=finding, href=f"{page}{anchor}", claim=claim)
