"""Markers and notes in the tags of site builders and of themes, in Markdown and HTML."""

import pytest

from citations.article import Article, read_article


def read(text: str, name: str = "a.md", *notes: tuple[str, bytes]) -> Article:
    """Give the article in this text, with the notes of other files."""
    return read_article(text.encode(), name=name, notes_files=notes)


def notes_of(article: Article) -> list[tuple[str, str]]:
    """Give the labels and texts of the notes."""
    return [(note.label, note.raw) for note in article.notes]


def claims_of(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    """Give the text and the labels of each claim."""
    return [(claim.text, claim.labels) for claim in article.claims]


BOTH = [("1", "Deed of sale."), ("2", "Log, 1911.")]


@pytest.mark.parametrize(
    ("marker", "notes"),
    [
        pytest.param("{{{{< fn {} >}}}}", "## Footnotes\n\n1. Deed of sale.\n2. Log, 1911.\n", id="Hugo, a list"),
        pytest.param('{{{{% fn "{}" %}}}}', "[^1]: Deed of sale.\n\n[^2]: Log, 1911.\n", id="Hugo, quoted"),
        pytest.param(
            "{{% fn {} %}}",
            "{% footnotes %}\n{% footnote 1 %}Deed of sale.{% endfootnote %}\n{% footnote 2 %}Log, 1911."
            "{% endfootnote %}\n{% endfootnotes %}\n",
            id="Jekyll, numbered",
        ),
        pytest.param(
            "{{% fn %}}",
            "{% footnotes %}\n{% fnbody %}Deed of sale.{% endfnbody %}\n{% fnbody %}Log, 1911.{% endfnbody %}\n"
            "{% endfootnotes %}\n",
            id="Jekyll, counted",
        ),
    ],
)
def test_a_tag_may_be_a_marker_whose_note_stands_below(marker: str, notes: str) -> None:
    """Such tags stayed in the text as words, and all notes seemed unused."""
    article = read(f"It was sold.{marker.format(1)} It sank.{marker.format(2)}\n\n{notes}")

    assert notes_of(article) == BOTH
    assert claims_of(article) == [("It was sold.", ("1",)), ("It sank.", ("2",))]


@pytest.mark.parametrize(
    "tag",
    [
        pytest.param("{{% fn %}}{}{{% endfn %}}", id="Jekyll"),
        pytest.param("{{{{< fn 1 >}}}}{}{{{{< /fn >}}}}", id="Hugo, numbered"),
    ],
)
def test_a_tag_that_closes_holds_its_note(tag: str) -> None:
    """The same name is used for notes within the text."""
    article = read(f"It was sold.{tag.format('Deed of sale.')} It sank.\n")

    assert [note.raw for note in article.notes] == ["Deed of sale."]
    assert [claim.text for claim in article.claims] == ["It was sold."]


def test_a_tag_with_other_words_is_no_marker() -> None:
    """A site builder's reference to another page looks alike."""
    article = read('It was sold, as {{< ref "harbour.md" >}} says.[^1]\n\n[^1]: Deed of sale.\n')

    assert [marker.label for marker in article.markers] == ["1"]
