"""Words that are neither names nor figures: another thing of the kind, a relative, a rank, one word for another."""

import pytest
from judging import judged_against

from verifier.matching.base import MissKind, Verdict

LIFE = (
    "Olga Venn was the third daughter of a baker. An uncle who taught physics lent her books, and at nineteen she went "
    "to the university of Tarn to read chemistry. She played the cello in the orchestra of the town. In 1912 the "
    "Academy awarded her its silver medal for a thesis on the salts of copper.\n"
    "Her brother Karl, a lawyer, gave her papers to the library of Tarn. The walls of the institute are of brick but "
    "hardly contain any iron. Most of her neighbours kept goats; cattle were rare. She died of pneumonia in spring."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("She went to the university of Tarn to read biology.", "biology", "chemistry", id="subject"),
        pytest.param("She played the violin in the orchestra.", "violin", "cello", id="instrument"),
        pytest.param("In 1912 the Academy awarded her its gold medal.", "gold", "silver", id="metal"),
        pytest.param("Olga Venn was the third daughter of a butcher.", "butcher", "baker", id="trade"),
        pytest.param("Her brother Karl gave her papers to the museum of Tarn.", "museum", "library", id="building"),
        pytest.param("She died of cholera in spring.", "cholera", "pneumonia", id="illness"),
        pytest.param("She died of pneumonia in autumn.", "autumn", "spring", id="season"),
        pytest.param("The walls of the institute are of stone.", "stone", "brick", id="material"),
        pytest.param("The walls hardly contain any zinc.", "zinc", "iron", id="denied on both sides"),
        pytest.param(
            "Her neighbours kept sheep; cattle were rare.", "sheep", "goats", id="another of the kind is named"
        ),
        pytest.param("Her cousin Karl, a lawyer, gave her papers away.", "cousin", "brother", id="relative"),
    ],
)
def test_another_thing_of_the_kind_differs(claim: str, text: str, found: str) -> None:
    """Nothing is two things of one kind: whoever copied the wrong one is told which one the source has."""
    match = judged_against(claim, LIFE)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert [(m.kind, m.text, m.found) for m in match.missing if m.text == text] == [(MissKind.WORD, text, found)]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Her uncle, a physics teacher, lent her books.", id="both subjects are there"),
        pytest.param("She read chemistry at the university of Tarn.", id="the same thing in another order"),
        pytest.param("Karl Venn was a lawyer and her brother.", id="the same relative"),
        pytest.param("Her father was a baker.", id="a relative from the other side"),
        pytest.param("She was awarded the silver medal of the Academy in 1912.", id="the same metal"),
        pytest.param("Goats were kept by most of her neighbours, cattle by few.", id="two of a kind in another order"),
    ],
)
def test_the_same_thing_is_no_miss(claim: str) -> None:
    """Things of a kind stand side by side in many sentences, and a daughter has a father."""
    assert judged_against(claim, LIFE).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        pytest.param(
            "Marta Berg was the wife of Jonas Falk, who built the mill.",
            "Jonas Falk, husband of Marta Berg, built the mill.",
            id="husband and wife",
        ),
        pytest.param(
            "Jonas Falk and his sister Marta built the mill.",
            "Marta Falk built the mill with her brother Jonas.",
            id="brother and sister",
        ),
        pytest.param(
            "Jonas Falk and his uncle Peter Falk built the mill.",
            "Peter Falk built the mill with his nephew Jonas.",
            id="uncle and nephew",
        ),
    ],
)
def test_relatives_may_be_told_from_either_side(page: str, claim: str) -> None:
    """The word for a relative depends on whose relative he is said to be."""
    assert judged_against(claim, page).verdict is Verdict.SUPPORTED


SPA = (
    "The spa town of Harl has closed its oldest well after traces of a weedkiller were found. The regional authority "
    "has commissioned a report. The ferry captain Ost sold out his stock within a week. Hotels and boarding "
    "houses expect fewer guests, although the concentration was far below the limit set by law and nobody fell ill."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("The regional authority has published a report.", "published", "commissioned", id="between words"),
        pytest.param("The regional authority has commissioned a film.", "film", "report", id="at the end"),
    ],
)
def test_one_word_for_another_in_a_near_copy_is_for_a_person(claim: str, text: str, found: str) -> None:
    """The source says the rest word for word; only a reader can tell a synonym from a mistake."""
    match = judged_against(claim, SPA)

    assert (match.verdict, match.rule) == (Verdict.REVIEW, "word-replaced"), match
    assert (MissKind.WORD, text, found) in [(m.kind, m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Harl shut its oldest well because a weedkiller was detected in it.", id="two words differ"),
        pytest.param("Harl closed a well.", id="left out, not replaced"),
        pytest.param("Inns expect fewer guests although nobody fell ill.", id="at the head"),
    ],
)
def test_other_wording_is_not_for_a_person(claim: str) -> None:
    """A writer who retells is not asked about each word of his own."""
    assert judged_against(claim, SPA).rule != "word-replaced"


