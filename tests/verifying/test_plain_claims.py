"""Plain claims about plain pages: one thing is told otherwise, or the same thing in another way."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The judges found that the ban violates the rights of fishers.",
            "By five votes to four the judges found that the ban does not violate the rights of fishers.",
            id="a ban",
        ),
        pytest.param(
            "The court ruled that the tax is lawful.", "The court ruled that the tax is not lawful.", id="ruled"
        ),
        pytest.param(
            "The council banned cars from the quay.", "The council did not ban cars from the quay.", id="banned"
        ),
        pytest.param(
            "The strike lasted longer than a week.", "The strike did not last longer than a week.", id="longer"
        ),
    ],
)
def test_a_word_of_denial_that_both_have_hides_no_dropped_not(claim: str, page: str) -> None:
    """The ban stands on both sides, and only the source says that it does not."""
    assert judged_against(claim, page + REST).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        pytest.param(
            "The minister did not sign the treaty.",
            "Instead of waiting, the minister signed the treaty.",
            Verdict.DETAIL_DIFFERS,
            id="of another verb",
        ),
        pytest.param(
            "The council did not approve the budget.",
            "The council approved the budget, which some members opposed.",
            Verdict.DETAIL_DIFFERS,
            id="of some, behind it",
        ),
        pytest.param(
            "The minister did not sign the treaty.",
            "The minister signed the treaty that banned whaling.",
            Verdict.REVIEW,
            id="of another thing",
        ),
        pytest.param(
            "The council did not approve the budget.",
            "The budget was rejected by the council.",
            Verdict.SUPPORTED,
            id="in the passive",
        ),
        pytest.param(
            "The ministry refused the permit for the quay.",
            "The ministry did not grant the permit for the quay.",
            Verdict.SUPPORTED,
            id="in the claim alone",
        ),
    ],
)
def test_a_word_that_denies_by_its_meaning_denies_what_follows_it(claim: str, page: str, verdict: Verdict) -> None:
    """Not all that stands near it; a passive denies what stands before it."""
    assert judged_against(claim, page + REST).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "page", "found"),
    [
        pytest.param(
            "The firm has 3.2m customers.",
            "The firm has 5 million customers. Shares rose 3.2 percent.",
            "5 million",
            id="millions and per cent",
        ),
        pytest.param(
            "The fire killed 40 people.",
            "Damage of the fire was put at €40m. The fire killed 14 people.",
            "14",
            id="people and millions",
        ),
        pytest.param(
            "The workers are paid weekly.", "The workers are paid every month.", "month", id="an adverb and two words"
        ),
        pytest.param(
            "The government has asked the mayor for aid.",
            "The mayor has asked the government for aid.",
            "mayor",
            id="who asked whom",
        ),
        pytest.param("The gates open at 5 am.", "The gates open at 5 pm.", "5 pm", id="the other half of the day"),
        pytest.param("The board met at 6 pm in Halm.", "The board met at 17:00 in Halm.", "17", id="another time"),
        pytest.param("Orsa lost 3-1 to Lenk.", "Orsa beat Lenk 3-1.", "beat", id="lost and beat"),
        pytest.param(
            "Turnout in 2010 was lower than in 2006.",
            "Turnout in 2010 was higher.",
            "higher",
            id="lower than, and higher",
        ),
        pytest.param("The union sued the company.", "The company sued the union.", "company", id="who sued whom"),
        pytest.param(
            "The north is richer than the south.", "The south is richer than the north.", "north", id="which is richer"
        ),
        pytest.param("The U.S. sent 400 troops to Halm.", "The U.K. sent 400 troops to Halm.", "U.K.", id="U.S., U.K."),
        pytest.param(
            "The mole was opened on 3 June 2019.", "On 03.05.2019 the mole was opened.", "05", id="a month in digits"
        ),
        pytest.param(
            "The mole was opened on 3 June 2019.", "On 2019-05-03 the mole was opened.", "05", id="the year before it"
        ),
        pytest.param("The US sent 400 troops to Halm.", "Britain sent 400 troops to Halm.", "Britain", id="a country"),
    ],
)
def test_what_a_plain_sentence_has_otherwise_differs(claim: str, page: str, found: str) -> None:
    """Nothing else is told otherwise, so nothing else can tell."""
    match = judged_against(claim, page + REST)

    assert match.verdict is Verdict.DETAIL_DIFFERS
    assert found in [miss.found for miss in match.missing]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("She has been mayor of Halm since 2010.", "She was mayor of Halm until 2010.", id="a year"),
        pytest.param("The fair drew at least 500 visitors.", "The fair drew up to 500 visitors.", id="a bound"),
        pytest.param("Rents rose by 4 percentage points.", "Rents rose by 4 per cent.", id="percentage points"),
        pytest.param(
            "Ada Berg opened the mill in May.",
            "Ada Lund opened the mill in May. Olaf Berg runs it.",
            id="two names mixed",
        ),
        pytest.param("Rents rose by 4%.", "Rents rose by four percentage points.", id="per cent"),
        pytest.param("More than half of pupils walk.", "In Halm 43 per cent of pupils walk.", id="more than half"),
        pytest.param("Most of the pupils walk.", "In Halm 43 per cent of the pupils walk.", id="most"),
        pytest.param("Nine in ten residents own a boat.", "Nine per cent of residents own a boat.", id="nine in ten"),
        pytest.param("The fair drew nearly 500 visitors.", "The fair drew no fewer than 500 visitors.", id="not fewer"),
        pytest.param(
            "The paintings are on display from May.", "The paintings are on display until the end of May.", id="a month"
        ),
        pytest.param(
            "He received an annual payment of 4,000 crowns.",
            "He received a payment of 4,000 crowns a month.",
            id="a rate beside other words",
        ),
        pytest.param(
            "The fire was started deliberately.",
            "Police believe that the fire was started deliberately.",
            id="believed",
        ),
        pytest.param("The drug cures asthma.", "The maker claims that the drug cures asthma.", id="claimed"),
    ],
)
def test_what_may_be_another_thing_is_shown_to_a_person(claim: str, page: str) -> None:
    """What was open until May may be shut since; what somebody believes may be so."""
    assert judged_against(claim, page + REST).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The line was built in 1902.",
            "The line was built in three years and opened in 1902.",
            id="years and a year",
        ),
        pytest.param("She won the 200 metres at Halm.", "She won the 200m at Halm.", id="metres in the claim"),
        pytest.param("She won the 200m at Halm.", "She won the 200 metres at Halm.", id="metres in the source"),
        pytest.param("She won the 200m at Halm.", "At Halm she won the 100 and the 200.", id="metres left out"),
        pytest.param(
            "The $2.4-billion merger was approved.",
            "The merger, worth $2.4 billion, was approved.",
            id="a hyphen before the scale",
        ),
        pytest.param(
            "The merger worth $2.4 billion was approved.",
            "The $2.4-billion merger was approved.",
            id="the same in the source",
        ),
        pytest.param("The strike cost 500,000 crowns.", "The strike cost half a million crowns.", id="half a million"),
        pytest.param(
            "The treaty was in force for 33 years.",
            "The treaty was signed in 1872. It remained in force until 1905.",
            id="a span over two sentences",
        ),
        pytest.param(
            "Goods traffic ceased in 1905.",
            "The line was opened in 1902; goods traffic ceased three years later.",
            id="three years later",
        ),
        pytest.param(
            "He received a monthly payment of 4,000 crowns.",
            "He received a payment of 4,000 crowns a month.",
            id="monthly and a month",
        ),
        pytest.param("The union was sued by the company.", "The company sued the union.", id="in the passive"),
        pytest.param(
            "The bakers taught the millers.",
            "The bakers taught the millers, and the millers taught the bakers.",
            id="both ways",
        ),
        pytest.param("The north is poorer than the south.", "The south is richer than the north.", id="poorer"),
        pytest.param("Buses are cheaper than trains.", "Trains are more expensive than buses.", id="more expensive"),
        pytest.param("Girls did worse than boys.", "Boys did better than girls.", id="worse"),
        pytest.param(
            "Men are less likely to call than women.", "Women are more likely to call than men.", id="less likely"
        ),
        pytest.param(
            "The canal has carried goods since 1961.", "The canal has carried goods from 1961 on.", id="from and since"
        ),
        pytest.param(
            "Rents may rise by 3 per cent at most.", "Rents may not rise by more than 3 per cent.", id="not more"
        ),
        pytest.param("Most of the pupils walk.", "In Halm 63 per cent of the pupils walk.", id="most"),
        pytest.param("Fewer than half of pupils walk.", "In Halm 13 per cent of pupils walk.", id="fewer than half"),
        pytest.param(
            "Half of the pupils take the bus; 31 per cent walk.",
            "Of the pupils 48 per cent take the bus, and 31 per cent walk.",
            id="about half",
        ),
        pytest.param(
            "Exports rose in the first half of 2019.",
            "Exports rose by 3 per cent in the first half of 2019.",
            id="of a year",
        ),
        pytest.param(
            "Rents rose by 4.5 percentage points.", "Rents rose 4.5 points to 12.5 per cent.", id="percentage points"
        ),
        pytest.param("Orsa lost 3-1 to Lenk.", "Lenk beat Orsa 3-1.", id="lost and beat"),
        pytest.param("Halm exports salmon to Orsa.", "Orsa imports salmon from Halm.", id="exports and imports"),
        pytest.param("The war came before the famine.", "The famine came after the war.", id="before and after"),
        pytest.param("Turnout was lower than in 2010.", "Turnout in 2010 was higher.", id="lower than, and higher"),
        pytest.param("The attack failed.", "The attack did not succeed.", id="did not succeed"),
        pytest.param("The gates open at 5 a.m.", "At 5am the gates open.", id="the same hour"),
        pytest.param("Rents may rise by up to 3 per cent.", "Rents may not rise by more than 3 per cent.", id="up to"),
        pytest.param(
            "The fair drew at least 500 visitors.", "The fair drew no fewer than 500 visitors.", id="not fewer than"
        ),
        pytest.param("The mole was opened on 3 May 2019.", "On 03.05.2019 the mole was opened.", id="a date in digits"),
        pytest.param(
            "The mole was opened on 5 May 2019.", "On 5/5/2019 the mole was opened.", id="the day is the month"
        ),
        pytest.param("The drought lasted 18 months.", "The drought lasted a year and a half.", id="a year and a half"),
        pytest.param("The drought lasted 18 months.", "The drought lasted one and a half years.", id="and with one"),
        pytest.param("He was 45 when he died in 1902.", "He was born in 1857 and died in 1902.", id="an age"),
        pytest.param("The board met at 5 pm in Halm.", "The board met at 17:00 in Halm.", id="the other clock"),
        pytest.param("The board met at 17:30 in Halm.", "The board met at 5.30 p.m. in Halm.", id="and back"),
        pytest.param("Some 15,000 people live in Halm.", "Halm has 15 000 inhabitants.", id="thousands by a blank"),
        pytest.param("Some 15,000 people live in Halm.", "Halm has 15’000 inhabitants.", id="by an apostrophe"),
        pytest.param("The US sent 400 troops to Halm.", "The U.S. sent 400 troops to Halm.", id="full stops"),
        pytest.param("The U.S. sent 400 troops to Halm.", "The US sent 400 troops to Halm.", id="none"),
        pytest.param("America sent 400 troops to Halm.", "The US sent 400 troops to Halm.", id="America"),
        pytest.param(
            "The United States sent 400 troops to Halm.", "The U.S. sent 400 troops to Halm.", id="initials with stops"
        ),
        pytest.param(
            "The U.S. sent 400 troops to Halm.", "The United States sent 400 troops to Halm.", id="spelled out"
        ),
        pytest.param("American troops left Halm in 2014.", "U.S. troops left Halm in 2014.", id="a people"),
        pytest.param("US troops left Halm in 2014.", "American troops left Halm in 2014.", id="its country"),
        pytest.param(
            "The maker says the drug cures asthma.", "The maker claims that the drug cures asthma.", id="who says so"
        ),
        pytest.param(
            "Two councillors of Halm and Orsa asked Dahl to resign because she had not called for a truce in Marrow.",
            "Two councillors called on Dahl to resign over her failure to listen to calls for a truce in Marrow. "
            "The councillors of Halm and Orsa asked her to go.",
            id="a failure to",
        ),
        pytest.param(
            "Keepers fall ill twice as often as sailors.",
            "Keepers are twice as likely to fall ill as sailors.",
            id="likely, which compares",
        ),
        pytest.param(
            "The ferry burned before it reached the harbour of Halm.",
            "The ferry burned before it could reach the harbour of Halm.",
            id="could, which tells an ability",
        ),
        pytest.param(
            "He won one prize of the harbour board.",
            "He won two prizes of the town, and another prize of the harbour board.",
            id="one of another giver",
        ),
        pytest.param(
            "Had it not rained, the hall would have burned down.",
            "The rain saved the hall, which would have burned down.",
            id="what did not come about",
        ),
        pytest.param(
            "The board of Halm approved the new mole.",
            "At first the board of Halm did not approve the new mole. In May the board of Halm approved the mole.",
            id="denied first, and stated then",
        ),
    ],
)
def test_the_same_told_in_another_way_is_supported(claim: str, page: str) -> None:
    """A careful writer's own words are no mistake."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


def test_a_year_told_by_counting_on_is_not_one_counted_back() -> None:
    """Three years later than 1902 is not 1899."""
    match = judged_against(
        "Goods traffic ceased in 1899.", "The line was opened in 1902; goods traffic ceased three years later." + REST
    )

    assert match.verdict is Verdict.PARTLY
