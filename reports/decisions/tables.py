"""Decisions as TOML: one table a fingerprint, sorted, one value a line, nothing of the run in it.

So a new decision is one new block in a diff, and two people's decisions rarely touch the same lines.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NoReturn

from citations.errors import CitationError
from reports.decisions.values import Decision, Decisions, DecisionState

VERSION = 1
LARGEST_FILE = 10_000_000
"""Characters; about 15,000 decisions, read in 3 s. A larger file is not one of ours."""
LONGEST_LINE = 40_000
"""Characters; a claim of 1,000 with every character escaped has 12,000."""

LONGEST_NAME = 200
"""Characters of a table's head or of a key; ours have 80. Long dotted names cost the parser a minute (measured)."""

MEND_HELP = "mend that line, or take an earlier version of the file from git"

_HEAD = (
    "# Decisions of reviewers on the findings of provenote, kept by `provenote review` and `provenote decide`.\n"
    f"version = {VERSION}\n"
)
_TEXTS = ("rule", "claim", "label", "url", "passage", "note", "reviewer")
_KNOWN = frozenset((*_TEXTS, "state", "date", "expires", "baseline"))
_MUST_BE_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_KEY = re.compile(r"[0-9a-f]{8,64}")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)


class BrokenDecisionsError(CitationError):
    """A decisions file that cannot be read; the message names the file and the line."""

    def __init__(self, name: str, line: int, problem: str, help_text: str = "") -> None:
        self.name, self.line, self.problem = name, line, problem
        super().__init__(f"{name}:{line}: cannot read the decisions: {problem}", help_text)


def decisions_to_toml(decisions: Decisions) -> str:
    """Give the text of a decisions file; equal decisions give equal text, and an empty set the head alone."""
    return _HEAD + "".join(_table(one) for one in decisions)


def read_decisions(text: str, name: str = "decisions") -> Decisions:
    """Give the decisions of a file's text; ``name`` is the file as the user knows it, for errors.

    Raises:
        BrokenDecisionsError: the text is no TOML, or no decisions file of this version.
    """
    _refuse_bulk(text, name)
    data = _parsed(text, name)
    if data.get("version") != VERSION or isinstance(data.get("version"), bool):
        next_step = f"a newer provenote may have written it; this one reads version {VERSION}"
        raise BrokenDecisionsError(name, _line_of(text, "version"), f"expected version = {VERSION}", next_step)
    tables = data.get("decisions", {})
    if not isinstance(tables, dict):
        raise BrokenDecisionsError(name, _line_of(text, "decisions"), "expected tables [decisions.FINGERPRINT]")
    unknown = sorted(set(data) - {"version", "decisions"})
    if unknown:
        raise BrokenDecisionsError(name, _line_of(text, unknown[0]), f"unknown key {unknown[0][:80]!r}")
    return Decisions({key: _Table(text, name, key, value).read() for key, value in tables.items()})


@lru_cache(maxsize=16_384)  # the desk writes thousands again after each key, and only one has changed
def _table(decision: Decision) -> str:
    lines = [f"\n[decisions.{decision.fingerprint}]", f"state = {_quoted(decision.state.value)}"]
    values = ((field, getattr(decision, field)) for field in _TEXTS)
    lines += [f"{field} = {_quoted(value)}" for field, value in values if value or field == "rule"]
    lines.append(f"date = {decision.date.isoformat()}")
    if decision.expires:
        lines.append(f"expires = {decision.expires.isoformat()}")
    if decision.baseline:
        lines.append("baseline = true")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Give a TOML basic string. What a diff would not show, or show in another order, is escaped."""
    return _MUST_BE_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _refuse_bulk(text: str, name: str) -> None:
    if len(text) > LARGEST_FILE:
        raise BrokenDecisionsError(name, 1, f"more than {LARGEST_FILE:,} characters")
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        raise BrokenDecisionsError(
            name, line, "a merge left its conflict marks", f"provenote decisions merge {name} keeps both sides"
        )
    for number, line_text in enumerate(text.split("\n"), 1):
        if len(line_text) > LONGEST_LINE:
            raise BrokenDecisionsError(name, number, f"a line of more than {LONGEST_LINE:,} characters")
        if len(line_text) > LONGEST_NAME and _is_long_name(line_text):
            raise BrokenDecisionsError(name, number, f"a name of more than {LONGEST_NAME} characters")


def _is_long_name(line: str) -> bool:
    """Whether a long line is the head of a table, or a key that goes on and on."""
    head = line[:LONGEST_NAME]
    return head.lstrip().startswith("[") or ("=" not in head and head.count(".") > LONGEST_NAME // 4)


def _parsed(text: str, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d{1,9}), column \d{1,9}\)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        problem = str(error).split(" (at ")[0]
        raise BrokenDecisionsError(name, line, problem[0].lower() + problem[1:200], MEND_HELP) from error
    except (RecursionError, ValueError) as error:  # deep nesting; a date or number out of range
        raise BrokenDecisionsError(name, 1, f"values that no decision has ({type(error).__name__})") from error


def _line_of(text: str, word: str) -> int:
    """Give the line, from 1, on which the key or table is; 1 where it is written in some other way."""
    place = text.find(word)
    return text.count("\n", 0, place) + 1 if place >= 0 else 1


class _Table:
    """One table on its way to a decision; knows its place for messages."""

    def __init__(self, text: str, name: str, key: str, value: object) -> None:
        self.text, self.name, self.key = text, name, key
        if not _KEY.fullmatch(key):
            self._refuse(f"{key[:80]!r} is no fingerprint", "decisions")
        if not isinstance(value, dict):
            self._refuse("expected a table")
        self.values: Mapping[str, object] = value

    def read(self) -> Decision:
        unknown = sorted(set(self.values) - _KNOWN)
        if unknown:
            self._refuse(f"unknown key {unknown[0][:80]!r}", unknown[0])
        baseline = self.values.get("baseline", False)
        if not isinstance(baseline, bool):
            self._refuse("expected true or false for baseline", "baseline")
        texts = {field: self._string(field) for field in _TEXTS}
        state, day = self._state(), self._date("date")
        if day is None:
            self._refuse("the day of the decision is missing (date = 2024-06-21)")
        return Decision(
            fingerprint=self.key, state=state, **texts, date=day, expires=self._date("expires"), baseline=baseline
        )

    def _state(self) -> DecisionState:
        given = self._string("state")
        try:
            return DecisionState(given)
        except ValueError:
            known = ", ".join(DecisionState)
            self._refuse(f"unknown state {given[:80]!r}, expected one of {known}", "state")

    def _string(self, field: str) -> str:
        value = self.values.get(field, "")
        if not isinstance(value, str):
            self._refuse(f"expected a text for {field}", field)
        return value

    def _date(self, field: str) -> date | None:
        value = self.values.get(field)
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            self._refuse(f"expected a day like 2024-06-21 for {field}", field)

    def _refuse(self, problem: str, field: str = "") -> NoReturn:
        head = self.text.find(f"[decisions.{self.key}]")
        found = re.compile(rf"^\s{{0,20}}{re.escape(field)}\b", re.MULTILINE).search(self.text, max(head, 0))
        place = found.start() + len(found[0]) if field and found else head
        line = self.text.count("\n", 0, place) + 1 if place >= 0 else 1
        raise BrokenDecisionsError(self.name, line, problem)
