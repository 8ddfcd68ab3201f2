"""The first minutes with provenote: the example, its report, and a run that is repeated."""

import json
import shutil
from pathlib import Path

import pytest
from command import run, run_json

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example in a folder of its own."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    return tmp_path


def test_the_example_runs_without_a_network_and_says_what_is_wrong(example: Path) -> None:
    """The README's first command."""
    done = run(
        "check", "examples/article.md", "--sources", "examples/sources", "--offline", "--fail-on", "never",
        "--output", "html=report.html", folder=example,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Checked 10 of 11 claims" in done.stdout
    assert "article 40, source 30" in done.stdout
    assert (example / "report.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_the_planted_faults_are_found_and_nothing_else_is_flagged(example: Path) -> None:
    """What the table in the example's README promises."""
    audit = run_json(
        "check", "examples/article.md", "--sources", "examples/sources", "--offline", "--format", "json", folder=example
    )

    verdicts = [(claim["labels"], claim["verdict"]) for claim in audit["articles"][0]["claims"]]
    assert verdicts == [
        (["i"], "supported"),
        (["i"], "detail-differs"),
        (["ii"], "detail-differs"),
        (["ii"], "supported"),
        (["iii"], "supported"),
        (["iii"], "supported"),
        (["iv"], "supported"),
        (["v"], "detail-differs"),
        (["v"], "supported"),
        (["vi"], "partly"),
        (["vii"], "not-checked"),
    ]


def test_equal_runs_give_equal_bytes(example: Path) -> None:
    """Times of the run and the command line apart, which stand in one object."""
    audits = [
        run_json(
            "check", "examples/article.md", "--sources", "examples/sources", "--offline", "--format", "json",
            folder=example,
        )
        for _ in range(2)
    ]  # fmt: skip

    for audit in audits:
        audit.pop("run")
    assert json.dumps(audits[0]) == json.dumps(audits[1])


@pytest.mark.parametrize("password", ["geheim", "ge@heim"])
def test_the_password_of_a_proxy_stands_in_no_report(example: Path, password: str) -> None:
    """Reports tell the command to repeat them, and are published."""
    named = f"--proxy=http://quill:{password}@127.0.0.1:1"
    outputs = [argument for name in ("html", "json") for argument in ("--output", f"{name}=audit.{name}")]

    done = run(
        "check", "examples/article.md", "--sources", "examples/sources", "--offline", named, *outputs, folder=example
    )

    written = done.stdout + done.stderr + "".join((example / f"audit.{name}").read_text() for name in ("html", "json"))
    assert "--proxy=http://127.0.0.1:1" in written
    assert "heim" not in written


def test_a_report_can_be_written_again_from_its_json(example: Path) -> None:
    """In every text format, with the bytes that check wrote."""
    formats = ("html", "markdown", "sarif", "junit", "github", "gitlab", "csv", "csl-json", "bibtex", "w3c", "json")
    outputs = [argument for name in formats for argument in ("--output", f"{name}=first.{name}")]
    run("check", "examples/article.md", "--sources", "examples/sources", "--offline", *outputs, folder=example)

    for name in formats:
        again = run("report", "first.json", "--format", name, folder=example)
        assert again.stdout == (example / f"first.{name}").read_text(encoding="utf-8"), name


def test_an_inline_comment_quietens_one_place(example: Path) -> None:
    """With its reason, and nowhere else."""
    path = example / "examples" / "article.md"
    text = path.read_text(encoding="utf-8")
    marked = text.replace(
        "For the people who live above the gorge",
        "<!-- provenote: ignore C502 -- the timetable changed in April -->\nFor the people who live above the gorge",
    )
    path.write_text(marked, encoding="utf-8")

    audit = run_json(
        "check", "examples/article.md", "--sources", "examples/sources", "--offline", "--format", "json", folder=example
    )

    figures = [one for one in audit["articles"][0]["findings"] if one["rule"] == "C502"]
    assert [one["suppressed_by"] for one in figures] == ["inline: the timetable changed in April"]
