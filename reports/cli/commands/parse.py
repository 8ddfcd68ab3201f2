"""The command ``provenote parse``: shows what is read out of an article, or out of bare references."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reports.cli.json_lines import Row, answered, lines_of, print_answers, text_in
from reports.cli.json_output import as_json
from reports.cli.options import FILE, INLINE_LINKS, NOTES, options_over
from reports.counting import counted
from reports.one_line import harmless
from reports.places import located, place_words
from verifier.findings import Finding, Severity, shortened

if TYPE_CHECKING:
    from citations.article import Article
    from citations.claims import Claim
    from citations.document import Marker
    from citations.records import Note

_LONGEST_SHOWN = 100
"""Characters of a note or claim in the listing for people."""


@click.command("parse")
@click.argument("article", required=False, type=FILE)
@NOTES
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["terminal", "json", "csl-json", "bibtex"]),
    default="terminal",
    show_default=True,
    help="How to write what was read.",
)
@click.option("--input-format", help="The format of ARTICLE, when its ending does not say.")
@INLINE_LINKS
@click.option("--verbose", "-v", is_flag=True, help="List information too, not only its count.")
@click.option("--references", is_flag=True, help="Read {id, raw} lines of bare references from ARTICLE or stdin.")
def parse(
    *,
    article: Path | None,
    notes: tuple[Path, ...],
    format_name: str,
    input_format: str | None,
    inline_links: bool | None,
    verbose: bool,
    references: bool,
) -> int:
    """Show the notes, markers and claims of ARTICLE, and what is wrong with them.

    Where the configuration names the notes, or takes links in the text for notes, that holds here too.

    \b
    Examples:
      provenote parse article.md
      provenote parse article.md --notes endnotes.md --format json
      provenote parse --references notes.jsonl
    """
    if references:
        return print_answers(answered(lines_of(article), _references))
    if article is None:
        message = "Missing argument 'ARTICLE'."
        raise click.UsageError(message)
    from reports.cli.configuring import load_configuration
    from reports.cli.reading import read_file

    options = options_over(*load_configuration(None, Path.cwd()), paths=(article,), notes=notes)
    links = options.configuration.inline_links if inline_links is None else inline_links
    read = read_file(article, notes=options.notes, input_format=input_format, inline_links=links)
    click.echo(_written(read, format_name, verbose=verbose), nl=False)
    return 0


COMMAND = parse


def _written(article: "Article", format_name: str, *, verbose: bool) -> str:
    from citations.exports import notes_to_bibtex, notes_to_csl
    from verifier.checks import check_article

    if format_name == "csl-json":
        return as_json(notes_to_csl(article.notes), indent=2) + "\n"
    if format_name == "bibtex":
        return notes_to_bibtex(article.notes)
    findings = check_article(article)
    if format_name == "json":
        return as_json(as_object(article, findings), indent=2) + "\n"
    return harmless("".join(f"{line}\n" for line in _listing(article, findings, verbose=verbose)))


def as_object(article: "Article", findings: tuple[Finding, ...]) -> dict[str, Any]:
    """Give an article as the object that ``parse --format json`` prints."""
    return {
        "article": {"path": article.path, "format": article.format, "title": article.title},
        "notes": [_note(note) for note in article.notes],
        "markers": [_marker(article, marker) for marker in article.markers],
        "claims": [_claim(claim) for claim in article.claims],
        "findings": [_finding(finding) for finding in findings],
    }


def _note(note: "Note") -> dict[str, Any]:
    from citations.exports import record_to_json

    return {
        "label": note.label,
        "raw": note.raw,
        "line": note.position.line,
        "kind": note.kind.value,
        "records": [record_to_json(record) for record in note.records],
        "refers_to": None if note.refers_to is None else list(note.refers_to),
        **({"path": note.path} if note.path else {}),
        **({"chapter": note.chapter} if note.chapter else {}),
    }


def _marker(article: "Article", marker: "Marker") -> dict[str, Any]:
    sentence = article.sentence_of(marker)
    return {
        "label": marker.label,
        "line": marker.position.line,
        "column": marker.position.column,
        "sentence": sentence.text if sentence else "",
        **({"place": marker.position.place} if marker.position.place else {}),
        **({"chapter": marker.chapter} if marker.chapter else {}),
    }


def _claim(claim: "Claim") -> dict[str, Any]:
    return {
        "id": claim.id,
        "labels": list(claim.labels),
        "text": claim.text,
        "sentence": claim.sentence,
        "line": claim.position.line,
        "column": claim.position.column,
        "kind": claim.kind.value,
        "quotes": [
            {"text": quote.text, "start": quote.start, "end": quote.end, "strict": quote.strict}
            for quote in claim.quotes
        ],
        "needs_context": claim.needs_context,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "label": finding.label,
        **({"path": finding.path} if finding.path else {}),
    }


def _listing(article: "Article", findings: tuple[Finding, ...], *, verbose: bool) -> Iterator[str]:
    """Yield what a person wants to see first: how much was found, then notes, claims and findings by line."""
    yield (
        f"{article.path}: {article.format}, {counted(len(article.notes), 'note')}, "
        f"{counted(len(article.markers), 'marker')}, {counted(len(article.claims), 'claim')}"
    )
    for note in article.notes:
        yield f"  note {note.label or '-'} ({place_words(note.position)}): {shortened(note.raw, _LONGEST_SHOWN)}"
    for claim in article.claims:
        text = shortened(claim.text, _LONGEST_SHOWN)
        yield f"  claim {claim.id} [{', '.join(claim.labels)}] ({place_words(claim.position)}): {text}"
    for finding in findings:
        if verbose or finding.severity is not Severity.INFO:
            place = located(finding.path or article.path, finding)
            yield f"{place}: {finding.rule} {finding.message} [{finding.severity}]"
    hidden = 0 if verbose else sum(finding.severity is Severity.INFO for finding in findings)
    if hidden:
        yield f"{hidden:,} for information (--verbose shows it)"


def _references(row: Row) -> Row:
    from citations.exports import record_to_json
    from citations.records import read_reference

    return {"records": [record_to_json(record) for record in read_reference(text_in(row, "raw"))]}
