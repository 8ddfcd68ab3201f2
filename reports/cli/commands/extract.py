"""The command ``provenote extract``: shows what is read out of a page, or of many as JSON Lines."""

import sys
from pathlib import Path
from typing import Any

import click

from citations.errors import CitationError
from reports.cli.json_lines import BadLineError, Row, answered, lines_of, print_answers, text_in
from reports.cli.json_output import echo_json
from reports.cli.options import FILE
from verifier.extraction import read_source
from verifier.extraction.base import SourceText
from verifier.files import trouble


@click.command("extract")
@click.argument("file", required=False, type=FILE)
@click.option("--url", default="", help="The address the file was read from; relative links are made whole with it.")
@click.option("--content-type", default="", help="The Content-Type it was served with.")
@click.option("--format", "format_name", type=click.Choice(["json"]), default="json", show_default=True)
@click.option("--jsonl", "as_lines", is_flag=True, help="FILE holds one {id, path, url?} object a line; - reads stdin.")
def extract(file: Path | None, url: str, content_type: str, format_name: str, as_lines: bool) -> int:
    """Show what is read out of FILE: its text in labelled parts, title, authors, site and date.

    \b
    Examples:
      provenote extract page.html --url https://example.org/a
      provenote extract --jsonl pages.jsonl
    """
    del format_name
    if as_lines:
        return print_answers(answered(lines_of(file), _answer))
    if file is None:
        message = "Missing argument 'FILE'."
        raise click.UsageError(message)
    try:
        body = _read(str(file))
    except OSError as error:
        message = f"cannot read {file}: {trouble(error)}"
        raise CitationError(message, "check the path and its spelling") from error
    source = read_source(body, url=url, content_type=content_type, own=True)
    echo_json(as_object(source), indent=2)
    return 0


COMMAND = extract


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
    """Give the bytes of a file, as many as are read of a user's own copy."""
    from verifier.own_copies import MOST_BYTES

    if path == "-":
        return sys.stdin.buffer.read(MOST_BYTES)
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES)


def _answer(row: Row) -> Row:
    path, url, content_type = text_in(row, "path"), row.get("url") or "", row.get("content_type") or ""
    if not isinstance(url, str) or not isinstance(content_type, str):
        message = "expected url and content_type to be texts, where they are given"
        raise BadLineError(message)
    try:
        body = _read(path)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        message = f"cannot read {path!r}: {trouble(error)}"
        raise BadLineError(message) from error
    return as_object(read_source(body, url=url, content_type=content_type, own=True))
