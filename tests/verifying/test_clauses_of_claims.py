"""A claim may join what several sentences of its source say: each clause is held against its own."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

YEAR = (
    "The yard of Orre built 14 ferries for the islands in 2021, three of them with electric engines. "
    "Its orders from abroad were higher than in the spring. "
    "The wages of the riggers were lower. "
)


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        pytest.param("its orders from abroad were lower than in the spring", Verdict.DETAIL_DIFFERS, id="turned round"),
        pytest.param("its orders from abroad were higher than in the spring", Verdict.SUPPORTED, id="as the page"),
    ],
)
def test_a_clause_is_held_against_the_sentence_that_says_it(clause: str, verdict: Verdict) -> None:
    """That sentence says less of the whole claim than the one that says the other clause."""
    claim = (
        f"The yard of Orre built 14 ferries for the islands in 2021, three of them with electric engines, but {clause}."
    )

    assert judged_against(claim, YEAR + REST).verdict is verdict
