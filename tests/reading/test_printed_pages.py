"""Pages printed from a browser: distances of lines, labels that stand alone, titles over columns."""

from placed_pdf import Text, read


def lines_at(top: int, step: int, *lines: str) -> list[Text]:
    """Give lines of text below one another."""
    return [(34, top - number * step, 12, line) for number, line in enumerate(lines)]


def test_a_label_in_a_line_of_its_own_is_no_page_number() -> None:
    """A site prints its notes so; the first and the last line of a page may be a label, and pages have no numbers."""
    body = [(34, 750, 12, "The ferry sank.1 Nobody asked.2 The owners left.3")]
    first = lines_at(200, 26, "1", "Log of the ferry, 1911.", "2")
    second = lines_at(750, 26, "Minutes of the board, 1912.", "3", "The Ulm Courier, 1913.")

    document = read([[*body, *first], second])

    assert [(note.label, note.raw) for note in document.notes] == [
        ("1", "Log of the ferry, 1911."),
        ("2", "Minutes of the board, 1912."),
        ("3", "The Ulm Courier, 1913."),
    ]


def test_figures_that_count_the_pages_at_one_height_are_left_out() -> None:
    """Front matter may shift them: they count on from page to page."""
    pages: list[list[Text]] = [
        [(34, 700, 12, f"The {name} sank."), (300, 30, 10, str(number))]
        for number, name in enumerate(("ferry", "barge", "wherry"), 7)
    ]

    assert [block.text for block in read(pages).blocks] == ["The ferry sank. The barge sank. The wherry sank."]


def test_short_paragraphs_do_not_hide_how_far_apart_lines_are() -> None:
    """The distance between them is the commonest; what stands below the title would open the first sentence."""
    full = "In the spring of that year the council of the ferry met eleven times over a weir that"
    pages = [
        [
            (34, 760, 20, "The Weir"),
            *lines_at(720, 1, "11 February, 6 min, A. Writer"),
            *lines_at(680, 26, full, "nobody had seen."),
            *lines_at(614, 26, full, "was lost."),
            *lines_at(548, 40, "It rained.", "It snowed.", "It froze.", "It thawed.", "It rained.", "It snowed."),
        ]
    ]

    texts = [block.text for block in read(pages).blocks]

    assert texts[1:4] == ["11 February, 6 min, A. Writer", f"{full} nobody had seen.", f"{full} was lost."]


def test_a_title_over_two_columns_makes_none_of_their_lines_short() -> None:
    """A marker may open the next line of a column: it belongs to the sentence above."""
    column = [
        "Older work gave ten times [1] as much, as pumps were used.",
        "[2] In the model of that year the error fell.",
    ]
    pages: list[list[Text]] = [
        [
            (100, 760, 18, "How Fast Do All Those Mussels Filter the Bay?"),
            *((34, 720 - 11 * number, 9, line) for number, line in enumerate(column)),
            (34, 698, 9, "It fell to a half."),
            (34, 520, 12, "References"),
            *((34, 500 - 20 * number, 9, f"[{number}] Log {number}, 1911.") for number in (1, 2)),
        ]
    ]

    document = read(pages)

    marker = document.markers[1]
    assert document.blocks[marker.block].text[: marker.offset].endswith("pumps were used.")


def test_a_file_of_nothing_but_running_heads_keeps_its_text() -> None:
    """A line that comes again on each page is left out only beside other text."""
    pages: list[list[Text]] = [[(34, 700, 12, f"Sheet {number}")] for number in range(1, 4)]

    assert [block.text for block in read(pages).blocks] == ["Sheet 1 Sheet 2 Sheet 3"]


def test_the_address_that_a_browser_prints_below_a_page_is_no_source() -> None:
    """It stood below the last of the references; their own addresses may stand in lines of their own."""
    pages: list[list[Text]] = [
        [
            (34, 700, 12, "Ferries were cheap (Berg, 1988), and the river paid twice (Falk, 1974)."),
            (34, 660, 18, "References"),
            (34, 630, 12, "Berg, Ann. 1988. The Purchases of Ashcombe. Valley History 12, 201."),
            (58, 614, 12, "https://doi.org/10.5555/jvh.1988.12."),
            (34, 592, 12, "Falk, Thomas. 1974. Rivers and Rates. Leeds: Marrow Books."),
            (24, 17, 8, "https://tern.example/ferries 1/1"),
        ]
    ]

    assert [note.raw for note in read(pages).notes] == [
        "Berg, Ann. 1988. The Purchases of Ashcombe. Valley History 12, 201. https://doi.org/10.5555/jvh.1988.12.",
        "Falk, Thomas. 1974. Rivers and Rates. Leeds: Marrow Books.",
    ]
