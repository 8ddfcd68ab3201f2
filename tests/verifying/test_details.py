"""Figures, dates and directions, one by one in the located place."""

import pytest
from judging import judged_against

from verifier.matching.base import Match, MissKind, Verdict

PAGE = (
    "The bridge office published its report on Friday. Sister ships were not discussed. "
    "The toll for lorries rose by 12 per cent in 2021 after a quiet year. "
    "Engineer Ruth Okafor opened the repaired span on 3 May 2019. "
    "The works cost 4.2 million crowns and took nineteen months. "
    "The World Harbour Council praised the result. "
    "About 1,187,000 vehicles crossed the bridge in its first year. "
    "The bridge office counted 140 lamps and keeps three hundred keys. "
    "The repair crews number between 40 and 50 people. The WHC's inspectors left the bridge, which won two prizes. "
    "Freight over the bridge fell 4% in winter, before rising again in May. Only half of the lamps burn at night. "
    "The slope of the ramp is 0.08. Of the 900 lorries a day two thirds pay the toll by card. "
    "The mayor raised the toll for buses, and night traffic doubled. The old ferry ran for 20 years. "
    "The piers are 3.2 metres high. The rails were lifted in 1970–72. "
    "The rails were sold on 19 June. The council denies that the toll is unfair. "
    "Councillor Brandt voted against the toll. "
    "In spring a storm broke two masts and killed a keeper of the bridge; in a smaller "
    "storm of the next winter no one was killed. The upper dock has 3.5 hectares. "
    "The fund held €6.5 million (2018: €4.0 million). Votes cast on the fund: 3,574,531."
)


def ask(claim: str, page: str = PAGE) -> Match:
    """Judge a claim against the page."""
    return judged_against(claim, page)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The toll for lorries rose by 12% in 2021.", id="percent sign"),
        pytest.param("Ruth Okafor opened the repaired span in May 2019.", id="date with fewer parts"),
        pytest.param("The works cost 4,200,000 crowns and took 19 months.", id="scale and letters"),
        pytest.param("The WHC praised the result.", id="name as initials"),
        pytest.param("About 1.2 million vehicles crossed the bridge in its first year.", id="rounded"),
        pytest.param("The bridge office counted one hundred and forty lamps.", id="number of several words"),
        pytest.param("The bridge office keeps 300 keys.", id="digits for words"),
        pytest.param("The repair crews number some 45 people.", id="within a range"),
        pytest.param("Only 50 per cent of the lamps burn at night.", id="a half"),
        pytest.param("The slope of the ramp is 8%.", id="per cent of a decimal fraction"),
        pytest.param("Two out of three lorries pay the toll by card.", id="two out of three"),
        pytest.param("The old ferry ran for two decades.", id="other unit of time"),
        pytest.param("The piers are 3.2m high.", id="metres, not millions"),
        pytest.param("The rails were lifted between 1970 and 1972.", id="a span in short"),
        pytest.param("In spring a storm killed a keeper of the bridge.", id="not denied in that clause"),
        pytest.param("The upper dock has three and a half hectares.", id="and a half"),
        pytest.param("The fund went from four million euros to six and a half.", id="a scale named before"),
        pytest.param("On the fund more than three and a half million votes were cast.", id="a half, rounded"),
        pytest.param("The World Harbour Council's inspectors left the bridge.", id="initials in the genitive"),
    ],
)
def test_the_same_detail_in_other_words_is_no_miss(claim: str) -> None:
    """Units, scales, rounding and initials are ways to write one thing."""
    match = ask(claim)

    assert match.verdict is Verdict.SUPPORTED, match
    assert match.missing == ()


