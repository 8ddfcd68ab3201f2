"""Whatever signs of notes stand beside one another, in whatever format: an article comes of it, and no traceback."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.article import read_article
from citations.errors import CitationError
from citations.labels import split_labels

SIGNS = (
    *(
        "It sank",
        "“It was”",
        ". ",
        " ",
        "\n",
        "\n\n",
        "    ",
        ",",
        "–",
        "-",
        "…",
        "1",
        "2",
        "12",
        "1999",
        "3.",
        "iv",
        "a",
    ),
    *(
        "[1]",
        "[2]",
        "[^1]",
        "[^2]:",
        "(1)",
        "(1-2-3)",
        "¹",
        "²³",
        "⁻",
        "*",
        "†",
        "§",
        "※1",
        "（注1）",
        "①",
        "]",
        "[",
        "[1,",
    ),
    *("(Holm 2004)", "(Holm 14)", "Holm, A. (2004). The Ferry.", "ibid.", "https://a.example/b", "See note 2."),
    *("<sup>", "</sup>", '<a href="#fn1">', '<a href="#fnref1" id="fn1">', "</a>", "<ol>", '<li id="fn:1">', "</ol>"),
    *("<table>", "<tr>", "<td>", "</table>", "<h6>", "</h6>", "<p>", "</p>", '<div class="footnote">', "</div>"),
    *("## Notes", "Sources:", "# T", "- ", "1. ", "|", "---", "> ", "```", "!!! note", ":::", "](#fn1)", "](#fnref1)"),
    *("\\footnote{", "}", "footnote:[", "^[", "{.sidenote}", "[Footnote 1: ", "((see the log of it))", "[sup]1[/sup]"),
    *(".. [1] ", "[1]_", "[#a]_", "[fn:1]", "<ref>", "</ref>", "{{sfn|Holm|2004}}", "== Notes ==", "\\cite{a}", "@key"),
)


@pytest.mark.parametrize("suffix", ["md", "txt", "html", "rst", "org", "wiki", "tex", "adoc"])
@settings(max_examples=150)
@given(signs=st.lists(st.sampled_from(SIGNS), max_size=40))
def test_any_row_of_signs_is_an_article(suffix: str, signs: list[str]) -> None:
    """Each marker stands in a block, and each has a label; only what has no words at all is refused."""
    text = "".join(signs)
    try:
        article = read_article(text.encode(), name=f"a.{suffix}")
    except CitationError:
        assert not text.strip()
        return
    assert all(marker.block < len(article.blocks) and marker.label for marker in article.markers)


@pytest.mark.parametrize("text", ["1-2-3", "¹5-3", "1–", "–2"])
def test_figures_that_make_no_range_are_no_labels(text: str) -> None:
    """A raised digit is a digit, but no number that could be counted with."""
    assert split_labels(text) == ()
