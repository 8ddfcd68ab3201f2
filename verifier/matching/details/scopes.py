"""How much of it: "in every river", where the source has "in at least four rivers"."""

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.vocabulary import ALL, SOME

_ALL = ALL | {"always", "everyone", "everybody"}
_WHOLLY = _ALL | frozenset(
    ("any", "both", "whole", "entire", "entirely", "throughout", "across", "total", "none", "no")
)
"""Words with which a sentence may mean the whole."""
_PARTLY = SOME | frozenset(("part", "parts", "partly", "least", "sometimes", "often", "mainly", "mostly"))


def widened(located: Located) -> tuple[Rival, ...]:
    """Give the "all" of a claim whose best sentence speaks of a part and nowhere of the whole."""
    said = [w for w in located.claim.words if w.low in _ALL]
    number = located.best(SAYS_IT) if said else None
    if number is None:
        return ()
    told = located.source.low(number)
    part = [at for at, word in enumerate(told) if word in _PARTLY]
    if not part or not _WHOLLY.isdisjoint(told):
        return ()
    return (rival_at(said[0], told, number, part[:1]),)
