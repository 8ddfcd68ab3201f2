"""What can be learnt from decisions: how often each rule was right here, and which severity would fit it better.

An accept says that the finding was no fault: a false alarm, or one that does not matter here. Every other decision says
that there was something to mend. What a baseline accepted was not looked at, so it does not count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from reports.decisions.values import Decision, DecisionState
from verifier.findings import Severity

FEWEST = 10
"""Decisions of a rule from which on a proposal is made; with fewer the interval says nothing (0 of 9: 0 to 30 %)."""
TOO_MANY = 0.25
"""Share of false alarms that an error must surely pass to become a warning: every fourth red run for nothing."""
MOSTLY = 0.5
"""Share that a rule must surely pass to become information: it is wrong more often than right."""
FEW = 0.1
"""Share that a warning must surely stay below to become an error."""
_Z = 1.959964
"""The 97.5 % point of the normal distribution, for 95 % intervals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleStatistics:
    """What was decided on the findings of one rule. ``baseline`` were accepted unread and are in no other number."""

    rule: str
    by_state: Mapping[DecisionState, int]
    baseline: int = 0

    @property
    def accepted(self) -> int:
        """How many were found to be no fault."""
        return self.by_state.get(DecisionState.ACCEPT, 0)

    @property
    def decided(self) -> int:
        """How many a person decided on."""
        return sum(self.by_state.values())

    @property
    def false_alarms(self) -> float:
        """Share of the decided that were accepted, 0 to 1; 0 where none was decided."""
        return self.accepted / self.decided if self.decided else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of that share (Wilson)."""
        return wilson(self.accepted, self.decided)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Another severity for a rule, why, and what would have changed on what was decided so far.

    ``quieter``: accepted findings that would not have failed the gate; ``missed``: real ones that would not have.
    ``louder``: real findings that would have failed it, and did not; ``alarms``: accepted ones that would have.
    """

    rule: str
    now: Severity
    proposed: Severity
    reason: str
    quieter: int = 0
    missed: int = 0
    louder: int = 0
    alarms: int = 0


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Give the 95 % interval of a share, which is sensible for few and for none too; (0, 1) for a total of 0."""
    if total == 0:
        return 0.0, 1.0
    share, square = hits / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def statistics_of(decisions: Iterable[Decision]) -> tuple[RuleStatistics, ...]:
    """Give the statistics of each rule that was decided on, by rule."""
    states: dict[str, Counter[DecisionState]] = {}
    baselines: Counter[str] = Counter()
    for decision in decisions:
        counted = states.setdefault(decision.rule, Counter())
        if decision.baseline:
            baselines[decision.rule] += 1
        else:
            counted[decision.state] += 1
    return tuple(
        RuleStatistics(rule=rule, by_state=dict(states[rule]), baseline=baselines[rule]) for rule in sorted(states)
    )


def propose(statistics: Iterable[RuleStatistics], severities: Mapping[str, Severity]) -> tuple[Proposal, ...]:
    """Give a proposal for each rule whose severity here does not fit what was decided; rules unknown are left out."""
    proposals = (_proposal(one, severities[one.rule]) for one in statistics if one.rule in severities)
    return tuple(one for one in proposals if one is not None)


def _proposal(one: RuleStatistics, now: Severity) -> Proposal | None:
    if one.decided < FEWEST:
        return None
    low, high = one.interval
    real = one.decided - one.accepted
    said = f"{one.accepted} of {one.decided} were accepted: {low:.0%} to {high:.0%} false alarms"
    if now is not Severity.INFO and low > MOSTLY:
        quieter, missed = (one.accepted, real) if now is Severity.ERROR else (0, 0)
        return Proposal(rule=one.rule, now=now, proposed=Severity.INFO, reason=said, quieter=quieter, missed=missed)
    if now is Severity.ERROR and low > TOO_MANY:
        return Proposal(
            rule=one.rule, now=now, proposed=Severity.WARNING, reason=said, quieter=one.accepted, missed=real
        )
    if now is Severity.WARNING and high < FEW:
        return Proposal(rule=one.rule, now=now, proposed=Severity.ERROR, reason=said, louder=real, alarms=one.accepted)
    return None
