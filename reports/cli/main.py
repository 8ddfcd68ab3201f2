"""The command ``provenote``: finds the command asked for, and turns every way to end into an exit code.

0: no finding that fails; 1: findings; 2: wrong use or configuration; 3: could not finish; 130: interrupted.
"""

import errno
import importlib
import os
import sys
from contextlib import suppress
from io import StringIO, TextIOWrapper
from pathlib import Path

import click

from citations.errors import CitationError, UnfinishedError
from reports.cli.collecting import collect_rarely
from reports.one_line import plain

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
    "decisions": "List, count, prune or merge decisions.",
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Give the command asked for; a name that is none is answered with what was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"No such command {args[0]!r}.{_meant(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _meant(name: str) -> str:
    """Give the hint for a command that is none: one of a like name, or the one for articles."""
    import shlex
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    if near:
        return f" Did you mean {near[0]!r}?"
    return f" To check an article: provenote check {shlex.quote(name)}" if "." in name else ""


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


def exit_code(arguments: list[str] | None = None) -> int:
    """Run the command line and give the exit code of the process."""
    collect_rarely()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever began us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the process ends
    if isinstance(sys.stdout, TextIOWrapper):
        # what is no terminal gets UTF-8, as our formats are; half a surrogate pair out of a page is spelled out
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        outcome = main.main(args=arguments, prog_name="provenote", standalone_mode=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNFINISHED
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("PROVENOTE_TRACEBACK") and not isinstance(error, EXPECTED):
            raise
        code, lines = _ended_by(error)
        with suppress(OSError):  # where the message cannot be written either, the exit code still can
            for line in lines:
                click.echo(line, err=True)
        return code
    return outcome if isinstance(outcome, int) else 0


EXPECTED = (KeyboardInterrupt, click.exceptions.Abort, click.ClickException, CitationError)
"""Errors that are answers to the user: no traceback says more."""


def told(problem: str, help_text: str) -> list[str]:
    """Give the lines that tell of a problem: what it is, and the next step where one is known.

    Names of files and words of pages stand in them, and the log of a CI job takes a line for a command.
    """
    return [f"provenote: {plain(problem)}", *([f"help: {plain(help_text)}"] if help_text else [])]


def _ended_by(error: BaseException) -> tuple[int, list[str]]:
    """Give the exit code for an error, and the lines that tell of it: a mistake of ours must not look like findings."""
    match error:
        case KeyboardInterrupt() | click.exceptions.Abort():
            next_step = "what was fetched and decided so far is kept; the next run goes on from there"
            return INTERRUPTED, told("interrupted", next_step)
        case click.ClickException():
            return WRONG_USE, _of_click(error)
        case CitationError():
            code = UNFINISHED if isinstance(error, UnfinishedError) else WRONG_USE
            return code, told(str(error), error.help_text)
        case OSError():
            where = f" {error.filename}" if error.filename else ""
            next_step = "make room on that disk" if error.errno == errno.ENOSPC else ""
            return UNFINISHED, told(f"could not finish:{where} {error.strerror or error}", next_step)
    next_step = "please report it; PROVENOTE_TRACEBACK=1 shows where it happened"
    return UNFINISHED, told(f"a mistake in provenote itself: {type(error).__name__}: {error}", next_step)


def _of_click(error: click.ClickException) -> list[str]:
    """Give the lines that click would print itself: the usage, where to get help, and what is wrong."""
    text = StringIO()
    error.show(text)
    return text.getvalue().splitlines()
