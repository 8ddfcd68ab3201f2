"""What converters make of lists of notes: counted on, broken at the margin, wrapped."""

from citations.article import Article, read_article


def read(text: str, name: str) -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def test_markers_that_count_on_belong_to_the_list_that_does() -> None:
    """A page copied as text counts its remarks from 1, too, though markers call them "[n 1]"."""
    text = " ".join(f"Boat {number} sank.[{number}]" for number in range(1, 10))
    works = "\n".join(f"{number}. Log {number}." for number in range(1, 10))

    article = read(f"{text}\n\nNotes\n\n1. So they say.\n\nReferences\n\n{works}\n", "a.txt")

    wanted = {(note.chapter, note.label) for note in article.notes if note.raw.startswith("Log")}
    assert {(marker.chapter, marker.label) for marker in article.markers} == wanted
    assert len(article.notes) == len(article.markers) + 1


def test_a_reference_that_is_broken_at_the_margin_is_one() -> None:
    """A converter that wraps all text lets a title end with its line; what follows is no work of its own."""
    body = "\n".join(["The ferry sank in March of that year, and nobody was told (Berg, 2004)."] * 10)
    works = (
        "Berg, Anna. (2004). The Ferries of the North and What Became of Them All.\n"
        "The Coastal Herald. https://herald.example/2004/ferries\n\n"
        "Holm, Per. (2006). The Bridges.\nRoe, Jan. (2007). The Roads.\n"
    )

    article = read(f"{body}\n\n# References\n\n{works}", "a.md")

    assert [note.raw[:4] for note in article.notes] == ["Berg", "Holm", "Roe,"]


def test_markers_that_begin_lines_of_wrapped_text_are_no_notes() -> None:
    """A converter that wraps text breaks before a marker as before any word; a list of notes has lines with room."""
    lines = [
        "The ferry sank in March of that year, and nobody was ever told why. The end,",
        "[1] they said, came quickly, and the boats that were sent out found no one.",
        "[2] In April the owners sold what was left of the yard and moved to Lisle,",
        "where they lived in a house that had no view of the sea.[3] That is known.",
    ]
    body = "\n\n".join("\n".join(lines) if number == 1 else "\n".join(lines[2:] * 2)[4:] for number in range(4))

    article = read(f"{body}\n\nNotes\n\n[1] Log.\n[2] Roll.\n[3] Post.\n", "a.txt")

    assert [(note.label, note.raw) for note in article.notes] == [("1", "Log."), ("2", "Roll."), ("3", "Post.")]
