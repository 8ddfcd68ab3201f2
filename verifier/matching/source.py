"""A source text prepared for matching: folded and split into sentences once, and shared by all its claims."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING

from verifier.matching.base import Passage
from verifier.matching.folding import Folded, fold_source, letters_of, lowered, with_thousands
from verifier.matching.languages import LEAST_TOLD, language_of, weightless_in
from verifier.matching.lookup import Index, Lookup, Search
from verifier.matching.terms import WORD, Term, term_of

if TYPE_CHECKING:  # reading pages is heavy to import, and only its name is needed here
    from verifier.extraction.base import Part

SEARCHED_FOR = 2
"""Claims that search the source; from the next one on its words are indexed, which costs as much as two searches."""
MOST_SEARCHED = 60
"""Most beginnings of words that are searched for. For a claim with more the words are indexed at once."""
LONGEST_PAGE_NUMBER = 6
"""Most digits of a page number."""
ENGLISH_EVERY = 650
"""A text with a "the" in every 650 characters is English. Of 571 pages those in other languages have one in 870 at the
most, and nine in ten English ones have more than one in 650."""
LANGUAGE_WITHIN = 10_000
"""Characters at the beginning of a text that decide its language."""
LONGEST_SENTENCE = 600
"""Characters. A longer sentence is cut at a blank: menus and tables come as one line, and evidence must stay short."""

_BOUNDARY = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*"
    r"|((?<=\b[A-Z]\.)|(?<=\b(?:Mr|Dr|St|Jr|Sr|Ms|Mt|No|vs|Co|Lt|Nr|ca)\.)"
    r"|(?<=\b(?:Mrs|Inc|Gov|Sen|Rep|Gen|Col|Maj|Sgt|Rev|Mio|Mrd|bzw)\.)|(?<=\b(?:Prof|Capt)\.)"
    r"|(?:(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec)\.)|(?<=\bSept\.))(?=\s\d)"
    r"|(?<=\d\.)(?=\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b))?"
    r"[\"')\]]{0,3}\s+(?=[\"'(\[]{0,3}[A-Z0-9À-Þ]))"
)
"""The end of a line or of a sentence. Its group matches if the full stop belongs to an initial, a title, an
abbreviation, a month before its day or a German day, and no sentence ends there. The pattern begins with a plain set
of characters because ``re`` skips ahead to those quickly."""

_RUN_OF_NAMES = re.compile(r"[A-ZÀ-Þ](?<!\w\w)\w{0,30}(?:(?: (?:of|the|and|for|on|de) |,? |-)[A-ZÀ-Þ]\w{1,30}){1,12}")
_INITIAL = re.compile(r"[A-ZÀ-Þ](?<!\w\w)")
_SHORT_YEAR = re.compile(r"\d(?<!\w\w)\d(?:\d\d)?(?=[-/](\d\d)\b)")

Forms = dict[str, list[str]]
"""The forms in which a source writes each key."""


class SourceIndex:
    """The sentences and words of one source, for any number of claims. Made by :func:`index_source`.

    ``spans``: the sentences, as offsets in ``folded.text``. ``claims``: how many claims were judged so far. What only
    some claims need is computed when it is first asked for and kept: unlike the other values here, this is a cache.
    """

    def __init__(self, text: str, parts: Sequence["Part"] = ()) -> None:
        self.text = text
        self.folded: Folded = fold_source(text)
        if self.read_as != "en":
            self.folded = replace(self.folded, text=with_thousands(self.folded.text))
        self.parts = tuple(parts)
        self.spans: list[tuple[int, int]] = _sentences(self.folded.text)
        self.claims = 0
        self._index: Index | None = None
        self._names: dict[str, Forms] = {}
        self._words: dict[int, list[str]] = {}
        self._low: dict[int, list[str]] = {}
        self._terms: dict[int, list[Term]] = {}
        self._lines: dict[int, list[Term]] = {}
        self._keys: dict[int, list[str]] = {}

    def words(self, number: int) -> list[str]:
        """Give the words of a sentence as written."""
        words = self._words.get(number)
        if words is None:
            words = self._words[number] = WORD.findall(self.folded.text, *self.spans[number])
        return words

    def low(self, number: int) -> list[str]:
        """Give the words of a sentence in lower case."""
        low = self._low.get(number)
        if low is None:
            low = self._low[number] = [w.lower() for w in self.words(number)]
        return low

    def terms(self, number: int) -> list[Term]:
        """Give the terms of a sentence, one for each of its words."""
        terms = self._terms.get(number)
        if terms is None:
            terms = self._terms[number] = [term_of(w) for w in self.words(number)]
        return terms

    def has_kinds(self, least: int) -> bool:
        """Whether the source has at least so many different words."""
        seen: set[str] = set()
        return any(len(seen := seen.union(WORD.findall(self.folded.text, *span))) >= least for span in self.spans)

    @cached_property
    def _search(self) -> Search:
        return Search(self.folded.text, self.lowered, self.spans)

    def lookup(self, beginnings: int = 0) -> Lookup:
        """Give what looks up words: a search for the first claims if they are short, else an index."""
        if self._index is None and (self.claims > SEARCHED_FOR or beginnings > MOST_SEARCHED):
            self._index = Index(self.folded.text, self.spans)
        return self._index or self._search

    def near(self, beginnings: Collection[str]) -> list[str]:
        """Give the forms that begin in one of the given ways."""
        lookup = self.lookup(len(beginnings))
        return list(dict.fromkeys(form for beginning in beginnings for form in lookup.starting(beginning)))

    def has(self, *forms: str) -> bool:
        """Whether the source has one of the forms, written exactly so."""
        return any(map(self.lookup().has, forms))

    def has_name(self, name: str) -> bool:
        """Whether the source has a word written exactly so, as a genitive or as a plural."""
        return self.lookup().has(name, ("", "'s", "s"))

    def share_of(self, words: Collection[str]) -> float:
        """Give the share, 0 to 1, of the words (in lower case) that the source has. Quick, for many sources."""
        return len(self._low_kinds.intersection(words)) / len(words) if words else 0.0

    def names_on(self, letter: str) -> Forms:
        """Give the words that begin with a capital letter, by key: candidates for other spellings of a name."""
        names = self._names.get(letter)
        if names is None:
            found = by_key(sorted(self.lookup().capitalised(letter)))
            names = self._names[letter] = {k: f for k, f in found.items() if term_of(f[0]).kind == "word"}
        return names

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of all runs of capitalised words ("Food and Drug Administration": FDA)."""
        return frozenset("".join(_INITIAL.findall(run)) for run in _RUN_OF_NAMES.findall(self.folded.text))

    @cached_property
    def short_years(self) -> frozenset[str]:
        """The second years of spans as written: 19 of "2018-19"."""
        return frozenset(_SHORT_YEAR.findall(self.folded.text))

    def line(self, number: int) -> list[Term]:
        """Give the terms of a sentence without stopwords and function words of the source's language."""
        line = self._lines.get(number)
        if line is None:
            line = [t for t in self.terms(number) if t.kind != "stop"]
            if self.read_as != "en":
                empty = weightless_in(self.read_as)
                words = zip(self.low(number), self.terms(number), strict=True)
                line = [t for w, t in words if t.kind == "negation" or (t.kind != "stop" and w not in empty)]
            self._lines[number] = line
        return line

    def keys(self, number: int) -> list[str]:
        """Give the keys of the terms in :meth:`line`."""
        keys = self._keys.get(number)
        if keys is None:
            keys = self._keys[number] = [t.key for t in self.line(number)]
        return keys

    @cached_property
    def language(self) -> str | None:
        """The language that the commonest words point to, ``None`` if they do not clearly."""
        text = self.folded.text
        if text.count(" the ") >= max(LEAST_TOLD, len(text) / ENGLISH_EVERY):
            return "en"
        return language_of((w.lower() for w in WORD.findall(text, 0, LANGUAGE_WITHIN)), LEAST_TOLD)

    @property
    def read_as(self) -> str:
        """The language in which a claim whose own language is unclear is read."""
        return self.language or "en"

    @cached_property
    def _low_kinds(self) -> frozenset[str]:
        return frozenset(w.lower() for w in WORD.findall(self.folded.text))

    @cached_property
    def letters(self) -> str:
        """The whole text reduced to letters and digits, for quotations."""
        return letters_of(self.folded.text)

    @cached_property
    def lowered(self) -> str:
        """The folded text in lower case, character for character."""
        return lowered(self.folded.text)

    def sentence(self, number: int) -> str:
        """Give the folded text of a sentence."""
        start, end = self.spans[number]
        return self.folded.text[start:end]

    def places(self, number: int, start: int, end: int) -> range:
        """Give the places of a sentence's words between two offsets of that sentence."""
        sentence = self.sentence(number)
        return range(len(WORD.findall(sentence[:start])), len(WORD.findall(sentence[:end])))

    def sentence_at(self, offset: int) -> int:
        """Give the number of the sentence in which an offset of the folded text lies."""
        return max(0, bisect_right(self.spans, (offset, len(self.folded.text) + 1)) - 1)

    def cited(self, fragment: tuple[int, int] | None, page: str | None) -> range:
        """Give the sentences that a note points at: those of the text fragment, else those of the page number."""
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
        """Give the source passage between two offsets of the folded text, without blanks at its ends."""
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
        """The shortest part of the page in which an offset of the text lies."""
        holding = [p for p in self.parts if p.start <= offset < p.end]
        return min(holding, key=lambda p: p.end - p.start, default=None)


def by_key(forms: Iterable[str]) -> Forms:
    """Group words by their keys."""
    out: Forms = {}
    for form in forms:
        out.setdefault(term_of(form).key, []).append(form)
    return out


def index_source(text: str, parts: Sequence["Part"] = ()) -> SourceIndex:
    """Prepare a source text for matching; ``parts`` only serve to name the part of the page a passage lies in."""
    return SourceIndex(text, parts)


def _sentences(plain: str) -> list[tuple[int, int]]:
    """Split a folded text into sentences."""
    cuts = [0, *[m.end() for m in _BOUNDARY.finditer(plain) if m.lastindex is None]]
    if cuts[-1] < len(plain):
        cuts.append(len(plain))
    spans = list(pairwise(cuts))
    if max(map(sub, cuts[1:], cuts), default=0) > LONGEST_SENTENCE:
        spans = [piece for start, end in spans for piece in _shorter(plain, start, end)]
    return spans


def _shorter(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long stretch at the last blank before each limit, or at the limit if there is no blank."""
    pieces = []
    while end - start > LONGEST_SENTENCE:
        blank = plain.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = blank + 1 if blank > 0 else start + LONGEST_SENTENCE
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces
