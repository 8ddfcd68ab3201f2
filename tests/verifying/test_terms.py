"""Words, numbers and names in the form in which they are compared."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verifier.matching.claim_words import read_claim
from verifier.matching.folding import fold, fold_source, letters
from verifier.matching.numbers import is_ordinal, rounds_to, spelled, spelled_numbers
from verifier.matching.stems import stem
from verifier.matching.terms import WORD, term_of


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        pytest.param("1,200", 1200.0, id="thousands"),
        pytest.param("4.2 million", 4.2e6, id="scale in a word"),
        pytest.param("1.2bn", 1.2e9, id="scale glued"),
        pytest.param("5th", 5.0, id="ordinal"),
        pytest.param("1980s", 1980.0, id="decade"),
        pytest.param("twelve", 12.0, id="in letters"),
        pytest.param("Seventh", 7.0, id="ordinal in letters"),
        pytest.param("Forty-three", 43.0, id="two words in letters"),
        pytest.param("twenty-first", 21.0, id="two words that are an ordinal"),
        pytest.param("10km", 10.0, id="unit glued"),
        pytest.param("VII", 7.0, id="Roman"),
    ],
)
def test_a_number_has_its_value_however_it_is_written(surface: str, value: float) -> None:
    """Two writings of one number must compare equal."""
    assert term_of(surface).value == value


def test_tens_and_ones_with_a_hyphen_are_one_word() -> None:
    """Neither 40 nor 3 is a figure of its own in "forty-three", but 90 is one in "ninety-year-old"."""
    assert WORD.findall("forty-three of FIFTY-SIX, a ninety-year-old") == [
        *("forty-three", "of", "FIFTY-SIX", "a", "ninety", "year", "old")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("agreements", "agreement", id="plural"),
        pytest.param("pays", "paid", id="short verb"),
        pytest.param("rose", "rising", id="irregular"),
        pytest.param("colour", "color", id="British and American"),
        pytest.param("organised", "organizing", id="ise and ize"),
        pytest.param("surprise", "surprised", id="ise in a base"),
        pytest.param("roles", "role", id="a short word with an e"),
        pytest.param("noted", "notes", id="an e that inflection drops"),
        pytest.param("edged", "edge", id="an e after two consonants"),
        pytest.param("movies", "movie", id="ie"),
        pytest.param("tried", "try", id="y and i"),
        pytest.param("boxes", "box", id="es"),
        pytest.param("planned", "plan", id="doubled"),
        pytest.param("travelling", "travel", id="doubled in British only"),
        pytest.param("triggered", "trigger", id="a base that ends like a suffix"),
        pytest.param("concealing", "conceal", id="another one"),
        pytest.param("exceeded", "exceed", id="a base that ends like a verb's past"),
        pytest.param("springs", "spring", id="a base that ends like a verb's present"),
        pytest.param("globally", "global", id="adverb"),
        pytest.param("café", "cafe", id="accent"),
        pytest.param("per cent", "percent", id="two words"),
    ],
)
def test_related_words_have_one_key(one: str, other: str) -> None:
    """Inflection and spelling are no difference between claim and source."""
    assert term_of(one.rsplit(maxsplit=1)[-1]).key == term_of(other).key


def test_may_is_a_month_only_with_a_capital() -> None:
    """The words "it may rain" have no date in it."""
    assert term_of("May").kind == "month"
    assert term_of("may").kind == "stop"


@pytest.mark.parametrize(
    ("word", "is_month"),
    [
        pytest.param("julio", True, id="Spanish"),
        pytest.param("Julio", False, id="a first name"),
        pytest.param("märz", True, id="in small letters"),
        pytest.param("März", True, id="German, with a capital"),
        pytest.param("Mars", False, id="a planet"),
        pytest.param("июня", True, id="Russian"),
    ],
)
def test_a_month_of_another_language_has_a_capital_in_german_only(word: str, *, is_month: bool) -> None:
    """Elsewhere the same letters with a capital are mostly a name."""
    assert (term_of(word).kind == "month") is is_month


@pytest.mark.parametrize(
    ("low", "order"),
    [
        pytest.param("eleventh", True, id="letters"),
        pytest.param("20th", True, id="digits"),
        pytest.param("5 thousand", False, id="a scale that ends alike"),
    ],
)
def test_an_ordinal_is_told_from_a_number(low: str, *, order: bool) -> None:
    """An ordinal counts nothing, so no unit follows it."""
    assert is_ordinal(low) is order


@pytest.mark.parametrize(
    ("exact", "rough", "hedged", "same"),
    [
        pytest.param(1_187_000, 1.2e6, False, True, id="two digits"),
        pytest.param(397, 400, True, True, id="one digit, about"),
        pytest.param(397, 400, False, False, id="one digit, exact"),
        pytest.param(24.3, 24, False, True, id="cut"),
        pytest.param(120, 100, True, False, id="too far"),
    ],
)
def test_rounding_is_told_from_another_figure(exact: float, rough: float, *, hedged: bool, same: bool) -> None:
    """A rounded figure is right; one that merely lies near is not."""
    assert rounds_to(exact, rough, hedged=hedged) is same


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(23, ("twenty three",), id="between tens, without the hyphen that makes one word of them"),
        pytest.param(30, (), id="tens are one word"),
        pytest.param(100, ("one hundred", "a hundred"), id="a hundred"),
        pytest.param(2_000_000, ("two million",), id="scale"),
        pytest.param(250, (), id="more than one scale"),
        pytest.param(2.5, (), id="no whole number"),
    ],
)
def test_a_number_can_be_spelled(value: float, words: tuple[str, ...]) -> None:
    """A source may write in letters what the claim has in digits."""
    assert spelled(value) == words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("some twenty-three crews", [23.0], id="hyphen"),
        pytest.param("Two hundred and fifty thousand tons", [250_000.0], id="and"),
        pytest.param("the twenty-first ship", [21.0], id="ordinal"),
        pytest.param("three million two hundred", [3_000_200.0], id="two scales"),
        pytest.param("one two three", [], id="a count aloud"),
        pytest.param("nineteen ships", [], id="one word says it already"),
    ],
)
def test_a_number_of_several_words_is_read_as_one(text: str, numbers: list[float]) -> None:
    """The claim may have in letters what the source writes in digits."""
    assert [value for _, _, value in spelled_numbers(text)] == numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("using", "us", id="too short a stem"),
        pytest.param("class", "clas", id="no plural"),
        pytest.param("spring", "spray", id="no vowel would be left"),
        pytest.param("large", "largest", id="the largest is not a large one"),
    ],
)
def test_words_that_only_look_related_have_two_keys(one: str, other: str) -> None:
    """An ending that belongs to the word stays, or a claim would be found where another thing is said."""
    assert term_of(one).key != term_of(other).key


def test_names_are_capitals_within_a_sentence() -> None:
    """The first word of a sentence has a capital whatever it is."""
    words = {w.surface: w for w in read_claim("Talks ended. Then Anna Berg left Oslo.").words}

    assert words["Berg"].name
    assert words["Oslo"].name
    assert not words["Talks"].name
    assert not words["Then"].name


def test_the_number_of_a_list_is_no_figure() -> None:
    """An item's number belongs to the article's layout."""
    assert not any(w.figure for w in read_claim("4. Turn the valve off").words)


def test_a_marker_left_in_a_claim_is_none_of_its_figures() -> None:
    """The number of a note says nothing about the matter, wherever the claim was copied from."""
    claim = read_claim("The mill [2] closed in 1987 [3, 4].")

    assert [w.surface for w in claim.words if w.figure] == ["1987"]
    assert claim.text.index("1987") == "The mill [2] closed in 1987 [3, 4].".index("1987")


def test_offsets_lead_back_when_characters_are_dropped() -> None:
    """A soft hyphen and a word cut at a line end must not move the evidence."""
    text = "The agree\u00adment was signed in the har-\nbour on Monday."
    folded = fold_source(text)

    start = folded.text.index("harbour")
    assert text[folded.origin(start) : folded.origin(start + 7)] == "har-\nbour"
    assert "agreement" in folded.text


def test_a_number_keeps_together_over_a_narrow_blank() -> None:
    """French and Nordic texts write 15 000 with a blank that does not break."""
    assert term_of(fold("15\u202f000")).value == 15000


@given(st.text(max_size=200))
@example("the o\ufb03ce of a sta\ufb00")
@example("\ufb03")
def test_folding_keeps_its_promise_for_every_text(text: str) -> None:
    """Whatever the text: offsets stay within it, and folding changes no length by itself."""
    folded = fold_source(text)

    assert len(fold(text)) == len(text)
    origins = [folded.origin(i) for i in range(len(folded.text) + 1)]
    assert origins == sorted(origins)
    assert origins[0] >= 0
    assert origins[-1] <= len(text)
    assert letters(text).startswith(" ")
    assert isinstance(stem(text), str)


@given(st.text(min_size=1, max_size=80))
def test_every_word_has_a_term(surface: str) -> None:
    """No spelling is too odd to be compared."""
    assert term_of(surface).key
