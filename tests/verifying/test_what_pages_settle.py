"""What a page that was read settles: who signs it, and how its site is called. A guess about that is then no help."""

from dataclasses import replace
from typing import Any

import pytest
from building import FULL, article, marker, note, source

from verifier.audit import SourceAudit
from verifier.checks import check_article, check_audit
from verifier.checks.base import CheckInput
from verifier.extraction.base import PageData, Said
from verifier.fetching.base import Access

URL = "https://lakejournal.example/rises"


def _page(*authors: str, site: str = "", **fields: Any) -> SourceAudit:
    data = PageData(
        authors=tuple(Said(value=name, source="meta author") for name in authors),
        site_names=(Said(value=site, source="meta og:site_name"),) if site else (),
    )
    return source(URL, data=data, **{"kind": "html", **fields})


def _messages(rule: str, *pages: SourceAudit, outlet: str = "Lake Journal") -> list[str]:
    cited = note("1", "A note.", **{**FULL, "url": URL, "container_title": outlet})
    found = check_audit(CheckInput(article=article(cited), sources=pages))
    return [one.message for one in found if one.rule == rule]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        pytest.param((), ["note 1 names no author"], id="not read"),
        pytest.param((_page(),), [], id="nobody signs it"),
        pytest.param((_page("Lake Journal"),), [], id="the site signs it"),
        pytest.param((_page("Ada Holm"),), ["note 1 names no author; the page names Ada Holm"], id="somebody does"),
        pytest.param((_page(access=Access.PART_ONLY),), ["note 1 names no author"], id="read in part"),
        pytest.param((_page(access=Access.BLOCKED),), ["note 1 names no author"], id="a wall"),
        pytest.param((_page(kind="pdf"),), ["note 1 names no author"], id="a PDF"),
    ],
)
def test_a_page_tells_whether_an_author_is_missing(pages: tuple[SourceAudit, ...], told: list[str]) -> None:
    """Most pages of news and of offices name nobody: to ask for their author sends people to look in vain."""
    assert _messages("R202", *pages) == told


@pytest.mark.parametrize(
    ("site", "outlet", "reported"),
    [
        pytest.param("Lake Journal", "Lake Journal", False, id="as the note has it"),
        pytest.param("The Lake Journal", "Lake Journal", False, id="with The"),
        pytest.param("LakeJournal", "Lake Journal", True, id="as one word, like the host"),
        pytest.param("", "Lake Journal", True, id="the page does not say"),
        pytest.param("Quay Notes", "Quay Notes", False, id="nothing in common with the host"),
        pytest.param("Lake Journal", "Quay Notes", True, id="another name"),
    ],
)
def test_the_name_that_a_page_gives_its_site_needs_no_host(site: str, outlet: str, *, reported: bool) -> None:
    """A host knows no blanks; the page knows how its name is written."""
    assert bool(_messages("R214", _page(site=site), outlet=outlet)) is reported


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param('<sup><a href="#fn2">2</a></sup>', "2", id="a link"),
        pytest.param("<sup>[2]</sup>", "<sup>[2]</sup>", id="a raised label"),
        pytest.param("[^2]", "[^2]", id="a caret"),
    ],
)
def test_a_marker_is_shown_without_the_code_of_its_link(raw: str, shown: str) -> None:
    """What an editor of the page sees is the label; where the file is written by hand, its short form finds it."""
    found = check_article(article(note("1", **FULL), markers=(marker("1"), replace(marker("2"), raw=raw))))

    assert f"marker {shown} points at no note: there is no note 2" in [one.message for one in found]
