"""Reads the words of a claim: each with its weight, and whether it is a figure or a name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from verifier.matching.folding import base_letters, fold, with_thousands
from verifier.matching.languages import FUNCTION_WORDS, LEAST_IN_CLAIM, ONLY_ENGLISH, language_of, weightless_in
from verifier.matching.numbers import LOWER_MONTHS
from verifier.matching.stems import COUNTED
from verifier.matching.terms import LONGEST, WORD, Term, term_of
from verifier.matching.vocabulary import listed

WORD_WEIGHT, SHARP_WEIGHT = 1.0, 1.5
"""The weight of a word, and of a figure or name. Weights by word frequency did no better."""

MOST_WORDS = 400
"""Words of a claim that are read. A longer claim is a text of its own, and time must stay bounded."""

CLAIMS_KEPT = 256
"""Claims whose words are cached: a claim is judged against each of its sources, and perhaps against all others."""
SORTS_KEPT = 50_000
"""Words whose reading is cached, about 10 MB at most."""

_LIST_NUMBER = re.compile(r"\s{0,8}\(?\d{1,3}[.)](?=\s)")
"""The number of a list item at the beginning of a claim, which is not a figure of the claim."""

_MARKER = re.compile(r"\[\d{1,3}(?:[,;-] ?\d{1,3}){0,8}\]")
"""A note marker left in the text ("[2]", "[1, 3]"), which is not a figure of the claim."""

_BEHIND_DAY = frozenset((". ", "\N{DEGREE SIGN} ", "\N{MASCULINE ORDINAL INDICATOR} "))
"""What stands between a day and its month in other languages ("30. Juni", "1° maggio")."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WITH_HYPHEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]\w*+(?:[ -][A-ZÀ-Þ]\w*+)*+")
_IN_NO_GERMAN_NAME = FUNCTION_WORDS["de"].union(
    listed("anfang mitte ende ohne wegen trotz seit während gegen unter über zwischen laut durch viele"), LOWER_MONTHS
)
_DETERMINERS = FUNCTION_WORDS["de"].intersection(
    listed("""der die das den dem des ein eine einen einem einer eines im am vom zum zur beim ihr ihre ihrer ihren ihrem
    sein seine seiner seinen seinem diese dieser dieses diesem diesen""")
)
"""In German a noun follows one of these: "der Minister Berg"."""
_LAST_WORD = re.compile(r"(\w+) $")
_NEW_SENTENCE = re.compile(r"[.!?:]\s{0,3}[\"')\]]{0,3}\s{1,3}[\"'(\[]{0,3}$")


class ClaimWord(NamedTuple):
    """A word of a claim, as written and in lower case. ``start`` and ``end`` are offsets in the claim.

    ``figure``: a number that the source must have: any in digits, or one in letters from two on. ``opens``: the word
    begins a sentence. ``glued``: only blanks, hyphens and stopwords stand between it and the content word before it.
    """

    surface: str
    low: str
    term: Term
    start: int
    end: int
    weight: float
    name: bool
    figure: bool
    opens: bool
    glued: bool

    @property
    def plain(self) -> bool:
        """Whether the word has weight and is neither a name nor a figure."""
        return self.weight > 0 and self.term.kind == "word" and not self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """A claim as words. ``content``: the words with weight. ``weights``: the weight of each distinct term, in order.

    ``total``: the weight of the whole claim, 1.0 for a claim without any, so that shares are defined. ``language``: one
    of those whose function words are known. ``surfaces``, ``low``: the words as written and in lower case. ``places``:
    the place of each word in ``words``, by its offset.
    """

    text: str
    words: tuple[ClaimWord, ...]
    content: tuple[ClaimWord, ...]
    weights: dict[str, float]
    total: float
    language: str
    surfaces: tuple[str, ...]
    low: tuple[str, ...]
    places: dict[int, int]


@lru_cache(maxsize=CLAIMS_KEPT)
def read_claim(text: str, usual: str = "en") -> ClaimWords:
    """Read a claim, at most its first ``MOST_WORDS`` words. ``usual``: its language if its words do not tell."""
    plain = _MARKER.sub(_blanks, fold(text))
    language = _language(plain, usual) or usual
    plain = plain if language == "en" else with_thousands(plain)
    lower, capital = _sorts_of(language)
    names = _german_names(plain) if language == "de" else None
    words: list[ClaimWord] = []
    content: list[ClaimWord] = []
    weights: dict[str, float] = {}
    run = True
    item = _LIST_NUMBER.match(plain)
    last = item.end() if item else 0
    for match in islice(WORD.finditer(plain, last), MOST_WORDS):
        start, end = match.span()
        surface, gap = match[0], plain[last:start]
        last = end
        if gap == " " or (gap in _BEHIND_DAY and term_of(surface).kind == "month"):
            opens, glued = not words, True
        else:
            glued = gap == "-" or gap.isspace() or (not gap and surface.isalpha())  # "12kg" are two words
            opens = not words or bool(_NEW_SENTENCE.search(gap))
        capitals = surface[0].isupper() and not opens and (names is None or start in names)
        low, term, weight, name, figure = (capital if capitals else lower)[surface]
        word = ClaimWord(surface, low, term, start, end, weight, name, figure, opens, glued)
        words.append(word)
        run = run and glued  # a word with weight is glued to the one before if all the words between are
        if weight:
            content.append(word if run == glued else word._replace(glued=run))
            weights[term.key] = max(weight, weights.get(term.key, 0.0))
            run = True
    total = sum(weights.values()) or 1.0
    return ClaimWords(
        text=plain,
        words=tuple(words),
        content=tuple(content),
        weights=weights,
        total=total,
        language=language,
        surfaces=tuple([w.surface for w in words]),
        low=tuple([w.low for w in words]),
        places={w.start: at for at, w in enumerate(words)},
    )


