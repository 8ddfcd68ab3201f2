"""The run behind the coefficients and limits of ``verifier/matching/model.py`` and ``rules.py``.

    python benchmarks/fit_matching.py

It reads the development data, computes the features of every row with the code as it is, fits both models and prints:
the coefficients; the area under the curve on every set with the model fitted on the others (leave one set out), on all,
and by ten folds on the main set, with 95 % bootstrap intervals; and the curve of false alarms against catches. Needs
numpy (it comes with the extra ``onnx``). Everything is deterministic.

How the fit is made to travel: every set counts by the weights below, each label for half of its set, whatever its size;
seven features; a constant for each set; a ridge; nothing is chosen by the figure of one set. The sets of short sources
say what a detail is worth, the main set what coverage of a long page is worth.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from labelled import CLAIMS, MAIN, Labelled, claims_of
from numpy.typing import NDArray

from verifier.matching.claim_words import read_claim
from verifier.matching.features import word_pairs
from verifier.matching.judge import FEWEST_WORDS, look
from verifier.matching.model import INTERCEPT, LOCATED, PAGE_LENGTH_HELD, SUPPORTED

Measured = tuple[Labelled, Mapping[str, float]]
"""A claim with its features."""
Array = NDArray[np.float64]

SET_WEIGHTS = {
    MAIN: 300,
    "attributionbench.dev": 200,
    "fever_symmetric.dev": 100,
    "wikipedia_pairs.dev": 90,
    "summedits.evaluation": 60,
}
"""Rows that each set counts for: by how much it is like an article's citation, not by its size."""
WRONG = "wice_wrong_source.dev"
RIDGE = 5.0
"""Penalty on standardised coefficients: 1 and 5 gave the same curves, 20 a worse main set."""
HARD_KEPT = 0.88
"""Share of the most similar wrong pages that must stay below the limit of "located"."""


def with_features(name: str) -> Iterator[Measured]:
    """Yield the claims of a set that are judged at all."""
    for one in claims_of(name):
        claim = read_claim(one.question.text, one.source.read_as)
        if claim.words and one.source.has_kinds(FEWEST_WORDS):
            looked = look(one.question, claim, one.source)
            yield one, looked.values | {"word pairs": word_pairs(looked.located)}


def table(rows: Sequence[Measured], names: Sequence[str]) -> tuple[Array, Array]:
    """Give the features with a last column of ones, and 1 for each supported row."""
    values = np.array([[f[n] for n in names] + [1.0] for _, f in rows])
    return values, np.array([float(one.is_supported) for one, _ in rows])


def balanced_weights(labels: Array, total: float) -> Array:
    """Give each label half of the total."""
    positives = max(1.0, labels.sum())
    negatives = max(1.0, len(labels) - labels.sum())
    weights: Array = np.where(labels == 1, total / 2 / positives, total / 2 / negatives)
    return weights


def fit(values: Array, labels: Array, weights: Array, offset: Array | None = None) -> Array:
    """Give the coefficients of a ridge logistic regression, by Newton's method on standardised features."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    mean[-1], spread[-1] = 0.0, 1.0
    scaled = (values - mean) / spread
    ridge = np.eye(values.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-9
    beta = np.zeros(values.shape[1])
    base = np.zeros(len(labels)) if offset is None else offset
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ beta + base, -30, 30)))
        slope = scaled.T @ (weights * (labels - chance)) - ridge @ beta
        beta += np.linalg.solve((scaled * (weights * chance * (1 - chance))[:, None]).T @ scaled + ridge, slope)
    coefficients: Array = beta / spread
    coefficients[-1] = beta[-1] - float((beta[:-1] * mean[:-1] / spread[:-1]).sum())
    return coefficients


def auroc(scores: Array, labels: Array) -> float:
    """Give the chance that a supported row scores above another one; ties count one half."""
    high, low = scores[labels == 1], np.sort(scores[labels == 0])
    return float(((np.searchsorted(low, high) + np.searchsorted(low, high, "right")) / 2 / len(low)).mean())


def interval(scores: Array, labels: Array) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of the area under the curve."""
    draw = np.random.default_rng(1)
    high, low = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    drawn = []
    for _ in range(400):
        pick = np.concatenate([draw.choice(high, len(high)), draw.choice(low, len(low))])
        drawn.append(auroc(scores[pick], labels[pick]))
    return float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))


def pooled(tables: Mapping[str, tuple[Array, Array]], but: str | None = None) -> Array:
    """Fit on all sets, or on all but one: common weights, a constant for each set. The first set's constant is given.

    How hard the claims of a set are is the set's own affair. With one constant for all, what tells the sets apart (the
    length of their sources) takes up that difference.
    """
    used = [name for name in SET_WEIGHTS if name != but]
    blocks = []
    for name in used:
        values, _ = tables[name]
        own = np.array([float(name == other) for other in used[1:]])
        blocks.append(np.hstack([values[:, :-1], np.tile(own, (len(values), 1)), values[:, -1:]]))
    labels = np.concatenate([tables[name][1] for name in used])
    weights = np.concatenate([balanced_weights(tables[name][1], SET_WEIGHTS[name]) for name in used])
    coefficients = fit(np.vstack(blocks), labels, weights)
    common = tables[used[0]][0].shape[1] - 1
    return np.append(coefficients[:common], coefficients[-1])


