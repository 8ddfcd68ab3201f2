"""Two things told in the place of each other, statements that an "and" opens, and contraries in more than one word."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

HEARING = (
    '"Today we help the towns," Minister Tove Lind said in Orsa, where 300 people came to hear her. The tenants '
    'voted against the plan. "It is a gift, not a reform," its leader, Per Aas, said.'
)
TRIAL = (
    'Judge Anna Moe said that Dahl had shown "boundless greed" but gave him credit for his plea. The trial took nine '
    "days. In Halm people came to the court from far away to see it. His lawyer, Adam Frick, argued that he had "
    "been blackmailed by a partner."
)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The chapel at Orsa was restored in 1990 by Dahl at a cost of 3,400 crowns, half of which was paid by Moe.",
            "The chapel at Orsa was restored in 1990 by Moe at a cost of 3,400 crowns, half of which was paid by Dahl.",
            id="who restored and who paid",
        ),
        pytest.param(
            "The heron lives on perch, which make up half of its food, and on frogs, while mice are taken rarely.",
            "The heron lives on frogs, which make up half of its food, and on perch, while mice are taken rarely.",
            id="what it lives on",
        ),
        pytest.param(
            "The Casino, where she wrote her first play in 1909, burnt down, and the Grand Hotel stands in its place.",
            "The Grand Hotel, where she wrote her first play in 1909, burnt down, and the Casino stands in its place.",
            id="what stands there now",
        ),
        pytest.param(
            'Dahl\'s lawyer, Adam Frick, conceded that his client had shown "boundless greed", but argued that he had '
            "been blackmailed by a partner.",
            TRIAL,
            id="who said it",
        ),
    ],
)
def test_two_things_in_the_place_of_each_other_go_to_a_person(claim: str, page: str) -> None:
    """All the rest in the same order, and two things or mouths exchanged: seldom is a thing told anew like that."""
    assert judged_against(claim, page + REST).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The old bridge at Orsa was opened by Anna Falk in the rain on a Monday in May.",
            "On a Monday in May Anna Falk opened the old bridge at Orsa in the rain.",
            id="a passive",
        ),
        pytest.param(
            "After the flood of 1990 the board moved its office to the hill above the harbour.",
            "The board moved its office to the hill above the harbour after the flood of 1990.",
            id="an opening behind",
        ),
        pytest.param(
            "Dahl won the medal for the long jump with a broken foot at the Orsa 2015 Northern Games.",
            "Dahl won the medal for the long jump with a broken foot at the Northern Games of 2015 in Orsa.",
            id="a name taken apart",
        ),
    ],
)
def test_what_is_told_in_another_order_differs_in_nothing(claim: str, page: str) -> None:
    """A passive, or another opening, tells the same."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The spire of the church fell in 1901 and was soon replaced by the town.",
            "The spire of the church, a landmark for boats, fell in 1901 and was not replaced for many years.",
            id="and was not",
        ),
        pytest.param(
            "The club has reached the last round of the cup twice and has won it twice.",
            "The club has twice reached the last round of the cup, but has never won it.",
            id="but has never",
        ),
        pytest.param(
            "The rule applies to national elections in Orsa.",
            "The rule applies to local elections in Orsa but not to national elections.",
            id="but not to",
        ),
        pytest.param(
            "He denied the theft in court in Orsa.",
            "He pleaded guilty to the theft in court in Orsa.",
            id="a plea of guilty",
        ),
        pytest.param(
            "He admitted the theft in court in Orsa.",
            "He pleaded not guilty to the theft in court in Orsa.",
            id="a plea of not guilty",
        ),
        pytest.param(
            "The cellar of the mill in Orsa was too damp.",
            "The cellar of the mill in Orsa was too dry.",
            id="damp and dry",
        ),
        pytest.param(
            "The tower is open all year, even in the snow.",
            "The tower is open all year, unless there is snow.",
            id="even and unless",
        ),
        pytest.param(
            "The authority confirmed that the plane had been hit.",
            "The authority disputed whether the plane had been hit.",
            id="confirmed and disputed",
        ),
        pytest.param(
            "The bank surpassed analysts' estimates for profit in May.",
            "The profit of the bank in May was lower than analysts had estimated.",
            id="surpassed and lower",
        ),
        pytest.param(
            'Minister Tove Lind called the plan "a gift, not a reform", while 300 people came to hear her in Orsa.',
            HEARING,
            id="an office before the name of who said it",
        ),
        pytest.param(
            "It had not yet been shown in London.", "It was shown in London before it went to Paris.", id="and not yet"
        ),
    ],
)
def test_a_statement_behind_an_and_or_a_contrary_differs(claim: str, page: str) -> None:
    """A "not" of the second statement of a sentence denies that one, and two words may be one contrary."""
    assert judged_against(claim, page + REST).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "Guests pay, since the offer is solely for members of the club.",
            "The offer is for members of the club but not for guests, who pay.",
            id="only to",
        ),
        pytest.param(
            "The club has reached the last round of the cup twice.",
            "The club has twice reached the last round of the cup, but has never won it.",
            id="what the rest of a sentence denies",
        ),
        pytest.param(
            "He admitted the theft in court in Orsa.",
            "He pleaded guilty to the theft in court in Orsa.",
            id="guilty and admitted",
        ),
        pytest.param(
            "He pleaded not guilty to the theft in Orsa.",
            "He denied the theft in court in Orsa.",
            id="not guilty and denied",
        ),
        pytest.param(
            "The cellar of the mill in Orsa was too wet.",
            "The cellar of the mill in Orsa was too damp.",
            id="wet and damp",
        ),
        pytest.param("Sales were above the forecast in Orsa.", "Sales beat the forecast in Orsa.", id="above and beat"),
        pytest.param(
            'Its leader, Per Aas, called the plan "a gift, not a reform".',
            HEARING,
            id="an office on both sides",
        ),
        pytest.param(
            "It had not yet opened when the fire broke out.", "The fire broke out before it opened.", id="not yet"
        ),
        pytest.param(
            "Halm is not so much a town as a valley of farms.",
            "Visitors say that Halm is not so much a town as a valley of farms.",
            id="not so much",
        ),
    ],
)
def test_the_same_in_other_words_differs_in_nothing(claim: str, page: str) -> None:
    """What "only" leaves out, and what a plea comes to, is told."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The new mill would save the town 40 crowns a week.",
            "The new mill would cost the town 40 crowns a week.",
            id="save and cost",
        ),
        pytest.param(
            "The report was said to exaggerate the damage to the quay.",
            "The report was said to downplay the damage to the quay.",
            id="exaggerate and downplay",
        ),
        pytest.param(
            "The eastbound train was stopped at Orsa.", "The westbound train was stopped at Orsa.", id="eastbound"
        ),
        pytest.param(
            "The inquiry exonerated the captain of the ferry.",
            "The inquiry implicated the captain of the ferry.",
            id="exonerated and implicated",
        ),
    ],
)
def test_a_contrary_that_few_use_differs_as_the_common_ones_do(claim: str, page: str) -> None:
    """The list has the pairs whose two sides are said of the same things."""
    assert judged_against(claim, page + REST).verdict is Verdict.DETAIL_DIFFERS
