"""``provenote review``: the desk where a person goes through what was flagged, in a browser or in the terminal."""

import importlib.util
import os
import sys
import webbrowser
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from citations.errors import CitationError
from reports.cli.days import day_of
from reports.cli.deciding import auditor
from reports.cli.options import WholeNumber, audit_options, auditing_options
from reports.review.choosing import STATES, Filter
from reports.rule_codes import check_code

if TYPE_CHECKING:
    from reports.review.desk import Desk


@click.command("review")
@auditing_options
@click.option("--text", is_flag=True, help="Review in the terminal, without a browser.")
@click.option("--rule", metavar="CODE", help="Only findings of this rule, or with this beginning.")
@click.option("--state", type=click.Choice(STATES), metavar="STATE",
              help=f"Only items in this state: {', '.join(STATES)}.")  # fmt: skip
@click.option("--since", metavar="DAY", help="Leave out what was decided before this day (2026-05-01).")
@click.option("--all", "information", is_flag=True, help="Go through information too, not only errors and warnings.")
@click.option("--reviewer", envvar="PROVENOTE_REVIEWER", default="", help="Your name, to stand beside decisions.")
@click.option("--port", type=WholeNumber(0, 65535), default=0, help="The port of the page; a free one if not given.")
@click.option("--browser/--no-browser", default=True, help="Whether to open the page, or only print its address.")
def review(
    *, text: bool, rule: str | None, state: str | None, since: str | None, information: bool, reviewer: str, port: int,
    browser: bool, **values: Any,
) -> int:  # fmt: skip
    """Go through what was flagged in ARTICLE... and decide, one key each.

    Every decision is saved at once in ARTICLE.decisions.toml (article.md.decisions.toml). What is accepted stays quiet
    in the gate until the claim or its source changes.

    \b
    Examples:
      provenote review article.md
      provenote review articles/*.md --rule C5 --state waiting
      provenote review article.md --text
    """
    from reports.review.desk import Desk
    from reports.review.terminal import review_in_terminal
    from verifier.checks import RULES

    if rule is not None:
        check_code("--rule", rule, (one.code for one in RULES))
    chosen = Filter(rule=rule or "", state=state or "", since=day_of(since, "--since"))
    if not text:
        _need_packages()
    provider, around = auditor(audit_options(values, os.environ))
    desk = Desk(provider, replace(around, reviewer=reviewer), information=information)
    if text:
        review_in_terminal(desk, chosen, _Terminal())
        return 0
    return _serve(desk, chosen, port, browser=browser)


COMMAND = review


def _serve(desk: "Desk", chosen: Filter, port: int, *, browser: bool) -> int:
    from reports.counting import counted
    from reports.review.server import serve  # the extra may be missing

    def ready(url: str) -> None:
        click.echo(f"The review of {counted(len(desk.items), 'finding')} is open at\n  {url}", err=True)
        click.echo("The address works once. Ctrl+C ends the review; every decision is saved already.", err=True)
        if browser:
            webbrowser.open(url)

    try:
        serve(desk, chosen, ready, port)
    except KeyboardInterrupt:  # the way to end a review, not to break it off
        done = sum(not status.waits for status in desk.statuses())
        click.echo(f"\n{done} of {len(desk.items)} decided", err=True)
    except OSError as error:
        message = f"cannot open port {port}: {error.strerror}"
        raise CitationError(message, "leave --port out to get a free one") from error
    return 0


def _need_packages() -> None:
    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        message = f"the review page needs {' and '.join(missing)}"
        raise CitationError(message, 'pip install "provenote[review]", or use provenote review --text')


class _Terminal:
    """The terminal that the user sits at; with a pipe on standard input, a line stands for a key.

    There a longer line is no key: "abort" must not accept.
    """

    def write(self, text: str) -> None:
        click.echo(text)

    def key(self, prompt: str) -> str:
        click.echo(prompt, nl=False)
        if sys.stdin.isatty():
            key = click.getchar()
            click.echo(key if key.isprintable() else "")
            return key
        line = sys.stdin.readline()
        click.echo()
        return line.strip() or ("" if not line else " ")

    def line(self, prompt: str) -> str:
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            click.echo()
        return line.strip()
