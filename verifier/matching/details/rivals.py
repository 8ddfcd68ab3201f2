"""What a source has where a claim has something else: the values that the checks of details give."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.matching.base import Aspect
from verifier.matching.claim_words import ClaimWord
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import OF_THINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What the source has where the claim has ``word``: ``terms`` in sentence ``sentence``.

    ``places``: the numbers of these words in the sentence, where their terms alone do not tell which they are;
    ``sure``: whether what stands about the words leaves no doubt, or a person has to look; ``aspect``: what of the
    matter it changes, where the check that found it knows.
    """

    word: ClaimWord
    terms: tuple[Term, ...]
    sentence: int
    places: tuple[int, ...] = ()
    sure: bool = True
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A negation that only the claim or only the source has.

    ``word``: the word of the claim; ``sentence``: the number of the source sentence; ``sure``: whether nothing in the
    source may say "not" in other words.
    """

    word: ClaimWord
    sentence: int
    in_claim: bool
    sure: bool = True

    @property
    def sharp(self) -> bool:
        """Whether it surely denies a statement ("not", "never"). "No" and "without" name a thing that is absent.

        A source has many ways to say that something is absent, and seldom says what is there.
        """
        return self.sure and self.word.low not in OF_THINGS


def rival_at(word: ClaimWord, told: Sequence[str], sentence: int, places: Iterable[int], *, sure: bool = True) -> Rival:
    """Give the rival at some places of a source sentence, whose words are ``told``."""
    at = tuple(places)
    return Rival(word=word, terms=tuple(term_of(told[i]) for i in at), sentence=sentence, places=at, sure=sure)


def once(rivals: Iterable[Rival]) -> tuple[Rival, ...]:
    """Give one rival for each word: its first sure one, else its first."""
    first: dict[int, Rival] = {}
    for rival in sorted(rivals, key=lambda r: not r.sure):
        first.setdefault(rival.word.start, rival)
    return tuple(first.values())
