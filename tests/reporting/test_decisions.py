"""Decisions: what ties them to a finding, how they are written, and when they hold."""

from dataclasses import replace
from datetime import date

import pytest
from example_decision import FINDING, PAGE, TODAY, URL, decided
from hypothesis import given
from hypothesis import strategies as st

from citations.errors import CitationError
from reports.decisions import (
    Decision,
    Decisions,
    DecisionState,
    FindingState,
    apply_decisions,
    decision_on,
    decisions_to_toml,
    fingerprint,
    read_decisions,
)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        pytest.param({"line": 90, "column": 1, "label": "iv"}, True, id="moved and renumbered"),
        pytest.param({"message": "other words", "passage": "other"}, True, id="other message and passage"),
        pytest.param({"subject": "The  boat\nleaves at 7.35."}, True, id="white space"),
        pytest.param({"subject": "THE BOAT leaves at 7.35."}, True, id="case"),
        pytest.param({"url": URL + "#top"}, True, id="a fragment"),
        pytest.param({"subject": "The boat leaves at 7.36."}, False, id="another figure"),
        pytest.param({"url": "https://harbour.example/other"}, False, id="another page"),
        pytest.param({"rule": "C501"}, False, id="another rule"),
    ],
)
def test_a_fingerprint_holds_what_a_reviewer_decided_on(change: dict[str, object], *, same: bool) -> None:
    """Rule, claim and source make the identity; where the claim stands does not."""
    other = replace(FINDING, **change)

    assert (fingerprint(other) == fingerprint(FINDING)) is same


@pytest.mark.parametrize(
    ("page", "state"),
    [
        pytest.param(PAGE, FindingState.DECIDED, id="the same page"),
        pytest.param(PAGE.replace("soup", "cakes and\n\n ale"), FindingState.DECIDED, id="an edit elsewhere"),
        pytest.param(PAGE.replace("‘", '"').replace("’", '"'), FindingState.STALE, id="other kind of quotation"),
        pytest.param(PAGE.replace("‘", "'").replace("’", "'"), FindingState.DECIDED, id="straight quotation marks"),
        pytest.param(PAGE.replace("7.30", "7.45"), FindingState.STALE, id="a number changed"),
        pytest.param(PAGE.replace("sails", "never sails"), FindingState.STALE, id="a negation put in"),
        pytest.param("", FindingState.STALE, id="an empty page"),
        pytest.param(None, FindingState.DECIDED, id="could not be read today"),
    ],
)
def test_a_decision_holds_while_its_passage_stands(page: str | None, state: FindingState) -> None:
    """A change of the passage opens the finding again; a change elsewhere, or a closed page, does not."""
    texts = {} if page is None else {URL: page}

    applied = apply_decisions([FINDING], decided(), source_texts=texts, today=TODAY)

    assert applied.judged[0].state is state
    assert (applied.findings[0].suppressed_by is not None) is (state is FindingState.DECIDED)


def test_a_cut_passage_holds_while_its_pieces_stand() -> None:
    """Passages are cut at 300 characters and joined over gaps, and must not be stale from birth."""
    finding = replace(FINDING, passage="The two ports agreed. … the master said – and it did. Rel…")

    applied = apply_decisions([finding], decided(finding), source_texts={URL: PAGE}, today=TODAY)

    assert applied.judged[0].state is FindingState.DECIDED


@pytest.mark.parametrize("state", list(DecisionState))
def test_only_accept_quietens_the_gate(state: DecisionState) -> None:
    """The other decisions say what is still to be done, so the gate stays red until it is."""
    applied = apply_decisions([FINDING], decided(state=state), source_texts={URL: PAGE}, today=TODAY)

    assert applied.judged[0].state is FindingState.DECIDED
    assert applied.findings[0].suppressed_by == ("decision: accept" if state is DecisionState.ACCEPT else None)


def test_an_inline_ignore_keeps_its_own_reason() -> None:
    """What was quietened beside the note says so, though it is accepted as well."""
    finding = replace(FINDING, suppressed_by="inline: known")

    applied = apply_decisions([finding], decided(), source_texts={URL: PAGE}, today=TODAY)

    assert applied.findings[0].suppressed_by == "inline: known"


