"""What of an audit a person reads: the citation that a verdict rests on, its passages in order, the details told."""

from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from verifier.audit import Citation, ClaimAudit
from verifier.matching.base import Match, MissKind, Passage

MOST_SHARP: Final = 12
"""Details that single words are held against: a claim has fewer, and a file from elsewhere may have any number."""


class _Detail(Protocol):
    """A detail of a claim that its source lacks (``found`` is ``None``) or has otherwise; of an audit or a report."""

    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def found(self) -> str | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def elsewhere(self) -> bool: ...


One = TypeVar("One", bound=_Detail)


def telling_citation(audited: ClaimAudit) -> Citation | None:
    """Give the citation that a verdict rests on: the best one with that verdict, else the best that was read.

    ``None`` where no source could be read.
    """
    read = [citation for citation in audited.citations if citation.match is not None]
    same = [citation for citation in read if citation.verdict is audited.verdict]
    return max(same or read, key=lambda citation: citation.match.score if citation.match else 0.0, default=None)


def telling_first(match: Match) -> tuple[Passage, ...]:
    """Give the evidence with the passages first that hold what the source has instead of the claim's details.

    That is what a finding is about; matching has the passage first that holds most of the claim.
    """
    rivals = [miss.found_start for miss in match.missing if miss.found_start is not None]

    def first_rival(passage: Passage) -> int:
        return next((number for number, at in enumerate(rivals) if passage.start <= at < passage.end), len(rivals))

    return tuple(sorted(match.evidence, key=first_rival))


def told_details(details: Sequence[One]) -> tuple[list[One], list[tuple[str, list[One]]]]:
    """Give the details that are told one by one, and the single words that a source lacks, each lot with its heading.

    A word that a sharper detail lies over, and a figure that is the altered word of a quotation, are told with that.
    """
    quoted = {(one.text, one.found) for one in details if one.kind == MissKind.QUOTE}
    sharp = [
        one
        for one in details
        if one.kind == MissKind.QUOTE or (one.kind != MissKind.WORD and (one.text, one.found) not in quoted)
    ]
    over = sharp[:MOST_SHARP]
    words = [
        one
        for one in details
        if one.kind == MissKind.WORD and not any(o.start <= one.start and one.end <= o.end for o in over)
    ]
    lots = (
        (heading, [one for one in words if not one.found and one.elsewhere is elsewhere])
        for heading, elsewhere in (("Not found here", False), ("Elsewhere in the source", True))
    )
    return [*sharp, *(one for one in words if one.found)], [lot for lot in lots if lot[1]]
