"""Two figures that belong together are compared together: scores, votes, ranges ("10-7"), and parts ("14 of 17")."""

import re
from collections.abc import Iterator
from itertools import islice

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.shares import told_in_per_cent
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import NEARLY_AS_GOOD, SAYS_IT, Located
from verifier.matching.numbers import PAIR, PART
from verifier.matching.terms import WORD, Term, term_of

_BY, _TO, _VOTES = "by ", " to ", " votes to "
_IN = " in "
"""Between two figures that tell a share ("one in ten"), which a source may tell in per cent."""
OF_A_PAIR = 2
"""Figures that a claim must have for one."""
MOST_PAIRS = 20
"""Pairs of a claim that are looked at."""


def other_pairs(located: Located) -> tuple[Rival, ...]:
    """Give the figures of the claim's pairs for which the place has a pair with another one of the two.

    A pair that the source has anywhere, in this order or the other, has no rival. Another pair is one if it has one of
    the two figures, or if it is the only score of a sentence that holds half of the claim.
    """
    if sum(w.term.kind == "number" for w in located.claim.words) < OF_A_PAIR:
        return ()
    return tuple(rival for sort in (PAIR, PART) for rival in _rivals(located, sort))


def _rivals(located: Located, sort: re.Pattern[str]) -> Iterator[Rival]:
    for words in islice(_pairs_of(located, sort), MOST_PAIRS):
        rival = _rival(located, words, sort)
        if rival is None or _is_told_apart(located, words, sort) or _is_told(located, words, sort):
            continue
        between = located.claim.text[words[0].end : words[1].start]
        if not (between.startswith(_IN) and told_in_per_cent(located, words[1])):
            yield rival


def _is_told(located: Located, words: tuple[ClaimWord, ClaimWord], sort: re.Pattern[str]) -> bool:
    """Whether the source has a pair of the two anywhere, in this order or the other."""
    pair = {w.term.key for w in words}
    return any(_keys(match).keys() == pair for match in _found(sort, located.source.folded.text))


def _pairs_of(located: Located, sort: re.Pattern[str]) -> Iterator[tuple[ClaimWord, ClaimWord]]:
    """The pairs of the claim, as its words."""
    at = {w.start: w for w in located.claim.words}
    for match in _found(sort, located.claim.text):
        one, other = at.get(match.start(1)), at.get(match.start(2))
        if one is not None and other is not None:
            yield one, other


def _found(sort: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The pairs of a text; "by 12 to 19" tells by how much and to what, and is none."""
    return (m for m in sort.finditer(text) if _VOTES in m[0] or not (_TO in m[0] and text.endswith(_BY, 0, m.start())))


def _is_told_apart(located: Located, words: tuple[ClaimWord, ClaimWord], sort: re.Pattern[str]) -> bool:
    """Whether the best sentence has both figures outside any pair: "Altmoor 2 Calder 3" for 3-2."""
    rest = sort.sub(" ", located.source.sentence(located.order[0]))
    return {w.term.key for w in words} <= {term_of(w).key for w in WORD.findall(rest)}


def _rival(located: Located, words: tuple[ClaimWord, ClaimWord], sort: re.Pattern[str]) -> Rival | None:
    """The pair that stands for the claim's, in the sentence that covers most of the claim."""
    mine = {w.term.key: w for w in words}
    best = located.coverage[located.order[0]]
    for number in sorted(located.place, key=lambda i: located.coverage[i], reverse=True):
        if located.coverage[number] < NEARLY_AS_GOOD * best:
            break
        told = list(_found(sort, located.source.sentence(number)))
        sure = sort is PAIR and located.covers(number, SAYS_IT)
        for match in told:
            theirs = _keys(match)
            if len(mine.keys() & theirs.keys()) == 1 or (sure and len(told) == 1):
                lost = next((w for w in words if w.term.key not in theirs), words[1])
                return Rival(word=lost, terms=tuple(theirs.values()), sentence=number)
    return None


def _keys(pair: re.Match[str]) -> dict[str, Term]:
    """The terms of a pair of the source, by their keys."""
    return {term.key: term for term in map(term_of, pair.groups())}
