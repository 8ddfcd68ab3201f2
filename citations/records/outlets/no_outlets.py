"""Words in the position of an outlet that are not one: cities, document numbers, places in a work, publishers."""

import re

from citations.months import MONTHS
from citations.records.outlets.houses import SURE_HOUSE, city_start
from citations.records.regions.region import Region
from citations.records.wording.cities import STATE_CODE, names_city, names_town
from citations.records.wording.clauses import Place, trim
from citations.records.wording.hosts import host_shares_word, host_spells
from citations.records.wording.kinds import MEDIUM, MEETING
from citations.records.wording.words import DOCUMENT_NUMBER, EDITION_NUMBER, LOCATOR, PUBLISHER, SERIAL


def drop_no_outlet(
    region: Region, container: Place, publisher: Place | None, *, pieces: list[Place], limit: int
) -> tuple[Place | None, Place | None]:
    """Give container and publisher; a container that is a city, a document number or a publishing house is not kept.

    ``pieces`` are the parts that commas divide, the container first; what follows them begins at ``limit``.
    """
    text, cuts = region.text, region.cuts
    in_state = len(pieces) > 1 and _STATE.fullmatch(text, *pieces[1]) and names_town(text[container[0] : pieces[1][1]])
    if in_state or _is_no_outlet(region, container):
        return None, publisher
    if names_city(text[slice(*container)]) or DOCUMENT_NUMBER.fullmatch(text, *container):
        cities = (
            len(pieces) == 1 or names_city(text[pieces[0][0] : pieces[-1][1]]) or names_city(text[slice(*pieces[1])])
        )
        return None, publisher or (None if cities or cuts.links else trim(text, *pieces[1]))
    colon = text.rfind(": ", *container)
    if colon > 0 and names_city(text[colon + 1 : container[1]]):
        return None, trim(text, container[0], colon)
    book = (
        cuts.isbn is not None and not SERIAL.search(text, *container) and not has_locator(text, limit, region.head_end)
    )
    unnamed = publisher is None and (book or _is_house(region, container, limit))
    return (None, container) if unnamed else (container, publisher)


_STATE = re.compile(STATE_CODE)


def _is_no_outlet(region: Region, container: Place) -> bool:
    """Whether words in the position of an outlet are a town with its year, a month, a remark, or a place in a work."""
    text, end, cuts = region.text, region.head_end, region.cuts
    first, last = container
    if names_town(text[first:last]):
        return True
    own = text[first:last].isupper() or SURE_HOUSE.fullmatch(text, first, last)  # a meeting: "ICECON 2011"
    town = not cuts.links and not own and _TOWN.fullmatch(text, first, last) and _YEAR_LAST.match(text, last)
    remark = text[first - 1 : first] == "(" and text[first].islower()
    month = text[first:last].casefold() in MONTHS
    long = len(text[first:last].split()) > _LONGEST_OUTLET
    numbered = _SERIES_LETTERS.match(text, first, end)
    named = text[last - 1].isdigit() and cuts.target and host_spells(cuts.target, text[first:last])  # on ice360.example
    site = cuts.target and text[first].islower() and host_shares_word(cuts.target, text[first:last])  # "heise online"
    placed = _NO_OUTLET.match(text, first, last) and not site
    return bool(town or remark or month or long or (numbered and not named) or placed)


_LONGEST_OUTLET = 25
"""Words of the longest name of an outlet: the proceedings of a congress with their place and number."""


def _is_house(region: Region, container: Place, limit: int) -> bool:
    """Whether the words read as container are a publishing house: no volume or pages follow them."""
    text, end, linked = region.text, region.head_end, bool(region.cuts.links)
    own = SURE_HOUSE.fullmatch(text, *container) is not None
    institution = PUBLISHER.search(text, *container) is not None or (not linked and own)
    in_city = (institution or not linked) and _city_behind(text, container, limit)
    if linked and not in_city and not own:
        return False
    counted = _PAGE_COUNT.match(text, limit, end)
    sure = in_city and own
    if _YEAR_AND_VOLUME.match(text, container[1], end):
        return False
    if _STOP_AND_YEAR.match(text, container[1], end):
        return True
    if not linked and _EDITION_NEXT.match(text, container[1], end):
        return True
    if SERIAL.search(text, *container) or (has_locator(text, limit, end) and not counted and not sure):
        return False
    partners = not linked and _PARTNERS.fullmatch(text, *container) and not _DAY_NEXT.match(text, container[1], end)
    return bool(institution or in_city or partners)


