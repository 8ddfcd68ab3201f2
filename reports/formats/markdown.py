"""Markdown: a comment on a pull request, and the summary of a job.

Public comments name notes, never authors. What a page says is shown as text: it makes no link, no mention and no
heading of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from reports.counting import counted
from reports.formats.base import MOST_ARTICLES, Format, Located, Options, compared, listed_articles, open_findings
from reports.one_line import opened, plain, quoted
from reports.places import Placed, place_words
from reports.values import ArticleReport, Report
from reports.words import VERDICT_NAMES, WORST_FIRST, nothing_words
from verifier.matching.base import Verdict

MARKER: Final = "<!-- provenote report -->"
"""Opens the comment, so that a job finds it again and edits it in place."""

MOST_CHARACTERS: Final = 60_000
"""Of a comment: GitHub refuses 65,536 and more."""

ROOM_FOR_END: Final = 2_000
"""Characters kept free for the list of what was not checked and the last lines."""

MESSAGE_CHARACTERS: Final = 400
PASSAGE_CHARACTERS: Final = 300
NAME_CHARACTERS: Final = 200
"""Of a message, a passage and a path or label."""

SIGNS: Final = {"error": "🔴 **error**", "warning": "🟡 **warning**", "info": "🔵 information"}

PUNCTUATION: Final = re.compile(r"[\\`*_{}\[\]<>#!|~&$]|^[-+=]|(?<=^\d)[.)](?=\s|$)|(?<=^\d\d)[.)](?=\s|$)")
"""What Markdown makes markup of, anywhere in a line or where a line begins."""

ACTIVE: Final = re.compile(r"@|#|://|\bwww\.|\bGH(?=-)", re.IGNORECASE)
"""What code hosts turn into mentions and links; a character of no width after it keeps it text."""

ZERO_WIDTH: Final = "\u200b"


def _render(report: Report, _: Options) -> str:
    """Give coverage, verdicts, findings worst first as far as they fit, and what was not checked, behind the marker."""
    opening = "\n".join(_opening(report))
    end = "\n".join(_end(report))
    room = MOST_CHARACTERS - ROOM_FOR_END - len(opening) - len(end)
    return f"{opening}\n{_findings(report, room)}\n{end}\n"


def _opening(report: Report) -> Iterator[str]:
    yield MARKER
    checked, _, lacking = report.coverage.words.partition("; ")
    yield f"## Citations: {words(checked, MESSAGE_CHARACTERS)}"
    yield ""
    if lacking:  # a sentence of its own: the reasons of a large article make a heading of five lines
        yield words(lacking[0].upper() + lacking[1:], MESSAGE_CHARACTERS)
        yield ""
    verdicts = Counter(claim.verdict for article in report.articles for claim in article.claims)
    if verdicts:
        shown = [verdict for verdict in WORST_FIRST if verdicts[verdict]]
        yield "| " + " | ".join(VERDICT_NAMES[verdict] for verdict in shown) + " |"
        yield "|" + " ---: |" * len(shown)
        yield "| " + " | ".join(f"{verdicts[verdict]:,}" for verdict in shown) + " |"
        yield ""
    if len(report.articles) > 1:
        yield from _coverages(report.articles)
        yield ""


def _coverages(articles: Sequence[ArticleReport]) -> Iterator[str]:
    """Yield how much of each article was checked, as far as there is room; those that need no line are counted."""
    listed, others = listed_articles(articles)
    for article in listed[:MOST_ARTICLES]:
        yield f"- {_code(article.path)}: {words(article.error or article.coverage.words, MESSAGE_CHARACTERS)}"
    if len(listed) > MOST_ARTICLES:
        yield f"- and {counted(len(listed) - MOST_ARTICLES, 'more article')}"
    yield from (f"- {counts}" for counts in others)


def _findings(report: Report, room: int) -> str:
    found = [one for one in open_findings(report) if one.finding.severity != "info"]
    if not found:
        return nothing_words(claims=report.coverage.claims, checked=report.coverage.checked) + "\n"
    blocks: list[str] = []
    for number, one in enumerate(found):
        block = "\n".join(_finding(one)) + "\n"
        room -= len(block) + 1
        if room < 0:
            blocks.append(f"… and {counted(len(found) - number, 'more finding')}: see the whole report.\n")
            break
        blocks.append(block)
    return "\n".join(blocks)


def _finding(one: Located) -> Iterator[str]:
    finding = one.finding
    note = f" · note {words(finding.label, NAME_CHARACTERS)}" if finding.label else ""
    place = _code(_where(finding.path or one.article.path, finding))
    yield f"- {SIGNS[finding.severity]} {place}{note} · {words(finding.rule, NAME_CHARACTERS)}  "
    yield f"  {words(opened(finding.message), MESSAGE_CHARACTERS)}"
    beside = [f"  > {heading}: {quoted(words(said, PASSAGE_CHARACTERS))}" for heading, said in compared(finding)]
    if beside:
        yield "  "
        yield "  \n".join(beside)
    if finding.help:
        yield "  "
        yield f"  _Next:_ {words(finding.help, MESSAGE_CHARACTERS)}"


def _where(path: str, at: Placed) -> str:
    return f"{path}, {place_words(at)}" if at.place else f"{path}:{at.line}"


def _end(report: Report) -> Iterator[str]:
    unchecked = [
        f"- {_code(_where(article.path, claim))} note {words(', '.join(claim.labels), NAME_CHARACTERS)}: "
        f"{words(claim.words, MESSAGE_CHARACTERS)}"
        for article in report.articles
        for claim in article.claims
        if claim.verdict == Verdict.NOT_CHECKED
    ]
    if unchecked:
        yield f"<details><summary>{counted(len(unchecked), 'claim')} not checked</summary>"
        yield ""
        yield from _within(unchecked, MOST_CHARACTERS // 4)
        yield ""
        yield "</details>"
        yield ""
    quiet = sum(_quiet(article) for article in report.articles)
    information = sum(1 for one in open_findings(report) if one.finding.severity == "info")
    yield (
        f"{quiet:,} accepted or ignored, {information:,} for information · "
        f"provenote {words(report.run.version, NAME_CHARACTERS)}"
    )


def _within(lines: list[str], room: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            yield f"- and {len(lines) - number:,} more"
            return
        yield line


def _quiet(article: ArticleReport) -> int:
    return sum(1 for finding in article.findings if finding.suppressed_by is not None)


def words(text: str, limit: int) -> str:
    """Give foreign text as Markdown that shows exactly these words and does nothing else."""
    quiet = ACTIVE.sub(lambda hit: hit.group() + ZERO_WIDTH, plain(text, limit))
    return PUNCTUATION.sub(_escaped, quiet)


def _escaped(hit: re.Match[str]) -> str:
    character = hit.group()
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(character, f"\\{character}")


def _code(text: str) -> str:
    """Give foreign text as code, which makes no mention; a backtick in it is shown as an apostrophe."""
    return f"`{plain(text, NAME_CHARACTERS).replace('`', 'ʼ') or ' '}`"


FORMAT = Format("markdown", _render)
