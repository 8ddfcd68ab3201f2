"""Markdown: a comment that fits, can be edited in place, and shows foreign text as text."""

import pytest
from example_audit import large_audit, report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render
from reports.formats.markdown import MARKER, words
from reports.values import Report


def test_names_no_author(example: Report) -> None:
    """A public comment speaks of notes; its first line lets a job find it again."""
    text = render(example, "markdown")

    assert text.startswith(MARKER)
    assert "Ada Falk" not in text


@pytest.mark.parametrize("articles", [1, 500])
def test_fits_into_a_comment(articles: int) -> None:
    """GitHub refuses longer comments; how much was left out is said."""
    text = render(report_of(large_audit(5_000, articles)), "markdown")

    assert len(text) <= 60_000
    assert "more findings: see the whole report" in text


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 1_000_000, "|\n" * 500_000], ids=lambda text: ascii(text)[:20])
def test_a_page_cannot_leave_its_line(text: str) -> None:
    """A hostile text changes words in the comment, never its structure."""
    lines = render(report_of(hostile_audit(text)), "markdown").splitlines()
    plain = render(report_of(hostile_audit("plain")), "markdown").splitlines()

    assert len(lines) == len(plain)
    assert len("\n".join(lines)) <= 60_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("@everyone", "@\u200beveryone", id="mention"),
        pytest.param("see #12", "see \\#\u200b12", id="issue"),
        pytest.param("<b>", "&lt;b&gt;", id="markup"),
        pytest.param("![x](y)", "\\!\\[x\\](y)", id="picture"),
        pytest.param("http://a", "http://\u200ba", id="link"),
        pytest.param("www.a.example", "www.\u200ba.example", id="link without scheme"),
        pytest.param("a_b*c", "a\\_b\\*c", id="emphasis"),
        pytest.param("1. first", "1\\. first", id="list"),
        pytest.param("- 2024-06-01", "\\- 2024-06-01", id="another list"),
    ],
)
def test_foreign_words_stay_words(text: str, shown: str) -> None:
    """What a host would make a mention, a link or a picture of stays text."""
    assert words(text, 100) == shown
