"""A "not" cut out: the claim has "is indexed by engines", the source "is not indexed by engines"."""

from collections.abc import Iterator, Sequence

from verifier.matching.details.alike import places_of
from verifier.matching.details.denials.denied_words import is_number_sign
from verifier.matching.details.denials.denies_nothing import THAN, is_bounded
from verifier.matching.details.rivals import Denial
from verifier.matching.locate import Located
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import NOT_DENYING_NEXT, OF_THINGS, ONLY_THEN

BEFORE, BEHIND = 2, 3
"""Words of the source before a "not" and behind it that the claim has without it: two and two, or three behind."""
FEWEST_WEIGHTY = 2
"""Words of weight among them: "it is a part of" stands anywhere."""
AHEAD = 8
"""Words after a "not" among which the "until" stands that ends it."""
OWN_DENIAL = 4
"""Words before the copied ones among which a denial of the claim's own stands."""


def cut_out_denial(located: Located) -> Denial | None:
    """Give the "not" that the best sentence has between words which the claim has one behind the other.

    The words leave no doubt what is denied, whatever else the claim denies; none that the sentence also says without.
    """
    number, claim = located.order[0], located.claim.words
    if all(t.kind != "negation" for t in located.source.line(number)):
        return None
    told, said = located.source.low(number), located.claim.low
    for run, before in _runs(told, said):
        at = next(places_of(run, said), None)
        if at is None or sum(w.weight > 0 for w in claim[at : at + len(run)]) < FEWEST_WEIGHTY:
            continue
        plainly = any(not _is_denied(told, place, said) for place in places_of(run, told))
        word = next((w for w in claim[at + before : at + len(run)] if w.weight), None)
        if word and not plainly and not any(w.term.denying for w in claim[max(0, at - OWN_DENIAL) : at + len(run)]):
            return Denial(word=word, sentence=number, in_claim=False)
    return None


def _runs(told: Sequence[str], said: Sequence[str]) -> Iterator[tuple[list[str], int]]:
    """The words about each "not" of a sentence as they follow one another without it, with how many stand before it."""
    for at in range(1, len(told)):
        before, behind = list(told[max(0, at - 1 - BEFORE) : at - 1]), list(told[at : at + BEHIND])
        if _is_denied(told, at, said) and len(behind) == BEHIND:
            yield behind, 0
            if len(before) == BEFORE:
                yield before + behind[:BEFORE], BEFORE


def _is_denied(told: Sequence[str], at: int, said: Sequence[str]) -> bool:
    """Whether a "not" stands right before a place; "no" and "without" only tell that a thing is absent.

    A "not" with a bound behind it ("may not rise by more than 3") says how much, if the claim has none ("up to 3").
    """
    word = told[at - 1] if at else ""
    return (
        bool(word)
        and term_of(word).kind == "negation"
        and word not in OF_THINGS
        and told[at] not in NOT_DENYING_NEXT
        and not is_number_sign(word, told[at])
        and ONLY_THEN.isdisjoint(told[at : at + AHEAD])
        and not (THAN not in said and is_bounded(told[at : at + AHEAD]))
    )
