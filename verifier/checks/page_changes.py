"""Pages that changed at a passage that a claim rests on: L311."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from verifier.audit import PageChange
from verifier.checks.base import LONGEST_SHOWN, CheckInput, at_claim
from verifier.findings import Finding, Rule, Severity, shortened

PAGE_CHANGED = Rule(
    code="L311",
    name="page-changed",
    severity=Severity.INFO,
    summary="the page has changed at the passage that the claim rests on",
    explanation=(
        "The page was read before, and said something else at this place, or carried the claim then and does not "
        "now. Changes elsewhere on the page are not reported. It errs where a site shows its readers different "
        "versions, and it knows only what this snapshot store has seen."
    ),
    help="compare both (provenote snapshots show URL --changes), and cite an archived copy of the version you mean",
)


@dataclass(frozen=True, slots=True)
class PageChangeCheck:
    """Reports what the audit found to have changed."""

    rules: tuple[Rule, ...] = field(default=(PAGE_CHANGED,))

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield a finding for each passage that changed under a claim."""
        for change in given.changes:
            yield at_claim(
                PAGE_CHANGED, change.claim, _words(change), url=change.url, label=change.label, passage=change.says
            )


CHECK = PageChangeCheck()


def _words(change: PageChange) -> str:
    day, what = change.read_at[:10], f"{shortened(change.url, LONGEST_SHOWN)} has changed"
    lost = "; then it carried the claim" if change.carried else ""
    if not change.said:
        return f"{what}: on {day} it did not say “{change.says}”, which it says now"
    if not change.says:
        return f"{what}: on {day} it said “{change.said}”, which is not there now{lost}"
    return f"{what}: on {day} it said “{change.said}”, now “{change.says}”{lost}"
