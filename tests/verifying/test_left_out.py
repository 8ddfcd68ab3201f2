"""Who tells of the rest what the source tells of those left out is seen."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Aspect, Verdict

BUT_TWO = "All but two of the old ships returned to the harbour before the winter. "
ONLY_TWO = "Only two of the old ships returned to the harbour before the winter. "


@pytest.mark.parametrize(
    ("claim", "page", "found"),
    [
        pytest.param("Only two of the ships returned to the harbour.", BUT_TWO, "All but two", id="in the source"),
        pytest.param("All but two of the ships returned to the harbour.", ONLY_TWO, "two", id="in the claim"),
    ],
)
def test_what_one_text_leaves_out_is_for_a_person(claim: str, page: str, found: str) -> None:
    """The figure is the same, and stands for the others."""
    match = judged_against(claim, page + REST)

    assert match.verdict is Verdict.REVIEW, match
    assert [(m.text, m.found, m.aspect) for m in match.missing if m.found] == [("two", found, Aspect.EXTENT)]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("All but two of the ships returned to the harbour.", BUT_TWO, id="the same"),
        pytest.param("Two of the old ships did not return to the harbour.", BUT_TWO, id="a denial says so too"),
        pytest.param("Two of the old ships were lost before the winter.", BUT_TWO, id="another verb"),
        pytest.param("Two of the ships returned to the harbour.", ONLY_TWO, id="nothing left out"),
    ],
)
def test_what_both_leave_out_differs_in_nothing(claim: str, page: str) -> None:
    """No rival where both mean the same ships."""
    assert [m for m in judged_against(claim, page + REST).missing if m.aspect is Aspect.EXTENT] == []
