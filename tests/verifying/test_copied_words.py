"""What stands in copied words is the source's: its names, its subjects, and the figures of each clause."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

TOWN = (
    "The hall was designed by Oren Dahl. The first mayor of the town was Tove Lind. "
    "In 1911 the line met the Great Selden Canal at Aldmen with the river. "
    "Both lines made up the Great Orre Canal in 1929. "
)
BRIDGE = (
    "The bridge was planned by the state. "
    "It was built by soldiers on 13 September 1869, and opened to guests on 8 May 1870. "
    "Later the dam, which still carries the road to Halm, was built between the mill and the old bridge. "
)
RENAMED = "The village of Olmen, as it was called at the time of the flood, is now, officially, known as Aldmen. "


@pytest.mark.parametrize(
    ("claim", "page", "text", "found"),
    [
        pytest.param("The first mayor of the town was Oren Dahl.", TOWN, "Dahl", "Tove Lind", id="who it was"),
        pytest.param(
            "The line met the Great Orre Canal at Aldmen with the river.", TOWN, "Orre", "Selden", id="within a name"
        ),
        pytest.param(
            "The bridge was opened to guests on 13 September 1869.",
            BRIDGE,
            "1869",
            "1870",
            id="the year of another clause",
        ),
        pytest.param("The old bridge still carries the road to Halm.", BRIDGE, "bridge", "dam", id="what another does"),
    ],
)
def test_another_word_in_copied_words_is_for_a_person(claim: str, page: str, text: str, found: str) -> None:
    """The source has the claim's word as well, for something else."""
    match = judged_against(claim, page + REST)

    assert match.verdict is Verdict.REVIEW, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The first mayor of the town was Lind.", TOWN, id="in short"),
        pytest.param("Both lines became the Great Orre Canal in 1929.", TOWN, id="of another sentence"),
        pytest.param("Soldiers built the bridge in 1869.", BRIDGE, id="the year of its clause"),
        pytest.param("The bridge opened to guests in May 1870.", BRIDGE, id="the date of its clause"),
        pytest.param("The dam still carries the road to Halm.", BRIDGE, id="what it does"),
        pytest.param("Olmen is now known as Aldmen.", RENAMED, id="the new name"),
    ],
)
def test_a_true_claim_in_copied_words_is_supported(claim: str, page: str) -> None:
    """Nothing stands in the place of its words."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


def test_two_names_of_one_village_are_not_exchanged() -> None:
    """The old name stands first, and the new one behind "now known as"."""
    assert judged_against("Aldmen is now officially known as Olmen.", RENAMED + REST).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        pytest.param(
            "The drug had a significant effect on sleep.",
            "The drug helped with pain, and it had no statistically significant effect on sleep. ",
            Verdict.DETAIL_DIFFERS,
            id="behind an adverb",
        ),
        pytest.param(
            "No mole in Orre was higher than that of Halm.",
            "The mole of Halm was the highest mole in Orre. ",
            Verdict.SUPPORTED,
            id="a superlative in other words",
        ),
        pytest.param(
            "Lieutenant Colonel Aas drew the mole of Halm.",
            "The mole of Halm was drawn by Lt Col Aas, who lived in Orre. ",
            Verdict.SUPPORTED,
            id="titles in short",
        ),
        pytest.param(
            "The oil was harmful for the gates and useful for the lamps.",
            "The oil was beneficial for the gates, and it was harmful for the lamps of the mole. ",
            Verdict.DETAIL_DIFFERS,
            id="good and bad exchanged",
        ),
    ],
)
def test_the_same_words_with_another_sense(claim: str, page: str, verdict: Verdict) -> None:
    """Denials, comparisons, titles and opposites are read for what they say."""
    assert judged_against(claim, page + REST).verdict is verdict
