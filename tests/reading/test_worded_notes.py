"""Notes in brackets that say what they are: ``[Footnote 1: …]``."""

import time

from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article
from citations.formats.plaintext import FORMAT


@given(
    st.lists(
        st.sampled_from(["[Footnote 1: ", "[Footnote A:", "]", "[", "word ", "\n\n", "[1]", "NOTES\n\n", "* "]),
        max_size=40,
    ).map("".join)
)
def test_whatever_is_left_open_no_word_is_lost(text: str) -> None:
    """A bracket that nothing closes does not swallow the article; a note within a note may be told twice."""
    document = FORMAT.read(f"begin {text} end".encode(), name="a.txt")
    kept = [block.text for block in (*document.blocks, *document.loose)] + [note.raw for note in document.notes]

    assert " ".join(kept).count("word") >= text.count("word ")


def test_a_note_left_open_ends_with_its_first_block() -> None:
    """What follows is the article's text again."""
    document = FORMAT.read(b"It gave way.[1]\n\n[Footnote 1: See Finch.\n\nIt was rebuilt.\n", name="a.txt")

    assert [note.raw for note in document.notes] == ["See Finch."]
    assert [block.text for block in document.blocks] == ["It gave way.", "It was rebuilt."]


def test_a_thousand_notes_in_one_sentence_are_read_at_once() -> None:
    """Each marker asked for the whole sentence again: four thousand of them took most of a minute."""
    started = time.process_time()

    article = read_article(b"a [Footnote 1: x] " * 2_000, name="a.txt")

    assert len(article.claims) == 2_000
    assert time.process_time() - started < 5
