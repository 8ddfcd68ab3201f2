"""What became of an appeal or a proposal: the claim has "the court upheld the appeal", the source "dismissed"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.details.words.opposing import is_denied
from verifier.matching.locate import SPEAKS_OF_IT, Located
from verifier.matching.vocabulary import BEING, listed

BEHIND = 4
"""Words behind a verb among which its object stands ("dismissed a second cassation appeal")."""
BEFORE = 3
"""Words before a passive verb among which its subject stands ("the appeal has been dismissed")."""

_GRANTED = frozenset(listed("upheld uphold upholds allowed allow allows granted grant grants accepted approved"))
_REFUSED = frozenset(
    listed("dismissed dismiss dismisses rejected reject rejects refused refuses denied denies declined quashed")
)
_MATTERS = frozenset(
    listed("appeal appeals complaint complaints petition motion request application bid challenge objection plea")
)
"""What somebody asks for. A court that upholds a ruling may do so by dismissing an appeal, so that rulings, fines and
bans are not among them."""
_NO_OBJECT_BEHIND = frozenset(listed("to of by for against from in on over after before that which who and but"))
"""Words that end the object of a verb."""
_PASSIVE = BEING | {"being"}


class _Outcome(NamedTuple):
    """What became of a matter: whether it was granted, and the places of the verb and of the matter."""

    granted: bool
    verb: int
    matter: int


def other_outcomes(located: Located) -> tuple[Rival, ...]:
    """Give the verbs of the claim by which something was granted that the source says was refused, or the reverse.

    No rival if the source also says what the claim says, or if either of the two denies the verb.
    """
    low = located.claim.low
    terms = [word.term for word in located.claim.words]
    said = [one for one in _outcomes(low) if not is_denied(terms, one.verb)]
    return tuple(rival for one in said if (rival := _rival(located, one)))


def _rival(located: Located, mine: _Outcome) -> Rival | None:
    key = located.claim.words[mine.matter].term.key
    found = None
    for number in (i for i in located.place if located.covers(i, SPEAKS_OF_IT)):
        terms = located.source.terms(number)
        for told in _outcomes(located.source.low(number)):
            if terms[told.matter].key != key or is_denied(terms, told.verb):
                continue
            if told.granted == mine.granted:
                return None
            if found is None:
                word = located.claim.words[mine.verb]
                found = rival_at(word, located.source.words(number), number, (told.verb,))
    return found


def _outcomes(low: Sequence[str]) -> Iterator[_Outcome]:
    """Yield what a text in lower case tells of matters that were granted or refused."""
    if _MATTERS.isdisjoint(low):
        return
    for at, word in enumerate(low):
        if word in _GRANTED or word in _REFUSED:
            passive = at > 0 and low[at - 1] in _PASSIVE
            matter = _subject(low, at) if passive else _object(low, at)
            if matter is not None:
                yield _Outcome(word in _GRANTED, at, matter)


def _object(low: Sequence[str], verb: int) -> int | None:
    """Where the matter stands that a verb has as its object."""
    for at in range(verb + 1, min(len(low), verb + 1 + BEHIND)):
        if low[at] in _NO_OBJECT_BEHIND:
            return None
        if low[at] in _MATTERS:
            return at
    return None


def _subject(low: Sequence[str], verb: int) -> int | None:
    """Where the matter stands that a passive verb has as its subject."""
    return next((at for at in range(verb - 1, max(-1, verb - 1 - BEFORE), -1) if low[at] in _MATTERS), None)
