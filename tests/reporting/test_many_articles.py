"""Several articles in one run: each keeps its own decisions and settings, and none is checked twice."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

TEXT = "# Ferries\n\nThe ferry sank in 1912.[1]\n\n## Notes\n\n[1] Harbour Board, “Losses”, 1913, https://a.example/\n"
FAULTY = TEXT.replace("1912.[1]", "1912.[1] It was raised in 1920.[2]")

Run = Callable[..., Result]


def _check(run: Run, *arguments: str) -> dict[str, Any]:
    done = run("check", *arguments, "--offline", "--snapshots", "pages.sqlite", "--format", "json")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _commit(*names: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", *names), ("commit", "-q", "-m", "first")):
        subprocess.run(["git", *identity, *command], check=True, env={**os.environ, "GIT_DIR": ".git"})


@pytest.mark.parametrize("folder", ["", "reviews"], ids=["beside the article", "in a folder of decisions"])
def test_decisions_that_an_article_left_behind_are_named(run: Run, folder: str) -> None:
    """Whoever renames an article has all of its accepted findings open again, and must see where they went."""
    options = ("--decisions-dir", folder) if folder else ()
    for name in ("a.md", "b.md"):
        Path(name).write_text(FAULTY, encoding="utf-8")
    run("baseline", "a.md", "b.md", "--reason", "old", "--offline", "--snapshots", "pages.sqlite", *options)
    Path("b.md").rename("c.md")

    done = run("check", "c.md", "--offline", "--snapshots", "pages.sqlite", *options)
    quiet = run("check", "c.md", "--offline", "--snapshots", "pages.sqlite", "--quiet", *options)

    assert f"{Path(folder, 'b.md.decisions.toml')}: its article is not there any more" in done.stderr
    assert "a.md.decisions.toml" not in done.stderr
    assert "help: rename it as its article was" in done.stderr
    assert "decisions.toml" not in quiet.stderr


@pytest.mark.parametrize("name", ["a.decisions.toml", "a.md.decisions.toml"], ids=["as once named", "as named now"])
def test_decisions_of_an_article_that_stands_there_are_not_left_behind(run: Run, name: str) -> None:
    """An article that this run does not check has its decisions all the same."""
    for article in ("a.md", "b.md"):
        Path(article).write_text(TEXT, encoding="utf-8")
    Path(name).write_text("version = 1\n", encoding="utf-8")

    done = run("check", "b.md", "--offline", "--snapshots", "pages.sqlite")

    assert "decisions.toml" not in done.stderr


def test_an_accept_holds_for_its_own_article_only(run: Run) -> None:
    """Two articles with the same fault have the same fingerprint, and only one of them was looked at."""
    for name in ("a.md", "b.md"):
        Path(name).write_text(FAULTY, encoding="utf-8")
    run("baseline", "a.md", "--reason", "old", "--offline", "--snapshots", "pages.sqlite")

    first, second = _check(run, "a.md", "b.md")["articles"]

    assert {one["state"] for one in first["findings"] if one["severity"] != "info"} == {"accept"}
    assert {one["state"] for one in second["findings"]} == {"open"}
    assert not any(one["suppressed_by"] for one in second["findings"])


def test_what_was_accepted_of_an_article_holds_however_its_path_is_written(run: Run) -> None:
    """A job checks it by another path than the one who accepted."""
    Path("a.md").write_text("# Ferries\n\nNothing is cited here.\n", encoding="utf-8")
    run("baseline", "a.md", "--reason", "old", "--offline", "--snapshots", "pages.sqlite")

    states = [_check(run, path)["articles"][0]["findings"] for path in ("a.md", "./a.md", str(Path("a.md").resolve()))]

    assert [[(one["rule"], one["state"]) for one in findings] for findings in states] == [[("A602", "accept")]] * 3


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        pytest.param("**/*.md", ["a.md", "deep/down/c.md", "one/b.md"], id="folders of any depth"),
        pytest.param("*/*.md", ["one/b.md"], id="one folder"),
        pytest.param("[a].md", ["a.md"], id="a sign out of some"),
        pytest.param("odd[1].md", ["odd[1].md"], id="a file of that very name"),
    ],
)
def test_a_pattern_that_no_shell_has_read_names_its_files(run: Run, pattern: str, found: list[str]) -> None:
    """Some shells read none, and most of them take ``**`` for one folder: articles further down would go unchecked."""
    for name in ("a.md", "one/b.md", "deep/down/c.md", *(["odd[1].md"] if "odd" in pattern else [])):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, encoding="utf-8")

    assert [one["path"] for one in _check(run, pattern)["articles"]] == found


def test_a_pattern_names_a_file_once_whatever_links_lead_to_it(run: Run) -> None:
    """A link to a folder above it leads round forty times, and each time every article would be checked again."""
    for name in ("a.md", "deep/b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(TEXT, encoding="utf-8")
    Path("deep/up").symlink_to("..")
    Path("0-latest.md").symlink_to("deep/b.md")

    assert [one["path"] for one in _check(run, "**/*.md")["articles"]] == ["a.md", "deep/b.md"]


def test_a_pattern_that_names_nothing_is_told_as_it_was_written(run: Run) -> None:
    """A green job that checks nothing would be worse."""
    done = run("check", "articles/**/*.md", "--offline")

    assert done.return_value == 2
    assert "cannot read articles/**/*.md: there is no such file" in done.stderr


def test_an_article_that_cannot_be_read_is_named_once(run: Run) -> None:
    """Its name stands before what is told of it; the line on standard error has both, as any message."""
    Path("a.md").write_text(FAULTY, encoding="utf-8")

    done = run("check", "a.md", "lost.md", "--offline", "--snapshots", "pages.sqlite")

    assert "  lost.md: there is no such file (help: check the path and its spelling)\n" in done.stdout
    assert "provenote: cannot read lost.md: there is no such file\n" in done.stderr


def test_the_decisions_beside_articles_are_no_articles(run: Run) -> None:
    """``articles/*`` names them too, and each of them would be an article without notes."""
    Path("a.md").write_text(FAULTY, encoding="utf-8")
    run("baseline", "a.md", "--reason", "old", "--offline", "--snapshots", "pages.sqlite")

    articles = _check(run, "a.md", "a.md.decisions.toml")["articles"]

    assert [one["path"] for one in articles] == ["a.md"]


def test_an_article_may_have_the_longest_name_there_is(run: Run) -> None:
    """There is no room for the name of its decisions, so there are none."""
    name = "a" * 250 + ".md"
    Path(name).write_text(TEXT, encoding="utf-8")

    assert _check(run, name)["articles"][0]["error"] is None


def test_broken_decisions_on_one_article_leave_the_others_checked(run: Run) -> None:
    """A merge left its marks in one file of a hundred, and the hour of fetching was lost with the report."""
    for name in ("a.md", "b.md"):
        Path(name).write_text(FAULTY, encoding="utf-8")
    Path("a.md.decisions.toml").write_text("version = 1\n<<<<<<< HEAD\n=======\n>>>>>>> b\n", encoding="utf-8")

    done = run("check", "a.md", "b.md", "--offline", "--snapshots", "pages.sqlite")

    assert done.return_value == 2
    assert "b.md:3:50: N101" in done.stdout
    assert "a.md.decisions.toml:2: cannot read the decisions: a merge left its conflict marks" in done.stderr
    assert "provenote decisions merge a.md.decisions.toml" in done.stderr


def test_articles_that_did_not_change_are_counted_and_not_listed(run: Run) -> None:
    """In an archive of a thousand, the one that changed would not be seen."""
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(TEXT, encoding="utf-8")
    _commit("a.md", "b.md", "c.md")
    Path("b.md").write_text(FAULTY, encoding="utf-8")
    arguments = ("check", "a.md", "b.md", "c.md", "--changed-since", "HEAD", "--offline", "--snapshots", "pages.sqlite")

    terminal = run(*arguments).stdout
    comment = run(*arguments, "--format", "markdown").stdout

    assert ("  b.md: Checked" in terminal, "  a.md: " in terminal) == (True, False)
    assert "  2 articles with nothing to check\n" in terminal
    assert "- 2 articles with nothing to check\n" in comment


def test_of_many_articles_those_that_are_not_wholly_checked_are_listed(run: Run) -> None:
    """Two hundred lines of "Checked 4 of 4 claims" hid the one that could not be read."""
    Path("sources").mkdir()
    Path("sources/loss.txt").write_text("The ferry sank in 1912, said the harbour board.", encoding="utf-8")
    Path("sources/sources.toml").write_text('[[source]]\nurl = "https://a.example/"\nfile = "loss.txt"\n', "utf-8")
    names = [f"{letter}.md" for letter in "abcdefghijklmnopqrstuv"]
    for name in names:
        Path(name).write_text(TEXT, encoding="utf-8")
    Path("v.md").write_text(FAULTY.replace("[2]", "[2]\n\n[2] https://b.example/"), encoding="utf-8")
    arguments = ("check", *names, "w.md", "--sources", "sources", "--offline", "--snapshots", "pages.sqlite")

    terminal = run(*arguments).stdout
    comment = run(*arguments, "--format", "markdown").stdout

    for text in (terminal, comment):
        assert "21 articles with every claim checked" in text
        assert "a.md" not in text
        assert "there is no such file" in text
        assert "v.md" in text


def test_an_article_with_too_many_claims_is_refused_and_the_others_are_checked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A megabyte of markers must not fill the memory of a runner."""
    monkeypatch.setattr("reports.cli.auditing.MOST_CLAIMS", 1)
    Path("a.md").write_text(TEXT, encoding="utf-8")
    Path("b.md").write_text(FAULTY, encoding="utf-8")

    one, many = _check(run, "a.md", "b.md")["articles"]

    assert (one["error"], one["coverage"]["claims"]) == (None, 1)
    assert "it has 2 claims, and 1 are checked at the most" in many["error"]


def test_an_article_that_is_named_twice_is_checked_once(run: Run) -> None:
    """A shell's pattern and a path written out often name the same file."""
    Path("a.md").write_text(TEXT, encoding="utf-8")
    Path("b.md").write_text(TEXT, encoding="utf-8")

    articles = _check(run, "a.md", "b.md", "./a.md", str(Path("a.md").resolve()))["articles"]

    assert [one["path"] for one in articles] == ["a.md", "b.md"]


@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_settings_for_a_path_count_from_the_configuration(
    run: Run, monkeypatch: pytest.MonkeyPatch, *, absolute: bool
) -> None:
    """They hold wherever the command is run and however the path is written."""
    Path("provenote.toml").write_text('[per-path."archive/*"]\nignore = ["N1"]\n', encoding="utf-8")
    Path("archive").mkdir()
    Path("archive/a.md").write_text(FAULTY, encoding="utf-8")
    Path("new.md").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir("archive")

    names = [str(Path(name).resolve()) if absolute else name for name in ("a.md", "../new.md")]
    old, new = _check(run, *names)["articles"]

    assert not any(str(one["rule"]).startswith("N1") for one in old["findings"])
    assert any(one["rule"] == "N101" for one in new["findings"])


def test_paths_in_a_configuration_count_from_its_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own copies and the notes of a repository are found from a folder below it, too."""
    Path("provenote.toml").write_text('sources = "copies"\nnotes = ["notes.md"]\n', encoding="utf-8")
    body, notes = TEXT.split("## Notes")
    Path("copies").mkdir()
    Path("copies/page.txt").write_text("The ferry sank in 1912.", encoding="utf-8")
    Path("copies/sources.toml").write_text(
        '[[source]]\nurl = "https://a.example/"\nfile = "page.txt"\n', encoding="utf-8"
    )
    Path("notes.md").write_text(notes, encoding="utf-8")
    Path("below").mkdir()
    Path("below/a.md").write_text(body, encoding="utf-8")
    monkeypatch.chdir("below")

    (article,) = _check(run, "a.md")["articles"]

    assert [claim["verdict"] for claim in article["claims"]] == ["supported"]


def test_a_store_that_git_tracks_is_warned_of(run: Run) -> None:
    """What it holds is other people's work, and would be published with the article."""
    Path("a.md").write_text(TEXT, encoding="utf-8")
    Path("pages.sqlite").touch()
    arguments = ("check", "a.md", "--offline", "--snapshots", "pages.sqlite")

    before = run(*arguments).stderr
    _commit("pages.sqlite")

    assert "tracked by git" not in before
    assert "pages.sqlite is tracked by git" in run(*arguments).stderr
    assert "tracked by git" not in run(*arguments, "--quiet").stderr


def test_parse_reads_what_check_reads(run: Run) -> None:
    """Who wonders at a report looks here: settings of the repository hold for both."""
    Path("provenote.toml").write_text('inline-links = true\nnotes = ["notes.md"]\n', encoding="utf-8")
    body, notes = TEXT.split("## Notes")
    Path("a.md").write_text(f"{body}It [rose again](https://b.example/) in 1913.\n", encoding="utf-8")
    Path("notes.md").write_text(notes, encoding="utf-8")

    parsed = json.loads(run("parse", "a.md", "--format", "json").stdout)
    without = json.loads(run("parse", "a.md", "--format", "json", "--no-inline-links").stdout)
    (checked,) = _check(run, "a.md")["articles"]

    assert [note["raw"] for note in parsed["notes"]] == [note["raw"] for note in checked["notes"]]
    assert (len(parsed["notes"]), len(without["notes"])) == (2, 1)


def test_a_claim_is_explained_with_the_article_that_it_stands_in(run: Run) -> None:
    """Claims are numbered anew in each article."""
    for name in ("a.md", "b.md"):
        Path(name).write_text(TEXT, encoding="utf-8")
    run("check", "a.md", "b.md", "--offline", "--snapshots", "pages.sqlite", "--output", "json=audit.json")

    shown = run("explain", "c1", "audit.json").stdout.splitlines()

    assert [line for line in shown if line.endswith(".md:")] == ["a.md:", "b.md:"]
    assert [line for line in shown if line.startswith("c1, ")] == ["c1, line 3, note 1: Not checked: not fetched"] * 2


def test_a_run_over_changed_lines_calls_no_decision_unused(run: Run) -> None:
    """What was not looked at today may well still be there."""
    Path("a.md").write_text(FAULTY, encoding="utf-8")
    run("baseline", "a.md", "--reason", "old", "--offline", "--snapshots", "pages.sqlite")
    _commit("a.md")
    Path("a.md").write_text(FAULTY.replace("# Ferries", "# Old ferries"), encoding="utf-8")

    changed = _check(run, "a.md", "--changed-since", "HEAD")
    whole = _check(run, "a.md")

    assert changed["unused_decisions"] == []
    assert changed["articles"][0]["findings"] == []
    assert whole["unused_decisions"] == []


@pytest.mark.parametrize(
    ("left", "rule"),
    [
        pytest.param("@misc{unused, title = {Never cited}}", "N101", id="the cited entry was taken out"),
        pytest.param("", "A608", id="everything was taken out"),
        pytest.param(None, "A606", id="the file was taken away"),
    ],
)
def test_claims_whose_bibliography_changed_are_checked_again(run: Run, left: str | None, rule: str) -> None:
    """No line of the article changed, and its claim lost its source; an article beside it keeps its own."""
    entry = "@misc{board, author = {{Harbour Board}}, title = {Losses}, year = 1913, url = {https://a.example/}}\n"
    for name in ("a", "b"):
        body = f"The ferry sank in 1912.\\cite{{board}} It rose again.\\footnote{{Lost.}}\\bibliography{{{name}}}"
        Path(f"{name}.tex").write_text(f"\\begin{{document}}{body}\\end{{document}}\n", encoding="utf-8")
        Path(f"{name}.bib").write_text(entry, encoding="utf-8")
    _commit("a.tex", "a.bib", "b.tex", "b.bib")
    if left is None:
        Path("a.bib").unlink()
    else:
        Path("a.bib").write_text(left, encoding="utf-8")

    changed, other = _check(run, "a.tex", "b.tex", "--changed-since", "HEAD")["articles"]

    assert rule in {one["rule"] for one in changed["findings"]}
    assert other["findings"] == other["claims"] == []
    assert "changed" not in changed["coverage"]["words"]
    assert other["coverage"]["words"] == "No changed claims to check"


def test_a_broken_bibliography_makes_no_decision_unused(run: Run) -> None:
    """Its notes are back when it is mended, and nobody wants to decide on them again."""
    Path("a.tex").write_text("\\begin{document}So.\\cite{b}\\bibliography{r}\\end{document}\n", encoding="utf-8")
    entry = "@misc{b, title = {Losses}, date = {1913-06-31}, url = {https://a.example/}}\n"
    Path("r.bib").write_text(entry, encoding="utf-8")
    run("baseline", "a.tex", "--reason", "old", "--offline", "--snapshots", "pages.sqlite")
    accepted = _check(run, "a.tex")["articles"][0]["findings"]
    unused = []
    for content in ("", "no database", entry.replace("Losses}", "Losses"), "@misc{c, title = {Another}}\n"):
        Path("r.bib").write_text(content, encoding="utf-8")
        unused.append(len(_check(run, "a.tex")["unused_decisions"]))

    assert [one["state"] for one in accepted if one["severity"] != "info"] == ["accept"]
    assert unused == [0, 0, 0, 1]


def test_a_finding_on_a_note_in_another_file_names_that_file(run: Run) -> None:
    """An annotation on line 3 of the article would hang on a sentence that has nothing to do with it."""
    Path("a.md").write_text("# Ferries\n\nThe ferry sank in 1912.[1]\n", encoding="utf-8")
    Path("n.md").write_text("# Notes\n\n1. Board, “Losses”, 1913.\n2. Holt, “Rises”, 1914.\n", encoding="utf-8")
    arguments = ("check", "a.md", "--notes", "n.md", "--offline", "--snapshots", "pages.sqlite")

    (article,) = _check(run, "a.md", "--notes", "n.md")["articles"]
    shown = {
        name: run(*arguments, "--format", name).stdout for name in ("terminal", "github", "gitlab", "sarif", "html")
    }

    assert {(one["rule"], one["path"], one["line"]) for one in article["findings"]} >= {("N102", "n.md", 4)}
    assert "n.md:4:4: N102" in shown["terminal"]
    assert "<bdi>n.md</bdi>, line 4" in shown["html"]
    assert "file=n.md,line=4" in shown["github"]
    assert '"path": "n.md"' in shown["gitlab"]
    assert '"uri": "n.md"' in shown["sarif"]
