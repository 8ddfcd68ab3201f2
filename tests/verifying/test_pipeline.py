"""The steps of an audit with pages that a fake fetcher brings: who is asked for what, and what is looked up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from citations.article import read_article
from verifier.audit import ArticleAudit
from verifier.fetching.base import Access, PageRequest, Snapshot
from verifier.laying import lay_own_copy
from verifier.library import StoreLibrary
from verifier.matching.base import Verdict
from verifier.own_copies import NO_COPIES, OwnCopies, read_own_copies
from verifier.pipeline import Progress, verify
from verifier.settings import Settings
from verifier.snapshots import SnapshotStore

HERALD = (
    "<h1>A bridge for the island</h1>"
    "<p>The bridge to the island of Fell was opened in May 1998 by the mayor, Ann Berg.</p>"
    "<p>It has carried 4.2 million cars since then, and it never closed for a whole day.</p>"
)
LEDGER = (
    "<h1>What the bridge cost</h1><p>The council paid 38 million crowns for the bridge, most of it borrowed.</p>"
    "<p>The ferry company received a compensation of 2 million crowns when its last boat was sold.</p>"
)
TEXT = """# The bridge

The bridge to the island of Fell was opened in May 1998.[1] The council paid 38 million crowns for the bridge.[2]

The ferry company received a compensation of 2 million crowns.[1]

The bridge has carried 4.2 million cars since then. Nobody counted the bicycles, 300,000 or so.

## Notes

[1] Ann Falk, "A bridge for the island", Herald, 3 May 2020, https://herald.example/bridge#top
[2] Ann Falk, "What the bridge cost", Ledger, 4 May 2020, https://ledger.example/cost?utm_source=x
[3] Ann Falk, "A bridge for the island", Herald, 3 May 2020, https://HERALD.example/bridge
"""


@dataclass
class FakeFetcher:
    """Brings the pages it has; everything else is gone."""

    store: SnapshotStore
    pages: dict[str, str]
    access: Access = Access.OK
    asked: list[str] = field(default_factory=list)

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Store and deliver a snapshot for each request."""
        for request in requests:
            self.asked.append(request.url)
            body = self.pages.get(request.url)
            html = f"<html><body><main>{body}</main></body></html>".encode() if body else b""
            access, reason = (self.access, "HTTP 200 OK") if body else (Access.GONE, "HTTP 404 Not Found")
            snapshot = Snapshot(
                url=request.url,
                access=access,
                reason=reason,
                fetched_at="2026-05-01T10:00:00Z",
                status=200 if body else 404,
                headers=(("content-type", "text/html"),),
                body=html,
            )
            on_done(self.store.put(snapshot))


def _audit(
    store: SnapshotStore,
    text: str = TEXT,
    *,
    own: OwnCopies = NO_COPIES,
    settings: Settings | None = None,
    pages: dict[str, str] | None = None,
    access: Access = Access.OK,
) -> tuple[ArticleAudit, FakeFetcher, list[Progress]]:
    both = {"https://herald.example/bridge": HERALD, "https://ledger.example/cost": LEDGER}
    fetcher = FakeFetcher(store, both if pages is None else pages, access)
    seen: list[Progress] = []
    (audit,) = verify(
        [read_article(text.encode(), name="a.md")],
        fetcher=fetcher,
        library=StoreLibrary(store, own),
        settings=settings or Settings(),
        on_progress=seen.append,
    )
    return audit, fetcher, seen


def test_each_distinct_page_is_asked_for_once_in_the_order_of_the_notes(store: SnapshotStore) -> None:
    """Fragments, capitals of the host and tracking parameters make no other page."""
    _, fetcher, seen = _audit(store)

    assert fetcher.asked == ["https://herald.example/bridge", "https://ledger.example/cost"]
    assert [(one.stage, one.done, one.total) for one in seen] == [
        ("fetching", 0, 2),
        ("fetching", 1, 2),
        ("fetching", 2, 2),
        ("judging", 0, 1),
    ]


def test_an_article_is_judged_when_it_is_asked_for(store: SnapshotStore) -> None:
    """Whoever reports on thousands lets go of each audit before the next one is made."""
    seen: list[Progress] = []
    articles = [read_article(TEXT.encode(), name=name) for name in ("a.md", "b.md")]
    library, fetcher = StoreLibrary(store, NO_COPIES), FakeFetcher(store, {})
    audits = verify(articles, fetcher=fetcher, library=library, settings=Settings(), on_progress=seen.append)

    first = next(audits)

    assert (first.path, [one.name for one in seen if one.stage == "judging"]) == ("a.md", ["a.md"])
    assert [audit.path for audit in audits] == ["b.md"]


