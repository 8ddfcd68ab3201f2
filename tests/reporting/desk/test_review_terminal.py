"""The terminal twin: the same desk behind another face."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.decisions import DecisionFile, DecisionState
from reports.marking import Mark, Segment
from reports.review.choosing import Filter
from reports.review.desk import Desk
from reports.review.terminal import bracketed, printable, review_in_terminal


class Typed:
    """A console on which everything was typed beforehand."""

    def __init__(self, *typed: str) -> None:
        self._typed: Iterator[str] = iter(typed)
        self.shown: list[str] = []

    def write(self, text: str) -> None:
        """Keep what is printed."""
        self.shown.append(text)

    def key(self, prompt: str) -> str:
        """Give the next thing typed, nothing at the end."""
        del prompt
        return next(self._typed, "")

    line = key

    @property
    def text(self) -> str:
        """All that was printed."""
        return "\n".join(self.shown)


def _review(desk: Desk, *typed: str, chosen: Filter | None = None) -> str:
    console = Typed(*typed)
    review_in_terminal(desk, chosen or Filter(), console)
    return console.text


def test_every_key_of_the_page_works_in_the_terminal(cases: ModuleType, tmp_path: Path) -> None:
    """Decide, move, skip, take back, write a note, look at the address and the help."""
    desk = cases.desk_for(tmp_path, cases.material())

    shown = _review(desk, "j", "k", "o", "?", "a", "q", "u", "n", "the minutes", "b", "s", "g")

    states = [one.decision.state if one.decision else None for one in desk.statuses()]
    assert states == ["accept", "better-source", None, "source-gone"]
    assert desk.status(desk.items[1]).decision.note == "the minutes"
    assert "https://island.example/island-1/0#:~:text=" in shown
    assert "Marks: [?missing?] from the passages, [!differs!] between the two" in " ".join(shown.split())
    assert "3 of 4 decided" in shown


def test_a_note_that_was_typed_waits_for_its_item(cases: ModuleType, tmp_path: Path) -> None:
    """Going to another item, or taking back a decision, costs no sentence."""
    desk = cases.desk_for(tmp_path, cases.material())

    _review(desk, "n", "counted twice", "a", "n", "ask the master", "u", "r", "j", "k")

    assert [desk.note_on(item) for item in desk.items[:2]] == ["counted twice", "ask the master"]
    assert desk.status(desk.items[0]).decision.state == "reject"


def test_another_passage_is_chosen_by_its_number(cases: ModuleType, tmp_path: Path) -> None:
    """The search of the page, line by line."""
    desk = cases.desk_for(tmp_path, cases.material())

    _review(desk, "/", "summer ferry", "1", "a")

    saved = DecisionFile(tmp_path / "island-1.decisions.toml").read().get(desk.items[0].key)
    assert saved is not None
    assert saved.passage == "In summer the ferry carried 12 lorries on most days."


@pytest.mark.parametrize(("sentences", "told"), [pytest.param(5, False, id="few"), pytest.param(50, True, id="many")])
def test_a_search_says_when_there_may_be_more(cases: ModuleType, tmp_path: Path, sentences: int, *, told: bool) -> None:
    """Whoever finds twenty places takes them for all."""
    given = cases.material()
    text = " ".join(f"On day {number} the ferry sailed." for number in range(sentences))
    desk = cases.desk_for(tmp_path, replace(given, texts=dict.fromkeys(given.texts, text)))

    shown = _review(desk, "/", "ferry sailed", "", "x")

    assert ("the first 20 places" in shown) is told


@pytest.mark.parametrize("typed", [("x",), ("",), (), ("Z", "x"), ("\n", "x"), ("/", "ferry", "99", "x")])
def test_other_keys_decide_nothing(cases: ModuleType, tmp_path: Path, typed: tuple[str, ...]) -> None:
    """Leaving, mistyping and the end of the input are no decisions."""
    desk = cases.desk_for(tmp_path, cases.material())

    _review(desk, *typed)

    assert all(status.waits for status in desk.statuses())


def test_what_cannot_be_saved_is_said_and_the_review_goes_on(cases: ModuleType, tmp_path: Path) -> None:
    """The file is mended in another window, and the same key works."""
    desk = cases.desk_for(tmp_path, cases.material())
    path = tmp_path / "island-1.decisions.toml"
    path.write_text("version = 1\nhalf", encoding="utf-8")

    shown = _review(desk, "a", "x")

    assert "island-1.decisions.toml:2: cannot read" in shown
    assert path.read_text(encoding="utf-8") == "version = 1\nhalf"


def test_an_edited_article_is_told_of(cases: ModuleType, tmp_path: Path) -> None:
    """What is decided on words that are no longer there would be lost."""
    gone = replace(cases.material(), stamps={tmp_path / "article.md": (1, 1)})

    assert "changed since it was read" in _review(cases.desk_for(tmp_path, gone), "j")
    assert "changed since" not in _review(cases.desk_for(tmp_path, cases.material()), "j")


def test_a_filter_chooses_what_is_gone_through(cases: ModuleType, tmp_path: Path) -> None:
    """Only the dead link, then the end."""
    desk = cases.desk_for(tmp_path, cases.material())

    shown = _review(desk, "g", chosen=Filter(rule="L"))

    assert desk.status(desk.items[3]).decision.state is DecisionState.SOURCE_GONE
    assert "all that you chose are" in shown


def test_marks_are_brackets() -> None:
    """Shapes, for terminals and people without colour."""
    marked = (Segment(text="13", mark=Mark.MISSING), Segment(text=" of ", mark=Mark.SAME))

    assert bracketed(marked) == "[?13?] of "


@given(st.text())
def test_whatever_the_text_a_terminal_is_not_steered(text: str) -> None:
    """No escape sequence, no change of direction, no bell."""
    assert all(sign.isprintable() or sign == "\n" for sign in printable(text))
