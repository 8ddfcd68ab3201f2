"""A "not" that only the claim has: the source says what the claim denies."""

from bisect import bisect_right
from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.clauses import CLAUSE_END, STATEMENT
from verifier.matching.details.denials.denied_words import (
    BEFORE,
    BEHIND,
    denied_words,
    is_denied_near,
)
from verifier.matching.details.denials.denies_nothing import denies_nothing, is_nothing, is_part_of_more
from verifier.matching.details.own_sentences import own_sentences, says_nothing_else
from verifier.matching.details.rivals import Denial
from verifier.matching.details.words.contraries import Contrary, rival_of
from verifier.matching.details.words.opposing import UNCHANGED, opposites_by_affix, read_directions, sides_of
from verifier.matching.languages import weightless_in
from verifier.matching.locate import AS_GOOD, Located
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import OF_THINGS, implies_not

AHEAD = 5
"""Words after a "not" among which the denied word is searched for."""
MOST_LOOKED_AT = 5
"""Sentences, best first, in which the same denial is looked for."""
NEAREST = 2
"""Words of weight before a final "nothing" among which the denied word stands."""
WORTH = 0.35
"""Share of the best sentence's coverage from which on another sentence is about the same."""

ABOUT = 6
"""Words on each side of a "not" that tell what it is about."""
TELLING, TELLING_NEAR = 0.2, 0.4
"""Share of the claim that a sentence must have to say its contrary, or of the words about the "not": with less, half of
the true claims that are told freely and 2 of 88 inserted denials are no longer sure."""
FEWEST_TOLD = 2
"""Words of the claim that such a sentence must have: a single one can stand anywhere ("she would not blame the
boat")."""

TOLD_BY = {
    "too": frozenset(("enough",)),
    "little": frozenset(("much",)),
    "free": frozenset(("pay", "paid", "cost", "costs", "charge", "charged", "fee", "fees")),
}
"""Words that say by themselves that something is not: "too dry" is not humid enough, what is free costs nothing."""

_YET, _BEFORE_IT = "yet", "before"


def inserted_denial(located: Located, at: int) -> Denial | None:
    """Give the claim's "not" at place ``at``, if the place has the word that it denies without a denial near it."""
    ahead = _denied_by_claim(located, at)
    if not ahead or denies_nothing(located, at, ahead[0]):
        return None
    here = [w for w in ahead if located.bits[w.term.key] & located.here]
    about = _about_word(located, here[0]) if here else []
    own = bool(about) and ahead[0] in here  # the sentences about it have the very word that is denied
    implied = _may_be_implied(located, about, here[0] if here else None)
    if (
        _is_denied_there(located, at, here, about)
        or _by_contrary(located, at)
        or _by_degree(located, at)
        or _is_before(located, at, ahead[0])
        or (here and _is_denied_somewhere(located, here[0]))
        or (implied and not own)
    ):
        return None
    against = (about or located.chosen)[0]
    # in other languages a "not" may stand elsewhere, so that only the very word tells
    stated = own or (located.claim.language == "en" and not _denies(located, located.order[0]))
    sure = stated and not (implied or is_part_of_more(located, at)) and _tells_the_same(located, at, against)
    if not sure and located.claim.words[at].low in OF_THINGS:
        return None  # a source seldom says what is there, so that hardly any text is against what is absent
    return Denial(word=located.claim.words[at], sentence=against, in_claim=True, sure=sure)


def _is_denied_there(located: Located, at: int, here: Sequence[ClaimWord], about: Sequence[int]) -> bool:
    """Whether the place denies what the claim denies, near a word that it has of it (``here``)."""
    if not here:
        return any(_denies(located, i) for i in located.place)
    if is_nothing(located, at) or located.claim.words[at].low in OF_THINGS:
        return any(is_denied_near(located, i, located.key(w)) for w in here for i in located.place)
    return any(is_denied_near(located, i, located.key(here[0])) for i in about)


def _is_denied_somewhere(located: Located, word: ClaimWord) -> bool:
    """Whether a sentence that has anything of the claim denies just this word: "he had not sung since"."""
    bit, key = located.bits[word.term.key], located.key(word)
    weightless = weightless_in(located.claim.language)
    having = (i for i in located.order[:MOST_LOOKED_AT] if located.masks[i] & bit)
    told = ((located.source.words(i), located.source.terms(i)) for i in having)
    return any(focus.key == key for words, terms in told for _, focus in denied_words(words, terms, weightless))


def _denies(located: Located, number: int) -> bool:
    """Whether a sentence denies anything: in other words than the claim it may be this."""
    return any(t.denying for t in located.source.terms(number))


