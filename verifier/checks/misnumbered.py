"""C508: what a claim's own source lacks stands in that of another note, one by one or in a whole list that slipped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verifier.audit import ClaimAudit
from verifier.checks.base import CheckInput, at_claim
from verifier.evidence import telling_citation
from verifier.findings import Finding, Rule, Severity
from verifier.matching.base import Verdict

WRONG_NOTE = Rule(
    code="C508",
    name="wrong-note",
    severity=Severity.WARNING,
    summary="another source of the article carries the claim",
    explanation=(
        "The claim's own source lacks it, but a source of another note has it: the marker may be misnumbered. This "
        "takes the place of C501. When three claims or more point to the next note, and hardly one to any other, the "
        "whole list has probably shifted, and one finding at the first of them says so for all that are lost between "
        "them. It errs where two sources report the same event."
    ),
    help="check the number of the marker",
)
FEWEST_SLIPPED = 3
"""Claims that miss their note by the same step, from which a list has slipped: two may be chance."""
MOSTLY_SLIPPED = 0.75
"""The least share that these are of all claims found in another source: some are told by two."""

_Order = Mapping[str, int]


def find_misnumbered(given: CheckInput) -> tuple[frozenset[str], list[Finding]]:
    """Give the findings about misnumbered notes, and the ids of the claims that they tell all about."""
    order = {note.label: index for index, note in enumerate(given.article.notes)}
    lost = [audited for audited in given.claims if audited.verdict is Verdict.NOT_FOUND]
    astray = [audited for audited in lost if audited.elsewhere]
    found: list[Finding] = []
    told: set[str] = set()
    step, slipped = max(((step, list(_slipped(astray, order, step))) for step in (1, -1)), key=lambda one: len(one[1]))
    if len(slipped) >= max(FEWEST_SLIPPED, MOSTLY_SLIPPED * len(astray)):
        between = list(_between(slipped, lost, order))
        told = {audited.claim.id for audited in (*slipped, *between)}
        found.append(at_claim(WRONG_NOTE, slipped[0].claim, _shifted(slipped, between, step)))
    for audited in astray:
        if audited.claim.id not in told:
            other = audited.elsewhere[0]
            message = f"{not_found_words(audited)}, but in that of note {other.label}: misnumbered?"
            found.append(at_claim(WRONG_NOTE, audited.claim, message, url=other.url, passage=other.passage))
    return frozenset(told.union(audited.claim.id for audited in astray)), found


def not_found_words(audited: ClaimAudit) -> str:
    """Say in which page a claim was not found, and when that was read."""
    citation = telling_citation(audited)
    label = citation.label if citation else next(iter(audited.claim.labels), "")
    when = citation.source.fetched_at if citation else None
    return f"not found in the page of note {label}" + (f" as read on {when[:10]}" if when else "")


def _place(audited: ClaimAudit, order: _Order) -> int | None:
    return order.get(audited.claim.labels[0])


def _slipped(astray: Iterable[ClaimAudit], order: _Order, step: int) -> Iterator[ClaimAudit]:
    """The claims that stand in the source of the note a step from their own."""
    for audited in astray:
        place = _place(audited, order)
        if place is not None and any(order.get(other.label) == place + step for other in audited.elsewhere):
            yield audited


def _between(slipped: Sequence[ClaimAudit], lost: Iterable[ClaimAudit], order: _Order) -> Iterator[ClaimAudit]:
    """The claims that no source carries, of notes between those that slipped: these slipped too."""
    places = [order[audited.claim.labels[0]] for audited in slipped]
    within = range(min(places) + 1, max(places))
    return (audited for audited in lost if not audited.elsewhere and _place(audited, order) in within)


def _shifted(slipped: Sequence[ClaimAudit], between: Sequence[ClaimAudit], step: int) -> str:
    way = "next" if step > 0 else "previous"
    neither = f"; between them, those of {_notes(between)} are in neither" if between else ""
    return (
        f"the claims of {_notes(slipped)} are not found in their own sources, but each in that of the {way} note"
        f"{neither}: has the list shifted by one?"
    )


def _notes(claims: Iterable[ClaimAudit]) -> str:
    labels = list(dict.fromkeys(label for audited in claims for label in audited.claim.labels))
    return f"note{'s' if len(labels) > 1 else ''} {', '.join(labels)}"
