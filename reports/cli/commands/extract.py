"""The command ``provenote extract``: shows what is read out of a page, or of many as JSON Lines."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from citations.errors import CitationError
from reports.cli.json_output import echo_json
from reports.cli.options import FILE
from verifier.extraction import read_source
from verifier.extraction.base import SourceText

FINDINGS = 1

MOST_BYTES = 10 * 1024 * 1024
"""Bytes read of a file, as of a page on the web."""


@click.command("extract")
@click.argument("file", required=False, type=FILE)
@click.option("--url", default="", help="The address the file was read from; relative links are made whole with it.")
@click.option("--content-type", default="", help="The Content-Type it was served with.")
@click.option("--format", "format_name", type=click.Choice(["json"]), default="json", show_default=True)
@click.option("--jsonl", "as_lines", is_flag=True, help="FILE holds one {id, path, url?} object a line; - reads stdin.")
def COMMAND(  # noqa: N802 - the name under which every command is found
    file: Path | None, url: str, content_type: str, format_name: str, as_lines: bool
) -> int:
    """Show what is read out of FILE: its text in labelled parts, title, authors, site and date.

    \b
    Examples:
      provenote extract page.html --url https://example.org/a
      provenote extract --jsonl pages.jsonl
    """
    del format_name
    if as_lines:
        return _answer_lines(file)
    if file is None:
        message = "Missing argument 'FILE'."
        raise click.UsageError(message)
    try:
        body = _read(str(file))
    except OSError as error:
        message = f"cannot read {file}: {error.strerror or error}"
        raise CitationError(message) from error
    source = read_source(body, url=url, content_type=content_type)
    echo_json(as_object(source), indent=2)
    return 0


def as_object(source: SourceText) -> dict[str, Any]:
    """Give a source text as the object that ``extract`` prints."""
    data = source.data
    return {
        "text": source.text,
        "parts": [
            {
                "start": part.start,
                "end": part.end,
                "kind": part.kind.value,
                **({"page": part.page} if part.page else {}),
            }
            for part in source.parts
        ],
        "title": data.title.value if data.title else None,
        "authors": [author.value for author in data.authors],
        "site_name": data.site_name.value if data.site_name else None,
        "published": data.published.value if data.published else None,
        "published_from": data.published.source if data.published else None,
        "modified": data.modified.value if data.modified else None,
        "canonical_url": data.canonical_url,
        "language": data.language,
        "kind": source.kind,
        "encoding": source.encoding,
        "problem": source.problem,
    }


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(MOST_BYTES)
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES)


def _answer_lines(file: Path | None) -> int:
    """Answer each line in its turn; a line that cannot be answered says so and the others go on."""
    failed = False
    for line in _lines(file):
        answer = _answer(line)
        failed = failed or "error" in answer
        echo_json(answer)
    return FINDINGS if failed else 0


def _lines(file: Path | None) -> Iterator[bytes]:
    if file is None or str(file) == "-":
        yield from _filled(sys.stdin.buffer)
        return
    try:
        with file.open("rb") as lines:
            yield from _filled(lines)
    except OSError as error:
        message = f"cannot read {file}: {error.strerror or error}"
        raise CitationError(message) from error


def _filled(lines: IO[bytes]) -> Iterator[bytes]:
    return (line for line in lines if line.strip())


def _answer(line: bytes) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"not a line of JSON: {error}"}
    if not isinstance(item, dict):
        return {"id": None, "error": "expected an object with id and path"}
    identity = item.get("id")
    path, url, content_type = item.get("path"), item.get("url") or "", item.get("content_type") or ""
    if not isinstance(path, str) or not isinstance(url, str) or not isinstance(content_type, str):
        return {"id": identity, "error": "expected a path, and perhaps a url, as text"}
    try:
        body = _read(path)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        return {"id": identity, "error": f"cannot read {path!r}: {error}"}
    return {"id": identity, **as_object(read_source(body, url=url, content_type=content_type))}
