"""Items: what a reviewer goes through, one for each fingerprint, in the order of the articles and their lines."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from citations.records import Note
from reports.decisions.values import fingerprint
from reports.report_sources import key_of
from reports.review.material import Material
from verifier.audit import ArticleAudit, Citation, ClaimAudit, SourceAudit
from verifier.fetching.base import Access
from verifier.findings import Finding, Severity
from verifier.matching.base import Verdict
from verifier.sources import cited_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to decide on. ``claim`` and ``citation`` are ``None`` for findings about a note or the whole article.

    ``source`` is the one that the finding is about, which is no citation of its claim where another note's has it.
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
    source: SourceAudit | None = None
    note: Note | None = None
    repeats: int = 0

    @property
    def address(self) -> str:
        """The path of its page at the desk."""
        return f"/item/{self.article}/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadSource:
    """A source that could not be read, and the claims that were not checked for it.

    ``mark`` names it in addresses: its place in the list changes when another window brings a text.
    """

    mark: str
    path: str
    source: SourceAudit
    note: str
    claims: tuple[str, ...]


WHOLE = (Access.OK, Access.ARCHIVED)
"""How a source was read when nothing of it is lacking."""


def unread_in(material: Material) -> tuple[UnreadSource, ...]:
    """Give the sources that could not be read, or only in part, with the claims that hang on them."""
    found: list[UnreadSource] = []
    for article in material.audit.articles:
        known = _Known(article)
        claims: dict[tuple[str, ...], list[str]] = {}
        for claim in article.claims:
            for citation in claim.citations:
                if citation.verdict is Verdict.NOT_CHECKED and citation.source.access not in WHOLE:
                    claims.setdefault((citation.source.url, *citation.source.labels), []).append(claim.claim.text)
        for source in article.sources:
            named = claims.get((source.url, *source.labels), [])
            note = known.note_naming(source)
            if named:
                found.append(
                    UnreadSource(
                        mark=_mark(article.path, source),
                        path=article.path,
                        source=source,
                        note=note.raw if note else "",
                        claims=tuple(dict.fromkeys(named)),
                    )
                )
    return tuple(found)


def _mark(path: str, source: SourceAudit) -> str:
    return hashlib.sha256("\x1f".join((path, *key_of(source))).encode()).hexdigest()[:16]


def items_of(material: Material, *, information: bool = False) -> tuple[Item, ...]:
    """Give the items: errors and warnings, with ``information`` every finding. Inline ignores are no items."""
    items: list[Item] = []
    for index, article in enumerate(material.audit.articles):
        known = _Known(article)
        for finding, key, repeats in _distinct(article, information=information):
            claim = known.claims.get(finding.claim_id or "")
            citation = _citation(claim, finding) if claim else None
            items.append(
                Item(
                    number=len(items) + 1,
                    article=index,
                    path=article.path,
                    key=key,
                    finding=finding,
                    claim=claim,
                    citation=citation,
                    source=citation.source if citation else known.sources.get(finding.url),
                    note=known.note_of(finding, claim),
                    repeats=repeats,
                )
            )
    return tuple(items)


class _Known:
    """The claims and notes of an article by name; the first of equal labels, as a reader would find it."""

    def __init__(self, article: ArticleAudit) -> None:
        self.claims = {one.claim.id: one for one in article.claims}
        self.sources = {one.url: one for one in article.sources if one.url}
        self._notes: dict[tuple[int, str], Note] = {}
        self._labelled: dict[str, list[Note]] = {}
        self._by_source: dict[str, Note] = {}
        for note in article.article.notes if article.article else ():
            self._notes.setdefault((note.chapter, note.label), note)
            self._labelled.setdefault(note.label, []).append(note)
        for named in cited_sources(article.article).values() if article.article else ():
            for source in named:
                self._by_source.setdefault(source.key, source.note)

    def note_of(self, finding: Finding, claim: ClaimAudit | None) -> Note | None:
        """Give the note that a finding is about: labels begin anew in a chapter, and a plain list has none."""
        if not finding.label:
            return None
        if claim is not None:
            return self._notes.get((claim.claim.chapter, finding.label))
        labelled = self._labelled.get(finding.label, [])
        here = (note for note in labelled if (note.position.line, note.path) == (finding.line, finding.path))
        return next(here, labelled[0] if labelled else None)

    def note_naming(self, source: SourceAudit) -> Note | None:
        """Give the first note that names a source."""
        labelled = self._labelled.get(source.labels[0], []) if source.labels else []
        return self._by_source.get(source.key) or next(iter(labelled), None)


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
    """Give the citation that a finding is about, ``None`` for one about another note's source.

    Where the finding names no source, it is the one of its note, else the first.
    """
    if finding.url:
        return next((citation for citation in claim.citations if citation.source.url == finding.url), None)
    labelled = [citation for citation in claim.citations if citation.label == finding.label]
    return next(iter(labelled or claim.citations), None)
