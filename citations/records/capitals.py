"""Books as American lawyers set them: authors and title in capitals, then a page and the year in brackets."""

import re

from citations.records.clauses import Place
from citations.records.persons import names_group
from citations.records.region import Parts, Region

_WORD = r"[A-Z][A-Z.’'-]*"
_PERSON = rf"{_WORD}(?:\s{_WORD}){{1,3}}"
_WHO = rf"(?:{_PERSON}(?:,\s{_PERSON}){{0,8}}\s&\s{_PERSON}|{_WORD}(?:\s(?:&|{_WORD})){{1,12}}?)"
_PINPOINT = r"(?:,?\sat)?\s(?:§{1,2}\s?)?\d[\d.]{0,6}(?:[–-]\d{1,5})?(?:,\s\d{1,5}(?:[–-]\d{1,5})?){0,4}"
_BOOK = re.compile(
    rf"({_WHO})(?:,?\sET\sAL\.?)?,\s([A-Z\d](?=[^a-z]{{0,60}}[A-Z]{{2}})[^a-z()\[\]\"“”\ue000]{{6,240}}?)"
    rf"(?:{_PINPOINT})?\s\((?:[^()\d]|\d{{1,2}}(?:st|nd|rd|th|d)\s){{0,80}}((?:1[5-9]|20)\d\d)\)\W{{0,3}}"
)
_BETWEEN = re.compile(r",\s|\s&\s")
_MOST_WORDS = 4
"""Words of the longest name of one person."""


def read_lawyers_book(region: Region) -> Parts | None:
    """Read "ADA QUILL & BEN FINCH, COLD RIVERS 12 (2d ed. 2008)", ``None`` where small letters stand in it."""
    text = region.text
    book = _BOOK.fullmatch(text, region.start, region.head_end)
    if book is None:
        return None
    year = next((date for date in region.cuts.dates if date.start == book.start(3)), None)
    return Parts(authors=_authors(text, book.span(1)), title=book.span(2), issued=year) if year else None


def _authors(text: str, who: Place) -> tuple[Place, ...]:
    """Give each of several persons, or the whole where some part of it is no person's name."""
    ends = [(one.start(), one.end()) for one in _BETWEEN.finditer(text, *who)]
    starts = [who[0], *(end for _, end in ends)]
    names = tuple(zip(starts, [*(start for start, _ in ends), who[1]], strict=True))
    persons = all(1 < len(text[slice(*name)].split()) <= _MOST_WORDS for name in names)
    return names if persons and not names_group(text[slice(*who)]) else (who,)