def _language(plain: str, usual: str) -> str | None:
    """The language of a claim, if it is clear. If English is usual, one English function word is enough."""
    if any(f" {word} " in plain for word in ONLY_ENGLISH):
        return "en"
    words = frozenset(_LETTERS.findall(plain.lower()))
    return "en" if usual == "en" and not words.isdisjoint(FUNCTION_WORDS["en"]) else language_of(words, LEAST_IN_CLAIM)


def _german_names(plain: str) -> set[int]:
    """The offsets at which the names of a German claim begin.

    German nouns have capitals too, but two of them seldom stand in a row. After an article or a number the first
    capitalised word is a noun.
    """
    starts: set[int] = set()
    for run in _CAPITALS.finditer(plain):
        words = [w for w in _WITH_HYPHEN.finditer(run[0]) if not _is_in_no_german_name(w[0])]
        if len(words) < 2:  # noqa: PLR2004 - one alone is a noun
            continue
        first = run.start() + words[0].start()
        opening = _opens_with_noun(plain[max(0, first - LONGEST) : first])
        for word in words[opening:]:
            parts = list(_LETTERS.finditer(word[0]))
            of_noun = len(parts) > 1 and parts[0][0].isupper()  # "SPD-Politikerin Berg"
            starts.update(run.start() + word.start() + part.start() for part in parts[: 1 if of_noun else None])
    return starts


def _is_in_no_german_name(word: str) -> bool:
    """Whether a capitalised word is a function word, a number, a month or a unit that figures count."""
    low = word.lower()
    return low in _IN_NO_GERMAN_NAME or base_letters(low) in COUNTED or term_of(word).kind in {"number", "month"}


def _opens_with_noun(before: str) -> bool:
    """Whether the text before a capitalised German word shows that the word is a noun."""
    last = _LAST_WORD.search(before)
    return last is not None and (last[1].lower() in _DETERMINERS or term_of(last[1]).kind == "number")


def _blanks(marker: re.Match[str]) -> str:
    """As many blanks as the marker has characters, so that offsets hold."""
    return " " * len(marker[0])


class _Sorts(dict[str, tuple[str, Term, float, bool, bool]]):
    """How each word reads in a claim: its lower case, its term, its weight, whether it is a name or a figure.

    ``capital``: for words whose capital neither the beginning of a sentence nor the language explains.
    ``weightless``: the function words of the claim's language, in lower case.
    """

    def __init__(self, *, capital: bool, weightless: frozenset[str]) -> None:
        super().__init__()
        self.capital, self.weightless = capital, weightless

    def __missing__(self, surface: str) -> tuple[str, Term, float, bool, bool]:
        if len(self) >= SORTS_KEPT:
            self.clear()
        low, term = surface.lower(), term_of(surface)
        weight = 0.0 if low in self.weightless else _weight(surface, term, capital=self.capital)
        name = weight > 0 and self.capital and term.kind == "word" and len(surface) > 1
        counts = term.kind == "number" and (surface[0].isdigit() or term.value >= 2)  # noqa: PLR2004 - "one" is an article
        figure = weight > 0 and counts
        sort = self[surface] = (low, term, weight, name, figure)
        return sort


@lru_cache
def _sorts_of(language: str) -> tuple[_Sorts, _Sorts]:
    """The readings of words in lower case or at the beginning of a sentence, and those of capitalised words."""
    weightless = weightless_in(language)
    return _Sorts(capital=False, weightless=weightless), _Sorts(capital=True, weightless=weightless)


def _weight(surface: str, term: Term, *, capital: bool) -> float:
    if term.kind in {"stop", "negation"} or (len(surface) == 1 and surface.isalpha()):
        return 0.0
    if term.kind == "number" and term.value < 2 and not surface[0].isdigit():  # noqa: PLR2004 - "one", "first"
        return 0.0 if surface.lower() == "one" else WORD_WEIGHT
    return SHARP_WEIGHT if term.kind == "number" or capital else WORD_WEIGHT
