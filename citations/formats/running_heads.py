"""Running heads and page numbers, which printed pages have at their edges in any format."""

import re
from collections import Counter

EDGE_LINES = 2
"""Lines at the top and at the foot of a page among which running heads are looked for."""
LEAST_REPEATS = 3
"""Pages that must share a line for it to be a running head."""
_LEAST_NUMBERED = 2
"""The same for a line with a page number in it, which is unlikely to recur by chance."""
_NOTE = re.compile(r"\s{0,9}(?:\d{1,4}[.)]|\[\d{1,4}\][.:]?)\s")
"""What opens a note at the foot of a page; many notes differ only in their numbers ("Id. at 5")."""
_PAGE_NUMBER = re.compile(
    r"\W{0,9}(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:/|of|von|de) ?\d{1,4})?\W{0,9}"
    r"|(?:https?|file)://\S{1,400}\s{1,9}\d{1,4}/\d{1,4}",
    re.IGNORECASE,
)
"""The number of a page, alone or after the address that a browser prints below each page."""
_FIGURES = re.compile(r"(?<![\w/.])(?<![^\W\d]-)\d+(?!\w|[./-][^\W\d])")
"""Figures that may be page numbers; those within an address or a file name are not."""
_BLANKS = re.compile(r"\s+")


def head_key(line: str) -> str:
    """Give the line with ``#`` for each number, which makes a running head the same on all pages."""
    return _BLANKS.sub(" ", _FIGURES.sub("#", line)).strip()


def is_page_number(line: str) -> bool:
    """Whether a line holds nothing but the number of its page."""
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None


def is_running_head(line: str, counts: Counter[str]) -> bool:
    """Whether a line at the edge of a page recurs on other pages; ``counts`` are numbers of pages by ``head_key``.

    A number alone is no running head: it may be that of the page, or of a note.
    """
    key = head_key(line)
    return not _NOTE.match(line) and key != "#" and counts[key] >= (_LEAST_NUMBERED if "#" in key else LEAST_REPEATS)
