"""A source text made ready for matching: folded, cut into sentences and words once, shared by all its claims."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING

from verifier.matching.base import Passage
from verifier.matching.folding import Folded, fold_source, letters_of, lowered
from verifier.matching.languages import FUNCTION_WORDS, LEAST_KINDS, language_of
from verifier.matching.numbers import SPELLED
from verifier.matching.terms import WORD, Term, TermKind, term_of
from verifier.matching.vocabulary import STOPWORDS

if TYPE_CHECKING:  # reading pages is heavy to import, and only its name is needed here
    from verifier.extraction.base import Part

ALONE = 1
"""Claims that a source is searched for word by word; from the next one on its words are indexed."""
BEGINNING = 3
"""Letters by which words of the source are taken into account at all: only these are stemmed."""
AFTER_DIGITS = ":"
"""The character after the digits: what sorts before it begins with a digit or a sign."""
DIGITS = "0"
"""What all words that begin with a digit or a sign are taken to begin with: a number is written in many ways."""
LARGE = 50_000
"""Characters of a source from which equal words share one object: it saves a third of the memory, at some time."""
LONGEST_PAGE_NUMBER = 6
"""Digits of a page number."""
LONGEST_SENTENCE = 600
"""Characters: a longer one is cut at a blank. Menus and tables come as one line, and evidence must stay short."""

_BOUNDARY = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*"
    r"|((?<=\b[A-Z]\.)|(?<=\b(?:Mr|Dr|St|Jr|Sr|Ms|No|vs|Co|Lt)\.)|(?<=\b(?:Mrs|Inc|Gov|Sen|Rep|Gen|Col)\.))?"
    r"[\"')\]]{0,3}\s+(?=[\"'(\[]{0,3}[A-Z0-9À-Þ]))"
)
"""Line ends, or the end of a sentence; its group is there where the full stop belongs to an initial or a title, and no
sentence ends. It opens with one set of characters, which ``re`` runs ahead to in one go."""

_RUN_OF_NAMES = re.compile(r"[A-ZÀ-Þ](?<!\w\w)\w{0,30}(?:(?: (?:of|the|and|for|on|de) | |-)[A-ZÀ-Þ]\w{1,30}){1,12}")
_INITIAL = re.compile(r"[A-ZÀ-Þ](?<!\w\w)")
_SHORT_YEAR = re.compile(r"\d(?<!\w\w)\d(?:\d\d)?(?=[-/](\d\d)\b)")


Forms = dict[str, list[str]]
"""Keys to the forms in which a source writes them."""


_UNASKED = STOPWORDS - SPELLED.keys()


class SourceIndex:
    """The sentences and words of one source. It is made by :func:`index_source` and holds for any number of claims.

    ``spans`` are the sentences, as offsets in ``folded.text``; ``words`` their words as written. What only some
    claims need is made when it is first asked for, and kept: the index is a cache, so it is no plain value.
    """

    def __init__(self, text: str, parts: Sequence["Part"] = ()) -> None:
        self.text = text
        self.folded: Folded = fold_source(text)
        self.parts = tuple(parts)
        plain = self.folded.text
        self.spans: list[tuple[int, int]] = _sentences(plain)
        find = WORD.findall
        found = (find(plain, start, end) for start, end in self.spans)
        self.words: list[list[str]]
        self.vocabulary: set[str]
        if len(plain) <= LARGE:
            self.words = list(found)
            self.vocabulary = set().union(*self.words)
        else:
            first: dict[str, str] = {}
            self.words = [list(map(first.setdefault, words, words)) for words in found]
            self.vocabulary = set(first)
        self.claims = 0
        self._names: dict[str, Forms] = {}
        self._lines: dict[int, list[Term]] = {}
        self._keys: dict[int, list[str]] = {}

    @property
    def is_shared(self) -> bool:
        """Whether enough claims have asked for the indexes of words to pay: they cost what two claims cost without."""
        return self.claims > ALONE

    def near(self, beginnings: Collection[str]) -> list[str]:
        """Give the words that begin in one of some ways."""
        if self.is_shared:
            indexed = self._by_beginning
            return [form for beginning in beginnings if beginning in indexed for form in indexed[beginning]]
        before = AFTER_DIGITS if DIGITS in beginnings else ""
        return [s for s in self.vocabulary if s[:BEGINNING] in beginnings or s < before]

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for form in self.vocabulary:
            out.setdefault(beginning_of(form), []).append(form)
        return out

    def names_on(self, letter: str) -> Forms:
        """Give the words that begin with a capital letter, by their keys, for names that are spelled in another way."""
        names = self._names.get(letter)
        if names is None:
            found = by_key(sorted(self._capitals.get(letter, ())))
            names = self._names[letter] = {k: f for k, f in found.items() if term_of(f[0]).kind is TermKind.WORD}
        return names

    @cached_property
    def _capitals(self) -> dict[str, list[str]]:
        """The words that begin with a capital, by that letter, but for the shortest."""
        out: dict[str, list[str]] = {}
        for form in self.vocabulary:
            if len(form) > BEGINNING and form[0].isupper():
                out.setdefault(form[0], []).append(form)
        return out

    @cached_property
    def initials(self) -> frozenset[str]:
        """What the runs of capitalised words abbreviate to ("Food and Drug Administration": FDA)."""
        return frozenset("".join(_INITIAL.findall(run)) for run in _RUN_OF_NAMES.findall(self.folded.text))

    @cached_property
    def short_years(self) -> frozenset[str]:
        """The second years of spans of years: 19 of "2018-19"."""
        return frozenset(_SHORT_YEAR.findall(self.folded.text))

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Each form to the sentences that have it, but for stopwords: half of a text, and no claim asks for them."""
        out: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            for form in set(words).difference(_UNASKED):
                out[form].append(number)
        return out

    def line(self, number: int) -> list[Term]:
        """Give the terms of a sentence, stopwords left out."""
        line = self._lines.get(number)
        if line is None:
            stop = TermKind.STOP
            line = self._lines[number] = [t for t in map(term_of, self.words[number]) if t.kind is not stop]
        return line

    def keys(self, number: int) -> list[str]:
        """Give the keys of a sentence's terms, stopwords left out."""
        keys = self._keys.get(number)
        if keys is None:
            keys = self._keys[number] = [t.key for t in self.line(number)]
        return keys

    @cached_property
    def is_english(self) -> bool:
        """Whether it has so many English function words that nothing else need be asked."""
        return len(FUNCTION_WORDS["en"] & self.vocabulary) >= LEAST_KINDS

    @cached_property
    def language(self) -> str | None:
        """The language that its commonest words speak for, ``None`` where none does clearly."""
        return language_of(frozenset(w.lower() for w in self.vocabulary), LEAST_KINDS)

    @cached_property
    def letters(self) -> str:
        """The whole text in letters and digits only, for quotations."""
        return letters_of(self.folded.text)

    @cached_property
    def lowered(self) -> str:
        """The folded text in lower case, character for character."""
        return lowered(self.folded.text)

    def sentence(self, number: int) -> str:
        """Give a sentence, folded."""
        start, end = self.spans[number]
        return self.folded.text[start:end]

    def sentence_at(self, offset: int) -> int:
        """Give the number of the sentence that an offset of the folded text lies in."""
        return max(0, bisect_right(self.spans, (offset, len(self.folded.text) + 1)) - 1)

    def cited(self, fragment: tuple[int, int] | None, page: str | None) -> range:
        """Give the sentences that a note points at: those of a text fragment, else those of a page by its number."""
        if fragment is not None:
            return range(self.sentence_at(fragment[0]), self.sentence_at(max(fragment[0], fragment[1] - 1)) + 1)
        number = int(page) if page and page.isascii() and page.isdigit() and len(page) <= LONGEST_PAGE_NUMBER else 0
        on_page = [p for p in self.parts if number and p.page == number]
        if not on_page:
            return range(0)
        first, last = min(p.start for p in on_page), max(p.end for p in on_page)
        inside = [i for i, (start, _) in enumerate(self.spans) if first <= self.folded.origin(start) < last]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def passage(self, start: int, end: int) -> Passage:
        """Give the passage of the source between two offsets of the folded text, without blanks at its ends."""
        first, last = self.folded.origin(start), self.folded.origin(end)
        piece = self.text[first:last]
        first += len(piece) - len(piece.lstrip())
        last = first + len(piece.strip())
        part = self._part(first)
        return Passage(
            start=first,
            end=last,
            text=self.text[first:last],
            part=part.kind.value if part else None,
            page=part.page if part else None,
        )

    def _part(self, offset: int) -> "Part | None":
        """The shortest part that holds an offset of the text."""
        holding = [p for p in self.parts if p.start <= offset < p.end]
        return min(holding, key=lambda p: p.end - p.start, default=None)


