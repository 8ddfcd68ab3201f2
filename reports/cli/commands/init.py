"""``provenote init``: writes a configuration and a CI job for a repository of articles."""

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


@click.command("init")
@click.option(
    "--ci", type=click.Choice(sorted(FILES)), default="github", show_default=True, help="Which CI job to write."
)
@click.option("--force", is_flag=True, help="Write over files that are there already.")
def init(ci: str, *, force: bool) -> int:
    """Write provenote.toml and a CI job into the current folder.

    \b
    Examples:
      provenote init
      provenote init --ci gitlab
    """
    wanted = [("provenote.toml", Path("provenote.toml"))]
    job = FILES[ci]
    if job is not None:
        wanted.append(job)
    there = [str(path) for _, path in wanted if path.exists()]
    if there and not force:
        message = f"{', '.join(there)} is there already"
        raise CitationError(message, "--force writes over it")
    for template, path in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, resources.files("reports.cli").joinpath("templates", template).read_text(encoding="utf-8"))
        click.echo(f"wrote {path}")
    click.echo("next: provenote check ARTICLE, then commit both; docs/ci.md of provenote says how the jobs work")
    return 0


COMMAND = init
