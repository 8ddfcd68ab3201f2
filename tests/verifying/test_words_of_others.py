"""What is told of another, reckoned from others, or denied in other words."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

HARBOUR = (
    "The harbour of Orrin was rebuilt between 1904 and 1909 to a plan by the engineer Tobias Lund. "
    "The first stone was laid by Countess Vera Holm, who also paid for the lamps. The old quay of red sandstone "
    "cost £19,400. In 1921 a group led by Ada Brandt, a schoolteacher, raised £86,000 for a lifeboat.\n"
    "The lighthouse was moved in 1933, after which it could be seen for 22 miles instead of 16. "
    "From 1950 on the lamps were not lit. The regatta of 1940 was cancelled. "
    "The mole, which the council had declined to sell, is closed to cars.\n"
    "'Nobody thought the mole would last a winter,' said the harbour's historian, Jonas Reel. "
    "The shipowner Piet Maas complained about the fees, which he called a scandal. "
    "Of its three cranes it kept two. Six were ordered from Leith and one more from Kiel. "
    "The crews brought in 61,000 tonnes of herring and 38,000 crates of crab. "
    "A third of the £2.1 million for the new dock came from the state. In the trial the court set the fine aside. "
    "Tides of more than four metres are not recommended for landing."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("It was Ada Brandt who laid the first stone.", "Brandt", "Countess Vera Holm", id="the doer"),
        pytest.param(
            "Piet Maas recalled that nobody thought the mole would last a winter.", "Maas", "Jonas Reel", id="quoted"
        ),
        pytest.param("In Vera Holm's view the fees were a scandal.", "Holm's", "Piet Maas", id="reported"),
    ],
)
def test_a_name_that_the_source_has_for_something_else_is_read_by_a_person(claim: str, text: str, found: str) -> None:
    """The sentence says all the rest of somebody else; who goes by two names no rule can tell."""
    match = judged_against(claim, HARBOUR)

    assert match.verdict is Verdict.REVIEW, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(
            "Ada Brandt, a teacher, led those who raised money for a lifeboat in 1921.", id="her own sentence"
        ),
        pytest.param(
            "The harbour's historian Jonas Reel recalled that nobody thought the mole would last.", id="his own"
        ),
        pytest.param("Vera Holm paid for the lamps.", id="the same sentence"),
    ],
)
def test_who_has_the_name_there_is_found(claim: str) -> None:
    """The check looks for another only where the claim's own name is not."""
    assert judged_against(claim, HARBOUR).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("When it was moved, the lighthouse could be seen six miles further.", id="difference"),
        pytest.param("About £700,000 of the cost of the new dock came from the state.", id="a third of a sum"),
        pytest.param("Seven cranes were ordered from Leith and Kiel.", id="sum"),
        pytest.param("Two in three of its cranes were kept.", id="share"),
        pytest.param(
            "Orrin's harbour was rebuilt to a plan by Tobias Lund in the twentieth century.", id="a year of the century"
        ),
    ],
)
def test_a_figure_reckoned_from_others_is_no_miss(claim: str) -> None:
    """Who tells in his own words subtracts, adds and takes thirds."""
    match = judged_against(claim, HARBOUR)

    assert match.verdict in {Verdict.SUPPORTED, Verdict.REVIEW}, match
    assert not [m for m in match.missing if m.kind == "number"]


