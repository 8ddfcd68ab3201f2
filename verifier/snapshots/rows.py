"""Snapshots and source texts as the store writes them: JSON, packed where it is long."""

import json
import zlib
from dataclasses import asdict, fields, replace
from typing import Any

from verifier.extraction.base import PageData, PageSigns, Part, PartKind, Said, SourceText
from verifier.fetching.base import Access, ArchivedCopy, Hop, Snapshot
from verifier.fetching.urls import kept

KEPT_HEADERS = frozenset({
    "content-type", "content-language", "last-modified", "etag", "date", "retry-after", "cache-control",
    "memento-datetime", "x-robots-tag", "content-range", "cf-mitigated",
})  # fmt: skip
"""Headers that say something about the page and nothing about the reader."""

MAX_HEADER = 1024
"""Characters of a header that are kept; those that are kept have fewer than a hundred."""

PACKING = 3
"""zlib level: 6 saves 5 % more and costs twice the time."""


def pack(content: bytes) -> bytes:
    """Give the bytes compressed."""
    return zlib.compress(content, PACKING)


def harmless(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Give the headers that may be kept."""
    return tuple((name, value[:MAX_HEADER]) for name, value in headers if name in KEPT_HEADERS)


def as_kept(snapshot: Snapshot, sha256: str | None) -> Snapshot:
    """Give the snapshot as reading it back would give it, so that a run and its offline repetition are equal."""
    return replace(
        snapshot,
        sha256=sha256,
        final_url=kept(snapshot.final_url) if snapshot.final_url else None,
        headers=harmless(snapshot.headers),
        chain=tuple(replace(hop, url=kept(hop.url)) for hop in snapshot.chain),
    )


def snapshot_to_json(snapshot: Snapshot) -> str:
    """Give everything of a snapshot ``as_kept`` but its body."""
    meta: dict[str, Any] = {
        "access": snapshot.access.value,
        "reason": snapshot.reason,
        "fetched_at": snapshot.fetched_at,
        "final_url": snapshot.final_url,
        "status": snapshot.status,
        "headers": snapshot.headers,
        "chain": [(hop.url, hop.status, hop.kind) for hop in snapshot.chain],
    }
    if snapshot.archived is not None:
        meta["archived"] = asdict(snapshot.archived)
    if snapshot.live is not None:
        meta["live"] = snapshot.live.value
    return json.dumps(meta, ensure_ascii=False, separators=(",", ":"))


def snapshot_from_json(url: str, text: str, *, sha256: str | None, body: bytes) -> Snapshot:
    """Give the snapshot that was written."""
    meta = json.loads(text)
    archived = meta.get("archived")
    live = meta.get("live")
    return Snapshot(
        url=url,
        access=Access(meta["access"]),
        reason=meta["reason"],
        fetched_at=meta["fetched_at"],
        final_url=meta["final_url"],
        status=meta["status"],
        headers=tuple((name, value) for name, value in meta["headers"]),
        chain=tuple(Hop(url=place, status=status, kind=kind) for place, status, kind in meta["chain"]),
        body=body,
        sha256=sha256,
        archived=ArchivedCopy(**archived) if archived else None,
        live=Access(live) if live else None,
    )


def text_to_row(text: SourceText) -> bytes:
    """Give a source text, packed. Written by hand, since ``asdict`` costs more than reading the page did."""
    data, signs = text.data, text.signs
    row = {
        "text": text.text,
        "kind": text.kind,
        "problem": text.problem,
        "encoding": text.encoding,
        "parts": [(part.start, part.end, part.kind, part.page) for part in text.parts],
        "data": {name: _row(getattr(data, name)) for name in DATA_FIELDS},
        "signs": {name: _row(getattr(signs, name)) for name in SIGN_FIELDS},
    }
    return pack(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


DATA_FIELDS = tuple(field.name for field in fields(PageData))
SIGN_FIELDS = tuple(field.name for field in fields(PageSigns))


def _row(value: Any) -> Any:
    if isinstance(value, Said):
        return {"value": value.value, "source": value.source}
    return [_row(each) for each in value] if isinstance(value, tuple) else value


def text_from_row(packed: bytes) -> SourceText:
    """Give the source text that was packed."""
    row = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    parts = (Part(start=start, end=end, kind=PartKind(kind), page=page) for start, end, kind, page in row["parts"])
    return SourceText(
        text=row["text"],
        kind=row["kind"],
        problem=row["problem"],
        encoding=row["encoding"],
        parts=tuple(parts),
        data=PageData(**{name: _value(value) for name, value in row["data"].items()}),
        signs=PageSigns(**{name: _value(value) for name, value in row["signs"].items()}),
    )


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return Said(**value)
    return tuple(_value(each) for each in value) if isinstance(value, list) else value
