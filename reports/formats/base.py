"""What the formats share: the protocol of a format, and texts made short and safe to show."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from citations.document import Position
from citations.records import Note, NoteKind
from reports.counting import counted
from reports.mirroring import mirrored
from reports.one_line import plain, quoted
from reports.places import place_words
from reports.values import (
    ArticleReport,
    CitationReport,
    ClaimReport,
    DecisionReport,
    FindingReport,
    Report,
    SourceReport,
)
from reports.words import DECISION_WORDS
from verifier.matching.base import Verdict

SEVERITIES: Final = ("error", "warning", "info")
"""Worst first."""

ANOTHER_PAGE: Final = "title-differs"
"""The rule that comes before all others of its severity: what is said of a claim has its reason in a wrong link."""

TELLING: Final[Mapping[str, int]] = {Verdict.DETAIL_DIFFERS: 1, Verdict.NOT_FOUND: 2, Verdict.PARTLY: 4}
"""Of findings of one severity, those about claims of the first verdict come first: of the claims of our own articles
(``tests/invented_articles``), two thirds of these are wrong, over half of the second, and a third of the last."""

PLAIN_FAULT: Final = 3
"""The place among them of all other findings: what is wrong with a note or a link is there for all to see."""

MOST_ARTICLES: Final = 20
"""Articles that each have a line of their own; of more, only those that are not wholly checked (by eye)."""

DECISION_CHARACTERS: Final = 400
"""Of a decision with its note (by eye, at 360 pixels)."""

ILLEGAL_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to write for a person at a terminal; formats for machines take no notice."""

    color: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a report: the name that ``--format`` takes, and what gives the text, which ends in a line end.

    Equal reports give equal texts; nothing is read from outside. ``files``: what gives several files by name, the one
    that is named first, where a large report needs them.
    """

    name: str
    render: Callable[[Report, Options], str]
    files: Callable[[Report, str], dict[str, str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A finding with the article it stands in."""

    article: ArticleReport
    finding: FindingReport


def legal_xml(text: str) -> str:
    """Give the text with "�" for every character that XML 1.0 forbids."""
    return ILLEGAL_XML.sub("�", text)


def is_idle(article: ArticleReport) -> bool:
    """Whether there was nothing to check in an article, and nothing was found: it has not changed, say."""
    return article.error is None and not article.coverage.claims and not article.findings


def listed_articles(articles: Sequence[ArticleReport]) -> tuple[list[ArticleReport], list[str]]:
    """Give the articles with a line of their own, and the words that count the others.

    Among many, one whose claims were all checked has nothing to tell here: it would hide those that could not be read.
    """
    busy = [article for article in articles if not is_idle(article)]
    told = [one for one in busy if one.error is not None or one.coverage.not_checked]
    listed = busy if len(busy) <= MOST_ARTICLES else told
    others = {"with every claim checked": len(busy) - len(listed), "with nothing to check": len(articles) - len(busy)}
    return listed, [f"{counted(number, 'article')} {what}" for what, number in others.items() if number]


def open_findings(report: Report) -> Iterator[Located]:
    """Yield the findings that nothing quietens, worst first, then the most telling, then by article and place."""
    found = [
        (order, Located(article=article, finding=finding))
        for article in report.articles
        for finding, order in ordered(article)
        if finding.suppressed_by is None
    ]
    found.sort(key=lambda one: one[0])
    yield from (located for _, located in found)


def ordered(article: ArticleReport) -> Iterator[tuple[FindingReport, tuple[int, int]]]:
    """Yield the findings of an article, each with what to sort them by: the worst first, then the most telling."""
    verdicts = {claim.id: claim.verdict for claim in article.claims}
    for finding in article.findings:
        telling = TELLING.get(verdicts.get(finding.claim or "", ""), PLAIN_FAULT)
        yield finding, (SEVERITIES.index(finding.severity), 0 if finding.name == ANOTHER_PAGE else telling)


def compared(finding: FindingReport) -> Iterator[tuple[str, str]]:
    """Yield what a reader compares, each with its heading: the words of the claim, and the passage of its source.

    Where nothing was found the passage is only the nearest one, and nobody should take it for what the source says.
    """
    if finding.claim is not None and finding.subject:
        yield "article", finding.subject
    if finding.passage:
        yield "nearest place" if finding.name == Verdict.NOT_FOUND else "source", finding.passage


def told_with_place(finding: FindingReport) -> str:
    """Give what is wrong, behind "paragraph 12: " where the file has no lines to which a number could lead."""
    said = finding.message or finding.rule
    return f"{place_words(finding)}: {said}" if finding.place else said


def message_lines(finding: FindingReport, limit: int, *, placed: bool = False) -> list[str]:
    """Give a finding as lines of plain text: what is wrong, what a reader compares, and the next step.

    Each has ``limit`` characters at the most. With ``placed`` the first begins with the place where the file has no
    lines, for programs that have only numbers to name one.
    """
    lines = [told_with_place(finding) if placed else finding.message or finding.rule]
    lines += [f"{heading}: {quoted(words)}" for heading, words in compared(finding)]
    lines += [f"help: {finding.help}"] if finding.help else []
    return [plain(line, limit) for line in lines]


def decided_words(decision: DecisionReport) -> str:
    """Give what a reviewer decided on a finding, who, when and why, and why that holds no longer."""
    by = f"{decision.reviewer}, " if decision.reviewer else ""
    why = f": {decision.note}" if decision.note else ""
    over = " · no longer holds: " if decision.stale or decision.expired else ""
    over += "what it rests on has changed" if decision.stale else "its last day is over" if decision.expired else ""
    said = f"{DECISION_WORDS.get(decision.state, decision.state)} ({by}{decision.date}){why}"
    return plain(said, DECISION_CHARACTERS) + over


def every_citation(report: Report) -> Iterator[tuple[ArticleReport, ClaimReport, CitationReport]]:
    """Yield each claim with each of its sources, in reading order."""
    for article in report.articles:
        for claim in article.claims:
            for citation in claim.sources:
                yield article, claim, citation


def sources_by_id(article: ArticleReport) -> dict[str, SourceReport]:
    """Give the sources of an article by their ids."""
    return {source.id: source for source in article.sources}


def notes_of(report: Report) -> list[Note]:
    """Give the notes of all articles as they were read; a kind that is none of ours counts as a source."""
    kinds = {kind.value: kind for kind in NoteKind}
    return [
        mirrored(
            Note,
            note,
            position=Position(line=note.line, column=note.column),
            kind=kinds.get(note.kind, NoteKind.SOURCE),
        )
        for article in report.articles
        for note in article.notes
    ]
