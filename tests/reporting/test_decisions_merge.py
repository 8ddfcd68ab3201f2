"""Two branches decide at once: git merges the file, or ``provenote decisions merge`` settles what git could not."""

import random
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from citations.errors import CitationError
from reports.cli.main import main
from reports.decisions import Decisions, DecisionState, decision_on, decisions_to_toml, read_decisions
from reports.decisions.merging import merge, settle_conflicts
from verifier.findings import Finding, Severity

DAY = date(2026, 5, 20)


def _decisions(*numbers: int, state: DecisionState = DecisionState.ACCEPT, day: date = DAY) -> Decisions:
    findings = (
        Finding(rule="C502", severity=Severity.ERROR, line=1, column=1, message="", subject=f"Claim {number}.")
        for number in numbers
    )
    made = [decision_on(one, state, today=day, note="as agreed") for one in findings]
    return Decisions({one.fingerprint: one for one in made})


def _git(folder: Path, *arguments: str) -> int:
    named = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "merge.conflictStyle=diff3")
    return subprocess.run(["git", *named, *arguments], cwd=folder, capture_output=True, check=False).returncode


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on this machine")
@pytest.mark.parametrize(("there", "new"), [(0, 3), (20, 5), (60, 2)])
def test_whatever_git_leaves_both_sides_are_kept(tmp_path: Path, there: int, new: int) -> None:
    """With a clean merge or with conflict marks, no decision of either branch is lost or doubled."""
    numbers = random.Random(7).sample(range(1000), there + 2 * new)  # noqa: S311 - the same numbers in every run
    base, ours, theirs = numbers[:there], numbers[there : there + new], numbers[there + new :]
    path = tmp_path / "a.decisions.toml"
    _git(tmp_path, "init", "-q", "-b", "main")
    for branch, more in (("main", []), ("theirs", theirs), ("ours", ours)):
        _git(tmp_path, "checkout", "-q", "main")
        _git(tmp_path, "checkout", "-q", "-B", branch)
        path.write_text(decisions_to_toml(_decisions(*base, *more)), encoding="utf-8")
        _git(tmp_path, "add", path.name)
        _git(tmp_path, "commit", "-q", "-m", branch)

    if _git(tmp_path, "merge", "theirs", "-m", "merge") != 0:
        result = CliRunner().invoke(main, ["decisions", "merge", str(path)], standalone_mode=False)
        assert result.exception is None

    assert path.read_text(encoding="utf-8") == decisions_to_toml(_decisions(*numbers))


def test_a_conflict_is_told_with_the_way_out() -> None:
    """Every command that reads the file names the line and the command that settles it."""
    text = "version = 1\n<<<<<<< ours\n=======\n>>>>>>> theirs\n"

    with pytest.raises(CitationError, match=":2:") as caught:
        read_decisions(text, "a.decisions.toml")

    assert "provenote decisions merge" in caught.value.help_text


@pytest.mark.parametrize(
    ("theirs", "kept"),
    [
        pytest.param({"state": DecisionState.REJECT}, "reject", id="on one day the stricter"),
        pytest.param({"state": DecisionState.REJECT, "date": date(2026, 5, 1)}, "accept", id="the later"),
        pytest.param(
            {"state": DecisionState.SOURCE_GONE, "baseline": True}, "accept", id="a person's over a baseline's"
        ),
    ],
)
def test_two_decisions_on_one_finding(theirs: dict[str, object], kept: str) -> None:
    """One stands, and the person who merges is shown the other."""
    ours = _decisions(1)
    other = Decisions({key: replace(one, **theirs) for key, one in ours.by_fingerprint.items()})

    both = [merge(ours, other), merge(other, ours)]

    assert [next(iter(one.decisions)).state for one in both] == [kept, kept]
    assert all(len(one.disputed) == 1 for one in both)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("version = 1\n=======\n>>>>>>> b\n", id="its beginning was taken out"),
        pytest.param("version = 1\n<<<<<<< a\n>>>>>>> b\n", id="its middle was taken out"),
        pytest.param("version = 1\n<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b\n", id="one within another"),
    ],
)
def test_marks_that_do_not_belong_together_are_an_error(text: str) -> None:
    """Somebody began to settle it by hand: which side a decision is of can only be guessed, and so it is not."""
    with pytest.raises(CitationError, match="does not belong here"):
        settle_conflicts(text, "a.decisions.toml")


@given(st.lists(st.sampled_from(["<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "||||||| c\n", "version = 1\n", "x\n"])))
def test_whatever_marks_a_merge_or_a_plain_error(lines: list[str]) -> None:
    """Half-settled conflicts are common; none is a crash."""
    try:
        both = settle_conflicts("".join(lines), "a.decisions.toml")
    except CitationError as error:
        assert str(error).startswith("a.decisions.toml:")
    else:
        assert len(both.decisions) == 0
