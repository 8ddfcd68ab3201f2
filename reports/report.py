"""From an audit and the decisions on it to the report that every format is made of."""

from collections.abc import Iterable, Mapping, Sequence

from citations.document import Sentence
from citations.records import Note
from reports.decisions import Applied, Decision
from reports.mirroring import mirrored
from reports.report_claims import Claims, elsewhere_report
from reports.report_findings import finding_report
from reports.report_sources import key_of, source_report
from reports.values import (
    DOCUMENT_VERSION,
    LONGEST_TEXT,
    ArticleReport,
    CoverageReport,
    NoteReport,
    Report,
    RuleReport,
    RunReport,
    UncitedReport,
    UnusedDecisionReport,
)
from reports.words import coverage_words
from verifier.audit import ArticleAudit, Audit, Coverage, Offer, coverage_of, coverage_together
from verifier.findings import Finding, Rule
from verifier.fragments import LinkTo


def report_over(
    run: Audit,
    articles: Iterable[tuple[ArticleAudit, Applied]],
    *,
    rules: Iterable[Rule],
    texts: Mapping[str, str],
    link_to: LinkTo | None,
) -> Report:
    """Give the report of a run over ``articles``, each with the decisions on it, which are taken one after another.

    ``rules`` are all rules that exist; the report keeps those it has findings of. ``texts`` are source texts by
    canonical URL: links to passages are surer with them. Passages are cut to 300 characters here, for every format.
    """
    claims, known = Claims(texts, link_to), {rule.code: rule for rule in rules}
    made: list[ArticleReport] = []
    coverages: list[Coverage] = []
    unused: list[Decision] = []
    only_changed = False
    for article, applied in articles:
        coverages.append(coverage_of(article.claims))
        made.append(_article(article, coverages[-1], applied, claims, known))
        unused += applied.unused
        only_changed = only_changed or article.only_changed
    codes = sorted({finding.rule for article in made for finding in article.findings})
    return Report(
        version=DOCUMENT_VERSION,
        run=RunReport(tool="provenote", version=run.version, command=run.command, started_at=run.started_at),
        coverage=_coverage(coverage_together(coverages), only_changed=only_changed),
        articles=tuple(made),
        rules=tuple(mirrored(RuleReport, known[code]) for code in codes if code in known),
        unused_decisions=tuple(mirrored(UnusedDecisionReport, decision) for decision in unused),
        settings=dict(run.settings),
        scorer=run.scorer,
    )


def _article(
    audit: ArticleAudit, coverage: Coverage, applied: Applied, claims: Claims, rules: Mapping[str, Rule]
) -> ArticleReport:
    """Give one article of the report, with the decisions on it."""
    article = audit.article
    judged = {one.fingerprint: one for one in applied.judged}
    ids = {key_of(source): f"s{number}" for number, source in enumerate(audit.sources, 1)}
    return ArticleReport(
        path=audit.path,
        title=article.title if article else None,
        format=article.format if article else "",
        lines=article.lines if article else 0,
        error=_error(audit),
        coverage=_coverage(coverage, only_changed=audit.only_changed),
        claims=tuple(claims.claim(claim, article, ids) for claim in audit.claims),
        findings=tuple(finding_report(finding, judged, rules) for finding in sorted(audit.findings, key=_place)),
        notes=tuple(_note(note) for note in article.notes) if article else (),
        sources=tuple(source_report(source, ids[key_of(source)]) for source in audit.sources),
        uncited=tuple(_uncited(sentence, audit.offers) for sentence in article.uncited) if article else (),
    )


def _error(audit: ArticleAudit) -> str | None:
    """Give why an article could not be read and the next step, without its name: that stands before it everywhere."""
    if audit.error is None:
        return None
    said = audit.error.removeprefix(f"cannot read {audit.path}: ")
    return f"{said} (help: {audit.error_help})" if audit.error_help else said


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return (finding.line, finding.column, finding.rule, finding.message)


def _coverage(coverage: Coverage, *, only_changed: bool) -> CoverageReport:
    not_checked = dict(coverage.not_checked)
    words = coverage_words(
        claims=coverage.claims, checked=coverage.checked, not_checked=not_checked, only_changed=only_changed
    )
    return CoverageReport(
        claims=coverage.claims,
        checked=coverage.checked,
        percent=round(coverage.percent, 2),
        not_checked=not_checked,
        words=words,
    )


def _note(note: Note) -> NoteReport:
    return mirrored(NoteReport, note, line=note.position.line, column=note.position.column)


def _uncited(sentence: Sentence, offers: Sequence[Offer]) -> UncitedReport:
    offer = next((one for one in offers if one.sentence == sentence), None)
    return UncitedReport(
        text=sentence.text[:LONGEST_TEXT],
        line=sentence.position.line,
        column=sentence.position.column,
        offer=elsewhere_report(offer) if offer else None,
        place=sentence.position.place,
    )
