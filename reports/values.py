"""The report: an audit with the decisions applied to it, as one value that every format is made of.

It mirrors the JSON document field by field (``reports/schema``), so that a format made from a JSON file and one
made right after the check are the same bytes. ``run`` is the only part that differs between equal runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from citations.records import CitationRecord
from verifier.fetching.base import ArchivedCopy, Hop

DOCUMENT_VERSION: Final = "1.0"
"""Version of the JSON document: the first number changes when a reader of an earlier one would break."""

LONGEST_TEXT: Final = 20_000
"""Characters kept of any text that is no passage: a file of one endless line must not make a report of gigabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What made the report: the tool, its version, the command line and the time (ISO 8601, UTC)."""

    tool: str
    version: str
    command: str
    started_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageReport:
    """How many claims were checked; ``not_checked`` counts the reasons of the others, most first."""

    claims: int
    checked: int
    percent: float
    not_checked: Mapping[str, int]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReport:
    """A rule that a finding of this report is of. ``severity`` is its default."""

    code: str
    name: str
    severity: str
    summary: str
    explanation: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageReport:
    """Characters ``start`` to ``end`` of the source text: exactly ``text``, at most 300.

    ``part`` is the part of the page, ``page`` counts from 1 in a PDF, ``link`` opens the live page at the passage.
    ``before`` and ``after``: what stands around it in the source text, at most 32 characters each, for tools that
    look the passage up by its words; ``""`` where nothing does, around places that lost, and where the source text was
    not at hand.
    """

    start: int
    end: int
    text: str
    part: str | None = None
    page: int | None = None
    link: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissReport:
    """A detail of the claim that the source lacks (``found`` is ``None``) or has otherwise.

    ``start`` and ``end`` count characters of the claim's text, the ``found_`` ones of the source text; ``aspect`` says
    what of the matter changes with it ("role", "reason", ...), where the words alone do not tell.
    """

    kind: str
    text: str
    found: str | None
    start: int
    end: int
    found_start: int | None = None
    found_end: int | None = None
    aligned: bool = False
    elsewhere: bool = False
    aspect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationReport:
    """One claim with one source. ``source`` is the id in the article's list of sources.

    ``reason`` says in words what showed the access, ``verdict_reason`` why there is no verdict or what it rests on;
    ``matched`` are spans of the claim's text whose words stand in the evidence; ``decided_by`` names the verdict
    rule; ``features`` are (name, value, weight) of the score; ``candidates`` are places that lost, best first.
    """

    label: str
    url: str
    source: str
    access: str
    reason: str | None
    http_status: int | None
    final_url: str | None
    verdict: str
    words: str
    verdict_reason: str | None
    score: float
    evidence: tuple[PassageReport, ...] = ()
    missing: tuple[MissReport, ...] = ()
    matched: tuple[tuple[int, int], ...] = ()
    fragment: str | None = None
    fragment_found: bool | None = None
    fetched_at: str | None = None
    sha256: str | None = None
    decided_by: str = ""
    features: tuple[tuple[str, float, float], ...] = ()
    candidates: tuple[PassageReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereReport:
    """Another source of the article that carries what the cited one lacks."""

    label: str
    url: str
    score: float
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReport:
    """One claim, from ``line``:``column`` of the article to ``end_line``:``end_column`` of its sentence."""

    id: str
    labels: tuple[str, ...]
    text: str
    sentence: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    place: str
    kind: str
    heading: str
    context: tuple[str, ...]
    needs_context: bool
    verdict: str
    words: str
    reason: str | None
    score: float
    sources: tuple[CitationReport, ...]
    elsewhere: tuple[ElsewhereReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """One distinct source: how it was reached, and what it says about itself."""

    id: str
    url: str
    labels: tuple[str, ...]
    access: str
    words: str
    reason: str
    http_status: int | None = None
    final_url: str | None = None
    redirects: tuple[Hop, ...] = ()
    fetched_at: str | None = None
    sha256: str | None = None
    archived: ArchivedCopy | None = None
    own_copy: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    site_name: str | None = None
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    language: str | None = None
    kind: str = ""
    characters: int = 0
    first_failed_at: str | None = None
    failures: int = 0
    failure_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReport:
    """A note and what was read out of it; ``records`` are written with the field names of CSL-JSON."""

    label: str
    raw: str
    line: int
    column: int
    kind: str
    style: str = ""
    chapter: int = 0
    path: str | None = None
    refers_to: tuple[str, ...] | None = None
    records: tuple[CitationRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReport:
    """What a reviewer decided on a finding, and on which day.

    ``stale``: what it rests on has changed; ``expired``: its last day is over. Either way it holds no longer.
    ``baseline``: accepted unread, with all of that day.
    """

    state: str
    date: str
    note: str = ""
    reviewer: str = ""
    expires: str | None = None
    stale: bool = False
    expired: bool = False
    baseline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedDecisionReport:
    """A decision that no finding of today asks for: the claim was reworded, or the fault is gone."""

    fingerprint: str
    state: str
    rule: str
    label: str
    claim: str
    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingReport:
    """Something a person should look at.

    ``state`` is open or a decision that holds; ``suppressed_by`` says what quietens it, ``None`` for nothing. ``path``
    is the file of the notes where the line counts in that one, ``None`` for the article itself. ``place`` says it for a
    file without lines ("paragraph 12"), and is ``""`` for others.
    """

    rule: str
    name: str
    severity: str
    line: int
    column: int
    label: str | None
    claim: str | None
    message: str
    help: str
    url: str
    passage: str
    subject: str
    fingerprint: str
    state: str = "open"
    suppressed_by: str | None = None
    decision: DecisionReport | None = None
    path: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UncitedReport:
    """A sentence with a figure, date, quotation or named actor and no note at all; ``offer`` is a note that fits."""

    text: str
    line: int
    column: int
    offer: ElsewhereReport | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReport:
    """One article. ``error`` says why it could not be read; all else is then empty."""

    path: str
    title: str | None
    format: str
    lines: int
    error: str | None
    coverage: CoverageReport
    claims: tuple[ClaimReport, ...] = ()
    findings: tuple[FindingReport, ...] = ()
    notes: tuple[NoteReport, ...] = ()
    sources: tuple[SourceReport, ...] = ()
    uncited: tuple[UncitedReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it. ``settings`` are the thresholds and options that had a part in the verdicts."""

    version: str
    run: RunReport
    coverage: CoverageReport
    articles: tuple[ArticleReport, ...]
    rules: tuple[RuleReport, ...] = ()
    unused_decisions: tuple[UnusedDecisionReport, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    scorer: str | None = None
