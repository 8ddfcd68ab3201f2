"""JSON on standard output: what any page, path or line of input may hold, as UTF-8."""

import json
from typing import Any

import click


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Give a value as JSON text. Half of a surrogate pair, which UTF-8 has no bytes for, makes it spell out all signs.

    Pages hold such halves in their own JSON, and paths in bytes that are no UTF-8.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


def echo_json(value: Any, *, indent: int | None = None) -> None:
    """Print a value as JSON: a line, or several where it is indented."""
    click.echo(as_json(value, indent=indent))
