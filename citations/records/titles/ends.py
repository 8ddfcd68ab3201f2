"""Where a title without quotation marks ends, and what after it does not belong to it."""

import re
from itertools import pairwise

from citations.records.outlets.imprints import CREDIT
from citations.records.regions.region import Region
from citations.records.titles.commas import SERIAL_START, SMALL_HOUSE, Commas, comma_end, with_period
from citations.records.titles.end_signs import END_SIGNS
from citations.records.titles.limits import title_limit
from citations.records.titles.subtitles import (
    SUBTITLE_SENTENCES,
    is_imprint,
    sentences_of_title,
    subtitle_end,
)
from citations.records.wording.cities import CITY_NAMES, names_city
from citations.records.wording.clauses import Place, chunks, sentences
from citations.records.wording.kinds import GENRE
from citations.records.wording.subtitle_words import opens_subtitle
from citations.records.wording.words import (
    CAPITAL,
    DOCUMENT_NUMBER,
    EDITION,
    EDITION_NUMBER,
    LOCATOR,
    PLACE,
    PUBLISHER,
    SERIAL,
)


def find_title_end(region: Region, start: int, *, commas: Commas) -> int:
    """Give where a title without quotation marks ends; a comma that divides nothing ends it before a serial only."""
    for find in END_SIGNS:
        end = find(region, start)
        if end is not None:
            return end
    return _divided_end(region, start, commas=commas)


def _divided_end(region: Region, start: int, *, commas: Commas) -> int:
    text, limit = region.text, title_limit(region, start)
    pieces, stops = _whole_dates(region, chunks(text, start, limit)), sentences(text, start, limit)
    one = len(stops) <= 1
    first = [piece for piece in pieces if piece[0] < stops[0][1]] if stops else []
    credited = next((before[1] for before, piece in pairwise(pieces) if _credits(text, piece)), None)
    credited = credited or _before_edition(text, first)
    credited = credited or _before_kind(text, pieces, stops)
    city_last = commas == "always" and not one and is_imprint(text, stops[-1])  # "Cold rivers. Paris, La Bouée, 2007"
    subtitle = (
        credited
        or (stops[-2][1] if city_last else None)
        or _before_city(text, pieces, limit)
        or subtitle_end(text, stops, pieces, commas=commas is not None)
    )
    if subtitle is not None:
        return subtitle
    pieces = with_period(text, pieces, limit, led=commas is None)
    if commas is None and one and len(pieces) > 1:
        return comma_end(region, pieces, limit, only_serials=True)
    numbered = next((i for i in range(1, len(pieces)) if _NUMBERED.fullmatch(text, *pieces[i])), None)
    if numbered and one:
        return pieces[numbered - 1][1]
    house = _HOUSE_IN_BRACKET.match(text, limit)
    if house and (": " in house[0] or PUBLISHER.search(house[0])):
        return limit  # a book: "Title, with commas (City: Press, 1998)"
    by_stops = _sentence_first(stops, pieces) or _outlet_last(text, stops, pieces)
    by_stops = by_stops or (len(stops) > 1 and PLACE.match(text, *stops[-1]) is not None)
    by_commas = commas == "always" or (commas == "perhaps" and not by_stops)
    if (by_commas or one) and len(pieces) > 1 and (commas == "always" or text[limit : limit + 1] != "."):
        return comma_end(region, pieces, limit)
    return _stop_end(region, stops, limit)


def _before_city(text: str, pieces: list[Place], limit: int) -> int | None:
    """Give the end of a title with nothing but its city and year after it: "Cold Rivers. A History, Oslo 2018"."""
    if not _BARE_YEAR.match(text, limit) or len(pieces) < _TITLE_AND_CITY or not names_city(text[slice(*pieces[-1])]):
        return None
    last = len(pieces) - _TITLE_AND_CITY
    while last and (EDITION.match(text, *pieces[last]) or LOCATOR.match(text, pieces[last][0] - 1, pieces[last][1])):
        last -= 1
    words = text[slice(*pieces[last])].split()
    named = PUBLISHER.search(text, *pieces[last]) or SERIAL.search(text, *pieces[last])
    stops = sentences(text, *pieces[last])
    house = len(stops) > 1 and _HOUSE_NAME.fullmatch(text, *stops[-1])
    if last == 0 and house and not opens_subtitle(house[0]):
        return stops[-2][1]  # "Cold rivers. Quay, Oslo 1934"
    if last and SMALL_HOUSE.fullmatch(text, *pieces[last]):
        return pieces[last - 1][1]
    runs = last == 0 or len(words) > _HOUSE_WORDS or any(word[0].islower() or word[0].isdigit() for word in words)
    return pieces[last][1] if runs and not named else None


