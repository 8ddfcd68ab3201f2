"""What the commands about decisions share: which files they mean, and a desk on the articles of the command line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from citations.errors import CitationError
from reports.cli.configuring import load_configuration
from reports.cli.options import AuditOptions, matching, options_over
from reports.cli.progress import progress_shown
from reports.decisions import DecisionFile
from reports.decisions.store import SUFFIX

if TYPE_CHECKING:
    from reports.cli.auditing import Outcome
    from reports.review.material import Material, Surroundings

SOURCES = "sources"
"""The folder beside the article that own copies are laid into when none was named."""
MOST_FOLDERS = 20_000
"""Folders looked through for decisions files when none is named; a large repository has fewer."""
_NOT_LOOKED_INTO = frozenset({"node_modules", "__pycache__", "site-packages"})


def today() -> date:
    """Give the day it is here."""
    return datetime.now(UTC).astimezone().date()


def day_of(text: str | None, option: str) -> date | None:
    """Give the day that an option names, ``None`` where it was left out.

    Raises:
        CitationError: it is no day.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        message = f"{option} {text!r}: expected a day such as 2026-12-31"
        raise CitationError(message) from error


def last_day_of(text: str | None) -> date | None:
    """Give the last day that ``--expires`` names, ``None`` where it was left out.

    Raises:
        CitationError: it is no day, or is over already: such a decision would never hold.
    """
    day = day_of(text, "--expires")
    if day is not None and day < today():
        message = f"--expires {day}: that day is over"
        raise CitationError(message, "name the last day on which the decision shall hold")
    return day


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


def decision_files(paths: Sequence[Path]) -> tuple[DecisionFile, ...]:
    """Give the decisions files that are meant: named, of the articles named, or all below the current folder.

    An article without decisions has no such file.

    Raises:
        CitationError: there is neither an article nor a file of decisions by a name.
    """
    if not paths:
        return tuple(DecisionFile(path) for path in sorted(_below(Path())))
    options = options_over(*load_configuration(None, Path.cwd()), paths=())
    files: dict[Path, DecisionFile] = {}
    for path in chain.from_iterable(map(matching, paths)):
        own = path if path.name.endswith(SUFFIX) else options.decisions_path(str(path))
        if own.is_file():
            files[own] = DecisionFile(own)
        elif not path.is_file():
            message = f"there are no decisions on {path}: {own} does not exist"
            raise CitationError(message, "check the path and its spelling")
    return tuple(files.values())


def _below(top: Path) -> Iterator[Path]:
    """Yield the decisions files below a folder; hidden folders and installed packages are passed by."""
    waiting = [top]
    for _ in range(MOST_FOLDERS):
        if not waiting:
            return
        folder = waiting.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith(SUFFIX) and entry.is_file():
                yield entry
            elif _is_looked_into(entry):
                waiting.append(entry)


def _is_looked_into(entry: Path) -> bool:
    ours = not entry.name.startswith(".") and entry.name not in _NOT_LOOKED_INTO
    return ours and entry.is_dir() and not entry.is_symlink()
