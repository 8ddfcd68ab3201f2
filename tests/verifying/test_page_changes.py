"""Pages that changed: what the store keeps of them, which copies are read instead, and what the audit says."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article
from citations.dates import DateParts
from reports.cli.commands.snapshots import COMMAND
from verifier.audit import ArticleAudit
from verifier.changes import around, around_difference
from verifier.earlier import is_after
from verifier.fetching import ArchiveMode, FetchSettings, HttpFetcher, OfflineFetcher
from verifier.fetching.base import Access, ArchivedCopy, Fetcher, PageRequest, Snapshot
from verifier.library import StoreLibrary, words_of
from verifier.matching.base import Passage, Verdict
from verifier.own_copies import NO_COPIES
from verifier.pipeline import verify
from verifier.settings import Settings
from verifier.snapshots import SnapshotStore

URL = "https://herald.example/mill"
TEXT = """# The mill

The mill at Odden burned down in March 1911 and was rebuilt by the brothers Lund.[1]

## Notes

[1] Ann Falk, "From the old days", Herald, 3 May 2019, https://herald.example/mill, accessed 4 May 2020
"""
CLAIM = "The mill at Odden burned down in March 1911 and was rebuilt by the brothers Lund."
OTHER = "Visitors reach the harbour museum by the morning boat, which sails on every day but Sunday."
MENU = "Today's menu in the museum's kitchen is fish soup with bread."


def page(*paragraphs: str, published: str = "2019-05-03", extra: str = "") -> bytes:
    """Give a page with these paragraphs."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    meta = f'<meta property="article:published_time" content="{published}">'
    head = f"<head><title>From the old days</title>{meta}</head>"
    return f"<html>{head}<body><main><h1>From the old days</h1>{body}</main>{extra}</body></html>".encode()


def snapshot(body: bytes, at: str = "2026-05-01T10:00:00Z") -> Snapshot:
    """Give a page as it was fetched."""
    headers = (("content-type", "text/html; charset=utf-8"),)
    return Snapshot(url=URL, access=Access.OK, reason="HTTP 200 OK", fetched_at=at, status=200,
                    headers=headers, body=body)  # fmt: skip


