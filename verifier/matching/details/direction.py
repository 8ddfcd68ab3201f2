"""Directions that run opposite ways: the claim says "rose" where the located sentence says "fell"."""

from collections.abc import Sequence
from functools import lru_cache

from verifier.matching.details.beside import Contrary, is_denied, own_sentences, rival_of
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import SPELLED
from verifier.matching.opposites import FALLING, NEGATED_BASES, OPPOSITES, RISING
from verifier.matching.vocabulary import ALL, SOME, VOTING

IN_FAVOUR, UNCHANGED = "favour", "unchanged"
"""What the "for" of "voted for" and the "not" of "did not change" are read as."""
SHORTEST_BASE = 4
"""Letters of a word that a prefix may turn round."""
WORDS_KEPT = 50_000
"""Words whose opposites are remembered, about 10 MB at most."""

_BY_FIGURE = {"up": "rose", "down": "fell"}
"""Words that tell a direction where a figure follows ("down 6%", "up by a third")."""
_BOUNDS = {"over": "above", "under": "below"}
"""Words that are bounds where a figure follows ("over seventy")."""
_PHRASES = {("turned", "down"): "rejected", ("turns", "down"): "rejects", ("threw", "out"): "rejected"}
"""Verbs of two words, and what they are read as."""
_IN_ORDER = frozenset(("before", "prior", "preceding", "after", "following"))
"""Words of which the other one says the same with its two sides exchanged."""
_KEEPING = frozenset(("kept", "keeps", "keep", "keeping"))
_SAME = frozenset((("same", "rate"), ("same", "level"), ("same", "pace"), ("same", "as")))
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
    about = {i: _read(located.source.words(i)) for i in own_sentences(located)}
    if not about:
        return ()
    surfaces = _read([w.surface for w in located.claim.words])
    said = set(surfaces)
    terms = [w.term for w in located.claim.words]
    there = set().union(*about.values())
    out = []
    for at, surface in enumerate(surfaces):
        for side, against in _sides_of(surface):
            # a claim that has both sides ("left or right") is no plain direction, and one denied is none
            if against.isdisjoint(there) or not against.isdisjoint(said) or is_denied(terms, at):
                continue
            if surfaces[at - 1 : at] == ["or"]:
                continue  # "five or fewer" is a bound, which a source may give from its other side
            rival = rival_of(located, at, Contrary(side, against, sided=surface in _IN_ORDER), about)
            if rival is not None:
                out.append(rival)
                break
    return tuple(out)


def _sides_of(word: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The side of a word in lower case and the one against it, for each pair of opposites that it is of."""
    by_prefix = opposites_by_prefix(word)
    return (*_SIDES.get(word, ()), (frozenset((word,)), by_prefix)) if by_prefix else (*_SIDES.get(word, ()),)


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
        elif word in _BOUNDS and (after[:1].isdigit() or after in SPELLED):
            low[at] = _BOUNDS[word]
        elif (word, after) in _PHRASES:
            low[at] = _PHRASES[word, after]
        elif word in _KEEPING or (word, after) in _SAME:
            low[at] = UNCHANGED
        elif word in _CHANGES and before == "not":
            low[at - 1] = UNCHANGED  # where the "not" stands, which then denies nothing before it
    return low
