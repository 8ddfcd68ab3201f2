"""Figures, dates, names and directions, one by one in the located place."""

import pytest

from verifier.matching import index_source, judge
from verifier.matching.base import Match, MissKind, Question, Verdict

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
    "storm of the next winter no one was killed."
)


def ask(claim: str, page: str = PAGE) -> Match:
    """Judge a claim against the page."""
    return judge(Question(text=claim), index_source(page))


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


MILL = (
    "The paper mill of Marle reported a net loss of €41.3 million for the quarter, compared with a profit of "
    "€12.8 million a year earlier. It will close its northern shed by the end of March. "
    "The mill was built in the early 1870s and burned down in 1934, at the end of a hot summer. "
    "Accidents rose from 941 in 2022 to 30,601 in 2023. Two fifths of those hurt were apprentices, and one in eight "
    "was a visitor. The mill lies on the far side of the river."
)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        pytest.param("The mill of Marle made a profit of €41.3 million.", "profit", id="profit and loss"),
        pytest.param("It will close its northern shed by the end of May.", "May", id="month beside the same word"),
        pytest.param("The mill was built in the late 1870s.", "late", id="early and late"),
        pytest.param("The mill burned down in the 1950s.", "1950s", id="another decade"),
        pytest.param("Sixty per cent of those hurt were apprentices.", "Sixty", id="another share"),
        pytest.param("The mill lies on the near side of the river.", "near", id="near and far"),
    ],
)
def test_what_is_otherwise_in_one_word_is_missed(claim: str, text: str) -> None:
    """A month, a decade, a share, or one of two opposites."""
    match = ask(claim, MILL)

    assert match.verdict in (Verdict.DETAIL_DIFFERS, Verdict.PARTLY), match
    assert text in [m.text for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The mill of Marle lost more than €40 million in the quarter.", id="more than, before a sign"),
        pytest.param("The mill made a profit of €12.8 million a year earlier.", id="the profit of the year before"),
        pytest.param("The mill burned down in the 1930s.", id="decade of a year"),
        pytest.param("The mill burned down in the 20th century.", id="century of a year"),
        pytest.param("Accidents rose to more than 30,000 in 2023, from fewer than 1,000.", id="no year with a comma"),
        pytest.param("Forty per cent of those hurt were apprentices.", id="two fifths"),
        pytest.param("Some 12 per cent of those hurt were visitors.", id="one in eight"),
        pytest.param("The mill was built in the early 1870s.", id="early, with another summer"),
    ],
)
def test_a_figure_in_round_or_a_share_in_words_is_no_miss(claim: str) -> None:
    """Articles round, and name the decade of a year."""
    match = ask(claim, MILL)

    assert not [m for m in match.missing if m.kind in (MissKind.NUMBER, MissKind.DATE)], match
    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match


PROBE = (
    "The Kestrel probe weighs 1,340 kilograms. The flight to Lyra, 61 million miles away, will take 26 months and "
    "costs $612 million. Some of the software was written by students. The bank kept its fee at 4 per cent. "
    "In 1986 its builder moved to Marle with his second wife. He died at the eleventh hour of a strike. "
    "The crown lost 2 per cent against the euro."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("The Kestrel probe weighs 1,340 pounds.", "pounds", "kilograms", id="weight"),
        pytest.param("Lyra is 61 million km away.", "km", "miles", id="length, shortened"),
        pytest.param("The flight to Lyra will take 26 weeks.", "weeks", "months", id="time"),
        pytest.param("The flight to Lyra costs €612 million.", "€", "$", id="sign of money"),
        pytest.param("The flight to Lyra costs 612 million euros.", "euros", "$", id="money in letters"),
        pytest.param("All of the software was written by students.", "All", "Some", id="all for some"),
        pytest.param("The bank raised its fee to 4 per cent.", "raised", "kept", id="raised for kept"),
        pytest.param(
            "In 1986 its builder moved to Marle with his first wife.", "first", "second", id="first for second"
        ),
        pytest.param("The crown gained 2 per cent against the euro.", "gained", "lost", id="gained for lost"),
    ],
)
def test_a_unit_an_order_or_a_whole_that_the_source_has_otherwise_differs(claim: str, text: str, found: str) -> None:
    """The figure agrees; what it counts does not."""
    match = ask(claim, PROBE)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The Kestrel probe weighs 1,340 kg.", id="unit shortened"),
        pytest.param("The Kestrel probe weighs more than 1.3 tonnes.", id="unit a thousand times as large"),
        pytest.param("Lyra is some 98 million km away.", id="converted"),
        pytest.param("The flight to Lyra costs 612 million dollars.", id="sign in letters"),
        pytest.param("The flight to Lyra, 61 million miles away, will take 26 months.", id="two units"),
        pytest.param("He died at the eleventh hour of a strike.", id="an ordinal counts nothing"),
        pytest.param("Some of the software was written by students.", id="some"),
    ],
)
def test_the_same_unit_in_another_form_is_no_miss(claim: str) -> None:
    """Kilograms are kg, and "$" is dollars."""
    match = ask(claim, PROBE)

    assert match.verdict is Verdict.SUPPORTED, match


