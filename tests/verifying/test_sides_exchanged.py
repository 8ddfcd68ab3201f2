"""Two sides exchanged: who won, who sues whom, what is more than what, where a journey begins."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

HARBOUR = (
    "The league champion Orre Rovers defeated the cup holders Vik Town, 35-10.\n"
    "The mayor Hanna Lind is suing the builder Falk for 2 million crowns.\n"
    "Small harbours like Orre and Sund, though short of berths, sent out more ferries in summer than Grenholm.\n"
    "The ferry carried 167 passengers from the old capital Grenholm to Sund."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Vik Town beat Orre Rovers 35-10.", Verdict.DETAIL_DIFFERS, id="another verb of winning"),
        pytest.param("Falk is suing Hanna Lind for 2 million crowns.", Verdict.DETAIL_DIFFERS, id="under way"),
        pytest.param(
            "Grenholm sent out more ferries in summer than Orre and Sund.",
            Verdict.DETAIL_DIFFERS,
            id="a remark between",
        ),
        pytest.param("The ferry carried 167 passengers from Sund to Grenholm.", Verdict.REVIEW, id="a journey back"),
    ],
)
def test_sides_exchanged_are_seen(claim: str, verdict: Verdict) -> None:
    """A journey there may be one back, too, so a person looks at it."""
    assert judged_against(claim, HARBOUR).verdict is verdict


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Orre Rovers beat Vik Town 35-10.", id="who won"),
        pytest.param("Hanna Lind, the mayor, is suing Falk for 2 million crowns.", id="who sues"),
        pytest.param("Orre and Sund sent out more ferries in summer than Grenholm.", id="what is more"),
        pytest.param("The ferry carried 167 passengers from Grenholm to Sund.", id="the journey"),
    ],
)
def test_sides_in_their_order_are_supported(claim: str) -> None:
    """The same in other words, with the sides as the page has them."""
    assert judged_against(claim, HARBOUR).verdict is Verdict.SUPPORTED
