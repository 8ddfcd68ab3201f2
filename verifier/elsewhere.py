"""Looks a claim up in the article's other sources when its own lacks it, and offers notes to uncited sentences."""

from collections.abc import Iterator, Sequence
from itertools import islice

from citations.article import Article
from citations.document import Sentence
from verifier.audit import PASSAGE_LIMIT, ClaimAudit, Elsewhere, Offer, SourceAudit
from verifier.matching import judge
from verifier.matching.base import Match, Question, Verdict
from verifier.shelf import Shelf

SURE = 0.8
"""Score, 0 to 1, from which another source is named: well above the limit for "supported", since nobody asked."""
MOST_PAIRS = 3000
"""Pairs of a sentence and a source that are tried for one article: some seconds of work at the most."""


def elsewhere(
    claims: Sequence[ClaimAudit], sources: Sequence[SourceAudit], shelf: Shelf
) -> dict[str, tuple[Elsewhere, ...]]:
    """Give for each claim id that was not found the other sources that carry it, best first."""
    lost = [audited for audited in claims if audited.verdict is Verdict.NOT_FOUND]
    readable = [source for source in sources if source.access.readable]
    found: dict[str, list[Elsewhere]] = {}
    pairs = ((audited, source) for source in readable for audited in lost)
    for audited, source in islice(pairs, MOST_PAIRS):
        own = {citation.source.key for citation in audited.citations}
        if source.key in own:
            continue
        match = judge(_question(audited), shelf.index(source.key))
        if _carries(match):
            found.setdefault(audited.claim.id, []).append(_elsewhere(source, match))
    return {claim: tuple(sorted(places, key=lambda place: -place.score)) for claim, places in found.items()}


def _question(audited: ClaimAudit) -> Question:
    claim = audited.claim
    return Question(
        text=claim.text, context=claim.context, sentence=claim.sentence, kind=claim.kind, quotes=claim.quotes
    )


def _carries(match: Match) -> bool:
    return match.verdict is Verdict.SUPPORTED and match.score >= SURE and not match.missing


def _elsewhere(source: SourceAudit, match: Match) -> Elsewhere:
    passage = match.evidence[0].text[:PASSAGE_LIMIT] if match.evidence else ""
    return Elsewhere(label=source.labels[0], url=source.url, score=match.score, passage=passage)


def offers(article: Article, sources: Sequence[SourceAudit], shelf: Shelf) -> tuple[Offer, ...]:
    """Give the uncited sentences whose figure or quotation a source of the article carries, in reading order."""
    checkable = [sentence for sentence in article.uncited if _checkable(sentence.text)]
    readable = [source for source in sources if source.access.readable]
    best: dict[Sentence, Offer] = {}
    for sentence, source, match in _tried(checkable, readable, shelf):
        passage = match.evidence[0].text[:PASSAGE_LIMIT] if match.evidence else ""
        offer = Offer(sentence=sentence, label=source.labels[0], url=source.url, score=match.score, passage=passage)
        if _carries(match) and (sentence not in best or best[sentence].score < offer.score):
            best[sentence] = offer
    return tuple(best[sentence] for sentence in checkable if sentence in best)


def _checkable(text: str) -> bool:
    return any(character.isdigit() or character in '“"‘' for character in text)


def _tried(
    sentences: Sequence[Sentence], sources: Sequence[SourceAudit], shelf: Shelf
) -> Iterator[tuple[Sentence, SourceAudit, Match]]:
    pairs = ((sentence, source) for source in sources for sentence in sentences)
    for sentence, source in islice(pairs, MOST_PAIRS):
        question = Question(text=sentence.text, sentence=sentence.text)
        yield sentence, source, judge(question, shelf.index(source.key))
