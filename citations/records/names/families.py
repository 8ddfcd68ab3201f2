"""Authors named by their family names alone, as short forms, law reviews and lists with "&" name them."""

import re

from citations.records.names.persons import names_group
from citations.records.wording.clauses import Place
from citations.records.wording.words import CAPITAL, RUNNING

_NAME = rf"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]i)\s(?:[Dd]er\s)?)?{CAPITAL}[\w’'-]{{1,30}}"
_AND = r"(?:&|and|und|et|y|e|en|og|och)"
_PARTNERS = rf"{_NAME}(?:,\s{_NAME}){{0,6}},?\s{_AND}\s{_NAME}"
FAMILIES = rf"(?:{_PARTNERS}|{_NAME})"
"""The pattern of family names alone, one or several."""
_ONE = re.compile(_NAME)
_SEVERAL = re.compile(_PARTNERS)
_LISTED = re.compile(rf"{_NAME}(?:,\s{_NAME}){{2,7}}")
"""Three names or more with nothing but commas: "Quill, Finch, Wren"."""
_VOLUME = (
    r"(?:,\s\d{1,4}\s[A-Z][\w.'’& ]{1,50}?\s\d{1,5}(?:,\s\d{1,5})?(?:\s\(|\.?\s?\Z)|"
    r",\s[A-Z]{2}[\w-]{0,10}\s(?:19|20)\d\d,\s(?:S\.\s)?\d)"
)
"""Volume, serial and page after a title, as Bluebook writes them; serial, year and page, as German lawyers do."""
_IMPRINT = r"\s\((?:[^():]{2,40}:\s)?[^()]{2,60},?\s(?:1[5-9]|20)\d\d\)"
_TITLE = r"\W?[^\W\d_][^;\ue000]{8,250}?"
_DAY = r"(?:(?:\d{1,2}\.?\s)?[^\W\d_]{3,9}\.?\s(?:\d{1,2},\s)?)?"
_BEFORE_TITLE = re.compile(
    rf"({_NAME}\s{_AND}\s{_NAME}),\s(?={_TITLE}(?:{_VOLUME}|{_IMPRINT}))"
    rf"|({_PARTNERS}):\s(?={_TITLE}(?:[.,]\s[Ii]n:?\s[A-Z]|,\s[A-Z][^,\d]{{2,40}}\s(?:1[5-9]|20)\d\d\b|"
    rf"\.\s[A-Z][^.:]{{2,40}}:\s))"
    rf"|({CAPITAL}[^\W\d_]{{3,20}}),\s(?={CAPITAL}[\w’'-]*(?:\s[^\s,;:()–\ue000]+){{2,25}}{_VOLUME})"
    rf"|({CAPITAL}[^\W\d_]{{2,20}}),\s(?={CAPITAL}[\w’'-]*\s(?!(?:and|und|et|y)\s)[^,.;:()–\ue000]{{1,600}}?,\sin:\s)"
    rf"|({CAPITAL}[^\W\d_]{{2,20}}),\s(?=[^,.;:()\ue000]*\s{RUNNING}\s)"
    rf"(?={CAPITAL}[\w’'-]*(?:\s[^\s,.;:()\ue000]+){{3,20}}(?:,?\s\(?{_DAY}(?:1[5-9]|20)\d\d\)?)?[,.\s]{{0,2}}\Z)"
)
"""Family names before a title with volume, imprint or "in:" after it: they could be a part of a title otherwise."""
_BEFORE_HOUSE = re.compile(
    rf"({CAPITAL}[^\W\d_]{{2,20}}),\s(?={CAPITAL}[\w’'-]*(?:\s[^\s,.;:()\ue000]+){{2,20}},\s"
    rf"(?:{CAPITAL}[\w’'-]*\s){{1,3}}(?:Press|Verlag|Books|Publishers)\s(?:1[5-9]|20)\d\d\b)"
)
"""One family name before a title, a house and the year: "Quill, A Theory of Frost, Ice University Press 2015"."""
_SHORT = re.compile(
    rf"({_PARTNERS}|{_NAME}(?:\set\sal\.?)?),?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?(?:[,:]\s?(?:(?:pp?|S|s)\.?\s?)?"
    rf"\d{{1,4}}(?:\s?[-–]\s?\d{{1,4}})?f?f?|\s?(?=\([^()]*\d[^()]*\)))"
    r"\.?\s?(?=\Z|\([^()]*\)\.?\s?\Z)"
)
"""Nothing but names, a year and a page or the serial: "Quill & Finch 1998, p. 12"."""
_LINKED = re.compile(
    rf"(?:({_PARTNERS}|{_NAME}(?=\set\sal))(?:\set\sal\.?)?,?\s\(?(?:1[5-9]|20)\d\d[a-z]?(?:\)?\ue000|\ue000\))|"
    rf"({_NAME})\s\((?:1[5-9]|20)\d\d[a-z]?(?:\)\ue000|\ue000\)))\W*\Z"
)
"""Nothing but names and a year, of which one carries the link."""


SHORT_WORK = re.compile(
    rf"\s*({CAPITAL}[\w’'-]+),\s({CAPITAL}[^\W\d_]+(?:\s[^\s(),.;:\d]+){{1,9}}),\s(?:(?:pp?|S|s)\.\s?)?"
    r"\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,3}[.;\s]*"
)
"""The short form of a work cited before: a family name, a title and pages, "Quill, Cold Rivers, 112–14"."""


CITED_AGAIN = re.compile(
    rf"\s*({CAPITAL}[\w’'-]+|{_PARTNERS}),\s({CAPITAL}[^\W\d_]*(?:\s[^\s(),;\ue000]+){{1,14}}),\s"
    r"(?:op|loc|art|ob)\.?\s?cit\b[^;\ue000]{0,60}"
)
"""The same with the words that say so: "Quill, Ríos de hielo, op. cit., p. 34"."""


def joins_names(text: str, start: int, end: int) -> bool:
    """Whether words are nothing but names that "&" or "and" joins: of persons, or of a firm."""
    return _SEVERAL.fullmatch(text, start, end) is not None


def split_families(text: str, start: int, end: int) -> tuple[Place, ...] | None:
    """Give the family names that "&", "and" or commas join; ``None`` where the words are something else or a firm."""
    listed = joins_names(text, start, end) or _LISTED.fullmatch(text, start, end)
    if not listed or names_group(text[start:end]):
        return None
    names = tuple(name.span() for name in _ONE.finditer(text, start, end))
    words = {text[slice(*name)] for name in names}
    return names if len(words) == len(names) > 1 else None


def before_title(text: str, start: int, end: int) -> tuple[tuple[Place, ...], int] | None:
    """Give family names and where the title after them begins, ``None`` where no sign of a source follows it."""
    found = _BEFORE_TITLE.match(text, start, end) or _BEFORE_HOUSE.match(text, start, end)
    if found is None or found.lastindex is None:
        return None
    names = found.span(found.lastindex)
    families = (names,) if _ONE.fullmatch(text, *names) else split_families(text, *names)
    return (families, found.end()) if families else None


def short_form(text: str, start: int, end: int) -> tuple[tuple[Place, ...], int] | None:
    """Give the family names and the place of the year of "Quill & Finch 1998, p. 12", ``None`` for any other text."""
    found = _SHORT.match(text, start, end) or _LINKED.match(text, start, end)
    if found is None:
        return None
    names = found.span(found.lastindex or 0)
    return split_families(text, *names) or (names,), names[1]
