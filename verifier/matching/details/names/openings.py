"""A name that opens the claim and that the source lacks: the source may say the same of somebody else."""

import re
from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import places_of
from verifier.matching.details.names.strangers import is_named_there
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.forms import other_spelling
from verifier.matching.locate import Located
from verifier.matching.stems import is_past
from verifier.matching.terms import is_name, term_of

ALIKE = 2
"""Words after the claim's name and the source's name that must be the same."""
REST_SHARE = 0.7
"""Share of the claim without its first word that a sentence must cover to say the same of another."""
EXCERPT = 10
"""Sentences up to which a source may be an excerpt that names its subject elsewhere."""

_VERBS = frozenset(
    ("is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "became", "himself", "herself", "also")
)
"""Words that follow a subject, besides verbs in the past."""
_NO_NAME = re.compile(r"(?:tion|sion|ment|ance|ence|ing|ity|ness|ship|ism|age|ure|ly|s)$")
"""Endings of common words that open a sentence without an article: "construction", "cars", "meanwhile" has a comma."""
_PERSONS = frozenset(("People", "Men", "Women", "Children", "Police", "Staff"))
"""Common words for people that open a sentence without an article."""


def unknown_opening(located: Located) -> tuple[Rival, ...]:
    """Give the first word of the claim if it seems to be a name and the source has it in no form.

    The rival is the source's name before the same words, or at the head of a sentence that says nearly all the rest. A
    long source would name its subject, so there no rival is needed. The word may be no name, or the source may call
    its bearer otherwise, so a person decides.
    """
    words = located.claim.words
    if len(words) <= ALIKE or not _is_unknown(located, words[0]):
        return ()
    if words[1].name:
        return () if words[2].name else _other_first_name(located, words[0], words[1])
    if located.claim.text[words[0].end : words[1].start] != " ":
        return ()
    best = located.order[0]
    told = located.source.words(best)
    place = _before_the_same(located, told)
    verb = words[1].surface in _VERBS or is_past(words[1].surface)
    if place is None and verb and _says_rest(located, best, words[0]) and _names_another(located, told, 0):
        place = 0
    if place is not None:
        return (rival_at(words[0], told, best, (place,), sure=False),)
    unnamed = verb and len(located.masks) > EXCERPT and not _NO_NAME.search(words[0].surface)
    return (Rival(word=words[0], terms=(), sentence=best, sure=False),) if unnamed else ()


def _is_unknown(located: Located, word: ClaimWord) -> bool:
    """Whether a word that opens the claim can be a name, and the source has it in no form or spelling."""
    named = is_name(word.surface) and not word.surface.isupper() and word.surface not in _PERSONS
    return named and word.term.key in located.gone and other_spelling(word, located.source) is None


def _other_first_name(located: Located, first: ClaimWord, last: ClaimWord) -> tuple[Rival, ...]:
    """The name that the source has before the claim's last one in place of its first, if that is no form of it."""
    if not last.glued or _NO_NAME.search(first.surface) or is_named_there(first, last, located.source):
        return ()
    for number in located.place:
        told = located.source.words(number)
        for at in range(1, len(told)):
            named = term_of(told[at]).key == last.term.key and is_name(told[at - 1])
            if named and term_of(told[at - 1]).key not in located.bits:
                return (rival_at(first, told, number, (at - 1,), sure=False),)
    return ()


def _before_the_same(located: Located, told: Sequence[str]) -> int | None:
    """Where a sentence has another name before the words that follow the claim's first."""
    behind = [w.surface for w in located.claim.words[1 : 1 + ALIKE]]
    if all(term_of(w).kind != "word" for w in behind):
        return None
    places = (at - 1 for at in places_of(behind, told) if at)
    return next((at for at in places if _names_another(located, told, at)), None)


def _says_rest(located: Located, number: int, first: ClaimWord) -> bool:
    rest = located.claim.total - first.weight
    return rest > 0 and located.weight(located.masks[number]) >= REST_SHARE * rest


def _names_another(located: Located, told: Sequence[str], at: int) -> bool:
    """Whether a word of a sentence is a name of which the claim has nothing."""
    word = told[at]
    if not is_name(word) or term_of(word).key in located.bits:
        return False
    return at > 0 or not located.source.has(word.lower())
