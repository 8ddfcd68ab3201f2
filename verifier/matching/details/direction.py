"""Directions that run opposite ways: the claim says "rose" where the located sentence says "fell"."""

from collections.abc import Sequence
from functools import lru_cache

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, TermKind, term_of
from verifier.matching.vocabulary import ALL, CONVERSES, FALLING, NEGATED_BASES, OPPOSITES, RISING, SOME, VOTING

WORTH = 0.75
"""Share of the best sentence's coverage that a sentence needs to be taken for the claim's own."""
SURE_SHARE = 0.3
"""Share of the claim that the sentence must cover: below it, it is about something else."""

IN_FAVOUR, UNCHANGED = "favour", "unchanged"
"""What the "for" of "voted for" and the "not" of "did not change" are read as."""
DENIED_WITHIN = 3
"""Words before a direction among which a denial is its own."""
SHORTEST_BASE = 4
"""Letters of a word that a prefix may turn round."""
WORDS_KEPT = 50_000
"""Words whose opposites are remembered, about 10 MB at most."""
REACH = 5
"""Words on each side of a direction that say what it is the direction of."""

_BY_FIGURE = {"up": "rose", "down": "fell"}
"""Words that tell a direction where a figure follows ("down 6%", "up by a third")."""
_PHRASES = {("turned", "down"): "rejected", ("turns", "down"): "rejects", ("threw", "out"): "rejected"}
"""Verbs of two words, and what they are read as."""
_KEEPING = frozenset(("kept", "keeps", "keep", "keeping"))
_CHANGES = frozenset(("change", "changed", "alter", "altered"))

_SIDES: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
for _one, _other in OPPOSITES:
    for _side, _against in ((_one, _other), (_other, _one)):
        for _word in _side - _against:
            _SIDES.setdefault(_word, []).append((_side, _against - _side))
for _side in (RISING, FALLING):
    for _word in _side:
        _SIDES[_word].append((_side, frozenset((UNCHANGED,))))
for _word in ALL:
    _SIDES.setdefault(_word, []).append((ALL, SOME))
_SIDES[UNCHANGED] = [(frozenset((UNCHANGED,)), RISING | FALLING)]


def turned_round(located: Located) -> tuple[Rival, ...]:
    """Give the words of the claim for which the located sentence has an opposite beside the same words."""
    if not located.order:
        return ()
    top = located.coverage[located.order[0]]
    if top < SURE_SHARE * located.claim.total:
        return ()
    about = {i: _read(located.source.words(i)) for i in located.order[:3] if located.coverage[i] >= WORTH * top}
    surfaces = _read([w.surface for w in located.claim.words])
    said = set(surfaces)
    terms = [w.term for w in located.claim.words]
    there = set().union(*about.values())
    out = []
    for at, surface in enumerate(surfaces):
        for side, against in _sides_of(surface):
            # a claim that has both sides ("left or right") is no plain direction, and one denied is none
            if against.isdisjoint(there) or not against.isdisjoint(said) or _is_denied(terms, at):
                continue
            if surfaces[at - 1 : at] == ["or"]:
                continue  # "five or fewer" is a bound, which a source may give from its other side
            rival = _opposite(located, at, side, against, about)
            if rival is not None:
                out.append(rival)
                break
    return tuple(out)


def _sides_of(word: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The side of a word in lower case and the one against it, for each pair of opposites that it is of."""
    by_prefix = opposites_by_prefix(word)
    return (*_SIDES.get(word, ()), (frozenset((word,)), by_prefix)) if by_prefix else (*_SIDES.get(word, ()),)


def _is_denied(terms: Sequence[Term], at: int) -> bool:
    return any(t.denying for t in terms[max(0, at - DENIED_WITHIN) : at])


@lru_cache(maxsize=WORDS_KEPT)
def opposites_by_prefix(word: str) -> frozenset[str]:
    """Give the words in lower case of which a word is the opposite by a prefix: "legal" and "illegal"."""
    if len(word) < SHORTEST_BASE:
        return frozenset()
    out = {f"un{word}"}
    if word.startswith("un") and len(word) >= SHORTEST_BASE + len("un"):
        out.add(word.removeprefix("un"))
    for prefix, bases in NEGATED_BASES.items():
        if word.startswith(bases):
            out.add(prefix + word)
        if word.startswith(prefix) and word[len(prefix) :].startswith(bases):
            out.add(word[len(prefix) :])
    return frozenset(out)


def _read(words: Sequence[str]) -> list[str]:
    """The words in lower case, with those for a direction that only their neighbours make one."""
    low = [w.lower() for w in words]
    for at, word in enumerate(low):
        before, after = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
        if word == "for" and before in VOTING:
            low[at] = IN_FAVOUR
        elif word in _BY_FIGURE and (after[:1].isdigit() or after == "by"):
            low[at] = _BY_FIGURE[word]
        elif (word, after) in _PHRASES:
            low[at] = _PHRASES[word, after]
        elif word in _KEEPING:
            low[at] = UNCHANGED
        elif word in _CHANGES and before == "not":
            low[at - 1] = UNCHANGED  # where the "not" stands, which then denies nothing before it
    return low


def _opposite(
    located: Located, at: int, side: frozenset[str], against: frozenset[str], about: dict[int, list[str]]
) -> Rival | None:
    """What runs the other way beside the words that the claim has about word ``at``.

    ``about``: the words of the sentences that are about the same, by their numbers, best first.
    """
    word = located.claim.words[at]
    said = located.claim.words
    left, right = _keys_of(located, said[max(0, at - REACH) : at]), _keys_of(located, said[at + 1 : at + REACH + 1])
    if not left | right:
        return None
    for number, surfaces in about.items():
        if against.isdisjoint(surfaces):
            return None
        words = located.source.words(number)
        mine = _places(surfaces, side)
        if any(_next_alike(located, said[at + 1 : at + REACH], words[i + 1 : i + REACH]) for i in mine):
            continue  # "the early 1970s" stands there, whatever else was late
        # with one side only in the sentence, a passive may turn the words about it round
        converse = word.surface.lower() in CONVERSES
        sides = (left, right) if mine or converse else (left | right, left | right)
        own = max((_shared(words, i, left | right, left | right) for i in mine), default=0)
        for place in _places(surfaces, against):
            if converse and not _shared(words, place, left, set()):
                continue  # "the shed was sold to Berg" says that Berg bought it
            if _shared(words, place, *sides) > own and not _is_denied([*map(term_of, words)], place):
                return Rival(word=word, terms=(term_of(words[place]),), sentence=number)
    return None


def _next_alike(located: Located, said: Sequence[ClaimWord], words: Sequence[str]) -> bool:
    """Whether the next word of weight is the same in the claim and in a sentence, signs of money passed over."""
    wanted = next((located.key(w) for w in said if w.weight and w.surface[0].isalnum()), "")
    behind = (term_of(w) for w in words if w[0].isalnum())
    return wanted == next((t.key for t in behind if t.kind is not TermKind.STOP), None)


def _places(surfaces: list[str], listed: frozenset[str]) -> list[int]:
    return [at for at, surface in enumerate(surfaces) if surface in listed]


def _keys_of(located: Located, words: Sequence[ClaimWord]) -> set[str]:
    return {located.key(w) for w in words if w.weight}


def _shared(words: Sequence[str], at: int, left: set[str], right: set[str]) -> int:
    """How many of the claim's words about its direction stand about a place of a sentence, on the same side of it."""
    before = {term_of(w).key for w in words[max(0, at - REACH) : at]}
    behind = {term_of(w).key for w in words[at + 1 : at + REACH + 1]}
    return len(left & before) + len(right & behind)
