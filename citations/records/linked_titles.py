"""Titles that are the words of a link, with what stands behind it: "[Who pays?](…), Ada Quill, Herald, 3 May"."""

import re
from dataclasses import replace

from citations.records.clauses import Place, skip_lead
from citations.records.marked import emphasised_title, read_quoted
from citations.records.names import read_authors
from citations.records.quoted import Quoted, find_quoted
from citations.records.region import Parts, Region
from citations.records.remarks import describes
from citations.records.sheet import LINK
from citations.records.tail import read_tail
from citations.records.words import CAPITAL, LOWER, PUBLISHER, SERIAL

_NAME = re.compile(
    rf"(?:{CAPITAL}[\w.’'&+-]*|[\w-]{{2,40}}\.[a-z]{{2,6}})"
    rf"(?:(?:[\s:]{{1,2}}|\s[-–]\s)(?:[{LOWER}]{{1,3}}|des|della|for|and|und|the|{CAPITAL}[\w.’'&+-]*|&|\d{{1,3}})){{0,7}}"
)
"""What an outlet or a publisher behind a link looks like; other words there are the author's own."""
_MOST_NAME_WORDS = 3
"""Words of a single name between the link and the outlet."""


def read_linked(region: Region) -> Parts | None:
    """Read a note whose title carries the link and is not all of it, ``None`` for any other."""
    text, link = region.text, region.head_end
    if text[link : link + 1] != LINK or all(one.end != link for one in region.sheet.emphasis):
        return None
    kinds = {"link", "access", "doi", "isbn"}
    stop = min((cut.start for cut in region.cuts.cuts if cut.kind in kinds and cut.start > link), default=region.end)
    if not re.search(r"[^\W\d_]{2}", text[link:stop]):
        return None
    wide = replace(region, head_end=stop)
    title = emphasised_title(wide)
    if title is None or title.end != link or describes(text[title.start : title.end]):
        return None
    inside = find_quoted(text, title.start, title.end)
    whole = inside is not None and (inside.start, inside.end) == (title.start, title.end)
    inner = (inside.inner_start, inside.inner_end) if inside is not None and whole else (title.start, title.end)
    parts = read_quoted(wide, replace(title, end=link + 1, inner_start=inner[0], inner_end=inner[1]))
    return _trusted(text, _signed_behind(wide, parts, link + 1))


def read_marked(region: Region, quoted: Quoted) -> Parts:
    """Read a note whose title stands in marks; a person whom nothing divides from them wrote it."""
    parts, text = read_quoted(region, quoted), region.text
    undivided = text[quoted.end : quoted.end + 1] == " " and text[quoted.inner_end - 1] not in ".,;:"
    return _signed_behind(region, parts, quoted.end) if undivided else parts


def _signed_behind(region: Region, parts: Parts, start: int) -> Parts:
    """Give the parts with a person named right behind the link as author, where an outlet follows the name."""
    text = region.text
    first = skip_lead(text, start, region.head_end)
    listed = None if parts.authors else read_authors(text, first, region.head_end)
    if listed is None or text[listed.end : listed.end + 2] != ", ":
        return parts
    words = text[first : listed.end]
    single = not listed.sure and len(words.split()) > _MOST_NAME_WORDS
    if single or " " not in words or SERIAL.search(words) or PUBLISHER.search(words):
        return parts
    tail = read_tail(region.sheet, listed.end + 1, region.head_end, region.cuts)
    return replace(parts, authors=listed.names, container=tail.container, publisher=tail.publisher)


def _trusted(text: str, parts: Parts) -> Parts:
    """Give the parts without an outlet that is no name: behind a link many authors go on in their own words."""
    if not all(_names(text, place) for place in (parts.container, parts.publisher)):
        parts.container = parts.publisher = None
    return parts


def _names(text: str, place: Place | None) -> bool:
    return place is None or _NAME.fullmatch(text, *place) is not None or SERIAL.search(text, *place) is not None
