"""The labelled sets of claims that stand beside the checkout, read in one way by all benchmarks that judge them."""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from verifier.matching import SourceIndex, index_source
from verifier.matching.base import Question, Verdict

SHARED = Path(__file__).resolve().parents[2] / "shared"
CLAIMS = SHARED / "data" / "claims"
MAIN = "wice_claim.dev"
"""The set that is most like the citations of an article."""
SETS = (MAIN, "wikipedia_pairs.dev", "attributionbench.dev", "fever_symmetric.dev", "summedits.evaluation")
PASSES = (Verdict.SUPPORTED, Verdict.REVIEW)
"""The verdicts with which a claim is not flagged."""


class Labelled(NamedTuple):
    """A claim of a set: what the set says of it (``label`` and more), the question, and the source."""

    row: dict[str, Any]
    question: Question
    source: SourceIndex

    @property
    def is_supported(self) -> bool:
        """Whether the source says all of it, as people judged."""
        return bool(self.row["label"] == "supported")


def claims_of(name: str) -> Iterator[Labelled]:
    """Yield the claims of a set in its order; what several cite is one index."""
    indexes: dict[str, SourceIndex] = {}
    for row in _rows(name):
        key, context = row["source"], row.get("context")
        if key not in indexes:
            indexes[key] = index_source(_texts()[key])
        question = Question(text=row["claim"], context=(context,) if context else ())
        yield Labelled(row, question, indexes[key])


@cache
def _texts() -> dict[str, str]:
    return {row["id"]: row["text"] for row in _rows("sources")}


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(CLAIMS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
