"""Where findings stand: people are told lines where a file has them, and paragraphs and pages where it has those."""

import html
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from command import run, run_json

from reports.places import located, place_words

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NOTE = "A. Berg, “The mill”, Herald, 3 May 2019, https://herald.example/mill#:~:text=the old mill, accessed 4 May 2018"


@dataclass(frozen=True)
class At:
    """A place."""

    line: int
    column: int
    place: str = ""


@pytest.fixture
def word_article(tmp_path: Path) -> Path:
    """A Word file whose third paragraph has a note with dates in the wrong order."""
    paragraphs = ["Mills of the valley", "They ground for four villages.", "The mill at Odden burned down in 1911."]
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r>{reference * (at == 2)}</w:p>" for at, text in enumerate(paragraphs)
    )
    path = tmp_path / "mills.docx"
    with zipfile.ZipFile(path, "w") as package:
        target = f'<Relationship Id="a" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f"<Relationships>{target}</Relationships>")
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        noted = f'<w:footnote w:id="2"><w:p><w:r><w:t>{html.escape(NOTE)}</w:t></w:r></w:p></w:footnote>'
        package.writestr("word/footnotes.xml", f"<w:footnotes {W}>{noted}</w:footnotes>")
    return path


def test_a_word_file_is_spoken_of_in_paragraphs(word_article: Path, tmp_path: Path) -> None:
    """Nobody can find line 3 of a Word file; the reports that people read name the paragraph."""
    done = run("check", word_article.name, "--offline", "--output", "html=a.html", "--output", "markdown=a.md",
               "--output", "json=a.json", folder=tmp_path)  # fmt: skip
    told = run("report", "a.json", folder=tmp_path)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")

    assert "mills.docx, footnote 1: R206" in done.stdout
    assert told.stdout == done.stdout
    assert "mills.docx, paragraph 3` note 1" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "paragraph 3" in page
    assert not re.search(r"\bline \d", page)


@pytest.mark.parametrize("kind", ["github", "gitlab", "sarif", "junit"])
def test_what_gates_show_names_the_place(kind: str, word_article: Path, tmp_path: Path) -> None:
    """They know lines alone, and would send a reader to line 3 of a Word file; so the words say where it is."""
    told = run("check", word_article.name, "--offline", "--format", kind, "--fail-on", "never", folder=tmp_path).stdout

    assert re.search("footnote 1: (?:R206 )?note 1 was accessed", told)
    assert "footnote 1: footnote 1" not in told


def test_the_json_keeps_numbers_and_names_the_place(word_article: Path, tmp_path: Path) -> None:
    """Programs count; the words stand beside."""
    (article,) = run_json("check", word_article.name, "--offline", "--format", "json", folder=tmp_path)["articles"]

    assert {(one["line"], one["place"]) for one in article["findings"]} == {(3, "footnote 1")}
    assert [(one["line"], one["place"]) for one in article["claims"]] == [(3, "paragraph 3")]


@pytest.mark.parametrize(
    ("at", "words", "whole"),
    [
        pytest.param(At(41, 7), "line 41", "a:41:7", id="a text"),
        pytest.param(At(12, 1, "paragraph 12"), "paragraph 12", "a, paragraph 12", id="Word"),
        pytest.param(At(310, 4, "page 3"), "page 3", "a, page 3", id="PDF"),
        pytest.param(At(4, 2, "ch2.xhtml"), "ch2.xhtml, line 4", "a, ch2.xhtml, line 4", id="a file of a book"),
    ],
)
def test_a_place_is_said_as_its_format_has_it(at: At, words: str, whole: str) -> None:
    """Editors jump to path, line and column; where there are none, people get words."""
    assert (place_words(at), located("a", at)) == (words, whole)
