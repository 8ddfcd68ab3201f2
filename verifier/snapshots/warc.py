"""Snapshots as WARC files, for other tools and for keeping: needs the extra ``provenote[warc]``.

Each page is one ``response`` record as the server gave it, with what we concluded in headers of its own
(``WARC-Provenote-…``), so that a file that was exported can be imported again without loss.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from io import BytesIO
from typing import IO, Any

from citations.errors import CitationError
from verifier.fetching.base import Access, Snapshot, iso
from verifier.snapshots.rows import as_kept, snapshot_from_json, snapshot_to_json

META = "WARC-Provenote-Snapshot"
MAX_RECORD = 64 << 20
"""Bytes of one record that are read; larger ones are left out."""

BEGINNINGS = (b"WARC/", b"\x1f\x8b")
"""How a WARC file begins, plain and packed."""

NOT_OUR_FORM = (ValueError, KeyError, TypeError, AttributeError)
"""What reading raises for a header that has our name, but was not written by us."""

UNKNOWN_TIME = "1970-01-01T00:00:00Z"
"""The time of a page whose record names none: every run takes it for old, and asks for the page again."""

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
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
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
        try:
            snapshot = snapshot_from_json(asked, meta, sha256=None, body=body)
            return replace(snapshot, fetched_at=_moment(snapshot.fetched_at))
        except NOT_OUR_FORM as error:
            message = f"a header {META} does not have our form"
            raise ValueError(message) from error
    status = record.http_headers.get_statuscode()
    if not status.isdecimal() or not 200 <= int(status) < 300:  # noqa: PLR2004 - success
        return None
    return Snapshot(
        url=url,
        access=Access.OK,
        reason="imported from a WARC file",
        fetched_at=_moment(record.rec_headers.get_header("WARC-Date") or ""),
        final_url=url,
        status=int(status),
        headers=tuple((name.lower(), value) for name, value in record.http_headers.headers),
        body=body,
    )


def _moment(said: str) -> str:
    """Give the time of a record as snapshots write it; one without a zone is taken for UTC, as the format asks."""
    try:
        moment = datetime.fromisoformat(said)
        return iso(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return UNKNOWN_TIME
