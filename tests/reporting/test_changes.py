"""Which lines changed since a revision, asked of a real git."""

import subprocess
from pathlib import Path

import pytest

from citations.errors import CitationError
from reports.cli.changes import Changes


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one article of five lines, committed."""
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "a.md").write_text("one\ntwo\nthree\nfour\nfive\n", encoding="utf-8")
    _git(tmp_path, "add", "a.md")
    _git(tmp_path, "commit", "--quiet", "-m", "first")
    return tmp_path


def test_changed_and_added_lines_are_named(repository: Path) -> None:
    """Lines count in the file of today."""
    (repository / "a.md").write_text("one\nTWO\nthree\nfour\nfive\nsix\n", encoding="utf-8")

    assert Changes("HEAD").lines(repository / "a.md") == {2, 6}
    assert Changes("HEAD").touch(repository / "a.md")
    assert Changes("HEAD").touch(repository)


def test_words_about_files_without_lines_are_words(repository: Path) -> None:
    """Only git's own line says that it cannot compare: one of an article that says so begins with a sign of change."""
    (repository / "a.md").write_text("one\nBinary files a and b differ\nthree\nfour\nfive\n", encoding="utf-8")

    assert Changes("HEAD").lines(repository / "a.md") == {2}


def test_where_lines_were_taken_out_their_neighbours_count(repository: Path) -> None:
    """A claim can change its meaning when the sentence before it goes."""
    (repository / "a.md").write_text("one\nfour\nfive\n", encoding="utf-8")

    assert Changes("HEAD").lines(repository / "a.md") == {1, 2}


def test_what_came_to_the_other_branch_since_is_no_change_made_here(repository: Path) -> None:
    """A branch that lies behind would else be asked about what its base has mended meanwhile."""
    _git(repository, "checkout", "--quiet", "-b", "mine")
    (repository / "a.md").write_text("one\ntwo\nthree\nfour\nFIVE\n", encoding="utf-8")
    _git(repository, "commit", "--quiet", "-am", "mine")
    _git(repository, "checkout", "--quiet", "main")
    (repository / "a.md").write_text("ONE\ntwo\nthree\nfour\nfive\n", encoding="utf-8")
    (repository / "b.md").write_text("new there\n", encoding="utf-8")
    _git(repository, "add", "b.md")
    _git(repository, "commit", "--quiet", "-am", "theirs")
    _git(repository, "checkout", "--quiet", "mine")

    assert Changes("main").lines(repository / "a.md") == {5}
    assert not Changes("main").touch(repository / "b.md")


def test_an_unchanged_file_has_none(repository: Path) -> None:
    """And so nothing of it is checked."""
    assert Changes("HEAD").lines(repository / "a.md") == frozenset()
    assert not Changes("HEAD").touch(repository)


def test_a_new_file_counts_whole(repository: Path) -> None:
    """``None`` means everything."""
    (repository / "b.md").write_text("new\n", encoding="utf-8")

    assert Changes("HEAD").lines(repository / "b.md") is None


def test_a_file_that_git_does_not_know_yet_has_changed(repository: Path) -> None:
    """A bibliography or a copy of a source that was written a moment ago changes what claims rest on."""
    (repository / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    (repository / "refs.bib").write_text("@book{a}", encoding="utf-8")
    (repository / "kept.tmp").write_text("", encoding="utf-8")
    _git(repository, "add", ".gitignore")
    _git(repository, "commit", "--quiet", "-m", "ignore")

    assert Changes("HEAD").touch(repository / "refs.bib")
    assert Changes("HEAD").touch(repository)
    assert not Changes("HEAD").touch(repository / "kept.tmp")


def test_a_shallow_clone_gets_a_plain_message(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """CI systems clone one commit by default, and the message says how to get the others."""
    (repository / "a.md").write_text("one\n", encoding="utf-8")
    _git(repository, "commit", "--quiet", "-am", "second")
    clone = tmp_path_factory.mktemp("clone")
    _git(clone, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")

    with pytest.raises(CitationError, match="shallow") as caught:
        Changes("HEAD~1").lines(clone / "shallow" / "a.md")

    assert "fetch-depth: 0" in caught.value.help_text


@pytest.mark.parametrize("revision", ["nosuch", "--output=x", ""])
def test_an_unknown_revision_is_a_plain_error(repository: Path, revision: str) -> None:
    """Also where it looks like an option of git's."""
    with pytest.raises(CitationError, match="no such revision"):
        Changes(revision).lines(repository / "a.md")

    assert not (repository / "x").exists()


def test_a_repository_of_another_user_is_told_as_such(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs run in containers as another user than the one who cloned, and then git refuses."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    with pytest.raises(CitationError, match="belongs to another user") as caught:
        Changes("HEAD").lines(repository / "a.md")

    assert "safe.directory" in caught.value.help_text


def test_outside_of_a_repository_is_a_plain_error(tmp_path: Path) -> None:
    """The option makes no sense there."""
    (tmp_path / "a.md").write_text("x", encoding="utf-8")

    with pytest.raises(CitationError, match="in no git repository"):
        Changes("HEAD").lines(tmp_path / "a.md")
