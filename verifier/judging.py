"""Claims against their sources: what became of each source, and what it says to each claim."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from citations.claims import Claim
from citations.records import CitationRecord
from verifier.asides import judge_page
from verifier.audit import Citation, ClaimAudit, SourceAudit
from verifier.extraction.base import PageData, SourceText
from verifier.fetching.base import Access, Snapshot
from verifier.library import StoreLibrary
from verifier.matching.base import Origin, Question, Scorer
from verifier.naming import TitleLikeness, compare_titles
from verifier.shelf import Shelf
from verifier.sources import CitedSource
from verifier.verdicts import Answer, verdict_of_answer, verdict_of_claim

LabelledSources = Mapping[tuple[int, str], tuple[CitedSource, ...]]
"""The sources of each note, by chapter and label."""

THIN_WORDS = 80
"""Words of main text that a notice in a source's place stays below, whatever it says is the matter. Of 569 labelled
pages of all kinds 8 have fewer; run ``tests/verifying/test_thin_pages.py`` before changing it."""

BARE_WORDS = 20
"""Words of main text that a page with hardly more than its title stays below: what it shows stands in a frame or in a
picture. A short post has as many."""

SAME_PAGE = (TitleLikeness.SAME, TitleLikeness.SHORTENED, TitleLikeness.ANOTHER_MARK, TitleLikeness.CHANGED)
"""How the title of a page compares with that of a note when it is the page that the note means."""

AuditOf = Callable[[CitedSource], SourceAudit]
"""Gives what a source is judged by: its page, or another version of it."""


class Bench:
    """Where the claims of one article are judged. ``sources``: what became of each source, by key."""

    def __init__(self, cited: LabelledSources, library: StoreLibrary, scorer: Scorer | None = None) -> None:
        self.library, self.shelf = library, Shelf(library.source_text)
        self.sources = _source_audits(cited, library, self.shelf)
        self._cited, self._scorer = cited, scorer

    def named(self, claim: Claim) -> list[CitedSource]:
        """Give the sources that the notes of a claim name, in their order."""
        return [source for label in claim.labels for source in self._cited.get((claim.chapter, label), ())]

    def page(self, source: CitedSource) -> SourceAudit:
        """Give what became of a source."""
        return self.sources[source.key]

    def judge(self, claim: Claim, audit_of: AuditOf | None = None) -> ClaimAudit:
        """Give what the sources of one claim say to it, one by one and together."""
        citations = [self.citation(claim, source, (audit_of or self.page)(source)) for source in self.named(claim)]
        return together(claim, citations)

    def citation(self, claim: Claim, source: CitedSource, audited: SourceAudit) -> Citation:
        """Give what one source says to one claim."""
        question = question_for(claim, source, audited.data)
        index = self.shelf.index(audited.key) if audited.access.readable else None
        match = judge_page(question, index, scorer=self._scorer) if index is not None else None
        verdict, reason = verdict_of_answer(Answer(access=audited.access, match=match))
        return Citation(
            label=source.label,
            source=audited,
            verdict=verdict,
            reason=reason,
            match=match,
            fragment=source.record.fragment,
        )

    def copy_audit(self, key: str, snapshot: Snapshot, source: CitedSource) -> SourceAudit:
        """Give an archived copy that is read in a source's place."""
        return audited(key, source.url, (source.label,), snapshot, self.shelf)


def together(claim: Claim, citations: Sequence[Citation]) -> ClaimAudit:
    """Give the verdict on a claim from what its sources say, one by one."""
    verdict = verdict_of_claim([Answer(access=each.source.access, match=each.match) for each in citations])
    return ClaimAudit(
        claim=claim,
        verdict=verdict.verdict,
        reason=verdict.reason,
        score=verdict.score,
        citations=tuple(citations),
    )


def _source_audits(cited: LabelledSources, library: StoreLibrary, shelf: Shelf) -> dict[str, SourceAudit]:
    """Give what became of each distinct source, by key, in the order of first mention."""
    labels: dict[str, list[CitedSource]] = {}
    for source in chain.from_iterable(cited.values()):
        labels.setdefault(source.key, []).append(source)
    return {key: _source_audit(named, library, shelf) for key, named in labels.items()}


