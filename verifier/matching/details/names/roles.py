"""Who did it to whom: the claim has "Falk succeeded Berg", the source "Berg succeeded Falk"."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from verifier.matching.details.own_sentences import own_sentence
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.stems import is_past, stem
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import ARTICLES, BEING, IS, POSSESSIVES, listed

REACH = 8
"""Words between a verb and the names that belong to it, at most."""

OBJECT = 3
"""Words behind a verb among which stands whom it is done to, or by; and before it those that make a passive."""

_BY = "by"
_TURNING = BEING | {"by", "whom", "which", "whose", "being", "got"}
"""Words that make a passive, or a clause that begins with whom something was done to."""
_EITHER_WAY = frozenset(
    listed(
        """married wed divorced met faced played fought drew debated merged joined dated resembled equalled bordered
        called named known titled based born"""
    )
)
"""Verbs that are true both ways, and verbs that only give a name."""
_PREPOSITIONS = frozenset(("near", "beyond", "outside", "inside", "towards", "beside", "behind"))
"""Where a name ends, besides stopwords."""
_BETWEEN = ARTICLES | POSSESSIVES | frozenset(("has", "have", "had", "also", "later", "then"))
"""Words that may stand between a verb and its doer or its object."""
_WON = "@won"
"""The key under which all verbs of winning are compared."""
_WINNING = dict.fromkeys(
    map(stem, listed("beat beaten defeated overcame thrashed trounced outplayed routed vanquished")), _WON
)


class _Deed(NamedTuple):
    """A verb in the past tense, with the nearest names before and behind it, word by word, the nearest first.

    Where one side has none, with the nearest plain words.
    ``turning``: what may turn it round: a passive, a clause that begins with whom it was done to.
    """

    before: dict[str, Term]
    behind: dict[str, Term]
    turning: frozenset[str]


def exchanged_roles(located: Located) -> tuple[Rival, ...]:
    """Give the names or things before a verb that the claim's own sentence has behind it, with the others before."""
    own = own_sentence(located)
    if own is None:
        return ()
    told, keys = located.source.words(own), [t.key for t in located.source.terms(own)]
    verbs = [
        at
        for at, key in enumerate(keys)
        if (key in located.bits or key in _WINNING) and _tells_deed(told, at) and told.count(told[at]) == 1
    ]
    theirs = {_WINNING.get(keys[at], keys[at]): deed for at in verbs if (deed := _deed(told, at)) is not None}
    out = []
    words = located.claim.words
    for at, verb in enumerate(words if theirs else ()):
        other = theirs.get(_WINNING.get(verb.term.key, verb.term.key))
        said = located.claim.surfaces
        ours = _deed(said, at) if other is not None and _tells_deed(said, at) else None
        if ours is not None and other is not None and _turned(ours, other):
            word = next(w for w in reversed(words[:at]) if w.term.key in ours.before.keys() & other.behind.keys())
            doer = next(t for key, t in other.before.items() if key in ours.behind)
            out.append(Rival(word=word, terms=(doer,), sentence=own))
    return tuple(out)


class _Voice(NamedTuple):
    """A verb in the past: whether it is a passive with its "by", and the keys of the words behind it."""

    at: int
    passive: bool
    behind: set[str]


def other_voices(located: Located) -> tuple[Rival, ...]:
    """Give the verbs of the claim whose doer the claim's own sentence has it done to, or the other way round.

    "He was succeeded by his son" is not what "he succeeded his son" says.
    """
    own = own_sentence(located)
    if own is None or (_BY in located.claim.low) is (_BY in located.source.low(own)):
        return ()
    said, told = list(_voices(located.claim.surfaces)), located.source.words(own)
    theirs = {term_of(told[v.at]).key: v for v in _voices(told) if told.count(told[v.at]) == 1}
    out = []
    for voice in said:
        other = theirs.get(located.claim.words[voice.at].term.key)
        if other is not None and other.passive != voice.passive and not voice.behind.isdisjoint(other.behind):
            places = (other.at, other.at + 1) if other.passive else (other.at,)
            out.append(rival_at(located.claim.words[voice.at], told, own, places))
    return tuple(out)


def _voices(words: Sequence[str]) -> Iterator[_Voice]:
    """The verbs in the past that somebody is told to have done, or to have had done to him by somebody."""
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 1 + OBJECT]
        if not behind or not _is_verb(word):
            continue
        turned = not _TURNING.isdisjoint(words[max(0, at - OBJECT) : at])
        by = behind[0] == _BY
        if turned == by:
            yield _Voice(at, by, {t.key for t in map(term_of, behind) if t.kind == "word"})


def _turned(ours: _Deed, theirs: _Deed) -> bool:
    """Whether the names stand on each other's side, in sentences that are built alike."""
    if ours.turning != theirs.turning:
        return False
    straight = ours.before.keys() & theirs.before.keys() or ours.behind.keys() & theirs.behind.keys()
    crossed = ours.before.keys() & theirs.behind.keys() and ours.behind.keys() & theirs.before.keys()
    return bool(crossed) and not straight


def _is_verb(word: str) -> bool:
    """Whether a word is a verb in the past tense that holds one way only."""
    return is_past(word) and word not in _EITHER_WAY


def _tells_deed(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb that says what somebody did, or is doing ("is suing")."""
    word = words[at]
    return _is_verb(word) or (word.endswith("ing") and at > 0 and words[at - 1] in IS)


def _deed(words: Sequence[str], at: int) -> _Deed | None:
    """The verb at a place, where it has names on both sides, or things."""
    before, behind = words[max(0, at - REACH) : at], words[at + 1 : at + 1 + REACH]
    turning = _TURNING.intersection(w.lower() for w in (*before, *behind))
    deeds = (_Deed(of(before[::-1]), of(behind), turning) for of in (_nearest_name, _nearest_thing))
    return next((deed for deed in deeds if deed.before and deed.behind), None)


def _nearest_name(words: Sequence[str]) -> dict[str, Term]:
    """The first words with a capital up to a stopword, by their keys: Hans Maar with the "German" before him."""
    from_name = dropwhile(lambda w: not w[0].isupper(), words)
    named = takewhile(lambda w: term_of(w).kind != "stop" and w not in _PREPOSITIONS, from_name)
    terms = (term_of(w) for w in named if w[0].isupper())
    return {t.key: t for t in terms if t.kind == "word"}


def _nearest_thing(words: Sequence[str]) -> dict[str, Term]:
    """The first word, by its key, where it is one of weight: "The union" behind "sued"."""
    first = next((w for w in words if w.lower() not in _BETWEEN), "")
    term = term_of(first) if first else None
    return {term.key: term} if term is not None and term.kind == "word" else {}
