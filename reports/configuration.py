"""The configuration of a repository: ``provenote.toml``, or ``[tool.provenote]`` of ``pyproject.toml``.

A pull request can change these files, so nothing in them may send secrets or reach private hosts: proxies, headers and
exceptions for private hosts come from the command line only.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from citations.errors import CitationError
from verifier.findings import Severity

FILE_NAMES = ("provenote.toml", "pyproject.toml")
OF_THE_NETWORK = frozenset({"proxy", "allow-private-hosts", "header", "header-env", "ca-bundle"})
OF_ONE_RUN = frozenset(
    {
        "offline",
        "snapshots",
        "max-time",
        "changed-since",
        "scorer",
        "input-format",
        "format",
        "output",
        "verbose",
        "quiet",
    }
)
OWN_FILE = "only in pyproject.toml do the keys stand below [tool.provenote]; here they stand alone"
TOML_HELP = 'text stands in quotation marks and a list in brackets: fail-on = "error", ignore = ["R2"]'
FAIL_ON = ("error", "warning", "never")
ARCHIVE = ("gone", "all", "none")
ANY = 1e9
"""Beyond every number that makes sense for a key."""


class ConfigurationError(CitationError):
    """A configuration that cannot be used: an unknown key, or a value of another kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSettings:
    """What differs for the articles whose path matches ``pattern`` (shell wildcards, ``/`` as separator)."""

    pattern: str
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What a repository may settle. Names are those of the command line, with ``_`` for ``-``.

    ``select`` and ``ignore`` hold rule codes or their beginnings ("C5"); ``timeout`` is in seconds, ``max_age`` in
    days, ``min_checked`` in percent, ``host_delay`` in seconds by host.
    """

    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    strict: bool = False
    min_checked: float = 0.0
    archive: str = "gone"
    sources: str | None = None
    notes: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    inline_links: bool = False
    max_age: float = 30.0
    timeout: float = 30.0
    contact: str = ""
    robots: bool = True
    fail_after: int = 3
    host_delay: tuple[tuple[str, float], ...] = ()
    decisions_dir: str | None = None
    per_path: tuple[PathSettings, ...] = field(default=())

    def with_values(self, values: Mapping[str, Any]) -> "Configuration":
        """Give this configuration with ``values`` over it, where they are not ``None``."""
        return replace(self, **{name: value for name, value in values.items() if value is not None})


KEYS = frozenset(item.name.replace("_", "-") for item in fields(Configuration))


def configuration_from(text: str, *, name: str) -> Configuration | None:
    """Give the configuration in a TOML text, or ``None`` where a ``pyproject.toml`` has no table for us.

    Raises:
        ConfigurationError: it is not TOML, has an unknown key, or a value of the wrong kind.
    """
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: not valid TOML: {error}"
        raise ConfigurationError(message, TOML_HELP) from error
    if name.endswith("pyproject.toml"):
        table = table.get("tool", {}).get("provenote") if isinstance(table.get("tool", {}), dict) else None
        if table is None:
            return None
    if not isinstance(table, dict):
        message = f"{name}: [tool.provenote] must be a table"
        raise ConfigurationError(message)
    return _from_table(table, name)


def _from_table(table: Mapping[str, Any], name: str) -> Configuration:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in OF_THE_NETWORK | OF_ONE_RUN:
            message = f"{name}: {key} can only be given on the command line"
            reason = "a pull request must not be able to change where requests go"
            raise ConfigurationError(message, reason if key in OF_THE_NETWORK else "it belongs to one run")
        if key not in KEYS:
            message, help_text = unknown_key(name, key, KEYS)
            raise ConfigurationError(message, OWN_FILE if key == "tool" else help_text)
        values[key.replace("-", "_")] = _value(name, key, value)
    return Configuration(**values)


def unknown_key(name: str, key: str, known: Iterable[str]) -> tuple[str, str]:
    """Give the message for a key that nobody knows, and the nearest one that is known as help."""
    near = get_close_matches(key, sorted(known), n=1)
    return (
        f"{name}: unknown key {key!r}",
        f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}",
    )


def _value(name: str, key: str, value: Any) -> Any:
    """Give the value of ``key`` in the form that ``Configuration`` holds."""
    try:
        if key == "per-path":
            return _per_path(name, value)
        if key in _READERS:
            return _READERS[key](value)
        return _like(getattr(Configuration(), key.replace("-", "_")), value)
    except (TypeError, ValueError) as error:
        message = f"{name}: {key} = {value!r}: expected {error}"
        raise ConfigurationError(message) from error


def _like(default: Any, value: Any) -> Any:
    if isinstance(default, bool):
        if not isinstance(value, bool):
            message = "true or false"
            raise TypeError(message)
        return value
    if isinstance(default, float):
        return _number(value)
    if isinstance(default, tuple):
        return _strings(value)
    if not isinstance(value, str):
        message = "text in quotation marks"
        raise TypeError(message)
    return value


def _one_of(value: Any, choices: tuple[str, ...]) -> str:
    if value not in choices:
        message = f"one of {', '.join(choices)}"
        raise ValueError(message)
    return str(value)


def _number(value: Any, *, least: float = 0, most: float = ANY) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        message = f"a number, {least:g} or more" if most == ANY else f"a number from {least:g} to {most:g}"
        raise ValueError(message)
    return float(value)


def _whole(value: Any, *, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        message = f"a whole number, {least} or more"
        raise ValueError(message)
    return value


def _strings(value: Any) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
        message = "a list of texts"
        raise TypeError(message)
    return tuple(values)


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        message = "a table"
        raise TypeError(message)
    return value


def _severities(value: Any) -> tuple[tuple[str, Severity], ...]:
    pairs = []
    for code, severity in _table(value).items():
        pairs.append((code, Severity(_one_of(severity, tuple(Severity)))))
    return tuple(sorted(pairs))


def _per_path(name: str, value: Any) -> tuple[PathSettings, ...]:
    known = {"ignore", "severity"}
    settings = []
    for pattern, table in _table(value).items():
        for key in _table(table):
            if key not in known:
                raise ConfigurationError(*unknown_key(f"{name}: per-path.{pattern!r}", key, known))
        ignore, severity = _strings(table.get("ignore", [])), _severities(table.get("severity", {}))
        settings.append(PathSettings(pattern=pattern, ignore=ignore, severity=severity))
    return tuple(settings)


def _delays(value: Any) -> tuple[tuple[str, float], ...]:
    return tuple(sorted((str(host), _number(delay)) for host, delay in _table(value).items()))


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "fail-on": partial(_one_of, choices=FAIL_ON),
    "archive": partial(_one_of, choices=ARCHIVE),
    "severity": _severities,
    "host-delay": _delays,
    "timeout": partial(_number, least=1),
    "fail-after": partial(_whole, least=1),
    "min-checked": partial(_number, most=100),
}
"""What reads the value of a key. Other values are read as what stands for them when they are left out."""


def for_path(configuration: Configuration, path: str) -> Configuration:
    """Give the configuration that holds for one article: what matches its path is added, in the file's order."""
    for settings in configuration.per_path:
        if fnmatchcase(path.replace("\\", "/"), settings.pattern):
            configuration = replace(
                configuration,
                ignore=configuration.ignore + settings.ignore,
                severity=configuration.severity + settings.severity,
            )
    return configuration
