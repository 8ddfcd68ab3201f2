"""Snapshots as WARC files: out and in again without loss, and in from other tools."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.errors import CitationError
from reports.cli.commands.snapshots import COMMAND
from verifier.fetching import Access, Hop, Snapshot
from verifier.snapshots import SnapshotStore

pytest.importorskip("warcio", reason="the extra provenote[warc] is not installed")

from verifier.snapshots.warc import META, read_warc, write_warc

PAGE = Snapshot(
    url="https://example.org/pier?a=\u00fc",
    access=Access.PART_ONLY,
    reason="an abstract \u2013 the full text is elsewhere",
    fetched_at="2026-03-01T12:00:00Z",
    final_url="https://www.example.org/pier",
    status=200,
    headers=(("content-type", "text/html; charset=utf-8"),),
    chain=(Hop(url="https://example.org/pier", status=301), Hop(url="https://www.example.org/pier", status=200)),
    body="<p>The pier \u2013 repaired.</p>".encode(),
)


def test_nothing_is_left_behind_where_warcio_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file looks like an export of nothing."""
    monkeypatch.setattr("verifier.snapshots.warc.find_spec", lambda _: None)
    with SnapshotStore(tmp_path / "one.sqlite") as store:
        store.put(PAGE)

    arguments = ["export", "--warc", str(tmp_path / "out.warc"), "--snapshots", str(tmp_path / "one.sqlite")]
    result = CliRunner().invoke(COMMAND, arguments, standalone_mode=False)

    assert "WARC files need warcio" in str(result.exception)
    assert not (tmp_path / "out.warc").exists()


def test_what_is_exported_can_be_imported(tmp_path: Path) -> None:
    """Access, reason, chain, time and bytes."""
    one, two, warc = tmp_path / "one.sqlite", tmp_path / "two.sqlite", tmp_path / "pages.warc.gz"
    with SnapshotStore(one) as store:
        stored = store.put(PAGE)

    for arguments in (["export", "--warc", str(warc), "--snapshots", str(one)],
                      ["import", "--warc", str(warc), "--snapshots", str(two)]):  # fmt: skip
        assert CliRunner().invoke(COMMAND, arguments, standalone_mode=False).exception is None

    with SnapshotStore(two) as store:
        assert store.get(PAGE.url) == stored


def test_a_file_that_is_none_is_refused() -> None:
    """Nothing would be read out of it, and nobody would know why."""
    with pytest.raises(CitationError, match=r"a\.md is no WARC file"):
        list(read_warc(BytesIO(b"\n\n# An article\n"), name="a.md"))


def test_pages_of_another_tool_are_read() -> None:
    """Only whole answers that say that they are pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for status, url in (("200 OK", "https://example.org/a"), ("404 Not Found", "https://example.org/b")):
        headers = StatusAndHeaders(status, [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=BytesIO(b"<p>x</p>"), http_headers=headers)
        )

    pages = list(read_warc(BytesIO(out.getvalue()), name="a.warc"))

    assert [(page.url, page.access, page.body) for page in pages] == [("https://example.org/a", Access.OK, b"<p>x</p>")]


def test_what_no_page_can_be_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record may unpack to gigabytes, and a link to what is not on the web is none that a report may show."""
    from warcio.warcwriter import WARCWriter

    monkeypatch.setattr("verifier.snapshots.warc.MAX_RECORD", 100)
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    answer = b"HTTP/1.1 %s X\r\nContent-Type: text/html\r\n\r\n%s"
    for url, status, body in (
        ("https://example.org/large", b"200", b"x" * 101),
        ("javascript:alert(1)", b"200", b"x"),
        ("https://example.org/odd", b"odd", b"x"),
        ("https://example.org/page", b"200", b"x" * 100),
    ):
        writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(answer % (status, body))))
    seen = BytesIO(answer % (b"200", b""))
    writer.write_record(writer.create_warc_record("https://example.org/seen", "revisit", payload=seen))

    pages = list(read_warc(BytesIO(out.getvalue()), name="a.warc"))

    assert [page.url for page in pages] == ["https://example.org/page"]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("{}", id="nothing in it"),
        pytest.param("[]", id="no object"),
        pytest.param('{"access": "ok", "reason": 1, "fetched_at": 5, "headers": [1], "chain": []}', id="other values"),
        pytest.param("{", id="no JSON"),
    ],
)
def test_a_header_of_our_name_in_another_form_is_refused_in_words(header: str) -> None:
    """A file may be made by anybody, and would else end the import with a fault of ours."""
    with pytest.raises(CitationError, match="does not have our form"):
        list(read_warc(_page_of(META, header), name="a.warc"))


@pytest.mark.parametrize(
    ("said", "time"),
    [
        pytest.param("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z", id="as the format asks"),
        pytest.param("2024-05-06T07:08:09.123456Z", "2024-05-06T07:08:09Z", id="to the microsecond"),
        pytest.param("2024-05-06T07:08:09", "2024-05-06T07:08:09Z", id="without a zone"),
        pytest.param("2024-05-06", "2024-05-06T00:00:00Z", id="a day"),
        pytest.param("last spring", "1970-01-01T00:00:00Z", id="words"),
        pytest.param("0001-01-01T00:00:00+23:00", "1970-01-01T00:00:00Z", id="before all time"),
    ],
)
def test_the_time_of_a_record_becomes_one_that_a_run_can_count_with(said: str, time: str) -> None:
    """A later run asks how old the page is."""
    pages = list(read_warc(_page_of("WARC-Date", said), name="a.warc"))

    assert [page.fetched_at for page in pages] == [time]


def _page_of(header: str, value: str) -> BytesIO:
    """Give a WARC file of one page, with one header more."""
    answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n{header}: {value}\r\n"
    kind = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return BytesIO(f"{head}{kind}{answer}\r\n\r\n".encode())


def test_an_older_page_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    """Importing an old file must not undo a run."""
    path, warc = tmp_path / "store.sqlite", tmp_path / "pages.warc.gz"
    with warc.open("wb") as out:
        write_warc([PAGE], out)
    newer = Snapshot(url=PAGE.url, access=Access.OK, reason="", fetched_at="2026-04-01T12:00:00Z", body=b"newer")
    with SnapshotStore(path) as store:
        store.put(newer)

    result = CliRunner().invoke(
        COMMAND, ["import", "--warc", str(warc), "--snapshots", str(path)], standalone_mode=False
    )

    assert "read 0 pages" in result.output


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_any_file_is_read_or_refused_in_words(content: bytes) -> None:
    """Foreign bytes."""
    try:
        pages = list(read_warc(BytesIO(content), name="a.warc"))
    except CitationError as error:
        assert "WARC" in str(error)
    else:
        assert pages == []