def test_claims_are_judged_by_their_own_source(store: SnapshotStore) -> None:
    """The third one stands in the other note's source."""
    audit, _, _ = _audit(store)

    verdicts = [claim.verdict for claim in audit.claims]
    assert verdicts[:2] == [Verdict.SUPPORTED, Verdict.SUPPORTED]
    assert verdicts[2] is not Verdict.SUPPORTED


def test_a_lost_claim_is_found_in_the_source_of_another_note(store: SnapshotStore) -> None:
    """The finding asks whether the note is misnumbered."""
    audit, _, _ = _audit(store)

    assert [place.label for place in audit.claims[2].elsewhere] == ["2"]
    assert ["in that of note 2" in one.message for one in audit.findings if one.rule == "C508"] == [True]


def test_an_uncited_figure_that_a_source_carries_is_offered_its_note(store: SnapshotStore) -> None:
    """The sentence about the bicycles stands nowhere and is offered nothing."""
    audit, _, _ = _audit(store)

    assert [(offer.sentence.text, offer.label) for offer in audit.offers] == [
        ("The bridge has carried 4.2 million cars since then.", "1")
    ]


def test_a_page_that_is_gone_says_nothing_about_the_claim(store: SnapshotStore) -> None:
    """It could not be checked; it is never "not supported"."""
    audit, _, _ = _audit(store, pages={})

    assert {claim.verdict for claim in audit.claims} == {Verdict.NOT_CHECKED}
    assert not [one for one in audit.findings if one.rule.startswith("C50")]
    assert [one.severity.value for one in audit.findings if one.rule == "L301"] == ["error", "error"]


def test_a_page_that_was_read_in_part_is_not_called_one_that_lacks_the_claim(store: SnapshotStore) -> None:
    """The claim may stand in the part behind the wall: the citation says so as the claim does."""
    audit, _, _ = _audit(store, pages={"https://ledger.example/cost": LEDGER}, access=Access.PART_ONLY, text=(
        "The bishop of Fell was born in a lighthouse on Tern Rock.[1]\n\n## Notes\n\n[1] https://ledger.example/cost\n"
    ))  # fmt: skip

    (claim,) = audit.claims
    (citation,) = claim.citations
    assert (claim.verdict, claim.reason) == (Verdict.NOT_CHECKED, "only a part could be read")
    assert (citation.verdict, citation.reason) == (claim.verdict, claim.reason)


def test_own_copies_are_read_and_their_pages_not_asked_for(store: SnapshotStore, tmp_path: Path) -> None:
    """By URL or by label."""
    lay_own_copy(tmp_path, file_name="bridge.txt", data=b"The bridge was opened in May 1998.", label="1")
    audit, fetcher, _ = _audit(store, own=read_own_copies(tmp_path))

    assert fetcher.asked == ["https://ledger.example/cost"]
    assert audit.sources[0].own_copy is not None


def test_an_own_copy_that_cannot_be_read_is_named(store: SnapshotStore, tmp_path: Path) -> None:
    """A picture saved as a text: the claim is not checked, and it is said why and by which file."""
    lay_own_copy(tmp_path, file_name="bridge.txt", data=bytes(range(256)) * 40, label="1")
    audit, _, _ = _audit(store, own=read_own_copies(tmp_path))

    source, claim = audit.sources[0], audit.claims[0]
    assert source.access is Access.NOT_TEXT
    assert f"your own copy {tmp_path / 'bridge.txt'}" in source.reason
    assert (claim.verdict, claim.reason) == (Verdict.NOT_CHECKED, "no text")


def test_excluded_notes_are_never_fetched(store: SnapshotStore) -> None:
    """The pattern is matched on the note as it was written."""
    audit, fetcher, _ = _audit(store, settings=Settings(exclude=("Ledger",)))

    assert fetcher.asked == ["https://herald.example/bridge"]
    assert audit.claims[1].verdict is Verdict.NOT_CHECKED


def test_only_what_changed_is_fetched_and_judged(store: SnapshotStore) -> None:
    """Line 3 has the first two claims."""
    line = TEXT.splitlines().index("[2] " + TEXT.split("[2] ")[1].splitlines()[0]) + 1
    audit, fetcher, _ = _audit(store, settings=Settings(changed_lines={"a.md": frozenset({line})}))

    assert fetcher.asked == ["https://ledger.example/cost"]
    assert [claim.claim.labels for claim in audit.claims] == [("2",)]


def test_a_link_that_is_no_address_is_named_and_not_fetched(store: SnapshotStore) -> None:
    """It is the article's fault, and an error."""
    text = TEXT.replace("https://ledger.example/cost?utm_source=x", "https://ledger_example/cost")
    audit, fetcher, _ = _audit(store, text)

    assert fetcher.asked == ["https://herald.example/bridge"]
    assert [one.rule for one in audit.findings if one.rule == "L303"] == ["L303"]
