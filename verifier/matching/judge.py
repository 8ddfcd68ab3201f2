"""Judges one claim against one source: locate the passage, check the details, weigh the features, decide."""

from dataclasses import dataclass, replace

from citations.claims import ClaimKind, find_quotations
from verifier.matching.attribution import without_attribution
from verifier.matching.base import Match, Miss, Passage, Question, Scorer, Verdict
from verifier.matching.claim_words import ClaimWords, read_claim
from verifier.matching.comparable import cannot_compare, is_unread
from verifier.matching.details import Details, check_details
from verifier.matching.details.quotations import is_whole
from verifier.matching.features import Context, features, word_pairs
from verifier.matching.fragments import find_fragment
from verifier.matching.locate import PLACES, Located, locate
from verifier.matching.misses import sharp_misses, word_misses
from verifier.matching.model import LOCATED, SUPPORTED, log_odds, probability, weighed
from verifier.matching.rules import LOCATED_MIN, SCATTERED_BELOW, Facts, VerdictRule, decide, is_scattered
from verifier.matching.source import SourceIndex

FEWEST_WORDS = 3
"""A source needs this many different words; with fewer it counts as empty."""
VERBATIM_ODDS = 3.5
"""Least log-odds of support for a claim that is one quotation and stands in the source word for word."""
CONTEXT_SHARE, LEANING_SHARE = 0.5, 0.35
"""Share of claim plus context that one window must cover for the source to be about the subject. The lower limit is for
a claim that cannot be understood without its context ("It was adopted without debate")."""
WORTH_SHOWING = 0.155
"""A further sentence is shown as evidence if it adds this share of what is covered already. At 0.155 the evidence is
less than .06 of the page and misses the sentences that people named in 3 claims of 1,000 more than without a limit; at
0.2 in 20 more."""
EVEN = 0.5
"""The highest score of a claim with a detail that differs. A higher limit separates supported claims worse on every set
but one; a lower one does so on the model-written sentences."""
CANDIDATES = 3
"""How many of the places that were not chosen are kept for ``provenote explain``."""


