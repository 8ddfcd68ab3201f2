"""Where words stand in a text, what stands beside them, and what two texts have alike about two places of theirs."""

from collections.abc import Iterator, Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located

REACH = 3
"""Words on each side that are compared, one by one."""
ROOT_OF_NAMES = 5
"""Letters that the names of a country and of its people have in common ("Libya", "Libyan")."""
MOST_TIMES = 20
"""Times that a name is looked up in a source."""


def found_in(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where whole words begin and end in a text.

    By hand, since a pattern for each name takes longer to make than to use.
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
    """Yield where some words follow one another in others."""
    ends = range(len(words) - len(run) + 1)
    return (i for i in ends if words[i] == run[0] and list(words[i : i + len(run)]) == list(run))


def alike_about(said: Sequence[str], at: int, told: Sequence[str], place: int) -> Iterator[int]:
    """Yield the places in ``said`` of the words beside ``at`` that stand so beside ``place`` in ``told`` too.

    On each side outwards, up to the first that differs.
    """
    for way in (-1, 1):
        for step in range(way, way * (REACH + 1), way):
            one, other = at + step, place + step
            if not (0 <= one < len(said) and 0 <= other < len(told)) or said[one] != told[other]:
                break
            yield one


def low_behind(located: Located, word: ClaimWord) -> str:
    """Give the word of the claim behind another, of whatever weight, in lower case; nothing behind the last one."""
    return next((w.low for w in located.claim.words if w.start >= word.end), "")