def beginning_of(form: str) -> str:
    """Give the first letters of a word; all figures and signs begin alike."""
    return form[:BEGINNING] if form >= AFTER_DIGITS else DIGITS


def by_key(forms: Iterable[str]) -> Forms:
    """Give the forms of each key among some words."""
    out: Forms = {}
    for form in forms:
        out.setdefault(term_of(form).key, []).append(form)
    return out


def index_source(text: str, parts: Sequence["Part"] = ()) -> SourceIndex:
    """Read a source text for matching; ``parts`` only name what a passage lies in."""
    return SourceIndex(text, parts)


def _sentences(plain: str) -> list[tuple[int, int]]:
    """Cut a folded text into its sentences."""
    cuts = [0, *[m.end() for m in _BOUNDARY.finditer(plain) if m.lastindex is None]]
    if cuts[-1] < len(plain):
        cuts.append(len(plain))
    spans = list(pairwise(cuts))
    if max(map(sub, cuts[1:], cuts), default=0) > LONGEST_SENTENCE:
        spans = [piece for start, end in spans for piece in _shorter(plain, start, end)]
    return spans


def _shorter(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch at the last blank before each limit, or at the limit where there is none."""
    pieces = []
    while end - start > LONGEST_SENTENCE:
        blank = plain.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = blank + 1 if blank > 0 else start + LONGEST_SENTENCE
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces
