"""Where a publisher stands: after its city, in a bracket, in the sentence after a collection."""

import re

from citations.records.outlets.houses import publisher_at, without_city
from citations.records.regions.cuts import Cuts
from citations.records.regions.issued import is_year_here
from citations.records.wording.cities import names_city, names_town
from citations.records.wording.clauses import Place, chunks, sentences, skip_lead, trim
from citations.records.wording.kinds import GENRE
from citations.records.wording.words import CAPITAL, EDITION_NUMBER, LOWER, PUBLISHER

_PUBLISHER_END = re.compile(
    r"\.\s(?=(?:pp?|S|с|С)\.\s?\d)|[;(\[](?=\s|\Z|\d)|,\s?(?=\d|p)|\s[(\[]|[,.]?\s(?:1[4-9]|20)\d\d"
)

_BRACKET = re.compile(r",?\s[(]([^()]{0,160})[)]")
_NO_NAME = re.compile(
    rf"{EDITION_NUMBER}(?:\s\d{{4}})?\Z|"
    rf"[{LOWER}]{{2,}}\.?(?=[\s),]|\Z)(?!,?\s\d{{4}}\Z)|(?:No|Nr|WP|Doc)\.?\s\d|[A-Z]{{1,5}}-?\d[\d/.-]*(?:,|\Z)|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]?\s"
)
"""The first words of a bracket without a publisher: "(statement of A. Finch)", "(No. 12)"."""
_EDITION_FIRST = re.compile(
    rf"(?:{EDITION_NUMBER}|(?:public\s)?(?:speech|lecture|address|seminar)|"
    r"(?:[a-z]+\s)?(?:paper|report|submission)(?:\s(?:no\.?\s)?\d[\w./-]*)?),\s",
    re.IGNORECASE,
)
_EDITION_LAST = re.compile(rf",\s{EDITION_NUMBER}[\s,]*\Z")
"""Which edition it is, or what kind of text, before the house in a bracket; the edition also after it."""
_FIRST_EDITION = re.compile(r"(?:1[4-9]|20)\d\d(?:;|\s=)\s(?:repr(?:int(?:ed)?)?\.?,?\s)?")
"""The year of the first edition, before the imprint of a later one: "(1987; repr., Oslo: Ice House, 2018)"."""
CREDIT = re.compile(
    r"(?:(?:eds?\.|trans\.|tr\.(?=\s[A-Z]\.)|translated)\s(?:by\s)?(?!\w{2,12}\.)[A-Z]|"
    r"edited\s|foreword\s|with an introduction|interview(?:ed)?\s(?:by|with):?\s|"
    r"(?:directed|produced|narrated|hosted|performed)\sby\s|(?:dir|perf|prod|narr|cond)\.,?\s(?:by\s)?(?=[A-Z])|"
    r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+(?:,?\s(?:and\s|&\s)?(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+){0,4}"
    r",?\s\(?(?:eds?|trans)\.|"
    r"tr(?:ad)?\.\sit\.(?:[\s,]|\Z)|(?-i:[A-ZÀ-Þ])[^.,;:()\d\ue000]{2,60},\seditors?(?=\.\s)|"
    r"trad(?:uit|uction|ução|ucción|uzione|\.)?\s(?:de|du|di|par|por)\b|(?:übers\.|übersetzt)(?:\svon)?\s|"
    r"aus dem\s|vertaald door\s|"
    r"přel(?:\.|ožila?)\s|překlad\s|(?:tłum|przeł)(?:\.|aczyła?|ożyła?)\s|oversatt av\s|oversat af\s|översatt av\s|"
    r"(?:herausgegeben|hrsg\.|hg\.)\s(?:von|v\.)\s|sous la direction de\s|édité par\s)",
    re.IGNORECASE,
)
"""A sentence about translators or editors between the title and the rest."""


CREDIT_AND_HOUSE = re.compile(
    rf"(?:[Ee]dited|[Tt]ranslated|[Dd]irected|[Cc]reated|[Cc]ompiled)\sby\s[^,.;:()]{{3,60}},\s"
    rf"(?:[a-z]+\sby\s[^,.;:()]{{3,60}},\s)?"
    rf"({CAPITAL}[^,.;:()\d]{{2,60}}),\s(?=(?:1[5-9]|20)\d\d(?!\d))"
)
"""Who edited or directed, then the house and the year, as students of literature write them."""


def behind_city(text: str, start: int, end: int, cuts: Cuts) -> Place | None:
    """Give the publisher after "City: ", up to a year, a bracket or the end of the sentence."""
    closing = _PUBLISHER_END.search(text, start, end)
    end = closing.start() if closing else end
    end = min([end, *(date.start for date in cuts.dates if start <= date.start < end and is_year_here(text, date))])
    parts = sentences(text, start, end)
    return publisher_at(text, start, parts[0][1] if parts else end)


def in_bracket(text: str, bracket: re.Match[str], cuts: Cuts) -> Place | None:
    """Give the publisher in "(Amsterdam: Publisher, 2020)": the words without the place and the date."""
    if not re.search(r"[^\W\d_]{2}", bracket[1]) or _NO_NAME.match(bracket[1]):
        return None
    first, last = bracket.span(1)
    genre = GENRE.match(text, first, last)
    genre = genre or _EDITION_FIRST.match(text, first, last)
    first = skip_lead(text, genre.end(), last) if genre else first
    first_edition = _FIRST_EDITION.match(text, first, last)
    first = first_edition.end() if first_edition else first
    for date in cuts.inside(first, last):
        last = min(last, date.start)
    edition = _EDITION_LAST.search(text, first, last)
    last = edition.start() if edition else last
    colon = text.find(":", first, last)
    return no_city(text, without_city(text, trim(text, colon + 1 if colon > 0 else first, last)))


def no_city(text: str, house: Place | None) -> Place | None:
    """Give ``house`` unless it is a city."""
    return None if house is None or names_city(text[slice(*house)]) else house


def in_later_sentence(text: str, parts: list[Place], behind: int) -> Place | None:
    """Give the publisher of a collection from the sentence after its title that is not about its editors."""
    later = next((part for part in parts[1:] if part[0] >= behind and not CREDIT.match(text, *part)), None)
    return no_city(text, publisher_at(text, *later)) if later else None


def behind_pages(text: str, start: int, end: int) -> Place | None:
    """Give the publisher from the sentence after the pages of a chapter: "In Cold seas (pp. 3-9). Quay & Finch"."""
    pages = _PAGES_AND_HOUSE.match(text, start, end)
    return no_city(text, publisher_at(text, *pages.span(1))) if pages else None


_PAGES_AND_HOUSE = re.compile(
    r"\s?\([^()]{0,60}\bpp?\.\s?[\dA-Z][^()]{0,30}\)\.\s([A-ZÀ-Þ][^.:()\d\ue000]{2,60})\.?\s{0,2}(?:\Z|\ue000)"
)


_IMPRINT = re.compile(rf"(?:,\s(?:[Ee]d(?:ited|s?\.)(?:\sby)?|[Hh]rsg\.\svon)\s[^()]{{3,120}}?)?{_BRACKET.pattern}")
"""A bracket after a collection, perhaps with its editors between."""
_UNIVERSITY_PRESS = re.compile(r"[A-Z]{1,3}UP[\s,]")
"""A university's press by its letters: "OUP"."""


def in_bracket_behind(text: str, start: int, end: int, cuts: Cuts) -> Place | None:
    """Give the publisher in a bracket after the container: "(Oslo: Ice House, 2010)", "(Ice House 2010)"."""
    bracket = _IMPRINT.match(text, start, end)
    if bracket is None:
        return None
    dates = list(cuts.inside(*bracket.span(1)))
    named = text[bracket.start(1) : dates[0].start] if dates else bracket[1]
    year_only = bool(dates) and len(dates[0].date.parts) == 1
    pieces = chunks(text, bracket.start(1), bracket.start(1) + len(named))
    town = text[pieces[1][0] : pieces[-1][1]] if year_only and len(pieces) > 1 else ""
    if (names_city(town) or names_town(town)) and not names_city(text[slice(*pieces[0])]):
        return trim(text, *pieces[0])  # "(AIP, Melville, NY, 2013)"
    alone = year_only and len(pieces) == 1 and len(named.split()) > 1
    if alone or ": " in named or PUBLISHER.search(named) or _UNIVERSITY_PRESS.match(named):
        return in_bracket(text, bracket, cuts)
    return None
