"""The score: a small logistic model, fitted by ``benchmarks/fit_matching.py``."""

import math
from collections.abc import Mapping

from verifier.matching.base import Weighed

INTERCEPT = "one"
"""The name of the feature that is always 1."""

PAGE_LENGTH_HELD = -0.5
"""The weight of the page's length in "located", fixed during the fit. With none, short sources of supported claims
would be called not-found; with the -1.4 of a free fit, short wrong pages would pass."""

SUPPORTED: Mapping[str, float] = {
    "coverage": 2.38,
    "figures lost": -1.37,
    "names lost": -1.04,
    "details differ": -1.25,
    "likeness": 1.36,
    "page length": -0.26,
    "last word": 0.56,
    INTERCEPT: -1.07,
}
"""Log-odds that the source supports the whole claim, per unit of each feature."""

LOCATED: Mapping[str, float] = {
    "best sentence": 8.58,
    "best window": 8.15,
    "word pairs": 3.44,
    "claim length": 2.14,
    "context names": 3.26,
    "names lost": -0.64,
    "page length": PAGE_LENGTH_HELD,
    INTERCEPT: -9.08,
}
"""Log-odds that the source is about the claim at all, per unit of each feature."""


def log_odds(model: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Give the log-odds of a model for the values of the features."""
    return sum(weight * _value(values, name) for name, weight in model.items())


def probability(odds: float) -> float:
    """Give the probability, 0 to 1, for log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def weighed(model: Mapping[str, float], values: Mapping[str, float]) -> tuple[Weighed, ...]:
    """Give each feature of a model with its value and weight, to explain a score."""
    return tuple(
        Weighed(name=name, value=round(_value(values, name), 4), weight=weight) for name, weight in model.items()
    )


def _value(values: Mapping[str, float], name: str) -> float:
    """A feature that was not worked out, since nothing hung on it, counts as 0."""
    return 1.0 if name == INTERCEPT else values.get(name, 0.0)
