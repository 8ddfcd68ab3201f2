"""Two names exchanged with their figures: "11 years for Aas and 15 for Brandt", where the source has 15 and 11."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.names.whole_names import bits_of, names_of
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year

MOST_SHARP = 12
"""Names and figures of a claim that are compared."""
_CROSSED = (True, False, False, True), (False, True, True, False)
"""Which of two pairs of the claim two sentences have, if each tells the first of one with the second of the other."""

_Sharp = list[ClaimWord]


def crossed_pairs(located: Located) -> tuple[Rival, ...]:
    """Give a figure that the claim has beside a name, and the place beside another whose own the claim has there.

    In one sentence that has all four by turns, or in two of which each has its own two only. A person looks.
    """
    for (one, its), (other, others) in combinations(pairwise(_sharp(located)), 2):
        alike = _sort(one) == _sort(other) != _sort(its) == _sort(others)
        if alike and its[0].start < other[0].start:
            number = _crossing(located, (one, its, other, others))
            if number is not None:
                terms = tuple(t for t in located.source.line(number) if t.key in map(located.key, (*its, *others)))
                return (Rival(word=its[-1], terms=terms, sentence=number),)
    return ()


def _sharp(located: Located) -> list[_Sharp]:
    """The names and figures of the claim that the place has, in order; none where it has not two figures."""
    figures = [[w] for w in located.claim.content if w.figure or w.term.kind == "month"]
    if len(figures) < 2:  # noqa: PLR2004 - one cannot be exchanged
        return []
    there = (words for words in (*names_of(located), *figures) if bits_of(located, words) & located.here)
    return sorted(there, key=lambda words: words[0].start)[:MOST_SHARP]


def _sort(words: _Sharp) -> str:
    return "year" if looks_like_year(words[0].term.value) else words[0].term.kind


def _crossing(located: Located, four: Sequence[_Sharp]) -> int | None:
    """The sentence that has the first of four with the last, if it, or another, has the third with the second.

    None where a sentence has two of them as the claim has.
    """
    found: dict[tuple[bool, ...], int] = {}
    for number in located.place:
        there = tuple(bool(bits_of(located, words) & located.masks[number]) for words in four)
        if all(there):
            return number if _is_crossed(located, number, four) else None
        if (there[0] and there[1]) or (there[2] and there[3]):
            return None
        found.setdefault(there, number)
    return found[_CROSSED[0]] if found.keys() >= set(_CROSSED) else None


def _is_crossed(located: Located, number: int, four: Sequence[_Sharp]) -> bool:
    """Whether a sentence has the first of four next to the last, and then or before that the others, each once."""
    line = [t.key for t in located.source.line(number)]
    keys = [next(key for w in reversed(words) if (key := located.key(w)) in line) for words in four]
    if any(line.count(key) > 1 for key in keys):
        return False
    order = sorted(range(len(four)), key=lambda i: line.index(keys[i]))
    return set(order[:2]) in ({0, 3}, {1, 2})
