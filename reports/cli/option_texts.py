"""Reads the texts of options: networks, proxies, regular expressions, delays and headers.

A text that cannot be read raises ``CitationError``, which names the option as written and what was expected.
"""

import ipaddress
import math
import re
from collections.abc import Mapping
from pathlib import Path

from citations.errors import CitationError

SECONDS_A_DAY = 24 * 60 * 60.0

DELAY, HEADER = "example.org=2.5", "example.org:Cookie=SUBSCRIPTION"
"""What ``--host-delay`` and ``--header-env`` look like."""

_PROXY = re.compile(r"http://(?:[^\s/]*@)?(?:[\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?/?", re.IGNORECASE)


def networks(texts: tuple[str, ...]) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    """Give the networks of ``--allow-private-hosts``, which has several with commas between them."""
    names = [name.strip() for text in texts for name in text.split(",") if name.strip()]
    try:
        return tuple(ipaddress.ip_network(name, strict=False) for name in names)
    except ValueError as error:
        message = f"--allow-private-hosts: {error}"
        raise CitationError(
            message, "expected networks such as 127.0.0.0/8 or 10.1.2.3, separated by commas"
        ) from error


def proxy(text: str | None) -> str | None:
    """Give the proxy's address after checking it: a bad one would make every page fail like a broken network."""
    found = _PROXY.fullmatch(text or "")
    if text is not None and (found is None or int(found[1] or 1) not in range(1, 65_536)):
        message = f"--proxy {without_password(text)!r}: not the address of an HTTP proxy"
        raise CitationError(
            message, "expected something like http://proxy.example.org:3128; a stroke in a password is %2F"
        )
    return text


def without_password(proxy: str) -> str:
    """Give a proxy's address, valid or not, without the user name and the password in it."""
    return re.sub(r"^(\w+://)?.*@", r"\1", proxy)


def bundle(path: Path | None) -> Path | None:
    """Give the file of certificate authorities after checking that it exists."""
    if path is not None and not path.is_file():
        message = f"--ca-bundle {path}: there is no such file"
        raise CitationError(message, "name a file of certificates in PEM form")
    return path


def expression(text: str, where: str) -> str:
    """Give a regular expression after checking that it compiles; ``where`` names its place in the error message."""
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        message = f"{where} {text!r}: not a regular expression: {error}"
        raise CitationError(message, "put a \\ before a sign that stands for itself, as in example\\.org") from error
    return text


def _pair(text: str, separator: str, option: str, example: str) -> tuple[str, str]:
    left, found, right = text.rpartition(separator)
    if not found or not left or not right:
        message = f"{option} {text!r}: expected two parts with {separator!r} between them"
        raise CitationError(message, f"for example {option} {example}")
    return left, right


def delays(texts: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Give the pauses between requests, in seconds by host, from texts of the form ``HOST=SECONDS``."""
    pairs = (_pair(text, "=", "--host-delay", DELAY) for text in texts)
    return tuple((host, _seconds(text)) for host, text in pairs)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= SECONDS_A_DAY:
        message = f"--host-delay: {text!r} is not a number of seconds"
        raise CitationError(message, f"for example --host-delay {DELAY}")
    return seconds


def header(text: str, environment: Mapping[str, str]) -> tuple[str, str, str]:
    """Give host, name and value of ``HOST:NAME=VARIABLE``; the value is what the environment has for the variable."""
    where, variable = _pair(text, "=", "--header-env", HEADER)
    host, name = _pair(where, ":", "--header-env", HEADER)
    if variable not in environment:
        message = f"--header-env {text!r}: the environment has no variable {variable}"
        raise CitationError(message, "set it where the command runs; what stands behind = is the name of a variable")
    return host, name, environment[variable]
