"""PDF articles: what stands at the foot of a page or a column, and what only looks so."""

from placed_pdf import Text, read


def test_notes_longer_than_the_text_stay_notes() -> None:
    """The text is what stands above, however little of it there is."""
    words = "J. Doe, Dances, a very long title that goes on and on"
    document = read(
        [
            [(72, 690, 10, "Bees dance in the hive."), (182, 694, 6, "1"), (72, 110, 8, f"1. {words}")],
            [
                (72, 690, 10, "Others hum."),
                (130, 694, 6, "2"),
                (72, 110, 8, "over the page, where it stops at last."),
                (72, 100, 8, f"2. {words}."),
            ],
        ]
    )

    assert [one.text for one in document.blocks] == ["Bees dance in the hive. Others hum."]
    assert [one.raw for one in document.notes] == [f"{words} over the page, where it stops at last.", f"{words}."]


def test_each_column_has_notes_at_its_own_foot() -> None:
    """They are no part of the text that goes on above in the next column."""
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive"),
                (176, 694, 6, "1"),
                (180, 690, 10, " at"),
                (72, 110, 5, "1"),
                (75, 107, 8, " J. Doe."),
                (320, 690, 10, "noon."),
                (346, 694, 6, "2"),
                (320, 110, 5, "2"),
                (323, 107, 8, " R. Roe."),
            ]
        ]
    )

    assert [one.text for one in document.blocks] == ["Bees dance in the hive at noon."]
    assert [(one.label, one.raw) for one in document.notes] == [("1", "J. Doe."), ("2", "R. Roe.")]


def test_a_list_below_a_heading_is_no_foot() -> None:
    """Notes at the end of a chapter are small as well, and go on over the page."""
    document = read(
        [
            [
                (72, 702, 10, "Nobody knows for how long bees have lived in houses that people made."),
                (72, 690, 10, "Bees dance in the hive."),
                (182, 694, 6, "1"),
                (72, 678, 10, "Others hum."),
                (130, 682, 6, "2"),
                (72, 660, 12, "Notes"),
                (72, 640, 8, "1. J. Doe, Dances, a book of"),
            ],
            [(72, 690, 8, "forty pages."), (72, 680, 8, "2. R. Roe, Hives.")],
        ]
    )

    assert [one.raw for one in document.notes] == ["J. Doe, Dances, a book of forty pages.", "R. Roe, Hives."]


def test_a_table_in_small_type_is_no_foot() -> None:
    """Its cells may begin with a figure that is a label as well, but text stands below them."""
    document = read(
        [
            [
                (72, 690, 10, "Bees dance in the hive when they have found food, and others follow."),
                (400, 694, 6, "1"),
                (72, 660, 8, "1 hive"),
                (72, 650, 8, "of wood"),
                (200, 660, 8, "1 queen"),
                (72, 620, 10, "Below the table stands more text, as wide as that above it was before."),
                (72, 110, 5, "1"),
                (75, 107, 8, " J. Doe."),
            ]
        ]
    )

    assert [(one.label, one.raw) for one in document.notes] == [("1", "J. Doe.")]


def test_short_notes_at_the_foot_are_no_running_heads() -> None:
    """They may say the same on many pages; a head with a page number may stand on two."""
    document = read(
        [
            [
                (72, 760, 8, f"Journal of Bees {page}"),
                (72, 690, 10, f"Bees dance {where}."),
                (200, 694, 6, str(page)),
                (72, 110, 5, str(page)),
                (75, 107, 8, f" Ibid., {page}."),
            ]
            for page, where in ((1, "in the hive"), (2, "on the wall"))
        ]
    )

    assert [(one.label, one.raw) for one in document.notes] == [("1", "Ibid., 1."), ("2", "Ibid., 2.")]
    assert [one.text for one in document.blocks] == ["Bees dance in the hive. Bees dance on the wall."]


def test_notes_at_the_foot_may_have_the_size_of_the_text() -> None:
    """Word files that converters made give footnotes no size of their own; at the end of the text they are its list."""
    pages: list[list[Text]] = [
        [
            (72, 700, 10, "Bees dance in the hive."),
            (178, 704, 6, "1"),
            (72, 688, 10, "Others follow them."),
            (160, 692, 6, "2"),
            (72, 160, 6, "1"),
            (76, 156, 10, "J. Doe, Dances, 2001."),
            (72, 144, 6, "2"),
            (76, 140, 10, "R. Roe, Hives, which"),
            (72, 128, 10, "was printed in 2002."),
        ],
        [
            (72, 700, 10, "They sleep at night."),
            (166, 704, 6, "3"),
            (72, 160, 6, "3"),
            (76, 156, 10, "A. Poe, Nights, 2003."),
        ],
    ]

    document = read(pages)

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "J. Doe, Dances, 2001."),
        ("2", "R. Roe, Hives, which was printed in 2002."),
        ("3", "A. Poe, Nights, 2003."),
    ]
    assert [one.label for one in document.markers] == ["1", "2", "3"]
    assert "Doe" not in "".join(block.text for block in document.blocks)
