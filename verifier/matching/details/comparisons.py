"""Comparisons turned round: "stone rather than brick", where the source has brick rather than stone."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, term_of

BEFORE, BEHIND = 8, 3
"""Words before and after "than" among which the two that are compared stand."""
SURE_SHARE = 0.5
"""Share of the claim that a sentence must cover to compare the same: below, it may weigh the two from its own side."""

_LESS = frozenset(("less", "fewer", "lower", "smaller", "worse"))
"""Words by which a comparison is told from its other side: "hit less hard than the north"."""


def turned_comparisons(located: Located) -> tuple[Rival, ...]:
    """Give the word behind "than" in the claim that the claim's own sentence has before it, and the other behind it."""
    words = located.claim.words
    surfaces = located.claim.surfaces
    at = _than(surfaces)
    if not at:
        return ()
    first = {located.key(w) for w in words[max(0, at - BEFORE) : at] if _may_be_compared(w)}
    second = [w for w in words[at + 1 : at + 1 + BEHIND] if _may_be_compared(w)]
    for number in located.order[:3]:
        if located.coverage[number] < SURE_SHARE * located.claim.total:
            break
        theirs = located.source.words(number)
        if _says_less(theirs) is _says_less(surfaces):
            before, behind = _sides(theirs)
            before_keys, behind_keys = {t.key for t in before}, {t.key for t in behind}
            turned = tuple(t for t in behind if t.key in first - before_keys)
            for word in second:
                if turned and located.key(word) in before_keys - behind_keys:
                    return (Rival(word=word, terms=turned[:1], sentence=number),)
    return ()


def _than(words: Sequence[str]) -> int:
    """Where a comparison has its "than", or the second "as" of "as fast as"; 0 for none.

    The "than" of "more than twice" compares nothing.
    """
    low = [w.lower() for w in words]
    for at, word in enumerate(low):
        bound = at + 1 < len(low) and term_of(words[at + 1]).kind == "number"
        if (word == "than" and not bound) or (word == "as" and low[at - 2 : at - 1] == ["as"]):
            return at
    return 0


def _says_less(words: Sequence[str]) -> bool:
    return not _LESS.isdisjoint(map(str.lower, words))


def _may_be_compared(word: ClaimWord) -> bool:
    return bool(word.weight) and word.term.kind != "number"


def _sides(words: Sequence[str]) -> tuple[list[Term], list[Term]]:
    """The words before and behind "than" in a sentence; none where it compares nothing."""
    at = _than(words)
    if not at:
        return [], []
    before, behind = map(term_of, words[max(0, at - BEFORE) : at]), map(term_of, words[at + 1 : at + 1 + BEHIND])
    return [t for t in before if t.kind == "word"], [t for t in behind if t.kind == "word"]
