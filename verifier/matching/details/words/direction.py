"""Opposite directions: the claim has "rose" where the located sentence has "fell"."""

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
    terms = [w.term for w in located.claim.words]
    there = set().union(*about.values())
    out = []
    for at, surface in enumerate(surfaces):
        sides = sides_of(surface)
        if any(not against.isdisjoint(said) for _, against in sides):
            continue  # a claim that has both ("left or right", "dearer, while clothes fell") is no plain one
        clause = of_clauses.get(at)
        for side, against in sides:
            told = about
            if against.isdisjoint(there) and clause is not None:
                told = {clause: read_directions(located.source.low(clause))}
            if all(against.isdisjoint(words) for words in told.values()) or is_denied(terms, at):
                continue
            if surfaces[at - 1 : at] == ["or"] or tuple(surfaces[at - 2 : at]) in UNDONE:
                continue  # "five or fewer" is a bound, which a source may give from its other side
            own = side - (said - {surface})  # "over 75" stands for another word of the claim than its "more"
            rival = rival_of(located, at, Contrary(own, against, sided=surface in IN_ORDER), told)
            if rival is not None and not _is_converse(located, at, rival):
                out.append(rival)
                break
    return () if out and is_mirrored(located) else tuple(out)


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
