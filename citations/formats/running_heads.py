"""What pages of print have at their edges, whatever kind of file they are kept in: running heads and page numbers."""

import re
from collections import Counter

EDGE_LINES = 2
"""Lines at the top and at the foot of a page among which running heads are looked for."""
LEAST_REPEATS = 3
"""Pages on which a line must come again to be a running head."""
_LEAST_NUMBERED = 2
"""Pages that are enough for a line with a number in it: two of the same words and another page are no chance."""
_NOTE = re.compile(r"\s{0,9}(?:\d{1,4}[.)]|\[\d{1,4}\][.:]?)\s")
"""What opens a note at the foot: many of them say "Id." and another page."""
_PAGE_NUMBER = re.compile(
    r"\W{0,9}(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:/|of|von|de) ?\d{1,4})?\W{0,9}"
    r"|(?:https?|file)://\S{1,400}\s{1,9}\d{1,4}/\d{1,4}",
    re.IGNORECASE,
)
"""The number of a page, alone or behind the address that a browser prints below each page."""
_FIGURES = re.compile(r"(?<![\w/.])(?<![^\W\d]-)\d+(?!\w|[./-][^\W\d])")
"""Figures that may count pages: those of an address or the name of a file tell one source from another."""
_BLANKS = re.compile(r"\s+")


def head_key(line: str) -> str:
    """Give what a running head has in common on all pages: the line with a sign for each page number."""
    return _BLANKS.sub(" ", _FIGURES.sub("#", line)).strip()


def is_page_number(line: str) -> bool:
    """Whether a line holds nothing but the number of its page."""
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None


def is_running_head(line: str, counts: Counter[str]) -> bool:
    """Whether a line at the edge of a page stands there on others too; ``counts`` are the pages by ``head_key``.

    A figure alone is no head: it may number the page, or a note.
    """
    key = head_key(line)
    return not _NOTE.match(line) and key != "#" and counts[key] >= (_LEAST_NUMBERED if "#" in key else LEAST_REPEATS)
