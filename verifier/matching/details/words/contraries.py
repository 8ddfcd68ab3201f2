"""Contraries: a word of the source that rules out a claim's word and stands nearer to the words around that one."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.details.words.opposing import is_denied
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import CONVERSES

SURE_LEAD = 2
"""Words of the claim by which more must stand beside another word than beside the claim's own, where the sentence has
both and the claim's own has some: one more may come by chance ("separated from the budget and linked to a tax")."""
REACH = 5
"""Words on each side of a word that tell what it is said of."""

IN_ORDER = frozenset(("before", "prior", "preceding", "after", "following"))
"""Words that have a counterpart which says the same with the two sides exchanged."""


def is_other_order(located: Located, at: int, behind: Sequence[Term]) -> bool:
    """Whether a word that orders two things has the other one of them behind it in the source.

    "The vote was held before she resigned" is told by "after the vote she resigned": the source's "vote" stands not
    behind the claim's ``at``. ``behind``: what stands behind the source's word.
    """
    words, last = located.claim.words, at + 1 + REACH
    first = next((t.key for t in behind if t.kind != "stop"), None)
    return first in _keys_of(located, (*words[:at], *words[last:])) - _keys_of(located, words[at + 1 : last])


class Contrary(NamedTuple):
    """A word, what says the same, and what rules it out.

    ``sided``: what is said of the two stands on the same side of them; ``next_alike``: the word behind them is the same
    (a "sister Marta" is no rival of a "brother Jonas").
    """

    same: frozenset[str]
    others: frozenset[str]
    sided: bool = False
    next_alike: bool = False


def rival_of(
    located: Located, at: int, contrary: Contrary, about: Mapping[int, list[str]], *, denied: bool = False
) -> Rival | None:
    """Give what stands against word ``at`` of the claim beside the words that the claim has about it.

    ``about``: the words of the claim's own sentences, by their numbers, best first; ``denied``: whether the claim
    denies the word, as the source must its rival.
    """
    said = located.claim.words
    left, right = _keys_of(located, said[max(0, at - REACH) : at]), _keys_of(located, said[at + 1 : at + REACH + 1])
    if not left | right:
        return None
    telling = takewhile(lambda told: not contrary.others.isdisjoint(told[1]), about.items())
    rivals = (_in_sentence(located, at, contrary, told, (left, right), denied=denied) for told in telling)
    rival = next((found for found in rivals if found is not None), None)
    if rival is None:
        return _apart(located, at, contrary, about, denied=denied)
    return None if _stated_elsewhere(located, at, contrary.same, rival.sentence) else rival


def _in_sentence(
    located: Located,
    at: int,
    contrary: Contrary,
    told: tuple[int, list[str]],
    beside: tuple[set[str], set[str]],
    *,
    denied: bool,
) -> Rival | None:
    """What stands against a word of the claim in one sentence, ``told`` with its number.

    ``beside``: the keys of the words before and behind the claim's word.
    """
    (number, surfaces), (left, right), word = told, beside, located.claim.words[at]
    words, behind = located.source.words(number), located.claim.words[at + 1 : at + REACH]
    mine = _places(surfaces, contrary.same)
    if any(_next_alike(located, behind, words[i + 1 : i + REACH]) for i in mine):
        return None  # "the early 1970s" stands there, whatever else was late
    # with one side only in the sentence, a passive may turn the words about it round
    converse = word.low in CONVERSES
    sides = beside if mine or converse or contrary.sided else (left | right, left | right)
    own = max((_shared(words, i, left | right, left | right) for i in mine), default=0)
    for place in _places(surfaces, contrary.others):
        if converse and not _shared(words, place, left, set()):
            continue  # "the shed was sold to Berg" says that Berg bought it
        if contrary.next_alike and not _next_alike(located, behind, words[place + 1 : place + REACH]):
            continue
        lead = _shared(words, place, *sides) - own
        if lead > 0 and is_denied([*map(term_of, words)], place) == denied:
            sure = not own or lead >= SURE_LEAD
            return Rival(word=word, terms=(term_of(words[place]),), sentence=number, sure=sure)
    return None


def _apart(
    located: Located, at: int, contrary: Contrary, about: Mapping[int, list[str]], *, denied: bool
) -> Rival | None:
    """What rules out a word that the source has in no form, wherever in the best sentence it stands: a person looks."""
    word = located.claim.words[at]
    number, surfaces = next(iter(about.items()), (0, []))
    if (
        not surfaces
        or word.term.key not in located.gone
        or contrary.next_alike
        or not located.covers(number, SAYS_IT)
        or any(not contrary.same.isdisjoint(told) for told in about.values())
    ):
        return None
    terms = located.source.terms(number)
    place = next((i for i in _places(surfaces, contrary.others) if is_denied(terms, i) == denied), None)
    return None if place is None else Rival(word=word, terms=(terms[place],), sentence=number, sure=False)


def _stated_elsewhere(located: Located, at: int, same: frozenset[str], number: int) -> bool:
    """Whether another sentence says the same beside a figure or name that the rival's lacks and the claim has there.

    "Born in 1939" is no rival of "died in 2011" where "she died in 2011" stands further down.
    """
    beside = located.claim.words[max(0, at - REACH) : at + REACH + 1]
    sharp = {located.key(w): located.bits[w.term.key] for w in beside if w.figure or w.name}
    lacking = {key for key, bit in sharp.items() if not bit & located.masks[number]}
    for other in located.place if lacking else ():
        terms = located.source.terms(other)
        for i in _places(located.source.low(other), same):
            if not lacking.isdisjoint(t.key for t in terms[max(0, i - REACH) : i + REACH + 1]):
                return True
    return False


def _next_alike(located: Located, said: Sequence[ClaimWord], words: Sequence[str]) -> bool:
    """Whether the next word of weight is the same in the claim and in a sentence, signs of money passed over."""
    wanted = next((located.key(w) for w in said if w.weight and w.surface[0].isalnum()), "")
    behind = (term_of(w) for w in words if w[0].isalnum())
    return wanted == next((t.key for t in behind if t.kind != "stop"), None)


def _places(surfaces: list[str], listed: frozenset[str]) -> list[int]:
    return [at for at, surface in enumerate(surfaces) if surface in listed]


def _keys_of(located: Located, words: Sequence[ClaimWord]) -> set[str]:
    return {located.key(w) for w in words if w.weight}


def _shared(words: Sequence[str], at: int, left: set[str], right: set[str]) -> int:
    """How many of the claim's words about its direction stand about a place of a sentence, on the same side of it."""
    before = {term_of(w).key for w in words[max(0, at - REACH) : at]}
    behind = {term_of(w).key for w in words[at + 1 : at + REACH + 1]}
    return len(left & before) + len(right & behind)
