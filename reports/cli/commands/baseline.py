"""``provenote baseline``: accept all of today's findings at once, to start with the tool on old articles."""

import os
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

import click

from citations.errors import CitationError
from reports.cli.days import last_day_of, today
from reports.cli.deciding import audited
from reports.cli.main import WRONG_USE, told
from reports.cli.options import audit_options, auditing_options
from reports.counting import counted
from reports.decisions import Applied, Decision, DecisionFile, Decisions, DecisionState, FindingState, decision_on
from reports.one_line import shown_path
from verifier.findings import Severity


@click.command("baseline")
@auditing_options
@click.option("--reason", "--note", "reason", required=True,
              help="Why all of today is accepted; it stands beside every decision.")  # fmt: skip
@click.option("--expires", metavar="DAY", help="The last day on which the baseline holds (2026-12-31).")
@click.option("--reviewer", envvar="PROVENOTE_REVIEWER", default="", help="Your name, to stand beside decisions.")
def baseline(reason: str, expires: str | None, reviewer: str, **values: Any) -> int:
    """Accept every error and warning that is open in ARTICLE... today, with one reason.

    From then on the gate fails only for what is new. Decisions that a person made are left as they are; those of an
    earlier baseline that have ended, or whose source has changed, are renewed. The statistics leave out what a baseline
    accepted, as nobody looked at it.

    \b
    Examples:
      provenote baseline articles/*.md --reason "before we checked citations"
      provenote baseline article.md --reason "to be mended by spring" --expires 2027-03-31
    """
    last = last_day_of(expires)
    options = audit_options(values, os.environ)
    if not reason.strip():
        message = "--reason: expected a few words, they are what the next reader has"
        raise CitationError(message)
    outcome = audited(options, some=True)
    total = 0
    for article, applied in outcome.applied.items():
        new = _accepted(applied, reason=reason, reviewer=reviewer, expires=last)
        if new:
            file = DecisionFile(options.decisions_path(article))
            file.change(partial(_with, new))
            click.echo(f"{shown_path(str(file.path))}: {len(new)} accepted")
        total += len(new)
    click.echo(f"{counted(total, 'finding')} accepted until the claim or the source changes")
    unread = [told(one.error, one.error_help) for one in outcome.audit.articles if one.error is not None]
    for line in chain.from_iterable(unread):
        click.echo(line, err=True)
    return WRONG_USE if unread else 0


COMMAND = baseline


def _accepted(applied: Applied, *, reason: str, reviewer: str, expires: date | None) -> list[Decision]:
    decisions = (
        decision_on(
            one.finding,
            DecisionState.ACCEPT,
            today=today(),
            note=reason,
            reviewer=reviewer,
            expires=expires,
            baseline=True,
        )
        for one in applied.judged
        if one.state is not FindingState.DECIDED and not _kept(one.decision)
        if one.finding.severity is not Severity.INFO and one.finding.suppressed_by is None
    )
    return list({one.fingerprint: one for one in decisions}.values())


def _with(new: list[Decision], old: Decisions) -> Decisions:
    return old.with_decisions(one for one in new if not _kept(old.get(one.fingerprint)))


def _kept(existing: Decision | None) -> bool:
    """Whether there is a decision that a person made, and so stays."""
    return existing is not None and not existing.baseline
