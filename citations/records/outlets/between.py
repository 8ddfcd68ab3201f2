"""What can stand between a title and its outlet: the medium, translators, a bracket with the imprint, a volume."""

import re

from citations.records.outlets.imprints import CREDIT, CREDIT_AND_HOUSE, behind_city, in_bracket
from citations.records.regions.cuts import Cuts
from citations.records.regions.issued import VOLUME_OF_YEAR, day_month
from citations.records.wording.cities import names_city, without_year
from citations.records.wording.clauses import Place, chunks, sentences, skip_closing
from citations.records.wording.kinds import KIND_IN_WORDS, MEDIUM, MEDIUM_SENTENCE, POST
from citations.records.wording.words import CAPITAL, CITIES, EDITION_ALONE, EDITION_NUMBER, LOCATOR, PLACE, PUBLISHER

_SPECIAL = re.compile(r"(?:special|themed)\s(?:issue|section)[,:.]\s", re.IGNORECASE)
_VERSION = re.compile(
    r"(?:[–—]\s)?(?:(?:verze|version|versión|versão|versione|versie|wersja|версия|sürüm)\s(?=[\w.]*\d)[\w.]{1,12}|"
    rf"{EDITION_NUMBER}(?:(?<=\.)(?=\s)|(?=\s\())|(?:reprint|expanded|student|paperback|revised\sand\s\w+)\sedition(?=\.\s|\s\()|"
    r"\d{1,2}(?:-е|\.)\s(?:[а-яa-zščřžýáíéůú.]{2,14}\s){0,2}(?:изд|wyd|vyd|izd|vydání|wydanie)|"
    r"(?:vyd|wyd|изд)\.\s\d{1,2}|"
    rf"{EDITION_ALONE}(?=[.,]))\.?[.,;]?(?:\s|\Z)",
    re.IGNORECASE,
)
"""Which version or edition of a work it is, before its imprint."""
_COUNT = re.compile(r"\d{1,3}\s(?:vols?|Bde?|tomes|t)\.?,?\s(?=\W?[^\W\d_])|\d{1,4}\s(?:[Pp]ages|pp?\.|S\.)\s(?=\()")
"""How many volumes a work has, or pages before its imprint in a bracket."""
_PLACE_IN = re.compile(rf"\s?(?:{CITIES}|[A-Z][\w ,-]{{2,40}}\s?:\s?[A-Z])")
"""City and publisher in a bracket: of several brackets, the other is the series."""
_VOLUME_FIRST = re.compile(
    r"(?!I\s[^()\ue000]{2,160}\((?:[Rr]ed|[Ee]ds?|[Uu]tg)\b)(?:\d{1,4}(?:-\d{1,3})?|[IVXLC]{1,6})\s(?=[^\W\d_])"
)
"""A volume. Nordic "I" before editors is a word, not a number: "I A. Quill & B. Finch (Red.), Is och makt"."""
_NUMBERED_NAME = re.compile(
    rf"\d{{1,4}}\s{CAPITAL}[^\W\d_]+(?:\s{CAPITAL}[^\W\d_]+){{0,2}}"
    r"(?=\.?\s*(?:\Z|\ue000)|,\s(?:\d{1,2}\s)?[^\W\d_]{3,9}\.?\s\d)"
)
"""A name that begins with a number, like a volume and its serial, but without a page or a year in a bracket."""
_VOLUME_AND_ISSUE = re.compile(r"\d{1,4}\s?\(\d{1,4}(?:[-–/]\d{1,4})?\)\s(?=[A-ZÀ-Þ][^\W\d_])")
"""Volume and issue before the name of the serial, as British lawyers write them: "3(2) History of Ice 88"."""
_BRACKET = re.compile(r"[(\[](?!(?:w|in):?\])([^()\[\]]{0,160})[)\]]\s*")
_HOUSE_NEXT = re.compile(r":\s(?=[^\W\d_])")
_RESPONSIBLE = re.compile(r"/\s[^–—\ue000]{3,120}?[.;]\s(?=[–—])")
"""Who wrote a book, named again after its title as Russian libraries do, up to the dash."""


