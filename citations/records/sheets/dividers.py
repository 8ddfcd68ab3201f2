"""Dashes, bars and semicolons that divide the parts of a source where most writers put full stops."""

import re
from itertools import chain, pairwise

from citations.dates import read_dates
from citations.records.names.lists import read_authors

_FEWEST = 3
"""Parts of author, title and outlet."""
_TITLE_WORDS = 3
"""Words of the shortest title; what has fewer may be a subtitle: "Cold Rivers - A History - Northern Ice"."""
_MOST_OUTLETS = 2
"""Parts between a title and its day or link: the section of a paper and the paper, at most."""
_DASH, _SEMICOLON = re.compile(r"\s[–—|-]\s(?=\S)"), re.compile(r"()(?<=\S);\s(?=\S)")
_OUTLET = re.compile(r"[^\Wa-zà-ÿ_][^.:;?!\ue000]{1,60}")
"""What begins with a capital or a digit and is no sentence."""
_LINK_ALONE = re.compile(r"[<(\[]?\ue000+[>)\]]?[.,]?")
_LINK_LAST = re.compile(rf"[.,:]?\s{_LINK_ALONE.pattern}\Z")
_QUOTED, _MARK = re.compile(r"[“\"«„‘][^“\"«„”»]+[”\"»“’]"), re.compile(r"[“\"«„”»]")
_NO_TITLE = re.compile(r"(?:1[5-9]|20)\d\d|[.,;]\s|[\"“«„]")
"""A year, or other signs that divide: the dashes are no more than part of one title."""


def dividers(text: str) -> tuple[int, ...]:
    """Give the places of the signs that stand for full stops: "Quill, Ada – Cold rivers – Northern Ice – Spring 2005".

    The first part must be nothing but authors and the second a title, or a title be followed by an outlet and a part
    that is only a day or a link: otherwise dashes are part of a title, and semicolons divide authors or sources.
    """
    for sign in (_DASH, _SEMICOLON):
        found = list(sign.finditer(text)) if sign.search(text) else []
        if len(found) + 1 < _FEWEST:
            continue
        leads = _leads(text, found[0].start(), found[0].end(), found[1].start())
        if leads or (sign is _DASH and _is_followed(text, found)):
            return tuple(match.end() - 2 for match in found)
    return ()


def _is_followed(text: str, signs: list[re.Match[str]]) -> bool:
    """Whether a title is followed by an outlet, perhaps of two parts, and a part that is only a day or a link."""
    places = list(pairwise([0, *chain.from_iterable(sign.span() for sign in signs), len(text)]))[::2]
    title, *others = (text[start:end].strip() for start, end in places)
    alone = next((i for i, part in enumerate(others) if _is_alone(part)), -1)
    quoted = _QUOTED.fullmatch(title) is not None
    titled = quoted or (_MARK.search(title) is None and len(title.split()) >= _TITLE_WORDS)
    return (
        titled
        and _LINK_ALONE.search(title) is None
        and 0 <= alone <= _MOST_OUTLETS
        and all(map(_OUTLET.fullmatch, others[:alone]))
    )


def _is_alone(part: str) -> bool:
    """Whether a part is a link, or a day, and nothing else."""
    bare = _LINK_LAST.sub("", part)
    dated = (last - first == len(bare) and len(date.parts) > 1 for date, first, last in read_dates(bare))
    return _LINK_ALONE.fullmatch(part) is not None or any(dated)


def _leads(text: str, end: int, title: int, title_end: int) -> bool:
    """Whether authors and nothing else stand before the first sign, and a title between the first two."""
    authors = read_authors(text, len(text) - len(text.lstrip()), end)
    if authors is None or authors.end != end or _NO_TITLE.search(text, title, title_end):
        return False
    if len(text[title:title_end].split()) < _TITLE_WORDS or (not authors.sure and text[title].islower()):
        return False  # "Cold Start — harbour documentation": words that go on with a title
    following = read_authors(text, title, title_end)
    return following is None or (following.end < title_end and not following.sure)
