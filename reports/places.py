"""Where something stands, in words: at a line, or at what a file without lines has in its stead."""

from pathlib import PurePath

from citations.document import Position
from reports.one_line import plain
from reports.values import ClaimReport, FindingReport
from verifier.findings import Finding

PLACE_CHARACTERS = 80
"""Of a place in words; a file of a book may be called anything."""


Placed = Position | Finding | ClaimReport | FindingReport
"""Whatever has a place in an article."""


def place_words(at: Placed) -> str:
    """Give "line 41", or the place that the format names: "paragraph 12", "page 3", "chapter2.xhtml, line 41"."""
    named = plain(at.place, PLACE_CHARACTERS)
    if not named:
        return f"line {at.line}"
    return f"{named}, line {at.line}" if PurePath(named).suffix else named


def located(path: str, at: Placed) -> str:
    """Give "article.md:41:7", where editors jump to, or "article.docx, paragraph 12", where none could."""
    return f"{path}, {place_words(at)}" if at.place else f"{path}:{at.line}:{at.column}"
