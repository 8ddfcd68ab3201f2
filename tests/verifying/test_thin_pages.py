"""Pages that stand where an article should be, in whatever words: nothing may follow from them for a claim."""

import json
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from judged_pages import URL, judged

from citations.article import read_article
from verifier.extraction import read_source
from verifier.fetching.base import Access, PageRequest, Snapshot
from verifier.library import StoreLibrary
from verifier.matching.base import Verdict
from verifier.own_copies import NO_COPIES
from verifier.pipeline import verify
from verifier.settings import Settings
from verifier.snapshots import SnapshotStore

CASES: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "pages" / "walls.toml").read_text(encoding="utf-8")
)
CLAIM = "The ministry raised the toll on the Odden bridge to 31 crowns in August 2024."
READ_AT = "2026-05-01T10:00:00Z"
MEANT = "Toll on the Odden bridge goes up"


class OnePage:
    """A fetcher that answers with one page, as it was judged."""

    def __init__(self, store: SnapshotStore, html: str) -> None:
        self._store, self._html = store, html

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Bring the page."""
        for request in requests:
            headers = (("content-type", "text/html; charset=utf-8"),)
            page = Snapshot(url=request.url, access=Access.OK, reason="HTTP 200 OK", fetched_at=READ_AT,
                            status=200, headers=headers, body=self._html.encode())  # fmt: skip
            on_done(self._store.put(page))

    def fetch_archived(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Know of no copies."""


def told(store: SnapshotStore, html: str, *, title: str = MEANT) -> tuple[Verdict, Access]:
    """Give what is told of the claim, and how its page was read, when access saw nothing in it."""
    article = f'{CLAIM}[1]\n\n## Notes\n\n[1] Ann Falk, "{title}", Herald, 3 May 2024, {URL}\n'
    (audit,) = verify(
        [read_article(article.encode(), name="a.md")],
        fetcher=OnePage(store, html),
        library=StoreLibrary(store, NO_COPIES),
        settings=Settings(archives=False),
        on_progress=lambda _: None,
    )
    return audit.claims[0].verdict, audit.sources[0].access


@pytest.mark.parametrize(
    "name", [name for kind in CASES.values() for name, case in kind.items() if not case.get("weak")]
)
def test_what_a_short_page_is_can_be_told(name: str) -> None:
    """Consent, bots, logins, missing, parked, closed and failing pages, and briefs that speak of such things."""
    case = next(kind[name] for kind in CASES.values() if name in kind)

    decision = judged(case["html"], final=case.get("final", URL), content_type="text/html; charset=utf-8")

    assert decision.access.value in case["access"], decision


@pytest.mark.parametrize("name", CASES["unreadable"])
def test_a_claim_is_never_called_not_found_on_a_page_that_may_be_a_notice(name: str, store: SnapshotStore) -> None:
    """No list of phrases knows all walls: a page that says little, under another title, proves nothing either way."""
    verdict, access = told(store, CASES["unreadable"][name]["html"])

    assert access is Access.PART_ONLY
    assert verdict in {Verdict.NOT_CHECKED, Verdict.REVIEW}


def test_a_brief_under_the_title_of_the_note_is_judged(store: SnapshotStore) -> None:
    """A page may be short and be what the note means: then what it lacks is not found."""
    html = CASES["readable"]["news-brief"]["html"]

    assert told(store, html, title="Pier to be repaired before May") == (Verdict.NOT_FOUND, Access.OK)


def test_a_page_with_hardly_more_than_its_title_proves_nothing(store: SnapshotStore) -> None:
    """Its text stands in a frame, in a picture, or behind a script that nobody told of."""
    html = f"<title>{MEANT}</title><h1>{MEANT}</h1><iframe src='/body.html'></iframe>"

    assert told(store, html) == (Verdict.REVIEW, Access.PART_ONLY)


def test_an_article_that_only_the_head_has_is_no_bare_page(store: SnapshotStore) -> None:
    """A script would show what JSON-LD tells already."""
    body = "The herring fleet came home with nine hundred barrels, and the market stayed open until night. " * 9
    declared = json.dumps({"@type": "NewsArticle", "headline": MEANT, "articleBody": body})
    html = f"<title>{MEANT}</title><script type='application/ld+json'>{declared}</script><div id='root'></div>"

    assert told(store, html)[1] is Access.OK


def test_a_page_in_a_script_without_blanks_is_no_short_one() -> None:
    """A Japanese article of a screen's length is one word to whoever counts blanks."""
    line = "港湾局は三月十四日の会議で渡船場の閉鎖を決めた。修理費は一千八百四十万クローネに上る見込みだった。"
    source = read_source(f"<main><p>{line * 5}</p></main>".encode(), url=URL)

    assert source.signs.main_words > 80


def test_a_long_page_under_another_title_is_judged(store: SnapshotStore) -> None:
    """A wrong link is found out."""
    body = "<p>The herring fleet came home with nine hundred barrels, and the market stayed open until night.</p>" * 9

    assert told(store, f"<title>Herring</title><main>{body}</main>") == (Verdict.NOT_FOUND, Access.OK)


def test_a_short_page_that_carries_the_claim_supports_it(store: SnapshotStore) -> None:
    """Nothing is held against a page for being short."""
    verdict, _ = told(store, f"<title>Tolls</title><main><p>{CLAIM}</p></main>")

    assert verdict is Verdict.SUPPORTED
