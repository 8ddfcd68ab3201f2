"""``provenote decisions``: look at what was decided, count it, and clear out what nothing asks for any more."""

import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from citations.errors import CitationError
from reports.cli.days import today
from reports.cli.deciding import audited
from reports.cli.decision_files import decision_files
from reports.cli.json_output import echo_json
from reports.cli.options import FILE, audit_options, auditing_options
from reports.counting import counted
from reports.decisions import DecisionFile, DecisionState, FindingState
from reports.decisions.statistics import RuleStatistics, statistics_of
from reports.decisions.values import Decision
from reports.one_line import plain, shown_path

SHORT = 72
"""Characters of a claim in a list: one line of a terminal."""

_FILES = click.argument("paths", metavar="[ARTICLE...]", nargs=-1, type=FILE)
_FORMAT = click.option("--format", "format_name", type=click.Choice(["terminal", "json"]), default="terminal",
                       show_default=True, help="How to write it.")  # fmt: skip


@click.group("decisions")
def decisions() -> None:
    """List, count, prune or merge decisions."""


@decisions.command("list", short_help="List the decisions on articles, or all of them.")
@_FILES
@click.option("--state", type=click.Choice([one.value for one in DecisionState]), help="Only decisions of this kind.")
@_FORMAT
def listed(paths: tuple[Path, ...], state: str | None, format_name: str) -> int:
    """List the decisions on ARTICLE..., or all below the current folder.

    \b
    Examples:
      provenote decisions list
      provenote decisions list article.md --state reject
    """
    chosen = [
        (file, [one for one in file.read() if state is None or one.state == state]) for file in decision_files(paths)
    ]
    if format_name == "json":
        every = [_as_json(file, one) for file, found in chosen for one in found]
        echo_json(every, indent=2)
        return 0
    if not chosen:
        click.echo("No decisions yet.")
    for file, found in chosen:
        click.echo(f"{shown_path(str(file.path))}: {counted(len(found), 'decision')}")
        for one in found:
            click.echo(f"  {_line(one)}")
            if one.note:
                click.echo(f"    {plain(one.note)}")
    return 0


@decisions.command("stats", short_help="Count per rule what was accepted and what was not.")
@_FILES
@_FORMAT
def stats(paths: tuple[Path, ...], format_name: str) -> int:
    """Count per rule how much was accepted and rejected, with the share of false alarms and its 95 % interval.

    \b
    Examples:
      provenote decisions stats
      provenote decisions stats articles/*.md --format json
    """
    every = statistics_of(one for file in decision_files(paths) for one in file.read())
    if format_name == "json":
        echo_json([_numbers(one) for one in every], indent=2)
        return 0
    if not every:
        click.echo("No decisions yet.")
        return 0
    click.echo("rule  decided  accepted  reject  better  quote  gone  baseline  false alarms (95 %)")
    for one in every:
        counts = [one.by_state.get(state, 0) for state in DecisionState]
        low, high = one.interval
        share = f"{one.false_alarms:.0%} ({low:.0%} to {high:.0%})" if one.decided else "-"
        numbers = f"{counts[0]:>8}  {counts[1]:>6}  {counts[2]:>6}  {counts[3]:>5}  {counts[4]:>4}"
        click.echo(f"{one.rule:<4}  {one.decided:>7}  {numbers}  {one.baseline:>8}  {share}")
    return 0


@decisions.command("prune", short_help="Take away decisions that nothing asks for any more.")
@auditing_options
@click.option("--dry-run", is_flag=True, help="Only show what would go.")
def prune(*, dry_run: bool, **values: Any) -> int:
    """Take away the decisions on ARTICLE... that have ended, or that no finding asks for any more.

    A decision stays when what it is about was not looked at today (a page that could not be read, a rule that is left
    out): its finding may come back.

    \b
    Examples:
      provenote decisions prune article.md --dry-run
      provenote decisions prune articles/*.md --offline
    """
    options = audit_options(values, os.environ)
    if options.changed_since is not None:
        message = "prune needs all findings, so it cannot work with --changed-since"
        raise CitationError(message)
    outcome = audited(options)
    pruned = False
    for article, applied in outcome.applied.items():
        ended = [one.decision for one in applied.of_state(FindingState.EXPIRED) if one.decision]
        gone = {one.fingerprint: one for one in (*applied.unused, *ended)}
        if gone:
            _take_away(DecisionFile(options.decisions_path(article)), list(gone.values()), dry_run=dry_run)
            pruned = True
    if not pruned:
        click.echo("Nothing to take away.")
    return 0


@decisions.command("merge", short_help="Settle the conflict that git left in a decisions file.")
@click.argument("path", metavar="FILE", type=FILE)
def merge(path: Path) -> int:
    """Settle the conflict that git left in FILE: decisions of both sides are kept.

    Where both decided on one finding, the later decision stands, and the other is shown.

    \b
    Examples:
      provenote decisions merge article.md.decisions.toml && git add article.md.decisions.toml
    """
    both = DecisionFile(path).settle()
    click.echo(f"{shown_path(str(path))}: {counted(len(both.decisions), 'decision')} of both sides")
    for kept, dropped in both.disputed:
        click.echo(f"  {_line(kept)}\n    in place of {dropped.state} of {dropped.date}")
    return 0


COMMAND = decisions


def _take_away(file: DecisionFile, gone: list[Decision], *, dry_run: bool) -> None:
    if not dry_run:
        file.change(lambda old: old.without(one.fingerprint for one in gone if old.get(one.fingerprint) == one))
    said = "would go" if dry_run else "taken away"
    click.echo(f"{shown_path(str(file.path))}: {len(gone)} {said}")
    for one in gone:
        click.echo(f"  {_line(one)}")


def _line(one: Decision) -> str:
    ended = " (ended)" if one.expires and one.expires < today() else ""
    return f"{one.fingerprint}  {one.date}  {one.state:<15}  {one.rule}  {plain(one.claim, SHORT)}{ended}"


def _as_json(file: DecisionFile, one: Decision) -> dict[str, Any]:
    expires = one.expires.isoformat() if one.expires else None
    return {"file": str(file.path), **asdict(one), "date": one.date.isoformat(), "expires": expires}


def _numbers(one: RuleStatistics) -> dict[str, Any]:
    low, high = one.interval
    return {
        "rule": one.rule,
        "decided": one.decided,
        **{state.value: one.by_state.get(state, 0) for state in DecisionState},
        "baseline": one.baseline,
        "false_alarms": round(one.false_alarms, 4),
        "interval": [round(low, 4), round(high, 4)],
    }
