"""The pages: every change ends in a redirect, foreign text stays text, and what cannot be saved is said."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from urllib.parse import urlencode

import httpx
import pytest
from desk_cases import ask
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("starlette", reason="the extra provenote[review] is not installed")

from citations.errors import CitationError
from reports.decisions import DecisionFile, DecisionState
from reports.marking import Mark
from reports.review.addresses import filter_from
from reports.review.desk import Desk
from reports.review.forms import Form, form_in
from reports.review.material import Material, stamp_of
from reports.review.showing import show
from reports.review.wording import details_of
from reports.words import MARK_WORDS
from verifier.matching.base import Aspect, Miss, MissKind, Verdict

Ask = Callable[..., httpx.Response]


def test_marks_are_explained_as_in_the_report(desk: Desk) -> None:
    """An editor who reads the report and sits at the desk learns one legend."""
    page = ask(desk, "GET", desk.items[0].address).text
    legend = page[page.index('class="legend"') :].partition("</p>")[0]

    said = " ".join(re.sub(r"<[^>]*>", "", legend.partition(">")[2]).split())

    assert said == " ".join(f"{shown} {rest}" for _, shown, rest in MARK_WORDS)
    assert [mark for mark, _, _ in MARK_WORDS] == [one.value for one in (Mark.SAME, Mark.DIFFERS, Mark.MISSING)]


def test_a_decision_redirects_to_the_next_item(desk: Desk) -> None:
    """Loading the page again, or going back, decides nothing a second time."""
    answer = ask(desk, "POST", desk.items[0].address, data={"do": "accept", "seen": "none", "note": "ok"})

    assert answer.status_code == 303
    assert answer.headers["location"] == f"{desk.items[1].address}?did=accept"
    assert desk.status(desk.items[0]).decision is not None


def test_the_last_decision_leads_to_the_end(desk: Desk) -> None:
    """What comes of it is said there: what the gate thinks of it, and where it was saved."""
    for item in desk.items:
        desk.decide(item, DecisionState.ACCEPT if item.number > 1 else DecisionState.REJECT)

    page = ask(desk, "GET", "/next", follow_redirects=True).text

    assert "Everything is decided" in page
    assert "1 asks for work on the article" in page
    assert "island-1.decisions.toml" in page


def test_skipping_keeps_the_note_that_was_begun(desk: Desk) -> None:
    """A half thought is not lost by going on."""
    answer = ask(desk, "POST", desk.items[0].address, data={"do": "skip", "note": "ask the keeper"})

    assert answer.headers["location"].startswith(desk.items[1].address)
    assert "ask the keeper</textarea>" in ask(desk, "GET", desk.items[0].address).text
    assert desk.status(desk.items[0]).waits


def test_undo_keeps_what_was_typed(desk: Desk) -> None:
    """Taking back a slip of a key costs no sentence, on the item it leaves and on the one it returns to."""
    first, second = desk.items[:2]
    ask(desk, "POST", first.address, data={"do": "accept", "seen": "none", "note": "counted twice"})

    answer = ask(desk, "POST", f"{second.address}/undo", data={"note": "ask the harbour master"})

    assert answer.headers["location"] == f"{first.address}?did=undone"
    assert "counted twice</textarea>" in ask(desk, "GET", first.address).text
    assert "ask the harbour master</textarea>" in ask(desk, "GET", second.address).text


def test_undoing_a_change_of_a_note_brings_the_former_one_back(desk: Desk) -> None:
    """What is taken back is the note then."""
    first = desk.items[0]
    for do, note in (("accept", "before"), ("note", "after")):
        ask(desk, "POST", first.address, data={"do": do, "note": note})

    ask(desk, "POST", f"{first.address}/undo", data={"note": "after"})

    assert desk.note_on(first) == "before"


def test_a_note_alone_leaves_the_decision(desk: Desk) -> None:
    """Only the note changes, and the page stays: what was accepted until spring is not accepted for ever by it."""
    desk.decide(desk.items[0], DecisionState.REJECT)
    path = desk.around.decisions_path(desk.items[0].path)
    until = {"date": date(2026, 1, 2), "expires": date(2099, 3, 31), "baseline": True, "reviewer": "K. Z."}
    DecisionFile(path).change(lambda old: old.with_decisions([replace(one, **until) for one in old]))
    before = desk.status(desk.items[0]).decision

    answer = ask(desk, "POST", desk.items[0].address, data={"do": "note", "note": "told the author"})

    decision = desk.status(desk.items[0]).decision
    assert decision == replace(before, note="told the author")
    assert answer.headers["location"] == f"{desk.items[0].address}?did=note"
    assert decision is not None
    assert (decision.state, decision.note) == ("reject", "told the author")


def test_a_decision_of_another_window_is_not_written_over(desk: Desk) -> None:
    """The page says what happened and keeps the note that was typed."""
    desk.decide(desk.items[0], DecisionState.ACCEPT)

    answer = ask(desk, "POST", desk.items[0].address, data={"do": "reject", "seen": "none", "note": "mine"})

    assert answer.status_code == 409
    assert "another window or an editor changed this decision" in answer.text
    assert "mine</textarea>" in answer.text


@pytest.mark.parametrize("do", ["", "ACCEPT", "delete", "open"])
def test_an_unknown_word_decides_nothing(desk: Desk, do: str) -> None:
    """A form of ours never sends one."""
    ask(desk, "POST", desk.items[0].address, data={"do": do})

    assert all(status.waits for status in desk.statuses())


def test_a_search_finds_places_and_one_can_be_chosen(desk: Desk) -> None:
    """The chosen place is what the decision is stored with, without any script."""
    found = ask(desk, "GET", f"{desk.items[0].address}?q=summer").text
    at = found.split("?at=")[1].split('"')[0]

    ask(desk, "POST", desk.items[0].address, data={"do": "accept", "at": at})

    decision = desk.status(desk.items[0]).decision
    assert decision is not None
    assert decision.passage == "In summer the ferry carried 12 lorries on most days."


@pytest.mark.parametrize("at", ["0-999999", "9-3", "x", "1-", "-1-5", "99999999999-99999999999"])
def test_a_place_that_is_none_is_passed_over(desk: Desk, at: str) -> None:
    """An address typed by hand shows the passage that was found."""
    answer = ask(desk, "GET", f"{desk.items[0].address}?at={at}")

    assert answer.status_code == 200
    assert "You chose this passage" not in answer.text


def test_foreign_text_stays_text(cases: ModuleType, tmp_path: Path) -> None:
    """Claims, titles, passages and messages are other people's words."""
    desk = cases.desk_for(tmp_path, cases.material(hostile=True))

    pages = [ask(desk, "GET", path).text for path in ("/list", desk.items[0].address, desk.items[0].address + "?q=x")]

    for page in pages:
        assert "<script>document" not in page
        assert "<img" not in page
        assert "{{7*7}}" in page


