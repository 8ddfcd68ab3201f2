"""The command ``provenote``: finds the command asked for, and turns every way to end into an exit code.

0: no finding that fails; 1: findings; 2: wrong use or configuration; 3: could not finish; 130: interrupted.
"""

import importlib
import os
import sys

import click

from citations.errors import CitationError

COMMANDS = {
    "check": "Check every citation in the articles.",
    "parse": "Show what is read out of an article, or out of bare references.",
    "match": "Judge claims against source texts, as JSON Lines.",
    "extract": "Show what is read out of a page.",
    "report": "Write a report again, in another format, from its JSON.",
    "explain": "Explain a rule, or the verdict on a claim.",
    "rules": "List the rules and their severities.",
    "schema": "Print the JSON schema of the report.",
    "snapshots": "List, show, verify, prune, export or import fetched pages.",
    "fix": "Write archived copies of lost pages into an article.",
    "review": "Review the flagged claims one by one.",
    "decide": "Record a decision on a finding.",
    "decisions": "List, prune or count decisions.",
    "baseline": "Accept all of today's findings, with one reason.",
    "calibrate": "Propose severities from your own decisions.",
    "init": "Write a configuration and a CI job for this repository.",
}
"""Every command with its one-line help, so that ``--help`` need not import them all."""

FINDINGS, WRONG_USE, UNFINISHED, INTERRUPTED = 1, 2, 3, 130


class LazyGroup(click.Group):
    """Loads a command's module when it is asked for: ``--help`` must start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of a user's work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import ``reports.cli.commands.NAME`` and give its ``COMMAND``."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"reports.cli.commands.{cmd_name}")
        command = module.COMMAND
        assert isinstance(command, click.Command)  # noqa: S101 - a mistake of ours, not of the user
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="provenote", prog_name="provenote")
def main() -> None:
    """Check the citations of an article: does each source say what the article says it says?

    \b
    Examples:
      provenote check article.md
      provenote check article.md --output html=report.html
      provenote review article.md
    """


def exit_code(arguments: list[str] | None = None) -> int:  # noqa: PLR0911 - one return for each way to end
    """Run the command line and give the exit code of the process."""
    try:
        outcome = main.main(args=arguments, prog_name="provenote", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("provenote: interrupted", err=True)
        return INTERRUPTED
    except KeyboardInterrupt:
        click.echo("provenote: interrupted", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except CitationError as error:
        click.echo(f"provenote: {error}", err=True)
        if error.help_text:
            click.echo(f"help: {error.help_text}", err=True)
        return WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNFINISHED
    except Exception as error:  # the boundary: a mistake of ours must not look like findings
        if os.environ.get("PROVENOTE_TRACEBACK"):
            raise
        return _our_mistake(error)
    return outcome if isinstance(outcome, int) else 0


def _our_mistake(error: Exception) -> int:
    click.echo(f"provenote: a mistake in provenote itself: {type(error).__name__}: {error}", err=True)
    click.echo("help: please report it; PROVENOTE_TRACEBACK=1 shows where it happened", err=True)
    return UNFINISHED
