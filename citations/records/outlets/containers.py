"""How far the name of a container reaches: over a list, a subtitle or a bracket, not over volume or publisher."""

import re
from itertools import pairwise, takewhile

from citations.document import Span
from citations.records.outlets.houses import SURE_HOUSE, houses_in
from citations.records.regions.region import Region
from citations.records.sheets.sheet import Sheet
from citations.records.wording.cities import names_city, names_state
from citations.records.wording.clauses import Place, chunks, trim
from citations.records.wording.kinds import GENRE, MEDIUM
from citations.records.wording.quoted import find_quoted
from citations.records.wording.subtitle_words import opens_subtitle
from citations.records.wording.words import CAPITAL, EDITION_ALONE, LOWER, PUBLISHER, RUNNING, SERIAL

_SHORT = 2
"""Words of a part of a name that is a list ("Rock, Paper, Shotgun")."""
_MOST_LISTED = 5
"""Parts of a list in a name, the last with "and" before it."""


def read_container(region: Region, part: Place, limit: int, *, is_in: bool) -> Place | None:
    """Give the container at the start of ``part``: in italics or quotation marks, or what comes before a comma."""
    sheet, cuts, end = region.sheet, region.cuts, region.head_end
    text, start = sheet.text, part[0]
    emphasis = next((e for e in sheet.emphasis if e.start - 1 <= start <= e.start + 1 and e.end <= limit), None)
    emphasis = emphasis or _behind_own_words(sheet, start, limit)
    marked = find_quoted(text, start, end) if not text[start].isalnum() else None
    named = _IN_MARKS.match(text, start, part[1])
    if named is not None:
        return named.span(1)
    if emphasis is not None:
        container = trim(text, emphasis.start, emphasis.end)
    elif marked is not None and marked.start == start and (marked.sure or _YEAR_NEXT.match(text, marked.end, end)):
        container = trim(text, marked.inner_start, marked.inner_end)
    else:
        dated = any(date.start <= limit + 2 and date.end > limit and date.is_day for date in cuts.dates)
        closed = part[1] >= limit - 1 and (limit == end or _CLOSED.match(text, limit) is not None)
        container = _before_comma(text, *part, whole=closed or (dated and not is_in))
    if container is None:
        return None
    divider = _DAY_NEXT.search(text, *container)
    if divider is not None and any(date.start - 2 <= container[1] <= date.start for date in cuts.dates):
        return container[0], divider.start()
    return with_bracket(text, _without_number(text, container), end)


def _behind_own_words(sheet: Sheet, start: int, limit: int) -> Span | None:
    """Give the outlet in italics after words on what the text is: "opinion, *Ledger*", "English trans. in *Ice*"."""
    first = next((one for one in sheet.emphasis if start < one.start and one.end <= limit), None)
    return first if first and _OWN_WORDS.fullmatch(sheet.text, start, first.start) else None


_OWN_WORDS = re.compile(
    rf"(?:[{LOWER}]{{3,14}}\s){{0,2}}[{LOWER}]{{3,14}},\s|"
    rf"{CAPITAL}?[{LOWER}]{{2,14}}\s(?:[{LOWER}]{{2,14}}\.?\s){{0,3}}(?:in|dans|en)\s"
)
_YEAR_NEXT = re.compile(r"\s(?:1[5-9]|20)\d\d[,.]")
"""The year after the marks of a serial, as Poles write it."""
_IN_MARKS = re.compile(r"[^『』,.\d]{0,30}『([^』]{1,80})』")
"""A Japanese volume in its marks, perhaps after the body that it is of: "北海大学『海の研究』"."""
_DAY_NEXT = re.compile(r"\s(?:vom|v\.?|du|del|of|from|den|d\.|van|от|z\sdnia|ze\sdne)\Z")
"""What stands between an outlet and the day of its issue: "Küstenbote vom 3. Mai 2018"."""


_CLOSED = re.compile(r"[.\s]{0,4}(?:\ue000|\Z|[\[(](?:internet|online|en ligne))", re.IGNORECASE)
"""What follows a container that nothing is added to."""
_BRACKETS = (
    re.compile(
        r"\s\([\u3400-\u9fff]{2,12}\)|\s\((?!PDF\b|HTML\b|DOCX?\b|EPUB\b)(?![A-Z]{1,3}UP\s)"
        r"[A-Z][A-Za-z]*[A-Z][\w'’*. -]{0,14}\)(?=\s?[,.:;\ue000]|\s\(?\d|\s[A-Z]|\s?\Z)"
    ),
    re.compile(r"\s\([A-Z][^():;,.\d]{1,40}\s[^():;,.\d]{2,60}\)(?=\s?\(|,?\s\d|\s?[,.]?\s?(?:\ue000|\Z)|\s\[)"),
)
"""A bracket that is part of a name: its abbreviation, or the newspaper it belongs to. A town is not part of a name."""


def with_bracket(text: str, container: Place, end: int) -> Place:
    """Give a container with the bracket after it that belongs to its name."""
    if text[container[1] : container[1] + 2] != " (" or MEDIUM.match(text, container[1], end):
        return container
    letters, edition = (bracket.match(text, container[1], end) for bracket in _BRACKETS)
    if letters:
        return container[0], letters.end()
    named = edition and not (PUBLISHER.search(edition[0]) or names_city(edition[0].strip(" ()")))
    return (container[0], edition.end()) if edition and named else container


_ARTICLE_NUMBER = re.compile(
    r"(?<=[\w.])(?:\s\d{1,3})?\s(?:[a-z]\d{3,7}|\d{5,7})\Z|(?<=\w),?\s(?:vol\.\s)?abs/[\w./-]+\Z"
)


