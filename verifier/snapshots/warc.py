"""Snapshots as WARC files, for other tools and for keeping: needs the extra ``provenote[warc]``.

Each page is one ``response`` record as the server gave it, with what we concluded in headers of its own
(``WARC-Provenote-…``), so that a file that was exported can be imported again without loss.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from typing import IO, Any

from citations.errors import CitationError
from verifier.fetching.base import Access, Snapshot
from verifier.snapshots.rows import as_kept, snapshot_from_json, snapshot_to_json

META = "WARC-Provenote-Snapshot"
MAX_RECORD = 64 << 20
"""Bytes of one record that are read; larger ones are left out."""

BEGINNINGS = (b"WARC/", b"\x1f\x8b")
"""How a WARC file begins, plain and packed."""

LONGEST_PROBLEM = 120
"""Characters of the library's own words, which quote the bytes that it could not read."""


class MissingExtraError(CitationError):
    """warcio is not installed."""

    def __init__(self) -> None:
        super().__init__("WARC files need warcio", "install provenote with its extra: provenote[warc]")


def require_warcio() -> None:
    """Do nothing where WARC files can be written and read here.

    Raises:
        MissingExtraError: warcio is not installed.
    """
    if find_spec("warcio") is None:
        raise MissingExtraError


def write_warc(snapshots: Iterable[Snapshot], out: IO[bytes]) -> int:
    """Write the snapshots that have a body, and give their number.

    Raises:
        MissingExtraError: warcio is not installed.
    """
    require_warcio()
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - an extra
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - an extra

    writer = WARCWriter(out, gzip=True)
    count = 0
    for snapshot in snapshots:
        if not snapshot.body:
            continue
        kept = as_kept(snapshot, snapshot.sha256)
        headers = [*kept.headers, ("Content-Length", str(len(kept.body)))]
        record = writer.create_warc_record(
            kept.final_url or kept.url,
            "response",
            payload=BytesIO(kept.body),
            http_headers=StatusAndHeaders(f"{kept.status or 200} -", headers, protocol="HTTP/1.1"),
            warc_headers_dict={
                "WARC-Date": kept.fetched_at,
                "WARC-Provenote-URL": kept.url,
                META: _ascii(snapshot_to_json(kept)),
            },
        )
        writer.write_record(record)
        count += 1
    return count


def _ascii(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def read_warc(source: IO[bytes], *, name: str) -> Iterator[Snapshot]:
    """Yield the pages of a WARC file, ours or another tool's, as far as the file, read from its start, can be.

    ``name`` is what the errors call it.

    Raises:
        MissingExtraError: warcio is not installed.
        CitationError: the file is no WARC file.
    """
    require_warcio()
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - an extra

    head = source.read(len(BEGINNINGS[0]))
    source.seek(0)
    if head and not head.startswith(BEGINNINGS):
        message = f"{name} is no WARC file"
        raise CitationError(message, "name one that ends in .warc or .warc.gz")
    try:
        for record in ArchiveIterator(source):
            if record.rec_type == "response" and record.http_headers is not None:
                snapshot = _snapshot(record)
                if snapshot is not None:
                    yield snapshot
    except (ArchiveLoadFailed, EOFError, OSError, UnicodeDecodeError, ValueError) as error:
        message = f"{name} cannot be read further: {str(error)[:LONGEST_PROBLEM]}"
        raise CitationError(message) from error


def _snapshot(record: Any) -> Snapshot | None:
    body = record.content_stream().read(MAX_RECORD + 1)
    url = record.rec_headers.get_header("WARC-Target-URI")
    if len(body) > MAX_RECORD or not url or not url.startswith(("http://", "https://")):
        return None
    ours = record.rec_headers.get_header(META)
    if ours:
        asked = record.rec_headers.get_header("WARC-Provenote-URL") or url
        meta = ours.encode("ascii", "replace").decode("unicode_escape")
        return replace(snapshot_from_json(asked, meta, sha256=None, body=body), sha256=None)
    status = record.http_headers.get_statuscode()
    if not status.isdecimal() or not 200 <= int(status) < 300:  # noqa: PLR2004 - success
        return None
    return Snapshot(
        url=url,
        access=Access.OK,
        reason="imported from a WARC file",
        fetched_at=record.rec_headers.get_header("WARC-Date") or "1970-01-01T00:00:00Z",
        final_url=url,
        status=int(status),
        headers=tuple((name.lower(), value) for name, value in record.http_headers.headers),
        body=body,
    )
