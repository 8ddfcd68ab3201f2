"""Addresses that were mended are reported, with the place of their note and what they were read as."""

import pytest

from citations.article import read_article
from citations.document import Oddity


def _odd(note: str, name: str = "a.md") -> list[Oddity]:
    text = f"The ferry was sold.[^1]\n\n[^1]: Finch, B. “The last ferry.” Northern Ledger, 3 May 2019. {note}\n"
    found = read_article(text.encode(), name=name).oddities
    return [one for one in found if one.kind.startswith("url-")]


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        pytest.param("http//example.org/ferry", "url-broken", id="no colon"),
        pytest.param("http:/example.org/ferry", "url-broken", id="one stroke"),
        pytest.param("http://http://example.org/ferry", "url-broken", id="two schemes"),
        pytest.param("h ttp://example.org/ferry", "url-has-spaces", id="a blank in the scheme"),
        pytest.param("http://example. org/ferry", "url-has-spaces", id="a blank in the host"),
        pytest.param("<http://example.org/ ferry>", "url-has-spaces", id="a blank in angle brackets"),
    ],
)
def test_a_mended_address_is_shown_with_what_it_was_read_as(printed: str, kind: str) -> None:
    """Whoever mends the note must see both; the place is that of the note."""
    (odd,) = _odd(printed)

    assert (odd.kind, odd.label, odd.line) == (kind, "1", 3)
    assert odd.text == f"{printed.strip('<>')} (read as http://example.org/ferry)"


@pytest.mark.parametrize(
    "printed",
    [
        "https://example.org/ferry",
        "<https://example.org/ferry>",
        "www.example.org",
        "[page](https://example.org/ferry)",
    ],
)
def test_a_sound_address_is_not_reported(printed: str) -> None:
    """Neither a missing scheme nor brackets are a fault of an address."""
    assert _odd(printed) == []


def test_blanks_in_a_text_fragment_are_shown_as_they_are() -> None:
    """They are the words of the page; nothing was joined."""
    (odd,) = _odd("<https://example.org/a#:~:text=the last ferry,sold>")

    assert odd.text == "https://example.org/a#:~:text=the last ferry,sold"


def test_an_address_that_could_not_be_mended_is_shown_once() -> None:
    """Nobody can tell which host is meant; "read as" and the same address again would be no help."""
    (odd,) = _odd("<http://exa mple.org/ferry>")

    assert odd.text == "http://exa mple.org/ferry"


def test_an_address_in_another_file_is_reported_there() -> None:
    """The line is one of the file with the notes."""
    notes = b"1. Finch, B. The last ferry. http//example.org/ferry\n"

    read = read_article(b"The ferry was sold.[1]\n", name="a.md", notes_files=[("n.md", notes)])

    assert [(one.path, one.line) for one in read.oddities if one.kind == "url-broken"] == [("n.md", 1)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "a.html",
            "<p>It sank.[1]</p><h2>Notes</h2><p>[1] The log, <a href='http:// https://example.org/log'>online</a></p>",
            id="blank behind a second scheme",
        ),
        pytest.param("a.md", "It sank.[^1]\n\n[^1]: The log, [online](https//example.org/log)\n", id="no colon"),
    ],
)
def test_mends_the_target_of_a_link_and_reports_it(name: str, text: str) -> None:
    """Nobody sees what is wrong with a link that shows other words."""
    read = read_article(text.encode(), name=name)
    assert [note.records[0].url for note in read.notes] == ["https://example.org/log"]
    assert [(one.kind, one.label) for one in read.oddities] == [("url-broken", "1")]


def test_reports_a_broken_address_once() -> None:
    """One that is shown as it is written is found in the text of the note."""
    read = read_article(b"It sank.[^1]\n\n[^1]: The log. <http://http://example.org/log>\n", name="a.md")
    assert [one.kind for one in read.oddities] == ["url-broken"]
