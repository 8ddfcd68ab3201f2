"""The checks, one module a member; ``CHECKS`` is the registry."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from citations.article import Article
from citations.document import Ignore
from verifier.checks import body, claims, dates, fields, ignores, links, markers, notes, page_changes, page_data
from verifier.checks.base import Check, CheckInput
from verifier.findings import Finding, Rule

CHECKS: tuple[Check, ...] = (
    markers.CHECK,
    notes.CHECK,
    fields.CHECK,
    dates.CHECK,
    links.CHECK,
    page_data.CHECK,
    page_changes.CHECK,
    claims.CHECK,
    body.CHECK,
    ignores.CHECK,
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for check in CHECKS for rule in check.rules), key=lambda rule: rule.code))
"""The rules of all checks, by their codes."""


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
    return tuple(_ignored(finding, comments) for finding in findings)


def _ignored(finding: Finding, ignores: tuple[Ignore, ...]) -> Finding:
    for ignore in ignores:
        named = not ignore.rules or finding.rule in ignore.rules
        if named and finding.path is None and ignore.first_line <= finding.line <= ignore.last_line:
            return replace(finding, suppressed_by=f"inline: {ignore.reason}" if ignore.reason else "inline")
    return finding


__all__ = ["CHECKS", "RULES", "check_article", "check_audit", "ignored", "in_order"]
