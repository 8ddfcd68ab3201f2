"""Round figures, units, series, wholes and comparisons: what a figure of a claim counts, and of which time."""

import pytest
from judging import judged_against

from verifier.matching.base import MissKind, Verdict

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
    match = judged_against(claim, MILL)

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
    match = judged_against(claim, MILL)

    assert not [m for m in match.missing if m.kind in (MissKind.NUMBER, MissKind.DATE)], match
    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match


PROBE = (
    "The Kestrel probe weighs 1,340 kilograms. The flight to Lyra, 61 million miles away, will take 26 months and "
    "costs $612 million. Some of the software was written by students. The bank kept its fee at 4 per cent. "
    "In 1986 its builder moved to Marle with his second wife. He died at the eleventh hour of a strike. "
    "The crown lost 2 per cent against the euro. Lyra formed 45 to 55 million years ago."
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
    match = judged_against(claim, PROBE)

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
        pytest.param("Lyra formed 45 to 55 million years ago.", id="a range before its scale"),
        pytest.param("Some of the software was written by students.", id="some"),
    ],
)
def test_the_same_unit_in_another_form_is_no_miss(claim: str) -> None:
    """Kilograms are kg, and "$" is dollars."""
    match = judged_against(claim, PROBE)

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
    match = judged_against(claim, COMPARED)

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
    match = judged_against(claim, COMPARED)

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
    match = judged_against(claim, SERIES)

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
    assert judged_against(claim, SERIES).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


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
    match = judged_against(claim, SURVEY)

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
    match = judged_against(claim, SURVEY)

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

    assert judged_against("Her novel about the old ferry came out in 1986.", page).verdict is verdict


FLOORS = (
    "For breakfast with a view, guests can relax in the Rosa & Emil restaurant, located on the seventh floor. Most "
    "guests of the hotel praise the beds. The Glass Bar on the eighth floor offers views of the harbour."
)


@pytest.mark.parametrize(("floor", "verdict"), [("eighth", Verdict.REVIEW), ("seventh", Verdict.SUPPORTED)])
def test_the_figure_of_another_thing_is_shown_to_a_person(floor: str, verdict: Verdict) -> None:
    """The claim's own sentence has another floor, and its figure stands only where something else is told of."""
    claim = f"Guests of the hotel can have breakfast in the Rosa & Emil restaurant on the {floor} floor."

    assert judged_against(claim, FLOORS).verdict is verdict


DIVIDENDS = (
    "The ferry company paid 42 cents a share, compared to only 48 cents in the year before.\n"
    "Its boats carried 310 bicycles, down from 355 in the last season.\n"
    "The slipway has been closed since the storm of March."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(
            "The ferry company paid 48 cents a share, compared with 42 cents in the year before.",
            Verdict.DETAIL_DIFFERS,
            id="turned round",
        ),
        pytest.param(
            "The ferry company paid 42 cents a share, compared with 48 cents in the year before.",
            Verdict.SUPPORTED,
            id="the same",
        ),
        pytest.param(
            "Its boats carried 355 bicycles, up from 310 in the last season.", Verdict.DETAIL_DIFFERS, id="up and down"
        ),
        pytest.param(
            "Its boats carried 310 bicycles, compared with 355 in the last season.", Verdict.SUPPORTED, id="retold"
        ),
    ],
)
def test_what_is_now_is_not_what_was_before(claim: str, verdict: Verdict) -> None:
    """Both figures stand there, and the same words about them: only their order tells which is which."""
    assert judged_against(claim, DIVIDENDS).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "Der neue Steg wurde um 11.000 Euro billiger als geplant.",
            "Der neue Steg wurde für 174.000 Euro gebaut, und geplant waren 185.000 Euro. Im Winter hatte ein Sturm "
            "die alte Brücke am Hafen zerstört, und seitdem war der Weg zur Mühle für alle gesperrt.",
            id="German",
        ),
        pytest.param(
            "Le pont coûtera 268 millions d'euros, soit 28 millions de plus que prévu.",
            "Le pont coûtera 268 millions d'euros, alors que le budget prévu était de 240 millions.",
            id="French",
        ),
    ],
)
def test_how_far_two_figures_are_apart_is_reckoned_in_other_languages(claim: str, page: str) -> None:
    """Which word compares is known of German, French, Spanish and Italian, too."""
    match = judged_against(claim, page)

    assert [m for m in match.missing if m.kind is MissKind.NUMBER] == []