def skip_between(text: str, start: int, end: int, cuts: Cuts) -> tuple[int, Place | None]:
    """Give where the outlet begins after a title that ends at ``start``, and a publisher named before it."""
    start, publisher = _skip_medium(text, skip_closing(text, start, end), end)
    for words in (_SPECIAL, _COUNT):
        found = words.match(text, start, end)
        start = found.end() if found else start
    start = _skip_credits(text, start, end)
    while start < end and KIND_IN_WORDS.match(text, start, end):
        start = skip_closing(text, sentences(text, start, end)[0][1], end)
    behind = start
    start, publisher = _skip_brackets(text, start, end, cuts, publisher)
    start = _skip_credits(text, start, end) if start > behind else start
    start = _skip_volume(text, start, end, cuts)
    for words in (_RESPONSIBLE, _VERSION, POST):
        found = words.match(text, start, end)
        start = _skip_credits(text, found.end(), end) if found else start
    return _skip_brackets(text, start, end, cuts, publisher)


def _skip_credits(text: str, start: int, end: int) -> int:
    """Give the place after sentences about editors, translators or interviewers."""
    while start < end and CREDIT.match(text, start, end):
        start = skip_closing(text, _credit_end(text, start, end), end)
    return start


def _skip_medium(text: str, start: int, end: int) -> tuple[int, Place | None]:
    """Give the place after "[PhD thesis, University of Frost]", and the institution in it."""
    medium = MEDIUM.match(text, max(start - 1, 0), end) or MEDIUM.match(text, start, end)
    if medium is None:
        sentence = MEDIUM_SENTENCE.match(text, start, end)
        return (skip_closing(text, sentence.end(), end) if sentence else start), None
    return skip_closing(text, medium.end(), end), medium.span("issuer") if medium["issuer"] else None


def _credit_end(text: str, start: int, end: int) -> int:
    """Give where a sentence about editors or translators ends, or the bracket of the publisher begins."""
    house = CREDIT_AND_HOUSE.match(text, start, end)
    if house:
        return house.start(1)
    last = sentences(text, start, end)[0][1]
    bracket = text.find(" (", start, last)
    if bracket >= 0:
        return bracket
    pieces = chunks(text, start, last)
    if text.startswith("interview", start):
        return pieces[0][1]
    second = pieces[1] if len(pieces) > 1 else (last, last)
    cities = (text[slice(*second)], *(without_year(text[slice(*piece)]) for piece in pieces[2:3]))
    imprint = any(map(names_city, cities)) or PUBLISHER.search(text, *second) or PLACE.match(text, *second)
    return pieces[0][1] if imprint else last


def _skip_brackets(text: str, start: int, end: int, cuts: Cuts, publisher: Place | None) -> tuple[int, Place | None]:
    """Give the place after brackets, and the publisher in one of them: of several, the one that names a city."""
    bracket = _BRACKET.match(text, start, end)
    while bracket:
        if bracket[0][0] == "[" and _HOUSE_NEXT.match(text, bracket.end()):
            publisher = behind_city(text, bracket.end() + 2, end, cuts)
            return (publisher[1] if publisher else bracket.end()), publisher
        if bracket[0][0] == "(" and (publisher is None or _PLACE_IN.match(bracket[1])):
            publisher = in_bracket(text, bracket, cuts) or publisher
        start = skip_closing(text, bracket.end(), end)
        bracket = _BRACKET.match(text, start, end)
    return start, publisher


def _skip_volume(text: str, start: int, end: int, cuts: Cuts) -> int:
    """Give the place after a volume that stands before the name of its serial, as Bluebook writes it."""
    numbered = _VOLUME_AND_ISSUE.match(text, start, end)
    if numbered:
        return numbered.end()
    volume = _VOLUME_FIRST.match(text, start, end)
    if volume is None or _VERSION.match(text, start, end) or LOCATOR.match(text, start - 1, end):
        return start
    if _NUMBERED_NAME.match(text, start, end) and not text[:start].rstrip().endswith(")"):
        return start
    day = day_month(text, start, end, cuts)
    if VOLUME_OF_YEAR.match(text, start, end):
        return volume.end()
    dated = any(date.start <= start < date.end for date in cuts.dates) or (day is not None and day.start() == start)
    return start if dated else volume.end()
