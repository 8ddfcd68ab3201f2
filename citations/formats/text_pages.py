"""Plain texts that were printed page by page: running heads and page numbers are removed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citations.formats.running_heads import EDGE_LINES, LEAST_REPEATS, head_key, is_page_number, is_running_head

_BREAK = re.compile(
    r"\f|^[ \t]{0,9}(?:[<\[{(*=#-]{1,9}[ \t]?page[ _-]?break[ \t]?[>\]})*=#-]{1,9}"
    r"|[-=*]{2,9}[ \t]?page[ \t]\d{1,4}(?:[ \t](?:of|/)[ \t]\d{1,4})?[ \t]?[-=*]{2,9})[ \t\r]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A page break: a form feed, or a line such as "--- Page 3 ---"."""
_LINE = re.compile(r"[^\n\f]{1,300}")
_NUMBER_LINE = re.compile(
    r"(?<=\n)(?P<above>[^\n]{0,100})\n(?:[ \t\r]{0,9}\n){0,3}[ \t]{0,80}(?P<number>\d{1,4})[ \t\r]{0,9}\n"
    r"(?:[ \t\r]{0,9}\n){0,3}(?P<below>[^\n]{0,100})"
)
"""A line that holds nothing but a number, with the lines above and below it."""
_LONGEST_EDGE = 4000
"""Characters at each end of a page among which its first and last lines are looked for."""


def without_page_edges(text: str) -> str:
    """Give a text with form feeds for its page breaks and blanks for running heads and page numbers.

    All offsets stay the same. A text without page breaks comes back unchanged.
    """
    breaks = [found.span() for found in _BREAK.finditer(text)] or list(_numbered_breaks(text))
    if not breaks:
        return text
    places = (0, *(place for span in breaks for place in span), len(text))
    pages = [list(_edges(text, start, end)) for start, end in zip(places[::2], places[1::2], strict=True)]
    counts = Counter(key for page in pages for key in {head_key(text[start:end]) for start, end in page})
    spans = [span for page in pages for span in page if _is_head(text[slice(*span)], counts)]
    return _blanked(text, sorted({*spans, *breaks}), frozenset(breaks))


def _numbered_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of page numbers in a text whose page breaks were lost.

    They go up one by one next to the same running head. Without it they might be labels of notes or chapters.
    """
    found = list(_NUMBER_LINE.finditer(text))
    heads = Counter(head_key(head) for line in found for head in (line["above"], line["below"]) if head.strip())
    head, count = max(heads.items(), key=lambda item: item[1], default=("", 0))
    numbers = [int(line["number"]) for line in found if head in map(head_key, (line["above"], line["below"]))]
    if count >= LEAST_REPEATS and all(other == one + 1 for one, other in pairwise(numbers)):
        yield from (line.span("number") for line in found)


def _edges(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the first and last lines of a page that are not blank, each once."""
    first = [found.span() for found in _LINE.finditer(text, start, min(end, start + _LONGEST_EDGE)) if found[0].strip()]
    last = [found.span() for found in _LINE.finditer(text, max(start, end - _LONGEST_EDGE), end) if found[0].strip()]
    yield from sorted({*first[:EDGE_LINES], *last[-EDGE_LINES:]})


def _is_head(line: str, counts: Counter[str]) -> bool:
    return is_running_head(line, counts) or is_page_number(line)


def _blanked(text: str, spans: Sequence[tuple[int, int]], breaks: frozenset[tuple[int, int]]) -> str:
    pieces: list[str] = []
    for (_, last), (start, end) in pairwise([(0, 0), *spans]):
        pieces += [text[last:start], ("\f" if (start, end) in breaks else " ") + " " * (end - start - 1)]
    return "".join((*pieces, text[spans[-1][1] :]))
