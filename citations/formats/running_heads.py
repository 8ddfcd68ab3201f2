"""What pages of print have at their edges, whatever kind of file they are kept in: running heads and page numbers."""

import re

EDGE_LINES = 2
"""Lines at the top and at the foot of a page among which running heads are looked for."""
LEAST_REPEATS = 3
"""Pages on which a line must come again, page numbers aside, to be a running head."""
_PAGE_NUMBER = re.compile(
    r"\W{0,9}(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:/|of|von|de) ?\d{1,4})?\W{0,9}", re.IGNORECASE
)
_FIGURES = re.compile(r"(?<![\w/.])(?<![^\W\d]-)\d+(?!\w|[./-][^\W\d])")
"""Figures that may count pages: those of an address or the name of a file tell one source from another."""
_BLANKS = re.compile(r"\s+")


def head_key(line: str) -> str:
    """Give what a running head has in common on all pages: the line with a sign for each page number."""
    return _BLANKS.sub(" ", _FIGURES.sub("#", line)).strip()


def is_page_number(line: str) -> bool:
    """Whether a line holds nothing but the number of its page."""
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None
