"""Finds what a claim says about its source ("according to a 2019 report by the Guardian"): no source need say that."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from verifier.matching.claim_words import ClaimWord, ClaimWords
from verifier.matching.details.dates.datelines import names_other_year
from verifier.matching.folding import fold
from verifier.matching.locate import Located
from verifier.matching.rounding import is_year
from verifier.matching.terms import WORD, is_name, term_of
from verifier.matching.vocabulary import REPORTING, listed

REACH = 8
"""Words from a reporting word to the farthest word of the same attribution."""
MOST_BRACKETS = 20
"""Most brackets of a claim that are read."""
FEWEST_LEFT = 2
"""Words with weight outside the attribution. With fewer the claim says nothing but where it is from."""
_PUBLISHING = frozenset(
    listed("""according reported reports report reporting article study survey paper book essay editorial interview
    column blog post story piece review analysis investigation dispatch bulletin poll data figures statistics
    research found finds find shows showed show cites cited published publishes estimates estimated writing written
    pointed points quotes per via argue note claim write conclude suggest state demonstrates demonstrated demonstrate
    led conducted authored""")
)
_BRACKET = re.compile(r"\([^()]{3,120}\)")
_ANCHORS = REPORTING | _PUBLISHING
"""Words beside which a claim names its source."""
_I = frozenset(listed("I I'm I've I'd my My me myself ich Ich mich mir mein meine je mon ma"))
"""Words with which authors speak of themselves."""
_BESIDE_NAMES = frozenset(
    listed("""et al colleagues team co authors coauthors researchers author journalist reporter columnist critic
    historian newspaper magazine journal broadcaster agency website""")
)
"""Words beside an author's name that say no more than that this is an author."""


def without_attribution(located: Located) -> ClaimWords:
    """Give the claim without the words that only name its source: its author, where and when it appeared.

    A page seldom names itself, and hardly ever its year. But a year stays if the best sentence names another one, and
    an author stays if somebody else speaks in that sentence.
    """
    claim, origin = located.claim, located.origin
    names = _keys(origin.outlets) | (set() if _has_speaker(located) else _keys(origin.authors))
    days = _issued(located)
    if not names and not days:
        return claim
    anchors = (at for at in range(len(claim.words)) if _is_anchor(claim, at))
    runs = (*_brackets(claim, names | days), *(_run(claim.words, at, names | days) for at in anchors))
    naming = names | (days & located.gone)
    dropped = {i for run in runs if any(claim.words[i].term.key in naming for i in run) for i in run}
    dropped |= _standing_for_me(located)
    return _without(claim, dropped) if any(claim.words[i].weight for i in dropped) else claim


def _standing_for_me(located: Located) -> set[int]:
    """The places of the author's names, if the best sentence says "I": authors do not name themselves."""
    told = (word for number in located.order[:1] for word in located.source.words(number))
    authors = _keys(located.origin.authors)
    if not authors or _I.isdisjoint(told) or _has_speaker(located):
        return set()
    words = located.claim.words
    mine = {i for i, word in enumerate(words) if is_name(word.surface) and word.term.key in authors}
    others = {i for i, word in enumerate(words) if is_name(word.surface)} - mine
    return {i for i in mine if others.isdisjoint((i - 1, i + 1))}  # "Linda Krause" is not Rhonda


def _keys(names: Iterable[str]) -> set[str]:
    """The keys of the words of some names, without function words."""
    terms = (term_of(word) for name in names for word in WORD.findall(fold(name)))
    return {term.key for term in terms if term.kind == "word"}


def _issued(located: Located) -> set[str]:
    """The keys of the dates on which the source appeared: year, month, day."""
    if not located.origin.issued or names_other_year(located):
        return set()
    return {f"{sign}{part}" for parts in located.origin.issued for sign, part in zip("#@#", parts, strict=False)}


def _has_speaker(located: Located) -> bool:
    """Whether the best sentence names somebody beside a reporting word whom the claim does not name."""
    told = [word for number in located.order[:1] for word in located.source.words(number)]
    beside = (one for pair in pairwise(told) for one, verb in (pair, pair[::-1]) if verb in REPORTING)
    return any(is_name(word) and term_of(word).key not in located.bits for word in beside)


def _brackets(claim: ClaimWords, known: Collection[str]) -> Iterator[list[int]]:
    """The places in brackets that name only the source, and perhaps a page: "(Berg et al. 2019: 14)"."""
    for bracket in islice(_BRACKET.finditer(claim.text), MOST_BRACKETS):
        inside = [i for i, word in enumerate(claim.words) if bracket.start() < word.start < bracket.end()]
        if all(claim.words[i].term.kind == "number" or _may_name(claim.words, i, known) for i in inside):
            yield inside


def _is_anchor(claim: ClaimWords, at: int) -> bool:
    """Whether a word reports, or is a year in brackets, as after an author's name: "Berg (2019) examined"."""
    word = claim.words[at]
    return word.low in _ANCHORS or (word.figure and claim.text[word.start - 1 : word.start] == "(")


def _run(words: Sequence[ClaimWord], anchor: int, known: Collection[str]) -> list[int]:
    """The places around a reporting word whose words name the source, with the function words between them."""
    sides = (range(anchor, max(-1, anchor - REACH), -1), range(anchor + 1, min(len(words), anchor + REACH)))
    return [at for side in sides for at in takewhile(lambda at: _may_name(words, at, known), side)]


def _may_name(words: Sequence[ClaimWord], at: int, known: Collection[str]) -> bool:
    """Whether a word may belong to an attribution; a day only does so beside its month."""
    word = words[at]
    if not word.weight or word.low in _ANCHORS or word.low in _BESIDE_NAMES:
        return True
    about = words[max(0, at - 1) : at + 2]
    if word.term.kind == "number" and not is_year(word) and all(w.term.kind != "month" for w in about):
        return False
    return word.term.key in known and (word.term.kind != "word" or word.surface[0].isupper())


def _without(claim: ClaimWords, dropped: Collection[int]) -> ClaimWords:
    """The claim with some words weighing nothing; the claim itself if too few others would be left."""
    words = tuple(
        word._replace(weight=0.0, name=False, figure=False) if at in dropped else word
        for at, word in enumerate(claim.words)
    )
    weighed = {word.start for word in words if word.weight}
    content = tuple(word for word in claim.content if word.start in weighed)
    weights: dict[str, float] = {}
    for word in content:
        weights[word.term.key] = max(word.weight, weights.get(word.term.key, 0.0))
    if len(weights) < FEWEST_LEFT:
        return claim
    return replace(claim, words=words, content=content, weights=weights, total=sum(weights.values()))
