"""A claim's verdict from the answers of its sources."""

import pytest

from verifier.fetching.base import Access
from verifier.matching import index_source, judge
from verifier.matching.base import Match, Miss, MissKind, Question, Verdict
from verifier.verdicts import REASONS, Answer, verdict_of_answer, verdict_of_claim

TEXT = "The ferry opened in 1998 and carries 40 lorries a day."
FIRST = "The ferry was opened by the king in 1998. It rained on the guests, and the band went home early."
SECOND = "Traffic has grown every year since. The ferry now carries 40 lorries a day, most of them with fish."


def against(source: str, text: str = TEXT) -> Match:
    """What one source says to it."""
    return judge(Question(text=text), index_source(source))


def found(verdict: Verdict, score: float = 0.5) -> Answer:
    """An answer with a verdict."""
    return Answer(access=Access.OK, match=Match(verdict=verdict, score=score))


def test_two_sources_carry_a_claim_between_them() -> None:
    """Adjacent markers are judged together: what one lacks the other has."""
    answers = [Answer(access=Access.OK, match=against(FIRST)), Answer(access=Access.OK, match=against(SECOND))]

    verdict = verdict_of_claim(answers)

    assert answers[0].match is not None
    assert answers[0].match.verdict is not Verdict.SUPPORTED
    assert verdict.verdict is Verdict.SUPPORTED
    assert verdict.reason == "together"
    assert all(0 < share < 1 for share in verdict.carried)


@pytest.mark.parametrize(
    ("lost", "verdict"),
    [
        pytest.param((60, 70), Verdict.SUPPORTED, id="nearly all"),
        pytest.param((40, 70), Verdict.REVIEW, id="more than half"),
        pytest.param((10, 70), Verdict.PARTLY, id="less than half"),
    ],
)
def test_sources_that_carry_more_than_half_between_them_are_worth_a_look(
    lost: tuple[int, int], verdict: Verdict
) -> None:
    """What neither has may be said in other words; a reader sees it at once."""
    miss = Miss(kind=MissKind.WORD, text="harbour", start=lost[0], end=lost[1])
    one, two = ((0, lost[0] // 2),), ((lost[0] // 2, lost[0]),)
    matches = [Match(verdict=Verdict.PARTLY, score=0.4, matched=span, missing=(miss,)) for span in (one, two)]

    assert verdict_of_claim([Answer(access=Access.OK, match=match) for match in matches]).verdict is verdict


def test_a_figure_that_no_source_has_stays_missing() -> None:
    """The union covers words, not a figure that is nowhere."""
    text = "The ferry opened in 1998 and carries 70 lorries a day."
    answers = [Answer(access=Access.OK, match=against(source, text)) for source in (FIRST, SECOND)]

    assert verdict_of_claim(answers).verdict is Verdict.DETAIL_DIFFERS


def test_one_supporting_source_is_enough() -> None:
    """The second note may be there for something else."""
    answers = [found(Verdict.NOT_FOUND, 0.1), found(Verdict.SUPPORTED, 0.9)]

    verdict = verdict_of_claim(answers)

    assert (verdict.verdict, verdict.score) == (Verdict.SUPPORTED, 0.9)


@pytest.mark.parametrize(
    ("read", "verdict", "reason"),
    [
        pytest.param(Verdict.NOT_FOUND, Verdict.NOT_CHECKED, "subscription", id="it may be in the other one"),
        pytest.param(Verdict.PARTLY, Verdict.REVIEW, "another source: subscription", id="so may the rest"),
        pytest.param(Verdict.DETAIL_DIFFERS, Verdict.DETAIL_DIFFERS, None, id="a rival is a rival"),
        pytest.param(Verdict.SUPPORTED, Verdict.SUPPORTED, None, id="enough"),
    ],
)
def test_an_unread_source_softens_what_the_others_lack(read: Verdict, verdict: Verdict, reason: str | None) -> None:
    """Could not check is never not supported."""
    got = verdict_of_claim([found(read), Answer(access=Access.PAYWALL)])

    assert (got.verdict, got.reason) == (verdict, reason)


def test_a_page_read_in_part_is_never_not_found() -> None:
    """The claim may stand in the part that was not there."""
    answer = Answer(access=Access.PART_ONLY, match=Match(verdict=Verdict.NOT_FOUND, score=0.1))

    assert verdict_of_answer(answer)[0] is Verdict.NOT_CHECKED


@pytest.mark.parametrize("access", [a for a in Access if not a.readable], ids=str)
def test_every_access_has_its_reason(access: Access) -> None:
    """Coverage counts claims by these words."""
    got = verdict_of_claim([Answer(access=access)])

    assert got.verdict is Verdict.NOT_CHECKED
    assert got.reason == REASONS[access]


def test_no_source_at_all_is_not_checked() -> None:
    """A claim without citations cannot fail."""
    assert verdict_of_claim([]).reason == "no source"


def test_what_was_read_and_could_not_be_judged_is_told_before_what_was_not_read() -> None:
    """A page in another language can be looked at; that another source is behind a wall helps nobody."""
    foreign = Match(verdict=Verdict.NOT_CHECKED, score=0.0, reason="language")

    got = verdict_of_claim([Answer(access=Access.BLOCKED), Answer(access=Access.OK, match=foreign)])

    assert (got.verdict, got.reason) == (Verdict.NOT_CHECKED, "language")
