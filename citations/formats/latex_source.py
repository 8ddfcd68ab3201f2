"""The source of a LaTeX file prepared for reading: comments and verbatim text masked, braces paired."""

import re
from bisect import bisect_right
from typing import NamedTuple

from citations.formats import latex_signs as signs
from citations.formats.masking import UNPRINTED, VERBATIM, mask

_MASKED = re.compile(
    r"(?P<escape>\\[\\%{}$])"
    r"|(?P<address>\\(?:url|href|nolinkurl|path)\b\s{0,9}\{[^{}\n]{0,2000}\})"
    r"|(?P<comment>%[^\n]*\n?[ \t]*)"
    r"|(?P<verb>\\(?:verb\*?|lstinline)(?P<fence>[^\sa-zA-Z*{\[])[^\n]{0,500}?(?P=fence))"
    r"|(?P<chunk>^<<[^\n]{0,300}>>=[ \t]*$)"
    r"|\\begin\s{0,9}\{(?P<name>[a-zA-Z]{1,30}\*?)\}|\\(?P<never>iffalse)\b",
    re.MULTILINE,
)
_OWN_VERBATIM = re.compile(
    r"\\(?:DefineVerbatimEnvironment|lstnewenvironment|newtcblisting|DeclareTCBListing|newminted)\s{0,9}"
    r"(?:\[[^\]\n]{0,200}\])?\{(?P<name>[a-zA-Z]{1,30}\*?)\}(?!\s{0,9}\{\w{0,30}\}\s{0,9}\{[^{}]{0,200}commandchars)"
)
"""The definition of an environment of the writer's own whose text is no markup, unless it may hold commands."""
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_MAX_OPTION = 1000
"""Characters of an argument in square brackets; the longest in use are a few hundred (a short heading)."""
_OPTION_SIGN = re.compile(r"\\.|[{}\[\]]", re.DOTALL)


class Argument(NamedTuple):
    """An argument of a command: its text from ``start`` to ``end``, without brackets, and the place ``after`` it."""

    start: int
    end: int
    after: int


class LatexSource:
    """A LaTeX text with a masked copy of the same length (``markup``), in which commands and braces are looked up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.markup = _masked(text)
        self._ends = brace_ends(self.markup)
        self._paragraphs = [match.start() for match in re.finditer(r"\n[ \t]*\n", self.markup)]

    def group_end(self, at: int) -> int | None:
        """Give the place after the brace that closes the group which opens at ``at``, ``None`` if nothing closes it."""
        return self._ends.get(at)

    def closing_brace(self, at: int, end: int) -> int | None:
        """Give the place of the brace that closes the group around ``at``, ``None`` if there is none before ``end``."""
        depth = 0
        for sign in _BRACE.finditer(self.markup, at, end):
            if sign[0] == "}" and depth == 0:
                return sign.start()
            depth += (sign[0] == "{") - (sign[0] == "}")
        return None

    def paragraph_end(self, at: int) -> int:
        """Give where the paragraph around ``at`` ends."""
        index = bisect_right(self._paragraphs, at)
        return self._paragraphs[index] if index < len(self._paragraphs) else len(self.markup)

    def skip_blanks(self, at: int, end: int) -> int:
        """Give the next place that is not white space; ``at`` itself if an empty line comes first."""
        stop = at
        lines = 0
        while stop < end and self.markup[stop] in " \t\n":
            lines += self.markup[stop] == "\n"
            stop += 1
        return at if lines > 1 else stop

    def argument(self, at: int, end: int) -> Argument | None:
        """Give the argument that follows ``at``: a group in braces, a command or a single character."""
        at = self.skip_blanks(at, end)
        if at >= end:
            return None
        if self.markup[at] == "{":
            after = self.group_end(at)
            return Argument(at + 1, after - 1, after) if after is not None and after <= end else None
        if self.markup[at] in "}[]" or self.markup[at].isspace():
            return None
        width = 2 if self.markup[at] == "\\" else 1
        return Argument(at, min(at + width, end), min(at + width, end))

    def option(self, at: int, end: int) -> Argument | None:
        """Give the argument in square brackets that follows ``at``, ``None`` if something else follows."""
        at = self.skip_blanks(at, end)
        if at >= end or self.markup[at] != "[":
            return None
        depth = 0
        for sign in _OPTION_SIGN.finditer(self.markup, at + 1, min(end, at + _MAX_OPTION)):
            if sign[0] == "]" and depth == 0:
                return Argument(at + 1, sign.start(), sign.end())
            depth += (sign[0] in "{[") - (sign[0] in "}]")
        return None

    def past_options(self, at: int, end: int) -> int:
        """Give the place after all arguments in square brackets that follow ``at``."""
        while (option := self.option(at, end)) is not None:
            at = option.after
        return at

    def text_of(self, argument: Argument) -> str:
        """Give the markup of an argument, without the white space around it."""
        return self.markup[argument.start : argument.end].strip()


def _masked(text: str) -> str:
    parts: list[str] = []
    done = 0
    endless: set[str] = set()
    listings = {*signs.VERBATIM, *(found["name"] for found in _OWN_VERBATIM.finditer(text))}
    for found in _MASKED.finditer(text):
        if found.start() < done or found["escape"] or found["address"]:
            continue
        name = found["name"] or found["never"] or found["chunk"]
        stop = found.end()
        if name is not None:
            closing = _closing(found)
            known = found["name"] is None or name in listings
            close = text.find(closing, stop) if known and name not in endless else -1
            if close < 0:
                endless.add(name)
                continue
            stop = close + len(closing)
        elif found["comment"] is not None and text[stop : stop + 1] == "\n":
            # A comment before an empty line ends the paragraph all the same.
            stop = found.start() + text[found.start() : stop].index("\n") if "\n" in found[0] else stop
        parts.append(text[done : found.start()])
        parts.append(mask(VERBATIM if found["verb"] else UNPRINTED, stop - found.start()))
        done = stop
    return "".join([*parts, text[done:]])


def _closing(opening: re.Match[str]) -> str:
    r"""Give what closes a masked stretch: an environment, ``\iffalse``, or a chunk of code for knitr and Sweave."""
    if opening["chunk"]:
        return "\n@"
    return r"\fi" if opening["never"] else f"\\end{{{opening['name']}}}"


def brace_ends(markup: str) -> dict[int, int]:
    """Give the place after each closing brace, by the place of its opening brace."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for sign in _BRACE.finditer(markup):
        if sign[0] == "{":
            open_at.append(sign.start())
        elif sign[0] == "}" and open_at:
            ends[open_at.pop()] = sign.end()
    return ends
