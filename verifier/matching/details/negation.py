"""Negation and its scope, both ways: a "not" that only the claim has, and one that only the source has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import SAME_WAY, Contrary, own_sentences, rival_of
from verifier.matching.details.denied_words import NOT_AHEAD, denied_words, is_number_sign
from verifier.matching.details.opposing import UNCHANGED, read_directions, sides_of
from verifier.matching.languages import weightless_in
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.rounding import is_year
from verifier.matching.terms import Term, TermKind, term_of
from verifier.matching.vocabulary import (
    DENYING_PHRASES,
    NOT_DENYING_NEXT,
    OF_THINGS,
)

AHEAD = 5
"""Words after a "not" among which the word that it denies is looked for."""
BEFORE, BEHIND = 8, 8
"""Words of the source before and after the denied word where a denial may stand."""
WORTH = 0.35
"""Share of the best sentence's coverage from which another sentence is about the same."""
AS_GOOD = 0.7
"""Share of the best such sentence's coverage from which another one's denial, or its statement, counts too."""
SURE_SHARE = 0.55
"""Share of the claim that one sentence must cover before a "not" of its own contradicts the claim."""
EXCEPTED_WITHIN = 2
"""Words behind a "but not" of the source among which what it takes out stands ("but not shift work")."""

OWN_SHARE = 0.6
"""Share of the claim's words in a sentence that must stand about its denial: else it denies something else."""

SHORT, FEWEST_SAID = 60, 2
"""Characters up to which a sentence may say one thing only, and words of the claim that it must have."""

SUPPOSING = 8
"""Words before a "not" among which its clause may open with "if", and behind it those with its "until"."""

