"""Another day of the week than the source has for the same."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

WEEK = (
    "The old mill of Orre burned down late on Monday night after a quiet summer.\n"
    "The council met on Tuesday to speak about the ferry, and the skippers struck on Thursday.\n"
    "The governor signed the harbour bill on Wednesday. On Friday he signed the harbour bill of the islands."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("The old mill of Orre burned down on Tuesday.", Verdict.REVIEW, id="another"),
        pytest.param("The old mill of Orre burned down on Monday.", Verdict.SUPPORTED, id="the same"),
        pytest.param("The skippers struck on Thursday.", Verdict.SUPPORTED, id="two in the sentence"),
        pytest.param(
            "The governor signed the harbour bill on Friday.", Verdict.SUPPORTED, id="another sentence has it"
        ),
    ],
)
def test_another_weekday_is_for_a_person(claim: str, verdict: Verdict) -> None:
    """Elsewhere on the page the claim's day is told of something else."""
    assert judged_against(claim, WEEK).verdict is verdict