def _tells_the_same(located: Located, at: int, number: int) -> bool:
    """Whether a sentence says enough of the claim, or of what stands about its "not", to say the contrary of it.

    That is something of the clause with the "not" at least.
    """
    if not any(located.bits[w.term.key] & located.masks[number] for w in _clause_of(located, at) if w.weight):
        return False
    if located.masks[number].bit_count() < FEWEST_TOLD:
        return False
    if located.coverage[number] >= TELLING * located.claim.total:
        return True
    about = [w for w in located.claim.words[max(0, at - ABOUT) : at + ABOUT + 1] if w.weight]
    there = [w.weight for w in about if located.bits[w.term.key] & located.masks[number]]
    return sum(there) >= TELLING_NEAR * sum(w.weight for w in about)


def _clause_of(located: Located, at: int) -> list[ClaimWord]:
    """The words of the clause to which the word at a place belongs."""
    words = located.claim.words
    cuts = [m.start() for m in STATEMENT.finditer(located.claim.text)]
    clause = bisect_right(cuts, words[at].start)
    return [w for w in words if bisect_right(cuts, w.start) == clause]


def _may_be_implied(located: Located, about: Sequence[int], denied: ClaimWord | None) -> bool:
    """Whether a word of the place may say "not" by its meaning: "cancelled" for "did not take place".

    In a sentence that has the denied word it stands near that one.
    """
    said = located.claim.low
    return any(
        implies_not(w.lower()) and w.lower() not in said
        for i in {located.order[0], *about[:1]}
        for w in _near(located, i, denied)
    )


def _near(located: Located, number: int, word: ClaimWord | None) -> list[str]:
    """The words of a sentence around a word of the claim; all its words if it does not have that word."""
    words = located.source.words(number)
    if word is None:
        return words
    key = located.key(word)
    at = [i for i, w in enumerate(words) if term_of(w).key == key]
    return [w for i in at for w in words[max(0, i - BEFORE) : i + BEHIND]] if at else words


def _denied_by_claim(located: Located, at: int) -> list[ClaimWord]:
    """The words that a "not" of the claim may deny: those behind it.

    A "nothing" denies what is found, and has the word before it where its clause ends with it.
    """
    words, text = located.claim.words, located.claim.text
    behind = [w for w in words[at + 1 : at + 1 + AHEAD] if w.weight]
    if not is_nothing(located, at):
        return behind
    clause = [w for w in behind if not CLAUSE_END.search(text, words[at].end, w.start)]
    return clause or [w for w in reversed(words[:at]) if w.weight][:NEAREST]


def _about_word(located: Located, word: ClaimWord) -> list[int]:
    """The sentences of the place that have a word and speak of the same as the claim."""
    bit = located.bits[word.term.key]
    least = WORTH * located.coverage[located.order[0]]
    having = [i for i in located.place if located.masks[i] & bit]
    about = [i for i in having if located.coverage[i] >= least]
    if not about:
        return [i for i in having if says_nothing_else(located, i)]
    most = max((located.coverage[i] for i in about), default=0.0)
    return [i for i in about if located.coverage[i] >= AS_GOOD * most]


def _by_contrary(located: Located, at: int) -> bool:
    """Whether a "not" is told by a contrary: "stays open" for "will not be closed", "flat" for "did not change"."""
    told = {i: read_directions(located.source.low(i)) for i in own_sentences(located)}
    said = read_directions(located.claim.low)
    there = set().union(*told.values())
    if said[at] == UNCHANGED:
        return UNCHANGED in there
    if any(not opposites_by_affix(w).isdisjoint(there) for w in said[at + 1 : at + 1 + AHEAD]):
        return True  # "unknown" for "not known"
    return any(
        rival_of(located, place, Contrary(side, against), told) is not None
        for place in range(at + 1, min(len(said), at + 1 + AHEAD))
        for side, against in sides_of(said[place])
        if against.isdisjoint(said)
    )


def _by_degree(located: Located, at: int) -> bool:
    """Whether a sentence tells a "not" by a word that the claim lacks: "too dry" for "not humid enough"."""
    said = located.claim.low
    ahead = frozenset(said[at + 1 : at + 1 + AHEAD])
    told_by = [(word, own) for word, against in TOLD_BY.items() if word not in said and (own := against & ahead)]
    lines = [located.source.low(i) for i in located.place] if told_by else []
    return any(word in low and own.isdisjoint(low) for word, own in told_by for low in lines)


def _is_before(located: Located, at: int, denied: ClaimWord) -> bool:
    """Whether "not yet" is told by "before": "had not yet opened" by "burnt down before it opened"."""
    if located.claim.low[at + 1 : at + 2] != (_YET,):
        return False
    key = located.key(denied)
    return any(
        low == _BEFORE_IT and any(t.key == key for t in located.source.terms(i)[place : place + AHEAD])
        for i in located.chosen
        for place, low in enumerate(located.source.low(i), 1)
    )
