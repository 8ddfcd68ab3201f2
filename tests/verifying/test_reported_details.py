"""Details of news and lives: who said it, by how much, which rank, until when, for how many years."""

import pytest
from judging import judged_against

from verifier.matching.base import MissKind, Verdict

YARD = (
    "Norrvik Marine, the second-largest builder of ferries in the country, said on Tuesday that its debt had fallen "
    "from 1.4 billion to 900 million crowns. Its sales rose by 12 percent and its costs were flat at 3 billion crowns. "
    "Of its 17 contracts, 14 were signed abroad, and 9 of 12 ships went to a buyer in Poland.\n"
    "'The yard must learn to build for the winter,' said Tove Lind, its chief engineer. The union was more guarded. "
    "'Nobody here has been promised anything in writing,' Arne Falk said. The yard at Sund would stay open. "
)
LIFE = (
    "Emma Rohn was the third daughter of a pharmacist. She was refused admission to the college in 1880 and taught at "
    "a school in Tarn from 1897 until her retirement in 1926. She was not allowed to vote in the academy until 1922. "
    "She declined the post of director, probably because of an illness of her mother. Her papers were sold by her "
    "nephew, and a street in Tarn has borne her name since 1981. In the autumn she travelled by train."
)


@pytest.mark.parametrize(
    ("page", "claim", "text", "found"),
    [
        pytest.param(YARD, "The debt of Norrvik Marine fell by 900 million crowns.", "by", "to 900 million", id="by"),
        pytest.param(YARD, "Its sales rose to 12 percent.", "to", "by 12", id="to"),
        pytest.param(
            "The share of ships delivered late stood at 54 percent in 2024, compared with 67 percent in 2019.",
            "Between 2019 and 2024 the share of ships delivered late fell by 54 percent.",
            "by",
            "at 54",
            id="a level",
        ),
        pytest.param(
            YARD,
            "Norrvik Marine is the largest builder of ferries in the country.",
            "largest",
            "second-largest",
            id="rank",
        ),
        pytest.param(YARD, "The costs rose to 3 billion crowns.", "rose", "flat", id="no change"),
        pytest.param(LIFE, "Emma Rohn was the only daughter of a pharmacist.", "only", "third", id="which child"),
        pytest.param(LIFE, "A school in Tarn has borne her name since 1981.", "school", "street", id="bears a name"),
        pytest.param(LIFE, "Her papers were donated by her nephew.", "donated", "sold", id="sold, not given"),
        pytest.param(LIFE, "She accepted the post of director.", "accepted", "declined", id="declined"),
        pytest.param(
            LIFE, "She taught at a school in Tarn from 1897 until her death.", "death", "retirement", id="until when"
        ),
    ],
)
def test_what_is_otherwise_in_one_word_differs(page: str, claim: str, text: str, found: str) -> None:
    """The passage is the right one and nearly every word stands there: only the one that matters does not."""
    match = judged_against(claim, page)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (MissKind.WORD, text, found) in [(m.kind, m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        pytest.param(YARD, "9 of the 14 ships went to a buyer in Poland.", id="a part of another whole"),
        pytest.param(LIFE, "Emma Rohn was admitted to the college in 1880.", id="was refused it"),
        pytest.param(LIFE, "From 1911 she was allowed to vote in the academy.", id="a year before the source's until"),
    ],
)
def test_a_statement_that_the_source_denies_differs(page: str, claim: str) -> None:
    """A part of a whole, a refusal and an "until" each say that something is not so."""
    assert judged_against(claim, page).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        pytest.param(YARD, "Its debt fell from 1.4 billion crowns to 900 million.", id="from and to"),
        pytest.param(YARD, "Its sales were up by 12 percent.", id="by"),
        pytest.param(YARD, "Norrvik Marine is one of the largest builders of ferries in the country.", id="one of"),
        pytest.param(YARD, "The costs did not change, at 3 billion crowns.", id="flat"),
        pytest.param(YARD, "The yard at Sund will not be closed.", id="stays open"),
        pytest.param(YARD, "9 of the 12 ships went to a Polish buyer.", id="Polish, of Poland"),
        pytest.param(LIFE, "The college would not admit her in 1880, so she taught at a school.", id="was refused"),
        pytest.param(LIFE, "She was allowed to vote in the academy only from 1922.", id="not until"),
        pytest.param(LIFE, "She taught at a school in Tarn for almost thirty years.", id="years counted"),
    ],
)
def test_the_same_in_other_words_is_no_miss(page: str, claim: str) -> None:
    """A denial may be told by a contrary, a country by its people, a span by its two years."""
    assert judged_against(claim, page).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


