"""Joins the lines of a text that was set in a fixed width, as in mail, plain-text copies and PDF, to paragraphs."""

import re
from collections.abc import Sequence

from verifier.extraction.page_walk import fold_space

UNWRAPPED = 200
"""Characters of the usual full line from which a text is not wrapped at all: each of its lines is a paragraph."""

FULL_LINE = 0.75
"""Share of the usual full line from which a line was ended by the margin, and not by its writer."""

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]{0,2}\Z")
_ITEM = re.compile(r"(?:[-–—•*·▪◦‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,100}-\Z")
"""The first part of a word that a line end parts."""
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,100}+(?:-[^\W\d_]{1,100}+)++")
"""A word written with hyphens. Searching begins only where a word does, so that a long run of letters is read once."""


def join_lines(raw_lines: Sequence[str]) -> list[str]:
    """Give the paragraphs of lines. A blank line ends one, and so does a line that its writer ended before the margin.

    A word parted by a hyphen at a line end is put together, unless the text has it with its hyphen elsewhere.
    """
    lines = [fold_space(line) for line in raw_lines]
    width = _usual_width(lines)
    compounds = {word.casefold() for line in lines for word in _COMPOUND.findall(line)}
    paragraphs: list[list[str]] = []
    before = ""
    for line in lines:
        if line and before and _goes_on(before, line, width):
            _append(paragraphs[-1], line, compounds)
        elif line:
            paragraphs.append([line])
        before = line
    return [" ".join(pieces) for pieces in paragraphs]


def _usual_width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(before: str, line: str, width: int) -> bool:
    if width > UNWRAPPED or _ITEM.match(line):
        return False
    if _HYPHENATED.search(before) and line[:1].islower():
        return True
    return len(before) >= FULL_LINE * width or is_cut(before, line)


def is_cut(before: str, after: str) -> bool:
    """Whether a sentence that begins in one text surely goes on in the next."""
    return after[:1].islower() and not _ENDS.search(before)


def _append(pieces: list[str], line: str, compounds: set[str]) -> None:
    """Add a line to a paragraph, joining a word that the line end parted."""
    parted = _HYPHENATED.search(pieces[-1])
    if parted is None or not line[:1].islower():
        pieces.append(line)
        return
    rest, _, following = line.partition(" ")
    whole = (parted[0] + rest).casefold().rstrip(".,;:!?)\"'”’")
    stem = pieces[-1] if whole in compounds else pieces[-1][:-1]
    pieces[-1] = stem + rest
    if following:
        pieces.append(following)
