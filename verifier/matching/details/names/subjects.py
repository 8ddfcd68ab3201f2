"""Who did it: "the tenants accused her of bias", where the tenants praised her and the landlords accused her."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap, takewhile

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import own_sentence
from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.names.told_of_others import OF_ONE, stands_for
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.stems import is_past
from verifier.matching.terms import WORD, is_name, term_of
from verifier.matching.vocabulary import POSSESSIVES

FEWEST_SAID = 2
"""Words of weight that the claim must say of its subject, its verb among them, all of which one clause has."""

LONGEST_SUBJECT = 6
"""Words before the verb of a claim or a clause among which only its subject stands."""
NEAR = 2
"""Sentences before a pronoun of which each may name somebody else."""
OPENING = 4
"""Words at the head of a clause among which it names whom it is about."""

_STANDING_FOR = frozenset(("who", "which", "that", "it", "they", "he", "she", "this", "these", "we", "i", "there"))
"""Words before a verb that stand for a subject named elsewhere."""
_HELPING = frozenset(("had", "has", "have", "who", "also", "then", "later", "first", "was", "were"))
"""Words that stand between a subject and its verb."""
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
    subject = [w for w in words[:at] if w.weight and w.term.kind == "word"]
    said = {located.key(w) for w in words[at:] if w.weight}
    own = own_sentence(located) if subject and len(said) >= FEWEST_SAID else None
    rival = _rival(located, own, subject, (located.key(words[at]), said)) if own is not None else None
    return (rival,) if rival is not None else ()


def other_opening_name(located: Located) -> tuple[Rival, ...]:
    """Give the name that opens the claim before its verb, where the claim's own sentence has another name there.

    The sentence has all the rest, and the page has the claim's name elsewhere: whether one person goes by both names
    there is for a person to tell.
    """
    words = located.claim.words
    opening = list(takewhile(lambda w: w.surface[0].isupper() and w.term.kind == "word", words))
    rest = [w for w in words[len(opening) :] if w.surface not in _HELPING]
    said = [located.bits[w.term.key] for w in rest if w.weight]
    if not opening or len(said) <= FEWEST_SAID or not is_past(rest[0].surface):
        return ()
    mine = {located.key(w) for w in opening}
    if not located.gone.isdisjoint(mine):
        return ()
    own = own_sentence(located)
    if own is None or not all(located.masks[own] & bit for bit in said):
        return ()
    told, keys = located.source.words(own), [t.key for t in located.source.terms(own)]
    place = _name_before(told, keys, located.key(rest[0])) if mine.isdisjoint(keys) else 0
    return (rival_at(opening[-1], told, own, (place,)),) if place else ()


def other_named_clause(located: Located) -> tuple[Rival, ...]:
    """Give the name of the claim where all that is said of it stands in a clause that opens with another name.

    The claim's is in the next clause: such a sentence sets two people side by side, each with his own.
    """
    content = located.claim.content
    mine = {located.key(w) for w in content if w.name}
    said = {located.key(w) for w in content if not w.name and not w.opens}
    own = own_sentence(located) if mine and len(said) >= FEWEST_SAID else None
    if own is None:
        return ()
    told = located.source.words(own)
    for clause in _clauses_with(located, own, said, mine):
        opening = clause[:OPENING]
        named = [i for i in opening if is_name(told[i]) and term_of(told[i]).key not in located.bits]
        if named:
            word = next(w for w in reversed(content) if w.name)
            return (rival_at(word, told, own, named),)
    return ()


def other_than_meant(located: Located) -> tuple[Rival, ...]:
    """Give the name that opens the claim where "she" of the claim's own sentence stands for somebody else.

    The claim's name is that of one of the two sentences before. Whom a pronoun stands for is for a person to tell.
    """
    words = located.claim.words
    name = list(takewhile(lambda w: w.surface[0].isupper() and w.term.kind == "word", words))
    behind = words[len(name)].surface if name and len(name) < len(words) else ""
    own = located.best(SAYS_IT) if is_past(behind) or (behind and name[-1].surface.endswith("'s")) else None
    if own is None:
        return ()
    mine = {located.key(w) for w in name}
    meant = stands_for(located, own)
    near = {t.key for i in range(max(0, own - NEAR), own) for t in located.source.terms(i)}
    told = located.source.words(own)
    if not meant or not mine.isdisjoint(meant.union(t.key for t in located.source.terms(own))) or not mine <= near:
        return ()
    at = next(i for i, w in enumerate(told) if w.lower() in OF_ONE)
    return (rival_at(name[-1], told, own, (at,), sure=False),)


def _name_before(told: Sequence[str], keys: Sequence[str], verb: str) -> int:
    """Where the name before a verb ends, or "her predecessor", small words passed over; 0 for none."""
    for at in (i for i, key in enumerate(keys) if key == verb):
        before = next((i for i in range(at - 1, 0, -1) if told[i] not in _HELPING), 0)
        named = told[before][0].isupper() or told[before - 1].lower() in POSSESSIVES
        if named and term_of(told[before]).kind == "word":
            return before
    return 0


def _rival(located: Located, number: int, subject: Sequence[ClaimWord], deed: tuple[str, set[str]]) -> Rival | None:
    """The subject of the clause that has the whole deed: its verb, and all that is said with it."""
    verb, said = deed
    told = located.source.words(number)
    for clause in _clauses_with(located, number, said, {located.key(w) for w in subject}):
        place = next((i for i in clause if term_of(told[i]).key == verb and is_past(told[i])), clause.start)
        before = [i for i in range(clause.start, place) if term_of(told[i]).kind == "word"]
        if (
            before
            and place - clause.start <= LONGEST_SUBJECT
            and _STANDING_FOR.isdisjoint(w.lower() for w in told[clause.start : place])
        ):
            return rival_at(subject[-1], told, number, before)
    return None


def _clauses_with(located: Located, number: int, said: set[str], mine: set[str]) -> Iterator[range]:
    """The clauses of a sentence that have all that is said, and nothing of whom it is said, who is in another one.

    That other one must not have it all as well.
    """
    starts = _starts(located.source.sentence(number))
    if len(starts) == 1:
        return
    keys = [t.key for t in located.source.terms(number)]
    starts.append(len(keys))
    having = [clause for clause in starmap(range, pairwise(starts)) if said <= {keys[i] for i in clause}]
    others = [clause for clause in having if mine.isdisjoint(keys[i] for i in clause)]
    yield from others if len(others) == len(having) and mine.issubset(keys) else ()


def _starts(sentence: str) -> list[int]:
    """The numbers of the words that open a clause."""
    words = [m.start() for m in WORD.finditer(sentence)]
    return [0, *(bisect_left(words, m.start()) for m in CLAUSE.finditer(sentence))]
