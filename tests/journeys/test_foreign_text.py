"""What pages, paths and lines of input may hold is printed, whatever it is: UTF-8 has no bytes for half of a pair."""

import json
import os
from pathlib import Path

import pytest
from command import run, run_json

PAGE = """<html><head><title>Pier</title><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Pier \\ud800", "articleBody": "The pier \\udfff was repaired in May 1998."}
</script></head><body><p>The pier was repaired in May 1998.</p></body></html>"""
HALF = "\ud800"


def test_a_page_with_half_a_pair_in_its_data_is_extracted(tmp_path: Path) -> None:
    """JSON in a page can spell out what no file can hold: half a pair is shown as a sign that could not be read."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    done = run("extract", "page.html", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "The pier \ufffd was repaired" in json.loads(done.stdout)["text"]


@pytest.mark.parametrize(
    ("command", "line"),
    [
        pytest.param(("extract", "--jsonl", "-"), {"path": "page.html"}, id="extract"),
        pytest.param(("parse", "--references", "-"), {"raw": f"Ann {HALF} Berg, 'The pier', 2020"}, id="parse"),
        pytest.param(("match", "-"), {"claim": f"The pier {HALF}.", "source_text": f"A pier {HALF}."}, id="match"),
    ],
)
def test_a_line_with_half_a_pair_does_not_end_the_others(
    tmp_path: Path, command: tuple[str, ...], line: dict[str, str]
) -> None:
    """One odd record in a hundred thousand must not lose the rest."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    lines = "".join(json.dumps({"id": identity, **line}) + "\n" for identity in (HALF, "next"))

    done = run(*command, folder=tmp_path, given=lines)

    assert done.returncode == 0, done.stderr
    assert [json.loads(answer)["id"] for answer in done.stdout.splitlines()] == [HALF, "next"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_path_that_is_no_utf8_can_be_read_back(tmp_path: Path) -> None:
    """Old disks have such names."""
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    os.mkdir(folder)  # noqa: PTH102 - pathlib takes no bytes
    path = Path(os.fsdecode(folder)) / "a.md"
    path.write_text("# T\n\nText.[1]\n\n[1] A. Berg, 'T', 2020\n", encoding="utf-8")

    parsed = run("parse", path, "--format", "json", folder=tmp_path, LC_ALL="C.UTF-8")
    listed = run("parse", path, folder=tmp_path)

    assert json.loads(parsed.stdout)["article"]["path"] == str(path)
    assert listed.returncode == 0, listed.stderr
    assert "caf\\udce9/a.md: markdown, 1 note" in listed.stdout


def test_no_text_steers_the_terminal(tmp_path: Path) -> None:
    """An article comes from anybody, and so does its page: neither renames the window nor turns words round."""
    odd = "The pier \u202ewas\u202c repaired \x9b31m in May 1998."
    text = f"# T\n\n{odd}[1]\n\n## Notes\n\n[1] A. Berg, 'T \u202e', 2020, https://a.example/\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "1.txt").write_text(odd, encoding="utf-8")
    checked = run("check", "a.md", "--sources", "sources", "--offline", "--output", "json=a.json", folder=tmp_path)

    shown = [checked, run("parse", "a.md", folder=tmp_path), run("explain", "c1", "a.json", folder=tmp_path)]

    assert [done.returncode for done in shown] == [0, 0, 0]
    assert not set("\u202e\u202c\x9b") & set("".join(done.stdout + done.stderr for done in shown))
    assert "repaired" in shown[2].stdout


def test_equal_sentences_keep_their_own_ends(tmp_path: Path) -> None:
    """A refrain has one end for each time it is said; thousands of them took minutes to find."""
    cited = "It is so.[^1] It is so.[^1] Then it is so.[^1] It is so.[^1]"
    refrain = "It is so.[^1] " * 5_000
    note = "[^1]: A. Berg, 'B', https://example.org/b"
    (tmp_path / "a.md").write_text(f"# T\n\n{cited}\n\n{refrain}\n\n{note}\n", encoding="utf-8")

    report = run_json("check", "a.md", "--offline", "--fail-on", "never", "--format", "json", folder=tmp_path)

    claims = report["articles"][0]["claims"]
    assert len(claims) == 5_004
    assert [(c["column"], c["end_column"]) for c in claims[:4]] == [(1, 10), (15, 24), (29, 43), (48, 57)]


@pytest.mark.parametrize(
    ("command", "line"),
    [
        pytest.param(
            ("match", "-"), {"claim": "The café shut.", "source_text": "The café – “Zur Post” – shut."}, id="é"
        ),
        pytest.param(("parse", "--references", "-"), {"raw": "Ann Børg, “Łódź”, 2020"}, id="signs of another code"),
    ],
)
def test_what_is_written_into_a_file_is_utf8(tmp_path: Path, command: tuple[str, ...], line: dict[str, str]) -> None:
    """Some systems write another code into files and pipes, in which JSON is no JSON and XML lies about itself."""
    given = json.dumps({"id": 1, **line})

    usual, other = (run(*command, folder=tmp_path, given=given, PYTHONIOENCODING=code) for code in ("utf-8", "cp1252"))

    assert usual.stdout
    assert other.stdout == usual.stdout
