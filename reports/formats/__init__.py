"""The formats a report can be written in: each a pure function from the report to a text."""

from typing import Final

from citations.errors import CitationError
from reports.format_names import FORMAT_NAMES
from reports.formats import bibtex, csl, document, github, gitlab, junit, markdown, sarif, table, terminal, w3c, webpage
from reports.formats.base import Format, Options
from reports.formats.document import report_from_json
from reports.one_line import whole
from reports.values import Report

__all__ = ["FORMATS", "FORMAT_NAMES", "Format", "Options", "render", "render_files", "report_from_json"]

FORMATS: Final[tuple[Format, ...]] = (
    terminal.FORMAT,
    document.FORMAT,
    webpage.FORMAT,
    markdown.FORMAT,
    sarif.FORMAT,
    junit.FORMAT,
    github.FORMAT,
    gitlab.FORMAT,
    table.FORMAT,
    csl.FORMAT,
    bibtex.FORMAT,
    w3c.FORMAT,
)


def render(report: Report, name: str, *, color: bool = False, verbose: bool = False) -> str:
    """Give the report in the format called ``name``; ``color`` and ``verbose`` matter to the terminal only.

    Raises:
        CitationError: there is no such format.
    """
    return whole(_named(name).render(report, Options(color=color, verbose=verbose)))


def render_files(report: Report, name: str, file_name: str) -> dict[str, str]:
    """Give the files of a report by name, ``file_name`` first: a large HTML report has a page for each article.

    Raises:
        CitationError: there is no such format.
    """
    files = _named(name).files
    texts = files(report, file_name) if files is not None else {file_name: render(report, name)}
    return {file: whole(text) for file, text in texts.items()}


def _named(name: str) -> Format:
    found = next((format_ for format_ in FORMATS if format_.name == name), None)
    if found is None:
        message = f"no format is called {name!r}: expected one of {', '.join(FORMAT_NAMES)}"
        raise CitationError(message)
    return found
