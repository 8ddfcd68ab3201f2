"""Quotations: word for word, with the edits that are permitted in quoting."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import judged_against

from citations.claims import Quotation, find_quotations
from verifier.matching import index_source, judge
from verifier.matching.base import MissKind, Question, Verdict
from verifier.matching.details.quotations import find_quotation

PAGE = (
    "Anna Berg has run the shipyard since 1999. “We were told, again and again, that the slip—the old one—"
    "was long overdue for repair,” she said. Her brother called it ‘the best yard in the north’. "
    "The yard is closed on Sundays."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param('"We were told, again and again, that the slip"', id="straight marks"),
        pytest.param(
            "“we were told … that the slip - the old one - was long overdue”", id="ellipsis, dashes, first letter"
        ),
        pytest.param("“[W]e were told, again and again, that the slip [of the yard] was long overdue”", id="brackets"),
        pytest.param("“the slip—the old one—was long overdue for repair.”", id="final stop within"),
        pytest.param("“We were told,\u00a0again and again, that the slip”", id="blank that does not break"),
    ],
)
def test_permitted_edits_keep_a_quotation_true(claim: str) -> None:
    """Typography, omissions marked as such and additions in brackets are how quoting is done."""
    match = judged_against(claim, PAGE)

    assert match.verdict is Verdict.SUPPORTED, match
    assert match.rule == "quotation-word-for-word"


@pytest.mark.parametrize(
    ("claim", "ours", "theirs"),
    [
        pytest.param("“We were told, again and again, that the crane”", "crane", "slip", id="word"),
        pytest.param("Berg said that the slip was “never long overdue for repair”.", "never", None, id="word put in"),
        pytest.param("Her brother called it ‘the worst yard in the north’.", "worst", "best", id="short, attributed"),
    ],
)
def test_an_altered_quotation_is_named_with_the_words_that_differ(claim: str, ours: str, theirs: str | None) -> None:
    """A quotation is found word for word or not at all."""
    match = judged_against(claim, PAGE)

    assert match.verdict is Verdict.DETAIL_DIFFERS
    miss = next(m for m in match.missing if m.kind is MissKind.QUOTE)
    assert ours in miss.text
    assert theirs is None or theirs in (miss.found or "")


def test_scare_quotes_and_titles_are_not_strict() -> None:
    """A so-called 'green' port and the title of a book are no words that somebody said."""
    claim = "The 'green' port is the subject of \"The Long Winter of the Northern Yards\"."

    assert [q.strict for q in find_quotations(claim)] == [False, False]


def test_quotations_read_by_the_article_are_used_as_they_are() -> None:
    """Who reads the article knows better what is a quotation."""
    quote = Quotation(text="run the shipyard since", start=10, end=32, strict=True)

    match = judge(Question(text="Berg has “run the shipyard for” years.", quotes=(quote,)), index_source(PAGE))

    assert match.verdict is not Verdict.DETAIL_DIFFERS


def test_a_word_cut_at_a_line_end_does_no_harm() -> None:
    """PDF pages break words."""
    index = index_source("He spoke of an agree-\nment that nobody in the harbour had wanted to see.")
    quote = find_quotations("“an agreement that nobody in the harbour had wanted”")[0]

    found = find_quotation(quote, index)

    assert found.exact


def test_a_letter_that_grows_in_lower_case_does_not_move_the_place() -> None:
    """The Turkish capital İ becomes two characters; offsets must stay."""
    page = "İzmir İl and İnönü wrote first. She said that the slip was long overdue for repair, and left."

    match = judged_against("“She said that the crane was long overdue for repair”", page)

    miss = next(m for m in match.missing if m.kind is MissKind.QUOTE)
    assert (miss.text, miss.found) == ("crane", "slip")
    assert page[miss.found_start : miss.found_end].startswith("She said")


PIECES = [*PAGE.split(), "İl", "[of]", "…", "[T]he", "agree-\nment", "e\u0301", "“", "”", "\n"]
TEXTS = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)


@settings(max_examples=200)
@given(before=TEXTS, words=TEXTS, after=TEXTS, lost=st.integers(min_value=0, max_value=40))
def test_quotations_of_every_text_are_within_it(before: str, words: str, after: str, lost: int) -> None:
    """Whatever the text: what is said to be quoted stands in the claim, and what is said to be found on the page."""
    claim = f"{before}“{words}”{after}"
    index = index_source(f"{after} {words[:lost]}{words[lost + 1 :]} {before}".strip())
    quotes = find_quotations(claim)

    assert all(claim[q.start : q.end] == q.text for q in quotes)
    for found in (find_quotation(q, index) for q in quotes):
        start, end = found.span or (0, 0)
        assert 0 <= start <= end <= len(index.folded.text)
        assert index.folded.text[start:end].strip() == found.text.strip()


def test_a_quotation_stands_at_whole_words() -> None:
    """The end of a longer word before the true place is none."""
    page = "The parties were cut in two. “Old ties were cut,” said Lind."
    (quote,) = find_quotations('Lind said that "ties were cut".')

    assert find_quotation(quote, index_source(page)).span == (page.index("ties were cut,"), page.index(",” said"))


@pytest.mark.parametrize(
    ("quoted", "exact"),
    [
        pytest.param("We will not sell the mill because it belongs to Halm.", True, id="joined"),
        pytest.param("We will not sell the mill because it belongs to Orsa.", False, id="joined and altered"),
        pytest.param("We will not sell the mill she told the board because it belongs", True, id="with who says it"),
    ],
)
def test_who_speaks_may_be_left_out_of_a_quotation(quoted: str, *, exact: bool) -> None:
    """Who quotes joins what the source divides to say who speaks."""
    page = "“We will not sell the mill,” she told the board, “because it belongs to Halm.” He called it “a gift.”"
    (quote,) = find_quotations(f"“{quoted}”")

    assert find_quotation(quote, index_source(page)).exact is exact


def test_a_source_that_has_the_quotation_is_about_the_claim_whatever_else_it_lacks() -> None:
    """So many words do not stand together by chance: the rest is what was not found."""
    claim = 'Sister Ortrun, prior of Halm, put it plainly at vespers: "We were told, again and again, that the slip"'

    match = judged_against(claim, PAGE + " Orsa has two mills and a fair." * 30)

    assert match.verdict is Verdict.PARTLY
