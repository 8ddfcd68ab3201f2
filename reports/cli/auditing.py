"""One audit as the commands need it: files in, audit, decisions and report out."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from citations.article import Article
from citations.errors import CitationError, UnreadableArticleError
from reports.cli import given
from reports.cli.options import AuditOptions
from reports.cli.reading import read_file
from reports.cli.source_texts import SourceTexts
from reports.decisions import Applied, Decision, DecisionFile, Decisions, apply_decisions
from reports.decisions.folding import folded
from reports.gate import apply_configuration, is_looked_at
from reports.report import report_over
from reports.rule_codes import check_codes
from reports.values import Report
from verifier.audit import ArticleAudit, Audit
from verifier.checks import RULES
from verifier.checks.body import LOST_NOTES
from verifier.fragments import link_to
from verifier.library import StoreLibrary
from verifier.matching.base import Verdict
from verifier.pipeline import Progress, verify
from verifier.settings import Settings
from verifier.sources import CitedSource, cited_sources

MOST_CLAIMS = 50_000
"""Claims of one article: 11 to 15 kB of memory each and a millisecond or two. With a note to every second line, the
largest file that is read has about as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An audit held whole, for those who decide on it. ``applied`` are the decisions, by the paths of the articles.

    ``texts`` are today's source texts by canonical URL, none unless they were to be kept.
    """

    audit: Audit
    applied: Mapping[str, Applied]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The report of an audit, and what its run met.

    ``unread`` are the articles that could not be read, with the next step. ``unreachable``: pages were asked for, and
    every one failed at the connection. ``stood_in`` counts the pages of other days that were judged
    since nothing came now, ``lacking`` those that an offline run did not have. ``idle_copies`` are the user's own
    copies that stand for no note.
    """

    report: Report
    unread: tuple[tuple[str, str], ...]
    unreachable: bool
    stood_in: int
    lacking: int
    idle_copies: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """An audit under way, with its store open. ``head`` is it without its articles: each is judged when asked for."""

    head: Audit
    judged: Iterator[tuple[ArticleAudit, Applied]]
    texts: SourceTexts
    watched: given.Watched
    idle_copies: tuple[Path, ...]


def audit_articles(
    options: AuditOptions, *, on_progress: Callable[[Progress], None], keep_texts: bool = False
) -> Outcome:
    """Give the audit of the articles named, with their decisions applied; an unreadable one is an error in it.

    ``keep_texts``: read every source text now, so that they outlive the open store (a review shows them later).

    Raises:
        CitationError: a file named by an option cannot be used.
    """
    with _running(options, on_progress) as run:
        judged = tuple(run.judged)
        return Outcome(
            audit=replace(run.head, articles=tuple(article for article, _ in judged)),
            applied={article.path: applied for article, applied in judged},
            texts=dict(run.texts) if keep_texts else {},
        )


def report_articles(options: AuditOptions, *, command: str, on_progress: Callable[[Progress], None]) -> Reported:
    """Give the report of the articles named. The audit of each is let go once its part of the report is made.

    ``command`` is the command line as the report shows it.

    Raises:
        CitationError: a file named by an option cannot be used.
    """
    unread: list[tuple[str, str]] = []

    def noted(run: _Run) -> Iterator[tuple[ArticleAudit, Applied]]:
        for article, applied in run.judged:
            if article.error is not None:
                unread.append((article.error, article.error_help))
            yield article, applied

    with _running(options, on_progress, command) as run:
        report = report_over(run.head, noted(run), rules=RULES, texts=run.texts, link_to=link_to)
    return Reported(
        report=report,
        unread=tuple(unread),
        unreachable=run.watched.unreachable,
        stood_in=run.watched.stood_in,
        lacking=run.watched.lacking,
        idle_copies=run.idle_copies,
    )


