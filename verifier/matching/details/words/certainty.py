"""Doubt: the claim states what the source only thinks possible ("causes" for "may cause")."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import AS_GOOD, SAYS_IT, Located
from verifier.matching.stems import is_past
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import BELIEVING, INTENDING, REPORTING, UNDONE, UNSURE, listed

AHEAD = 3
"""Words after a word of doubt among which the doubted word stands."""
BELIEVED_AHEAD = 8
"""Words after "believe that" among which the verb of the belief stands."""
CONDITION_REACH = 12
"""Words between an "if" and the "will" that depends on it."""
REASON_AHEAD = 6
"""Words after "because" among which claim and source must share one."""
_OF_CLAIM = (
    UNSURE
    | INTENDING
    | BELIEVING
    | frozenset(listed("can would should possible possibility potential whether if unless"))
)
"""Words after which the claim itself states nothing for certain."""
_IN_TIME = frozenset(("before", "until", "when", "so"))
"""Words after which "could" says what somebody was able to do."""
_IF, _WILL = "if", "will"
_FUTURE = frozenset((_WILL, "would"))
_STILL = frozenset(("is", "are"))
"""Before "to" they say that something is still to come. What "was to" come may have come."""
_PLANNED = frozenset(("planned", "proposed", "scheduled", "envisaged", "intended"))
"""After "are" they leave open whether what stands before comes about: "140 jobs are planned"."""
_COMING = frozenset(("planning", "preparing", "aiming", "seeking", "going", "set", "about", "poised"))
"""Before "to" these words say that something is still to come: "is set to open", "is planning to teach"."""
_BEFORE_TO = _STILL | _COMING
_GERMAN_DONE = frozenset(("hat", "haben", "wurde", "wurden", "ist", "sind", "war", "waren"))
_GERMAN_WANTED = frozenset(("will", "wollen", "soll", "sollen", "möchte", "möchten", "plant", "planen"))
"""Words that say in German that something is done, or is only wanted or planned."""
_SIGNS = UNSURE | INTENDING | BELIEVING | _FUTURE | _COMING | {_IF}
"""Words of doubt or of the future. A sentence without any of them leaves nothing open."""
_BILLS = frozenset(listed("bill bills legislation proposal proposals plan plans measure amendment draft motion"))
"""What "would" do something has not yet done it."""
BILL_WITHIN = 6
"""Words before a "would" among which its bill stands."""
_COMPARING = frozenset(("as", "more", "less", "most", "least", "times", "equally"))
"""Words behind which "likely" compares."""
_ARTICLES = frozenset(("a", "an"))
_REASONS = frozenset(("because", "due", "owing"))
_NO_CONDITION = frozenset(("as", "even", "asked", "wondered", "only"))
"""Words behind which "if" makes no condition."""
_MONTH = "May"
"""Written as the modal verb is, but for its capital."""


def dropped_doubts(located: Located) -> tuple[Rival, ...]:
    """Give the words that the claim states and that its own sentences have only after a word of doubt."""
    words = located.claim.words
    if any(_is_in(_OF_CLAIM, w.surface) for w in words):
        return ()
    own = own_sentences(located)
    doubting = (i for i in own if _leaves_open(located.source.low(i)))
    dropped = (rival for number in doubting for rival in _dropped_in(located, number))
    return (*dropped, *(rival for number in own[:1] for rival in _planned_in_german(located, number)))


def _dropped_in(located: Located, own: int) -> tuple[Rival, ...]:
    """The words that the claim states and a sentence doubts."""
    words = located.claim.words
    stated = {located.key(w): w for at, w in enumerate(words) if _is_stating(words, at)}
    told = located.source.words(own)
    reporting = any(w.low in REPORTING or w.low == "according" for w in words)
    doubts = [*_doubted(told), *(() if reporting else _believed(told))]
    if own == located.order[0]:  # elsewhere a story may tell what had come about by its end
        doubts += _to_come(located, told)
    doubted = {key: at for at, key in doubts if key in stated and not _is_stated(located, key, own)}
    verbs = (Rival(word=stated[key], terms=_with_verb(told, at, key), sentence=own) for key, at in doubted.items())
    return (*verbs, *_guessed_reasons(located, own), *_conditions(located, own, stated))


def _planned_in_german(located: Located, own: int) -> Iterator[Rival]:
    """The last word of a German claim that says something is done, if the best sentence only says it is wanted.

    Claim: "hat das Rentenalter angehoben"; source: "will das Rentenalter anheben". The stems of such verbs differ, so
    the auxiliary verbs are compared.
    """
    claim = located.claim
    if claim.language != "de" or own != located.order[0] or not located.covers(own, SAYS_IT):
        return
    told = located.source.low(own)
    done = not _GERMAN_DONE.isdisjoint(claim.low) and _GERMAN_WANTED.isdisjoint(claim.low)
    at = next((i for i, word in enumerate(told) if word in _GERMAN_WANTED), None)
    if done and at is not None and _GERMAN_DONE.isdisjoint(told) and claim.words[-1].plain:
        yield rival_at(claim.words[-1], located.source.words(own), own, (at,))


def _leaves_open(told: Sequence[str]) -> bool:
    """Whether a sentence in lower case has any word of doubt, or of what is still to come."""
    return not _SIGNS.isdisjoint(told) or (
        not _STILL.isdisjoint(told) and ("to" in told or not _PLANNED.isdisjoint(told))
    )


def _guessed_reasons(located: Located, number: int) -> Iterator[Rival]:
    """The "because" of the claim for which a sentence has "probably because", before the same reason."""
    words, told = located.claim.words, located.source.words(number)
    for at, word in enumerate(words):
        reason = {located.key(w) for w in words[at + 1 : at + 1 + REASON_AHEAD] if w.weight}
        for i in range(1, len(told)) if word.surface in _REASONS else ():
            ahead = (term_of(w).key for w in told[i + 1 : i + 1 + REASON_AHEAD])
            if told[i] == word.surface and _is_in(UNSURE, told[i - 1]) and not reason.isdisjoint(ahead):
                yield Rival(word=word, terms=tuple(map(term_of, told[i - 1 : i + 1])), sentence=number)


def _conditions(located: Located, number: int, stated: Mapping[str, ClaimWord]) -> Iterator[Rival]:
    """The words that the claim states as done and that a sentence has behind "will", with an "if" before or after."""
    if any(w.surface in _FUTURE for w in located.claim.words):
        return
    told = located.source.words(number)
    conditions = [i for i, w in enumerate(told) if w.lower() == _IF and told[max(0, i - 1)] not in _NO_CONDITION]
    for at in (i for i, w in enumerate(told) if w in _FUTURE):
        if any(abs(i - at) <= CONDITION_REACH for i in conditions):
            ahead = range(at + 1, min(len(told), at + 1 + AHEAD))
            verb = next((i for i in ahead if term_of(told[i]).key in stated), None)
            if verb is not None:
                yield rival_at(stated[term_of(told[verb]).key], told, number, (at, verb))


def _with_verb(words: Sequence[str], at: int, key: str) -> tuple[Term, ...]:
    """A word of doubt and the word that it makes doubtful."""
    doubted = next(t for t in map(term_of, (*words[at + 1 :], *words[:at])) if t.key == key)
    return term_of(words[at]), doubted


def _is_stating(words: Sequence[ClaimWord], at: int) -> bool:
    """Whether a word of the claim may be its verb: no name, no figure, behind no article ("an immediate cut").

    Behind "to" it is told as done after a verb in the past only: "decided to raise", not "in order to raise".
    """
    before = [w.low for w in words[max(0, at - 2) : at]]
    aim = before[-1:] == ["to"] and not is_past(before[0])
    return words[at].plain and not aim and before[-1:] != ["the"] and _ARTICLES.isdisjoint(before)


def _is_in(listed: frozenset[str], word: str) -> bool:
    return word.lower() in listed and word != _MONTH


def _doubted(words: Sequence[str]) -> list[tuple[int, str]]:
    """The place of each word of doubt, with the key of the word that it makes doubtful."""
    out = []
    for at, word in enumerate(words):
        intending = word in INTENDING and words[at + 1 : at + 2] == ["to"]
        if intending or (_is_in(UNSURE, word) and not _is_no_doubt(words[max(0, at - AHEAD) : at])):
            ahead = map(term_of, words[at + 1 : at + 1 + AHEAD])
            out += [(at, term.key) for term in ahead if term.kind == "word"][:1]
    return out + list(_undone(words))


def _undone(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place of each "would have", with the key of what did not happen: "it would have found a home"."""
    for at, pair in enumerate(pairwise(words)):
        verb = at + 2 + (words[at + 2 : at + 3] == ["been"])
        if pair in UNDONE and verb < len(words) and is_past(words[verb]):
            yield at, term_of(words[verb]).key


