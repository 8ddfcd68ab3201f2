"""One audit as the commands need it: files in, audit, decisions and report out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
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
from reports.report import Report, report_of
from reports.rule_codes import check_codes
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
    """What an audit gave. ``texts`` are today's source texts by canonical URL, read when asked for.

    ``unreachable``: pages were asked for, and every one failed at the connection. ``idle_copies`` are the user's own
    copies that stand for no note.
    """

    audit: Audit
    report: Report
    applied: Mapping[str, Applied]
    texts: Mapping[str, str]
    unreachable: bool
    idle_copies: tuple[Path, ...] = ()


def audit_articles(
    options: AuditOptions,
    *,
    version: str,
    command: str,
    now: datetime,
    on_progress: Callable[[Progress], None],
    keep_texts: bool = False,
) -> Outcome:
    """Give the audit of the articles named, with their decisions applied; an unreadable one is an error in it.

    ``keep_texts``: read every source text now, so that they outlive the open store (a review shows them later).

    Raises:
        CitationError: a file named by an option cannot be used.
    """
    check_codes(options.configuration, (rule.code for rule in RULES), file=str(options.configuration_path))
    read = [(path, _read(path, options)) for path in options.paths]
    articles = [found for _, found in read if isinstance(found, Article)]
    with given.store(options) as store:
        own = given.own_copies(options)
        library = StoreLibrary(store, own)
        watched = given.Watched(given.fetcher(options, store))
        settings = given.settings(options, articles)
        verified = verify(articles, fetcher=watched, library=library, settings=settings, on_progress=on_progress)
        found = tuple(_configured(one, options) for one in _in_order(read, verified))
        texts = SourceTexts(_with_a_text(found), lambda key: library.source_text(key).text)
        applied = {one.path: _decided(one, options, texts, now, settings) for one in found}
        audit = Audit(
            version=version,
            started_at=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            command=command,
            articles=tuple(replace(one, findings=applied[one.path].findings) for one in found),
            settings=given.shown_settings(options),
            scorer=settings.scorer.name if settings.scorer else None,
        )
        kept: Mapping[str, str] = dict(texts) if keep_texts else texts
        report = report_of(audit, decisions=applied, rules=RULES, texts=texts, link_to=link_to)
    return Outcome(
        audit=audit,
        report=report,
        applied=applied,
        texts=kept,
        unreachable=watched.unreachable,
        idle_copies=tuple(own.of_no_note(_sources_of(articles))),
    )


def _sources_of(articles: Iterable[Article]) -> Iterator[CitedSource]:
    for article in articles:
        yield from chain.from_iterable(cited_sources(article).values())


def _with_a_text(articles: Iterable[ArticleAudit]) -> Iterator[str]:
    """Yield the keys of the sources that could be read and have an address: those whose passages are linked to."""
    for article in articles:
        yield from (source.key for source in article.sources if source.url and source.access.readable)


Read = Article | CitationError
"""What became of an article's file."""


def _in_order(read: Iterable[tuple[Path, Read]], verified: Iterable[ArticleAudit]) -> Iterator[ArticleAudit]:
    """Yield the audits in the order in which the articles were named, with those that could not be read."""
    audits = iter(verified)
    for path, found in read:
        if isinstance(found, Article):
            yield next(audits)
        else:
            yield ArticleAudit(path=str(path), article=None, error=str(found), error_help=found.help_text)


def _configured(article: ArticleAudit, options: AuditOptions) -> ArticleAudit:
    """Give an article with the findings that count here; patterns of ``per-path`` count from the configuration."""
    return apply_configuration(article, options.configuration, options.root)


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
