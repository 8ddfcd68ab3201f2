"""Words marked where a claim and a passage differ, and where an old passage and a new one do.

The marks are for eyes: a verdict never comes from here. A text becomes segments, and the segments joined are the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from reports.decisions.folding import folded
from verifier.matching.base import Match, Miss, Passage

LONGEST_DIFF = 1200
"""Characters of each text that are compared word by word; SequenceMatcher is quadratic on bad luck."""
SHORT_WORD = 4
"""Words with fewer letters are not marked as missing: mostly "the", "of" and "and"."""

LONG_DETAIL = 4
"""Words from which a detail is compared word by word instead of being marked whole."""

_TOKEN = re.compile(r"\w+(?:[.,:'’]\w+)*")
_ENDING = re.compile(r"(?:'s|’s|ies|es|s|ed|ing)$")


class Mark(StrEnum):
    """What is marked. SAME: in both; MISSING: of the claim alone; DIFFERS: in each the other has something else.

    GONE and NEW tell an old passage from today's.
    """

    PLAIN = "plain"
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
    marks = [Mark.PLAIN] * len(text)
    order = list(Mark)
    for start, end, mark in sorted(spans, key=lambda span: order.index(span[2])):
        for index in range(max(start, 0), min(end, len(text))):
            marks[index] = mark
    cuts: list[Segment] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or marks[index] is not marks[start]:
            cuts.append(Segment(text=text[start:index], mark=marks[start]))
            start = index
    return tuple(cuts)


def claim_spans(claim: str, match: Match | None, passage: str, source: str) -> list[Span]:
    """Give the marks on a claim: by the match that was judged, else by comparing its words with the passage's.

    ``source`` is the whole source text, in which the match found what it has instead.
    """
    if match is None:
        return _compared(claim, passage, other=Mark.MISSING) if passage else []
    spans: list[Span] = [(start, end, Mark.SAME) for start, end in match.matched]
    if not spans:
        spans = _compared(claim, passage, other=None)
    for miss in match.missing:
        mark = Mark.MISSING if miss.found is None else Mark.DIFFERS
        spans += _narrowed(claim, miss.start, miss.end, _instead(miss, source), mark)
    return spans


def passage_spans(passage: Passage, claim: str, match: Match | None) -> list[Span]:
    """Give the marks on a passage: words that the claim has too, and what the source has in place of its details."""
    spans = _compared(passage.text, claim, other=None)
    for miss in match.missing if match else ():
        if miss.found_start is not None and miss.found_end is not None:
            start, end = miss.found_start - passage.start, miss.found_end - passage.start
            spans += _narrowed(passage.text, start, end, claim[miss.start : miss.end], Mark.DIFFERS)
    return spans


def _instead(miss: Miss, source: str) -> str:
    if miss.found_start is None or miss.found_end is None:
        return ""
    return source[miss.found_start : miss.found_end]


def _narrowed(text: str, start: int, end: int, other: str, mark: Mark) -> list[Span]:
    """Give a span, in a long one only the words that the ``other`` side has not: of a quotation one word is wrong."""
    part = text[max(start, 0) : max(end, 0)]
    if len(part) > LONGEST_DIFF or min(len(part.split()), len(other.split())) < LONG_DETAIL:
        return [(start, end, mark)] if end > start else []
    spans: list[Span] = []
    place = max(start, 0)
    for one in difference(part, other)[0]:
        spans.append((place, place + len(one.text), mark if one.mark is Mark.GONE else Mark.SAME))
        place += len(one.text)
    narrowed = [span for span in spans if span[2] is mark]
    return spans if narrowed else [(start, end, mark)]


def difference(old: str, new: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Give both texts, cut to ``LONGEST_DIFF``, with the words marked that only one of them has."""
    old, new = old[:LONGEST_DIFF], new[:LONGEST_DIFF]
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


def _compared(text: str, against: str, *, other: Mark | None) -> list[Span]:
    known = {_stem(token[0]) for token in _TOKEN.finditer(against)}
    spans: list[Span] = []
    for token in _TOKEN.finditer(text):
        telling = len(token[0]) >= SHORT_WORD or any(sign.isdigit() for sign in token[0])
        if not telling:
            continue
        if _stem(token[0]) in known:
            spans.append((token.start(), token.end(), Mark.SAME))
        elif other:
            spans.append((token.start(), token.end(), other))
    return spans


def _stem(word: str) -> str:
    plain = folded(word)
    shorter = _ENDING.sub("", plain)
    return shorter if len(shorter) >= SHORT_WORD - 1 else plain