_SUPPOSING = frozenset(("if", "unless", "whether", "why"))
_CLAUSE_END = re.compile(r"[,;:.?!]")
_ONLY_THEN = frozenset(("until", "before"))
_SINCE, _LATEST = "since", frozenset(("last", "latest", "until"))
_SAYING = frozenset(("said", "says", "added", "adds", "insisted", "insists"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A negation that one side has and the other lacks. ``word``: of the claim; ``sentence``: of the source."""

    word: ClaimWord
    sentence: int
    in_claim: bool

    @property
    def sharp(self) -> bool:
        """Whether it denies a statement ("not", "never"). "No" and "without" name a thing that is absent.

        A source has many ways to say that something is absent, and seldom says what is there.
        """
        return self.word.surface.lower() not in OF_THINGS


def denials(located: Located, quoted: Sequence[tuple[int, int]] = ()) -> tuple[Denial, ...]:
    """Give the negations on which claim and source differ; those within ``quoted`` spans are the quotation's matter."""
    words = located.claim.words
    denying = [
        at
        for at, w in enumerate(words)
        if w.term.kind is TermKind.NEGATION
        and not any(a <= w.start < b for a, b in quoted)
        and not is_number_sign(w.surface, words[at + 1].surface if at + 1 < len(words) else "")
    ]
    inserted = [d for at in denying if (d := _only_in_claim(located, at)) is not None]
    if inserted or denying or any(w.term.denying for w in words) or _has_phrase(words):
        return tuple(inserted)
    removed = _only_in_source(located)
    return (removed,) if removed else ()


def _has_phrase(words: Sequence[ClaimWord]) -> bool:
    """Whether words of the claim deny together ("has yet to", "ruled out"), or it is against something."""
    if any(w.surface == "against" for w in words):
        return True
    return any(DENYING_PHRASES.get(a.surface.lower()) == b.surface.lower() for a, b in pairwise(words))


def _only_in_claim(located: Located, at: int) -> Denial | None:
    """A "not" of the claim about a word that the place has without any denial near it."""
    words = located.claim.words
    following = words[at + 1 : at + 2]
    if following and following[0].surface.lower() in NOT_DENYING_NEXT:
        return None
    if (at and words[at - 1].surface.lower() == "or") or _is_supposed(located, at):
        return None
    if any(w.surface.lower() in _ONLY_THEN for w in words[at + 1 : at + 1 + SUPPOSING]):
        return None  # "not until May" says that it was in May
    ahead = [w for w in words[at + 1 : at + 1 + AHEAD] if w.weight]
    if not ahead or not located.chosen:
        return None
    focus = next((w for w in ahead if located.bits[w.term.key] & located.here), ahead[0])
    bit = located.bits[focus.term.key]
    least = WORTH * located.coverage[located.order[0]]
    about = [i for i in located.place if located.masks[i] & bit and located.coverage[i] >= least]
    if about:
        most = max(located.coverage[i] for i in about)
        about = [i for i in about if located.coverage[i] >= AS_GOOD * most]
        denied = any(_denied_near(_terms(located, i), located.key(focus)) for i in about)
    else:
        denied = any(t.denying for i in located.chosen[:2] for t in _terms(located, i))
    if denied or _by_contrary(located, at) or any(_excepted(located, at, i) for i in about):
        return None
    return Denial(word=words[at], sentence=(about or located.chosen)[0], in_claim=True)


def _by_contrary(located: Located, at: int) -> bool:
    """Whether a "not" is told by a contrary: "stays open" for "will not be closed", "flat" for "did not change"."""
    told = {i: read_directions(located.source.words(i)) for i in own_sentences(located)}
    said = read_directions([w.surface for w in located.claim.words])
    if said[at] == UNCHANGED:
        return any(UNCHANGED in words for words in told.values())
    return any(
        rival_of(located, place, Contrary(side, against), told) is not None
        for place in range(at + 1, min(len(said), at + 1 + AHEAD))
        for side, against in sides_of(said[place])
        if against.isdisjoint(said)
    )


def _excepted(located: Located, at: int, number: int) -> bool:
    """Whether a sentence takes the subject of a "not" out ("but not shift work" for "shift work was not counted")."""
    before = {located.key(w) for w in located.claim.words[:at] if w.weight}
    told = located.source.words(number)
    return any(
        one == "but" and other == "not" and not before.isdisjoint(term_of(w).key for w in told[i : i + EXCEPTED_WITHIN])
        for i, (one, other) in enumerate(pairwise(told), 2)
    )


def _is_supposed(located: Located, at: int) -> bool:
    """Whether a "not" stands in a clause that states nothing: "if it is not treated", "why they do not come"."""
    words = located.claim.words
    for word in words[max(0, at - SUPPOSING) : at]:
        if word.surface.lower() in _SUPPOSING:
            return not _CLAUSE_END.search(located.claim.text, word.end, words[at].start)
    return False


def _only_in_source(located: Located) -> Denial | None:
    """A "not" of one of the claim's own sentences about a word that the claim states."""
    if not located.order:
        return None
    mine = {located.key(w): w for w in located.claim.content if not w.name and w.term.value is None}
    weightless = weightless_in(located.claim.language)
    open_ends = _ONLY_THEN.difference(w.surface.lower() for w in located.claim.words)
    for number in _own_sentences(located):
        terms, words = _terms(located, number), located.source.words(number)
        for at, focus in denied_words(words, terms, weightless):
            ahead = words[at + 1 : at + 1 + SUPPOSING]
            if not open_ends.isdisjoint(ahead) and not _is_too_early(located, ahead):
                continue  # "not before 2028" says when
            if _SINCE in ahead and any(w.surface.lower() in _LATEST for w in located.claim.words):
                continue  # "has not won since May" says that May was the last time
            said = mine.get(focus.key) or _same_way(located, focus)
            if said and _about(located, number, terms, at) and not _stated_elsewhere(located, focus.key, number):
                return Denial(word=said, sentence=number, in_claim=False)
    return None


def _is_too_early(located: Located, ahead: Sequence[str]) -> bool:
    """Whether the claim has a year before the one until which a source denies ("not until 1922")."""
    until = [year for w in ahead if (year := term_of(w).value) is not None and looks_like_year(year)]
    said = [w.term.value for w in located.claim.content if is_year(w) and w.term.value is not None]
    return bool(until and said) and max(said) < until[0]


def _own_sentences(located: Located) -> list[int]:
    """The sentences whose denials count: the best if it covers most of the claim, and any that says nothing else."""
    best = located.order[0]
    sure = [best] if located.coverage[best] >= SURE_SHARE * located.claim.total else []
    return sure + [i for i in located.place if i not in sure and _says_nothing_else(located, i)]


def _says_nothing_else(located: Located, number: int) -> bool:
    """Whether every word of a short sentence is one of the claim's ("Sollers never married")."""
    start, end = located.source.spans[number]
    if end - start > SHORT or located.masks[number].bit_count() < FEWEST_SAID:
        return False
    mine = {located.key(w) for w in located.claim.content}
    return mine.issuperset(t.key for t in located.line(number) if t.kind is not TermKind.NEGATION)


def _same_way(located: Located, denied: Term) -> ClaimWord | None:
    """The word of the claim that runs the way that a sentence denies: "lowered" where it has "did not reduce"."""
    ways = SAME_WAY.get(denied.key, frozenset())
    return next((w for w in located.claim.content if w.surface.lower() in ways), None) if ways else None


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
        if -BEFORE <= i - at <= BEHIND + NOT_AHEAD:
            near |= bit
    return located.weight(near) >= OWN_SHARE * located.weight(all_of)


def _says(words: Sequence[str], at: int) -> bool:
    """Whether somebody says what follows: "said she"."""
    return words[at] in _SAYING and words[at + 1] in _PRONOUNS


def _stated_elsewhere(located: Located, key: str, but: int) -> bool:
    """Whether another sentence of the place that is about the same has the word without a denial."""
    least = AS_GOOD * located.coverage[but]
    for number in located.place:
        if number != but and located.coverage[number] >= least:
            terms = _terms(located, number)
            if any(t.key == key for t in terms) and not _denied_near(terms, key):
                return True
    return False


def _terms(located: Located, number: int) -> list[Term]:
    return [term_of(w) for w in located.source.words(number)]


def _denied_near(terms: list[Term], key: str) -> bool:
    at = [i for i, t in enumerate(terms) if t.key == key]
    return any(t.denying for i in at for t in (*terms[max(0, i - BEFORE) : i], *terms[i + 1 : i + BEHIND]))
