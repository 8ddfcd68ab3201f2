"""What a source has where a claim has something else: the value that every check of details gives."""

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.matching.claim_words import ClaimWord
from verifier.matching.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What the source has where the claim has ``word``: ``terms`` in sentence ``sentence``.

    ``places``: the numbers of these words in the sentence, where their terms alone do not tell which they are.
    """

    word: ClaimWord
    terms: tuple[Term, ...]
    sentence: int
    places: tuple[int, ...] = ()


def once(rivals: Iterable[Rival]) -> tuple[Rival, ...]:
    """Give the first rival of each word."""
    first: dict[int, Rival] = {}
    for rival in rivals:
        first.setdefault(rival.word.start, rival)
    return tuple(first.values())