@dataclass
class Web:
    """A fetcher with today's page, and what archives hold of it."""

    store: SnapshotStore
    today: bytes
    copy: bytes | None = None
    at: str = "2026-06-01T10:00:00Z"
    asked: list[PageRequest] = field(default_factory=list)

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Bring today's page."""
        for _ in requests:
            on_done(self.store.put(snapshot(self.today, self.at)))

    def fetch_archived(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Bring the copy, or say that there is none."""
        self.asked += requests
        for request in requests:
            blank = Snapshot(url=request.url, access=Access.NOT_CHECKED, reason="no copy", fetched_at=self.at)
            if self.copy is not None:
                there = ArchivedCopy(url=f"https://archive.example/20200501/{URL}", captured="2020-05-01T00:00:00Z",
                                     distance_days=3)  # fmt: skip
                headers = (("content-type", "text/html; charset=utf-8"),)
                blank = replace(blank, access=Access.ARCHIVED, reason="read from an archived copy of 2020-05-01",
                                archived=there, headers=headers, body=self.copy)  # fmt: skip
            on_done(self.store.put_copy(request.url, request.wanted_at, blank))


def audit(store: SnapshotStore, fetcher: Fetcher, *, text: str = TEXT, archives: bool = True) -> ArticleAudit:
    """Audit one article."""
    (found,) = verify(
        [read_article(text.encode(), name="a.md")],
        fetcher=fetcher,
        library=StoreLibrary(store, NO_COPIES),
        settings=Settings(archives=archives),
        on_progress=lambda _: None,
    )
    return found


def changed(found: ArticleAudit) -> list[str]:
    """Give what the findings of L311 say."""
    return [one.message for one in found.findings if one.rule == "L311"]


# --- archived copies of a page that is newer than what cites it


def test_a_claim_that_a_newer_page_lacks_is_read_in_the_copy_of_the_access_date(store: SnapshotStore) -> None:
    """The author may have seen another page; the copy is marked with its date and distance."""
    web = Web(store, page(OTHER, MENU, published="2024-02-01"), page(CLAIM, OTHER))
    found = audit(store, web)

    (claim,) = found.claims
    assert web.asked == [PageRequest(url=URL, wanted_at=(2020, 5, 4))]
    assert claim.verdict is Verdict.SUPPORTED
    assert claim.citations[0].source.access is Access.ARCHIVED
    assert claim.citations[0].source.archived is not None
    assert [source.access for source in found.sources] == [Access.OK, Access.ARCHIVED]
    assert [one.rule for one in found.findings if one.rule in ("L309", "C501")] == ["L309"]


def test_a_copy_that_lacks_the_claim_too_changes_nothing(store: SnapshotStore) -> None:
    """The finding is about the page that readers see."""
    found = audit(store, Web(store, page(OTHER, MENU, published="2024-02-01"), page(MENU)))

    assert found.claims[0].verdict is Verdict.NOT_FOUND
    assert [source.access for source in found.sources] == [Access.OK]


@pytest.mark.parametrize(
    ("today", "archives"),
    [
        pytest.param(page(OTHER, MENU), True, id="a page as old as the note"),
        pytest.param(page(CLAIM, published="2024-02-01"), True, id="a newer page that carries the claim"),
        pytest.param(page(OTHER, MENU, published="2024-02-01"), False, id="archives are not to be asked"),
    ],
)
def test_archives_are_not_asked_without_need(store: SnapshotStore, today: bytes, archives: bool) -> None:  # noqa: FBT001 - a parameter
    """Each look-up tells a third party what a draft cites."""
    web = Web(store, today, page(CLAIM))
    audit(store, web, archives=archives)

    assert web.asked == []


def test_a_page_whose_text_changed_since_it_was_read_is_looked_up_too(store: SnapshotStore) -> None:
    """Its own dates need not say so."""
    store.put(snapshot(page(OTHER)))
    web = Web(store, page(MENU), page(CLAIM))

    assert audit(store, web).claims[0].verdict is Verdict.SUPPORTED


def test_offline_gives_the_same_audit_from_the_copies_that_are_kept(store: SnapshotStore) -> None:
    """Without one it asks nobody."""
    web = Web(store, page(OTHER, MENU, published="2024-02-01"), page(CLAIM, OTHER))

    assert audit(store, web) == audit(store, OfflineFetcher(store))


@pytest.mark.parametrize(
    ("date", "other", "after"),
    [
        pytest.param((2020, 5, 5), (2020, 5, 4), True, id="the next day"),
        pytest.param((2020, 5, 4), (2020, 5, 4), False, id="the same day"),
        pytest.param((2020, 5), (2020, 5, 4), False, id="somewhen in that month"),
        pytest.param((2020, 6), (2020,), False, id="somewhen in that year"),
        pytest.param((2021,), (2020, 12, 31), True, id="the next year"),
        pytest.param((), (2020,), False, id="no date"),
        pytest.param((2020, 13, 45), (2019,), False, id="no day of any calendar"),
    ],
)
def test_a_page_is_newer_only_when_every_reading_says_so(date: DateParts, other: DateParts, *, after: bool) -> None:
    """A year alone proves nothing about a day in it."""
    assert is_after(date, other) is after


@pytest.mark.parametrize("mode", [ArchiveMode.GONE, ArchiveMode.NONE])
def test_no_archive_is_asked_about_a_host_that_is_excepted(store: SnapshotStore, mode: ArchiveMode) -> None:
    """Its name is nobody else's business, even where its address is public."""

    async def public(host: str, port: int) -> Sequence[str]:
        del port
        assert host == "herald.example", f"{host} was asked for"
        return ("203.0.114.7",)

    settings = FetchSettings(allow_private=(ip_network("203.0.114.0/24"),), archive=mode)
    fetcher = HttpFetcher(store, settings, resolver=public, clock=lambda: datetime(2026, 5, 1, tzinfo=UTC))
    got: list[Snapshot] = []
    fetcher.fetch_archived([PageRequest(url=URL, wanted_at=(2020,))], got.append)

    assert [one.access for one in got] == ([] if mode is ArchiveMode.NONE else [Access.NOT_CHECKED])


# --- what the store keeps of a page that changed


def test_the_store_keeps_the_one_good_version_before(store: SnapshotStore) -> None:
    """Body and time, until the next change of the text."""
    for day, words in enumerate((CLAIM, OTHER, MENU), start=1):
        store.put(snapshot(page(words), f"2026-05-0{day}T10:00:00Z"))

    before = store.earlier(URL)
    assert before is not None
    assert (before.fetched_at, before.body) == ("2026-05-02T10:00:00Z", page(OTHER))
    assert list(store.damaged()) == []


def test_a_number_in_the_markup_does_not_push_the_version_before_out(store: SnapshotStore) -> None:
    """Many pages carry a new one with each answer."""
    store.put(snapshot(page(CLAIM), "2026-05-01T10:00:00Z"))
    for day in (2, 3, 4):
        body = page(OTHER, extra=f"<script>let visit = {day}</script>")
        store.put(snapshot(body, f"2026-05-0{day}T10:00:00Z"))

    before = store.earlier(URL)
    assert before is not None
    assert before.body == page(CLAIM)


def test_a_failure_is_no_version_of_a_page(store: SnapshotStore) -> None:
    """Nor is the page that stands in for it."""
    store.put(snapshot(page(CLAIM)))
    store.put(replace(snapshot(b"<h1>Out of order</h1>"), access=Access.TEMPORARY))
    store.put(snapshot(page(CLAIM), "2026-05-03T10:00:00Z"), failed_at="2026-05-03T10:00:00Z")

    assert store.earlier(URL) is None


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        pytest.param({"host": "herald.example"}, False, id="its host"),
        pytest.param({"before": "2026-05-02"}, False, id="the day after it was read"),
        pytest.param({"before": "2026-04-01"}, True, id="a day before"),
        pytest.param({"host": "other.example"}, True, id="another host"),
        pytest.param({}, True, id="only what nothing names"),
    ],
)
def test_prune_removes_the_version_before_with_its_page(
    store: SnapshotStore, asked: dict[str, str], *, left: bool
) -> None:
    """Its body goes too, unless something else names it."""
    store.put(snapshot(page(CLAIM), "2026-05-01T10:00:00Z"))
    kept = store.put(snapshot(page(CLAIM), "2026-05-01T10:00:00Z")).sha256
    store.put(snapshot(page(OTHER), "2026-06-01T10:00:00Z"))
    store.prune(**asked)

    assert (store.earlier(URL) is not None) is left
    assert bool(store.body(kept)) is left


