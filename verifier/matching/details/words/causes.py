"""Why: "shut because of rust", where the source names cracks as the reason and tells of the rust elsewhere."""

import re

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located

LEAST_SAID = 2
"""Words of weight that the claim's reason must have. A sentence must have as many of the words that the reason
explains."""

_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|on account of|as a result of|thanks to|after being|for (?:lack|want) of)\b"
)


def other_causes(located: Located) -> tuple[Rival, ...]:
    """Give the first word of the claim's reason if the source has another and tells this one elsewhere.

    A chosen sentence has what the claim explains, and a "because" without any word of the claim's reason. Another
    sentence has half of that reason. Both reasons can be true, so a person decides.
    """
    reason, rest = _reason(located)
    told_apart = len(reason) >= LEAST_SAID and _is_told_elsewhere(located, reason)
    for number in located.chosen if told_apart else ():
        sentence = located.source.sentence(number)
        theirs = _CAUSE.search(sentence.lower())
        mask = located.masks[number]
        said = sum(bool(mask & located.bits[w.term.key]) for w in rest)
        if theirs and said >= LEAST_SAID and not any(mask & located.bits[w.term.key] for w in reason):
            places = located.source.places(number, theirs.start(), _end_of(sentence, theirs))
            return (rival_at(reason[0], located.source.words(number), number, places),)
    return ()


def _reason(located: Located) -> tuple[list[ClaimWord], list[ClaimWord]]:
    """The words of weight of the claim's reason, and those before it; none where it gives no reason."""
    text, content = located.claim.text, located.claim.content
    ours = _CAUSE.search(text.lower())
    if ours is None:
        return [], []
    last = _end_of(text, ours)
    return [w for w in content if ours.end() <= w.start < last], [w for w in content if w.start < ours.start()]


def _end_of(text: str, cause: re.Match[str]) -> int:
    """The offset in a text at which the reason after a "because" ends."""
    end = CLAUSE.search(text, cause.end())
    return end.start() if end else len(text)


def _is_told_elsewhere(located: Located, reason: list[ClaimWord]) -> bool:
    """Whether one sentence has half of a reason."""
    total = sum(w.weight for w in reason)
    told = (sum(w.weight for w in reason if mask & located.bits[w.term.key]) for mask in set(located.masks))
    return any(weight >= SAYS_IT * total for weight in told)
