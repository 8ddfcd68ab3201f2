"""Measures how often each claim rule fires on supported claims: what may be an error by default, and what may not.

    python benchmarks/gate.py            # a table
    python benchmarks/gate.py --floors   # exit with 1 where a rule that is an error errs on more than 1 % of a set

A rule is an error by default only where it is wrong for at most one supported claim in a hundred, in every set.
Claims are judged with the sentences before them, as in an article, so the verdicts are those of ``quality.py``.
Catches are counted beside it, on claims that their page does not support or contradicts.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator

from labelled import CLAIMS, SETS, Labelled, claims_of

from citations.article import read_article
from citations.claims import Claim
from citations.document import Position, Span
from verifier.audit import Citation, ClaimAudit, SourceAudit
from verifier.checks.base import CheckInput
from verifier.checks.claims import CHECK
from verifier.fetching.base import Access
from verifier.findings import Severity
from verifier.matching import judge

SETS_OF_EDITS = ("edits.dev",)
MOST_FALSE = 0.01
"""Share of the supported claims of a set on which an error may be wrong."""
WRONG = ("unsupported", "contradicted")
ARTICLE = read_article(b"Nothing.", name="a.md")
"""Stands for the article of a claim; the rules of claims ask it nothing."""
SOURCE = SourceAudit(url="https://a.example/", key="", labels=("1",), access=Access.OK, reason="")


def main() -> int:
    """Measure, print, compare; give the exit code."""
    parser = argparse.ArgumentParser(description="Measure how often claim rules fire on supported claims.")
    parser.add_argument("--floors", action="store_true", help="exit with 1 where an error rule errs too often")
    floors = parser.parse_args().floors
    if not CLAIMS.is_dir():
        print("not held, because shared/ is not beside the checkout: false alarms of the rules that are errors")
        return 1 if os.environ.get("CI") else 0
    errors = {rule.code for rule in CHECK.rules if rule.severity is Severity.ERROR}
    broken = 0
    print("| set | supported | fired on them | wrong claims | fired on them |\n|---|---|---|---|---|")
    for name in SETS + SETS_OF_EDITS:
        alarms, catches = _fired(name)
        supported, wrong = alarms.pop("claims", 0), catches.pop("claims", 0)
        print(f"| {name} | {supported} | {_shares(alarms, supported)} | {wrong} | {_shares(catches, wrong)} |")
        broken += any(alarms[code] > MOST_FALSE * supported for code in errors)
    print(f"{broken} sets where an error rule errs on more than {MOST_FALSE:.0%}")
    return 1 if broken and floors else 0


def _fired(name: str) -> tuple[Counter[str], Counter[str]]:
    """Count the rules that fire on the supported and on the wrong claims of a set; "claims" counts the claims."""
    alarms: Counter[str] = Counter()
    catches: Counter[str] = Counter()
    for one in claims_of(name):
        counts = alarms if one.is_supported else catches if one.row["label"] in WRONG else None
        if counts is not None:
            counts["claims"] += 1
            counts.update(set(_rules(one)))
    return alarms, catches


def _rules(one: Labelled) -> Iterator[str]:
    text = one.question.text
    claim = Claim(
        id="c1",
        labels=("1",),
        text=text,
        sentence=text,
        span=Span(start=0, end=len(text)),
        position=Position(line=1, column=1),
        block=0,
    )
    match = judge(one.question, one.source)
    citation = Citation(label="1", source=SOURCE, verdict=match.verdict, reason=match.reason, match=match)
    audited = ClaimAudit(
        claim=claim, verdict=match.verdict, reason=match.reason, score=match.score, citations=(citation,)
    )
    yield from (finding.rule for finding in CHECK.find(CheckInput(article=ARTICLE, claims=(audited,))))


def _shares(counts: Counter[str], of: int) -> str:
    return ", ".join(f"{code} {counts[code] / of:.3f}" for code in sorted(counts)) if of else ""


if __name__ == "__main__":
    sys.exit(main())
