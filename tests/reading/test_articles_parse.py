"""The command parse: the agreed JSON, the other formats, and plain errors."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reports.cli.main import main

TEXT = """# The Lamp

The lamp burnt for 40 years.[1] Nobody “saw it go out in the night”.[1][2]

## Notes

[1] Mira Holt, 'The lamp', The Courier, 3 May 2004, <https://courier.example.org/lamp>

[2] Ibid.
"""


def run(*words: str, data: bytes | None = None) -> Result:
    """Give what ``provenote parse`` answers to these words."""
    return CliRunner().invoke(main, ["parse", *words], input=data, standalone_mode=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give a file that holds a small article."""
    path = tmp_path / "article.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_json_has_the_agreed_form(article: Path) -> None:
    """Programs read it: notes, markers, claims and findings with their lines and columns, counted from 1."""
    answer = json.loads(run(str(article), "--format", "json").output)

    assert answer["article"] == {"path": str(article), "format": "markdown", "title": "The Lamp"}
    assert [(note["label"], note["line"]) for note in answer["notes"]] == [("1", 7), ("2", 9)]
    assert answer["notes"][0]["records"][0]["URL"] == "https://courier.example.org/lamp"
    assert answer["markers"][0] == {"label": "1", "line": 3, "column": 29, "sentence": "The lamp burnt for 40 years."}
    assert [claim["labels"] for claim in answer["claims"]] == [["1"], ["1", "2"]]
    assert answer["claims"][1]["quotes"][0]["text"] == "saw it go out in the night"
    keys = {"rule", "severity", "line", "column", "message", "label"}
    assert all(finding.keys() == keys for finding in answer["findings"])


@pytest.mark.parametrize(
    ("format_name", "words"),
    [
        pytest.param("csl-json", '"URL": "https://courier.example.org/lamp"', id="CSL-JSON"),
        pytest.param("bibtex", "courier.example.org/lamp", id="BibTeX"),
        pytest.param("terminal", "2 notes, 3 markers, 2 claims", id="for people"),
    ],
)
def test_writes_other_formats(article: Path, format_name: str, words: str) -> None:
    """Reference managers take the first two; the listing is for a person."""
    assert words in run(str(article), "--format", format_name).output


def test_answers_bare_references_line_by_line() -> None:
    """A bad line gets an error of its own, the others are answered, and the exit code tells."""
    lines = b'{"id": 7, "raw": "Mira Holt, The lamp, 2004, https://a.example/x"}\nno json\n{"id": 9}\n' + b"[" * 100_000

    result = run("--references", "-", data=lines)

    answers = [json.loads(line) for line in result.output.splitlines()]
    assert answers[0]["id"] == 7
    assert answers[0]["records"][0]["URL"] == "https://a.example/x"
    assert "line 2: not JSON" in answers[1]["error"]
    assert (answers[2]["id"], "raw" in answers[2]["error"]) == (9, True)
    assert "line 4: not JSON" in answers[3]["error"]
    assert result.return_value == 1


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_says_plainly_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    """A missing file and a directory end in an error of ours, which the command line prints in one line."""
    result = run(str(tmp_path / name))

    assert type(result.exception).__name__ == "UnreadableArticleError"
