"""Which sentences of a source say what the claim says (the claim's own sentences). Others speak of something else."""

from verifier.matching.locate import SPEAKS_OF_IT, Located

WORTH = 0.75
"""Share of the best sentence's coverage that another sentence needs to be one of the claim's own."""
MOST_SENTENCES = 3
"""How many sentences can be the claim's own."""
SHORT = 60
"""Length in characters up to which a sentence is taken to say one thing only."""


def own_sentences(located: Located) -> list[int]:
    """Give the numbers of the claim's own sentences, best first; none if even the best speaks of something else."""
    if own_sentence(located) is None:
        return []
    least = WORTH * located.coverage[located.order[0]]
    return [i for i in located.order[:MOST_SENTENCES] if located.coverage[i] >= least]


def own_sentence(located: Located) -> int | None:
    """Give the number of the sentence that says most of the claim, ``None`` if even that speaks of something else."""
    return located.best(SPEAKS_OF_IT)


def says_nothing_else(located: Located, number: int) -> bool:
    """Whether a sentence is short and the claim has all its words but the denial ("Sollers never married")."""
    start, end = located.source.spans[number]
    if end - start > SHORT:
        return False
    mine = {located.key(w) for w in located.claim.content}
    return mine.issuperset(t.key for t in located.source.line(number) if t.kind != "negation")