def test_a_reason_that_the_source_only_guesses_is_for_a_person() -> None:
    """What the source has behind "probably" is its guess, and the claim states it."""
    match = judged_against("She declined the post of director because of an illness of her mother.", LIFE)

    assert match.verdict is Verdict.REVIEW
    assert match.rule == "doubt-dropped"


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("'The yard must learn to build for the winter,' said Arne Falk.", id="behind it"),
        pytest.param("Arne Falk said: 'The yard must learn to build for the winter.'", id="before it"),
        pytest.param("'The yard must learn to build for the winter,' Arne Falk said.", id="verb last"),
    ],
)
def test_a_quotation_out_of_another_mouth_differs(claim: str) -> None:
    """The words are the source's, but somebody else said them; both speak there."""
    match = judged_against(claim, YARD)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert [(m.kind, m.text, m.found) for m in match.missing if m.kind is MissKind.NAME] == [
        (MissKind.NAME, "Falk", "Tove Lind")
    ]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("'The yard must learn to build for the winter,' said Lind.", id="the same speaker"),
        pytest.param("'The yard must learn to build for the winter,' said Norrvik Marine.", id="her company"),
        pytest.param("'The yard must learn to build for the winter,' she said.", id="a pronoun"),
        pytest.param("'Nobody here has been promised anything in writing,' said Arne Falk.", id="the other's"),
    ],
)
def test_a_quotation_of_its_own_speaker_is_no_miss(claim: str) -> None:
    """A spokeswoman says what an article may give to her company."""
    assert judged_against(claim, YARD).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


COURT = (
    "A court in Tarn on Monday sentenced the former mayor, Karl Moor, to three years in prison. He took over from Ada "
    "Venn in May and may not hold public office for eight years. Prosecutors had asked for five years. The city had "
    "paid for 14 roads."
)


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        pytest.param("The former mayor was sentenced to five years in prison.", "five", "three", id="asked for"),
        pytest.param("Karl Moor may not hold public office for five years.", "five", "eight", id="behind its noun"),
        pytest.param("He took over as mayor from Olga Falk in May.", "Olga", "Ada Venn", id="a name behind its verb"),
    ],
)
def test_what_hangs_on_a_verb_is_held_against_that_verb(claim: str, text: str, found: str) -> None:
    """Five years stand on the page, but not behind the word that the claim has them behind."""
    match = judged_against(claim, COURT)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert (text, found) in [(m.text, m.found) for m in match.missing]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The former mayor was sentenced to three years in prison.", id="the same figure"),
        pytest.param("Prosecutors had asked for five years in prison.", id="behind its own verb"),
        pytest.param("To był ten dom, to ten sąd w Tarn.", id="a small word of another language that is a number here"),
    ],
)
def test_what_hangs_on_its_own_verb_is_no_miss(claim: str) -> None:
    """The court and the prosecutors each have their own years."""
    assert judged_against(claim, COURT).verdict is not Verdict.DETAIL_DIFFERS


