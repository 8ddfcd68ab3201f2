"""The real article, end to end: what a careful reader found in it, the product finds too."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from command import SHARED, run_json
from loopback import Loopback, reply

SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real article is not beside the checkout")


@pytest.fixture(scope="module")
def expected() -> Any:
    """What a careful reader found."""
    return json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the product reads."""
    return run_json("parse", SEEDS / "article.md", "--format", "json", folder=tmp_path_factory.mktemp("seed"))


def test_every_marker_stands_where_a_reader_sees_it(parsed: Any, expected: Any) -> None:
    """Nine markers in two forms, in order, with line and column."""
    found = [(one["label"], one["line"], one["column"]) for one in parsed["markers"]]

    assert found == [(one["label"], one["line"], one["column"]) for one in expected["markers"]]


def test_every_claim_is_its_sentence(parsed: Any, expected: Any) -> None:
    """Nine claims with the sentences of the reader's list."""
    assert [(one["labels"], one["text"]) for one in parsed["claims"]] == [
        ([one["label"]], one["claim"]) for one in expected["markers"]
    ]


def _day(date: dict[str, Any] | None) -> str | None:
    return "-".join(f"{part:02}" for part in date["date-parts"][0]) if date else None


def test_every_field_of_every_note_is_right(parsed: Any, expected: Any) -> None:
    """Author, title, publisher, both dates and URL, and nothing of the bio after the last note."""
    for note, gold in zip(parsed["notes"], expected["notes"], strict=True):
        (record,) = note["records"]
        assert (note["label"], note["raw"], note["line"]) == (gold["label"], gold["raw"], gold["line"])
        assert record["title"] == gold["title"]
        assert record["container-title"] == gold["container_title"]
        assert _day(record.get("issued")) == gold["issued"]
        assert _day(record.get("accessed")) == gold["accessed"]
        assert record["URL"] == gold["fetch_URL"]
        names = [set(name["literal"].split()) for name in record.get("author", [])]
        assert names == [{name["family"], name["given"]} for name in gold.get("author") or []]


def test_the_text_fragment_keeps_its_blanks_apart_from_the_url(parsed: Any, expected: Any) -> None:
    """It is a quotation to look for, and never sent to the server."""
    (record,) = parsed["notes"][5]["records"]

    assert f"{record['URL']}#{record['fragment']}" == expected["notes"][5]["URL"]


RULES = {
    "duplicate-source": "N106",
    "date-mismatch": "R207",
    "date-order": "A601",
    "missing-field": ("R202", "R210"),
    "unlabelled-dates": "R208",
    "same-two-dates": "R209",
    "url-has-spaces": "L304",
    "publisher-name": "R214",
    "quote-style": "R211",
    "quote-nesting": "R212",
    "date-format": "R213",
    "url-placement": "N109",
    "marker-form": "N108",
    "uncited-quotation": "C509",
    "uncited-numbers": "C510",
    "broken-paragraph": "A603",
}
NEEDS_THE_PAGE = {("publisher-name", "vi"), ("title-question", "vi")}


def _labels(where: str) -> set[str]:
    """The notes that a finding of the reader is about: "i-iv, vii-ix" names seven."""
    order = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    named: set[str] = set()
    for part in where.split(", "):
        first, _, last = part.partition("-")
        if first in order:
            named |= set(order[order.index(first) : order.index(last or first) + 1])
    return named


def test_the_readers_warnings_and_notes_are_reported(parsed: Any, expected: Any) -> None:
    """All of level warning and note, less the two that need a page."""
    found: dict[str, str] = {}
    for one in parsed["findings"]:
        found[one["rule"]] = found.get(one["rule"], "") + f" {one['label']} {one['message']}"
    for gold in expected["findings"]:
        if gold["level"] == "none" or (gold["kind"], gold["where"]) in NEEDS_THE_PAGE:
            continue
        rules = RULES[gold["kind"]]
        text = " ".join(found.get(rule, "") for rule in ([rules] if isinstance(rules, str) else rules))
        assert text.strip(), gold
        for label in _labels(gold["where"]):
            assert re.search(rf"\b{label}\b", text), (gold, label)


def test_warnings_have_a_place_in_the_file(parsed: Any) -> None:
    """The three that an author must mend."""
    warnings = {(one["rule"], one["label"]) for one in parsed["findings"] if one["severity"] == "warning"}

    assert warnings == {("R207", "vii"), ("A601", None), ("L304", "vi")}
    assert all(one["line"] >= 1 and one["column"] >= 1 for one in parsed["findings"])


def _article_on_loopback(folder: Path, url: str) -> dict[str, str]:
    """Write the article with its links led to a loopback server, and give the page of each link by its path."""
    text = (SEEDS / "article.md").read_text(encoding="utf-8")
    paths: dict[str, str] = {}

    def lead(match: re.Match[str]) -> str:
        page, _, fragment = match[1].partition("#")
        path = paths.setdefault(page, f"/page{len(paths)}")
        return f"<{url}{path}{'#' + fragment if fragment else ''}>"

    (folder / "article.md").write_text(re.sub(r"<(https?://[^>]+)>", lead, text), encoding="utf-8")
    return paths


def test_nine_claims_are_judged_by_seven_fetches(tmp_path: Path) -> None:
    """Each distinct page is fetched once, robots.txt apart, and each claim gets its verdict."""
    page = b"<html><head><title>A page</title></head><body><main>%b</main></body></html>"
    words = b"<p>Nothing of what the article says stands on this page, which is about the weather.</p>" * 5
    with Loopback() as site:
        paths = _article_on_loopback(tmp_path, site.url(""))
        site.pages.update(dict.fromkeys(paths.values(), reply(page % words)))

        audit = run_json(
            "check", "article.md", "--allow-private-hosts", "127.0.0.1/32", "--format", "json", folder=tmp_path
        )

    assert len(paths) == 7
    asked = [request.target for request in site.requests if request.target != "/robots.txt"]
    assert sorted(asked) == sorted(paths.values())
    verdicts = [claim["verdict"] for claim in audit["articles"][0]["claims"]]
    assert len(verdicts) == 9
    assert "supported" not in verdicts


def test_a_page_of_the_users_own_is_read_in_the_place_of_a_link(tmp_path: Path) -> None:
    """The saved page stands for note viii; the others are not fetched."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "page.txt").write_bytes((SEEDS / "page.txt").read_bytes())
    (sources / "sources.toml").write_text('[[source]]\nnote = "viii"\nfile = "page.txt"\n', encoding="utf-8")

    audit = run_json(
        "check", SEEDS / "article.md", "--sources", "sources", "--offline", "--format", "json", folder=tmp_path
    )

    claims = {claim["labels"][0]: claim for claim in audit["articles"][0]["claims"]}
    assert claims["viii"]["verdict"] != "not-checked"
    assert [claims[label]["verdict"] for label in ("i", "iii", "vi")] == ["not-checked"] * 3
