"""The snapshot store: what is in it stays in it, whoever is killed, and nothing secret is ever in it."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from kept_pages import BODY, URL, failed, good

from citations.errors import UnfinishedError
from reports.cli.commands.snapshots import COMMAND
from verifier.extraction.base import PageData, PageSigns, Part, PartKind, Said, SourceText
from verifier.fetching import Access, ArchivedCopy, Hop, OfflineFetcher, PageRequest, Snapshot
from verifier.fetching.urls import kept
from verifier.snapshots import SnapshotStore, UnusableStoreError, default_store_path
from verifier.snapshots import store as store_module
from verifier.snapshots.rows import text_from_row, text_to_row
from verifier.snapshots.schema import SCHEMA


def test_a_page_comes_back_as_it_was_put() -> None:
    """Bytes, headers, chain, time and hash."""
    with SnapshotStore(":memory:") as store:
        stored = store.put(good())

        assert store.get(URL) == stored
        assert stored.sha256 is not None
        assert replace(stored, sha256=None) == good()


def test_a_failure_never_overwrites_a_page_that_could_be_read() -> None:
    """The failure is what is reported; the page stays as evidence."""
    with SnapshotStore(":memory:") as store:
        store.put(good())
        store.put(failed())

        last, page = store.get(URL), store.good(URL)
        assert last is not None
        assert last.access is Access.TEMPORARY
        assert page is not None
        assert page.body == BODY
        assert store.current(URL) is None


def test_a_page_whose_text_stays_the_same_pushes_out_no_earlier_version() -> None:
    """Many pages carry a number that is new with each answer."""
    old, new = b"<p>The pier is closed.</p>", b"<p>The pier is open.</p>"
    with SnapshotStore(":memory:") as store:
        for body in (old, new, new + b"<!-- 17 -->", new + b"<!-- 18 -->"):
            store.put(good(body=body))

        before = store.earlier(URL)

    assert before is not None
    assert before.body == old


def test_any_number_of_pages_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are asked for some at a time, as the database takes only so many."""
    monkeypatch.setattr(store_module, "SOME_URLS", 2)
    urls = [f"https://example.org/{number}" for number in range(5)]
    with SnapshotStore(":memory:") as store:
        for url in urls:
            store.put(good(url))

        assert store.known([*urls, "https://example.org/none"]) == set(urls)


def test_failures_are_counted_by_run_and_by_day_until_the_page_is_back() -> None:
    """Three failures on one day are one bad day."""
    with SnapshotStore(":memory:") as store:
        for at in ("2026-03-01T08:00:00Z", "2026-03-01T20:00:00Z", "2026-03-03T08:00:00Z", "2026-03-03T08:00:00Z"):
            stored = store.put(failed(at=at))

        assert (stored.first_failed_at, stored.failures, stored.failure_days) == ("2026-03-01T08:00:00Z", 3, 2)
        assert store.get(URL) == stored
        assert store.put(good(at="2026-03-04T08:00:00Z")).failures == 0


def test_a_page_that_stands_in_for_a_failure_keeps_the_history() -> None:
    """It is read as it was, and the failure counts all the same."""
    with SnapshotStore(":memory:") as store:
        store.put(good())
        stored = store.put(replace(good(), reason="read earlier"), failed_at="2026-03-02T12:00:00Z")

        assert (stored.access, stored.failures) == (Access.OK, 1)
        assert store.get(URL) == stored
        assert store.current(URL) is None


def test_nothing_secret_is_written(tmp_path: Path) -> None:
    """Cookies, credentials, signed values: not in the file, wherever they came from."""
    secret = "s3cr3t-value"  # noqa: S105 - it is none
    url = f"https://user:{secret}@example.org/a?X-Amz-Signature={secret}&page=2"
    snapshot = replace(
        good(url),
        final_url=f"https://cdn.example.org/a?token={secret}",
        chain=(Hop(url=f"https://example.org/a?access_token={secret}", status=302),),
        headers=(("set-cookie", secret), ("authorization", secret), ("x-request", secret), ("etag", '"1"')),
    )
    with SnapshotStore(tmp_path / "store.sqlite") as store:
        stored = store.put(snapshot)

        found = store.get(url)
        assert found is not None
        assert found.body == BODY
        assert stored.headers == (("etag", '"1"'),)
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert secret.encode() not in written
    assert b"page=2" in written


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://example.org/a?page=2", "https://example.org/a?page=2"),
        ("https://example.org/a?page=2#part", "https://example.org/a?page=2"),
        ("https://example.org/a?author=token", "https://example.org/a?author=token"),
        ("https://[::1/x?token=1", "https://[::1/x?token=1"),
    ],
)
def test_harmless_urls_are_kept_as_they_are(url: str, same: str) -> None:
    """Only values that open doors are withheld."""
    assert kept(url) == same


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://example.org/a?page=2;token=Xq7zzz", id="fields parted by semicolons"),
        pytest.param("https://example.org/a?token[]=Xq7zzz", id="a list"),
        pytest.param("https://example.org/a;jsessionid=Xq7zzz?page=2", id="a session in the path"),
        pytest.param("https://example.org/a;jsessionid=Xq7zzz/b", id="in the midst of the path"),
        pytest.param("https://example.org/a?PHPSESSID=Xq7zzz", id="a session in the query"),
        pytest.param("https://example.org/a?token=1;Xq7zzz", id="a secret with a semicolon"),
    ],
)
def test_a_secret_is_withheld_wherever_it_stands(url: str) -> None:
    """Servers part the fields of a URL in several ways."""
    assert "Xq7zzz" not in kept(url)
    assert kept(kept(url)) == kept(url)


