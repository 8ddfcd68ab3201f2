"""The features of the score: each a number with a meaning that a reader can check."""

from itertools import pairwise

from rapidfuzz import fuzz

from verifier.matching.details import Details
from verifier.matching.locate import Located

MOST_TIMES, MOST_MORE = 6, 200
"""A window of more than six times the claim's characters and 200 says nothing by its likeness; it only costs time."""


def features(located: Located, details: Details) -> dict[str, float]:
    """Give every feature by name. Shares are 0 to 1; counts are plain."""
    claim = located.claim
    figures = {w.term.key for w in claim.content if w.figure}
    names = {w.term.key for w in claim.content if w.name}
    return {
        "best sentence": located.coverage[located.order[0]] / claim.total if located.order else 0.0,
        "best window": located.window_share,
        "evidence": located.share(located.covered),
        "page": located.share(located.every),
        "figures lost": len(details.lost) / max(1, len(figures)),
        "names lost": float(len(details.strangers)),
        "name share lost": len(details.strangers) / max(1, len(names)),
        "names far": float(len(details.far)),
        "word pairs": _word_pairs(located),
        "likeness": _likeness(located),
    }


def _word_pairs(located: Located) -> float:
    """The share of neighbouring words of the claim that are neighbours in the source too."""
    keys = [located.key(w) for w in located.claim.content]
    pairs = set(pairwise(keys))
    met: set[tuple[str, str]] = set()
    for number in {*located.place, *located.order[:6]}:
        mask = located.masks[number]
        if mask & (mask - 1):
            met |= pairs.intersection(pairwise([t.key for t in located.line(number)]))
    return len(met) / max(1, len(pairs))


def _likeness(located: Located) -> float:
    """The best token_sort_ratio of claim and a window about the best sentences, 0 to 1."""
    claim = located.claim.text.lower()
    spans = located.source.spans
    windows = {located.window, *((i, i + 1) for i in located.order[:4])}
    for i in located.order[:2]:
        windows |= {(max(0, i - 1), i + 1), (i, min(len(spans), i + 2))}
    best = 0.0
    for first, last in windows:
        if last <= first:
            continue
        text = located.source.folded.text[spans[first][0] : spans[last - 1][1]]
        if len(text) <= MOST_TIMES * len(claim) + MOST_MORE:
            best = max(best, fuzz.token_sort_ratio(claim, text.lower(), score_cutoff=best))
    return best / 100
