"""The options that every command which audits articles shares, as one decorator and one value."""

import ipaddress
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from glob import glob, has_magic
from itertools import chain
from pathlib import Path
from typing import Any

import click

from reports.cli import option_texts
from reports.cli.configuring import load_configuration
from reports.configuration import ARCHIVE, Configuration
from verifier.files import real_path

FILE = click.Path(path_type=Path, readable=False)
"""A path that is opened, or not, where it is read: one place says what is wrong with it."""


class Number(click.FloatRange):
    """A number in a range, called so in help and messages."""

    name = "number"


class WholeNumber(click.IntRange):
    """A whole number in a range, called so in help and messages."""

    name = "whole number"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditOptions:
    """What the command line says about an audit; what it leaves out comes from ``configuration``.

    ``allow_private`` are networks, ``headers`` (host, name, value) read from the environment.
    """

    paths: tuple[Path, ...]
    configuration: Configuration
    configuration_path: Path | None = None
    notes: tuple[Path, ...] = ()
    offline: bool = False
    sources: Path | None = None
    snapshots: Path | None = None
    allow_private: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()
    proxy: str | None = None
    ca_bundle: Path | None = None
    headers: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    exclude: tuple[str, ...] = ()
    scorer: str | None = None
    input_format: str | None = None
    changed_since: str | None = None
    max_time: float | None = None

    @property
    def root(self) -> Path | None:
        """The folder of the configuration, ``None`` without one."""
        return self.configuration_path.parent if self.configuration_path else None

    def decisions_path(self, article: str) -> Path:
        """Give the path of the decisions on the article at a path."""
        from reports.decisions import decisions_path

        folder = self.configuration.decisions_dir
        return decisions_path(Path(article), Path(folder) if folder else None, self.root)

    @property
    def files(self) -> Iterator[Path]:
        """The files that a run reads or keeps for the user: nothing else may be written over them."""
        from verifier.snapshots import default_store_path

        yield from self.paths
        yield from self.notes
        yield from (self.decisions_path(str(path)) for path in self.paths)
        if self.sources is not None:
            yield from self.sources.rglob("*")
        if self.configuration_path is not None:
            yield self.configuration_path
        yield self.snapshots or default_store_path()

    def with_configuration(self, configuration: Configuration) -> "AuditOptions":
        """Give these options over another configuration."""
        return replace(self, configuration=configuration)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

NOTES = click.option(
    "--notes",
    multiple=True,
    type=FILE,
    help="A file with the notes, when they stand apart and the article does not name it (repeatable).",
)
INLINE_LINKS = click.option(
    "--inline-links/--no-inline-links", default=None, help="Read links in the text as notes too."
)

_OF_READING: tuple[Decorator, ...] = (
    click.argument("paths", metavar="ARTICLE...", nargs=-1, required=True, type=FILE),
    NOTES,
    click.option("--input-format", help="The format of the articles, when their ending does not say."),
    INLINE_LINKS,
    click.option("--sources", type=FILE, help="Your own copies of sources: files named by their notes (4.pdf)."),
    click.option("--snapshots", type=FILE, help="The file of fetched pages, instead of the one in your cache folder."),
    click.option("--offline", is_flag=True, help="Fetch nothing: judge by what was fetched before."),
    click.option("--archive", type=click.Choice(ARCHIVE), help="For which pages web archives are asked."),
    click.option("--max-age", type=Number(min=0), help="Days until a fetched page is asked for again."),
    click.option("--timeout", type=Number(min=1), help="Seconds for one page, redirects and retries included."),
    click.option("--max-time", type=Number(min=1), help="Seconds after which no further page is fetched."),
    click.option("--robots/--no-robots", default=None, help="Whether robots.txt is honoured (it is)."),
    click.option("--contact", help="An address that site owners can write to, sent with every request."),
    click.option(
        "--host-delay", multiple=True, metavar="HOST=SECONDS", help="A longer rest between two requests (repeatable)."
    ),
    click.option(
        "--exclude", multiple=True, metavar="PATTERN", help="Leave out notes that this expression matches (repeatable)."
    ),
    click.option("--proxy", metavar="URL", help="Send all requests through this proxy."),
    click.option("--ca-bundle", type=FILE, help="Certificate authorities to trust, instead of the usual ones."),
    click.option(
        "--allow-private-hosts",
        multiple=True,
        metavar="CIDR,...",
        help="Networks that are not public and may be fetched from all the same.",
    ),
    click.option(
        "--header-env",
        multiple=True,
        metavar="HOST:NAME=VARIABLE",
        help="A request header for one host, its value taken from the environment (repeatable).",
    ),
    click.option("--config", "config_path", type=FILE, help="The configuration file, instead of the nearest one."),
)
"""What says which articles are read, and how their pages are had."""

