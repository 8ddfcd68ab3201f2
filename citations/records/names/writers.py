"""The authors among all words before a title or a year: a list of names, or one name of any form."""

import re

from citations.document import Span
from citations.records.names.families import split_families
from citations.records.names.lists import TWO_FAMILIES, AuthorList, read_authors
from citations.records.names.persons import OFFICE, is_person
from citations.records.wording.cities import CITY_NAMES
from citations.records.wording.clauses import Place, skip_lead
from citations.records.wording.words import CAPITAL, EDITORS, LOWER, PARTICLES, RUNS, SERIAL


def authors_in(text: str, start: int, end: int) -> tuple[Place, ...]:
    """Give everything from ``start`` to ``end`` as authors: each name of a list, or one name if there is no list."""
    first = skip_lead(text, start, end)
    last = first + len(text[first:end].rstrip(" \t\n,.;:([©–—·•|-"))
    again = read_authors(text, start, end) if first > start else None
    if again is not None and not text[again.end : end].strip(" ,.:("):
        return again.names  # the stroke for the authors above
    if last <= first or text[first:last].isdigit():
        return ()
    credited = _named_by_role(text, first, last)
    if credited:
        return credited
    role_last = _ROLE_LAST.search(text, first, end)
    last = role_last.start() if role_last and role_last.start() > first else last
    standard = _STANDARD.fullmatch(text, first, last)
    families = (standard.span(1),) if standard else split_families(text, first, last)
    if families:
        return families
    listed = read_authors(text, first, end)
    whole = _whole_list(text, listed, last, end) if listed else None
    if whole is None or (listed and listed.form == "family-given"):
        whole = _persons(text, first, last) or whole
    return whole or ((first, last),)


def _persons(text: str, first: int, last: int) -> tuple[Place, ...]:
    """Give persons that only commas divide, given name first; ``()`` if one of them may be no person."""
    places = tuple(match.span() for match in _BETWEEN_COMMAS.finditer(text, first, last))
    given_first = TWO_FAMILIES.match(text, first) is None and all(is_person(text[a:b]) for a, b in places)
    return places if len(places) > 1 and given_first else ()


_BETWEEN_COMMAS = re.compile(r"[^\s,][^,]*")


def _whole_list(text: str, listed: AuthorList, last: int, end: int) -> tuple[Place, ...] | None:
    """Give the names of a list, if only a role or an office stands between it and ``last``."""
    role = EDITORS.match(text, listed.end, end)
    if listed.end >= last - 1 or (role and role.end() >= last):
        return listed.names
    office = _AFFILIATION.match(text, listed.end, last) or (listed.sure and _AT_HOUSE.fullmatch(text, listed.end, last))
    return listed.names if office else None


_AFFILIATION = re.compile(
    r",\s(?:[\w’'-]+\s){0,3}?(?:Professor|Director|President|Chair(?:man|woman|person)?|Minister|Secretary|"
    r"Senator|Dean|Fellow|Editor|C[EFOT]O|"
    r"Chief|Head|Member|Mayor|Judge|Ambassador|Spokes(?:man|woman|person)|Founder|Analyst|Economist|"
    r"Professorin|Direktor|"
    r"Präsident|Ministre|Président|Directeur|Ministro|Presidente|Director[ae]|thesis|dissertation|talk|lecture|"
    r"speech|testimony|op-ed|remarks|interview|statement)\b",
    re.IGNORECASE,
)
"""The office of a person after the name, or what kind of text it is: no part of the name."""
_AT_HOUSE = re.compile(r"\s\([A-ZÀ-Þ][^()\d]{1,60}\)")
"""Where an author works: in a bracket after a list that initials make sure."""
_STANDARD = re.compile(
    r"((?:ISO|IEC|IEEE|DIN|EN|ANSI|BS|ASTM|ITU|ETSI|ГОСТ|NIST|NF|UNE|UNI)(?:/[A-Z]{2,5}){0,2})\s"
    r"(?:[A-Z]{1,4}\s)?[\dA-Z][\w.:/-]*"
)
"""The number of a standard: the body that it begins with is the author."""
_ROLE_LAST = re.compile(
    r",?\s\((?:eds?|hrsg|hg|dir|coord|préf|trad|ill)\b[^()]{0,80}\)[\s,.:]*\Z|"
    r"\s\((?:\d{3}[?-]-?\??|\d{4}\s?[–-]\s?\d{4})\)[\s,.:–—]*\Z",
    re.IGNORECASE,
)
"""Who edited, or wrote the preface, the decade of a source, or years of a life, in a bracket after the authors."""