COMPARED = (
    "The north of the region was hit harder than the south. The builder used brick rather than stone because the "
    "quarries were flooded. It is the poorest harvest since records began. The teacher worked in Marle for 27 years. "
    "Some 14,000 of the 40,000 growers have applied for aid, and net debt fell below 25 million crowns."
)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        pytest.param("The south of the region was hit harder than the north.", "north", id="harder than"),
        pytest.param("The builder used stone rather than brick.", "brick", id="rather than"),
        pytest.param("It is the best harvest since records began.", "best", id="best and poorest"),
        pytest.param("Net debt fell below 26 million crowns.", "26 million", id="another bound"),
    ],
)
def test_a_comparison_or_a_bound_that_the_source_has_otherwise_is_missed(claim: str, text: str) -> None:
    """What stands before and behind "than" is as much of the claim as its words."""
    match = ask(claim, COMPARED)

    assert match.verdict in (Verdict.DETAIL_DIFFERS, Verdict.PARTLY), match
    assert text in [m.text for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The south was hit less hard than the north of the region.", id="from the other side"),
        pytest.param("The builder used brick rather than stone.", id="the same"),
        pytest.param("For almost three decades the teacher worked in Marle.", id="almost"),
        pytest.param("The teacher worked in Marle for more than 20 years.", id="more than"),
        pytest.param("More than a third of the growers have applied for aid.", id="a share of two counts"),
    ],
)
def test_a_comparison_or_a_bound_that_holds_is_no_miss(claim: str) -> None:
    """A bound may lie some way off, and two counts tell a share."""
    match = ask(claim, COMPARED)

    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match
    assert not [m for m in match.missing if m.kind is not MissKind.WORD], match


SERIES = (
    "Accidents in the mills rose from 941 in 2022 to 30,601 in 2023. Dust fell to 3.1 grams in August from 3.6 grams "
    "in July. Coverage was 92 per cent in 2019."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("There were more than 30,000 accidents in the mills in 2022.", "2022", "2023", id="in round"),
        pytest.param("In 2023 the mills had 941 accidents.", "2023", "2022", id="time first"),
        pytest.param("Dust was at 3.1 grams in July and 3.6 grams in August.", "July", "August", id="months"),
    ],
)
def test_a_value_of_another_time_of_the_series_differs(claim: str, text: str, found: str) -> None:
    """All figures of the claim stand in one sentence, each with its own year."""
    match = ask(claim, SERIES)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("There were 941 accidents in the mills in 2022, and more than 30,000 in 2023.", id="both"),
        pytest.param("Dust was at 3.6 grams in July.", id="month"),
        pytest.param("Coverage was 92 per cent in 2019.", id="no series"),
    ],
)
def test_a_value_of_its_own_time_is_no_miss(claim: str) -> None:
    """Each value stands with its own time."""
    assert ask(claim, SERIES).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


