"""A PDF is read page by page, and says so when it cannot be."""

import time

import pytest
from pdf_files import pdf_file

from verifier.extraction import read_source
from verifier.extraction.paragraphs import join_lines
from verifier.extraction.pdf import without_parted_words
from verifier.extraction.running_lines import without_running_lines

SECONDS = 10
"""Processor time, far above what a hostile page needs (1 s), and far below what it needs without limits."""


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
    monkeypatch.setattr("verifier.extraction.pdf.MOST_CHARACTERS", 70)

    lakes = ("Elm", "Ash", "Oak", "Fir", "Yew")

    source = read_source(pdf_file([[f"The survey of Lake {lake} is done."] for lake in lakes]), url="")

    assert [part.page for part in source.parts] == [1, 2]
    assert source.problem == "only the first 2 of 5 pages were read: it has more than 70 characters"


REPORT = (
    ["Survey of the lakes", "", "The herons of the northern lakes were", "counted in spring, and the cranes in", "1"],
    ["Survey of the lakes", "", "autumn. Forty-one were seen.", "", "2"],
    ["Survey of the lakes", "", "Nine cranes were seen at Lake 12.", "Both counts are to be repeated.", "3"],
)


def test_what_runs_along_the_pages_cuts_no_sentence() -> None:
    """A quotation that begins on one page and ends on the next stands there word for word."""
    source = read_source(pdf_file(REPORT), url="")

    assert source.text.splitlines() == [
        "Survey of the lakes",
        "The herons of the northern lakes were counted in spring, and the cranes in autumn. Forty-one were seen.",
        "Nine cranes were seen at Lake 12. Both counts are to be repeated.",
    ]
    assert [part.page for part in source.parts] == [None, 1, 2, 3]
    second = source.parts[2]
    assert source.text[second.start : second.end] == "autumn. Forty-one were seen."


@pytest.mark.parametrize(
    ("lines", "running"),
    [
        pytest.param(["Page 7 of 90", "Page 8 of 90"], ["Page 7 of 90"], id="a number that counts the pages"),
        pytest.param(["xi", "xii", "1"], [], id="numbers of pages are not kept"),
        pytest.param(["Left", "Right", "Left", "Right"], ["Left", "Right"], id="left and right pages"),
        pytest.param(["Norway 12 34", "Norway 15 34"], [], id="the rows of a table"),
        pytest.param(["1,204", "977"], [], id="figures"),
    ],
)
def test_lines_that_run_along_the_pages_come_again(lines: list[str], running: list[str]) -> None:
    """Anything else at the end of a page is text."""
    pages = [[line, "", f"Text of page {'abcd'[number] * 9}."] for number, line in enumerate(lines)]

    kept, found = without_running_lines(pages)

    assert found == running
    gone = [line for line, page in zip(lines, kept, strict=True) if line not in page]
    assert bool(gone) == bool(running or lines[0] == "xi")


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


def test_a_page_of_parted_words_costs_bounded_time() -> None:
    """Each parted word is looked up in its page, and a page may hold nothing else."""
    raw = "".join(f"word\ufffe\nnumber{number} " for number in range(150_000))
    start = time.process_time()

    text = without_parted_words(raw)

    assert time.process_time() - start < SECONDS
    assert "wordnumber149999" in text


def test_a_number_sign_at_the_edge_of_a_page_is_no_number() -> None:
    """Lines are compared without their numbers, whatever sign a page prints in the place of one."""
    pages = [["Page #", "One."], ["Page 2", "Two."], ["Page 3", "Three."]]

    kept, running = without_running_lines(pages)

    assert kept == [["Page #", "One."], ["Two."], ["Three."]]
    assert running == ["Page 2"]


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
