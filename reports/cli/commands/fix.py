"""``provenote fix``: writes the addresses of archived copies into an article, when asked."""

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citations.errors import CitationError
from reports.cli.main import WRONG_USE, told
from reports.cli.options import audit_options, reading_options
from reports.cli.progress import progress_shown
from reports.cli.writing import write_text
from reports.one_line import shown_path
from verifier.files import trouble

if TYPE_CHECKING:
    from citations.edits import Edited
    from verifier.audit import ArticleAudit

TEXT_FORMATS = frozenset({"markdown", "plain", "html", "wikitext", "latex", "rst", "org", "asciidoc"})


@click.command("fix")
@reading_options
@click.option("--archives", is_flag=True, required=True, help="Add archived copies of pages that are gone.")
@click.option("--write", is_flag=True, help="Change the files; without it the changes are only shown.")
def fix(*, archives: bool, write: bool, **values: Any) -> int:
    """Write the addresses of archived copies behind the links of pages that are gone.

    Shows the changes as a diff; with --write they are made. Nothing else in the article is touched.

    \b
    Examples:
      provenote fix --archives article.md
      provenote fix --archives --write articles/*.md
    """
    from reports.cli.auditing import audit_articles

    del archives
    options = audit_options(values, os.environ)
    with progress_shown(wanted=True) as on_progress:
        outcome = audit_articles(options, on_progress=on_progress)
    code = 0
    for article in outcome.audit.articles:
        try:
            _fix(article, write=write)
        except CitationError as error:  # the other articles are mended all the same
            code = WRONG_USE
            click.echo("\n".join(told(str(error), error.help_text)), err=True)
    return code


COMMAND = fix


def _fix(article: "ArticleAudit", *, write: bool) -> None:
    from citations.edits import add_archived_copies

    if article.article is None:
        raise CitationError(article.error or f"cannot read {article.path}", article.error_help)
    if article.article.format not in TEXT_FORMATS:
        message = f"{article.path}: a {article.article.format} file cannot be edited"
        raise CitationError(message, "write the addresses into it by hand: provenote check names them")
    text = _text(Path(article.path))
    edited = add_archived_copies(text, _copies(article))
    click.echo("".join(_difference(text, edited, article.path)), nl=False)
    if write and edited.changed:
        write_text(Path(article.path), edited.text)
    click.echo(f"{shown_path(article.path)}: {_told(len(edited.changed), write=write)}", err=True)


def _told(number: int, *, write: bool) -> str:
    if not number:
        return "no page that is gone has an archived copy to write"
    copies = "1 archived copy" if number == 1 else f"{number} archived copies"
    return f"{copies} written" if write else f"{copies} to write; --write does it"


def _text(path: Path) -> str:
    """Give the text of an article as it stands in its file, line ends and all."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        message = f"{path}: cannot be edited: {trouble(error)}"
        raise CitationError(message, "name a file") from error
    except UnicodeDecodeError as error:
        message = f"{path}: cannot be edited, since it is not UTF-8"
        raise CitationError(message, "save it as UTF-8 first") from error


def _copies(article: "ArticleAudit") -> dict[str, str]:
    """Give the archived copies of pages that cannot be opened any more, by canonical URL."""
    from verifier.fetching.base import Access

    lost = (Access.ARCHIVED, Access.GONE, Access.SOFT_404)
    return {one.url: one.archived.url for one in article.sources if one.archived and one.access in lost}


def _difference(before: str, edited: "Edited", path: str) -> Iterator[str]:
    return difflib.unified_diff(
        before.splitlines(keepends=True), edited.text.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
