"""The claim's own sentence names somebody else, and the source has the claim's name only for something else."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import are_of_one_name
from verifier.matching.details.names.pronouns import stands_for, told_of
from verifier.matching.details.names.whole_names import bits_of, names_of, unclaimed_names
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located

REST_SHARE = 0.7
"""Share of the claim without the name that a sentence must cover to say the same of another: at 0.5 three times as
many true claims of the development sets would go to a person, mostly such as join two sentences."""
AT_MOST = 0.5
"""Share of what that sentence covers up to which a sentence with the claim's name is about something else."""
BESIDE, BESIDE_LATER = 1, 3
"""Sentences beside the claim's own in which its first name has to stand, and its others: what a claim adds of somebody
else ("who played Falk") it takes from a sentence near by. With one for all, eleven true claims of some 4,000 went to a
person for their second name, and eight of them have it within three."""


def told_of_others(located: Located) -> tuple[Rival, ...]:
    """Give the last word of a name that stands in the source, but neither in the claim's own sentence nor beside it.

    That sentence says nearly all the rest, and has a name that the claim has not. Who is meant by "she", and by what
    other name somebody goes, is for a person to tell.
    """
    figures = reduce(or_, (located.bits[w.term.key] for w in located.claim.content if w.figure), 0)
    telling = [i for i in located.place if located.masks[i] & figures] if figures else []
    for nth, name in enumerate(names_of(located)):
        reach = BESIDE_LATER if nth else BESIDE
        bits = bits_of(located, name)
        own = _saying_rest(located, telling, bits)
        about = reduce(or_, located.masks[max(0, own - reach) : own + reach + 1])
        if bits & about or bits & ~located.every or _is_owner(name) or not _says_rest(located, own, bits):
            continue
        if not stands_for(located, own).isdisjoint(located.key(w) for w in name):
            continue
        before = _word_before(located, name)
        for number in told_of(located, own):
            told = located.source.words(number)
            others = [run for run in unclaimed_names(located, told) if not _is_same_name(located, name, told, run)]
            if others:
                alike = (run for run in others if told[run[0] - 1] == before)
                return (rival_at(name[-1], told, number, next(alike, others[0]), sure=False),)
    return ()


def _saying_rest(located: Located, telling: Sequence[int], name: int) -> int:
    """The best sentence, or one of those with a figure of the claim that says more of it without the name."""
    rest = {i: located.weight(located.masks[i] & ~name) for i in (located.order[0], *telling)}
    return max(rest, key=lambda i: rest[i])


def _is_same_name(located: Located, name: Sequence[ClaimWord], told: Sequence[str], run: Sequence[int]) -> bool:
    """Whether the source has the two side by side elsewhere, so that both are one name ("Ada" of Ada Brandt)."""
    return any(are_of_one_name(name[-1].surface, told[i], located.source.folded.text) for i in run)


def _is_owner(name: Sequence[ClaimWord]) -> bool:
    """Whether a name only says whose something is ("within a year of Lincoln's death")."""
    return name[-1].surface.endswith("'s")


def _word_before(located: Located, name: Sequence[ClaimWord]) -> str:
    return next((w.surface for w in reversed(located.claim.words) if w.end <= name[0].start), "")


def _says_rest(located: Located, own: int, name: int) -> bool:
    """Whether a sentence covers the claim without its name, while those with the name cover hardly any of it."""
    rest = located.claim.total - located.weight(name)
    said = located.weight(located.masks[own])
    if rest <= 0 or said < REST_SHARE * rest:
        return False
    elsewhere = (located.weight(mask & ~name) for mask in located.masks if mask & name)
    return max(elsewhere, default=0.0) <= AT_MOST * said
