"""Years and months that hang on their own word, or belong to one date."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

DATES = (
    "Ida Kell was born in 1871, married in May 1890 and died in 1924. The line was opened in 1902; goods traffic "
    "ceased three years later. The guild was founded in Olten in 1863."
)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        pytest.param("Ida Kell was born in 1890.", "1871", id="of the next clause"),
        pytest.param("Ida Kell married in 1924.", "1890", id="behind a month"),
        pytest.param("Ida Kell died in 1871.", "1924", id="of the first clause"),
        pytest.param("The guild was founded in Olten in 1890.", "1863", id="behind a place"),
    ],
)
def test_a_year_hangs_on_its_own_word(claim: str, found: str) -> None:
    """Years of one life stand in one sentence, each behind its verb."""
    match = judged_against(claim, DATES)

    assert (match.verdict, match.rule) == (Verdict.DETAIL_DIFFERS, "figure-differs"), match
    assert found in [m.found for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Ida Kell, born in 1871, died in 1924.", id="the same years"),
        pytest.param("In 1890 Ida Kell married.", id="in front"),
        pytest.param("Goods traffic ceased in 1905.", id="counted from another year"),
    ],
)
def test_a_year_on_the_same_word_is_no_miss(claim: str) -> None:
    """Also where it is told by another one."""
    assert judged_against(claim, DATES).verdict is Verdict.SUPPORTED


MINUTES = (
    "The harbour board of Ellory met to hear what had become of the plan to dredge the inner basin.\n"
    "Decided 15 January 1985. The clerk, Ada Brandt (born 26 December 1950), took the minutes."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param(
            "On August 15, 1985 the harbour board of Ellory decided on the plan to dredge the inner basin.",
            *("August", "January"),
            id="the whole date",
        ),
        pytest.param("The clerk, Ada Brandt, was born in July.", *("July", "December"), id="a day between"),
    ],
)
def test_another_month_of_the_same_date_differs(claim: str, text: str, found: str) -> None:
    """A day and a year are enough to know the date that is meant, however little else stands beside it."""
    match = judged_against(claim, MINUTES)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


STORY = (
    "{head}\nSix people were slightly hurt {when} when the first train of the day from Dunnow to Strand ran into mud "
    "in Garrow cutting.\nTrains run again."
)


@pytest.mark.parametrize(
    ("day", "head", "when", "verdict"),
    [
        pytest.param("4 February 2016", "5 February 2016", "yesterday", Verdict.SUPPORTED, id="yesterday"),
        pytest.param("3 February 2016", "5 February 2016", "yesterday", Verdict.DETAIL_DIFFERS, id="another day"),
        pytest.param("4 February 2015", "5 February 2016", "yesterday", Verdict.DETAIL_DIFFERS, id="another year"),
        pytest.param("1 February", "Friday, February 5, 2016", "on Monday", Verdict.SUPPORTED, id="a weekday"),
        pytest.param("2 February", "Friday, February 5, 2016", "on Monday", Verdict.PARTLY, id="no such weekday"),
        pytest.param("31 January", "Published 1 February 2016, 10.20", "last night", Verdict.SUPPORTED, id="a month"),
        pytest.param("31 December", "1 January", "yesterday", Verdict.SUPPORTED, id="a story without a year"),
        pytest.param("29 February", "1 March 2015", "yesterday", Verdict.PARTLY, id="no leap year"),
        pytest.param("4 February 2016", "31 February 2016", "yesterday", Verdict.DETAIL_DIFFERS, id="no such date"),
    ],
)
def test_a_story_tells_its_days_by_its_own_date(day: str, head: str, when: str, verdict: Verdict) -> None:
    """What happened "yesterday" did so on the day before the date that stands above the story."""
    claim = f"On {day} the first train of the day from Dunnow ran into mud in Garrow cutting."

    match = judged_against(claim, STORY.format(head=head, when=when))

    assert match.verdict is verdict, match


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        pytest.param(
            "In December 2012 the couple married in Halm.",
            "The couple married in Halm in 2012. A year later they moved to Orsa.",
            Verdict.PARTLY,
            id="nowhere",
        ),
        pytest.param(
            "The couple married in Halm in December 2012.",
            "Halm, 3 January 2013\nThe couple married in Halm in 2012, before they moved to Orsa.",
            Verdict.SUPPORTED,
            id="the month before the story",
        ),
        pytest.param(
            "The couple married in Halm on 14 December 2012.",
            "The couple married in Halm on 14/12/2012. A year later they moved to Orsa.",
            Verdict.SUPPORTED,
            id="in digits",
        ),
    ],
)
def test_a_month_that_stands_nowhere_is_missing(claim: str, page: str, verdict: Verdict) -> None:
    """A date is known only with its month, which a story may leave to its own date."""
    assert judged_against(claim, page).verdict is verdict
