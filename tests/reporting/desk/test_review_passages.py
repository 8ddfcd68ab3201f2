"""Places in a source: right for real pages, harmless for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.review.passages import LONGEST_PLACE, Place, context, nearest, places, rooms, search

PAGE = (
    "Harbour news\n"
    "The storm closed the strait for 4.5 days. “Nobody sails”, the master said. The bakers waited…\n"
    "On Thursday the ferry carried 31 lorries. It left at seven."
)
TEXTS = st.text(st.sampled_from("ab1.,!?…”’ \n\t\u2028é") | st.characters(), max_size=400)


def test_a_page_falls_into_its_sentences_and_lines() -> None:
    """A point within a number ends nothing, and a closing mark belongs to its sentence."""
    assert [PAGE[place.start : place.end] for place in places(PAGE)] == [
        "Harbour news",
        "The storm closed the strait for 4.5 days.",
        "“Nobody sails”, the master said.",
        "The bakers waited…",
        "On Thursday the ferry carried 31 lorries.",
        "It left at seven.",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("ferry lorr", ["On Thursday the ferry carried 31 lorries."], id="beginnings of words"),
        pytest.param("NOBODY", ["“Nobody sails”, the master said."], id="case"),
        pytest.param("4.5", ["The storm closed the strait for 4.5 days."], id="a number"),
        pytest.param("ferry storm", [], id="words of two places"),
        pytest.param(" ,; ", [], id="no words"),
    ],
)
def test_a_search_gives_the_places_that_hold_every_word(query: str, found: list[str]) -> None:
    """Like the search of an editor, but by words."""
    assert [PAGE[place.start : place.end] for place in search(PAGE, query)] == found


def test_the_nearest_place_survives_a_changed_number() -> None:
    """What a reviewer decided on is found again in its new words."""
    place = nearest(PAGE, "On Thursday the ferry carried 13 lorries. It left at eight.")

    assert place is not None
    assert PAGE[place.start : place.end] == "On Thursday the ferry carried 31 lorries. It left at seven."


def test_nothing_is_near_when_the_passage_is_gone() -> None:
    """A login page has none of its words."""
    assert nearest("Please sign in to read on.", "The lighthouse keeper counted geese.") is None


@given(TEXTS)
def test_whatever_the_text_its_places_are_in_order_and_short(text: str) -> None:
    """Pages without full stops are cut, and nothing but white space falls between places."""
    found = list(places(text))

    assert all(place.end - place.start <= LONGEST_PLACE and text[place.start : place.end].strip() for place in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(text[one.start : one.end] for one in found).split()) == "".join(text.split())


@given(TEXTS, TEXTS)
def test_whatever_the_texts_search_and_nearest_give_places_of_the_page(text: str, other: str) -> None:
    """They never raise, and never point outside."""
    near = nearest(text, other)

    every = [*search(text, other), *([near] if near else [])]
    assert all(0 <= place.start < place.end <= len(text) for place in every)


@given(TEXTS, st.integers(0, 400), st.integers(0, 50))
def test_context_stands_around_a_place(text: str, start: int, width: int) -> None:
    """At the ends of a page there is less of it."""
    start = min(start, len(text))

    before, after = context(text, Place(start=start, end=start), width, Place(start=0, end=len(text)))

    assert len(before) <= width + 1
    assert len(after) <= width + 1


@given(TEXTS, st.lists(st.tuples(st.integers(0, 400), st.integers(1, 40)), max_size=3), st.integers(0, 300))
def test_nothing_is_shown_twice_around_several_places(text: str, spans: list[tuple[int, int]], width: int) -> None:
    """Evidence often stands sentence by sentence: the context of one must not repeat the other."""
    shown: list[Place] = []
    for start, length in sorted(spans):
        begin = max([start, *(one.end for one in shown)])
        if begin + length <= len(text):
            shown.append(Place(start=begin, end=begin + length))
    shown.reverse()

    parts = []
    for place, room in zip(shown, rooms(shown, width, len(text)), strict=True):
        before, after = context(text, place, width, room)
        parts.append((place.start - len(before.removeprefix("…")), place.end + len(after.removesuffix("…"))))

    assert all(one[1] <= following[0] for one, following in pairwise(sorted(parts)))


def test_the_context_of_neighbours_is_shown_once_and_without_a_gap() -> None:
    """Two sentences, one after the other: the first has what stands before, the second what stands behind."""
    both = list(places(PAGE))[1:3]

    shown = [context(PAGE, place, 500, room) for place, room in zip(both, rooms(both, 500, len(PAGE)), strict=True)]

    assert shown[0] == ("Harbour news\n", " ")
    assert shown[1][0] == ""
    assert shown[1][1].endswith("It left at seven.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 400_000, id="no full stop"),
        pytest.param("." * 2_000_000, id="full stops alone"),
        pytest.param("a. " * 200_000, id="very short sentences"),
        pytest.param("x" * 2_000_000, id="one word"),
    ],
)
def test_a_book_of_anything_is_searched_in_seconds(text: str) -> None:
    """The time is linear in the page, whatever it holds."""
    started = time.process_time()

    search(text, "storm")
    nearest(text, "The storm closed the strait for days.")

    assert time.process_time() - started < 20
