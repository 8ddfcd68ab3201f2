"""The features of the score: each a number with a meaning that a reader can check."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz import fuzz, process

from verifier.matching.claim_words import ClaimWords
from verifier.matching.details import Details
from verifier.matching.folding import fold
from verifier.matching.locate import Located
from verifier.matching.source import SourceIndex
from verifier.matching.terms import term_of

MOST_TIMES, MOST_MORE = 6, 200
"""A window of more than six times the claim's characters and 200 says nothing by its likeness; it only costs time."""
MOST_COUNTED = 2
"""Misses of one kind that count: the third says no more than the second (and one long claim must not rule a fit)."""
CONTEXT_SENTENCES = 2
"""Sentences before the claim that name what it is about."""
MOST_NAMES = 40
"""Names of a context that are looked for."""
USUAL_CONTEXT = 0.7
"""Share of the context's names taken where there is no context: about the mean of the pages that support a claim."""
LONGEST_PAGE = 400
"""Sentences from which a page's length says nothing more: nineteen in twenty pages of the data are shorter."""
FEW_SENTENCES = 3
"""Sentences of a source that is an excerpt: what its "he" stands for may come before it."""
SURELY_LOCATED = 0.6
"""Share of the claim in one window from which its place is certain, so the context is not asked."""

_PRONOUNS = frozenset(("he", "she", "it", "they", "his", "her", "its", "their"))
_JOINING = frozenset(("the", "a", "an", "of", "and", "at", "in"))
"""Words that stand within a name, or before it."""

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w[\w']*")


@dataclass(frozen=True)
class Context:
    """The sentences before a claim, read when first asked for."""

    sentences: Sequence[str]
    source: SourceIndex

    @cached_property
    def names(self) -> dict[str, str]:
        """The names in the context, words that open it among them: key to the form there."""
        found = _CAPITAL.findall(fold(" ".join(self.sentences[-CONTEXT_SENTENCES:])))
        return {t.key: w for w in found[:MOST_NAMES] if (t := term_of(w)).kind == "word"}

    @property
    def share_on_page(self) -> float:
        """The share of the context's names that the source has."""
        if not self.names:
            return USUAL_CONTEXT
        here = sum(map(self.source.has_name, self.names.values()))
        return here / len(self.names)


def features(located: Located, details: Details, context: Context) -> dict[str, float]:
    """Give every feature by name, but for the word pairs.

    Shares are 0 to 1. ``coverage``: the mean of the share of the claim in the best three sentences in a row and in the
    evidence. ``names lost``: but not those that the article's sentences before the claim name already, nor the subject
    where a short source says "he". ``details differ``: kinds of detail that the source has otherwise. ``page length``:
    the logarithm of its sentences: a long page has many words by chance. ``last word``: whether the claim's last word
    of weight is in the evidence: what a sentence has to say of its subject comes last. ``claim length``: the logarithm
    of its words: half of a long claim is less easily met by chance.
    """
    total = located.claim.total
    strangers = _strangers(located, details, context) if details.strangers else 0
    sure = located.window_share >= SURELY_LOCATED
    return {
        "coverage": (located.window_share + located.share(located.covered)) / 2,
        "figures lost": float(min(MOST_COUNTED, len(details.lost) + len(details.counts))),
        "names lost": float(min(MOST_COUNTED, strangers)),
        "details differ": float(min(MOST_COUNTED, details.kinds_that_differ)),
        "likeness": _likeness(located),
        "page length": math.log(min(len(located.masks), LONGEST_PAGE) + 1),
        "last word": float(any(located.bits[w.term.key] & located.covered for w in located.claim.content[-1:])),
        "best sentence": located.coverage[located.order[0]] / total if located.order else 0.0,
        "best window": located.window_share,
        "claim length": math.log(len(located.claim.weights) + 1),
        "context names": USUAL_CONTEXT if sure else context.share_on_page,
    }


def _strangers(located: Located, details: Details, context: Context) -> int:
    """How many names are nowhere that neither the context nor a pronoun stands for."""
    known = context.names.keys() | (_subject(located.claim) if _says_he(located) else set())
    return sum(w.term.key not in known for w in details.strangers)


def _says_he(located: Located) -> bool:
    """Whether the source is an excerpt whose best sentence opens with a pronoun."""
    if not located.order or len(located.masks) > FEW_SENTENCES:
        return False
    words = located.source.words(located.order[0])
    return bool(words) and words[0].lower() in _PRONOUNS


def _subject(claim: ClaimWords) -> set[str]:
    """The names that open a claim."""
    names: set[str] = set()
    for word in claim.words:
        if word.low not in _JOINING and not (word.name or word.figure or word.opens):
            break
        names.add(word.term.key)
    return names


def word_pairs(located: Located) -> float:
    """Give the share of neighbouring words of the claim that are neighbours in the source too."""
    keys = [located.key(w) for w in located.claim.content]
    pairs = set(pairwise(keys))
    met: set[tuple[str, str]] = set()
    for number in {*located.place, *located.order[:6]}:
        mask = located.masks[number]
        if mask & (mask - 1):
            met |= pairs.intersection(pairwise(located.source.keys(number)))
    return len(met) / max(1, len(pairs))


def _likeness(located: Located) -> float:
    """The best token_sort_ratio of the claim and its window or one of its best two sentences, 0 to 1.

    More windows about them told no more.
    """
    claim = located.claim.text.lower()
    spans = located.source.spans
    windows = {located.window, *((i, i + 1) for i in located.order[:2])}
    most = MOST_TIMES * len(claim) + MOST_MORE
    text = located.source.folded.text
    sizes = ((spans[first][0], spans[last - 1][1]) for first, last in windows if last > first)
    texts = [text[start:end].lower() for start, end in sizes if end - start <= most]
    return process.extractOne(claim, texts, scorer=fuzz.token_sort_ratio)[1] / 100 if texts else 0.0
