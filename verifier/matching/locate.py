"""Where on the page is the claim? Coverage of its weighted words by sentences, windows and a greedy choice."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, reduce
from itertools import compress, count
from operator import or_

from verifier.matching.base import Origin
from verifier.matching.claim_words import ClaimWord, ClaimWords
from verifier.matching.forms import forms_on_page
from verifier.matching.source import SourceIndex

WINDOW = 3
"""Sentences of a window: claims join up to three (two or four measured no better)."""
PLACES = 3
"""Sentences chosen as evidence; a fourth adds less than one right in twenty."""
LEAST_GAIN = 0.04
"""Share of the claim that another sentence must add to be evidence."""
TWIN_WEIGHT = 0.8
"""What a word counts that the source has only in a related form (Libya, Libyan)."""
CITED_BONUS = 0.1
"""Share of the claim by which another sentence must be better than one that the note points at."""
MOST_CITED = 30
"""Sentences of a cited passage in which details are checked: more is a chapter, not a place."""
TOGETHER = 0.25
"""Share of the claim that must stand in one window for details to be held against it: nine in ten claims on another
claim's page have less, and from 0.30 on the left-out area of the main set falls."""
SPEAKS_OF_IT, SAYS_IT = 0.3, 0.5
"""Share of the claim that a sentence must cover to speak of the same at all, and to say the same of it: what stands in
one with less is about something else. Where .55 and .6 were asked instead of .5, for a "not" and for years, four wrong
claims more passed and no true one fewer was flagged."""
AS_GOOD, NEARLY_AS_GOOD = 0.7, 0.45
"""Share of what the best sentence covers from which another one speaks of the same; the lower one where a figure must
stand in it besides."""

UNNAMED = Origin()
"""Where neither note nor page names the source."""


@dataclass(slots=True, kw_only=True)
class Located:
    """A claim held against a source.

    ``bits``: the bit of each term of weight; ``masks``: of each sentence, the claim's terms in it; ``coverage``: their
    weight. ``order``: sentences that have any, best first. ``window``: the best three sentences in a row;
    ``chosen``: the evidence; ``place``: chosen, window, neighbours of the best and what covers as much as that.
    ``here``, ``every``: terms in the place, anywhere. ``twins``: claim term to related term of the source; ``gone``: on
    it in no form. ``origin``: how note and page name the source.
    """

    claim: ClaimWords
    source: SourceIndex
    bits: dict[str, int]
    sums: dict[int, float]
    weights: list[float]
    twins: dict[str, str]
    gone: set[str]
    masks: list[int]
    coverage: list[float]
    order: list[int]
    window: tuple[int, int]
    window_share: float
    chosen: list[int]
    covered: int
    place: list[int]
    here: int
    every: int
    origin: Origin

    @property
    def stands_together(self) -> bool:
        """Whether so much of the claim stands together that details can be held against the place."""
        return self.window_share >= TOGETHER

    def weight(self, mask: int) -> float:
        """Give the weight of the terms in ``mask``."""
        return _weight_of(mask, self.weights, self.sums)

    def share(self, mask: int) -> float:
        """Give the share of the claim that the terms in ``mask`` are, 0 to 1."""
        return self.weight(mask) / self.claim.total

    def covers(self, number: int, least: float) -> bool:
        """Whether a sentence covers at least ``least`` of the claim, a share."""
        return self.coverage[number] >= least * self.claim.total

    def best(self, least: float) -> int | None:
        """Give the sentence that covers most of the claim, ``None`` where that is less than ``least``, a share."""
        return self.order[0] if self.order and self.covers(self.order[0], least) else None

    def key(self, word: ClaimWord) -> str:
        """Give the key under which the source has a word of the claim."""
        return self.twins.get(word.term.key, word.term.key)


