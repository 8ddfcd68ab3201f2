"""JSON Lines in and out: each object is answered by an object on a line of its own, in the same order.

A line that cannot be answered says so, under its id where it has one, and the others go on.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from citations.errors import CitationError
from reports.cli.json_output import as_json
from verifier.files import trouble

Row = dict[str, Any]

SOME_FAILED = 1
"""The exit code where a line could not be answered."""


class BadLineError(ValueError):
    """A line that cannot be answered; the message says what is wrong with it."""


def lines_of(path: Path | None) -> Iterator[bytes]:
    """Yield the lines of a file, of standard input where there is none or it is called ``-``.

    Raises:
        CitationError: the file cannot be read.
    """
    if path is None or str(path) == "-":
        yield from sys.stdin.buffer
        return
    try:
        with path.open("rb") as lines:
            yield from lines
    except OSError as error:
        message = f"cannot read {path}: {trouble(error)}"
        raise CitationError(message, "name a file of JSON Lines, or - for standard input") from error


def answered(lines: Iterable[bytes], answer: Callable[[Row], Row]) -> Iterator[Row]:
    """Yield the answer to each line that is not blank; ``answer`` raises ``BadLineError`` for what it cannot answer."""
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        row: Row = {}
        try:
            row = _row(line)
            found = {"id": row.get("id"), **answer(row)}
        except BadLineError as error:
            found = {"id": row.get("id"), "error": f"line {number}: {error}"}
        yield found


def print_answers(answers: Iterable[Row]) -> int:
    """Print a line for each answer as it comes, and give the exit code: 1 where one of them is an error."""
    code = 0
    for answer in answers:
        code = SOME_FAILED if "error" in answer else code
        sys.stdout.write(as_json(answer) + "\n")
        sys.stdout.flush()  # a program that asks line by line waits for each
    return code


def text_in(row: Row, name: str) -> str:
    """Give the text that a row has under a name.

    Raises:
        BadLineError: it has none.
    """
    text = row.get(name)
    if not isinstance(text, str):
        message = f"expected {name} to be a text, got {as_json(text):.40}" if name in row else f"it has no {name}"
        raise BadLineError(message)
    return text


def _row(line: bytes) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # undecodable bytes are a ValueError too
        message = f"not JSON: {error}"
        raise BadLineError(message) from None
    if not isinstance(row, dict):
        message = "expected an object"
        raise BadLineError(message)
    return row
