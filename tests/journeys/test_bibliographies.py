"""BibTeX files that an article names: found beside it, and nowhere else."""

import json
from pathlib import Path

import pytest
from command import run

from reports.cli.bibliographies import bibliographies_of

ENTRY = "@article{berg, author={Berg, Jonas}, title={The works}, year={2020}, url={https://example.org/works}}\n"
LATEX = "\\documentclass{article}\\begin{document}It was so \\cite{berg}.%s\\end{document}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.tex", LATEX % "\\bibliography{refs}", id="BibTeX"),
        pytest.param("a.tex", LATEX % "\n\\addbibresource[location=local]{refs.bib}\n", id="biblatex"),
        pytest.param("a.org", "#+bibliography: refs.bib\n\nIt was so [cite:@berg].\n", id="Org"),
        pytest.param(
            "a.md", '---\nbibliography: "refs.bib" # all of it\n---\n\nIt was so [@berg].\n', id="front matter"
        ),
        pytest.param(
            "a.md", "---\nbibliography:\n  - other.bib\n  - refs.bib\n---\n\nIt was so [@berg].\n", id="a list"
        ),
        pytest.param("a.md", "---\nbibliography: [refs.bib]\n---\n\nIt was so [@berg].\n", id="a list in a line"),
    ],
)
def test_a_bibliography_beside_the_article_is_read_without_being_asked_for(
    name: str, text: str, tmp_path: Path
) -> None:
    """Whoever typesets the article has named the file already."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / name).write_text(text, encoding="utf-8")
    (tmp_path / "text" / "refs.bib").write_text(ENTRY, encoding="utf-8")

    done = run("parse", f"text/{name}", "--format", "json", folder=tmp_path)

    read = json.loads(done.stdout)
    assert [(note["label"], note["path"]) for note in read["notes"]] == [("berg", "text/refs.bib")]
    assert [claim["labels"] for claim in read["claims"]] == [["berg"]]
    assert [one["rule"] for one in read["findings"] if one["rule"] in ("A602", "A606", "N101")] == []


def test_a_bibliography_that_is_not_there_is_asked_for(tmp_path: Path) -> None:
    """The next step stands below."""
    (tmp_path / "a.tex").write_text(LATEX % "\\bibliography{refs}", encoding="utf-8")

    done = run("check", "a.tex", "--offline", folder=tmp_path)

    assert "A606 the article cites a bibliography that is not in this file: refs" in done.stdout
    assert "help: lay the .bib file beside the article" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\\bibliography{../refs}", id="above the folder"),
        pytest.param("\\bibliography{%s/refs}", id="by its whole path"),
        pytest.param("\\bibliography{linked}", id="a link that leads out"),
        pytest.param("% \\bibliography{mine}", id="in a comment"),
        pytest.param("\\bibliography{folder}", id="a folder"),
        pytest.param("\\bibliography{" + "x" * 290 + "}", id="a name that no file can have"),
        pytest.param("bibliography: mine.bib", id="front matter that is none"),
    ],
)
def test_nothing_else_is_read(text: str, tmp_path: Path) -> None:
    """An article comes from strangers: it must not have a file read that is not its own."""
    own = tmp_path / "articles"
    (own / "folder.bib").mkdir(parents=True)
    (own / "mine.bib").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(ENTRY, encoding="utf-8")
    (own / "linked.bib").symlink_to(tmp_path / "refs.bib")

    found = bibliographies_of(text.replace("%s", str(tmp_path)).encode(), own / "a.tex")

    assert found == ()


def test_files_named_by_the_user_are_read_in_the_place_of_those_the_article_names(tmp_path: Path) -> None:
    """Else each note would be there twice."""
    (tmp_path / "a.tex").write_text(LATEX % "\\bibliography{refs}", encoding="utf-8")
    for name in ("refs.bib", "other.bib"):
        (tmp_path / name).write_text(ENTRY, encoding="utf-8")

    done = run("parse", "a.tex", "--notes", "other.bib", "--format", "json", folder=tmp_path)

    assert [note["path"] for note in json.loads(done.stdout)["notes"]] == ["other.bib"]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        pytest.param(b"", "refs.bib:1:1: A608 the bibliography cannot be read: the file is empty", id="empty"),
        pytest.param(
            bytes(range(9)) * 99,
            "refs.bib:1:1: A608 the bibliography cannot be read: it is a binary file of a kind that is not read",
            id="binary",
        ),
        pytest.param(
            b"to be written",
            "refs.bib:1:1: A608 the bibliography cannot be read: there is no BibTeX entry in it",
            id="no database",
        ),
        pytest.param(
            b"\n@misc{lind, title = {The toll,\n year = 2019,\n}\n",
            "refs.bib:2:1: A608 the entry lind could not be read to its end",
            id="an entry that is not closed",
        ),
        pytest.param(
            b"@misc{lind, title = {F\xe9rry}}", "refs.bib:1:23: A604 the file is not UTF-8", id="another encoding"
        ),
    ],
)
def test_a_bibliography_that_breaks_its_form_is_a_finding_in_its_file(
    content: bytes, finding: str, tmp_path: Path
) -> None:
    """Nobody named the file to us: the rest of the article is checked, and the place of the fault is told."""
    text = LATEX % "\\footnote{Ask B. Lind, keeper of the toll, in person.} \\bibliography{refs}"
    (tmp_path / "a.tex").write_text(text, encoding="utf-8")
    (tmp_path / "refs.bib").write_bytes(content)

    done = run("check", "a.tex", "--offline", "--fail-on", "never", folder=tmp_path)

    assert done.returncode == 0
    assert finding in done.stdout
    assert "A606" not in done.stdout
    assert "not checked" in done.stdout


def test_a_bibliography_that_the_user_names_must_be_one(tmp_path: Path) -> None:
    """Whoever names a file has asked for something; a file that holds nothing is a mistake in what was asked."""
    (tmp_path / "a.tex").write_text(LATEX % "", encoding="utf-8")
    (tmp_path / "refs.bib").write_bytes(b"")

    done = run("check", "a.tex", "--notes", "refs.bib", "--offline", folder=tmp_path)

    assert done.returncode == 2
    assert "cannot read refs.bib: the file is empty" in done.stderr
