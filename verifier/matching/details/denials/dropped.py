"""A "not" that only the source has: the claim states what the source denies."""

from collections import Counter
from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.denials.denied_words import (
    EXCEPT,
    NOT_AHEAD,
    denied_words,
    denies_of_all,
    is_denied_near,
)
from verifier.matching.details.denials.denies_nothing import THAN, is_bounded
from verifier.matching.details.own_sentences import says_nothing_else
from verifier.matching.details.rivals import Denial
from verifier.matching.details.words.opposing import SAME_WAY, sides_of
from verifier.matching.languages import weightless_in
from verifier.matching.locate import AS_GOOD, SAYS_IT, Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.rounding import is_year
from verifier.matching.stems import is_past, stem
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import HEDGES_BELOW, JUDGING, ONLY_THEN

ABOUT = 8
"""Words on each side of a denial in the source that speak of the same thing."""
OWN_SHARE = 0.6
"""Share of the claim's words in a sentence that must stand around its denial. With less, the denial is about something
else."""
FEWEST_SAID = 2
"""Words of the claim that a short sentence must have to say the same."""
AHEAD = 8
"""Words after a "not" among which its "until" or "since" stands."""
JOINED_WITHIN = 3
"""Words before a "not" among which the "and" that opens its statement stands ("and in 1920 was not replaced")."""

