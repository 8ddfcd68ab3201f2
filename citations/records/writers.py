"""Names before a title in italics that no form of names fits: family names alone, bodies, the ancients."""

import re

from citations.document import Span
from citations.records.cities import CITY_NAMES
from citations.records.openings import RUNS
from citations.records.persons import OFFICE
from citations.records.words import CAPITAL, LOWER, PARTICLES, SERIAL

_WRITER = re.compile(
    rf"{CAPITAL}[\w’ʿʾ'-]*(?:,?\s(?:{CAPITAL}[\w’ʿʾ'-]*|al-[\w’ʿʾ'-]+|{PARTICLES}|&|and|und|et|of|for|the|on)){{1,8}}(?:\s\([A-Z]\w{{1,9}}\))?,\s|"
    rf"(?:{CAPITAL}[^\W{LOWER}_]+[\s-]?){{1,5}}\.\s"
)
"""A name before a comma, or capitals before a full stop: "Hammer & Tongs, *Cold Iron*", "ICE BOARD. *Frost*"."""
_BOOK = re.compile(
    r"[,.]?\s\((?:[^()]{2,60}:\s[^()]{2,80},\s)?(?:1[4-9]|20)\d\d\)|,\s[A-Z]{2}[\w .-]{1,30}\s\(\d{4}\)|"
    rf",\s(?:[A-Z]+[\d/-][\w/-]*,\s)?(?:{CITY_NAMES})(?:,|:)?\s(?:[^,]{{2,40}},\s)?(?:1[4-9]|20)\d\d\b|"
    r",\s(?:eds?|trans|tr)\.\s|\.\s(?:1[4-9]|20)\d\d\."
)
"""What stands behind the title of a book, and not behind an outlet: imprint, editors, a year by itself."""
_FEW_WORDS = 2
"""Words of italics that may be an outlet: "*Die Zeit*"."""
_OUTLET_WORDS = 6
"""Words of the longest outlet in italics that has running words in its name."""
_NOTHING = re.compile(r"[\s.]*\Z")
_TWO_NAMES = re.compile(
    rf"{CAPITAL}[\w’'-]{{1,30}}\s(?:&|and|et|und|y)\s{CAPITAL}[\w’'-]{{1,30}}\.\s|"
    rf"(?:{CAPITAL}[\w’'-]{{1,30}},\s){{1,5}}(?:{CAPITAL}[\w’'-]{{1,30}}\s)?&\s{CAPITAL}[\w’'-]{{1,30}}(?:\s\([Ee]ds?\.?\))?,\s"
)
"""Family names before italics: "Quill & Finch. *Cold Rivers*", "Quill, Finch & Wren, *Ice*"."""
_LETTERS = re.compile(r"[A-Z]{2,8}(?:/[A-Z]{2,8})?,\s")
"""The letters of a body before a comma."""
_OFFICE = re.compile(rf"{OFFICE}[,.]\s")
"""A public body by the word before what it is for: "Bureau of Ice, *Rules*", "Quay Agency of Kade, *Rules*"."""
_CLASSIC = re.compile(rf"{CAPITAL}[^\W\d_]{{3,15}}[.,]\s")
_BOOK_OF_WORK = re.compile(r",?\s(?:Books?|Bk|lib|Canto|chap|Ch|[IVXLC]{1,6}[.,\s]|\d{1,3}\.\d)")
"""A place in a work of the ancients, behind its title: ", Book II", " 4.12"."""
_TRANSLATED = re.compile(r"[.,]\s(?:[Tt]ranslated|[Tt]rans\.|[Tt]r\.|[Üü]bersetzt|[Tt]rad)")
_ONE_NAME = re.compile(rf"{CAPITAL}[\w’'-]{{2,30}},\s")
_PAGE = r"\d{1,4}(?:[–-]{1,2}\d{1,4})?"
_PAGES = re.compile(rf",\s(?:(?:pp?|S|s)\.\s?)?{_PAGE}(?:,\s{_PAGE}){{0,3}}[.;\s]*")
"""Pages and nothing else, as behind a work that was cited before: "Quill, *Rivers*, 112–14"."""


def names_a_writer(text: str, start: int, title: Span) -> bool:
    """Whether the words before italics are a name that no form of names fits, and the italics are a book."""
    if _TWO_NAMES.fullmatch(text, start, title.start):
        return True
    letters = _LETTERS.fullmatch(text, start, title.start) and " " in text[title.start : title.end]
    if (letters or _OFFICE.fullmatch(text, start, title.start)) and not SERIAL.search(text, title.start, title.end):
        return True
    if _CLASSIC.fullmatch(text, start, title.start) and (
        _BOOK_OF_WORK.match(text, title.end) or _TRANSLATED.match(text, title.end)
    ):
        return True
    if _ONE_NAME.fullmatch(text, start, title.start):
        behind = _BOOK.match(text, title.end) or _PAGES.fullmatch(text, title.end)
        return behind is not None or _is_title(text, title)
    return _WRITER.fullmatch(text, start, title.start) is not None and _BOOK.match(text, title.end) is not None


def _is_title(text: str, title: Span) -> bool:
    """Whether italics are a title and no outlet: small letters and nothing behind it, or many words that run."""
    words = text[title.start : title.end].split()
    small = any(word[0].islower() for word in words)
    book = small and len(words) > _FEW_WORDS and _NOTHING.match(text, title.end)
    runs = len(words) > _OUTLET_WORDS and RUNS.search(text, title.start, title.end)
    return bool(book or runs) and not SERIAL.search(text, title.start, title.end)
