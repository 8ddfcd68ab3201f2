"""Figures and measures that a source tells in another way are found, and others are not taken for them."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The pearl weighs 1.46 kilograms.", "The pearl weighs 1.46kg.", id="glued in the source"),
        pytest.param("The pearl weighs 1.46kg.", "The pearl weighs 1.46 kilograms.", id="glued in the claim"),
        pytest.param("The path is 3.8km long.", "The path is 3.8 kilometres long.", id="kilometres"),
        pytest.param("The line is 400 m long.", "The line is 400m long.", id="metres"),
        pytest.param("It was 31 °C in Halm.", "It was 31C in Halm.", id="degrees"),
        pytest.param(
            "Un mugnaio di Halm ha pagato 200 000 euro.", "Un mugnaio di Halm ha pagato 200 mila euro.", id="mila"
        ),
        pytest.param(
            "Der Umbau der Mühle hat 500.000 Euro gekostet.",
            "Der Umbau der Mühle hat eine halbe Million Euro gekostet.",
            id="halbe Million",
        ),
        pytest.param(
            "A miller was paid in flour in the 1800s.",
            "A miller was paid in flour in the 19th century.",
            id="a century",
        ),
        pytest.param("Bread costs 13.7p a slice.", "Bread costs 13.7 pence a slice.", id="pence"),
        pytest.param(
            "She was held for 28 months.", "She was held for two years and four months.", id="years and months"
        ),
        pytest.param("She was held for two years and four months.", "She was held for 28 months.", id="months"),
        pytest.param("The flight took 30 minutes.", "The flight took half an hour.", id="half an hour"),
        pytest.param("The flight took 6:56 hours.", "The flight took 6 hours and 56 minutes.", id="a colon"),
        pytest.param("The flight took 75 minutes.", "The flight took an hour and a quarter.", id="and a quarter"),
        pytest.param("The flight took 1.5 hours.", "The flight took an hour and a half.", id="and a half"),
        pytest.param("Sales fell in the twelve months to March.", "Sales fell in the year to 31 March.", id="a year"),
        pytest.param("Sales fell in the first three months.", "Sales fell in the first quarter.", id="a quarter"),
        pytest.param(
            "The strike lasted seven months.", "The strike lasted from April to October.", id="months by name"
        ),
        pytest.param(
            "Sales grew from 1.4 to 1.9 billion euros.",
            "Sales came to 1.9 billion euros, up from 1.4 billion.",
            id="the scale of the next figure",
        ),
        pytest.param(
            "Between 800,000 and 1.3 million people fled.",
            "Between 0.8 and 1.3 million people fled.",
            id="the scale of the next figure in the source",
        ),
        pytest.param("Men live for 78 years on Halm.", "On Halm men live for 78 years.", id="words of other languages"),
        pytest.param("He became mayor in 1968.", "He was mayor for 28 years, until 1996.", id="a span with its end"),
        pytest.param(
            "The strait is six nautical miles wide.",
            "The strait is six to twelve nautical miles wide.",
            id="of a range",
        ),
        pytest.param("The limit was once 4 MB.", "The limit is now 16 MB (previously 4 MB).", id="what it was"),
        pytest.param("The firm lost 18.4 million.", "The firm lost 18\N{MIDDLE DOT}4 million.", id="a raised stop"),
        pytest.param(
            "By October 2021 Aas Rail, always cheerful in its press releases, had cable.",
            "Aas Rail, press release of 18 May 2021. It snowed. Nobody came. The cable is laid by October 2021, "
            "subject to permission of the port and of three neighbours.",
            id="the day of the page itself",
        ),
        pytest.param("The bridge opened by the end of 2014.", "The bridge opened on 5 February 2014.", id="by the end"),
        pytest.param("Injuries fell by 12 to 19.", "Injuries fell from 31 to 19.", id="by how much and to what"),
        pytest.param("People over 64 travel free.", "People aged 65 and over travel free.", id="over the one before"),
        pytest.param("Children up to six travel free.", "Children under seven travel free.", id="under the next"),
        pytest.param("At least 12 men died.", "More than 11 men died.", id="more than the one before"),
        pytest.param(
            "The board voted six votes to three.", "The board voted three votes to six.", id="from the other side"
        ),
        pytest.param("Hundreds of people were hurt.", "Some 640 people were hurt.", id="hundreds"),
        pytest.param("The bridge opened in mid-2014.", "The bridge opened in June 2014.", id="the middle of a year"),
        pytest.param("The party lost 37 seats.", "The party fell from 98 seats to 61.", id="a loss"),
        pytest.param(
            "Sales were up from £176m.", "Sales increased by £38 million to £214 million.", id="before the increase"
        ),
        pytest.param(
            "A total of 56,300 people lost their homes.",
            "Altogether 31,000 people lost their homes in Halm, and 25,300 in Orsa.",
            id="a sum",
        ),
        pytest.param(
            "Nine percent had no view.",
            "58 percent were in favour and 33 percent against; the remainder had no view.",
            id="the rest of two",
        ),
        pytest.param(
            "The lamp uses 80 percent less power.", "The lamp uses a fifth of the power.", id="less by a share"
        ),
        pytest.param("A fifth of the pupils walk to school.", "One in five pupils walks to school.", id="one in five"),
        pytest.param(
            "One in five pupils walks to school.",
            "Three in five pupils go by bus and one in five walks to school.",
            id="two shares",
        ),
        pytest.param(
            "More than three times as many seals as in 2011 have died.",
            "Forty seals have died since March. In 2011 a similar outbreak killed 12 seals.",
            id="how many times",
        ),
        pytest.param(
            "The new hall has twice as many seats as the old one.",
            "The new hall has 3,010 seats. The old one had 1,500 seats.",
            id="twice",
        ),
        pytest.param(
            "Inflation fell by 0.4 points.", "Inflation fell from 3.6 percent to 3.2 percent.", id="a gap of decimals"
        ),
        pytest.param(
            "Of 1,431 faults 43 were still open.",
            "The testers found 1,431 faults, of which 1,388 were mended in time.",
            id="a rest of what is no year",
        ),
        pytest.param(
            "The city pays some 855,000 euros of the 1.9 million.",
            "The budget is 1.9 million euros, of which the city pays 45 percent.",
            id="a share in per cent",
        ),
        pytest.param(
            "Well over 2,000 crowns of the cost came from the rector.",
            "The work cost 3,400 crowns. Two thirds of the cost came from the rector.",
            id="well over a share in words",
        ),
        pytest.param(
            "The attack lasted less than two minutes.", "The attack lasted 1 minute and 45 seconds.", id="less than two"
        ),
        pytest.param("It has 2.4 million visitors a year.", "It has 2.4 million visitors annually.", id="annually"),
        pytest.param(
            "The memo proposes to review the British claim of 1833 to the islands.",
            "The memo proposes to review the UK's claim of 1833 to the islands.",
            id="the genitive of an abbreviation",
        ),
        pytest.param(
            "About a third of the crew voted for the plan.",
            "Some 30 per cent of the crew voted for the plan.",
            id="about a third",
        ),
        pytest.param(
            "Halm was founded in 1200.",
            "Orsa was founded in 1300, a century after Halm was founded.",
            id="a century after",
        ),
        pytest.param("It used 38,000 kWh.", "It used 38,000 kilowatt-hours.", id="kilowatt-hours"),
    ],
)
def test_a_measure_told_in_another_way_is_supported(claim: str, page: str) -> None:
    """How a figure and its unit are written, or reckoned, is no difference."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The pearl weighs 2,500kg.", "The pearl weighs 2,500g.", id="another unit"),
        pytest.param("The cub weighs at least 14 pounds.", "The cub weighs 14 to 22 kg.", id="the unit of a range"),
        pytest.param("The trip takes two days.", "The trip takes two or three hours.", id="of two figures"),
        pytest.param("Men live for 78 years on Halm.", "Men live for 71 years on Halm.", id="words of other languages"),
        pytest.param(
            "She was held for 29 months.", "She was held for two years and four months.", id="years and months"
        ),
        pytest.param("People over 64 travel free.", "People aged 66 and over travel free.", id="over another"),
        pytest.param("The party lost 47 seats.", "The party fell from 98 seats to 61.", id="a loss"),
        pytest.param(
            "It was the third fire in two years.", "It was the third fire in three years.", id="an ordinal besides"
        ),
        pytest.param("Lenk won the first half 2-0.", "Lenk won the second half 2-0.", id="a count besides"),
        pytest.param("The firm has ordered 2,000 robots.", "The firm has ordered 350 robots.", id="no year"),
        pytest.param("Three in ten pupils walk to school.", "One in ten pupils walk to school.", id="one in ten"),
        pytest.param("One in five pupils walks to school.", "Two in five pupils walk to school.", id="two in five"),
        pytest.param(
            "The new hall has three times as many seats as the old one.",
            "The new hall has 3,010 seats. The old one had 1,500 seats.",
            id="another number of times",
        ),
        pytest.param("The starting dose is 10 g.", "The starting dose is 10 mg.", id="grams"),
        pytest.param("It used 38,000 MWh.", "It used 38,000 kilowatt-hours.", id="megawatts"),
        pytest.param(
            "Lifeguards are on duty from 1 May to 30 August.",
            "Lifeguards are on duty from 1 May to 30 September. In August there are ten of them.",
            id="another month with the day",
        ),
        pytest.param(
            "He paid £8,000 for clothes of the minister's wife.",
            "He had given £5,000 worth of clothes to the minister's wife.",
            id="worth of",
        ),
    ],
)
def test_another_measure_differs(claim: str, page: str) -> None:
    """What is written in short is compared as well."""
    assert judged_against(claim, page + REST).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Both sons died.", "One of his two sons died.", id="one of two"),
        pytest.param(
            "The largest size is now 4 MB.", "The largest message is now 16 MB (previously 4 MB).", id="what it was"
        ),
    ],
)
def test_what_may_be_another_measure_is_shown_to_a_person(claim: str, page: str) -> None:
    """Only a reader can tell whether the two speak of the same."""
    assert judged_against(claim, page + REST).verdict is Verdict.REVIEW


