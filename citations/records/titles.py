"""Where a title without quotation marks ends."""

import re
from itertools import pairwise

from citations.dates import DAY_PARTS
from citations.links import host_of
from citations.records.cities import CITY_NAMES, names_city
from citations.records.clauses import chunks, sentences, trim
from citations.records.commas import SERIAL_START, comma_end
from citations.records.cuts import DatePlace
from citations.records.region import Place, Region
from citations.records.subtitles import SUBTITLE_SENTENCES, sentences_of_title, subtitle_end
from citations.records.words import (
    CAPITAL,
    CITIES,
    DOCUMENT_NUMBER,
    EDITION,
    IN_MARK,
    LOCATOR,
    PLACE,
    PUBLISHER,
    SERIAL,
)

_TITLE_LOCATOR = re.compile(
    r",\s(?:pages?|pp?\.)\s\d[\d\s–-]*\Z|,\s\d{1,4}\s?(?:pp?|S)\.?\Z|\s\((?:pp?\.|vols?\.|bd\.|no\.|\d{1,2}(?:st|nd|"
    r"rd|th)\sed|rev\. ed|\d{1,2}\. aufl|s\. \d)[^()]{0,60}\)?\Z"
    r"|\s\((?:[^()]{0,60}\s)?(?:series|thesis|dissertation|édn?|éd\.|edn?|edition)(?:,?\s[\w. ]{1,12})?\)\.?\Z"
    r"|,\s(?:last\s)?(?:rev(?:ised)?|updated)\.?\Z|,\svol\.\s\d{1,3}\Z|\s\((?:version\s|v\.?\s?)\d[\w.]{0,12}\)\Z|\s\(\d{1,2}\.\s?ed\.?\)?\Z"
    r"|\s\((?:[A-Z][\w.]+\s){0,3}(?:brief|report|paper|publication|memo|memorandum|document|note)\s(?:no\.?\s)?[\w./-]*\d[\w./-]*\)\Z"
    r"|\s\((?=[^()]*\d)(?:[^()]{1,40}\s)?(?:no|nr|n[°º]|№)\.?\s?[\w.,:/-]{1,24}\)\Z"
    r"|\s\((?:[^()]{1,30}\s)?version(?:\s[\w.]{1,12})?\)\Z|\s\((?:[A-Z]{1,8}[./-]){1,5}[\w./-]{0,12}\d[\w./-]{0,12}\)\Z"
    r"|\s\([^\W\d_][^()]{7,90}\s\d{1,3}\)\.?\Z|,?\s\((?:[^()]{3,60},\s)?(?:trans|tr|eds?|hrsg|interviewer|host|narr|director|dir|producer)\.?\)\.?\Z"
    r"|\s\((?:UK|US|USA|EU|Cth|NSW|Vic|Qld|NZ|HK|Ont|Eng|Scot|Ireland|Canada|India)\)\Z"
    r"|\s\((?:report|press\srelease|speech|interview|pdf|podcast|video|map|poster|presentation|slides)\)\Z"
    r"|\s\((?:translated|trans\.|edited|eds?\.)\s[^()]{3,60}\)\.?\Z",
    re.IGNORECASE,
)


def without_locator(text: str, title: Place | None) -> Place | None:
    """Give a title without the pages, volume or edition in brackets behind it."""
    match = title and (_TITLE_LOCATOR.search(text, *title) or _pages_of_book(text, *title))
    return (title[0], match.start()) if title and match else title


_PAGES = re.compile(r"\s\d{1,4}(?:[-–]\d{1,4})?\Z")
_EDITION_BEHIND = re.compile(r"\s\((?:[^()]{2,40}\s)?\d{1,2}(?:st|nd|rd|th|d)\sed\.\s(?:1[5-9]|20)\d\d\)")
"""Edition and year, which Bluebook sets behind the page."""
_BOOK_BEHIND = re.compile(r"\s\((?:[^()\d]{0,60}|\d{1,2}(?:st|nd|rd|th|d)\sed\.\s)(?:1[5-9]|20)\d\d\)")


_PAPER_BEHIND = re.compile(
    r"\s\([^()]{0,80}(?:Working Paper|manuscript|Discussion Paper)[^()]{0,40}(?:1[5-9]|20)\d\d\)"
)
"""What Bluebook sets behind the page of a paper that is not in print."""


