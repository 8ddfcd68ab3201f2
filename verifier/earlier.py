"""The page as it was when the author read it: archived copies for claims that a newer page lacks.

A claim that is not found on a page which was published or changed after the note's access date may well have stood
there on that day. The copy closest to it is then read in the page's place, if it carries the claim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citations.dates import DateParts
from verifier.audit import ClaimAudit, SourceAudit
from verifier.fetching.archive_dates import days_of
from verifier.fetching.base import Access, Fetcher, PageRequest
from verifier.judging import Bench, together
from verifier.matching.base import Verdict
from verifier.sources import CitedSource

READ_TODAY = (Access.OK, Access.PART_ONLY)


def from_copies(
    claims: Sequence[ClaimAudit], bench: Bench, fetcher: Fetcher
) -> tuple[tuple[ClaimAudit, ...], tuple[SourceAudit, ...]]:
    """Give the claims, those among them that an archived copy carries judged by it, and the copies that do so."""
    lost = [audit for audit in claims if _is_lost(audit)]
    wanted = {request: source for audit in lost for source in bench.named(audit.claim)
              if (request := _request(source, bench)) is not None}  # fmt: skip
    if not wanted:
        return tuple(claims), ()
    copies = _copies(wanted, bench, fetcher)
    judged = {audit.claim.id: _judged_again(audit, bench, copies) for audit in lost}
    after = tuple(judged.get(audit.claim.id, audit) for audit in claims)
    used = {each.source.key for audit in after for each in audit.citations}
    return after, tuple(copy for copy in copies.values() if copy.key in used)


def _is_lost(audit: ClaimAudit) -> bool:
    """Whether nothing like a claim is on a page that was read, be it only a part of one."""
    if audit.verdict is Verdict.NOT_CHECKED:
        return any(each.match is not None and each.match.verdict is Verdict.NOT_FOUND for each in audit.citations)
    return audit.verdict is Verdict.NOT_FOUND


def _request(source: CitedSource, bench: Bench) -> PageRequest | None:
    """Give what archives are asked about a source, ``None`` where its page is no newer than the note."""
    page = bench.page(source)
    if page.access not in READ_TODAY or page.own_copy is not None:
        return None
    accessed = source.record.accessed.parts if source.record.accessed else ()
    said = (page.data.published, page.data.modified)
    newer = any(is_after(_parts(each.value), accessed) for each in said if each is not None)
    before = bench.library.earlier(source.key)
    if not newer and before is None:
        return None
    day = _parts(before.fetched_at) if before is not None else ()
    return PageRequest(url=source.url, wanted_at=source.wanted_at or day)


def is_after(date: DateParts, other: DateParts) -> bool:
    """Whether every day that ``date`` may mean lies after those of ``other``; false where either means none."""
    one, two = days_of(date), days_of(other)
    return one is not None and two is not None and one[0] > two[1]


def _parts(value: str) -> DateParts:
    """Give the parts of an ISO date, ``()`` where it is none."""
    pieces = value[:10].split("-")
    return tuple(int(piece) for piece in pieces) if all(piece.isdecimal() for piece in pieces) else ()


def _copies(wanted: dict[PageRequest, CitedSource], bench: Bench, fetcher: Fetcher) -> dict[PageRequest, SourceAudit]:
    asked: set[str] = set()
    fetcher.fetch_archived(tuple(wanted), lambda snapshot: asked.add(snapshot.url))
    found = {}
    for request, source in wanted.items():
        kept = bench.library.copy(request) if request.url in asked else None
        if kept is not None:
            key, snapshot = kept
            reason = f"{snapshot.reason}; the page has changed since"
            found[request] = replace(bench.copy_audit(key, snapshot, source), reason=reason)
    return found


def _judged_again(audit: ClaimAudit, bench: Bench, copies: dict[PageRequest, SourceAudit]) -> ClaimAudit:
    """Give the claim with the copies that carry it in their pages' place; as it was where none does."""
    citations = list(audit.citations)
    for at, source in enumerate(bench.named(audit.claim)):
        for copy in _copies_of(source, copies):
            again = bench.citation(audit.claim, source, copy)
            if again.verdict is Verdict.SUPPORTED:
                citations[at] = again
    return audit if tuple(citations) == audit.citations else together(audit.claim, citations)


def _copies_of(source: CitedSource, copies: dict[PageRequest, SourceAudit]) -> Iterable[SourceAudit]:
    """Give the copy that was found for the date of a source's own note."""
    return (
        copy
        for request, copy in copies.items()
        if request.url == source.url and (not source.wanted_at or request.wanted_at == source.wanted_at)
    )
