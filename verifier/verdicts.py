"""The verdict on a claim from the answers of its sources: which part each of them carries, and what none carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.fetching.base import Access
from verifier.matching.base import Match, Miss, MissKind, Verdict

TOGETHER_SUPPORTED, TOGETHER_REVIEW = 0.8, 0.5
"""Share of a claim's words that its sources must carry between them, with no sharp miss left, to count as supported,
or to be worth a reader's look. The first is the share that 19 of 20 supported claims of the development data reach."""

REASONS: dict[Access, str] = {
    Access.GONE: "gone",
    Access.SOFT_404: "gone",
    Access.BLOCKED: "blocked",
    Access.PAYWALL: "subscription",
    Access.RATE_LIMITED: "rate limit",
    Access.TEMPORARY: "temporary fault",
    Access.REFUSED: "no connection",
    Access.TOO_SLOW: "too slow",
    Access.TOO_LARGE: "too large",
    Access.BAD_REDIRECT: "bad redirect",
    Access.DENIED_ADDRESS: "address not allowed",
    Access.TLS_ERROR: "certificate",
    Access.PROTOCOL_ERROR: "broken answer",
    Access.NOT_TEXT: "no text",
    Access.EMPTY: "empty",
    Access.JS_NEEDED: "needs a browser",
    Access.ROBOTS: "robots.txt",
    Access.INVALID_URL: "invalid link",
    Access.NO_LINK: "no link",
    Access.NOT_CHECKED: "not fetched",
    Access.PART_ONLY: "only a part could be read",
}
"""Why a claim could not be checked, in the words that people read."""

_RANK = {
    Verdict.SUPPORTED: 5,
    Verdict.REVIEW: 4,
    Verdict.DETAIL_DIFFERS: 3,
    Verdict.PARTLY: 2,
    Verdict.NOT_FOUND: 1,
    Verdict.NOT_CHECKED: 0,
}
_SHARP = (MissKind.NUMBER, MissKind.DATE, MissKind.NAME, MissKind.QUOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one citation: could its source be read, and if so what it says. ``match`` is ``None`` if not."""

    access: Access
    match: Match | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVerdict:
    """What follows for a claim. ``score``: 0 to 1, the best of its answers, 0 where none was judged.

    ``carried``: for each answer, in order, the share of the claim's found words that it alone, or it too, carries.
    """

    verdict: Verdict
    reason: str | None
    score: float
    carried: tuple[float, ...] = ()


def verdict_of_answer(answer: Answer) -> tuple[Verdict, str | None]:
    """Give the verdict of one citation with its reason word; a page read in part is never called not-found."""
    match = answer.match
    if match is None or not answer.access.readable:
        return Verdict.NOT_CHECKED, REASONS.get(answer.access, "unknown")
    if answer.access is Access.PART_ONLY:
        if match.verdict is Verdict.NOT_FOUND:
            return Verdict.NOT_CHECKED, REASONS[Access.PART_ONLY]
        if match.verdict is Verdict.PARTLY:
            return Verdict.REVIEW, REASONS[Access.PART_ONLY]
    return match.verdict, match.reason


def verdict_of_claim(answers: Sequence[Answer]) -> ClaimVerdict:
    """Give the verdict on a claim by what all its sources say to it.

    One source that supports it is enough. Else the sources are laid together: what one lacks another may carry.
    Where a source could not be read, what the others lack may stand in it: then nothing is called not-found.
    """
    judged = [(a, *verdict_of_answer(a)) for a in answers]
    carried = _carried(answers)
    readable = [(a.match, v, r) for a, v, r in judged if v is not Verdict.NOT_CHECKED and a.match is not None]
    if not readable:
        return ClaimVerdict(verdict=Verdict.NOT_CHECKED, reason=_first_reason(judged), score=0.0, carried=carried)
    score = max(m.score for m, _, _ in readable)
    verdict, reason = _together([(m, v) for m, v, _ in readable])
    if verdict is not Verdict.SUPPORTED and reason is None:
        reason = next((r for _, v, r in readable if v is verdict and r), None)
    unread = next((r for _, v, r in judged if v is Verdict.NOT_CHECKED), None)
    if unread is not None:
        verdict, reason = _with_unread(verdict, reason, unread)
    return ClaimVerdict(verdict=verdict, reason=reason, score=score, carried=carried)


def _with_unread(verdict: Verdict, reason: str | None, unread: str) -> tuple[Verdict, str | None]:
    """What remains of a verdict when another source of the claim could not be read."""
    if verdict is Verdict.NOT_FOUND:
        return Verdict.NOT_CHECKED, unread
    if verdict is Verdict.PARTLY:
        return Verdict.REVIEW, f"another source: {unread}"
    return verdict, reason


def _together(answers: Sequence[tuple[Match, Verdict]]) -> tuple[Verdict, str | None]:
    best = max((v for _, v in answers), key=_RANK.__getitem__)
    if best is Verdict.SUPPORTED or len(answers) == 1:
        return best, None
    matches = [m for m, _ in answers]
    if any(_missed_by_all(miss, matches) for m in matches for miss in m.missing if _is_sharp(miss)):
        return best, None
    share = _share_together(matches)
    if share >= TOGETHER_SUPPORTED:
        return Verdict.SUPPORTED, "together"
    if share >= TOGETHER_REVIEW and _RANK[best] < _RANK[Verdict.REVIEW]:
        return Verdict.REVIEW, "together"
    return best, None


def _is_sharp(miss: Miss) -> bool:
    return miss.kind in _SHARP or miss.aligned


def _missed_by_all(miss: Miss, matches: Sequence[Match]) -> bool:
    """Whether no source has the words of the claim that this miss is about."""
    return not any(any(a <= miss.start and miss.end <= b for a, b in m.matched) for m in matches)


def _share_together(matches: Sequence[Match]) -> float:
    """The share of the claim's letters in words that a source has, of those in words that any of them weighed."""
    found = {span for m in matches for span in m.matched}
    lost = {(x.start, x.end) for m in matches for x in m.missing if x.kind is not MissKind.NEGATION} - found
    length = sum(b - a for a, b in found)
    whole = length + sum(b - a for a, b in lost)
    return length / whole if whole else 0.0


def _carried(answers: Sequence[Answer]) -> tuple[float, ...]:
    every = {span for a in answers if a.match for span in a.match.matched}
    return tuple(round(len(set(a.match.matched)) / len(every), 4) if a.match and every else 0.0 for a in answers)


def _first_reason(judged: Sequence[tuple[Answer, Verdict, str | None]]) -> str:
    """The reason of the first answer; one that was read and could not be judged comes before one that was not read."""
    reasons = [r for a, _, r in judged if a.match is not None and r] + [r for _, _, r in judged if r]
    return reasons[0] if reasons else "no source"
