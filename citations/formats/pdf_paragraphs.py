"""Paragraphs of a PDF, told from the positions of its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citations.formats.pdf_pages import Line

_GAP = 1.5
"""A gap of this many usual line distances parts paragraphs, if the line above is not full."""
_WIDEST_GAP = 1.75
"""A gap of this many always separates paragraphs; superscripts push lines apart by less."""
_COMMON = 0.2
"""The least share of all line distances that makes one distance common."""
_INDENT = 0.6
"""An indent of this many letter heights begins a paragraph."""
_SHORT = 0.8
"""A line that ends before this share of the column's width is the last of its paragraph if a sentence ends with it."""
_RECENT = 20
"""Lines before and after a line from which the edges of its column are told."""
_ADDRESS = re.compile(r"https?://|www\.|doi:")
"""An address, which never opens a paragraph but continues the reference above."""
BULLET = re.compile(r"[•‣▪◦●○■]\s?")
_ENTRY = re.compile(r"[\[(]?(\d{1,4})[\]).]?(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*(?:\s?\[[\d,;–\s-]{1,20}\]){0,3}\s*$")


def paragraphs(lines: Sequence[Line], spacing: float) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; one may go on over the end of a page or column."""
    current: list[Line] = []
    entry = 0
    right = 0.0
    hanging = _hanging(lines, spacing)
    for index, line in enumerate(lines):
        found = _ENTRY.match(line.text)
        marks = entry == 0 and bool(line.raised_start)  # a marker may open a line of the text
        opens_entry = found is not None and int(found[1]) == entry + 1 and not marks
        breaks = opens_entry or (bool(current) and _breaks(current, line, spacing, right))
        if current and hanging.get(index, breaks):
            yield current
            current = []
        if not current and found and (opens_entry or int(found[1]) == 1):
            entry = int(found[1])
        current.append(line)
        right = _column_end(line, lines[max(0, index - _RECENT) : index + _RECENT])
    if current:
        yield current


def _hanging(lines: Sequence[Line], spacing: float) -> dict[int, bool]:
    """Give, for the lines of lists with hanging indents, whether each is the first line of its entry.

    There, continuation lines are indented. Elsewhere, an indented line opens a paragraph and follows the end of a
    sentence.
    """
    out: dict[int, bool] = {}
    for run in _runs(lines, spacing):
        left = min(lines[index].left for index in run)
        first = {index: lines[index].left <= left + lines[index].size * _INDENT for index in run}
        steps = [lines[one] for one, other in pairwise(run) if first[one] and not first[other]]
        if len(steps) > max(2 * sum(map(_ends, steps)), 1):
            out |= first
    return out


def _runs(lines: Sequence[Line], spacing: float) -> Iterator[range]:
    """Yield the indexes of consecutive lines of one size that stand below one another without a gap."""
    start = 0
    for at, (one, other) in enumerate(pairwise(lines), 1):
        below = one.page == other.page and 0 < one.y - other.y <= max(spacing, one.size) * _GAP
        if not below or abs(one.size - other.size) > 1:
            yield range(start, at)
            start = at
    if lines:
        yield range(start, len(lines))


def _column_end(line: Line, around: Sequence[Line]) -> float:
    """Give the right edge of a line's column: that of the nearby lines of its size that overlap it horizontally.

    Other sizes do not count: a title is wider than the columns below it.
    """
    page = (one for one in around if one.page == line.page and abs(one.size - line.size) <= 1)
    return max(one.right for one in page if one.left <= line.right and line.left <= one.right)


def _ends(line: Line) -> bool:
    """Whether a sentence ends with a line, or with a line and the markers behind it."""
    return _SENTENCE_END.search("".join(glyph.char for glyph in line.glyphs if not glyph.raised)) is not None


def _breaks(current: Sequence[Line], line: Line, spacing: float, right: float) -> bool:
    last = current[-1]
    ended = _ends(last)
    if abs(last.size - line.size) > 1 or BULLET.match(line.text):
        return True
    if last.page != line.page or line.y > last.y:
        return ended and (
            line.left > min(one.left for one in current[-_RECENT:]) + line.size * _INDENT or last.right < right * _SHORT
        )
    short = last.right < right * _SHORT
    if spacing and last.y - line.y > spacing * _GAP:
        return short or last.y - line.y > spacing * _WIDEST_GAP
    usual = current[1].left if len(current) > 1 else last.left
    indented = line.left > usual + line.size * _INDENT
    return ended and (indented or short) and not _ADDRESS.match(line.text)


def line_spacing(pages: Sequence[Sequence[Line]]) -> float:
    """Give the usual distance of two lines: the smallest that is common, to the point.

    Where paragraphs are short, as those of web pages, the distance between them may be the commonest.
    """
    steps = Counter(
        round(first.y - second.y)
        for lines in pages
        for first, second in pairwise(lines)
        if first.y > second.y and first.size == second.size
    )
    common = [step for step, count in steps.items() if count >= _COMMON * steps.total()]
    return min(common, default=0)
