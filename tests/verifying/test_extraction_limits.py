"""Hostile markup costs bounded time and memory, and its text is still read."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extraction import read_source
from verifier.extraction.json_ld import read_json_ld
from verifier.extraction.markup_limits import limit_markup

CLAIM = "The delegates signed the harbour protocol after nine hours of talks."

SECONDS = 20
"""Far above what any of these needs (2 s), far below what they need without limits (minutes, or all memory)."""


def _attributes(count: int) -> str:
    return " ".join(f"a{number}=1" for number in range(count))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 100_000 + CLAIM + "</div>" * 100_000, id="100,000 nested elements"),
        pytest.param("<b><i>" * 50_000 + CLAIM, id="formatting never closed"),
        pytest.param("".join(f"<p><b id={number}>x" for number in range(20_000)) + CLAIM, id="formatting reopened"),
        pytest.param("<table><tr><td>" * 5_000 + CLAIM, id="tables in tables"),
        pytest.param("<span><div></span></div>" * 30_000 + CLAIM, id="end tags that close nothing"),
        pytest.param(f"<p {_attributes(60_000)}>{CLAIM}</p>", id="60,000 attributes"),
        pytest.param(f"<p {_attributes(30_000)} b='>'>{CLAIM}</p>", id="attributes and a quoted bracket"),
        pytest.param("".join(f"<body a{number}=1>" for number in range(20_000)) + CLAIM, id="one body after another"),
        pytest.param(f'<p title="{"x" * 1_000_000}">{CLAIM}</p>', id="an attribute of 1 MB"),
        pytest.param("<br>" * 1_500_000 + CLAIM, id="one tag, 6 MB of it"),
        pytest.param("&amp;" * 1_000_000 + CLAIM, id="references"),
        pytest.param("<a " * 700_000 + ">" + CLAIM, id="a tag within a tag within a tag"),
        pytest.param("<svg><script>" + "<g>" * 60_000 + "</script></svg>" + CLAIM, id="a script that is none"),
        pytest.param(f"<p>{CLAIM}</p>" + "<!--" * 400_000, id="comments never closed"),
        pytest.param(f"<p>{CLAIM}</p><script>" + "<div>" * 100_000, id="a script never closed"),
        pytest.param("<p>" + "1<sup>" * 2_000 + f"<b>{'x' * 200}</b> " * 40_000 + CLAIM, id="raised within raised"),
        pytest.param(
            "<p>" + "<span class=sr-only>" * 2_000 + f"<b>{'x' * 200}</b> " * 40_000 + CLAIM, id="words only heard"
        ),
        pytest.param(
            "<table><tr>" + "<td colspan=100 rowspan=100>1" * 20_000 + "<tr><td>1" * 98 + f"</table>{CLAIM}",
            id="cells across millions of columns",
        ),
        pytest.param(
            f"""<script type="application/ld+json">{{"@type": "Article", "headline": "{"ab" * 900_000}"}}</script>"""
            + "".join(f"<h1>abac{number}</h1>" for number in range(30_000))
            + CLAIM,
            id="thousands of headings beside a title of 2 MB",
        ),
        pytest.param(
            '<script type="application/ld+json">'
            + '{"@type": "Article", "datePublished": ' * 400
            + f'"{"x" * 1_900_000}"'
            + "}" * 400
            + f"</script>{CLAIM}",
            id="dates that are objects within objects",
        ),
    ],
)
def test_reads_the_text_of_hostile_markup_in_bounded_time(markup: str) -> None:
    """The claim stands in all of them, and a browser would show it."""
    start = time.process_time()

    source = read_source(f"<html><body>{markup}".encode(), url="https://a.example/x")

    assert time.process_time() - start < SECONDS
    assert CLAIM in source.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 300_000, id="one run of letters"),
        pytest.param("a-" * 150_000, id="one run of hyphens and letters"),
        pytest.param(("a" * 500 + "-\n") * 600, id="parted words that are too long for any"),
    ],
)
def test_reads_hostile_plain_text_in_bounded_time(text: str) -> None:
    """A search for parted words and compounds must not begin anew at each letter of a run."""
    start = time.process_time()

    source = read_source(f"{text}\n\n{CLAIM}".encode(), url="https://a.example/x.txt", content_type="text/plain")

    assert time.process_time() - start < SECONDS
    assert CLAIM in source.text


@pytest.mark.parametrize(
    ("limit", "most", "script"),
    [
        pytest.param("LONGEST_SCRIPT", 50, '{"@type": "Thing", "name": "' + "x" * 100 + '"}', id="a long script"),
        pytest.param("MOST_OBJECTS", 0, '{"@type": "Thing"}', id="many objects"),
        pytest.param("MOST_VALUES", 3, '[[[[[{"@type": "Thing"}]]]]]', id="an object far inside"),
    ],
)
def test_the_data_of_a_page_is_read_up_to_a_bound(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int, script: str
) -> None:
    """A page may hold megabytes of data, and each of its objects is looked at several times."""
    assert len(read_json_ld([script])) == 1
    monkeypatch.setattr(f"verifier.extraction.json_ld.{limit}", most)

    assert read_json_ld([script]) == ()


def test_ordinary_markup_is_left_alone() -> None:
    """Nothing is taken out where nothing is wrong."""
    markup = "<ul>" + "<li><p>one<li>two" * 4_000 + "</ul>"

    assert limit_markup(markup) == markup


@settings(max_examples=100)
@given(
    pieces=st.lists(st.sampled_from(["<div>", "</div>", "<b>", "</b>", "x", "<!--", "-->", "<script>", "'", '"', ">"]))
)
def test_taking_tags_out_loses_no_words(pieces: list[str]) -> None:
    """Whatever the order of the tags, a flattened page has the words of its text."""
    markup = "<div>" * 3_000 + "".join(pieces) + "<p>the last words"

    limited = limit_markup(markup)

    assert limited != markup
    assert "the last words" in limited or "<script>" in pieces or '"' in pieces or "'" in pieces
