"""The desk without a page: saving, taking back, and other people's changes at the same time."""

import dataclasses
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from citations.errors import CitationError
from reports.decisions import DecisionFile, DecisionState, FindingState
from reports.review.books import DecidedMeanwhileError, mark_of
from reports.review.choosing import Filter
from reports.review.showing import show


def test_a_decision_is_on_the_disk_before_the_next_item_comes(cases: ModuleType, tmp_path: Path) -> None:
    """There is no button to save: leaving at any moment loses nothing."""
    desk = cases.desk_for(tmp_path, cases.material(), reviewer="K. Z.")

    desk.decide(desk.items[0], DecisionState.ACCEPT, note="counted again")

    saved = DecisionFile(tmp_path / "island-1.decisions.toml").read().get(desk.items[0].key)
    assert saved is not None
    assert (saved.state, saved.note, saved.reviewer, saved.date) == ("accept", "counted again", "K. Z.", cases.TODAY)
    assert desk.next_open(Filter()) is desk.items[1]


def test_a_reviewer_goes_on_where_they_stopped(cases: ModuleType, tmp_path: Path) -> None:
    """Another run, another day: what was decided is decided."""
    first = cases.desk_for(tmp_path, cases.material())
    first.decide(first.items[0], DecisionState.REJECT)

    again = cases.desk_for(tmp_path, cases.material())

    assert again.status(again.items[0]).state is FindingState.DECIDED
    assert again.next_open(Filter()) is again.items[1]


def test_undo_works_across_runs_and_in_order(cases: ModuleType, tmp_path: Path) -> None:
    """The last key of yesterday can be taken back today, then the one before it."""
    first = cases.desk_for(tmp_path, cases.material())
    first.decide(first.items[0], DecisionState.ACCEPT)
    first.decide(first.items[1], DecisionState.REJECT)
    first.decide(first.items[0], DecisionState.SOURCE_GONE)

    again = cases.desk_for(tmp_path, cases.material())
    taken = [again.undo(), again.undo()]

    assert taken == [again.items[0], again.items[1]]
    states = [one.decision.state if one.decision else None for one in again.statuses()]
    assert states == ["accept", None, None, None]
    assert again.undo() is again.items[0]
    assert again.undo() is None


def test_undo_does_not_take_back_what_somebody_else_decided_since(cases: ModuleType, tmp_path: Path) -> None:
    """The other window's decision is newer than the step; it stays, and the reason is told."""
    one, two = (cases.desk_for(tmp_path, cases.material()) for _ in range(2))
    one.decide(one.items[0], DecisionState.ACCEPT)
    two.decide(two.items[0], DecisionState.REJECT)

    with pytest.raises(DecidedMeanwhileError, match="now “Rejected”"):
        one.undo()

    assert two.status(two.items[0]).decision.state == "reject"


def test_a_step_that_cannot_be_taken_back_is_not_in_the_way(cases: ModuleType, tmp_path: Path) -> None:
    """Somebody else's decision stays; the next key takes back the reviewer's own step before it."""
    one, two = (cases.desk_for(tmp_path / name, cases.material()) for name in ("one", "two"))
    one.decide(one.items[1], DecisionState.REJECT)
    one.decide(one.items[0], DecisionState.ACCEPT)
    theirs = DecisionFile(tmp_path / "one" / "island-1.decisions.toml")
    two.decide(two.items[0], DecisionState.REJECT)
    rejected = two.status(two.items[0]).decision
    theirs.change(lambda old: old.with_decisions([rejected]))

    with pytest.raises(DecidedMeanwhileError):
        one.undo()
    taken = one.undo()

    assert taken is one.items[1]
    assert [status.waits for status in one.statuses()] == [False, True, True, True]


