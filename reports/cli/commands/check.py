"""``provenote check``: the audit of articles, in the formats asked for, and an exit code for CI."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reports.cli.main import FINDINGS, UNFINISHED, WRONG_USE, told
from reports.cli.options import Number, audit_options, auditing_options
from reports.cli.progress import progress_shown
from reports.cli.writing import parse_outputs, write_outputs
from reports.configuration import FAIL_ON
from reports.counting import counted
from reports.format_names import FORMAT_NAMES

if TYPE_CHECKING:
    from reports.cli.auditing import Reported
    from reports.cli.options import AuditOptions


MOST_NAMED = 5
"""Unused files that are named; the first few show what is wrong with their names."""

PROXY_VARIABLES = ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
"""Where an environment names its proxy, as curl reads it."""


@click.command("check")
@auditing_options
@click.option("--format", "format_name", type=click.Choice(FORMAT_NAMES), default="terminal", show_default=True,
              help="How to write the report to standard output.")  # fmt: skip
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT=FILE", help="Write a report to a file too (repeatable)."
)
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="From which severity findings fail the run (error).")
@click.option("--min-checked", type=Number(0, 100), help="Fail when fewer percent of the claims were checked.")
@click.option("--strict/--no-strict", default=None, help="Fail on sources that could not be read, too.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Look only at these rules, or beginnings of codes (repeatable)."
)
@click.option(
    "--ignore", multiple=True, metavar="CODE", help="Leave out these rules, or beginnings of codes (repeatable)."
)
@click.option("--verbose", "-v", is_flag=True, help="List information too, not only its count.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors; the exit code tells.")
def check(format_name: str, outputs: tuple[str, ...], *, verbose: bool, quiet: bool, **values: Any) -> int:
    """Check every citation in ARTICLE... (- reads standard input).

    Reads the notes, fetches the pages they cite, and says of each claim whether its source carries it. Exit code 0:
    no finding fails; 1: findings; 2: wrong use; 3: could not finish.

    \b
    Examples:
      provenote check article.md
      provenote check article.md --output html=report.html --output json=audit.json
      provenote check articles/*.md --format github --fail-on warning
      provenote check article.md --sources sources --offline
    """
    from reports.cli.auditing import report_articles
    from reports.formats import render
    from reports.formats.terminal import wants_color

    settled = {name: values.pop(name) for name in ("fail_on", "min_checked", "strict")}
    rules = {name: _codes(f"--{name}", values.pop(name)) or None for name in ("select", "ignore")}
    options = audit_options(values, os.environ)
    options = options.with_configuration(options.configuration.with_values({**settled, **rules}))
    files = parse_outputs(outputs, read=options.files)
    with progress_shown(wanted=not quiet) as on_progress:
        outcome = report_articles(options, command=_command(options.proxy), on_progress=on_progress)
    code, remarks = _ending(outcome, options, os.environ)
    hints = () if quiet else tuple(_hints(outcome, options))
    try:
        write_outputs(outcome.report, files)
    finally:  # a file that cannot be written takes nothing away from what is shown
        none_read = len(outcome.unread) == len(outcome.report.articles)
        if not quiet and not (none_read and format_name == "terminal"):
            color = wants_color(sys.stdout, os.environ)
            click.echo(render(outcome.report, format_name, color=color, verbose=verbose), nl=False)
    for line in (*hints, *remarks):
        click.echo(line, err=True)
    return code


COMMAND = check


def _codes(option: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Give the codes of an option that may be repeated, and may have several with commas between them."""
    from reports.rule_codes import check_code
    from verifier.checks import RULES

    codes = tuple(code.strip() for text in texts for code in text.split(","))
    for code in codes:
        check_code(option, code, (rule.code for rule in RULES))
    return codes


def _command(proxy: str | None) -> str:
    """Give the command line for the report's "to repeat it", without the password of a proxy."""
    import shlex

    from reports.cli.option_texts import without_password

    arguments = sys.argv[1:]
    if proxy is not None:
        arguments = [argument.replace(proxy, without_password(proxy)) for argument in arguments]
    return shlex.join([Path(sys.argv[0]).name, *arguments])


def _hints(outcome: "Reported", options: "AuditOptions") -> Iterator[str]:
    """Yield what the user should know about the files around the articles."""
    yield from _hint_public_store(options)
    yield from _hint_older_pages(outcome, options)
    yield from _hint_missing_pages(outcome, options)
    yield from _hint_unused_copies(outcome)
    yield from _hint_orphaned_decisions(options)


def _hint_public_store(options: "AuditOptions") -> Iterator[str]:
    """Warn of a store in a git repository: publishing the repository would publish other people's pages."""
    from reports.cli.changes import is_tracked

    if options.snapshots is not None and is_tracked(options.snapshots):
        what = f"{options.snapshots} is tracked by git, and holds copies of other people's pages"
        yield from told(what, f"git rm --cached {options.snapshots}, and name it in .gitignore")


def _hint_older_pages(outcome: "Reported", options: "AuditOptions") -> Iterator[str]:
    """Tell how many pages of earlier runs were judged: a green run would hide that the network is down."""
    if outcome.stood_in and not options.offline:
        what = f"{counted(outcome.stood_in, 'page')} could not be read now; what was read before is judged"
        yield from told(what, "a report in HTML or JSON says of each page when it was read, and what happened now")


def _hint_missing_pages(outcome: "Reported", options: "AuditOptions") -> Iterator[str]:
    """Tell that an offline run had no page at all: a misspelt store looks like an empty one."""
    from verifier.fetching.base import Access
    from verifier.snapshots import default_store_path

    sources = (source for article in outcome.report.articles for source in article.sources)
    if outcome.lacking and not any(Access(source.access).readable for source in sources):
        pages = f"{counted(outcome.lacking, 'page')} {'is' if outcome.lacking == 1 else 'are'}"
        what = f"{pages} not in {options.snapshots or default_store_path()}"
        yield from told(what, "run it once without --offline; pages that are fetched are kept there")


def _hint_unused_copies(outcome: "Reported") -> Iterator[str]:
    """Name the own copies that belong to no note: a misspelt file name would silently have no effect."""
    for path in outcome.idle_copies[:MOST_NAMED]:
        yield from told(f"no note uses the copy {path}", "name the file by its note's label (4.pdf), or list its url")


def _hint_orphaned_decisions(options: "AuditOptions") -> Iterator[str]:
    """Name the decisions files without an article: whoever renames an article easily forgets its decisions."""
    from reports.decisions.store import left_behind

    for path in left_behind(options.paths, lambda article: options.decisions_path(str(article)))[:MOST_NAMED]:
        yield from told(f"{path}: its article is not there any more", "rename it as its article was, or delete it")


def _ending(outcome: "Reported", options: "AuditOptions", environ: Mapping[str, str]) -> tuple[int, list[str]]:
    """Give the exit code for the worst thing that happened, and the lines that say why."""
    from reports.gate import fails, lacks_coverage

    if outcome.unread:
        return WRONG_USE, [line for error, next_step in outcome.unread for line in told(error, next_step)]
    if outcome.unreachable:
        next_step = f"--offline judges by what was fetched before; {_proxy_advice(options.proxy, environ)}"
        return UNFINISHED, told("every page failed at the connection: is the network reachable?", next_step)
    fail_on, min_checked = options.configuration.fail_on, options.configuration.min_checked
    remarks = []
    if lacks_coverage(outcome.report, fail_on=fail_on, min_checked=min_checked):
        checked = f"{outcome.report.coverage.percent:.4g} % of the claims were checked"
        next_step = "the coverage says why the others were not; own copies (--sources) stand in for pages"
        remarks = told(f"{checked}, and --min-checked asks for {min_checked:.4g}", next_step)
    return FINDINGS if fails(outcome.report, fail_on=fail_on, min_checked=min_checked) else 0, remarks


def _proxy_advice(proxy: str | None, environ: Mapping[str, str]) -> str:
    """Give what to try when no page could be reached. Proxies of the environment are named, but never used unasked."""
    from reports.cli.option_texts import without_password

    if proxy is not None:
        return f"is {without_password(proxy)} the right proxy?"
    named = next((name for name in PROXY_VARIABLES if environ.get(name)), None)
    if named is None:
        return "--proxy goes through a proxy"
    return f"{without_password(environ[named])} of {named} is not used by itself: name it with --proxy"
