"""Quotations: word for word, with the edits that are permitted in quoting."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.claims import Quotation
from verifier.matching import index_source, judge
from verifier.matching.base import MissKind, Question, Verdict
from verifier.matching.details.quotations import find_quotation, is_whole, read_quotations

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
    match = judge(Question(text=claim), index_source(PAGE))

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
    match = judge(Question(text=claim), index_source(PAGE))

    assert match.verdict is Verdict.DETAIL_DIFFERS
    miss = next(m for m in match.missing if m.kind is MissKind.QUOTE)
    assert ours in miss.text
    assert theirs is None or theirs in (miss.found or "")


def test_scare_quotes_and_titles_are_not_strict() -> None:
    """A so-called 'green' port and the title of a book are no words that somebody said."""
    claim = "The 'green' port is the subject of \"The Long Winter of the Northern Yards\"."

    assert [q.strict for q in read_quotations(claim)] == [False, False]


def test_quotations_read_by_the_article_are_used_as_they_are() -> None:
    """Who reads the article knows better what is a quotation."""
    quote = Quotation(text="run the shipyard since", start=10, end=32, strict=True)

    match = judge(Question(text="Berg has “run the shipyard for” years.", quotes=(quote,)), index_source(PAGE))

    assert match.verdict is not Verdict.DETAIL_DIFFERS


def test_a_word_cut_at_a_line_end_does_no_harm() -> None:
    """PDF pages break words."""
    index = index_source("He spoke of an agree-\nment that nobody in the harbour had wanted to see.")
    quote = read_quotations("“an agreement that nobody in the harbour had wanted”")[0]

    found = find_quotation(quote, index)

    assert found.exact


def test_a_letter_that_grows_in_lower_case_does_not_move_the_place() -> None:
    """The Turkish capital İ becomes two characters; offsets must stay."""
    page = "İzmir İl and İnönü wrote first. She said that the slip was long overdue for repair, and left."

    match = judge(Question(text="“She said that the crane was long overdue for repair”"), index_source(page))

    miss = next(m for m in match.missing if m.kind is MissKind.QUOTE)
    assert (miss.text, miss.found) == ("crane", "slip")
    assert page[miss.found_start : miss.found_end].startswith("She said")


@settings(max_examples=60)
@given(st.text(max_size=150), st.text(max_size=300))
def test_quotations_of_every_text_are_within_it(claim: str, source: str) -> None:
    """Whatever the text: spans are right, and the search comes to an end."""
    quotes = read_quotations(claim)

    assert all(claim[q.start : q.end] == q.text for q in quotes)
    assert is_whole(claim, quotes) in (True, False)
    assert all(find_quotation(q, index_source(source)).likeness >= 0 for q in quotes)
