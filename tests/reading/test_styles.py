"""Every way to write notes, as whole files that a writer could open: tests/cases/notes/.

Each file ends with a comment that lists its markers (label, line:column, sentence), its notes and what follows them.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.document import Document
from citations.formats import format_for
from citations.sentences import sentence_at, sentences_of
from citations.styles import STYLES

CASES = Path(__file__).parents[1] / "cases" / "notes"
EXPECTED = b"<!-- expected\n"


def read(data: bytes, name: str) -> Document:
    """Give the document of a file of this name."""
    return format_for(name, data).read(data, name=name)


def listing(document: Document) -> list[str]:
    """Give what was found, in the form in which the case files list it."""
    blocks = [replace(block, sentences=sentences_of(block, at)) for at, block in enumerate(document.blocks)]
    lines = []
    for marker in document.markers:
        sentence = sentence_at(blocks[marker.block], marker.offset)
        place = f"{marker.position.line}:{marker.position.column}{chapter(marker.chapter)}"
        lines.append(f"marker {marker.label} at {place}: {sentence.text if sentence else ''}")
    for note in document.notes:
        place = f"{note.position.line}:{note.position.column}{chapter(note.chapter)}"
        lines.append(f"note {note.label} at {place}: {note.raw}" + "".join(f" + {url}" for url in note.urls))
    return lines + [f"loose: {block.text}" for block in document.loose]


def chapter(number: int) -> str:
    """Give the words for a chapter, none for the first."""
    return f" in chapter {number}" if number else ""


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in sorted(CASES.iterdir())])
def test_finds_the_markers_and_notes_that_the_case_file_lists(path: Path) -> None:
    """Labels as printed, places as in the file, sentences without their markers, nothing after the notes taken in."""
    article, _, expected = path.read_bytes().partition(EXPECTED)

    found = listing(read(article, path.name))

    assert found == expected.decode().removesuffix("-->\n").splitlines()


def test_every_style_has_a_name_of_its_own() -> None:
    """The name is shown to people and kept with each marker."""
    names = [style.name for style in STYLES]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The vote was 31[sic] to 4 [sic].\n\n## Notes\n\n[1] A\n", id="sic"),
        pytest.param("He said that [T]he door was open.\n\n## Notes\n\n[t] A\n", id="an inserted letter"),
        pytest.param("Ten is 10<sup>1</sup> and a hundred 10<sup>2</sup>.\n\nText.[^x]\n\n[^x]: A\n", id="exponents"),
        pytest.param("In 1990 [1990] it began.\n\nText.[^x]\n\n[^x]: A\n", id="a year in brackets"),
        pytest.param("See `a[1]` and $x[1]$.\n\nText.[^x]\n\n[^x]: A\n\n## Notes\n\n[1] B\n", id="code and formulas"),
    ],
)
def test_takes_no_look_alike_for_a_marker(text: str) -> None:
    """A false marker is a false claim: what only looks like a label is left in its sentence."""
    markers = read(text.encode(), "a.md").markers

    assert [marker.label for marker in markers] in ([], ["x"])


def test_notes_that_nobody_defined_are_still_marked() -> None:
    """An article whose notes were lost has its markers, so that their lack can be reported."""
    document = read(b"One is so.[1] Two is so.[2]\n", "a.md")

    assert [marker.label for marker in document.markers] == ["1", "2"]
    assert document.notes == ()


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("[]()^*_`$<>/#!1iv2.:\n \\supa|~-“”'Tt0¹²"), max_size=300))
def test_any_markup_is_read_without_an_error(text: str) -> None:
    """Foreign text may be broken in any way; every marker then still stands inside its block."""
    document = read(f"x{text}".encode(), "a.md")

    for marker in document.markers:
        assert 0 <= marker.offset <= len(document.blocks[marker.block].text)
