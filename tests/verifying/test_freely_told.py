"""Claims told in other words than the source's: reckoned, shortened, denied in another way."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

RACE = "The list of the race has 26 entries. Two wildcards were given to local drivers. It is run in May."
TRACK = "The track was closed in 1961 and stood empty until it was sold in 2001. It is of grass."
TEAM = "A team from the U.N. came to the harbour of Lenk. It left in May."
PARKS = "Children of seven who live near a park made fewer mistakes. Among those of four it had no effect on them."


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The race has 28 cars: 26 entries and two wildcards.", RACE, id="the claim's own sum"),
        pytest.param("The track stood empty for four decades before it was sold.", TRACK, id="between two years"),
        pytest.param("A team from the United Nations came to the harbour of Lenk.", TEAM, id="initials with stops"),
        pytest.param(
            "Children near a park made fewer mistakes at seven; at the age of four nothing of the kind was seen.",
            PARKS,
            id="denied in another sentence",
        ),
    ],
)
def test_what_a_source_says_in_other_words_is_found(claim: str, page: str) -> None:
    """Nobody would call these wrong."""
    assert judged_against(claim, page).verdict is Verdict.SUPPORTED


def test_a_sum_has_to_come_out_even() -> None:
    """One car too many is in no list."""
    match = judged_against("The race has 29 cars: 26 entries and two wildcards.", RACE)

    assert (match.verdict, match.rule) == (Verdict.PARTLY, "figure-missing")
    assert match.missing[0].text == "29"


def test_a_day_of_the_week_takes_the_place_of_no_name() -> None:
    """It is written with a capital, and is nobody's name."""
    page = "On Monday the council met in the hall and sold the mill."
    match = judged_against("In Berg the council met in the spring and sold the mill.", page)

    assert match.verdict is Verdict.REVIEW
    assert ("Berg", None) in [(m.text, m.found) for m in match.missing]
