"""Names before a title in italics that no form of names fits: family names alone, bodies, the ancients."""

import re

from citations.document import Span
from citations.records.cities import CITY_NAMES
from citations.records.openings import RUNS
from citations.records.persons import OFFICE
from citations.records.words import CAPITAL, LOWER, PARTICLES, SERIAL

_WORD = rf"{CAPITAL}[\w’ʿʾ'-]*"
_JOINING = rf"{PARTICLES}|al-[\w’ʿʾ'-]+|and|und|et|y|of|for|the|on|&"
_WRITER = re.compile(
    rf"(?:{_WORD}(?:,?\s(?:{_WORD}|{_JOINING})){{0,8}}(?:\s\([A-Z]\w{{1,9}}\)|\s\([Ee]ds?\.?\))?|"
    rf"[A-Z]{{2,8}}/[A-Z]{{2,8}}),\s|"
    rf"{_WORD}\s(?:&|and|et|und|y)\s{_WORD}\.\s|{CAPITAL}[^\W\d_]{{3,15}}\.\s|"
    rf"(?:{CAPITAL}[^\W{LOWER}_]+[\s-]?){{1,5}}\.\s|{OFFICE}[,.]\s"
)
"""A name before a comma, two before a stop, capitals or an office: "Hammer & Tongs, *Iron*", "ICE BOARD. *Frost*"."""
_BOOK = re.compile(
    r"[,.]?\s\((?:[^()]{2,60}:\s[^()]{2,80},\s)?(?:1[4-9]|20)\d\d\)|,\s[A-Z]{2}[\w .-]{1,30}\s\(\d{4}\)|"
    rf",\s(?:[A-Z]+[\d/-][\w/-]*,\s)?(?:{CITY_NAMES})(?:,|:)?\s(?:[^,]{{2,40}},\s)?(?:1[4-9]|20)\d\d\b|"
    r",\s(?:eds?|trans|tr)\.\s|\.\s(?:1[4-9]|20)\d\d\.|[.,]\s(?:[Tt]ranslated|[Tt]rans\.|[Tt]r\.|[Üü]bersetzt|[Tt]rad)|"
    r",?\s(?:Books?|Bk|lib|Canto|chap|Ch|[IVXLC]{1,6}[.,\s]|\d{1,3}\.\d)|"
    r",\s(?:(?:pp?|S|s)\.\s?)?\d{1,4}(?:[–-]{1,2}\d{1,4})?(?:,\s\d{1,4}(?:[–-]{1,2}\d{1,4})?){0,3}[.;\s]*\Z"
)
"""What stands behind a book, and not behind an outlet: imprint, editors, translators, a year, a place in it, pages."""
_FEW_WORDS = 2
"""Words of italics that may be an outlet: "*Die Zeit*"."""
_OUTLET_WORDS = 6
"""Words of the longest outlet in italics that has running words in its name."""
_NOTHING = re.compile(r"[\s.]*\Z")
_SURE = re.compile(
    rf".*\s&\s.*|{CAPITAL}[\w’'-]*\s(?:and|et|und|y)\s[\w’'-]*\.\s|[A-Z]{{2,8}}(?:/[A-Z]{{2,8}})?,\s|{OFFICE}[,.]\s"
)
"""Names that "&" joins, the letters of a body, an office: whoever they are, they wrote what follows."""


def names_a_writer(text: str, start: int, title: Span) -> bool:
    """Whether the words before italics are a name that no form of names fits, and the italics are a book."""
    if _WRITER.fullmatch(text, start, title.start) is None:
        return False
    named = _SURE.fullmatch(text, start, title.start) and " " in text[title.start : title.end]
    sure = named and not SERIAL.search(text, title.start, title.end)
    return bool(sure) or _BOOK.match(text, title.end) is not None or _is_title(text, title)


def _is_title(text: str, title: Span) -> bool:
    """Whether italics are a title and no outlet: small letters and nothing behind it, or many words that run."""
    words = text[title.start : title.end].split()
    small = any(word[0].islower() for word in words)
    book = small and len(words) > _FEW_WORDS and _NOTHING.match(text, title.end)
    runs = len(words) > _OUTLET_WORDS and RUNS.search(text, title.start, title.end)
    return bool(book or runs) and not SERIAL.search(text, title.start, title.end)
