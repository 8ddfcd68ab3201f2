"""The checks, one module a member; ``CHECKS`` is the registry."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from citations.article import Article
from citations.document import Ignore
from verifier.checks import (
    body,
    claims,
    dates,
    fields,
    ignores,
    links,
    markers,
    notes,
    page_changes,
    page_data,
    page_identity,
)
from verifier.checks.base import Check, CheckInput
from verifier.findings import Finding, Rule

CHECKS: tuple[Check, ...] = (
    markers.CHECK,
    notes.CHECK,
    fields.CHECK,
    dates.CHECK,
    links.CHECK,
    page_data.CHECK,
    page_identity.CHECK,
    page_changes.CHECK,
    claims.CHECK,
    body.CHECK,
    ignores.CHECK,
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for check in CHECKS for rule in check.rules), key=lambda rule: rule.code))
"""The rules of all checks, by their codes."""

EVERY_RULE = ""
"""Stands for the codes of a comment that names none."""
_Named = dict[str, int]
"""By code of a rule, the number of the first comment that ignores it."""


def check_article(article: Article) -> tuple[Finding, ...]:
    """Give the findings that need nothing but the article, by their places."""
    return check_audit(CheckInput(article=article))


def check_audit(given: CheckInput) -> tuple[Finding, ...]:
    """Give the findings of all checks by their places, those that a comment in the article ignores marked as such."""
    given = replace(given, codes=frozenset(rule.code for rule in RULES))
    found = chain.from_iterable(check.find(given) for check in CHECKS)
    return ignored(in_order(found), given.article.ignores)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by line, column, rule and words, so that equal input gives an equal report."""
    return tuple(sorted(findings, key=lambda one: (one.line, one.column, one.rule, one.message, one.url)))


def ignored(findings: Iterable[Finding], ignores: Iterable[Ignore]) -> tuple[Finding, ...]:
    """Mark the findings that a ``provenote: ignore`` comment speaks of; the first such comment gives the reason."""
    comments = tuple(ignores)
    named = _named_by_line(comments)
    return tuple(_ignored(finding, named.get(finding.line, ()), comments) for finding in findings)


def _named_by_line(comments: Sequence[Ignore]) -> dict[int, list[_Named]]:
    """Give what is ignored on each line, so that many comments and many findings take no time by each other."""
    spans: dict[tuple[int, int], _Named] = {}
    for number, comment in enumerate(comments):
        named = spans.setdefault((comment.first_line, comment.last_line), {})
        for code in comment.rules or (EVERY_RULE,):
            named.setdefault(code, number)
    lines: dict[int, list[_Named]] = {}
    for (first, last), named in spans.items():
        for line in range(first, last + 1):
            lines.setdefault(line, []).append(named)
    return lines


def _ignored(finding: Finding, named: Sequence[_Named], comments: Sequence[Ignore]) -> Finding:
    numbers = [one[code] for one in named for code in (finding.rule, EVERY_RULE) if code in one]
    if not numbers or finding.path is not None:
        return finding
    reason = comments[min(numbers)].reason
    return replace(finding, suppressed_by=f"inline: {reason}" if reason else "inline")


__all__ = ["CHECKS", "RULES", "check_article", "check_audit", "ignored", "in_order"]
