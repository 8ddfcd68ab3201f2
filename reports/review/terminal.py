"""The review without a browser: the same desk, item after item, as lines on a terminal.

Foreign text goes to a terminal here, so what could steer it is taken out first.
"""

import textwrap
from collections.abc import Callable, Iterable
from typing import Protocol

from citations.errors import CitationError
from reports.decisions.values import DecisionState
from reports.marking import Mark, Segment
from reports.one_line import line_width
from reports.places import located
from reports.review.books import mark_of
from reports.review.choosing import Filter
from reports.review.desk import Desk
from reports.review.items import Item
from reports.review.keys import DECISION_KEYS, OTHER_KEYS, STATE_WORDS
from reports.review.showing import ShownItem, decided_passage, show

_BRACKETS = {Mark.MISSING: ("[?", "?]"), Mark.DIFFERS: ("[!", "!]"), Mark.GONE: ("[-", "-]"), Mark.NEW: ("[+", "+]")}
"""Marks as shapes, for terminals without colour and for readers who cannot tell colours apart."""


PROMPT = ", ".join(f"{one.key} {one.label.lower()}" for one in DECISION_KEYS) + ", s skip, ? all keys, x leave: "


class Console(Protocol):
    """Where the review talks to: prints lines, and asks for a key or for a line of text."""

    def write(self, text: str) -> None:
        """Print a text and end the line."""
        ...

    def key(self, prompt: str) -> str:
        """Give the key that was pressed; ``""`` when the user left."""
        ...

    def line(self, prompt: str) -> str:
        """Give the line that was typed."""
        ...


def review_in_terminal(desk: Desk, chosen: Filter, console: Console) -> None:
    """Go through the items that wait until none is left or the user leaves (x)."""
    _Session(desk, chosen, console).run()


def printable(text: str) -> str:
    """Give the text without what a terminal would obey: control characters and changes of direction."""
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)


def bracketed(segments: Iterable[Segment]) -> str:
    """Give the text of segments with the marked words in brackets."""
    parts = []
    for segment in segments:
        before, after = _BRACKETS.get(segment.mark, ("", ""))
        parts.append(f"{before}{segment.text}{after}")
    return "".join(parts)