_EDITION_NEXT = re.compile(rf",\s{EDITION_NUMBER}")
"""The edition of a book after its house: "Ice Press, 3rd ed., 2012"."""
_STOP_AND_YEAR = re.compile(r";\s(?:1[5-9]|20)\d\d(?=[.:]|\s?\Z)")
"""The year after a house, as physicians write it: "Frost; 2015"; a serial has no semicolon before its year."""
_YEAR_AND_VOLUME = re.compile(
    r"[.,]?\s(?:1[89]|20)\d\d,\s(?:(?:vol|roč|ročník|č|nr|no|Jg|vyd|svazek|cilt)\.?\s)?\d{1,4}(?=\s?\(|,\s)"
)
"""Year, volume and number of a serial, as Czech lists write them: ". 2014, 66(7), 12–34"."""
_DAY_NEXT = re.compile(r"[,.]\s(?:\d{1,2}\b(?!\s?(?:pp?|S|s)\b)|[^\W\d_]{3,9}\.?\s\d{1,2},)")
"""A day after a name: it is an issue of a newspaper ("Mail & Guardian, 24 November"), not a publisher with its year."""
_PARTNERS = re.compile(r"[A-Z][\w’'-]+(?:,\s[A-Z][\w’'-]+)?\s&\s(?:[A-Z][\w’'-]+|Co)")
"""Two partners, as houses are called after them: "Quill & Finch"."""


def _city_behind(text: str, container: Place, limit: int) -> bool:
    """Whether a city and nothing else stands after words that can be a publisher: "Quill Brothers, London"."""
    return city_start(text, container[0], limit) == container[1] and not MEETING.search(text, *container)


_NO_OUTLET = re.compile(
    r"(?:esp|cat|chaps?|ch|paras?|passim|note|n|appendix|annex|exh)\b\.?|[a-zà-ÿ]{3,}[\s,][a-zà-ÿ\s\d,’'-]{3,}\Z|"
    r"(?:R\s[Pp]ackage\s)?[Vv]ersion\Z|[Ss]tand\s\d|Rev\.\s[A-Z\d]\Z|"
    r"(?:version|wersja|versione|versión|versão|fassung|версия|release|report|preprint|abstract|online|print|"
    r"article|thesis|manuscript|mimeo|edition|film|dvd|exhibition)\Z|(?:\w+\sReport\sof\s)?Session\Z|an?\s[a-z]|"
    r"(?:Sections?|Books?|Parts?|Chapters?|Lectures?|[Tt]ables?|[Ff]igures?|Appendix|Canto|Kapitel|Teil|Livre|"
    r"Chapitre|Libro|Parte)(?:\s(?:[IVXLC]+|\d+))?(?=\Z|[;,])|"
    r"(?:chapters?|sections?|especially|insbesondere|notamment|on|see|with)\s|(?:[Pp]ages?|[Ss]eiten?|pp?\.)\s?\d|"
    r"[Aa]vailable\s(?:online|at|from|here)\b|U\.?N\.?\sDoc\b|[A-Z][\w.-]*(?:\s[\w.-]+){0,2}\s[Ll]icen[cs]e\b"
)
"""Where in a source to look, or what kind of text it is, in words without a capital."""
_TOWN = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,14}(?:[/-][A-ZÀ-Þ][^\W\d_]{2,14})?")
_YEAR_LAST = re.compile(r"\s(?:1[4-9]|20)\d\d(?:\.?\s?\Z|,\s(?:pp?|S|s|str|Bl|fol)\.\s)")
"""A year after one word without a comma, then pages or nothing: the word is where a book came out ("Bari 2011")."""
_SERIES_LETTERS = re.compile(
    r"(?:[A-Z][A-Za-z]?|RFC|CRS|GAO)\s\d|arXiv(?::|\sabs/|\s)\d|(?:COM|SWD|JOIN|SEC)\s?(?:\(\d{4}\)\s?)?\d|"
    r"ECLI:|[A-Z]{1,4}\d{3,}\b"
)
"""A few letters and a number: of a series of papers ("HC 123", "SWD(2019) 12", "R45123"), not of an outlet."""
_PAGE_COUNT = re.compile(r"[\s.,;]{0,3}\d{1,4}\s?(?:pp?|[Ss]|pages|Seiten)\b")


def has_locator(text: str, limit: int, end: int) -> bool:
    """Whether volume, pages or the medium stand at ``limit``; a year does not count."""
    if MEDIUM.match(text, limit, end) or MEDIUM.match(text, max(limit - 1, 0), end):
        return True
    found = LOCATOR.match(text, limit, end) or LOCATOR.match(text, max(limit - 1, 0), end)
    return found is not None and not _YEAR_FIRST.match(found[0])


_YEAR_FIRST = re.compile(r"[\s,.;:(]*(?:1[4-9]|20)\d\d(?!\d|\s\()")
