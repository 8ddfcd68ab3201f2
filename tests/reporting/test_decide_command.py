"""``provenote decide`` and ``provenote decisions`` on the example article, with no network."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from citations.errors import CitationError
from reports.decisions import DecisionFile

OFFLINE = ("--offline", "--sources", "sources", "--snapshots", "pages.sqlite")

Run = Callable[..., Result]


pytestmark = pytest.mark.usefixtures("in_example")


def _findings(run: Run, *more: str) -> list[dict[str, object]]:
    report = json.loads(run("check", "article.md", *OFFLINE, "--format", "json", *more).stdout)
    findings: list[dict[str, object]] = report["articles"][0]["findings"]
    return findings


def _decide(run: Run, *arguments: str) -> Result:
    return run("decide", *arguments, "--sources", "sources", "--snapshots", "pages.sqlite")


def _failing(run: Run) -> tuple[str, object]:
    """Give the fingerprint of the finding on the trains every 40 minutes, where the page says 30, and its rule."""
    one = next(one for one in _findings(run) if "40 minutes" in str(one["subject"]))
    return str(one["fingerprint"]), one["rule"]


def test_the_gate_turns_green_for_exactly_what_was_accepted(run: Run) -> None:
    """The accepted finding is quiet, and no other is."""
    before = _findings(run)
    mark, _ = _failing(run)

    _decide(run, mark, "accept", "article.md", "--note", "rounded")

    quiet = [one["fingerprint"] for one in _findings(run) if one["suppressed_by"]]
    assert quiet == [mark]
    assert len(_findings(run)) == len(before)


def test_a_changed_source_turns_the_gate_red_again(run: Run) -> None:
    """The decision rests on a passage; when the page says something else it is a new question."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")
    page = Path("sources/transport.html")
    page.write_text(page.read_text(encoding="utf-8").replace("30 minutes", "35 minutes"), encoding="utf-8")

    found = next(one for one in _findings(run) if one["fingerprint"] == mark)

    assert found["suppressed_by"] is None


def test_a_decision_is_found_by_the_beginning_of_its_fingerprint(run: Run) -> None:
    """Six digits are typed more gladly than sixteen, and the decision can then be changed without the article."""
    mark, rule = _failing(run)

    _decide(run, mark[:6], "accept", "article.md", "--reviewer", "K. Z.")
    changed = _decide(run, mark[:6], "reject", "--note", "it is wrong")

    decision = DecisionFile(Path("article.md.decisions.toml")).read().get(mark)
    assert "reject" in changed.stdout
    assert decision is not None
    assert (decision.state, decision.rule, decision.note) == ("reject", rule, "it is wrong")


def test_of_two_articles_with_one_finding_the_one_that_is_named_is_meant(run: Run) -> None:
    """Equal claims of equal sources have one fingerprint, and more digits tell nothing apart."""
    mark, _ = _failing(run)
    Path("again.md").write_bytes(Path("article.md").read_bytes())
    run("check", "article.md", "again.md", *OFFLINE, "--output", "json=audit.json")

    with pytest.raises(CitationError, match=r"in article\.md\.decisions\.toml, \w+ in again\.md") as refused:
        run("decide", mark, "accept", "--audit", "audit.json")
    run("decide", mark, "accept", "./again.md", "--audit", "audit.json")

    assert "name one article" in refused.value.help_text
    assert [path.name for path in Path().glob("*.decisions.toml")] == ["again.md.decisions.toml"]


def test_a_decision_can_be_taken_from_a_report(run: Run) -> None:
    """The report of CI shows the finding; nothing is checked again."""
    run("check", "article.md", *OFFLINE, "--output", "json=audit.json")
    mark, _ = _failing(run)

    run("decide", mark, "accept", "--audit", "audit.json", "--expires", "2099-12-31")

    decision = DecisionFile(Path("article.md.decisions.toml")).read().get(mark)
    assert decision is not None
    assert str(decision.expires) == "2099-12-31"
    assert [one["fingerprint"] for one in _findings(run) if one["suppressed_by"]] == [mark]


def test_a_decision_is_kept_where_the_others_are(run: Run) -> None:
    """Given to check, the folder must be given here too; beside the article nobody would look."""
    mark, _ = _failing(run)

    _decide(run, mark, "accept", "article.md", "--decisions-dir", "reviews")

    assert DecisionFile(Path("reviews/article.md.decisions.toml")).read().get(mark) is not None
    assert not Path("article.md.decisions.toml").exists()


def test_a_decision_is_taken_away_from_the_article_that_is_named(run: Run) -> None:
    """The same fault in two articles has one fingerprint, and two decisions."""
    mark, _ = _failing(run)
    Path("copy.md").write_bytes(Path("article.md").read_bytes())
    for name in ("article.md", "copy.md"):
        _decide(run, mark, "accept", name)

    _decide(run, mark, "open", "copy.md")

    kept = {name: DecisionFile(Path(f"{name}.decisions.toml")).read().get(mark) for name in ("article.md", "copy.md")}
    assert {name for name, decision in kept.items() if decision} == {"article.md"}