@pytest.mark.parametrize(
    ("claim", "kind", "text", "found"),
    [
        pytest.param(
            "The toll for lorries rose by 21 per cent in 2021.",
            MissKind.NUMBER,
            "21",
            "12",
            id="figure beside its unit",
        ),
        pytest.param(
            "Ruth Okafor opened the repaired span on 8 May 2019.", MissKind.DATE, "8", "3", id="day of a month"
        ),
        pytest.param("Ruth Okafor opened the repaired span on 3 May 2018.", MissKind.DATE, "2018", "2019", id="year"),
        pytest.param("The rails were sold on 20 June.", MissKind.DATE, "20", "19", id="a day is never rounded"),
        pytest.param("The bridge won three prizes.", MissKind.NUMBER, "three", "two", id="small count, also in a date"),
        pytest.param(
            "Freight over the bridge rose 4% in winter.", MissKind.WORD, "rose", "fell", id="direction, with its return"
        ),
        pytest.param("The mayor cut the toll for buses.", MissKind.WORD, "cut", "raised", id="cut for raised"),
        pytest.param("The council admits that the toll is unfair.", MissKind.WORD, "admits", "denies", id="admits"),
        pytest.param("Councillor Brandt voted for the toll.", MissKind.WORD, "for", "against", id="voted for"),
        pytest.param("Night traffic trebled.", MissKind.WORD, "trebled", "doubled", id="other multiple"),
        pytest.param(
            "Ruth Okafor opened the repaired span on 3 April 2019.", MissKind.DATE, "April", "May", id="month of a day"
        ),
        pytest.param(
            "Engineer Ruth Lindqvist opened the repaired span on 3 May 2019.",
            MissKind.NAME,
            "Lindqvist",
            "Okafor",
            id="name in its slot",
        ),
        pytest.param(
            "The toll for lorries fell by 12 per cent in 2021.", MissKind.WORD, "fell", "rose", id="direction"
        ),
    ],
)
def test_a_rival_in_the_same_place_differs(claim: str, kind: MissKind, text: str, found: str) -> None:
    """The miss says what the claim has, what the source has instead, and where."""
    match = ask(claim)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    miss = next(m for m in match.missing if m.kind is kind and m.text == text)
    assert miss.found == found
    assert miss.found_start is not None
    assert miss.found_end is not None
    assert PAGE[miss.found_start : miss.found_end] == found
    assert claim[miss.start : miss.end] == text


COURT = (
    "The court ruled by six votes to three that the quay tax of Marle was unconstitutional. "
    "The town's income from the quay was down 6% on the year. The mayor did not change the fee for boats. "
    "The surveyors did not measure the old quay. Earlier measurements had been lost. "
    "Striker Ana Lund scored twice in the last minutes of the match, which Marle won 3-2. The plan to widen it "
    "vanished."
)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        pytest.param("The court ruled that the quay tax of Marle was constitutional.", "constitutional", id="a prefix"),
        pytest.param("The court ruled by six votes to two that the quay tax was void.", "two", id="votes in letters"),
        pytest.param("By 5-4 the court ruled that the quay tax of Marle was unconstitutional.", "4", id="other votes"),
        pytest.param("The town's income from the quay was up 6% on the year.", "up", id="up and down"),
        pytest.param("The mayor raised the fee for boats.", "raised", id="not changed"),
        pytest.param("The surveyors measured the old quay.", "measured", id="not, where a noun of the word is near"),
        pytest.param("Striker Ana Lund scored three late goals in the match.", "three", id="a score is no count"),
        pytest.param("The plan to widen it remained.", "remained", id="what is left and what is gone"),
    ],
)
def test_what_the_source_has_the_other_way_round_differs(claim: str, text: str) -> None:
    """All other words agree, so the detail alone can tell."""
    match = ask(claim, COURT)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert text in [m.text for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The court ruled that the quay tax of Marle was not constitutional.", id="a prefix and a not"),
        pytest.param("The court ruled 6-3 that the quay tax of Marle was unconstitutional.", id="votes in figures"),
        pytest.param("The town's income from the quay fell 6% on the year.", id="down and fell"),
        pytest.param("The fee for boats was left unchanged by the mayor.", id="unchanged"),
    ],
)
def test_a_direction_in_other_words_is_the_same(claim: str) -> None:
    """An opposite denied is no opposite."""
    match = ask(claim, COURT)

    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match


MATCH = (
    "Ferrol led the final 10-7 overnight. The second session had begun at noon. "
    "The council's VI Congress of Harbours met in the old customs house. The plan was carried 62–47. "
    "(first published 9 March 2021)"
)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        pytest.param("Ferrol led the final 10-10 overnight.", "10", id="score"),
        pytest.param("Ferrol led the final 4–7 overnight.", "4", id="score with a long dash"),
        pytest.param("The plan was carried by 62 votes to 48.", "48", id="votes"),
        pytest.param("The VII Congress of Harbours met in the old customs house.", "VII", id="Roman numeral"),
        pytest.param("The 7th Congress of Harbours met in the old customs house.", "7th", id="Roman as an ordinal"),
    ],
)
def test_figures_that_belong_together_are_compared_together(claim: str, text: str) -> None:
    """A score of 10-10 is not told by a page that has 10-7 and, elsewhere, another 10."""
    match = ask(claim, MATCH)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert text in [m.text for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Ferrol led the final 10–7 overnight.", id="same score"),
        pytest.param("The final stood at 7-10 overnight, with Ferrol ahead.", id="told from the other side"),
        pytest.param("The plan was carried by 62 votes to 47.", id="votes for a dash"),
        pytest.param("The sixth Congress of Harbours met in the old customs house.", id="Roman in letters"),
    ],
)
def test_the_same_score_or_ordinal_in_another_form_is_no_miss(claim: str) -> None:
    """VI is six, and a score may be given from the other side."""
    match = ask(claim, MATCH)

    assert not [m for m in match.missing if m.kind is MissKind.NUMBER], match


