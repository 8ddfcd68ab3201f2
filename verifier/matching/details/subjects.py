"""Who did it: "the tenants accused her of bias", where the tenants praised her and the landlords accused her."""

import re
from collections.abc import Sequence
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import own_sentences
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.stems import is_past
from verifier.matching.terms import WORD, TermKind, term_of

FEWEST_SAID = 2
"""Words of weight that the claim must say of its subject, its verb among them, all of which one clause has."""

LONGEST_SUBJECT = 6
"""Words before the verb of a claim or a clause among which only its subject stands."""

_CLAUSE = re.compile(r"(?:;|,(?= (?:and|while|but|whereas|though|although)\b)|(?= while\b| whereas\b))(?!\d)")
_STANDING_FOR = frozenset(("who", "which", "that", "it", "they", "he", "she", "this", "these", "we", "i", "there"))
"""Words before a verb that stand for a subject named elsewhere."""
_STATES = _STANDING_FOR | frozenset(("is", "are", "was", "were", "has", "have", "had"))
"""Words after which the subject of a claim has its verb already."""


def other_subject(located: Located) -> tuple[Rival, ...]:
    """Give the word of the claim's subject for which a clause of its own sentence has another one.

    The clause has the claim's verb and all that follows it, the sentence has the claim's subject in another clause, and
    each of the two clauses has its own. Whether the two are the same after all is for a person to tell.
    """
    words = located.claim.words
    at = next((i for i, w in enumerate(words[: LONGEST_SUBJECT + 1]) if i and is_past(w.surface) and w.weight), 0)
    if not _STATES.isdisjoint(w.surface for w in words[: max(0, at - 1)]):
        return ()
    subject = [w for w in words[:at] if w.weight and w.term.kind is TermKind.WORD]
    said = {located.key(w) for w in words[at:] if w.weight}
    own = own_sentences(located)[:1] if subject and len(said) >= FEWEST_SAID else []
    for number in own:
        rival = _rival(located, number, subject, (located.key(words[at]), said))
        if rival is not None:
            return (rival,)
    return ()


def _rival(located: Located, number: int, subject: Sequence[ClaimWord], deed: tuple[str, set[str]]) -> Rival | None:
    """The subject of the clause that has the whole deed: its verb, and all that is said with it."""
    verb, said = deed
    mine = {located.key(w) for w in subject}
    starts = _starts(located.source.sentence(number))
    told = located.source.words(number)
    clauses = [range(a, b) for a, b in pairwise([*starts, len(told)]) if a < b]
    keys = [term_of(w).key for w in told]
    elsewhere = {keys[i] for clause in clauses for i in clause}
    for clause in clauses:
        here = {keys[i] for i in clause}
        if said <= here and mine.isdisjoint(here) and mine <= elsewhere:
            place = next((i for i in clause if keys[i] == verb and is_past(told[i])), clause.start)
            before = [i for i in range(clause.start, place) if term_of(told[i]).kind is TermKind.WORD]
            if (
                before
                and place - clause.start <= LONGEST_SUBJECT
                and _STANDING_FOR.isdisjoint(w.lower() for w in told[clause.start : place])
            ):
                terms = tuple(term_of(told[i]) for i in before)
                return Rival(word=subject[-1], terms=terms, sentence=number, places=tuple(before))
    return None


def _starts(sentence: str) -> list[int]:
    """The numbers of the words that open a clause."""
    cuts = [m.start() for m in _CLAUSE.finditer(sentence)]
    ends = [m.start() for m in WORD.finditer(sentence)]
    return [0, *(sum(end < cut for end in ends) for cut in cuts)]