def test_a_row_of_a_table_with_the_name_speaks_for_its_figure() -> None:
    """The figure of another stands in a sentence, the claim's own in a row that names whose it is."""
    page = (
        "From 2017 to 2021 the national average was 0.46 significant accidents per million train-kilometres.\n"
        "Dunnow 0.62 0.44\n"
        "Ostrand 0.57 0.31"
    )

    match = judged_against(
        "From 2017 to 2021 the Ostrand had 0.31 significant accidents for every million kilometres.", page
    )

    assert match.verdict is Verdict.REVIEW, match


def test_the_unit_of_a_figure_in_a_sentence_about_something_else_is_no_rival() -> None:
    """Small figures stand in any sentence, each with its own unit."""
    page = (
        "Treatments were checked against the farms' own records every three months. "
        "Late weaning was associated with fewer treatments."
    )

    match = judged_against(
        "Piglets which stayed with the sow needed fewer treatments than those taken away at three weeks.", page
    )

    assert match.verdict is not Verdict.DETAIL_DIFFERS, match


@pytest.mark.parametrize(
    ("claim", "page", "verdict", "found"),
    [
        pytest.param(
            "In all three of those cases the automatic brake did its work.",
            "In two of the three cases our automatic brake intervened and did its work.",
            Verdict.DETAIL_DIFFERS,
            "two",
            id="in the claim's own sentence",
        ),
        pytest.param(
            "Local trusts would take over all four of the branches at a rent of one euro, with books and shelves.",
            "Two of the four branches that are to close could be kept. The trusts would pay a rent of one euro, "
            "books and shelves included.",
            Verdict.REVIEW,
            "Two",
            id="in another sentence",
        ),
        pytest.param(
            "A share that had cost €11.60 was by then worth 14 euros.",
            "Trading was halted when a share that had cost €11.60 was worth 14 cents.",
            Verdict.DETAIL_DIFFERS,
            "cents",
            id="euros for cents",
        ),
    ],
)
def test_a_part_is_not_the_whole_nor_cents_euros(claim: str, page: str, verdict: Verdict, found: str) -> None:
    """The figures are those of the source, and say something else there."""
    match = judged_against(claim, page)

    assert match.verdict is verdict, match
    assert found in [m.found for m in match.missing]