def test_a_decision_ends_after_its_last_day() -> None:
    """The day named is the last on which it holds."""
    decisions = decided(expires=TODAY)
    tomorrow = date(2026, 5, 21)

    applied = [apply_decisions([FINDING], decisions, source_texts={}, today=day) for day in (TODAY, tomorrow)]
    states = [one.judged[0].state for one in applied]

    assert states == [FindingState.DECIDED, FindingState.EXPIRED]


def test_unused_decisions_are_listed() -> None:
    """A reworded claim leaves its decision behind, for ``decisions prune`` or for another branch."""
    applied = apply_decisions([replace(FINDING, subject="New words.")], decided(), source_texts={}, today=TODAY)

    assert applied.judged[0].state is FindingState.OPEN
    assert [one.claim for one in applied.unused] == ["The boat leaves at 7.35."]


def test_the_file_reads_well_in_a_diff() -> None:
    """One table a decision, one value a line, no line numbers, no time of the run."""
    text = decisions_to_toml(decided(note="Read it:\nrounded.", expires=date(2027, 1, 1), reviewer="K. Z."))

    assert text == (
        "# Decisions of reviewers on the findings of provenote, kept by `provenote review` and `provenote decide`.\n"
        "version = 1\n"
        "\n"
        f"[decisions.{fingerprint(FINDING)}]\n"
        'state = "accept"\n'
        'rule = "C502"\n'
        'claim = "The boat leaves at 7.35."\n'
        'label = "i"\n'
        'url = "https://harbour.example/news"\n'
        "passage = \"'The boat sails at 7.30', the master said\"\n"
        'note = "Read it:\\nrounded."\n'
        'reviewer = "K. Z."\n'
        "date = 2026-05-20\n"
        "expires = 2027-01-01\n"
    )


def test_two_branches_that_decide_different_findings_merge() -> None:
    """Tables are sorted by fingerprint, so additions of two people land apart."""
    findings = [replace(FINDING, subject=f"The boat number {number} leaves.") for number in range(40)]
    base = Decisions().with_decisions(decision_on(one, DecisionState.ACCEPT, today=TODAY) for one in findings)
    one, two = sorted([replace(FINDING, subject="An early boat."), FINDING], key=fingerprint)

    ours, theirs = (base.with_decisions([decision_on(new, DecisionState.REJECT, today=TODAY)]) for new in (one, two))

    both = base.with_decisions([*ours, *theirs])
    assert decisions_to_toml(both) == decisions_to_toml(Decisions(dict(reversed(both.by_fingerprint.items()))))
    assert len(both) == 42


_KEYS = st.text("0123456789abcdef", min_size=16, max_size=16)
_DECISIONS = st.builds(
    Decision,
    fingerprint=_KEYS,
    state=st.sampled_from(list(DecisionState)),
    rule=st.sampled_from(["C501", "L301"]),
    claim=st.text(st.characters(exclude_categories=["Cs"])),
    url=st.text(st.characters(exclude_categories=["Cs"])),
    passage=st.text(st.characters(exclude_categories=["Cs"])),
    note=st.text(st.characters(exclude_categories=["Cs"])),
    reviewer=st.text(st.characters(exclude_categories=["Cs"])),
    date=st.dates(),
    expires=st.none() | st.dates(),
    baseline=st.booleans(),
)


@given(st.lists(_DECISIONS))
def test_whatever_a_decision_holds_it_comes_back(every: list[Decision]) -> None:
    """Claims and passages are other people's text: control characters, quotes, bidirectional marks."""
    decisions = Decisions({one.fingerprint: one for one in every})

    text = decisions_to_toml(decisions)

    assert read_decisions(text).by_fingerprint == decisions.by_fingerprint
    assert text.isprintable() or not any(sign in text for sign in "\x7f\u202e\u2066\u200b\u2028")


