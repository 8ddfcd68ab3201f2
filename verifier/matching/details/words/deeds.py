"""What another thing does: "the wall carries the road", where the source has "the dam, which carries the road"."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import places_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.stems import is_past
from verifier.matching.vocabulary import listed

LEAST_SAME, LEAST_WEIGHTY = 4, 3
"""Words from the verb to the end of the claim, all of which must be the same, and how many of them must have weight."""
LATEST = 3
"""Words before the subject of a claim at most ("the old wooden viaduct")."""
LISTED_WITHIN = 6
"""Words before the source's subject among which the claim's makes one list with it ("the walls and dams")."""

_RELATIVE = frozenset(("which", "that", "who"))
_LISTING = frozenset(("and", "or", "of"))
_BACK = frozenset(("latter", "former", "one", "ones", "others"))
"""Words that stand for something named before."""
_BEFORE_VERB = frozenset(
    listed("is was are were has had have will would can could may still also now never once then always only")
)


def deeds_of_others(located: Located) -> tuple[Rival, ...]:
    """Give the subject of the claim if its best sentence has another noun before the same words, and it elsewhere.

    A "which" may stand between the other noun and those words. The two may be one thing, so a person decides.
    """
    number = located.best(SAYS_IT)
    if number is None:
        return ()
    words, told = located.claim.words, located.source.words(number)
    for at, word in enumerate(words[: LATEST + 1]):
        behind = words[at + 1 :]
        if not (word.plain and located.masks[number] & located.bits[word.term.key] and _is_predicate(behind)):
            continue
        for start in places_of([w.low for w in behind], located.source.low(number)):
            place = start - 2 if start > 1 and told[start - 1] in _RELATIVE else start - 1
            if _is_other(located, number, place, word):
                return (rival_at(word, told, number, (place,), sure=False),)
        return ()
    return ()


def _is_predicate(words: Sequence[ClaimWord]) -> bool:
    """Whether words begin with a verb, and are enough to tell what is said from a common phrase."""
    if len(words) < LEAST_SAME or sum(w.weight > 0 for w in words) < LEAST_WEIGHTY:
        return False
    return words[0].low in _BEFORE_VERB or is_past(words[0].low)


def _is_other(located: Located, number: int, place: int, word: ClaimWord) -> bool:
    """Whether a place of a sentence has a noun that the claim lacks, in no list with a word of the claim."""
    told, terms = located.source.words(number), located.source.terms(number)
    other = terms[place] if place >= 0 and told[place] not in _BACK else None
    if other is None or other.kind != "word" or other.key in located.bits or not told[place].islower():
        return False
    near = range(max(0, place - LISTED_WITHIN), place)
    mine = next((i for i in near if terms[i].key == located.key(word)), None)
    return mine is None or _LISTING.isdisjoint(told[mine:place])
