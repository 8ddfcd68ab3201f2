"""``provenote init``: writes a configuration and a CI job for a repository of articles."""

import json
from glob import glob
from importlib import resources
from pathlib import Path

import click

from citations.errors import CitationError
from reports.cli.writing import write_text

FILES = {
    "github": ("github.yml", Path(".github/workflows/provenote.yml")),
    "gitlab": ("gitlab.yml", Path(".gitlab/provenote.yml")),
    "none": None,
}
ARTICLES = '"**/*.md"'
"""What stands in a template for the articles as items of a list; ``"*.md"`` for all of them in one text."""


@click.command("init")
@click.option(
    "--ci", type=click.Choice(sorted(FILES)), default="github", show_default=True, help="Which CI job to write."
)
@click.option("--articles", default="*.md", show_default=True, metavar="PATTERN...",
              help="The articles that the job checks; ** is folders of any depth.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over files that are there already.")
def init(ci: str, articles: str, *, force: bool) -> int:
    """Write provenote.toml and a CI job into the current folder.

    \b
    Examples:
      provenote init --articles "articles/*.md essays/*.md"
      provenote init --ci gitlab
    """
    wanted = [("provenote.toml", Path("provenote.toml"))]
    job = FILES[ci]
    if job is not None:
        wanted.append(job)
    there = [str(path) for _, path in wanted if path.exists()]
    if there and not force:
        message = f"{' and '.join(there)} {'is' if len(there) == 1 else 'are'} there already"
        raise CitationError(message, f"--force writes over {'it' if len(there) == 1 else 'them'}")
    for template, path in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = resources.files("reports.cli").joinpath("templates", template).read_text(encoding="utf-8")
        write_text(path, text.replace(ARTICLES, _listed(articles)).replace('"*.md"', json.dumps(articles)))
        click.echo(f"wrote {path}")
    if job is not None and not any(glob(pattern, recursive=True) for pattern in articles.split()):  # noqa: PTH207 - it may be absolute
        click.echo(f"no file here matches {articles}: name your articles with --articles and --force", err=True)
    named = " ".join(f'"{pattern}"' for pattern in articles.split())
    click.echo(f"next: provenote check {named}")
    click.echo("an old archive has old faults: provenote baseline accepts them; then commit (docs/ci.md of provenote)")
    return 0


COMMAND = init


def _listed(articles: str) -> str:
    """Give the patterns as the items of a list in YAML, each in quotation marks."""
    return ", ".join(json.dumps(pattern) for pattern in articles.split())
