r"""Commands that the writer of a LaTeX file defines: those without arguments, and new names for other commands."""

import re
from collections.abc import Collection
from typing import NamedTuple

from citations.formats.latex_source import LatexSource
from citations.formats.masking import MASKED

_DEFINITION = re.compile(r"\\(?:re)?newcommand\*?\s{0,9}\{?\s{0,9}\\([a-zA-Z]{1,40})\s{0,9}\}?\s{0,9}(?=\{)")
_ALIAS = re.compile(
    r"\\(?:(?:(?:re)?newcommand|providecommand)\*?|def)\s{0,9}\{?\s{0,9}\\(?P<name>[a-zA-Z]{1,40})\s{0,9}\}?"
    r"(?:\s{0,9}\[\d\](?:\[[^\]\n]{0,40}\])?|(?:#\d){1,3})?"
    rf"\s{{0,9}}\{{[\s~{MASKED}]{{0,9}}\\(?P<is>[a-zA-Z]{{1,40}})\s{{0,9}}"
    rf"(?:(?:\[#\d\]){{0,2}}\{{[^{{}}#]{{0,40}}#\d\s{{0,9}}\}})?[\s{MASKED}]{{0,9}}\}}"
    r"|\\let\s{0,9}\\(?P<let>[a-zA-Z]{1,40})\s{0,9}=?\s{0,9}\\(?P<for>[a-zA-Z]{1,40})"
)
"""The definition of a command that only gives another command a new name."""
_ENDS_BLANK = re.compile(r"(?:\\[ ,;:]|~)\s{0,9}$")
_ENDS_AS_WRITTEN = re.compile(r"\\xspace\s{0,9}$")
r"""``\xspace`` at the end of a definition: a blank is printed if one follows the command."""
_MAX_DEFINITIONS = 2000
_ROOM = 100_000
"""Characters of definitions put in beyond the length of the file: a long one, used often, would fill the memory."""


class OwnCommand(NamedTuple):
    """The definition of a command without arguments: its span in the source, and how it treats a following blank."""

    start: int
    end: int
    ends_blank: bool
    """A blank is printed after the command."""
    keeps_blank: bool
    """A blank that follows the command is printed."""


class OwnCommands:
    """The commands that a file defines. Each use counts against the characters that may be put in altogether."""

    def __init__(self, latex: LatexSource) -> None:
        self._latex = latex
        self._room = len(latex.markup) + _ROOM
        self._definitions: dict[str, tuple[int, int]] = {}
        for found in _DEFINITION.finditer(latex.markup):
            after = latex.group_end(found.end())
            if after is not None and len(self._definitions) < _MAX_DEFINITIONS:
                self._definitions[found[1]] = (found.end() + 1, after - 1)

    @property
    def names(self) -> Collection[str]:
        """The names of the commands that are defined without arguments."""
        return self._definitions.keys()

    def use(self, name: str) -> OwnCommand | None:
        """Give the definition of a command, ``None`` once too many characters have been put in."""
        start, end = self._definitions[name]
        self._room -= end - start + 1
        if self._room < 0:
            return None
        markup = self._latex.markup
        keeps = _ENDS_AS_WRITTEN.search(markup, start, end) is not None
        return OwnCommand(
            start=start,
            end=end,
            ends_blank=not keeps and _ENDS_BLANK.search(markup, start, end) is not None,
            keeps_blank=keeps,
        )

    def new_names(self, known: Collection[str]) -> dict[str, str]:
        """Give the new names of ``known`` commands, each with the command that it stands for."""
        pairs = (
            (found["name"] or found["let"], found["is"] or found["for"])
            for found in _ALIAS.finditer(self._latex.markup)
        )
        return {name: meant for name, meant in pairs if meant in known and name not in known}
