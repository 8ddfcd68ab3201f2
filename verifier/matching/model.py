"""The score: a small logistic model. Its coefficients come from ``benchmarks/fit_matching.py``; run that before changing them."""

import math
from collections.abc import Mapping

from verifier.matching.base import Weighed

INTERCEPT = "one"
"""The name of the feature that is always 1."""

SUPPORTED: Mapping[str, float] = {
    "coverage": 2.93,
    "figures lost": -1.33,
    "names lost": -0.87,
    "details differ": -0.56,
    "likeness": 0.99,
    "page length": -0.05,
    INTERCEPT: -1.81,
}
"""Log-odds that the source supports the whole claim, for each unit of a feature."""

LOCATED: Mapping[str, float] = {
    "best sentence": 8.27,
    "best window": 8.20,
    "word pairs": 5.59,
    "likeness": 8.38,
    "context names": 2.65,
    "page length": -0.5,
    INTERCEPT: -8.03,
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
