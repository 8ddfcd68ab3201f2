"""Whole names of a claim or a sentence: words with a capital that follow one another."""

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import ROOT_OF_NAMES
from verifier.matching.locate import Located
from verifier.matching.terms import is_name, term_of

MOST_WORDS = 3
"""Words of a name at most: longer ones are titles."""


@lru_cache(maxsize=1)
def names_of(located: Located) -> list[list[ClaimWord]]:
    """Give the names of the claim, each with all its words. A word in capitals alone belongs to none.

    The last answer is kept, because several checks ask for it one after the other.
    """
    names: list[list[ClaimWord]] = []
    words = (w for w in located.claim.content if not w.surface.isupper())
    for word in (w for w in words if w.name or _opens_as_name(located, w)):
        if names and word.start == names[-1][-1].end + 1:
            names[-1].append(word)
        else:
            names.append([word])
    return names


def _opens_as_name(located: Located, word: ClaimWord) -> bool:
    """Whether the first word of a sentence of the claim is a name: the source never writes it without the capital."""
    source, written = located.source, word.surface
    return word.opens and is_name(written) and source.has(written) and not source.has(written.lower())


def unclaimed_names(located: Located, told: Sequence[str]) -> list[list[int]]:
    """Give the places of each name of a sentence that has no word of the claim, capitals and titles left out."""
    runs: list[list[int]] = []
    for at in range(1, len(told)):
        if is_name(told[at]) and told[at][1:].islower():
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
    ours = {w.surface[:ROOT_OF_NAMES] for w in located.claim.content}  # "Libyan" is no other than "Libya"
    mine = [told[i][:ROOT_OF_NAMES] in ours or term_of(told[i]).key in located.bits for i in range(len(told))]
    return [run for run in runs if len(run) <= MOST_WORDS and not any(mine[i] for i in run)]


def bits_of(located: Located, words: Iterable[ClaimWord]) -> int:
    """Give the bits of some of the claim's words of weight, joined."""
    return reduce(or_, (located.bits[w.term.key] for w in words), 0)
