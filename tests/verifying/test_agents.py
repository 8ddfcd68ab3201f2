"""Who does a thing and to whom, in which year, and how many of how many: told the other way round, a person looks."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

CAGE = "Ada Lind wrote two operas. She was much influenced by Oren Berg and studied drawing under Tove Falk. "
YEARS = "Karl Aas crossed the lake first in 1902. The following year, Ida Brandt crossed the lake in nine hours. "
RACE = "Nineteen boats came to the race of Halm and 17 finished it before the night. "
SKI = "Damit schlug sie den Lauf von Ada Berg (NOR) in Halm um neun Sekunden. "


@pytest.mark.parametrize(
    ("claim", "page", "text", "found"),
    [
        pytest.param("Oren Berg was influenced by Ada Lind.", CAGE, "Berg", "Oren Berg", id="by"),
        pytest.param("Tove Falk studied under Ada Lind.", CAGE, "Falk", "Tove Falk", id="under"),
        pytest.param("Ida Brandt crossed the lake in 1902.", YEARS, "1902", "following", id="the year before"),
    ],
)
def test_who_and_when_in_the_other_order_is_for_a_person(claim: str, page: str, text: str, found: str) -> None:
    """Every word of the claim stands in the source."""
    match = judged_against(claim, page + REST)

    assert match.verdict is Verdict.REVIEW, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Ada Lind was influenced by Oren Berg.", CAGE, id="by"),
        pytest.param("Karl Aas crossed the lake in 1902.", YEARS, id="its own year"),
        pytest.param("Ida Brandt crossed the lake in nine hours.", YEARS, id="no year"),
        pytest.param("Der Lauf von Ada Berg in Halm wurde geschlagen.", SKI, id="a country in capitals denies nothing"),
    ],
)
def test_who_and_when_in_the_same_order_is_no_miss(claim: str, page: str) -> None:
    """The source has the same order, or another word for it."""
    assert judged_against(claim, page + REST).verdict in {Verdict.SUPPORTED, Verdict.PARTLY}


def test_a_part_that_did_not_is_for_a_person() -> None:
    """What a source tells of the others may be reckoned from it."""
    match = judged_against("Two of the 19 boats at Halm did not finish the race.", RACE + REST)

    assert match.verdict is Verdict.REVIEW, match
