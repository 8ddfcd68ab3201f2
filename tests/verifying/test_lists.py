"""In a list each member has its own figure, and none of its members is the only one."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

RESPECTIVELY = (
    "Oslo, Bergen and Halm, the last on its island, have populations of 709,000, 291,000 and 12,000 respectively. "
)
NAMES = "Anna Berg, Tomas Falk and Ida Lund crossed the lake in 41, 43 and 46 minutes, respectively. "
SHARES = "Turnout reached 61% in the north, 58% in the south and 47% on the islands. "
PRICES = "Admission is $9.95 adults and $4.95 ages 3-17. Members enter free. "
BRIDGE = "The bridge carries trains, carts and cyclists to Halm. "


@pytest.mark.parametrize(
    ("claim", "page", "text", "found"),
    [
        pytest.param("Falk crossed the lake in 41 minutes.", NAMES, "41", "43", id="respectively"),
        pytest.param("Turnout reached 61% on the islands.", SHARES, "61", "47", id="figures first"),
        pytest.param("Adults pay $4.95 for admission.", PRICES, "4.95", "9.95", id="prices"),
        pytest.param("The bridge carries only trains to Halm.", BRIDGE, "trains", "cyclists", id="only"),
    ],
)
def test_what_a_list_tells_of_another_is_for_a_person(claim: str, page: str, text: str, found: str) -> None:
    """The figure stands in the list, for another member."""
    match = judged_against(claim, page + REST)

    assert match.verdict is Verdict.REVIEW, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Falk crossed the lake in 43 minutes.", NAMES, id="respectively"),
        pytest.param("Bergen has a population of 291,000.", RESPECTIVELY, id="another figure stands nearer"),
        pytest.param("Turnout was 47% on the islands.", SHARES, id="figures first"),
        pytest.param("Turnout was 61% in the north and 58% in the south.", SHARES, id="two members"),
        pytest.param("Admission is $9.95 for adults.", PRICES, id="prices"),
        pytest.param("The bridge carries trains to Halm.", BRIDGE, id="one of them"),
        pytest.param(
            "The bridge carries only trains.", "The bridge to Halm carries trains only, and no cyclists. ", id="only"
        ),
    ],
)
def test_what_a_list_tells_of_its_member_is_supported(claim: str, page: str) -> None:
    """Each member has its own figure."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


def test_figures_in_letters_are_members_too() -> None:
    """A list may begin with a number in letters."""
    page = "Four schools of Halm burned, and six schools of Orre stand. "

    assert judged_against("Six schools of Orre stand.", page + REST).verdict is Verdict.SUPPORTED
