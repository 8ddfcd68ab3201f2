"""Negations that only one side has."""

import pytest
from judging import judged_against

from verifier.matching import index_source, judge
from verifier.matching.base import MissKind, Question, Verdict

PAGE = (
    "The harbour board voted on Monday. The operator pays 900 crowns for each cancelled sailing. "
    "The ferry union did not accept the new roster. The minister failed to sign the permit in time. "
    "Night trains no longer call at Ellory. The board denied that money was lost. "
    "The dredging did not reduce the height of the tide at Ellory. "
    "The harbour did not lower the mooring fee but raised it. "
    "The figures do not include exceptional items such as the sale of its offices. "
    "The strike not only closed the harbour but emptied the shops. The mail was carried by ferry 12."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The operator does not pay 900 crowns for each cancelled sailing.", id="inserted"),
        pytest.param("The operator never pays 900 crowns for each cancelled sailing.", id="never"),
        pytest.param("The ferry union accepted the new roster.", id="taken out"),
        pytest.param("The minister signed the permit in time.", id="failed to, taken out"),
        pytest.param("The dredging lowered the height of the tide at Ellory.", id="not reduce, with another word"),
        pytest.param("Night trains still call at Ellory.", id="no longer, taken out"),
        pytest.param("The board admitted that money was lost.", id="denied that, taken out"),
        pytest.param("The figures include the sale of its offices.", id="a verb of no weight"),
    ],
)
def test_a_negation_on_one_side_only_differs(claim: str) -> None:
    """Every content word agrees, so only the "not" can tell."""
    match = judge(Question(text=claim), index_source(PAGE))

    assert match.verdict is Verdict.DETAIL_DIFFERS
    assert any(m.kind is MissKind.NEGATION for m in match.missing)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The ferry union did not accept the new roster.", id="the same not"),
        pytest.param("The minister did not sign the permit in time.", id="failed to"),
        pytest.param("Night trains do not call at Ellory.", id="no longer"),
        pytest.param("The operator pays not only 900 crowns for each cancelled sailing.", id="not only"),
        pytest.param("The pay may not exceed 900 crowns for each cancelled sailing.", id="a limit"),
        pytest.param("The strike closed the harbour.", id="not only, in the source"),
        pytest.param("The harbour raised the mooring fee.", id="the other way was denied"),
        pytest.param("Ferry No. 12 carried the mail.", id="a number"),
    ],
)
def test_a_negation_in_other_words_is_the_same(claim: str) -> None:
    """The words "failed to" and "no longer" deny as well as "not"."""
    match = judge(Question(text=claim), index_source(PAGE))

    assert not any(m.kind is MissKind.NEGATION for m in match.missing)
    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        pytest.param("The operator pays 900 crowns if the ferry is not cancelled.", False, id="a condition"),
        pytest.param("It is told why the operator does not pay 900 crowns.", False, id="a reason that is asked for"),
        pytest.param("If sailings stop, the operator does not pay 900 crowns.", True, id="what follows from one"),
    ],
)
def test_a_negation_that_is_only_supposed_contradicts_nothing(claim: str, differs: bool) -> None:  # noqa: FBT001 - a table's column
    """The words "if" and "why" open a clause that the claim does not state."""
    match = judge(Question(text=claim), index_source(PAGE))

    assert any(m.kind is MissKind.NEGATION for m in match.missing) is differs