CASE = (
    "The prosecution may still demand a retrial. Coffee could reduce the risk of stroke, says a study of 900 nurses. "
    "The mill was allegedly sold to a brother of the mayor. The harbour might be closed; in December it was closed for "
    "a week. Line 4 will not open before 2028. The widow regretted that nobody had ever apologised to her. The report "
    "was withheld from the council for seven months, as the Courier revealed. Most speakers are over seventy. The sale "
    "of the waterworks was rejected by 57 to 43 percent. Finance director Paula Rey, a Liberal, said she regretted the "
    "vote but would not resign. Henk Bol doubts that rhythm alone keeps the bats apart. Taxes may have to rise in "
    "2026. In a better year the old crane would have found a home in the yard."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("The prosecution has demanded a retrial.", "demanded", "may … demand", id="may"),
        pytest.param("Coffee reduces the risk of stroke.", "reduces", "could reduce", id="could"),
        pytest.param("The mill was sold to a brother of the mayor.", "sold", "allegedly sold", id="allegedly"),
        pytest.param("Taxes will rise in 2026.", "rise", "may … rise", id="may have to"),
        pytest.param("The old crane found a home in the yard.", "found", "would … found", id="would have"),
    ],
)
def test_a_doubt_that_the_claim_drops_is_for_a_person(claim: str, text: str, found: str) -> None:
    """What may be, or is alleged, is stated: the commonest way to make a source say more than it does."""
    match = judged_against(claim, CASE)

    assert (match.verdict, match.rule) == (Verdict.REVIEW, "doubt-dropped"), match
    assert (MissKind.WORD, text, found) in [(m.kind, m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Coffee may reduce the risk of stroke.", id="the same doubt"),
        pytest.param("It is possible that the prosecution demands a retrial.", id="doubt in another word"),
        pytest.param("The harbour was closed in December.", id="stated besides"),
        pytest.param("The sale of the waterworks was rejected by 57 percent.", id="one of two shares"),
        pytest.param("The opening of Line 4 has been put off until 2028.", id="not before, until"),
        pytest.param(
            "The Courier revealed that the council did not see the report for months.", id="withheld, not seen"
        ),
    ],
)
def test_a_doubt_that_stays_or_ends_is_no_miss(claim: str) -> None:
    """Doubts have many words, and what might come about may have come about."""
    assert judged_against(claim, CASE).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Line 4 will open before 2028.", id="not before"),
        pytest.param("The widow said that everybody had apologised to her.", id="nobody ever"),
        pytest.param("Most speakers are under seventy.", id="over"),
        pytest.param("Paula Rey said she will resign over the vote.", id="said she would not"),
        pytest.param("Paula Rey said she welcomed the vote.", id="regretted"),
        pytest.param("Henk Bol is certain that rhythm alone keeps the bats apart.", id="doubts that"),
        pytest.param("As the Courier denied, the report was withheld from the council.", id="revealed"),
    ],
)
def test_what_is_turned_round_differs(claim: str) -> None:
    """A bound, a denial or a disclosure the other way round."""
    assert judged_against(claim, CASE).verdict is Verdict.DETAIL_DIFFERS


SURVEY = (
    "The survey of 2019 had been delayed, and nobody in the valley was sure what it would find. It cost more than was "
    "planned and took the institute three years, in which two of its heads retired.\n"
    "Houses on the north bank are at higher risk of flooding. The wall was raised after digging in the old bed had "
    "shown how far the water once came. Marta died four years later on 24 January 1957. "
    "On retiring the Venns had returned and lived in Upper Tarn, Westmark."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param(
            "Of all the places that the institute looked at after a long delay, those near the mill are at lower risk "
            "of flooding, as many in the valley had always thought.",
            *("lower", "higher"),
            id="in a sentence that says little else",
        ),
        pytest.param(
            "The wall was raised before digging in the old bed, after a survey in 2019.",
            *("before", "after"),
            id="with its opposite elsewhere in the claim",
        ),
    ],
)
def test_an_opposite_between_the_sources_own_words_differs(claim: str, text: str, found: str) -> None:
    """The words on both sides tell that the two speak of the same, wherever they stand."""
    match = judged_against(claim, SURVEY)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


def test_an_opposite_before_the_same_town_differs_in_nothing() -> None:
    """One may have lived and died in a town."""
    assert (
        judged_against("Venn died in Upper Tarn, Westmark, on 24 January 1957.", SURVEY).verdict
        is not Verdict.DETAIL_DIFFERS
    )


@pytest.mark.parametrize(
    ("rank", "verdict"),
    [("second-best", Verdict.REVIEW), ("fourth-best", Verdict.SUPPORTED)],
)
def test_a_rank_may_be_told_by_another_superlative(rank: str, verdict: Verdict) -> None:
    """The rank is the same or not, whatever it is ranked by."""
    page = "With an average of 17,210 last season, Ellory had the fourth-highest attendance in the Second Division."

    match = judged_against(f"Last season the average was above 17,000, the {rank} in the division.", page)

    assert match.verdict is verdict, match


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The calls cut turnout by two points where they were most common.",
            "Turnout was 2 points lower where the calls were common.",
            id="the most of a quality",
        ),
        pytest.param("Seventeen keepers died in May.", "Seventeen keepers lost their lives in May.", id="lives lost"),
    ],
)
def test_a_word_that_only_looks_like_an_opposite_is_none(claim: str, page: str) -> None:
    """Neither "lower" beside "most common" nor the noun "lives" beside "died" says the contrary."""
    match = judged_against(claim, page)

    assert match.verdict is not Verdict.DETAIL_DIFFERS, match
