"""Claims in a report: each with its sources, and the passages that speak of it."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from citations.article import Article
from citations.document import Position
from reports.mirroring import mirrored
from reports.report_sources import key_of, opened_at, read_at, readable_url
from reports.values import LONGEST_TEXT, CitationReport, ClaimReport, ElsewhereReport, MissReport, PassageReport
from reports.words import verdict_words
from verifier.audit import PASSAGE_LIMIT, Citation, ClaimAudit, Elsewhere, Offer, SourceAudit
from verifier.evidence import telling_citation, telling_first
from verifier.fragments import LinkTo
from verifier.matching.base import Match, Miss, Passage

MAX_CANDIDATES: Final = 3
"""Places that lost, kept for each citation: as many as a reviewer looks through before searching (by eye)."""

AROUND: Final = 32
"""Characters before and after a passage, by which a tool tells it from its like: as many as Hypothesis keeps."""

LONGEST_WORD: Final = 40
"""Characters of a word that is not cut at an end of a quotation; a longer one is an address."""

DISTINCT_NUMBERS: Final = 10_000
"""Numbers that are kept once, however often they stand in a report: weights, and features of 0 and 1, are most."""


class Claims:
    """Makes the claims of a report from ``texts``, the source texts by canonical URL, and from links to passages."""

    def __init__(self, texts: Mapping[str, str], link_to: LinkTo | None) -> None:
        self._texts, self._link_to = texts, link_to

    def claim(self, audit: ClaimAudit, article: Article | None, ids: Mapping[tuple[str, ...], str]) -> ClaimReport:
        """Give one claim with its citations."""
        claim = audit.claim
        end = _end_of(claim.position, claim.block, claim.sentence, article)
        sources = tuple(self._citation(citation, ids.get(key_of(citation.source), "")) for citation in audit.citations)
        telling = telling_citation(audit)
        decisive = next((made for made, one in zip(sources, audit.citations, strict=True) if one is telling), None)
        return mirrored(
            ClaimReport,
            claim,
            start=claim.span.start,
            end=claim.span.end,
            line=claim.position.line,
            column=claim.position.column,
            end_line=end.line,
            end_column=end.column,
            place=claim.position.place,
            context=tuple(sentence[:LONGEST_TEXT] for sentence in claim.context),
            verdict=audit.verdict.value,
            words=verdict_words(
                audit.verdict,
                reason=audit.reason,
                details=decisive.missing if decisive else (),
                read_on=decisive.fetched_at if decisive else None,
            ),
            reason=audit.reason,
            score=rounded(audit.score),
            sources=sources,
            elsewhere=tuple(elsewhere_report(other) for other in audit.elsewhere),
        )

    def _citation(self, citation: Citation, source_id: str) -> CitationReport:
        """Give one claim with one source."""
        source = citation.source
        match = citation.match or Match(verdict=citation.verdict, score=0.0)
        missing = tuple(mirrored(MissReport, miss) for miss in match.missing)
        return mirrored(
            CitationReport,
            source,
            label=citation.label,
            source=source_id,
            verdict=citation.verdict.value,
            words=verdict_words(citation.verdict, reason=citation.reason, details=missing, read_on=read_at(source)),
            verdict_reason=citation.reason,
            score=rounded(match.score),
            evidence=tuple(self._passage(passage, source, match.missing) for passage in telling_first(match)),
            missing=missing,
            matched=match.matched,
            fragment=citation.fragment,
            fragment_found=match.fragment_found,
            fetched_at=read_at(source),
            decided_by=match.rule,
            features=tuple((one.name, rounded(one.value), rounded(one.weight)) for one in match.features),
            candidates=tuple(
                self._passage(passage, source, (), around=0) for passage in match.candidates[:MAX_CANDIDATES]
            ),
        )

    def _passage(
        self, passage: Passage, source: SourceAudit, missing: Sequence[Miss], *, around: int = AROUND
    ) -> PassageReport:
        """Give at most 300 characters of a passage, chosen so that the first detail that differs is among them.

        ``around`` it so many characters are given: none for a place that lost, which no tool looks up.
        """
        at = next((miss.found_start - passage.start for miss in missing if miss.found_start is not None), 0)
        start, last = _whole_words(passage.text, _first_character(len(passage.text), at))
        text = passage.text[start:last]
        begin = passage.start + start
        end = begin + len(text)
        whole = self._texts.get(source.url, "")
        known = whole[begin:end] == text
        return PassageReport(
            start=begin,
            end=end,
            text=text,
            part=passage.part,
            page=passage.page,
            link=self._link(source, text, (whole, begin) if known else (text, 0), passage.page),
            before=whole[max(0, begin - around) : begin] if known else "",
            after=whole[end : end + around] if known else "",
        )

    def _link(self, source: SourceAudit, text: str, place: tuple[str, int], page: int | None) -> str | None:
        """Give the link that opens the source at the passage: the archived copy where that was read.

        ``place`` is a text and where in it the passage begins.
        """
        whole, start = place
        at = (whole, start, start + len(text)) if text.strip() else None
        return opened_at(readable_url(source), at, page=page, link_to=self._link_to) or None


def elsewhere_report(found: Elsewhere | Offer) -> ElsewhereReport:
    """Give another note whose source carries a sentence."""
    return ElsewhereReport(label=found.label, url=found.url, score=rounded(found.score), passage=found.passage)


@lru_cache(maxsize=DISTINCT_NUMBERS)
def rounded(number: float) -> float:
    """Give a number to six places: more would differ between machines, and nobody reads them. No number is 0."""
    return round(float(number), 6) if math.isfinite(number) else 0.0


def _first_character(length: int, at: int) -> int:
    """Give where to begin quoting so that the character ``at`` is shown with as much before it as after it."""
    if length <= PASSAGE_LIMIT or not 0 <= at < length:
        return 0
    return 0 if at < PASSAGE_LIMIT * 2 // 3 else min(at - PASSAGE_LIMIT // 2, length - PASSAGE_LIMIT)


def _whole_words(text: str, start: int) -> tuple[int, int]:
    """Give where a quotation of a text begins and ends that is cut: with whole words, where there are blanks."""
    end = min(start + PASSAGE_LIMIT, len(text))
    if start:
        start = max(start, text.find(" ", start - 1, start + LONGEST_WORD) + 1)
    if end < len(text):
        blank = text.rfind(" ", end - LONGEST_WORD, end + 1)
        end = blank if blank > start else end
    return start, end


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
