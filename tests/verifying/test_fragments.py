"""Links open a page at a passage, by the rules that browsers follow."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.links import TextDirective, split_directives
from verifier.fragments import LONGEST_EXACT, directive_for, encode, link_to

PAGE = (
    "Late ferry\n"
    "The ferry was late on Monday. The ferry was late on Tuesday too, by twenty-five minutes, and nobody said why.\n"
    "Passengers waited & grumbled.\n"
    "The council met for nine hours in the old town hall, with the doors shut and the windows open, "
    "while the mayor of the upper town and the mayor of the lower town read to each other from the minutes of all the "
    "meetings that they had missed since the spring, and at the end of it they had agreed on the colour of the new "
    "ferry, on the price of a ticket for a dog, and on nothing else whatever."
)


def _link(words: str, url: str = "https://a.example/x") -> str:
    start = PAGE.index(words)
    return link_to(url, PAGE, start, start + len(words))


def test_a_passage_is_named_whole() -> None:
    """Up to 300 characters; comma, hyphen and ampersand are encoded, because they part a directive."""
    link = _link("The ferry was late on Tuesday too, by twenty-five minutes, and nobody said why.")

    assert link == (
        "https://a.example/x#:~:text=The%20ferry%20was%20late%20on%20Tuesday%20too%2C%20by%20twenty%2Dfive%20minutes"
        "%2C%20and%20nobody%20said%20why."
    )
    assert "%26" in _link("Passengers waited & grumbled.")


def test_a_long_passage_is_named_by_its_ends() -> None:
    """Else the link grows too long for a mail."""
    start = PAGE.index("The council met")

    link = link_to("https://a.example/x", PAGE, start, len(PAGE))

    assert len(PAGE) - start > LONGEST_EXACT
    assert unquote(link.partition("text=")[2]) == "The council met for,on nothing else whatever."


def test_a_passage_of_several_lines_is_named_by_its_ends() -> None:
    """An exact directive must not cross from one block to the next."""
    start = PAGE.index("by twenty-five")

    directive = directive_for(PAGE, start, PAGE.index(" grumbled"))

    assert directive is not None
    assert (directive.start, directive.end) == ("by twenty-five minutes, and", "Passengers waited &")


@pytest.mark.parametrize(
    ("words", "prefix", "suffix"),
    [
        pytest.param("late", "", "", id="a short word, the first of its kind"),
        pytest.param("The ferry was late", "The ferry was late on Monday.", "", id="words that come twice"),
    ],
)
def test_short_or_repeated_words_come_with_the_words_around_them(words: str, prefix: str, suffix: str) -> None:
    """A browser stops at the first place that fits."""
    start = PAGE.rindex(words) if prefix else PAGE.index(words)

    directive = directive_for(PAGE, start, start + len(words))

    assert directive is not None
    assert directive.start == words
    assert directive.prefix or directive.suffix
    around = f"{directive.prefix} {directive.start} {directive.suffix}".strip().casefold()
    assert " ".join(PAGE.split()).casefold().count(around) == 1
    assert suffix in directive.suffix


def test_a_directive_begins_and_ends_with_whole_words() -> None:
    """Browsers find nothing else."""
    directive = directive_for(PAGE, PAGE.index("erry was late on Tues"), PAGE.index("uesday too") + 3)

    assert directive is not None
    assert (directive.start, directive.end) == ("ferry was late on Tuesday", "")


@pytest.mark.parametrize(
    ("url", "opening"),
    [
        pytest.param("https://a.example/x", "https://a.example/x#:~:text=", id="no fragment"),
        pytest.param("https://a.example/x#part", "https://a.example/x#part:~:text=", id="another fragment is kept"),
        pytest.param(
            "https://a.example/x#:~:text=old", "https://a.example/x#:~:text=", id="an old directive is replaced"
        ),
        pytest.param("https://a.example/x?a=1&b=2", "https://a.example/x?a=1&b=2#:~:text=", id="a query"),
    ],
)
def test_the_address_is_kept(url: str, opening: str) -> None:
    """Only the directive is ours."""
    assert _link("Passengers waited & grumbled.", url).startswith(opening + "Passengers")


def test_no_words_no_directive() -> None:
    """A page that is opened at the top is better than one that is opened nowhere."""
    assert link_to("https://a.example/x", "… – …", 0, 5) == "https://a.example/x"
    assert link_to("https://a.example/x", PAGE, 3, 3) == "https://a.example/x"


def test_languages_without_blanks_are_cut_by_length() -> None:
    """A sentence without blanks is no single word."""
    text = "橋は日曜日に開通し、最初の電車が港を渡った。" * 30

    directive = directive_for(text, 0, len(text))

    assert directive is not None
    assert 0 < len(directive.start) <= LONGEST_EXACT
    assert directive.end


words = st.text(alphabet="ab-,& é橋", min_size=1, max_size=12).filter(
    lambda text: text.strip() and not text.startswith("-")
)


@given(start=words, end=words | st.just(""), prefix=words | st.just(""), suffix=words | st.just(""))
def test_what_is_written_can_be_read(start: str, end: str, prefix: str, suffix: str) -> None:
    """The reader of cited links takes a written directive apart again."""
    made = TextDirective(start=start, end=end, prefix=prefix, suffix=suffix)

    assert split_directives(f"#:~:text={encode(made)}") == (made,)


@given(text=st.text(max_size=200), start=st.integers(-5, 210), length=st.integers(0, 210))
def test_any_span_of_any_text_gives_a_link(text: str, start: int, length: int) -> None:
    """Whatever a page has in it, the link has no white space."""
    link = link_to("https://a.example/x", text, start, start + length)

    assert not any(character.isspace() for character in link)
