"""The verdict: ordered rules, of which the first that applies decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from verifier.matching.base import Verdict
from verifier.matching.details import Details

LOCATED_MIN = -1.00
"""Log-odds below which nothing in the source resembles the claim.

88 of 100 of the most similar wrong pages lie below it, 99 of 100 random ones, and at most 3 in 100 supported claims of
any development set except the 41 Wikipedia pairs (benchmarks/fit_matching.py prints the curve).
"""
SCATTERED_BELOW = 0.30
"""Share of the claim in the best window. Below it, if no two words stand together and a name or figure is nowhere, the
words are found by chance. On the main development set this holds for no supported claim."""
LONG_SOURCE = 2.3
"""Logarithm of the number of sentences (10) from which words can be found by chance. A shorter source is an excerpt."""
PARTLY_BELOW = 0.40
"""Probability below which a claim counts as found only in part.

From the curve of the same run: this rule alone flags .06 of the main set's supported claims at 0.40, .07 at 0.42, .10
at 0.44. Of the true claims on invented pages, told freely in other words, 0.39 would remove one in twenty of the false
alarms and cost .005 of balanced accuracy on the main set; 0.41 would add one in ten and gain .002.
"""
LONE_NAME_BELOW = 0.55
"""Probability below which a claim with a name that is nowhere counts as found only in part.

Above it so much is found that the source more likely writes the name differently. At 0.50 a tenth fewer changed names
are caught; from 0.60 on one more true claim in a hundred is flagged on the sets of short sources.
"""
NAME_UNCLEAR_BELOW = 0.75
"""Probability below which a claim that is found except for a name goes to a person."""
QUOTED_WORDS = 6
"""Words. A source that has a claim's quotations word for word is about the claim if these have so many words together:
they do not match by chance, while a shorter quotation may be a common phrase."""
SURE_FROM = 0.5
"""Probability from which a claim without a miss is supported; between ``PARTLY_BELOW`` and this it goes to a person.
Even odds: at 0.51 a person would read 24 more of 2,900 true claims and ten more of 3,500 others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules decide by.

    ``located``: log-odds that the source is about the claim. ``probability``: the score. ``names_lost``: how many names
    neither the source nor the context has. ``verbatim``: the claim is a quotation that stands in the source word for
    word. ``copied``: the claim is a sentence of the source. ``scattered``: its words are on the page by chance only.
    ``about``: the claim is found once its context is added.
    """

    located: float
    probability: float
    details: Details
    names_lost: float
    verbatim: bool
    copied: bool
    scattered: bool
    about: bool

    @property
    def lost(self) -> bool:
        """Whether nothing in the source resembles the claim."""
        return (self.located < LOCATED_MIN or self.scattered) and not self.quoted

    @property
    def quoted(self) -> bool:
        """Whether the source has all quotations of the claim word for word, and they are more than a common phrase."""
        quotes = self.details.quotes
        words = sum(len(q.quote.text.split()) for q in quotes)
        return words >= QUOTED_WORDS and all(q.exact for q in quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRule:
    """One rule: its name, its verdict, and when it applies."""

    name: str
    verdict: Verdict
    holds: Callable[[Facts], bool]


RULES: tuple[VerdictRule, ...] = (
    VerdictRule(name="quotation-word-for-word", verdict=Verdict.SUPPORTED, holds=lambda f: f.verbatim),
    VerdictRule(name="sentence-word-for-word", verdict=Verdict.SUPPORTED, holds=lambda f: f.copied),
    VerdictRule(
        name="quotation-altered",
        verdict=Verdict.DETAIL_DIFFERS,
        holds=lambda f: any(q.span for q in f.details.altered),
    ),
    VerdictRule(name="nothing-like-it", verdict=Verdict.NOT_FOUND, holds=lambda f: f.lost and not f.about),
    VerdictRule(name="found-by-context-only", verdict=Verdict.REVIEW, holds=lambda f: f.lost),
    VerdictRule(name="negation-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: f.details.denied),
    VerdictRule(name="figure-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.rivals)),
    VerdictRule(name="name-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.slots)),
    VerdictRule(name="contrary-found", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.turned)),
    VerdictRule(name="quotation-missing", verdict=Verdict.PARTLY, holds=lambda f: bool(f.details.altered)),
    VerdictRule(name="figure-missing", verdict=Verdict.PARTLY, holds=lambda f: bool(f.details.lost)),
    VerdictRule(name="little-found", verdict=Verdict.PARTLY, holds=lambda f: f.probability < PARTLY_BELOW),
    VerdictRule(
        name="name-missing",
        verdict=Verdict.PARTLY,
        holds=lambda f: f.names_lost > 0 and f.probability < LONE_NAME_BELOW,
    ),
    VerdictRule(name="absence-unclear", verdict=Verdict.REVIEW, holds=lambda f: bool(f.details.denials)),
    VerdictRule(name="name-exchanged", verdict=Verdict.REVIEW, holds=lambda f: bool(f.details.exchanged)),
    VerdictRule(name="doubt-dropped", verdict=Verdict.REVIEW, holds=lambda f: bool(f.details.doubted)),
    VerdictRule(name="word-replaced", verdict=Verdict.REVIEW, holds=lambda f: bool(f.details.replaced)),
    VerdictRule(
        name="name-unclear",
        verdict=Verdict.REVIEW,
        holds=lambda f: f.names_lost > 0 and f.probability < NAME_UNCLEAR_BELOW,
    ),
    VerdictRule(name="unsure", verdict=Verdict.REVIEW, holds=lambda f: f.probability < SURE_FROM),
    VerdictRule(name="found", verdict=Verdict.SUPPORTED, holds=lambda _: True),
)


def is_scattered(values: Mapping[str, float]) -> bool:
    """Whether the words of a claim are on the page by chance only."""
    return (
        values["best window"] < SCATTERED_BELOW
        and not values["word pairs"]
        and values["names lost"] + values["figures lost"] > 0
        and values["page length"] >= LONG_SOURCE
    )


def decide(facts: Facts) -> VerdictRule:
    """Give the first rule that applies; the last one always does."""
    return next(rule for rule in RULES if rule.holds(facts))
