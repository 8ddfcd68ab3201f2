"""``provenote extract`` shows what is read out of a page, for one file or for many."""

import gzip
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from command import SHARED, run

from reports.cli.commands.extract import COMMAND

CASES = Path(__file__).parents[1] / "cases" / "pages"
PAGE = CASES / "newspaper.html"


def _run(*arguments: str, given: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(COMMAND, list(arguments), input=given, standalone_mode=False)
    assert done.exception is None, done.exception
    return int(done.return_value or 0), done.output


def test_prints_one_page_as_an_object() -> None:
    """The keys are those that scripts rely on."""
    code, output = _run(str(PAGE), "--url", "https://echo.example/news/2025/03/09/harbour", "--format", "json")

    found = json.loads(output)
    assert code == 0
    assert (found["title"], found["site_name"]) == ("Harbour bridge opens two years late", "The Lowmarsh Echo")
    assert found["authors"] == ["Odile Marchbank", "Pim van Aalst"]
    assert (found["published"], found["published_from"], found["kind"]) == (
        "2025-03-09",
        "JSON-LD datePublished",
        "html",
    )
    assert {part["kind"] for part in found["parts"]} >= {"main", "title", "navigation", "comments", "related", "notice"}
    assert all(0 <= part["start"] <= part["end"] <= len(found["text"]) for part in found["parts"])


def test_answers_lines_in_their_order(tmp_path: Path) -> None:
    """A line that cannot be answered says so, and the others go on."""
    lines = [
        json.dumps({"id": 1, "path": str(PAGE), "url": "https://echo.example/a"}),
        json.dumps({"id": "two", "path": str(tmp_path / "gone.html")}),
        "",
        "{no JSON",
        json.dumps([3]),
        json.dumps({"id": 4, "path": 5}),
        json.dumps({"id": 6, "path": "a\x00b"}),
        json.dumps({"id": 7, "path": str(tmp_path)}),
        json.dumps({"id": 8, "path": str(CASES / "notice.txt"), "url": None}),
    ]

    code, output = _run("--jsonl", "-", given="\n".join(lines))

    answers: list[dict[str, Any]] = [json.loads(line) for line in output.splitlines()]
    assert code == 1
    assert [answer["id"] for answer in answers] == [1, "two", None, None, 4, 6, 7, 8]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, True, True, False]


def test_lines_can_come_from_a_file(tmp_path: Path) -> None:
    """All answered: exit code 0."""
    listed = tmp_path / "pages.jsonl"
    listed.write_text(json.dumps({"id": 1, "path": str(PAGE)}) + "\n", encoding="utf-8")

    code, output = _run("--jsonl", str(listed))

    assert (code, json.loads(output)["id"]) == (0, 1)


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    """Exit code 2, and the name as the user wrote it."""
    done = run("extract", "gone.html", folder=tmp_path)

    assert done.returncode == 2
    assert "gone.html" in done.stderr


FLOORS = {"fundus": (0.98, 0.95), "wcxb": (0.97, 0.9)}
"""Shares of the gold sentences: found at all, found in the main part. A little under the figures of the benchmark."""


@pytest.mark.parametrize("name", FLOORS)
def test_keeps_the_sentences_of_labelled_pages(name: str, tmp_path: Path) -> None:
    """A sentence that is lost here would look like a claim without support (a sample of the development data)."""
    data = SHARED / "data" / "pages"
    if not data.exists():
        pytest.skip("development data is not here")
    with gzip.open(data / f"{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][::6]
    with tarfile.open(data / f"{name}.dev.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    asked = "\n".join(
        json.dumps({"id": row["id"], "path": str(tmp_path / row["path"]), "url": row["url"]}) for row in rows
    )

    _, output = _run("--jsonl", "-", given=asked)

    every, main = [], []
    for row, line in zip(rows, output.splitlines(), strict=True):
        answer = json.loads(line)
        parts = [
            answer["text"][part["start"] : part["end"]] for part in answer["parts"] if part["kind"] in {"main", "title"}
        ]
        gold = [_squashed(piece) for piece in row["text"].replace(". ", ".\n").split("\n") if len(piece.split()) > 5]
        whole, kept = _squashed(answer["text"]), _squashed("".join(parts))
        if not gold:
            continue
        every.append(sum(piece in whole for piece in gold) / len(gold))
        main.append(sum(piece in kept for piece in gold) / len(gold))
    assert sum(every) / len(every) >= FLOORS[name][0]
    assert sum(main) / len(main) >= FLOORS[name][1]


def _squashed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
