"""A "not" on one side only: the claim denies what the source states, or states what the source denies."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.matching.details.denials.cut_out import cut_out_denial
from verifier.matching.details.denials.denied_words import is_number_sign
from verifier.matching.details.denials.dropped import dropped_denial
from verifier.matching.details.denials.inserted import inserted_denial
from verifier.matching.details.rivals import Denial
from verifier.matching.details.words.opposing import is_denied
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.vocabulary import BEING, DENYING_PHRASES, DENYING_VERBS, VOTING

_AGAINST = "against"
_NON = "non"
"""Denies in Italian; which other words of it deny by their meaning is not known, so that a person looks."""
DENIED_WITHIN = 4
"""Words after an Italian "non" among which the denied word stands ("non si sono registrati")."""
_TAKING_SIDES = VOTING | BEING | {"ruled", "rule", "came", "out"}
"""Words after which "against" says that somebody is opposed to something."""


def denials(located: Located, quoted: Sequence[tuple[int, int]] = ()) -> tuple[Denial, ...]:
    """Give the denials that only claim or only source has; those in ``quoted`` spans belong to the quotations."""
    words = located.claim.words
    denying = [
        at
        for at, w in enumerate(words)
        if (w.term.kind == "negation" or _is_italian(located, at) or _fails_to(located, at))
        and not any(a <= w.start < b for a, b in quoted)
        and not (w.low == "nor" and "neither" in located.claim.low[:at])
        and not is_number_sign(w.surface, words[at + 1].surface if at + 1 < len(words) else "")
    ]
    found = (inserted_denial(located, at) for at in denying)
    inserted = [replace(d, sure=d.sure and d.word.low != _NON) for d in found if d is not None]
    cut_out = cut_out_denial(located)
    if cut_out or inserted or denying or _denies_in_other_words(located):
        return (*inserted, cut_out) if cut_out else tuple(inserted)
    removed = dropped_denial(located) or _dropped_in_italian(located)
    return (removed,) if removed else ()


def _is_italian(located: Located, at: int) -> bool:
    """Whether a word is an Italian "non" that no sentence about the same has; in English "non" is a prefix.

    A sentence that has none of the words after it is about something else, and its own "non" does not count.
    """
    if located.claim.language != "it" or located.claim.low[at] != _NON:
        return False
    behind = {located.key(w) for w in located.claim.words[at + 1 : at + 1 + DENIED_WITHIN] if w.weight}
    about = (i for i in located.place if not behind.isdisjoint(located.source.keys(i)))
    return all(_NON not in located.source.low(i) for i in about)


def _dropped_in_italian(located: Located) -> Denial | None:
    """The "non" of the best sentence about a word that the Italian claim states without one; a person decides."""
    best = located.best(SAYS_IT)
    if located.claim.language != "it" or best is None or _NON in located.claim.low:
        return None
    low, terms = located.source.low(best), located.source.terms(best)
    stated = {located.key(w): w for w in located.claim.content if w.plain}
    denied = [t.key for i, word in enumerate(low) if word == _NON for t in terms[i + 1 : i + 1 + DENIED_WITHIN]]
    key = next((k for k in denied if k in stated and located.source.keys(best).count(k) == 1), None)
    return Denial(word=stated[key], sentence=best, in_claim=False, sure=False) if key else None


def _fails_to(located: Located, at: int) -> bool:
    """Whether the claim denies what follows by a verb that its best sentence has not: "failed to save"."""
    low, words = located.claim.low, located.claim.words
    if low[at] not in DENYING_VERBS or low[at + 1 : at + 2] != ("to",) or is_denied([w.term for w in words], at):
        return False
    return not located.masks[located.order[0]] & located.bits.get(words[at].term.key, 0)


def _denies_in_other_words(located: Located) -> bool:
    """Whether the claim denies by a word ("refused"), by two ("has yet to", "ruled out"), or is against something.

    A word that the best sentence has as well ("the ban") denies the same in both, and may leave a "not" dropped, as may
    what is done against something ("protested against the plan").
    """
    words, best = located.claim.words, located.order[0]
    if any(w.term.denying and not located.masks[best] & located.bits.get(w.term.key, 0) for w in words):
        return True
    said, told = (list(pairwise(low)) for low in (located.claim.low, located.source.low(best)))
    if any(DENYING_PHRASES.get(one) == other for one, other in said):
        return True
    if not any(one in _TAKING_SIDES and other == _AGAINST for one, other in said):
        return False
    against = {one for one, other in told if other == _AGAINST}
    return not against or not against.isdisjoint(DENYING_PHRASES)  # "advised against" it
