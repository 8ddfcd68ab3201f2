"""Who holds which office: another one than the source gives goes to a person."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

WORKS = (
    "Chief product officer Marta Lind-Falk said that the works at Orre would open a second hall in May. "
    "The chief executive, Oren Dahl, was not there. "
    "Tove Aas, the foreign minister, came with Vice President Jan Holm. "
    "Der Werksleiter dankte Bürgermeisterin Eva Brandt. "
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param(
            "Marta Lind-Falk, the chief executive, said that the works at Orre would open a second hall in May.",
            "executive",
            "officer",
            id="another chief",
        ),
        pytest.param("Marta Lind-Falk, the mayor, spoke of a second hall in May.", "mayor", "officer", id="no chief"),
        pytest.param("Tove Aas, the governor, came with Jan Holm.", "governor", "minister", id="another office"),
        pytest.param("Jan Holm, the captain, came with Tove Aas.", "captain", "President", id="before the name"),
    ],
)
def test_another_office_is_for_a_person(claim: str, text: str, found: str) -> None:
    """The source gives the person an office, and it is another one."""
    match = judged_against(claim, WORKS + REST)

    assert match.verdict is not Verdict.SUPPORTED, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Oren Dahl, the chief executive, was not there.", id="the same after the name"),
        pytest.param("CEO Oren Dahl was not there.", id="in short"),
        pytest.param("Tove Aas, a minister, came with Jan Holm.", id="less exactly"),
        pytest.param("Marta Lind-Falk said that the works would open a second hall in May.", id="none"),
    ],
)
def test_the_same_office_in_other_words_differs_in_nothing(claim: str) -> None:
    """An office may be named in short, or less exactly."""
    assert judged_against(claim, WORKS + REST).verdict is Verdict.SUPPORTED
