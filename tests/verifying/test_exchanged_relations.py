"""Who turns round which of two people taught, raised or followed the other is seen."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Aspect, Verdict

HALL = "The hall was drawn by Orla Lind, Dahl's teacher, and opened in the spring of that year. "


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Dahl was the teacher of Orla Lind.", id="of"),
        pytest.param("Dahl, Lind's teacher, opened the hall in the spring.", id="apposition"),
        pytest.param("Lind was Dahl's pupil when the hall was drawn.", id="the other word"),
        pytest.param("Lind's former teacher, Oren Dahl, saw the hall opened in spring.", id="owned"),
    ],
)
def test_a_relation_turned_round_differs(claim: str) -> None:
    """Every word of the claim may stand in the source."""
    match = judged_against(claim, HALL + REST)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert Aspect.ROLE in [m.aspect for m in match.missing if m.found]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Orla Lind was Dahl's teacher.", HALL, id="the same"),
        pytest.param("Dahl was the pupil of Orla Lind.", HALL, id="from the other side"),
        pytest.param(
            "Lind was Dahl's teacher.",
            "Dahl said. To Dahl, Lind's teacher was Aas, a strict woman. ",
            id="somebody's word",
        ),
    ],
)
def test_a_relation_told_from_either_side_is_the_same(claim: str, page: str) -> None:
    """A teacher has a pupil; and no relation holds over the words of somebody else."""
    assert not [m for m in judged_against(claim, page + REST).missing if m.aspect is Aspect.ROLE and m.aligned]
