"""Another name before the same words: "Berg criticised the plan", where the source has "Falk criticised the plan"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import ROOT_OF_NAMES, are_of_one_name
from verifier.matching.details.names.whole_names import names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SPEAKS_OF_IT, Located
from verifier.matching.terms import is_name, term_of

LEAST_SAME = 3
"""Words after the two names that must be the same, from the first one on. With two, half of the findings are common
phrases ("was born")."""
LEAST_WEIGHTY = 2
"""How many of these words must have weight."""
LISTED_WITHIN = 6
"""Words before the same words among which the claim's name makes one list with the other ("Falk and Berg
criticised")."""

LONGEST_ASIDE = 12
"""Words of an aside about a subject ("Falk, who came to the council after Berg, criticised")."""

_RELATIVE = frozenset(("who", "whose", "whom"))
_NO_SUBJECT_AFTER = frozenset(("of", "by", "with", "from", "in", "at", "for", "to", "on", "near", "under", "and", "or"))
"""A name after one of these words is not the subject of the verb that follows it, or not the only one."""


def other_subjects(located: Located) -> tuple[Rival, ...]:
    """Give the claim's names for which a source sentence has another name directly before the same words.

    The two can be one: a capital stands for its country, a ministry for its minister. So a person decides.
    """
    rivals = (_other_subject(located, name) for name in names_of(located))
    return tuple(rival for rival in rivals if rival is not None)


def _other_subject(located: Located, name: Sequence[ClaimWord]) -> Rival | None:
    words = located.claim.words
    at = located.claim.places[name[-1].start]
    before = located.claim.low[at - len(name)] if at >= len(name) else ""
    if name[-1].surface.endswith("'s") or before in _NO_SUBJECT_AFTER or at + LEAST_SAME >= len(words):
        return None
    if located.claim.text[words[at].end : words[at + 1].start] != " ":
        return None
    found = None
    for number, place in _subjects_of_same(located, at):
        told = located.source.words(number)
        if _is_of_name(located, name, told, place) or _is_in_list_with(located, name, number, place):
            return None
        if found is None and _is_subject(located, told, place):
            found = rival_at(name[-1], told, number, (place,), sure=False)
    return found


def _subjects_of_same(located: Located, at: int) -> Iterator[tuple[int, int]]:
    """Sentence and place of each subject that a source sentence puts before the words behind word ``at`` of the claim.

    That is the word before the same words, or the one whose aside stands between.
    """
    for number, place in _followed_by_same(located, at):
        subject = _before_aside(located, number, place)
        yield number, place if subject is None else subject


def _followed_by_same(located: Located, at: int) -> Iterator[tuple[int, int]]:
    """Sentence and place of each source word that stands before the same words as word ``at`` of the claim."""
    low, words = located.claim.low, located.claim.words
    first = low[at + 1]
    for number in (i for i in located.place if located.covers(i, SPEAKS_OF_IT)):
        told = located.source.low(number)
        for place in (i - 1 for i, word in enumerate(told) if i and word == first) if first in told else ():
            pairs = zip(low[at + 1 :], told[place + 1 :], strict=False)
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            if same >= LEAST_SAME and sum(w.weight > 0 for w in words[at + 1 : at + 1 + same]) >= LEAST_WEIGHTY:
                yield number, place


def _before_aside(located: Located, number: int, last: int) -> int | None:
    """Where the subject stands whose aside ends with word ``last`` of a sentence: "Falk, who followed Berg, left".

    An aside stands between commas and has none itself.
    """
    told = located.source.words(number)
    opening = next((i for i in range(last - 1, max(0, last - LONGEST_ASIDE), -1) if told[i] in _RELATIVE), 0)
    if not opening or not is_name(told[opening - 1]):
        return None
    ends = f"{re.escape(told[last])}, {re.escape(told[last + 1])}"
    aside = re.compile(rf"{re.escape(told[opening - 1])}, {told[opening]} [^,;:()]{{1,200}}\b{ends}\b")
    return opening - 1 if aside.search(located.source.sentence(number)) else None


def _is_of_name(located: Located, name: Sequence[ClaimWord], told: Sequence[str], place: int) -> bool:
    """Whether a word of the source belongs to the claim's name, or to another name of the same person."""
    word = told[place]
    if term_of(word).key in {located.key(w) for w in name}:
        return True
    text = located.source.folded.text
    return any(
        word[:ROOT_OF_NAMES] == w.surface[:ROOT_OF_NAMES] or are_of_one_name(w.surface, word, text) for w in name
    )


def _is_in_list_with(located: Located, name: Sequence[ClaimWord], number: int, place: int) -> bool:
    """Whether the claim's name stands shortly before a place, joined to it by an "and" or "or"."""
    near = range(max(0, place - LISTED_WITHIN), place)
    keys, low = located.source.terms(number), located.source.low(number)
    mine = {located.key(w) for w in name}
    first = next((i for i in near if keys[i].key in mine), None)
    return first is not None and not {"and", "or", "&"}.isdisjoint(low[first:place])


def _is_subject(located: Located, told: Sequence[str], place: int) -> bool:
    """Whether a word of a sentence is a name that can be a subject, and the claim has no word of that name."""
    if not is_name(told[place]) or told[place].isupper() or term_of(told[place]).key in located.bits:
        return False
    first = place
    while first and is_name(told[first - 1]):
        first -= 1
    if any(term_of(w).key in located.bits for w in told[first : place + 1]):
        return False
    if first == 0:
        return place > 0 or not located.source.has(told[0].lower())
    return told[first - 1] not in _NO_SUBJECT_AFTER