def test_several_articles_are_listed_with_how_far_they_are(cases: ModuleType, tmp_path: Path) -> None:
    """The first page is the list, and each article leads to its own next item."""
    desk = cases.desk_for(tmp_path, cases.material(articles=2))
    desk.decide(desk.items[0], DecisionState.ACCEPT)

    page = ask(desk, "GET", "/").text
    answer = ask(desk, "GET", "/next?article=1")

    assert "1 of 4" in page
    assert "0 of 4" in page
    assert answer.headers["location"] == f"{desk.items[4].address}?article=1"


@pytest.mark.parametrize("number", ["", "x", "-1", "0", "\u00b2", "9" * 5000])
@pytest.mark.parametrize("field", ["page", "article"])
def test_an_address_with_an_odd_number_shows_the_list(desk: Desk, field: str, number: str) -> None:
    """Addresses are edited by hand, and not everything that Unicode calls a digit is read as a number."""
    assert ask(desk, "GET", f"/list?{urlencode({field: number})}").status_code == 200


def test_a_filter_stays_while_going_on(desk: Desk) -> None:
    """The next item is the next of those that were chosen."""
    answer = ask(desk, "POST", desk.items[0].address + "?words=geese", data={"do": "accept"})

    assert answer.headers["location"] == f"{desk.items[2].address}?words=geese&did=accept"


@given(st.dictionaries(st.sampled_from(["rule", "state", "words", "article", "since"]), st.text()))
def test_whatever_the_query_a_filter(values: dict[str, str]) -> None:
    """Addresses are typed, cut and pasted."""
    chosen = filter_from(values)

    assert isinstance(chosen.query, str)


