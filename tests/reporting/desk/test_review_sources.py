"""Sources that the program could not read, and what a reviewer brings in their place."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from desk_cases import ask

pytest.importorskip("starlette", reason="the extra provenote[review] is not installed")

from reports.review.desk import Desk
from reports.review.showing import show
from verifier.fetching.base import Access, ArchivedCopy


@pytest.mark.parametrize("way", ["pasted", "file"])
def test_a_reviewer_brings_the_text_of_a_source(desk: Desk, way: str) -> None:
    """Pasted or uploaded, it is kept as their own copy and read at once."""
    body = "The harbour master kept a diary."
    more: dict[str, Any] = {"data": {"do": "copy", "pasted": body}, "files": {"file": ("", b"")}}
    if way == "file":
        more = {"data": {"do": "copy", "pasted": ""}, "files": {"file": ("diary.txt", body.encode())}}

    answer = ask(desk, "POST", desk.items[3].address, **more)

    assert answer.headers["location"].endswith("?did=copy")
    assert desk.text_of(desk.items[3]) == body


def test_sources_that_could_not_be_read_are_listed_and_can_be_brought(desk: Desk) -> None:
    """Nothing was flagged there, since nothing was known; the reviewer can open what the program may not."""
    page = ask(desk, "GET", "/unread").text
    answer = ask(
        desk,
        "POST",
        f"/unread/{desk.unread()[0].mark}",
        data={"pasted": "4 March: a storm."},
        files={"file": ("", b"")},
    )

    assert "closed to programs" in page
    assert "The harbour master keeps a diary of every storm." in page
    assert answer.headers["location"] == "/unread?did=copy"
    assert desk.material.texts["https://island.example/island-1/walled"] == "4 March: a storm."


def test_of_several_articles_a_source_that_was_not_read_names_its_own(cases: ModuleType, tmp_path: Path) -> None:
    """Note 4 of one and note 4 of the other looked alike; and those that find no room are counted."""
    two = cases.desk_for(tmp_path, cases.material(articles=2))
    many = cases.desk_for(tmp_path, cases.material(count=1, articles=102))

    listed, cut = ask(two, "GET", "/unread").text, ask(many, "GET", "/unread").text

    assert [f"In <bdi>{article.path}</bdi>" in listed for article in two.material.audit.articles] == [True, True]
    assert "And 2 more" in cut
    assert "more, which follow" not in listed


def test_a_source_that_was_read_in_part_is_listed_with_the_claims_that_hang_on_it(
    cases: ModuleType, tmp_path: Path
) -> None:
    """A notice in a page's place leaves its claims open as a wall does, and the reviewer can bring the page."""
    material = cases.material()
    article = material.audit.articles[0]
    walled = article.claims[-1]
    source = replace(walled.citations[0].source, access=Access.PART_ONLY, reason="it has only 12 words")
    claims = (*article.claims[:-1], replace(walled, citations=(replace(walled.citations[0], source=source),)))
    sources = tuple(source if one.url == source.url else one for one in article.sources)
    audit = replace(material.audit, articles=(replace(article, claims=claims, sources=sources),))
    desk = cases.desk_for(tmp_path, replace(material, audit=audit))

    assert [(one.source.access, one.claims) for one in desk.unread()] == [(Access.PART_ONLY, (walled.claim.text,))]


def test_a_text_is_kept_for_the_source_that_it_was_brought_for(cases: ModuleType, tmp_path: Path) -> None:
    """Another window brought the text of the first one meanwhile: the list is shorter, and every place has moved up."""
    desk = cases.desk_for(tmp_path, cases.material(articles=2))
    first, second = desk.unread()
    form = {"data": {"pasted": "4 March: a storm."}, "files": {"file": ("", b"")}}
    ask(desk, "POST", f"/unread/{first.mark}", **form)
    shorter = replace(desk.material, audit=replace(desk.material.audit, articles=desk.material.audit.articles[1:]))
    desk._take(shorter)

    again = ask(desk, "POST", f"/unread/{first.mark}", **form)
    right = ask(desk, "POST", f"/unread/{second.mark}", **form)

    assert again.status_code == 409
    assert "that source has been read meanwhile" in again.text
    assert right.headers["location"] == "/unread?did=copy"
    assert desk.material.texts[second.source.url] == "4 March: a storm."


def test_nothing_that_was_brought_is_said(desk: Desk) -> None:
    """The button was pressed with an empty form."""
    assert ask(desk, "POST", f"/unread/{desk.unread()[0].mark}", data={"pasted": " "}).status_code == 409


def test_an_empty_copy_is_refused(desk: Desk) -> None:
    """The button was pressed before anything was pasted."""
    answer = ask(desk, "POST", desk.items[3].address, data={"do": "copy", "pasted": "  "})

    assert answer.status_code == 409
    assert "Nothing was pasted" in answer.text


def test_links_open_what_was_read(cases: ModuleType, tmp_path: Path) -> None:
    """Of a page that is gone, the archived copy at the passage; a PDF at its page, as its viewers find no words."""
    given = cases.material(count=1)
    article = given.audit.articles[0]
    citation = article.claims[0].citations[0]
    copy = ArchivedCopy(url="https://web.archive.example/1/https://island.example/1", captured="2026-05-01")
    gone = replace(citation.source, access=Access.ARCHIVED, archived=copy)
    paged = replace(citation.match, evidence=(citation.match.evidence[0]._replace(page=7),))

    def link_with(**changed: object) -> str:
        claim = replace(article.claims[0], citations=(replace(citation, **changed),))
        audit = replace(given.audit, articles=(replace(article, claims=(claim, *article.claims[1:])),))
        desk = cases.desk_for(tmp_path, replace(given, audit=audit))
        return str(show(desk, desk.items[0]).passages[0].link)

    assert link_with(source=gone).startswith(f"{copy.url}#:~:text=")
    assert link_with(match=paged) == f"{citation.source.url}#page=7"
