"""``provenote explain``: why a rule exists and where it errs, or how the verdict on one claim came about."""

import re
import textwrap
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citations.errors import CitationError
from reports.cli.options import FILE
from reports.one_line import harmless, line_width, quoted, shown_path
from reports.places import place_words

if TYPE_CHECKING:
    from reports.values import CitationReport, ClaimReport, PassageReport, Report
    from verifier.findings import Rule

RULE_CODE = re.compile(r"[A-Z]\d{3}\Z")
CLAIM_ID = re.compile(r"c\d{1,5}\Z")
SHOWN_PASSAGE = 300
"""Characters of a passage: all that a report quotes of it."""
LISTED = "provenote rules lists them; for a claim, name the audit's JSON too"


@click.command("explain")
@click.argument("what", metavar="RULE|CLAIM")
@click.argument("audit", required=False, type=FILE)
def explain(what: str, audit: Path | None) -> int:
    """Explain a rule, or the verdict on a claim of an audit.

    For a claim, AUDIT is the JSON that check has written: every feature of the score with its weight, the rule that
    decided, and the places in the source that lost.

    \b
    Examples:
      provenote explain C502
      provenote check article.md --output json=audit.json
      provenote explain c3 audit.json
    """
    if audit is None:
        click.echo(_rule_text(_rule(what)))
        return 0
    from reports.cli.reading import read_report

    report = read_report(audit)
    found = [(article, claim) for article in report.articles for claim in article.claims if claim.id == what]
    if not found:
        message = f"{audit} has no claim {what!r}"
        raise CitationError(message, f"its claims are {_claim_names(report)}")
    for article, claim in found:
        if len(report.articles) > 1:
            click.echo(f"{shown_path(article.path)}:")
        click.echo(harmless("\n".join(_claim_text(claim))))
    return 0


COMMAND = explain


def _rule(code: str) -> "Rule":
    from verifier.checks import RULES

    by_name = {rule.code: rule for rule in RULES} | {rule.name: rule for rule in RULES}
    wanted = code.upper() if RULE_CODE.match(code.upper()) else code
    if wanted in by_name:
        return by_name[wanted]
    if CLAIM_ID.match(code):
        message = f"{code} is a claim: name the audit that it stands in, too"
        raise CitationError(message, f"provenote explain {code} audit.json")
    message = f"there is no rule {code!r}"
    raise CitationError(message, _hint(code.upper(), [rule.code for rule in RULES]) or _hint(code, by_name) or LISTED)


def _hint(wanted: str, known: Collection[str]) -> str:
    """Give the codes or names that one may stand for: those that begin with it, else the nearest; "" for none."""
    begun = [one for one in known if one.startswith(wanted)] if wanted else []
    if begun:
        return f"those that begin so: {', '.join(begun)}"
    near = get_close_matches(wanted, known, n=1)
    return f"did you mean {near[0]}?" if near else ""


def _rule_text(rule: "Rule") -> str:
    told = [f"What it finds: {rule.summary}.", rule.explanation, *([f"What to do: {rule.help}."] if rule.help else [])]
    paragraphs = (textwrap.fill(paragraph, line_width()) for paragraph in told)
    return "\n\n".join([f"{rule.code} {rule.name} ({rule.severity})", *paragraphs])


def _claim_names(report: "Report") -> str:
    names = [claim.id for article in report.articles for claim in article.claims]
    return f"{names[0]} to {names[-1]}" if names else "none"


def _claim_text(claim: "ClaimReport") -> Iterator[str]:
    notes = "note" if len(claim.labels) == 1 else "notes"
    yield f"{claim.id}, {place_words(claim)}, {notes} {', '.join(claim.labels)}: {claim.words}"
    yield textwrap.fill(f"  {quoted(claim.text)}", line_width(), subsequent_indent="  ")
    for citation in claim.sources:
        yield from _citation_text(citation)
    for other in claim.elsewhere:
        passage = quoted(other.passage[:SHOWN_PASSAGE])
        yield f"  elsewhere: note {other.label} {other.url}, score {other.score:.2f}: {passage}"


def _citation_text(citation: "CitationReport") -> Iterator[str]:
    from verifier.detail_words import in_line
    from verifier.matching.base import Verdict

    yield ""
    yield f"  note {citation.label}: {citation.url or 'no link'}"
    yield f"  {citation.words}; access {citation.access}; score {citation.score:.3f}"
    if citation.decided_by:
        yield f"  decided by the rule: {citation.decided_by}"
    yield from (f"  {in_line(miss)}" for miss in citation.missing)
    if citation.features:
        yield "  feature                 value    weight  value x weight"
    for name, value, weight in citation.features:
        yield f"    {name:20} {value:8.3f} {weight:9.3f} {value * weight or 0.0:15.3f}"
    if citation.features and citation.verdict == Verdict.DETAIL_DIFFERS:
        yield "  a claim of which the source has a detail otherwise scores 0.5 at most"
    yield from _places("evidence", citation.evidence)
    yield from _places("lost", citation.candidates)


def _places(title: str, passages: "tuple[PassageReport, ...]") -> Iterator[str]:
    for passage in passages:
        text = f"{title} {passage.start}–{passage.end}: {quoted(passage.text[:SHOWN_PASSAGE])}"
        yield textwrap.fill(text, line_width(), initial_indent="  ", subsequent_indent="    ")
