"""Who is described so: what the source says of one name is not said of another."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

POND = (
    "Marle, a gregarious man with bushy eyebrows, and Orsen, a wiry skier with a quiet voice, walked onto the pond.\n"
    "Doris Orsen measured the ice, and Anton Marle held the rope.\n"
    "Their only rival is former fisheries minister Ada Berg, who owns the shore.\n"
    "Berg and Eva Lind, both lifelong skiers, lent the drill."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Doris Orsen is a gregarious man with bushy eyebrows.", Verdict.REVIEW, id="it is"),
        pytest.param("Eva Lind, a former fisheries minister, owns the shore.", Verdict.REVIEW, id="an aside"),
        pytest.param("Anton Marle is a gregarious man with bushy eyebrows.", Verdict.SUPPORTED, id="the same"),
        pytest.param("Ada Berg, a former fisheries minister, owns the shore.", Verdict.SUPPORTED, id="told before it"),
    ],
)
def test_a_description_of_another_is_for_a_person(claim: str, verdict: Verdict) -> None:
    """Two may be described in the same words, but the page describes only one of them so."""
    assert judged_against(claim, POND).verdict is verdict
