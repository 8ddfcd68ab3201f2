"""Where a title ends among parts that commas divide: before a serial, an imprint, or the last part."""

import re
from typing import Literal

from citations.records.outlets.houses import SERIES_LAST, imprint_start, sure_imprint
from citations.records.regions.region import Region
from citations.records.wording.cities import CITY_NAMES, names_city, names_town
from citations.records.wording.clauses import Place, sentences
from citations.records.wording.kinds import GENRE
from citations.records.wording.words import CAPITAL, EDITION_ALONE, LOCATOR, PUBLISHER, SERIAL

_VOLUME_FIRST = re.compile(r"\d{1,4}\s(?=[^\W\d_])")
Commas = Literal["always", "perhaps"] | None
"""Whether commas divide the parts of a source: "perhaps" unless a full stop comes first, ``None`` for full stops."""
SERIAL_START = re.compile(
    r"(?:IEEE|ACM|AIAA|SIAM|Proc(?:eedings|\.)|Pre-Proc|J(?:ournal|\.)\s|Trans(?:actions|\.)|Annals\b|"
    r"Comm(?:unications|\.)\s|Lecture Notes|Int(?:ernational|\.)\s(?:Journal|J\.|Conf)|(?:paper|manuscript)\spresented|"
    r"Annales\s|Acta\s|Folia\s|Roczniki?\s|Zeszyty\s|Prace\s|Przegląd\s|Kwartalnik\s|Sborník\s|Časopis\s|"
    r"Вестник\s|Известия\s|"
    r"Труды\s|Ученые записки|Zeitschrift|Revue|Rev\.\s|in\s[A-Z]|In\s[A-Z]|Dans\s|dans\s)",
)
"""How the name of a serial or the volume of a meeting begins."""
_IN_MARKS = re.compile(r"[“«„\"][^“”«»\"]{3,90}[”»“\"]")
"""A part in quotation marks after a title without them: the serial, as Italian historians write it."""
_ABBREVIATED_SERIAL = re.compile(
    r"(?:[A-Z]\w{0,12}\.?\s){0,3}[A-Z]\w{0,12}\.\s?(?:\w{1,10}\.?\s){0,3}(?:[A-Z]\s?)?\d{1,4}"
)
"""A serial in abbreviated words with its volume: "Phys. Rev. Lett. 96"."""
_SERIES_VOLUME = re.compile(rf"{CAPITAL}[^,()]{{3,80}}\s(?:[Vv]ol|Bd|Band|[Tt]ome?)\.?\s\d{{1,4}}")
"""A series and the volume of one of its books, in one part: "Cold Science Series Vol 42"."""
_YEAR_ALONE = re.compile(r",\s\(")
"""How Bluebook shows that nothing stands between the title and the year."""
_AS_SSRN = re.compile(
    r"\s\([^()]{0,20}(?:19|20)\d\d[^()]{0,30}\)\.\s[^()]{0,160}(?:SSRN|(?:Working|Discussion|Research)\sPaper)"
)
"""The date after a paper as SSRN cites it, which divides author, title and date by commas and the rest by stops."""
_MOST_OUTLET_WORDS = 9
_ELIDED = re.compile(r"[ldLD]['’][A-ZÀ-Ý]|(?:[\w-]{2,40}\.){1,3}[a-z]{2,6}\Z")
"""What an outlet may begin with in small letters: an article run into its noun, or the name of a site."""
_SHORT_WORDS = re.compile(r"(?:[A-Z]\w{0,8}\.\s?){1,5}")
"""A serial in nothing but abbreviated words: "Clim. Dynam."."""


_EDITION = re.compile(EDITION_ALONE)
_FEWEST = 2
"""Parts of title and imprint."""
_PERIOD = re.compile(r"(?:AD\s|FY\s?)?([1-9]\d{2,3})\s?[-–]\s?[1-9]\d{1,3}[.\s]*")
"""The years that a title is about: "The Cold World, 750-900", which no volume can be."""
_IMPRINT_BEHIND = re.compile(r"\s\([^():]{2,50}:\s[^()]{2,80},\s\d{4}\)")
"""City, house and year in a bracket: no pages of a serial stand before it."""
_YEAR_BEHIND = re.compile(r"[.,]\s(?:1[5-9]|20)\d\d(?!\d)")
_MAY_BE_HOUSE = re.compile(
    rf"(?!(?:{CITY_NAMES}|.*(?:Conf|Symp|Work|Congr|Kongr|Meet|Proc)))(?:(?:[Ii]l|[Ll]a|[Ll]e|[Ll]es|[Ee]l|[Oo])\s)?"
    rf"{CAPITAL}[\w&’'-]+(?:\s(?:&\s|i\s|e\s|y\s|et\s)?{CAPITAL}[\w&’'-]+){{0,2}}"
)
"""One to three words with capitals that stand before a known city and after the title: the house."""
SMALL_HOUSE = re.compile(rf"(?:il|lo|la|le|el)\s{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?")
"""A house by its article in small letters, beside its city: "Bologna, il Molino"."""


_YEAR_LAST = re.compile(r"[^\W\d_]\s(?:1[89]|20)\d\d\.?\Z")
"""A year that ends a part of a title, and is no volume: "Statistics on Smoking, England 2019"."""


def with_period(text: str, pieces: list[Place], limit: int, *, led: bool) -> list[Place]:
    """Give the parts with the years that a title is about as part of it, where more or the year of the text follows.

    Where authors and a year led to the title nothing need follow.
    """
    if len(pieces) < _FEWEST or not _PERIOD.fullmatch(text, *pieces[1]):
        return pieces
    followed = led or len(pieces) > _FEWEST or _YEAR_BEHIND.match(text, limit)
    return [(pieces[0][0], pieces[1][1]), *pieces[2:]] if followed else pieces


