"""How many sentences a title has: subtitles, numbers of parts, and titles of books that run on."""

import re

from citations.records.outlets.houses import SURE_HOUSE
from citations.records.regions.region import Region
from citations.records.wording.cities import names_city, without_year
from citations.records.wording.clauses import Place, chunks
from citations.records.wording.hosts import host_spells
from citations.records.wording.kinds import GENRE, MEETING
from citations.records.wording.subtitle_words import (
    FEWEST_RUNNING,
    OPENS_SUBTITLE,
    names_source,
    reads_on,
    relates,
    tells_of_one,
)
from citations.records.wording.words import EDITION, EDITION_NUMBER, PLACE, PUBLISHER, RUNNING, SERIAL

SUBTITLE_SENTENCES = 2
"""Sentences before the outlet that a title has when its first ends with a question mark."""


def sentences_of_title(region: Region, stops: list[Place], limit: int) -> int:
    """Give how many sentences a title has: more than one after a question, and where a book's subtitle is one."""
    part = _PART.fullmatch(region.text, *stops[1]) if len(stops) > 1 else None
    if len(stops) > SUBTITLE_SENTENCES + 1 and (part or _PART_NUMBER.fullmatch(region.text, *stops[1])):
        return SUBTITLE_SENTENCES + 1
    if part is not None:
        return SUBTITLE_SENTENCES
    if len(stops) > SUBTITLE_SENTENCES + 1 and _EDITION_NUMBER.match(region.text, *stops[-2]):
        return len(stops) - 2 if _is_book(region.text, stops, edited=True) else 1
    if len(stops) > SUBTITLE_SENTENCES and (_is_book(region.text, stops) or _is_house_last(region, stops)):
        return len(stops) - 1
    return SUBTITLE_SENTENCES if _has_subtitle(region, stops, limit) else 1


def _has_subtitle(region: Region, stops: list[Place], limit: int) -> bool:
    """Whether the second sentence belongs to the title."""
    text = region.text
    linked = limit == region.head_end and (region.cuts.links or region.cuts.doi)
    last = len(stops) if linked else len(stops) - 1
    several = len(stops) > SUBTITLE_SENTENCES
    second = text[slice(*stops[1])] if len(stops) >= SUBTITLE_SENTENCES else ""
    numbered = several and _LONE_NUMERAL.search(text, *stops[0])
    if last > 1 and (relates(second) or OPENS_SUBTITLE.match(second) or tells_of_one(second) or numbered):
        return True
    if not several and len(second.split()) >= _NO_OUTLET_WORDS and "," not in second:
        return reads_on(second)
    if several and reads_on(second) and not _NO_SUBTITLE.search(second) and "," not in second:
        return True
    if several:
        named = len(stops) == SUBTITLE_SENTENCES + 1 and linked and region.cuts.links
        before_site = named and host_spells(region.cuts.links[0][0], text[slice(*stops[2])]) and _RUNS.search(second)
        return bool(before_site) or (text[stops[0][1] - 1] in "?!" and limit == region.head_end)
    if not second:
        return False
    asked = text[stops[0][1] - 1] in "?!" and _RUNS.search(second) and not names_source(second)
    dated = " " in text[slice(*stops[0])] and _day_next(region, limit)  # one word is an agency: "Reuters. Bells found"
    return bool(asked) or (bool(linked or dated) and reads_on(second))


def _day_next(region: Region, limit: int) -> bool:
    """Whether a stop and a day stand after ``limit``, as where no outlet is named: "Who pays. And who not. 3 May"."""
    day = next((date for date in region.cuts.dates if date.start >= limit), None)
    return day is not None and day.is_day and not region.text[limit : day.start].strip(" .")


_NO_OUTLET_WORDS = 12
"""Words of running text that no outlet or publisher has in its name."""
_LONE_NUMERAL = re.compile(r"[.:]\s[IVX]{1,4}\.\s?\Z")
"""The number of a part, which ends one sentence and has its own title after it: "Cold rivers. II. The thaw"."""
_PART = re.compile(
    r"(?:Part|Teil|Partie|Parte|Del|Deel|Część|Часть|Част|Část)\s(?:\d{1,2}|[IVX]{1,5}|[A-Z]|One|Two|Three)\.?\s?"
)
"""The number of a part as a sentence of its own: "The thaw. Part I."."""
_PART_NUMBER = re.compile(r"\d{1,2}\.\s?")
"""The number of a part in figures, which stands by itself: "Reactions in ice. 1. The thaw. J Cold Sci"."""


