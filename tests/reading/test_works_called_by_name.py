"""Works that the text calls by author and year, as lists of references name them."""

import pytest

from citations.article import Article, read_article


def read(text: str, name: str) -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def test_lists_may_print_given_names_first() -> None:
    """The text calls such a work by the family name; one year may bear several letters."""
    article = read(
        "It sank (Berg and Lind, 1911b,a). Holm et al. (2012) hold that it burnt.\n\n## References\n\n"
        "Nora Berg and Sara Lind. 1911a. Ferries. Oslo: Aas.\n\nNora Berg and Sara Lind. 1911b. Reefs. Oslo: Aas.\n\n"
        "Tom Arne Holm, Ada Quill, and Eva Aas. 2012. Wrecks. Oslo: Fonna.\n",
        "a.md",
    )

    assert [note.label for note in article.notes] == ["Berg 1911a", "Berg 1911b", "Holm 2012"]
    assert [claim.labels for claim in article.claims] == [("Berg 1911b", "Berg 1911a"), ("Holm 2012",)]


@pytest.mark.parametrize(
    ("call", "work"),
    [
        pytest.param("It sank (O’Brien, 2001).", "O'Brien, A. (2001).", id="a straight apostrophe for a curled one"),
        pytest.param("Holm’s (2001) book says so.", "Holm, T. (2001).", id="a genitive"),
        pytest.param("Holm und Aas (2001, S. 12f.) sagen es.", "Holm, T./Aas, E. (2001).", id="pages in German"),
        pytest.param("It sank (Van der Berg, 2001).", "van der Berg, A. (2001).", id="a particle with a capital"),
        pytest.param("It sank (IBF, 2001).", "International Board of Ferries. (2001).", id="the letters of a body"),
        pytest.param("It sank (IBF, 2001).", "Ferry Board (IBF). (2001).", id="the letters in the list"),
        pytest.param("船沉了（王明，2001）。", "王明. (2001).", id="wide brackets"),
        pytest.param("王明（2001）认为船沉了。", "王明. (2001).", id="wide brackets behind a name"),
    ],
)
def test_names_need_not_be_called_to_the_letter(call: str, work: str) -> None:
    """A list may write a name otherwise than the text that calls its work."""
    listed = "Adler, B. (1999). *Tides*. Oslo: Aas."
    article = read(
        f"Tides rise (Adler, 1999). {call}\n\n## References\n\n{listed}\n\n{work} *Wrecks*. Oslo: Aas.\n", "a.md"
    )

    assert [marker.label for marker in article.markers] == [note.label for note in article.notes]
