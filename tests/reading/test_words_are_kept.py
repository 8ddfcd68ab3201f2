"""However signs of notes are cut and nested, no word of an article is lost or told twice."""

import re

from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article

SIGNS = st.sampled_from(
    ["((", "))", "[sup]", "[/sup]", "[url=http://a.example]", "[/url]", "> ", "\n", "Deed of it ", "1 "]
)


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_whatever_stands_there_each_word_is_kept_once(text: str) -> None:
    """Brackets and quoting may be cut in any way; what they hold is never lost and never doubled.

    Only what follows the last note at the end of the file may be no part of the article.
    """
    if not text.strip():
        return
    names = [f"Deed{chr(one)}" for one in range(ord("Ā"), ord("Ā") + text.count("Deed"))]
    numbered = iter(names)
    article = read_article(re.sub("Deed", lambda _: next(numbered), text).encode(), name="a.txt")
    read_words = " ".join([*(block.text for block in article.blocks), *(note.raw for note in article.notes)])
    kept = sorted(re.findall(r"Deed\w", read_words))
    assert kept == names[: len(kept)]
    assert kept == names or article.notes
