"""Texts about programs: indices, patterns, names of files and manuals look like markers, lists like notes."""

import pytest

from citations.article import Article, read_article

BOOK = "Berg, Anna. The Ferry. Oslo: Havn, 2004."


def read(text: str, name: str = "a.txt") -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("char name[5];\nputs(line [2]);\nThe row [1] is the first, row [7] the last.\n", id="indices"),
        pytest.param('Which matches [^a-z] or [^/] or [^"] or [^\\d].\n', id="patterns"),
        pytest.param("It matches [^ch] and [^A-Za-z0-9_].\n", id="words in patterns"),
        pytest.param("A digit is [^0123456789] or not.\n", id="figures in a pattern"),
        pytest.param("Wait for it (1-2-3). Now.¹⁻²⁻³ So.1-2-3, go\n", id="figures with dashes"),
        pytest.param("Add [1, 2, 3] to it. Then [1, 2] and [4] too, or [3, 4, 5].\n", id="lists of values"),
        pytest.param("The list is [1, 2, 3] then.\n", id="a list of values"),
        pytest.param("In [1]: row\n\nIn [2]: row\n\nIn [3]: row\n", id="prompts"),
        pytest.param("Vim help.*\n\nText.\n\n*04.1* Operators\n\nText.\n", id="tags"),
        pytest.param("Settings under core.* were described. Those of core.*; too.\n", id="names of files"),
        pytest.param("Link with TCLTK_* and others.\n\nOne\n\n* Many.\n\nTwo\n\n* First release, 2012.\n", id="globs"),
        pytest.param(
            "See ferry(1) and quay(1), and lake(5).\n\nEXAMPLES\n\n1. Row over.\n\n   ferry row\n", id="manual"
        ),
    ],
)
def test_nothing_here_is_a_marker_or_a_note(text: str) -> None:
    """Each would be a finding that the writer of such a text has to read and wave away."""
    article = read(text)
    assert [marker.label for marker in article.markers] == []
    assert [note.raw for note in article.notes] == []


@pytest.mark.parametrize(
    "page",
    [
        pytest.param('<p id="a"><a href="#a">§</a> <code>list: bool</code></p><p>Lists tests.</p>', id="a permalink"),
        pytest.param(
            '<p>Go to <a href="#s1">3</a> <a href="#A">A</a></p><p>Text.</p><p><a href="#s1">3</a> <a href="#A">A</a> '
            '<a href="#B">B</a> <a href="#C">C</a></p>',
            id="the head of an index",
        ),
        pytest.param(
            '<p>So <a href="#eq:2">(2)</a> holds.</p><p id="eq:2">a = b (2)</p>',
            id="a formula",
        ),
    ],
)
def test_links_within_a_manual_are_no_labels(page: str) -> None:
    """What leads to a block from itself, or to the letters of an index, opens no note."""
    assert not read(page, "a.html").notes


def test_a_label_at_the_end_of_a_line_of_a_table_is_a_marker() -> None:
    """Plain text has no cells: what ends a line of a table ends a cell."""
    article = read(
        "These are the boats:\n\n    Boat      Built   Sold (1)\n    The Ferry  1903   no (2)\n    The Quay   1911   "
        "yes\n\nFootnotes:\n\n(1) To whom, the roll does not say.\n\n(2) So the log says.\n"
    )
    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_lost_notes_are_missed_where_the_markers_count_up() -> None:
    """In prose their labels come in their order, and two of them are enough behind sentences."""
    assert [marker.label for marker in read("It sank.[1] It was old.[2]\n").markers] == ["1", "2"]
    assert [marker.label for marker in read("It sank [1], it was old [2] and blue [3].\n").markers] == ["1", "2", "3"]


def test_a_list_of_figures_is_no_marker_of_lost_notes() -> None:
    """Where none of its labels has a note, "[1, 2]" is a value; where one has, the others may be lost."""
    notes = f"## Notes\n\n[7] {BOOK}\n[8] {BOOK}\n"
    article = read(f"It sank.[7] It was old.[8] The value is [1, 2] then.\n\n{notes}", "a.md")
    assert [marker.label for marker in article.markers] == ["7", "8"]
    article = read(f"It sank.[7] It was old.[8] Days [8, 31] then.\n\n{notes}", "a.md")
    assert [marker.label for marker in article.markers] == ["7", "8"]
    article = read(f"It sank.[7] It was old [8, 9].\n\n{notes}", "a.md")
    assert [marker.label for marker in article.markers] == ["7", "8", "9"]


def test_sections_with_dotted_numbers_are_no_notes() -> None:
    """A chapter on references may be followed by others, numbered like all of them."""
    article = read(
        f"It sank [1].\n\nReferences\n\n[1] {BOOK}\n\n\n2.1. Header\n\nIt has a header.\n\n"
        "2.2. Body\n\nIt has a body.\n"
    )
    assert [note.raw for note in article.notes] == [BOOK]


def test_stars_that_the_text_does_not_bear_open_items_of_a_list() -> None:
    """One star in the text is one note; more items than that are questions and answers."""
    questions = "".join(f"* Why does it sink {word}?\n\nNobody knows.\n\n" for word in ("now", "then", "always"))
    assert read(f"It takes a long time*\n\n{questions}").notes == ()
    assert [note.raw for note in read(f"It takes a long time*\n\nSo it is.\n\n* {BOOK}\n").notes] == [BOOK]


