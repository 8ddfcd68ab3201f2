"""SARIF: valid by the official schema, and of use to a code host."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from example_audit import report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render
from reports.formats.sarif import relative_uri
from reports.values import Report

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "sarif-schema-2.1.0.json"


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the SARIF schema is not beside the project")
@pytest.mark.parametrize("text", ["plain", *HOSTILE], ids=lambda text: ascii(text)[:20])
def test_follows_the_official_schema(text: str) -> None:
    """Whatever a page says, the log stays valid."""
    log = json.loads(render(report_of(hostile_audit(text)), "sarif"))

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(log)] == []


def test_leads_to_the_project(example: Report) -> None:
    """Whoever meets the findings in another program can look up what made them."""
    urls = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]

    assert json.loads(render(example, "sarif"))["runs"][0]["tool"]["driver"]["informationUri"] == urls["Homepage"]


def test_marks_the_citing_sentence(example: Report) -> None:
    """A finding about a claim covers the sentence, so that an editor underlines it whole."""
    results = json.loads(render(example, "sarif"))["runs"][0]["results"]

    region = next(one for one in results if one["ruleId"] == "C501")["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 75}


def test_says_what_quietens_a_finding(example: Report) -> None:
    """A decision is external to the source, an inline comment stands in it."""
    results = json.loads(render(example, "sarif"))["runs"][0]["results"]

    quiet = {one["ruleId"]: one["suppressions"][0] for one in results if one["suppressions"]}
    assert quiet["C505"] == {"kind": "external", "status": "accepted", "justification": "the poster shows it"}
    assert quiet["N102"]["kind"] == "inSource"


def test_a_comment_in_the_article_goes_before_a_decision(example: Report) -> None:
    """Both quieten one finding: whoever reads the log is led to the comment, which says why in the source itself."""
    article = example.articles[0]
    decided = next(one for one in article.findings if one.decision is not None and one.suppressed_by)
    ignored = replace(decided, suppressed_by="inline: the poster is wrong")
    findings = tuple(ignored if one is decided else one for one in article.findings)
    report = replace(example, articles=(replace(article, findings=findings), *example.articles[1:]))

    results = json.loads(render(report, "sarif"))["runs"][0]["results"]

    (quiet,) = [one["suppressions"] for one in results if one["ruleId"] == decided.rule and one["suppressions"]]
    assert quiet == [{"kind": "inSource", "status": "accepted", "justification": "inline: the poster is wrong"}]


def test_a_finding_in_a_file_of_notes_is_shown_there(example: Report) -> None:
    """Notes may stand apart from their article, and an editor opens what the location names."""
    article = example.articles[0]
    findings = (replace(article.findings[0], path="texts/notes.md"), *article.findings[1:])
    report = replace(example, articles=(replace(article, findings=findings), *example.articles[1:]))

    results = json.loads(render(report, "sarif"))["runs"][0]["results"]

    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    assert places[0] == "texts/notes.md"
    assert "texts/notes.md" not in places[1:]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("articles/a b.md", "articles/a%20b.md", id="space"),
        pytest.param("./a.md", "a.md", id="dot"),
        pytest.param("././a.md", "a.md", id="two dots"),
        pytest.param("texts\\a.md", "texts/a.md", id="backslash"),
        pytest.param("/home/kim/a.md", "file:///home/kim/a.md", id="full path"),
        pytest.param("C:\\texts\\a.md", "file:///C:/texts/a.md", id="drive"),
        pytest.param("a:b.md", "a%3Ab.md", id="colon is no scheme"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    """Code hosts match relative URIs with the files of the repository."""
    assert relative_uri(path) == uri
