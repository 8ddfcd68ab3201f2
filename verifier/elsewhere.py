"""Looks a claim up in the article's other sources when its own lacks it, and offers notes to uncited sentences."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from citations.article import Article
from citations.document import Sentence
from verifier.asides import judge_page
from verifier.audit import ClaimAudit, Elsewhere, Offer, SourceAudit, quotable
from verifier.matching.base import Match, Question, Verdict
from verifier.matching.claim_words import read_claim
from verifier.shelf import Shelf

SURE, SURE_OF_FEW = 0.6, 0.8
"""Scores, 0 to 1, from which another source is named, the second for a text of few words. Seven in ten of the claims of
eight words or more that their own page carries have .6. In 55,000 pairs with the page of another claim, and 3,992 with
another source of the same article, only what that page does say had as much, and the fragment "This can be done by"."""
FEW_WORDS = 7
"""Different words of weight up to which a text is one of few: "Victims were rarely killed" is in many pages."""
COMMON_WORDS = 0.5
"""Share of its words that a source must have as they are written to be judged: of the claims that their sources surely
carry 98 in a hundred have as many there, and in pages on other matters one in fifty."""
_LACKING = frozenset({Verdict.NOT_FOUND, Verdict.PARTLY, Verdict.DETAIL_DIFFERS})
"""Verdicts under which a claim's own sources do not carry all of it."""
MOST_JUDGED, MOST_PAIRS = 3_000, 1_000_000
"""Pairs of a text and a source that are judged for one article, and that are compared by their words before: some
seconds of work each at the most."""


class _Asked(NamedTuple):
    """A text to look up in all sources but its own; ``place``: the number of the source to begin at."""

    question: Question
    own: frozenset[str] = frozenset()
    place: int = 0


def elsewhere(
    claims: Sequence[ClaimAudit], sources: Sequence[SourceAudit], shelf: Shelf
) -> dict[str, tuple[Elsewhere, ...]]:
    """Give for each claim id whose own sources lack some of it the other sources that carry all of it, best first."""
    lost = [audited for audited in claims if audited.verdict in _LACKING]
    numbers = {source.key: number for number, source in enumerate(sources)}
    found: dict[str, list[Elsewhere]] = {}
    for at, source, match in _carried([_asked(audited, numbers) for audited in lost], sources, shelf):
        found.setdefault(lost[at].claim.id, []).append(_elsewhere(source, match))
    return {claim: tuple(sorted(places, key=lambda place: -place.score)) for claim, places in found.items()}


def _asked(audited: ClaimAudit, numbers: dict[str, int]) -> _Asked:
    """A claim that its own sources lack: those listed beside them are the likeliest, if a marker or a list slipped."""
    claim = audited.claim
    question = Question(
        text=claim.text, context=claim.context, sentence=claim.sentence, kind=claim.kind, quotes=claim.quotes
    )
    own = frozenset(citation.source.key for citation in audited.citations)
    return _Asked(question, own, min((numbers[key] for key in own if key in numbers), default=0))


def _elsewhere(source: SourceAudit, match: Match) -> Elsewhere:
    return Elsewhere(label=source.labels[0], url=source.url, score=match.score, passage=_passage(match))


def offers(article: Article, sources: Sequence[SourceAudit], shelf: Shelf) -> tuple[Offer, ...]:
    """Give the uncited sentences whose figure or quotation a source of the article carries, in reading order."""
    checkable = [sentence for sentence in article.uncited if _is_checkable(sentence.text)]
    asked = [_Asked(Question(text=sentence.text, sentence=sentence.text)) for sentence in checkable]
    best: dict[int, Offer] = {}
    for at, source, match in _carried(asked, sources, shelf):
        if at not in best or best[at].score < match.score:
            best[at] = _offer(checkable[at], source, match)
    return tuple(best[at] for at in sorted(best))


def _is_checkable(text: str) -> bool:
    return any(character.isdigit() or character in '“"‘' for character in text)


def _offer(sentence: Sentence, source: SourceAudit, match: Match) -> Offer:
    return Offer(sentence=sentence, label=source.labels[0], url=source.url, score=match.score, passage=_passage(match))


def _passage(match: Match) -> str:
    return quotable(match.evidence[0].text) if match.evidence else ""


def _carried(
    asked: Sequence[_Asked], sources: Sequence[SourceAudit], shelf: Shelf
) -> Iterator[tuple[int, SourceAudit, Match]]:
    """Yield the number of a text in ``asked``, a source that surely carries all of it, and the match, source by source.

    Each source is taken from the shelf twice at the most, however many texts are asked about.
    """
    readable = [(number, source) for number, source in enumerate(sources) if source.access.readable]
    words = {at: {w.low for w in read_claim(one.question.text).content} for at, one in enumerate(asked)}
    pairs = ((number, at) for number, source in readable for at in words if source.key not in asked[at].own)
    likely = (
        (abs(number - asked[at].place), number, at)
        for number, at in islice(pairs, MOST_PAIRS)
        if shelf.index(sources[number].key).share_of(words[at]) >= COMMON_WORDS
    )
    for _, number, at in sorted(nsmallest(MOST_JUDGED, likely), key=lambda pair: pair[1:]):
        match = judge_page(asked[at].question, shelf.index(sources[number].key))
        sure = SURE if len(words[at]) > FEW_WORDS else SURE_OF_FEW
        if match.verdict is Verdict.SUPPORTED and match.score >= sure and not match.missing:
            yield at, sources[number], match