@given(st.text(max_size=120))
def test_keeping_a_url_twice_changes_nothing(url: str) -> None:
    """Else a page could not be found again."""
    assert kept(kept(url)) == kept(url)


def test_pages_that_differ_in_a_secret_only_stay_apart() -> None:
    """The digest tells them apart without telling the secret."""
    with SnapshotStore(":memory:") as store:
        store.put(good("https://example.org/a?token=one", b"one"))
        store.put(good("https://example.org/a?token=two", b"two"))

        found = store.get("https://example.org/a?token=one")
        assert found is not None
        assert found.body == b"one"


def test_the_source_text_is_kept_and_read_anew_by_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of an older reader must not decide about today's claims."""
    with SnapshotStore(":memory:") as store:
        store.put(good())
        first = store.source_text(URL)
        assert first is not None
        assert "The pier is being repaired." in first.text
        assert store.source_text(URL) == first

        monkeypatch.setattr("verifier.snapshots.store.EXTRACTOR_VERSION", "another")
        monkeypatch.setattr("verifier.extraction.read_source", lambda *_, **__: SourceText(text="anew", kind="html"))
        again = store.source_text(URL)
        assert again is not None
        assert again.text == "anew"


def test_a_source_text_comes_back_as_it_was() -> None:
    """All of it, also the odd parts."""
    text = SourceText(
        text="Pier\ud800 \u2014 repaired",
        kind="pdf",
        parts=(Part(start=0, end=4, kind=PartKind.TITLE), Part(start=5, end=9, kind=PartKind.MAIN, page=3)),
        data=PageData(
            titles=(Said(value="Pier", source="meta"),), authors=(Said(value="A", source="x"),), language="en"
        ),
        signs=PageSigns(free=False, refresh=(1.0, "https://example.org/")),
        problem="scanned",
    )

    assert text_from_row(text_to_row(text)) == text


def test_the_default_store_lies_in_the_users_cache() -> None:
    """Never in a work tree, where it might be published."""
    assert Path.cwd() not in default_store_path().parents


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    """In words, not with a stack of calls."""
    other = tmp_path / "notes.txt"
    other.write_text("These are my notes. " * 100)
    newer = tmp_path / "newer.sqlite"
    with sqlite3.connect(newer) as database:
        database.execute("PRAGMA user_version=99")

    foreign = tmp_path / "accounts.sqlite"
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE accounts (name TEXT)")
    before = foreign.read_bytes()

    for path in (other, newer, foreign):
        with pytest.raises(UnusableStoreError):
            SnapshotStore(path)
    assert other.read_text().startswith("These are my notes.")
    assert foreign.read_bytes() == before


def test_a_store_that_broke_may_be_deleted(tmp_path: Path) -> None:
    """A cache of CI brings it back with every run, so the way out is named."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"\x55" * 5_000)

    with pytest.raises(UnusableStoreError) as refused:
        SnapshotStore(path)

    assert "delete it" in refused.value.help_text


def test_an_offline_run_is_told_what_the_last_run_was_told() -> None:
    """Failures included, and a page that was never fetched is not-checked."""
    with SnapshotStore(":memory:") as store:
        stored = [store.put(good()), store.put(failed("https://example.org/other"))]
        got: list[Snapshot] = []

        urls = [URL, "https://example.org/other", "https://example.org/never"]
        OfflineFetcher(store).fetch([PageRequest(url=url) for url in urls], got.append)

        assert got[:2] == stored
        assert got[2].access is Access.NOT_CHECKED


def test_an_archived_copy_is_kept_by_the_date_that_was_wanted() -> None:
    """Two notes may have read the page years apart."""
    archived = ArchivedCopy(url="https://archive.example/1", captured="2021-03-04T05:06:07Z", distance_days=3)
    copy = replace(good(), access=Access.ARCHIVED, archived=archived, live=Access.GONE)
    with SnapshotStore(":memory:") as store:
        stored = store.put_copy(URL, (2021, 3, 1), copy)

        assert store.copy(URL, (2021, 3, 1)) == stored
        assert store.copy(URL, (2024,)) is None


WRITER = """
import sys
from verifier.fetching import Access, Snapshot
from verifier.snapshots import SnapshotStore
name, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with SnapshotStore(path) as store:
    for number in range(count):
        body = f"{name} {number} ".encode() * 400
        url = f"https://{name}.example/{number}"
        store.put(Snapshot(url=url, access=Access.OK, reason="", fetched_at="2026-03-01T12:00:00Z", body=body))
        print(url, flush=True)
