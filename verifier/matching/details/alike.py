"""Where words stand in a text, and which words around a place of the claim and of the source are alike."""

from collections.abc import Iterator, Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located

REACH = 3
"""Words on each side of a place that are compared, one by one."""
ROOT_OF_NAMES = 5
"""Letters that the names of a country and of its people have in common ("Libya", "Libyan")."""
MOST_TIMES = 20
"""Times that a name is looked up in a source."""


def found_in(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the beginning and the end of each place where ``words`` stand in a text as whole words.

    Searched by hand: to make a pattern for each name would take longer than to search for it.
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(words, end)


def are_of_one_name(one: str, other: str, text: str) -> bool:
    """Whether two words stand side by side in a text, in either order: "Ada" and "Brandt" of "Ada Brandt"."""
    return any(True for pair in (f"{one} {other}", f"{other} {one}") for _ in found_in(pair, text))


def places_of(run: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Yield the places at which the words of ``run`` stand one after the other among ``words``."""
    ends = range(len(words) - len(run) + 1)
    return (i for i in ends if words[i] == run[0] and list(words[i : i + len(run)]) == list(run))


def alike_about(said: Sequence[str], at: int, told: Sequence[str], place: int) -> Iterator[int]:
    """Yield the places in ``said`` of the words around ``at`` that stand likewise around ``place`` in ``told``.

    Each side is compared outwards, and its comparison ends at the first word that differs.
    """
    for way in (-1, 1):
        for step in range(way, way * (REACH + 1), way):
            one, other = at + step, place + step
            if not (0 <= one < len(said) and 0 <= other < len(told)) or said[one] != told[other]:
                break
            yield one


def low_behind(located: Located, word: ClaimWord) -> str:
    """Give the claim's next word in lower case, a function word too; an empty string after the last word."""
    return next((w.low for w in located.claim.words if w.start >= word.end), "")
