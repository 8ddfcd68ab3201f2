"""Locates a claim on a page: which sentences cover most of its weighted words, alone, in a window and together."""

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
"""Sentences of a window. Claims draw on up to three; two or four measured no better."""
PLACES = 3
"""Most sentences chosen as evidence. A fourth is right less than once in twenty times."""
LEAST_GAIN = 0.04
"""Share of the claim that a further sentence must add to become evidence."""
TWIN_WEIGHT = 0.8
"""Factor on the weight of a word that the source has only in a related form (Libya, Libyan)."""
CITED_BONUS = 0.1
"""A sentence that the note points at ranks as if it covered this share of the claim more."""
MOST_CITED = 30
"""Most sentences of a cited passage in which details are checked; more would be a chapter, not a place."""
TOGETHER = 0.25
"""Share of the claim that one window must cover before its details are checked. On the page of another claim nine in
ten have less. From 0.30 on the AUROC of the main set, left out of the fit, falls."""
SPEAKS_OF_IT, SAYS_IT = 0.3, 0.5
"""Share of the claim that a sentence must cover to be about the same subject, and to say the same about it. With .55
and .6 instead of .5, for a "not" and for years, four more wrong claims passed and as many true ones were flagged."""
AS_GOOD, NEARLY_AS_GOOD = 0.7, 0.45
"""A sentence that covers this share of what the best one covers is about the same. The lower limit is for checks that
also require a figure in the sentence."""

UNNAMED = Origin()
"""The origin of a source that neither note nor page names."""


@dataclass(slots=True, kw_only=True, eq=False)
class Located:
    """A claim located in a source. Sets of the claim's terms are bit masks, sentences are named by their numbers.

    ``bits``: the bit of each term with weight. ``masks``: the terms that each sentence has. ``coverage``: the weight of
    these. ``order``: the sentences that have any, best first. ``window``: the best run of up to three sentences (first,
    last + 1), and ``window_share`` the share of the claim it covers. ``chosen``: the evidence, and ``covered`` the
    terms in it. ``place``: where details are checked: the evidence, the window, the neighbours of the best sentence,
    those as good as it, and the cited ones. ``here``, ``every``: the terms in the place, and anywhere in the source.
    ``twins``: terms that the source has only in a related form, with that form's key. ``gone``: terms that it has in no
    form. ``origin``: what note and page say about the source. ``sums`` keeps the weights of masks already added up.
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
        """Whether enough of the claim stands in one window for its details to be checked there."""
        return self.window_share >= TOGETHER

    def weight(self, mask: int) -> float:
        """Give the weight of the terms in a mask."""
        return _weight_of(mask, self.weights, self.sums)

    def share(self, mask: int) -> float:
        """Give the share of the claim, 0 to 1, that the terms in a mask make up."""
        return self.weight(mask) / self.claim.total

    def covers(self, number: int, least: float) -> bool:
        """Whether a sentence covers at least a share ``least`` of the claim."""
        return self.coverage[number] >= least * self.claim.total

    def best(self, least: float) -> int | None:
        """Give the sentence that covers most of the claim, ``None`` if that is less than a share ``least``."""
        return self.order[0] if self.order and self.covers(self.order[0], least) else None

    def key(self, word: ClaimWord) -> str:
        """Give the key that a word of the claim has in the source: its own, or that of a related form."""
        return self.twins.get(word.term.key, word.term.key)


def locate(claim: ClaimWords, source: SourceIndex, cited: range = range(0), origin: Origin = UNNAMED) -> Located:
    """Find the sentences that cover most of the claim.

    ``cited``: the sentences that the note points at (a text fragment, a page). They win over places that are hardly
    better, and details are checked in them too.
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
    firsts: dict[int, int] = {}  # one sentence for each set of terms: most sentences repeat an earlier one's
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
    """The sentences that have any term of the claim, best first."""
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
    """For each sentence the mask of the claim's terms in it."""
    masks = [0] * len(source.spans)
    places = source.lookup().places
    for form, mask in mask_of.items():
        for number in places(form):
            masks[number] |= mask
    return masks


def _best_window(
    masks: list[int], coverage: list[float], order: list[int], weigh: Callable[[int], float]
) -> tuple[tuple[int, int], float]:
    """The run of up to three sentences that covers most, and the weight it covers."""
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
    """Sentences chosen one by one, each for what it adds to those before, and the mask of what they cover."""
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
