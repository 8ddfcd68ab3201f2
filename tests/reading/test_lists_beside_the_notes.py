"""What stands beside the notes of an article, is counted as they are, and is none of them."""

import pytest

from citations.article import Article, read_article
from citations.document import BlockKind
from verifier.checks import check_article

BODY = "It sank [1] at night [2]. Nobody was saved [3], and the wreck was sold [4]."
NOTES = "[1] Holt, p. 9.\n[2] Falk, p. 3.\n[3] Quill, p. 5.\n[4] Orrin, p. 2."


def read(text: str, name: str = "a.txt") -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def labels(article: Article) -> list[str]:
    """Give the labels of its notes."""
    return [note.label for note in article.notes]


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param("1. The Ferry\n2. The Night\n3. Notes", id="one paragraph"),
        pytest.param("1. The Ferry ..... 2\n2. The Night ..... 5\n3. Notes ..... 9", id="with pages"),
        pytest.param("1. The Ferry\n\n2. The Night\n\n3. Notes", id="apart"),
    ],
)
def test_a_table_of_contents_that_names_the_notes_heads_none(contents: str) -> None:
    """All that follows it would be read as notes, and the article would have no text."""
    article = read(f"Contents\n\n{contents}\n\n{BODY}\n\n{NOTES}\n")

    assert labels(article) == ["1", "2", "3", "4"]
    assert [marker.label for marker in article.markers] == ["1", "2", "3", "4"]


def test_a_list_that_counts_anew_below_the_notes_needs_no_markers() -> None:
    """Pictures are credited and books recommended in lists of their own; nothing is wrong with them."""
    body = BODY.replace("[", "").replace("]", "").replace("sank 1", "sank.1").replace("night 2", "night.2")
    body = body.replace("saved 3", "saved.3").replace("sold 4", "sold.4")
    notes = "1. Holt, p. 9.\n2. Falk, p. 3.\n3. Quill, p. 5.\n4. Orrin, p. 2."
    article = read(f"{body}\n\nNotes\n\n{notes}\n\nImage credits\n\n1. The quay. City archive.\n2. Map by D. Fell.\n")

    assert [label for label in labels(article) if label] == ["1", "2", "3", "4"]
    assert [finding.rule for finding in check_article(article) if finding.rule.startswith("N")] == []


def test_the_steps_of_a_recipe_take_no_markers_from_the_notes() -> None:
    """A page break above a list makes it stand where notes do, but the notes at the end have the same labels."""
    steps = "1. Raise the wreck.\n\n2. Sell the iron.\n\n3. Burn the rest."
    article = read(f"{BODY}\n\f\n{steps}\n\f\nThe ferry was forgotten.\n\nNotes\n\n{NOTES}\n")

    assert labels(article) == ["1", "2", "3", "4"]
    assert article.notes[0].raw == "Holt, p. 9."


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("{}: ", id="colons"),
        pytest.param("* {}. ", id="bullets and figures"),
        pytest.param("{}. ", id="figures"),
        pytest.param("({}) ", id="round brackets"),
    ],
)
@pytest.mark.parametrize("marker", [pytest.param("[{}]", id="brackets"), pytest.param("[^{}]", id="carets")])
@pytest.mark.parametrize("above", [pytest.param("Notes", id="heading"), pytest.param("---", id="line")])
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_the_list_may_be_counted_otherwise_than_the_text(label: str, marker: str, above: str, name: str) -> None:
    """A program that writes the text in one way counts the list in another."""
    body = "It sank at night{}. Nobody was saved{}. The wreck was sold{}.".format(*map(marker.format, "123"))
    notes = "\n".join(label.format(number) + f"Holt, The Ferry, p. {number}." for number in (1, 2, 3))
    article = read(f"{body}\n\n{above}\n\n{notes}\n", name)

    assert labels(article) == ["1", "2", "3"]
    assert [marker.label for marker in article.markers] == ["1", "2", "3"]
    assert article.notes[2].raw == "Holt, The Ferry, p. 3."


