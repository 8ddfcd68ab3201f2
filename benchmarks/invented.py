"""Judges the claims on invented pages (``tests/invented``): how many true ones are flagged, how many wrong ones pass.

    python benchmarks/invented.py

Each page has twelve true claims, told in other words, and twelve of which one thing is wrong, with its class. They were
written without knowing the checks, so they show what a new article meets: half of the classes need more than words.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from labelled import PASSES

from verifier.matching import index_source, judge
from verifier.matching.base import Question, Verdict

PAGES = Path(__file__).resolve().parents[1] / "tests" / "invented"
TRUE = "true"


class Judged(NamedTuple):
    """A claim of an invented page: its class (``true``, or what is wrong), its text and the verdict."""

    kind: str
    claim: str
    verdict: Verdict


def judged_claims(pages: Path = PAGES) -> Iterator[Judged]:
    """Yield the claims of all pages with their verdicts."""
    for path in sorted(pages.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        index = index_source(page["page"])
        claims = [(TRUE, claim) for claim in page["true"]] + [(w["class"], w["claim"]) for w in page["wrong"]]
        for kind, claim in claims:
            yield Judged(kind, claim, judge(Question(text=claim), index).verdict)


def main() -> None:
    """Print a row for the true claims and one for each class of wrong ones."""
    every = list(judged_claims())
    print("| claims | number | supported | to a person | flagged |\n|---|---|---|---|---|")
    for kind in (TRUE, *sorted({j.kind for j in every} - {TRUE})):
        print(_row(kind, [j.verdict for j in every if j.kind == kind]))
    print(_row("all that are wrong", [j.verdict for j in every if j.kind != TRUE]))


def _row(name: str, verdicts: list[Verdict]) -> str:
    tally = Counter(verdicts)
    flagged = len(verdicts) - sum(tally[v] for v in PASSES)
    shares = (count / len(verdicts) for count in (tally[Verdict.SUPPORTED], tally[Verdict.REVIEW], flagged))
    return f"| {name} | {len(verdicts)} | {' | '.join(f'{share:.2f}' for share in shares)} |"


if __name__ == "__main__":
    main()
