"""Looks up which words a source has, and in which sentences. Two implementations give the same answers.

For one or two claims it is cheapest to search the text for the beginnings of the claim's words. For more claims, and
for long ones, an index of all words pays off.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from verifier.matching.folding import lowered
from verifier.matching.numbers import SPELLED
from verifier.matching.terms import WORD, WRITTEN_SCALES
from verifier.matching.vocabulary import STOPWORDS

SHORTEST_BEGINNING = 3
"""Letters. A shorter beginning is a whole word."""

_UNASKED = STOPWORDS.difference(SPELLED)
"""Stopwords: half of a text, and no claim asks for them."""
_SCALES_BEGIN = frozenset(scale[0] for scale in WRITTEN_SCALES)
_INSIDE = frozenset("',.-")
"""Marks that can stand inside a word or a number, so that what follows may not be the beginning of a word."""


def beginning_of(word: str, letters: int = SHORTEST_BEGINNING) -> str:
    """Give the first letters of a word in lower case, without a genitive ("UK's").

    For a figure this is its first digit, which is the same however the figure is written.
    """
    first = word[: 1 if word[0].isdigit() else letters]
    first = word.removesuffix("'s")[:letters] if "'" in first else first
    low = first.lower()
    return low if len(low) == len(first) else lowered(first)


class Lookup(Protocol):
    """The words of a source as it writes them, without stopwords. Each distinct one is called a form."""

    def starting(self, beginning: str) -> Iterable[str]:
        """Give the forms with a beginning, in capitals or not, and perhaps some others.

        A beginning shorter than ``SHORTEST_BEGINNING`` is a whole word, unless it is a digit.
        """
        ...

    def capitalised(self, letter: str) -> Iterable[str]:
        """Give the forms of more than three letters that begin with a capital."""
        ...

    def places(self, form: str) -> Sequence[int]:
        """Give the numbers of the sentences that have a form, in order; the form must have been returned before."""
        ...

    def has(self, form: str, endings: Sequence[str] = ("",)) -> bool:
        """Whether the source has a form with one of the endings."""
        ...


class Search:
    """Looks up words by searching the text."""

    def __init__(self, plain: str, low: str, spans: Sequence[tuple[int, int]]) -> None:
        self._plain, self._low = plain, low
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._places: dict[str, list[int]] = {}
        self._last: tuple[int, set[str]] = (-1, set())

    def starting(self, beginning: str) -> Iterable[str]:
        """Give the forms with a beginning; see :class:`Lookup`."""
        found = self._found(self._low, beginning)
        if len(beginning) < SHORTEST_BEGINNING and not beginning.isdigit():
            found = {form: places for form, places in found.items() if beginning_of(form) == beginning}
        self._places |= found
        return found

    def capitalised(self, letter: str) -> Iterable[str]:
        """Give the forms that begin with a capital; see :class:`Lookup`."""
        found = self._found(self._plain, letter)
        self._places |= found
        return [form for form in found if len(form) > SHORTEST_BEGINNING]

    def places(self, form: str) -> Sequence[int]:
        """Give the numbers of the sentences that have a form; see :class:`Lookup`."""
        return self._places[form]

    def has(self, form: str, endings: Sequence[str] = ("",)) -> bool:
        """Whether the source has a form; see :class:`Lookup`."""
        found = self._found(self._plain, form)
        return any(form + ending in found for ending in endings)

    def _found(self, text: str, beginning: str) -> dict[str, list[int]]:
        """The forms that begin so in ``text`` (the folded text, or that in lower case), with their sentences."""
        plain, starts, ends, match = self._plain, self._starts, self._ends, WORD.match
        letter = beginning[0].isalpha()
        joins = letter or beginning[0].isalnum() or beginning[0] == "_"
        may_scale = beginning[0] in _SCALES_BEGIN
        found: dict[str, list[int]] = {}
        at = text.find(beginning)
        while at >= 0:
            before = plain[at - 1] if at else " "
            of_unit = letter and before.isdigit()  # perhaps the unit of "12kg"
            if before == " " or of_unit or not (joins and (before.isalnum() or before == "_")):
                number = bisect_right(starts, at) - 1
                word = match(plain, at, ends[number])
                form = word[0] if word else ""
                scales = may_scale and before == " " and form.startswith(WRITTEN_SCALES)
                doubtful = of_unit or ((scales or before in _INSIDE) and plain[at - 2 : at - 1].isalnum())
                if doubtful and form not in self._words(number):
                    pass  # not the beginning of a word, as in "o'clock" or "5 million"
                elif form not in found:
                    found[form] = [number]
                elif found[form][-1] != number:
                    found[form].append(number)
            at = text.find(beginning, at + 1)
        return found

    def _words(self, number: int) -> set[str]:
        """The words of a sentence. Those of the last sentence asked for are kept."""
        if self._last[0] != number:
            self._last = number, set(WORD.findall(self._plain, self._starts[number], self._ends[number]))
        return self._last[1]


class Index:
    """Looks up words in an index of all words."""

    def __init__(self, plain: str, spans: Sequence[tuple[int, int]]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        find = WORD.findall
        for number, (start, end) in enumerate(spans):
            for form in set(find(plain, start, end)).difference(_UNASKED):
                self._places[form].append(number)

    def starting(self, beginning: str) -> Iterable[str]:
        """Give the forms with a beginning; see :class:`Lookup`."""
        return self._by_beginning.get(beginning[: 1 if beginning[0].isdigit() else SHORTEST_BEGINNING], ())

    def capitalised(self, letter: str) -> Iterable[str]:
        """Give the forms that begin with a capital; see :class:`Lookup`."""
        return self._capitals.get(letter, ())

    def places(self, form: str) -> Sequence[int]:
        """Give the numbers of the sentences that have a form; see :class:`Lookup`."""
        return self._places[form]

    def has(self, form: str, endings: Sequence[str] = ("",)) -> bool:
        """Whether the source has a form; see :class:`Lookup`."""
        return any(form + ending in self._places for ending in endings)

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for form in self._places:
            out.setdefault(beginning_of(form), []).append(form)
        return out

    @cached_property
    def _capitals(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for form in self._places:
            if len(form) > SHORTEST_BEGINNING and form[0].isupper():
                out.setdefault(form[0], []).append(form)
        return out