RENTS = (
    "Rents in the city have risen since 2015. A household with a median income now spends 34 percent of it on rent, "
    "against 27 percent ten years ago; in the poorest fifth it is more than half. The report was written at the "
    "request of parliament. In 2023 only 4,100 new flats were completed, the fewest since 1994. About 21,000 "
    "flats are empty. The Observatory rejects the view that immigration is the main cause, and its author advises "
    "against lowering the standards of insulation. Between 2019 and 2024 the number of flats for rent fell from "
    "188,000 to 171,000. The line to the quarries was electrified in 1921, twelve years before the main line. Number 4 "
    "was scrapped in 1951, while number 3 stands in a museum. The union had not won a vote since October. The union "
    "will be dissolved if it loses again. Coach Ruth Hanlon had considered taking him off.\n"
    "Rovers came from two goals down to beat Athletic 3-2, after Sam Orde had headed in a corner by Pat Quill. "
    "'I have never seen a team so tired and so happy,' Hanlon said. The coach of Athletic, Dan Pryce, went home."
)


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        pytest.param("Athletic beat Rovers 3-2.", "name-differs", id="the winner far from its verb"),
        pytest.param("Pat Quill headed in a corner by Sam Orde.", "name-differs", id="both built alike"),
        pytest.param(
            "A household with a median income now spends 27 percent of it on rent.", "figure-differs", id="now"
        ),
        pytest.param("Number 3 was scrapped in 1951.", "figure-differs", id="another number"),
        pytest.param("The report was written at the request of the government.", "contrary-found", id="institution"),
        pytest.param("In 2023 4,100 flats were completed, the most since 1994.", "contrary-found", id="superlative"),
        pytest.param("In the richest fifth it is more than half.", "contrary-found", id="rich and poor"),
        pytest.param("The Observatory holds that immigration is the main cause.", "negation-differs", id="view"),
        pytest.param("Its author advises lowering the standards of insulation.", "negation-differs", id="against"),
        pytest.param("About 2,100 flats are empty.", "figure-differs", id="a count like a year"),
        pytest.param("Coach Ruth Hanlon took him off.", "doubt-dropped", id="only considered"),
        pytest.param("The union was dissolved after it lost.", "doubt-dropped", id="only if"),
        pytest.param(
            "'I have never seen a team so tired and so happy,' said Dan Pryce.", "name-exchanged", id="another speaker"
        ),
    ],
)
def test_what_stands_there_for_something_else_is_not_supported(claim: str, rule: str) -> None:
    """Every word stands on the page, and the page does not say it."""
    match = judged_against(claim, RENTS)

    assert match.verdict is not Verdict.SUPPORTED
    assert match.rule == rule, match


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(
            "Ten years ago a household with a median income spent 27 percent of it on rent.", id="its own time"
        ),
        pytest.param("The number of flats for rent fell by 17,000 between 2019 and 2024.", id="a difference"),
        pytest.param("The main line was electrified twelve years later, in 1933.", id="counted from the other side"),
        pytest.param("The last vote that the union had won was in October.", id="the last one"),
        pytest.param("Its author is against lowering the standards of insulation.", id="is against it"),
        pytest.param("Rovers beat Athletic 3-2 after two goals.", id="the winner"),
        pytest.param("Number 4 was scrapped in 1951.", id="the same number"),
        pytest.param("The union will be dissolved if it loses.", id="the same condition"),
        pytest.param("Hanlon had thought about taking him off.", id="thought about"),
    ],
)
def test_what_stands_there_for_the_same_is_no_miss(claim: str) -> None:
    """Told from the other side, as a difference, by its own time."""
    assert judged_against(claim, RENTS).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


VOICES = (
    "The tenants' union called the report courageous, while the landlords' association accused its author of bias and "
    "said that the rent cap had hurt small owners. Two ships came late because a supplier in Poland went bankrupt; the "
    "yard paid a penalty of 31 million crowns."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The landlords' association accused its author of bias.", id="its own clause"),
        pytest.param("The yard paid a penalty of 31 million crowns.", id="behind a semicolon"),
        pytest.param("Two ships came late because a supplier in Poland went bankrupt.", id="a clause of its own"),
    ],
)
def test_the_same_subject_is_no_miss(claim: str) -> None:
    """Who did it is who is said to have done it."""
    assert judged_against(claim, VOICES).verdict is Verdict.SUPPORTED


NOVEL = (
    "Lena Hrub, born in Tarn in 1939, wrote the novel at night. She signed a petition for imprisoned musicians. The "
    "film of 1993, directed by her daughter Eva, was shown at Venice. She died on 2 February 2011 and never "
    "remarried. Her papers are in the Marle Library, except for her letters to Karl Venn, which she had burned. The "
    "state will pay 70 percent of the repairs and the town the rest. One school in six dropped out of the trial. No "
    "effect was found in arithmetic. A dig had turned up a well."
)


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        pytest.param("The film of 1993 was directed by Karl Venn.", "name-differs", id="by whom"),
        pytest.param("Her letters to Karl Venn are in the Marle Library.", "negation-differs", id="all but those"),
        pytest.param("She signed a petition against imprisoned musicians.", "contrary-found", id="for whom"),
    ],
)
def test_what_a_life_has_otherwise_is_not_supported(claim: str, rule: str) -> None:
    """By whom, for whom, and all but those."""
    match = judged_against(claim, NOVEL)

    assert match.verdict is not Verdict.SUPPORTED
    assert match.rule == rule, match


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Lena Hrub died in 2011 at the age of 71.", id="an age before its birthday"),
        pytest.param("She did not marry again.", id="never remarried"),
        pytest.param("She burned her letters to Karl Venn.", id="what was excepted"),
        pytest.param("The town will pay 30 percent of the repairs.", id="the rest"),
        pytest.param("About 17 percent of the schools dropped out of the trial.", id="one in six"),
        pytest.param("The trial found nothing in arithmetic.", id="no effect"),
        pytest.param("A dig had turned up nothing but a well.", id="nothing but"),
        pytest.param("Her daughter Eva directed the film of 1993.", id="told from the other side"),
    ],
)
def test_what_a_life_has_in_other_words_is_no_miss(claim: str) -> None:
    """Ages and rests are counted, and a denial has many words."""
    assert judged_against(claim, NOVEL).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


