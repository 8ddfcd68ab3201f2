"""Who is described: the claim has "Lind, a former minister", the source "Berg, a former minister, and Lind"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import are_of_one_name, places_of
from verifier.matching.details.names.whole_names import names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.terms import is_name, term_of
from verifier.matching.vocabulary import ARTICLES, POSSESSIVES

LEAST_WORDS, MOST_WORDS = 2, 3
"""Words of a description that are compared. One alone ("a lawyer") fits many people."""

_BEING = frozenset(("is", "was"))
_DETERMINERS = ARTICLES | POSSESSIVES


class _Description(NamedTuple):
    """A name of the claim, with the first words of its description."""

    name: Sequence[ClaimWord]
    words: tuple[str, ...]


def described_as_another(located: Located) -> tuple[Rival, ...]:
    """Give the claim's names whose description the source gives only to another name.

    Two people may be described in the same words, so a person decides.
    """
    rivals = (_other(located, description) for description in _descriptions(located))
    return tuple(rival for rival in rivals if rival is not None)


def _descriptions(located: Located) -> Iterator[_Description]:
    """The descriptions of the claim: "Lind, a former minister", "Lind is a former minister"."""
    words, text = located.claim.words, located.claim.text
    for name in names_of(located):
        at = located.claim.places[name[-1].start] + 1
        being = at < len(words) and words[at].low in _BEING
        if not being and not text[name[-1].end :].startswith(", "):
            continue
        first = at + being
        if first >= len(words) or (words[first].low not in _DETERMINERS and not words[first].plain):
            continue
        first += words[first].low in _DETERMINERS
        said = words[first : first + MOST_WORDS]
        if len(said) >= LEAST_WORDS and all(w.weight and not w.figure and not w.name for w in said[:LEAST_WORDS]):
            weighty = said if said[-1].weight else said[:LEAST_WORDS]
            yield _Description(name, tuple(w.low for w in weighty))


def _other(located: Located, description: _Description) -> Rival | None:
    """The first name that the source describes so, ``None`` if it describes the claim's name so too."""
    keys = {located.key(w) for w in description.name}
    if not any(located.bits[w.term.key] & located.every for w in description.name):
        return None
    first = None
    for number in located.place:
        told, low = located.source.words(number), located.source.low(number)
        for at in places_of(description.words, low):
            run = _described(told, located.source.sentence(number), at, at + len(description.words))
            if (
                not run
                or not keys.isdisjoint(term_of(told[i]).key for i in run)
                or _are_one(located, description, told, run)
            ):
                return None
            first = first or rival_at(description.name[-1], told, number, run, sure=False)
    return first


def _are_one(located: Located, description: _Description, told: Sequence[str], run: Sequence[int]) -> bool:
    """Whether two names are parts of one: "Ada" and "Berg" of "Ada Berg"."""
    text = located.source.folded.text
    return any(are_of_one_name(w.surface, told[i], text) for w in description.name for i in run)


def _described(told: Sequence[str], sentence: str, first: int, end: int) -> list[int]:
    """Where the name stands that a description is of: right behind it, or before it with a comma between."""
    if end < len(told) and is_name(told[end]) and f"{told[end - 1]} {told[end]}" in sentence:
        return _run(told, end, 1)
    before = first - 1 - (told[first - 1].lower() in _DETERMINERS if first else 0)
    if before < 0 or not is_name(told[before]) or f"{told[before]}, {told[before + 1]}" not in sentence:
        return []
    return _run(told, before, -1)


def _run(told: Sequence[str], at: int, way: int) -> list[int]:
    """The places of the names that follow one another from a place on, in their order."""
    out = []
    while 0 <= at < len(told) and is_name(told[at]):
        out.append(at)
        at += way
    return sorted(out)
