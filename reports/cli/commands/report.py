"""``provenote report``: write a report again, in another format, from its JSON."""

import os
import sys
from pathlib import Path

import click

from reports.cli.options import FILE
from reports.cli.writing import parse_outputs, write_outputs
from reports.format_names import FORMAT_NAMES


@click.command(short_help="Write a report again, in another format, from its JSON.")
@click.argument("audit", metavar="AUDIT.json", type=FILE)
@click.option("--format", "format_name", type=click.Choice(FORMAT_NAMES), default="terminal", show_default=True,
              help="How to write the report to standard output.")  # fmt: skip
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT=FILE", help="Write a report to a file (repeatable)."
)
@click.option("--verbose", "-v", is_flag=True, help="List information too, not only its count.")
def report(audit: Path, format_name: str, outputs: tuple[str, ...], *, verbose: bool) -> int:
    """Write the report in AUDIT.json (- for standard input) again, as check would have written it.

    \b
    Examples:
      provenote check article.md --format json > audit.json
      provenote report audit.json --output html=report.html
      provenote report audit.json --format sarif
    """
    from reports.cli.reading import read_report
    from reports.formats import render
    from reports.formats.terminal import wants_color

    files = parse_outputs(outputs, read=(audit,))
    made = read_report(audit)
    color = format_name == "terminal" and wants_color(sys.stdout, os.environ)
    text = render(made, format_name, color=color, verbose=verbose)
    write_outputs(made, files)
    click.echo(text, nl=False)
    return 0


COMMAND = report
