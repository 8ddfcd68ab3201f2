"""What is learnt from decisions: false alarms per rule, and the severities that would fit."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli.main import main
from reports.decisions import Decision, Decisions, DecisionState, decisions_to_toml
from reports.decisions.statistics import propose, statistics_of, wilson
from verifier.findings import Severity

DAY = date(2026, 5, 20)


def _decisions(rule: str, accepted: int, rejected: int, baseline: int = 0) -> list[Decision]:
    states = [DecisionState.ACCEPT] * (accepted + baseline) + [DecisionState.REJECT] * rejected
    return [
        Decision(
            fingerprint=f"{number:013x}{rule[1:]}",
            state=state,
            rule=rule,
            claim=f"Claim {number}.",
            date=DAY,
            baseline=accepted <= number < accepted + baseline,
        )
        for number, state in enumerate(states)
    ]


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        pytest.param(0, 0, 0.0, 1.0, id="nothing known"),
        pytest.param(0, 10, 0.0, 0.278, id="none of ten"),
        pytest.param(5, 10, 0.237, 0.763, id="half of ten"),
        pytest.param(10, 10, 0.722, 1.0, id="all of ten"),
        pytest.param(50, 100, 0.404, 0.596, id="half of a hundred"),
    ],
)
def test_the_interval_of_a_share(hits: int, total: int, low: float, high: float) -> None:
    """Wilson's interval, by the published figures."""
    assert wilson(hits, total) == pytest.approx((low, high), abs=0.001)


def test_a_baseline_counts_for_nothing() -> None:
    """It was accepted unread."""
    found = statistics_of(_decisions("C502", accepted=2, rejected=1, baseline=40))[0]

    assert (found.decided, found.accepted, found.baseline) == (3, 2, 40)


@pytest.mark.parametrize(
    ("accepted", "rejected", "now", "proposed"),
    [
        pytest.param(10, 0, Severity.ERROR, Severity.INFO, id="always a false alarm"),
        pytest.param(9, 9, Severity.ERROR, Severity.WARNING, id="every second one"),
        pytest.param(9, 9, Severity.WARNING, None, id="a warning may be wrong at times"),
        pytest.param(0, 40, Severity.WARNING, Severity.ERROR, id="never one"),
        pytest.param(0, 20, Severity.WARNING, None, id="never one, of few"),
        pytest.param(9, 0, Severity.ERROR, None, id="too few to say"),
        pytest.param(1, 60, Severity.ERROR, None, id="it fits"),
        pytest.param(10, 0, Severity.INFO, None, id="information already"),
    ],
)
def test_what_is_proposed(accepted: int, rejected: int, now: Severity, proposed: Severity | None) -> None:
    """Only what the interval is sure of; a handful of decisions changes nothing."""
    proposals = propose(statistics_of(_decisions("C502", accepted, rejected)), {"C502": now})

    assert [one.proposed for one in proposals] == ([proposed] if proposed else [])


def test_a_proposal_says_what_would_have_changed() -> None:
    """Quiet has a price: the real findings that the gate would have let through."""
    one = propose(statistics_of(_decisions("C502", 9, 3)), {"C502": Severity.ERROR})[0]

    assert (one.quieter, one.missed) == (9, 3)


def test_the_command_prints_and_applies_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader copies what convinces them; no file is touched."""
    monkeypatch.chdir(tmp_path)
    every = Decisions({one.fingerprint: one for one in _decisions("C502", 12, 1) + _decisions("C503", 1, 1)})
    Path("a.decisions.toml").write_text(decisions_to_toml(every), encoding="utf-8")
    Path("provenote.toml").write_text('[severity]\nC502 = "error"\n', encoding="utf-8")

    shown = CliRunner().invoke(main, ["calibrate"], standalone_mode=False).stdout
    counted = CliRunner().invoke(main, ["decisions", "stats"], standalone_mode=False).stdout

    assert "C502: error -> info" in shown
    assert "12 false alarms, and on 1 real findings" in shown
    assert 'C502 = "info"' in shown
    assert "fewer than 10 decisions): C503" in shown
    assert "92% (67% to 99%)" in counted
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.decisions.toml", "provenote.toml"]


@pytest.mark.parametrize(("accepted", "fits"), [pytest.param(0, False, id="few"), pytest.param(4, True, id="enough")])
def test_severities_fit_only_what_was_decided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: int, *, fits: bool
) -> None:
    """Where there is too little to go by, nothing can be said of how they fit."""
    monkeypatch.chdir(tmp_path)
    every = Decisions({one.fingerprint: one for one in _decisions("C504", accepted, accepted * 2 + 1)})
    Path("a.decisions.toml").write_text(decisions_to_toml(every), encoding="utf-8")

    shown = CliRunner().invoke(main, ["calibrate"], standalone_mode=False).stdout

    assert shown.startswith("No change to propose")
    assert ("fit what was decided" in shown) is fits
