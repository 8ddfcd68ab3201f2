"""What is left out of all: the claim has "two returned", the source "all but two returned", or the other way round."""

from collections.abc import Iterator, Sequence

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.stems import is_past

AHEAD = 6
"""Words behind a figure among which the verb stands that both texts say of it ("all but two of the old ships
returned")."""

_ALL = frozenset(("all", "every", "everyone", "everybody"))
_BUT = frozenset(("but", "except"))
_BUT_LENGTH = 2
"""Words of an "all but"."""


def left_out(located: Located) -> tuple[Rival, ...]:
    """Give the figures of the claim that one text leaves out of all, and of which the other says the same verb.

    No rival if either text denies anything, since "two did not return" is "all but two returned", or if a sentence has
    the figure as the claim has it.
    """
    if any(word.term.denying for word in located.claim.words):
        return ()
    rivals = (_rival(located, at) for at, word in enumerate(located.claim.words) if word.figure)
    return tuple(rival for rival in rivals if rival is not None)


def _rival(located: Located, at: int) -> Rival | None:
    word, said = located.claim.words[at], located.claim.low
    verb = _verb_behind(said, at)
    if not verb:
        return None
    found = None
    for number, place in _places(located, located.key(word)):
        told = located.source.low(number)
        if _is_left_out(told, place) == _is_left_out(said, at):
            return None
        if found is None and _verb_behind(told, place) == verb and not _denies(located, number):
            first = max(0, place - _BUT_LENGTH) if _is_left_out(told, place) else place
            found = rival_at(word, located.source.words(number), number, range(first, place + 1), sure=False)
    return found


def _places(located: Located, key: str) -> Iterator[tuple[int, int]]:
    """Sentence and place of each figure of the located sentences that has the same key."""
    for number in located.place:
        yield from ((number, i) for i, term in enumerate(located.source.terms(number)) if term.key == key)


def _is_left_out(low: Sequence[str], at: int) -> bool:
    """Whether an "all but" stands before a place."""
    return at >= _BUT_LENGTH and low[at - 1] in _BUT and not _ALL.isdisjoint(low[max(0, at - AHEAD) : at - 1])


def _verb_behind(low: Sequence[str], at: int) -> str:
    """The first verb in the past behind a place, ``""`` if none is near."""
    return next((word for word in low[at + 1 : at + 1 + AHEAD] if is_past(word)), "")


def _denies(located: Located, number: int) -> bool:
    return any(term.denying for term in located.source.terms(number))
