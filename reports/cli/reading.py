"""Reads the files of articles and of reports, one plain error for each that cannot be read."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citations.article import Article, read_article
from citations.errors import UnreadableArticleError
from reports.cli.bibliographies import bibliographies_of

if TYPE_CHECKING:
    from reports.values import Report

STANDARD_INPUT = "-"
"""The name of a file that means standard input."""

LARGEST = 20_000_000
"""Bytes of an article that are read; a long book has two million."""


def read_file(path: Path, *, notes: Sequence[Path] = (), input_format: str | None, inline_links: bool) -> Article:
    """Give the article in ``path``, or on standard input where that is ``-``.

    Without ``notes``, the bibliographies that it names and that lie beside it are read.

    Raises:
        UnreadableArticleError: it is missing, a directory, too large, or no article.
    """
    data = _bytes(path)
    named = bibliographies_of(data, path) if str(path) != STANDARD_INPUT else ()
    beside = [(str(file), _bytes(file)) for file in notes or named]
    return read_article(data, name=str(path), notes_files=beside, input_format=input_format, inline_links=inline_links)


def read_report(path: Path) -> "Report":
    """Give the report in the JSON file ``path``, or on standard input where that is ``-``.

    Raises:
        UnreadableReportError: it cannot be opened, or is no report.
    """
    from reports.documents import UnreadableReportError
    from reports.formats import report_from_json

    try:
        content = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else path.read_bytes()
        return report_from_json(content.decode("utf-8-sig", "replace"))
    except OSError as error:
        raise UnreadableReportError(error.strerror or "it cannot be opened", str(path)) from None
    except UnreadableReportError as error:
        raise UnreadableReportError(error.problem, str(path)) from None


def _bytes(path: Path) -> bytes:
    name = str(path)
    if name == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(name)
        return data
    try:
        if path.is_dir():
            help_text = f"name the articles in it: provenote check {name}/*.md"
            raise UnreadableArticleError(name, "it is a directory", help_text)
        if path.stat().st_size > LARGEST:
            raise _too_large(name)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableArticleError(name, "there is no such file", "check the path and its spelling") from None
    except OSError as error:
        raise UnreadableArticleError(name, error.strerror or "it cannot be opened", "check its permissions") from None


def _too_large(name: str) -> UnreadableArticleError:
    return UnreadableArticleError(name, "it is larger than 20 MB", "split it, or check its chapters one by one")
