"""Reads the files of articles and of reports, one plain error for each that cannot be read."""

import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citations.article import Article, read_article
from citations.document import Oddity
from citations.errors import UnreadableArticleError
from citations.formats.base import decode
from reports.cli.bibliographies import bibliographies_of
from verifier.files import trouble

if TYPE_CHECKING:
    from reports.values import Report

ELSEWHERE, UNREAD = "bibliography-elsewhere", "unread-bibliography"
"""The oddities of an article whose bibliography is not there, or is there and cannot be read."""

STANDARD_INPUT = "-"
"""The name of a file that means standard input."""
IN_WORDS = "standard input"
"""What messages call it."""

PATTERN = re.compile(r"[*?]|\[.+\]")
"""Signs by which a shell names several files."""
PATTERN_HELP = "check the pattern and its first folder; parse and decide take file names, not patterns"

LARGEST = 20_000_000
"""Bytes of an article that are read; a long book has two million."""


def read_file(path: Path, *, notes: Sequence[Path] = (), input_format: str | None, inline_links: bool) -> Article:
    """Give the article in ``path``, or on standard input where that is ``-``.

    Without ``notes``, the bibliographies that it names and that lie beside it are read. One that cannot be is an oddity
    of the article.

    Raises:
        UnreadableArticleError: it is missing, a directory, too large, or no article.
    """
    data = _bytes(path)
    named = bibliographies_of(data, path) if str(path) != STANDARD_INPUT and not notes else ()
    there, unread = _bibliographies(file for file in named if file.is_file())
    beside = [(str(file), _bytes(file)) for file in notes] + there
    try:
        read = read_article(
            data, name=str(path), notes_files=beside, input_format=input_format, inline_links=inline_links
        )
    except UnreadableArticleError as error:
        raise _by_its_name(error) from None
    paths = dict.fromkeys((*read.notes_paths, *map(str, named)))
    return replace(read, oddities=_oddities((*read.oddities, *unread)), notes_paths=tuple(paths))


def _by_its_name(error: UnreadableArticleError) -> UnreadableArticleError:
    """Give the error with the words for standard input in the place of its sign."""
    if error.name != STANDARD_INPUT:
        return error
    return UnreadableArticleError(IN_WORDS, error.problem, error.help_text)


def _oddities(found: tuple[Oddity, ...]) -> tuple[Oddity, ...]:
    """Give the oddities without "there is no bibliography" where another says that it is there and cannot be read."""
    is_there = any(oddity.kind == UNREAD for oddity in found)
    return tuple(oddity for oddity in found if not is_there or oddity.kind != ELSEWHERE)


def _bibliographies(files: Iterable[Path]) -> tuple[list[tuple[str, bytes]], list[Oddity]]:
    """Give those of the files that can be read, and an oddity for each other one: nobody asked for them by name."""
    read: list[tuple[str, bytes]] = []
    unread = []
    for file in files:
        name = str(file)
        try:
            data = _bytes(file)
            decode(data, name=name)
        except UnreadableArticleError as error:
            unread.append(Oddity(kind=UNREAD, text=error.problem, line=1, column=1, path=name))
        else:
            read.append((name, data))
    return read, unread


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
        raise UnreadableReportError(trouble(error), str(path)) from None
    except UnreadableReportError as error:
        where = f"on {IN_WORDS}" if str(path) == STANDARD_INPUT else str(path)
        raise UnreadableReportError(error.problem, where) from None


def _bytes(path: Path) -> bytes:
    name = str(path)
    if name == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _by_its_name(_too_large(name))
        return data
    try:
        if path.is_dir():
            help_text = f"name a file in it, or check all of them: provenote check {shlex.quote(name)}/*.md"
            raise UnreadableArticleError(name, "it is a folder", help_text)
        if path.stat().st_size > LARGEST:
            raise _too_large(name)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableArticleError(name, "there is no such file", _where_it_may_be(name)) from None
    except OSError as error:
        next_step = "check its permissions" if isinstance(error, PermissionError) else "check where its path leads"
        raise UnreadableArticleError(name, trouble(error), next_step) from None


def _where_it_may_be(name: str) -> str:
    """Give the next step for a file that is not there. Of an address, the path has one stroke behind the scheme."""
    if re.match("https?:/", name):
        return "articles are files: save the page, and name the file"
    return PATTERN_HELP if PATTERN.search(name) else "check the path and its spelling"


def _too_large(name: str) -> UnreadableArticleError:
    return UnreadableArticleError(name, "it is larger than 20 MB", "split it, or check its chapters one by one")
