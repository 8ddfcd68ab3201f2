"""What belongs to a figure, a word or a name: its unit, its whole, its rank, the rest of it."""

import pytest
from judging import judged_against

from verifier.matching.base import MissKind, Verdict


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
    ("rank", "verdict"),
    [("second-best", Verdict.REVIEW), ("fourth-best", Verdict.SUPPORTED)],
)
def test_a_rank_may_be_told_by_another_superlative(rank: str, verdict: Verdict) -> None:
    """The rank is the same or not, whatever it is ranked by."""
    page = "With an average of 17,210 last season, Ellory had the fourth-highest attendance in the Second Division."

    match = judged_against(f"Last season the average was above 17,000, the {rank} in the division.", page)

    assert match.verdict is verdict, match


def test_an_initial_stands_for_a_first_name() -> None:
    """A source that writes "P. Aas" has Peder Aas, and not Karl Aas."""
    page = "The film was shot by Mr P. Aas, toll collector, in the winter of 1991."

    assert judged_against("The film was shot in 1991 by Peder Aas, toll collector.", page).verdict is Verdict.SUPPORTED
    assert (
        judged_against("The film was shot in 1991 by Karl Aas, toll collector.", page).verdict is not Verdict.SUPPORTED
    )


def test_a_first_name_left_out_is_not_exchanged_for_the_name_before_it() -> None:
    """The sentence names the second person by the last name only."""
    page = (
        "In March the firm's finance director, Mr Oster, wrote to Mr Brandt that there was money for wages. "
        "Wages were paid in August. The yard was quiet. Mr Henrik Brandt was chair of the board."
    )

    match = judged_against("The firm's finance director wrote to Henrik Brandt that there was money for wages.", page)

    assert match.verdict is Verdict.SUPPORTED, match


def test_the_rest_of_a_name_tells_whose_slot_it_is() -> None:
    """A first name that the source leaves out is not exchanged for words that stand elsewhere."""
    page = (
        "The Civic Union, National Renewal, the Workers' Alliance and the Harvest Party voted in favour. "
        "Mr Rask (National Renewal), group speaker: we lost, and in a year we have learned how to lose."
    )
    claim = "The votes of National Renewal, whose speaker, Teodor Rask, said his party had learned to lose, decided it."

    match = judged_against(claim, page)

    assert [(m.text, m.found) for m in match.missing if m.kind is MissKind.NAME and m.found] == []


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


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The calls cut turnout by two points where they were most common.",
            "Turnout was 2 points lower where the calls were common.",
            id="the most of a quality",
        ),
        pytest.param("Seventeen keepers died in May.", "Seventeen keepers lost their lives in May.", id="lives lost"),
    ],
)
def test_a_word_that_only_looks_like_an_opposite_is_none(claim: str, page: str) -> None:
    """Neither "lower" beside "most common" nor the noun "lives" beside "died" says the contrary."""
    match = judged_against(claim, page)

    assert match.verdict is not Verdict.DETAIL_DIFFERS, match


def test_a_figure_told_in_another_way_is_no_miss_of_a_claim_found_in_part() -> None:
    """What else is missing does not make "three hundred" missing where the source has 300."""
    page = "More than 300 people stood outside the Guildhall in sleet on Tuesday evening. The budget went through."
    claim = "The package of Mayor Salcombe passed while three hundred people waited outside in the cold sleet."

    match = judged_against(claim, page)

    assert match.verdict is Verdict.PARTLY
    assert not {"three", "hundred"} & {m.text for m in match.missing}
    assert "Salcombe" in {m.text for m in match.missing}