def test_open_takes_a_decision_away(run: Run) -> None:
    """The way back for scripts, where the desk has u."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")

    _decide(run, mark, "open")

    assert len(DecisionFile(Path("article.md.decisions.toml")).read()) == 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(("xyz", "accept"), "no fingerprint", id="not hexadecimal"),
        pytest.param(("12345", "accept"), "no fingerprint", id="too short"),
        pytest.param(("0123456789abcdef", "accept"), "no finding and no decision", id="unknown"),
        pytest.param(
            ("0123456789abcdef", "accept", "article.md"), "no finding and no decision", id="not in the article"
        ),
        pytest.param(("0123456789abcdef", "accept", "--expires", "soon"), "expected a day", id="no day"),
        pytest.param(("0123456789abcdef", "accept", "--expires", "2020-01-31"), "that day is over", id="a day past"),
        pytest.param(("0123456789abcdef", "accept", "--audit", "none.json"), "cannot read", id="no report"),
    ],
)
def test_what_cannot_be_decided_is_said(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    """Exit code 2 with a sentence, never a stack."""
    with pytest.raises(CitationError, match=expected):
        run("decide", *arguments)


def test_the_list_shows_what_was_decided(run: Run) -> None:
    """For people a line each, with the note below it that says what to do; for programs every field."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md", "--note", "rounded")

    lines = run("decisions", "list").stdout
    data = json.loads(run("decisions", "list", "article.md", "--format", "json").stdout)

    assert mark in lines
    assert lines.endswith("\n    rounded\n")
    assert [(one["fingerprint"], one["note"]) for one in data] == [(mark, "rounded")]
    assert "0 decisions" in run("decisions", "list", "--state", "reject").stdout


def test_decisions_are_looked_for_once_and_not_in_what_is_installed(run: Run) -> None:
    """A link to a folder above leads round for ever, and packages of other people hold no articles of ours."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")
    Path("around").symlink_to(".")
    for folder in ("node_modules", ".venv"):
        Path(folder).mkdir()
        shutil.copy("article.md.decisions.toml", folder)

    assert run("decisions", "list").stdout.count(mark) == 1


@pytest.mark.parametrize("pattern", ["*.md", "**/*.*", "article.*"])
def test_patterns_name_the_decisions_of_articles(run: Run, pattern: str) -> None:
    """As for ``check``, whatever the shell makes of them; a file that is named twice is counted once."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")

    listed = run("decisions", "list", pattern).stdout

    assert listed.count(mark) == 1


def test_an_article_without_decisions_is_named(run: Run) -> None:
    """A mistyped path must not look like an article on which nothing was decided."""
    with pytest.raises(CitationError, match=r"there are no decisions on other\.md"):
        run("decisions", "list", "other.md")


def test_an_article_on_which_nothing_was_decided_yet_is_no_mistake(run: Run) -> None:
    """A script that lists the decisions on every article goes on."""
    Path("new.md").write_text("New.", encoding="utf-8")

    assert run("decisions", "list", "new.md").stdout == "No decisions yet.\n"


def test_prune_takes_what_no_finding_asks_for(run: Run) -> None:
    """The claim was mended, so its decision has done its work."""
    mark, _ = _failing(run)
    _decide(run, mark, "reject", "article.md")
    article = Path("article.md")
    article.write_text(article.read_text(encoding="utf-8").replace("every 40 minutes", "every 30 minutes"), "utf-8")

    shown = run("decisions", "prune", "article.md", *OFFLINE, "--dry-run").stdout
    kept = len(DecisionFile(Path("article.md.decisions.toml")).read())
    run("decisions", "prune", "article.md", *OFFLINE)

    assert "1 would go" in shown
    assert kept == 1
    assert len(DecisionFile(Path("article.md.decisions.toml")).read()) == 0


def test_prune_names_only_what_it_changes(run: Run) -> None:
    """Of an archive of articles, a line for each that stays as it is would hide the one that does not."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")

    kept = run("decisions", "prune", "article.md", *OFFLINE).stdout

    assert kept == "Nothing to take away.\n"


def test_prune_leaves_what_could_not_be_looked_at(run: Run) -> None:
    """A page that is closed today may be open tomorrow, and its finding back."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")

    run("decisions", "prune", "article.md", "--offline", "--snapshots", "empty.sqlite")

    assert len(DecisionFile(Path("article.md.decisions.toml")).read()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--offline", "--snapshots", "empty.sqlite"), id="pages that were not read"),
        pytest.param((*OFFLINE, "--select", "N1, L"), id="rules that are left out"),
        pytest.param((*OFFLINE, "--exclude", "Timetable"), id="notes that are left out"),
    ],
)
def test_a_decision_on_what_was_not_looked_at_is_not_called_unused(run: Run, arguments: tuple[str, ...]) -> None:
    """Whoever prunes it then has to decide anew when the page can be read again."""
    mark, _ = _failing(run)
    _decide(run, mark, "accept", "article.md")

    report = json.loads(run("check", "article.md", *arguments, "--format", "json").stdout)

    assert report["unused_decisions"] == []


