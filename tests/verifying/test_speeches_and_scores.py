"""Whose speech it is in a transcript, the sets of a match, and a part of what the claim calls all."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

RADIO = (
    "ADA BERG, HOST: The county votes on the ferry this week. With us are a skipper and a teacher.\n"
    "EVA LIND: Thank you. If the ferry stops, it would take the pupils an hour longer to reach the school.\n"
    "OLE MARLE: Skippers do not get the respect they deserve.\n"
    "MATCHES: The first was won by Lind with 6-4, 6-0 against Vik.\n"
    "The doubles ended 6-3, 6-1.\n"
    "HOTEL: More than 330 of the hotel's 397 guest rooms, suites and cabins have been painted."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(
            "Ole Marle said it would take the pupils an hour longer to reach the school.", Verdict.REVIEW, id="another"
        ),
        pytest.param(
            "Eva Lind said it would take the pupils an hour longer to reach the school.", Verdict.SUPPORTED, id="she"
        ),
        pytest.param("Lind won against Vik with 6-4, 6-1.", Verdict.DETAIL_DIFFERS, id="the second set"),
        pytest.param("Lind won against Vik with 6-4, 6-0.", Verdict.SUPPORTED, id="both sets"),
        pytest.param(
            "All of the hotel's 397 guest rooms have been painted.",
            Verdict.DETAIL_DIFFERS,
            id="a part of what one owns",
        ),
    ],
)
def test_what_lines_and_rows_say(claim: str, verdict: Verdict) -> None:
    """A label names who speaks; behind the same set stands the other one; "all" is more than "330 of the 397"."""
    assert judged_against(claim, RADIO).verdict is verdict


def test_a_heading_with_a_colon_is_no_speaker() -> None:
    """The claim's speaker has no line of his own, so that the colons stand behind headings."""
    source = (
        "Delaware: Residents can no longer sell shark fins there.\n"
        "That is good news, Nils Dahl said.\n"
        "Oregon: Family leave now lasts two weeks."
    )

    assert (
        judged_against("Nils Dahl said residents can no longer sell shark fins.", source).verdict is Verdict.SUPPORTED
    )
