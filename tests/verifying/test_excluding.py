"""Notes that the user's regular expressions leave out, and expressions that would never be done."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import excluding
from verifier.excluding import SlowExpressionError, excluded_notes

NOTES = ("Mara Holt, Ledger, 3 May 2024", "An interview with the harbour master", "Ledger, https://ledger.example/é")


@pytest.mark.parametrize(
    ("expressions", "expected"),
    [
        pytest.param((), set(), id="none"),
        pytest.param(("Ledger",), {NOTES[0], NOTES[2]}, id="a word"),
        pytest.param((r"ledger\.example", "^An interview"), {NOTES[1], NOTES[2]}, id="two, each for itself"),
        pytest.param(("LEDGER, 3",), set(), id="small letters and capitals differ"),
        pytest.param(("(?i)mara holt",), {NOTES[0]}, id="flags within"),
        pytest.param(("é$",), {NOTES[2]}, id="letters of any script"),
    ],
)
def test_leaves_out_the_notes_that_an_expression_matches(expressions: tuple[str, ...], expected: set[str]) -> None:
    """It is searched in the note as it was written."""
    assert excluded_notes(NOTES, expressions) == expected


@pytest.mark.parametrize("expression", ["(a+)+b", "(a|a)*b", "(.*)*b", r"(?:a?){30}a{30}c"])
def test_an_expression_that_would_never_be_done_is_named(expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pull request may change the configuration: it must not be able to hang its own job."""
    monkeypatch.setattr(excluding, "SECONDS", 1.0)
    start = time.monotonic()

    with pytest.raises(SlowExpressionError) as caught:
        excluded_notes(["a" * 60], ("Ledger", expression, "x"))

    assert repr(expression) in str(caught.value)
    assert "repetition" in caught.value.help_text
    assert time.monotonic() - start < 10


@given(note=st.text())
@settings(max_examples=20)
def test_reads_any_note(note: str) -> None:
    """Half a surrogate pair, signs of any script and line ends come back as they were written."""
    assert excluded_notes([note], ("",)) == {note}
