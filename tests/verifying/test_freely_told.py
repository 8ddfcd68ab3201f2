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


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The line would cost 1.3 billion dollars.", "The line would cost $1.3b. It is old.", id="b"),
        pytest.param("The line would cost 1.3 billion dollars.", "The line would cost $1.3B. It is old.", id="B"),
        pytest.param("The firm paid 2.4 million dollars for it.", "The firm paid $2.4M for it. It is old.", id="M"),
        pytest.param("Staff pay into a 401(k).", "All staff pay into a 401k. It is old.", id="a letter, no scale"),
        pytest.param(
            "Nearly one in ten adults cannot read.",
            "Some 9 per cent of adults cannot read, and 1 in 7 cannot reckon.",
            id="one in ten",
        ),
        pytest.param(
            "The show closed on 21 September 2014.",
            "The show will run from February 4 through September 21, 2014 and then close.",
            id="days before two months",
        ),
        pytest.param(
            "Of its 200 ships the yard has sold 40 per cent.",
            "Of its 200 ships the yard has sold 80, to 12 firms in 3 countries.",
            id="a share of what the claim names",
        ),
        pytest.param(
            "Ada Lim came as a tourist at the age of eleven.",
            "When Ada Lim was 11 years old, she was one of those tourists.",
            id="one of those",
        ),
    ],
)
def test_a_figure_in_another_form_does_not_differ(claim: str, page: str) -> None:
    """Short scales, shares and days are read as they are written."""
    assert judged_against(claim, page).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page", "found"),
    [
        pytest.param("The firm paid 24 million dollars.", "The firm paid $2.4M. It is old.", "2.4M", id="M"),
        pytest.param("The show closed on September 12.", "The show closed on September 21.", "21", id="day"),
    ],
)
def test_another_figure_in_another_form_differs(claim: str, page: str, found: str) -> None:
    """It is shown as the source writes it."""
    match = judged_against(claim, page)

    assert match.verdict is Verdict.DETAIL_DIFFERS
    assert found in [m.found for m in match.missing]


def test_a_sum_has_to_come_out_even() -> None:
    """One car too many is in no list."""
    match = judged_against("The race has 29 cars: 26 entries and two wildcards.", RACE)

    assert (match.verdict, match.rule) == (Verdict.PARTLY, "figure-missing")
    assert match.missing[0].text == "29"