def test_prune_needs_all_findings(run: Run) -> None:
    """With only the changed claims looked at, every other decision would seem unused."""
    with pytest.raises(CitationError, match="changed-since"):
        run("decisions", "prune", "article.md", "--changed-since", "HEAD", *OFFLINE)


def test_the_terminal_review_decides_like_the_page(run: Run) -> None:
    """The same desk behind it: decide, note, skip, take back, leave; the file says what was done."""
    keys = "a\nn\ntwo agree\nr\nu\nq\ns\nx\n"

    shown = run("review", "article.md", *OFFLINE, "--text", "--reviewer", "K. Z.", given=keys).stdout

    states = sorted(one.state for one in DecisionFile(Path("article.md.decisions.toml")).read())
    assert states == ["accept", "wrong-quotation"]
    assert "taken back" in shown
    assert "2 of " in shown.splitlines()[-1]


def test_a_word_on_a_pipe_is_no_key(run: Run) -> None:
    """Whoever types "abort" does not mean "a": a word is no decision."""
    shown = run("review", "article.md", *OFFLINE, "--text", given="abort\nx\n").stdout

    assert "that key decides nothing" in shown
    assert not Path("article.md.decisions.toml").exists()


def test_the_terminal_review_obeys_no_foreign_text(run: Run) -> None:
    """An article may hold what moves the cursor or turns the text round."""
    article = Path("article.md")
    text = article.read_text(encoding="utf-8").replace("every 40 minutes", "every\x1b[2J\u202e 40 minutes")
    article.write_text(text, encoding="utf-8")

    shown = run("review", "article.md", *OFFLINE, "--text", given="j\nj\nj\nx\n").stdout

    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_the_page_says_what_it_needs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the line that installs it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "uvicorn" else object())

    with pytest.raises(CitationError, match="needs uvicorn") as caught:
        run("review", "article.md", *OFFLINE)

    assert 'pip install "provenote[review]"' in caught.value.help_text


def test_decisions_can_lie_in_a_folder_of_their_own(run: Run) -> None:
    """A site that publishes its folder would publish them too."""
    Path("provenote.toml").write_text('decisions-dir = "reviews"\n', encoding="utf-8")
    mark, _ = _failing(run)

    _decide(run, mark, "accept", "article.md")

    assert not Path("article.md.decisions.toml").exists()
    assert os.listdir("reviews") == ["article.md.decisions.toml"]  # noqa: PTH208 - names alone
    assert [one["fingerprint"] for one in _findings(run) if one["suppressed_by"]] == [mark]


def test_the_terminal_review_shows_no_source_where_there_is_none(run: Run) -> None:
    """A fault of the text itself has no note and no page to look at."""
    shown = run("review", "article.md", *OFFLINE, "--text", "--all", "--rule", "A603", given="x\n").stdout

    assert "The article says:" in shown
    assert "The source says" not in shown
    assert "The note:" not in shown


def test_a_list_of_no_decisions_says_so(run: Run) -> None:
    """Nothing printed looks like a fault."""
    assert run("decisions", "list").stdout == "No decisions yet.\n"


def test_the_review_shows_the_note_of_the_chapter(run: Run) -> None:
    """Labels that begin anew in each chapter, and sources without any, must not be taken for one another."""
    chapter = "## {0}\n\nThe {0} ferry sank.[1]\n\n### Notes\n\n[1] {0} Board, “Losses of {0}”, {0}.\n\n"
    plain = "## Sources\n\n- Holt, https://a.example/\n- Falk, “Rises”, 31 February 2020, https://b.example/\n"
    Path("c.md").write_text("# T\n\n" + chapter.format("North") + chapter.format("South") + plain, encoding="utf-8")

    shown = run("review", "c.md", *OFFLINE, "--text", "--all", given="s\n" * 30).stdout

    items = shown.split("\n\n")
    assert any("note 1 names no date" in one and "North Board" in one for one in items)
    assert any("note 1 names no date" in one and "South Board" in one and "North" not in one for one in items)
    assert "[None]" not in shown


def test_a_decision_is_made_on_what_the_configuration_makes_of_the_article(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its paths count from its folder and its patterns leave notes out, for ``decide`` as for ``check``."""
    Path("provenote.toml").write_text('sources = "sources"\nexclude = ["Karst"]\n', encoding="utf-8")
    Path("drafts").mkdir()
    shutil.move("article.md", "drafts/article.md")
    monkeypatch.chdir("drafts")
    checked = run("check", "article.md", "--offline", "--snapshots", "pages.sqlite", "--format", "json").stdout
    findings = json.loads(checked)["articles"][0]["findings"]
    mark = next(str(one["fingerprint"]) for one in findings if "40 minutes" in str(one["subject"]))

    run("decide", mark, "accept", "article.md", "--snapshots", "pages.sqlite")

    assert DecisionFile(Path("article.md.decisions.toml")).read().get(mark) is not None
