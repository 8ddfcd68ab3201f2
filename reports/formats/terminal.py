"""Terminal: one line a finding, grouped by note, then how much was checked and what it comes to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import groupby
from typing import Final, TextIO

from reports.counting import counted
from reports.formats.base import Format, Options, compared, decided_words, listed_articles, ordered
from reports.one_line import plain, quoted, shown_path
from reports.places import located
from reports.values import ArticleReport, FindingReport, NoteReport, Report

PASSAGE_CHARACTERS: Final = 300
"""Of a passage or a claim: as many as are quoted of a page, since what differs may be the last word."""

HEADING_CHARACTERS: Final = 72
"""Of a note in its heading: one line (by eye)."""

MESSAGE_CHARACTERS: Final = 1_000
"""Of a message: more than any of ours, less than a page's idea of a title."""

STYLES: Final[Mapping[str, str]] = {"error": "bold red", "warning": "yellow", "info": "blue"}

Piece = tuple[str, str]
"""A text and its style, ``""`` for none."""


def _render(report: Report, options: Options) -> str:
    """Give the findings by note, then the coverage and a summary."""
    lines = [line for article in report.articles for line in _article(article, options)]
    lines += _summary(report, options)
    return _painted(lines) if options.color else "".join("".join(text for text, _ in line) + "\n" for line in lines)


def wants_color(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours to ``stream``: a terminal, and neither ``NO_COLOR`` nor a dumb terminal."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def _article(article: ArticleReport, options: Options) -> Iterator[list[Piece]]:
    if article.error is not None:
        return
    places: dict[str, list[int]] = {}
    for number, note in enumerate(article.notes):
        places.setdefault(note.label, []).append(number)
    keyed = [
        ((_note_of(one, places, article.notes), one.label or "", *rank, one.line), one)
        for one, rank in ordered(article)
        if _shown(one, options)
    ]
    keyed.sort(key=lambda pair: pair[0])
    for (number, label), group in groupby(keyed, key=lambda pair: (pair[0][0], pair[1].label)):
        yield [(_heading(label, article.notes[number] if number >= 0 else None), "bold")]
        for _, finding in group:
            yield from _finding(article.path, finding, options)
        yield []


def _shown(finding: FindingReport, options: Options) -> bool:
    if options.verbose:
        return True
    return finding.suppressed_by is None and finding.severity != "info"


def _note_of(finding: FindingReport, places: Mapping[str, Sequence[int]], notes: Sequence[NoteReport]) -> int:
    """Give the index of the note that a finding is about, -1 where it is about none, or about one of several."""
    named = places.get(finding.label or "", ())
    if len(named) == 1 and finding.label:
        return named[0]
    return next((number for number in named if notes[number].line == finding.line), -1)


def _heading(label: str | None, note: NoteReport | None) -> str:
    if label is None and note is None:
        return "The article"
    if not label:
        return plain(note.raw if note else "", HEADING_CHARACTERS)
    said = f": {plain(note.raw, HEADING_CHARACTERS)}" if note else ""
    return f"Note {plain(label, HEADING_CHARACTERS)}{said}"


def _finding(path: str, finding: FindingReport, options: Options) -> Iterator[list[Piece]]:
    quiet = f" ({plain(finding.suppressed_by, PASSAGE_CHARACTERS)})" if finding.suppressed_by else ""
    yield [
        (f"{located(shown_path(finding.path or path), finding)}: ", ""),
        (finding.rule, STYLES[finding.severity]),
        (f" {plain(finding.message, MESSAGE_CHARACTERS)}", ""),
        (f" [{finding.severity}]{quiet}", "dim"),
    ]
    for heading, words in compared(finding):
        yield [(f"    {heading}: ", "dim"), (quoted(plain(words, PASSAGE_CHARACTERS)), "italic")]
    if finding.decision is not None and finding.suppressed_by is None:
        yield [("    decided: ", "dim"), (decided_words(finding.decision), "")]
    if finding.help:
        yield [("    help: ", "dim"), (plain(finding.help, MESSAGE_CHARACTERS), "")]
    if options.verbose:
        yield [("    fingerprint: ", "dim"), (plain(finding.fingerprint), "")]


def _summary(report: Report, options: Options) -> Iterator[list[Piece]]:
    if report.articles and all(article.error is not None for article in report.articles):
        for article in report.articles:
            told = f"{shown_path(article.path)}: {plain(article.error or '', MESSAGE_CHARACTERS)}"
            yield [(told, STYLES["error"])]
        return
    yield [(plain(report.coverage.words, MESSAGE_CHARACTERS), "bold")]
    if len(report.articles) > 1:
        yield from _coverages(report.articles)
    findings = [finding for article in report.articles for finding in article.findings]
    counts = Counter(finding.severity for finding in findings if finding.suppressed_by is None)
    quiet = sum(1 for finding in findings if finding.suppressed_by is not None)
    parts = [
        (counted(counts["error"], "error"), STYLES["error"] if counts["error"] else ""),
        (", ", ""),
        (counted(counts["warning"], "warning"), STYLES["warning"] if counts["warning"] else ""),
    ]
    if counts["info"]:
        hint = "" if options.verbose else " (--verbose shows it)"
        parts += [(", ", ""), (f"{counts['info']:,} for information{hint}", "")]
    if quiet:
        parts += [(", ", ""), (f"{quiet:,} accepted or ignored", "")]
    yield parts
    if report.unused_decisions:
        said = f"{counted(len(report.unused_decisions), 'decision')} no longer asked for"
        yield [(f"{said} (provenote decisions prune ARTICLE)", "dim")]


def _coverages(articles: Sequence[ArticleReport]) -> Iterator[list[Piece]]:
    """Yield how much of each article was checked; those that need no line are counted only."""
    listed, others = listed_articles(articles)
    for article in listed:
        said = plain(article.error or article.coverage.words, MESSAGE_CHARACTERS)
        yield [(f"  {shown_path(article.path)}: {said}", "")]
    yield from ([(f"  {words}", "")] for words in others)


def _painted(lines: list[list[Piece]]) -> str:
    from rich.console import Console  # noqa: PLC0415 - only a run with colours pays for it
    from rich.text import Text  # noqa: PLC0415

    target = StringIO()
    console = Console(
        file=target, force_terminal=True, color_system="standard", no_color=False, legacy_windows=False, _environ={}
    )
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True, highlight=False, emoji=False, markup=False)
    return target.getvalue()


FORMAT = Format("terminal", _render)
