"""Comparisons turned round: the claim has "stone rather than brick", the source "brick rather than stone"."""

from collections.abc import Iterator, Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.details.words.opposing import read_directions, sides_of
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.terms import Term, term_of

BEFORE, BEHIND = 12, 3
"""Words before and after "than" among which the two compared things stand."""
COMPARING = 5
"""Words before "than" among which the comparing word stands ("less likely to sink than")."""
_COMPARING = frozenset(("than", "as"))
_LESS = frozenset(("less", "fewer", "lower", "smaller", "worse"))
"""Words by which a comparison is told from its other side: "hit less hard than the north"."""


def turned_comparisons(located: Located) -> tuple[Rival, ...]:
    """Give the claim's word after "than", if its own sentence has that before "than" and the other one after it."""
    return tuple(rival for rival, mirrored in _exchanged(located) if not mirrored)


def is_mirrored(located: Located) -> bool:
    """Whether the claim's own sentence compares the same two from the other side: "poorer" where it has "richer"."""
    return any(mirrored for _, mirrored in _exchanged(located)) or _is_one_sided(located)


def _is_one_sided(located: Located) -> bool:
    """Whether only one of claim and best sentence has a "than", and the other one speaks of the year behind it.

    "Fewer than in 2010" is told by "there were more in 2010".
    """
    told = located.source.words(located.order[0])
    ours, theirs = _years_behind_than(located.claim.surfaces), _years_behind_than(told)
    others = located.source.keys(located.order[0]) if ours else located.bits
    return bool(ours) is not bool(theirs) and not (ours | theirs).isdisjoint(others)


def _years_behind_than(words: Sequence[str]) -> set[str]:
    """The keys of the years that stand behind a "than"."""
    at = _than(words)
    terms = map(term_of, words[at + 1 : at + 1 + BEHIND] if at else ())
    return {t.key for t in terms if looks_like_year(t.value)}


def _exchanged(located: Located) -> Iterator[tuple[Rival, bool]]:
    """The two compared things that the claim's own sentence exchanges, and whether it says the contrary of them."""
    words = located.claim.words
    surfaces = located.claim.surfaces
    at = 0 if _COMPARING.isdisjoint(located.claim.low) else _than(surfaces)
    if not at:
        return
    first = {located.key(w) for w in words[max(0, at - BEFORE) : at] if _may_be_compared(w)}
    second = [w for w in words[at + 1 : at + 1 + BEHIND] if _may_be_compared(w)]
    how = {located.key(w) for w in words[max(0, at - COMPARING) : at] if w.plain and not w.term.denying}
    for number in located.place:
        theirs = located.source.words(number)
        before, behind = _sides(theirs)
        before_keys, behind_keys = {t.key for t in before}, {t.key for t in behind}
        if how.isdisjoint(before_keys) and not located.covers(number, SAYS_IT):
            continue
        turned = tuple(t for t in behind if t.key in first - before_keys)
        word = next((w for w in second if located.key(w) in before_keys - behind_keys), None)
        if turned and word is not None:
            yield Rival(word=word, terms=turned[:1], sentence=number), _run_against(surfaces, theirs)
            return


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


def _run_against(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether what stands before "than" in two texts are opposites, or one of them only says "less".

    What is compared is none of them: "females are larger than males".
    """
    said, told = _comparing(ours, theirs), _comparing(theirs, ours)
    opposites = frozenset().union(*(against for word in said for _, against in sides_of(word)))
    return _LESS.isdisjoint(said) is not _LESS.isdisjoint(told) or not opposites.isdisjoint(told)


def _comparing(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words before "than" in lower case, with their directions read, without what other words have behind it."""
    at, there = _than(words), _than(others)
    behind = {w.lower() for w in others[there + 1 : there + 1 + BEHIND]}
    return read_directions([w.lower() for w in words[max(0, at - COMPARING) : at] if w.lower() not in behind])


def _may_be_compared(word: ClaimWord) -> bool:
    return bool(word.weight) and word.term.kind != "number"


def _sides(words: Sequence[str]) -> tuple[list[Term], list[Term]]:
    """The words before and behind "than" in a sentence; none where it compares nothing."""
    at = _than(words)
    if not at:
        return [], []
    before, behind = map(term_of, words[max(0, at - BEFORE) : at]), map(term_of, words[at + 1 : at + 1 + BEHIND])
    return [t for t in before if t.kind == "word"], [t for t in behind if t.kind == "word"]
