"""The made-up audit with texts in it that break reports or speak in their name."""

from dataclasses import replace

from example_article import example_note, example_record
from example_audit import example_audit

from verifier.audit import ArticleAudit, Audit
from verifier.extraction.base import PageData, Said
from verifier.findings import Finding, Severity
from verifier.matching.base import Match, Miss, MissKind, Passage, Verdict

HOSTILE = (
    "::error::owned",
    "%0A::warning::owned",
    "]]>",
    '=cmd|" /C calc"!A0',
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "nul \x00 bell \x07 escape \x1b[31mred\x1b[0m",
    "half a pair \ud800 and \udfff",
    "line\nbreak\r\nand\u2028another",
    "\u202eturned\u202c",
    "@everyone #1 www.evil.example http://evil.example ![x](http://evil.example/x.png)",
    "-- <!-- --> &amp; | `code` **bold**",
    "]]>&#0;\uffff",
)
"""Texts that a page, a title or a note could hold to break a report or to speak in its name."""


def hostile_audit(text: str) -> Audit:
    """Give the example with ``text`` wherever a page, a note or a path puts its own words."""
    audit = example_audit()
    first = audit.articles[0]
    article = first.article
    assert article is not None
    claim = replace(first.claims[0].claim, text=text, sentence=text, heading=text, context=(text,), labels=(text,))
    citation = first.claims[0].citations[0]
    data = PageData(titles=(Said(value=text, source=text),), authors=(Said(value=text, source=text),))
    source = replace(citation.source, data=data, reason=text, final_url=text, url=text, sha256=text, own_copy=text)
    match = Match(
        verdict=Verdict.DETAIL_DIFFERS,
        score=0.3,
        evidence=(Passage(start=0, end=len(text), text=text),),
        missing=(
            Miss(kind=MissKind.WORD, text=text, start=0, end=len(text), found=text, found_start=0, found_end=len(text)),
        ),
        matched=((0, len(text)), (-5, 10**9)),
    )
    cited = replace(citation, label=text, source=source, match=match, reason=text, fragment=text)
    judged = replace(first.claims[0], claim=claim, citations=(cited,), reason=text)
    finding = Finding(
        rule="C501",
        severity=Severity.ERROR,
        line=1,
        column=1,
        message=text,
        label=text,
        claim_id="c1",
        help=text,
        subject=text,
        url=text,
        passage=text,
        suppressed_by=None,
    )
    notes = (example_note(text, 30, text, example_record(text, text, text, text, 2024)), *article.notes[1:])
    hostile = replace(
        first,
        path=text,
        article=replace(article, path=text, title=text, notes=notes),
        claims=(judged, *first.claims[1:]),
        sources=(source, *first.sources[1:]),
        findings=(finding, replace(finding, line=2, suppressed_by=text), *first.findings),
    )
    return replace(audit, command=text, articles=(hostile, ArticleAudit(path=f"2 {text}", article=None, error=text)))
