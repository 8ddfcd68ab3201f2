"""Where a title without quotation marks ends."""

import re

from citations.records.clauses import chunks, sentences
from citations.records.region import Place, Region
from citations.records.words import LOCATOR, PUBLISHER

_TITLE_LOCATOR = re.compile(
    r",\s(?:pages?|pp?\.)\s\d[\d\s–-]*\Z|,\s\d{1,4}\s?(?:pp?|S)\.?\Z|\s\((?:pp?\.|vols?\.|bd\.|no\.|\d{1,2}(?:st|nd|rd|th)\sed|rev\. ed|\d{1,2}\. aufl|s\. \d)[^()]{0,60}\)?\Z",
    re.IGNORECASE,
)


def without_locator(text: str, title: Place | None) -> Place | None:
    """Give a title without the pages, volume or edition in brackets behind it."""
    match = title and _TITLE_LOCATOR.search(text, *title)
    return (title[0], match.start()) if title and match else title


IN_MARK = re.compile(
    r"[.?!,;]?[”’\"']?\s(?:In|IN):\s|[.?!,;][”’\"']?\s(?:In|IN|Dans|in|dans|En|en)\s(?=[A-Z“\"‘'«])|[.]\s(?:in|en|dans)[:\s]"
)


def find_title_end(region: Region, start: int, *, commas: str | None) -> int:
    """Give where a title without quotation marks ends."""
    text, end = region.text, region.head_end
    emphasis = next((e for e in region.sheet.emphasis if start - 1 <= e.start <= start + 2 and e.end <= end), None)
    if emphasis is not None and text[emphasis.end : emphasis.end + 1] in {",", ".", " ", ""}:
        return emphasis.end
    inside = IN_MARK.search(text, start, end)
    if inside:
        return inside.start() + (1 if text[inside.start()] in "?!" else 0)
    medium = region.cuts.medium
    if medium and start < medium.start < end:
        before = sentences(text, start, medium.start)
        if len(before) > 1 and not _named_after(region, medium.end):
            return before[-2][1]
        return medium.start
    limit = _structure_limit(region, start)
    pieces = chunks(text, start, limit)
    stops = sentences(text, start, limit)
    by_commas = commas is not None and (commas == "always" or not _sentence_first(text, stops, pieces))
    house = _HOUSE_AFTER_COLON.search(text, start, limit)
    if house and len(sentences(text, start, house.start())) < 2 and PUBLISHER.search(text, house.end(), limit):
        return house.start()
    if commas is None and len(stops) < 2 and len(pieces) > 1:
        return _comma_end(region, pieces, limit, only_serials=True)
    if (by_commas or len(stops) < 2) and len(pieces) > 1 and (commas == "always" or text[limit : limit + 1] != "."):
        return _comma_end(region, pieces, limit)
    if len(stops) > 2 and text[stops[0][1] - 1] in "?!" and limit == end:
        return stops[1][1]
    return stops[0][1] if stops else limit


_NOWHERE = re.compile(r"\[?s\.\s?l\.\]?\s?:?\s?\[?s\.\s?n\.\]?,?\s?\[?(?:s\.\s?d\.)?\]?", re.IGNORECASE)


def _named_after(region: Region, place: int) -> bool:
    """Whether an outlet or a publisher stands between the medium and the date or link."""
    text = region.text
    stops = [date.start for date in region.cuts.inside(place, region.end)]
    stops += [cut.start for cut in region.cuts.cuts if cut.start >= place]
    words = text[place : min(stops, default=region.end)]
    words = _NOWHERE.sub("", words)
    return bool(re.search(r"[^\W\d_]{2}", LOCATOR.split(words)[0]))


def _sentence_first(text: str, stops: list[Place], pieces: list[Place]) -> bool:
    """Whether the first sentence ends before the first comma."""
    return len(stops) > 1 and stops[0][1] <= pieces[0][1]


def _structure_limit(region: Region, start: int) -> int:
    """Give the place of the first date, volume or pages that cannot belong to a title."""
    text, end = region.text, region.head_end
    for date in region.cuts.inside(start, end):
        before = text[start : date.start].rstrip(" \t\n")
        bracketed = before.endswith(("(", "[")) and text[date.end : date.end + 1] in {")", "]"}
        opening = before.rfind(" (")
        if opening > before.rfind(")") and text[date.end : date.end + 1] == ")" and opening > 0:
            return start + opening  # "(Boulder: Press, 1998)"
        if before.endswith((",", ".")) or bracketed:
            return start + len(before.rstrip(" ,([\t\n"))
    return end


_VOLUME_FIRST = re.compile(r"\d{1,4}\s(?=[^\W\d_])")


_SERIAL_START = re.compile(
    r"(?:IEEE|ACM|AIAA|SIAM|Proc(?:eedings|\.)|Pre-Proc|J(?:ournal|\.)\s|Trans(?:actions|\.)|Annals\b|Comm(?:unications|\.)\s|"
    r"Lecture Notes|Int(?:ernational|\.)\s(?:Journal|J\.|Conf)|(?:paper|manuscript)\s(?:submitted|presented)|"
    r"(?:Ph\.?\s?D\.?|Master'?s?|M\.?Sc\.?|Doctoral|Diploma)\s(?:thesis|dissertation)|Tech(?:nical|\.)\s[Rr]ep|Zeitschrift|Revue|"
    r"Rev\.\s|in\s[A-Z]|In\s[A-Z]|Dans\s|dans\s)",
)
"""How the name of a serial, a thesis or the volume of a meeting begins."""


_HOUSE_AFTER_COLON = re.compile(r"\s:\s(?=[^:]{3,80}\Z)")


def _comma_end(region: Region, pieces: list[Place], limit: int, *, only_serials: bool = False) -> int:
    """Give the end of the title among parts that commas divide: the outlet is the last part before the dates."""
    text = region.text
    for number, piece in enumerate(pieces):
        if number and _SERIAL_START.match(text, *piece):
            return pieces[number - 1][1]
        volume = _VOLUME_FIRST.match(text, *piece)
        if number and volume and limit < region.head_end:
            return pieces[number - 1][1]
        if number and only_serials and LOCATOR.search(text, piece[0], piece[1]) and not piece[0] >= limit:
            return pieces[number - 1][1]
        if number > 1 and LOCATOR.match(text, piece[0] - 1, piece[1] + 1):
            return pieces[number - 2][1]
    if re.compile(r",\s\(").match(text, limit):  # Bluebook: nothing stands between the title and the year
        return pieces[-1][1]
    if _is_outlet(text, pieces[-1]) and not only_serials:
        return pieces[-2][1]
    stops = sentences(text, pieces[0][0], limit) if only_serials else []
    return stops[0][1] if stops else pieces[-1][1]


def _is_outlet(text: str, chunk: Place) -> bool:
    words = text[chunk[0] : chunk[1]].split()
    state = len(words) == 1 and len(words[0]) == 2 and words[0].isupper()
    return 0 < len(words) <= 9 and not words[0][:1].islower() and not state