_OF_JUDGING: tuple[Decorator, ...] = (
    click.option("--fail-after", type=WholeNumber(min=1), help="Days of failure until a page is long unreachable."),
    click.option("--scorer", metavar="onnx:DIR", help="An entailment model of your own, as a second opinion."),
    click.option("--changed-since", metavar="REV", help="Check only claims that changed since this git revision."),
    click.option("--decisions-dir", help="The folder of the decisions files, when not beside the articles."),
)
"""What says how claims are judged, and what becomes of findings."""


def auditing_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command ``function`` all the options of an audit."""
    return _with(function, (*_OF_READING, *_OF_JUDGING))


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command ``function`` the options of an audit whose verdicts and findings nobody looks at."""
    return _with(function, _OF_READING)


def _with(function: Callable[..., Any], options: Sequence[Decorator]) -> Callable[..., Any]:
    for option in reversed(options):
        function = option(function)
    return function


def audit_options(values: Mapping[str, Any], environment: Mapping[str, str]) -> AuditOptions:
    """Give the options in ``values``, checked, over the configuration of the repository.

    ``values`` are those of ``auditing_options`` or of ``reading_options``.

    Raises:
        CitationError: a network, pattern, delay or header that cannot be read.
    """
    configuration, path = load_configuration(values["config_path"], Path.cwd())
    settled = {
        "archive": values["archive"],
        "max_age": values["max_age"],
        "timeout": values["timeout"],
        "robots": values["robots"],
        "fail_after": values.get("fail_after"),
        "contact": values["contact"],
        "inline_links": values["inline_links"],
        "decisions_dir": values.get("decisions_dir"),
        "host_delay": configuration.host_delay + option_texts.delays(values["host_delay"]) or None,
    }
    configuration = configuration.with_values(settled)
    return options_over(
        configuration,
        path,
        paths=_once(values["paths"]),
        notes=values["notes"],
        exclude=values["exclude"],
        offline=values["offline"],
        sources=values["sources"],
        snapshots=values["snapshots"],
        allow_private=option_texts.networks(values["allow_private_hosts"]),
        proxy=option_texts.proxy(values["proxy"]),
        ca_bundle=option_texts.bundle(values["ca_bundle"]),
        headers=tuple(option_texts.header(text, environment) for text in values["header_env"]),
        scorer=values.get("scorer"),
        input_format=values["input_format"],
        changed_since=values.get("changed_since"),
        max_time=values["max_time"],
    )


def options_over(
    configuration: Configuration,
    path: Path | None,
    *,
    notes: tuple[Path, ...] = (),
    exclude: tuple[str, ...] = (),
    sources: Path | None = None,
    **given: Any,
) -> AuditOptions:
    """Give the options ``given``, with what they leave out taken from the configuration in the file ``path``.

    Raises:
        CitationError: ``exclude`` holds what is no regular expression.
    """
    return AuditOptions(
        configuration=configuration,
        configuration_path=path,
        notes=notes or tuple(_beside(path, name) for name in configuration.notes),
        exclude=(
            *(option_texts.expression(text, f"{path}: exclude") for text in configuration.exclude),
            *(option_texts.expression(text, "--exclude") for text in exclude),
        ),
        sources=sources or (_beside(path, configuration.sources) if configuration.sources else None),
        **given,
    )


def _once(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give each article once, as it was first written: ``articles/*.md`` may name again what was named before.

    The decisions that lie beside articles are none: ``articles/*`` names them too.
    """
    from reports.decisions.store import SUFFIX

    first: dict[Path, Path] = {}
    for path in chain.from_iterable(map(matching, paths)):
        first.setdefault(Path(os.path.normpath(Path.cwd() / path)), path)
    articles = tuple(path for path in first.values() if not path.name.endswith(SUFFIX))
    return articles or tuple(first.values())


def matching(path: Path) -> list[Path]:
    """Give the files that a pattern names which no shell has put in its place; ``**`` is folders of any depth.

    Each is named once, by its own path rather than by a link: a link to a folder above it leads round and round.
    """
    pattern = str(path)
    if not has_magic(pattern) or os.path.lexists(path):
        return [path]
    first: dict[Path, Path] = {}
    for one in sorted(map(Path, glob(pattern, recursive=True)), key=_ways_round):  # noqa: PTH207 - it may be absolute
        if one.is_file():
            first.setdefault(real_path(one), one)
    return sorted(first.values(), key=str) or [path]


def _ways_round(path: Path) -> tuple[bool, int, str]:
    """Give what sorts the straight path to a file before those by way of links."""
    return real_path(path) != Path(os.path.normpath(Path.cwd() / path)), len(path.parts), str(path)


def _beside(configuration: Path | None, name: str) -> Path:
    """Give a path of the configuration, which counts from the folder of its file, seen from the current folder."""
    folder = configuration.parent if configuration is not None else Path()
    try:
        folder = real_path(folder).relative_to(Path.cwd())
    except ValueError:
        return folder / name
    return folder / name
