"""Scores, votes and ranges: two figures that belong together are compared together ("10-7" is not "10-10")."""

import re
from collections.abc import Iterator
from itertools import islice

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import PAIR
from verifier.matching.terms import Term, term_of

OWN_SENTENCE = 0.45
"""Share of the best sentence's coverage from which a sentence speaks of the same: as for a single figure."""
SURE_SHARE = 0.5
"""Share of the claim from which a sentence's only pair is a rival even if it has neither figure: 6-3 for a vote of 5-4.
A sentence with less may be about another match or vote."""
MOST_PAIRS = 20
"""Pairs of a claim that are looked at."""


def other_pairs(located: Located) -> tuple[Rival, ...]:
    """Give the figures of the claim's pairs for which the place has a pair with another one of the two.

    A pair that the source has anywhere, in this order or the other, has no rival. Another pair is one if it has one of
    the two figures, or if it is the only one of a sentence that holds half of the claim.
    """
    claimed = list(islice(_pairs_of(located), MOST_PAIRS))
    if not claimed:
        return ()
    told = {frozenset(_keys(m)) for m in PAIR.finditer(located.source.folded.text)}
    absent = [words for words in claimed if frozenset(w.term.key for w in words) not in told]
    return tuple(rival for words in absent if (rival := _rival(located, words)) is not None)


def _pairs_of(located: Located) -> Iterator[tuple[ClaimWord, ClaimWord]]:
    """The pairs of the claim, as its words."""
    at = {w.start: w for w in located.claim.content}
    for match in PAIR.finditer(located.claim.text):
        one, other = at.get(match.start(1)), at.get(match.start(2))
        if one is not None and other is not None:
            yield one, other


def _rival(located: Located, words: tuple[ClaimWord, ClaimWord]) -> Rival | None:
    """The pair that stands for the claim's, in the sentence that covers most of the claim."""
    mine = {w.term.key: w for w in words}
    best = located.coverage[located.order[0]] if located.order else 0.0
    for number in sorted(located.place, key=lambda i: located.coverage[i], reverse=True):
        if located.coverage[number] < OWN_SENTENCE * best:
            break
        told = list(PAIR.finditer(located.source.sentence(number)))
        alone = len(told) == 1 and located.coverage[number] >= SURE_SHARE * located.claim.total
        for match in told:
            theirs = _keys(match)
            if len(mine.keys() & theirs.keys()) == 1 or alone:
                lost = next((w for w in words if w.term.key not in theirs), words[1])
                return Rival(word=lost, terms=tuple(theirs.values()), sentence=number)
    return None


def _keys(pair: re.Match[str]) -> dict[str, Term]:
    """The terms of a pair of the source, by their keys."""
    return {term.key: term for term in map(term_of, pair.groups())}
