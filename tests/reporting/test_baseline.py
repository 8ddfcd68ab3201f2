"""``provenote baseline``: an old archive starts green, and only what is new is red."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reports.cli.main import main
from reports.decisions import DecisionFile
from reports.decisions.statistics import statistics_of

OFFLINE = ("--offline", "--sources", "sources", "--snapshots", "pages.sqlite")


@pytest.fixture
def run(in_example: None) -> Callable[..., Result]:
    """Runs a command in a folder that holds the example."""
    del in_example

    def running(*arguments: str) -> Result:
        return CliRunner().invoke(main, [*arguments, *OFFLINE], standalone_mode=False)

    return running


def test_a_baseline_makes_today_green_and_tomorrow_red(run: Callable[..., Result]) -> None:
    """A team adopts the tool without a flood, and hears of the next mistake."""
    before = run("check", "article.md", "--fail-on", "warning").return_value

    run("baseline", "article.md", "--reason", "before we checked citations")
    after = run("check", "article.md", "--fail-on", "warning").return_value
    article = Path("article.md")
    text = article.read_text(encoding="utf-8").replace("every 40 minutes", "every 50 minutes")
    article.write_text(text, encoding="utf-8")
    new_mistake = run("check", "article.md", "--fail-on", "warning").return_value

    assert (before, after or 0, new_mistake) == (1, 0, 1)


def test_a_baseline_says_why_and_is_no_judgement(run: Callable[..., Result]) -> None:
    """Every decision carries the reason; the statistics of false alarms leave them out, as nobody looked."""
    run("baseline", "article.md", "--reason", "archive", "--expires", "2099-01-01")

    decisions = list(DecisionFile(Path("article.md.decisions.toml")).read())

    assert decisions
    assert {(one.note, one.baseline, str(one.expires)) for one in decisions} == {("archive", True, "2099-01-01")}
    assert all(one.decided == 0 and one.baseline > 0 for one in statistics_of(decisions))


def test_one_article_that_cannot_be_read_does_not_keep_the_others_red(run: Callable[..., Result]) -> None:
    """An old archive has some; the hours of fetching for the rest must not be lost, nor a broken one go unsaid."""
    for name in ("0-broken.md", "1-broken.md"):
        Path(name).write_bytes(b"\x00\x01PNG")

    done = run("baseline", "0-broken.md", "1-broken.md", "article.md", "--reason", "archive")

    assert done.return_value == 2
    assert "article.md.decisions.toml: " in done.stdout
    assert "cannot read 0-broken.md" in done.stderr
    assert "cannot read 1-broken.md" in done.stderr
    assert run("check", "article.md", "--fail-on", "warning").return_value == 0


def test_a_second_baseline_adds_nothing(run: Callable[..., Result]) -> None:
    """What is accepted is not open any more."""
    run("baseline", "article.md", "--reason", "archive")
    first = Path("article.md.decisions.toml").read_bytes()

    result = run("baseline", "article.md", "--reason", "again")

    assert "0 findings accepted" in result.stdout
    assert Path("article.md.decisions.toml").read_bytes() == first


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        pytest.param({"expires": date(2026, 1, 31)}, True, id="one that has ended is renewed"),
        pytest.param({"passage": "The page said this last year."}, True, id="one whose source has changed is renewed"),
        pytest.param({"expires": date(2026, 1, 31), "baseline": False}, False, id="a person's is not"),
    ],
)
def test_a_later_baseline_renews_what_a_baseline_accepted(
    run: Callable[..., Result], changes: dict[str, object], *, stands: bool
) -> None:
    """The gate is red for such a finding again, and nobody has looked at it; what a person decided is theirs."""
    run("baseline", "article.md", "--reason", "until the end of January")
    file = DecisionFile(Path("article.md.decisions.toml"))
    file.change(lambda old: old.with_decisions([replace(one, **changes) for one in old if one.rule == "C502"]))

    run("baseline", "article.md", "--reason", "until summer")

    renewed = {one.note for one in file.read() if one.rule == "C502"}
    assert renewed == {"until summer" if stands else "until the end of January"}
    assert bool(run("check", "article.md").return_value) is not stands


def test_the_name_of_an_article_makes_no_line_of_its_own(run: Callable[..., Result]) -> None:
    """The log of a CI job takes a line that begins with colons for a command."""
    Path("article.md").rename("a\n::error::b.md")

    shown = run("baseline", "a\n::error::b.md", "--reason", "old").stdout

    assert "a�::error::b.md.decisions.toml: " in shown


def test_the_reason_is_a_note_as_well(run: Callable[..., Result]) -> None:
    """``decide`` has it as --note, and the nearest option here would be --notes, which is something else."""
    run("baseline", "article.md", "--note", "old")

    assert {one.note for one in DecisionFile(Path("article.md.decisions.toml")).read()} == {"old"}


def test_a_baseline_needs_a_reason(run: Callable[..., Result]) -> None:
    """The next reader has nothing else to go by."""
    assert run("baseline", "article.md").exception is not None
    assert run("baseline", "article.md", "--reason", " ").exception is not None