COUNCIL = (
    "For Hermann Loos the treaty was a humiliation of the city; Britta Sand holds that the loss of the salt works hurt "
    "the city less than the blockade. The war had lasted nine years when it ended on 11 September 1721. In return King "
    "Magnus withdrew his garrison from the island of Rusk. The copy of Olm has the seal of the king but without that "
    "of the count. Olm was represented by the merchant Cornelius Thies, Sudmark by the cousin of Magnus, Adolf Trave. "
    "Two of the protesters outside the hall were led away by the police but not arrested. The walls were as thick as "
    "those of a keep. A plan to sell the site to a shop was dropped in 2021. The site is worth some 5 million pounds, "
    "according to an estate agent."
)


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        pytest.param("The war had lasted eleven years.", "figure-differs", id="a day is no count"),
        pytest.param("Olm was represented by Adolf Trave.", "name-differs", id="behind the comma"),
        pytest.param("The copy of Olm has the seal of the count.", "negation-differs", id="without that of"),
        pytest.param("Two protesters were arrested by the police.", "negation-differs", id="but not"),
        pytest.param("The walls were as thin as those of a keep.", "contrary-found", id="thin"),
        pytest.param("The site was sold to a shop in 2021.", "doubt-dropped", id="only a plan"),
    ],
)
def test_what_is_said_of_another_is_not_supported(claim: str, rule: str) -> None:
    """Two people, two parties, a plan and a fact stand side by side in one sentence."""
    match = judged_against(claim, COUNCIL)

    assert match.verdict is not Verdict.SUPPORTED
    assert match.rule == rule, match


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Britta Sand holds that the loss of the salt works hurt the city less.", id="the same scholar"),
        pytest.param("Magnus withdrew his garrison from the island of Rusk.", id="the same king"),
        pytest.param("The site is worth some 5 million pounds, according to an agent.", id="the same agent"),
        pytest.param("The war had lasted nine years.", id="the same count"),
        pytest.param("Olm was represented by Cornelius Thies.", id="the same merchant"),
        pytest.param("The copy of Olm has the seal of the king.", id="with"),
        pytest.param("Two protesters were led away but not arrested.", id="not arrested either"),
        pytest.param("A plan to sell the site was dropped in 2021.", id="the same plan"),
    ],
)
def test_what_is_said_of_the_same_is_no_miss(claim: str) -> None:
    """Each keeps his own."""
    assert judged_against(claim, COUNCIL).verdict is Verdict.SUPPORTED


HOURS = (
    "The Hours Act, passed with the votes of the Greens, holds for all who are employed, including those who work at "
    "home; the clergy are exempt. Whether it changes anything or is a matter of habit is unknown. Her predecessor had "
    "shelved a similar bill in 2017. The Supreme Court is expected to rule on an appeal of two transport firms. The "
    "new rule slows down the work.\n"
    "The minister, Tuva Eide, was not present when the act came into force in the capital of the region in spring. "
    "Her guest was the lawyer Ivo Stern. 'A hundred years are nothing,' he said."
)


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        pytest.param("The Hours Act was passed against the votes of the Greens.", "contrary-found", id="with them"),
        pytest.param(
            "The Supreme Court has ruled on an appeal of two transport firms.", "doubt-dropped", id="expected to"
        ),
        pytest.param("The new rule speeds up the work.", "contrary-found", id="slower"),
        pytest.param("'A hundred years are nothing,' said Tuva Eide.", "name-exchanged", id="said by him"),
    ],
)
def test_what_an_act_has_otherwise_is_not_supported(claim: str, rule: str) -> None:
    """With whose votes, by whom, and whether yet."""
    match = judged_against(claim, HOURS)

    assert match.verdict is not Verdict.SUPPORTED
    assert match.rule == rule, match


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The Hours Act does not apply to the clergy.", id="exempt"),
        pytest.param("It is not known whether it changes anything.", id="unknown"),
        pytest.param("The Greens voted for the Hours Act.", id="with their votes"),
        pytest.param("'A hundred years are nothing,' said Ivo Stern.", id="he"),
        pytest.param("The Supreme Court is expected to rule on an appeal.", id="expected to"),
    ],
)
def test_what_an_act_has_in_other_words_is_no_miss(claim: str) -> None:
    """Who is exempt from a rule is not subject to it."""
    assert judged_against(claim, HOURS).verdict in (Verdict.SUPPORTED, Verdict.REVIEW)
