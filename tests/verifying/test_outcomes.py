"""What became of an appeal is seen, and is not mixed with what became of the ruling."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Aspect, Verdict

COURT = "The high court of Orre dismissed a second appeal of the ferry company against the fine on Monday. "
PASSIVE = "The appeal of the ferry company was heard in Orre; the appeal was dismissed on Monday. "


@pytest.mark.parametrize("page", [pytest.param(COURT, id="active"), pytest.param(PASSIVE, id="passive")])
@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("On Monday the court upheld the appeal of the ferry company.", id="upheld"),
        pytest.param("The appeal was allowed on Monday, in favour of the ferry company.", id="allowed"),
    ],
)
def test_an_appeal_with_the_other_outcome_differs(claim: str, page: str) -> None:
    """Every other word of the claim agrees."""
    match = judged_against(claim, page + REST)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert ("dismissed", Aspect.CONTRARY) in [(m.found, m.aspect) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The court dismissed the appeal of the ferry company.", id="the same"),
        pytest.param("The high court of Orre upheld the fine of the ferry company.", id="the ruling stands"),
        pytest.param("The court rejected the second appeal of the ferry company.", id="another word"),
        pytest.param("The court did not allow the appeal of the ferry company.", id="denied"),
    ],
)
def test_the_same_outcome_in_other_words_is_no_miss(claim: str) -> None:
    """Who dismisses an appeal upholds what it is against."""
    assert not [m for m in judged_against(claim, COURT + REST).missing if m.aspect is Aspect.CONTRARY]
