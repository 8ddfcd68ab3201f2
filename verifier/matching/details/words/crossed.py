"""Two clauses exchanged: the claim has "the press praised him and the union blamed him", the source the contrary."""

from collections import defaultdict
from itertools import combinations, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.terms import WORD, term_of

MOST_CLAUSES = 12
"""Clauses of a sentence that are compared. A longer sentence is a list, which sets nothing against anything."""


def crossed_clauses(located: Located) -> tuple[Rival, ...]:
    """Give a word of the claim that stands with words of one clause there and of the other in its best sentence.

    Each of two clauses of the claim has words from both of two clauses of the sentence: one was told with what belongs
    to the other, or the writer has joined them anew, so a person looks.
    """
    number = located.best(SAYS_IT)
    sentence = "" if number is None else located.source.sentence(number)
    if number is None or not CLAUSE.search(located.claim.text) or not CLAUSE.search(sentence):
        return ()
    ours, theirs = _clauses(located.claim.text), _clauses(sentence)
    placed: defaultdict[tuple[int, int], list[ClaimWord]] = defaultdict(list)
    for word in located.claim.content:
        here, there = ours.get(word.term.key, set()), theirs.get(located.key(word), set())
        if len(here) == len(there) == 1:
            placed[min(here), min(there)].append(word)
    for (clause, told), (other, also) in combinations(sorted(placed), 2):
        crossed = placed.get((clause, also)), placed.get((other, told))
        if clause != other and told != also and all(crossed):
            word, beside = placed[other, also][-1], placed[clause, also][-1]
            terms = tuple(term_of(w.surface) for w in sorted((beside, word), key=lambda w: w.start))
            return (Rival(word=word, terms=terms, sentence=number),)
    return ()


def _clauses(text: str) -> dict[str, set[int]]:
    """The keys of the words of a text, each with the numbers of the clauses that have it."""
    cuts = [0, *(m.start() for m in CLAUSE.finditer(text)), len(text)]
    clauses: dict[str, set[int]] = {}
    for clause, (start, end) in enumerate(pairwise(cuts[: MOST_CLAUSES + 1])):
        for surface in WORD.findall(text, start, end):
            clauses.setdefault(term_of(surface).key, set()).add(clause)
    return clauses
