"""What follows a title: the container and the publisher, up to volume, pages, date or link."""

import re
from dataclasses import dataclass

from citations.document import Span
from citations.records.outlets.between import skip_between
from citations.records.outlets.containers import read_container, with_bracket, with_subtitle
from citations.records.outlets.houses import (
    SERIES_LAST,
    SURE_HOUSE,
    house_second,
    institution_at,
    late_publisher,
    publisher_after,
    without_city,
)
from citations.records.outlets.imprints import (
    CREDIT_AND_HOUSE,
    behind_city,
    behind_pages,
    in_bracket_behind,
    in_later_sentence,
    no_city,
)
from citations.records.outlets.limits import outlet_limit
from citations.records.outlets.no_outlets import drop_no_outlet, has_locator
from citations.records.outlets.volume_editors import behind_strokes, volume_behind_in
from citations.records.regions.cuts import Cuts
from citations.records.regions.region import Region
from citations.records.wording.cities import names_city, names_state, names_town
from citations.records.wording.clauses import Place, chunks, sentences, skip_closing, trim
from citations.records.wording.kinds import GENRE, MEETING
from citations.records.wording.words import CITIES, DOCUMENT_NUMBER, PUBLISHER


@dataclass(frozen=True, slots=True)
class Tail:
    """Places of the container and the publisher."""

    container: Place | None = None
    publisher: Place | None = None


_IN = re.compile(
    r"(?:presented\sat(?=:)|(?:(?:paper|poster|communication)\s(?:session\s)?|presented\s|published\s|"
    r"appeared\s|reprinted\s|also\s|"
    r"(?:chap(?:ter)?|kap(?:itel)?|cap[íi]tul?[lo]o|ch|cap)\.?\s(?:\d{1,3}|[IVXLC]{1,7})\.?,?\s)?in|"
    r"dans|en|im|i|w|\[(?:w|in):?\]|[ву](?:\sкн\.)?(?=:)|sur?|in the|in(?=\.))"
    r"\s?[:.]?\s+(?:(?:her|his|their)\s)?(?=\W?(?:[^\W\d_]|(?:19|20)\d\d\s[A-Z]|\d{1,2}(?:st|nd|rd|th)\s))",
    re.IGNORECASE,
)
_WORK_CALLED_SO = re.compile(r"In:?\s(?:[A-Z][\w.&'’-]*\s){1,3}[A-Z]\w+")
"""A work that ends as a kind of text does, after "In": "In The Cold Manuscript"."""
_EXTENT = re.compile(r"(?:(?:19|20)\d\d\.\s)?\d{1,4}\s(?:f|fl|p)\.\s(?=[^\W\d_])")
"""Year and leaves of a thesis before its kind, as Brazilian lists write it: "2006. 180 f. Tese (Doutorado) – …"."""
_STROKES = re.compile(r"//\s?(?=[^\W\d_])")
_YEAR_AND_HOUSE = re.compile(r"(?:1[5-9]|20)\d\d:\s([A-Z][^.,;:()\d]{2,60})\.?\s?(?=\Z|\d{1,4}\s?p)")
"""Year and publisher of a book as one reference manager writes them: "1974: Frost Press Berlin."."""
_ASKING_WORDS = 4
"""Words of a site with a question in its name ("The Why? Files")."""
_PAGES_IN = re.compile(r"(?:S\.|[Pp]p?\.|pages?|Seiten)\s\d[\d\s–-]{0,10},?\s[Ii]n\s?:?\s+(?=[A-Z])")
"""Pages before the volume that holds a chapter: "S. 153-186 in: Quill (Hg.): Frost"."""
_OTHER_ENTRY = re.compile(
    r"[A-Z][\w’'-]+(?:(?:,\s[A-Z][\w’'-]+){0,2},?\s(?:and|&|und|et)\s[A-Z][\w’'-]+|,?\set\sal\.?),?\s"
    r"(?:\[[\w+-]{1,12}\]|\((?:1[5-9]|20)\d\d[a-z]?\))(?=[,.;:]|\s?\Z)"
)
"""Another entry of the same list: "In Quill et al. [4]", "in Quill and Finch (1970)"."""
_PLACE = re.compile(rf"(?:(?<=[.,;?!)\]—–]\s)|(?<=\.\s-\s)|(?<=\())(?:{CITIES})|(?<=\.\s):\s(?=[A-Z])")


