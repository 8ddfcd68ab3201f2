"""The score: a small logistic model. ``benchmarks/fit_matching.py`` gives its coefficients: run that to change them."""

import math
from collections.abc import Mapping

from verifier.matching.base import Weighed

INTERCEPT = "one"
"""The name of the feature that is always 1."""

PAGE_LENGTH_HELD = -0.5
"""The weight of the page's length in "located", held in the fit: between none (short sources of supported claims would
be called not-found) and the free fit's -1.4 (short wrong pages would pass)."""

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
"""Log-odds that the source supports the whole claim, for each unit of a feature."""

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
"""Log-odds that the source is about the claim at all, for each unit of a feature."""


def log_odds(model: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Give the model's log-odds for the features' values."""
    return sum(weight * _value(values, name) for name, weight in model.items())


def probability(odds: float) -> float:
    """Give the probability, 0 to 1, for log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def weighed(model: Mapping[str, float], values: Mapping[str, float]) -> tuple[Weighed, ...]:
    """Give each feature of the model with its value and weight, for people who ask how a score came about."""
    return tuple(
        Weighed(name=name, value=round(_value(values, name), 4), weight=weight) for name, weight in model.items()
    )


def _value(values: Mapping[str, float], name: str) -> float:
    """A feature that was not worked out, since nothing hung on it, counts as 0."""
    return 1.0 if name == INTERCEPT else values.get(name, 0.0)
