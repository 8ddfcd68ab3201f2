"""Which sentences of a source say what the claim says: what another one has is told of something else."""

from verifier.matching.locate import SPEAKS_OF_IT, Located

WORTH = 0.75
"""Share of the best sentence's coverage that a sentence needs to be taken for the claim's own."""
MOST_SENTENCES = 3
"""Sentences that are taken for the claim's own, at most."""
SHORT = 60
"""Characters up to which a sentence may say one thing only."""


def own_sentences(located: Located) -> list[int]:
    """Give the sentences that say what the claim says, best first; none where they would be about something else."""
    if own_sentence(located) is None:
        return []
    least = WORTH * located.coverage[located.order[0]]
    return [i for i in located.order[:MOST_SENTENCES] if located.coverage[i] >= least]


def own_sentence(located: Located) -> int | None:
    """Give the one sentence that says most of the claim, ``None`` where it would be about something else."""
    return located.best(SPEAKS_OF_IT)


def says_nothing_else(located: Located, number: int) -> bool:
    """Whether every word of a short sentence is one of the claim's ("Sollers never married")."""
    start, end = located.source.spans[number]
    if end - start > SHORT:
        return False
    mine = {located.key(w) for w in located.claim.content}
    return mine.issuperset(t.key for t in located.source.line(number) if t.kind != "negation")
