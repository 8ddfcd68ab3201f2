"""Whom "he" or "she" stands for: the claim has "Berg sold it", the source "she sold it", and she is Falk."""

from collections.abc import Iterator
from itertools import takewhile

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.stems import is_past
from verifier.matching.terms import is_name, term_of

NEAR = 2
"""Sentences before a pronoun that are searched for the claim's name."""
FARTHEST = 15
"""Sentences before a pronoun that are searched for whom it stands for: a life tells of one person throughout."""

_OF_ONE = frozenset(("he", "she", "his", "her"))
"""Words in lower case that stand for one person."""
_SUBJECTS = frozenset(("he", "she"))
_OF_HER = frozenset(("she", "her"))


def other_than_meant(located: Located) -> tuple[Rival, ...]:
    """Give the name that opens the claim where "she" of the claim's own sentence stands for somebody else.

    The claim's name is that of one of the two sentences before. Whom a pronoun stands for is for a person to tell.
    """
    words = located.claim.words
    name = list(takewhile(lambda w: w.surface[0].isupper() and w.term.kind == "word", words))
    behind = words[len(name)].surface if name and len(name) < len(words) else ""
    own = located.best(SAYS_IT) if is_past(behind) or (behind and name[-1].surface.endswith("'s")) else None
    if own is None:
        return ()
    mine = {located.key(w) for w in name}
    meant = stands_for(located, own)
    near = {t.key for i in range(max(0, own - NEAR), own) for t in located.source.terms(i)}
    told = located.source.words(own)
    if not meant or not mine.isdisjoint(meant.union(t.key for t in located.source.terms(own))) or not mine <= near:
        return ()
    at = next(i for i, w in enumerate(told) if w.lower() in _OF_ONE)
    return (rival_at(name[-1], told, own, (at,)),)


def stands_for(located: Located, number: int) -> set[str]:
    """Give the keys of the name that "he" or "she" stands for in a sentence: the last one that opens a sentence.

    Nothing where the first pronoun behind that name is of the other sex.
    """
    source = located.source
    if _OF_ONE.isdisjoint(source.low(number)):
        return set()
    for before in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
        words = source.words(before)
        name = list(takewhile(is_name, words))
        named = len(name) > 1 or (name and is_past("".join(words[1:2])))
        if named and not source.has(words[0].lower()):
            first = next(i for i in range(before, number + 1) if not _OF_ONE.isdisjoint(source.low(i)))
            alike = _OF_HER.isdisjoint(source.low(first)) == _OF_HER.isdisjoint(source.low(number))
            return {term_of(w).key for w in name} if alike else set()
    return set()


def told_of(located: Located, own: int) -> Iterator[int]:
    """Give the sentence, and the one before it where "he" or "she" stands for somebody."""
    yield own
    if own and not _SUBJECTS.isdisjoint(located.source.low(own)):
        yield own - 1