@given(
    st.binary(),
    st.sampled_from(["", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]) | st.text(),
)
def test_whatever_the_body_a_form(body: bytes, content_type: str) -> None:
    """What comes over a socket is foreign, even from our own page."""
    assert isinstance(form_in(body, content_type), Form)


def test_an_upload_comes_through_byte_for_byte() -> None:
    """A PDF has line ends and dashes of its own."""
    data = b"%PDF\r\n--\r\n\r\n--b \x00\xff\r\n"
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: x/y\r\n\r\n'
    body = head.replace(b"--b\r", b"--bound\r") + data + b"\r\n--bound--\r\n"

    form = form_in(body, "multipart/form-data; boundary=bound")

    assert form.upload == ("a.pdf", data)


def test_more_than_a_form_holds_is_refused(desk: Desk) -> None:
    """Twelve megabytes are enough for any source that is read."""
    answer = ask(desk, "POST", desk.items[3].address, content=b"x" * (12 * 1024 * 1024 + 1))

    assert answer.status_code == 409
    assert "too large" in answer.text


def test_no_text_turns_the_direction_of_the_page(cases: ModuleType, tmp_path: Path) -> None:
    """A claim could hide what it says from the one who is to judge it; what the reviewer wrote comes back as it was."""
    desk = cases.desk_for(tmp_path, cases.material(hostile=True))
    desk.decide(desk.items[0], DecisionState.REJECT, note="\u200fשלום")

    shown = ask(desk, "GET", desk.items[0].address).text
    every = ask(desk, "GET", "/list").text

    assert "�gnp.exe" in shown
    assert "\u202e" not in shown + every
    assert ">\u200fשלום</textarea>" in shown


def test_what_keeps_a_decision_from_being_saved_is_said_once(desk: Desk) -> None:
    """Two boxes with the same words look like two troubles."""
    path = desk.around.decisions_path(desk.items[0].path)
    path.write_text("version = 2\n", encoding="utf-8")

    answer = ask(desk, "POST", desk.items[0].address, data={"do": "accept", "seen": "none"})

    assert answer.status_code == 409
    assert answer.text.count("expected version = 1") == 1
    assert "newer provenote" in answer.text


def test_a_long_context_leaves_the_claim_in_sight(cases: ModuleType, tmp_path: Path) -> None:
    """A converter may leave a whole chapter in one sentence."""
    material = cases.material()
    first = material.audit.articles[0]
    claim = replace(first.claims[0].claim, context=("long ago " * 900, "and then it came."))
    article = replace(first, claims=(replace(first.claims[0], claim=claim), *first.claims[1:]))
    material = replace(material, audit=replace(material.audit, articles=(article, *material.audit.articles[1:])))

    desk = cases.desk_for(tmp_path, material)

    context = show(desk, desk.items[0]).claim.context
    assert len(context) <= 600
    assert context.startswith("…")
    assert context.endswith("long ago  and then it came.")


def test_words_that_the_source_lacks_share_a_line(cases: ModuleType, tmp_path: Path) -> None:
    """A claim that is nowhere lacks a dozen of them, and the figure among them must be seen."""
    material = cases.material()
    first = material.audit.articles[0]
    citation = first.claims[0].citations[0]
    lacking = tuple(
        Miss(kind=MissKind.WORD, text=word, start=0, end=1, elsewhere=word == "lorry")
        for word in ("barge", "cable", "lorry")
    )
    match = replace(citation.match, missing=(*citation.match.missing, *lacking))
    judged = replace(first.claims[0], citations=(replace(citation, match=match),))
    article = replace(first, claims=(judged, *first.claims[1:]))

    desk = cases.desk_for(tmp_path, replace(material, audit=replace(material.audit, articles=(article,))))

    assert show(desk, desk.items[0]).details == (
        "number “13”: the source has “31”",
        "not found here: “barge”, “cable”",
        "elsewhere in the source: “lorry”",
    )


@pytest.mark.parametrize(
    ("miss", "told"),
    [
        pytest.param(
            Miss(kind=MissKind.NEGATION, text="not", start=0, end=3),
            "the article says “not”, the source does not",
            id="of the article",
        ),
        pytest.param(
            Miss(kind=MissKind.WORD, text="rust", start=0, end=4, found="because of cracks", aspect=Aspect.REASON),
            "the reason “rust”: the source has “because of cracks”",
            id="what of the matter changes",
        ),
        pytest.param(
            Miss(kind=MissKind.NEGATION, text="raise", start=0, end=3, found="never"),
            "the source says “never”, the article does not",
            id="of the source",
        ),
    ],
)
def test_a_detail_is_told_by_who_has_it_and_what_it_changes(miss: Miss, told: str) -> None:
    """The claim's own word is no negation where the source has one: the two must not be set against each other."""
    assert list(details_of([miss])) == [told]


