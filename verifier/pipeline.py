"""The steps of an audit: which sources, fetch them, judge each claim, look at earlier copies and elsewhere, check."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from citations.article import Article
from verifier.audit import ArticleAudit, SourceAudit
from verifier.changes import page_changes
from verifier.checks import check_audit
from verifier.checks.base import CheckInput
from verifier.earlier import from_copies
from verifier.elsewhere import elsewhere, offers
from verifier.excluding import excluded_notes
from verifier.fetching.base import Fetcher, PageRequest, Snapshot
from verifier.judging import Bench, LabelledSources
from verifier.library import StoreLibrary
from verifier.selection import Selection, concerning, narrowed, select
from verifier.settings import Settings
from verifier.sources import cited_sources, page_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is. ``stage`` is "reading", "fetching" or "judging"; ``done`` of ``total`` articles or pages.

    ``name`` is the page that is there now, or the article that comes next.
    """

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
) -> Iterator[ArticleAudit]:
    """Yield the audit of each article: its pages are fetched first, all articles together, then claims are judged.

    An audit is made when it is asked for, and its article is let go with it: a reader of many need not hold them all.

    Raises:
        OwnCopyError: a copy of the user's cannot be read, or could be that of several sources.
    """
    selections = [_selection(article, settings) for article in articles]
    excluded = excluded_notes((note.raw for article in articles for note in article.notes), settings.exclude)
    named = [cited_sources(article, excluded) for article in articles]
    library.refuse_shared(source for sources in named for source in chain.from_iterable(sources.values()))
    cited = [_needed(sources, selection) for sources, selection in zip(named, selections, strict=True)]
    requests = _requests(cited, library)
    _fetch(fetcher, requests, library, on_progress)
    waiting, total = deque(zip(articles, cited, selections, strict=True)), len(articles)
    del articles, named, cited, selections
    while waiting:
        article, sources, selection = waiting.popleft()
        on_progress(Progress(stage="judging", done=total - len(waiting) - 1, total=total, name=article.path))
        yield audit_article(article, sources, library, settings, selection=selection, fetcher=fetcher)


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
    return page_requests(every, own)


def _fetch(
    fetcher: Fetcher,
    requests: Sequence[PageRequest],
    library: StoreLibrary,
    on_progress: Callable[[Progress], None],
) -> None:
    done = 0
    library.expect(requests)
    on_progress(Progress(stage="fetching", done=0, total=len(requests), name=""))

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
    *,
    selection: Selection | None = None,
    fetcher: Fetcher | None = None,
) -> ArticleAudit:
    """Give the audit of one article from what the library holds, the same answer every time.

    The ``fetcher`` is asked for archived copies only, of pages that are newer than what cites them. With a
    ``selection``, only its claims are judged, and only findings about it are kept.
    """
    if selection is not None:
        article = narrowed(article, selection)
    given = _judged(article, Bench(cited, library, settings.scorer), settings, fetcher)
    findings = check_audit(given)
    return ArticleAudit(
        path=article.path,
        article=article,
        claims=given.claims,
        sources=given.sources,
        findings=findings if selection is None else concerning(findings, selection),
        offers=given.offers,
        only_changed=selection is not None,
    )


def _judged(article: Article, bench: Bench, settings: Settings, fetcher: Fetcher | None) -> CheckInput:
    """Give the claims with their verdicts, and all else that the checks look at."""
    claims = tuple(bench.judge(claim) for claim in article.claims)
    copies: tuple[SourceAudit, ...] = ()
    if fetcher is not None and settings.archives:
        claims, copies = from_copies(claims, bench, fetcher)
    sources = tuple(bench.sources.values())
    found_elsewhere = elsewhere(claims, sources, bench.shelf)
    return CheckInput(
        article=article,
        claims=tuple(replace(one, elsewhere=found_elsewhere.get(one.claim.id, ())) for one in claims),
        sources=(*sources, *copies),
        offers=offers(article, sources, bench.shelf),
        changes=tuple(page_changes(claims, bench)),
        fail_after=settings.fail_after,
    )
