"""Labels of notes and the numbers that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.errors import UnknownLabelError
from citations.labels import Numbering, is_successor, label_number, numbering_of, split_labels


@pytest.mark.parametrize(
    ("label", "number"),
    [
        pytest.param("viii", 8, id="as converters leave it"),
        pytest.param("IX", 9, id="capitals, subtractive"),
        pytest.param(" xiv ", 14, id="space around"),
        pytest.param("12", 12, id="arabic"),
        pytest.param("¹²", 12, id="raised digits"),
        pytest.param("b", 2, id="a letter"),
        pytest.param("†", 2, id="the second printer's symbol"),
        pytest.param("**", 7, id="a doubled symbol follows the six single ones"),
    ],
)
def test_reads_the_labels_people_write(label: str, number: int) -> None:
    """A label is read as the position of its note, counted from 1."""
    assert label_number(label) == number


@pytest.mark.parametrize("label", ["", "smith", "iiii", "1a", "x" * 5000])
def test_refuses_what_no_numbering_makes(label: str) -> None:
    """A name is a fine label but has no position; the error says what was expected."""
    with pytest.raises(UnknownLabelError, match="expected a roman numeral"):
        label_number(label)


@pytest.mark.parametrize(
    ("labels", "numbering"),
    [
        pytest.param(["i", "ii", "iii"], Numbering.ROMAN, id="roman"),
        pytest.param(["a", "b", "c", "d"], Numbering.LETTERS, id="letters, of which two are also numerals"),
        pytest.param(["i", "v"], Numbering.ROMAN, id="numerals with gaps"),
        pytest.param(["1", "2", "ii"], Numbering.ARABIC, id="one stray label"),
        pytest.param(["smith", "jones"], Numbering.NAMES, id="names"),
        pytest.param([], Numbering.NAMES, id="none"),
    ],
)
def test_decides_the_numbering_over_the_whole_list(labels: list[str], numbering: Numbering) -> None:
    """One label may be ambiguous, its neighbours hardly ever are."""
    assert numbering_of(labels) is numbering


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("1, 3", ("1", "3"), id="a list"),
        pytest.param("1–3", ("1", "2", "3"), id="a range"),
        pytest.param("2;4-5", ("2", "4", "5"), id="both"),
        pytest.param("1-900", ("1", "900"), id="too long for a range"),
        pytest.param("1--2", (), id="neither"),
    ],
)
def test_reads_lists_and_ranges(text: str, labels: tuple[str, ...]) -> None:
    """A bracket may hold several labels; a range names those between its ends too."""
    assert split_labels(text) == labels


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_an_error_of_ours(text: str) -> None:
    """Nothing else may happen, whatever stands in an article."""
    try:
        number = label_number(text)
    except UnknownLabelError:
        return
    assert number >= 0


def test_a_successor_is_one_more_in_the_same_numbering() -> None:
    """What makes lines of text a list of notes is that their labels go on."""
    assert is_successor("iv", "iii")
    assert is_successor("10", "9")
    assert not is_successor("4", "iii")
