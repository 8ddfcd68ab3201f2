"""Files of decisions: where they lie, and how they are saved while others write to them."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from example_decision import FINDING, TODAY, decided

from citations.errors import CitationError
from reports.decisions import (
    DecisionFile,
    Decisions,
    DecisionState,
    decision_on,
    decisions_path,
    decisions_to_toml,
)


@pytest.mark.parametrize(
    ("article", "folder", "expected"),
    [
        pytest.param("posts/a.md", None, "posts/a.md.decisions.toml", id="beside the article"),
        pytest.param("posts/a.md", "reviews", "reviews/posts/a.md.decisions.toml", id="in a folder of decisions"),
        pytest.param("../else/a.md", "reviews", "reviews/a.md.decisions.toml", id="an article outside"),
    ],
)
def test_where_the_decisions_of_an_article_lie(tmp_path: Path, article: str, folder: str | None, expected: str) -> None:
    """Beside the article, unless a site would publish them."""
    found = decisions_path(tmp_path / article, Path(folder) if folder else None, tmp_path)

    assert found == tmp_path / expected


def test_two_articles_of_one_name_have_decisions_of_their_own(tmp_path: Path) -> None:
    """An article and its export are checked apart: pruning the one must not lose what was decided on the other."""
    text, document = (decisions_path(tmp_path / name) for name in ("a.md", "a.docx"))

    assert text != document


def test_decisions_of_a_file_without_the_ending_stay_in_use(tmp_path: Path) -> None:
    """As it was named before; one with the whole name takes its place."""
    earlier = tmp_path / "a.decisions.toml"
    _add(earlier, [1])
    before = decisions_path(tmp_path / "a.md")
    _add(tmp_path / "a.md.decisions.toml", [2])

    assert before == earlier
    assert decisions_path(tmp_path / "a.md") == tmp_path / "a.md.decisions.toml"
    assert decisions_path(tmp_path / "a.docx") == earlier


def _add(path: Path, numbers: list[int]) -> None:
    findings = [replace(FINDING, subject=f"Claim {number}.") for number in numbers]
    new = [decision_on(one, DecisionState.ACCEPT, today=TODAY) for one in findings]
    DecisionFile(path).change(lambda old: old.with_decisions(new))


_WRITER = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from reports.decisions import DecisionFile, DecisionState, decision_on
from verifier.findings import Finding, Severity

file = DecisionFile(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 24, 2):
    finding = Finding(rule="C501", severity=Severity.ERROR, line=1, column=1, message="", subject=f"Claim {number}.")
    decision = decision_on(finding, DecisionState.ACCEPT, today=date(2026, 5, 20))
    file.change(lambda old: old.with_decisions([decision]))
"""


def test_two_processes_lose_no_decision(tmp_path: Path) -> None:
    """Two windows on the same article, each with its own process."""
    path = tmp_path / "a.decisions.toml"
    workers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), str(start)]) for start in (0, 1)]

    ended = [worker.wait(timeout=60) for worker in workers]

    assert ended == [0, 0]
    assert len(DecisionFile(path).read()) == 24
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_an_editor_that_saves_between_two_keys_is_heard(tmp_path: Path) -> None:
    """The file is read again before each change, so what a person wrote into it stays."""
    path = tmp_path / "a.decisions.toml"
    file = DecisionFile(path)
    _add(path, [1])
    file.read()
    path.write_text(decisions_to_toml(DecisionFile(path).read()).replace('"accept"', '"reject"'), encoding="utf-8")

    file.change(lambda old: old.with_decisions(decided()))

    assert sorted(one.state for one in DecisionFile(path).read()) == ["accept", "reject"]


def test_an_editor_that_saves_in_the_middle_of_a_change_is_heard(tmp_path: Path) -> None:
    """Editors take no lock; a file that changed since it was read is read again."""
    path = tmp_path / "a.decisions.toml"
    file = DecisionFile(path)
    times = []

    def change(old: Decisions) -> Decisions:
        if not times:
            _add_without_lock(path)
        times.append(1)
        return old.with_decisions(decided())

    after = file.change(change)

    assert (len(times), len(after)) == (2, 2)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def _add_without_lock(path: Path) -> None:
    path.write_text(decisions_to_toml(decided(replace(FINDING, subject="From an editor."))), encoding="utf-8")


def test_with_its_last_decision_the_file_goes(tmp_path: Path) -> None:
    """Whoever takes the only one back has the folder as it was, with no file to add to git."""
    path = tmp_path / "a.decisions.toml"
    _add(path, [1])

    file = DecisionFile(path)
    file.change(lambda _: Decisions())

    assert list(tmp_path.iterdir()) == []
    assert len(file.read()) == 0
    assert file.read() is file.read()


def test_what_an_editor_put_into_a_file_that_was_to_go_stays(tmp_path: Path) -> None:
    """The last decision is taken back while somebody saves another."""
    path = tmp_path / "a.decisions.toml"
    _add(path, [1])
    (first,) = DecisionFile(path).read()
    times = []

    def change(old: Decisions) -> Decisions:
        if not times:
            _add_without_lock(path)
        times.append(1)
        return old.without([first.fingerprint])

    DecisionFile(path).change(change)

    assert len(times) == 2
    assert [one.claim for one in DecisionFile(path).read()] == ["From an editor."]


def test_a_broken_file_is_never_overwritten(tmp_path: Path) -> None:
    """Somebody is in the middle of an edit; their work is worth more than one key press."""
    path = tmp_path / "a.decisions.toml"
    path.write_text("version = 1\nhalf a line", encoding="utf-8")

    with pytest.raises(CitationError, match=r"a\.decisions\.toml:2: cannot read the decisions"):
        DecisionFile(path).change(lambda old: old.with_decisions(decided()))

    assert path.read_text(encoding="utf-8") == "version = 1\nhalf a line"


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path, moment: str) -> None:
    """The power goes between the key and the save: what was decided before is still there, whole."""
    path = tmp_path / "a.decisions.toml"
    _add(path, [1, 2])
    before = path.read_text(encoding="utf-8")
    killed = (
        "import os, pathlib, sys\n"
        f"{'os.fsync' if moment == 'fsync' else 'pathlib.Path.replace'} = lambda *_: os._exit(9)\n"
        "from pathlib import Path\n"
        "from reports.decisions import DecisionFile, Decisions\n"
        "DecisionFile(Path(sys.argv[1])).change(lambda old: Decisions(dict([*old.by_fingerprint.items()][:1])))\n"
    )

    ended = subprocess.run([sys.executable, "-c", killed, str(path)], check=False)

    assert ended.returncode == 9
    assert path.read_text(encoding="utf-8") == before
    _add(path, [3])
    assert len(DecisionFile(path).read()) == 3
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
