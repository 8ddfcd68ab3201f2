"""The features of the score. Each is a number whose meaning a reader can check against the passage."""

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
"""A window longer than six times the claim plus 200 characters is not compared: its likeness says nothing."""
MOST_COUNTED = 2
"""Misses of one kind that count. A third says no more than the second, and one long claim must not dominate the fit."""
CONTEXT_SENTENCES = 2
"""Sentences before the claim whose names are looked for on the page."""
MOST_NAMES = 40
"""Most names of a context that are looked for."""
USUAL_CONTEXT = 0.7
"""Share assumed where there is no context: about the mean over pages that support a claim."""
LONGEST_PAGE = 400
"""Sentences. Beyond this a longer page changes nothing; nineteen in twenty pages of the data are shorter."""
FEW_SENTENCES = 3
"""A source of so few sentences is an excerpt, whose "he" may stand for a name before it."""
SURELY_LOCATED = 0.6
"""Share of the claim in one window from which the place is certain and the context is not needed."""

_PRONOUNS = frozenset(("he", "she", "it", "they", "his", "her", "its", "their"))
_JOINING = frozenset(("the", "a", "an", "of", "and", "at", "in"))
"""Words that can stand within a name or before it."""

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w[\w']*")


@dataclass(frozen=True)
class Context:
    """The sentences before a claim, and which of their names the source has."""

    sentences: Sequence[str]
    source: SourceIndex

    @cached_property
    def names(self) -> dict[str, str]:
        """The names in the context, by key, as written there; words that open a sentence count as names."""
        found = _CAPITAL.findall(fold(" ".join(self.sentences[-CONTEXT_SENTENCES:])))
        return {t.key: w for w in found[:MOST_NAMES] if (t := term_of(w)).kind == "word"}

    @property
    def share_on_page(self) -> float:
        """The share of the context's names, 0 to 1, that the source has."""
        if not self.names:
            return USUAL_CONTEXT
        here = sum(map(self.source.has_name, self.names.values()))
        return here / len(self.names)


def features(located: Located, details: Details, context: Context) -> dict[str, float]:
    """Give every feature by name, except the word pairs. Shares are 0 to 1.

    ``coverage``: the share of the claim in the best window and that in the evidence, averaged. ``names lost``: without
    names that the sentences before the claim mention, and without the subject if a short source says "he". ``details
    differ``: how many kinds of detail the source gives differently. ``page length``: the logarithm of the number of
    sentences, since a long page has many words by chance. ``last word``: whether the claim's last word with weight is
    in the evidence, since a sentence says what is new at its end. ``claim length``: the logarithm of the number of
    words, since half of a long claim is seldom met by chance.
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
    """How many names the source lacks that neither the context nor a pronoun stands for."""
    known = context.names.keys() | (_subject(located.claim) if _says_he(located) else set())
    return sum(w.term.key not in known for w in details.strangers)


def _says_he(located: Located) -> bool:
    """Whether the source is an excerpt whose best sentence begins with a pronoun."""
    if not located.order or len(located.masks) > FEW_SENTENCES:
        return False
    words = located.source.words(located.order[0])
    return bool(words) and words[0].lower() in _PRONOUNS


def _subject(claim: ClaimWords) -> set[str]:
    """The keys of the names with which a claim begins."""
    names: set[str] = set()
    for word in claim.words:
        if word.low not in _JOINING and not (word.name or word.figure or word.opens):
            break
        names.add(word.term.key)
    return names


def word_pairs(located: Located) -> float:
    """Give the share of the claim's neighbouring word pairs, 0 to 1, that are neighbours in the source too."""
    keys = [located.key(w) for w in located.claim.content]
    pairs = set(pairwise(keys))
    met: set[tuple[str, str]] = set()
    for number in {*located.place, *located.order[:6]}:
        mask = located.masks[number]
        if mask & (mask - 1):
            met |= pairs.intersection(pairwise(located.source.keys(number)))
    return len(met) / max(1, len(pairs))


def _likeness(located: Located) -> float:
    """The best ``token_sort_ratio``, 0 to 1, of the claim with its window or one of its two best sentences.

    Further windows around them added nothing.
    """
    claim = located.claim.text.lower()
    spans = located.source.spans
    windows = {located.window, *((i, i + 1) for i in located.order[:2])}
    most = MOST_TIMES * len(claim) + MOST_MORE
    text = located.source.folded.text
    sizes = ((spans[first][0], spans[last - 1][1]) for first, last in windows if last > first)
    texts = [text[start:end].lower() for start, end in sizes if end - start <= most]
    return process.extractOne(claim, texts, scorer=fuzz.token_sort_ratio)[1] / 100 if texts else 0.0