def comma_end(region: Region, pieces: list[Place], limit: int, *, only_serials: bool = False) -> int:
    """Give the end of the title among parts that commas divide: the outlet is the last part before the dates."""
    text = region.text
    if (_PERIOD.fullmatch(text, *pieces[-1]) and _IMPRINT_BEHIND.match(text, limit)) or _AS_SSRN.match(text, limit):
        return pieces[-1][1]
    edition = next((i for i in range(1, len(pieces)) if _EDITION.fullmatch(text, *pieces[i])), None)
    if edition is not None and (edition == 1 or edition < len(pieces) - 1):
        return pieces[edition - 1][1]
    pieces = _without_pages(text, pieces if edition is None else pieces[:edition])
    for number in range(1, len(pieces)):
        end = _end_before_serial(region, pieces, number, limit, only_serials=only_serials)
        if end is not None:
            return end
    if len(pieces) > _FEWEST and SERIES_LAST.match(text, *pieces[-1]):
        pieces = pieces[:-1]
    return _before_imprint(region, pieces, limit, only_serials=only_serials)


def _without_pages(text: str, pieces: list[Place]) -> list[Place]:
    """Give the parts without the pages after an imprint: "Cold rivers, Oslo, Ice House, 212 p."."""
    last = len(pieces) - 1
    if last < _FEWEST or not LOCATOR.match(text, pieces[last][0] - 1, pieces[last][1] + 1):
        return pieces
    imprint = any(names_city(text[slice(*piece)]) for piece in pieces[1:last])
    return pieces[:last] if imprint or sure_imprint(text, pieces[:last]) is not None else pieces


def _before_imprint(region: Region, pieces: list[Place], limit: int, *, only_serials: bool) -> int:
    """Give the end of the title before city and house, before an outlet without a volume, or with the last part."""
    text = region.text
    if (
        len(pieces) > _FEWEST
        and names_town(text[pieces[-2][0] : pieces[-1][1]])
        and not PUBLISHER.search(text, *pieces[-2])
    ):
        pieces = pieces[:-2]
    elif len(pieces) > 1 and names_city(text[slice(*pieces[-1])]):
        pieces = pieces[:-1]
        if len(pieces) > 1 and only_serials and not region.cuts.links and _MAY_BE_HOUSE.fullmatch(text, *pieces[-1]):
            return pieces[-2][1]
    house = sure_imprint(text, pieces)
    if house is None and len(pieces) > _FEWEST and SMALL_HOUSE.fullmatch(text, *pieces[-1]):
        house = len(pieces) - _FEWEST if names_city(text[slice(*pieces[-2])]) else None
    if house is not None:
        return pieces[house - 1][1]
    imprint = imprint_start(text, pieces, region.cuts)
    if imprint is not None and only_serials and names_city(text[slice(*pieces[imprint])]):
        return pieces[imprint - 1][1]  # "Quill, A. Cold rivers, Torino, Brina, 1982."
    viewed = any(cut.kind in {"link", "access"} for cut in region.cuts.cuts) and PUBLISHER.search(text, *pieces[-1])
    named = viewed or (SERIAL.search(text, *pieces[-1]) and text[limit : limit + 1] == ",")
    no_outlet = _YEAR_ALONE.match(text, limit) or (only_serials and not named)
    if not no_outlet and _is_outlet(text, pieces[-1]):
        if imprint is not None:
            return pieces[imprint - 1][1]
        first = len(pieces) - 1
        while first > 1 and all(PUBLISHER.search(text, *piece) for piece in pieces[first - 1 : first + 1]):
            first -= 1  # an institution and its department
        return pieces[first - 1][1]
    stops = sentences(text, pieces[0][0], limit) if only_serials else []
    return min(stops[0][1], pieces[-1][1]) if stops else pieces[-1][1]


def _end_before_serial(
    region: Region, pieces: list[Place], number: int, limit: int, *, only_serials: bool
) -> int | None:
    """Give the end of the title when the part of this number is a serial, or the one before it, with its volume."""
    text, piece = region.text, pieces[number]
    if (
        SERIAL_START.match(text, *piece)
        or _IN_MARKS.fullmatch(text, *piece)
        or GENRE.match(text, *piece)
        or _SERIES_VOLUME.fullmatch(text, *piece)
        or (_VOLUME_FIRST.match(text, *piece) and limit < region.head_end)
    ):
        return pieces[number - 1][1]
    if _ABBREVIATED_SERIAL.fullmatch(text, *piece) and not LOCATOR.match(text, piece[0] - 1, piece[1]):
        return pieces[number - 1][1]
    if (
        only_serials
        and LOCATOR.search(text, *piece)
        and not LOCATOR.match(text, piece[0] - 1, piece[1])
        and not (text[piece[0]].islower() or _YEAR_LAST.search(text, *piece))
    ):
        return pieces[number - 1][1]
    if LOCATOR.match(text, piece[0] - 1, piece[1] + 1):
        outlet = sentences(text, *pieces[number - 1])
        if _SHORT_WORDS.fullmatch(text, *pieces[number - 1]):
            return pieces[max(number - 2, 0)][1]
        return outlet[-2][1] if len(outlet) > 1 else pieces[max(number - 2, 0)][1]
    return None


def _is_outlet(text: str, chunk: Place) -> bool:
    words = text[chunk[0] : chunk[1]].split()
    return 0 < len(words) <= _MOST_OUTLET_WORDS and (not words[0][:1].islower() or _ELIDED.match(words[0]) is not None)
