"""The journal: what each key changed, so that it can be taken back, even after the desk was closed.

It lies in the user's state folder, one file for each decisions file, because it holds what git should not: the order
of one person's keys. A line is written before the decisions file is, so a kill in between leaves a line whose change
never came; taking back skips it.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from citations.errors import CitationError
from reports.decisions.tables import decisions_to_toml, read_decisions
from reports.decisions.values import Decision, Decisions
from verifier.files import real_path, write_whole

LONGEST_JOURNAL = 500
"""Steps kept; nobody takes back more of an afternoon's work key by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change: the decision before and after, ``None`` for none. ``at`` is ISO 8601 in UTC, with microseconds."""

    fingerprint: str
    before: Decision | None
    after: Decision | None
    at: str


class Journal:
    """The steps taken on one decisions file, oldest first. Where the folder cannot be written, they last as the run."""

    def __init__(self, decisions: Path, folder: Path | None) -> None:
        name = hashlib.sha256(str(real_path(decisions)).encode(errors="surrogateescape")).hexdigest()[:24]
        self._path = folder / f"{name}.jsonl" if folder else None
        self._steps = self._read()

    @property
    def last(self) -> Step | None:
        """The step that would be taken back next, ``None`` where there is none."""
        return self._steps[-1] if self._steps else None

    def add(self, fingerprint: str, before: Decision | None, after: Decision | None) -> None:
        """Put a step at the end, before it is made."""
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        self._steps.append(Step(fingerprint=fingerprint, before=before, after=after, at=at))
        if len(self._steps) > 2 * LONGEST_JOURNAL:
            del self._steps[:-LONGEST_JOURNAL]
            self._write()
        elif self._path:
            with suppress(OSError):
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(_line(self._steps[-1]))

    def drop_last(self) -> None:
        """Forget the last step, after it was taken back or found to have never come."""
        if self._steps:
            self._steps.pop()
            self._write()

    def _write(self) -> None:
        if self._path:
            with suppress(OSError):
                write_whole(self._path, "".join(map(_line, self._steps)).encode("utf-8"))

    def _read(self) -> list[Step]:
        """Give the steps of earlier runs; a line that is not ours, or half written, is left out."""
        steps = []
        if self._path:
            with suppress(OSError, UnicodeDecodeError):
                for line in self._path.read_text(encoding="utf-8").splitlines()[-LONGEST_JOURNAL:]:
                    with suppress(ValueError, TypeError, KeyError, AttributeError, CitationError, RecursionError):
                        steps.append(_step(line))
        return steps


def _line(step: Step) -> str:
    values = {"fingerprint": step.fingerprint, "before": _text(step.before), "after": _text(step.after), "at": step.at}
    return json.dumps(values) + "\n"


def _text(decision: Decision | None) -> str | None:
    return decisions_to_toml(Decisions({decision.fingerprint: decision})) if decision else None


def _step(line: str) -> Step:
    values = json.loads(line)
    before, after = (_decision(values[name]) for name in ("before", "after"))
    return Step(fingerprint=str(values["fingerprint"]), before=before, after=after, at=str(values["at"]))


def _decision(text: str | None) -> Decision | None:
    return next(iter(read_decisions(text)), None) if text else None
