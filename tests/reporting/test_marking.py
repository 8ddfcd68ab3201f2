"""Words marked in a claim, a passage and an older wording: the same in the report and at the desk."""

from hypothesis import given
from hypothesis import strategies as st

from reports.marking import MOST_SPANS, Mark, claim_spans, difference, passage_spans, segments, shared_spans
from verifier.matching.base import Miss, MissKind

TEXTS = st.text(st.sampled_from("ab1.,!?…”’ \n\t\u2028é") | st.characters(), max_size=400)


@given(TEXTS, TEXTS)
def test_a_difference_loses_no_character(old: str, new: str) -> None:
    """Marks are put around words; the words themselves stay."""
    before, after = difference(old, new)

    assert "".join(one.text for one in before) == old
    assert "".join(one.text for one in after) == new


@given(TEXTS, st.lists(st.tuples(st.integers(-5, 500), st.integers(-5, 500), st.sampled_from(list(Mark)))))
def test_segments_joined_are_the_text(text: str, spans: list[tuple[int, int, Mark]]) -> None:
    """Spans may overlap, run backwards or lie outside."""
    assert "".join(one.text for one in segments(text, spans)) == text


def test_of_a_long_quotation_only_the_wrong_words_are_marked() -> None:
    """A quotation marked whole hides the one word that is wrong."""
    source = "She said “a late train, but at least a train that stops here” and left."
    claim = "She called it “a late train, but at last a train that stops here”."
    miss = Miss(
        kind=MissKind.QUOTE,
        text="last",
        start=claim.index("a late"),
        end=claim.index("”"),
        found="least",
        found_start=source.index("a late"),
        found_end=source.index("”"),
        aligned=True,
    )

    left = segments(claim, claim_spans(claim, (), (miss,)))
    right = segments(source, passage_spans(source, 0, claim, (miss,)))

    assert [one.text for one in left if one.mark is Mark.DIFFERS] == ["last"]
    assert [one.text for one in right if one.mark is Mark.DIFFERS] == ["least"]


def test_words_that_every_sentence_has_are_not_underlined() -> None:
    """A passage full of lines under "the" and "of" shows nothing; figures of one digit do."""
    passage = "It was the miller of Hale who shut 3 gates of the lock and the weir."

    marked = segments(passage, shared_spans(passage, "The lock has 3 gates of oak."))

    assert [one.text for one in marked if one.mark is Mark.SAME] == ["3 gates of the lock"]


def test_a_word_in_another_form_is_shared() -> None:
    """A reader sees at once that "opened" and "opening" are one; a bare comparison of letters would not."""
    marked = segments("since the opening", shared_spans("since the opening", "The lock opened."))

    assert [one.text for one in marked if one.mark is Mark.SAME] == ["the opening"]


def test_a_text_gets_no_more_marks_than_a_reader_can_use() -> None:
    """A file from elsewhere may name a million spans; time and size of the page stay bounded."""
    text = "ab " * 10_000

    marked = segments(text, ((at, at + 2, Mark.SAME) for at in range(0, len(text), 3)))

    assert len([one for one in marked if one.mark is Mark.SAME]) == MOST_SPANS
    assert "".join(one.text for one in marked) == text
