"""Another nation or party of a person: "Falk, a Norwegian" where the source has "the American Falk"."""

from collections.abc import Iterator, Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.names.whole_names import names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.terms import is_name, term_of
from verifier.matching.vocabulary import ARTICLES, listed

_NATIONS = frozenset(
    listed(
        """American Argentine Australian Austrian Belgian Brazilian British Bulgarian Canadian Chilean Chinese
        Colombian Croatian Cuban Czech Danish Dutch Egyptian English Estonian Ethiopian Finnish French German
        Ghanaian Greek Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese Kenyan
        Korean Latvian Lebanese Lithuanian Malaysian Mexican Nigerian Norwegian Pakistani Palestinian Peruvian
        Polish Portuguese Romanian Russian Scottish Serbian Slovak Spanish Swedish Swiss Syrian Thai Turkish
        Ukrainian Vietnamese Welsh"""
    )
)
_PARTIES = frozenset(("Republican", "Democratic", "Democrat", "Labour", "Conservative"))
_SAME = (frozenset(("British", "English", "Scottish", "Welsh", "Irish")), frozenset(("Democratic", "Democrat")))
"""Words that may be said of one person."""
_BEING = frozenset(("is", "was"))


def other_nations(located: Located) -> tuple[Rival, ...]:
    """Give the nation or party that the claim says of somebody before or behind whose name the source has another one.

    People have two nations at times, and change parties, so a person decides.
    """
    if not any(w.surface in _NATIONS or w.surface in _PARTIES for w in located.claim.words):
        return ()
    rivals = (_rival(located, name) for name in names_of(located))
    return tuple(rival for rival in rivals if rival is not None)


def _rival(located: Located, name: Sequence[ClaimWord]) -> Rival | None:
    person = [w for w in name if w.surface not in _NATIONS | _PARTIES]
    words = located.claim.words
    said = _said_of(located, person) if person else None
    kind = next((kind for kind in (_NATIONS, _PARTIES) if said is not None and words[said].surface in kind), None)
    if said is None or kind is None:
        return None
    found, key = None, located.key(person[-1])
    for number in located.place:
        told = located.source.words(number)
        for at in (i for i, word in enumerate(told) if is_name(word) and term_of(word).key == key):
            for place in _beside(told, at):
                if told[place] == words[said].surface:
                    return None
                if found is None and told[place] in kind and not _may_be_same(told[place], words[said].surface):
                    found = rival_at(words[said], told, number, (place,), sure=False)
    return found


def _said_of(located: Located, person: Sequence[ClaimWord]) -> int | None:
    """Where the claim has a nation or party right before a name, or behind it: "Falk was a Norwegian"."""
    words, places = located.claim.words, located.claim.places
    first, end = places[person[0].start], places[person[-1].start] + 1
    behind = end
    if behind < len(words) and words[behind].low in _BEING:
        behind += 1
    behind += behind < len(words) and words[behind].low in ARTICLES
    near = (first - 1, behind if behind > end else -1)
    return next((i for i in near if 0 <= i < len(words) and words[i].surface in _NATIONS | _PARTIES), None)


def _beside(told: Sequence[str], at: int) -> Iterator[int]:
    """The words before the name that ends at a place, or before an office there, and the first one behind it."""
    first = at
    while first and is_name(told[first - 1]):
        first -= 1
        yield first
    if first > 1 and told[first - 1].islower():
        yield first - 2  # "the Labour mayor Ada Lind"
    behind = at + 1
    behind += behind < len(told) and told[behind] in _BEING
    behind += behind < len(told) and told[behind] in ARTICLES
    if behind < len(told):
        yield behind


def _may_be_same(one: str, other: str) -> bool:
    return any(one in same and other in same for same in _SAME)
