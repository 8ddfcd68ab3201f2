"""Publishing houses: where their names stand after a title, and how far they reach."""

import re
from itertools import pairwise

from citations.records.regions.cuts import Cuts
from citations.records.wording.cities import CITY_NAMES, STATE_CODE, names_city, names_state
from citations.records.wording.clauses import Place, chunks, sentences, trim
from citations.records.wording.words import CAPITAL, CITIES, EDITION_NUMBER, PLACE, PUBLISHER, SERIAL

_PAIR = 2
_CITY = re.compile(r"[A-Z][^\W\d_]{2,}(?:[-\s][A-Z][^\W\d_]+)?(?:\s?[;/&]\s[A-Z][^\W\d_]+)?")
_CITY_AND_YEAR = re.compile(rf"(?:{_CITY.pattern}(?:\s{STATE_CODE})?|{STATE_CODE})(?:\s(?:1[4-9]|20)\d\d)?")
"""A city with its state and the year ("Boston MA 1998"), or a state after its city."""
SURE_HOUSE = re.compile(
    r"(?:[^\W\d_][\w.&’'-]*\s){0,4}?(?:Press|(?:[\w’'-]{1,30}-)?Verlag|[\w-]{2,30}verlag|Books|"
    r"Publish(?:ers|ing)(?:\s(?:Co(?:mpany)?|House|Group)\b\.?)?|Éditions|Editions|Edizioni|Ediciones|"
    r"Edições|Edicions|Editora?|Associates|"
    r"Editore|Editorial|Addison-Wesley|Springer(?:-Verlag)?|Wiley(?:\s(?:&|and)\sSons)?|"
    r"McGraw-Hill(?:\sEducation)?|Pearson(?:\s(?:Education|Educación))?|Prentice(?:-|\s)Hall|Routledge)\.?"
    r"|(?:[^\W\d_][\w.&’'-]*\s){1,3}?(?:Förlag(?:et)?|Forlag(?:et)?|Kustannus|Kiadó|Yayınları|Yayınevi)"
    r"|(?:Éditions|Éds?\.|Editions|Presses|Editorial|Verlag|Edizioni|Wydawnictwo|Oficyna|Nakladatelství|"
    r"Uitgeverij|Editura|Издательство)\s[^,.:;]{2,40}"
)
"""The name of a publishing house that no title or outlet could be."""
SERIES_LAST = re.compile(r"(?:coll(?:ection)?|collana|colección|coleção|Reihe)\b|[«“„]", re.IGNORECASE)
"""The series of a volume, named after its house."""
_HOUSE = re.compile(r"[^\W\d_](?:[^,;:.()\d]){1,40}")
_HOUSE_TAIL = re.compile(r"(?:Inc(?:orporated)?|Ltd|Limited|LLC|Co|GmbH)\b\.?\s*\Z")


def names_city_and_house(text: str, pieces: list[Place], cuts: Cuts) -> bool:
    """Whether two parts can be a city and a publisher, in either order: of a book with no link and a bare year."""
    linked = bool(pieces) and any(place > pieces[0][0] for _, place in cuts.links)
    if len(pieces) != _PAIR or linked or any(len(date.date.parts) > 1 for date in cuts.dates):
        return False
    city, house = (text[start:end].rstrip(". ") for start, end in pieces)
    return bool(_CITY.fullmatch(city) and _HOUSE.fullmatch(house)) and not SERIAL.search(f"{city} {house}")


_IMPRINT_PARTS = 5
"""Parts that commas divide in the longest imprint: house, city, state, country, and a second city."""


def sure_imprint(text: str, pieces: list[Place]) -> int | None:
    """Give the number of the part, from the second on, that surely begins an imprint, ``None`` for none.

    Such an imprint is a house by its own words with only its city after it, or "City: Publisher" as the last part.
    """
    for number in range(max(1, len(pieces) - _IMPRINT_PARTS), len(pieces)):
        words = [text[start:end].rstrip(". ") for start, end in pieces[number:]]
        if SURE_HOUSE.fullmatch(words[0]) and (
            all(_CITY_AND_YEAR.fullmatch(word) for word in words[1:])
            or names_city(text[pieces[number][1] : pieces[-1][1]])
        ):
            return number - 1 if number > 1 and names_city(text[slice(*pieces[number - 1])]) else number
        place = PLACE.match(text, *pieces[number])
        if place and len(words) == 1 and (names_city(place[0]) or PUBLISHER.search(text, place.end(), pieces[-1][1])):
            return number
    return None


