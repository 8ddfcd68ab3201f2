"""Compares figures that belong together in pairs: scores, votes and ranges ("10-7"), and parts ("14 of 17")."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.shares import told_in_per_cent
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import NEARLY_AS_GOOD, SAYS_IT, Located
from verifier.matching.numbers import PAIR, PART
from verifier.matching.terms import WORD, Term, term_of

_BY, _TO, _VOTES = "by ", " to ", " votes to "
_IN = " in "
"""Between the two figures of a share ("one in ten"), which the source may give in per cent."""
_IN_ROW = frozenset((", ", " ", "; "))
"""Between two scores of one match."""
OF_A_PAIR = 2
"""Least numbers that a claim with a pair has."""
MOST_PAIRS = 20
"""Most pairs of a claim that are checked."""


def other_pairs(located: Located) -> tuple[Rival, ...]:
    """Give the figures of the claim's pairs that differ in a pair of the place: claim "10-7", source "10-10".

    A pair that the source has anywhere, in either order, has no rival. Another pair is a rival if it shares one figure
    with the claim's, or if it is the only score of a sentence that covers half of the claim.
    """
    if sum(w.term.kind == "number" for w in located.claim.words) < OF_A_PAIR:
        return ()
    rivals = (rival for sort in (PAIR, PART) for rival in _rivals(located, sort))
    return (*rivals, *_in_copied_rows(located))


def _in_copied_rows(located: Located) -> Iterator[Rival]:
    """The scores for which a sentence has another one after the same score: "6-4, 6-1" for "6-4, 6-0".

    If the source has the claim's score elsewhere, it belongs to another match.
    """
    words = {w.start: w for w in located.claim.words}
    rows = list(_rows(located.claim.text))
    for number in located.place if rows else ():
        told = list(_rows(located.source.sentence(number)))
        there = {match.groups() for pair in told for match in pair}
        for one, other in rows:
            behind = [b for a, b in told if a.groups() == one.groups()]
            if behind and other.groups() not in there and other.groups()[::-1] not in there:
                changed = 1 if behind[0][1] != other[1] else 2
                if other.start(changed) in words:
                    terms = tuple(map(term_of, behind[0].groups()))
                    yield Rival(word=words[other.start(changed)], terms=terms, sentence=number)


def _rows(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Pairs of scores that follow one another: "6-4, 6-0"."""
    matches = list(islice(PAIR.finditer(text), MOST_PAIRS))
    return ((a, b) for a, b in pairwise(matches) if text[a.end() : b.start()] in _IN_ROW)


def _rivals(located: Located, sort: re.Pattern[str]) -> Iterator[Rival]:
    """The rivals of the claim's pairs of one sort."""
    for words in islice(_pairs_of(located, sort), MOST_PAIRS):
        rival = _rival(located, words, sort)
        if rival is None or _is_told_apart(located, words, sort) or _is_told(located, words, sort):
            continue
        between = located.claim.text[words[0].end : words[1].start]
        if not (between.startswith(_IN) and told_in_per_cent(located, words[1])):
            yield rival


def _is_told(located: Located, words: tuple[ClaimWord, ClaimWord], sort: re.Pattern[str]) -> bool:
    """Whether the source has a pair of the two figures anywhere, in either order."""
    pair = {w.term.key for w in words}
    return any(_keys(match).keys() == pair for match in _found(sort, located.source.folded.text))


def _pairs_of(located: Located, sort: re.Pattern[str]) -> Iterator[tuple[ClaimWord, ClaimWord]]:
    """The pairs of the claim, as its words."""
    at = {w.start: w for w in located.claim.words}
    for match in _found(sort, located.claim.text):
        first, second = at.get(match.start(1)), at.get(match.start(2))
        if first is not None and second is not None:
            yield first, second


def _found(sort: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The pairs of a text. "By 12 to 19" says by how much and to what, and is no pair."""
    return (m for m in sort.finditer(text) if _VOTES in m[0] or not (_TO in m[0] and text.endswith(_BY, 0, m.start())))


def _is_told_apart(located: Located, words: tuple[ClaimWord, ClaimWord], sort: re.Pattern[str]) -> bool:
    """Whether the best sentence has both figures outside any pair: "Altmoor 2 Calder 3" for 3-2."""
    rest = sort.sub(" ", located.source.sentence(located.order[0]))
    return {w.term.key for w in words} <= {term_of(w).key for w in WORD.findall(rest)}


def _rival(located: Located, words: tuple[ClaimWord, ClaimWord], sort: re.Pattern[str]) -> Rival | None:
    """The pair in place of the claim's, in the first of the best sentences that has one."""
    said = {w.term.key for w in words}
    best = located.coverage[located.order[0]]
    for number in sorted(located.place, key=lambda i: located.coverage[i], reverse=True):
        if located.coverage[number] < NEARLY_AS_GOOD * best:
            break
        pairs = list(_found(sort, located.source.sentence(number)))
        is_only_score = sort is PAIR and len(pairs) == 1 and located.covers(number, SAYS_IT)
        for match in pairs:
            told = _keys(match)
            if is_only_score or len(said & told.keys()) == 1:
                lost = next((w for w in words if w.term.key not in told), words[1])
                return Rival(word=lost, terms=tuple(told.values()), sentence=number)
    return None


def _keys(pair: re.Match[str]) -> dict[str, Term]:
    """The terms of a pair of the source by their keys."""
    return {term.key: term for term in map(term_of, pair.groups())}
