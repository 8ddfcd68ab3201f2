"""Which words a sentence of a source denies: by "not", "failed to", "denied that", "except for"."""

from collections.abc import Iterator, Sequence

from verifier.matching.details.denials.denies_nothing import is_bounded
from verifier.matching.locate import Located
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import (
    ARTICLES,
    DENYING_PHRASES,
    DENYING_VERBS,
    NOT_DENYING_NEXT,
    THINKING,
    VIEWS,
    listed,
)

NOT_AHEAD, VERB_AHEAD, NONE_AHEAD = 3, 4, 6
"""Words of the source after a "not", after "denied that", and after "none", among which the first of weight is what is
denied ("none of them has yet been charged")."""
THOUGHT_AHEAD = 8
"""Words after a verb of thinking among which the verb of its clause stands ("believe that the villa was burned")."""

BEFORE, BEHIND = 8, 8
"""Words of the source on each side of the denied word among which its denial may stand."""
REACH = 4
"""Words after a word that denies by its meaning ("refused", "the ban on") which it may deny."""
EXCEPT = "except"
"""A word of exception: the sentence denies of what follows it what it says of the rest."""
_BUT = frozenset(("but", "else", "other", EXCEPT))
"""Words after "nobody" that except somebody."""
_OF_ALL = frozenset(("nobody", "none"))
_ADVERB = "ly"
"""The end of a word that only says how: "no statistically significant effect" denies the effect."""
_EVER = "ever"
"""A word that strengthens a denial and is never denied itself."""
_REFUSED, _PASSIVE = frozenset(("refused", "denied")), frozenset(("was", "were", "been", "being"))
"""Two words that together deny the thing after them: "was refused admission", "were denied bail"."""
_PASSIVES = _PASSIVE | {"is", "are", "be", "has", "have"}
_REJECTING = frozenset(("reject", "rejects", "rejected", "dismiss", "dismissed", "dismisses", "disputes", "disputed"))
_THAT_OF = ["that", "of"]
"""Words between a "without" and the owner of what is lacking."""
_NOTHING, _ABOUT = "nothing", frozenset(("about", "on", "for", "against", "with"))
"""Two words that together deny the verb before them: "said nothing about the dam" does not deny the dam."""
_LEADING = frozenset(listed("way ways plan plans right chance reason need intention evidence proof sign"))
"""Nouns whose denial denies what their "to" or "that" leads on to: "no way to scan receipts", "no evidence that"."""
_LIGHT = frozenset(
    listed(
        """carry carried conduct conducted hold held open opened launch launched take taken make made give given provide
        foresee offer offered"""
    )
)
"""Verbs that say little without their noun: who "did not carry out an inquiry" made none."""
_NOUN_AHEAD = 4
"""Words after such a verb among which its noun stands ("carry out an urgent inquiry")."""
_SIGNS = _REFUSED | DENYING_VERBS | DENYING_PHRASES.keys() | _REJECTING | {EXCEPT}
"""Words other than "not" that can begin a denial."""
_LEADS_ON = frozenset(("to", "that", "having"))
_NO_DENIAL = NOT_DENYING_NEXT - {"to"}
"""After "not" these words make no denial ("not only"), but "not to" is one."""
_ONLY = frozenset(term_of(word).key for word in _NO_DENIAL)


def is_number_sign(word: str, following: str) -> bool:
    """Whether a "No" stands for "number" ("No. 10")."""
    return word in {"No", "no"} and following[:1].isdigit()


def denied_words(words: list[str], terms: list[Term], weightless: frozenset[str]) -> Iterator[tuple[int, Term]]:
    """Give the words that a sentence denies ("no longer", "failed to", "denied that"), each with its denial's place.

    ``weightless``: function words of the sentence's language that the terms do not know for such.
    """
    if not any(t.kind == "negation" for t in terms) and _SIGNS.isdisjoint(map(str.lower, words)):
        return
    heavy = [
        t.kind == "word" and not t.denying and w.lower() not in weightless and w != _EVER
        for w, t in zip(words, terms, strict=True)
    ]
    for at, term in enumerate(terms):
        denying = term.kind == "negation" or words[at].lower() in _SIGNS
        ahead = _ahead(words, at, term) if denying else None
        for i in _denied_from(words, heavy, *ahead) if ahead else ():
            yield at, terms[i]


