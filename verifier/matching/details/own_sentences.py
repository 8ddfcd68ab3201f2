"""Which sentences of a source say what the claim says (the claim's own sentences). Others speak of something else."""

from functools import reduce
from operator import or_

from verifier.matching.details.clauses import STATEMENT
from verifier.matching.locate import SPEAKS_OF_IT, Located

WORTH = 0.75
"""Share of the best sentence's coverage that another sentence needs to be one of the claim's own."""
MOST_SENTENCES = 3
"""How many sentences can be the claim's own."""
SHORT = 60
"""Length in characters up to which a sentence is taken to say one thing only."""
CLAUSE_SHARE = 0.6
"""Share of a clause that a sentence must cover to say what the clause says."""
CLAUSE_TERMS = 3
"""Terms with weight that a clause needs, so that a sentence does not have most of them by chance."""


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


def own_of_clauses(located: Located) -> dict[int, int]:
    """Give the sentence that says what a clause of the claim says, by the places of the clause's words.

    For a claim of several clauses, which often joins several sentences of the source; none for a clause that no
    sentence of the place says.
    """
    clauses = _clauses(located)
    found: dict[int, int] = {}
    for clause in clauses if len(clauses) > 1 else ():
        weighty = (located.claim.words[at].term.key for at in clause if located.claim.words[at].weight)
        mask = reduce(or_, (located.bits[key] for key in weighty), 0)
        covered, best = max(((located.weight(mask & located.masks[i]), -i) for i in located.place), default=(0.0, 0))
        if mask.bit_count() >= CLAUSE_TERMS and covered >= CLAUSE_SHARE * located.weight(mask):
            found |= dict.fromkeys(clause, -best)
    return found


def _clauses(located: Located) -> list[list[int]]:
    """The places of the claim's words, clause by clause."""
    starts = [match.start() for match in STATEMENT.finditer(located.claim.text)]
    clauses: list[list[int]] = []
    for at, word in enumerate(located.claim.words):
        begins = word.opens or bool(starts and starts[0] <= word.start)
        if not clauses or begins:
            clauses.append([])
        while starts and starts[0] <= word.start:
            starts.pop(0)
        clauses[-1].append(at)
    return clauses
