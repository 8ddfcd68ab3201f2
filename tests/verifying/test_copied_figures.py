"""A claim that repeats the words of its source with another figure has changed the figure."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

SHIPYARD = (
    "The yard said it had launched several ferries, including three double-ended boats.\n"
    "Marta Lind, a welder, is a mother of two.\n"
    "Her colleague, the mother of three, left in the spring after five quiet years.\n"
    "The first hull sank within a day of leaving the yard.\n"
    "The second crane broke in May.\n"
    "On the night of April 29, two barges drifted off.\n"
    "The owners had been warned of a storm on April 22.\n"
    "The ticket stays at 20 crowns a week in summer and costs 30 crowns a week in winter."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param(
            "The yard launched several ferries, including five double-ended boats.", "five", "three", id="a count"
        ),
        pytest.param("Marta Lind is a mother of three.", "three", "two", id="the last word"),
        pytest.param("The second hull sank within a day of leaving the yard.", "second", "first", id="an order"),
    ],
)
def test_another_figure_in_copied_words_differs(claim: str, text: str, found: str) -> None:
    """The page has the claim's figure too, but says it of something else."""
    match = judged_against(claim, SHIPYARD)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


def test_another_figure_behind_copied_words_is_for_a_person() -> None:
    """The same words stand on one side only."""
    match = judged_against("Two barges drifted off on the night of April 22.", SHIPYARD)

    assert match.verdict is Verdict.REVIEW, match


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The yard launched several ferries, including three double-ended boats.", id="the same"),
        pytest.param("In summer the ticket costs 20 crowns a week.", id="both stand in the sentence"),
    ],
)
def test_a_figure_that_the_page_has_there_too_differs_in_nothing(claim: str) -> None:
    """What the page says of the same thing is no rival of it."""
    assert judged_against(claim, SHIPYARD).verdict is Verdict.SUPPORTED


def test_another_year_in_copied_words_is_not_reckoned() -> None:
    """Two years later is told of the trial."""
    source = (
        "The skipper was arrested in 2006 over claims that he had sold the nets of the guild.\n"
        "Two years later the guild lost its trial against him."
    )

    match = judged_against("The skipper was arrested in 2008 over claims that he had sold the nets.", source)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