@pytest.mark.parametrize(
    ("claim", "page", "verdict", "found"),
    [
        pytest.param(
            "In April the firm paid five million euros back on a loan that had three more years to run.",
            "In April the firm repaid a loan of €5 million which a fund had granted to it.",
            Verdict.PARTLY,
            None,
            id="another unit",
        ),
        pytest.param(
            "It paid a penalty of 2.4 million marks, less than two per cent of a year's takings in that trade.",
            "The parties agreed on 2.4 million marks. Of its revenue 71 per cent came from contracts.",
            Verdict.PARTLY,
            "71",
            id="the same unit, in a sentence about something else",
        ),
        pytest.param(
            "Of its revenue two per cent came from contracts.",
            "The parties agreed on 2.4 million marks. Of its revenue 71 per cent came from contracts.",
            Verdict.DETAIL_DIFFERS,
            "71",
            id="the same unit, in a sentence about it",
        ),
    ],
)
def test_a_unit_alone_makes_no_rival(claim: str, page: str, verdict: Verdict, found: str | None) -> None:
    """Years are no other figure for euros, and one share no other for any share."""
    match = judged_against(claim, page)

    assert match.verdict is verdict, match
    assert [m.found for m in match.missing if m.text in {"two", "three"}] == [found]


def test_a_figure_told_in_another_way_is_no_miss_of_a_claim_found_in_part() -> None:
    """What else is missing does not make "three hundred" missing where the source has 300."""
    page = "More than 300 people stood outside the Guildhall in sleet on Tuesday evening. The budget went through."
    claim = "The package of Mayor Salcombe passed while three hundred people waited outside in the cold sleet."

    match = judged_against(claim, page)

    assert match.verdict is Verdict.PARTLY
    assert not {"three", "hundred"} & {m.text for m in match.missing}
    assert "Salcombe" in {m.text for m in match.missing}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(
            "The pond at Orre is about a hundred yards across.", Verdict.DETAIL_DIFFERS, id="a scale in letters"
        ),
        pytest.param("Exports of the mill are twice what they were ten years ago.", Verdict.REVIEW, id="a decade"),
        pytest.param(
            "The council debated for two hours, two weeks before the election.", Verdict.REVIEW, id="both in the claim"
        ),
        pytest.param("Owners of the pond pay 1 per cent of its worth.", Verdict.SUPPORTED, id="per cent is no coin"),
    ],
)
def test_units_that_the_claim_or_the_page_tells_otherwise(claim: str, verdict: Verdict) -> None:
    """A unit differs only if the page has the claim's figure with another one, and not also with the claim's."""
    source = (
        "The pond at Orre is round and about a hundred feet across.\n"
        "Exports of the mill have doubled in the past decade. Ten hours later the mill was shut for exports.\n"
        "The council debated for more than two hours ahead of the election on 27 October.\n"
        "Owners of the pond pay $1 a year or 1% of its worth."
    )

    assert judged_against(claim, source).verdict is verdict
