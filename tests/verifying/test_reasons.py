"""Why something is so: the reason that the claim gives, and the one that the source gives."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

BRIDGE = (
    "The bridge at Halm was shut in March because of cracks in a pillar. Rust in its cables was found long ago and did "
    "no harm. Trains run by Orsa since then, and the shops near the bridge complain."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge at Halm was shut in March because of rust in its cables.",
        "The bridge at Halm was shut in March due to rust in its cables, and trains run by Orsa.",
        "The bridge at Halm was shut in March owing to the complaints of the shops.",
    ],
)
def test_the_reason_of_another_matter_goes_to_a_person(claim: str) -> None:
    """Both may be reasons, which only a reader can tell."""
    assert judged_against(claim, BRIDGE).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge at Halm was shut in March because of cracks in a pillar.",
        "Because a pillar had cracks, the bridge at Halm was shut in March.",
        "Since cracks were found in a pillar, the bridge at Halm has been shut.",
        "Trains run by Orsa because the bridge at Halm was shut in March.",
    ],
)
def test_the_sources_own_reason_is_supported(claim: str) -> None:
    """Told as the source tells it, or with another word."""
    assert judged_against(claim, BRIDGE).verdict is Verdict.SUPPORTED
