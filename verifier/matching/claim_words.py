"""The words of a claim, each with its weight and whether it is a figure or a name."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from verifier.matching.folding import fold
from verifier.matching.terms import WORD, Term, TermKind, term_of

WORD_WEIGHT, SHARP_WEIGHT = 1.0, 1.5
"""How much of a claim a word is; figures and names are more. Weights by word frequency did no better."""

MOST_WORDS = 400
"""Words of a claim that are looked at: a longer one is a text of its own, and time must stay bounded."""

_STOP, _WORD, _NEGATION = TermKind.STOP, TermKind.WORD, TermKind.NEGATION
"""Looked up once: a member of an enumeration costs more than a name, and this runs for every word."""

_LIST_NUMBER = re.compile(r"\s{0,8}\(?\d{1,3}[.)](?=\s)")
"""The number of a list's item at the head of a claim: it is no figure of the claim."""

_NEW_SENTENCE = re.compile(r"[.!?:]\s{0,3}[\"')\]]{0,3}\s{1,3}[\"'(\[]{0,3}$")


class ClaimWord(NamedTuple):
    """A word of a claim. ``start`` and ``end`` are offsets in the claim.

    ``opens``: it begins a sentence; ``glued``: blanks, hyphens and stopwords are all that stands between it and the
    content word before it.
    """

    surface: str
    term: Term
    start: int
    end: int
    weight: float
    name: bool
    opens: bool
    glued: bool

    @property
    def figure(self) -> bool:
        """Whether it is a number that must stand in the source: digits, or a spelled one from two on."""
        value = self.term.value
        return value is not None and (self.surface[0].isdigit() or value >= 2)  # noqa: PLR2004 - "one" is an article


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """A claim in words. ``weights`` gives each distinct term of weight its share, in reading order."""

    text: str
    words: tuple[ClaimWord, ...]
    content: tuple[ClaimWord, ...]
    weights: dict[str, float]

    @property
    def total(self) -> float:
        """The weight of the whole claim; 1.0 for a claim without any, so that shares can be named."""
        return sum(self.weights.values()) or 1.0


def read_claim(text: str) -> ClaimWords:
    """Read a claim; at most its first 400 words."""
    plain = fold(text)
    words: list[ClaimWord] = []
    item = _LIST_NUMBER.match(plain)
    last = item.end() if item else 0
    for match in WORD.finditer(plain, last):
        start, end = match.span()
        gap = plain[last:start]
        plainly = gap == " "
        opens = not words or (not plainly and bool(_NEW_SENTENCE.search(gap)))
        words.append(_word(match[0], start, opens=opens, glued=plainly or gap == "-" or gap.isspace()))
        last = end
        if len(words) >= MOST_WORDS:
            break
    content = _content(words)
    weights: dict[str, float] = {}
    for word in content:
        weights[word.term.key] = max(word.weight, weights.get(word.term.key, 0.0))
    return ClaimWords(text=plain, words=tuple(words), content=content, weights=weights)


def _content(words: list[ClaimWord]) -> tuple[ClaimWord, ...]:
    """The words of weight, each glued to the one before it only if all the words between are."""
    content = []
    glued = True
    for word in words:
        glued = glued and word.glued
        if word.weight:
            content.append(word if word.glued == glued else word._replace(glued=glued))
            glued = True
    return tuple(content)


def _word(surface: str, start: int, *, opens: bool, glued: bool) -> ClaimWord:
    term = term_of(surface)
    capital = not opens and surface[0].isupper()
    name = capital and term.kind is _WORD and len(surface) > 1
    weight = _weight(surface, term, capital=capital)
    return ClaimWord(surface, term, start, start + len(surface), weight, name, opens, glued)


def _weight(surface: str, term: Term, *, capital: bool) -> float:
    kind = term.kind
    if kind is _STOP or kind is _NEGATION or (len(surface) == 1 and surface.isalpha()):
        return 0.0
    if term.value is not None and term.value < 2 and not surface[0].isdigit():  # noqa: PLR2004 - "one", "first"
        return 0.0 if surface.lower() == "one" else WORD_WEIGHT
    return SHARP_WEIGHT if term.value is not None or capital else WORD_WEIGHT
