"""Decisions: what ties them to a finding, how they are written, when they hold, and how they are saved."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.errors import CitationError
from reports.decisions import (
    Decision,
    DecisionFile,
    Decisions,
    DecisionState,
    FindingState,
    apply_decisions,
    decision_on,
    decisions_path,
    decisions_to_toml,
    fingerprint,
    read_decisions,
)
from verifier.findings import Finding, Severity

TODAY = date(2026, 5, 20)
URL = "https://harbour.example/news"
PAGE = "The two ports agreed. ‘The boat sails at 7.30’, the master said – and it did. Related: soup."
FINDING = Finding(
    rule="C502",
    severity=Severity.ERROR,
    line=12,
    column=3,
    message="Found, but: article 7.35, source 7.30",
    label="i",
    claim_id="c1",
    subject="The boat leaves at 7.35.",
    url=URL,
    passage="'The boat sails at 7.30', the master said",
)


def _decided(finding: Finding = FINDING, state: DecisionState = DecisionState.ACCEPT, **more: object) -> Decisions:
    decision = replace(decision_on(finding, state, today=TODAY), **more)
    return Decisions({decision.fingerprint: decision})


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

    applied = apply_decisions([FINDING], _decided(), source_texts=texts, today=TODAY)

    assert applied.judged[0].state is state
    assert (applied.findings[0].suppressed_by is not None) is (state is FindingState.DECIDED)


def test_a_cut_passage_holds_while_its_pieces_stand() -> None:
    """Passages are cut at 300 characters and joined over gaps, and must not be stale from birth."""
    finding = replace(FINDING, passage="The two ports agreed. … the master said – and it did. Rel…")

    applied = apply_decisions([finding], _decided(finding), source_texts={URL: PAGE}, today=TODAY)

    assert applied.judged[0].state is FindingState.DECIDED


@pytest.mark.parametrize("state", list(DecisionState))
def test_only_accept_quietens_the_gate(state: DecisionState) -> None:
    """The other decisions say what is still to be done, so the gate stays red until it is."""
    applied = apply_decisions([FINDING], _decided(state=state), source_texts={URL: PAGE}, today=TODAY)

    assert applied.judged[0].state is FindingState.DECIDED
    assert applied.findings[0].suppressed_by == ("decision: accept" if state is DecisionState.ACCEPT else None)


def test_an_inline_ignore_keeps_its_own_reason() -> None:
    """What was quietened beside the note says so, though it is accepted as well."""
    finding = replace(FINDING, suppressed_by="inline: known")

    applied = apply_decisions([finding], _decided(), source_texts={URL: PAGE}, today=TODAY)

    assert applied.findings[0].suppressed_by == "inline: known"


def test_a_decision_ends_after_its_last_day() -> None:
    """The day named is the last on which it holds."""
    decisions = _decided(expires=TODAY)
    tomorrow = date(2026, 5, 21)

    applied = [apply_decisions([FINDING], decisions, source_texts={}, today=day) for day in (TODAY, tomorrow)]
    states = [one.judged[0].state for one in applied]

    assert states == [FindingState.DECIDED, FindingState.EXPIRED]


def test_unused_decisions_are_listed() -> None:
    """A reworded claim leaves its decision behind, for ``decisions prune`` or for another branch."""
    applied = apply_decisions([replace(FINDING, subject="New words.")], _decided(), source_texts={}, today=TODAY)

    assert applied.judged[0].state is FindingState.OPEN
    assert [one.claim for one in applied.unused] == ["The boat leaves at 7.35."]
    assert applied.states == {applied.judged[0].fingerprint: FindingState.OPEN}


def test_the_file_reads_well_in_a_diff() -> None:
    """One table a decision, one value a line, no line numbers, no time of the run."""
    text = decisions_to_toml(_decided(note="Read it:\nrounded.", expires=date(2027, 1, 1), reviewer="K. Z."))

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

    text = decisions_to_toml(_decided(finding))

    assert read_decisions(text).get(fingerprint(finding)) is not None
    assert text.encode()


@pytest.mark.parametrize(
    ("article", "folder", "expected"),
    [
        pytest.param("posts/a.md", None, "posts/a.md.decisions.toml", id="beside the article"),
        pytest.param("posts/a.md", "reviews", "reviews/posts/a.md.decisions.toml", id="in a folder of decisions"),
        pytest.param("../else/a.md", "reviews", "reviews/a.md.decisions.toml", id="an article outside"),
    ],
)
def test_where_the_decisions_of_an_article_lie(tmp_path: Path, article: str, folder: str | None, expected: str) -> None:
    """Beside the article, unless a site would publish them."""
    found = decisions_path(tmp_path / article, Path(folder) if folder else None, tmp_path)

    assert found == tmp_path / expected


def test_two_articles_of_one_name_have_decisions_of_their_own(tmp_path: Path) -> None:
    """An article and its export are checked apart: pruning the one must not lose what was decided on the other."""
    text, document = (decisions_path(tmp_path / name) for name in ("a.md", "a.docx"))

    assert text != document


def test_decisions_of_a_file_without_the_ending_stay_in_use(tmp_path: Path) -> None:
    """As it was named before; one with the whole name takes its place."""
    earlier = tmp_path / "a.decisions.toml"
    _add(earlier, [1])
    before = decisions_path(tmp_path / "a.md")
    _add(tmp_path / "a.md.decisions.toml", [2])

    assert before == earlier
    assert decisions_path(tmp_path / "a.md") == tmp_path / "a.md.decisions.toml"
    assert decisions_path(tmp_path / "a.docx") == earlier


def _add(path: Path, numbers: list[int]) -> None:
    findings = [replace(FINDING, subject=f"Claim {number}.") for number in numbers]
    new = [decision_on(one, DecisionState.ACCEPT, today=TODAY) for one in findings]
    DecisionFile(path).change(lambda old: old.with_decisions(new))


_WRITER = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from reports.decisions import DecisionFile, DecisionState, decision_on
from verifier.findings import Finding, Severity

file = DecisionFile(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 24, 2):
    finding = Finding(rule="C501", severity=Severity.ERROR, line=1, column=1, message="", subject=f"Claim {number}.")
    decision = decision_on(finding, DecisionState.ACCEPT, today=date(2026, 5, 20))
    file.change(lambda old: old.with_decisions([decision]))
"""