def read_tail(region: Region, start: int) -> Tail:
    """Give container and publisher out of the text from ``start``, where the title ends, to the end of the head."""
    text, head_end, cuts = region.text, region.head_end, region.cuts
    start, publisher = skip_between(text, start, head_end, cuts)
    in_italics = publisher in [(one.start, one.end) for one in region.sheet.emphasis]
    if publisher and in_italics and not text[start:head_end].strip(" ."):
        return Tail(container=publisher)  # "“Cold rivers” (*Journal of Frost*, 1974)"
    start += len("/ ") if text.startswith("/ ", start) else 0
    strokes = _STROKES.match(text, start, head_end)
    if strokes:
        start = behind_strokes(text, strokes.end(), head_end)
    extent = _EXTENT.match(text, start, head_end)
    genre = GENRE.match(text, extent.end() if extent else start, head_end)
    if genre and not _WORK_CALLED_SO.fullmatch(genre[0]):
        return _issuer(region, skip_closing(text, genre.end(), head_end), publisher)
    inside = _PAGES_IN.match(text, start, head_end) or _IN.match(text, start, head_end)
    if inside and _OTHER_ENTRY.match(text, inside.end(), head_end):
        return Tail(publisher=publisher)
    if inside:
        start = volume_behind_in(region.sheet, inside.end(), head_end)
    named = _YEAR_AND_HOUSE.match(text, start, head_end)
    if named:
        return Tail(publisher=without_city(text, trim(text, *named.span(1))))
    return _container_and_publisher(region, start, publisher, is_in=bool(inside or strokes))


def _issuer(region: Region, start: int, publisher: Place | None) -> Tail:
    """Give the institution after "PhD thesis" or "Technical Report 12": such texts have no container."""
    text, end = region.text, region.head_end
    place = _PLACE.search(text, max(start - 2, 0), end)
    start = place.end() if place else start
    limit = outlet_limit(text, start, end, region.cuts)
    parts = sentences(text, start, limit)
    if publisher is None and parts and not GENRE.match(text, *parts[0]):
        publisher = no_city(text, institution_at(text, *parts[0]))
        publisher = with_bracket(text, publisher, end) if publisher else None
    return Tail(publisher=publisher or late_publisher(text, limit, end, region.cuts))


def _container_and_publisher(region: Region, start: int, publisher: Place | None, *, is_in: bool) -> Tail:
    """Give both out of what ends at volume, pages, date or city; ``is_in`` where a word says that a work follows."""
    text, end, cuts = region.text, region.head_end, region.cuts
    named = _name_with_figures(region, start)
    limit = outlet_limit(text, start, end, cuts, named=named)
    city = None if publisher else _city_before_house(region, max(start, named), is_in=is_in)
    if city:
        publisher = _house_behind(region, city)
        limit = min(limit, city.start())
        if limit <= start:
            return Tail(publisher=publisher)
    parts = _outlet_parts(text, start, limit, end)
    if not parts:
        return Tail(publisher=publisher or late_publisher(text, limit, end, cuts))
    pieces = chunks(text, *parts[0])
    if publisher is None and not is_in and house_second(text, pieces[:2], cuts):
        return Tail(publisher=trim(text, *pieces[1]))
    container = read_container(region, parts[0], limit, is_in=is_in)
    if is_in and container is not None:
        container = with_subtitle(text, container, parts, city=city is not None)
    if is_in and publisher is None:
        publisher = in_later_sentence(text, parts, container[1] if container else 0)
        publisher = _surer(region, publisher, limit) or _behind_city_piece(text, pieces, cuts)
    if container is None or not _LETTER.search(text, *container):
        return Tail(publisher=publisher)
    publisher = without_city(text, publisher or _publisher_behind(region, container[1], limit, is_in=is_in))
    if is_in:
        return Tail(container=container, publisher=publisher)
    return Tail(*drop_no_outlet(region, container, publisher, pieces=pieces, limit=limit))


