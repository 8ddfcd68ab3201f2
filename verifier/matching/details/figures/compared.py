"""Checks the order of the two figures of a comparison: "48, compared to 42" is not "42, compared to 48"."""

from collections.abc import Iterator, Sequence

from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.terms import term_of

REACH = 6
"""Words on each side of "compared to" within which a figure must stand: "48 cents per share, compared to only 42"."""

_COMPARISONS = frozenset((("compared", "to"), ("compared", "with"), ("up", "from"), ("down", "from")))
"""The words between the figure of now and the figure of before."""


def other_comparisons(located: Located) -> tuple[Rival, ...]:
    """Give the first figure of each comparison that the claim's own sentence has in the other order."""
    said = list(_compared(located.claim.low))
    number = own_sentence(located) if said else None
    if number is None:
        return ()
    words, keys = located.claim.words, [t.key for t in located.source.terms(number)]
    told = {(keys[now], keys[then]): now for now, then in _compared(located.source.low(number))}
    out = []
    for now, then in said:
        first, second = located.key(words[now]), located.key(words[then])
        if first != second and (second, first) in told:
            out.append(rival_at(words[now], located.source.words(number), number, (told[second, first],)))
    return tuple(out)


def _compared(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of the figures before and behind each comparison. ``words`` are in lower case."""
    for at in range(1, len(words) - 2):
        if (words[at], words[at + 1]) in _COMPARISONS:
            before = next((i for i in range(at - 1, max(-1, at - 1 - REACH), -1) if _is_figure(words[i])), None)
            behind = next((i for i in range(at + 2, min(len(words), at + 2 + REACH)) if _is_figure(words[i])), None)
            if before is not None and behind is not None:
                yield before, behind


def _is_figure(word: str) -> bool:
    """Whether a word is a number that is not a year."""
    term = term_of(word)
    return term.kind == "number" and not looks_like_year(term.value)
