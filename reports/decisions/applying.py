"""Decisions meet the findings of today: which are settled, and which are open again because something changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reports.decisions.folding import folded, still_contains
from reports.decisions.values import Decision, Decisions, DecisionState, fingerprint
from verifier.findings import Finding


class FindingState(StrEnum):
    """Where a finding stands. STALE: the passage it was decided on is no longer in the source."""

    OPEN = "open"
    DECIDED = "decided"
    STALE = "stale"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding, quietened where an accept holds, with its fingerprint, state and the decision found for it."""

    finding: Finding
    fingerprint: str
    state: FindingState
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """Every finding with its state, in the order given, and the decisions that no finding asked for."""

    judged: tuple[Judged, ...]
    unused: tuple[Decision, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, those that an accept quietens marked so."""
        return tuple(one.finding for one in self.judged)

    def of_state(self, state: FindingState) -> tuple[Judged, ...]:
        """Give the findings in one state."""
        return tuple(one for one in self.judged if one.state is state)


def apply_decisions(
    findings: Iterable[Finding], decisions: Decisions, *, source_texts: Mapping[str, str], today: date
) -> Applied:
    """Give each finding its state, and quieten those whose accept still holds.

    ``source_texts`` are today's, by canonical URL. A decision on a source that could not be read today holds:
    a page that is closed today says nothing about what was decided on it yesterday.
    """
    texts = _FoldedTexts(source_texts)
    judged = tuple(_judge(finding, decisions, texts, today) for finding in findings)
    used = {one.fingerprint for one in judged if one.decision}
    unused = tuple(decision for decision in decisions if decision.fingerprint not in used)
    return Applied(judged=judged, unused=unused)


def state_of(decision: Decision, folded_source: str | None, today: date) -> FindingState:
    """Give the state of a finding with this decision; ``None`` is a source that could not be read today."""
    if decision.expires is not None and decision.expires < today:
        return FindingState.EXPIRED
    if folded_source is not None and not still_contains(folded_source, decision.passage):
        return FindingState.STALE
    return FindingState.DECIDED


class _FoldedTexts:
    """Source texts folded when first asked for: most have no decision, and folding is the slow part."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._folded: dict[str, str] = {}

    def of(self, url: str) -> str | None:
        if url not in self._texts:
            return None
        if url not in self._folded:
            self._folded[url] = folded(self._texts[url])
        return self._folded[url]


def _judge(finding: Finding, decisions: Decisions, texts: _FoldedTexts, today: date) -> Judged:
    key = fingerprint(finding)
    decision = decisions.get(key)
    if decision is None:
        return Judged(finding=finding, fingerprint=key, state=FindingState.OPEN)
    source = texts.of(finding.url) if decision.passage else None
    state = state_of(decision, source, today)
    quiet = state is FindingState.DECIDED and decision.state is DecisionState.ACCEPT
    if quiet and finding.suppressed_by is None:
        finding = replace(finding, suppressed_by="decision: accept")
    return Judged(finding=finding, fingerprint=key, state=state, decision=decision)