def _source_audit(named: Sequence[CitedSource], library: StoreLibrary, shelf: Shelf) -> SourceAudit:
    first = named[0]
    labels = tuple(dict.fromkeys(source.label for source in named))
    snapshot = library.snapshot(first.key)
    if snapshot is None:
        access, reason = _without_snapshot(first)
        return SourceAudit(key=first.key, url=first.url, labels=labels, access=access, reason=reason)
    source = audited(first.key, first.url, labels, snapshot, shelf)
    if source.access is Access.OK and source.own_copy is None:
        told = _too_little(shelf.text(first.key), (cited.record.title for cited in named))
        return replace(source, access=Access.PART_ONLY, reason=told) if told else source
    return source


def _too_little(text: SourceText, titles: Iterable[str | None]) -> str | None:
    """Give why a page may not be all of its source, or be a notice in its place; ``None`` where it says enough.

    A page that says little is all of it where it bears a title that notes give.
    """
    number = text.signs.main_words
    if text.kind != "html" or number >= THIN_WORDS:
        return None
    words = f"it has only {number} {'word' if number == 1 else 'words'}"
    if number < BARE_WORDS:
        return f"{words}; what it shows may stand in a frame, a picture or a film, or a notice in its place"
    own = [said.value for said in text.data.titles]
    if any(title and compare_titles(title, name) in SAME_PAGE for title in titles for name in own):
        return None
    return f"{words} and not the title of the note; a notice may stand in the source's place"


def audited(key: str, url: str, labels: tuple[str, ...], snapshot: Snapshot, shelf: Shelf) -> SourceAudit:
    """Give what became of a source that was read, or could not be."""
    text = shelf.text(key) if snapshot.access.readable else None
    access, reason = snapshot.access, snapshot.reason
    if text is not None and not text.text.strip():  # a user's own copy may be anything
        where = f"your own copy {snapshot.own_copy}" if snapshot.own_copy else "it"
        access, reason = Access.NOT_TEXT, f"no text can be read in {where}: {text.problem or 'it has none'}"
    return SourceAudit(
        key=key,
        url=url,
        labels=labels,
        access=access,
        reason=reason,
        http_status=snapshot.status,
        final_url=snapshot.final_url,
        chain=snapshot.chain,
        fetched_at=snapshot.fetched_at,
        sha256=snapshot.sha256,
        archived=snapshot.archived,
        own_copy=snapshot.own_copy,
        first_failed_at=snapshot.first_failed_at,
        failures=snapshot.failures,
        failure_days=snapshot.failure_days,
        data=text.data if text else PageData(),
        kind=text.kind if text else "",
        characters=len(text.text) if text else 0,
    )


def _without_snapshot(source: CitedSource) -> tuple[Access, str]:
    if source.excluded:
        return Access.NOT_CHECKED, "left out by an exclude pattern"
    if not source.url:
        return Access.NO_LINK, "the note gives no link"
    if source.problem:
        return Access.INVALID_URL, source.problem
    return Access.NOT_CHECKED, "not fetched"


def question_for(claim: Claim, source: CitedSource, page: PageData) -> Question:
    """Give the claim as matching takes it, with where the note says to look and how it and the page name the source."""
    return Question(
        text=claim.text,
        context=claim.context,
        sentence=claim.sentence,
        kind=claim.kind,
        quotes=claim.quotes,
        needs_context=claim.needs_context,
        fragment=source.fragment,
        page=source.page,
        origin=_origin(source.record, page),
    )


def _origin(record: CitationRecord, page: PageData) -> Origin:
    """How a note and its page name the source."""
    site = page.site_name.value if page.site_name else None
    issued = [record.issued.parts] if record.issued and record.issued.parts else []
    if page.published:
        issued.append(tuple(int(part) for part in page.published.value.split("-")))
    return Origin(
        authors=(*(name.literal for name in record.authors), *(said.value for said in page.authors)),
        outlets=tuple(name for name in (record.container_title, record.publisher, site) if name),
        issued=tuple(issued),
    )