def _without_number(text: str, container: Place) -> Place:
    """Give a serial without the number of an article after it: five figures, a small letter first, "abs/1801.1"."""
    number = _ARTICLE_NUMBER.search(text, *container) if text[container[1] - 1].isdigit() else None
    return (container[0], number.start()) if number else container


def _before_comma(text: str, start: int, end: int, *, whole: bool) -> Place | None:
    """Give the container up to the comma that ends it; a name that is a list ("Worn In, Worn Out") keeps its commas."""
    pieces = chunks(text, start, end)
    if not pieces:
        return None
    if len({text[a:b].casefold() for a, b in pieces}) == 1:
        return trim(text, *pieces[0])  # a site and its publisher of one name
    last = 0
    whole = whole and all(len(text[a:b].split()) <= _SHORT and not PUBLISHER.search(text, a, b) for a, b in pieces)
    whole = whole and not any(_is_not_listed(text[a:b]) for a, b in pieces[1:])
    if PUBLISHER.search(text, *pieces[0]) and not SERIAL.search(text, *pieces[0]):
        houses = houses_in(text, pieces) or pieces[:1]
        houses = [*houses[:1], *takewhile(lambda one: not SURE_HOUSE.fullmatch(text, *one), houses[1:])]
        return trim(text, pieces[0][0], houses[-1][1])
    while last + 1 < len(pieces) and (whole or _goes_on(text, pieces, last)):
        last += 1
    return trim(text, pieces[0][0], pieces[last][1])


def _is_not_listed(words: str) -> bool:
    """Whether a part cannot be in a name that is a list: a city, a kind of text, a broadcaster's letters ("NPR")."""
    kind = GENRE.match(words) or re.fullmatch(EDITION_ALONE, words)
    return names_city(words) or kind is not None or (words.isupper() and not names_state(words))


_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")
_MEETING_LETTERS = re.compile(r"[A-Z][A-Za-z]{1,9}\s?[’'‘-]?(?:\d\d|(?:19|20)\d\d)")
"""The letters of a meeting with its year: "AIMSA’06"."""
_PART_OF_NAME = re.compile(
    r"(?!eds?\b|edited|herausg|trans|hrsg|vols?\b|coll\b|red\b|dir\b)[a-zà-ÿ]{3}(?!\w*\sby)|"
    r"(?:Inc(?:orporated)?|Ltd|Limited|LLC|Co|The)\b|"
    r"[12]\d{3}[–-](?:[12]\d)?\d\d(?::\s[A-Z]|\s\()"
)
_SHORT_WORDS = re.compile(r"(?:[A-Z]\w{0,5}\.\s?)+(?:[A-Z]\w{0,5})?")
"""More abbreviated words of a serial: "Steel Compos. Struct., Int. J."."""
_AND = re.compile(r"(?:and|und|et|&|y|e)\s(?!pp?\b)")
_LAST_TWO = re.compile(
    r"[^\W\d_][\w’'-]+(?:\s[\w’'-]+){0,2}\s(?:and|und|et|&|y|e)\s[^\W\d_][\w’'-]+"
    r"(?:\s[^\W\d_][\w’'-]+){0,6}(?:[:.].{0,90})?"
)
"""The end of a list without a comma before "and": "Ice, Snow and the Physics of Frost", perhaps with a subtitle."""


def _goes_on(text: str, pieces: list[Place], last: int) -> bool:
    """Whether the part after ``last`` belongs to the same name: a list with "and" ("Systems, Man, and Cybernetics")."""
    words = [text[first:end] for first, end in pieces[last + 1 : last + 1 + _MOST_LISTED]]
    abbreviated = text[pieces[last][1] - 1] == "." and _SHORT_WORDS.fullmatch(words[0])
    if abbreviated or _AND.match(words[0]) or _PART_OF_NAME.match(words[0]) or _MEETING_LETTERS.fullmatch(words[0]):
        return True
    if _LAST_TWO.fullmatch(words[0]):
        return not PUBLISHER.search(words[0]) and not names_city(words[0])
    for one, following in pairwise(words):
        if len(one.split()) > _SHORT or names_city(one) or _INITIAL.search(one):
            return False
        if _AND.match(following) or _LAST_TWO.fullmatch(following):
            return not PUBLISHER.search(following) and not names_city(following)
    return False


def with_subtitle(text: str, container: Place, parts: list[Place], *, city: bool) -> Place:
    """Give the title of a collection with the sentence after it that is its subtitle."""
    if len(parts) == 1 or text[container[1] : parts[0][1]].strip(" .?!"):
        return container
    words = text[slice(*parts[1])]
    subtitle = _NO_SUBTITLE.search(words) is None if city else opens_subtitle(words)
    if (
        not (subtitle or city) and ":" not in text[slice(*container)]
    ):  # which sets off the only subtitle that a volume has
        subtitle = _NO_HOUSE.match(words) is not None and not (PUBLISHER.search(words) or SERIAL.search(words))
    end = parts[1][1] if city else chunks(text, *parts[1])[0][1]
    return (trim(text, container[0], end) or container) if subtitle else container


_NO_HOUSE = re.compile(rf"[^,]+?\s{RUNNING}\s")
"""A word of running text between others: no publishing house has such a name."""
_NO_SUBTITLE = re.compile(
    r"\d|\b(?:eds?|edited|edition|trans|series|studies|papers|reihe|journal|review|vol|bd|coll|proceedings|hrsg)\b",
    re.IGNORECASE,
)
"""What names the editors, the series or the edition of a collection."""