def imprint_start(text: str, pieces: list[Place], cuts: Cuts) -> int | None:
    """Give the number of the part that begins city and publisher, in either order, ``None`` for none."""
    return len(pieces) - _PAIR if len(pieces) > _PAIR and names_city_and_house(text, pieces[-_PAIR:], cuts) else None


def house_second(text: str, pieces: list[Place], cuts: Cuts) -> bool:
    """Whether the second of "Paris, Fleuve Éditions" is the publisher: more often the city stands after it."""
    if not names_city_and_house(text, pieces, cuts) or PUBLISHER.search(text, *pieces[0]):
        return False
    if _HOUSE_TAIL.match(text[slice(*pieces[1])]) or text[slice(*pieces[0])].isupper():
        return False
    second = text[slice(*pieces[1])]
    if names_state(second):
        return False
    if second.isupper() or PUBLISHER.search(second) is not None:
        return True
    return names_city(text[slice(*pieces[0])]) and not names_city(second)


def institution_at(text: str, start: int, end: int) -> Place | None:
    """Give an institution with all its parts ("Division of Ice, University of Frost"), else the first part."""
    start = end if text[start : start + 1] == "(" else start
    pieces = chunks(text, start, end)
    known = [piece for piece in pieces if PUBLISHER.search(text, *piece)]
    return trim(text, start, (known[-1] if known else pieces[0])[1]) if pieces else None


def without_city(text: str, house: Place | None) -> Place | None:
    """Give a publisher without the city or state that stands before or after it."""
    if house is None:
        return None
    city = _LEADING_CITY.match(text, *house)
    start = city.end() if city and city.end() < house[1] else house[0]
    pieces = chunks(text, start, house[1])
    town = len(pieces) == _PAIR and _CITY.fullmatch(text, *pieces[1]) and not _HOUSE_TAIL.match(text[slice(*pieces[1])])
    if town and SURE_HOUSE.fullmatch(text, *pieces[0]):
        return pieces[0]
    loose = _CITY_LAST.search(text, start, house[1])
    if loose and SURE_HOUSE.fullmatch(text, start, loose.start()) and not _OF_CITY.search(text, start, loose.start()):
        return start, loose.start()
    return start, city_start(text, start, house[1]) or house[1]


_OF_CITY = re.compile(r"\s(?:d[eiau]|del|of|von|van|w|в)\Z")
"""A preposition that makes a city part of the name: "Éditions de l'Université de Bruxelles"."""
_CITY_LAST = re.compile(rf"\s(?:{CITY_NAMES}|New Jersey|Boulder)(?:\s?[/,&]\s?(?:{CITY_NAMES}))?\Z")
"""A city after a house without a comma: "Frost Press Berlin / Heidelberg"."""


def city_start(text: str, start: int, end: int) -> int | None:
    """Give where the parts from a comma on are nothing but a city, with its country perhaps; ``None`` for none."""
    pieces = chunks(text, start, end)
    for number in range(max(1, len(pieces) - _IMPRINT_PARTS), len(pieces)):
        if names_city(text[pieces[number][0] : pieces[-1][1]]):
            return pieces[number - 1][1]
    return None


_LEADING_CITY = re.compile(rf"{CITIES}|(?:{STATE_CODE}[.:]|D\.\s?C\.)\s(?=[A-Z])")


def publisher_at(text: str, start: int, end: int) -> Place | None:
    """Give a publisher with the parts of its name that commas divide."""
    city = text.find("; ", start, end)
    pieces = chunks(text, start, city if city > start else end)
    if not pieces:
        return None
    if len(pieces) > 1 and _PARTNERS.match(text, pieces[0][0], end):
        partners = _PARTNERS.match(text, pieces[0][0], end)
        return trim(text, start, partners.end() if partners else pieces[1][1])
    houses = houses_in(text, pieces)
    if houses and houses[0] != pieces[0] and SURE_HOUSE.fullmatch(text, *houses[0]):
        return trim(text, *houses[0])  # "J. Quill, Wydawnictwo Szron", after "red."
    last = houses[-1] if houses and houses[0] == pieces[0] else pieces[0]
    number = pieces.index(last)
    while number + 1 < len(pieces) and _GOES_ON.match(text, *pieces[number + 1]):
        number += 1
    return trim(text, start, pieces[number][1])


