"""Names: whose slot another fills, whose side of a verb, what belongs to whom, and in which forms a name stands."""

import pytest
from judging import judged_against

from verifier.matching import index_source, judge
from verifier.matching.base import MissKind, Question, Verdict

DEEDS = (
    "Olga Berg succeeded Karl Venn as director of the mill in 1962. Ann Thorn sued the Marrow Railway over the bridge. "
    "In the final Tarn beat Orvik 3-1 before 8,000 spectators. Jon Ask married Ida Kell in 1904."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("Karl Venn succeeded Olga Berg as director in 1962.", "Venn", "Berg", id="succeeded"),
        pytest.param("The Marrow Railway sued Ann Thorn over the bridge.", "Railway", "Thorn", id="sued"),
        pytest.param("Orvik beat Tarn 3-1 in the final.", "Orvik", "Tarn", id="beat"),
    ],
)
def test_who_did_it_to_whom_is_checked(claim: str, text: str, found: str) -> None:
    """All words of the claim are in the sentence; only the two sides of the verb are exchanged."""
    match = judged_against(claim, DEEDS)

    assert (match.verdict, match.rule) == (Verdict.DETAIL_DIFFERS, "name-differs"), match
    assert (MissKind.NAME, text, found) in [(m.kind, m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Karl Venn was succeeded by Olga Berg in 1962.", id="passive"),
        pytest.param("Karl Venn, whom Olga Berg succeeded, had been director of the mill.", id="whom"),
        pytest.param("In 1962 Olga Berg succeeded Karl Venn.", id="the same way round"),
        pytest.param("Ida Kell married Jon Ask in 1904.", id="a verb that holds both ways"),
    ],
)
def test_the_same_deed_told_from_the_other_side_is_no_miss(claim: str) -> None:
    """A passive names the doer behind its verb."""
    assert judged_against(claim, DEEDS).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


LIFE = (
    "Olga Berg was born in Graz, studied in Linz and died in Vienna in 1934. Her papers were sold to a dealer from "
    "London. Exports of machinery to China fell, whereas those to America reached a record. Venn fled to Sweden."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("Olga Berg was born in Vienna.", "Vienna", "Graz", id="of another clause"),
        pytest.param("Her papers were sold to a dealer from Linz.", "Linz", "London", id="of another sentence"),
        pytest.param("Venn fled to Norway.", "Norway", "Sweden", id="nowhere"),
    ],
)
def test_a_name_hangs_on_its_own_word(claim: str, text: str, found: str) -> None:
    """All words may be on the page: what counts is which name follows the same word and preposition."""
    match = judged_against(claim, LIFE)

    assert (match.verdict, match.rule) == (Verdict.DETAIL_DIFFERS, "name-differs"), match
    assert (MissKind.NAME, text, found) in [(m.kind, m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Olga Berg died in Vienna.", id="the same name"),
        pytest.param("In Vienna Olga Berg died in 1934.", id="in front"),
        pytest.param("Exports of machinery to America reached a record.", id="taken up by those"),
    ],
)
def test_a_name_on_the_same_word_is_no_miss(claim: str) -> None:
    """Also where a pronoun stands for the word."""
    assert judged_against(claim, LIFE).verdict is Verdict.SUPPORTED


def test_a_name_exchanged_for_another_of_the_page_is_shown_to_a_person() -> None:
    """Every word stands on the page, but the sentence names somebody else."""
    page = (
        "Mayor Ines Vald sold her boat. Nobody asked why. The harbour was quiet. "
        "The plan had been ruled out by Karl Brandt in 2014, to much surprise. Others kept silent."
    )

    match = judged_against("The plan was ruled out by Ines Vald in 2014.", page)

    assert match.verdict in (Verdict.REVIEW, Verdict.DETAIL_DIFFERS)


def test_what_the_context_names_already_is_not_missed() -> None:
    """A source says "she" of whom the article has named a sentence before."""
    page = "She was born in Tarn. She studied drawing in Ellory, and her first show opened there in 1998."
    claim = "The first show of Brannigan opened in 1998."

    alone = judge(Question(text=claim), index_source(page))
    told = judge(Question(text=claim, context=("Mara Brannigan is a painter.",)), index_source(page))

    assert told.score > alone.score


def test_an_excerpt_that_says_he_need_not_name_its_subject() -> None:
    """What "she" stands for is said before the excerpt."""
    claim = "Ruth Okafor designed the repaired span of the bridge."

    named = judged_against(claim, "Lindqvist designed the span of a bridge.")
    pronoun = judged_against(claim, "She designed the span of a bridge.")

    assert pronoun.score > named.score
    assert pronoun.verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


def test_an_initial_stands_for_a_first_name() -> None:
    """A source that writes "P. Aas" has Peder Aas, and not Karl Aas."""
    page = "The film was shot by Mr P. Aas, toll collector, in the winter of 1991."

    assert judged_against("The film was shot in 1991 by Peder Aas, toll collector.", page).verdict is Verdict.SUPPORTED
    assert (
        judged_against("The film was shot in 1991 by Karl Aas, toll collector.", page).verdict is not Verdict.SUPPORTED
    )


