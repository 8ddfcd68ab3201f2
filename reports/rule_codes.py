"""Checks the rule codes that users write, whole or as a beginning: a typing error must not silence the gate."""

from collections.abc import Iterable, Iterator

from reports.configuration import Configuration, ConfigurationError


def check_codes(configuration: Configuration, known: Iterable[str], *, file: str) -> None:
    """Check that every code in a configuration exists. ``file`` is named in the error.

    Raises:
        ConfigurationError: no rule has such a code.
    """
    codes = tuple(known)
    for key, code in _codes_named(configuration):
        check_code(f"{file}: {key}", code, codes)


def check_code(key: str, code: str, known: Iterable[str]) -> None:
    """Check that a code, or the beginning of one, exists. ``key`` is the option or key that holds it.

    Raises:
        ConfigurationError: no rule has such a code.
    """
    codes = tuple(known)
    if not _is_known(code, codes):
        message = f"{key}: no rule has the code {code!r}, or one that begins with it"
        meant = f"did you mean {code.upper()!r}? " if _is_known(code.upper(), codes) else ""
        raise ConfigurationError(message, f"{meant}provenote rules lists the codes")


def _is_known(code: str, known: Iterable[str]) -> bool:
    return bool(code) and any(rule.startswith(code) for rule in known)


def _codes_named(configuration: Configuration) -> Iterator[tuple[str, str]]:
    """Yield each code that the configuration names, behind the key that names it."""
    yield from (("select", code) for code in configuration.select)
    yield from (("ignore", code) for code in configuration.ignore)
    yield from (("severity", code) for code, _ in configuration.severity)
    for one in configuration.per_path:
        codes = (*one.ignore, *(code for code, _ in one.severity))
        yield from ((f"per-path.{one.pattern!r}", code) for code in codes)