@contextmanager
def _running(options: AuditOptions, on_progress: Callable[[Progress], None], command: str = "") -> Iterator[_Run]:
    """Read the articles, open the store, and begin to judge."""
    now = datetime.now(UTC)
    check_codes(options.configuration, (rule.code for rule in RULES), file=str(options.configuration_path))
    read = deque(_each_read(options, on_progress))
    articles = [found for _, found in read if isinstance(found, Article)]
    with given.store(options) as store:
        own = given.own_copies(options)
        library = StoreLibrary(store, own)
        watched = given.Watched(given.fetcher(options, store))
        settings = given.settings(options, articles)
        verified = verify(tuple(articles), fetcher=watched, library=library, settings=settings, on_progress=on_progress)
        texts = SourceTexts(lambda key: library.source_text(key).text)
        idle_copies = tuple(own.of_no_note(_sources_of(articles)))
        articles.clear()  # what is judged holds them one by one
        yield _Run(
            head=Audit(
                version=version("provenote"),
                started_at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
                command=command,
                articles=(),
                settings=given.shown_settings(options),
                scorer=settings.scorer.name if settings.scorer else None,
            ),
            judged=_judged(_in_order(read, verified), options, texts, now, settings),
            texts=texts,
            watched=watched,
            idle_copies=idle_copies,
        )


def _judged(
    audits: Iterable[ArticleAudit], options: AuditOptions, texts: SourceTexts, now: datetime, settings: Settings
) -> Iterator[tuple[ArticleAudit, Applied]]:
    """Yield each article with the findings that count here, quietened where a decision holds, and the decisions."""
    for one in audits:
        article = apply_configuration(one, options.configuration, options.root)
        texts.know(source.key for source in article.sources if source.url and source.access.readable)
        applied = _decided(article, options, texts, now, settings)
        yield replace(article, findings=applied.findings), applied


def _sources_of(articles: Iterable[Article]) -> Iterator[CitedSource]:
    for article in articles:
        yield from chain.from_iterable(cited_sources(article).values())


Read = Article | CitationError
"""What became of an article's file."""


def _in_order(read: deque[tuple[Path, Read]], verified: Iterator[ArticleAudit]) -> Iterator[ArticleAudit]:
    """Yield the audits in the order in which the articles were named, with those that could not be read.

    Each is taken off ``read``, so that nobody holds an article that is reported on.
    """
    while read:
        path, found = read.popleft()
        if isinstance(found, Article):
            del found
            yield next(verified)
        else:
            yield ArticleAudit(path=str(path), article=None, error=str(found), error_help=found.help_text)


def _each_read(options: AuditOptions, on_progress: Callable[[Progress], None]) -> Iterator[tuple[Path, Read]]:
    for number, path in enumerate(options.paths):
        on_progress(Progress(stage="reading", done=number, total=len(options.paths), name=str(path)))
        yield path, _read(path, options)


def _read(path: Path, options: AuditOptions) -> Read:
    """Give an article, or why it cannot be checked; broken decisions are told before any page is fetched."""
    try:
        article = read_file(
            path,
            notes=options.notes,
            input_format=options.input_format,
            inline_links=options.configuration.inline_links,
        )
        DecisionFile(options.decisions_path(str(path))).read()
    except CitationError as error:
        return error
    if len(article.claims) > MOST_CLAIMS:
        problem = f"it has {len(article.claims):,} claims, and {MOST_CLAIMS:,} are checked at the most"
        return UnreadableArticleError(str(path), problem, "split it, or check its chapters one by one")
    return article


def _decided(
    article: ArticleAudit, options: AuditOptions, texts: Mapping[str, str], now: datetime, settings: Settings
) -> Applied:
    """Give the decisions on one article; their last days are those of the user's own calendar."""
    today = now.astimezone().date()
    if article.article is None:
        return apply_decisions((), Decisions(), source_texts={}, today=today)
    decisions = DecisionFile(options.decisions_path(article.path)).read()
    found = apply_decisions(article.findings, decisions, source_texts=texts, today=today)
    lost_notes = any(oddity.kind in LOST_NOTES for oddity in article.article.oddities)
    whole = article.path not in settings.changed_lines and not lost_notes
    return replace(found, unused=tuple(_unused(found.unused, article, options)) if whole else ())


def _unused(decisions: Iterable[Decision], article: ArticleAudit, options: AuditOptions) -> Iterator[Decision]:
    """Yield those of the decisions without a finding that are no longer needed.

    What this run did not look at (a page that was not read, a claim that was not checked, a rule that is left out) may
    come back with the next one, and then its decision is needed again.
    """
    unread = {source.url for source in article.sources if source.url and not source.access.readable}
    unchecked = {folded(one.claim.text) for one in article.claims if one.verdict is Verdict.NOT_CHECKED}
    for one in decisions:
        looked_at = is_looked_at(one.rule, article.path, options.configuration, options.root)
        if looked_at and one.url not in unread and folded(one.claim) not in unchecked:
            yield one