def test_a_list_is_no_second_set_of_linked_notes() -> None:
    """The markers lead to the notes that their links name, so they call no other item with that number."""
    article = read(
        '<p>It sank.<sup><a href="#fn1">1</a></sup></p><hr><ol><li>Row over.</li></ol><p>So it is.</p>'
        f'<ol><li id="fn1">{BOOK}</li></ol>',
        "a.html",
    )
    assert [note.raw for note in article.notes] == [BOOK]


def test_advice_in_a_list_called_notes_is_no_note() -> None:
    """Nothing points to it and it names no source; one address or year in it, and the markers may have been lost."""
    advice = "1. Oil the wheel in summer.\n2. Let it rest.\n"
    assert read(f"# Mill\n\nIt turns.\n\n## Notes\n\n{advice}", "a.md").notes == ()
    assert len(read(f"# Mill\n\nIt turns.\n\n## Notes\n\n{advice}3. {BOOK}\n", "a.md").notes) == 3
    assert len(read(f"# Mill\n\nIt turns.[1]\n\n## Notes\n\n{advice}", "a.md").notes) == 2


def test_numbers_of_pages_are_no_notes() -> None:
    """Links with a figure each have no text of their own."""
    article = read(
        '<ul><li><a href="#s1">1</a></li><li><a href="#s2">2</a></li></ul><h2 id="s1">One</h2><p>It sank.</p>'
        '<h2 id="s2">Two</h2><p>It was old.</p><p>Page <a href="?p=1">1</a> <a href="?p=2">2</a></p>',
        "a.html",
    )
    assert (article.notes, article.markers) == ((), ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The bits [12:11] hold the lock, bits [10:8] the gate.\n\nBits [3:0] are free.\n", "a.txt", id="bits"
        ),
        pytest.param(
            "Set quay[1-4]_depth, or quay[1-4]_width, or quay[2-4]_name.\n", "a.txt", id="one name for several"
        ),
        pytest.param("The row is [1, 2, 3, 4].\n\nThen it is [1, 2, 3].\n", "a.txt", id="lists of values"),
        pytest.param(
            "Edge[0] is left, Edge[1] is top, Edge[2] is right.\n\nNotes\n\n1. Edge one.\n2. Edge two.\n",
            "a.txt",
            id="a name with indices",
        ),
        pytest.param(
            "Row2 is long.\n\nThe lock1 is blue.\n\nQuay2 too.\n\nThe ways:\n\n1. Walk.\n\n2. Row.\n\n3. Wait.\n",
            "a.md",
            id="three ways after two figures",
        ),
        pytest.param(
            "Drop lock* (>> 4.3) and quay* (<< 4.4).\n\n -- A\n\n  * Move the quay.\n\n -- B\n\n  * First.\n\n -- C\n",
            "a.txt",
            id="a log of changes with names of files",
        ),
        pytest.param(
            "Row 2, lock3 and quay2 hold 5 boats.\n\n======\n2. Locks\n\nThe locks are old.\n\nThey leak.\n\n======\n"
            "3. Quays\n\nThe quays are new.\n\nThey hold.\n\nThey are dry.\n\nThey are long.\n",
            "a.txt",
            id="headings below lines",
        ),
        pytest.param(
            "".join(f"Lock{n} is in row{n % 4}, and quay{n % 3} too.\n\n" for n in range(1, 30))
            + "1. Add a lock.\n\n2. Add a quay.\n\n3. Add a boat.\n",
            "a.txt",
            id="a list of changes after many figures",
        ),
    ],
)
def test_tables_and_logs_of_changes_have_no_notes(text: str, name: str) -> None:
    """Figures are everywhere in them, so some of them always make a series by chance."""
    article = read(text, name)
    assert [marker.label for marker in article.markers] == []
    assert [note.raw for note in article.notes] == []


def test_a_page_of_an_earlier_note_is_still_a_page() -> None:
    """Bits are written from high to low; a marker with its page behind a colon may be, too."""
    article = read(
        f"It sank.[1] It was old.[2:1] It was blue.[3]\n\n## Notes\n\n[1] {BOOK}\n\n[2] {BOOK}\n\n[3] {BOOK}\n"
    )
    assert [marker.label for marker in article.markers] == ["1", "2", "3"]


def test_a_line_of_contents_opens_no_section() -> None:
    """The same line stands again above the references themselves."""
    article = read(
        "Ferries\n\n1. Preface\n2. References\n\n1. Preface\n\nThe ferry sank [Berg04].\n\nIt was old.\n\n"
        f"2. References\n\n[Berg04] {BOOK}\n"
    )
    assert [(note.label, note.raw) for note in article.notes] == [("Berg04", BOOK)]
    assert [marker.label for marker in article.markers] == ["Berg04"]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_counted_list_of_sources_that_nothing_calls_has_no_labels(name: str) -> None:
    """Its numbers count the list; that no marker points at them is no fault."""
    read_list = read(f"The ferry sank in 1911.\n\n## References\n\n1. {BOOK}\n2. Falk, Tom. The Lock. 2005.\n", name)
    assert [note.label for note in read_list.notes] == ["", ""]
    called = read(f"The ferry sank in 1911.[1]\n\n## References\n\n1. {BOOK}\n2. Falk, Tom. The Lock. 2005.\n", name)
    assert [note.label for note in called.notes] == ["1", "2"]


def test_a_quoted_list_in_a_section_called_notes_is_no_note() -> None:
    """A link above it names the source of the quotation, not of its parts."""
    text = "It is so.\n\n## Notes\n\nAs https://a.example has it:\n\n1) Row slowly.\n\n2) Wear a hat.\n"
    assert not read(text, "a.md").notes
