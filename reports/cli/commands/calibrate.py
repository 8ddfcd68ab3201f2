"""``provenote calibrate``: which severities would fit this repository, by its own decisions. It changes nothing."""

from pathlib import Path

import click

from reports.cli.configuring import load_configuration
from reports.cli.decision_files import decision_files
from reports.cli.options import FILE
from reports.decisions.statistics import FEWEST, Proposal, propose, statistics_of
from verifier.findings import Severity


@click.command("calibrate")
@click.argument("paths", metavar="[ARTICLE...]", nargs=-1, type=FILE)
def calibrate(paths: tuple[Path, ...]) -> int:
    """Propose severities from the decisions on ARTICLE..., or on all below the current folder.

    Shows what each would have changed on what was decided so far. Nothing is applied: copy what you want into your
    configuration.

    \b
    Examples:
      provenote calibrate
      provenote calibrate articles/*.md
    """
    statistics = statistics_of(one for file in decision_files(paths) for one in file.read())
    proposals = propose(statistics, _severities())
    few = [one.rule for one in statistics if one.decided < FEWEST]
    if not proposals:
        why = ": the severities fit what was decided" if len(few) < len(statistics) else ""
        click.echo(f"No change to propose{why}.")
    for one in proposals:
        click.echo(f"{one.rule}: {one.now} -> {one.proposed}: {one.reason}")
        click.echo(f"  {_consequence(one)}")
    if few:
        click.echo(f"Too little to go by (fewer than {FEWEST} decisions): {', '.join(few)}")
    if proposals:
        click.echo("\nTo apply them, in provenote.toml (or under [tool.provenote.severity] in pyproject.toml):\n")
        click.echo("[severity]")
        for one in proposals:
            click.echo(f'{one.rule} = "{one.proposed}"')
    return 0


COMMAND = calibrate


def _severities() -> dict[str, Severity]:
    """Give the severity of each rule in this repository."""
    from reports.gate import severity_here
    from verifier.checks import RULES

    configuration, _ = load_configuration(None, Path.cwd())
    return {rule.code: severity_here(rule.code, rule.severity, configuration) for rule in RULES}


def _consequence(one: Proposal) -> str:
    if one.proposed is Severity.ERROR:
        return f"would have failed the gate for {one.louder} real findings more, and for {one.alarms} false alarms"
    if one.now is Severity.ERROR:
        return f"would have kept the gate quiet on {one.quieter} false alarms, and on {one.missed} real findings"
    return "would have changed nothing in the gate, and shortened the list of warnings"
