"""Whole articles of our own with the pages they cite: from the file to the verdict, as a writer meets it."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from command import run

ARTICLES = sorted((Path(__file__).parents[1] / "invented_articles").glob("*.json"))
MOST_FLAGGED = 0.21
"""Share of the true claims that may be flagged: measured .19, .43 on the five articles that are told most freely."""
LEAST_SEEN = 0.60
"""Share of the wrong claims that must be flagged or shown to a person: measured .63."""
PASSES = ("supported", "review")


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """The verdicts of the claims by what was to be expected of them: "true", "partial" or "wrong"."""
    found: dict[str, Counter[str]] = {"true": Counter(), "partial": Counter(), "wrong": Counter()}
    for path in ARTICLES:
        given = json.loads(path.read_text(encoding="utf-8"))
        claims = _audited(given, tmp_path_factory.mktemp(path.stem))
        for one in given["claims"]:
            found[one["expect"]][_verdict(claims, one)] += 1
    return found


def _audited(given: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """The claims of an article as the command judges them by the pages that lie beside it."""
    (folder / "sources").mkdir()
    (folder / given["name"]).write_text(given["article"], encoding="utf-8")
    for name, page in given["sources"].items():
        (folder / "sources" / name).write_text(page, encoding="utf-8")
    report = folder / "audit.json"
    done = run(
        *("check", given["name"], "--sources", "sources", "--offline", "--quiet", "--output", f"json={report}"),
        folder=folder,
    )
    assert done.returncode in (0, 1), done.stderr
    claims: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["articles"][0]["claims"]
    return claims


def _verdict(claims: list[dict[str, Any]], wanted: dict[str, str]) -> str:
    """The verdict on the claim of a note that has most words in common with the one that is wanted."""
    words = _words(wanted["claim"])
    own = [claim for claim in claims if wanted["note"] in claim["labels"]]
    nearest = max(own, key=lambda claim: len(words & _words(claim["text"])) / len(words | _words(claim["text"])))
    verdict: str = nearest["verdict"]
    return verdict


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def test_few_true_claims_of_whole_articles_are_flagged(tallies: dict[str, Counter[str]]) -> None:
    """An editor who is told five times in a row of what is no fault stops reading."""
    passed = sum(tallies["true"][verdict] for verdict in PASSES)

    assert 1 - passed / tallies["true"].total() <= MOST_FLAGGED, tallies


def test_over_half_of_their_wrong_claims_are_seen(tallies: dict[str, Counter[str]]) -> None:
    """A name, a figure, a day or a quotation that the page has otherwise; what needs understanding passes."""
    assert 1 - tallies["wrong"]["supported"] / tallies["wrong"].total() >= LEAST_SEEN, tallies
