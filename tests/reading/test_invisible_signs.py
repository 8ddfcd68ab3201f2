"""Signs that print nothing are no part of a text: soft hyphens, joiners, blanks without width, accents of their own."""

import pytest

from citations.article import read_article

_BODY = "The gov\u00adern\u00adment of K\u200bell re\u2060fused\x08 in Zu\u0308rich."


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("a.md", _BODY + "[^1]\n\n[^1]: Berg, https://example.org/a\n"),
        ("a.md", _BODY.replace("\u00ad", "&shy;") + "[^1]\n\n[^1]: Berg, https://example.org/a\n"),
        ("a.txt", _BODY + "[1]\n\n[1] Berg, https://example.org/a\n"),
        ("a.html", f'<p>{_BODY}<a href="#n1">1</a></p><h2>Notes</h2><ol><li id="n1">Berg, https://example.org/a</ol>'),
        ("a.rst", _BODY + " [1]_\n\n.. [1] Berg, https://example.org/a\n"),
        ("a.org", _BODY + "[fn:1]\n\n[fn:1] Berg, https://example.org/a\n"),
        ("a.tex", _BODY + r"\footnote{Berg, https://example.org/a}"),
        ("a.wiki", _BODY + "<ref>Berg, https://example.org/a</ref>"),
        ("a.adoc", _BODY + "footnote:[Berg, https://example.org/a]"),
    ],
)
def test_leaves_signs_out_that_print_nothing(name: str, article: str) -> None:
    """A claim with them would hardly share a word with its source."""
    claims = read_article(article.encode(), name=name).claims

    assert [claim.text for claim in claims] == ["The government of Kell refused in Zürich."]


def test_keeps_the_places_of_what_stands_behind_such_a_sign() -> None:
    """A finding names the column of the file."""
    [marker] = read_article((_BODY + "[^1]\n\n[^1]: Berg, https://example.org/a\n").encode(), name="a.md").markers

    assert marker.position.column == len(_BODY) + 1
