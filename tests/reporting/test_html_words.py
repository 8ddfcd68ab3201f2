"""The words of the HTML report: said for editors, short, and nobody's reproach."""

import re
from dataclasses import replace

import pytest

from reports.formats import render
from reports.formats.webpage.charts import hosts
from reports.formats.webpage.told import first_to_fix
from reports.formats.webpage.views import article_view
from reports.one_line import opened
from reports.values import MissReport, Report
from verifier.detail_words import told_details


def test_what_was_not_checked_is_no_reproach(example: Report) -> None:
    """An editor must not take "not checked" for "not supported"."""
    text = re.sub("<[^>]+>", "", render(example, "html"))

    assert "Nothing follows for these claims" in text
    assert "It could not be checked: subscription. Nothing follows for the claim." in text


def test_a_source_without_a_link_goes_by_the_title_in_its_note(example: Report) -> None:
    """A row that says only "no link" tells nobody which book is meant."""
    article = example.articles[0]
    unlinked = {source.id for source in article.sources if not source.url}

    names = {one.source.id: one.name for one in article_view(article, 1).sources}

    assert unlinked
    assert {names[one] for one in unlinked} == {"Libraries of the valley"}


def test_words_that_a_source_lacks_stand_in_one_line(example: Report) -> None:
    """A claim that is nowhere has a dozen of them; a list of a dozen lines hides the passages."""
    article = example.articles[0]
    missing = tuple(
        MissReport(kind="word", text=word, found=None, start=0, end=1, elsewhere=word == "lorry")
        for word in ("barge", "cable", "lorry")
    )
    citation = replace(article.claims[0].sources[0], missing=missing)
    claim = replace(article.claims[0], sources=(citation,))

    html = render(replace(example, articles=(replace(article, claims=(claim,)),)), "html")

    text = re.sub("<[^>]+>", "", html)
    assert "Not found here: barge, cable" in text
    assert "Elsewhere in the source: lorry" in text


def test_what_follows_from_a_link_to_another_page_is_not_told_before_all_else(example: Report) -> None:
    """Its claim, its date and its site are others too: one cause must not fill the three places."""
    article = example.articles[0]
    one = replace(article.findings[0], severity="warning", suppressed_by=None, claim=None, label="i")
    astray = replace(one, name="title-differs", message="another title")
    late = replace(one, label="ii", message="another note")
    report = replace(example, articles=(replace(article, findings=(one, late, astray)),))

    told = [view.finding.message for view in first_to_fix(report, {})]

    assert told == ["another title", "another note"]


def test_a_figure_that_is_the_altered_word_of_a_quotation_is_told_once() -> None:
    """The same two words on two lines look like two faults."""
    altered = MissReport(kind="quote", text="two", found="three", start=5, end=8)

    told, _ = told_details([altered, replace(altered, kind="number"), replace(altered, kind="number", found="four")])

    assert [(one.kind, one.found) for one in told] == [("quote", "three"), ("number", "four")]


def test_times_are_written_for_people(example: Report) -> None:
    """Editors do not read ISO 8601."""
    html = render(example, "html")

    assert "fetched 2026-03-04 09:15 UTC" in html
    assert "T09:15:00Z" not in html


def test_decisions_that_find_no_room_are_counted(example: Report) -> None:
    """After a rule was left out there may be hundreds."""
    html = render(replace(example, unused_decisions=example.unused_decisions[:1] * 203), "html")

    assert "and 3 more" in html
    assert "more</li>" not in render(example, "html")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("cannot open it", "Cannot open it", id="a word"),
        pytest.param("unclear, please read", "Unclear, please read", id="a word before a comma"),
        pytest.param("https://a.example is gone", "https://a.example is gone", id="an address"),
        pytest.param("“last” is not there", "“last” is not there", id="a sign"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_message_opens_with_a_capital(text: str, shown: str) -> None:
    """In the terminal it follows a code; where it stands alone it is a sentence."""
    assert opened(text) == shown


def test_hosts_that_were_read_are_told_together(example: Report) -> None:
    """Whether a page could be read is asked of the others; a bar for each of two hundred hosts hides them."""
    article = example.articles[0]

    told = {host.name: host.words for host in article_view(article, 1).hosts}

    assert told == {
        "daily.example": "1 subscription",
        "books and others": "1 no link",
        "3 other hosts": "3 read, 1 read in an archived copy",
    }


def test_what_came_of_the_pages_of_a_host_adds_up(example: Report) -> None:
    """Three reasons fit in a line; whoever counts must not miss the sources of the others."""
    article = example.articles[0]
    accesses = ("ok", "ok", "gone", "paywall", "too-slow", "js-needed")
    sources = [replace(article.sources[0], id=f"s{at}", access=access) for at, access in enumerate(accesses)]

    (host,) = hosts(sources)

    assert host.words == "2 read, 1 page gone, 1 subscription, 2 for other reasons"


def test_one_of_several_sources_that_lacks_a_claim_shows_its_nearest_places_as_such(example: Report) -> None:
    """A passage below "not found" would be taken for what the source says of the claim."""
    article = example.articles[0]
    found = article.claims[0].sources[0]
    lacking = replace(found, verdict="not-found", words="Not found in the source")
    claim = replace(article.claims[0], sources=(found, lacking))

    html = render(replace(example, articles=(replace(article, claims=(claim,)),)), "html")

    assert "Not found in the source. The nearest places:</h3>" in html


def test_what_was_not_checked_has_a_next_step(example: Report) -> None:
    """A closed page stays closed at the next run too, unless somebody saves it."""
    assert "save its page" in render(example, "html")
