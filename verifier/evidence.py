"""The order in which a person reads the evidence of a citation."""

from verifier.matching.base import Match, Passage


def telling_first(match: Match) -> tuple[Passage, ...]:
    """Give the evidence with the passages first that hold what the source has instead of the claim's details.

    That is what a finding is about; matching has the passage first that holds most of the claim.
    """
    rivals = [miss.found_start for miss in match.missing if miss.found_start is not None]

    def first_rival(passage: Passage) -> int:
        return next((number for number, at in enumerate(rivals) if passage.start <= at < passage.end), len(rivals))

    return tuple(sorted(match.evidence, key=first_rival))
