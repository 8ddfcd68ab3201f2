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
