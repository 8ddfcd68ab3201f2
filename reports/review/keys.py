"""The keys of the desk: one table for the page, the terminal and the help of both."""

from dataclasses import dataclass

from reports.decisions.values import DecisionState


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionKey:
    """A key that decides. ``meaning`` says in a few words what follows."""

    key: str
    state: DecisionState
    label: str
    meaning: str


DECISION_KEYS = (
    DecisionKey(key="a", state=DecisionState.ACCEPT, label="Accept", meaning="fine as it stands"),
    DecisionKey(key="r", state=DecisionState.REJECT, label="Reject", meaning="the article must change"),
    DecisionKey(key="b", state=DecisionState.BETTER_SOURCE, label="Better source", meaning="the note must change"),
    DecisionKey(
        key="q", state=DecisionState.WRONG_QUOTATION, label="Wrong quotation", meaning="the quotation must change"
    ),
    DecisionKey(key="g", state=DecisionState.SOURCE_GONE, label="Source gone", meaning="the link must change"),
)

OTHER_KEYS = (
    ("s", "skip: leave it open and go on"),
    ("u", "undo the last decision"),
    ("n", "write a note"),
    ("o", "open the source at the passage"),
    ("j", "next item"),
    ("k", "previous item"),
    ("/", "filter the items"),
    ("?", "show the keys"),
)

STATE_WORDS = {
    DecisionState.ACCEPT: "Accepted",
    DecisionState.REJECT: "Rejected",
    DecisionState.BETTER_SOURCE: "Better source",
    DecisionState.WRONG_QUOTATION: "Wrong quotation",
    DecisionState.SOURCE_GONE: "Source gone",
}
"""What was decided, in the words of the list."""
