"""The card of a claim: the article's words beside the passages of its sources, and what is open about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reports.formats.webpage.charts import SIGNS
from reports.formats.webpage.facts import TITLE_CHARACTERS, SourceFacts, safe_link
from reports.formats.webpage.told import SUMMARY_CHARACTERS, FindingView, is_waiting
from reports.marking import Segment, Span, claim_spans, passage_spans, segments
from reports.one_line import plain
from reports.values import CitationReport, ClaimReport, MissReport, PassageReport
from verifier.detail_words import name_of, told_details
from verifier.matching.base import Verdict

LONGEST_TEXT: Final = 1_500
"""Characters of a claim or a message on the page; what is longer is a fault of the file, not a text to read."""

MOST_DETAILS: Final = 12
"""Details told one by one for a source, and single words of a lot (by eye)."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its marks. ``place`` says where it stands in the source text."""

    segments: tuple[Segment, ...]
    place: str
    link: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source of a claim as the card shows it. ``words`` are single words that it lacks, by where they stand."""

    citation: CitationReport
    sign: str
    passages: list[PassageView]
    candidates: list[PassageView]
    details: list[tuple[str, MissReport]]
    words: list[tuple[str, list[MissReport]]]
    facts: SourceFacts | None
    fragment: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A card. ``before``, ``segments`` and ``after`` are the sentence, the claim in it marked."""

    claim: ClaimReport
    anchor: str
    sign: str
    label: str
    short: str
    before: str
    segments: tuple[Segment, ...]
    after: str
    sources: list[SourceView]
    findings: list[FindingView]
    open: bool


def claim_view(
    claim: ClaimReport, anchor: str, facts: Mapping[str, SourceFacts], findings: list[FindingView]
) -> ClaimView:
    """Give the card of a claim; ``findings`` are those about it, or about why its source could not be read."""
    text = claim.text[:LONGEST_TEXT]
    at = claim.sentence.find(claim.text) if len(claim.sentence) <= LONGEST_TEXT else -1
    return ClaimView(
        claim=claim,
        anchor=anchor,
        sign=SIGNS.get(claim.verdict, "?"),
        label=plain(", ".join(claim.labels), TITLE_CHARACTERS),
        short=plain(claim.text, SUMMARY_CHARACTERS),
        before=claim.sentence[:at] if at > 0 else "",
        segments=segments(text, _claim_spans(text, claim.sources)),
        after=claim.sentence[at + len(claim.text) :] if at >= 0 else "",
        sources=[_source(claim, citation, facts.get(citation.source)) for citation in claim.sources],
        findings=findings,
        open=_is_open(claim, findings),
    )


def _is_open(claim: ClaimReport, findings: list[FindingView]) -> bool:
    """Whether a claim waits for a person: by a finding about it, or as it is unclear and nobody has settled it."""
    settled = any(view.finding.suppressed_by is not None for view in findings)
    return any(map(is_waiting, findings)) or (claim.verdict == Verdict.REVIEW and not settled)


def _source(claim: ClaimReport, citation: CitationReport, facts: SourceFacts | None) -> SourceView:
    text = claim.text[:LONGEST_TEXT]
    found = [_passage(passage, text, citation.missing) for passage in citation.evidence]
    near = [] if found else [_passage(passage, text, ()) for passage in citation.candidates[:1]]
    told, lots = told_details(citation.missing)
    fragment = {True: "its cited words stand on the page", False: "its cited words are not on the page any more"}
    return SourceView(
        citation=citation,
        sign=SIGNS.get(citation.verdict, "?"),
        passages=found,
        candidates=near,
        details=[(name_of(miss).capitalize(), miss) for miss in told[:MOST_DETAILS]],
        words=[(heading.capitalize(), words[:MOST_DETAILS]) for heading, words in lots],
        facts=facts,
        fragment=fragment[citation.fragment_found] if citation.fragment_found is not None else "",
    )


def _claim_spans(text: str, citations: Iterable[CitationReport]) -> Iterator[Span]:
    for citation in citations:
        yield from claim_spans(text, citation.matched, citation.missing)


def _passage(passage: PassageReport, claim: str, missing: Iterable[MissReport]) -> PassageView:
    place = f"characters {passage.start:,} to {passage.end:,}"
    if passage.page is not None:
        place = f"page {passage.page}, {place}"
    if passage.part not in (None, "main"):
        place = f"{passage.part} of the page, {place}"
    marked = segments(passage.text, passage_spans(passage.text, passage.start, claim, missing))
    return PassageView(segments=marked, place=place, link=safe_link(passage.link))
