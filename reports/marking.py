"""Words marked by what a claim and a passage share and where they differ, or an old passage and a new one.

The marks are for eyes: a verdict never comes from here. A text becomes segments, and the segments joined are the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice, pairwise
from typing import Final

from reports.decisions.folding import folded
from reports.words import Detail

LONGEST_COMPARED: Final = 1_200
"""Characters of each text that are compared word by word; SequenceMatcher is quadratic on bad luck."""

LEAST_LETTERS: Final = 4
"""Shorter words are marked only beside longer ones or with a figure: "of the" in both texts says nothing (by eye)."""

MOST_SPANS: Final = 300
"""Marks of one text: far above real claims, and a bound on the work that a file from elsewhere can make."""

_TOKEN: Final = re.compile(r"\w+(?:[.,:'’]\w+)*")
_ENDING: Final = re.compile(r"(?:'s|’s|ies|es|s|ed|ing)$")


class Mark(StrEnum):
    """What is marked. SAME: in both; MISSING: of the claim alone; DIFFERS: in each the other has something else.

    GONE and NEW tell an old passage from today's. Where marks meet, the later one of this list is shown.
    """

    PLAIN = ""
    SAME = "same"
    MISSING = "missing"
    DIFFERS = "differs"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Characters of a text that share one mark."""

    text: str
    mark: Mark


Span = tuple[int, int, Mark]


def segments(text: str, spans: Iterable[Span]) -> tuple[Segment, ...]:
    """Cut a text at the spans. Where spans overlap the stronger mark wins; what lies outside the text is left out."""
    inside = [(max(start, 0), min(end, len(text)), mark) for start, end, mark in islice(spans, MOST_SPANS)]
    inside = [span for span in inside if span[0] < span[1]]
    cuts = sorted({0, len(text), *(start for start, _, _ in inside), *(end for _, end, _ in inside)})
    strength = {mark: number for number, mark in enumerate(Mark)}
    made: list[Segment] = []
    for start, end in pairwise(cuts):
        over = [mark for first, last, mark in inside if first <= start and end <= last]
        mark = max(over, key=strength.__getitem__, default=Mark.PLAIN)
        before = made.pop().text if made and made[-1].mark is mark else ""
        made.append(Segment(text=before + text[start:end], mark=mark))
    return tuple(made)


def claim_spans(claim: str, matched: Iterable[tuple[int, int]], missing: Iterable[Detail]) -> Iterator[Span]:
    """Yield the marks on a claim: what its source carries, what it lacks, and what it has otherwise."""
    for detail in missing:
        mark = Mark.MISSING if detail.found is None else Mark.DIFFERS
        for start, end in _narrowed(claim, detail.start, detail.end, detail.text):
            yield start, end, mark
    for start, end in matched:
        yield start, end, Mark.SAME


def passage_spans(text: str, at: int, claim: str, missing: Iterable[Detail]) -> Iterator[Span]:
    """Yield the marks on a passage, which begins ``at`` this character of its source text.

    They are on the words that the claim has too, and on what the source has in the place of its details.
    """
    for detail in missing:
        if detail.found is not None and detail.found_start is not None and detail.found_end is not None:
            place = detail.found_start - at, detail.found_end - at
            for start, end in _narrowed(text, *place, detail.found):
                yield start, end, Mark.DIFFERS
    yield from shared_spans(text, claim)


def shared_spans(text: str, other: str) -> Iterator[Span]:
    """Yield the runs of words that stand in the ``other`` text too; a run of short words alone is left out."""
    known = {_stem(token[0]) for token in _TOKEN.finditer(other)}
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and not text[run[-1].end() : token.start()].isspace():
            yield from _marked(run)
            run = []
        if _stem(token[0]) in known:
            run.append(token)
        else:
            yield from _marked(run)
            run = []
    yield from _marked(run)


def _marked(run: list[re.Match[str]]) -> Iterator[Span]:
    if any(_is_telling(token[0]) for token in run):
        yield run[0].start(), run[-1].end(), Mark.SAME


def missing_spans(text: str, other: str) -> Iterator[Span]:
    """Yield the telling words that the ``other`` text has not."""
    known = {_stem(token[0]) for token in _TOKEN.finditer(other)}
    for token in _TOKEN.finditer(text):
        if _is_telling(token[0]) and _stem(token[0]) not in known:
            yield token.start(), token.end(), Mark.MISSING


def difference(old: str, new: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Give both texts, cut to ``LONGEST_COMPARED``, with the words marked that only one of them has."""
    old, new = old[:LONGEST_COMPARED], new[:LONGEST_COMPARED]
    first, second = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    matcher = SequenceMatcher(
        None, [folded(one[0]) for one in first], [folded(one[0]) for one in second], autojunk=False
    )
    gone: list[Span] = []
    fresh: list[Span] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            gone += _around(first[start:end], Mark.GONE)
            fresh += _around(second[new_start:new_end], Mark.NEW)
    return segments(old, gone), segments(new, fresh)


def _around(tokens: list[re.Match[str]], mark: Mark) -> list[Span]:
    return [(tokens[0].start(), tokens[-1].end(), mark)] if tokens else []


def _narrowed(text: str, start: int, end: int, words: str) -> list[tuple[int, int]]:
    """Give the places of the words of a detail within a span of ``text``, in order; the span itself without them.

    A quotation or a sentence may be the span of a single altered word, and only that word should stand out.
    """
    start, end = max(start, 0), min(end, len(text))
    if end - start > LONGEST_COMPARED:
        return [(start, end)]
    inside = list(_TOKEN.finditer(text, start, end))
    wanted = [folded(token[0]) for token in _TOKEN.finditer(words[:LONGEST_COMPARED])]
    if not wanted or len(wanted) >= len(inside):
        return [(start, end)]
    has = [folded(token[0]) for token in inside]
    run = next((at for at in range(len(has) - len(wanted) + 1) if has[at : at + len(wanted)] == wanted), None)
    if run is not None:
        return [(inside[run].start(), inside[run + len(wanted) - 1].end())]
    left = iter(zip(has, inside, strict=True))
    places = [next((token.span() for word, token in left if word == one), None) for one in wanted]
    found = [place for place in places if place is not None]
    return found if len(found) == len(wanted) else [(start, end)]


def _is_telling(word: str) -> bool:
    return len(word) >= LEAST_LETTERS or any(sign.isdigit() for sign in word)


def _stem(word: str) -> str:
    plain = folded(word)
    shorter = _ENDING.sub("", plain)
    return shorter if len(shorter) >= LEAST_LETTERS - 1 else plain
