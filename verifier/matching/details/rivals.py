"""What a source has where a claim has something else: the value that every check of details gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.matching.claim_words import ClaimWord
from verifier.matching.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What the source has where the claim has ``word``: ``terms`` in sentence ``sentence``."""

    word: ClaimWord
    terms: tuple[Term, ...]
    sentence: int


def once(rivals: Sequence[Rival]) -> tuple[Rival, ...]:
    """Give the first rival of each word."""
    return tuple({r.word.start: r for r in reversed(rivals)}.values())[::-1]