"""


def test_two_processes_write_one_file(tmp_path: Path) -> None:
    """Two CI jobs may share a cache."""
    path = tmp_path / "store.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, name, str(path), "60"], stdout=subprocess.DEVNULL)
        for name in ("one", "two")
    ]

    assert [writer.wait(60) for writer in writers] == [0, 0]
    with SnapshotStore(path) as store:
        assert len(store.urls()) == 120
        assert not list(store.damaged())


def test_a_process_that_is_killed_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    """Killed 35 times at random moments while writing; 15 more kills are those of whole runs."""
    path, chance, told = tmp_path / "store.sqlite", random.Random(5), set[str]()  # noqa: S311 - no secret
    for life in range(35):
        command = [sys.executable, "-c", WRITER, f"life{life}", str(path), "100000"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            told.add(writer.stdout.readline().strip())
            time.sleep(chance.random() * 0.05)
            os.kill(writer.pid, signal.SIGKILL)
            told |= {line.strip() for line in writer.stdout if line.endswith("\n")}

    with SnapshotStore(path) as store:
        assert told <= set(store.urls())
        assert not list(store.damaged())


def test_looking_at_a_store_makes_none(tmp_path: Path) -> None:
    """A wrong path is told, not created."""
    result = CliRunner().invoke(COMMAND, ["list", "--snapshots", str(tmp_path / "none.sqlite")], standalone_mode=False)

    assert "there is no snapshot store" in str(result.exception)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    """It is no mistake of ours, and what was stored before stays."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())

    def fill() -> None:
        with SnapshotStore(path) as store:
            store._db.execute("PRAGMA max_page_count=1")
            store.put(good("https://example.org/other", os.urandom(100_000)))

    with pytest.raises(UnfinishedError, match=r"store\.sqlite failed: .*full"):
        fill()

    with SnapshotStore(path) as store:
        assert store.urls() == [URL]


def test_a_disk_that_is_full_from_the_first_is_no_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the file was right, and CI must not take a full disk for a mistake in its own configuration."""
    monkeypatch.setattr("verifier.snapshots.opening.SCHEMA", "PRAGMA max_page_count=1;" + SCHEMA)

    with pytest.raises(UnfinishedError, match=r"store\.sqlite failed: .*full"):
        SnapshotStore(tmp_path / "store.sqlite")


def test_a_damaged_page_is_told_as_such(tmp_path: Path) -> None:
    """The message names the file and the command that looks at it."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())
        store._db.execute("UPDATE bodies SET packed = x'0102'")

    with pytest.raises(UnfinishedError) as failed_, SnapshotStore(path) as store:
        store.get(URL)

    assert "store.sqlite" in str(failed_.value)
    assert "provenote snapshots verify" in failed_.value.help_text


def test_reading_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    """An offline run with a misspelt path leaves no folder behind."""
    with SnapshotStore.to_read(tmp_path / "no" / "store.sqlite") as store:
        assert store.get(URL) is None

    assert list(tmp_path.iterdir()) == []


def _refuse_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no store be prepared from now on, as on a disk that is only read."""

    def refuses(database: sqlite3.Connection, path: str) -> None:
        del database, path
        message = "attempt to write a readonly database"
        raise sqlite3.OperationalError(message)

    monkeypatch.setattr("verifier.snapshots.opening._prepare", refuses)


def test_a_store_on_a_disk_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence that was handed over is read where it lies."""
    path = tmp_path / "store 100%.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())
    before = path.read_bytes()

    _refuse_writes(monkeypatch)
    with SnapshotStore.to_read(path) as store:
        text = store.source_text(URL)

    assert text is not None
    assert "The pier is being repaired." in text.text
    assert path.read_bytes() == before


def test_a_store_of_another_version_is_not_read_as_if_it_were_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written it cannot be brought up to date either."""
    path = tmp_path / "store.sqlite"
    SnapshotStore(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version=1")
    database.close()

    _refuse_writes(monkeypatch)
    with pytest.raises(UnusableStoreError, match="another version"):
        SnapshotStore.to_read(path)


def test_a_store_whose_last_pages_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They stand in a log beside it, which only a store that can be written takes in: no report may leave them out."""
    path = tmp_path / "store.sqlite"
    with SnapshotStore(path) as store:
        store.put(good())
    (tmp_path / "store.sqlite-wal").write_bytes(b"some pages")

    _refuse_writes(monkeypatch)
    with pytest.raises(UnusableStoreError, match="readonly"):
        SnapshotStore.to_read(path)
