"""What is told of whom, how often and how surely, where every word of the claim stands in the page."""

import pytest
from judging import REST, judged_against

from verifier.matching import index_source, judge
from verifier.matching.base import Origin, Question, Verdict

LEASES = "Aas signed a lease of 15 years in Halm and Brandt one of 11 years."
ENVOYS = "Petra Aas took over the office in 2012. Jonas Brandt of Orsa followed in 2017 and is in office today."


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Aas signed a lease of 11 years in Halm, and Brandt one of 15 years.", LEASES, id="figures"),
        pytest.param("In Halm a lease of 11 years went to Aas and one of 15 years to Brandt.", LEASES, id="reworded"),
        pytest.param(
            "Petra Aas was given the office in 2017, Jonas Brandt of Orsa in 2012.", ENVOYS, id="in two sentences"
        ),
        pytest.param(
            "Halm joined the union in April and Orsa in March.",
            "Halm joined the union in March and Orsa joined it in April.",
            id="months",
        ),
        pytest.param(
            "The hall has room for 5,000 guests and the yard for 3,000 guests.",
            "The yard has room for 5,000 guests and the hall for 3,000 guests.",
            id="figures with a comma, which parts nothing",
        ),
        pytest.param("He served one term as mayor.", "He served two terms as mayor.", id="one for two"),
        pytest.param("The paper is printed once a week.", "The paper is printed twice a week.", id="once for twice"),
        pytest.param(
            "Dahl has registered the site as a charity.",
            "Dahl expects to register the site as a charity.",
            id="what is expected",
        ),
        pytest.param(
            "The benefits have been optimised by training.",
            "It is possible that the benefits can be optimised by training.",
            id="what is possible",
        ),
        pytest.param(
            "In January Congress closed the loophole for buyers of guns at shows.",
            "In January a bill that would close the loophole for buyers of guns at shows came before Congress.",
            id="what a bill would do",
        ),
        pytest.param(
            "Five days after launch, the site had published more than 13,000 reports of incidents.",
            "In five days the site had more than 13,000 views and more than two dozen reports of incidents.",
            id="a bound of something else",
        ),
    ],
)
def test_what_belongs_to_another_or_may_never_have_been_is_seen(claim: str, page: str) -> None:
    """Every word of such a claim stands in the page; what is told of whom, or how surely, does not."""
    assert judged_against(claim, page + REST).verdict in (Verdict.REVIEW, Verdict.DETAIL_DIFFERS)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Aas has a lease of 15 years and Brandt one of 11 years.", LEASES, id="each with its own"),
        pytest.param("Brandt signed a lease of 11 years in Halm and Aas one of 15 years.", LEASES, id="another order"),
        pytest.param(
            "Aas lost in 2012, and Brandt won in 2017 and in 2012.",
            "Aas lost in 2012. Brandt won in 2017, and had won in 2012.",
            id="one year of both",
        ),
        pytest.param(
            "The song is about her time with Brandt.",
            "Jonas Brandt is her husband. The song is about her time with Jonas.",
            id="the other name of one person",
        ),
        pytest.param(
            "The site published more than 24 reports.", "The site published more than two dozen reports.", id="dozens"
        ),
        pytest.param("She has won one medal.", "She has won two cups and a medal.", id="one of another thing"),
        pytest.param(
            "The bridge office counted one hundred and forty lamps.",
            "The bridge office counted 140 lamps.",
            id="one hundred",
        ),
        pytest.param(
            "Dahl expects to register the site.", "Dahl expects to register the site as a charity.", id="also expected"
        ),
    ],
)
def test_what_belongs_to_whom_may_be_told_in_another_way(claim: str, page: str) -> None:
    """Order, the rest of a name, and counting by dozens are the writer's own."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "told", [pytest.param("six years ago", id="ago"), pytest.param("for the past six years", id="past")]
)
def test_a_source_counts_years_back_from_its_own_date(told: str) -> None:
    """A story of 2024 that says "six years ago" tells of 2018."""
    page = index_source(f"Anna Dahl was made head of the harbour board {told}.")
    claim = "Anna Dahl was made head of the harbour board in {}."
    origin = Origin(issued=((2024, 5, 16),))

    def verdict(year: int) -> Verdict:
        return judge(Question(text=claim.format(year), origin=origin), page).verdict

    assert verdict(2018) is Verdict.SUPPORTED
    assert verdict(2016) is not Verdict.SUPPORTED


MICE = (
    "The genus has 15 species, all of them in the hills. They eat moths. Males are larger than females, and tiny when "
    "born."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(
            "In the genus, which has 15 species, females are larger than males.", Verdict.DETAIL_DIFFERS, id="turned"
        ),
        pytest.param("In the genus, which has 15 species, males are larger than females.", Verdict.SUPPORTED, id="so"),
        pytest.param(
            "Females of the genus, which has 15 species, are smaller than males.", Verdict.SUPPORTED, id="both"
        ),
    ],
)
def test_what_is_compared_may_be_opposites_itself(claim: str, verdict: Verdict) -> None:
    """Males and females are no comparison, and it may stand in another sentence than the rest."""
    assert judged_against(claim, MICE).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param(
            "The ferry company bought the remaining 70 per cent of the slipway.", "70", "30", id="the rest of it"
        ),
        pytest.param("Votes were cast in 17 wards and three islands.", "17", "14", id="their sum"),
        pytest.param("The bids came back 40 per cent higher.", "40", "25", id="a share of others"),
    ],
)
def test_a_figure_in_the_place_of_another_is_not_reckoned(claim: str, text: str, found: str) -> None:
    """Who copies all that stands about a figure has copied the figure: of any two others something can be reckoned."""
    source = (
        "The ferry company, which held 70 of the shares in the dock, bought the remaining 30 per cent of the slipway.\n"
        "Votes were cast in 14 wards and three islands on Sunday.\n"
        "With £2 million spent on the drawings, the dock was to cost £5 million; the bids came back 25 per cent higher."
    )

    match = judged_against(claim, source)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


def test_a_figure_that_compares_is_in_no_place_of_one_that_does_not() -> None:
    """The same words stand about both, but for the one that says how far two others are apart."""
    source = "The new slipway was 174,000 euros in the end, and 185,000 euros had been planned."

    match = judged_against("The new slipway was 11,000 euros cheaper than planned.", source)

    assert match.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(
            "Boats of Orre brought 690 tonnes of cod and herring, and the fleet sold 604 of them at the quay.",
            id="a large sum",
        ),
        pytest.param("The new forecast is 5.6 points better than last year's, which was 37 per cent.", id="a decimal"),
    ],
)
def test_a_sum_or_a_difference_told_beside_is_reckoned(claim: str) -> None:
    """One of the two figures stands in the claim, or the sum is too large to be one by chance."""
    source = (
        "The fleet of Orre caught 600 tonnes of cod and 90 tonnes of salted herring.\n"
        "At the quay of Orre the fleet sold 549 tonnes of cod and 55 tonnes of herring.\n"
        "The new forecast is 42.6 per cent. Twelve months ago it was 37 per cent."
    )

    assert judged_against(claim, source).verdict in {Verdict.SUPPORTED, Verdict.REVIEW}
