"""From an audit to the report, and the commands that show it again."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from building import article
from click.testing import CliRunner
from example_audit import PASSAGES, example_audit, report_of

from citations.errors import CitationError
from reports.cli.commands.report import COMMAND as REPORT
from reports.cli.commands.schema import COMMAND as SCHEMA
from reports.formats import FORMAT_NAMES, render
from reports.formats.base import open_findings
from reports.schema import shipped_schema
from reports.values import Report
from reports.words import access_words, coverage_words, nothing_words, reason_words, verdict_words
from verifier.checks.base import CheckInput
from verifier.checks.claims import CHECK
from verifier.fetching.base import Access
from verifier.matching.base import Miss, MissKind, Passage
from verifier.verdicts import Answer, verdict_of_answer, verdict_of_claim


def test_has_every_format_that_was_promised() -> None:
    """The names of ``--format`` are an interface."""
    promised = "terminal json html markdown sarif junit github gitlab csv csl-json bibtex w3c"

    assert set(FORMAT_NAMES) == set(promised.split())


def test_an_unknown_format_is_named_with_those_that_exist(example: Report) -> None:
    """A slip of the pen gets the list."""
    with pytest.raises(CitationError, match="no format is called 'htm': expected one of terminal, json, html"):
        render(example, "htm")


SNAPSHOTS = {
    "terminal.txt": "terminal",
    "verbose.txt": "terminal",
    "report.json": "json",
    "report.html": "html",
    "comment.md": "markdown",
    "report.sarif": "sarif",
    "junit.xml": "junit",
    "annotations.txt": "github",
    "gitlab.json": "gitlab",
    "citations.csv": "csv",
    "references.json": "csl-json",
    "references.bib": "bibtex",
    "annotations.jsonld": "w3c",
}


@pytest.mark.parametrize(("file", "name"), SNAPSHOTS.items())
def test_reads_as_the_snapshot(example: Report, file: str, name: str) -> None:
    """Whole, so that whatever changes in a report is seen in a review; UPDATE_SNAPSHOTS=1 writes the files anew."""
    kept = Path(__file__).parent / "snapshots" / file
    text = render(example, name, verbose=file == "verbose.txt")
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        kept.write_text(text, encoding="utf-8", newline="")

    assert text.encode() == kept.read_bytes()


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_the_command_gives_the_same_bytes(example: Report, tmp_path: Path, name: str) -> None:
    """``report AUDIT.json --format F`` is what ``check --format F`` gave."""
    audit = tmp_path / "audit.json"
    audit.write_text(render(example, "json"), encoding="utf-8")

    printed = CliRunner().invoke(REPORT, [str(audit), "--format", name], standalone_mode=False)
    CliRunner().invoke(REPORT, [str(audit), "--output", f"{name}={tmp_path / 'out'}"], standalone_mode=False)

    assert printed.exception is None
    assert printed.stdout_bytes.decode() == render(example, name)
    assert (tmp_path / "out").read_bytes().decode() == render(example, name)


def test_a_verdict_and_its_finding_speak_of_the_same_source() -> None:
    """Of two sources that differ the surer one is named; the other one's figure beside it would puzzle everybody."""
    audit = example_audit()
    first = audit.articles[0]
    weak = first.claims[0].citations[0]
    assert weak.match is not None
    miss = weak.match.missing[0]._replace(found="1 June 2024")
    sure = replace(weak, label="ii", match=replace(weak.match, score=0.6, missing=(miss,)))
    judged = replace(first.claims[0], citations=(weak, sure))

    (finding,) = CHECK.find(CheckInput(article=article(), claims=(judged,)))
    report = report_of(replace(audit, articles=(replace(first, claims=(judged,)),)))

    assert finding.message == "found in the source of note ii, but: article 13 May 2024, source 1 June 2024"
    assert report.articles[0].claims[0].words == "Found, but: article 13 May 2024, source 1 June 2024"