_GOES_ON = re.compile(
    r"(?:du|de|des|del|della|of|for|für|and|und|et)\s|[^\W\d_][\w’'-]+\s(?:and|und|et|y|e)\s[^\W\d_]+(?=[.,;]|\Z)"
)
"""How the name of a ministry or an institute goes on after a comma: "Institute of Ice, Snow and Frost"."""
_PARTNERS = re.compile(
    r"[A-Z][\w’'-]+(?:,\s[A-Z][\w’'-]+){1,4}(?:,?\s(?:and|&)\s[A-Z][\w’'-]+\.?(?:\s[A-Z][\w’'-]+)?)(?=[.,;:]|\s?\Z)"
)
"""A house of partners: "Quill, Finch and Wren", "Quill, Finch & Co."."""


def publisher_after(text: str, start: int, end: int) -> Place | None:
    """Give the parts after the container that name a publishing house, or an institution and its department."""
    for part in sentences(text, start, end):
        pieces = chunks(text, *part)
        houses = houses_in(text, pieces) or _by_letters(text, pieces)
        if houses:
            return trim(text, houses[0][0], houses[-1][1])
    return None


def late_publisher(text: str, start: int, end: int, cuts: Cuts) -> Place | None:
    """Give a publishing house that stands after volume and pages."""
    if start >= end:
        return None
    imprint = _BEFORE_YEAR.search(text, start, end)
    if imprint:
        return trim(text, *imprint.span(1))
    for part in sentences(text, start, end):
        pieces = chunks(text, *part)
        houses = houses_in(text, pieces) or _by_letters(text, pieces) or _behind_edition(text, pieces)
        if houses:
            first, last = houses[0][0], houses[-1][1]
            last = min((d.start for d in cuts.dates if first < d.start < last), default=last)
            return None if _REMARK.match(text, first, last) else trim(text, first, last)
    return None


_BEFORE_YEAR = re.compile(rf"[.:]\s({CAPITAL}[^.;:()\d]{{2,60}});\s(?=(?:1[5-9]|20)\d\d(?:[.:]|\s?\Z))")
"""A house before a semicolon and the year, after the number of an edition: "3rd ed. Frost; 2015:112-140"."""
_REMARK = re.compile(r"(?:This|These|That|It|He|She|His|Her|An?|Very)\s[a-z]")
"""How a sentence of the author's own on a source begins."""


def _behind_edition(text: str, pieces: list[Place]) -> list[Place]:
    """Give the part after the number of an edition: nothing but the house stands there ("7th ed., Quay Media")."""
    return next(
        (
            [house]
            for edition, house in pairwise(pieces)
            if _EDITION_LAST.search(text, *edition) and _HOUSE.fullmatch(text, *house) and text[house[0]].isupper()
        ),
        [],
    )


_EDITION_LAST = re.compile(rf"\b{EDITION_NUMBER}\Z")


def _by_letters(text: str, pieces: list[Place]) -> list[Place]:
    """Give the first part that is a society's letters ("IEEE") and not those of a series ("LNCS 649")."""
    found = (p for p in pieces if _LETTERS.fullmatch(text[slice(*p)]) and not text[p[1] : p[1] + 2].strip().isdigit())
    return [*found][:1]


_LETTERS = re.compile(
    r"(?![IVXLC]+\b|USA|LNCS|LNAI|CCIS|ISBN|ISSN|DOI|PDF|URL|DVD|HTML)[A-Z]{3,6}(?:[/-][A-Z]{2,6})?\.?"
)
"""A society that goes by its letters."""


_EDITION = re.compile(r"\s(?:edition|edn?)\b")
"""The end of "Kindle edition" or "morning edition": no publishing house has such a name."""


def _in_last_bracket(text: str, piece: Place) -> Place:
    """Give what follows the city in a bracket at the end of a part: "Quay" of "vol. 3 (Oslo: Quay)", else the part."""
    opening = text.rfind("(", *piece)
    colon = text.find(": ", opening, piece[1]) if opening > piece[0] else -1
    closing = text.find(")", opening, piece[1])
    if colon < 0 or 0 <= closing < piece[1] - 1:
        return piece
    return colon + len(": "), piece[1] if closing < 0 else closing


def houses_in(text: str, pieces: list[Place]) -> list[Place]:
    """Give the first run of parts that name a house or an institution ("Department of History, University of York")."""
    run: list[Place] = []
    for whole in pieces:
        piece = _in_last_bracket(text, whole)
        words = text[piece[0] : piece[1]]
        named = PUBLISHER.search(words) and not words[:1].isdigit() and not _EDITION.search(words)
        if named or (run and _HOUSE_TAIL.match(words)):
            run.append(piece)
        elif run:
            break
    if run[:1] and _HOUSE_TAIL.match(text[slice(*run[0])]) and run[0] in pieces[1:]:
        run.insert(0, pieces[pieces.index(run[0]) - 1])
    return run