def _ahead(words: list[str], at: int, term: Term) -> tuple[int, int] | None:
    """Where what a word denies begins, and how many words may pass until it, ``None`` where the word denies nothing."""
    word = words[at].lower()
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if (word == _NOTHING and following in _ABOUT) or (_is_of_all(words, at) and not denies_of_all(words, at)):
        return None
    negation = term.kind == "negation" and following not in _NO_DENIAL and not is_bounded(words[at + 1 : at + 3])
    refused = word in _REFUSED and words[max(0, at - 1)] in _PASSIVE
    if (negation and not is_number_sign(words[at], following)) or refused:
        reach = NONE_AHEAD if denies_of_all(words, at) else NOT_AHEAD
        return at + (3 if words[at + 1 : at + 3] == _THAT_OF else 1), reach
    if (word in DENYING_VERBS and following in _LEADS_ON) or DENYING_PHRASES.get(word) == following:
        return at + 2, VERB_AHEAD
    if word == EXCEPT:
        return at + 1, VERB_AHEAD
    return (at + 4, THOUGHT_AHEAD) if word in _REJECTING and _is_view(words[at + 1 : at + 4]) else None


def denies_of_all(words: Sequence[str], at: int) -> bool:
    """Whether a denial is about everyone whom the sentence names, however far off.

    "Nobody but" is not, and "none of them more than 30" says how much.
    """
    ahead = words[at + 1 : at + 1 + NONE_AHEAD]
    return _is_of_all(words, at) and _BUT.isdisjoint(ahead[:NOT_AHEAD]) and not is_bounded(ahead)


def _is_of_all(words: Sequence[str], at: int) -> bool:
    low = words[at].lower()
    return low in _OF_ALL or (low == "no" and words[at + 1 : at + 2] == ["one"])


def _is_view(words: list[str]) -> bool:
    """Whether words are "the view that", with or without an article."""
    low = [w.lower() for w in words if w.lower() not in ARTICLES]
    return len(low) > 1 and low[0] in VIEWS and low[1] == "that"


def _denied_from(words: list[str], heavy: list[bool], first: int, reach: int) -> Iterator[int]:
    """The word of weight that a denial is about; behind a verb of thinking or "no way to" also what it leads on to."""
    while first < len(words):
        ahead = range(first, min(len(words), first + reach))
        focus = next((i for i in ahead if heavy[i]), None)
        if focus is None:
            return
        yield focus
        if words[focus].lower() in _LIGHT:
            first, reach = focus + 1, _NOUN_AHEAD
            continue
        if words[focus].endswith(_ADVERB):
            first, reach = focus + 1, NOT_AHEAD
            continue
        leads = words[focus].lower() in _LEADING and words[focus + 1 : focus + 2] in (["to"], ["that"])
        if not leads and words[focus].lower() not in THINKING:
            return
        first, reach = focus + 1, THOUGHT_AHEAD


def is_denied_near(located: Located, number: int, key: str) -> bool:
    """Whether a denial stands about a word of a sentence; what the claim has too, and "not only", denies nothing."""
    terms = located.source.terms(number)
    said = {w.term.key for w in located.claim.words if w.term.kind != "negation"}
    denying = [i for i, t in enumerate(terms) if t.denying and t.key not in said and not _denies_only(terms[i : i + 2])]
    at = [i for i, t in enumerate(terms) if t.key == key] if denying else []
    return any(i in _denied_by(located, number, d) for d in denying for i in at)


def _denied_by(located: Located, number: int, at: int) -> range:
    """The places of a sentence that a denial may be about.

    A "not" may stand anywhere near; a word that denies by its meaning denies what follows it, the farther if there are
    two of them ("ruled out any form of work with"), and what stands before it in the passive only ("was rejected").
    """
    if located.source.terms(number)[at].kind == "negation":
        return range(at - BEHIND + 1, at + BEFORE + 1)
    low = located.source.low(number)
    passive = not _PASSIVES.isdisjoint(low[max(0, at - 2) : at])
    of_two = DENYING_PHRASES.get(low[at]) in low[at + 1 : at + 2]
    return range(at - BEHIND + 1 if passive else at, at + (BEHIND if of_two else REACH) + 1)


def _denies_only(terms: list[Term]) -> bool:
    """Whether a term and the one behind it are a "not only"."""
    return terms[0].kind == "negation" and any(t.key in _ONLY for t in terms[1:])