def test_the_command_refuses_what_is_no_report(tmp_path: Path) -> None:
    """A wrong file is a wrong use, said in one sentence."""
    file = tmp_path / "article.md"
    file.write_bytes(b"\xff\xfe no report")

    result = CliRunner().invoke(REPORT, [str(file)], standalone_mode=False)

    assert isinstance(result.exception, CitationError)
    assert f"cannot read the report {file}: not JSON" in str(result.exception)


def test_the_command_says_what_it_cannot_open(tmp_path: Path) -> None:
    """A missing file is a wrong use, not a mistake of ours."""
    result = CliRunner().invoke(REPORT, [str(tmp_path / "none.json")], standalone_mode=False)

    assert isinstance(result.exception, CitationError)
    assert "there is no such file" in str(result.exception)


def test_the_schema_command_prints_the_shipped_schema() -> None:
    """Users validate against it without unpacking a wheel."""
    assert CliRunner().invoke(SCHEMA, [], standalone_mode=False).output == shipped_schema()


def test_passages_are_cut_around_what_differs() -> None:
    """At most 300 characters of a page are quoted, and the detail that differs is among them."""
    text = "before " * 100 + "31 May 2024" + " after" * 100
    at = text.index("31 May")
    audit = example_audit()
    first = audit.articles[0]
    citation = first.claims[0].citations[0]
    assert citation.match is not None
    miss = Miss(
        kind=MissKind.DATE,
        text="13 May 2024",
        start=34,
        end=45,
        found="31 May 2024",
        found_start=1000 + at,
        found_end=1000 + at + 11,
    )
    match = replace(citation.match, evidence=(Passage(start=1000, end=1000 + len(text), text=text),), missing=(miss,))
    claim = replace(first.claims[0], citations=(replace(citation, match=match),))
    audit = replace(audit, articles=(replace(first, claims=(claim,)),))

    passage = report_of(audit).articles[0].claims[0].sources[0].evidence[0]

    assert 280 < len(passage.text) <= 300
    assert (passage.text[:7], passage.text[-6:]) == ("before ", " after")
    assert "31 May 2024" in passage.text
    assert passage.text == text[passage.start - 1000 : passage.end - 1000]


def test_links_lead_to_the_passage() -> None:
    """The link is made on the whole source text where that is known; a PDF opens at its page, a lost page archived."""
    calls = []

    def link_to(url: str, text: str, start: int, end: int) -> str:
        calls.append((text[start:end], len(text)))
        return f"{url}#passage"

    whole = "x" * 120 + PASSAGES[0] + " And more."
    report = report_of(example_audit(), texts={"https://courier.example/2024/library": whole}, link_to=link_to)

    citations = [citation for claim in report.articles[0].claims for citation in claim.sources]
    assert citations[0].evidence[0].link == "https://www.courier.example/2024/library#passage"
    assert calls[0] == (PASSAGES[0], len(whole))
    assert citations[1].evidence[0].link == "https://lindenau.example/accounts.pdf#page=3"
    assert str(citations[2].evidence[0].link).startswith("https://web.archive.example/")
    assert calls[1] == (PASSAGES[2], len(PASSAGES[2]))


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("supported", "Found in the source"),
        ("partly", "Only part found"),
        ("review", "Unclear, please read: subscription"),
        ("not-found", "Not found in the page as read on 2026-03-04"),
        ("not-checked", "Not checked: subscription"),
    ],
)
def test_verdicts_are_read_as_words(verdict: str, words: str) -> None:
    """People read words, never codes or scores."""
    assert verdict_words(verdict, reason="subscription", details=(), read_on="2026-03-04T09:15:00Z") == words


