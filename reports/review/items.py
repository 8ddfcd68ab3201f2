"""Items: what a reviewer goes through, one for each fingerprint, in the order of the articles and their lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from citations.records import Note
from reports.decisions.values import fingerprint
from reports.review.material import Material
from verifier.audit import ArticleAudit, Citation, ClaimAudit, SourceAudit
from verifier.findings import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to decide on. ``claim`` and ``citation`` are ``None`` for findings about a note or the whole article.

    ``number`` counts from 1 over all items; ``article`` from 0; ``repeats`` are other findings with the same
    fingerprint, which one decision settles too.
    """

    number: int
    article: int
    path: str
    key: str
    finding: Finding
    claim: ClaimAudit | None = None
    citation: Citation | None = None
    note: Note | None = None
    repeats: int = 0

    @property
    def address(self) -> str:
        """The path of its page at the desk."""
        return f"/item/{self.article}/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadSource:
    """A source that could not be read, and the claims that were not checked for it. ``number`` counts from 0."""

    number: int
    path: str
    source: SourceAudit
    note: str
    claims: tuple[str, ...]


def unread_in(material: Material) -> tuple[UnreadSource, ...]:
    """Give the sources that could not be read and that a claim names."""
    found: list[UnreadSource] = []
    for article in material.audit.articles:
        known = _Known(article)
        claims: dict[tuple[str, ...], list[str]] = {}
        for claim in article.claims:
            for citation in claim.citations:
                claims.setdefault((citation.source.url, *citation.source.labels), []).append(claim.claim.text)
        for source in article.sources:
            named = claims.get((source.url, *source.labels), [])
            note = known.notes.get(source.labels[0]) if source.labels else None
            if named and not source.access.readable:
                found.append(
                    UnreadSource(
                        number=len(found),
                        path=article.path,
                        source=source,
                        note=note.raw if note else "",
                        claims=tuple(dict.fromkeys(named)),
                    )
                )
    return tuple(found)


def items_of(material: Material, *, information: bool = False) -> tuple[Item, ...]:
    """Give the items: errors and warnings, with ``information`` every finding. Inline ignores are no items."""
    items: list[Item] = []
    for index, article in enumerate(material.audit.articles):
        known = _Known(article)
        for finding, key, repeats in _distinct(article, information=information):
            claim = known.claims.get(finding.claim_id or "")
            items.append(
                Item(
                    number=len(items) + 1,
                    article=index,
                    path=article.path,
                    key=key,
                    finding=finding,
                    claim=claim,
                    citation=_citation(claim, finding) if claim else None,
                    note=known.notes.get(finding.label or ""),
                    repeats=repeats,
                )
            )
    return tuple(items)


class _Known:
    """The claims and notes of an article by name; the first of equal labels, as a reader would find it."""

    def __init__(self, article: ArticleAudit) -> None:
        self.claims = {one.claim.id: one for one in article.claims}
        self.notes: dict[str, Note] = {}
        for note in article.article.notes if article.article else ():
            self.notes.setdefault(note.label, note)


def _distinct(article: ArticleAudit, *, information: bool) -> Iterator[tuple[Finding, str, int]]:
    """Yield each finding that wants a person, with its key and how many others share it, in reading order."""
    grouped: dict[str, list[Finding]] = {}
    for finding in sorted(article.findings, key=lambda one: (one.line, one.column, one.rule)):
        ignored = (finding.suppressed_by or "").startswith("inline")
        if not ignored and (information or finding.severity is not Severity.INFO):
            grouped.setdefault(fingerprint(finding), []).append(finding)
    for key, findings in grouped.items():
        yield findings[0], key, len(findings) - 1


def _citation(claim: ClaimAudit, finding: Finding) -> Citation | None:
    """Give the citation that a finding is about; the first one where the finding names no source."""
    for citation in claim.citations:
        if finding.url and citation.source.url == finding.url:
            return citation
    labelled = [citation for citation in claim.citations if citation.label == finding.label]
    return next(iter(labelled or claim.citations), None)