GUIDE = (
    "The aim of the fund is to replace the old piers. False advertising is defined as telling what is not so. "
    "The walks are not only good for the heart. Old piers are always closed in winter. "
    "If a pier is split by ice, the harbour master closes it. Marrow was a port long before the railway came."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The aim of the fund is not to replace the old piers.", id="not to"),
        pytest.param("False advertising is not defined as telling what is so.", id="a denying word that both have"),
        pytest.param("The walks are not good for the heart.", id="not only, in the source"),
        pytest.param("Old piers are not always closed in winter.", id="always, in both"),
        pytest.param("If a pier is not split by ice, the harbour master closes it.", id="if, in both"),
        pytest.param("Marrow was not a port long before the railway came.", id="before, in both"),
    ],
)
def test_a_word_that_leaves_something_open_does_not_where_the_source_says_it_of_the_whole(claim: str) -> None:
    """A claim of "not always" may stand beside "seldom", but not beside "always"."""
    assert judge(Question(text=claim), index_source(GUIDE)).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Piers should be closed so as not to be split by ice.", id="so as not to"),
        pytest.param("Piers are not closed entirely in winter.", id="not entirely"),
        pytest.param("Not every pier is closed in winter.", id="not every"),
    ],
)
def test_what_leaves_something_open_denies_nothing(claim: str) -> None:
    """The rest may be so."""
    match = judge(Question(text=claim), index_source("Ice split the pier. In winter a few old piers are closed."))

    assert not any(m.kind is MissKind.NEGATION for m in match.missing)


REEF = (
    "It is important to note that it is not the dredging itself that clouds the water; it is the sand that is thrown "
    "back into the bay by barges for weeks afterwards, when the tide runs out past the mole and the lighthouse. "
    "The reef is a part of the coast whose animals are not counted by the usual surveys."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(
            "It is the dredging itself that clouds the water; it is not known how much sand is thrown back.",
            id="denying",
        ),
        pytest.param("The reef's animals are counted by the usual surveys.", id="behind it"),
    ],
)
def test_a_not_cut_out_of_the_sources_own_words_differs(claim: str) -> None:
    """The words about it are the source's, so that a denial of something else in the claim excuses nothing."""
    assert judge(Question(text=claim), index_source(REEF)).verdict is Verdict.DETAIL_DIFFERS


def test_a_word_that_may_say_not_counts_near_what_is_denied() -> None:
    """A "cancelled" at the far end of a sentence says nothing of what stands at its beginning."""
    page = (
        "Berit Holm learned the organ in her teenage years and moved to Ellory, where she led the cathedral choir, "
        "wrote two masses and taught at the new school of music until the school was closed."
    )

    match = judge(Question(text="Berit Holm did not learn the organ in her teenage years."), index_source(page))

    assert match.verdict is Verdict.DETAIL_DIFFERS


def test_without_is_for_a_person_to_read() -> None:
    """A source seldom says what is absent, so "without" alone does not make a claim differ."""
    page = "The two towns signed a harbour treaty, including a rescue clause. It runs for ten years."

    match = judge(Question(text="The two towns signed a harbour treaty without a rescue clause."), index_source(page))

    assert match.verdict is Verdict.REVIEW