_RUNS = re.compile(rf"[^\W\d_]\s{RUNNING}\s")


def _is_book(text: str, stops: list[Place], *, edited: bool = False) -> bool:
    """Whether "City: Publisher" ends the sentences, and those between can only be the book's subtitle.

    The last of those between is the number of the edition where the book is ``edited``.
    """
    between = text[stops[1][0] : stops[-2 if edited else -1][0]]
    edition = _EDITION_AND_PLACE.match(text, *stops[-1])
    imprint = (edition.end() if edition else stops[-1][0], stops[-1][1])
    if not (PLACE.match(text, *imprint) or is_imprint(text, imprint)) or EDITION.match(between) or GENRE.match(between):
        return False
    if _CREDIT.search(between):
        return False
    return not (_NO_SUBTITLE.search(between) or PUBLISHER.search(between) or SERIAL.search(between))


def _is_house_last(region: Region, stops: list[Place]) -> bool:
    """Whether a house by its own words ends title and running subtitle: "Eis. Der Weg zum Fluss. Frost Verlag"."""
    text, subtitle = region.text, stops[1]
    if len(stops) != SUBTITLE_SENTENCES + 1 or region.cuts.links:
        return False
    house = SURE_HOUSE.fullmatch(text, stops[-1][0], stops[-1][1] - text.startswith(".", stops[-1][1] - 1))
    words = text[slice(*subtitle)]
    return (
        house is not None
        and _RUNS.search(words) is not None
        and not (names_source(words) or _NO_SUBTITLE.search(words))
    )


_CREDIT = re.compile(
    r"\b(?:edited|translated|compiled|collected|illustrated|foreword|introduction|preface)\b|\b(?:traduction|"
    r"traducción|tradução|"
    r"traduzione|trad|trans|eds?|übersetzt|übersetzung|herausgegeben|hrsg|hg|préface|prólogo)\b",
    re.IGNORECASE,
)
"""Who edited or translated a book, in a sentence of its own after the title."""


def is_imprint(text: str, sentence: Place) -> bool:
    """Whether a sentence is a city with a house after a comma ("Lisboa, Edições do Cais") or with a year."""
    pieces = chunks(text, *sentence)
    city = without_year(text[slice(*pieces[0])])
    return len(pieces) <= len(("city and year", "pages")) and names_city(city)


_NO_SUBTITLE = re.compile(r"\d|\b(?:series|studies|papers|reihe|journal|review|handbook|editio|in)\b", re.IGNORECASE)
"""What names the series or the edition of a book, or the volume that holds a chapter."""


def subtitle_end(text: str, stops: list[Place], pieces: list[Place], *, commas: bool) -> int | None:
    """Give where a second sentence that belongs to the title ends, where commas divide the parts, ``None`` for none.

    After "Cold rivers. An inquiry into ice, Oslo: Ice House" and before the name of a serial, a city or a house
    running words are the subtitle. Where it is not ``commas`` that divide the parts, only the number of an edition
    tells.
    """
    if (
        len(stops) < SUBTITLE_SENTENCES
        or len(pieces) < SUBTITLE_SENTENCES
        or not stops[1][0] < pieces[0][1] <= stops[1][1]
    ):
        return None
    subtitle = (stops[1][0], pieces[0][1])
    words = text[slice(*subtitle)]
    behind = pieces[1]
    serial = SERIAL.search(text, *behind) is not None
    if (PUBLISHER.search(words) and not serial) or MEETING.search(words):
        return None
    if not commas and not _EDITION_NUMBER.match(text, *behind):
        return None
    imprint = serial or names_city(text[slice(*behind)]) or PLACE.match(text, *behind)
    found = re.findall(r"[^\W\d_]+", words)
    small = any(word[0].islower() for word in found) or OPENS_SUBTITLE.match(words)
    runs = small and (_EDITION_NUMBER.match(text, *behind) or (imprint and len(found) >= FEWEST_RUNNING - 1))
    return subtitle[1] if relates(words) or runs else None


_EDITION_NUMBER = re.compile(EDITION_NUMBER)
"""Which edition of a book it is: nothing but its title and subtitle stand before it."""
_EDITION_AND_PLACE = re.compile(rf"{_EDITION_NUMBER.pattern}[.,]{{0,2}}\s")
"""The same with the place after it in one sentence: "2. Aufl. Berlin 1978"."""
