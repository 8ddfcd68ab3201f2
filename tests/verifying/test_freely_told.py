"""Claims told in other words than the source's: reckoned, shortened, denied in another way."""

import pytest
from judging import REST, judged_against

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


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "Ada Falk, who played Ines Berg, had a week of shooting left when she died.",
            "Ada Falk had a week of shooting left when she died in Arve. The studio said so on Monday. The film is to "
            "be shown in May. Her Ines Berg is a queen in it.",
            id="somebody else, told near by",
        ),
        pytest.param(
            "Tom Aas took his PhD in Ellory in 1998.", f"Tom Aas took his Ph.D. in Ellory in 1998.{REST}", id="Ph.D."
        ),
        pytest.param(
            "The film was shown at the fair and released in Arvia in April.",
            "The film, which was shown at the fair and releases in Arvian theatres in April, is long. Arvia is wet.",
            id="a country by its people",
        ),
        pytest.param(
            "Falk was the first Arvian act to top the chart in 2016.",
            "Falk is the first act from Arvia to top the chart in 2016. An Arvian bank was shut.",
            id="people by their country",
        ),
        pytest.param(
            "Emissions could be 40 per cent lower in 2020 than in 1990.",
            f"Emissions could be 40 per cent lower in 2020, compared with 1990.{REST}",
            id="than what was before",
        ),
        pytest.param(
            "The album had three number-one dance hits.",
            f"It is her sixth dance hit, and the third straight topper. The album had dance hits before.{REST}",
            id="number one counts nothing",
        ),
        pytest.param(
            "The ferry line was left with little more than two harbours.",
            f"The ferry line was left with two harbours, and they are reduced.{REST}",
            id="little more than",
        ),
        pytest.param(
            "By 1789 only one tooth of Tom Aas remained.",
            f"By 1789, Tom Aas had only one tooth left.{REST}",
            id="what is left remains",
        ),
        pytest.param(
            "The term was coined by Ada Falk for countries that shared neither the western nor the eastern creed.",
            f"Ada Falk coined the term for countries that did not share the western or the eastern creed.{REST}",
            id="neither and nor are one denial",
        ),
        pytest.param(
            "Tom Aas was sentenced in January to eleven years in prison.",
            "Tom Aas was sentenced to eleven years in prison, and on 11 August to a fine. In January he was tried.",
            id="a number behind a month is no day",
        ),
    ],
)
def test_what_editors_write_of_a_page_does_not_differ(claim: str, page: str) -> None:
    """Names, counts and contraries that stand a little otherwise, and say the same."""
    assert judged_against(claim, page).verdict is Verdict.SUPPORTED