def test_a_share_of_numbers_without_end_is_read_in_bounds() -> None:
    """A hostile article may write a number of ten thousand digits."""
    endless = "9" + ",999" * 3000

    match = ask(f"Of the 37 lamps of the bridge half burn at night, which is {endless} of {endless}.")

    assert match.verdict is not Verdict.SUPPORTED


def test_a_year_that_the_source_leaves_to_its_date_is_not_missed() -> None:
    """News says "in June" and leaves the year to its own date."""
    page = PAGE.replace("3 May 2019", "3 May") + " Published in December 2018."

    match = ask("Ruth Okafor opened the repaired span on 3 May 2019.", page)

    assert match.verdict is Verdict.SUPPORTED, match


def test_a_number_of_two_words_is_not_two_numbers() -> None:
    """The "three" of "forty-three" counts nothing, and neither is a rival of another figure nor the same as one."""
    source = "I had forty-three children in at three, and they had been measured for forty-two years."

    assert judged_against("She had more than forty children in.", source).verdict is Verdict.SUPPORTED
    assert judged_against("They had been measured for two years.", source).verdict is Verdict.DETAIL_DIFFERS


def test_a_year_told_for_another_month_is_missed_all_the_same() -> None:
    """Where the source gives the month a year, that year counts."""
    match = ask("Ruth Okafor opened the repaired span on 3 May 2018.", PAGE + " Published in December 2019.")

    assert match.verdict is Verdict.DETAIL_DIFFERS, match


def test_a_claim_whose_last_word_is_found_scores_higher() -> None:
    """What a sentence has to say of its subject comes last: with that missing, the rest is only the subject."""
    said = ask("The bridge is a quiet museum.", "The bridge is a modern museum.")
    unsaid = ask("The bridge is a quiet museum.", "The bridge is a quiet place.")

    assert said.score > unsaid.score


def test_a_figure_that_is_merely_absent_is_found_in_part_only() -> None:
    """A verdict of "differs" needs a rival; the source may be silent."""
    match = ask("Ruth Okafor opened the repaired span before 250 guests.")

    assert match.verdict is Verdict.PARTLY
    assert [(m.text, m.found) for m in match.missing if m.kind is MissKind.NUMBER] == [("250", None)]


def test_a_list_of_years_with_one_more_differs() -> None:
    """The source names the others of the list in one sentence, and not this one."""
    match = ask(
        "The pact replaces those of 1961, 1988 and 2001.",
        "The pact will replace those of 1961 and 1988, both long dead.",
    )

    assert match.verdict is Verdict.DETAIL_DIFFERS
    assert match.missing[0].found == "1961 … 1988"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("The board rejected a register of keepers.", Verdict.SUPPORTED, id="as it is"),
        pytest.param("The board accepted a register of keepers.", Verdict.REVIEW, id="the other way"),
    ],
)
def test_of_two_directions_in_a_sentence_the_one_beside_the_same_words_counts(claim: str, verdict: Verdict) -> None:
    """What was accepted and what was rejected stand in one sentence, each with its own words after it."""
    page = PAGE + " The board accepted nine of the eleven proposals; it rejected a national register of keepers."

    assert ask(claim, page).verdict is verdict


def test_a_name_that_is_nowhere_is_read_by_a_person_however_much_is_found() -> None:
    """All but the name may be found: then the claim is not simply supported."""
    match = ask("About 1.2 million vehicles crossed the bridge in its first year, Lindqvist counted.")

    assert match.verdict is not Verdict.SUPPORTED, match
    assert "Lindqvist" in [m.text for m in match.missing]


def test_a_claim_that_runs_both_ways_is_no_plain_direction() -> None:
    """Where the claim itself has left and right, the source may tell them in either order."""
    match = ask("Freight over the bridge fell in winter and rose in May.")

    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match


def test_wrong_page_is_not_found() -> None:
    """Nothing of the claim is there."""
    match = ask("Iguanas of the southern islands feed on algae and may stay under water for half an hour.")

    assert match.verdict is Verdict.NOT_FOUND
    assert match.rule == "nothing-like-it"