def judge(question: Question, index: SourceIndex, *, scorer: Scorer | None = None, brief: bool = False) -> Match:
    """Judge a claim against a source. Any text gets an answer; odd input raises nothing.

    ``brief``: leave out what only reports show: the matched words, the features, the places that were not chosen.
    """
    if not index.has_kinds(FEWEST_WORDS):
        reason = "language" if is_unread(index.folded.text) else "empty"
        return Match(verdict=Verdict.NOT_CHECKED, score=0.0, reason=reason, rule="empty-source")
    claim = read_claim(question.text, index.read_as)
    if not claim.words:
        return Match(verdict=Verdict.NOT_CHECKED, score=0.0, reason=_no_words(question.text), rule="empty-claim")
    if cannot_compare(claim, index):
        return Match(verdict=Verdict.NOT_CHECKED, score=0.0, reason="language", rule="other-language")
    index.claims += 1
    looked = look(question, claim, index)
    if scorer is not None:
        looked = rescored(looked, scorer, question.text)
    match = _match(question, looked, decide(looked.facts))
    return match if brief else _told(match, looked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Everything known about a claim in a source before the verdict."""

    located: Located
    details: Details
    values: dict[str, float]
    facts: Facts
    fragment: tuple[int, int] | None


def look(question: Question, claim: ClaimWords, index: SourceIndex) -> Looked:
    """Locate the claim, check its details and compute the features."""
    quotes = question.quotes if question.quotes is not None else find_quotations(question.text)
    fragment = find_fragment(question.fragment, index) if question.fragment else None
    cited = index.cited(fragment, question.page)
    located = locate(claim, index, cited, question.origin)
    content = without_attribution(located)
    if content is not claim:
        located = locate(content, index, cited, question.origin)
    details = check_details(located, quotes)
    values = features(located, details, Context(question.context, index))
    place = log_odds(LOCATED, values)
    if place < LOCATED_MIN or values["best window"] < SCATTERED_BELOW:
        values["word pairs"] = word_pairs(located)  # they can only raise the odds, so a sure place needs none
        place = log_odds(LOCATED, values)
    whole = is_whole(question.text, quotes)
    verbatim = whole and all(q.exact for q in details.quotes) and bool(details.quotes)
    scattered = is_scattered(values)
    facts = Facts(
        located=place,
        probability=_probability(values, verbatim=verbatim),
        details=details,
        names_lost=values["names lost"],
        verbatim=verbatim,
        copied=_is_copied(located),
        scattered=scattered,
        about=(scattered or place < LOCATED_MIN) and _about(question, index),
    )
    return Looked(located=located, details=details, values=values, facts=facts, fragment=fragment)


def _is_copied(located: Located) -> bool:
    """Whether the claim is one of the best sentences word for word: then the source says it, whatever else it says."""
    claim = located.claim.text.strip()
    return any(located.source.sentence(i).strip() == claim for i in located.order[:PLACES])


def _probability(values: dict[str, float], *, verbatim: bool) -> float:
    odds = log_odds(SUPPORTED, values)
    return probability(max(odds, VERBATIM_ODDS) if verbatim else odds)


def _about(question: Question, index: SourceIndex) -> bool:
    """Whether claim and context together are found: the source is about the subject, perhaps in other words."""
    context = " ".join(question.context[-2:]) if question.context else question.sentence
    if not context or context == question.text:
        return False
    joined = locate(read_claim(f"{context} {question.text}", index.read_as), index)
    return joined.window_share >= (LEANING_SHARE if question.needs_context else CONTEXT_SHARE)


def _score(facts: Facts, verdict: Verdict) -> float:
    """How likely the source supports the whole claim, 0 to 1."""
    return min(facts.probability, EVEN) if verdict is Verdict.DETAIL_DIFFERS else facts.probability


def _match(question: Question, looked: Looked, rule: VerdictRule) -> Match:
    located = looked.located
    verdict, reason = rule.verdict, None
    if verdict is Verdict.NOT_FOUND and question.kind in (ClaimKind.OPINION, ClaimKind.HEDGED):
        verdict, reason = Verdict.NOT_CHECKED, "opinion"
    missing: tuple[Miss, ...] = ()
    if verdict is not Verdict.SUPPORTED:
        sharp = sharp_misses(located, looked.details)
        missing = (*sharp, *word_misses(located, looked.details, sharp))
    return Match(
        verdict=verdict,
        score=round(_score(looked.facts, verdict), 4),
        evidence=_evidence(looked),
        missing=missing,
        reason=reason,
        fragment_found=None if not question.fragment else looked.fragment is not None,
        rule=rule.name,
    )


def _told(match: Match, looked: Looked) -> Match:
    """The match with what explains it: matched words, features, the places that were not chosen."""
    located = looked.located
    return replace(
        match,
        matched=tuple((w.start, w.end) for w in located.claim.content if located.bits[w.term.key] & located.here),
        features=weighed(SUPPORTED, looked.values),
        candidates=() if match.verdict is Verdict.SUPPORTED else _candidates(located),
    )


def _candidates(located: Located) -> tuple[Passage, ...]:
    """The best places that were not chosen. Reports show them for claims in doubt."""
    others = [i for i in located.order[: CANDIDATES + len(located.chosen)] if i not in located.chosen]
    return tuple(located.source.passage(*located.source.spans[i]) for i in others[:CANDIDATES])


def _evidence(looked: Looked) -> tuple[Passage, ...]:
    """The evidence: an exact quotation alone, else the chosen sentences, then other quotations and the cited fragment.

    No passage lies within another one.
    """
    located, index = looked.located, looked.located.source
    passages = [index.passage(*q.span) for q in looked.details.quotes if q.span]
    if not looked.facts.verbatim:
        places = [index.passage(*index.spans[i]) for i in _worth_showing(located)]
        passages = places + [p for p in passages if not any(_within(p, place) for place in places)]
    if looked.fragment is not None and not looked.facts.verbatim:
        cited = index.passage(*looked.fragment)
        passages = [*passages, cited] if not any(_within(cited, p) or _within(p, cited) for p in passages) else passages
    return tuple(p for p in passages if p.start < p.end)


def _worth_showing(located: Located) -> list[int]:
    """The chosen sentences that add enough to those before them, so that people have little to read."""
    shown: list[int] = []
    covered = 0
    for number in located.chosen:
        gain = located.share(located.masks[number] & ~covered)
        if not shown or gain >= WORTH_SHOWING * located.share(covered):
            shown.append(number)
            covered |= located.masks[number]
    return shown


def _within(inner: Passage, outer: Passage) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _no_words(text: str) -> str:
    return "language" if any(c.isalpha() for c in text) else "empty"


def rescored(looked: Looked, scorer: Scorer, claim: str) -> Looked:
    """Give the same with the probability of an optional judge, which reads the evidence only; the rules stay.

    A claim that stands in the source word for word needs no judge.
    """
    evidence = _evidence(looked)
    if not evidence or looked.facts.verbatim or looked.facts.copied:
        return looked
    score = scorer.score([p.text for p in evidence], claim)
    return replace(looked, facts=replace(looked.facts, probability=score))
