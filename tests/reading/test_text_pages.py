"""Texts that a program took out of printed pages: notes at the foot of each, running heads, page numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.article import Article, read_article
from citations.formats.text_pages import without_page_edges

PAGES = (
    "12 THE FERRY REVIEW [Vol. 4\n"
    "The ferry sank in May because nobody had looked after the hull for two\n"
    "winters.1 The town had paid for repairs, but no record of any was found\n"
    "in the office,2 and the owner could not\n"
    "1. Anna Berg, The Ferry, 4 QUAYS L. REV. 12, 14 (2004), https://quays.example/the-\n"
    "ferry/berg.\n"
    "2. Id. at 15.\n"
    "{0}\n"
    "4:11] BERG 13\n"
    "say where the money had gone.3\n"
    "B. What Was Left\n"
    "In June the town bought another one, which was older than the first and had\n"
    "been built for a lake.4\n"
    "3. Bo Lind, The Quay (2006).\n"
    "4. Berg, supra note 1, at 20.\n"
    "{0}\n"
    "14 THE FERRY REVIEW [Vol. 4\n"
    "It still sails,5 and nobody complains.6\n"
    "5. Id.\n"
    "6. Id. at 21.\n"
)


def read(text: str) -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name="a.txt")


@pytest.mark.parametrize("sign", ["\f", "<<PAGE_BREAK>>", "--- Page 13 ---"])
def test_reads_the_notes_at_the_foot_of_each_page(sign: str) -> None:
    """Neither a rule nor a blank line parts them from the text, and the page ends below them."""
    article = read(PAGES.format(sign))
    assert [note.label for note in article.notes] == ["1", "2", "3", "4", "5", "6"]
    assert [marker.label for marker in article.markers] == ["1", "2", "3", "4", "5", "6"]
    assert article.notes[1].raw == "Id. at 15."


def test_a_sentence_goes_on_over_the_page() -> None:
    """The notes between are no part of it, nor is the line at the head of the page."""
    article = read(PAGES.format("\f").replace("4:11] BERG 13", "13"))
    sentence = article.sentence_of(article.markers[2])
    assert sentence is not None
    assert sentence.text.endswith("in the office, and the owner could not say where the money had gone.")


def test_a_numbered_line_heads_the_text_below_it() -> None:
    """It ends far from the edge of the page, so it was not wrapped."""
    article = read(PAGES.format("\f"))
    assert "B. What Was Left" in [block.text for block in article.blocks if block.kind == "heading"]


def test_a_short_numbered_paragraph_is_a_heading() -> None:
    """Memos of engineers number their sections and mark them in no other way."""
    article = read("2.1. Moving Mills\n\nMills are moved by water.\n\n3. See to it that no wheel is lost.\n")
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", "paragraph"]


def test_an_address_that_the_layout_breaks_is_no_fault() -> None:
    """Nobody could have written it on one line of such a page; in a text of long lines a blank is a fault."""
    assert [one.kind for one in read(PAGES.format("\f")).oddities if one.kind == "url-has-spaces"] == []
    article = read("It sank.[1]\n\nNotes\n\n[1] Berg, https://quays.example/the- ferry/berg\n")
    assert [one.kind for one in article.oddities] == ["url-has-spaces"]


def test_numbered_paragraphs_in_the_middle_are_no_notes() -> None:
    """Labels that the text marks open many a line that no page ends below."""
    article = read(
        "It sank.1 It was old.2\n\n1. Repair the hull first of all.\n\n2. Then paint it.\n\nIt sails.\n\n"
        "It is blue.\n\nIt is long.\n\nIt is wide.\n\nNotes\n\n1. Berg, The Ferry, 2004.\n\n2. Lind, The Quay, 2006.\n"
    )
    assert [note.raw for note in article.notes] == ["Berg, The Ferry, 2004.", "Lind, The Quay, 2006."]


def test_running_heads_leave_no_word_and_every_place_stays() -> None:
    """Heads come again with other numbers; the words of the pages are left as they are."""
    text = PAGES.format("\f")
    cleaned = without_page_edges(text)
    assert len(cleaned) == len(text)
    assert "REVIEW [Vol" not in cleaned
    assert cleaned.index("The ferry sank") == text.index("The ferry sank")


@given(st.lists(st.sampled_from(["\f", "word ", "12", "\n", "Page 3\n", "--- Page 4 ---\n", "Head 5\n"])).map("".join))
def test_any_pages_keep_their_length_and_their_breaks(text: str) -> None:
    """Whatever stands between the breaks: nothing moves."""
    cleaned = without_page_edges(text)
    assert len(cleaned) == len(text)
    assert cleaned.count("\f") >= text.count("\f")
    assert [at for at, sign in enumerate(cleaned) if sign == "\n"] == [
        at for at, sign in enumerate(text) if sign == "\n"
    ]


def test_an_address_at_the_foot_is_no_running_head() -> None:
    """Addresses of one publisher differ in their figures only, and these count no pages."""
    notes = (
        "1. Berg, The Ferry,\nhttps://doi.org/10.5555/x.2004.1",
        "2. Lind, The Quay,\nhttps://doi.org/10.5555/x.2011.9",
    )
    article = read(f"The ferry sank in May.[1]\n\n{notes[0]}\n\fIt still sails.[2]\n\n{notes[1]}\n\f")

    assert [note.raw for note in article.notes] == [note.split(" ", 1)[1].replace("\n", " ") for note in notes]


UNPARTED = (
    "It sank in May [1] because nobody had looked after the hull for two\n"
    "winters, as the owner\n\n"
    "   {}\n\nA. BERG      The Ferry\n\n"
    "told the court [2]. The town had paid for repairs, of which no record\n"
    "was found.\n\n"
    "   {}\n\nA. BERG      The Ferry\n\n"
    "In June the town bought another one.\n\n"
    "   {}\n\nA. BERG      The Ferry\n\n"
    "[1] Holt, p. 9.\n\n[2] Id.\n"
)


def test_pages_are_told_apart_by_number_and_head_where_no_break_is_left() -> None:
    """Neither of them stands in the midst of a sentence then."""
    article = read(UNPARTED.format(3, 4, 5))
    sentence = article.sentence_of(article.markers[1])
    assert sentence is not None
    assert sentence.text.endswith("for two winters, as the owner told the court.")
    assert not any("BERG" in block.text for block in article.blocks)


def test_numbers_that_do_not_count_on_are_no_pages() -> None:
    """They may be years, or the figures of a list."""
    article = read(UNPARTED.format(3, 19, 5))
    assert any("BERG" in block.text for block in article.blocks)


def test_a_note_in_brackets_at_the_edge_of_a_page_is_no_running_head() -> None:
    """Many of them say "Id." and nothing else."""
    pages = ("It sank [1] in [2] May [3].\n\n[1] Holt.\n", "[2] Id.\n", "[3] Id.\n")
    assert [note.raw for note in read("\f".join(pages)).notes] == ["Holt.", "Id.", "Id."]
