"""Words of a claim and of a passage, marked by what they share and where they differ."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reports.values import CitationReport, MissReport, PassageReport

SAME, MISSING, DIFFERS = "same", "missing", "differs"
"""The marks, weakest first: where two meet, the later one is shown."""

TOKEN: Final = re.compile(r"\w+(?:[.,:'’]\w+)*")
LEAST_LETTERS: Final = 4
"""Shorter words are marked only beside longer ones or with a figure: "of the" in both texts says nothing (by eye)."""


LONGEST_NARROWED: Final = 2_000
"""Characters of a span within which the words of a detail are looked for: far above real sentences."""

MOST_SPANS: Final = 300
"""Marks of one text: far above real claims, and a bound on the work that a file from elsewhere can make."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that share one mark, ``""`` for none."""

    text: str
    mark: str


def marked_claim(text: str, citations: Sequence[CitationReport]) -> list[Piece]:
    """Give the claim in pieces: what its sources carry, what they lack, and what they have otherwise."""
    spans = [(start, end, SAME) for citation in citations for start, end in citation.matched]
    for citation in citations:
        for miss in citation.missing:
            mark = MISSING if miss.found is None else DIFFERS
            spans += [(start, end, mark) for start, end in narrowed(text, miss.start, miss.end, miss.text)]
    return pieces(text, spans)


def marked_passage(passage: PassageReport, claim: str, missing: Iterable[MissReport]) -> list[Piece]:
    """Give a passage in pieces: the words that the claim has too, and what stands in the place of its details."""
    wanted = {word for word, _, _ in _words(claim)}
    spans = _shared(passage.text, wanted)
    for miss in missing:
        if miss.found is not None and miss.found_start is not None and miss.found_end is not None:
            start, end = miss.found_start - passage.start, miss.found_end - passage.start
            spans += [(one, other, DIFFERS) for one, other in narrowed(passage.text, start, end, miss.found)]
    return pieces(passage.text, spans)


def narrowed(text: str, start: int, end: int, detail: str) -> list[tuple[int, int]]:
    """Give the places of the words of ``detail`` within a span of ``text``, in order; the span itself without them.

    A quotation or a sentence may be the span of a single altered word, and only that word should stand out.
    """
    start, end = max(start, 0), min(end, len(text))
    inside = _words(text[start:end]) if end - start <= LONGEST_NARROWED else []
    words = [word for word, _, _ in _words(detail[:LONGEST_NARROWED])]
    if not words or len(words) >= len(inside):
        return [(start, end)]
    run = _run(words, inside) or _in_order(words, inside)
    return [(start + first, start + last) for first, last in run] or [(start, end)]


def _run(words: list[str], inside: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Give the place where the words stand side by side, as one span."""
    for at in range(len(inside) - len(words) + 1):
        if all(inside[at + number][0] == word for number, word in enumerate(words)):
            return [(inside[at][1], inside[at + len(words) - 1][2])]
    return []


def _in_order(words: list[str], inside: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Give the places of the words one by one, ``[]`` when not all stand there in this order."""
    places: list[tuple[int, int]] = []
    at = 0
    for word in words:
        while at < len(inside) and inside[at][0] != word:
            at += 1
        if at == len(inside):
            return []
        places.append((inside[at][1], inside[at][2]))
        at += 1
    return places


def pieces(text: str, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """Cut ``text`` where marks begin and end; what lies outside of it is left out."""
    inside = [(max(start, 0), min(end, len(text)), mark) for start, end, mark in spans]
    inside = [span for span in inside if span[0] < span[1]][:MOST_SPANS]
    cuts = sorted({0, len(text), *(start for start, _, _ in inside), *(end for _, end, _ in inside)})
    strength = {"": 0, SAME: 1, MISSING: 2, DIFFERS: 3}
    made: list[Piece] = []
    for start, end in pairwise(cuts):
        over = [mark for first, last, mark in inside if first <= start and end <= last]
        mark = max(over, key=strength.__getitem__, default="")
        if made and made[-1].mark == mark:
            made[-1] = Piece(made[-1].text + text[start:end], mark)
        else:
            made.append(Piece(text[start:end], mark))
    return made


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(hit.group().casefold(), hit.start(), hit.end()) for hit in TOKEN.finditer(text)]


def _shared(text: str, wanted: AbstractSet[str]) -> list[tuple[int, int, str]]:
    """Give the runs of wanted words; a run of short words alone ("of the") says nothing and is left out."""
    made: list[tuple[int, int, str]] = []
    run: list[tuple[str, int, int]] = []
    for word, start, end in [*_words(text), ("", len(text), len(text))]:
        if word in wanted and (not run or text[run[-1][2] : start].isspace()):
            run.append((word, start, end))
            continue
        telling = [one for one in run if _is_telling(one[0])]
        if telling:
            made.append((run[0][1], run[-1][2], SAME))
        run = [(word, start, end)] if word in wanted else []
    return made


def _is_telling(word: str) -> bool:
    return len(word) >= LEAST_LETTERS or any(letter.isdigit() for letter in word)
