"""The verdict: ordered rules, the first that holds decides."""

from collections.abc import Callable
from dataclasses import dataclass

from verifier.matching.base import Verdict
from verifier.matching.details import Details

LOCATED_MIN = -0.88
"""Log-odds from which the source is about the claim at all."""
PARTLY_BELOW = 0.14
"""Probability below which a claim is found in part only."""
LONE_NAME_BELOW = 0.60
"""Probability below which a name that is nowhere makes a claim found in part only."""
SURE_FROM = 0.55
"""Probability from which a claim without a miss is supported; between this and the limit below a person reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at. ``located``: log-odds; ``probability``: of the score; ``about``: context and names fit."""

    located: float
    probability: float
    details: Details
    verbatim: bool
    whole_quote: bool
    about: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRule:
    """One rule: its name, the verdict that it gives, and when."""

    name: str
    verdict: Verdict
    holds: Callable[[Facts], bool]


RULES: tuple[VerdictRule, ...] = (
    VerdictRule(name="quotation-word-for-word", verdict=Verdict.SUPPORTED, holds=lambda f: f.verbatim),
    VerdictRule(
        name="quotation-altered",
        verdict=Verdict.DETAIL_DIFFERS,
        holds=lambda f: any(q.likeness > 0 for q in f.details.altered),
    ),
    VerdictRule(
        name="nothing-like-it", verdict=Verdict.NOT_FOUND, holds=lambda f: f.located < LOCATED_MIN and not f.about
    ),
    VerdictRule(name="found-by-context-only", verdict=Verdict.REVIEW, holds=lambda f: f.located < LOCATED_MIN),
    VerdictRule(name="negation-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.denials)),
    VerdictRule(name="figure-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.rivals)),
    VerdictRule(name="name-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.slots)),
    VerdictRule(name="direction-differs", verdict=Verdict.DETAIL_DIFFERS, holds=lambda f: bool(f.details.turned)),
    VerdictRule(name="quotation-missing", verdict=Verdict.PARTLY, holds=lambda f: bool(f.details.altered)),
    VerdictRule(name="figure-missing", verdict=Verdict.PARTLY, holds=lambda f: bool(f.details.lost)),
    VerdictRule(name="little-found", verdict=Verdict.PARTLY, holds=lambda f: f.probability < PARTLY_BELOW),
    VerdictRule(
        name="name-missing",
        verdict=Verdict.PARTLY,
        holds=lambda f: bool(f.details.strangers) and f.probability < LONE_NAME_BELOW,
    ),
    VerdictRule(name="name-exchanged", verdict=Verdict.REVIEW, holds=lambda f: bool(f.details.exchanged)),
    VerdictRule(name="unsure", verdict=Verdict.REVIEW, holds=lambda f: f.probability < SURE_FROM),
    VerdictRule(name="found", verdict=Verdict.SUPPORTED, holds=lambda _: True),
)


def decide(facts: Facts) -> VerdictRule:
    """Give the first rule that holds; the last one always does."""
    return next(rule for rule in RULES if rule.holds(facts))
