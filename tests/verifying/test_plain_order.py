"""What is told in the place of another thing of the same sentence, and what is only told in another order."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

REST = " The harbour board met on Monday. Nobody was hurt in Ellory that day."


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
    ],
)
def test_two_things_in_the_place_of_each_other_go_to_a_person(claim: str, page: str) -> None:
    """All the rest in the same order, and two things exchanged: that is seldom how a thing is told anew."""
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
    ],
)
def test_what_is_told_in_another_order_differs_in_nothing(claim: str, page: str) -> None:
    """A passive, or another opening, tells the same."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED
