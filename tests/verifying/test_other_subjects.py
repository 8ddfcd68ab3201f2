"""Who copies what somebody did and gives it to somebody else is seen, even if the page tells of both."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Aspect, Verdict

COUNCIL = (
    "Marta Lind criticised the sale of the old harbour. Oren Dahl answered her an hour later. "
    "The Orsa Line of Tove Aas carried more guests than before. "
    "Halm and Brandt opened the northern quay together in June. "
    "Later Falk, who took the office over from Berg, announced the cuts in June. "
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("Oren Dahl criticised the sale of the old harbour.", "Dahl", "Lind", id="a neighbour"),
        pytest.param("In the hall, Dahl criticised the sale of the old harbour.", "Dahl", "Lind", id="within"),
        pytest.param("Berg announced the cuts in June.", "Berg", "Falk", id="in an aside about the subject"),
    ],
)
def test_another_subject_before_the_same_words_is_for_a_person(claim: str, text: str, found: str) -> None:
    """The page has the name next to that sentence, for something else."""
    match = judged_against(claim, COUNCIL + REST)

    assert match.verdict is Verdict.REVIEW, match
    assert [(m.text, m.found, m.aspect) for m in match.missing if m.found] == [(text, found, Aspect.ROLE)]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Marta Lind criticised the sale of the old harbour.", id="the same name"),
        pytest.param("Lind criticised the sale of the old harbour.", id="a part of the name"),
        pytest.param("Falk announced the cuts in June.", id="a subject with an aside about another"),
        pytest.param("The Orsa Line carried more guests than before.", id="another name after 'of' is no subject"),
        pytest.param("Halm opened the northern quay together with Brandt in June.", id="one of two subjects"),
    ],
)
def test_the_same_subject_under_any_name_differs_in_nothing(claim: str) -> None:
    """A name in another role, or one of several subjects, is no rival."""
    assert judged_against(claim, COUNCIL + REST).verdict is Verdict.SUPPORTED
