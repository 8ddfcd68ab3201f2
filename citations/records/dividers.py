"""Dashes, bars and semicolons that divide the parts of a source where other hands set full stops."""

import re

from citations.records.names import read_authors

_FEWEST = 3
"""Parts of author, title and outlet."""
_TITLE_WORDS = 3
"""Words of the shortest title; what has fewer may be a subtitle: "Cold Rivers - A History - Northern Ice"."""
_SIGNS = (re.compile(r"\s[–—|-]\s(?=\S)"), re.compile(r"()(?<=\S);\s(?=\S)"))
_NO_TITLE = re.compile(r"(?:1[5-9]|20)\d\d|[.,;]\s|[\"“«„]")
"""A year, or other signs that divide: the dashes are no more than part of one title."""


def dividers(text: str) -> tuple[int, ...]:
    """Give the places of the signs that stand for full stops: "Quill, Ada – Cold rivers – Northern Ice – Spring 2005".

    The first part must be nothing but authors and the second a title: else dashes belong to a title, and semicolons
    divide authors or sources.
    """
    for sign in _SIGNS:
        found = list(sign.finditer(text)) if sign.search(text) else []
        if len(found) + 1 >= _FEWEST and _leads(text, found[0].start(), found[0].end(), found[1].start()):
            return tuple(match.end() - 2 for match in found)
    return ()


def _leads(text: str, end: int, title: int, title_end: int) -> bool:
    """Whether authors and nothing else stand before the first sign, and a title between the first two."""
    authors = read_authors(text, len(text) - len(text.lstrip()), end)
    if authors is None or authors.end != end or _NO_TITLE.search(text, title, title_end):
        return False
    if len(text[title:title_end].split()) < _TITLE_WORDS:
        return False
    following = read_authors(text, title, title_end)
    return following is None or (following.end < title_end and not following.sure)
