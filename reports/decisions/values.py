"""What a decision is, and the fingerprint that ties it to a finding."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from citations.links import canonical_url
from reports.decisions.folding import folded
from reports.one_line import whole
from verifier.findings import Finding, shortened

FINGERPRINT_LENGTH = 16
"""Hexadecimal digits kept of the SHA-256: 64 bits, short enough to read in a diff and to type a part of."""

LONGEST_SUBJECT = 1000
LONGEST_PASSAGE = 1000
LONGEST_NOTE = 2000
"""Characters kept in the file; the fingerprint is of the whole claim. Far above real claims and passages."""


class DecisionState(StrEnum):
    """What a reviewer can decide. Only ACCEPT quietens the gate; the others say what is to be done."""

    ACCEPT = "accept"
    REJECT = "reject"
    BETTER_SOURCE = "better-source"
    WRONG_QUOTATION = "wrong-quotation"
    SOURCE_GONE = "source-gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A reviewer's word on one finding. ``claim`` is the finding's subject: the claim, or the text of the note.

    It holds while ``passage`` stands in the source (``""``: while the finding stands) and until the day
    ``expires`` is over. ``label`` and ``rule`` help people; ``baseline`` marks what was accepted unread.
    """

    fingerprint: str
    state: DecisionState
    rule: str
    claim: str
    url: str = ""
    passage: str = ""
    label: str = ""
    note: str = ""
    reviewer: str = ""
    date: dt.date
    expires: dt.date | None = None
    baseline: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions by fingerprint, in the order of the fingerprints."""

    by_fingerprint: Mapping[str, Decision] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ordered = dict(sorted(self.by_fingerprint.items()))
        object.__setattr__(self, "by_fingerprint", MappingProxyType(ordered))

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.by_fingerprint.values())

    def __len__(self) -> int:
        return len(self.by_fingerprint)

    def get(self, key: str) -> Decision | None:
        """Give the decision with this fingerprint, ``None`` where there is none."""
        return self.by_fingerprint.get(key)

    def with_decisions(self, decisions: Iterable[Decision]) -> "Decisions":
        """Give these decisions with others put in, in the place of those with the same fingerprints."""
        return Decisions({**self.by_fingerprint, **{one.fingerprint: one for one in decisions}})

    def without(self, keys: Iterable[str]) -> "Decisions":
        """Give these decisions without those of the fingerprints; unknown ones are no error."""
        gone = set(keys)
        return Decisions({key: one for key, one in self.by_fingerprint.items() if key not in gone})


def fingerprint(finding: Finding) -> str:
    """Give the identity of a finding: 16 hexadecimal digits, the same while rule, claim and source stay.

    Lines, labels, scores and messages are no part of it, so moving or renumbering a note keeps its decision.
    """
    url = canonical_url(whole(finding.url)) if finding.url else ""
    identity = "\x1f".join((finding.rule, folded(finding.subject), url))
    return hashlib.sha256(identity.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def with_note(decision: Decision, note: str) -> Decision:
    """Give a decision with another note, and nothing else of it changed: it ends on the day on which it ended."""
    return replace(decision, note=_shortened(note, LONGEST_NOTE, keep_lines=True))


def decision_on(
    finding: Finding,
    state: DecisionState,
    *,
    today: dt.date,
    note: str = "",
    reviewer: str = "",
    passage: str | None = None,
    expires: dt.date | None = None,
    baseline: bool = False,
) -> Decision:
    """Give the decision on a finding. ``passage`` is another place that the reviewer chose, ``None``: its own."""
    return Decision(
        fingerprint=fingerprint(finding),
        state=state,
        rule=finding.rule,
        claim=_shortened(finding.subject, LONGEST_SUBJECT),
        url=whole(finding.url),
        passage=_shortened(finding.passage if passage is None else passage, LONGEST_PASSAGE),
        label=_shortened(finding.label or "", LONGEST_SUBJECT),
        note=_shortened(note, LONGEST_NOTE, keep_lines=True),
        reviewer=_shortened(reviewer, LONGEST_SUBJECT),
        date=today,
        expires=expires,
        baseline=baseline,
    )


def _shortened(text: str, limit: int, *, keep_lines: bool = False) -> str:
    clean = whole(text).replace("\r\n", "\n").strip() if keep_lines else " ".join(whole(text).split())
    return shortened(clean, limit)
