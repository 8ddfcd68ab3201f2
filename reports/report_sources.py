"""Sources in a report: what became of each, and the address under which it was read."""

from reports.mirroring import mirrored
from reports.values import LONGEST_TEXT, SourceReport
from reports.words import access_words
from verifier.audit import SourceAudit
from verifier.extraction.base import Said
from verifier.fetching.base import Access
from verifier.fragments import LinkTo


def source_report(source: SourceAudit, source_id: str) -> SourceReport:
    """Give one source; ``source_id`` is what its citations call it."""
    data = source.data
    return mirrored(
        SourceReport,
        source,
        id=source_id,
        words=access_words(source.access),
        redirects=source.chain,
        fetched_at=read_at(source),
        title=_said(data.title),
        authors=tuple(author.value[:LONGEST_TEXT] for author in data.authors),
        site_name=_said(data.site_name),
        published=_said(data.published),
        published_from=data.published.source if data.published else None,
        modified=_said(data.modified),
        language=data.language,
    )


def _said(value: Said | None) -> str | None:
    return value.value[:LONGEST_TEXT] if value else None


def key_of(source: SourceAudit) -> tuple[str, ...]:
    """Tell sources apart: by the key of the audit, else by URL, and those without a link by their notes."""
    return (source.key or source.url,) if source.key or source.url else ("", *source.labels)


def read_at(source: SourceAudit) -> str | None:
    """Give the time at which a source was asked for, ``None`` for one that never was."""
    return None if source.access is Access.NOT_CHECKED else source.fetched_at


def readable_url(source: SourceAudit) -> str:
    """Give the address of what was read: the archived copy's where that was."""
    if source.access is Access.ARCHIVED and source.archived:
        return source.archived.url
    return source.final_url or source.url


def opened_at(url: str, place: tuple[str, int, int] | None, *, page: int | None, link_to: LinkTo | None) -> str:
    """Give the link that opens an address at a passage, ``""`` for an address that no browser opens.

    ``place`` is the text of the source with start and end of the passage in it, ``None`` if the passage is not there.
    Viewers of PDF open a page, but do not look for words. Without ``link_to`` the link leads to the whole page.
    """
    if not url.startswith(("http://", "https://")):
        return ""
    if page is not None:
        return f"{url.partition('#')[0]}#page={page}"
    return link_to(url, *place) if link_to and place else url
