"""Words that lessen another: the claim has "mayor", the source "deputy mayor"; "plans" for "draft plans"."""

from collections.abc import Iterator
from itertools import pairwise

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.vocabulary import listed

_BELOW = frozenset(listed("deputy vice acting interim assistant honorary"))
"""Words before an office that make it a lesser one."""
_LESSENING = _BELOW | frozenset(listed("former ex provisional draft proposed planned attempted alleged"))
"""Words before another that make it less than that. A source may have more of those that are no offices: a former
minister was one, and "in place of the aqueduct" may be said of a proposed one."""


def lessened(located: Located) -> tuple[Rival, ...]:
    """Give the words that only one of claim and best sentence lessens; a person decides."""
    number = located.best(SAYS_IT)
    if number is None or _LESSENING.isdisjoint((*located.claim.low, *located.source.low(number))):
        return ()
    return tuple(_rivals(located, number))


def _rivals(located: Located, number: int) -> Iterator[Rival]:
    words, low = located.source.words(number), located.source.low(number)
    keys = [t.key for t in located.source.terms(number)]
    for ahead, word in pairwise(located.claim.words):
        places = [at for at, key in enumerate(keys) if at and key == located.key(word)] if word.plain else []
        before = {low[at - 1] for at in places}
        if not before:
            continue
        if ahead.low in _LESSENING:
            if before.isdisjoint(_LESSENING) and ahead.term.key in located.gone:
                yield rival_at(ahead, words, number, places[:1])
        elif before <= _BELOW and _LESSENING.isdisjoint(located.claim.low):
            yield rival_at(word, words, number, (places[0] - 1, places[0]))