@pytest.mark.parametrize(
    ("marker", "label"),
    [
        pytest.param("[{}]", "[{}] ", id="brackets"),
        pytest.param("<sup>{}</sup>", "{}. ", id="figures"),
        pytest.param("<sup>{}</sup>", "{}) ", id="figures and brackets"),
        pytest.param("[^{}]", "[^{}]: ", id="carets"),
    ],
)
@pytest.mark.parametrize("above", [pytest.param("## Notes", id="heading"), pytest.param("Sources:", id="line")])
def test_all_notes_may_stand_in_one_line(marker: str, label: str, above: str) -> None:
    """So they come out of a page that was copied, or of a program that answers questions."""
    texts = ["Holt, The Ferry, vol. 2 (2011), p. 3.", "Falk, https://example.org/ferry", "Quill, p. 4."]
    body = "It sank{}. Nobody was saved{}. The wreck was sold{}.".format(*map(marker.format, "123"))
    notes = " ".join(label.format(number) + text for number, text in enumerate(texts, 1))
    article = read(f"{body}\n\n{above}\n\n{notes}\n", "a.md")

    assert [note.raw for note in article.notes] == texts
    assert [marker.label for marker in article.markers] == ["1", "2", "3"]


def test_labels_in_a_line_of_the_text_open_no_notes() -> None:
    """They are its markers."""
    line = "Of the three, [1] holds that it sank, [2] that it was sunk, and [3] says nothing."
    article = read(f"{BODY}\n\n{line}\n\n# Notes\n\n{NOTES}\n")

    assert labels(article) == ["1", "2", "3", "4"]
    assert [marker.label for marker in article.markers] == ["1", "2", "3", "4", "1", "2", "3"]


def test_the_numbers_of_parts_mark_nothing() -> None:
    """A list of as many books below them is no list of notes."""
    parts = "".join(f"## Part {number}\n\nThe ferry sailed on.[^f{number}]\n\n" for number in (1, 2, 3))
    notes = "[^f1]: Log.\n\n[^f2]: Holm.\n\n[^f3]: Berg.\n\n"
    article = read(f"{parts}{notes}## Further reading\n\n1. Quill, The Ferry.\n2. Holt.\n3. Falk, Mud.\n", "a.md")

    assert [marker.style for marker in article.markers] == ["caret"] * 3
    assert [note.style for note in article.notes] == ["caret"] * 3


def test_steps_below_a_line_that_says_note_are_no_notes() -> None:
    """Their numbers are those of notes elsewhere, which the format's own syntax makes."""
    article = read("It sank.[^1]\n\n**Note**\n\n1. Stop.\n2. Go on.\n\n[^1]: Log, 1911.\n", "a.md")

    assert [(note.label, note.raw) for note in article.notes] == [("1", "Log, 1911.")]


def test_the_words_of_a_picture_may_have_notes() -> None:
    """Where it stands alone they are printed below it; its note was said to have no marker."""
    text = "![The quay in March.[^1]](quay.png){width=50%}\n\nIt sank.[^2]\n\n[^1]: City Archive.\n[^2]: Log.\n"

    article = read(text, "a.md")

    assert [marker.label for marker in article.markers] == ["1", "2"]
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.CAPTION, "The quay in March."),
        (BlockKind.PARAGRAPH, "It sank."),
    ]


def test_what_stands_below_the_steps_makes_no_sources_of_them() -> None:
    """The text goes on below them, and a year in it is that of no note."""
    steps = "Note\n\n1. Switch the pump off.\n2. Fill the tank.\n3. Wait.\n\n"

    article = read(f"The pump\n\n{steps}Version 3, released in 2017, needs step 3 twice.\n", "a.txt")

    assert not article.notes


def test_two_stars_follow_one() -> None:
    """A letter has two notes at its end, each in a line; the first looks like an item of a list."""
    text = "Ferries were cheap.* The parish kept two.**\n\n* Berg, Small Boats, 12.\n** Accounts for 1910.\n"

    article = read(text, "a.txt")

    assert [(note.label, note.raw) for note in article.notes] == [
        ("*", "Berg, Small Boats, 12."),
        ("**", "Accounts for 1910."),
    ]
    assert [marker.label for marker in article.markers] == ["*", "**"]


def test_the_number_of_an_issue_ends_no_list() -> None:
    """A figure in brackets behind that of a volume looks like a marker of the next note."""
    notes = "\n\n".join(f"{number}. ^\n\nJ Mar Obs. 2009;14({number + 1}):33." for number in range(1, 5))
    text = " ".join(f"Boat {number} sank.[{number}]" for number in range(1, 5))

    article = read(f"{text}\n\n---\n\n{notes}\n", "a.txt")

    assert labels(article) == ["1", "2", "3", "4"]
    assert [note.raw for note in article.notes][::3] == ["J Mar Obs. 2009;14(2):33.", "J Mar Obs. 2009;14(5):33."]
