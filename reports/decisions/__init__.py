"""Decisions: a reviewer's word on a finding, kept beside the article and applied to each audit.

``values`` says what a decision is, ``tables`` how it is written, ``applying`` what it does to the findings of today,
``store`` how it reaches the disk safely, ``journal`` how it is taken back, ``statistics`` what can be learnt from many.
"""

from reports.decisions.applying import Applied, FindingState, Judged, apply_decisions
from reports.decisions.store import DecisionFile, decisions_path
from reports.decisions.tables import decisions_to_toml, read_decisions
from reports.decisions.values import Decision, Decisions, DecisionState, decision_on, fingerprint

__all__ = [
    "Applied",
    "Decision",
    "DecisionFile",
    "DecisionState",
    "Decisions",
    "FindingState",
    "Judged",
    "apply_decisions",
    "decision_on",
    "decisions_path",
    "decisions_to_toml",
    "fingerprint",
    "read_decisions",
]