def _believed(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place of each verb of believing, with the keys of the words after its "that"."""
    for at, (word, behind) in enumerate(pairwise(words)):
        if word in BELIEVING and behind == "that":
            ahead = map(term_of, words[at + 2 : at + 2 + BELIEVED_AHEAD])
            yield from ((at, term.key) for term in ahead if term.kind == "word")


def _to_come(located: Located, told: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The words of time to come, each by its place with the key of what is to come, which the claim tells as past.

    "Will be removed" for "was removed", "is to open" for "has opened", "140 jobs are planned" for "created 140 jobs".
    """
    words = located.claim.words
    if any(a.low in _FUTURE or (a.low in _BEFORE_TO and b.low == "to") for a, b in pairwise(words)):
        return
    past = {located.key(w) for w in words if w.plain and is_past(w.surface)}
    for at, (word, behind) in enumerate(pairwise(told) if past else ()):
        billed = word in _FUTURE and not _BILLS.isdisjoint(told[max(0, at - BILL_WITHIN) : at])
        if word == _WILL or billed or (word in _BEFORE_TO and behind == "to"):
            key = next((k for w in told[at + 1 : at + 1 + AHEAD] if (k := term_of(w).key) in past), None)
            if key is not None:
                yield at, key
        elif at and word in _STILL and behind in _PLANNED:
            yield at + 1, term_of(told[at - 1]).key


def _is_no_doubt(before: Sequence[str]) -> bool:
    """Whether what stands before a word of doubt makes it tell an ability ("before it could") or compare."""
    return not _IN_TIME.isdisjoint(before) or not _COMPARING.isdisjoint(before[-1:])


def _is_stated(located: Located, key: str, doubting: int) -> bool:
    """Whether the doubting sentence, or one that says nearly as much of the claim, has a word without doubt too."""
    least = AS_GOOD * located.coverage[doubting]
    for number in (i for i in located.place if located.coverage[i] >= least):
        told = located.source.words(number)
        doubted = [other for _, other in (*_doubted(told), *_believed(told), *_to_come(located, told))]
        if located.source.keys(number).count(key) > doubted.count(key):
            return True
    return False
