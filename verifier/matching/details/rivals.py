"""What a source has where a claim has something else: the value that every check of details gives."""

from dataclasses import dataclass

from verifier.matching.claim_words import ClaimWord
from verifier.matching.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What the source has where the claim has ``word``: ``terms`` in sentence ``sentence``."""

    word: ClaimWord
    terms: tuple[Term, ...]
    sentence: int