SURVEY = (
    "The survey covers 48 mills of the delta. In 29 mills the pay was below the legal wage. Fire doors were locked in "
    "nine. Five of the twelve members of the board voted for a ban. The flood of 1871 brought down two arches and "
    "killed five workers. Trains were withdrawn in 1961, goods traffic three years later. The council turned down the "
    "plan for a path. The viaduct was sold for one pound to Ardle Ways. Of those asked, 71 per cent were women. The "
    "cost was nearly twice the estimate. The ban obliges mills with more than five keepers. The "
    "council approved a subsidy of 24 crowns against the votes of the guild."
)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        pytest.param("In all 48 mills the pay was below the legal wage.", "48", id="all of what is counted elsewhere"),
        pytest.param("All twelve members of the board voted for a ban.", "twelve", id="all of what is divided"),
        pytest.param("The flood of 1871 brought down five arches and killed two workers.", "five", id="exchanged"),
        pytest.param("The council approved the plan for a path.", "approved", id="turned down"),
        pytest.param("Fire doors were open in nine mills.", "open", id="locked"),
        pytest.param("The cost was nearly half the estimate.", "half", id="half for twice"),
    ],
)
def test_a_part_or_figures_exchanged_differ(claim: str, text: str) -> None:
    """All figures of the claim are on the page, each beside another word."""
    match = ask(claim, SURVEY)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert text in [m.text for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The survey covers all 48 mills of the delta.", id="all of them"),
        pytest.param("Goods traffic was withdrawn in 1964.", id="years later"),
        pytest.param("Seven in ten of those asked were women.", id="seven in ten"),
        pytest.param("Ardle Ways bought the viaduct for one pound.", id="what is sold is bought"),
        pytest.param("The council rejected the plan for a path.", id="turned down"),
        pytest.param("The guild voted against the subsidy of 24 crowns.", id="passed against votes"),
        pytest.param("Mills with five keepers or fewer are exempt from the ban.", id="a bound from its other side"),
    ],
)
def test_what_is_told_from_another_side_is_no_miss(claim: str) -> None:
    """A year is counted from another, a share is given in per cent, and one buys what another sells."""
    match = ask(claim, SURVEY)

    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match
    assert not [m for m in match.missing if m.kind is not MissKind.WORD], match


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param("Her novel about the old ferry came out in 1968.", Verdict.DETAIL_DIFFERS, id="a year of its own"),
        pytest.param("Her novel about the old ferry came out this year.", Verdict.SUPPORTED, id="the year of the page"),
    ],
)
def test_a_year_that_stands_elsewhere_for_something_else_is_not_the_claims(sentence: str, verdict: Verdict) -> None:
    """The page has the year, but says nothing else of the claim beside it."""
    page = f"{sentence} It sold three thousand copies. Critics were kind. (1986)"

    assert ask("Her novel about the old ferry came out in 1986.", page).verdict is verdict


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


def test_a_year_told_for_another_month_is_missed_all_the_same() -> None:
    """Where the source gives the month a year, that year counts."""
    match = ask("Ruth Okafor opened the repaired span on 3 May 2018.", PAGE + " Published in December 2019.")

    assert match.verdict is Verdict.DETAIL_DIFFERS, match


def test_an_excerpt_that_says_he_need_not_name_its_subject() -> None:
    """What "she" stands for is said before the excerpt."""
    named = ask("Ruth Okafor designed the repaired span of the bridge.", "Lindqvist designed the span of a bridge.")
    pronoun = ask("Ruth Okafor designed the repaired span of the bridge.", "She designed the span of a bridge.")

    assert pronoun.score > named.score
    assert pronoun.verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


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


def test_a_name_exchanged_for_another_of_the_page_is_shown_to_a_person() -> None:
    """Every word stands on the page, but the sentence names somebody else."""
    page = (
        "Mayor Ines Vald sold her boat. Nobody asked why. The harbour was quiet. "
        "The plan had been ruled out by Karl Brandt in 2014, to much surprise. Others kept silent."
    )

    match = ask("The plan was ruled out by Ines Vald in 2014.", page)

    assert match.verdict in (Verdict.REVIEW, Verdict.DETAIL_DIFFERS)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("The board rejected a register of keepers.", Verdict.SUPPORTED, id="as it is"),
        pytest.param("The board accepted a register of keepers.", Verdict.DETAIL_DIFFERS, id="the other way"),
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


def test_what_the_context_names_already_is_not_missed() -> None:
    """A source says "she" of whom the article has named a sentence before."""
    page = "She was born in Tarn. She studied drawing in Ellory, and her first show opened there in 1998."
    claim = "The first show of Brannigan opened in 1998."

    alone = judge(Question(text=claim), index_source(page))
    told = judge(Question(text=claim, context=("Mara Brannigan is a painter.",)), index_source(page))

    assert told.score > alone.score


def test_wrong_page_is_not_found() -> None:
    """Nothing of the claim is there."""
    match = ask("Iguanas of the southern islands feed on algae and may stay under water for half an hour.")

    assert match.verdict is Verdict.NOT_FOUND
    assert match.rule == "nothing-like-it"
