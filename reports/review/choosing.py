"""Which items a reviewer sees, and which one comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from reports.decisions.applying import FindingState
from reports.decisions.folding import folded
from reports.decisions.values import Decision, DecisionState

if TYPE_CHECKING:
    from reports.review.items import Item

WAITING = (FindingState.OPEN, FindingState.STALE, FindingState.EXPIRED)
"""The states that ask for a decision."""
STATES = ("waiting", *(one.value for one in FindingState), *(one.value for one in DecisionState))
"""What ``--state`` and the filter take: a state of the finding, what was decided, or all that wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where an item stands now."""

    state: FindingState
    decision: Decision | None = None

    @property
    def waits(self) -> bool:
        """Whether it asks for a decision."""
        return self.state in WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What to show; empty values show all. ``since`` leaves out what was decided before that day."""

    rule: str = ""
    state: str = ""
    words: str = ""
    article: int | None = None
    since: date | None = None

    @property
    def query(self) -> str:
        """The filter as the query of an address, ``""`` when it shows all."""
        values = {
            "rule": self.rule,
            "state": self.state,
            "words": self.words,
            "article": "" if self.article is None else str(self.article),
            "since": self.since.isoformat() if self.since else "",
        }
        return urlencode({name: value for name, value in values.items() if value}, errors="replace")

    def shows(self, item: "Item", status: Status) -> bool:
        """Whether an item passes the filter."""
        decided_on = status.decision.date if status.decision else None
        return (
            item.finding.rule.startswith(self.rule.upper())
            and self._state_fits(status)
            and (self.article is None or item.article == self.article)
            and not (self.since and decided_on and not status.waits and decided_on < self.since)
            and (not self.words or self._holds(item))
        )

    def _state_fits(self, status: Status) -> bool:
        if not self.state:
            return True
        if self.state == "waiting":
            return status.waits
        decided = status.decision.state if status.decision else None
        return self.state in (status.state, decided)

    def _holds(self, item: "Item") -> bool:
        finding = item.finding
        text = folded(" ".join((finding.subject, finding.message, finding.rule, finding.label or "", finding.url)))
        return all(word in text for word in folded(self.words).split())


def next_waiting(items: "Sequence[Item]", waits: Iterable[bool], after: int) -> "Item | None":
    """Give the first waiting item with a number above ``after``, else the first of all; ``None`` when none waits."""
    waiting = [item for item, one_waits in zip(items, waits, strict=True) if one_waits]
    return next((item for item in waiting if item.number > after), waiting[0] if waiting else None)