HEARING = (
    "Judge Ana Ferro, who heard the dredging case, said that the port was not required to hold a second survey. "
    "The surveyors do not believe that the old mole was mined. Ferro never married. "
    "The board stopped short of demanding a mandatory pilot. The port ruled out a merger with Ellory this year. "
    "Her pupil Karl Vahl succeeded her. Trains and the airport coach are not included in the free fares. "
    "When the plan was announced in 1961, her name was missing from it. Only in 1994 did the board acknowledge her "
    "part. The fund has not approved the grant."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Judge Ana Ferro said that a second survey was required.", id="who says so is no other statement"),
        pytest.param("The surveyors believe that the old mole was mined.", id="not believed"),
        pytest.param("The old mole was mined, according to the surveyors.", id="what is not believed"),
        pytest.param("Ferro married Karl Vahl.", id="a short sentence that says nothing else"),
        pytest.param("The board demanded a mandatory pilot.", id="stopped short of"),
        pytest.param("The port planned a merger with Ellory this year.", id="ruled out"),
        pytest.param("The port did not rule out a merger with Ellory this year.", id="a denied word that denies"),
    ],
)
def test_a_denial_reaches_what_its_verb_leads_on_to(claim: str) -> None:
    """What is not believed, not required or ruled out is not so."""
    match = judge(Question(text=claim), index_source(HEARING))

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert any(m.kind is MissKind.NEGATION for m in match.missing)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("According to Judge Ana Ferro the port needed no second survey.", id="no survey needed"),
        pytest.param("The surveyors doubt that the old mole was mined.", id="doubted"),
        pytest.param("The port ruled out a merger with Ellory this year.", id="ruled out"),
        pytest.param("The board did not demand a mandatory pilot.", id="not demanded"),
        pytest.param("Free fares do not extend to trains or the airport coach.", id="not included, further on"),
        pytest.param("The plan announced in 1961 did not name her.", id="missing from"),
        pytest.param("The fund has yet to approve the grant.", id="yet to"),
        pytest.param("The board did not acknowledge her part until 1994.", id="not until, which is only then"),
    ],
)
def test_a_denial_in_both_is_none(claim: str) -> None:
    """The claim denies the same in other words."""
    match = judge(Question(text=claim), index_source(HEARING))

    assert not any(m.kind is MissKind.NEGATION for m in match.missing), match
    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(
            "It is a business cost, not a climate policy; the operator pays 900 crowns for each cancelled sailing.",
            Verdict.REVIEW,
            id="of a clause that the place has nothing of",
        ),
        pytest.param(
            "It is a business cost; the operator does not pay 900 crowns for each cancelled sailing.",
            Verdict.DETAIL_DIFFERS,
            id="of the clause that it has",
        ),
    ],
)
def test_a_not_counts_where_the_place_says_something_of_its_own_clause(claim: str, verdict: Verdict) -> None:
    """What the rest of a claim has in common with a sentence says nothing to the clause that is denied."""
    match = judge(Question(text=claim), index_source(PAGE))

    assert match.verdict is verdict


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The final say on the piers lies not with the town but with the district.",
            "The town has a list of piers. The final say on the piers of the town lies in the hands of the district.",
            id="not this but that",
        ),
        pytest.param(
            "Crews who row may differ from those who do not, and the figures need care.",
            "Crews who row may differ in many ways, so that the figures need care.",
            id="of a verb said before",
        ),
        pytest.param(
            "The schools alone will not keep the harbour alive.",
            "The schools keep the harbour alive, together with places where people meet.",
            id="not alone",
        ),
    ],
)
def test_a_not_about_other_words_is_read_by_a_person(claim: str, page: str) -> None:
    """What such a "not" denies stands elsewhere than behind it."""
    match = judge(Question(text=claim), index_source(page))

    assert match.verdict is Verdict.REVIEW


def test_one_word_in_common_makes_no_contradiction() -> None:
    """She may have said anything of the boat."""
    source = "For 1,950 metres Ragna Thorsby was the fastest woman in a boat anywhere. She lost by a length."

    match = judge(Question(text="She would not blame the boat."), index_source(source))

    assert match.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(
            "The harbour board opened an inquiry into the wreck.", Verdict.DETAIL_DIFFERS, id="declined to carry out"
        ),
        pytest.param(
            "The statutes of the league provide for the expulsion of a club.",
            Verdict.DETAIL_DIFFERS,
            id="do not foresee any provision for",
        ),
        pytest.param("The harbour board would not open an inquiry into the wreck.", Verdict.SUPPORTED, id="the same"),
    ],
)
def test_a_denied_verb_that_says_little_denies_its_noun(claim: str, verdict: Verdict) -> None:
    """Who did not carry out an inquiry made none."""
    source = (
        "On Monday the harbour board declined to carry out an inquiry into the wreck.\n"
        "The statutes of the league do not foresee any provision for the expulsion of a club."
    )

    assert judged_against(claim, source).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The men had no side effects.", Verdict.REVIEW),
        ("The trials found no adverse effects.", Verdict.REVIEW),
        ("The two groups showed no difference in weight.", Verdict.REVIEW),
        ("The men had no serious side effects.", Verdict.SUPPORTED),
        ("The trials did not find any serious adverse effects.", Verdict.SUPPORTED),
    ],
)
def test_a_denial_that_loses_its_limit_is_for_a_person(claim: str, verdict: Verdict) -> None:
    """Who had no serious effects may have had slight ones."""
    page = (
        "The men had no serious side effects. The trials did not find any serious adverse effects among them. "
        "The two groups showed no statistically significant difference in weight. The mill burned in 1934."
    )

    assert judged_against(claim, page).verdict is verdict