@pytest.mark.parametrize(
    ("kind", "text", "found", "words"),
    [
        pytest.param(MissKind.NUMBER, "13", "31", "Found, but: article 13, source 31", id="number"),
        pytest.param(MissKind.NEGATION, "not", None, "Found, but: article “not”, source without it", id="only here"),
        pytest.param(MissKind.NEGATION, "sold", "not", "Found, but: source “not”, article without it", id="only there"),
        pytest.param(MissKind.WORD, "red", None, "Found, but a detail differs", id="merely missing"),
    ],
)
def test_a_detail_that_differs_is_named(kind: MissKind, text: str, found: str | None, words: str) -> None:
    """The verdict says which detail differs and what the source has instead."""
    miss = Miss(kind=kind, text=text, start=0, end=len(text), found=found)

    assert verdict_words("detail-differs", reason=None, details=(miss,), read_on=None) == words


def test_a_detail_is_named_once() -> None:
    """One changed word of a quotation is missing as a quotation and as a word."""
    both = [Miss(kind=kind, text="summer", start=4, end=10, found="winter") for kind in (MissKind.QUOTE, MissKind.WORD)]

    told = verdict_words("detail-differs", reason=None, details=both, read_on=None)

    assert told == "Found, but: article summer, source winter"


def test_coverage_is_one_sentence() -> None:
    """Every report opens with it."""
    said = coverage_words(claims=9, checked=4, not_checked={"subscription": 3, "opinion": 2})

    assert said == "Checked 4 of 9 claims; not checked: 3 subscription, 2 opinion"
    assert coverage_words(claims=1, checked=1, not_checked={}) == "Checked 1 of 1 claim"
    assert coverage_words(claims=0, checked=0, not_checked={}) == "No claims to check"
    assert coverage_words(claims=9, checked=9, not_checked={}, only_changed=True) == "Checked 9 of 9 changed claims"


@pytest.mark.parametrize(
    ("checked", "words"),
    [(9, "Nothing that needs a look."), (4, "in what could be checked"), (0, "No claim could be checked")],
)
def test_no_findings_is_no_praise_for_what_was_not_read(checked: int, words: str) -> None:
    """An editor who sees that nothing needs a look must know of how much that is said."""
    assert words in nothing_words(claims=9, checked=checked)


def test_a_page_that_was_never_asked_for_has_no_time() -> None:
    """An offline run gives such pages the first second of 1970, which would puzzle a reader."""
    audit = example_audit()
    first = audit.articles[0]
    never = replace(first.sources[0], access=Access.NOT_CHECKED, fetched_at="1970-01-01T00:00:00Z")

    report = report_of(replace(audit, articles=(replace(first, sources=(never,)),)))

    assert report.articles[0].sources[0].fetched_at is None


@pytest.mark.parametrize("access", [access for access in Access if not access.readable])
def test_a_source_and_the_claims_that_hang_on_it_say_the_same(access: Access) -> None:
    """An editor who reads "page gone" in the table of sources finds it again in the coverage."""
    _, reason = verdict_of_answer(Answer(access=access))

    assert reason_words(reason) == access_words(access)


def test_a_note_without_a_source_is_put_into_words() -> None:
    """The last resort of a verdict has words of its own too."""
    assert reason_words(verdict_of_claim([]).reason) == "the note names no source"


def test_the_most_telling_of_equal_findings_come_first(example: Report) -> None:
    """Where three are told before all else, or ten at the most, a changed figure must not stand behind free wording.

    What a claim lacks has its reason in a link to another page, which therefore stands before it.
    """
    article = example.articles[0]
    verdicts = {"c1": "partly", "c2": "not-found", "c3": "detail-differs", "c4": "partly"}
    claims = tuple(replace(claim, verdict=verdicts.get(claim.id, claim.verdict)) for claim in article.claims)
    about = ("c1", None, "c2", "c3", "c4")
    findings = tuple(
        replace(article.findings[0], severity="warning", suppressed_by=None, line=line, claim=claim)
        for line, claim in enumerate(about, 1)
    )
    astray = replace(findings[1], name="title-differs", line=6)
    report = replace(example, articles=(replace(article, claims=claims, findings=(*findings, astray)),))

    told = [(one.finding.name, one.finding.claim) for one in open_findings(report)]
    assert told[0] == ("title-differs", None)
    assert [claim for _, claim in told[1:]] == ["c3", "c2", None, "c1", "c4"]
