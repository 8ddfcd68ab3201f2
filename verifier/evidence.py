"""What of an audit a person reads: the citation that a verdict rests on, and its passages in order."""

from verifier.audit import Citation, ClaimAudit
from verifier.matching.base import Match, Passage, Verdict


def telling_citation(audited: ClaimAudit) -> Citation | None:
    """Give the citation that a verdict rests on: the best one with that verdict, else the best that was read.

    ``None`` where no source could be read.
    """
    read = [citation for citation in audited.citations if citation.match is not None]
    same = [citation for citation in read if citation.verdict is audited.verdict]
    return max(same or read, key=lambda citation: citation.match.score if citation.match else 0.0, default=None)


def telling_first(match: Match) -> tuple[Passage, ...]:
    """Give the evidence with the passages first that hold what the source has instead of the claim's details.

    A finding is about those; in the match the passage that holds most of the claim comes first. For a claim that is
    not found, a place that shares a single word with it is no evidence: then nothing is given.
    """
    if match.verdict is Verdict.NOT_FOUND and len(match.matched) == 1:
        return ()
    rivals = [miss.found_start for miss in match.missing if miss.found_start is not None]

    def first_rival(passage: Passage) -> int:
        return next((number for number, at in enumerate(rivals) if passage.start <= at < passage.end), len(rivals))

    return tuple(sorted(match.evidence, key=first_rival))
