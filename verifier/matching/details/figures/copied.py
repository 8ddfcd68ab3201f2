"""Figures in copied words: the claim repeats a sentence of the source word for word, but with another figure."""

from collections.abc import Iterator

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import alike_about
from verifier.matching.details.figures.reckoned import COMPARING
from verifier.matching.details.figures.retold import is_given_otherwise
from verifier.matching.details.figures.shares import told_as_rest
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SPEAKS_OF_IT, Located
from verifier.matching.numbers import is_ordinal, looks_like_year
from verifier.matching.rounding import Hedge, is_year, may_stand_for
from verifier.matching.terms import Term

COPIED = 3
"""Least words around a figure, on both sides together, that must be the same around the other one. Two are the same by
chance ("in 1990 the")."""


def other_in_copied(located: Located) -> tuple[Rival, ...]:
    """Give the figures of the claim in whose place a sentence has another figure, between the same words.

    That sentence says more of the rest of the claim than any sentence with the claim's figure, so that the claim's
    figure belongs to something else there. At the end of the claim, words before the figure are enough, and the rival
    is sure if it ends its sentence too. No rival if a sentence has the claim's own figure in copied words, or if the
    source gives the figure in another form.
    """
    words = located.claim.words
    found = (_rival(located, at) for at, word in enumerate(words) if word.figure or is_ordinal(word.low))
    return tuple(rival for rival in found if rival is not None)


def _rival(located: Located, at: int) -> Rival | None:
    """The other figure in place of the claim's figure at ``at``."""
    word = located.claim.words[at]
    bit = located.bits.get(word.term.key, 0)
    having = [i for i in located.order if located.masks[i] & bit]
    most = max((_rest(located, i, bit) for i in having), default=0.0)
    better = [i for i in located.place if not located.masks[i] & bit and _rest(located, i, bit) > most]
    rival = next((r for number in better for r in _rivals_in(located, at, number)), None)
    if rival is None:
        return None
    reckonable = not (rival.sure and is_year(word))  # a "two years later" is about something else then
    if reckonable and _is_told_otherwise(located, word):
        return None
    return None if any(_is_copied(located, at, number) for number in having) else rival


def _rivals_in(located: Located, at: int, number: int) -> Iterator[Rival]:
    """The figures of a sentence in copied words that may be rivals of the claim's figure at ``at``."""
    if not located.covers(number, SPEAKS_OF_IT) or compares_alone(located, number):
        return
    word, words = located.claim.words[at], located.source.words(number)
    for place, term in enumerate(located.source.terms(number)):
        if term.kind == "number" and term.key not in located.bits and _is_rival(word, words[place], term):
            alike = list(alike_about(located.claim.low, at, located.source.low(number), place))
            both = len(alike) >= COPIED and min(alike) < at < max(alike)
            if both or (len(alike) >= COPIED and at + 1 == len(located.claim.words)):
                yield rival_at(word, words, number, (place,), sure=both or place + 1 == len(words))


def _is_copied(located: Located, at: int, number: int) -> bool:
    """Whether a sentence has the claim's own figure with the same words around it."""
    key, said, told = located.key(located.claim.words[at]), located.claim.low, located.source.low(number)
    own = (i for i, term in enumerate(located.source.terms(number)) if term.key == key)
    return any(len(list(alike_about(said, at, told, i))) >= COPIED for i in own)


def _is_told_otherwise(located: Located, word: ClaimWord) -> bool:
    """Whether the source lacks the figure itself, but gives it in another form or as the rest of another figure."""
    if word.term.key not in located.gone:
        return False
    content = located.claim.content
    at = next((i for i, other in enumerate(content) if other.start == word.start), None)
    return at is not None and (is_given_otherwise(located, at) or told_as_rest(located, at))


def compares_alone(located: Located, number: int) -> bool:
    """Whether the claim compares and a sentence does not: "11,000 euros cheaper" beside "it was 174,000 euros"."""
    return not COMPARING.intersection(located.claim.low).issubset(located.source.low(number))


def _rest(located: Located, number: int, bit: int) -> float:
    """The weight of the claim in a sentence, without the figure."""
    return located.weight(located.masks[number] & ~bit)


def _is_rival(word: ClaimWord, other: str, term: Term) -> bool:
    """Whether another figure, ``other`` with its term, is of the same sort and not what the claim's figure rounds."""
    if is_ordinal(word.low) != is_ordinal(other.lower()):
        return False
    alike = looks_like_year(word.term.value) == looks_like_year(term.value)
    return alike and not may_stand_for(word, term.value, Hedge.ABOUT)
