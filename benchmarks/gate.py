"""Measures how often each claim rule fires on supported claims: what may be an error by default, and what may not.

    python benchmarks/gate.py            # a table
    python benchmarks/gate.py --floors   # exit with 1 where a rule that is an error errs on more than 1 % of a set

A rule is an error by default only where it is wrong for at most one supported claim in a hundred, in every set.
Catches are counted beside it, on claims that their page does not support or contradicts.
"""

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from citations.claims import Claim
from citations.document import Position, Span
from verifier.audit import Citation, ClaimAudit, SourceAudit
from verifier.checks.claims import CHECK
from verifier.fetching.base import Access
from verifier.findings import Severity
from verifier.matching import index_source, judge
from verifier.matching.base import Question

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "claims"
SETS = ("wice_claim.dev", "wikipedia_pairs.dev", "summedits.evaluation", "fever_symmetric.dev", "attributionbench.dev")
SETS_OF_EDITS = ("edits.dev",)
MOST_FALSE = 0.01
"""Share of the supported claims of a set on which an error may be wrong."""
WRONG = ("unsupported", "contradicted")
SOURCE = SourceAudit(url="https://a.example/", key="", labels=("1",), access=Access.OK, reason="")


def main() -> int:
    """Measure, print, compare; give the exit code."""
    parser = argparse.ArgumentParser(description="Measure how often claim rules fire on supported claims.")
    parser.add_argument("--floors", action="store_true", help="exit with 1 where an error rule errs too often")
    floors = parser.parse_args().floors
    if not DATA.is_dir():
        print("not held, because shared/ is not beside the checkout: false alarms of the rules that are errors")
        return 1 if os.environ.get("CI") else 0
    texts = {row["id"]: row["text"] for row in _rows("sources")}
    errors = {rule.code for rule in CHECK.rules if rule.severity is Severity.ERROR}
    broken = 0
    print("| set | supported | fired on them | wrong claims | fired on them |\n|---|---|---|---|---|")
    for name in SETS + SETS_OF_EDITS:
        alarms, catches = _fired(name, texts)
        supported, wrong = alarms.pop("claims", 0), catches.pop("claims", 0)
        print(f"| {name} | {supported} | {_shares(alarms, supported)} | {wrong} | {_shares(catches, wrong)} |")
        broken += any(alarms[code] > MOST_FALSE * supported for code in errors)
    print(f"{broken} sets where an error rule errs on more than {MOST_FALSE:.0%}")
    return 1 if broken and floors else 0


def _rows(name: str) -> Iterator[Any]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _fired(name: str, texts: dict[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Count the rules that fire on the supported and on the wrong claims of a set; "claims" counts the claims."""
    alarms: Counter[str] = Counter()
    catches: Counter[str] = Counter()
    for row in _rows(name):
        counts = alarms if row["label"] == "supported" else catches if row["label"] in WRONG else None
        if counts is not None:
            counts["claims"] += 1
            counts.update(set(_rules(row, texts[row["source"]])))
    return alarms, catches


def _rules(row: Any, text: str) -> Iterator[str]:
    claim = Claim(
        id="c1",
        labels=("1",),
        text=row["claim"],
        sentence=row["claim"],
        span=Span(start=0, end=len(row["claim"])),
        position=Position(line=1, column=1),
        block=0,
    )
    match = judge(Question(text=claim.text), index_source(text))
    citation = Citation(label="1", source=SOURCE, verdict=match.verdict, reason=match.reason, match=match)
    audited = ClaimAudit(
        claim=claim, verdict=match.verdict, reason=match.reason, score=match.score, citations=(citation,)
    )
    yield from (finding.rule for finding in CHECK.of_claim(audited))


def _shares(counts: Counter[str], of: int) -> str:
    return ", ".join(f"{code} {counts[code] / of:.3f}" for code in sorted(counts)) if of else ""


if __name__ == "__main__":
    sys.exit(main())
