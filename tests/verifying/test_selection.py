"""What a run is about when only changed lines are asked for."""

from dataclasses import replace

import pytest
from building import article, claim, note

from citations.records import Note
from verifier.findings import Finding, Severity
from verifier.selection import concerning, narrowed, select

ARTICLE = article(
    note("i", line=20),
    note("ii", line=23),
    claims=(claim("First.", "i", number=1, line=3), claim("Second.", "ii", number=2, line=5)),
)


@pytest.mark.parametrize(
    ("lines", "claims", "labels"),
    [
        pytest.param({3}, ["c1"], {"i"}, id="the sentence changed"),
        pytest.param({24}, ["c2"], {"ii"}, id="its note changed, second line"),
        pytest.param({2, 4, 6}, [], set(), id="the lines beside the sentences changed"),
        pytest.param({3, 23}, ["c1", "c2"], {"i", "ii"}, id="one of each"),
        pytest.param({9}, [], set(), id="something else changed"),
        pytest.param(set(), [], set(), id="nothing changed"),
    ],
)
def test_a_claim_counts_when_its_sentence_or_note_changed(lines: set[int], claims: list[str], labels: set[str]) -> None:
    """Both can make it wrong."""
    selection = select(ARTICLE, lines)

    assert [one.id for one in selection.claims] == claims
    assert {label for _, label in selection.notes} == labels
    assert narrowed(ARTICLE, selection).claims == selection.claims


@pytest.mark.parametrize("beside", [(), (note("i", path="refs.bib"),)], ids=["no notes", "all in another file"])
def test_an_article_may_have_no_notes_in_its_own_file(beside: tuple[Note, ...]) -> None:
    """Lines of another file are not its own."""
    cited = article(*beside, claims=(claim("First.", "i", number=1, line=3),))

    assert select(cited, {1}).claims == ()
    assert [one.id for one in select(cited, {3}).claims] == ["c1"]


def test_findings_elsewhere_are_left_out() -> None:
    """A pull request is not blamed for old faults."""
    selection = select(ARTICLE, {3})
    finding = Finding(rule="R202", severity=Severity.INFO, line=23, column=1, message="", label="ii")

    of_note = replace(finding, line=20, label="i")
    of_claim = replace(finding, line=5, claim_id="c1", label=None)

    assert concerning([finding, of_note, of_claim], selection) == (of_note, of_claim)