def locate(claim: ClaimWords, source: SourceIndex, cited: range = range(0), origin: Origin = UNNAMED) -> Located:
    """Find the sentences that cover most of the claim.

    ``cited``: the sentences that the note points at (a text fragment, a page); they come first where another place is
    hardly better, and belong to the place in which details are checked.
    """
    forms, twins = forms_on_page(claim, source)
    gone = claim.weights.keys() - forms.keys()
    weights = [w * (TWIN_WEIGHT if k in twins else 1.0) for k, w in claim.weights.items()]
    bits = {k: 1 << n for n, k in enumerate(claim.weights)}
    mask_of: dict[str, int] = {}
    for key, found in forms.items():
        for form in found:
            mask_of[form] = mask_of.get(form, 0) | bits[key]
    masks = _masks(source, mask_of)
    kinds = set(masks)
    sums = {mask: _sum_of(mask, weights) for mask in kinds}
    weigh = partial(_weight_of, weights=weights, sums=sums)
    coverage = list(map(sums.__getitem__, masks))
    order = _ordered(masks, coverage, cited, CITED_BONUS * claim.total)
    window, best = _best_window(masks, coverage, order, weigh)
    firsts: dict[int, int] = {}  # nearly all of the other sentences have the same terms as an earlier one
    for i in order:
        firsts.setdefault(masks[i], i)
    chosen, covered = _greedy(masks, coverage, [*firsts.values()], weigh=weigh, least=LEAST_GAIN * claim.total)
    near = [j for i in chosen[:1] for j in (i - 1, i + 1) if 0 <= j < len(masks)]
    as_good = [i for i in order[:PLACES] if coverage[i] == coverage[order[0]]]
    place = sorted({*chosen, *range(*window), *near, *as_good, *cited[:MOST_CITED]})
    return Located(
        claim=claim,
        source=source,
        bits=bits,
        sums=sums,
        weights=weights,
        twins=twins,
        gone=gone,
        masks=masks,
        coverage=coverage,
        order=order,
        window=window,
        window_share=best / claim.total,
        chosen=chosen,
        covered=covered,
        place=place,
        here=reduce(or_, (masks[i] for i in place), 0),
        every=reduce(or_, kinds, 0),
        origin=origin,
    )


def _ordered(masks: list[int], coverage: list[float], cited: range, bonus: float) -> list[int]:
    """The sentences with any term of the claim, best first."""
    some = compress(count(), masks)
    if not cited:
        return sorted(some, key=coverage.__getitem__, reverse=True)
    return sorted(some, key=lambda i: coverage[i] + (bonus if i in cited else 0.0), reverse=True)


def _weight_of(mask: int, weights: list[float], sums: dict[int, float]) -> float:
    found = sums.get(mask)
    if found is None:
        found = sums[mask] = _sum_of(mask, weights)
    return found


def _sum_of(mask: int, weights: list[float]) -> float:
    total = 0.0
    while mask:
        low = mask & -mask
        total += weights[low.bit_length() - 1]
        mask ^= low
    return total


def _masks(source: SourceIndex, mask_of: dict[str, int]) -> list[int]:
    """Each sentence's terms of the claim, as bits."""
    masks = [0] * len(source.spans)
    places = source.lookup().places
    for form, mask in mask_of.items():
        for number in places(form):
            masks[number] |= mask
    return masks


def _best_window(
    masks: list[int], coverage: list[float], order: list[int], weigh: Callable[[int], float]
) -> tuple[tuple[int, int], float]:
    """The run of up to three sentences that covers most, and its weight."""
    best, window = 0.0, (0, 0)
    for number in order:
        if WINDOW * coverage[number] <= best:
            continue
        for start in range(max(0, number - WINDOW + 1), number + 1):
            if sum(coverage[start : start + WINDOW]) > best:
                value = weigh(reduce(or_, masks[start : start + WINDOW]))
                if value > best:
                    best, window = value, (start, min(len(masks), start + WINDOW))
    return window, best


def _greedy(
    masks: list[int], coverage: list[float], order: list[int], *, weigh: Callable[[int], float], least: float
) -> tuple[list[int], int]:
    """Sentences of which each adds the most of what is still open, and what they cover together."""
    chosen: list[int] = []
    covered = 0
    while len(chosen) < PLACES:
        gain, pick = 0.0, -1
        for i in order:
            if coverage[i] <= gain:
                continue
            more = weigh(masks[i] & ~covered)
            if more > gain:
                gain, pick = more, i
        if gain <= least:
            break
        chosen.append(pick)
        covered |= masks[pick]
    return chosen, covered