def ten_folds(values: Array, labels: Array) -> Array:
    """Give each row of the main set the score of a model fitted without its fold."""
    scores = np.zeros(len(labels))
    order = np.random.default_rng(0).permutation(len(labels))
    for fold in range(10):
        out = order[fold::10]
        kept = np.setdiff1d(order, out)
        scores[out] = values[out] @ fit(values[kept], labels[kept], balanced_weights(labels[kept], SET_WEIGHTS[MAIN]))
    return scores


def show(names: Sequence[str], coefficients: Array) -> None:
    """Print coefficients as they stand in the code."""
    for name, value in zip([*names, INTERCEPT], coefficients, strict=True):
        print(f'    "{name}": {value:.2f},')


def supported_model(data: Mapping[str, list[Measured]]) -> None:
    """Fit the score and print how it travels."""
    names = [n for n in SUPPORTED if n != INTERCEPT]
    tables = {name: table(data[name], names) for name in SET_WEIGHTS}
    every = pooled(tables)
    print("SUPPORTED")
    show(names, every)
    for name, (values, labels) in tables.items():
        left_out = values @ pooled(tables, but=name)
        low, high = interval(left_out, labels)
        whole = auroc(values @ every, labels)
        print(f"  {name:24} left out {auroc(left_out, labels):.3f} ({low:.3f}-{high:.3f})  pooled {whole:.3f}")
    values, labels = tables[MAIN]
    folds = ten_folds(values, labels)
    print(
        f"  {MAIN}: ten folds of its own {auroc(folds, labels):.3f} ({interval(folds, labels)[0]:.3f}-"
        f"{interval(folds, labels)[1]:.3f})"
    )
    print("  probability limit: share of the supported below it / of the rest")
    for limit in (0.30, 0.34, 0.38, 0.40, 0.42, 0.44, 0.46, 0.50, 0.55, 0.60):
        odds = np.log(limit / (1 - limit))
        shares = {n: [np.mean((v @ every)[y == label] < odds) for label in (1, 0)] for n, (v, y) in tables.items()}
        cells = [f"{name.split('_')[0]} {high:.3f}/{low:.3f}" for name, (high, low) in shares.items()]
        print(f"    {limit:.2f}  " + "  ".join(cells))


def located_model(data: Mapping[str, list[Measured]]) -> None:
    """Fit "is the source about the claim": the main set's supported and partial claims against wrong pages.

    The weight of the page's length is held: left free, short pages would pass for right ones, since all wrong pages
    of the data are long.
    """
    names = [n for n in LOCATED if n not in (INTERCEPT, "page length")]
    right = [r for r in data[MAIN] if r[0].row["label"] != "unsupported"]
    groups = [[r for r in right if r[0].row["label"] == label] for label in ("supported", "partial")] + [data[WRONG]]
    values = np.vstack([table(g, names)[0] for g in groups])
    offset = PAGE_LENGTH_HELD * np.array([f["page length"] for g in groups for _, f in g])
    labels = np.concatenate([np.full(len(g), float(g is not groups[-1])) for g in groups])
    count = len(groups[-1])
    shares = [count / 2, count / 2, count]
    weights = np.concatenate([np.full(len(g), share / len(g)) for g, share in zip(groups, shares, strict=True)])
    coefficients = fit(values, labels, weights, offset)
    print("LOCATED, page length held at", PAGE_LENGTH_HELD)
    show(names, coefficients)

    def odds(rows: Sequence[Measured]) -> Array:
        return table(rows, names)[0] @ coefficients + PAGE_LENGTH_HELD * np.array([f["page length"] for _, f in rows])

    hard = odds([r for r in data[WRONG] if r[0].row["derived"] != "random"])
    near = odds([r for r in data[WRONG] if r[0].row["derived"] == "random"])
    print("  limit: hard / random wrong pages below it; supported claims of each set below it")
    for share in (0.92, 0.90, HARD_KEPT, 0.86, 0.84, 0.80):
        limit = np.quantile(hard, share)
        held = {name: odds([r for r in data[name] if r[0].is_supported]) for name in SET_WEIGHTS}
        lost = [f"{name.split('_')[0]} {np.mean(values < limit):.3f}" for name, values in held.items()]
        print(f"    {limit:.2f}: {share:.2f} / {np.mean(near < limit):.3f}   " + "  ".join(lost))


def main() -> int:
    """Fit both models on the development data."""
    if not CLAIMS.is_dir():
        print(f"fit_matching: no development data at {CLAIMS}", file=sys.stderr)
        return 2
    data = {name: list(with_features(name)) for name in (*SET_WEIGHTS, WRONG)}
    supported_model(data)
    located_model(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
