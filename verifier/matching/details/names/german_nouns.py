"""German: another noun after the same preposition ("in Graz" for "in Wien").

All German nouns have a capital, so nothing here tells a name from another word for a thing. A person decides.
"""

from itertools import pairwise

from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.terms import is_name

_OF_PLACES = frozenset(("in", "nach", "aus", "von"))
"""Prepositions that stand before a place without an article."""


def other_nouns(located: Located) -> tuple[Rival, ...]:
    """Give the nouns after a preposition that the claim's own sentence lacks, with the noun that it has there."""
    own = own_sentence(located)
    if own is None or located.claim.language != "de":
        return ()
    told = located.source.words(own)
    there: dict[str, int] = {}
    for at, (one, other) in enumerate(pairwise(told), 1):
        if one in _OF_PLACES and is_name(other) and located.source.terms(own)[at].key not in located.bits:
            there.setdefault(one, at)
    return tuple(
        rival_at(word, told, own, (there[before.low],))
        for before, word in pairwise(located.claim.words)
        if before.low in there
        and word.glued
        and is_name(word.surface)
        and not located.bits.get(word.term.key, 0) & located.masks[own]
    )
