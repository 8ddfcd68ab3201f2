"""Months, one by one: which the source has otherwise beside the same day or year ("3 May", where it has 3 March)."""

from collections.abc import Iterator
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, TermKind

OWN_SENTENCE = 0.75
"""Share of the best sentence's coverage from which a sentence is the claim's own: others may tell of other days."""


def other_months(located: Located) -> tuple[Rival, ...]:
    """Give the months of the claim for which its own sentence has another one beside the same day, year or word.

    A month that stands in that sentence or beside it is no rival's: two events of one year have two months.
    """
    content = located.claim.content
    out = []
    for at, word in enumerate(content):
        beside = _beside(located, at) if word.term.kind is TermKind.MONTH else set()
        rival = _rival(located, word, beside) if beside else None
        if rival is not None:
            out.append(rival)
    return tuple(out)


def _beside(located: Located, at: int) -> set[str]:
    """The keys of what touches a month of the claim: the day or word before it ("the end of"), the year behind it."""
    content = located.claim.content
    before = content[at - 1 : at] if content[at].glued else ()
    behind = [w for w in content[at + 1 : at + 2] if w.term.value is not None]
    return {located.key(w) for w in (*before, *behind)}


def _rival(located: Located, word: ClaimWord, beside: set[str]) -> Rival | None:
    bit = located.bits[word.term.key]
    best = located.coverage[located.order[0]] if located.order else 0.0
    for number in located.order[:3]:
        if located.coverage[number] < OWN_SENTENCE * best:
            break
        if any(mask & bit for mask in located.masks[max(0, number - 1) : number + 2]):
            continue
        for month in _months_of(located.line(number), beside):
            return Rival(word=word, terms=(month,), sentence=number)
    return None


def _months_of(line: list[Term], beside: set[str]) -> Iterator[Term]:
    """The months of a sentence that stand behind one of some words, or before it."""
    for one, other in (*pairwise(line), *pairwise(line[::-1])):
        if one.key in beside and other.kind is TermKind.MONTH:
            yield other