_WORD = rf"{CAPITAL}[\w’ʿʾ'-]*"
_JOINING = rf"{PARTICLES}|al-[\w’ʿʾ'-]+|and|und|et|y|of|for|the|on|&"
_WRITER = re.compile(
    rf"(?:(?:St\.\s)?{_WORD}(?:,?\s(?:{_WORD}|{_JOINING})){{0,8}}(?:\s\([A-Z]\w{{1,9}}\)|\s\([Ee]ds?\.?\))?|"
    rf"[A-Z]{{2,8}}/[A-Z]{{2,8}}),\s|"
    rf"{_WORD}\s(?:&|and|et|und|y)\s{_WORD}\.\s|{CAPITAL}[^\W\d_]{{3,15}}\.\s|"
    rf"{CAPITAL}[^\W{LOWER}_]+(?:[\s-]{CAPITAL}[^\W{LOWER}_]+){{0,4}}[\s-]?\.\s|{OFFICE}[,.]\s"
)
"""A name before a comma, two before a stop, capitals or an office: "Hammer & Tongs, *Iron*", "ICE BOARD. *Frost*"."""
_BOOK = re.compile(
    r"[,.]?\s\((?:[^()]{2,60}:\s[^()]{2,80},\s)?(?:1[4-9]|20)\d\d\)|,\s[A-Z]{2}[\w .-]{1,30}\s\(\d{4}\)|"
    rf",\s(?:[A-Z]+[\d/-][\w/-]*,\s)?(?:{CITY_NAMES})(?:,|:)?\s(?:[^,]{{2,40}},\s)?(?:1[4-9]|20)\d\d\b|"
    r",\s(?:eds?|trans|tr)\.\s|\.\s(?:1[4-9]|20)\d\d\.|[.,]\s(?:[Tt]ranslated|[Tt]rans\.|[Tt]r\.|[Üü]bersetzt|[Tt]rad)|"
    r",\s(?:op|loc|art|ob)\.?\s?cit\b|"
    r",?\s(?:Books?|Bk|lib|Canto|chap|Ch|[IVXLC]{1,6}[.,\s]|\d{1,3}\.\d)|"
    r",\s(?:(?:pp?|S|s)\.\s?)?\d{1,4}(?:[–-]{1,2}\d{1,4})?(?:,\s\d{1,4}(?:[–-]{1,2}\d{1,4})?){0,3}[.;\s]*\Z"
)
"""What stands after a book, not after an outlet: imprint, editors, translators, a year, a place in it, pages."""
_FEW_WORDS = 2
"""Words of italics that may be an outlet: "*Die Zeit*"."""
_OUTLET_WORDS = 6
"""Words of the longest outlet in italics that has running words in its name."""
_NOTHING = re.compile(r"[\s.]*\Z")
_SURE = re.compile(
    rf".*\s&\s.*|{CAPITAL}[\w’'-]*\s(?:and|et|und|y)\s[\w’'-]*\.\s|[A-Z]{{2,8}}(?:/[A-Z]{{2,8}})?,\s|{OFFICE}[,.]\s"
)
"""Names that "&" joins, the letters of a body, an office: these are always authors."""


def names_a_writer(text: str, start: int, title: Span) -> bool:
    """Whether the words before italics are a name that no form of names fits, and the italics are a book."""
    if _WRITER.fullmatch(text, start, title.start) is None:
        return False
    named = _SURE.fullmatch(text, start, title.start) and " " in text[title.start : title.end]
    sure = named and not SERIAL.search(text, title.start, title.end)
    return bool(sure) or _BOOK.match(text, title.end) is not None or _is_title(text, title)


def _is_title(text: str, title: Span) -> bool:
    """Whether italics are a title, not an outlet: small letters and nothing after them, or many running words."""
    words = text[title.start : title.end].split()
    small = any(word[0].islower() for word in words)
    book = small and len(words) > _FEW_WORDS and _NOTHING.match(text, title.end)
    runs = len(words) > _OUTLET_WORDS and RUNS.search(text, title.start, title.end)
    return bool(book or runs) and not SERIAL.search(text, title.start, title.end)


_ROLES = "編著|共著|原著|原作|著|作|主编|编著|編集|編|编|監訳|翻訳|編訳|補訳|訳|译|校注"
_CREDITED = re.compile(
    rf"\s?(?P<name>[^、,()（）]{{1,40}}?)\s?(?:[(（](?P<bracketed>{_ROLES})[)）]・?|[・:]?\s?(?P<role>{_ROLES}))"
    r"(?=[、,]|\s|\Z|(?<=・))[、,]?"
)
_TRANSLATED = ("訳", "译", "校注")


def _named_by_role(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Give who wrote or edited a work where a word after each name says so ("…著、…訳"), ``()`` if there is none."""
    if text[start:end].isascii() or _CREDITED.match(text, start, end) is None:
        return ()
    named = _CREDITED.finditer(text, start, end)
    return tuple(
        credit.span("name") for credit in named if not (credit["role"] or credit["bracketed"]).endswith(_TRANSLATED)
    )
