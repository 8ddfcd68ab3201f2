"""A PDF is read page by page, and says so when it cannot be."""

import pytest
from pdf_files import pdf_file

from verifier.extraction import read_source
from verifier.extraction.paragraphs import join_lines
from verifier.extraction.pdf import without_parted_words


def test_reads_each_page_with_its_number() -> None:
    """A note may name the page, and a report opens the file there."""
    body = pdf_file([["The survey counted 41 herons."], [], ["It was made in spring."]])

    source = read_source(body, url="https://a.example/survey.pdf", content_type="text/html")

    assert source.kind == "pdf"
    assert [(part.page, source.text[part.start : part.end]) for part in source.parts] == [
        (1, "The survey counted 41 herons."),
        (3, "It was made in spring."),
    ]


def test_lines_of_a_page_are_joined() -> None:
    """Where the margin ends a line, the sentence goes on."""
    lines = [
        "The survey of the northern lakes counted forty-one",
        "herons and nine cranes on the first day of",
        "spring.",
    ]

    source = read_source(pdf_file([lines]), url="")

    assert (
        source.text
        == "The survey of the northern lakes counted forty-one herons and nine cranes on the first day of spring."
    )


def test_a_file_of_too_much_text_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a million words may pack into a small file; what is not read must not be called not found."""
    monkeypatch.setattr("verifier.extraction.pdf.MOST_CHARACTERS", 60)

    source = read_source(pdf_file([["The survey counted 41 herons."]] * 5), url="")

    assert [part.page for part in source.parts] == [1, 2]
    assert source.problem == "only the first 2 of 5 pages were read"


def test_a_scan_says_so() -> None:
    """Pages without text are no page that lacks the claim."""
    source = read_source(pdf_file([[], []]), url="")

    assert source.text == ""
    assert (source.problem or "").startswith("scanned")


def test_an_encrypted_file_says_so() -> None:
    """Its text is there, but not for us."""
    zeros = "00" * 32
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{zeros}>/U<{zeros}>/P -4>>/ID[<00><00>]"

    source = read_source(pdf_file([["Secret."]], extra=lock), url="")

    assert (source.text, source.problem) == ("", "encrypted")


def test_the_record_of_the_file_is_read() -> None:
    """Title, author and date of creation, each with its source."""
    data = read_source(
        pdf_file(
            [["Some text that is long enough."]],
            info="/Title(Heron survey)/Author(Iris Fenn)/CreationDate(D:20240312093000Z)",
        ),
        url="",
    ).data

    assert (data.title and data.title.value, data.authors[0].value) == ("Heron survey", "Iris Fenn")
    assert (data.published and data.published.value) == "2024-03-12"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("inter\ufffenational", "international", id="a word parted at a line end"),
        pytest.param("inter\ufffe\r\nnational", "international", id="with its line end"),
        pytest.param("well\ufffeknown, so well-known", "well-known, so well-known", id="a compound of the same page"),
    ],
)
def test_words_parted_at_a_line_end_are_joined(raw: str, text: str) -> None:
    """Matching looks for whole words."""
    assert without_parted_words(raw) == text


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(
            ["A short line", "Another one of verse"], ["A short line", "Another one of verse"], id="short lines"
        ),
        pytest.param(["a" * 300, "b" * 300], ["a" * 300, "b" * 300], id="long lines are paragraphs"),
        pytest.param(
            ["x" * 60 + " end.", "", "y" * 60], ["x" * 60 + " end.", "y" * 60], id="blank lines end paragraphs"
        ),
        pytest.param(["x" * 60, "- an item", "- another"], ["x" * 60, "- an item", "- another"], id="items"),
    ],
)
def test_lines_that_their_writer_ended_are_kept(lines: list[str], paragraphs: list[str]) -> None:
    """Headings, verse and lists are no wrapped prose."""
    assert join_lines(lines) == paragraphs
