"""Audits of the articles on the command line for whoever decides: whole, or again and again for a desk."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citations.errors import CitationError
from reports.cli.days import today
from reports.cli.options import AuditOptions
from reports.cli.progress import progress_shown

if TYPE_CHECKING:
    from reports.cli.auditing import Outcome
    from reports.review.material import Material, Surroundings

SOURCES = "sources"
"""The folder beside the article that own copies are laid into when none was named."""


def audited(options: AuditOptions, *, quiet: bool = False, some: bool = False) -> "Outcome":
    """Give an audit of the articles, with the source texts kept. ``some``: it is enough that one could be read.

    Raises:
        CitationError: a file cannot be used, or an article cannot be read.
    """
    from reports.cli.auditing import audit_articles
    from reports.cli.reading import STANDARD_INPUT

    if any(str(path) == STANDARD_INPUT for path in options.paths):
        message = "standard input is no file that decisions could be kept beside"
        raise CitationError(message, "save the article, and name it")

    with progress_shown(wanted=not quiet) as on_progress:
        outcome = audit_articles(options, on_progress=on_progress, keep_texts=True)
    unread = [(one.error, one.error_help) for one in outcome.audit.articles if one.error is not None]
    if unread and not (some and len(unread) < len(outcome.audit.articles)):
        raise CitationError(*unread[0])
    return outcome


def auditor(options: AuditOptions) -> "tuple[Callable[[], Material], Surroundings]":
    """Give what a desk needs: a provider of audits, and its surroundings without a reviewer's name.

    The first audit is as the options say, with the copies that an earlier review laid; later ones fetch nothing.
    """
    import platformdirs

    from reports.review.material import Material, Surroundings, stamp_of
    from verifier.checks import RULES
    from verifier.fragments import link_to
    from verifier.laying import lay_own_copy

    at_first = replace(options, sources=options.sources or _laid_before(options.paths))
    current = [at_first]

    def provide() -> Material:
        stamps = {path: stamp_of(path) for path in (*options.paths, *options.notes)}
        outcome = audited(current[0], quiet=current[0] is not at_first, some=True)
        current[0] = replace(current[0], offline=True)
        rules = {rule.code: rule for rule in RULES}
        beside = (Path(name) for one in outcome.audit.articles if one.article for name in one.article.notes_paths)
        stamps = {path: stamp_of(path) for path in beside} | stamps
        return Material(audit=outcome.audit, texts=outcome.texts, rules=rules, stamps=stamps)

    def lay(article: str, url: str, label: str, body: bytes, name: str) -> Path:
        folder = current[0].sources or Path(article).parent / SOURCES
        whose = {"url": url} if url else {"label": label, "article": Path(article).name}
        place = lay_own_copy(folder, file_name=name, data=body, **whose)
        current[0] = replace(current[0], sources=folder)
        return place

    state_dir = platformdirs.user_state_path("provenote") / "undo"
    around = Surroundings(
        decisions_path=options.decisions_path, today=today, state_dir=state_dir, lay_copy=lay, link_to=link_to
    )
    return provide, around


def _laid_before(articles: Sequence[Path]) -> Path | None:
    """Give the folder of own copies that an earlier review laid beside the articles, ``None`` where none did."""
    from verifier.own_copies import LIST_NAME

    folders = (article.parent / SOURCES for article in articles)
    return next((folder for folder in folders if (folder / LIST_NAME).is_file()), None)
