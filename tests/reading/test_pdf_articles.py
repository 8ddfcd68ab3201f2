"""PDF articles: paragraphs, raised markers and notes at the foot, told from sizes and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from placed_pdf import Text, read, written

from citations.document import BlockKind
from citations.errors import UnreadableArticleError
from citations.formats.pdf import FORMAT
from citations.formats.pdf_pages import Glyph, Line
from citations.formats.pdf_paragraphs import paragraphs

BEES: list[list[Text]] = [
    [
        (72, 760, 8, "Journal of Bees 11"),
        (72, 720, 18, "On Bees"),
        (72, 690, 10, "Bees dance in the hive when they have found food, and others follow them"),
        (416, 694, 6, "1"),
        (72, 678, 10, "without delay. They do it in the dark of the hive, as is often be-"),
        (72, 666, 10, "lieved."),
        (84, 654, 10, "A second paragraph is here."),
        (72, 110, 6, "1"),
        (76, 107, 8, "J. Doe, Dances, 2001, https://bees.example/very/"),
        (72, 97, 8, "long.html."),
        (72, 87, 6, "2"),
        (76, 84, 8, "R. Roe, Hives, which"),
        (300, 30, 8, "1"),
    ],
    [
        (72, 760, 8, "Journal of Bees 12"),
        (72, 720, 10, "The next page has another claim."),
        (225, 724, 6, "2"),
        (72, 110, 8, "goes on here."),
        (72, 100, 6, "3"),
        (76, 97, 8, "Third."),
        (300, 30, 8, "2"),
    ],
    [(72, 760, 8, "Journal of Bees 13"), (72, 720, 10, "The last page."), (300, 30, 8, "3")],
]


def test_reads_notes_at_the_foot_of_pages() -> None:
    """They are small, begin with a label, and may go on over the end of the page."""
    document = read(BEES)

    assert [(one.label, one.raw, one.position.place) for one in document.notes][:1] == [
        ("1", "J. Doe, Dances, 2001, https://bees.example/very/long.html.", "page 1")
    ]
    assert [one.label for one in document.notes] == ["1", "2", "3"]
    assert [(one.label, one.position.place) for one in document.markers] == [("1", "page 1"), ("2", "page 2")]


def test_makes_paragraphs_without_running_heads() -> None:
    """Lines are joined, divided words too; page numbers and what every page repeats are left out."""
    document = read(BEES)

    assert document.title == "On Bees"
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.blocks[1].text == (
        "Bees dance in the hive when they have found food, and others follow them without delay."
        " They do it in the dark of the hive, as is often believed."
    )
    assert document.blocks[2].text.startswith("A second paragraph is here.")
    assert not any("Journal" in one.text for one in document.blocks)
    assert document.blocks[1].position_at(91).line == 4


def test_reads_a_list_of_notes_at_the_end() -> None:
    """The entries of a list are paragraphs of their own, whatever their shape."""
    document = read(
        [
            [
                (72, 720, 10, "Bees dance [1] and hum [2]. They do so every day of the summer, all of them."),
                (72, 690, 14, "Notes"),
                (72, 670, 10, "[1] J. Doe, Dances, a book about bees that is long enough for a second"),
                (72, 658, 10, "line. London 2001."),
                (72, 646, 10, "[2] R. Roe, Hives. Paris 2002."),
            ]
        ]
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "J. Doe, Dances, a book about bees that is long enough for a second line. London 2001."),
        ("2", "R. Roe, Hives. Paris 2002."),
    ]
    assert [one.label for one in document.markers] == ["1", "2"]


def test_knows_where_links_lead() -> None:
    """A link's address need not stand in the text."""
    document = read(
        [
            [
                (72, 720, 10, "Bees dance in the hive when they have found food"),
                (292, 724, 6, "1"),
                (72, 110, 6, "1"),
                (76, 107, 8, "See here."),
            ]
        ],
        links=[(0, (74, 104, 120, 116), "https://bees.example/dance")],
    )

    assert document.notes[0].urls == ("https://bees.example/dance",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "not a whole PDF", id="empty"),
        pytest.param(b"%PDF-1.4\nnothing else", "not a whole PDF", id="half a file"),
        pytest.param(written([[]]), "no text in it", id="pictures only"),
        pytest.param(
            written(
                BEES, trailer=f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"
            ),
            "encrypted with a password",
            id="password",
        ),
    ],
)
def test_says_why_a_file_cannot_be_read(data: bytes, words: str) -> None:
    """A broken, locked or scanned file ends in one clear error."""
    with pytest.raises(UnreadableArticleError, match=words):
        FORMAT.read(data, name="article.pdf")


@given(st.binary(max_size=100), st.integers(0, 3000))
def test_gives_a_document_or_the_one_error_whatever_the_bytes(noise: bytes, at: int) -> None:
    """A file damaged anywhere is read or refused, never met with another exception."""
    whole = written(BEES)
    try:
        FORMAT.read(whole[:at] + noise + whole[at + len(noise) :], name="article.pdf")
    except UnreadableArticleError:
        return


def test_labels_of_notes_need_not_be_raised() -> None:
    """Many print the figure before a note on its line; a line that begins with another figure goes on."""
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive when they have found food, and others follow them"),
                (416, 694, 6, "1"),
                (72, 110, 8, "1. J. Doe, Dances, a book of"),
                (72, 100, 8, "40 pages that nobody has read."),
            ]
        ]
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "J. Doe, Dances, a book of 40 pages that nobody has read.")
    ]


