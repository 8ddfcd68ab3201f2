"""What the source only plans is not told as done."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

PLANS = (
    "Marle is planning to teach the class of Ada Berg in June.\n"
    "The trust is set to buy the old mill of Orre for 2 million crowns.\n"
    "The ferry of Sund was set on its new course and sold to the islanders."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Marle taught the class of Ada Berg.", Verdict.REVIEW, id="planning to"),
        pytest.param("The trust bought the old mill of Orre.", Verdict.REVIEW, id="set to"),
        pytest.param("The trust will buy the old mill of Orre.", Verdict.SUPPORTED, id="still to come in both"),
        pytest.param("The ferry of Sund was sold to the islanders.", Verdict.SUPPORTED, id="set on"),
    ],
)
def test_what_is_still_to_come_is_for_a_person(claim: str, verdict: Verdict) -> None:
    """It may have come about since."""
    assert judged_against(claim, PLANS).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Der Rat von Orre hat das Alter der Lotsen auf 62 Jahre angehoben.", Verdict.REVIEW, id="done"),
        pytest.param(
            "Der Rat von Orre will das Alter der Lotsen auf 62 Jahre anheben.", Verdict.SUPPORTED, id="wanted"
        ),
    ],
)
def test_what_is_only_wanted_in_german_is_for_a_person(claim: str, verdict: Verdict) -> None:
    """The verb stands at the end of both, in two forms."""
    source = (
        "Der Rat von Orre will das Alter der Lotsen von 60 auf bis zu 62 Jahre anheben. Darüber wird heute beraten."
    )

    assert judged_against(claim, source).verdict is verdict