def test_the_same_decision_once_more_is_no_step(cases: ModuleType, tmp_path: Path) -> None:
    """Whoever presses a key twice takes the decision back with one."""
    desk = cases.desk_for(tmp_path, cases.material())
    desk.decide(desk.items[0], DecisionState.ACCEPT)
    desk.decide(desk.items[0], DecisionState.ACCEPT)

    desk.undo()

    assert desk.status(desk.items[0]).decision is None
    assert desk.undo() is None


def test_two_windows_decide_side_by_side(cases: ModuleType, tmp_path: Path) -> None:
    """Each sees the other's decisions at once, and neither file write drops the other's."""
    one, two = (cases.desk_for(tmp_path, cases.material()) for _ in range(2))

    one.decide(one.items[0], DecisionState.ACCEPT, seen="none")
    two.decide(two.items[1], DecisionState.REJECT, seen="none")

    assert [status.waits for status in one.statuses()] == [False, False, True, True]
    assert two.next_open(Filter()) is two.items[2]


def test_two_windows_on_one_item_are_told(cases: ModuleType, tmp_path: Path) -> None:
    """The second key was pressed on what is no longer so: it is refused, with what stands there now."""
    one, two = (cases.desk_for(tmp_path, cases.material()) for _ in range(2))
    seen = mark_of(two.status(two.items[0]).decision)
    one.decide(one.items[0], DecisionState.ACCEPT)

    with pytest.raises(DecidedMeanwhileError, match="it is now “Accepted”"):
        two.decide(two.items[0], DecisionState.REJECT, seen=seen)

    assert two.status(two.items[0]).decision.state == "accept"


def test_a_file_broken_by_an_editor_stops_saving_and_says_where(cases: ModuleType, tmp_path: Path) -> None:
    """Half an edit is somebody's work; the desk waits instead of writing over it."""
    desk = cases.desk_for(tmp_path, cases.material())
    desk.decide(desk.items[0], DecisionState.ACCEPT)
    path = tmp_path / "island-1.decisions.toml"
    path.write_text(path.read_text(encoding="utf-8") + "half a line", encoding="utf-8")

    with pytest.raises(CitationError, match=r"island-1\.decisions\.toml:\d+: cannot read"):
        desk.decide(desk.items[1], DecisionState.ACCEPT)

    assert "half a line" in str(path.read_text(encoding="utf-8"))
    assert desk.problem() is not None
    assert desk.status(desk.items[0]).state is FindingState.DECIDED


def test_a_changed_source_opens_the_item_again_and_shows_what_changed(cases: ModuleType, tmp_path: Path) -> None:
    """The old passage and the nearest of today stand side by side, with the words that differ marked."""
    material = cases.material()
    first = cases.desk_for(tmp_path, material)
    first.decide(first.items[0], DecisionState.ACCEPT)
    url = first.items[0].finding.url
    texts = {**material.texts, url: material.texts[url].replace("31 lorries", "33 lorries")}

    again = cases.desk_for(tmp_path, dataclasses.replace(material, texts=texts))
    shown = show(again, again.items[0])

    assert shown.status.state is FindingState.STALE
    assert shown.change is not None
    assert [one.text for one in shown.change.old if one.mark == "gone"] == ["31"]
    assert [one.text for one in shown.change.new if one.mark == "new"] == ["33"]


def test_a_reworded_claim_shows_what_was_decided_before_and_stays_open(cases: ModuleType, tmp_path: Path) -> None:
    """The old decision is offered to the eye; carrying it over silently would accept words nobody read."""
    material = cases.material()
    first = cases.desk_for(tmp_path, material)
    first.decide(first.items[0], DecisionState.ACCEPT, note="checked")
    article = material.audit.articles[0]
    reworded = dataclasses.replace(
        article.findings[0], subject="The night ferry carried 13 vans and left the harbour at seven."
    )
    article = dataclasses.replace(article, findings=(reworded, *article.findings[1:]))
    audit = dataclasses.replace(material.audit, articles=(article,))

    again = cases.desk_for(tmp_path, dataclasses.replace(material, audit=audit))
    shown = [show(again, item) for item in again.items[:2]]

    assert again.status(again.items[0]).state is FindingState.OPEN
    assert shown[0].reworded is not None
    assert shown[0].reworded.decision.note == "checked"
    assert [one.text for one in shown[0].reworded.new if one.mark == "new"] == ["vans"]
    assert shown[1].reworded is None


