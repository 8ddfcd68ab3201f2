"""The steps of an audit: which sources, fetch them, judge each claim, look elsewhere, check."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from citations.article import Article
from citations.claims import Claim
from verifier.audit import ArticleAudit, Citation, ClaimAudit, SourceAudit
from verifier.checks import check_audit
from verifier.checks.base import CheckInput
from verifier.elsewhere import elsewhere, offers
from verifier.extraction.base import PageData
from verifier.fetching.base import Access, Fetcher, PageRequest, Snapshot
from verifier.library import StoreLibrary
from verifier.matching import judge
from verifier.matching.base import Question, Verdict
from verifier.selection import Selection, concerning, narrowed, select
from verifier.settings import Settings
from verifier.shelf import Shelf
from verifier.sources import CitedSource, cited_sources, page_requests
from verifier.verdicts import Answer, verdict_of_claim

LabelledSources = Mapping[tuple[int, str], tuple[CitedSource, ...]]
"""The sources of each note, by chapter and label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is. ``stage`` is "fetching" or "judging"; ``done`` of ``total`` pages or articles."""

    stage: str
    done: int
    total: int
    name: str


def verify(
    articles: Sequence[Article],
    *,
    fetcher: Fetcher,
    library: StoreLibrary,
    settings: Settings,
    on_progress: Callable[[Progress], None],
) -> tuple[ArticleAudit, ...]:
    """Give the audit of each article: its pages are fetched first, all articles together, then claims are judged."""
    selections = [_selection(article, settings) for article in articles]
    cited = [
        _needed(cited_sources(article, settings.exclude), selection)
        for article, selection in zip(articles, selections, strict=True)
    ]
    requests = _requests(cited, library)
    _fetch(fetcher, requests, library, on_progress)
    audits = []
    for number, (article, sources, selection) in enumerate(zip(articles, cited, selections, strict=True), start=1):
        audits.append(audit_article(article, sources, library, settings, selection))
        on_progress(Progress(stage="judging", done=number, total=len(articles), name=article.path))
    return tuple(audits)


def _selection(article: Article, settings: Settings) -> Selection | None:
    """Give what changed in an article, ``None`` where the run is about all of it."""
    lines = settings.changed_lines.get(article.path)
    return None if lines is None else select(article, lines)


def _needed(sources: LabelledSources, selection: Selection | None) -> LabelledSources:
    if selection is None:
        return sources
    return {key: named for key, named in sources.items() if key in selection.notes}


def _requests(cited: Iterable[LabelledSources], library: StoreLibrary) -> list[PageRequest]:
    every = [source for sources in cited for source in chain.from_iterable(sources.values())]
    own = frozenset(source.key for source in every if library.has_own(source))
    return page_requests(iter(every), own)


def _fetch(
    fetcher: Fetcher,
    requests: Sequence[PageRequest],
    library: StoreLibrary,
    on_progress: Callable[[Progress], None],
) -> None:
    done = 0
    library.expect(requests)

    def note(snapshot: Snapshot) -> None:
        nonlocal done
        done += 1
        library.deliver(snapshot)
        on_progress(Progress(stage="fetching", done=done, total=len(requests), name=snapshot.url))

    fetcher.fetch(requests, note)


def audit_article(
    article: Article,
    cited: LabelledSources,
    library: StoreLibrary,
    settings: Settings,
    selection: Selection | None = None,
) -> ArticleAudit:
    """Give the audit of one article from what the library holds: no network, the same answer every time.

    With a ``selection``, only its claims are judged, and only findings about it are kept.
    """
    if selection is not None:
        article = narrowed(article, selection)
    shelf = Shelf(library.source_text)
    sources = _source_audits(cited, library, shelf)
    claims = tuple(_judge(claim, cited, sources, shelf, settings) for claim in article.claims)
    if settings.elsewhere:
        places = elsewhere(claims, list(sources.values()), shelf)
        claims = tuple(replace(claim, elsewhere=places.get(claim.claim.id, ())) for claim in claims)
    offered = offers(article, list(sources.values()), shelf) if settings.elsewhere else ()
    given = CheckInput(
        article=article, claims=claims, sources=tuple(sources.values()), offers=offered, fail_after=settings.fail_after
    )
    return ArticleAudit(
        path=article.path,
        article=article,
        claims=claims,
        sources=given.sources,
        findings=check_audit(given) if selection is None else concerning(check_audit(given), selection),
        offers=offered,
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
    text = shelf.text(first.key) if snapshot.access.readable else None
    return SourceAudit(
        key=first.key,
        url=first.url,
        labels=labels,
        access=snapshot.access,
        reason=snapshot.reason,
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


def _judge(
    claim: Claim, cited: LabelledSources, audits: Mapping[str, SourceAudit], shelf: Shelf, settings: Settings
) -> ClaimAudit:
    """Give what the sources of one claim say to it, one by one and together."""
    named = [source for label in claim.labels for source in cited.get((claim.chapter, label), ())]
    citations = tuple(_citation(claim, source, audits[source.key], shelf, settings) for source in named)
    together = verdict_of_claim(
        claim, [Answer(access=citation.source.access, match=citation.match) for citation in citations]
    )
    return ClaimAudit(
        claim=claim, verdict=together.verdict, reason=together.reason, score=together.score, citations=citations
    )


def _citation(claim: Claim, source: CitedSource, audited: SourceAudit, shelf: Shelf, settings: Settings) -> Citation:
    match = (
        judge(question_for(claim, source), shelf.index(source.key), scorer=settings.scorer) if _read(audited) else None
    )
    return Citation(
        label=source.label,
        source=audited,
        verdict=match.verdict if match else Verdict.NOT_CHECKED,
        reason=match.reason if match else audited.access.value,
        match=match,
        fragment=source.record.fragment,
    )


def _read(audited: SourceAudit) -> bool:
    return audited.access.readable and audited.characters > 0


def question_for(claim: Claim, source: CitedSource) -> Question:
    """Give the claim as matching takes it, with where the note says to look."""
    return Question(
        text=claim.text,
        context=claim.context,
        sentence=claim.sentence,
        kind=claim.kind,
        quotes=claim.quotes,
        needs_context=claim.needs_context,
        fragment=source.fragment,
        page=source.page,
    )
