"""Findings: what a person should look at, each of one rule.

Rules: N1xx notes and markers, R2xx records, L3xx links and access, P4xx page against note, C5xx claims, A6xx article.
A code never changes its meaning.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is. ``rank`` orders them: 0 is info, 2 is error."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding. ``explanation``: why it matters and where it errs; ``help``: what to do about it."""

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a person should look at, at a line and column of the article, both counted from 1.

    ``place`` says where that is in a format without lines ("paragraph 12"), ``""`` in the others.
    ``path`` is the file that they count in where it is another one: that of the notes.
    ``subject`` is the text a decision is tied to: the claim for a finding about a claim, else the note's raw text;
    ``url`` the canonical URL of the source in question, ``""`` where there is none; ``passage`` the source's words
    that the finding rests on (at most 300 characters). ``suppressed_by`` names what quietens it: "inline: reason",
    "decision: accept"; ``None`` for an open finding.
    """

    rule: str
    severity: Severity
    line: int
    column: int
    message: str
    label: str | None = None
    claim_id: str | None = None
    help: str = ""
    subject: str = ""
    url: str = ""
    passage: str = ""
    suppressed_by: str | None = None
    path: str | None = None
    place: str = ""

    def at(self, severity: Severity) -> "Finding":
        """Give the same finding with another severity."""
        return replace(self, severity=severity)


def shortened(text: str, limit: int) -> str:
    """Give a text as a message shows it: cut to ``limit`` characters, the last of them an ellipsis then."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