_HOUSE_NAME = re.compile(rf"{CAPITAL}[\w&’'-]+(?:\s{CAPITAL}[\w&’'-]+){{0,2}}")
"""One to three words with capitals: before a city, the house."""
_TITLE_AND_CITY = 2
_HOUSE_WORDS = 4
"""Words of the longest house that no word of its own shows to be one."""
_BARE_YEAR = re.compile(r"\s(?:(?:1[4-9]|20)\d\d(?!\d)|\w[./]\s?\w)")
"""A year, or the letters for none, without a comma or a bracket before it."""


def _credits(text: str, piece: Place) -> bool:
    """Whether a part between commas names who edited or translated."""
    return CREDIT.match(text, *piece) is not None or _CREDITED.match(text, *piece) is not None


def _before_edition(text: str, pieces: list[Place]) -> int | None:
    """Give the end of a title before its edition in the same sentence; after a city the edition tells nothing."""
    edition = next((i for i in range(1, len(pieces)) if _EDITION_PART.match(text, *pieces[i])), 0)
    imprint = any(names_city(text[slice(*piece)]) for piece in pieces[1:edition])
    return pieces[edition - 1][1] if edition and not imprint else None


def _before_kind(text: str, pieces: list[Place], stops: list[Place]) -> int | None:
    """Give the end of a title before what kind of text it is: after its first comma, or in a second sentence."""
    asked = len(stops) == SUBTITLE_SENTENCES and text[stops[0][1] - 1] in "?!"
    end = stops[asked][1] if stops else 0
    first = [(start, min(last, end)) for start, last in pieces if start < end]
    parts = (*pairwise(first), *pairwise(stops[:SUBTITLE_SENTENCES]))
    return next((before[1] for before, part in parts if _KIND.match(text, *part)), None)


_KIND = re.compile(
    rf"(?:{GENRE.pattern})|version\s\d|"
    r"(?:[A-Z][\w.&'’-]{0,14}\s){0,3}?(?:briefing|consultation|background|position|policy|issue)\s"
    r"(?:paper|note|brief)\b",
    re.IGNORECASE,
)
"""What kind of text a part says that a source is, or which version of it."""


def _stop_end(region: Region, stops: list[Place], limit: int) -> int:
    """Give the end of a title that full stops divide from the rest."""
    text = region.text
    imprint = next((i for i, stop in enumerate(stops) if _BEHIND_DASH.match(text, stop[0])), 0)
    if imprint:
        return stops[imprint - 1][1]
    if len(stops) > 1 and text[stops[1][0]] in "-–—":
        return chunks(text, *stops[1])[0][1]  # "Cold rivers. - Part A, Oslo: Ice House"
    if not stops:
        return limit
    pieces = chunks(text, *stops[sentences_of_title(region, stops, limit) - 1])
    city = len(pieces) > 1 and names_city(text[slice(*pieces[-1])])
    return pieces[-2 if city else -1][1]


_BEHIND_DASH = re.compile(
    rf"[—–-]\s(?:(?:{CITY_NAMES})(?:[;,]\s(?:{CITY_NAMES}))?\s?(?::\s|\()|"
    rf"{CAPITAL}[^,.;:]{{2,50}},\s(?:1[5-9]|20)\d\d\.\s[—–-]\s\d{{1,4}}\s?[сcp]\.|"
    rf"{CAPITAL}[^;:()\d]{{2,80}}\s\d{{1,4}}(?:\s?\(\d{{1,4}}\))?:\s?\d)"
)
"""City and publisher after a dash, as Russian lists write them ("— М.: Наука, 1978"), or a serial ("- Ice 9: 4-8")."""


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


def _sentence_first(stops: list[Place], pieces: list[Place]) -> bool:
    """Whether the first sentence ends before the first comma."""
    return len(stops) > 1 and stops[0][1] <= pieces[0][1]


def _outlet_last(text: str, stops: list[Place], pieces: list[Place]) -> bool:
    """Whether all commas stand in the first of two sentences, and the second can be an outlet's name."""
    if len(stops) != SUBTITLE_SENTENCES or pieces[-1][0] >= stops[0][1] or SERIAL_START.match(text, *pieces[-1]):
        return False
    return bool(_LONG_WORD.search(text, *stops[1]))


_LONG_WORD = re.compile(r"[^\W\d_]{4}")


