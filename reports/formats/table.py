"""CSV: one row a citation, for spreadsheets."""

import csv
from io import StringIO
from typing import Final

from reports.formats.base import Format, Options, every_citation
from reports.one_line import harmless
from reports.values import ArticleReport, CitationReport, ClaimReport, Report

CELL_CHARACTERS: Final = 32_000
"""Characters of a cell: spreadsheets hold 32,767 and drop or move the rest."""

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell, in plain and in full-width form."""

COLUMNS: Final = (
    "article",
    "line",
    "column",
    "claim",
    "note",
    "verdict",
    "in words",
    "score",
    "claim text",
    "passage",
    "differs or missing",
    "url",
    "access",
    "reason",
    "http status",
    "final url",
    "archived copy",
    "fetched at",
    "sha256",
    "link to the passage",
)


def _render(report: Report, _: Options) -> str:
    """Give a header and a row for each citation, by RFC 4180."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    archived = {
        (article.path, source.id): source.archived.url
        for article in report.articles
        for source in article.sources
        if source.archived
    }
    for article, claim, citation in every_citation(report):
        copy = archived.get((article.path, citation.source), "")
        writer.writerow([cell(value) for value in _row(article, claim, citation, copy)])
    return target.getvalue()


def _row(article: ArticleReport, claim: ClaimReport, citation: CitationReport, copy: str) -> tuple[str | float, ...]:
    misses = "; ".join(
        f"{miss.kind}: {miss.text}" + (f" (source: {miss.found})" if miss.found is not None else "")
        for miss in citation.missing
    )
    link = next((passage.link for passage in citation.evidence if passage.link), "")
    return (
        article.path,
        claim.line,
        claim.column,
        claim.id,
        citation.label,
        citation.verdict,
        citation.words,
        citation.score,
        claim.text,
        " … ".join(passage.text for passage in citation.evidence),
        misses,
        citation.url,
        citation.access,
        citation.reason or "",
        citation.http_status if citation.http_status is not None else "",
        citation.final_url or "",
        copy,
        citation.fetched_at or "",
        citation.sha256 or "",
        link,
    )


def cell(value: str | float) -> str | float:
    """Give a value that a spreadsheet shows and never runs; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    clean = harmless(value[:CELL_CHARACTERS]).replace("\t", " ")
    return f"'{clean}" if clean.lstrip().startswith(FORMULA_STARTS) else clean


FORMAT = Format("csv", _render)