def test_a_finding_about_another_source_shows_that_source(cases: ModuleType, tmp_path: Path) -> None:
    """A claim that stands in another note's source: its own one would be given words that it does not have."""
    material = cases.material()
    first = material.audit.articles[0]
    other = first.claims[1].citations[0]
    passage = other.match.evidence[0].text
    finding = replace(first.findings[0], url=other.source.url, passage=passage)
    article = replace(first, findings=(finding, *first.findings[1:]))
    desk = cases.desk_for(tmp_path, replace(material, audit=replace(material.audit, articles=(article,))))

    shown = show(desk, desk.items[0])

    assert shown.source
    assert (shown.source.title, shown.source.url) == (other.source.data.title.value, other.source.url)
    assert [one.text for one in shown.passages] == [passage]
    assert shown.heading == "The source says"


@pytest.mark.parametrize("chosen", [False, True], ids=["found", "chosen"])
def test_the_nearest_places_are_not_called_what_the_source_says(
    cases: ModuleType, tmp_path: Path, *, chosen: bool
) -> None:
    """Whoever reads a passage below "the source says" takes it for the answer; one that they chose themselves is."""
    material = cases.material()
    first = material.audit.articles[0]
    citation = replace(first.claims[0].citations[0], verdict=Verdict.NOT_FOUND)
    article = replace(first, claims=(replace(first.claims[0], citations=(citation,)), *first.claims[1:]))
    desk = cases.desk_for(tmp_path, replace(material, audit=replace(material.audit, articles=(article,))))

    shown = show(desk, desk.items[0], at="0-12" if chosen else "")

    assert shown.heading == ("The source says" if chosen else "The nearest places, which do not say it")


def test_the_list_says_how_bad_each_finding_is_and_tells_it_once(cases: ModuleType, tmp_path: Path) -> None:
    """Errors are what turns the gate red; a finding about the whole article is its own subject."""
    material = cases.material()
    first = material.audit.articles[0]
    told = "the article is dated before its sources"
    whole = replace(first.findings[-1], claim_id=None, label=None, url="", subject=told, message=told)
    article = replace(first, findings=(first.findings[0], whole))
    desk = cases.desk_for(tmp_path, replace(material, audit=replace(material.audit, articles=(article,))))

    page = ask(desk, "GET", "/list").text

    assert page.count('<span class="severity error">error</span>') == 2
    assert page.count(told) + page.count(told.capitalize()) == 1


@pytest.mark.parametrize("path", ["/item/0/nothing", "/item/9/x", "/static/../app.py", "/nowhere"])
def test_an_unknown_address_says_so(desk: Desk, path: str) -> None:
    """The item may be gone since the article was checked again."""
    answer = ask(desk, "GET", path)

    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_an_edited_article_is_told_of_and_checked_again_by_a_button(cases: ModuleType, tmp_path: Path) -> None:
    """The page goes on to the next item of the article as it is now; where none can be read all stays as it was."""
    article = tmp_path / "article.md"
    article.write_text("before", encoding="utf-8")
    answers = [replace(cases.material(), stamps={article: stamp_of(article)}), cases.material()]
    desk = Desk(partial(_next_of, iter(answers)), cases.desk_for(tmp_path, cases.material()).around)
    quiet = ask(desk, "GET", desk.items[0].address).text
    article.write_text("after it", encoding="utf-8")

    told = ask(desk, "GET", desk.items[0].address).text
    again = ask(desk, "POST", "/again", follow_redirects=True).text
    refused = ask(desk, "POST", "/again")

    assert "changed since it was read" not in quiet
    assert f"{article}</bdi> changed since it was read" in told
    assert "checked again as it is now" in again
    assert "changed since it was read" not in again
    assert (refused.status_code, "Cannot read article.md" in refused.text) == (409, True)


def _next_of(answers: Iterator[Material]) -> Material:
    found = next(answers, None)
    if found is None:
        message = "cannot read article.md: there is no such file"
        raise CitationError(message)
    return found