def test_a_first_name_left_out_is_not_exchanged_for_the_name_before_it() -> None:
    """The sentence names the second person by the last name only."""
    page = (
        "In March the firm's finance director, Mr Oster, wrote to Mr Brandt that there was money for wages. "
        "Wages were paid in August. The yard was quiet. Mr Henrik Brandt was chair of the board."
    )

    match = judged_against("The firm's finance director wrote to Henrik Brandt that there was money for wages.", page)

    assert match.verdict is Verdict.SUPPORTED, match


def test_the_rest_of_a_name_tells_whose_slot_it_is() -> None:
    """A first name that the source leaves out is not exchanged for words that stand elsewhere."""
    page = (
        "The Civic Union, National Renewal, the Workers' Alliance and the Harvest Party voted in favour. "
        "Mr Rask (National Renewal), group speaker: we lost, and in a year we have learned how to lose."
    )
    claim = "The votes of National Renewal, whose speaker, Teodor Rask, said his party had learned to lose, decided it."

    match = judged_against(claim, page)

    assert [(m.text, m.found) for m in match.missing if m.kind is MissKind.NAME and m.found] == []


def test_a_day_of_the_week_takes_the_place_of_no_name() -> None:
    """It is written with a capital, and is nobody's name."""
    page = "On Monday the council met in the hall and sold the mill."
    match = judged_against("In Berg the council met in the spring and sold the mill.", page)

    assert match.verdict is Verdict.REVIEW
    assert ("Berg", None) in [(m.text, m.found) for m in match.missing]


CREW = (
    "Ada Brandt raised money for the lifeboat in 1921, and it was named after her. The crew was led by Jonas Reel. "
    "The Marrow Herald praised Reel for the lifeboat on its first page. The Marrow Gazette wrote of a storm. "
    "In Ellory nobody had heard of the boat."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Ada Lindqvist raised money for the lifeboat in 1921.", Verdict.DETAIL_DIFFERS, id="another"),
        pytest.param(
            "Reel was praised for the lifeboat on its first page by the Marrow Courier.",
            Verdict.REVIEW,
            id="of two that begin alike",
        ),
        pytest.param(
            "Money for the Ellory Lifeboat was raised in 1921.", Verdict.SUPPORTED, id="one word stands alone"
        ),
    ],
)
def test_another_last_word_of_a_name_differs(claim: str, verdict: Verdict) -> None:
    """Where the source knows one Ada only, a claim of another is wrong; there may be a third newspaper in Marrow."""
    assert judged_against(claim, CREW).verdict is verdict


FESTIVAL = (
    "The festival of Ellory opened on Friday. It was the tenth of its kind. Rain kept many away. The tents leaked. "
    "On Saturday the sun came out. Late in the evening Moonrise premiered at the old harbour. "
    "Ada Brandt received a prize for her life's work. She thanked her brother. The jury sat for six hours. "
    "Nobody left early. The bands played until two. On Sunday the ferries were full again."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Exponent premiered at the old harbour.", Verdict.REVIEW, id="another before the same words"),
        pytest.param("Lindqvist was given a prize for her life's work by the jury.", Verdict.REVIEW, id="of nobody"),
        pytest.param("Moonrise premiered at the old harbour.", Verdict.SUPPORTED, id="the same"),
        pytest.param("Moonrize premiered at the old harbour.", Verdict.SUPPORTED, id="the same, misspelled"),
        pytest.param("Musicians played until two.", Verdict.SUPPORTED, id="a common word"),
    ],
)
def test_a_name_that_opens_the_claim_must_be_in_the_source(claim: str, verdict: Verdict) -> None:
    """A capital says nothing at the head of a sentence, so a person tells whether it is another's name."""
    assert judged_against(claim, FESTIVAL).verdict is verdict


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "Berta has painted the harbours of Arve for twenty years. Nobody bought one.", id="the same order"
        ),
        pytest.param(
            "Berta, who painted for twenty years, knew the harbours of Arve. Nobody bought one.", id="another"
        ),
    ],
)
def test_whoever_opens_a_claim_is_held_against_whom_the_page_tells_of(page: str) -> None:
    """A word at the head of a sentence may be no name, so a person looks."""
    match = judged_against("Lorne painted the harbours of Arve for twenty years.", page)

    assert match.verdict is Verdict.REVIEW
    assert [(m.text, m.found) for m in match.missing if m.found] == [("Lorne", "Berta")]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("According to the UBO, two in five mills are empty.", id="initials in the claim"),
        pytest.param("According to the Union for the Boats of Orsa, two in five mills are empty.", id="the same words"),
    ],
)
def test_the_initials_of_a_name_are_no_other_name(claim: str) -> None:
    """Behind the same words the source has the name in full, and its initials in brackets."""
    source = (
        "Two in five mills are empty, according to the Union for the Boats of Orsa (UBO).\nThe UBO was founded in 1951."
    )

    assert judged_against(claim, source).verdict is Verdict.SUPPORTED


def test_a_body_called_by_its_last_word_is_no_other_name() -> None:
    """An article that has named the Orre Harbour Authority goes on with "the Authority", its source with initials."""
    page = "The survey was made by OHA and the Coast Service of Halm in 2016. "

    assert (
        judged_against("The survey was made by the Authority and the Coast Service.", page).verdict is Verdict.SUPPORTED
    )
    other = judged_against("The survey was made by the Ministry and the Coast Service.", page)
    assert other.verdict is not Verdict.SUPPORTED
