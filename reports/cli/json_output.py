"""JSON on standard output, as UTF-8 whatever a page, a path or a line of input holds."""

import json
from typing import Any

import click


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Give a value as JSON text that UTF-8 can encode.

    A lone surrogate cannot be encoded, so a value with one is written with ASCII escapes. Lone surrogates come from
    JSON inside pages, and from paths whose bytes are not UTF-8.
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
