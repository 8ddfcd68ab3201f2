"""Merging decisions by fingerprint, where git merges by line and leaves its marks.

With few decisions in the file and several new ones on both sides, git's lines touch more often than not; decisions on
different findings never do.
"""

import re
from dataclasses import dataclass

from reports.decisions.tables import BrokenDecisionsError, read_decisions
from reports.decisions.values import Decision, Decisions, DecisionState

_OURS, _BASE, _THEIRS, _END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARK = re.compile(r"<{7}|\|{7}|={7}|>{7}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What both sides decided. ``disputed``: findings that they decided otherwise, the one kept and the other."""

    decisions: Decisions
    disputed: tuple[tuple[Decision, Decision], ...] = ()


def settle_conflicts(text: str, name: str) -> Merged:
    """Give the decisions in a file in which git left its conflict marks; each side is read as its own file.

    Raises:
        BrokenDecisionsError: the marks are incomplete, or a side is no decisions file.
    """
    ours, theirs = _sides(text, name)
    return merge(read_decisions(ours, name), read_decisions(theirs, name))


def merge(ours: Decisions, theirs: Decisions) -> Merged:
    """Give all decisions of both sides; of two on one finding the later, on the same day the one that is no accept.

    What one side took away and the other still has stays: taking it away again is easier than finding it again.
    """
    kept: dict[str, Decision] = {**ours.by_fingerprint, **theirs.by_fingerprint}
    disputed = []
    for key in ours.by_fingerprint.keys() & theirs.by_fingerprint.keys():
        one, other = ours.by_fingerprint[key], theirs.by_fingerprint[key]
        if one != other:
            winner, loser = sorted((one, other), key=_weight, reverse=True)
            kept[key] = winner
            disputed.append((winner, loser))
    return Merged(decisions=Decisions(kept), disputed=tuple(sorted(disputed, key=lambda pair: pair[0].fingerprint)))


def _weight(decision: Decision) -> tuple[str, bool, bool, str]:
    """Order decisions on one finding; the last part only makes the order the same on every machine."""
    refused = decision.state is not DecisionState.ACCEPT
    return decision.date.isoformat(), not decision.baseline, refused, repr(decision)


def _sides(text: str, name: str) -> tuple[str, str]:
    ours: list[str] = []
    theirs: list[str] = []
    within = ""
    number = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        mark = _MARK.match(line)
        if mark:
            if mark[0] not in _FOLLOWING[within]:
                raise BrokenDecisionsError(name, number, f"the conflict mark {mark[0]} does not belong here")
            within = "" if mark[0] == _END else mark[0]
            continue
        if within in ("", _OURS):
            ours.append(line)
        if within in ("", _THEIRS):
            theirs.append(line)
    if within:
        raise BrokenDecisionsError(name, number, f"the conflict that {within} begins has no end")
    return "".join(ours), "".join(theirs)


_FOLLOWING = {"": (_OURS,), _OURS: (_BASE, _THEIRS), _BASE: (_THEIRS,), _THEIRS: (_END,)}
"""The marks that may come next, by the one before."""
