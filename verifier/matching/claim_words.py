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
        gap = plain[last : match.start()]
        opens = not words or (gap != " " and bool(_NEW_SENTENCE.search(gap)))
        words.append(_word(match, opens=opens, glued=gap.isspace() or gap == "-"))
        last = match.end()
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


def _word(match: re.Match[str], *, opens: bool, glued: bool) -> ClaimWord:
    surface = match[0]
    term = term_of(surface)
    capital = surface[0].isupper() and not opens
    name = capital and term.kind is TermKind.WORD and len(surface) > 1
    return ClaimWord(
        surface, term, match.start(), match.end(), _weight(surface, term, capital=capital), name, opens, glued
    )


def _weight(surface: str, term: Term, *, capital: bool) -> float:
    if term.kind in (TermKind.STOP, TermKind.NEGATION):
        return 0.0
    if term.kind is TermKind.NUMBER and not surface[0].isdigit() and (term.value or 0) < 2:  # noqa: PLR2004 - "one", "first"
        return 0.0 if surface.lower() == "one" else WORD_WEIGHT
    if len(surface) == 1 and surface.isalpha():
        return 0.0
    return SHARP_WEIGHT if term.value is not None or capital else WORD_WEIGHT
