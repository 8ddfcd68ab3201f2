"""Who speaks in a transcript stands in a label at the beginning of the line."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

INTERVIEW = (
    "MARTA LIND: If the ferry stops, it would cut the island off from the only school. We have asked twice.\n"
    "HOST: Her neighbour Oren Dahl is a plumber.\n"
    "OREN DAHL: I have packed my tools for the winter.\n"
    "A bus takes an hour.\n"
)
CHAT = (
    "Tove Aas: The lake froze over in November this year.\nJan Holm: The old pier will not last.\n"
    "Tove Aas: We walked to the lighthouse.\nJan Holm: So did the post.\n"
)


@pytest.mark.parametrize(
    ("claim", "page", "text", "found"),
    [
        pytest.param(
            "Oren Dahl said the ferry would cut the island off from the only school if it stops.",
            INTERVIEW,
            "Dahl",
            "MARTA LIND",
            id="in capitals",
        ),
        pytest.param(
            "Jan Holm said the lake froze over in November this year.", CHAT, "Holm", "Tove Aas", id="again and again"
        ),
    ],
)
def test_another_label_is_another_speaker(claim: str, page: str, text: str, found: str) -> None:
    """The page has the name too, as the speaker of something else."""
    match = judged_against(claim, page)

    assert match.verdict is Verdict.REVIEW, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "Marta Lind said the ferry would cut the island off from the only school if it stops.", INTERVIEW, id="own"
        ),
        pytest.param("Lind said they had asked twice.", INTERVIEW, id="later in the same speech"),
        pytest.param("Tove Aas said the lake froze over in November this year.", CHAT, id="not in capitals"),
        pytest.param(
            "Jan Holm said the pier would be closed in spring.",
            "Background: Jan Holm said that the pier would be closed in spring.",
            id="a heading is no label",
        ),
    ],
)
def test_the_speaker_of_the_label_says_it(claim: str, page: str) -> None:
    """A label holds until the next one."""
    assert judged_against(claim, page).verdict is Verdict.SUPPORTED