def test_a_chosen_passage_is_what_the_decision_rests_on(cases: ModuleType, tmp_path: Path) -> None:
    """The reviewer found a better place than the program; its words are stored."""
    desk = cases.desk_for(tmp_path, cases.material())
    hit = show(desk, desk.items[0], query="summer ferr").hits[0]

    decision = desk.decide(desk.items[0], DecisionState.ACCEPT, passage=hit.text)

    assert decision.passage == "In summer the ferry carried 12 lorries on most days."


def test_an_own_copy_makes_the_audit_again(cases: ModuleType, tmp_path: Path) -> None:
    """A page that could not be read is brought by the reviewer, and can then be searched and cited."""
    desk = cases.desk_for(tmp_path, cases.material())
    dead = desk.items[-1]

    desk.lay_copy(dead.path, dead.finding.url, "4", b"The harbour master kept a diary.", "diary.txt")

    assert show(desk, desk.items[-1], query="diary").hits[0].text == "The harbour master kept a diary."


def test_equal_findings_are_one_item(cases: ModuleType, tmp_path: Path) -> None:
    """The same claim with the same source twice is decided once."""
    material = cases.material()
    article = material.audit.articles[0]
    twice = dataclasses.replace(article.findings[0], line=90)
    article = dataclasses.replace(article, findings=(*article.findings, twice))
    audit = dataclasses.replace(material.audit, articles=(article,))

    desk = cases.desk_for(tmp_path, dataclasses.replace(material, audit=audit))

    assert len(desk.items) == 4
    assert desk.items[0].repeats == 1


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        pytest.param(Filter(rule="c5"), [1, 2, 3], id="the beginning of a rule"),
        pytest.param(Filter(state="waiting"), [2, 3, 4], id="what waits"),
        pytest.param(Filter(state="accept"), [1], id="what was decided"),
        pytest.param(Filter(words="GEESE 4,200"), [3], id="words"),
        pytest.param(Filter(since=date(2026, 5, 21)), [2, 3, 4], id="decided before the day"),
        pytest.param(Filter(since=date(2026, 5, 20)), [1, 2, 3, 4], id="decided on the day"),
        pytest.param(Filter(article=7), [], id="another article"),
    ],
)
def test_filters_choose_items(cases: ModuleType, tmp_path: Path, chosen: Filter, numbers: list[int]) -> None:
    """By rule, state, words, day and article, alone or together."""
    desk = cases.desk_for(tmp_path, cases.material())
    desk.decide(desk.items[0], DecisionState.ACCEPT)

    assert [item.number for item, _ in desk.chosen(chosen)] == numbers


_KILLED = """
import os, pathlib, sys
sys.path.insert(0, sys.argv[2])
import desk_cases
from reports.decisions import DecisionState

folder = pathlib.Path(sys.argv[1])
desk = desk_cases.desk_for(folder, desk_cases.material())
desk.decide(desk.items[0], DecisionState.ACCEPT)
pathlib.Path.replace = lambda *_: os._exit(9)
desk.decide(desk.items[1], DecisionState.ACCEPT)
"""


def test_a_kill_between_key_and_save_loses_one_key_at_most(cases: ModuleType, tmp_path: Path) -> None:
    """The file is the one before the key; the step that never came is passed over when taking back."""
    folder = str(Path(cases.__file__ or "").parent)

    ended = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path), folder], check=False)
    desk = cases.desk_for(tmp_path, cases.material())

    assert ended.returncode == 9
    assert [status.waits for status in desk.statuses()] == [False, True, True, True]
    assert desk.undo() is desk.items[0]
    assert all(status.waits for status in desk.statuses())
