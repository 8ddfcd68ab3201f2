"""The terminal report: one line a finding that editors can jump from, then what it comes to."""

import re
from dataclasses import replace
from io import StringIO

import pytest

from reports.formats import render
from reports.formats.terminal import wants_color
from reports.one_line import quoted
from reports.values import DecisionReport, Report

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_colours_change_no_word(example: Report) -> None:
    """A report with colours holds the same text, so that searching in it works."""
    painted = render(example, "terminal", color=True)

    assert "\x1b[" in painted
    assert ANSI.sub("", painted) == render(example, "terminal")


def test_what_a_reviewer_asked_for_stands_below_the_finding(example: Report) -> None:
    """Whoever mends the article reads why it must change; a decision that only quietens has nothing to ask for."""
    article = example.articles[0]
    decision = DecisionReport(state="reject", date="2026-03-05", note="the opening was moved", reviewer="Ada")
    finding = replace(article.findings[0], state="reject", decision=decision)

    text = render(replace(example, articles=(replace(article, findings=(finding,)),)), "terminal")

    assert "    decided: the article must change (Ada, 2026-03-05): the opening was moved\n" in text


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        pytest.param(_Terminal(), {}, True, id="terminal"),
        pytest.param(_Terminal(), {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(_Terminal(), {"NO_COLOR": ""}, True, id="NO_COLOR empty"),
        pytest.param(_Terminal(), {"TERM": "dumb"}, False, id="dumb terminal"),
        pytest.param(StringIO(), {}, False, id="file"),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    stream: StringIO, environment: dict[str, str], *, wanted: bool
) -> None:
    """Colour codes in a file or a log are noise."""
    assert wants_color(stream, environment) is wanted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("The pier is closed.", "“The pier is closed.”", id="plain words"),
        pytest.param("“We cannot wait,” said Brandt.", "“We cannot wait,” said Brandt.", id="a quotation in a report"),
        pytest.param("„Wir warten nicht“, sagte Brandt.", "„Wir warten nicht“, sagte Brandt.", id="German marks"),
    ],
)
def test_words_that_open_with_quotation_marks_get_no_second_ones(words: str, shown: str) -> None:
    """Two marks in a row look like a slip of the program, or of the source."""
    assert quoted(words) == shown


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        pytest.param("detail-differs", "source", id="a passage that was located"),
        pytest.param("not-found", "nearest place", id="where nothing was found"),
    ],
)
def test_a_finding_shows_the_claim_beside_the_passage(example: Report, name: str, heading: str) -> None:
    """A wrong claim is seen at a glance, and the nearest place is not taken for what the source says of it."""
    article = example.articles[0]
    finding = replace(article.findings[0], name=name)
    report = replace(example, articles=(replace(article, findings=(finding,)),))

    text = render(report, "terminal")

    assert f"    article: “{article.claims[0].text}”\n    {heading}: “{finding.passage}”\n" in text
