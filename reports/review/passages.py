"""Places in a source text: its sentences, the ones that hold given words, the one nearest to an old passage.

A source text may be megabytes of anything; everything here is linear in it and stops at a bound.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.decisions.folding import folded

LONGEST_TEXT = 2_000_000
"""Characters searched; a book. The rest of a longer text is not looked at."""
LONGEST_PLACE = 600
"""Characters of one place; a longer sentence is cut, so that a page without full stops can be read."""
MOST_HITS = 20
"""Places shown for a search; more words narrow it better than more scrolling."""
NEAR_ENOUGH = 0.3
"""Share of the old passage's words that the nearest one must hold to be shown as such; a guess, low on purpose."""

_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)|\n")
_WORD = re.compile(r"\w+(?:[.,:'’]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Characters ``start`` to ``end`` of a source text."""

    start: int
    end: int


def places(text: str) -> Iterator[Place]:
    """Yield the sentences and lines of a text, in order, none empty and none longer than ``LONGEST_PLACE``."""
    start = 0
    limit = min(len(text), LONGEST_TEXT)
    for end in _END.finditer(text, 0, limit):
        yield from _pieces(text, start, end.end())
        start = end.end()
    yield from _pieces(text, start, limit)


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, in order; numbers keep their points and commas."""
    return _WORD.findall(folded(text))


def search(text: str, query: str) -> list[Place]:
    """Give the places that hold every word of the query, or its beginning; at most ``MOST_HITS``, in order."""
    wanted = words_of(query[:300])
    if not wanted:
        return []
    hits = []
    for place in places(text):
        found = words_of(text[place.start : place.end])
        if all(any(word.startswith(one) for word in found) for one in wanted):
            hits.append(place)
            if len(hits) == MOST_HITS:
                break
    return hits


def nearest(text: str, passage: str) -> Place | None:
    """Give the place most like an old passage: it, or it with the next ones, up to as many as the passage has.

    ``None`` where no place holds at least ``NEAR_ENOUGH`` of its words.
    """
    wanted = Counter(words_of(passage))
    if not wanted:
        return None
    size = max(1, sum(1 for _ in places(passage)))
    every = list(places(text))
    counts = [Counter(word for word in words_of(text[one.start : one.end]) if word in wanted) for one in every]
    best, best_share = None, NEAR_ENOUGH
    for index, place in enumerate(every):
        if not counts[index]:
            continue  # the window that begins with the next place holds as much
        held = sum(counts[index : index + size], Counter[str]())
        share = (held & wanted).total() / wanted.total()
        if share > best_share:
            best = Place(start=place.start, end=every[min(index + size, len(every)) - 1].end)
            best_share = share
    return best


def likeness(one: str, other: str) -> float:
    """Give the share of words that two texts have in common, 0 to 1; 0 where both have none."""
    first, second = Counter(words_of(one)), Counter(words_of(other))
    return (first & second).total() / max((first | second).total(), 1)


def context(text: str, place: Place, width: int, room: Place) -> tuple[str, str]:
    """Give up to ``width`` characters before and after a place, cut at a blank, and none outside ``room``."""
    first, last = max(room.start, place.start - width), min(room.end, place.end + width)
    before, after = text[min(first, place.start) : place.start], text[place.end : max(last, place.end)]
    if first > room.start:
        before = "…" + before.partition(" ")[2]
    if last < room.end:
        after = after.rpartition(" ")[0] + "…"
    return before, after


def rooms(shown: Sequence[Place], width: int, length: int) -> list[Place]:
    """Give for each place how far its context may reach, so that nothing of the text is shown twice.

    What lies between two places goes behind the first as far as ``width`` characters, the rest before the second.
    """
    starts, ends = [0] * len(shown), [length] * len(shown)
    for one, following in pairwise(sorted(range(len(shown)), key=lambda index: shown[index].start)):
        border = max(shown[one].end, min(shown[one].end + width, shown[following].start))
        ends[one], starts[following] = border, border
    return [Place(start=start, end=end) for start, end in zip(starts, ends, strict=True)]


def _pieces(text: str, start: int, end: int) -> Iterator[Place]:
    while start < end:
        stop = min(start + LONGEST_PLACE, end)
        piece = text[start:stop]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if right > left:
            yield Place(start=start + left, end=start + right)
        start = stop
