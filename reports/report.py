"""From an audit and the decisions on it to the report that every format is made of."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from citations.article import Article
from citations.document import Position, Sentence
from citations.records import Note
from reports.decisions import Applied, Decision, FindingState, Judged, fingerprint
from reports.values import (
    DOCUMENT_VERSION,
    MAX_PASSAGE,
    ArchiveReport,
    ArticleReport,
    CitationReport,
    ClaimReport,
    CoverageReport,
    DecisionReport,
    ElsewhereReport,
    FindingReport,
    HopReport,
    MissReport,
    NoteReport,
    PassageReport,
    Report,
    RuleReport,
    RunReport,
    SourceReport,
    UncitedReport,
    UnusedDecisionReport,
)
from reports.words import access_words, coverage_words, verdict_words
from verifier.audit import ArticleAudit, Audit, Citation, ClaimAudit, Coverage, Offer, SourceAudit, coverage_of
from verifier.evidence import telling_citation, telling_first
from verifier.extraction.base import Said
from verifier.fetching.base import Access
from verifier.findings import Finding, Rule
from verifier.matching.base import Match, Miss, Passage

__all__ = ["LinkTo", "Report", "report_of"]

MAX_CANDIDATES: Final = 3
"""Places that lost, kept for each citation: as many as a reviewer looks through before searching (by eye)."""


LONGEST_TEXT: Final = 20_000
"""Characters kept of any text that is no passage: a file of one endless line must not make a report of gigabytes."""

AROUND: Final = 32
"""Characters before and after a passage, by which a tool tells it from its like: as many as Hypothesis keeps."""

LinkTo = Callable[[str, str, int, int], str]
"""Gives the link that opens a URL at characters ``start`` to ``end`` of its text."""


def report_of(
    audit: Audit,
    *,
    decisions: Mapping[str, Applied] | Iterable[Applied] = (),
    rules: Iterable[Rule] = (),
    texts: Mapping[str, str] | None = None,
    link_to: LinkTo | None = None,
) -> Report:
    """Give the report of an audit.

    ``decisions`` are those applied to its articles, by path, as an accept holds for its own article only; or applied
    to all articles together. ``rules`` are all rules that exist; the report keeps those it has findings of. ``texts``
    are source texts by canonical URL: links to passages are surer with them. Passages are cut to 300 characters here,
    for every format.
    """
    applied = tuple(decisions.values() if isinstance(decisions, Mapping) else decisions)
    own = decisions if isinstance(decisions, Mapping) else {}
    together = {} if own else _by_fingerprint(applied)
    maker = _Maker({rule.code: rule for rule in rules}, texts or {}, link_to)
    articles = tuple(
        maker.article(article, _by_fingerprint([own[article.path]]) if article.path in own else together)
        for article in audit.articles
    )
    codes = sorted({finding.rule for article in articles for finding in article.findings})
    return Report(
        version=DOCUMENT_VERSION,
        run=RunReport(tool="provenote", version=audit.version, command=audit.command, started_at=audit.started_at),
        coverage=_coverage(audit.coverage, only_changed=any(article.only_changed for article in audit.articles)),
        articles=articles,
        rules=tuple(_rule(maker.rules[code]) for code in codes if code in maker.rules),
        unused_decisions=tuple(_unused(decision) for some in applied for decision in some.unused),
        settings=dict(audit.settings),
        scorer=audit.scorer,
    )


def _by_fingerprint(applied: Iterable[Applied]) -> dict[str, Judged]:
    return {one.fingerprint: one for some in applied for one in some.judged}


class _Maker:
    """What the parts of a report need beside the audit."""

    def __init__(self, rules: Mapping[str, Rule], texts: Mapping[str, str], link_to: LinkTo | None) -> None:
        self.rules = rules
        self.texts = texts
        self.link_to = link_to

    def article(self, audit: ArticleAudit, judged: Mapping[str, Judged]) -> ArticleReport:
        """Give one article of the report; ``judged`` are its findings with their decisions, by fingerprint."""
        article = audit.article
        ids = {_key(source): f"s{number}" for number, source in enumerate(audit.sources, 1)}
        return ArticleReport(
            path=audit.path,
            title=article.title if article else None,
            format=article.format if article else "",
            lines=article.lines if article else 0,
            error=f"{audit.error} (help: {audit.error_help})" if audit.error and audit.error_help else audit.error,
            coverage=_coverage(coverage_of(audit.claims), only_changed=audit.only_changed),
            claims=tuple(self.claim(claim, article, ids) for claim in audit.claims),
            findings=tuple(self.finding(finding, judged) for finding in sorted(audit.findings, key=_place)),
            notes=tuple(_note(note) for note in article.notes) if article else (),
            sources=tuple(_source(source, ids[_key(source)]) for source in audit.sources),
            uncited=tuple(_uncited(sentence, audit.offers) for sentence in article.uncited) if article else (),
        )

    def claim(self, audit: ClaimAudit, article: Article | None, ids: Mapping[tuple[str, ...], str]) -> ClaimReport:
        """Give one claim with its citations."""
        claim = audit.claim
        end = _end_of(claim.position, claim.block, claim.sentence, article)
        sources = tuple(self.citation(citation, ids.get(_key(citation.source), "")) for citation in audit.citations)
        telling = telling_citation(audit)
        decisive = next((made for made, one in zip(sources, audit.citations, strict=True) if one is telling), None)
        return ClaimReport(
            id=claim.id,
            labels=claim.labels,
            text=claim.text[:LONGEST_TEXT],
            sentence=claim.sentence[:LONGEST_TEXT],
            start=claim.span.start,
            end=claim.span.end,
            line=claim.position.line,
            column=claim.position.column,
            end_line=end.line,
            end_column=end.column,
            place=claim.position.place,
            kind=claim.kind.value,
            heading=claim.heading[:LONGEST_TEXT],
            context=tuple(sentence[:LONGEST_TEXT] for sentence in claim.context),
            needs_context=claim.needs_context,
            verdict=audit.verdict.value,
            words=verdict_words(
                audit.verdict,
                reason=audit.reason,
                details=decisive.missing if decisive else (),
                read_on=decisive.fetched_at if decisive else None,
            ),
            reason=audit.reason,
            score=_rounded(audit.score),
            sources=sources,
            elsewhere=tuple(
                ElsewhereReport(
                    label=other.label, url=other.url, score=_rounded(other.score), passage=other.passage[:MAX_PASSAGE]
                )
                for other in audit.elsewhere
            ),
        )

    def citation(self, citation: Citation, source_id: str) -> CitationReport:
        """Give one claim with one source."""
        source = citation.source
        match = citation.match or Match(verdict=citation.verdict, score=0.0)
        missing = tuple(_miss(miss) for miss in match.missing)
        return CitationReport(
            label=citation.label,
            url=source.url,
            source=source_id,
            access=source.access.value,
            reason=source.reason[:LONGEST_TEXT],
            http_status=source.http_status,
            final_url=source.final_url,
            verdict=citation.verdict.value,
            words=verdict_words(citation.verdict, reason=citation.reason, details=missing, read_on=_read_at(source)),
            verdict_reason=citation.reason,
            score=_rounded(match.score),
            evidence=tuple(self.passage(passage, source, match.missing) for passage in telling_first(match)),
            missing=missing,
            matched=match.matched,
            fragment=citation.fragment,
            fragment_found=match.fragment_found,
            fetched_at=_read_at(source),
            sha256=source.sha256,
            decided_by=match.rule,
            features=tuple((one.name, _rounded(one.value), _rounded(one.weight)) for one in match.features),
            candidates=tuple(self.passage(passage, source, ()) for passage in match.candidates[:MAX_CANDIDATES]),
        )

    def passage(self, passage: Passage, source: SourceAudit, missing: Sequence[Miss]) -> PassageReport:
        """Give at most 300 characters of a passage, chosen so that the first detail that differs is among them."""
        at = next((miss.found_start - passage.start for miss in missing if miss.found_start is not None), 0)
        start = _first_character(len(passage.text), at)
        text = passage.text[start : start + MAX_PASSAGE]
        begin = passage.start + start
        end = begin + len(text)
        whole = self.texts.get(source.url, "")
        known = whole[begin:end] == text
        return PassageReport(
            start=begin,
            end=end,
            text=text,
            part=passage.part,
            page=passage.page,
            link=self._link(source, text, (whole, begin) if known else (text, 0), passage.page),
            before=whole[max(0, begin - AROUND) : begin] if known else "",
            after=whole[end : end + AROUND] if known else "",
        )

    def _link(self, source: SourceAudit, text: str, place: tuple[str, int], page: int | None) -> str | None:
        """Give the link that opens the source at the passage: the archived copy where that was read.

        ``place`` is a text and where in it the passage begins. Viewers of PDF open a page, but do not look for words.
        """
        url = _readable_url(source)
        if not url.startswith(("http://", "https://")):
            return None
        if page is not None:
            return f"{url.partition('#')[0]}#page={page}"
        if self.link_to is None or not text.strip():
            return url
        whole, start = place
        return self.link_to(url, whole, start, start + len(text))

    def finding(self, finding: Finding, known: Mapping[str, Judged]) -> FindingReport:
        """Give one finding with the decision on it."""
        mark = fingerprint(finding)
        judged = known.get(mark)
        decision = judged.decision if judged else None
        holds = judged is not None and judged.state is FindingState.DECIDED
        state = decision.state.value if decision is not None and holds else "open"
        rule = self.rules.get(finding.rule)
        return FindingReport(
            rule=finding.rule,
            name=rule.name if rule else "",
            severity=finding.severity.value,
            line=finding.line,
            column=finding.column,
            end_line=finding.end_line,
            label=finding.label,
            claim=finding.claim_id,
            message=finding.message[:LONGEST_TEXT],
            help=(finding.help or (rule.help if rule else ""))[:LONGEST_TEXT],
            url=finding.url,
            passage=finding.passage[:MAX_PASSAGE],
            subject=finding.subject[:LONGEST_TEXT],
            fingerprint=mark,
            state=state,
            suppressed_by=finding.suppressed_by or ("decision: accept" if state == "accept" else None),
            decision=_decision(decision, judged.state) if judged and decision else None,
            path=finding.path,
        )


def _key(source: SourceAudit) -> tuple[str, ...]:
    """Tell sources apart: by the key of the audit, else by URL, and those without a link by their notes."""
    return (source.key or source.url,) if source.key or source.url else ("", *source.labels)


def _read_at(source: SourceAudit) -> str | None:
    """Give the time at which a source was asked for, ``None`` for one that never was."""
    return None if source.access is Access.NOT_CHECKED else source.fetched_at


def _readable_url(source: SourceAudit) -> str:
    if source.access is Access.ARCHIVED and source.archived:
        return source.archived.url
    return source.final_url or source.url


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return (finding.line, finding.column, finding.rule, finding.message)


def _rounded(number: float) -> float:
    """Give a number to six places: more would differ between machines, and nobody reads them. No number is 0."""
    return round(float(number), 6) if math.isfinite(number) else 0.0


def _first_character(length: int, at: int) -> int:
    """Give where to begin quoting so that the character ``at`` is shown with as much before it as after it."""
    if length <= MAX_PASSAGE or not 0 <= at < length:
        return 0
    return 0 if at < MAX_PASSAGE * 2 // 3 else min(at - MAX_PASSAGE // 2, length - MAX_PASSAGE)


def _end_of(start: Position, block: int, sentence: str, article: Article | None) -> Position:
    """Give where the citing sentence ends, the place after its last character; its start where that is unknown."""
    if article is None or not 0 <= block < len(article.blocks):
        return Position(line=start.line, column=start.column + max(len(sentence), 1))
    holder = article.blocks[block]
    at = bisect_right(holder.sentences, (start.line, start.column), key=lambda one: _line_and_column(one.position))
    for found in chain(holder.sentences[max(0, at - 1) : at], holder.sentences):
        if found.text == sentence and found.position.line <= start.line:
            last = holder.position_at(max(found.end - 1, 0))
            if _line_and_column(last) >= (start.line, start.column):
                return Position(line=last.line, column=last.column + 1)
    return Position(line=start.line, column=start.column + 1)


def _line_and_column(position: Position) -> tuple[int, int]:
    return position.line, position.column


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


def _rule(rule: Rule) -> RuleReport:
    return RuleReport(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        summary=rule.summary,
        explanation=rule.explanation,
        help=rule.help,
    )


def _decision(decision: Decision, state: FindingState) -> DecisionReport:
    return DecisionReport(
        state=decision.state.value,
        note=decision.note,
        reviewer=decision.reviewer,
        date=decision.date.isoformat(),
        expires=decision.expires.isoformat() if decision.expires else None,
        stale=state is FindingState.STALE,
        expired=state is FindingState.EXPIRED,
        baseline=decision.baseline,
    )


def _unused(decision: Decision) -> UnusedDecisionReport:
    return UnusedDecisionReport(
        fingerprint=decision.fingerprint,
        state=decision.state.value,
        rule=decision.rule,
        label=decision.label,
        claim=decision.claim,
        url=decision.url,
        note=decision.note,
    )


def _miss(miss: Miss) -> MissReport:
    return MissReport(
        kind=miss.kind.value,
        text=miss.text[:LONGEST_TEXT],
        found=miss.found[:LONGEST_TEXT] if miss.found is not None else None,
        start=miss.start,
        end=miss.end,
        found_start=miss.found_start,
        found_end=miss.found_end,
        aligned=miss.aligned,
        elsewhere=miss.elsewhere,
    )


def _note(note: Note) -> NoteReport:
    return NoteReport(
        label=note.label,
        raw=note.raw[:LONGEST_TEXT],
        line=note.position.line,
        column=note.position.column,
        kind=note.kind.value,
        style=note.style,
        chapter=note.chapter,
        path=note.path,
        refers_to=note.refers_to,
        records=note.records,
    )


def _uncited(sentence: Sentence, offers: Sequence[Offer]) -> UncitedReport:
    offer = next((one for one in offers if one.sentence == sentence), None)
    return UncitedReport(
        text=sentence.text[:LONGEST_TEXT],
        line=sentence.position.line,
        column=sentence.position.column,
        offer=ElsewhereReport(
            label=offer.label, url=offer.url, score=_rounded(offer.score), passage=offer.passage[:MAX_PASSAGE]
        )
        if offer
        else None,
    )


def _source(source: SourceAudit, source_id: str) -> SourceReport:
    data = source.data
    copy = source.archived
    return SourceReport(
        id=source_id,
        url=source.url,
        labels=source.labels,
        access=source.access.value,
        words=access_words(source.access),
        reason=source.reason[:LONGEST_TEXT],
        http_status=source.http_status,
        final_url=source.final_url,
        redirects=tuple(HopReport(url=hop.url, status=hop.status, kind=hop.kind) for hop in source.chain),
        fetched_at=_read_at(source),
        sha256=source.sha256,
        archived=ArchiveReport(url=copy.url, captured=copy.captured, distance_days=copy.distance_days)
        if copy
        else None,
        own_copy=source.own_copy,
        title=_said(data.title),
        authors=tuple(author.value[:LONGEST_TEXT] for author in data.authors),
        site_name=_said(data.site_name),
        published=_said(data.published),
        published_from=data.published.source if data.published else None,
        modified=_said(data.modified),
        language=data.language,
        kind=source.kind,
        characters=source.characters,
        first_failed_at=source.first_failed_at,
        failures=source.failures,
        failure_days=source.failure_days,
    )


def _said(value: Said | None) -> str | None:
    return value.value[:LONGEST_TEXT] if value else None
