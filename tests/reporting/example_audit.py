"""A made-up audit with every verdict, for the snapshots; and audits of any size made of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain, repeat

from example_article import SENTENCES, example_article

from citations.article import Article
from citations.document import Position
from reports.decisions import Applied, Decisions, DecisionState, apply_decisions, decision_on
from reports.report import report_over
from reports.values import Report
from verifier.audit import ArticleAudit, Audit, Citation, ClaimAudit, Elsewhere, SourceAudit
from verifier.extraction.base import PageData, Said
from verifier.fetching.base import Access, ArchivedCopy, Hop
from verifier.findings import Finding, Rule, Severity
from verifier.fragments import LinkTo
from verifier.matching.base import Match, Miss, MissKind, Passage, Verdict, Weighed

SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
READ_AT = "2026-03-04T09:15:00Z"

RULES = (
    Rule(
        code="C501",
        name="detail-differs",
        severity=Severity.ERROR,
        summary="The source has another figure, date or name in the same place.",
        explanation="A wrong figure is what readers remember. Errs where the page names two figures side by side.",
        help="correct the figure, or cite the source that has it",
    ),
    Rule(
        code="C502",
        name="not-found",
        severity=Severity.WARNING,
        summary="Nothing in the source carries the claim.",
        explanation="The note may point at the wrong page. Errs where the page says it in quite other words.",
        help="read the page; cite another one if it does not say so",
    ),
    Rule(
        code="C505",
        name="partly-found",
        severity=Severity.WARNING,
        summary="The source carries only a part of the claim.",
        explanation="A second source may be missing. Errs where one word stands for many.",
    ),
    Rule(
        code="L301",
        name="dead-link",
        severity=Severity.ERROR,
        summary="The page is gone.",
        explanation="Readers cannot follow the note. Errs where a site answers 404 to programs only.",
        help="cite the archived copy",
    ),
    Rule(
        code="N102",
        name="unused-note",
        severity=Severity.WARNING,
        summary="No marker points to the note.",
        explanation="A claim may have lost its marker.",
    ),
    Rule(
        code="A601",
        name="uncited-sentence",
        severity=Severity.INFO,
        summary="A sentence with a figure has no note.",
        explanation="Readers may ask where it comes from.",
    ),
)


NOTHING_DECIDED = Applied(judged=(), unused=())


def report_of(
    audit: Audit,
    *,
    decisions: Applied = NOTHING_DECIDED,
    rules: Iterable[Rule] = (),
    texts: Mapping[str, str] | None = None,
    link_to: LinkTo | None = None,
) -> Report:
    """Give the report of an audit, with the decisions on all its articles together."""
    unused_once = chain((decisions,), repeat(replace(decisions, unused=())))
    articles = zip(audit.articles, unused_once, strict=False)
    return report_over(audit, articles, rules=rules, texts=texts or {}, link_to=link_to)


def _sources() -> tuple[SourceAudit, ...]:
    return (
        SourceAudit(
            url="https://courier.example/2024/library",
            labels=("i",),
            access=Access.OK,
            reason="HTTP 200",
            http_status=200,
            final_url="https://www.courier.example/2024/library",
            chain=(
                Hop(url="https://courier.example/2024/library", status=301),
                Hop(url="https://www.courier.example/2024/library", status=200),
            ),
            fetched_at=READ_AT,
            sha256=SHA,
            data=PageData(
                titles=(Said(value="A house for everyone", source="meta og:title"),),
                authors=(Said(value="Ada Falk", source="JSON-LD author"),),
                site_names=(Said(value="Valley Courier", source="meta og:site_name"),),
                published=Said(value="2024-05-14", source="meta article:published_time"),
                language="en",
            ),
            kind="html",
            characters=5210,
        ),
        SourceAudit(
            url="https://lindenau.example/accounts.pdf",
            labels=("ii",),
            access=Access.OK,
            reason="HTTP 200",
            http_status=200,
            final_url="https://lindenau.example/accounts.pdf",
            fetched_at=READ_AT,
            sha256=SHA[::-1],
            kind="pdf",
            characters=48210,
        ),
        SourceAudit(
            url="https://council.example/minutes/17",
            labels=("iii",),
            access=Access.ARCHIVED,
            reason="HTTP 404 Not Found; read in an archived copy",
            http_status=404,
            final_url="https://council.example/minutes/17",
            fetched_at=READ_AT,
            sha256=SHA,
            archived=ArchivedCopy(
                url="https://web.archive.example/20240601/https://council.example/minutes/17",
                captured="2024-06-01",
                distance_days=27,
            ),
            kind="html",
            characters=9120,
            first_failed_at="2026-02-25T09:00:00Z",
            failures=3,
            failure_days=3,
        ),
        SourceAudit(
            url="https://courier.example/2025/one-year",
            labels=("iv",),
            access=Access.OK,
            reason="HTTP 200",
            http_status=200,
            final_url="https://courier.example/2025/one-year",
            fetched_at=READ_AT,
            sha256=SHA,
            kind="html",
            characters=3320,
        ),
        SourceAudit(
            url="https://daily.example/branches",
            labels=("v",),
            access=Access.PAYWALL,
            reason="the page says isAccessibleForFree: false",
            http_status=200,
            final_url="https://daily.example/branches",
            fetched_at=READ_AT,
            sha256=SHA,
            kind="html",
            characters=410,
        ),
        SourceAudit(url="", labels=("vi",), access=Access.NO_LINK, reason="the note names a book"),
    )


PASSAGES = (
    "After two years of building, the library of Lindenau opened its doors on 31 May 2024.",
    "Library, new building: 4,200,000 euros (planned: 3,150,000 euros).",
    "“We wanted a house that nobody has to pay to enter”, said the mayor.",
    "Loans have doubled since the opening.",
)


def _passage(number: int, start: int) -> Passage:
    text = PASSAGES[number]
    return Passage(start=start, end=start + len(text), text=text, part="main", page=3 if number == 1 else None)


def _matched(claim: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((claim.index(word), claim.index(word) + len(word)) for word in words)


def _miss(kind: MissKind, claim: int, text: str, found: str | None = None, *, passage: int = 0, at: int = 0) -> Miss:
    start = SENTENCES[claim].index(text)
    found_at = at + PASSAGES[passage].index(found) if found else None
    return Miss(
        kind=kind,
        text=text,
        start=start,
        end=start + len(text),
        found=found,
        found_start=found_at,
        found_end=found_at + len(found) if found and found_at is not None else None,
        aligned=found is not None,
    )


def _claims(article: Article, sources: tuple[SourceAudit, ...]) -> tuple[ClaimAudit, ...]:
    features = (Weighed(name="coverage", value=0.9, weight=4.1), Weighed(name="numbers", value=0.5, weight=2.0))
    differs = Match(
        verdict=Verdict.DETAIL_DIFFERS,
        score=0.31,
        evidence=(_passage(0, 120),),
        missing=(_miss(MissKind.DATE, 0, "13 May 2024", "31 May 2024", at=120),),
        matched=_matched(SENTENCES[0], "library", "Lindenau", "opened", "after two years of building"),
        features=features,
        rule="rival-in-slot",
    )
    found = Match(
        verdict=Verdict.SUPPORTED,
        score=0.93,
        evidence=(_passage(1, 2040),),
        matched=_matched(SENTENCES[1], "4.2 million euros", "planned"),
        features=features,
        rule="all-found",
    )
    quoted = Match(
        verdict=Verdict.SUPPORTED,
        score=0.99,
        evidence=(_passage(2, 800),),
        matched=_matched(SENTENCES[2], "We wanted a house that nobody has to pay to enter", "mayor"),
        fragment_found=True,
        rule="quotation-found",
    )
    part = Match(
        verdict=Verdict.PARTLY,
        score=0.55,
        evidence=(_passage(3, 15),),
        missing=(_miss(MissKind.WORD, 3, "reading room"), _miss(MissKind.DATE, 3, "Sundays")),
        matched=_matched(SENTENCES[3], "Loans have doubled since"),
        rule="part-covered",
    )
    lost = Match(verdict=Verdict.NOT_FOUND, score=0.04, rule="nothing-located")
    rows: tuple[tuple[Verdict, str | None, int, Match | None], ...] = (
        (Verdict.DETAIL_DIFFERS, None, 0, differs),
        (Verdict.SUPPORTED, None, 1, found),
        (Verdict.SUPPORTED, None, 2, quoted),
        (Verdict.PARTLY, None, 3, part),
        (Verdict.NOT_CHECKED, "subscription", 4, None),
        (Verdict.NOT_CHECKED, "no link", 5, None),
        (Verdict.NOT_FOUND, None, 3, lost),
    )
    return tuple(
        ClaimAudit(
            claim=article.claims[number],
            verdict=verdict,
            reason=reason,
            score=match.score if match else 0.0,
            citations=(
                Citation(
                    label=article.claims[number].labels[0],
                    source=sources[source],
                    verdict=verdict,
                    reason=reason,
                    match=match,
                    fragment="nobody%20has%20to%20pay" if number == 2 else None,
                ),
            ),
            elsewhere=(
                Elsewhere(label="i", url=sources[0].url, score=0.81, passage="the finest building in the valley"),
            )
            if number == 6
            else (),
        )
        for number, (verdict, reason, source, match) in enumerate(rows)
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            rule="C501",
            severity=Severity.ERROR,
            line=5,
            column=1,
            label="i",
            claim_id="c1",
            message="Found, but: article 13 May 2024, source 31 May 2024",
            help="correct the figure, or cite the source that has it",
            subject=SENTENCES[0],
            url="https://courier.example/2024/library",
            passage=PASSAGES[0],
        ),
        Finding(
            rule="C505",
            severity=Severity.WARNING,
            line=8,
            column=1,
            label="iv",
            claim_id="c4",
            message="Only part found: “reading room” and “Sundays” are not in the passage",
            subject=SENTENCES[3],
            url="https://courier.example/2025/one-year",
            passage=PASSAGES[3],
        ),
        Finding(
            rule="C502",
            severity=Severity.WARNING,
            line=11,
            column=1,
            label="iv",
            claim_id="c7",
            message="Not found in the page as read on 2026-03-04",
            subject=SENTENCES[6],
            url="https://courier.example/2025/one-year",
        ),
        Finding(
            rule="L301",
            severity=Severity.ERROR,
            line=32,
            column=1,
            label="iii",
            message="cannot open https://council.example/minutes/17: HTTP 404 Not Found",
            help="cite the archived copy of 2024-06-01",
            subject="Ben Roth, ‘Minutes of the council’",
            url="https://council.example/minutes/17",
        ),
        Finding(
            rule="N102",
            severity=Severity.WARNING,
            line=36,
            column=1,
            label="vii",
            message="no marker points to note vii",
            subject="Eva Stein, ‘Never cited’",
            suppressed_by="inline: kept for the next edition",
        ),
        Finding(
            rule="A601",
            severity=Severity.INFO,
            line=12,
            column=1,
            message="no note for: The old building lost 40 readers a year.",
            subject=SENTENCES[7],
        ),
    )


def example_audit() -> Audit:
    """Give the audit of one article that could be read and one that could not."""
    article = example_article()
    sources = _sources()
    return Audit(
        version="0.1.0",
        started_at="2026-03-04T09:14:58Z",
        command="provenote check articles/library.md articles/lost.md",
        articles=(
            ArticleAudit(
                path="articles/library.md",
                article=article,
                claims=_claims(article, sources),
                sources=sources,
                findings=_findings(),
            ),
            ArticleAudit(path="articles/lost.md", article=None, error="no such file"),
        ),
        settings=(("archive", "gone"), ("supported-from", "0.72"), ("not-found-below", "0.12")),
    )


def example_decisions() -> Applied:
    """Give three decisions: one holds, one is stale since its passage is gone, one has no finding any more."""
    day = date(2026, 3, 1)
    findings = _findings()
    accepted = decision_on(findings[1], DecisionState.ACCEPT, today=day, note="the poster shows it", reviewer="Kim")
    stale = decision_on(findings[2], DecisionState.BETTER_SOURCE, today=day, note="ask the architect", passage="gone")
    elsewhere = replace(findings[2], subject="A sentence that was taken out.")
    unused = decision_on(elsewhere, DecisionState.REJECT, today=day, note="wrong year")
    decisions = Decisions().with_decisions((accepted, stale, unused))
    texts = {source.url: " ".join(PASSAGES) for source in _sources()}
    return apply_decisions(findings, decisions, source_texts=texts, today=date(2026, 3, 4))


FEATURES = tuple(Weighed(name=f"feature-{number}", value=0.123456, weight=1.234567) for number in range(11))
CANDIDATES = tuple(
    Passage(start=900 * number, end=900 * number + 180, text="A sentence that lost. " * 8 + "It did.", part="main")
    for number in range(3)
)
"""As many as a real match carries, for audits of a real size."""


def large_audit(citations: int, articles: int = 1) -> Audit:
    """Give an audit of many citations, the example's claims over and over in articles of equal size."""
    audit = example_audit()
    first = audit.articles[0]
    made = tuple(_large_article(first, f"articles/part-{n}.md", citations // articles) for n in range(articles))
    return replace(audit, articles=made)


def _large_article(first: ArticleAudit, path: str, citations: int) -> ArticleAudit:
    article = first.article
    assert article is not None
    claims, findings, sources, notes = [], [], [], []
    for number in range(citations):
        judged = first.claims[number % len(first.claims)]
        citation = judged.citations[0]
        position = Position(line=10 + number, column=1)
        text = f"{judged.claim.text} ({number})"
        label = str(number + 1)
        url = f"{citation.source.url}/{number}" if citation.source.url else ""
        source = replace(citation.source, url=url, labels=(label,))
        claim = replace(judged.claim, id=f"c{number + 1}", labels=(label,), position=position, text=text)
        sources.append(source)
        match = replace(citation.match, features=FEATURES, candidates=CANDIDATES) if citation.match else None
        cited = replace(citation, label=label, source=source, match=match)
        claims.append(replace(judged, claim=claim, citations=(cited,)))
        note = article.notes[number % len(article.notes)]
        notes.append(replace(note, label=label, position=Position(line=20_000 + number, column=1)))
        if judged.verdict in (Verdict.DETAIL_DIFFERS, Verdict.NOT_FOUND, Verdict.PARTLY):
            like = first.findings[number % 3]
            found = replace(like, line=10 + number, label=label, claim_id=f"c{number + 1}", subject=text, url=url)
            findings.append(found)
    return replace(
        first,
        path=path,
        article=replace(article, path=path, notes=tuple(notes), lines=30_000),
        claims=tuple(claims),
        sources=tuple(sources),
        findings=tuple(findings),
    )
