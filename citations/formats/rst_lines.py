"""The lines of a reStructuredText file: blocks by indentation, and lines of adornment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1+[ \t]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line from ``start`` up to ``end`` of the text, without its end."""

    start: int
    end: int
    indent: int
    """Characters of white space at its beginning."""

    @property
    def blank(self) -> bool:
        """Whether it has no words."""
        return self.start + self.indent >= self.end


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text."""
    out = []
    start = 0
    for line in text.split("\n"):
        out.append(Line(start=start, end=start + len(line), indent=len(line) - len(line.lstrip())))
        start += len(line) + 1
    return out


def body_end(lines: Sequence[Line], at: int, *, indent: int | None = None) -> int:
    """Give the line after the block at ``at``: it goes on while lines are indented deeper (than ``indent``)."""
    depth = lines[at].indent if indent is None else indent
    stop = at + 1
    after = stop
    while after < len(lines) and (lines[after].blank or lines[after].indent > depth):
        after += 1
        if not lines[after - 1].blank:
            stop = after
    return stop


def is_adornment(text: str, line: Line) -> bool:
    """Whether a line repeats one punctuation character, like those above and below headings."""
    return _ADORNMENT.match(text, line.start, line.end) is not None
