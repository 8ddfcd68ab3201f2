"""Ranks: the claim has "the largest builder of ferries", the source "the second-largest"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.numbers import is_ordinal
from verifier.matching.terms import term_of

AHEAD = 3
"""Words after a superlative among which both sides must name the same thing ("the largest builder")."""

_SUPERLATIVES = frozenset(("most", "least", "best", "worst"))
_NONE = frozenset(("rest", "west", "test", "request", "interest", "forest", "guest", "harvest", "priest", "protest"))
"""Words that end in "est" but are no superlatives."""
_AMONG = frozenset(("of", "among"))
"""Words before "the largest" that make it one of some."""


def other_ranks(located: Located) -> tuple[Rival, ...]:
    """Give the claim's superlatives that its own sentence has with another rank, beside the same word."""
    words = located.claim.words
    surfaces = located.claim.surfaces
    said = _ranks(surfaces)
    own = own_sentence(located) if said else None
    if own is None:
        return ()
    told = located.source.words(own)
    theirs = _ranks(told)
    out = []
    for at, rank in said.items():
        alike = {i: r for i, r in theirs.items() if told[i].lower() == surfaces[at].lower()}
        if alike and rank not in alike.values():
            ours = {located.key(w) for w in words[at + 1 : at + 1 + AHEAD] if w.weight}
            place = next((i for i in alike if not ours.isdisjoint(_keys(told[i + 1 : i + 1 + AHEAD]))), None)
            if place is not None:
                places = (place - 1, place) if alike[place] > 1 else (place,)
                out.append(rival_at(words[at], told, own, places))
        elif rank > 1 and not alike and rank not in theirs.values():
            out.extend(_ranked(located, at, own, theirs))
    return tuple(out)


def _ranked(located: Located, at: int, number: int, theirs: Mapping[int, int]) -> Iterator[Rival]:
    """The only other rank of a sentence, told by another superlative ("fourth-highest" for "second-best")."""
    ranked = [i for i, rank in theirs.items() if rank > 1]
    if len(ranked) == 1:
        rival = rival_at(located.claim.words[at], located.source.words(number), number, (ranked[0] - 1, ranked[0]))
        yield replace(rival, sure=False)


def _ranks(words: Sequence[str]) -> dict[int, int]:
    """The places of the superlatives that say which one of all it is, and which: 2 for "second-largest"."""
    out = {}
    for at, word in enumerate(map(str.lower, words)):
        if word in _SUPERLATIVES or (word.endswith("est") and word not in _NONE):
            before = [w.lower() for w in words[max(0, at - 2) : at]]
            if before and is_ordinal(before[-1]):
                out[at] = int(term_of(before[-1]).value or 1)
            elif _AMONG.isdisjoint(before):
                out[at] = 1
    return out


def _keys(words: Sequence[str]) -> set[str]:
    return {term_of(w).key for w in words}
