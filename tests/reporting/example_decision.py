"""A finding and a decision on it, for the tests of decisions."""

from dataclasses import replace
from datetime import date

from reports.decisions import Decisions, DecisionState, decision_on
from verifier.findings import Finding, Severity

TODAY = date(2026, 5, 20)
URL = "https://harbour.example/news"
PAGE = "The two ports agreed. ‘The boat sails at 7.30’, the master said – and it did. Related: soup."
FINDING = Finding(
    rule="C502",
    severity=Severity.ERROR,
    line=12,
    column=3,
    message="Found, but: article 7.35, source 7.30",
    label="i",
    claim_id="c1",
    subject="The boat leaves at 7.35.",
    url=URL,
    passage="'The boat sails at 7.30', the master said",
)


def decided(finding: Finding = FINDING, state: DecisionState = DecisionState.ACCEPT, **more: object) -> Decisions:
    """Give one decision on a finding."""
    decision = replace(decision_on(finding, state, today=TODAY), **more)
    return Decisions({decision.fingerprint: decision})