FERRY = (
    "The volunteers of Ellory hope to raise £350,000 for the old ferry. So far the volunteers have collected £48,000.\n"
    "The town pays for the new ferry, which costs £2.4 million. Three quarters of the cost comes from the state.\n"
    "Repairs to the slip cost £2.7 million, of which insurance met £1.9 million.\n"
    "The crew rowed in two races. Ellory 3 Marrow 2 (1-1 after the first mile, 2-2 after the second).\n"
    "Marrow, 4 May 2023. Last summer the crew found the slip to be rotten."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The volunteers of Ellory still have £302,000 to raise for the old ferry.", id="difference"),
        pytest.param("The state pays £1.8 million of the cost of the new ferry.", id="a share of a sum"),
        pytest.param("Insurance met around 70 per cent of the repairs to the slip.", id="the share that one is"),
        pytest.param("The Ellory crew beat Marrow 3-2 after the second mile.", id="a score told apart"),
        pytest.param("In summer 2022 the crew found the slip to be rotten.", id="last summer"),
    ],
)
def test_a_figure_reckoned_from_two_sentences_is_no_miss(claim: str) -> None:
    """A text tells the sum in one sentence, and what was paid of it in the next."""
    match = judged_against(claim, FERRY)

    assert match.verdict in {Verdict.SUPPORTED, Verdict.REVIEW}, match


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The volunteers of Ellory still have £250,000 to raise for the old ferry.", id="difference"),
        pytest.param("The state pays £1.2 million of the cost of the new ferry.", id="a share of a sum"),
        pytest.param("Insurance met around 85 per cent of the repairs to the slip.", id="the share that one is"),
        pytest.param("The Ellory crew beat Marrow 4-2 after the second mile.", id="a score told apart"),
        pytest.param("In summer 2020 the crew found the slip to be rotten.", id="last summer"),
    ],
)
def test_a_figure_that_no_two_others_give_is_one(claim: str) -> None:
    """What a reader cannot reckon either is missing or wrong."""
    assert judged_against(claim, FERRY).verdict in {Verdict.DETAIL_DIFFERS, Verdict.PARTLY}


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("The crews brought in 38,000 tonnes of herring.", "38,000", "61,000", id="of something else"),
        pytest.param("The quay of sandstone had cost £86,000.", "86,000", "19,400", id="a sum for something else"),
        pytest.param("The old quay was of grey granite and cost £19,400.", "granite", "sandstone", id="another stone"),
    ],
)
def test_what_its_sentence_has_otherwise_is_shown_to_a_person(claim: str, text: str, found: str) -> None:
    """The figure is there too, or the words stand elsewhere in the sentence: likely wrong, not surely."""
    match = judged_against(claim, HARBOUR)

    assert match.verdict in {Verdict.REVIEW, Verdict.DETAIL_DIFFERS}, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The regatta of 1940 did not take place.", id="cancelled"),
        pytest.param("The mole was not sold, as the council did not want to.", id="declined to sell"),
        pytest.param("The lamps, which were not lit after 1950, were paid for by Vera Holm.", id="in another sentence"),
        pytest.param("Not all of its three cranes were kept.", id="not all"),
    ],
)
def test_a_denial_in_other_words_is_no_contradiction(claim: str) -> None:
    """A source says "cancelled" where a claim says "did not take place": a person may look, the gate stays shut."""
    assert judged_against(claim, HARBOUR).verdict in {Verdict.SUPPORTED, Verdict.REVIEW}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("In the trial the court upheld the fine.", Verdict.DETAIL_DIFFERS, id="set aside"),
        pytest.param("Tides of more than four metres are best for landing.", Verdict.REVIEW, id="not recommended"),
    ],
)
def test_what_the_source_says_the_other_way_round_is_not_supported(claim: str, verdict: Verdict) -> None:
    """The verb may stand in two parts, and a recommendation may be denied as a whole."""
    assert judged_against(claim, HARBOUR).verdict is verdict


CLUB = (
    "He was criticised for it in the local papers and praised by the players' union. "
    "The new stand was closed in at least four of the eleven weeks. A plan to move the club was rejected."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param(
            "He was praised by the local papers and criticised by the players' union.",
            "union",
            "praised … union",
            id="crossed",
        ),
        pytest.param("The new stand was closed in every one of the eleven weeks.", "every", "least", id="a part"),
    ],
)
def test_what_is_told_of_the_other_or_of_a_part_is_seen(claim: str, text: str, found: str) -> None:
    """All the words are right: what belongs to which is not, or how much of it."""
    match = judged_against(claim, CLUB)

    assert match.verdict in {Verdict.REVIEW, Verdict.DETAIL_DIFFERS}, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


def test_clauses_told_in_another_order_are_found() -> None:
    """To turn two clauses round is no exchange."""
    claim = "He was praised by the players' union and criticised in the local papers."

    assert judged_against(claim, CLUB).verdict is Verdict.SUPPORTED


def test_a_people_and_its_country_are_no_two_names() -> None:
    """The sentence has "Calvera" where the claim has "Calveran", which the source says of others."""
    page = "In May Calvera cut its tariff on imported cheese. " + CLUB + " The Calveran farmers did not come."

    assert judged_against("The Calveran tariff on imported cheese was cut in May.", page).verdict is Verdict.SUPPORTED