def _name_with_figures(region: Region, start: int) -> int:
    """Give where a name at ``start`` ends in which figures are no volume: in italics, or a channel; 0 for none."""
    channel = _CHANNEL.match(region.text, start, region.head_end)
    at_start = (one for one in region.sheet.emphasis if one.start - 1 <= start <= one.start + 1)
    named = next((_volume_off(region.text, one) for one in at_start), 0)
    return max(named, channel.end() if channel else 0)


def _publisher_behind(region: Region, start: int, limit: int, *, is_in: bool) -> Place | None:
    """Give the publisher from after a container: its own words, after the pages, after a credit or in a bracket."""
    text, end, cuts = region.text, region.head_end, region.cuts
    publisher = publisher_after(text, start, limit) or late_publisher(text, limit, end, cuts)
    publisher = publisher or (behind_pages(text, start, end) if is_in else None)
    if publisher is not None:
        return publisher
    credited = CREDIT_AND_HOUSE.match(text, start + len(", "), end)
    return credited.span(1) if credited else in_bracket_behind(text, start, end, cuts)


_LETTER = re.compile(r"[^\W\d_]")


def _house_behind(region: Region, city: re.Match[str]) -> Place | None:
    """Give the publisher after "City: ", the words before the colon where "Ice House: London" turns the two round."""
    text = region.text
    house = behind_city(text, city.end(), region.head_end, region.cuts)
    if house is None or DOCUMENT_NUMBER.fullmatch(text, *house):
        return None
    return trim(text, *city.span()) if names_city(text[slice(*house)]) else house


def _outlet_parts(text: str, start: int, limit: int, end: int) -> list[Place]:
    """Give the sentences up to ``limit``; the name of an outlet with stops or a question within is one."""
    series = _SERIES_BEHIND.search(text, start, limit)
    parts = sentences(text, start, series.start() if series else limit)
    if len(parts) <= 1:
        return parts
    asked = text[parts[0][1] - 1] == "?" and len(text[start:limit].split()) <= _ASKING_WORDS
    return [(start, limit)] if asked or _abbreviated(text, start, limit, end) else parts


_SERIES_BEHIND = re.compile(r"\.\s(?:LNCS|LNAI|CCIS|Lecture Notes in)\b")
"""The series of proceedings, after their name."""


def _volume_off(text: str, emphasis: Span) -> int:
    """Give the end of an emphasised name, before the volume that APA style emphasises with it: "*Cold Tides, 10*"."""
    volume = _VOLUME_LAST.search(text, emphasis.start, emphasis.end)
    return volume.start() if volume else emphasis.end


_VOLUME_LAST = re.compile(
    r",\s(?:[Vv]ol\.\s)?\d{1,4}(?:\s?\(\d{1,4}(?:[-–/]\d{1,4})?\))?(?:,\s(?:pp?\.\s)?\d{1,5}[–-]\d{1,5})?[,.]?\Z"
)


def _surer(region: Region, publisher: Place | None, limit: int) -> Place | None:
    """Give a house by its own words after ``limit``, if the ``publisher`` found may be the end of a subtitle."""
    text = region.text
    late = (
        late_publisher(text, limit, region.head_end, region.cuts)
        if publisher and not PUBLISHER.search(text, *publisher)
        else None
    )
    return late if late and SURE_HOUSE.fullmatch(text, *late) else publisher


_CHANNEL = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){0,2}?(?:Channel|Canal|Kanal|Radio|TV|BBC|ITV|RTL|France|News|Fox|Sky|Rai|Antena|"
    r"Antenne|Film|Bayern|WDR|NDR)"
    r"\s\d{1,2}(?=[.,]\s|\s?\Z|\s\()|[A-Z][\w-]{2,30}\s\d(?=,?\s*\Z)"
)
"""A broadcaster with a figure in its name, or one word with a figure right before the link: it is no volume."""


