"""Comments of readers and teasers of other pages stand on a page, but are not what it says."""

import pytest

from verifier.asides import judge_page
from verifier.extraction import read_source
from verifier.matching import index_source
from verifier.matching.base import Match, Question, Verdict

STORY = (
    "The harbour board of Vessmark voted to close the Lindholm ferry terminal after forty years of service.",
    "Repairs to the quay would have cost 18.4 million crowns, more than the terminal had earned in a decade.",
    "A bus across the Torsund bridge is to replace the boats from June, running every twenty minutes until midnight.",
    "Residents collected 4,100 signatures against the closure and handed them to the board on the day of the vote.",
)
CLAIM = "Police seized 640 kilograms of smuggled cigarettes aboard the trawler Havgard."
COMMENT = f"<section id='comments'><div class='comment'><b>gullfan</b><p>{CLAIM}</p></div></section>"
TEASER = (
    "<aside class='related'><a href='/a'>Police seize 640 kilograms of cigarettes aboard trawler Havgard</a></aside>"
)


def said(claim: str, beside: str = "", *, text: tuple[str, ...] = STORY, **more: object) -> Match:
    """Give what a page with something beside its text says to a claim."""
    body = "".join(f"<p>{line}</p>" for line in text)
    html = f"<html><body><article><h1>Terminal to close</h1>{body}</article>{beside}</body></html>"
    source = read_source(html.encode(), url="https://example.org/a")
    question = Question(text=claim, **more)  # type: ignore[arg-type] - fields of a question, by their names
    return judge_page(question, index_source(source.text, source.parts))


@pytest.mark.parametrize(
    ("beside", "reason"),
    [
        pytest.param(COMMENT, "only in a comment of a reader", id="a comment"),
        pytest.param(TEASER, "only beside the text of the page", id="a teaser"),
    ],
)
def test_what_only_stands_beside_the_text_is_for_a_person(beside: str, reason: str) -> None:
    """A reader may say anything, and a headline belongs to another page."""
    match = said(CLAIM, beside)

    assert (match.verdict, match.reason) == (Verdict.REVIEW, reason)
    assert "Havgard" in match.evidence[0].text


def test_what_the_text_carries_too_is_found_there() -> None:
    """A teaser of the page itself, or a reader who quotes it, takes nothing away."""
    match = said(STORY[1], COMMENT.replace(CLAIM, STORY[1]))

    assert match.verdict is Verdict.SUPPORTED
    assert {passage.part for passage in match.evidence} == {"main"}
    assert match.evidence[0].text == STORY[1]


def test_a_word_that_stands_in_a_teaser_by_chance_takes_nothing_away() -> None:
    """Headlines of other pages have words of any claim; what counts is where its best place is."""
    claim = "Residents handed the board 4,100 signatures and 640 kilograms of letters on the day of the vote."

    match = said(claim, TEASER)

    assert (match.evidence[0].part, match.reason) == ("main", None)


def test_a_figure_beside_the_text_is_no_rival_of_the_articles() -> None:
    """What another page counts, or a reader, does not contradict the article."""
    claim = "Police seized 610 kilograms of smuggled cigarettes aboard the trawler Havgard."

    assert said(claim, text=(*STORY, CLAIM)).verdict is Verdict.DETAIL_DIFFERS
    assert said(claim, COMMENT).verdict is Verdict.NOT_FOUND


def test_a_note_that_links_to_the_words_of_a_reader_means_them() -> None:
    """A text fragment names its place."""
    assert said(CLAIM, COMMENT, fragment=("Police seized 640 kilograms",)).verdict is Verdict.SUPPORTED