_HOUSE_IN_BRACKET = re.compile(r",?\s?\((?:[^():]{2,50}:\s[^()]{2,80}|[^()]{2,80}),?\s\d{4}\)")
_NUMBERED = re.compile(
    rf"(?:{DOCUMENT_NUMBER.pattern})|[Cc]at(?:alogue)?\.?\s[Nn]o\b.*|[Vv]ersion\s\d.*|(?:computer\s)?software|"
    rf"mobile\sapp|data\s?set|"
    r"arXiv:\S+(?:\s\[[\w.-]+\])?|(?:HC|HL|Cm|Cmn?d|CP)\s\d[\w-]*|(?:\w+\sReport\sof\s)?Session\s\d{4}[-–]"
    r"\d{2,4}|(?:online\s)?(?:video|sound|audio)(?:\srecording)?|podcast"
)
"""A part that is a number, or says which edition of a program or of data it is: the title ends before it."""
_EDITION_PART = re.compile(rf"wyd\.\s\d|{EDITION_NUMBER}|\d{{1,2}}\svols\b")
"""A part that says which edition it is, or of how many volumes: the title ends before it."""
_CREDITED = re.compile(r"[A-Z][^()]{2,60}\s\((?:eds?|transl?|hrsg|übers)\.(?:\s(?:and|&)\s(?:eds?|trans)\.)?\)")
"""The same with the names in front: "Bo Finch (ed.)"."""


_NUMBER_LAST = re.compile(
    rf",\s(?:pages?|pp?\.|at)\s\d[\d\s–-]*\Z|,\s\d{{1,4}}\s?(?:pp?|S)\.?\Z|,?(?<![–—-])\s{EDITION_NUMBER}\Z|"
    r",\s(?:last\s)?(?:rev(?:ised)?|updated)\.?\Z|,?\svol\.\s\d{1,3}\Z",
    re.IGNORECASE,
)
"""Pages, volume or edition after a title, without a bracket."""
_IN_BRACKET = (
    rf"(?:pp?\.|vols?\.|bd\.|no\.|s\.\s\d|{EDITION_NUMBER})[^()]{{0,60}}",
    r"(?:[^()]{1,60}\s)?(?:series|thesis|dissertation|[ée]dn?|edi(?:tion|ción|ção)|version)\.?(?:,?\s[\w. ]{1,12})?",
    r"v\.?\s?\d[\w.]{0,12}|version\s\d[\w.]{0,12}|\d{1,4}(?:\.\d{1,3}){1,3}",
    (
        r"(?=[^()]*\d)(?:[^()]{1,40}\s)?(?:n[or°º]|№|brief|report|paper|publication|memo|document|note|sheet|"
        r"form)\.?\s?[\w.,:/-]{1,24}"
    ),
    r"(?=[^()]*(?:[./-][^()]*[./-]|\d{3}))(?:[A-Z]{1,8}[./-]){1,5}[A-Z\d./-]{0,24}|arXiv:[\w./-]{4,24}",
    r"(?:index|doc(?:ument)?|ref(?:erence)?)(?:\s(?:number|no\.))?:\s[^()]{4,40}",
    r"[^\W\d_][^()]{7,90}\s\d{1,3}",
    r"(?:[^()]{3,60},\s)?(?:trans|tr|eds?|hrsg|interviewer|host|narr|director|dir|producer)\.?",
    r"(?:translated|trans\.|edited|eds?\.)\s[^()]{3,60}",
    (
        r"report|(?:\w+\s)?paper|policy\sbrief|press\srelease|speech|interview|pdf|podcast|video|map|poster|"
        r"slides|\w*avhandling"
    ),
)
"""What a bracket after a title says: part or edition, kind or version, number, series, who else worked on it."""
_BRACKET_LAST = re.compile(rf",?\s\((?:{'|'.join(_IN_BRACKET)})\)?\.?\Z", re.IGNORECASE)


def without_locator(text: str, title: Place | None) -> Place | None:
    """Give a title without the pages, volume or edition after it."""
    if title is None:
        return None
    match = _NUMBER_LAST.search(text, *title) or _BRACKET_LAST.search(text, *title) or _pages_of_book(text, *title)
    return (title[0], match.start()) if match else title


_PAGES = re.compile(r"\s(?!(?:1[4-9]|20)\d\d[-–])\d{1,4}([-–]\d{1,4})?\Z")
_IMPRINT_AND_YEAR = re.compile(r"\s\(([^()]*)(?:1[5-9]|20)\d\d\)")
_OF_A_PAGE = re.compile(r"\d{1,2}(?:st|nd|rd|th|d)\sed\.\s\Z|Working Paper|manuscript|Discussion Paper")
"""What Bluebook sets after a page: an edition, or that a paper is not in print."""


def _pages_of_book(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the pages between a title and its year, as Bluebook writes them: "Frost 76-87 (Ice Press 2013)".

    One page alone may be the last word of the title, where the title has small letters.
    """
    pages, behind = _PAGES.search(text, start, end), _IMPRINT_AND_YEAR.match(text, end)
    if pages is None or behind is None:
        return None
    return pages if pages[1] or text[start : pages.start()].isupper() or _OF_A_PAGE.search(behind[1]) else None
