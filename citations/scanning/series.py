"""Series of bare figures in the text that count through the labels of notes, which makes them markers."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citations.labels import Numbering, try_number
from citations.styles import bare_digit
from citations.styles.base import Candidate

_LEAST_WEIGHT = 2
"""The least weight of a figure in a series: one behind a blank in mid-sentence has less."""
_LEAST_SHARE = 0.4
"""The least share of a series among the bare figures in similar places; below it, the series is chance.

In articles with such markers the share is .6 and more, in lists of changes and tables .01 to .33 (notes benchmark).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A candidate with the index of its draft."""

    index: int
    candidate: Candidate


def find_series(rest: Sequence[Placed], unmarked: set[str], numbering: Numbering | None = None) -> list[Placed]:
    """Give the weak candidates that make the heaviest ascending series of ``unmarked`` labels, ``[]`` without one.

    The series must mark half of these labels, and more than one if there are several. In a series of figures right
    behind words or clauses, further figures for the same notes count, too. ``numbering`` settles what number "c" is.
    """
    numbered = {label for label in unmarked if try_number(label, numbering) is not None}
    candidates = [
        (number, one)
        for one in rest
        if all(fold_label(label) in numbered for label in one.candidate.labels)
        and (number := try_number(one.candidate.labels[0], numbering)) is not None
    ]
    weighty = [pair for pair in candidates if pair[1].candidate.weight >= _LEAST_WEIGHT]
    chain = _heaviest_chain(weighty)
    count = sum(len(one.candidate.labels) for one in chain)
    alone = count == 1 < len(numbered) and len({labels for _, one in weighty for labels in one.candidate.labels}) == 1
    again = _again(chain, candidates)
    if 2 * count < len(numbered) or alone or _is_chance(chain, candidates, again):
        return []
    numbers = {id(one): number for number, one in candidates}
    return [*chain, *_between(chain, [numbers[id(one)] for one in chain], candidates), *again]


def _is_chance(chain: Sequence[Placed], candidates: Sequence[tuple[int, Placed]], again: Sequence[Placed]) -> bool:
    """Whether a series is only a few of many bare figures in similar places, not counting repeats of its labels."""
    middle = _middle_weight(chain)
    if not middle:
        return False
    like_it = [one for _, one in candidates if _is_bare(one) and one.candidate.weight >= middle]
    alike = len(like_it) - len(again)
    return sum(_is_bare(one) and one.candidate.weight >= middle for one in chain) < _LEAST_SHARE * alike


def _middle_weight(chain: Sequence[Placed]) -> int:
    """Give the median weight of the bare figures in a series, 0 without any."""
    weights = sorted(one.candidate.weight for one in chain if _is_bare(one))
    return weights[(len(weights) - 1) // 2] if weights else 0


def _is_bare(one: Placed) -> bool:
    return one.candidate.style == bare_digit.STYLE.name


def _again(chain: Sequence[Placed], candidates: Sequence[tuple[int, Placed]]) -> list[Placed]:
    """Give further figures at ends of clauses that repeat a label which the series has above them."""
    middle = _middle_weight(chain)
    if middle < bare_digit.GLUED:
        return []
    first = {label: (one.index, one.candidate.start) for one in chain for label in one.candidate.labels}
    own = set(map(id, chain))
    return [
        one
        for _, one in candidates
        if one.candidate.ends_sentence
        and one.candidate.weight >= middle
        and id(one) not in own
        and all(first.get(label, (one.index + 1,)) < (one.index, one.candidate.start) for label in one.candidate.labels)
    ]


def _between(
    chain: Sequence[Placed], numbers: Sequence[int], candidates: Sequence[tuple[int, Placed]]
) -> Iterator[Placed]:
    """Yield, for labels missing in the chain, the figure between its neighbours, if there is exactly one."""
    places = [(one.index, one.candidate.start) for one in chain]
    have = set(numbers)
    fitting: dict[int, list[Placed]] = {}
    for number, one in candidates:
        if number in have:
            continue
        after = bisect_left(numbers, number)
        place = (one.index, one.candidate.start)
        follows = after == 0 or places[after - 1] < place
        if follows and (after == len(places) or place < places[after]):
            fitting.setdefault(number, []).append(one)
    for group in fitting.values():
        if len(group) == 1:
            yield group[0]


def _heaviest_chain(candidates: Sequence[tuple[int, Placed]]) -> list[Placed]:
    """Give the strictly ascending chain with the greatest sum of weights, in n log n steps.

    ``ends`` holds ascending last numbers of chains, ``tops`` the weight and last candidate of the best chain for each;
    a chain that ends higher is kept only if it is heavier. ``parents`` link each candidate to the one before.
    """
    ends: list[int] = []
    tops: list[tuple[int, int]] = []
    parents: list[int] = []
    for position, (number, one) in enumerate(candidates):
        place = bisect_left(ends, number)
        weight, parent = tops[place - 1] if place else (0, -1)
        total = weight + one.candidate.weight
        parents.append(parent)
        if place < len(ends) and ends[place] == number and tops[place][0] >= total:
            continue
        last = place
        while last < len(ends) and tops[last][0] <= total:
            last += 1
        ends[place:last] = [number]
        tops[place:last] = [(total, position)]
    chain: list[Placed] = []
    position = tops[-1][1] if tops else -1
    while position >= 0:
        chain.append(candidates[position][1])
        position = parents[position]
    return chain[::-1]


def fold_label(label: str) -> str:
    """Give a label as it is compared: "Márquez 2008" and "Marquez 2008" are the same.

    Case, accents, the form of apostrophes, "et al." and blanks within abbreviations make no difference.
    """
    label = label.replace(" et al.", "").replace(". ", ".")
    if label.isascii():
        return label.strip().casefold()
    letters = unicodedata.normalize("NFKD", label.strip().casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def folded_labels(candidate: Candidate) -> set[str]:
    """Give the labels of a candidate as they are compared."""
    return {fold_label(label) for label in candidate.labels}
