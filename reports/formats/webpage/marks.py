"""Words of a claim and of a passage, marked by what they share and where they differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reports.values import CitationReport, MissReport, PassageReport

SAME, MISSING, DIFFERS = "same", "missing", "differs"
"""The marks, weakest first: where two meet, the later one is shown."""

TOKEN: Final = re.compile(r"\w+(?:[.,:'’]\w+)*")
LEAST_LETTERS: Final = 4
"""Shorter words are marked only when they hold a figure: "the" and "of" in both texts say nothing (by eye)."""


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
        spans += [(miss.start, miss.end, DIFFERS if miss.found is not None else MISSING) for miss in citation.missing]
    return pieces(text, spans)


def marked_passage(passage: PassageReport, claim: str, missing: Iterable[MissReport]) -> list[Piece]:
    """Give a passage in pieces: the words that the claim has too, and what stands in the place of its details."""
    wanted = {word for word, _, _ in _words(claim)}
    spans = [(start, end, SAME) for word, start, end in _words(passage.text) if word in wanted]
    spans += [
        (miss.found_start - passage.start, miss.found_end - passage.start, DIFFERS)
        for miss in missing
        if miss.found_start is not None and miss.found_end is not None
    ]
    return pieces(passage.text, _joined(passage.text, spans))


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
    return [
        (hit.group().casefold(), hit.start(), hit.end())
        for hit in TOKEN.finditer(text)
        if hit.end() - hit.start() >= LEAST_LETTERS or any(letter.isdigit() for letter in hit.group())
    ]


def _joined(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join neighbours of one mark over the blank between them, so that a phrase is underlined as one."""
    made: list[tuple[int, int, str]] = []
    for start, end, mark in spans:
        if made and made[-1][2] == mark == SAME and text[made[-1][1] : start].isspace():
            made[-1] = (made[-1][0], end, mark)
        else:
            made.append((start, end, mark))
    return made
