"""``provenote decide``: one decision from the command line, for scripts and for those who live there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from citations.errors import CitationError
from reports.cli.configuring import load_configuration
from reports.cli.days import last_day_of, today
from reports.cli.deciding import audited
from reports.cli.decision_files import decision_files
from reports.cli.options import FILE, AuditOptions, options_over
from reports.decisions import DecisionFile, DecisionState, decision_on, fingerprint
from reports.decisions.values import Decision
from reports.one_line import shown_path
from verifier.files import real_path
from verifier.findings import Finding, Severity

FEWEST_DIGITS = 6
"""Digits of a fingerprint that must be given: enough to mean one among thousands."""
MOST_NAMED = 5
"""Findings that a message names when several begin alike: enough to see what tells them apart."""
SHOWN_BY = "provenote check --verbose shows the fingerprint of each finding"


@click.command("decide")
@click.argument("mark", metavar="FINGERPRINT")
@click.argument("state", metavar="DECISION", type=click.Choice([*(one.value for one in DecisionState), "open"]))
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1, type=FILE)
@click.option("--audit", "report", type=FILE, metavar="AUDIT.json",
              help="The report that shows the finding, instead of checking ARTICLE again.")  # fmt: skip
@click.option("--note", default=None, help="Why, in a few words.")
@click.option("--reviewer", envvar="PROVENOTE_REVIEWER", default="", help="Your name, to stand beside the decision.")
@click.option("--expires", metavar="DAY", help="The last day on which the decision holds (2026-12-31).")
@click.option("--sources", type=FILE, help="Your own copies of sources, as for check.")
@click.option("--snapshots", type=FILE, help="The file of fetched pages, as for check.")
@click.option("--offline", is_flag=True, help="As for check; decide never fetches, with or without it.")
@click.option("--config", "config_path", type=FILE, help="The configuration file, as for check.")
@click.option("--decisions-dir", help="The folder of the decisions files, as for check.")
def decide(
    *,
    mark: str, state: str, articles: tuple[Path, ...], report: Path | None, note: str | None, reviewer: str,
    expires: str | None, sources: Path | None, snapshots: Path | None, config_path: Path | None,
    decisions_dir: str | None, offline: bool,
) -> int:  # fmt: skip
    """Record a decision on the finding with this FINGERPRINT (its first 6 digits are enough).

    The finding is looked up in AUDIT.json (in what it has of ARTICLE, where one is named), or by checking ARTICLE from
    what was fetched before; with neither, only a decision that is there already can be changed.

    DECISION is accept, reject, better-source, wrong-quotation or source-gone; "open" takes a decision away.

    \b
    Examples:
      provenote decide 3f9a1c accept article.md --note "the page counts lorries, not trucks"
      provenote decide 3f9a1c reject --audit audit.json
      provenote decide 3f9a1c open
    """
    del offline
    wanted = mark.lower()
    if not re.fullmatch(rf"[0-9a-f]{{{FEWEST_DIGITS},64}}", wanted):
        message = f"{mark!r} is no fingerprint: expected {FEWEST_DIGITS} or more of its digits (0-9, a-f)"
        raise CitationError(message, SHOWN_BY)
    last = last_day_of(expires)
    configuration, path = load_configuration(config_path, Path.cwd())
    configuration = configuration.with_values({"decisions_dir": decisions_dir})
    options = options_over(configuration, path, paths=articles, sources=sources, snapshots=snapshots, offline=True)
    found = tuple(_from_report(report, options) if report else _from_articles(options) if articles else ())
    matching = _distinct((file, finding) for file, finding in found if fingerprint(finding).startswith(wanted))
    if state == "open" or not matching:
        return _change_existing(wanted, state, _files(found, options), note=note, expires=last, looked=bool(found))
    _refuse_several(mark, [(file, fingerprint(finding)) for file, finding in matching])
    file, finding = matching[0]
    old = file.read().get(fingerprint(finding))
    kept = old.note if old and note is None else note or ""
    decision = decision_on(finding, DecisionState(state), today=today(), note=kept, reviewer=reviewer, expires=last)
    return _save(file, decision)


COMMAND = decide


def _from_articles(options: AuditOptions) -> Iterator[tuple[DecisionFile, Finding]]:
    for article in audited(options).audit.articles:
        file = DecisionFile(options.decisions_path(article.path))
        for finding in article.findings:
            yield file, finding


def _from_report(report: Path, options: AuditOptions) -> Iterator[tuple[DecisionFile, Finding]]:
    from reports.cli.reading import read_report
    from reports.mirroring import mirrored

    named = {real_path(path) for path in options.paths}
    for article in read_report(report).articles:
        if named and real_path(Path(article.path)) not in named:
            continue
        file = DecisionFile(options.decisions_path(article.path))
        for one in article.findings:
            yield file, mirrored(Finding, one, severity=Severity(one.severity))


def _distinct(found: Iterator[tuple[DecisionFile, Finding]]) -> list[tuple[DecisionFile, Finding]]:
    return list({(file.path, fingerprint(finding)): (file, finding) for file, finding in found}.values())


def _files(found: Sequence[tuple[DecisionFile, Finding]], options: AuditOptions) -> Sequence[DecisionFile]:
    """Give the decisions files that are meant: those of the articles named or reported, else all that there are."""
    if options.paths:
        return [DecisionFile(options.decisions_path(str(path))) for path in options.paths]
    return list({file.path: file for file, _ in found}.values()) or decision_files(())


def _change_existing(
    wanted: str, state: str, files: Sequence[DecisionFile], *, note: str | None, expires: date | None, looked: bool
) -> int:
    """Change or take away a decision that is there already; ``looked``: findings were looked through before."""
    known = [(file, one) for file in files for one in file.read() if one.fingerprint.startswith(wanted)]
    _refuse_several(wanted, [(file, one.fingerprint) for file, one in known])
    if not known:
        message = f"no finding and no decision has the fingerprint {wanted}"
        next_step = "name its article, or --audit AUDIT.json with the report that shows it"
        raise CitationError(message, next_step if not looked else SHOWN_BY)
    file, old = known[0]
    if state == "open":
        file.change(lambda decisions: decisions.without([old.fingerprint]))
        click.echo(f"{shown_path(str(file.path))}: {old.fingerprint} is open again")
        return 0
    kept = old.note if note is None else note
    return _save(
        file, replace(old, state=DecisionState(state), note=kept, expires=expires, date=today(), baseline=False)
    )


def _save(file: DecisionFile, decision: Decision) -> int:
    file.change(lambda old: old.with_decisions([decision]))
    click.echo(f"{shown_path(str(file.path))}: {decision.fingerprint} {decision.state}")
    return 0


def _refuse_several(mark: str, found: Sequence[tuple[DecisionFile, str]]) -> None:
    if len(found) > 1:
        named = ", ".join(f"{whole} in {file.path}" for file, whole in found[:MOST_NAMED])
        message = f"{mark} means {len(found)} findings: {named}{', …' if len(found) > MOST_NAMED else ''}"
        raise CitationError(message, "give more digits, or name one article")
