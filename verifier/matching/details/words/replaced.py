"""One plain word replaced: a sentence says the claim nearly word for word, but has another word in one place.

Nothing here tells a synonym from another matter, so a person decides.
"""

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.measures import are_same
from verifier.matching.details.rivals import Rival
from verifier.matching.details.words.opposing import SAME_WAY
from verifier.matching.locate import Located
from verifier.matching.terms import Term

FEWEST_OTHERS = 3
"""Other words of weight that the claim must have, all of them in the sentence. A claim with fewer says too little to
be a copy."""


def replaced_word(located: Located) -> tuple[Rival, ...]:
    """Give the plain word that the source has nowhere, if its best sentence has another word there and all the rest.

    Both words stand between the same words, or at the end after the same two. If more words are missing from the
    sentence, the claim retells it freely, and nothing is given.
    """
    content = located.claim.content
    if len(content) <= FEWEST_OTHERS:
        return ()
    number = located.order[0]
    strange = [at for at, w in enumerate(content) if not located.masks[number] & located.bits[w.term.key]]
    if len(strange) != 1 or not content[strange[0]].plain or content[strange[0]].term.key not in located.gone:
        return ()
    at = strange[0]
    keys = [located.key(w) for w in content]
    behind = keys[at + 1 : at + 2]
    before = keys[max(0, at - 1) : at] if behind else keys[max(0, at - 2) : at]
    other = _instead(located.source.line(number), before, behind) if before else None
    if other is None or other.key in keys or _is_known_for(other, content[at]):
        return ()
    return (Rival(word=content[at], terms=(other,), sentence=number),)


def _is_known_for(other: Term, word: ClaimWord) -> bool:
    """Whether a list names the two words as the same: units, directions, things."""
    return are_same(word.term.key, other.key) or word.low in SAME_WAY.get(other.key, ())


def _instead(line: list[Term], before: list[str], behind: list[str]) -> Term | None:
    """The word that stands alone between others, unless it is a figure or a month ("mid-2014") or denies."""
    keys, lead = [t.key for t in line], len(before)
    for start, other in enumerate(line[lead:]):
        beside = keys[start : start + lead] == before and keys[start + lead + 1 :][: len(behind)] == behind
        if beside and other.kind == "word" and not other.denying:
            return other
    return None
