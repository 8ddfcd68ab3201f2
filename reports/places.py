"""Places in words: a line, or for files without lines a paragraph, a page or a chapter."""

from pathlib import PurePath
from typing import Protocol

from reports.one_line import plain

PLACE_CHARACTERS = 80
"""Of a place in words; a file of a book may be called anything."""


class Placed(Protocol):
    """Whatever has a place in an article: a position, a claim, a finding."""

    @property
    def line(self) -> int:
        """The line, or what is counted in its stead, from 1."""
        ...

    @property
    def column(self) -> int:
        """The character in it, from 1."""
        ...

    @property
    def place(self) -> str:
        """What a format without lines calls it, or the file of a book that it is in; else ``""``."""
        ...


def place_words(at: Placed) -> str:
    """Give "line 41", or the place that the format names: "paragraph 12", "page 3", "chapter2.xhtml, line 41"."""
    named = plain(at.place, PLACE_CHARACTERS)
    if not named:
        return f"line {at.line}"
    return f"{named}, line {at.line}" if PurePath(named).suffix else named


def located(path: str, at: Placed) -> str:
    """Give "article.md:41:7", where editors jump to, or "article.docx, paragraph 12", where none could."""
    return f"{path}, {place_words(at)}" if at.place else f"{path}:{at.line}:{at.column}"
