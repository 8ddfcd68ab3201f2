"""The docs and the command line know the same options: who reads one finds it in the other."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from reports.cli.main import COMMANDS, main
from reports.configuration import KEYS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "action.yml", *sorted((ROOT / "docs").glob("*.md"))]


def _options(command: click.Command) -> Iterator[click.Option]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield parameter
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _options(inner)


def _every_option() -> Iterator[click.Option]:
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        yield from _options(command)


def test_each_option_is_told_of() -> None:
    """By one of its names, or by the key of the configuration that settles it for good."""
    told = set(re.findall(r"--[a-z][a-z-]+", " ".join(page.read_text(encoding="utf-8") for page in PAGES)))
    keys = {f"--{key}" for key in KEYS}

    lacking = [option.opts for option in _every_option() if not {*option.opts, *option.secondary_opts} & (told | keys)]

    assert lacking == []


def test_each_option_that_is_told_of_is_there() -> None:
    """One that was renamed would send its reader to an error."""
    there = {name for option in _every_option() for name in (*option.opts, *option.secondary_opts)} | {"--help"}

    strange = {
        (page.name, option)
        for page in PAGES
        for line in page.read_text(encoding="utf-8").splitlines()
        if "benchmarks/" not in line
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)
        if option not in there
    }

    assert strange == set()
