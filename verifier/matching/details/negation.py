"""Negation and its scope, both ways: a "not" that only the claim has, and one that only the source has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import SAME_WAY
from verifier.matching.languages import weightless_in
from verifier.matching.locate import Located
from verifier.matching.terms import Term, TermKind, term_of
from verifier.matching.vocabulary import (
    DENYING_PHRASES,
    DENYING_VERBS,
    NOT_DENYING_NEXT,
    OF_THINGS,
    THINKING,
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
NOT_AHEAD, VERB_AHEAD = 3, 4
"""Words of the source after a "not", and after "denied that", among which the first of weight is what is denied."""
THOUGHT_AHEAD = 8
"""Words after a verb of thinking among which the verb of its clause stands ("believe that the villa was burned")."""

OWN_SHARE = 0.6
"""Share of the claim's words in a sentence that must stand about its denial: else it denies something else."""

SHORT, FEWEST_SAID = 60, 2
"""Characters up to which a sentence may say one thing only, and words of the claim that it must have."""

SUPPOSING = 8
"""Words before a "not" among which its clause may open with "if"."""

_SUPPOSING = frozenset(("if", "unless", "whether", "why"))
_CLAUSE_END = re.compile(r"[,;:.?!]")
_ONLY_THEN = frozenset(("until", "before"))
_SAYING = frozenset(("said", "says", "added", "adds", "insisted", "insists"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_EVER = "ever"
"""Strengthens a denial and is never what it denies."""
_LEADS_ON = frozenset(("to", "that", "having"))
_NO_DENIAL = NOT_DENYING_NEXT - {"to"}
"""After "not" in a source these words deny nothing ("not only"); "not to" does."""


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
        and not _is_number_sign(w.surface, words[at + 1].surface if at + 1 < len(words) else "")
    ]
    inserted = [d for at in denying if (d := _only_in_claim(located, at)) is not None]
    if inserted or denying or any(w.term.denying for w in words) or _has_phrase(words):
        return tuple(inserted)
    removed = _only_in_source(located)
    return (removed,) if removed else ()


def _is_number_sign(word: str, following: str) -> bool:
    """Whether a "No" stands for "number" ("No. 10")."""
    return word in {"No", "no"} and following[:1].isdigit()


def _has_phrase(words: Sequence[ClaimWord]) -> bool:
    """Whether two words of the claim deny together ("has yet to", "ruled out")."""
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
    return None if denied else Denial(word=words[at], sentence=(about or located.chosen)[0], in_claim=True)


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
        for at, focus in _denied_words(words, terms, weightless):
            if not open_ends.isdisjoint(words[at + 1 : at + 1 + SUPPOSING]):
                continue  # "not before 2028" says when, unless the claim has it before that
            said = mine.get(focus.key) or _same_way(located, focus)
            if said and _about(located, number, terms, at) and not _stated_elsewhere(located, focus.key, number):
                return Denial(word=said, sentence=number, in_claim=False)
    return None


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


def _denied_words(words: list[str], terms: list[Term], weightless: frozenset[str]) -> Iterator[tuple[int, Term]]:
    """The words that a sentence denies ("no longer", "failed to", "denied that"), each with its denial's place.

    ``weightless``: function words of the sentence's language that the terms do not know for such.
    """
    heavy = [
        t.kind is TermKind.WORD and not t.denying and w.lower() not in weightless and w != _EVER
        for w, t in zip(words, terms, strict=True)
    ]
    for at, term in enumerate(terms):
        word = words[at].lower()
        following = words[at + 1].lower() if at + 1 < len(words) else ""
        if term.kind is TermKind.NEGATION and following not in _NO_DENIAL and not _is_number_sign(words[at], following):
            first, reach = at + 1, NOT_AHEAD
        elif (word in DENYING_VERBS and following in _LEADS_ON) or DENYING_PHRASES.get(word) == following:
            first, reach = at + 2, VERB_AHEAD
        else:
            continue
        for i in _denied_from(words, heavy, first, reach):
            yield at, terms[i]


def _denied_from(words: list[str], heavy: list[bool], first: int, reach: int) -> Iterator[int]:
    """The word of weight that a denial is about; behind a verb of thinking also the one that it leads on to."""
    while first < len(words):
        ahead = range(first, min(len(words), first + reach))
        focus = next((i for i in ahead if heavy[i]), None)
        if focus is None:
            return
        yield focus
        if words[focus].lower() not in THINKING:
            return
        first, reach = focus + 1, THOUGHT_AHEAD


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