@given(st.text() | st.text("[]{}.=\"'#\nversiondate0123-:T"))
def test_whatever_the_text_decisions_or_a_plain_error(text: str) -> None:
    """A decisions file comes out of editors and merges; a broken one is never a crash."""
    try:
        decisions = read_decisions(text, "a.decisions.toml")
    except CitationError as error:
        assert str(error).startswith("a.decisions.toml:")
    else:
        assert isinstance(decisions, Decisions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("version = 1\nnonsense\n", "a.toml:2: cannot read the decisions: ", id="no TOML"),
        pytest.param("version = 2\n", "a.toml:1: cannot read the decisions: expected version = 1", id="version"),
        pytest.param("", "a.toml:1: cannot read the decisions: expected version = 1", id="an empty file"),
        pytest.param("version = 1\nextra = 2\n", "a.toml:2: cannot read the decisions: unknown key 'extra'", id="key"),
        pytest.param(
            "\n\nversion = 1\n\nextra = 2\n", "a.toml:5: cannot read the decisions: unknown key", id="further down"
        ),
        pytest.param("version = 1\n<<<<<<< ours\n", "a.toml:2: cannot read the decisions: a merge", id="a merge"),
        pytest.param("version = 1\n[decisions.xyz]\n", "a.toml:2: cannot read the decisions: 'xy", id="no fingerprint"),
        pytest.param("version = 1\ndecisions = 3\n", "a.toml:2: cannot read", id="no tables"),
        pytest.param("version = 1\n[" + "a." * 9000 + "a]\n", "a.toml:2: cannot read the decisions: a name", id="name"),
        pytest.param(
            "version = 1\n" + "a." * 9000 + "a = 1\n", "a.toml:2: cannot read the decisions: a name", id="key"
        ),
        pytest.param("version = " + "[" * 9000, "a.toml:1: cannot read the decisions: values", id="deep nesting"),
        pytest.param(
            'version = 1\n\n[decisions.0123456789abcdef]\nstate = "accept"\nrule = "C501"\n',
            "a.toml:3: cannot read the decisions: the day of the decision is missing",
            id="no date",
        ),
        pytest.param(
            'version = 1\n\n[decisions.0123456789abcdef]\nstate = "maybe"\ndate = 2026-01-01\n',
            "a.toml:4: cannot read the decisions: unknown state 'maybe'",
            id="unknown state",
        ),
        pytest.param(
            'version = 1\n\n[decisions.0123456789abcdef]\nstate = "accept"\nclaim = 4\n',
            "a.toml:5: cannot read the decisions: expected a text for claim",
            id="a number for a text",
        ),
        pytest.param(
            'version = 1\n\n[decisions.0123456789abcdef]\nstate = "accept"\ndate = "soon"\n',
            "a.toml:5: cannot read the decisions: expected a day",
            id="no day",
        ),
        pytest.param(
            'version = 1\n\n[decisions.0123456789abcdef]\nstate = "accept"\ndate = 2026\n',
            "a.toml:5: cannot read the decisions: expected a day",
            id="a year",
        ),
        pytest.param(
            "version = 1\n\n[decisions.0123456789abcdef]\nverdict = 1\n",
            "a.toml:4: cannot read the decisions: unknown key 'verdict'",
            id="its key",
        ),
        pytest.param(
            "version = 1\n\n[decisions.0123456789abcdef]\nbaseline = 1\n",
            "a.toml:4: cannot read the decisions: expected true or",
            id="a number",
        ),
        pytest.param(
            "version = 1\n\n[decisions]\n0123456789abcdef = 3\n",
            "a.toml:1: cannot read the decisions: expected a table",
            id="a number for a decision",
        ),
        pytest.param(
            f'version = 1\nclaim = "{"x" * 50_000}"\n', "a.toml:2: cannot read the decisions: a line of", id="line"
        ),
        pytest.param(
            "version = 1\n" + "# x\n" * 6_000_000, "a.toml:1: cannot read the decisions: more than", id="a huge file"
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, expected: str) -> None:
    """The person who merged or edited needs the place, not a stack."""
    with pytest.raises(CitationError) as caught:
        read_decisions(text, "a.toml")

    assert str(caught.value).startswith(expected)


def test_lone_surrogates_are_hashed_and_written() -> None:
    """A broken decoder elsewhere must not make a finding impossible to decide."""
    finding = replace(FINDING, subject="bad \ud800 text", url="https://x.example/\udfff")

    text = decisions_to_toml(decided(finding))

    assert read_decisions(text).get(fingerprint(finding)) is not None
    assert text.encode()