_JUDGING = frozenset(map(stem, JUDGING))
_SINCE, _LATEST = "since", frozenset(("last", "latest", "until"))
_SAYING = frozenset(("said", "says", "added", "adds", "insisted", "insists"))
_NOT_QUITE = frozenset(("short", "shy"))
_LESS = HEDGES_BELOW | frozenset(("below", "lower", "smaller", "missed", "misses", "missing"))
_JOINING = frozenset(("and", "but"))
_ONLY = frozenset(("only", "solely", "exclusively", "alone"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_INCLUDING = frozenset(("include", "includes", "included"))


def dropped_denial(located: Located) -> Denial | None:
    """Give a "not" of one of the claim's own sentences about a word that the claim states."""
    mine = {located.key(w): w for w in located.claim.content if not w.name and w.term.kind != "number"}
    weightless = weightless_in(located.claim.language)
    for number in _telling_sentences(located):
        terms, words = located.source.terms(number), located.source.words(number)
        if including := _not_including(located, number):
            return including
        denied = list(denied_words(words, terms, weightless))
        often = Counter(focus.key for _, focus in denied)
        for at, focus in denied:
            if located.source.keys(number).count(focus.key) > often[focus.key] or _is_told(located, words, at):
                continue  # the sentence also says it without
            said = mine.get(focus.key) or _same_way(located, focus)
            near = _about(located, number, terms, at)
            sure = near or (said is not None and said.surface.islower() and _is_joined(words, at))
            if said and (sure or denies_of_all(words, at)) and not _stated_elsewhere(located, focus.key, number):
                return Denial(word=said, sentence=number, in_claim=False, sure=sure)
            if near and number == located.order[0] and _denies_all(located, focus):
                return _denial_of_all(located, number)
    return None


def _not_including(located: Located, number: int) -> Denial | None:
    """A "not" before "include", which has no weight of its own, so that its objects would be taken for denied."""
    including = next((w for w in located.claim.words if w.low in _INCLUDING), None)
    places = [at for at, word in enumerate(located.source.low(number)) if word in _INCLUDING] if including else []
    terms = located.source.terms(number)
    denied = [at - 1 for at in places if at and terms[at - 1].kind == "negation"]
    if including is None or len(denied) < len(places):  # the sentence also says it without
        return None
    found = any(_about(located, number, terms, at) for at in denied)
    return Denial(word=including, sentence=number, in_claim=False) if found else None


def _is_told(located: Located, words: Sequence[str], at: int) -> bool:
    """Whether the claim tells what a denial at a place of a sentence tells, or something that it leaves as it is.

    Both say "refused to"; "may not rise by more than 3" says how much, and "not before 2028" when; "none of them died"
    says that they survived, "has not won since May" that May was the last time, "just short of its target" that it is
    below it, "only to members" says "but not to guests"; and what "except" says of the rest is not what the claim says.
    """
    low, ahead, denial = located.claim.low, words[at + 1 : at + 1 + AHEAD], term_of(words[at])
    mine = {located.key(w) for w in located.claim.content}
    return (
        (denial.kind == "word" and any(w.term.denying and w.term.key == denial.key for w in located.claim.words))
        or (is_bounded(ahead) and THAN not in low)
        or (not ONLY_THEN.difference(low).isdisjoint(ahead) and not _is_too_early(located, ahead))
        or any(not against.isdisjoint(low) for w in ahead for _, against in sides_of(w.lower()))
        or (_SINCE in ahead and not _LATEST.isdisjoint(low))
        or (words[at].lower() in _NOT_QUITE and not _LESS.isdisjoint(low))
        or (words[max(0, at - 1)] == "but" and not _ONLY.isdisjoint(low))
        or (words[at] == EXCEPT and mine.isdisjoint(term_of(w).key for w in words[:at]))
    )


def _denies_all(located: Located, denied: Term) -> bool:
    """Whether the denied word only judges the whole sentence, and the claim does not have it."""
    return denied.key in _JUDGING and denied.key not in located.bits


def _denial_of_all(located: Located, number: int) -> Denial | None:
    """The denial of all that a sentence says, at the first plain word of the claim there; a person looks."""
    told = located.masks[number]
    word = next((w for w in located.claim.content if w.plain and told & located.bits[w.term.key]), None)
    return Denial(word=word, sentence=number, in_claim=False, sure=False) if word else None


def _is_joined(words: Sequence[str], at: int) -> bool:
    """Whether an "and" or a "but" opens a statement of its own with a "not" and a verb: "and was not replaced"."""
    joined = not _JOINING.isdisjoint(words[max(0, at - JOINED_WITHIN) : at])
    return joined and any(map(is_past, words[at + 1 : at + 1 + NOT_AHEAD]))


def _is_too_early(located: Located, ahead: Sequence[str]) -> bool:
    """Whether the claim has a year before the one until which a source denies ("not until 1922")."""
    until = [year for w in ahead if looks_like_year(year := term_of(w).value)]
    said = [w.term.value for w in located.claim.content if is_year(w)]
    return bool(until and said) and max(said) < until[0]


def _telling_sentences(located: Located) -> list[int]:
    """The sentences whose denials count: the best if it covers most of the claim, and any that says nothing else."""
    best = located.best(SAYS_IT)
    sure = [best] if best is not None else []
    short = [i for i in located.place if i not in sure and located.masks[i].bit_count() >= FEWEST_SAID]
    return sure + [i for i in short if says_nothing_else(located, i)]


def _same_way(located: Located, denied: Term) -> ClaimWord | None:
    """The word of the claim that runs the way that a sentence denies: "lowered" where it has "did not reduce"."""
    ways = SAME_WAY.get(denied.key, frozenset())
    return next((w for w in located.claim.content if w.low in ways), None) if ways else None


def _about(located: Located, number: int, terms: list[Term], at: int) -> bool:
    """Whether most of what a sentence has of the claim stands about the denial, and not in another statement of it.

    Who says so ("she said that it was not") is no other statement.
    """
    words = located.source.words(number)
    told = max((i for i in range(at) if words[i] == "that" or _says(words, i)), default=0)
    mask_of = {located.twins.get(key, key): bit for key, bit in located.bits.items()}
    near = all_of = 0
    for i, term in enumerate(terms[told:], told):
        bit = mask_of.get(term.key, 0)
        all_of |= bit
        if -ABOUT <= i - at <= ABOUT + NOT_AHEAD:
            near |= bit
    return located.weight(near) >= OWN_SHARE * located.weight(all_of)


def _says(words: Sequence[str], at: int) -> bool:
    """Whether somebody says what follows: "said she"."""
    return words[at] in _SAYING and words[at + 1] in _PRONOUNS


def _stated_elsewhere(located: Located, key: str, but: int) -> bool:
    """Whether another sentence of the place about the same matter has the word without a denial."""
    least = AS_GOOD * located.coverage[but]
    others = (i for i in located.place if i != but and located.coverage[i] >= least)
    return any(key in located.source.keys(i) and not is_denied_near(located, i, key) for i in others)
