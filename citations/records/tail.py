"""What follows a title: the container and the publisher, up to volume, pages, date or link."""

import re
from dataclasses import dataclass

from citations.dates import DAY_PARTS
from citations.records.clauses import Place, chunks, sentences, skip_closing, trim
from citations.records.cuts import Cuts
from citations.records.houses import (
    house_second,
    houses_in,
    institution_at,
    late_publisher,
    publisher_after,
    publisher_at,
    without_city,
)
from citations.records.issued import day_month, is_year_here
from citations.records.sheet import LINK, Sheet
from citations.records.volume_editors import after_editors
from citations.records.words import CITIES, GENRE, LOCATOR, MEDIUM, PUBLISHER, SERIAL


@dataclass(frozen=True, slots=True)
class Tail:
    """Places of the container and the publisher."""

    container: Place | None = None
    publisher: Place | None = None


_IN = re.compile(
    r"(?:(?:(?:paper|poster|communication)\s(?:session\s)?|presented\s|published\s|appeared\s|reprinted\s|also\s)?in|"
    r"dans|en|i|w|in the)\s?:?\s+(?=\W?(?:[^\W\d_]|(?:19|20)\d\d\s[A-Z]|\d{1,2}(?:st|nd|rd|th)\s))",
    re.IGNORECASE,
)
_VOLUME_FIRST = re.compile(r"(?:\d{1,4}|[IVXLC]{1,6})\s(?=[^\W\d_])")
_NOWHERE = re.compile(r"\[?s\.\s?l\.\]?\s?:?\s?\[?s\.\s?n\.\]?,?\s?", re.IGNORECASE)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{0,160})[)\]]\s*")
_PLACE = re.compile(rf"(?:(?<=[.,;?!)\]]\s)|(?<=\())(?:{CITIES})|(?<=\.\s):\s(?=[A-Z])")
_PUBLISHER_END = re.compile(r"[;(\[](?=\s|\Z|\d)|,\s?(?=\d|p)|\s[(\[]|[,.]?\s(?:1[4-9]|20)\d\d")
_CREDIT = re.compile(
    r"(?:(?:eds?\.|trans\.|translated)\s(?:by\s)?(?!\w{2,12}\.)[A-Z]|edited\s|foreword\s|with an introduction)",
    re.IGNORECASE,
)
"""A sentence about translators or editors between the title and the rest."""


def read_tail(sheet: Sheet, start: int, head_end: int, cuts: Cuts) -> Tail:
    """Give container and publisher out of the text between the title and the first link or access date."""
    text = sheet.text
    start = skip_closing(text, start, head_end)
    publisher = None
    medium = MEDIUM.match(text, max(start - 1, 0), head_end) or MEDIUM.match(text, start, head_end)
    if medium:
        start = skip_closing(text, medium.end(), head_end)
    if _CREDIT.match(text, start, head_end):
        start = skip_closing(text, _credit_end(text, start, head_end), head_end)
    bracket = _BRACKET.match(text, start, head_end)
    while bracket:
        publisher = publisher or _in_bracket(text, bracket, cuts)
        start = skip_closing(text, bracket.end(), head_end)
        bracket = _BRACKET.match(text, start, head_end)
    volume = _VOLUME_FIRST.match(text, start, head_end)
    day = day_month(text, start, head_end, cuts)
    if (
        volume
        and not LOCATOR.match(text, start - 1, head_end)
        and not any(date.start <= start < date.end for date in cuts.dates)
        and not (day and day.start() == start)
    ):
        start = volume.end()
    genre = GENRE.match(text, start, head_end)
    if genre:
        return _issuer(text, skip_closing(text, genre.end(), head_end), head_end, cuts, publisher)
    inside = _IN.match(text, start, head_end)
    if inside:
        start = after_editors(text, inside.end(), head_end)
    if _NOWHERE.match(text, start, head_end):
        return Tail(publisher=publisher)
    return _container_and_publisher(sheet, start, head_end, cuts, publisher, is_in=inside is not None)


def _credit_end(text: str, start: int, end: int) -> int:
    """Give where a sentence about editors or translators ends, or the bracket of the publisher begins."""
    last = sentences(text, start, end)[0][1]
    bracket = text.find(" (", start, last)
    return bracket if bracket >= 0 else last


def _issuer(text: str, start: int, end: int, cuts: Cuts, publisher: Place | None) -> Tail:
    """Give the institution behind "PhD thesis" or "Technical Report 12": such texts have no container."""
    place = _PLACE.search(text, max(start - 2, 0), end)
    start = place.end() if place else start
    limit = _limit(text, start, end, cuts)
    parts = sentences(text, start, limit)
    if publisher is None and parts:
        publisher = institution_at(text, *parts[0])
    return Tail(publisher=publisher or late_publisher(text, limit, end, cuts))


