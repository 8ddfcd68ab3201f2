"""The score: a small logistic model. Its coefficients come from ``benchmarks/fit_matching.py``; run that before changing them."""

import math
from collections.abc import Mapping

from verifier.matching.base import Weighed

INTERCEPT = "one"
"""The name of the feature that is always 1."""

SUPPORTED: Mapping[str, float] = {
    "best window": 2.245,
    "evidence": 1.999,
    "figures lost": -3.298,
    "names lost": -0.552,
    "likeness": 5.667,
    "names far": -0.978,
    INTERCEPT: -6.086,
}
"""Log-odds that the source supports the whole claim, for each unit of a feature."""

LOCATED: Mapping[str, float] = {
    "best sentence": 6.825,
    "best window": 7.926,
    "word pairs": 5.159,
    "likeness": 8.987,
    INTERCEPT: -9.721,
}
"""Log-odds that the source is about the claim at all, for each unit of a feature."""


def log_odds(model: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Give the model's log-odds for the features' values."""
    return sum(weight * values.get(name, 1.0 if name == INTERCEPT else 0.0) for name, weight in model.items())


def probability(odds: float) -> float:
    """Give the probability, 0 to 1, for log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def weighed(model: Mapping[str, float], values: Mapping[str, float]) -> tuple[Weighed, ...]:
    """Give each feature of the model with its value and weight, for people who ask how a score came about."""
    return tuple(
        Weighed(name=name, value=round(values.get(name, 1.0 if name == INTERCEPT else 0.0), 4), weight=weight)
        for name, weight in model.items()
    )