def test_two_processes_lose_no_decision(tmp_path: Path) -> None:
    """Two windows on the same article, each with its own process."""
    path = tmp_path / "a.decisions.toml"
    workers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), str(start)]) for start in (0, 1)]

    ended = [worker.wait(timeout=60) for worker in workers]

    assert ended == [0, 0]
    assert len(DecisionFile(path).read()) == 24
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_an_editor_that_saves_between_two_keys_is_heard(tmp_path: Path) -> None:
    """The file is read again before each change, so what a person wrote into it stays."""
    path = tmp_path / "a.decisions.toml"
    file = DecisionFile(path)
    _add(path, [1])
    file.read()
    path.write_text(decisions_to_toml(DecisionFile(path).read()).replace('"accept"', '"reject"'), encoding="utf-8")

    file.change(lambda old: old.with_decisions(_decided()))

    assert sorted(one.state for one in DecisionFile(path).read()) == ["accept", "reject"]


def test_an_editor_that_saves_in_the_middle_of_a_change_is_heard(tmp_path: Path) -> None:
    """Editors take no lock; a file that changed since it was read is read again."""
    path = tmp_path / "a.decisions.toml"
    file = DecisionFile(path)
    times = []

    def change(old: Decisions) -> Decisions:
        if not times:
            _add_without_lock(path)
        times.append(1)
        return old.with_decisions(_decided())

    after = file.change(change)

    assert (len(times), len(after)) == (2, 2)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def _add_without_lock(path: Path) -> None:
    path.write_text(decisions_to_toml(_decided(replace(FINDING, subject="From an editor."))), encoding="utf-8")


def test_with_its_last_decision_the_file_goes(tmp_path: Path) -> None:
    """Whoever takes the only one back has the folder as it was, with no file to add to git."""
    path = tmp_path / "a.decisions.toml"
    _add(path, [1])

    file = DecisionFile(path)
    file.change(lambda _: Decisions())

    assert list(tmp_path.iterdir()) == []
    assert len(file.read()) == 0
    assert file.read() is file.read()


def test_what_an_editor_put_into_a_file_that_was_to_go_stays(tmp_path: Path) -> None:
    """The last decision is taken back while somebody saves another."""
    path = tmp_path / "a.decisions.toml"
    _add(path, [1])
    (first,) = DecisionFile(path).read()
    times = []

    def change(old: Decisions) -> Decisions:
        if not times:
            _add_without_lock(path)
        times.append(1)
        return old.without([first.fingerprint])

    DecisionFile(path).change(change)

    assert len(times) == 2
    assert [one.claim for one in DecisionFile(path).read()] == ["From an editor."]


def test_a_broken_file_is_never_overwritten(tmp_path: Path) -> None:
    """Somebody is in the middle of an edit; their work is worth more than one key press."""
    path = tmp_path / "a.decisions.toml"
    path.write_text("version = 1\nhalf a line", encoding="utf-8")

    with pytest.raises(CitationError, match=r"a\.decisions\.toml:2: cannot read the decisions"):
        DecisionFile(path).change(lambda old: old.with_decisions(_decided()))

    assert path.read_text(encoding="utf-8") == "version = 1\nhalf a line"


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path, moment: str) -> None:
    """The power goes between the key and the save: what was decided before is still there, whole."""
    path = tmp_path / "a.decisions.toml"
    _add(path, [1, 2])
    before = path.read_text(encoding="utf-8")
    killed = (
        "import os, pathlib, sys\n"
        f"{'os.fsync' if moment == 'fsync' else 'pathlib.Path.replace'} = lambda *_: os._exit(9)\n"
        "from pathlib import Path\n"
        "from reports.decisions import DecisionFile, Decisions\n"
        "DecisionFile(Path(sys.argv[1])).change(lambda old: Decisions(dict([*old.by_fingerprint.items()][:1])))\n"
    )

    ended = subprocess.run([sys.executable, "-c", killed, str(path)], check=False)

    assert ended.returncode == 9
    assert path.read_text(encoding="utf-8") == before
    _add(path, [3])
    assert len(DecisionFile(path).read()) == 3
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