class _Session:
    """One sitting: the item shown, the note for it, the place chosen in its source."""

    def __init__(self, desk: Desk, chosen: Filter, console: Console) -> None:
        self.desk, self.chosen, self.console = desk, chosen, console
        self.item: Item | None = None
        self.at = ""
        self.note = ""

    def run(self) -> None:
        self._go_on(0)
        while self.item is not None:
            key = self.console.key(PROMPT)
            if key in ("x", ""):
                break
            try:
                self._press(self.item, key)
            except CitationError as error:
                self._say(f"{error}" + (f" (help: {error.help_text})" if error.help_text else ""))
        statuses = self.desk.statuses()
        if not statuses:
            self._say("Nothing was flagged.")
            return
        done = sum(not status.waits for status in statuses)
        self._say(f"{done} of {len(statuses)} decided" + ("; all that you chose are" if self.item is None else ""))

    def _press(self, item: Item, key: str) -> None:
        actions: dict[str, Callable[[Item], None]] = {
            "s": lambda one: self._go_on(one.number),
            "u": self._undo,
            "n": self._write_note,
            "o": self._show_link,
            "j": lambda one: self._move(one, 1),
            "k": lambda one: self._move(one, -1),
            "/": self._search,
            "?": lambda _: self._help(),
        }
        state = next((one.state for one in DECISION_KEYS if one.key == key), None)
        if state is not None:
            self._decide(item, state)
        elif key in actions:
            actions[key](item)
        else:
            self._say("that key decides nothing; ? shows the keys")

    def _decide(self, item: Item, state: DecisionState) -> None:
        seen = mark_of(self.desk.status(item).decision)
        passage = decided_passage(self.desk, item, self.at)
        self.desk.decide(item, state, note=self.note, passage=passage, seen=seen)
        self._say(STATE_WORDS[state])
        self._go_on(item.number)

    def _undo(self, item: Item) -> None:
        taken = self.desk.undo()
        self._say("taken back" if taken else "there is nothing to take back")
        self._open(taken or item)

    def _write_note(self, item: Item) -> None:
        self.note = self.console.line("note: ")
        decision = self.desk.status(item).decision
        if decision:
            self.desk.annotate(item, decision, self.note)
            self._say("the note is saved")

    def _show_link(self, item: Item) -> None:
        shown = show(self.desk, item, at=self.at)
        self._say(printable(shown.source.link) if shown.source and shown.source.link else "the note has no link")

    def _move(self, item: Item, step: int) -> None:
        numbers = [one for one, _ in self.desk.chosen(self.chosen)]
        beyond = [one for one in numbers if (one.number - item.number) * step > 0]
        if beyond:
            self._open(beyond[0] if step > 0 else beyond[-1])
        else:
            self._say("there is none further on")

    def _search(self, item: Item) -> None:
        query = self.console.line("words to find in the source: ")
        shown = show(self.desk, item, query=query)
        hits = shown.hits
        for number, hit in enumerate(hits, 1):
            self._block(f"{number}. {hit.text}", indent="   ")
        if shown.is_cut:
            self._say(f"these are the first {len(hits)} places; another word finds fewer")
        if not hits:
            self._say("no place in the source holds all of these words")
            return
        answer = self.console.line("number of the passage to choose, or nothing: ")
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:3]) <= len(hits):
            self.at = hits[int(answer[:3]) - 1].at
            self._print(item)

    def _help(self) -> None:
        for one in DECISION_KEYS:
            self._say(f"  {one.key}  {one.label}: {one.meaning}")
        for key, meaning in OTHER_KEYS:
            self._say(f"  {key}  {'search the source for another passage' if key == '/' else meaning}")
        self._say("  x  leave; what was decided is saved")
        self._say("What is accepted stays quiet in the gate until the claim or its source changes.")
        self._say(
            "Marks: [?missing?] from the passages, [!differs!] between the two; "
            "of a source that changed: [-gone-] [+new+]"
        )

    def _go_on(self, after: int) -> None:
        following = self.desk.next_open(self.chosen, after)
        if following is None:
            self.item = None
        else:
            self._open(following)

    def _open(self, item: Item) -> None:
        if self.item is not None and self.item is not item:
            self.desk.keep_draft(self.item, self.note)
        self.item, self.at = item, ""
        self.note = self.desk.note_on(item)
        self._print(item)

    def _print(self, item: Item) -> None:
        shown = show(self.desk, item, at=self.at)
        finding = item.finding
        self._say("")
        for path in self.desk.material.changed:
            self._say(f"({path} changed since it was read: leave with x and start the review again to see it as it is)")
        self._say(
            f"{item.number} of {len(self.desk.items)}  {located(finding.path or item.path, finding)}  {finding.rule}"
        )
        self._block(finding.message)
        self._earlier(shown)
        self._say("The article says:" if item.claim or not finding.label else "The note:")
        self._block(shown.claim.before + bracketed(shown.claim.segments) + shown.claim.after, indent="  ")
        if shown.claim.note:
            self._block(f"[{finding.label}] {shown.claim.note}", indent="  ")
        if shown.source is not None or shown.passages:
            self._source(shown)

    def _earlier(self, shown: ShownItem) -> None:
        decision = shown.status.decision
        if decision is None:
            return
        by = f" by {decision.reviewer}" if decision.reviewer else ""
        note = f": {decision.note}" if decision.note else ""
        self._block(f"({shown.status.state}) {STATE_WORDS[decision.state]} on {decision.date}{by}{note}")
        if shown.change:
            self._block("then:  " + bracketed(shown.change.old), indent="  ")
            self._block("today: " + (bracketed(shown.change.new) or "nothing like it"), indent="  ")

    def _source(self, shown: ShownItem) -> None:
        title = f" ({shown.source.title})" if shown.source and shown.source.title else ""
        self._say(printable(f"{shown.heading}{title}:"))
        for passage in shown.passages:
            self._block(bracketed(passage.segments), indent="  ")
        if not shown.passages:
            problem = shown.source.problem if shown.source else ""
            self._block(problem or "no passage was found; / searches the source", indent="  ")

    def _block(self, text: str, indent: str = "") -> None:
        for line in printable(text).split("\n"):
            folded = textwrap.wrap(line, line_width(), initial_indent=indent, subsequent_indent=indent)
            self._say("\n".join(folded) if folded else "")

    def _say(self, text: str) -> None:
        self.console.write(printable(text))
