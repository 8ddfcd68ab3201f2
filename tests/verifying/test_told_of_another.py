"""What stands in the source for something else is no support: in copied words, in another clause, in a list."""

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
RESPECTIVELY = (
    "Oslo, Bergen and Halm, the last on its island, have populations of 709,000, 291,000 and 12,000 respectively. "
)
NAMES = "Anna Berg, Tomas Falk and Ida Lund crossed the lake in 41, 43 and 46 minutes, respectively. "
SHARES = "Turnout reached 61% in the north, 58% in the south and 47% on the islands. "
PRICES = "Admission is $9.95 adults and $4.95 ages 3-17. Members enter free. "
FINES = (
    "Fjord Lines was fined 11,000 euros for a leak of letters in May. "
    "Kyst Bus was fined 2,500 euros for a list that lay open. "
)
REVENUE = "Storage revenue rose by 19 per cent to 4 crowns. Services revenue rose by just 1 per cent to 8 crowns. "
HEADS = (
    "Tove Lind, the director, wrote to the guild. Nobody answered her. Oren Falk, who became director in 2006, spoke. "
)
LOADS = "The bridge carries trains, carts and cyclists to Halm. "
CAGE = "Ada Lind wrote two operas. She was much influenced by Oren Berg and studied drawing under Tove Falk. "
YEARS = "Karl Aas crossed the lake first in 1902. The following year, Ida Brandt crossed the lake in nine hours. "
RACE = "Nineteen boats came to the race of Halm and 17 finished it before the night. "
RACERS = (
    "The American Oren Falk and the Norwegian Tove Aas crossed the line. "
    "The Labour mayor Ada Lind saw them, and a Conservative councillor gave the prize. "
)
SKI = "Damit schlug sie den Lauf von Ada Berg (NOR) in Halm um neun Sekunden. "


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
        pytest.param("Falk crossed the lake in 41 minutes.", NAMES, "41", "43", id="respectively"),
        pytest.param("Turnout reached 61% on the islands.", SHARES, "61", "47", id="figures first"),
        pytest.param("Adults pay $4.95 for admission.", PRICES, "4.95", "9.95", id="prices"),
        pytest.param("Fjord Lines was fined 2,500 euros for a leak.", FINES, "2,500", "11,000", id="another entry"),
        pytest.param("Services revenue rose by 19 per cent.", REVENUE, "19", "1", id="what it begins with"),
        pytest.param("The bridge carries only trains to Halm.", LOADS, "trains", "cyclists", id="only"),
        pytest.param("Tove Lind became director in 2006.", HEADS, "Lind", "Falk", id="whose year it is"),
        pytest.param("Oren Falk was a Norwegian.", RACERS, "Norwegian", "American", id="nation"),
        pytest.param("Ada Lind is a Conservative.", RACERS, "Conservative", "Labour", id="party"),
        pytest.param("Oren Berg was influenced by Ada Lind.", CAGE, "Berg", "Oren Berg", id="by"),
        pytest.param("Tove Falk studied under Ada Lind.", CAGE, "Falk", "Tove Falk", id="under"),
        pytest.param("Ida Brandt crossed the lake in 1902.", YEARS, "1902", "following", id="the year before"),
    ],
)
def test_what_is_told_of_another_is_for_a_person(claim: str, page: str, text: str, found: str) -> None:
    """Every word of the claim stands in the source, and one of them for something else."""
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
        pytest.param("Falk crossed the lake in 43 minutes.", NAMES, id="respectively"),
        pytest.param("Bergen has a population of 291,000.", RESPECTIVELY, id="another figure stands nearer"),
        pytest.param("Turnout was 47% on the islands.", SHARES, id="figures first"),
        pytest.param("Turnout was 61% in the north and 58% in the south.", SHARES, id="two members"),
        pytest.param("Admission is $9.95 for adults.", PRICES, id="prices"),
        pytest.param("Fjord Lines was fined 11,000 euros for a leak.", FINES, id="its own entry"),
        pytest.param("Services revenue rose by 1 per cent.", REVENUE, id="its own line"),
        pytest.param("The bridge carries trains to Halm.", LOADS, id="one of them"),
        pytest.param(
            "The bridge carries only trains.", "The bridge to Halm carries trains only, and no cyclists. ", id="only"
        ),
        pytest.param("Oren Falk became director in 2006.", HEADS, id="whose year it is"),
        pytest.param("Tove Aas was a Norwegian.", RACERS, id="nation"),
        pytest.param("The Labour mayor Lind saw them cross the line.", RACERS, id="party"),
        pytest.param("Ada Lind was influenced by Oren Berg.", CAGE, id="by"),
        pytest.param("Karl Aas crossed the lake in 1902.", YEARS, id="its own year"),
        pytest.param("Ida Brandt crossed the lake in nine hours.", YEARS, id="no year"),
        pytest.param("Der Lauf von Ada Berg in Halm wurde geschlagen.", SKI, id="a country in capitals denies nothing"),
    ],
)
def test_what_is_told_of_the_same_is_no_miss(claim: str, page: str) -> None:
    """Each thing has its own name, figure and deed."""
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


def test_figures_in_letters_are_members_too() -> None:
    """A list may begin with a number in letters."""
    page = "Four schools of Halm burned, and six schools of Orre stand. "

    assert judged_against("Six schools of Orre stand.", page + REST).verdict is Verdict.SUPPORTED


def test_a_part_that_did_not_is_for_a_person() -> None:
    """What a source tells of the others may be reckoned from it."""
    match = judged_against("Two of the 19 boats at Halm did not finish the race.", RACE + REST)

    assert match.verdict is Verdict.REVIEW, match