def _pages_of_book(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the pages behind the title of a book in capitals, as Bluebook sets it: "FROST 76-87 (Ice Press 2013)"."""
    pages = _PAGES.search(text, start, end)
    if pages and _EDITION_BEHIND.match(text, end):
        return pages
    capitals = pages and text[start : pages.start()].isupper() and _BOOK_BEHIND.match(text, end)
    return pages if capitals or (pages and _PAPER_BEHIND.match(text, end)) else None


def find_title_end(region: Region, start: int, *, commas: str | None) -> int:
    """Give where a title without quotation marks ends.

    ``commas`` says whether commas divide the parts: "always", "perhaps" (unless a full stop comes first), or
    ``None`` for full stops, when a comma ends a title only before a serial or volume.
    """
    for find in (
        _emphasised_end,
        _end_before_in,
        _end_before_review,
        _end_before_emphasis,
        _end_before_bar,
        _end_before_thesis,
        _end_before_responsible,
        _end_before_series,
        _end_before_medium,
        _end_before_house,
    ):
        end = find(region, start)
        if end is not None:
            return end
    return _divided_end(region, start, commas=commas)


def _emphasised_end(region: Region, start: int) -> int | None:
    text, end = region.text, region.head_end
    emphasis = next((e for e in region.sheet.emphasis if start - 1 <= e.start <= start + 2 and e.end <= end), None)
    if emphasis is not None and text[emphasis.end : emphasis.end + 1] in {",", ".", " ", ""}:
        return emphasis.end
    return None


def _end_before_emphasis(region: Region, start: int) -> int | None:
    """Give the end before an outlet in italics, behind which its day or volume stands: "Who pays, *Herald*, 4"."""
    text, last = region.text, region.head_end
    outlet = next((e for e in region.sheet.emphasis if e.start > start + 2 and e.end <= last), None)
    if outlet is None or text[outlet.start - 2 : outlet.start] not in {", ", ". ", "? ", "! "}:
        return None
    behind = _BEHIND_OUTLET.match(text, outlet.end)
    dated = behind and any(date.start == behind.end() and len(date.date.parts) > 1 for date in region.cuts.dates)
    if not dated and not (behind and _VOLUME.match(text, behind.end())):
        return None
    return outlet.start - (2 if text[outlet.start - 2] in ",." else 1)


_BEHIND_OUTLET = re.compile(r"[,.]?\s?\(?")
_VOLUME = re.compile(r"(?:vol\.?\s)?\d{1,3}(?!\d)|[\s.]{0,3}(?:\ue000|\Z)")
"""The volume of a serial, or the link or end that a dated page may have in its place; a year alone may be a book's."""
_IN = re.compile(r"\s(?:[Ii]n|IN|[Dd]ans|[Ee]n|su|//)[:\s]")
"""The words of ``IN_MARK``, looked for first, for speed."""


def _end_before_in(region: Region, start: int) -> int | None:
    if not _IN.search(region.text, start, region.head_end):
        return None
    inside = IN_MARK.search(region.text, start, region.head_end)
    return inside.start() + (1 if region.text[inside.start()] in "?!" else 0) if inside else None


_REVIEW = re.compile(r",\s(?=(?:\d{1,4}|(?:19|20)\d\d)\s[A-Z][\w.&’' ]{0,40}?\bL\.?\s?(?:REV|Rev|J)\.\s\d)")


def _end_before_review(region: Region, start: int) -> int | None:
    """Give the end before volume, law review and page, whose full stops end no sentence: "12 QUAY L. REV. 34"."""
    review = _REVIEW.search(region.text, start, region.head_end)
    return review.start() if review else None


_BAR = re.compile(r"\s\|\s(?=[^|.,;:\ue000]{2,60}[\s.,;:]*\Z)")
_DASH = re.compile(rf"\s[-–—·]\s(?=({CAPITAL}[\w’'&-]*(?:\s[\w’'&-]+){{0,4}}\.?[a-z]{{0,4}})[.,:\s]*\Z)")
_SHORTEST_HOST_WORD = 3
"""Letters of a word that can be told from chance in a host."""


def _end_before_bar(region: Region, start: int) -> int | None:
    """Give the end before the site in a page's title as browsers show it: "Who pays? | Northern Ledger".

    Behind a dash it can be a subtitle too, so there the host of the link must bear a word of it, and nothing else
    but the link stand there.
    """
    bar = _BAR.search(region.text, start, region.head_end)
    if bar:
        return bar.start()
    alone = region.cuts.links and start == region.start and not region.cuts.dates and not region.cuts.medium
    dash = _DASH.search(region.text, start, region.head_end) if alone else None
    if dash is None:
        return None
    host = host_of(region.cuts.links[0][0].url).replace("-", "")
    words = [word for word in re.findall(r"[^\W_]+", dash[1].casefold()) if len(word) >= _SHORTEST_HOST_WORD]
    return dash.start() if any(word in host for word in words) else None


_THESIS = re.compile(
    r"(?<=[a-z])\s(?=(?:Ph\.?\s?D\.?|[Mm]aster['’]?s?|[Dd]octoral|M\.?Sc?\.?)\s(?:thesis|dissertation)\s[A-Z])"
)


def _end_before_thesis(region: Region, start: int) -> int | None:
    """Give the end before "PhD thesis University of Frost" without any stop, as some programs set it."""
    thesis = _THESIS.search(region.text, start, region.head_end)
    return thesis.start() if thesis else None


_RESPONSIBLE = re.compile(r"\s/\s(?=(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ]|под ред|ред\.|сост\.|пер\.)")


def _end_before_responsible(region: Region, start: int) -> int | None:
    """Give the end before " / И. Иванов", where Russian libraries name again who wrote a book."""
    responsible = _RESPONSIBLE.search(region.text, start, region.head_end)
    return responsible.start() if responsible else None


_VOLUME_AND_PAGES = re.compile(r"\s\d{1,4}\s?\(\d{1,4}\)\s?[:,]\s?\d")
_SERIES_BRACKET = re.compile(r"\s\([^()]{3,90}\svol\.?\s?\d{1,4}\s?\)")


def _end_before_series(region: Region, start: int) -> int | None:
    """Give the end before "(Lectures on Ice vol 18)", as physicists set the series of a book."""
    series = _SERIES_BRACKET.search(region.text, start, region.head_end)
    return series.start() if series else None


_YEAR_BEFORE = re.compile(r",\s(?:1[5-9]|20)\d\d\s?\Z")


def _end_before_medium(region: Region, start: int) -> int | None:
    """Give the end before "[Internet]": the container stands before it too, unless one is named behind it."""
    medium = region.cuts.medium
    if medium is None or not start < medium.start < region.head_end:
        return None
    if _VOLUME_AND_PAGES.search(region.text, start, medium.start):
        return None
    year = _YEAR_BEFORE.search(region.text, start, medium.start)
    if year:
        return year.start()
    if _structure_limit(region, start) < medium.start:
        return None
    before = sentences(region.text, start, medium.start)
    return before[-2][1] if len(before) > 1 and not _named_after(region, medium.end) else medium.start


_HOUSE_AFTER_COLON = re.compile(r"\s:\s(?=([^:,]{3,80})(?:,[^:]{1,80})?\Z)")


def _end_before_house(region: Region, start: int) -> int | None:
    """Give the end before " : Publisher", as DIN 1505 sets it where no city is known."""
    text, limit = region.text, _structure_limit(region, start)
    house = _HOUSE_AFTER_COLON.search(text, start, limit)
    if house and len(sentences(text, start, house.start())) <= 1 and PUBLISHER.search(text, *house.span(1)):
        return house.start()
    return None


def _divided_end(region: Region, start: int, *, commas: str | None) -> int:
    text, limit = region.text, _structure_limit(region, start)
    pieces, stops = _whole_dates(region, chunks(text, start, limit)), sentences(text, start, limit)
    one = len(stops) <= 1
    credited = next((before[1] for before, piece in pairwise(pieces) if _credits(text, piece)), None)
    subtitle = (
        credited or _before_city(text, pieces, limit) or subtitle_end(text, stops, pieces, commas=commas is not None)
    )
    if subtitle is not None:
        return subtitle
    if commas is None and one and len(pieces) > 1:
        housed = region.cuts.isbn and _BOOK_YEAR.match(text, limit) and _HOUSE_NAME.fullmatch(text, *pieces[-1])
        return pieces[-2][1] if housed else comma_end(region, pieces, limit, only_serials=True)
    numbered = next((i for i in range(1, len(pieces)) if DOCUMENT_NUMBER.fullmatch(text, *pieces[i])), None)
    if numbered and one:
        return pieces[numbered - 1][1]
    house = _HOUSE_IN_BRACKET.match(text, limit)
    if _in_capitals(text, pieces, limit) or (house and (": " in house[0] or PUBLISHER.search(house[0]))):
        series = len(pieces) > 1 and _SERIES_PIECE.search(text, *pieces[-1])
        return pieces[-2][1] if series else limit  # a book: "Title, with commas (City: Press, 1998)"
    by_stops = _sentence_first(stops, pieces) or _outlet_last(text, stops, pieces)
    by_stops = by_stops or (len(stops) > 1 and PLACE.match(text, *stops[-1]) is not None)
    by_commas = commas == "always" or (commas == "perhaps" and not by_stops)
    if (by_commas or one) and len(pieces) > 1 and (commas == "always" or text[limit : limit + 1] != "."):
        return comma_end(region, pieces, limit)
    return _stop_end(region, stops, limit)


def _before_city(text: str, pieces: list[Place], limit: int) -> int | None:
    """Give the end of a title with nothing but its city and year behind it: "Cold Rivers. A History, Oslo 2018"."""
    if not _BARE_YEAR.match(text, limit) or len(pieces) < _TITLE_AND_CITY or not names_city(text[slice(*pieces[-1])]):
        return None
    last = len(pieces) - _TITLE_AND_CITY
    while last and (EDITION.match(text, *pieces[last]) or LOCATOR.match(text, pieces[last][0] - 1, pieces[last][1])):
        last -= 1
    words = text[slice(*pieces[last])].split()
    named = PUBLISHER.search(text, *pieces[last]) or SERIAL.search(text, *pieces[last])
    runs = last == 0 or len(words) > _HOUSE_WORDS or any(word[0].islower() or word[0].isdigit() for word in words)
    return pieces[last][1] if runs and not named else None


_BOOK_YEAR = re.compile(r"\s\((?:1[5-9]|20)\d\d\)")
_HOUSE_NAME = re.compile(rf"{CAPITAL}[\w&’'-]+(?:\s{CAPITAL}[\w&’'-]+){{0,2}}")
"""One to three words with capitals: before the year of a book with its number, the house."""
_TITLE_AND_CITY = 2
_HOUSE_WORDS = 4
"""Words of the longest house that no word of its own shows to be one."""
_BARE_YEAR = re.compile(r"\s(?:(?:1[4-9]|20)\d\d(?!\d)|\w[./]\s?\w)")
"""A year, or the letters for none, without a comma or a bracket before it."""


def _in_capitals(text: str, pieces: list[Place], limit: int) -> bool:
    """Whether a title stands in capitals before its year, as Bluebook sets books: it keeps its commas."""
    title = text[pieces[0][0] : limit] if pieces else ""
    return title.isupper() and not any(map(str.isdigit, title)) and _BOOK_BEHIND.match(text, limit) is not None


def _credits(text: str, piece: Place) -> bool:
    """Whether a part between commas names who edited or translated."""
    return _CREDIT.match(text, *piece) is not None or _CREDITED.match(text, *piece) is not None


def _stop_end(region: Region, stops: list[Place], limit: int) -> int:
    """Give the end of a title that full stops divide from the rest."""
    text = region.text
    imprint = next((i for i, stop in enumerate(stops) if _IMPRINT_BEHIND_DASH.match(text, *stop)), 0)
    if imprint:
        return stops[imprint - 1][1]
    if len(stops) > 1 and text[stops[1][0]] in "-–—":
        return chunks(text, *stops[1])[0][1]  # "Cold rivers. - Part A, Oslo: Ice House"
    return stops[sentences_of_title(region, stops, limit) - 1][1] if stops else limit


_IMPRINT_BEHIND_DASH = re.compile(rf"[—–-]\s(?:{CITY_NAMES})(?:[;,]\s(?:{CITY_NAMES}))?\s?:\s")
"""City and publisher behind a dash, as Russian style sets them: "Title. — М.: Наука, 1978"."""


def _whole_dates(region: Region, pieces: list[Place]) -> list[Place]:
    """Give parts that commas divide, those put together again that only the comma of a date divides."""
    dates = [date for date in region.cuts.dates if "," in date.date.raw]
    if not dates:
        return pieces
    whole = pieces[:1]
    for piece in pieces[1:]:
        if any(date.start < whole[-1][1] < date.end for date in dates):
            whole[-1] = (whole[-1][0], piece[1])
        else:
            whole.append(piece)
    return whole


_NOWHERE = re.compile(r"\[?s\.\s?l\.\]?\s?:?\s?\[?s\.\s?n\.\]?,?\s?\[?(?:s\.\s?d\.)?\]?", re.IGNORECASE)


def _named_after(region: Region, place: int) -> bool:
    """Whether an outlet or a publisher stands between the medium and the date or link."""
    text = region.text
    stops = [date.start for date in region.cuts.inside(place, region.end)]
    stops += [cut.start for cut in region.cuts.cuts if cut.start >= place]
    words = text[place : min(stops, default=region.end)]
    words = _NOWHERE.sub("", words)
    return bool(re.search(r"[^\W\d_]{2}", LOCATOR.split(words)[0]))


_SERIAL_ALONE = re.compile(
    r"([^\W\d_][^,;:()?!\ue000\d]{1,40}(?::\s[^,;:()?!\ue000\d]{1,40}?)??[^\W\d_.]\.?(?:\s[A-Z])?),?\s(?:[A-Z])?(?:vol\.?\s?)?\d{1,4}(?:\s?\(\d{1,4}\))?(?:,\s|:\s?|\s)"
    r"(?:no\.\s?\d{1,4},?\s)?(?:\(?(?:19|20)\d\d\)?[\s,:]{1,2})?(?:pp?\.?\s?)?[A-Z]?\d{1,7}(?!\d|\s?pp?\b)"
)


def serial_alone(text: str, start: int, end: int) -> Place | None:
    """Give the serial of a source that names no title: volume and pages follow the first words of all."""
    found = _SERIAL_ALONE.match(text, start, end)
    if found is None:
        named = _SERIAL_NAME.match(text, start, end)
        return trim(text, *named.span()) if named and not text[named.end() : end].strip(" .,;()0123456789") else None
    if len(sentences(text, *found.span(1))) > 1:
        return None
    return found.span(1)


_SERIAL_NAME = re.compile(
    r"(?:The\s)?(?:(?:\w+\s){0,2}Journal|Annals|Proceedings|Transactions|Bulletin|Revue|Zeitschrift|Revista)\s(?:of|for|de|d[’']|des|für|del)\b"
    r"[^,;:.()?!\ue000\d]{3,80}"
)
"""The name of a serial that says so itself, where nothing else is left to be the title."""


def _sentence_first(stops: list[Place], pieces: list[Place]) -> bool:
    """Whether the first sentence ends before the first comma."""
    return len(stops) > 1 and stops[0][1] <= pieces[0][1]


def _outlet_last(text: str, stops: list[Place], pieces: list[Place]) -> bool:
    """Whether all commas stand in the first of two sentences, and the second can be an outlet's name."""
    if len(stops) != SUBTITLE_SENTENCES or pieces[-1][0] >= stops[0][1] or SERIAL_START.match(text, *pieces[-1]):
        return False
    return bool(_LONG_WORD.search(text, *stops[1]))


_LONG_WORD = re.compile(r"[^\W\d_]{4}")


def _structure_limit(region: Region, start: int) -> int:
    """Give the place of the first date, volume or pages that cannot belong to a title."""
    text, end = region.text, region.head_end
    imprint = _IMPRINT.search(text, start, end)
    end = imprint.start() if imprint else end
    led = any(date.end <= start for date in region.cuts.dates)
    for date in region.cuts.inside(start, end):
        several = len(date.date.parts) == 1 and _MORE_YEARS.match(text, date.end, end)
        if _PERIOD.fullmatch(date.date.raw) or several:
            continue  # "A History of the College, 1815–1909", "Four Texts (1798, 1805)"
        before = text[start : date.start].rstrip(" \t\n")
        if before and (_NO_YEAR.fullmatch(date.date.raw) or _behind_city(text, start, date)):
            return start + len(before.rstrip(" ,;([\t\n"))
        if len(date.date.parts) == 1 and _RUNS_ON.match(text, date.end, end):
            continue
        if before and not led and _ends_entry(region, date):
            return start + len(before.rstrip(" ,([\t\n"))
        bracketed = before.endswith(("(", "[")) and _CLOSES.match(text, date.end, end) is not None
        opening = before.rfind(" (")
        if opening > before.rfind(")") and text[date.end : date.end + 1] == ")" and opening > 0:
            return start + len(before[:opening].rstrip(" ,"))  # "(Boulder: Press, 1998)"
        if before.endswith((",", ".", ";")) or bracketed:
            return start + len(before.rstrip(" ,;([\t\n"))
    return end


def _ends_entry(region: Region, date: DatePlace) -> bool:
    """Whether nothing follows a date but a link: a day, or the only year of a source without a link."""
    text = region.text
    if not _NOTHING.match(text, date.end, region.head_end):
        return False
    if _LEADS_ON.search(text, max(0, date.start - len(" until ")), date.start):
        return False
    return len(date.date.parts) == DAY_PARTS or (region.head_end == region.end and len(region.cuts.dates) == 1)


def _behind_city(text: str, start: int, date: DatePlace) -> bool:
    """Whether a bare year stands right behind a city that a comma divides from the title: "Cold rivers, Oslo 2018"."""
    comma = text.rfind(", ", start, date.start)
    return comma > 0 and len(date.date.parts) == 1 and names_city(text[comma + 1 : date.start])


_NO_YEAR = re.compile(r"\w[./]\s?\w\.?")
"""Letters that say "no date", which no title has in it: "o. J.", "s/f"."""
_CLOSES = re.compile(r"[)\];]|,?\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?[)\]]", re.IGNORECASE)
"""What follows a date in a bracket: its end, another date, or the hour."""
_IMPRINT = re.compile(
    rf"\s?\((?:(?:{CITIES})[^()\d]{{2,80}}|[^(),\d]{{2,50}},\s(?:{CITY_NAMES})(?:,\s[A-Z]{{2,3}})?)\)"
)
"""City and publisher in a bracket without a year, as physicists set them; in either order."""
_PERIOD = re.compile(r"\d{4}\s?[-–/]\s?(?:\d{4}|\d{2})")
_LEADS_ON = re.compile(r"\s(?:am|vom|bis|to|of|on|until|du|au|le|del?|al|van|tot|and|in)\s\Z")
"""Words before a date that is part of a title."""
_NOTHING = re.compile(r"[\s.]*\Z")
_RUNS_ON = re.compile(r"\)\s[a-z]{3}")
"""Small letters behind a year in brackets: "Finch's (1997) suggestion to thaw"."""
_MORE_YEARS = re.compile(r",\s\d{4}(?!\d)")
_HOUSE_IN_BRACKET = re.compile(r"\s?\((?:[^():]{2,50}:\s[^()]{2,80}|[^()]{2,80}),?\s\d{4}\)")
_SERIES_PIECE = re.compile(
    r"\b(?:Series|Studies|Library|Texts|Monographs?|Papers|Collection|Lecture Notes|Reihe|Schriften|Beiträge|"
    r"Forschungen)\b.{0,80}\d\Z"
)
"""A series of books with the number of one."""
_CREDIT = re.compile(
    r"tr(?:ad)?\.\sit\.\s|(?:trad(?:uit|\.)?|tradução|traducción|traduzione)\s(?:de|du|di|par|por)\b|"
    r"(?:[Aa]us dem|[ÜüU]bersetzt von|[Vv]ertaald door|[Hh]erausgegeben von|a cura di|sous la direction de|dirigé par|"
    r"édité par|edición de|organizado por)\s|"
    r"(?:ed|eds|tr|trans|transl|hrsg|übers)\.\s(?:and\strans\.\s)?(?:by\s|von\s)?[A-Z]|(?:edited|translated)\sby\s|rev\.\sed\b|\d{1,2}(?:st|nd|rd|th|d)\sed\b|\d{1,2}\svols\b"
)
"""A part that names editors or translators: the title ends before it."""
_CREDITED = re.compile(r"[A-Z][^()]{2,60}\s\((?:eds?|transl?|hrsg|übers)\.(?:\s(?:and|&)\s(?:eds?|trans)\.)?\)")
"""The same with the names in front: "Bo Finch (ed.)"."""
