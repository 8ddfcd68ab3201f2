"""One decisions file as the desk sees it: what it held when last looked at, and where each item stands by it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from citations.errors import CitationError
from reports.decisions.applying import FindingState, state_of
from reports.decisions.journal import Journal, Step
from reports.decisions.store import DecisionFile
from reports.decisions.tables import decisions_to_toml
from reports.decisions.values import Decision, Decisions
from reports.review.choosing import Status
from reports.review.items import Item
from reports.review.keys import STATE_WORDS
from reports.review.material import Surroundings


class DecidedMeanwhileError(CitationError):
    """Somebody else decided on the item after the reviewer saw it; nothing was saved."""

    def __init__(self, current: Decision | None) -> None:
        self.current = current
        now = f"it is now “{STATE_WORDS[current.state]}”" if current else "the decision was taken back"
        super().__init__(
            f"not saved: another window or an editor changed this decision, {now}",
            "look at it and decide again if you still mean it",
        )


class Book:
    """One decisions file with its journal, and the statuses worked out from what it held when last looked at."""

    def __init__(self, path: Path, around: Surroundings) -> None:
        self.file = DecisionFile(path)
        self.journal = Journal(path, around.state_dir)
        self._today = around.today
        self.version = 0
        """Differs whenever a status may differ."""
        self._decisions = Decisions()
        self._statuses: dict[str, Status] = {}
        self._text: Callable[[str], str | None] = lambda _: None

    def forget(self, text: Callable[[str], str | None]) -> None:
        """Work out the statuses anew, against these source texts."""
        self._text = text
        self._statuses.clear()
        self.version += 1

    def refresh(self) -> None:
        """Look at the file; a broken one leaves what was known, and ``Desk.problem`` says so."""
        try:
            current = self.file.read()
        except CitationError:
            return
        self._know(current)

    def _know(self, current: Decisions) -> None:
        if current is self._decisions:
            return
        before, now = self._decisions.by_fingerprint, current.by_fingerprint
        for key in {*before, *now}:
            if before.get(key) is not now.get(key):
                self._statuses.pop(key, None)
        self._decisions = current
        self.version += 1

    def decisions_without(self, keys: frozenset[str]) -> list[Decision]:
        """Give the decisions on other findings than these."""
        return [one for one in self._decisions if one.fingerprint not in keys]

    def status_of(self, item: Item) -> Status:
        """Give where an item stands."""
        if item.key not in self._statuses:
            decision = self._decisions.get(item.key)
            source = self._text(item.finding.url) if decision and decision.passage else None
            state = state_of(decision, source, self._today()) if decision else FindingState.OPEN
            self._statuses[item.key] = Status(state=state, decision=decision)
        return self._statuses[item.key]

    def change(self, key: str, decision: Decision | None, seen: str | None) -> None:
        """Put a decision in the place of the one that was seen, or take that away.

        Raises:
            DecidedMeanwhileError: it is no longer the one that was seen.
            CitationError: the file cannot be written.
        """

        def put(old: Decisions) -> Decisions:
            current = old.get(key)
            if seen is not None and seen != mark_of(current):
                raise DecidedMeanwhileError(current)
            if current == decision:
                return old
            self.journal.add(key, current, decision)
            return old.with_decisions([decision]) if decision else old.without([key])

        self._know(self.file.change(put))

    def take_back(self, step: Step) -> bool:
        """Undo a step; false when it never came, which also forgets it.

        Raises:
            DecidedMeanwhileError: the decision was changed since.
            CitationError: the file cannot be written.
        """
        came = True

        def put(old: Decisions) -> Decisions:
            nonlocal came
            current = old.get(step.fingerprint)
            if current == step.before:
                came = False
                return old
            if current != step.after:
                self.journal.drop_last()
                raise DecidedMeanwhileError(current)
            return old.with_decisions([step.before]) if step.before else old.without([step.fingerprint])

        self._know(self.file.change(put))
        self.journal.drop_last()
        return came


def mark_of(decision: Decision | None) -> str:
    """Give a short mark that differs whenever the decision does; ``"none"`` for no decision."""
    if decision is None:
        return "none"
    text = decisions_to_toml(Decisions({decision.fingerprint: decision}))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