def _behind_city_piece(text: str, pieces: list[Place], cuts: Cuts) -> Place | None:
    """Give the publisher of a collection from "Collection, Paris, Quay, 2018": one part after a city."""
    if len(pieces) > _COLLECTION_PARTS and SERIES_LAST.match(text, *pieces[_COLLECTION_PARTS]):
        pieces = pieces[:_COLLECTION_PARTS]
    if cuts.links or len(pieces) != _COLLECTION_PARTS or not names_city(text[slice(*pieces[1])]):
        return None
    country = names_state(text[slice(*pieces[2])])
    return None if country or MEETING.search(text, *pieces[0]) else trim(text, *pieces[2])


_COLLECTION_PARTS = 3
"""Parts of collection, city and publisher."""


_YEAR_AND_VOLUME = re.compile(
    r"\.?\s?(?:1[4-9]|20)\d\d(?:;\s?\d|\.\s(?:[–—]\s)?(?:[Vv]ol|V|[TТ]|№|N[ro]?|Вып|[Pp]p?|[СCS])\.?\s?\d)"
)
"""Year and volume after the name of a serial, as PubMed and Russian libraries write them."""
_YEAR_ENDS = re.compile(r"\.?\s?(?:19|20)\d\d\W{0,3}\Z")
"""The year after a serial and nothing else, as slides and wikis shorten references."""
_MOST_SHORT_WORDS = 10
_SHORT = 2
"""Letters of words that are not counted."""


def _abbreviated(text: str, start: int, limit: int, end: int) -> bool:
    """Whether a title of a serial in abbreviated words ("Envir. Sci. & Technol.") runs up to its volume."""
    words = text[start:limit].split()
    volume = has_locator(text, limit, end) or _YEAR_AND_VOLUME.match(text, limit, end)
    capitals = text[start:limit].isupper()
    closed = len(words) > 1 and _YEAR_ENDS.match(text, limit, end)
    if len(words) > _MOST_SHORT_WORDS or ":" in text[start:limit] or not (volume or capitals or closed):
        return False
    shortened = sum(word.rstrip(",").endswith(".") for word in words)
    shortened += text.startswith(".", limit) and "," not in text[start:limit]
    return shortened * 2 >= len([word for word in words if len(word) > _SHORT])


def _names_serial(region: Region, place: re.Match[str]) -> bool:
    """Whether what looks like "City: Publisher" is a serial with a subtitle: volume, medium or day follow."""
    text, end, cuts = region.text, region.head_end, region.cuts
    limit = outlet_limit(text, place.end(), end, cuts)
    behind = sentences(text, place.end(), limit)
    single = behind and names_city(place[0]) and len(text[slice(*behind[0])].split()) == 1
    if single or names_town(place[0].rstrip(": ")):
        return False  # "Oslo: Quayside!, 29 fev. 2024"
    if behind and PUBLISHER.search(text, *behind[0]):
        return False
    following = has_locator(text, limit, end)
    dated = any(limit <= date.start <= limit + 2 and date.is_day for date in cuts.dates)
    return bool(following or dated)


def _city_before_house(region: Region, start: int, *, is_in: bool) -> re.Match[str] | None:
    """Give the first "City: " before a publisher from ``start`` on, ``None`` where it is the name of a serial.

    Words at ``start`` itself are a container with a subtitle when "In" stands before them or a city after them.
    """
    text, end = region.text, region.head_end
    place = _PLACE.search(text, max(start - 2, 0), end) if text.find(":", start, end) >= 0 else None
    sure = is_in and place is not None and names_city(place[0])
    if place is None or place.start() < start - 1 or (not sure and _names_serial(region, place)):
        return None
    if place.start() > start:
        return place
    if not names_city(place[0]) and _TOO_LONG.match(text, place.end(), end):
        return None
    later = _PLACE.search(text, place.end(), end)
    again = later is not None and _YEAR_AND_AGAIN.search(text, place.end(), later.start())
    if is_in or (later is not None and not again and not PUBLISHER.search(text, place.end(), later.start())):
        return later
    return place


_YEAR_AND_AGAIN = re.compile(r",?\s(?:1[4-9]|20)\d\d;\s")
"""The year of a first imprint, before a later one: "Oslo: Ice House, 1954; repr. London: Quay, 1999"."""
_TOO_LONG = re.compile(r"(?:[^\s,.;:()]+\s){10}")
"""Ten words: more than the name of a publisher has, so they are a subtitle, and no city stands before the colon."""