def test_a_store_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    """Nothing that it holds is lost."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(snapshot(page(CLAIM)))
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE earlier")
        db.execute("PRAGMA user_version=1")
    db.close()

    with SnapshotStore(path) as store:
        store.put(snapshot(page(OTHER), "2026-06-01T10:00:00Z"))
        assert store.earlier(URL) is not None


# --- what the audit says of it


def test_a_figure_that_changed_in_a_passage_is_told_with_both_versions(store: SnapshotStore) -> None:
    """Both are quoted, with the day."""
    store.put(snapshot(page(CLAIM.replace("1911", "1921"), OTHER)))
    found = audit(store, Web(store, page(CLAIM, OTHER)))

    (message,) = changed(found)
    assert f"on 2026-05-01 it said “{CLAIM.replace('1911', '1921')}" in message
    assert f"now “{CLAIM}" in message
    assert [one.severity for one in found.findings if one.rule == "L311"] == ["info"]


def test_a_remark_beside_the_passage_is_a_change(store: SnapshotStore) -> None:
    """A correction leaves the sentence and takes its sense away."""
    store.put(snapshot(page(CLAIM)))
    found = audit(store, Web(store, page(f"{CLAIM} Correction: it never burned.")))

    (message,) = changed(found)
    assert "Correction" in message


def test_a_claim_that_the_page_carried_before_is_told_as_lost(store: SnapshotStore) -> None:
    """That is why it is not found today, which the finding on the claim says too: the article is as it was."""
    store.put(snapshot(page(CLAIM, OTHER)))
    found = audit(store, Web(store, page(OTHER, MENU)))

    (message,) = changed(found)
    assert found.claims[0].verdict is Verdict.NOT_FOUND
    assert message.endswith("which is not there now; then it carried the claim")
    (lost,) = (one.message for one in found.findings if one.rule == "C501")
    assert lost.endswith("; the page has changed: as read on 2026-05-01 it carried the claim")


@pytest.mark.parametrize(
    "today",
    [
        pytest.param(page(CLAIM, MENU), id="another paragraph"),
        pytest.param(page(MENU, OTHER, CLAIM), id="moved"),
        pytest.param(page(CLAIM.replace(" and ", "\n and "), OTHER), id="blanks"),
        pytest.param(page(f"<b>{CLAIM}</b>", OTHER, extra="<nav>Ferries <a href='/'>home</a></nav>"), id="markup"),
    ],
)
def test_a_change_elsewhere_on_the_page_is_nobodys_concern(store: SnapshotStore, today: bytes) -> None:
    """News pages change with every visit."""
    store.put(snapshot(page(CLAIM, OTHER)))

    assert changed(audit(store, Web(store, today))) == []


def test_changes_are_told_offline_as_they_were_online(store: SnapshotStore) -> None:
    """Equal input and store give equal bytes."""
    store.put(snapshot(page(CLAIM.replace("1911", "1921"), OTHER)))
    online = audit(store, Web(store, page(CLAIM, OTHER)))

    assert changed(online)
    assert audit(store, OfflineFetcher(store)) == online


WORDS = st.lists(st.text(st.characters(codec="utf-8"), max_size=400), max_size=90).map(" ".join)


@given(WORDS, WORDS)
def test_any_two_texts_are_cut_to_what_may_be_quoted(said: str, says: str) -> None:
    """Whatever they hold."""
    assert all(len(text) <= 300 for text in around_difference(said, says))


def test_what_differs_is_quoted_with_a_few_words_around_it() -> None:
    """Else both quotations would look the same."""
    one, other = around_difference("same " * 200 + "old" + " end" * 200, "same " * 200 + "new" + " end" * 200)

    assert one == f"…{'same ' * 12}old{' end' * 12}…"
    assert other == one.replace("old", "new")
    assert around_difference("It was late.", "It was early.") == ("It was late.", "It was early.")


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_a_passage_is_always_part_of_what_is_shown_around_it(text: str, one: int, two: int) -> None:
    """Wherever it stands."""
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    passage = Passage(start=start, end=end, text=text[start:end])

    assert words_of(passage.text.strip()) in words_of(around(passage, text))


# --- snapshots show


def test_show_names_the_version_before_and_prints_what_changed(tmp_path: Path) -> None:
    """A short difference, word by word."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(snapshot(page(CLAIM.replace("1911", "1921"), OTHER), "2026-05-01T10:00:00Z"))
        store.put(snapshot(page(CLAIM, OTHER), "2026-06-01T10:00:00Z"))
    shown = CliRunner().invoke(COMMAND, ["show", URL, "--snapshots", str(path)])
    changes = CliRunner().invoke(COMMAND, ["show", URL, "--changes", "--snapshots", str(path)])

    assert "earlier text   read on 2026-05-01T10:00:00Z" in shown.output
    assert "[-1921-] {+1911+}" in changes.output
    assert "harbour museum" not in changes.output


def test_show_says_when_a_page_never_changed(tmp_path: Path) -> None:
    """Nothing to compare is no error."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(snapshot(page(CLAIM)))
    shown = CliRunner().invoke(COMMAND, ["show", URL, "--changes", "--snapshots", str(path)])

    assert shown.exit_code == 0
    assert "no earlier text" in shown.output
