"""Findings in a report, each with the decision on it."""

from collections.abc import Mapping

from reports.decisions import Decision, FindingState, Judged, fingerprint
from reports.mirroring import mirrored
from reports.values import LONGEST_TEXT, DecisionReport, FindingReport
from verifier.findings import Finding, Rule


def finding_report(finding: Finding, known: Mapping[str, Judged], rules: Mapping[str, Rule]) -> FindingReport:
    """Give one finding with the decision on it; ``known`` are the decisions by fingerprint."""
    mark = fingerprint(finding)
    judged = known.get(mark)
    decision = judged.decision if judged else None
    holds = judged is not None and judged.state is FindingState.DECIDED
    state = decision.state.value if decision is not None and holds else "open"
    rule = rules.get(finding.rule)
    return mirrored(
        FindingReport,
        finding,
        name=rule.name if rule else "",
        claim=finding.claim_id,
        help=(finding.help or (rule.help if rule else ""))[:LONGEST_TEXT],
        passage=finding.passage,
        fingerprint=judged.fingerprint if judged else mark,
        state=state,
        suppressed_by=finding.suppressed_by or ("decision: accept" if state == "accept" else None),
        decision=_decision(decision, judged.state) if judged and decision else None,
    )


def _decision(decision: Decision, state: FindingState) -> DecisionReport:
    return mirrored(
        DecisionReport,
        decision,
        date=decision.date.isoformat(),
        expires=decision.expires.isoformat() if decision.expires else None,
        stale=state is FindingState.STALE,
        expired=state is FindingState.EXPIRED,
    )