def test_items_of_a_list_begin_with_their_signs() -> None:
    """Each is a block of its own."""
    document = read([[(72, 690, 10, "• Bees dance"), (72, 678, 10, "• and hum")]])

    assert [(one.kind, one.text) for one in document.blocks] == [
        (BlockKind.ITEM, "Bees dance"),
        (BlockKind.ITEM, "and hum"),
    ]


def test_a_label_raised_high_stays_in_its_line() -> None:
    """What stands behind it goes on with the line, though the file gives both as lines of their own."""
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive when they have found food."),
                (298, 696, 6, "1"),
                (302, 690, 10, " Others follow"),
                (72, 678, 10, "them."),
                (298, 684, 6, "2"),
                (72, 111, 5, "1"),
                (75, 107, 8, " J. Doe, Dances."),
                (72, 101, 5, "2"),
                (75, 97, 8, " R. Roe, Hives."),
            ]
        ]
    )

    assert document.blocks[0].text == "Bees dance in the hive when they have found food. Others follow them."
    assert [(one.label, one.raw) for one in document.notes] == [("1", "J. Doe, Dances."), ("2", "R. Roe, Hives.")]
    assert [one.label for one in document.markers] == ["1", "2"]


def test_knows_running_heads_by_their_place() -> None:
    """A program may write them behind the text of their page; figures of an address count no pages."""
    document = read(
        [
            [
                (72, 690, 10, f"Bees have danced in {place} for as long as people have kept them there."),
                (384, 694, 6, str(page)),
                (72, 760, 8, f"Journal of Bees {page}"),
                (72, 111, 5, str(page)),
                (76, 107, 8, f"J. Doe, Dances in {place}, https://bees.example/"),
                (72, 97, 8, f"{page}.pdf"),
            ]
            for page, place in enumerate(("hives", "woods", "towns"), 1)
        ]
    )

    assert not any("Journal" in one.text for one in document.blocks)
    assert [one.raw.rpartition(", ")[2] for one in document.notes] == [
        f"https://bees.example/{page}.pdf" for page in (1, 2, 3)
    ]


def test_the_end_of_a_line_is_measured_by_its_column() -> None:
    """In the left one of two no line reaches far; one that ends with a stop need not end its paragraph."""
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive at noon, i.e."),
                (72, 678, 10, "when they have found some food there."),
                (320, 690, 10, "Nobody knows why they do it so often,"),
                (320, 678, 10, "and nobody has asked."),
            ]
        ]
    )

    assert document.blocks[0].text.startswith("Bees dance in the hive at noon, i.e. when they")


def test_keeps_the_hyphen_at_which_an_address_is_broken() -> None:
    """No program puts one into an address, as it does into a word."""
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive."),
                (182, 694, 6, "1"),
                (72, 110, 8, "1. J. Doe, https://bees.example/the-"),
                (72, 100, 8, "dance"),
            ]
        ]
    )

    assert "https://bees.example/the-dance" in document.notes[0].raw


def test_a_link_over_two_lines_is_one() -> None:
    """Each line of it has a box of its own; the target may stand behind the door of a service."""
    target = "https://www.google.com/url?q=https://bees.example/the-dance&amp;sa=D"
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive."),
                (182, 694, 6, "1"),
                (72, 110, 8, "1. J. Doe, https://bees.example/the-"),
                (72, 100, 8, "dance"),
            ]
        ],
        links=[(0, (110, 106, 260, 118), target), (0, (70, 96, 120, 106), target)],
    )

    assert document.notes[0].raw == "J. Doe, https://bees.example/the-dance"
    assert not document.oddities


def test_a_number_within_a_page_is_not_that_of_the_page() -> None:
    """A label on a line of its own may stand near the foot."""
    page = [(72, 690, 10, "Bees dance."), (72, 678, 10, "8"), (72, 660, 10, "J. Doe."), (300, 30, 10, "2")]
    document = read([page])

    assert "8" in " ".join(one.text for one in document.blocks).split()
    assert "2" not in " ".join(one.text for one in document.blocks).split()


def test_entries_of_a_list_may_hang() -> None:
    """All lines but the first of each are indented, and not every entry ends with a stop."""
    document = read(
        [
            [
                (72, 720, 10, "Bees dance (Doe, 2001), and others watch them (Roe, 2004)."),
                (72, 690, 14, "References"),
                (72, 670, 10, "Doe, J. (2001). Dances of the bees in the hive and of what"),
                (92, 658, 10, "they mean. Hive Press."),
                (72, 646, 10, "Poe, A. (1999). Silence. https://bees.example/silence"),
                (72, 634, 10, "Roe, R. (2004). Bees that watch other bees, with a word on"),
                (92, 622, 10, "wasps. https://bees.example/watching"),
            ]
        ]
    )

    assert [one.raw.partition(".")[0] for one in document.notes] == ["Doe, J", "Poe, A", "Roe, R"]


def test_lines_read_from_right_to_left_have_two_ends() -> None:
    """The first sign of an Arabic or Hebrew line stands farther right than its last one, which broke its column."""
    glyphs = tuple(Glyph(char=char, size=10, x=x, y=700) for char, x in zip("שלום", (300, 290, 280, 270), strict=True))
    line = Line(page=1, number=1, glyphs=glyphs, size=10, y=700)

    found = list(paragraphs([line], 12))

    assert (line.left, line.right) == (270, 300)
    assert found == [[line]]