def _container_and_publisher(
    sheet: Sheet, start: int, end: int, cuts: Cuts, publisher: Place | None, *, is_in: bool
) -> Tail:
    text = sheet.text
    limit = _limit(text, start, end, cuts)
    city = None if publisher else _city_before_house(text, start, end, cuts, is_in=is_in)
    if city:
        publisher = _behind_city(text, city.end(), end)
        limit = min(limit, city.start())
        if limit <= start:
            return Tail(publisher=publisher)
    parts = sentences(text, start, limit)
    if len(parts) > 1 and _abbreviated(text, start, limit, end):
        parts = [(start, limit)]
    if not parts:
        return Tail(publisher=publisher or late_publisher(text, limit, end, cuts))
    pieces = chunks(text, *parts[0])
    if publisher is None and not is_in and house_second(text, pieces[:2], cuts):
        return Tail(publisher=trim(text, *pieces[1]))
    container = _container(sheet, parts[0], limit, end, cuts, is_in=is_in)
    if publisher is None and is_in and len(parts) > 1:
        state = _STATE.match(text, *parts[1])
        publisher = publisher_at(text, state.end() if state else parts[1][0], parts[1][1])
    if container is None or not re.search(r"[^\W\d_]", text[slice(*container)]):
        return Tail(publisher=publisher)
    publisher = publisher or publisher_after(text, container[1], limit) or late_publisher(text, limit, end, cuts)
    if publisher is None and not is_in and not cuts.links and _is_house(text, container, limit, end):
        return Tail(publisher=container)
    return Tail(container=container, publisher=without_city(text, publisher))


def _container(sheet: Sheet, part: Place, limit: int, end: int, cuts: Cuts, *, is_in: bool) -> Place | None:
    """Give the container at the start of ``part``: what is set in italics, or what comes before a comma."""
    text, start = sheet.text, part[0]
    emphasis = next((e for e in sheet.emphasis if e.start - 1 <= start <= e.start + 1 and e.end <= limit), None)
    if emphasis is not None:
        container = trim(text, emphasis.start, emphasis.end)
    else:
        dated = any(
            date.start <= limit + 2 and date.end > limit and len(date.date.parts) == DAY_PARTS for date in cuts.dates
        )
        closed = part[1] >= limit - 1 and _CLOSED.match(text, limit) is not None
        container = _before_comma(text, *part, whole=closed or (dated and not is_in))
    acronym = _ACRONYM.match(text, container[1], end) if container else None
    return (container[0], acronym.end()) if acronym and container else container


_CLOSED = re.compile(r"[.\s]{0,4}(?:\ue000|\Z|[\[(](?:internet|online|en ligne))", re.IGNORECASE)
"""What follows a container that nothing is added to."""


def _is_house(text: str, container: Place, limit: int, end: int) -> bool:
    """Whether what came out as a container is a publishing house: no volume or pages follow it."""
    if not PUBLISHER.search(text, *container) or SERIAL.search(text, *container):
        return False
    return not _located(text, limit, end)


_STATE = re.compile(r"(?:[A-Z]{2}|D\.\s?C)\.?\s(?=[A-Z])")
_ACRONYM = re.compile(r"\s\([A-Z][A-Za-z]*[A-Z][\w'’. -]{0,14}\)(?=\s?[,.:;\ue000]|\s\d|\s?\Z)")
_SHORT = 2
"""Words of a part of a name that is a list ("Rock, Paper, Shotgun"), and letters of words that are not counted."""


def _located(text: str, limit: int, end: int) -> bool:
    """Whether volume, pages or the medium stand at ``limit``; a year is none of them."""
    if MEDIUM.match(text, limit, end) or MEDIUM.match(text, max(limit - 1, 0), end):
        return True
    found = LOCATOR.match(text, limit, end) or LOCATOR.match(text, max(limit - 1, 0), end)
    return found is not None and not _YEAR_FIRST.match(found[0])


_YEAR_FIRST = re.compile(r"[\s,.;:(]*(?:1[4-9]|20)\d\d(?!\d)")
_MOST_SHORT_WORDS = 10


def _abbreviated(text: str, start: int, limit: int, end: int) -> bool:
    """Whether a title of a serial in abbreviated words ("Envir. Sci. & Technol.") runs up to its volume."""
    words = text[start:limit].split()
    if len(words) > _MOST_SHORT_WORDS or ":" in text[start:limit] or not _located(text, limit, end):
        return False
    return sum(word.rstrip(",").endswith(".") for word in words) * 2 >= len(
        [word for word in words if len(word) > _SHORT]
    )


