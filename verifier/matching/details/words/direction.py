"""Opposite directions: the claim has "rose" where the located sentence has "fell"."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from verifier.matching.details.own_sentences import own_of_clauses, own_sentences
from verifier.matching.details.rivals import Rival
from verifier.matching.details.words.comparisons import is_mirrored
from verifier.matching.details.words.contraries import IN_ORDER, Contrary, is_other_order, rival_of
from verifier.matching.details.words.opposing import is_denied, read_directions, sides_of
from verifier.matching.locate import Located
from verifier.matching.vocabulary import UNDONE

REACH = 8
"""Words on each side of a word among which the doer and the other side stand."""


def turned_round(located: Located) -> tuple[Rival, ...]:
    """Give the words of the claim for which its own sentences have an opposite beside the same words.

    In a claim of several clauses, the sentence that says a clause counts for its words. No rivals if the two that are
    compared are exchanged as well ("the north is poorer", "the south is richer").
    """
    about = {i: read_directions(located.source.low(i)) for i in own_sentences(located)}
    if not about:
        return ()
    of_clauses = own_of_clauses(located)
    surfaces = read_directions(located.claim.low)
    said = set(surfaces)
    plain = [
        at
        for at, surface in enumerate(surfaces)
        if (sides := sides_of(surface)) and all(against.isdisjoint(said) for _, against in sides)
    ]  # a claim that has both ("left or right", "dearer, while clothes fell") is no plain one
    rivals = (_rival(located, at, surfaces, about, of_clauses.get(at)) for at in plain)
    out = tuple(rival for rival in rivals if rival is not None)
    return () if out and is_mirrored(located) else out


def _rival(
    located: Located, at: int, surfaces: list[str], about: Mapping[int, list[str]], clause: int | None
) -> Rival | None:
    """The opposite of one word of the claim; ``surfaces``: the claim's words as they are read for it.

    ``about``: the claim's own sentences, read likewise; ``clause``: the number of the one that says the word's clause.
    """
    surface = surfaces[at]
    for side, against in sides_of(surface):
        told = _telling(located, against, about, clause)
        if not told or _is_bound(surfaces, at) or is_denied([w.term for w in located.claim.words], at):
            continue
        own = side - (set(surfaces) - {surface})  # "over 75" stands for another word of the claim than its "more"
        rival = rival_of(located, at, Contrary(own, against, sided=surface in IN_ORDER), told)
        if rival is not None and not _is_converse(located, at, rival):
            return rival
    return None


def _telling(
    located: Located, against: AbstractSet[str], about: Mapping[int, list[str]], clause: int | None
) -> Mapping[int, list[str]]:
    """The claim's own sentences if one has an opposite, else the sentence of the clause if that has one."""
    if any(not against.isdisjoint(words) for words in about.values()):
        return about
    read = [] if clause is None else read_directions(located.source.low(clause))
    return {} if clause is None or against.isdisjoint(read) else {clause: read}


def _is_bound(surfaces: list[str], at: int) -> bool:
    """Whether a word ends a bound, which a source may give from its other side: "five or fewer"."""
    return surfaces[at - 1 : at] == ["or"] or tuple(surfaces[at - 2 : at]) in UNDONE


def _is_converse(located: Located, at: int, rival: Rival) -> bool:
    """Whether what stands on the two sides of a word of the claim stands on the other ones of its rival.

    "Orsa lost to Lenk" is told by "Lenk beat Orsa".
    """
    words, terms = located.claim.words, located.source.terms(rival.sentence)
    place = terms.index(rival.terms[0])
    if words[at].low in IN_ORDER:
        return is_other_order(located, at, terms[place + 1 :])
    before, behind = (
        {located.key(w) for w in some if w.weight}
        for some in (words[max(0, at - REACH) : at], words[at + 1 : at + 1 + REACH])
    )
    first, last = (
        {t.key for t in some} for some in (terms[max(0, place - REACH) : place], terms[place + 1 : place + 1 + REACH])
    )
    crossed = before & last - first, behind & first - last
    return all(crossed) and before.isdisjoint(first)
