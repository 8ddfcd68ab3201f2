"""``provenote match``: JSON Lines in, JSON Lines out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reports.cli.commands.match import COMMAND, INDEXES_KEPT, answers

SOURCE = "The harbour crane lifts forty tonnes.\nIt was built in 1962 by two brothers, and it is painted green."


def line(**row: Any) -> bytes:
    """One line of input."""
    return json.dumps(row, ensure_ascii=False).encode()


def test_answers_keep_the_agreed_form_and_order() -> None:
    """The names of the fields are fixed; evidence offsets give the text they claim."""
    rows = [
        line(id="a", claim="The crane was built in 1926.", source_text=SOURCE),
        line(id="b", claim="The crane lifts 40 tonnes.", source_text=SOURCE, context="The harbour is busy."),
    ]

    first, second = answers(rows)

    assert (first["id"], second["id"]) == ("a", "b")
    assert first["verdict"] == "detail-differs"
    assert {"kind": "date", "text": "1926", "found": "1962"} in first["missing"]
    assert second["verdict"] == "supported"
    assert second["missing"] == []
    for answer in (first, second):
        assert all(SOURCE[p["start"] : p["end"]] == p["text"] for p in answer["evidence"])


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"{", id="not JSON"),
        pytest.param(b"[1]", id="not an object"),
        pytest.param(b'{"id": 1, "claim": "x"}', id="no source"),
        pytest.param(b'{"id": 1, "claim": 5, "source_text": "x"}', id="claim is a number"),
        pytest.param(b"\xff\xfe{}", id="not UTF-8"),
        pytest.param(b"[" * 100_000, id="nested too deep"),
    ],
)
def test_a_bad_line_is_answered_with_its_error_and_the_others_as_usual(bad: bytes) -> None:
    """One broken line must not lose a run; the exit code tells."""
    good = line(id="g", claim="The crane is green.", source_text=SOURCE)

    result = CliRunner().invoke(COMMAND, ["-"], input=b"\n".join([bad, good, b""]), standalone_mode=False)

    first, second = map(json.loads, result.output.splitlines())
    assert "error" in first
    assert second["id"] == "g"
    assert result.return_value == 1


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        pytest.param({}, "line 1: it has no source_text", id="nothing"),
        pytest.param({"source_text": ["B."]}, 'line 1: expected source_text to be a text, got ["B."]', id="a list"),
    ],
)
def test_a_bad_line_is_told_in_the_words_of_json(sources: dict[str, Any], told: str) -> None:
    """Whoever sends the lines need not know what our language calls its values."""
    assert list(answers([line(id=1, claim="A.", **sources)])) == [{"id": 1, "error": told}]


@pytest.mark.parametrize(
    ("claim", "source", "reason"),
    [
        pytest.param("", SOURCE, "empty", id="empty claim"),
        pytest.param("The crane is green.", "", "empty", id="empty source"),
        pytest.param("起重机是绿色的。", SOURCE, "language", id="language"),
    ],
)
def test_what_cannot_be_judged_is_unreadable_with_a_reason(claim: str, source: str, reason: str) -> None:
    """The command's word for not-checked is unreadable."""
    (answer,) = answers([line(id=1, claim=claim, source_text=source)])

    assert (answer["verdict"], answer["reason"], answer["score"]) == ("unreadable", reason, 0.0)


def test_a_file_is_read_as_well_as_standard_input(tmp_path: Path) -> None:
    """``provenote match FILE``."""
    file = tmp_path / "questions.jsonl"
    file.write_bytes(line(id=7, claim="The crane is green.", source_text=SOURCE) + b"\n\n")

    result = CliRunner().invoke(COMMAND, [str(file)], standalone_mode=False)

    assert json.loads(result.output)["id"] == 7
    assert result.return_value == 0


def test_a_lone_surrogate_does_not_stop_the_run() -> None:
    """JSON can spell half a character; it cannot be written as UTF-8."""
    row = b'{"id": "\\ud800", "claim": "The crane \\ud800 is green.", "source_text": "A \\udfff crane. It is green."}'

    result = CliRunner().invoke(COMMAND, ["-"], input=row, standalone_mode=False)

    assert result.exception is None
    assert json.loads(result.output)["evidence"]


def test_many_sources_are_answered_with_few_indexes() -> None:
    """Memory stays bounded, whatever the number of sources."""
    rows = [line(id=n, claim="The crane is green.", source_text=f"{SOURCE} Copy {n}.") for n in range(3 * INDEXES_KEPT)]

    assert [a["id"] for a in answers(rows)] == list(range(3 * INDEXES_KEPT))