def _names_serial(text: str, place: re.Match[str], end: int, cuts: Cuts) -> bool:
    """Whether what looks like "City: Publisher" is a serial with a subtitle: volume, medium or day follow."""
    if SERIAL.search(place[0]):
        return True
    limit = _limit(text, place.end(), end, cuts)
    following = _located(text, limit, end)
    dated = any(limit <= date.start <= limit + 2 and len(date.date.parts) == DAY_PARTS for date in cuts.dates)
    return bool(following or dated)


def _city_before_house(text: str, start: int, end: int, cuts: Cuts, *, is_in: bool) -> re.Match[str] | None:
    """Give the first "City: " before a publisher from ``start`` on, ``None`` where it is the name of a serial.

    Words at ``start`` itself are a container with a subtitle when "In" stands before them or a city behind them.
    """
    place = _PLACE.search(text, max(start - 2, 0), end) if text.find(":", start, end) >= 0 else None
    if place is None or place.start() < start - 1 or _names_serial(text, place, end, cuts):
        return None
    if place.start() > start:
        return place
    later = _PLACE.search(text, place.end(), end)
    if is_in or (later is not None and not PUBLISHER.search(text, place.end(), later.start())):
        return later
    return place


def _behind_city(text: str, start: int, end: int) -> Place | None:
    """Give the publisher behind "City: ", up to a year, a bracket or the end of the sentence."""
    closing = _PUBLISHER_END.search(text, start, end)
    end = closing.start() if closing else end
    parts = sentences(text, start, end)
    return publisher_at(text, start, parts[0][1] if parts else end)


def _before_comma(text: str, start: int, end: int, *, whole: bool) -> Place | None:
    """Give the container without what commas add to it; a list in a name ("Worn In, Worn Out") keeps its commas."""
    pieces = chunks(text, start, end)
    if not pieces:
        return None
    last = 0
    whole = whole and all(len(text[a:b].split()) <= _SHORT and not PUBLISHER.search(text, a, b) for a, b in pieces)
    if PUBLISHER.search(text, *pieces[0]) and not SERIAL.search(text, *pieces[0]):
        houses = houses_in(text, pieces) or pieces[:1]
        return trim(text, pieces[0][0], houses[-1][1])
    while last + 1 < len(pieces) and (whole or _goes_on(text, pieces, last)):
        last += 1
    return trim(text, pieces[0][0], pieces[last][1])


_AND = re.compile(r"(?:and|und|et|&|y|e)\s(?!pp?\b)")


_LAST_TWO = re.compile(r"[^\W\d_][\w’'-]+(?:\s[\w’'-]+)?\s(?:and|und|et|&|y|e)\s[^\W\d_][\w’'-]+(?:\s[\w’'-]+)?")
"""The end of a list without a comma before "and": "Ice, Snow and Frost"."""


def _goes_on(text: str, pieces: list[Place], last: int) -> bool:
    """Whether the part after ``last`` belongs to the same name: a list with "and" ("Systems, Man, and Cybernetics")."""
    words = [text[first:end] for first, end in pieces[last + 1 : last + 3]]
    if (
        _AND.match(words[0])
        or _LAST_TWO.fullmatch(words[0])
        or re.match(r"[a-zà-ÿ]{3}(?!\w*\sby)|(?:Inc|Ltd|LLC|Co|The)\b", words[0])
    ):
        return True
    return len(words) > 1 and len(words[0].split()) <= _SHORT and bool(_AND.match(words[1]))


def _in_bracket(text: str, bracket: re.Match[str], cuts: Cuts) -> Place | None:
    """Give the publisher in "(Amsterdam: Publisher, 2020)": what is no date and no place."""
    if not re.search(r"[^\W\d_]{2}", bracket[1]):
        return None
    first, last = bracket.span(1)
    for date in cuts.inside(first, last):
        last = min(last, date.start)
    colon = text.find(": ", first, last)
    return trim(text, colon + 2 if colon > 0 else first, last)


def _limit(text: str, start: int, end: int, cuts: Cuts) -> int:
    """Give where volume, pages, a date, a bracket or the medium ends container and publisher."""
    stops = [end]
    locator = LOCATOR.search(text, max(0, start - 1), end)
    if locator:
        stops.append(locator.start())
    stops += [date.start for date in cuts.dates if start <= date.start and is_year_here(text, date)]
    bracket = re.compile(r"\s[(\[]").search(text, start, end)
    if bracket:
        stops.append(bracket.start())
    if LINK in text[start:end]:
        stops.append(text.index(LINK, start, end))
    day = day_month(text, start, end, cuts)
    if day:
        stops.append(day.start())
    return max(start, min(stops))
